//! What is still open is taken over by the next forum, all at once.

use chrono::NaiveDate;

use super::event::{Act, CarryingOver, Event};
use super::id::{Id, Seq};
use super::register::{Entry, Register};
use super::terms::Step;
use super::transition::refused;
use crate::json::{read_text, record};
use crate::problem::{Location, Outcome, Problem, ProblemCode, Problems};

record! {
    /// Which recommendations a forum takes over.
    pub struct CarryOver {
        /// The id of the forum that takes them over.
        pub forum: Id,
        /// The day of that forum.
        pub on: NaiveDate,
        /// The day on which it is written down; absent: the same day.
        pub recorded: Option<NaiveDate>,
        /// Who writes it.
        pub by: Option<Id>,
        /// What the ids of the events begin with; the id of the recommendation follows.
        pub id_prefix: Id,
        /// The Puskesmas whose recommendations are meant; absent: all.
        pub puskesmas: Option<Id>,
        /// The recommendations; absent: every open one.
        pub recommendations: Vec<Id>,
    }
}

/// What was taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct CarriedOver {
    /// The recommendations, by id.
    pub recommendations: Vec<Id>,
    /// The lines to append to the file, without line breaks.
    pub lines: Vec<String>,
}

impl Register {
    /// Takes over open recommendations into a forum; those that it has taken over already are passed over, so that the
    /// same call a second time changes nothing.
    ///
    /// # Errors
    ///
    /// `recommendation.unknown` and `step.illegal` for what is named and cannot be taken over, `register.id_taken`; then
    /// nothing is taken over.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let mut register = Register::default();
    /// let carried = register.carry_over_json(r#"{"forum": "f2", "on": "2025-10-03", "id_prefix": "f2:"}"#);
    /// assert!(carried.value().unwrap().lines.is_empty());
    /// ```
    pub fn carry_over(&mut self, question: &CarryOver) -> Outcome<CarriedOver> {
        let (events, problems) = self.carrying(question);
        if problems.has_errors() {
            return Outcome::new(None, problems);
        }
        let mut carried = CarriedOver::default();
        let mut problems = Problems::new();
        for event in events {
            let (applied, found) = self.apply(event).into_parts();
            problems.append(found);
            if let Some(applied) = applied {
                carried.recommendations.push(applied.recommendation);
                carried.lines.push(applied.line);
            }
        }
        Outcome::new(Some(carried), problems)
    }

    /// Answers [`carry_over`](Self::carry_over) from JSON text:
    /// `{forum, on, recorded?, by?, id_prefix, puskesmas?, recommendations?}`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let outcome = Register::default().carry_over_json(
    ///     r#"{"forum": "f2", "on": "2025-10-03", "id_prefix": "f2:", "recommendations": ["r1"]}"#);
    /// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "recommendation.unknown");
    /// ```
    pub fn carry_over_json(&mut self, text: &str) -> Outcome<CarriedOver> {
        read_text::<CarryOver>(text).and_then(|question| self.carry_over(&question))
    }

    /// Returns the events to apply, or why there is none for some.
    fn carrying(&self, question: &CarryOver) -> (Vec<Event>, Problems) {
        let mut problems = Problems::new();
        let mut entries: Vec<&Entry> = Vec::new();
        let named = Location::ROOT.key("recommendations");
        for (index, id) in question.recommendations.iter().enumerate() {
            let problem = match self.entry(id) {
                None => Problem::new(ProblemCode::RecommendationUnknown).with("id", id.as_str()),
                Some(entry) if !is_open(entry) => refused(entry.standing.state, Step::CarryOver),
                Some(entry) => {
                    entries.push(entry);
                    continue;
                }
            };
            problems.push(problem.below(&named.index(index)));
        }
        if question.recommendations.is_empty() {
            entries = self.sorted();
        }
        entries.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        entries.dedup_by(|one, other| one.id == other.id);
        let is_carried = |event: &Event| matches!(&event.act, Act::CarryOver(act) if act.forum == question.forum);
        let mut events = Vec::new();
        for entry in entries.into_iter().filter(|entry| is_open(entry)) {
            let binds = |wanted: &Id| self.puskesmas_of(entry).contains(wanted);
            if !question.puskesmas.as_ref().is_none_or(binds) || self.events_of(&entry.id).any(is_carried) {
                continue;
            }
            let act = Act::CarryOver(Box::new(CarryingOver { forum: question.forum.clone() }));
            let seq = Seq(self.next_seq(&entry.id));
            let Ok(id) = format!("{}{}", question.id_prefix, entry.id).parse::<Id>() else { continue };
            if self.has_event(&id) {
                let problem = Problem::new(ProblemCode::RegisterIdTaken).with("id", id.as_str());
                problems.push(problem.inside("id_prefix"));
                continue;
            }
            let mut event = Event::new(id, entry.id.clone(), seq, question.on, act);
            event.recorded = question.recorded;
            event.by.clone_from(&question.by);
            events.push(event);
        }
        (events, problems)
    }
}

fn is_open(entry: &Entry) -> bool {
    entry.standing.state.is_some_and(super::terms::State::is_open)
}
