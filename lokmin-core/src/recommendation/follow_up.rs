//! Where recommendations stand on a day, and what follows from it: overdue, late, waiting, old, carried over.
//!
//! | derived | rule |
//! | :-- | :-- |
//! | overdue | after its due date in `agreed` or `in_progress`, or deferred and past that day; never while escalated |
//! | late | days after the *first* due date, until it was done, or until the day of the view while it is open |
//! | waiting | days since it was escalated, while nobody has decided; a reply `noted` decides nothing |
//! | age | days since it was first proposed, until it was done, or until the day of the view while it is open |
//! | times carried | how many forums have taken it over |
//!
//! None of this is stored: it is worked out from the events, for the day of the view.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::content::{Content, Owner, Usg};
use super::event::{Act, Event};
use super::id::{Id, Score};
use super::register::{Entry, Register};
use super::replay::{Place, Standing, event_at};
use super::terms::{Addressee, Lacking, PublicStatus, ReplyOutcome, State, Step};
use super::transition::legal_steps;
use crate::calendar::Quarter;
use crate::forum::Villages;
use crate::indicator::IndicatorCode;
use crate::json::{Count, Text, terms};

terms! {
    /// Where the quarter of a recommendation comes from.
    pub enum QuarterBasis {
        /// The recommendation states it.
        Stated = "stated", "tertulis", "stated";
        /// It is that of the day on which it was proposed.
        Derived = "derived", "diturunkan", "derived";
    }
}

/// A register as it was on a day.
#[derive(Clone, Copy, Debug)]
pub struct Snapshot<'a> {
    pub(super) register: &'a Register,
    pub(super) on: NaiveDate,
    is_as_known: bool,
}

/// Urgency, seriousness and growth, their sum, and the rank among the open recommendations listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct UsgSum {
    /// 1 to 5.
    pub urgency: Score,
    /// 1 to 5.
    pub seriousness: Score,
    /// 1 to 5.
    pub growth: Score,
    /// The sum, 3 to 15.
    pub total: u8,
    /// 1 for the highest sum; equal sums share a rank, and the next one is passed over: 1, 2, 2, 4. None when not open.
    pub rank: Option<usize>,
}

/// The last report of progress.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Progress<'a> {
    /// The day of the report.
    pub on: NaiveDate,
    /// What it says.
    pub text: Option<&'a Text>,
    /// In how many villages it is done.
    pub done: Option<Count>,
    /// Out of how many.
    pub of: Option<Count>,
}

/// One recommendation on one day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct FollowUp<'a> {
    /// Its id.
    pub recommendation: &'a Id,
    /// Where it stands.
    pub state: State,
    /// What people outside see; none where it was rejected or cancelled.
    pub public_status: Option<PublicStatus>,
    /// What is to be done.
    pub action: &'a Text,
    /// The Puskesmas that it binds.
    pub puskesmas: &'a [Id],
    /// The forum that it comes from.
    pub forum: Option<&'a Id>,
    /// The quarter that it belongs to.
    pub quarter: Option<Quarter>,
    /// Where the quarter comes from.
    pub quarter_basis: QuarterBasis,
    /// Who owns it.
    pub owners: &'a [Owner],
    /// What is missing before anybody can act on it; in agreed and in progress.
    pub missing: Vec<Lacking>,
    /// Until when it should be done.
    pub due: Option<NaiveDate>,
    /// Until when it was to be done when it was agreed.
    pub first_due: Option<NaiveDate>,
    /// By what one will see that it worked.
    pub measure: Option<&'a Text>,
    /// The indicators that it is meant to better.
    pub indicators: &'a [IndicatorCode],
    /// The villages meant.
    pub villages: Option<&'a Villages>,
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
    /// How many days it is or was later than its first due date, from 0; none without one, or where it was given up.
    pub late_days: Option<i64>,
    /// How many days it has waited for an answer, from 0.
    pub waiting_days: Option<i64>,
    /// Whose answer it waits for.
    pub waiting_for: Option<Addressee>,
    /// What was answered meanwhile, where that decides nothing.
    pub reply: Option<ReplyOutcome>,
    /// How many days old it is, or was when it was done; none where it was given up.
    pub age_days: Option<i64>,
    /// How many forums have taken it over.
    pub times_carried: usize,
    /// Those forums.
    pub carried_into: Vec<Id>,
    /// Until when it is put off.
    pub deferred_until: Option<NaiveDate>,
    /// The recommendation that took its place.
    pub superseded_by: Option<&'a Id>,
    /// The last report of progress.
    pub progress: Option<Progress<'a>>,
    /// The steps that are possible.
    pub legal_steps: Vec<Step>,
}

