//! The recommendations of a review: what became of those of last time, what was recommended this time, what comes next.

use chrono::NaiveDate;

use crate::calendar::Quarter;
use crate::forum::Villages;
use crate::indicator::IndicatorCode;
use crate::json::{Count, Text};
use crate::recommendation::{
    Addressee, AgendaReason, FigureRow, Figures, Id, Lacking, Owner, PublicStatus, ReplyOutcome, State, Step, Support,
    UsgSum,
};

/// The recommendations that bind the Puskesmas, on the day of the review.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct RecommendationsReview {
    /// Those that the forum before this one made or took over, by id: what this forum has to hear about. Without an earlier
    /// forum, those of the quarter before.
    pub previous: Vec<RecommendationReview>,
    /// The figures of `previous`.
    pub previous_figures: FigureRow,
    /// Those that the forum of the quarter made, by id.
    pub this: Vec<RecommendationReview>,
    /// All others that are still open, by id.
    pub other_open: Vec<RecommendationReview>,
    /// What the next forum has to look at, the most urgent first.
    pub agenda: Vec<AgendaReview>,
    /// The figures of all recommendations that bind the Puskesmas, by the sector that owns them.
    pub figures: Figures,
}

/// One recommendation, as it may be published: who asked for it and who wrote its events are left out.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct RecommendationReview {
    /// Its id.
    pub id: Id,
    /// What is to be done.
    pub action: Text,
    /// Where it stands.
    pub state: State,
    /// What people outside see; none where it was rejected or cancelled.
    pub public_status: Option<PublicStatus>,
    /// The forum that it comes from.
    pub forum: Option<Id>,
    /// The quarter that it belongs to.
    pub quarter: Option<Quarter>,
    /// The problem in words.
    pub problem: Option<Text>,
    /// The id of the obstacle that it is meant to remove.
    pub obstacle: Option<Id>,
    /// The indicators that it is meant to better.
    pub indicators: Vec<IndicatorCode>,
    /// The villages meant.
    pub villages: Option<Villages>,
    /// Who owns it.
    pub owners: Vec<Owner>,
    /// What is asked of each sector.
    pub support: Vec<Support>,
    /// What is missing before anybody can act on it; in agreed and in progress.
    pub missing: Vec<Lacking>,
    /// Until when it should be done.
    pub due: Option<NaiveDate>,
    /// Until when it was to be done when it was agreed.
    pub first_due: Option<NaiveDate>,
    /// By what one will see that it worked.
    pub measure: Option<Text>,
    /// How urgent it is.
    pub usg: Option<UsgSum>,
    /// The day on which it was first proposed.
    pub proposed_on: NaiveDate,
    /// The day on which it was first agreed.
    pub agreed_on: Option<NaiveDate>,
    /// The day on which it was done.
    pub done_on: Option<NaiveDate>,
    /// The day on which it was verified.
    pub verified_on: Option<NaiveDate>,
    /// How many days it is overdue, from 1.
    pub overdue_days: Option<i64>,
    /// How many days it is or was later than its first due date, from 0.
    pub late_days: Option<i64>,
    /// How many days it has waited for an answer, from 0.
    pub waiting_days: Option<i64>,
    /// Whose answer it waits for.
    pub waiting_for: Option<Addressee>,
    /// What was answered meanwhile, where that decides nothing.
    pub reply: Option<ReplyOutcome>,
    /// Until when it is put off.
    pub deferred_until: Option<NaiveDate>,
    /// How many forums have taken it over.
    pub times_carried: usize,
    /// The recommendation that took its place.
    pub superseded_by: Option<Id>,
    /// The last report of progress.
    pub progress: Option<ProgressReview>,
    /// What happened after the forum before this one, until the day of the review, in order: steps and days only.
    pub since: Vec<Happened>,
}

/// The last report of progress.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ProgressReview {
    /// The day of the report.
    pub on: NaiveDate,
    /// What it says.
    pub text: Option<Text>,
    /// In how many villages it is done.
    pub done: Option<Count>,
    /// Out of how many.
    pub of: Option<Count>,
}

/// One step of a recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Happened {
    /// The day.
    pub on: NaiveDate,
    /// The step.
    pub step: Step,
}

/// A recommendation that the next forum has to look at.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct AgendaReview {
    /// Why, in the order of [`AgendaReason`].
    pub reasons: Vec<AgendaReason>,
    /// The recommendation.
    #[serde(flatten)]
    pub recommendation: RecommendationReview,
}
