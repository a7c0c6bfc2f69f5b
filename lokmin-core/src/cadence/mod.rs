//! Which quarter a forum counts for, whether it was in time, and when the next one is due.
//!
//! | question | answer |
//! | :-- | :-- |
//! | when is a forum due? | [`CadencePolicy`]: the national grid, or a district's and a Puskesmas' own |
//! | which quarter does this forum count for, and why? | [`place`] |
//! | which quarters have a forum, in time or not, and which are missing? | [`evaluate`]; for many: [`evaluate_columns`] |
//! | on which days should next year's forums be? | [`schedule`] |
//!
//! Four notions are never mixed: the label on the invitation, the calendar quarter of the date, the quarter reviewed and
//! the quarter planned. A forum counts for the quarter that its record states, else for that of its label, else for that
//! of its date; where the date alone leaves two readings, both are given. A record without a date shows no forum held.

mod answer;
mod columnar;
mod document;
mod evaluate;
mod explain;
mod label;
mod meeting;
mod monthly;
mod numbers;
mod place;
mod policy;
mod request;
mod schedule;
mod settle;
mod terms;
mod window;

pub use answer::{Cadence, CadenceRow, MonthRow, Streak, Uncounted};
pub use columnar::{CadenceColumns, Dictionary, ForumColumns, UncountedTotals, evaluate_columns, flag};
pub use document::{PolicyDocument, ScheduleEntry, ScheduleRules};
pub use evaluate::evaluate;
pub(crate) use label::doubtful_year;
pub use meeting::Meeting;
pub use numbers::{DayNumber, Days, MonthNumber};
pub use place::{Placement, place};
pub use policy::{BuiltInValue, CadencePolicy};
pub use request::{ColumnsRequest, EvaluateRequest, PlaceRequest, ScheduleRequest};
pub use request::{evaluate_columns_json, evaluate_json, explain_json, place_json, schedule_json};
pub use schedule::{ScheduledForum, SkippedDay, schedule};
pub use settle::OtherReading;
pub use terms::{Basis, Certainty, ClosedDay, Day, LabelConvention, MeetingKind, Status, Timing, Uncounting};
pub use window::DueWindow;

#[cfg(test)]
mod evaluate_tests;
#[cfg(test)]
mod property_tests;
