//! The recommendations of a review: what became of those of last time, what was recommended this time, what comes next.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::obstacles::{LinkedRecommendation, Links};
use super::privacy::Publisher;
use crate::calendar::Quarter;
use crate::forum::{Forum, Villages};
use crate::indicator::IndicatorCode;
use crate::json::{Count, Text};
use crate::recommendation::{
    Act, Addressee, AgendaReason, BudgetSource, Cause, Content, Event, FigureKey, FigureRow, Figures, FollowUp,
    History, Id, Lacking, Owner, PublicStatus, ReplyOutcome, Snapshot, State, Step, Support, UsgSum,
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
    /// What causes the problem.
    pub causes: Vec<Cause>,
    /// Where the money comes from.
    pub budget: Vec<BudgetSource>,
    /// What shows that it was done, as the last one who completed it said.
    pub evidence: Vec<Text>,
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

/// The recommendations of one Puskesmas on the day of the review, and what they say.
pub(super) struct Followed<'a> {
    snapshot: Snapshot<'a>,
    puskesmas: Option<&'a str>,
    /// By id.
    list: BTreeMap<&'a Id, History<'a>>,
}

/// The forums that recommendations are sorted by.
pub(super) struct Forums<'a> {
    /// The quarter of the review.
    pub(super) quarter: Quarter,
    /// The forum of that quarter.
    pub(super) this: Option<&'a Forum>,
    /// The last forum before it, and its quarter.
    pub(super) previous: Option<(Quarter, &'a Forum)>,
    /// Every forum on record.
    pub(super) known: BTreeSet<&'a str>,
}

impl Forums<'_> {
    /// Returns the quarter whose recommendations this forum has to hear about.
    fn previous_quarter(&self) -> Option<Quarter> {
        self.previous.map_or_else(|| self.quarter.previous(), |(quarter, _)| Some(quarter))
    }

    /// Returns whether a recommendation comes from a forum; where its own is not on record, its quarter decides.
    fn is_of(&self, one: &FollowUp<'_>, forum: Option<&Forum>, quarter: Option<Quarter>) -> bool {
        match one.forum.filter(|id| self.known.contains(id.as_str())) {
            Some(id) => forum.is_some_and(|forum| forum.id.as_str() == id.as_str()),
            None => quarter.is_some() && one.quarter == quarter,
        }
    }

    fn is_previous(&self, one: &FollowUp<'_>) -> bool {
        let forum = self.previous.map(|(_, forum)| forum);
        let is_carried = |forum: &Forum| one.carried_into.iter().any(|id| id.as_str() == forum.id.as_str());
        forum.is_some_and(is_carried) || self.is_of(one, forum, self.previous_quarter())
    }
}

impl<'a> Followed<'a> {
    pub(super) fn new(snapshot: Snapshot<'a>, puskesmas: Option<&'a str>) -> Self {
        let histories = snapshot.histories(puskesmas).into_iter();
        let list = histories.map(|history| (history.follow_up.recommendation, history)).collect();
        Self { snapshot, puskesmas, list }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn events(&self, one: &FollowUp<'_>) -> &[&'a Event] {
        self.list.get(one.recommendation).map_or(&[], |history| &history.events)
    }

    fn content(&self, one: &FollowUp<'_>) -> Option<&'a Content> {
        self.events(one).iter().find_map(|event| match &event.act {
            Act::Propose(proposing) => Some(&proposing.content),
            _ => None,
        })
    }

    /// What the last step that completed a recommendation gave as proof.
    fn evidence(&self, one: &FollowUp<'_>) -> impl Iterator<Item = &'a Text> {
        let completion = self.events(one).iter().rev().find_map(|event| match &event.act {
            Act::Complete(completion) => Some(completion.evidence.as_slice()),
            _ => None,
        });
        completion.unwrap_or_default().iter()
    }

    /// Returns the recommendations about each obstacle; one whose forum is not stated belongs to that of its quarter.
    pub(super) fn links(&self, forums: &'a [(Quarter, &'a Forum)], publisher: &Publisher) -> Links<'a> {
        let of_quarter: BTreeMap<Quarter, &str> =
            forums.iter().map(|(quarter, forum)| (*quarter, forum.id.as_str())).collect();
        let mut links = Links::new();
        for one in self.list.values().map(|history| &history.follow_up) {
            let Some(obstacle) = self.content(one).and_then(|content| content.obstacle.as_ref()) else { continue };
            let stated = one.forum.map(Id::as_str);
            let Some(forum) = stated.or_else(|| of_quarter.get(&one.quarter?).copied()) else { continue };
            links.entry((forum, obstacle.as_str())).or_default().push(LinkedRecommendation {
                id: one.recommendation.clone(),
                action: publisher.text(one.action),
                state: one.state,
                public_status: one.public_status,
            });
        }
        links
    }

