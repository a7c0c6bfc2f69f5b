//! What accreditation asks of the forums, as far as documents show it. Interviews, which the criteria ask for as well, are
//! not assessed, and every answer says so.
//!
//! | element | shown | out of | source of the element |
//! | :-- | :-- | :-- | :-- |
//! | 1.6.2 a | documents held | the yearly schedule of each year of the window that has begun; invitation, attendance list, minutes and photos of every forum expected | KMK HK.01.07/MENKES/165/2023, Kepdirjen HK.02.02/D/487/2023 (confirmed) |
//! | 1.6.2 b | forums whose minutes are held, and whose record has an obstacle and a recommendation | forums held | the same |
//! | 1.6.2 c | recommendations done, with what shows it | recommendations due in the window | the same |
//! | 1.7.1 f | escalations with an official answer | escalations to Dinkes or TPCB in the window | the same |
//!
//! 10 from 70 %, 5 from 30 %, else 0, exact (Kepdirjen Yankes HK.02.02/I/3991/2022, confirmed); nothing expected: no score
//! (*TDD*). How an element is counted no source says: the table is a choice of this library, and [`RULES`] says so.
//!
//! | case | rule |
//! | :-- | :-- |
//! | which forums are expected | those due in a month of the window, once that month is over or the forum was held; which forum counts for which quarter, [`evaluate`](crate::cadence::evaluate) says |
//! | a document | counts when its state is `held` and it has a reference; an article about a forum is none |
//! | two records of one forum | each document by the record that shows it best |
//! | a recommendation of a forum (b) | in its record, or in the register with the forum's id; what is mentioned without saying what it is does not count |
//! | due (c) | due in the window as it stood at its end, put off until a day of the window included; given up, put off beyond, passed on, or not agreed again: listed apart |
//! | follow-up (c) | done or verified on the day asked about, with what the completion names |
//! | an official answer (f) | any reply in the register, which needs a reference; what it says stands beside it |
//!
//! How often lokmin was held gives points in the yearly performance assessment; [`FrequencyScale`] is data of the request.

mod answer;
mod documents;
mod element;
mod explain;
mod forums;
mod question;
mod register;
mod request;
mod scale;

pub use answer::{
    Accreditation, DiscussionPart, EscalationEvidence, ForumEvidence, Frequency, LeavingOut, NotDue, OfficialReply,
    RecommendationEvidence, ScheduleEvidence,
};
pub use documents::{DOCUMENTS, MissingDocument, missing_documents};
pub use element::{Assessed, ElementCode, ElementScore, RULES, score};
pub use question::AccreditationQuestion;
pub use request::{AccreditationRequest, Scope, Window, YearlySchedule, accreditation_json, explain_json};
pub use scale::{FrequencyBand, FrequencyScale};
