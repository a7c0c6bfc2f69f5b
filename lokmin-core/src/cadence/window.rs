//! When one forum is due, and the verdict on one quarter.

use chrono::NaiveDate;

use super::policy::CadencePolicy;
use super::settle::Entry;
use super::terms::{Status, Timing};
use crate::calendar::{Month, Quarter};

/// The days in which the forum of a quarter is due, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct DueWindow {
    /// The quarter that the forum counts for.
    pub quarter: Quarter,
    /// The first day of the due month.
    pub from: NaiveDate,
    /// The last day of the due month.
    pub to: NaiveDate,
}

/// Everything that the lateness of one quarter is measured against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub(super) due: DueWindow,
    pub(super) month: Month,
    /// The last day of the quarter in which the forum is held.
    pub(super) end: NaiveDate,
    /// The last day on which it is waited for.
    pub(super) grace_to: NaiveDate,
}

/// The verdict on one quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) status: Status,
    pub(super) timing: Option<Timing>,
    /// Months from the due month to that of the forum held.
    pub(super) months_off: Option<i64>,
    /// Late: days after the end of the quarter. Overdue: days after the due month.
    pub(super) days: Option<i64>,
}

impl Verdict {
    const fn plain(status: Status) -> Self {
        Self { status, timing: None, months_off: None, days: None }
    }
}

impl Window {
    /// Judges the quarter on a day, with the forum that counts for it.
    pub(super) fn judge(&self, counted: Option<&Entry>, policy: &CadencePolicy, as_of: NaiveDate) -> Verdict {
        match counted {
            Some(entry) if entry.is_planned(as_of) => Verdict::plain(Status::Planned),
            Some(entry) => self.judge_held(entry.date),
            None if as_of < self.due.from => Verdict::plain(Status::Upcoming),
            None if as_of <= self.due.to => Verdict::plain(Status::Due),
            None if as_of <= self.grace_to => {
                Verdict { days: Some(days_between(self.due.to, as_of)), ..Verdict::plain(Status::Overdue) }
            }
            None if policy.are_records_complete() => Verdict::plain(Status::Missed),
            None => Verdict::plain(Status::NoRecord),
        }
    }

    /// Judges a forum that was held on a day.
    pub(super) fn judge_held(&self, date: NaiveDate) -> Verdict {
        let months_off = Month::containing(date).map(|month| month.months_since(self.month));
        let held = |status| Verdict { months_off, ..Verdict::plain(status) };
        if date > self.end {
            Verdict { days: Some(days_between(self.end, date)), ..held(Status::Late) }
        } else if date < self.due.from {
            Verdict { timing: Some(Timing::Early), ..held(Status::OffMonth) }
        } else if date > self.due.to {
            Verdict { timing: Some(Timing::Late), ..held(Status::OffMonth) }
        } else {
            held(Status::OnSchedule)
        }
    }
}

/// Returns how many days `to` lies after `from`.
pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}
