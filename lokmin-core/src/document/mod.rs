//! The kinds of document, and reading one of any kind.
//!
//! | kind | `schema` | record |
//! | :-- | :-- | :-- |
//! | `forum` | `lokmin.forum/1` | [`Forum`] |
//! | `working_area` | `lokmin.working_area/1` | [`WorkingArea`] |
//! | `cadence_policy` | `lokmin.cadence_policy/1` | [`CadencePolicy`] |
//! | `coverage_policy` | `lokmin.coverage_policy/1` | [`CoveragePolicy`] |
//! | `catalogue` | `lokmin.catalogue/1` | [`CatalogueDocument`] |
//! | `targets` | `lokmin.targets/1` | [`TargetsDocument`] |
//! | `event` | `lokmin.event/1` | [`Event`] |
//!
//! Every document names its kind and version in its `schema` member. A document of an unknown version is refused as a
//! whole: its members may mean something else.

#[cfg(feature = "schema")]
mod schema;

#[cfg(feature = "schema")]
pub use schema::json_schema;

use crate::cadence::CadencePolicy;
use crate::forum::{CoveragePolicy, Forum, WorkingArea};
use crate::indicator::{CatalogueDocument, TargetsDocument};
use crate::json::{Document as Record, Node, Reader, SCHEMA_MEMBER, read_document_node, terms, wrong_type};
use crate::problem::{Location, Outcome, Problem, ProblemCode, Problems};
use crate::recommendation::Event;

terms! {
    /// A kind of document.
    pub enum Kind {
        /// The record of one forum.
        Forum = "forum", "forum", "forum";
        /// The working area of a Puskesmas.
        WorkingArea = "working_area", "wilayah kerja", "working area";
        /// The rules by which forums are due.
        CadencePolicy = "cadence_policy", "aturan jadwal", "cadence policy";
        /// The sectors that a forum should bring together.
        CoveragePolicy = "coverage_policy", "aturan kehadiran", "coverage policy";
        /// A catalogue of indicators.
        Catalogue = "catalogue", "katalog indikator", "catalogue of indicators";
        /// Targets by indicator, area and year.
        Targets = "targets", "target", "targets";
        /// One event of a register of recommendations.
        Event = "event", "kejadian", "event";
    }
}

/// A document of any kind, as it was read.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Document {
    /// The record of one forum.
    Forum(Box<Forum>),
    /// The working area of a Puskesmas.
    WorkingArea(WorkingArea),
    /// The rules by which forums are due.
    CadencePolicy(CadencePolicy),
    /// The sectors that a forum should bring together.
    CoveragePolicy(CoveragePolicy),
    /// A catalogue of indicators.
    Catalogue(CatalogueDocument),
    /// Targets by indicator, area and year.
    Targets(TargetsDocument),
    /// One event of a register of recommendations.
    Event(Event),
}

impl Kind {
    /// Returns what the `schema` member of a document of this kind says.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::document::Kind;
    /// assert_eq!(Kind::Forum.schema(), "lokmin.forum/1");
    /// ```
    #[must_use]
    pub const fn schema(self) -> &'static str {
        match self {
            Self::Forum => Forum::SCHEMA,
            Self::WorkingArea => WorkingArea::SCHEMA,
            Self::CadencePolicy => CadencePolicy::SCHEMA,
            Self::CoveragePolicy => CoveragePolicy::SCHEMA,
            Self::Catalogue => CatalogueDocument::SCHEMA,
            Self::Targets => TargetsDocument::SCHEMA,
            Self::Event => Event::SCHEMA,
        }
    }

    fn read(self, reader: Reader, node: &Node<'_>) -> (Option<Document>, Problems) {
        fn read<T: Record>(reader: Reader, node: &Node<'_>, wrap: fn(T) -> Document) -> (Option<Document>, Problems) {
            let (record, problems) = read_document_node(reader, node);
            (record.map(wrap), problems)
        }
        match self {
            Self::Forum => read(reader, node, |forum| Document::Forum(Box::new(forum))),
            Self::WorkingArea => read(reader, node, Document::WorkingArea),
            Self::CadencePolicy => read(reader, node, Document::CadencePolicy),
            Self::CoveragePolicy => read(reader, node, Document::CoveragePolicy),
            Self::Catalogue => read(reader, node, Document::Catalogue),
            Self::Targets => read(reader, node, Document::Targets),
            Self::Event => read(reader, node, Document::Event),
        }
    }

    fn outcome(self, node: &Node<'_>) -> Outcome<Document> {
        let (value, problems) = self.read(Reader::default(), node);
        Outcome::new(value, problems)
    }
}

