//! The lifecycle: which step is possible in which state, and where it leads. One table, [`effect`]; everything else asks it.
//!
//! | in | step | leads to |
//! | :-- | :-- | :-- |
//! | nothing yet | propose | proposed |
//! | proposed | agree, reject, defer, escalate, cancel | agreed, rejected, deferred, escalated, cancelled |
//! | agreed | start, progress; complete; defer, escalate, cancel | in progress; done; deferred, escalated, cancelled |
//! | in progress | complete; defer, escalate, cancel; progress | done; deferred, escalated, cancelled; as it was |
//! | done | verify; reopen | verified; in progress |
//! | verified | reopen | in progress |
//! | deferred | resume; escalate, cancel | the state before it was deferred; escalated, cancelled |
//! | escalated | reply; cancel | see below; cancelled |
//! | rejected, cancelled | reopen | proposed |
//! | any open state | amend, note, carry over; supersede | as it was; cancelled |
//!
//! A reply `supported` or `taken_over` leads to agreed, `refused` to the state before it was passed on, `noted` leaves it.
//! Open are proposed, agreed, in progress, deferred and escalated. That a superseded recommendation is cancelled is this
//! library's reading: it has to leave the agenda, and can be reopened.

use std::fmt::Write as _;

use super::terms::{PublicStatus, ReplyOutcome, State, Step};
use crate::json::{read_text, record};
use crate::language::Lang;
use crate::problem::{Outcome, Problem, ProblemCode};

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// To a state.
    To(State),
    /// Nowhere: the state is as it was.
    Stays,
    /// To the state before the recommendation was deferred.
    Back,
    /// Where the outcome of the reply says.
    Answered,
}

/// Returns where a step leads in a state (`None`: nothing was proposed yet), or `None` where it is not possible.
pub(super) const fn effect(state: Option<State>, step: Step) -> Option<Effect> {
    use Effect::{Answered, Back, Stays, To};
    use State::{Agreed, Cancelled, Deferred, Done, Escalated, InProgress, Proposed, Rejected, Verified};
    let Some(state) = state else {
        return match step {
            Step::Propose => Some(To(Proposed)),
            _ => None,
        };
    };
    match (state, step) {
        (Proposed, Step::Agree) => Some(To(Agreed)),
        (Proposed, Step::Reject) => Some(To(Rejected)),
        (Agreed, Step::Start) | (Agreed | InProgress, Step::Progress) | (Done | Verified, Step::Reopen) => {
            Some(To(InProgress))
        }
        (Agreed | InProgress, Step::Complete) => Some(To(Done)),
        (Done, Step::Verify) => Some(To(Verified)),
        (Rejected | Cancelled, Step::Reopen) => Some(To(Proposed)),
        (Proposed | Agreed | InProgress, Step::Defer) => Some(To(Deferred)),
        (Deferred, Step::Resume) => Some(Back),
        (Proposed | Agreed | InProgress | Deferred, Step::Escalate) => Some(To(Escalated)),
        (Escalated, Step::Reply) => Some(Answered),
        (Proposed | Agreed | InProgress | Deferred | Escalated, Step::Cancel | Step::Supersede) => Some(To(Cancelled)),
        (Proposed | Agreed | InProgress | Deferred | Escalated, Step::Amend | Step::Note | Step::CarryOver) => {
            Some(Stays)
        }
        _ => None,
    }
}

/// Returns the steps that are possible in a state; `None` where nothing was proposed yet.
///
/// # Example
///
/// ```
/// use lokmin_core::recommendation::{State, Step, legal_steps};
/// assert_eq!(legal_steps(Some(State::Done)), [Step::Verify, Step::Reopen]);
/// assert_eq!(legal_steps(None), [Step::Propose]);
/// ```
#[must_use]
pub fn legal_steps(state: Option<State>) -> Vec<Step> {
    Step::ALL.iter().copied().filter(|step| effect(state, *step).is_some()).collect()
}

