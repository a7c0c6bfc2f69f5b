//! What the cadence needs to know of one forum.

use chrono::NaiveDate;

use super::terms::MeetingKind;
use crate::calendar::Quarter;
use crate::json::{Ordinal, Reader, Text, record};
use crate::problem::{Location, Outcome, Problem, ProblemCode};

record! {
    /// One forum, as far as the cadence is concerned.
    pub struct Meeting {
        /// The caller's name for the forum.
        pub id: Text,
        /// Quarterly or monthly.
        pub kind: MeetingKind,
        /// The Puskesmas that held it, one or more, each by its code.
        pub puskesmas: Vec<Text>,
        /// The day on which it was held, or is to be held.
        pub held_on: Option<NaiveDate>,
        /// The label on the invitation, as written.
        pub label: Option<Text>,
        /// The quarter that it counts for, where somebody has decided so.
        pub counts_for: Option<Quarter>,
        /// How many times a forum was held in the year, as stated: "for the third time".
        pub ordinal: Option<Ordinal>,
    }
    check = names_a_puskesmas;
}

/// Reports a forum that nobody held.
fn names_a_puskesmas(meeting: &Meeting, at: &Location<'_>, reader: &mut Reader) {
    if meeting.puskesmas.is_empty() {
        reader.report(&at.key("puskesmas"), Problem::new(ProblemCode::Missing).with("name", "puskesmas"));
    }
}

impl Meeting {
    /// Makes a forum of one Puskesmas; the other members can be set afterwards.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::cadence::{Meeting, MeetingKind};
    /// let mut meeting = Meeting::new("f1".parse()?, MeetingKind::Quarterly, "1031429".parse()?);
    /// meeting.label = Some("Tribulan III".parse()?);
    /// assert_eq!(meeting.held_on, None);
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn new(id: Text, kind: MeetingKind, puskesmas: Text) -> Self {
        Self { id, kind, puskesmas: vec![puskesmas], held_on: None, label: None, counts_for: None, ordinal: None }
    }

    /// Reads a forum from JSON text.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::cadence::Meeting;
    /// let text = r#"{"id": "f1", "kind": "quarterly", "puskesmas": ["1031429"], "held_on": "2024-08-29"}"#;
    /// assert_eq!(Meeting::from_json(text).value().unwrap().puskesmas[0].as_str(), "1031429");
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        crate::json::read_text(text)
    }

    /// Returns whether a Puskesmas held it, alone or with others.
    pub(super) fn is_of(&self, puskesmas: &str) -> bool {
        self.puskesmas.iter().any(|code| code.as_str() == puskesmas)
    }
}
