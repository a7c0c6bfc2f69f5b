//! What documents show for accreditation, as it is handed on.

use chrono::NaiveDate;

use super::documents::MissingDocument;
use super::element::{Assessed, ElementScore};
use super::request::{Scope, Window};
use super::scale::FrequencyScale;
use crate::cadence::{BuiltInValue, MeetingKind, Status};
use crate::calendar::{Month, Quarter};
use crate::forum::EvidenceState;
use crate::json::{Text, Year, terms};
use crate::recommendation::{Addressee, Id, ReplyOutcome, State};

terms! {
    /// What is missing before the minutes of a forum show that problems were discussed (1.6.2 b).
    pub enum DiscussionPart {
        /// The minutes are not held.
        Minutes = "minutes", "notulen", "minutes";
        /// The record has no obstacle.
        Problem = "problem", "masalah atau hambatan", "a problem or obstacle";
        /// Neither the record nor the register has a recommendation of the forum.
        Recommendation = "recommendation", "rekomendasi", "a recommendation";
    }
}

terms! {
    /// Why a recommendation with a due date in the window does not count as due.
    pub enum LeavingOut {
        /// It was rejected, cancelled or replaced.
        GivenUp = "given_up", "dibatalkan atau ditolak", "given up";
        /// It was put off until after the window.
        Deferred = "deferred", "ditunda", "put off";
        /// It was passed on, and the other level has not decided.
        PassedOn = "passed_on", "diteruskan, menunggu jawaban", "passed on, not decided";
        /// It was taken up again, and not agreed yet.
        NotAgreed = "not_agreed", "belum disepakati lagi", "not agreed again";
    }
}

/// What documents show for accreditation.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Accreditation {
    /// The Puskesmas.
    pub puskesmas: Text,
    /// Which forums are asked for.
    pub scope: Scope,
    /// The months that are looked at.
    pub window: Window,
    /// The day on which the documents are looked at.
    pub as_of: NaiveDate,
    /// Interviews, which the criteria ask for as well: never assessed here.
    pub interviews: Assessed,
    /// 1.6.2 a, b, c and 1.7.1 f, in that order.
    pub elements: Vec<ElementScore>,
    /// The yearly schedules that are expected, in order.
    pub schedules: Vec<ScheduleEvidence>,
    /// The forums that are expected, the quarterly ones first, each in order.
    pub forums: Vec<ForumEvidence>,
    /// The recommendations that were due, by id.
    pub recommendations: Vec<RecommendationEvidence>,
    /// Those with a due date in the window that do not count as due, by id.
    pub not_due: Vec<NotDue>,
    /// What was passed on to Dinkes or TPCB, by recommendation and day.
    pub escalations: Vec<EscalationEvidence>,
    /// How often lokmin was held, one row a kind and year, quarterly first.
    pub frequency: Vec<Frequency>,
    /// The scale of those rows.
    pub scale: FrequencyScale,
    /// What is behind the scores, with source and certainty.
    pub rules: &'static [BuiltInValue],
}

/// The evidence of one yearly schedule.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ScheduleEvidence {
    /// The year.
    pub year: Year,
    /// What is known of it; only `held` counts.
    pub state: EvidenceState,
}

/// The evidence of one forum that is expected.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ForumEvidence {
    /// Quarterly or monthly.
    pub kind: MeetingKind,
    /// The quarter of a quarterly forum.
    pub quarter: Option<Quarter>,
    /// The month in which it is due; of a monthly forum its month.
    pub month: Month,
    /// The verdict of the cadence.
    pub status: Status,
    /// The id of the forum that counts, where one was held.
    pub forum: Option<Text>,
    /// Its day.
    pub held_on: Option<NaiveDate>,
    /// Its records, by their places in the request; the one that counts first.
    pub records: Vec<usize>,
    /// How many of the four documents are held.
    pub held: usize,
    /// The others, with what is known of them.
    pub missing: Vec<MissingDocument>,
    /// What is missing for 1.6.2 b, nothing where it is shown; none where no forum was held.
    pub discussion_lacks: Option<Vec<DiscussionPart>>,
}

/// One recommendation that was due.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct RecommendationEvidence {
    /// Its id.
    pub recommendation: Id,
    /// What is to be done.
    pub action: Text,
    /// The forum that it comes from.
    pub forum: Option<Id>,
    /// When it was due, as it stood at the end of the window.
    pub due: NaiveDate,
    /// Where it stands on the day.
    pub state: State,
    /// What shows that it was followed up; empty: missing.
    pub evidence: Vec<Text>,
}

/// One recommendation with a due date in the window that does not count as due.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct NotDue {
    /// Its id.
    pub recommendation: Id,
    /// Its due date.
    pub due: NaiveDate,
    /// Why it does not count.
    pub reason: LeavingOut,
}

/// One recommendation passed on to Dinkes or TPCB.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct EscalationEvidence {
    /// The id of the recommendation.
    pub recommendation: Id,
    /// What is to be done.
    pub action: Text,
    /// To whom.
    pub to: Addressee,
    /// When.
    pub on: NaiveDate,
    /// The answers, in order; empty: missing.
    pub replies: Vec<OfficialReply>,
}

/// An official answer.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct OfficialReply {
    /// When.
    pub on: NaiveDate,
    /// What it says.
    pub outcome: ReplyOutcome,
    /// Where it stands.
    pub reference: Text,
}

/// How often one kind of forum was held in one year.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Frequency {
    /// Quarterly or monthly.
    pub kind: MeetingKind,
    /// The year in which the forums were due.
    pub year: Year,
    /// For how many quarters or months of the year and the window a forum was held.
    pub held: usize,
    /// Whether the window has the whole year.
    pub is_whole_year: bool,
    /// Whether the year is not over on the day.
    pub is_provisional: bool,
    /// The points; none where the window has only a part of the year, or the scale has no bands for the kind.
    pub points: Option<u64>,
}
