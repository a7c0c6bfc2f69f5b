//! Which forum counts for which quarter: the one rule behind the answers for one Puskesmas and for many.
//!
//! | step | rule |
//! | :-- | :-- |
//! | 1 | two records of one day are one forum; the one that states its quarter best is kept |
//! | 2 | each forum counts for what it states, else for its label's quarter, else for that of its date |
//! | 3 | in one quarter the earliest forum counts; held ones come before planned ones |
//! | 4 | a date in the first 31 days, nothing stated, and none for the quarter before: two readings |

use chrono::NaiveDate;

use super::policy::CadencePolicy;
use super::terms::Basis;
use super::window::days_between;
use crate::calendar::Quarter;

/// Within how many days from the start of a quarter a forum may still be that of the quarter before.
const AMBIGUOUS_DAYS: i64 = 31;

/// What the rules need to know of one quarterly forum of one Puskesmas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Where it stands in the input.
    pub(super) row: usize,
    pub(super) date: Option<NaiveDate>,
    pub(super) quarter: Quarter,
    pub(super) basis: Basis,
    /// Whether another record of the same day was dropped for this one.
    pub(super) recorded_twice: bool,
}

/// Another quarter that a forum could belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct OtherReading {
    /// The quarter before the one that the forum counts for.
    pub quarter: Quarter,
    /// How many days after the end of that quarter's time the forum would have been held, 1 to 31.
    pub days_late: i64,
}

impl Entry {
    /// Returns what stands where no forum has been put yet.
    pub(super) const fn empty(quarter: Quarter) -> Self {
        Self { row: usize::MAX, date: None, quarter, basis: Basis::Date, recorded_twice: false }
    }

    /// Finds the quarter that a forum counts for; `None` when it has neither a date nor a quarter.
    pub(super) fn new(
        row: usize,
        date: Option<NaiveDate>,
        counts_for: Option<Quarter>,
        label: Option<Quarter>,
        policy: &CadencePolicy,
    ) -> Option<Self> {
        let by_date = || date.and_then(Quarter::containing).and_then(|held_in| policy.quarter_of(held_in));
        let (quarter, basis) = match (counts_for, label) {
            (Some(quarter), _) => (quarter, Basis::CountsFor),
            (None, Some(quarter)) => (quarter, Basis::Label),
            (None, None) => (by_date()?, Basis::Date),
        };
        Some(Self { row, date, quarter, basis, recorded_twice: false })
    }

    /// Returns whether the forum is still to come on a day.
    pub(super) fn is_planned(&self, policy: &CadencePolicy, as_of: NaiveDate) -> bool {
        match self.date {
            Some(date) => date > as_of,
            None => policy.held_in(self.quarter).is_none_or(|held_in| held_in.first_day() > as_of),
        }
    }

    /// Returns the other reading of a forum that states no quarter, unless `is_taken` says that the quarter before has
    /// a forum of its own.
    pub(super) fn other_reading(
        &self,
        policy: &CadencePolicy,
        is_taken: impl FnOnce(Quarter) -> bool,
    ) -> Option<OtherReading> {
        if self.basis != Basis::Date {
            return None;
        }
        let held_in = policy.held_in(self.quarter)?;
        let days_late = days_between(held_in.first_day(), self.date?) + 1;
        let quarter = self.quarter.previous()?;
        (days_late <= AMBIGUOUS_DAYS && !is_taken(quarter)).then_some(OtherReading { quarter, days_late })
    }
}

/// Moves the records that tell of a forum already told of to the end, reports each as (dropped, kept), and returns how
/// many are left.
///
/// Those are in the order of date; the ones without a date come last.
pub(super) fn drop_recorded_twice(entries: &mut [Entry], mut report: impl FnMut(Entry, Entry)) -> usize {
    entries.sort_unstable_by(|a, b| {
        let by_date = || a.date.is_none().cmp(&b.date.is_none()).then(a.date.cmp(&b.date));
        by_date().then_with(|| (a.basis, a.row).cmp(&(b.basis, b.row)))
    });
    let mut left = 0_usize;
    for index in 0..entries.len() {
        let Some(entry) = entries.get(index).copied() else { break };
        if let Some(kept) = left.checked_sub(1).and_then(|last| entries.get_mut(last))
            && entry.date.is_some()
            && entry.date == kept.date
        {
            kept.recorded_twice = true;
            report(entry, *kept);
            continue;
        }
        entries.swap(left, index);
        left += 1;
    }
    left
}

/// Sorts by quarter; in each quarter the forum that counts comes first.
pub(super) fn sort_by_quarter(entries: &mut [Entry], policy: &CadencePolicy, as_of: NaiveDate) {
    let within = |entry: &Entry| (entry.is_planned(policy, as_of), entry.date.is_none(), entry.date, entry.row);
    entries.sort_unstable_by(|a, b| a.quarter.cmp(&b.quarter).then_with(|| within(a).cmp(&within(b))));
}

/// Returns the forums of one quarter, the one that counts first; `entries` are sorted by quarter.
pub(super) fn of_quarter(entries: &[Entry], quarter: Quarter) -> &[Entry] {
    let start = entries.partition_point(|entry| entry.quarter < quarter);
    let tail = entries.get(start..).unwrap_or_default();
    let length = tail.partition_point(|entry| entry.quarter == quarter);
    tail.get(..length).unwrap_or_default()
}