impl Register {
    /// Returns the register as it was on a day: with the events that had happened by then.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{calendar::parse_iso_date, recommendation::Register};
    /// let register = Register::default();
    /// assert!(register.as_of(parse_iso_date("2025-10-01")?).follow_up(None).is_empty());
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub const fn as_of(&self, day: NaiveDate) -> Snapshot<'_> {
        Snapshot { register: self, on: day, is_as_known: false }
    }

    /// Returns the register as it was known on a day: with the events that had happened and were written down by then.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{calendar::parse_iso_date, recommendation::Register};
    /// let register = Register::default();
    /// assert!(register.known_by(parse_iso_date("2025-10-01")?).follow_up(None).is_empty());
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub const fn known_by(&self, day: NaiveDate) -> Snapshot<'_> {
        Snapshot { register: self, on: day, is_as_known: true }
    }
}

impl<'a> Snapshot<'a> {
    /// Returns where every recommendation stands, by id; of all Puskesmas, or of those that bind one.
    #[must_use]
    pub fn follow_up(&self, puskesmas: Option<&str>) -> Vec<FollowUp<'a>> {
        let entries = self.register.sorted().into_iter();
        let chosen = self.chosen();
        let binds = |follow_up: &FollowUp<'_>| {
            puskesmas.is_none_or(|wanted| follow_up.puskesmas.iter().any(|one| one.as_str() == wanted))
        };
        let mut list: Vec<FollowUp<'a>> = entries.filter_map(|entry| self.one(entry, &chosen)).filter(binds).collect();
        rank(&mut list);
        list
    }

    /// Returns where one recommendation stands, or `None` when there was none of that id.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{calendar::parse_iso_date, recommendation::Register};
    /// assert!(Register::default().as_of(parse_iso_date("2025-10-01")?).of("r1").is_none());
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn of(&self, recommendation: &str) -> Option<FollowUp<'a>> {
        let mut found = [self.one(self.register.entry(recommendation)?, &self.chosen())?];
        rank(&mut found);
        found.into_iter().next()
    }

    pub(super) fn sees(&self, event: &Event) -> bool {
        event.on <= self.on && (!self.is_as_known || event.known_on() <= self.on)
    }

    /// Which of the events with one id counts, of those that the view sees.
    pub(super) fn chosen(&self) -> BTreeMap<&'a Id, Place> {
        let register: &'a Register = self.register;
        let first = |lines: &BTreeMap<String, Place>| {
            lines
                .values()
                .copied()
                .find(|place| event_at(&register.events, Some(*place)).is_some_and(|event| self.sees(event)))
        };
        register.twins.iter().filter_map(|(id, lines)| Some((id, first(lines)?))).collect()
    }

    /// The state of now serves as long as the view sees every event.
    pub(super) fn standing(&self, entry: &'a Entry, chosen: &BTreeMap<&Id, Place>) -> Cow<'a, Standing> {
        if entry.latest <= self.on && self.register.twins.is_empty() {
            return Cow::Borrowed(&entry.standing);
        }
        let chosen = |id: &Id| chosen.get(id).copied();
        Cow::Owned(self.register.replay(&entry.events, |event| self.sees(event), chosen))
    }

    fn one(&self, entry: &'a Entry, chosen: &BTreeMap<&Id, Place>) -> Option<FollowUp<'a>> {
        let standing = self.standing(entry, chosen);
        let register: &'a Register = self.register;
        let events = &register.events;
        let at = |place: Option<Place>| event_at(events, place);
        let state = standing.state?;
        let proposed_on = standing.proposed_on?;
        let content = content(at(standing.proposal)?)?;
        let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days();
        let ended_on = match state {
            State::Done | State::Verified => standing.done_on,
            State::Rejected | State::Cancelled => None,
            _ => Some(self.on),
        };
        let overdue_from = match state {
            State::Agreed | State::InProgress => standing.due,
            State::Deferred => standing.until,
            _ => None,
        };
        let escalation = at(standing.escalation).map(|event| &event.act);
        let carried_into = standing.carried_into();
        let stated = content.quarter;
        Some(FollowUp {
            recommendation: &entry.id,
            state,
            public_status: state.public_status(),
            action: action(at(standing.action)?)?,
            puskesmas: content.puskesmas.as_slice(),
            forum: content.forum.as_ref(),
            quarter: stated.or_else(|| Quarter::containing(proposed_on)),
            quarter_basis: if stated.is_some() { QuarterBasis::Stated } else { QuarterBasis::Derived },
            owners: standing.owners(events),
            missing: match state {
                State::Agreed | State::InProgress => standing.missing(events),
                _ => Vec::new(),
            },
            due: standing.due,
            first_due: standing.first_due,
            measure: standing.measure(events),
            indicators: &content.indicators,
            villages: content.villages.as_ref(),
            usg: content.usg.as_ref().map(UsgSum::of),
            proposed_on,
            agreed_on: standing.agreed_on,
            done_on: standing.done_on,
            verified_on: standing.verified_on,
            overdue_days: overdue_from.map(|due| days(due, self.on)).filter(|days| *days > 0),
            late_days: standing.first_due.zip(ended_on).map(|(due, end)| days(due, end).max(0)),
            waiting_days: standing.escalated_on.map(|since| days(since, self.on)),
            waiting_for: match escalation {
                Some(Act::Escalate(escalation)) => Some(escalation.to),
                _ => None,
            },
            reply: match at(standing.reply.filter(|_| escalation.is_some())).map(|event| &event.act) {
                Some(Act::Reply(reply)) => Some(reply.outcome),
                _ => None,
            },
            age_days: ended_on.map(|end| days(proposed_on, end)),
            times_carried: carried_into.len(),
            carried_into,
            deferred_until: standing.until,
            superseded_by: match at(standing.successor).map(|event| &event.act) {
                Some(Act::Supersede(superseding)) => Some(&superseding.by_recommendation),
                _ => None,
            },
            progress: at(standing.progress).map(Progress::of),
            legal_steps: legal_steps(Some(state)),
        })
    }
}

impl FollowUp<'_> {
    /// Returns whether its day has passed.
    #[must_use]
    pub const fn is_overdue(&self) -> bool {
        self.overdue_days.is_some()
    }

    /// Returns whether it was passed on, and nobody has decided.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.state == State::Escalated
    }
}

