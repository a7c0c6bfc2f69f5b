//! One event more: strictly, at the end, or not at all.

use super::event::{Act, Event};
use super::id::Id;
use super::lines;
use super::register::{Register, place};
use super::replay::{Standing, event_at};
use super::terms::{ReplyOutcome, State};
use crate::problem::{Outcome, Param, Problem, ProblemCode, Problems};

/// An event that was applied.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Applied {
    /// The recommendation.
    pub recommendation: Id,
    /// The state that it is in now.
    pub state: State,
    /// The line to append to the file, without its line break.
    pub line: String,
}

impl Register {
    /// Adds one event at the end, or refuses it and changes nothing.
    ///
    /// Returns the line to append to the file. An event that is in the register already is told and changes nothing.
    ///
    /// # Errors
    ///
    /// `register.id_taken`, `register.seq_mismatch` where somebody else has written meanwhile, and whatever makes the step
    /// impossible, each with what would be possible.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::{Event, Register};
    /// let mut register = Register::default();
    /// let event = Event::from_json(r#"{"schema": "lokmin.event/1", "id": "e1", "recommendation": "r1", "seq": 0,
    ///     "on": "2025-07-03", "kind": "start"}"#);
    /// let outcome = register.apply(event.into_result()?);
    /// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "step.not_proposed");
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn apply(&mut self, event: Event) -> Outcome<Applied> {
        let line = lines::line(&event);
        if let Some(known) = event_at(&self.events, self.ids.get(&event.id).copied()) {
            let state = self.entry(&known.recommendation).and_then(|entry| entry.standing.state);
            let state = state.filter(|_| *known == event);
            let code = if state.is_some() { ProblemCode::RegisterDuplicate } else { ProblemCode::RegisterIdTaken };
            let problem = Problem::new(code).with("id", event.id.as_str()).inside("id");
            let applied = state.map(|state| Applied { recommendation: event.recommendation, state, line });
            return Outcome::new(applied, problem.into());
        }
        let place = place(self.events.len());
        let expected = self.next_seq(&event.recommendation);
        if event.seq.0 != expected {
            let problem = Problem::new(ProblemCode::RegisterSeqMismatch)
                .with("recommendation", event.recommendation.as_str())
                .with("found", Param::Count(event.seq.0.into()))
                .with("expected", Param::Count(expected.into()));
            return Outcome::new(None, problem.inside("seq").into());
        }
        let entry = self.entry(&event.recommendation);
        let last = entry.and_then(|entry| event_at(&self.events, entry.events.last().copied()));
        let mut problems = Problems::new();
        if let Some(last) = last.filter(|last| event.on < last.on) {
            let problem = Problem::new(ProblemCode::RegisterOutOfOrder).with("on", event.on).with("last", last.on);
            problems.push(problem.inside("on"));
        }
        let sorts_last = last.is_none_or(|last| last.seq < event.seq);
        let mut new = Standing::default();
        let held = self.entry_of.get(&event.recommendation).and_then(|place| usize::try_from(*place).ok());
        let held = held.and_then(|index| self.entries.get_mut(index));
        let is_new = held.is_none();
        let standing = held.map_or(&mut new, |entry| &mut entry.standing);
        if let Err(problem) = standing.apply(place, &event, &self.events, &self.policy) {
            problems.push(problem);
            return Outcome::new(None, problems);
        }
        let recommendation = event.recommendation.clone();
        let is_agreement = match &event.act {
            Act::Agree(_) => true,
            Act::Reply(reply) => matches!(reply.outcome, ReplyOutcome::Supported | ReplyOutcome::TakenOver),
            _ => false,
        };
        let state = standing.state.unwrap_or(State::Proposed);
        self.add(event);
        // INVARIANT: its id is new, and its `seq` is higher than any other, so that it sorts last and nothing else changes.
        if sorts_last && let Some(entry) = self.entry_mut(&recommendation) {
            if is_new {
                entry.standing = new;
            }
            entry.is_settled = true;
            self.unsettled.clear();
        } else {
            // There is no higher number than the highest.
            self.settle();
        }
        if is_agreement && let Some(entry) = self.entry(&recommendation) {
            let missing = entry.standing.missing(&self.events);
            if !missing.is_empty() {
                let missing = missing.iter().map(ToString::to_string).collect::<Vec<_>>();
                let problem = Problem::new(ProblemCode::RecommendationNotActionable)
                    .with("recommendation", recommendation.as_str())
                    .with("missing", missing);
                problems.push(problem);
            }
        }
        Outcome::new(Some(Applied { recommendation, state, line }), problems)
    }

    /// Reads one event from JSON text, and [applies](Self::apply) it.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let outcome = Register::default().apply_json("{}");
    /// assert_eq!(outcome.problems().as_slice()[0].path().to_string(), "/schema");
    /// ```
    pub fn apply_json(&mut self, text: &str) -> Outcome<Applied> {
        Event::from_json(text).and_then(|event| self.apply(event))
    }
}