impl Document {
    /// Returns the kind of the document.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Forum(_) => Kind::Forum,
            Self::WorkingArea(_) => Kind::WorkingArea,
            Self::CadencePolicy(_) => Kind::CadencePolicy,
            Self::CoveragePolicy(_) => Kind::CoveragePolicy,
            Self::Catalogue(_) => Kind::Catalogue,
            Self::Targets(_) => Kind::Targets,
            Self::Event(_) => Kind::Event,
        }
    }
}

/// Reads a document of a kind that the caller knows, and collects every problem of it.
///
/// # Example
///
/// ```
/// use lokmin_core::document::{Kind, validate};
///
/// let outcome = validate(Kind::Forum, r#"{"schema": "lokmin.forum/1", "id": "f", "kind": "selesai", "puskesmas": 3}"#);
/// let found: Vec<String> = outcome.problems().iter().map(|p| format!("{} {}", p.path(), p.code())).collect();
/// assert_eq!(found, ["/kind document.unknown_term", "/puskesmas document.wrong_type"]);
/// ```
pub fn validate(kind: Kind, text: &str) -> Outcome<Document> {
    match Node::parse(text) {
        Ok(node) => kind.outcome(&node),
        Err(problem) => Outcome::new(None, problem.into()),
    }
}

/// Checks the value at one place of a document by itself, while somebody is still writing the rest.
///
/// Tells what is wrong at `at`, a JSON Pointer, and below it: a value of the wrong type or form, out of its range, missing or
/// unknown. Rules across the members of a record are left to [`validate`], as is everything elsewhere. So the document need
/// have no more than what leads to the place, and a form can ask at every keystroke.
///
/// # Example
///
/// ```
/// use lokmin_core::document::{Kind, validate_at};
///
/// let outcome = validate_at(Kind::Forum, r#"{"held_on": "2025-02-30", "kind": "selesai"}"#, "/held_on");
/// let found: Vec<String> = outcome.problems().iter().map(|p| format!("{} {}", p.path(), p.code())).collect();
/// assert_eq!(found, ["/held_on date.impossible"]);
/// ```
pub fn validate_at(kind: Kind, text: &str, at: &str) -> Outcome<()> {
    match Node::parse(text) {
        Ok(node) => {
            let (_, problems) = kind.read(Reader::only_at(at), &node);
            Outcome::new((!problems.has_errors()).then_some(()), problems)
        }
        Err(problem) => Outcome::new(None, problem.into()),
    }
}

/// Reads a document of the kind that its `schema` member names.
///
/// # Example
///
/// ```
/// use lokmin_core::document::{Kind, read};
///
/// let text = r#"{"schema": "lokmin.coverage_policy/1", "requirements": [{"any_of": ["TNI", "POLRI"]}]}"#;
/// assert_eq!(read(text).into_result()?.kind(), Kind::CoveragePolicy);
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn read(text: &str) -> Outcome<Document> {
    let node = match Node::parse(text) {
        Ok(node) => node,
        Err(problem) => return Outcome::new(None, problem.into()),
    };
    let schema = node.get(SCHEMA_MEMBER).and_then(Node::as_str);
    if let Some(kind) = Kind::ALL.iter().find(|kind| Some(kind.schema()) == schema) {
        return kind.outcome(&node);
    }
    let known: Vec<String> = Kind::ALL.iter().map(|kind| kind.schema().to_owned()).collect();
    let problem = match (&node, schema) {
        (Node::Object(_), Some(schema)) => {
            let near = crate::problem::nearest(schema, known.iter().map(String::as_str)).map(str::to_owned);
            Problem::new(ProblemCode::SchemaUnknown)
                .with("found", schema)
                .with("expected", known.clone())
                .suggesting(near)
        }
        (Node::Object(_), None) => Problem::new(ProblemCode::Missing).with("name", SCHEMA_MEMBER),
        _ => {
            return Outcome::new(None, wrong_type("object", &node).into());
        }
    };
    Outcome::new(None, problem.below(&Location::ROOT.key(SCHEMA_MEMBER)).into())
}