/// Makes the problem of a step that is not possible in a state; it lists those that are.
pub(super) fn refused(state: Option<State>, step: Step) -> Problem {
    let legal: Vec<String> = legal_steps(state).iter().map(|step| step.as_str().to_owned()).collect();
    match state {
        Some(state) => Problem::new(ProblemCode::StepIllegal)
            .with("step", step.as_str())
            .with("state", state.as_str())
            .with("legal", legal),
        None => Problem::new(ProblemCode::StepNotProposed).with("step", step.as_str()).with("legal", legal),
    }
}

record! {
    /// Where does a step lead?
    pub struct StepQuestion {
        /// The state; absent where nothing was proposed yet.
        pub state: Option<State>,
        /// The step.
        pub step: Step,
        /// The answer of the other level; needed for `reply`.
        pub outcome: Option<ReplyOutcome>,
        /// The state before the recommendation was deferred or escalated; needed for `resume`, and for a reply `refused`.
        pub before: Option<State>,
    }
}

/// The state that a step leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct NextState {
    /// The state.
    pub state: State,
}

/// Returns the state that a step leads to.
///
/// # Errors
///
/// `step.illegal` and `step.not_proposed` with the steps that are possible; `document.missing` where `outcome` or `before`
/// is needed to tell; `step.illegal` too where `before` is a state from which it could not have been deferred or escalated.
///
/// # Example
///
/// ```
/// use lokmin_core::{Lang, recommendation::{State, Step, next_state}};
/// assert_eq!(next_state(Some(State::Agreed), Step::Complete, None, None), Ok(State::Done));
/// let problem = next_state(Some(State::Done), Step::Cancel, None, None).unwrap_err();
/// assert_eq!(problem.message(Lang::En), "`cancel` is not possible when the state is `done`: possible are verify and reopen");
/// ```
pub fn next_state(
    state: Option<State>,
    step: Step,
    outcome: Option<ReplyOutcome>,
    before: Option<State>,
) -> Result<State, Problem> {
    let needed = |name: &'static str| Problem::new(ProblemCode::Missing).with("name", name).inside(name);
    let back = |by: Step| match before {
        None => Err(needed("before")),
        Some(before) if effect(Some(before), by).is_none() => Err(refused(Some(before), by).inside("before")),
        Some(before) => Ok(before),
    };
    match (effect(state, step), state) {
        (Some(Effect::To(next)), _) | (Some(Effect::Stays), Some(next)) => Ok(next),
        (Some(Effect::Back), _) => back(Step::Defer),
        (Some(Effect::Answered), Some(state)) => match outcome.ok_or_else(|| needed("outcome"))? {
            ReplyOutcome::Supported | ReplyOutcome::TakenOver => Ok(State::Agreed),
            ReplyOutcome::Refused => back(Step::Escalate),
            ReplyOutcome::Noted => Ok(state),
        },
        (None | Some(_), _) => Err(refused(state, step)),
    }
}

/// Answers [`next_state`] from JSON text: `{state?, step, outcome?, before?}`.
///
/// # Example
///
/// ```
/// use lokmin_core::recommendation::{State, next_state_json};
/// let next = next_state_json(r#"{"state": "done", "step": "reopen"}"#);
/// assert_eq!(next.value().unwrap().state, State::InProgress);
/// ```
pub fn next_state_json(text: &str) -> Outcome<NextState> {
    read_text::<StepQuestion>(text).and_then(|question| {
        let next = next_state(question.state, question.step, question.outcome, question.before);
        next.map(|state| NextState { state }).into()
    })
}

/// The lifecycle as data.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Transitions {
    /// Every state.
    pub states: Vec<StateRow>,
    /// Every step, with what it carries.
    pub steps: Vec<StepRow>,
    /// Every step that is possible in a state, and where it leads.
    pub transitions: Vec<TransitionRow>,
}