impl UsgSum {
    fn of(usg: &Usg) -> Self {
        let Usg { urgency, seriousness, growth } = *usg;
        Self { urgency, seriousness, growth, total: usg.total(), rank: None }
    }
}

impl<'a> Progress<'a> {
    fn of(event: &'a Event) -> Self {
        let villages = match &event.act {
            Act::Progress(advance) => advance.villages.as_ref(),
            _ => None,
        };
        Self {
            on: event.on,
            text: event.text.as_ref(),
            done: villages.map(|villages| villages.done),
            of: villages.map(|villages| villages.of),
        }
    }
}

/// Ranks the open recommendations of a list by USG.
fn rank(list: &mut [FollowUp<'_>]) {
    let is_ranked = |follow_up: &FollowUp<'_>| follow_up.state.is_open();
    let mut totals: Vec<u8> =
        list.iter().filter(|one| is_ranked(one)).filter_map(|one| one.usg.map(|usg| usg.total)).collect();
    totals.sort_unstable_by(|one, other| other.cmp(one));
    for follow_up in list.iter_mut().filter(|one| is_ranked(one)) {
        if let Some(usg) = &mut follow_up.usg {
            usg.rank = Some(totals.partition_point(|total| *total > usg.total) + 1);
        }
    }
}

/// Returns what a recommendation was proposed as.
pub(super) fn content(event: &Event) -> Option<&Content> {
    match &event.act {
        Act::Propose(proposing) => Some(&proposing.content),
        _ => None,
    }
}

/// Returns what is to be done, by the event that said so last.
fn action(event: &Event) -> Option<&Text> {
    match &event.act {
        Act::Propose(proposing) => Some(&proposing.content.action),
        Act::Amend(amendment) => amendment.action.as_ref(),
        _ => None,
    }
}
