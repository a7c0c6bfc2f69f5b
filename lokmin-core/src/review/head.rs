//! The whole of a review, its head, and the cadence of the quarter.

use chrono::NaiveDate;

use super::attendance::AttendanceReview;
use super::indicators::IndicatorReview;
use super::obstacles::ObstaclesReview;
use super::presented::PresentedReview;
use super::recommendations::RecommendationsReview;
use super::red::RedVillage;
use crate::accreditation::MissingDocument;
use crate::assess::View;
use crate::cadence::{CadenceRow, DueWindow, Streak};
use crate::calendar::{Quarter, StatedSpan};
use crate::forum::{AreaRef, Puskesmas, Source};
use crate::json::{Text, Year};

/// One quarter of one Puskesmas put together, on one day.
///
/// # What is left out
///
/// A review is made to be published. It has the names of officials as the record has them, and none of: askers of
/// proposals and recommendations, who raised an obstacle, speakers of the minutes, stated figures, writers of events,
/// apologies. No names of cadres, community or religious figures and neighbourhood heads, nor of a person of the attendance
/// list of whom only a name is recorded: their office stands there, else `…`. Phone numbers, and identity numbers of 16
/// digits, are replaced by `…`, and that is a warning.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Review {
    /// Who, when, and where the facts come from.
    pub head: ReviewHead,
    /// Whether the forum of the quarter was in time, and when the next one is due.
    pub cadence: CadenceReview,
    /// Who took part; absent without a forum that was held.
    pub attendance: Option<AttendanceReview>,
    /// The indicators that lack the largest share of their target to date, the worst first; at most five unless asked
    /// otherwise. One whose "not met" is provisional is among them; what is met, or has no target that judges, is not.
    pub first: Vec<IndicatorReview>,
    /// All other indicators, in the order in which they were handed in: for the annex.
    pub others: Vec<IndicatorReview>,
    /// The villages that are behind in most indicators, the worst first.
    pub red_villages: Vec<RedVillage>,
    /// What stands in the way, and what became of it.
    pub obstacles: ObstaclesReview,
    /// The recommendations and what became of them.
    pub recommendations: RecommendationsReview,
    /// The figures that were shown at the forum, beside those of today, in the order of the record.
    pub figures_presented: Vec<PresentedReview>,
    /// Results of the forum that its record mentions without saying what they are.
    pub outcomes_not_itemised: Vec<Text>,
    /// The documents of this forum and of the one before it, this one first.
    pub evidence: Vec<EvidenceReview>,
}

/// Who, when, and where the facts come from.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct ReviewHead {
    /// The Puskesmas; absent where no record says which.
    pub puskesmas: Option<Puskesmas>,
    /// The subdistrict, where the record of a forum has it.
    pub subdistrict: Option<AreaRef>,
    /// The district, where the record of a forum has it.
    pub district: Option<AreaRef>,
    /// The quarter.
    pub quarter: Quarter,
    /// The day on which everything is seen.
    pub as_of: NaiveDate,
    /// The months whose figures are assessed, unless an indicator has its own.
    pub view: View,
    /// The forum that counts for the quarter.
    pub forum: Option<ReviewForum>,
    /// The last forum held for an earlier quarter.
    pub previous_forum: Option<ReviewForum>,
    /// The year of the working area.
    pub area_year: Option<Year>,
    /// What is assumed about the working area and not known.
    pub assumption: Option<Text>,
    /// Where the facts about the working area come from.
    pub area_source: Option<Text>,
}

/// One forum, as the head of a review has it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct ReviewForum {
    /// Its id.
    pub id: Text,
    /// The quarter that it counts for.
    pub quarter: Quarter,
    /// The day on which it was held, or is to be held.
    pub date: Option<NaiveDate>,
    /// Whether that day is still to come.
    pub planned: bool,
    /// The quarter's label as written.
    pub label: Option<Text>,
    /// Where it was held.
    pub venue: Option<Text>,
    /// Its theme.
    pub theme: Option<Text>,
    /// The other Puskesmas that held it together with this one.
    pub joint_with: Vec<Puskesmas>,
    /// The time whose results were discussed, stated or derived.
    pub reviewed: Option<StatedSpan>,
    /// The time that was planned for, where it is stated.
    pub planned_for: Option<StatedSpan>,
    /// Where the record comes from.
    pub source: Option<Source>,
}

/// Whether the forum of the quarter was in time, and when the next one is due.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct CadenceReview {
    /// The verdict on the quarter; absent for a quarter that has not begun and has no forum. `meeting` and `duplicates` are
    /// places in the list of forums handed in.
    pub row: Option<CadenceRow>,
    /// How many quarters in a row had a forum.
    pub streak: Streak,
    /// The next due month without a forum held for its quarter; the current one while it runs.
    pub next_due: Option<DueWindow>,
}

/// The documents of one forum.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct EvidenceReview {
    /// The id of the forum.
    pub forum: Text,
    /// The quarter that it counts for.
    pub quarter: Quarter,
    /// The documents that accreditation asks for and that are not held, with what is known of each.
    pub missing: Vec<MissingDocument>,
}