/// One state.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct StateRow {
    /// Its code.
    pub state: State,
    /// What people read in Indonesian.
    pub id: &'static str,
    /// What people read in English.
    pub en: &'static str,
    /// Whether something is still to be done.
    pub open: bool,
    /// What people outside see; null where it was rejected or cancelled.
    pub public_status: Option<PublicStatus>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct StepRow {
    /// Its code.
    pub step: Step,
    /// What people read in Indonesian.
    pub id: &'static str,
    /// What people read in English.
    pub en: &'static str,
    /// The members that its event must have, beside those of every event.
    pub needs: Vec<&'static str>,
    /// The members that its event may have besides.
    pub takes: Vec<&'static str>,
}

/// One line of the transition table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TransitionRow {
    /// The state; null where nothing was proposed yet.
    pub from: Option<State>,
    /// The step.
    pub step: Step,
    /// The outcome of the reply that leads there; null for every other step.
    pub outcome: Option<ReplyOutcome>,
    /// The state that it leads to; null: the one before the recommendation was deferred or escalated.
    pub to: Option<State>,
}

/// Returns the lifecycle as data: states, steps, and the transition table.
///
/// # Example
///
/// ```
/// use lokmin_core::recommendation::{State, Step, transitions};
/// let table = transitions();
/// assert_eq!((table.states.len(), table.steps.len()), (9, 17));
/// let row = table.transitions.iter().find(|row| row.from == Some(State::Agreed) && row.step == Step::Start).unwrap();
/// assert_eq!(row.to, Some(State::InProgress));
/// ```
#[must_use]
pub fn transitions() -> Transitions {
    let states = State::ALL.iter().map(|state| StateRow {
        state: *state,
        id: state.label(Lang::Id),
        en: state.label(Lang::En),
        open: state.is_open(),
        public_status: state.public_status(),
    });
    let steps = Step::ALL.iter().map(|step| StepRow {
        step: *step,
        id: step.label(Lang::Id),
        en: step.label(Lang::En),
        needs: step.needs(),
        takes: step.takes(),
    });
    let mut rows = Vec::new();
    for from in std::iter::once(None).chain(State::ALL.iter().copied().map(Some)) {
        for step in Step::ALL.iter().copied() {
            let mut add = |outcome, to| rows.push(TransitionRow { from, step, outcome, to });
            match effect(from, step) {
                None => {}
                Some(Effect::To(next)) => add(None, Some(next)),
                Some(Effect::Stays) => add(None, from),
                Some(Effect::Back) => add(None, None),
                Some(Effect::Answered) => {
                    for outcome in ReplyOutcome::ALL.iter().copied() {
                        // A reply `refused` leads back: without the state before, there is none to name.
                        add(Some(outcome), next_state(from, step, Some(outcome), None).ok());
                    }
                }
            }
        }
    }
    Transitions { states: states.collect(), steps: steps.collect(), transitions: rows }
}

/// Returns the lifecycle as a Mermaid state diagram, without the steps that leave the state as it was.
///
/// # Example
///
/// ```
/// use lokmin_core::recommendation::state_diagram;
/// assert!(state_diagram().contains("    done --> verified: verify\n"));
/// ```
#[must_use]
pub fn state_diagram() -> String {
    let mut text = "stateDiagram-v2\n".to_owned();
    let name = |state: Option<State>| state.map_or("[*]", State::as_str);
    for row in transitions().transitions {
        if row.to == row.from {
            continue;
        }
        let step = row.step.as_str();
        let label = row.outcome.map_or_else(|| step.to_owned(), |outcome| format!("{step} ({outcome})"));
        // Without a state to lead to, it leads back to any from which it could have come.
        let by = if row.step == Step::Resume { Step::Defer } else { Step::Escalate };
        let is_next = |state: State| row.to.map_or_else(|| effect(Some(state), by).is_some(), |to| to == state);
        for to in State::ALL.iter().copied().filter(|state| is_next(*state)) {
            // Writing into a text cannot fail.
            let _ = writeln!(text, "    {} --> {to}: {label}", name(row.from));
        }
    }
    text
}
