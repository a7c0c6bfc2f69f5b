//! What the next forum has to look at.

use std::cmp::Reverse;

use super::follow_up::{FollowUp, Snapshot};
use super::terms::{AgendaReason, State};
use crate::calendar::Quarter;

/// A recommendation that the next forum has to look at.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct AgendaItem<'a> {
    /// Why, in the order of [`AgendaReason`].
    pub reasons: Vec<AgendaReason>,
    /// Where it stands.
    #[serde(flatten)]
    pub follow_up: FollowUp<'a>,
}

impl<'a> Snapshot<'a> {
    /// Returns the agenda of a forum on the day of the view: what is overdue, waits for an answer, is due in the quarter of
    /// that day, was put off until that day or an earlier one, or was carried over and is still open.
    ///
    /// First by reason, then the longest overdue or waiting, then by USG, then by id.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{calendar::parse_iso_date, recommendation::Register};
    /// assert!(Register::default().as_of(parse_iso_date("2025-10-01")?).agenda(None).is_empty());
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn agenda(&self, puskesmas: Option<&str>) -> Vec<AgendaItem<'a>> {
        let quarter = Quarter::containing(self.on);
        let with_reasons =
            |follow_up: FollowUp<'a>| AgendaItem { reasons: self.reasons(&follow_up, quarter), follow_up };
        let items = self.follow_up(puskesmas).into_iter().map(with_reasons);
        let mut items: Vec<AgendaItem<'a>> = items.filter(|item| !item.reasons.is_empty()).collect();
        items.sort_by_key(|AgendaItem { reasons, follow_up }| {
            let days = follow_up.overdue_days.or(follow_up.waiting_days);
            let urgency = follow_up.usg.map(|usg| usg.total);
            (reasons.first().copied(), Reverse(days), Reverse(urgency), follow_up.recommendation)
        });
        items
    }

    fn reasons(&self, follow_up: &FollowUp<'_>, quarter: Option<Quarter>) -> Vec<AgendaReason> {
        let is_at_work = matches!(follow_up.state, State::Agreed | State::InProgress);
        let is_due = is_at_work && follow_up.due.is_some() && follow_up.due.and_then(Quarter::containing) == quarter;
        let is_deferred_until_now = follow_up.deferred_until.is_some_and(|until| until <= self.on);
        let holds = |reason: &AgendaReason| match reason {
            AgendaReason::Overdue => follow_up.is_overdue(),
            AgendaReason::AwaitingReply => follow_up.is_waiting(),
            AgendaReason::DueThisQuarter => is_due,
            AgendaReason::DeferredUntilNow => follow_up.state == State::Deferred && is_deferred_until_now,
            AgendaReason::CarriedOver => follow_up.state.is_open() && follow_up.times_carried > 0,
        };
        AgendaReason::ALL.iter().copied().filter(holds).collect()
    }
}
