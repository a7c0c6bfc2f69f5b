//! Names and small numbers of an event: ids, places in the order, scores, lists that are never empty.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use std::sync::Arc;

use crate::json::{Member, Node, Reader, read_canonical, read_whole, report_wrong_type};
use crate::problem::{Location, Problem, ProblemCode};

/// A name that somebody gave: the id of an event, a recommendation, a forum, or who wrote an event.
///
/// Any text that is not blank. Copies share one text, so they cost nothing.
///
/// # Ordering
///
/// As the text, byte by byte.
///
/// # Example
///
/// ```
/// use lokmin_core::recommendation::Id;
/// let id: Id = "lumbir-2024-3/1".parse()?;
/// assert_eq!(id.as_str(), "lumbir-2024-3/1");
/// assert!(" ".parse::<Id>().is_err());
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if text.trim().is_empty() {
            return Err(Problem::new(ProblemCode::BlankText));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({:?})", &self.0)
    }
}

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Member for Id {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_canonical(node, at, reader, str::parse)
    }
}

/// How many events of a recommendation the writer of an event had seen, 0 to 4,294,967,295.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Seq(pub u32);

impl Member for Seq {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_whole(node, 0, u32::MAX.into(), at, reader).and_then(|number| u32::try_from(number).ok()).map(Self)
    }
}

/// How much of one of the three parts of USG a problem has, 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Score(u8);

impl Score {
    /// Returns a score, or `None` when not 1 to 5.
    #[must_use]
    pub const fn new(score: u8) -> Option<Self> {
        if score >= 1 && score <= 5 { Some(Self(score)) } else { None }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Member for Score {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_whole(node, 1, 5, at, reader).and_then(|number| u8::try_from(number).ok()).and_then(Self::new)
    }
}

/// A list that has at least one item.
///
/// # Example
///
/// ```
/// use lokmin_core::recommendation::OneOrMore;
/// assert_eq!(OneOrMore::new(vec![3]).unwrap().as_slice(), [3]);
/// assert!(OneOrMore::<u8>::new(vec![]).is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct OneOrMore<T>(Box<[T]>);

impl<T> OneOrMore<T> {
    /// Returns the list, or `None` when it is empty.
    #[must_use]
    pub fn new(items: Vec<T>) -> Option<Self> {
        if items.is_empty() { None } else { Some(Self(items.into())) }
    }

    /// Returns the items.
    #[must_use]
    pub const fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<T: Member> Member for OneOrMore<T> {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        match node {
            Node::List(items) if items.is_empty() => {
                reader.report(at, Problem::new(ProblemCode::RecommendationEmptyList));
                None
            }
            Node::List(_) => Vec::read(node, at, reader).and_then(Self::new),
            _ => {
                report_wrong_type("array", node, at, reader);
                None
            }
        }
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Id, OneOrMore, Score, Seq};
    use crate::json::schema::plain as schema;

    schema!(Id, "Id", {
        "description": "A name that somebody gave; any text that is not blank.",
        "type": "string",
        "pattern": "\\S"
    });
    schema!(Seq, "Seq", {
        "description": "How many events of the recommendation the writer had seen.",
        "type": "integer",
        "minimum": 0,
        "maximum": 4_294_967_295_i64
    });
    schema!(Score, "Score", {
        "description": "How much of one of the three parts of USG a problem has.",
        "type": "integer",
        "minimum": 1,
        "maximum": 5
    });

    impl<T: JsonSchema> JsonSchema for OneOrMore<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            format!("OneOrMore_{}", T::schema_name()).into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let items = generator.subschema_for::<T>();
            json_schema!({ "type": "array", "minItems": 1, "items": items })
        }
    }
}
