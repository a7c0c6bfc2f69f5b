//! Questions to a register as JSON text, for callers that have JSON.

use chrono::NaiveDate;

use super::agenda::AgendaItem;
use super::figures::Figures;
use super::follow_up::{FollowUp, Snapshot};
use super::id::Id;
use super::register::Register;
use super::terms::FigureKey;
use crate::json::{Member, Node, Reader, read_canonical, read_text, record};
use crate::problem::{Location, Outcome, Problem, ProblemCode};

record! {
    /// What is asked of a register on a day.
    pub struct SnapshotQuestion {
        /// The day; for an agenda, that of the forum.
        pub as_of: NaiveDate,
        /// Whether only that counts which was written down by then.
        pub as_known: bool,
        /// The Puskesmas whose recommendations are meant; absent: all.
        pub puskesmas: Option<Id>,
        /// The one recommendation that is meant; absent: all.
        pub recommendation: Option<Id>,
    }
}

record! {
    /// Which figures are asked of a register.
    pub struct FiguresQuestion {
        /// What they are counted by.
        pub by: FigureKey,
        /// The day.
        pub as_of: NaiveDate,
        /// Whether only that counts which was written down by then.
        pub as_known: bool,
        /// The Puskesmas whose recommendations are meant; absent: all.
        pub puskesmas: Option<Id>,
    }
}

/// The text of a register file, one event a line, as [`Register::to_text`] gives it; none at all is an empty register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterText(Box<str>);

impl RegisterText {
    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for RegisterText {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl Member for RegisterText {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_canonical(node, at, reader, |text| Ok(Self(text.into())))
    }
}

impl serde::Serialize for RegisterText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::RegisterText;
    use crate::json::schema::plain as schema;

    schema!(RegisterText, "RegisterText", {
        "description": "The text of a register file, one event a line.",
        "type": "string"
    });
}

impl Register {
    fn snapshot(&self, as_of: NaiveDate, as_known: bool) -> Snapshot<'_> {
        if as_known { self.known_by(as_of) } else { self.as_of(as_of) }
    }

    /// Answers [`Snapshot::follow_up`] from JSON text: `{as_of, as_known?, puskesmas?, recommendation?}`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let register = Register::default();
    /// assert!(register.follow_up_json(r#"{"as_of": "2025-10-01"}"#).value().unwrap().is_empty());
    /// let unknown = register.follow_up_json(r#"{"as_of": "2025-10-01", "recommendation": "r1"}"#);
    /// assert_eq!(unknown.problems().as_slice()[0].code().as_str(), "recommendation.unknown");
    /// ```
    pub fn follow_up_json(&self, text: &str) -> Outcome<Vec<FollowUp<'_>>> {
        read_text::<SnapshotQuestion>(text).and_then(|question| {
            let list = self.snapshot(question.as_of, question.as_known).follow_up(question.puskesmas.as_deref());
            self.only(list, question.recommendation.as_ref(), |follow_up| follow_up.recommendation)
        })
    }

    /// Answers [`Snapshot::agenda`] from JSON text: `{as_of, as_known?, puskesmas?, recommendation?}`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// assert!(Register::default().agenda_json(r#"{"as_of": "2025-10-01"}"#).value().unwrap().is_empty());
    /// ```
    pub fn agenda_json(&self, text: &str) -> Outcome<Vec<AgendaItem<'_>>> {
        read_text::<SnapshotQuestion>(text).and_then(|question| {
            let list = self.snapshot(question.as_of, question.as_known).agenda(question.puskesmas.as_deref());
            self.only(list, question.recommendation.as_ref(), |item| item.follow_up.recommendation)
        })
    }

    /// Answers [`Snapshot::figures`] from JSON text: `{by, as_of, as_known?, puskesmas?}`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let figures = Register::default().figures_json(r#"{"by": "village", "as_of": "2025-10-01"}"#);
    /// assert_eq!(figures.value().unwrap().all.total, 0);
    /// ```
    pub fn figures_json(&self, text: &str) -> Outcome<Figures> {
        read_text::<FiguresQuestion>(text).map(|question| {
            let snapshot = self.snapshot(question.as_of, question.as_known);
            snapshot.figures(question.by, question.puskesmas.as_deref())
        })
    }

    /// Keeps the one recommendation that is asked about.
    fn only<'a, T>(&self, mut list: Vec<T>, wanted: Option<&Id>, id: impl Fn(&T) -> &'a Id) -> Outcome<Vec<T>> {
        let Some(wanted) = wanted else { return Outcome::new(Some(list), crate::problem::Problems::new()) };
        if self.entry(wanted).is_none() {
            let problem = Problem::new(ProblemCode::RecommendationUnknown).with("id", wanted.as_str());
            return Outcome::new(None, problem.inside("recommendation").into());
        }
        list.retain(|item| id(item) == wanted);
        Outcome::new(Some(list), crate::problem::Problems::new())
    }
}
