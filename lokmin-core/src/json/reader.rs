//! Reading values out of a JSON tree while collecting every problem.

use serde::ser::SerializeMap;

use super::members::{Members, SCHEMA_MEMBER};
use super::tree::{Node, count};
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode, Problems};

/// How many problems of one document are listed in full.
const LISTED: usize = 1000;

/// Collects the problems of one document.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    problems: Problems,
    unlisted: usize,
    has_unlisted_error: bool,
    /// The one place, as a JSON Pointer, that is looked at by itself.
    only: Option<Box<str>>,
}

impl Reader {
    /// Makes a reader that reports what is wrong with the value at a place, a JSON Pointer, by itself.
    pub(crate) fn only_at(place: &str) -> Self {
        Self { only: Some(place.into()), ..Self::default() }
    }

    /// Whether the members of a record are checked against each other.
    pub(crate) const fn checks_records(&self) -> bool {
        self.only.is_none()
    }

    /// Records a problem at a place.
    pub(crate) fn report(&mut self, at: &Location<'_>, problem: Problem) {
        if let Some(only) = &self.only {
            let place = at.to_path().join(problem.path().clone()).to_string();
            if !place.strip_prefix(only.as_ref()).is_some_and(|deeper| deeper.is_empty() || deeper.starts_with('/')) {
                return;
            }
        }
        if self.problems.len() < LISTED {
            self.problems.push(problem.below(at));
        } else {
            self.unlisted += 1;
            self.has_unlisted_error |= problem.is_error();
        }
    }

    /// Returns everything that was found.
    pub(crate) fn finish(mut self) -> Problems {
        if self.unlisted > 0 {
            let is_error = self.has_unlisted_error;
            let code = if is_error { ProblemCode::MoreProblems } else { ProblemCode::MoreWarnings };
            self.problems.push(Problem::new(code).with("count", count(self.unlisted)));
        }
        self.problems
    }
}

/// A value that can stand as a member of a record.
pub(crate) trait Member: Sized {
    /// Returns the value of an absent member; `None` when absence is a problem.
    fn absent() -> Option<Self> {
        None
    }

    /// Returns whether the value says no more than absence does, so that it is not written.
    fn is_absent(&self) -> bool {
        false
    }

    /// Reads the value, or reports why not and returns `None`.
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self>;
}

/// What `record!` declares: members by name, so that another record can have them among its own.
pub(crate) trait Record: Member {
    /// The names of the members, in the order of the declaration.
    const NAMES: &'static [&'static str];

    /// Reads the members, which are the next ones of the object, or reports why not and returns `None`.
    fn read_members<const N: usize>(
        object: &mut Members<'_, N>,
        at: &Location<'_>,
        reader: &mut Reader,
    ) -> Option<Self>;

    /// Checks the members against each other.
    fn check(&self, at: &Location<'_>, reader: &mut Reader);

    /// Writes the members that say something.
    fn write_members<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;

    /// Adds the members to a schema.
    #[cfg(feature = "schema")]
    fn describe(object: &mut super::schema::ObjectSchema, generator: &mut schemars::SchemaGenerator);
}

/// A record that is a document of its own.
pub(crate) trait Document: Member {
    /// The kind and version, such as `lokmin.forum/1`.
    const SCHEMA: &'static str;
}

/// Reads a JSON text as one value.
pub(crate) fn read_text<T: Member>(text: &str) -> Outcome<T> {
    match Node::parse(text) {
        Ok(node) => {
            let mut reader = Reader::default();
            let value = T::read(&node, &Location::ROOT, &mut reader);
            Outcome::new(value, reader.finish())
        }
        Err(problem) => Outcome::new(None, problem.into()),
    }
}

/// Reads a JSON text as a document of its own, which has to name its kind and version.
pub(crate) fn read_document<T: Document>(text: &str) -> Outcome<T> {
    match Node::parse(text) {
        Ok(node) => {
            let (value, problems) = read_document_node(Reader::default(), &node);
            Outcome::new(value, problems)
        }
        Err(problem) => Outcome::new(None, problem.into()),
    }
}

/// Reads a JSON tree as a document of its own.
pub(crate) fn read_document_node<T: Document>(mut reader: Reader, node: &Node<'_>) -> (Option<T>, Problems) {
    if matches!(node, Node::Object(_)) && matches!(node.get(SCHEMA_MEMBER), None | Some(Node::Null)) {
        let problem = Problem::new(ProblemCode::Missing).with("name", SCHEMA_MEMBER).suggesting(T::SCHEMA.to_owned());
        reader.report(&Location::ROOT.key(SCHEMA_MEMBER), problem);
    }
    let value = T::read(node, &Location::ROOT, &mut reader);
    (value, reader.finish())
}

/// Reports that a node has another JSON type than needed. `expected` is a JSON type's name.
pub(crate) fn report_wrong_type(expected: &'static str, node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) {
    reader.report(at, wrong_type(expected, node));
}

/// Makes the problem of a node that has another JSON type than needed. `expected` is a JSON type's name.
pub(crate) fn wrong_type(expected: &'static str, node: &Node<'_>) -> Problem {
    Problem::new(ProblemCode::WrongType)
        .with("expected", Param::JsonType(expected))
        .with("found", Param::JsonType(node.type_name()))
}

impl<T: Member> Member for Option<T> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        match node {
            Node::Null => Some(None),
            _ => T::read(node, at, reader).map(Some),
        }
    }
}

impl<T: Member> Member for Vec<T> {
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let Node::List(items) = node else {
            report_wrong_type("array", node, at, reader);
            return None;
        };
        let mut values = Some(Self::with_capacity(items.len()));
        for (index, item) in items.iter().enumerate() {
            match T::read(item, &at.index(index), reader) {
                Some(value) => {
                    if let Some(values) = &mut values {
                        values.push(value);
                    }
                }
                None => values = None,
            }
        }
        values
    }
}

impl<T: Member> Member for Box<T> {
    fn absent() -> Option<Self> {
        T::absent().map(Self::new)
    }

    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }

    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(node, at, reader).map(Self::new)
    }
}

impl Member for bool {
    fn absent() -> Option<Self> {
        Some(false)
    }

    fn is_absent(&self) -> bool {
        !self
    }

    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let Node::Bool(value) = node else {
            report_wrong_type("boolean", node, at, reader);
            return None;
        };
        Some(*value)
    }
}

/// Reads a value that has a canonical text, such as a quarter.
pub(crate) fn read_canonical<T>(
    node: &Node<'_>,
    at: &Location<'_>,
    reader: &mut Reader,
    parse: impl FnOnce(&str) -> Result<T, Problem>,
) -> Option<T> {
    let Some(text) = node.as_str() else {
        report_wrong_type("string", node, at, reader);
        return None;
    };
    parse(text).map_err(|problem| reader.report(at, problem)).ok()
}

/// Makes types with a canonical text (`FromStr`, `Display`) members of records, and gives them serde by that text.
///
/// The pattern ends in `$`. Since that also stands before a final line break in Python, the schema rules one out.
macro_rules! canonical_text {
    ($type:ty, $name:literal, $description:literal, $pattern:literal) => {
        impl $crate::json::Member for $type {
            fn read(
                node: &$crate::json::Node<'_>,
                at: &$crate::problem::Location<'_>,
                reader: &mut $crate::json::Reader,
            ) -> Option<Self> {
                $crate::json::read_canonical(node, at, reader, str::parse)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "description": $description, "type": "string", "pattern": concat!($pattern, "(?!\\n)") })
            }
        }
    };
}
pub(crate) use canonical_text;
