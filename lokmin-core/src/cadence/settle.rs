//! Which forum counts for which quarter: the one rule behind the answers for one Puskesmas and for many.
//!
//! | step | rule |
//! | :-- | :-- |
//! | 1 | a record without a date is no forum held or planned: it counts for no quarter |
//! | 2 | two records of one day are one forum, unless `counts_for` parts them; the one that states its quarter best is kept |
//! | 3 | each forum counts for what it states, else for its label's quarter, else for that of its date |
//! | 4 | in one quarter the earliest forum counts; held ones come before planned ones |
//! | 5 | a date in the first 31 days, nothing stated, and none for the quarter before: two readings |

use chrono::NaiveDate;

use super::policy::CadencePolicy;
use super::terms::Basis;
use super::window::days_between;
use crate::calendar::Quarter;

/// Within how many days from the start of a quarter a forum may still be that of the quarter before.
const AMBIGUOUS_DAYS: i64 = 31;

/// What the rules need to know of one dated quarterly forum of one Puskesmas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Where it stands in the input.
    pub(super) row: usize,
    pub(super) date: NaiveDate,
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
        Self { row: usize::MAX, date: NaiveDate::MIN, quarter, basis: Basis::Date, recorded_twice: false }
    }

    /// Finds the quarter that a forum counts for; `None` when it has no date, or nothing puts it into a quarter.
    pub(super) fn new(
        row: usize,
        date: Option<NaiveDate>,
        counts_for: Option<Quarter>,
        label: Option<Quarter>,
        policy: &CadencePolicy,
    ) -> Option<Self> {
        let (quarter, basis) = quarter_of(date, counts_for, label, policy)?;
        Some(Self { row, date: date?, quarter, basis, recorded_twice: false })
    }

    /// Returns whether the forum is still to come on a day.
    pub(super) fn is_planned(&self, as_of: NaiveDate) -> bool {
        self.date > as_of
    }

    /// Returns the quarter that the record itself states, by `counts_for` or by its label.
    pub(super) fn stated(&self) -> Option<Quarter> {
        (self.basis != Basis::Date).then_some(self.quarter)
    }

    /// Returns the quarter in which the forum should be held by its label, when its date lies before that quarter. What
    /// `counts_for` says is decided, and not doubted.
    pub(super) fn before_quarter(&self, policy: &CadencePolicy) -> Option<Quarter> {
        let held_in = policy.held_in(self.quarter).filter(|_| self.basis == Basis::Label)?;
        (self.date < held_in.first_day()).then_some(held_in)
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
        let days_late = days_between(held_in.first_day(), self.date) + 1;
        let quarter = self.quarter.previous()?;
        (days_late <= AMBIGUOUS_DAYS && !is_taken(quarter)).then_some(OtherReading { quarter, days_late })
    }
}

/// Finds the quarter that a forum counts for and why: what is stated, else its label's quarter, else that of its date.
pub(super) fn quarter_of(
    date: Option<NaiveDate>,
    counts_for: Option<Quarter>,
    label: Option<Quarter>,
    policy: &CadencePolicy,
) -> Option<(Quarter, Basis)> {
    let by_date = || date.and_then(Quarter::containing).and_then(|held_in| policy.quarter_of(held_in));
    match (counts_for, label) {
        (Some(quarter), _) => Some((quarter, Basis::CountsFor)),
        (None, Some(quarter)) => Some((quarter, Basis::Label)),
        (None, None) => Some((by_date()?, Basis::Date)),
    }
}

/// Moves the records that tell of a forum already told of to the end, reports each as (dropped, kept), and returns how
/// many are left, in the order of date.
///
/// Records of one day that `counts_for` puts into different quarters are different forums; each other record of that day
/// tells of the one for its quarter, or else of the first.
pub(super) fn drop_recorded_twice(entries: &mut [Entry], mut report: impl FnMut(Entry, Entry)) -> usize {
    entries.sort_unstable_by(|a, b| {
        let decided = |entry: &Entry| (entry.basis == Basis::CountsFor).then_some(entry.quarter);
        let key = |entry: &Entry| (entry.date, entry.basis, decided(entry), entry.row);
        key(a).cmp(&key(b))
    });
    let (mut left, mut first_of_day) = (0_usize, 0_usize);
    for index in 0..entries.len() {
        let Some(entry) = entries.get(index).copied() else { break };
        if entries.get(first_of_day).is_none_or(|first| first.date != entry.date) {
            first_of_day = left;
        }
        // In the order of their quarters: there are several only where each is decided.
        let of_day = entries.get_mut(first_of_day..left).unwrap_or_default();
        let same = of_day.binary_search_by_key(&entry.quarter, |kept| kept.quarter);
        if same.is_err() && entry.basis == Basis::CountsFor {
            entries.swap(left, index);
            left += 1;
            continue;
        }
        if let Some(kept) = of_day.get_mut(same.unwrap_or(0)) {
            kept.recorded_twice = true;
            report(entry, *kept);
        } else {
            entries.swap(left, index);
            left += 1;
        }
    }
    left
}

/// Sorts by quarter; in each quarter the forum that counts comes first.
pub(super) fn sort_by_quarter(entries: &mut [Entry], as_of: NaiveDate) {
    entries.sort_unstable_by_key(|entry| (entry.quarter, entry.is_planned(as_of), entry.date, entry.row));
}

/// Returns the forums of one quarter, the one that counts first; `entries` are sorted by quarter.
pub(super) fn of_quarter(entries: &[Entry], quarter: Quarter) -> &[Entry] {
    let start = entries.partition_point(|entry| entry.quarter < quarter);
    let tail = entries.get(start..).unwrap_or_default();
    let length = tail.partition_point(|entry| entry.quarter == quarter);
    tail.get(..length).unwrap_or_default()
}
