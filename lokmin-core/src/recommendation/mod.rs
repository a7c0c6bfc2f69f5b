//! Recommendations that are followed up: their lifecycle, and the register of what happened to them.
//!
//! | question | answer |
//! | :-- | :-- |
//! | which steps are possible, and where do they lead? | [`transitions`], [`legal_steps`], [`next_state`] |
//! | what happened? | [`Event`]: one step of one recommendation, never changed afterwards |
//! | where does everything stand? | [`Register`]: a set of events; the state is a function of the set |
//! | what did two laptops write differently? | [`Register::merge`], [`Register::conflicts`] |
//! | what was known on a day? | [`Register::as_of`], [`Register::known_by`] |
//! | what brought it there? | [`Snapshot::histories`] |
//! | what does the next forum have to look at, and how does the follow-up do? | [`Snapshot::agenda`], [`Snapshot::figures`] |
//!
//! On disk a register is JSON Lines with a checksum in each line; see [`Register::lines`]. The core reads and writes no
//! files: the example `register_file` shows how to append so that a power cut costs at most the line being written.

mod agenda;
mod apply;
mod carry;
mod conflict;
mod content;
mod event;
mod figures;
mod follow_up;
mod history;
mod id;
mod lines;
mod register;
mod replay;
mod request;
mod terms;
mod transition;

pub use agenda::AgendaItem;
pub use apply::Applied;
pub use carry::{CarriedOver, CarryOver};
pub use conflict::Conflict;
pub use content::{Content, Owner, PlanningLink, Support, Usg, VillageProgress};
pub use event::{
    Act, Advance, Agreement, Amendment, Beginning, Cancellation, CarryingOver, Completion, Deferral, Escalation, Event,
    Noting, Proposing, Rejection, Reopening, Replying, Resumption, Superseding, Verification,
};
pub use figures::{FigureRow, Figures};
pub use follow_up::{FollowUp, Progress, QuarterBasis, Snapshot, UsgSum};
pub use history::History;
pub use id::{Id, OneOrMore, Score, Seq};
pub use register::{EventList, Register, RegisterPolicy};
pub use request::{FiguresQuestion, RegisterText, SnapshotQuestion};
pub use terms::{
    Addressee, AgendaReason, BudgetSource, Cause, ConflictKind, FigureKey, Lacking, PlanningKind, PublicStatus,
    ReplyOutcome, State, Step,
};
pub use transition::{
    NextState, StateRow, StepQuestion, StepRow, TransitionRow, Transitions, legal_steps, next_state, next_state_json,
    state_diagram, transitions,
};

#[cfg(test)]
mod lines_tests;
#[cfg(test)]
mod naive_tests;