    /// Sorts the recommendations by the forum that they come from.
    pub(super) fn review(&self, forums: &Forums<'_>, publisher: &Publisher) -> RecommendationsReview {
        let since = forums.previous.and_then(|(_, forum)| forum.held_on);
        let (mut previous, mut this, mut other_open) = (Vec::new(), Vec::new(), Vec::new());
        let mut of_previous = Vec::new();
        for one in self.list.values().map(|history| &history.follow_up) {
            if forums.is_previous(one) {
                previous.push(self.one(one, since, publisher));
                of_previous.push(one);
            } else if forums.is_of(one, forums.this, Some(forums.quarter)) {
                this.push(self.one(one, since, publisher));
            } else if one.state.is_open() {
                other_open.push(self.one(one, since, publisher));
            }
        }
        let agenda = self.snapshot.agenda(self.puskesmas).into_iter().map(|item| AgendaReview {
            recommendation: self.one(&item.follow_up, since, publisher),
            reasons: item.reasons,
        });
        RecommendationsReview {
            previous,
            previous_figures: FigureRow::of(of_previous),
            this,
            other_open,
            agenda: agenda.collect(),
            figures: self.snapshot.figures(FigureKey::Sector, self.puskesmas),
        }
    }

    fn one(&self, one: &FollowUp<'_>, since: Option<NaiveDate>, publisher: &Publisher) -> RecommendationReview {
        let content = self.content(one);
        let later = self.events(one).iter().filter(|event| since.is_none_or(|since| event.on > since));
        RecommendationReview {
            id: one.recommendation.clone(),
            action: publisher.text(one.action),
            state: one.state,
            public_status: one.public_status,
            forum: one.forum.cloned(),
            quarter: one.quarter,
            problem: publisher.option(content.and_then(|content| content.problem.as_ref())),
            obstacle: content.and_then(|content| content.obstacle.clone()),
            indicators: one.indicators.to_vec(),
            villages: one.villages.map(|villages| publisher.villages(villages)),
            owners: one.owners.iter().map(|owner| publisher.owner(owner)).collect(),
            support: content
                .map(|content| content.support.iter().map(|support| publisher.support(support)).collect())
                .unwrap_or_default(),
            missing: one.missing.clone(),
            due: one.due,
            first_due: one.first_due,
            measure: publisher.option(one.measure),
            causes: content.map(|content| content.causes.clone()).unwrap_or_default(),
            budget: content.map(|content| content.budget.clone()).unwrap_or_default(),
            evidence: self.evidence(one).map(|proof| publisher.text(proof)).collect(),
            usg: one.usg,
            proposed_on: one.proposed_on,
            agreed_on: one.agreed_on,
            done_on: one.done_on,
            verified_on: one.verified_on,
            overdue_days: one.overdue_days,
            late_days: one.late_days,
            waiting_days: one.waiting_days,
            waiting_for: one.waiting_for,
            reply: one.reply,
            deferred_until: one.deferred_until,
            times_carried: one.times_carried,
            superseded_by: one.superseded_by.cloned(),
            progress: one.progress.as_ref().map(|progress| ProgressReview {
                on: progress.on,
                text: publisher.option(progress.text),
                done: progress.done,
                of: progress.of,
            }),
            since: later.map(|event| Happened { on: event.on, step: event.act.step() }).collect(),
        }
    }
}
