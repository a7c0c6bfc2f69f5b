//! The quarters of many Puskesmas at once: columns in, columns out, the same verdicts as one by one.
//!
//! Labels are read before (by `parse_quarter`), so that a row costs no allocation. Output rows are in the order of the
//! Puskesmas' names, then of the quarters; every Puskesmas of the dictionary has a row for every quarter.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::policy::CadencePolicy;
use super::settle::{Entry, drop_recorded_twice, sort_by_quarter};
use super::terms::{MeetingKind, Status, Timing};
use super::window::Window;
use crate::calendar::Quarter;
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode, Problems};

/// The largest number of cells (Puskesmas times quarters) of one answer.
const MOST_CELLS: u64 = 100_000_000;

/// What else there is to know of a cell, as bits.
pub mod flag {
    /// The forum could belong to the quarter before.
    pub const AMBIGUOUS: u32 = 1;
    /// Further forums count for the same quarter.
    pub const DUPLICATE: u32 = 1 << 1;
    /// The forum is recorded twice.
    pub const RECORDED_TWICE: u32 = 1 << 2;
    /// Off month, before the due month.
    pub const EARLY: u32 = 1 << 3;
    /// Off month, after the due month.
    pub const LATE_IN_QUARTER: u32 = 1 << 4;
}

/// Texts as numbers: a dictionary and a key for each row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dictionary {
    /// The distinct texts, in order.
    pub names: Vec<String>,
    /// For each row the place of its text in `names`.
    pub keys: Vec<u32>,
}

impl Dictionary {
    /// Makes the dictionary of the texts of a column.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::cadence::Dictionary;
    /// let dictionary = Dictionary::of(&["P2", "P1", "P2"]);
    /// assert_eq!((dictionary.names, dictionary.keys), (vec!["P1".to_owned(), "P2".to_owned()], vec![1, 0, 1]));
    /// ```
    #[must_use]
    pub fn of(texts: &[&str]) -> Self {
        let mut seen: HashMap<&str, u32> = HashMap::new();
        let mut distinct: Vec<&str> = Vec::new();
        let mut keys: Vec<u32> = Vec::with_capacity(texts.len());
        for text in texts {
            let next = u32::try_from(distinct.len()).unwrap_or(u32::MAX);
            keys.push(*seen.entry(text).or_insert_with(|| {
                distinct.push(text);
                next
            }));
        }
        // From the order in which the texts were first seen to that of the texts.
        let mut order: Vec<(&str, usize)> = distinct.into_iter().zip(0..).collect();
        order.sort_unstable();
        let mut ranks = vec![0_u32; order.len()];
        for ((_, place), rank) in order.iter().zip(0..) {
            if let Some(slot) = ranks.get_mut(*place) {
                *slot = rank;
            }
        }
        for key in &mut keys {
            *key = ranks.get(*key as usize).copied().unwrap_or_default();
        }
        let names = order.into_iter().map(|(text, _)| text.to_owned()).collect();
        Self { names, keys }
    }
}

/// The forums of many Puskesmas, one row each; all columns have the same length.
#[derive(Clone, Copy, Debug)]
pub struct ForumColumns<'a> {
    /// The Puskesmas, in any order; equal names are one Puskesmas.
    pub names: &'a [&'a str],
    /// For each row the place of its Puskesmas in `names`. A joint forum has one row for each of its Puskesmas.
    pub puskesmas: &'a [u32],
    /// The day on which it was held, or is to be held.
    pub held_on: &'a [Option<NaiveDate>],
    /// The quarter that it counts for, where somebody has decided so.
    pub counts_for: Option<&'a [Option<Quarter>]>,
    /// The quarter that its label names.
    pub label: Option<&'a [Option<Quarter>]>,
    /// Quarterly or monthly; absent: all quarterly.
    pub kind: Option<&'a [MeetingKind]>,
}

/// The verdict on every quarter of every Puskesmas, one row each.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CadenceColumns {
    /// The distinct Puskesmas, in order.
    pub names: Vec<String>,
    /// The place of the Puskesmas in `names`.
    pub puskesmas: Vec<u32>,
    /// The quarter.
    pub quarter: Vec<Quarter>,
    /// The verdict, as its place in [`Status::ALL`].
    pub status: Vec<u8>,
    /// Late: days after the end of the quarter. Overdue: days after the due month.
    pub days: Vec<Option<i32>>,
    /// The input row of the forum that counts.
    pub input_row: Vec<Option<u32>>,
    /// What else there is to know: bits of [`flag`].
    pub flags: Vec<u32>,
    /// Input rows that count for no quarter.
    pub uncounted: UncountedTotals,
}

/// How many input rows count for no quarter of their own, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct UncountedTotals {
    /// Monthly forums.
    pub monthly: u32,
    /// Without a date.
    pub undated: u32,
    /// Another record tells of the same forum.
    pub recorded_twice: u32,
    /// An earlier forum counts for the same quarter, inside the range.
    pub duplicate: u32,
    /// The quarter lies outside the range.
    pub out_of_range: u32,
}

impl UncountedTotals {
    fn add(total: &mut u32, rows: usize) {
        *total = total.saturating_add(u32::try_from(rows).unwrap_or(u32::MAX));
    }
}

/// Judges every quarter from `from` to `to`, both included, of every Puskesmas on a day.
///
/// # Errors
///
/// `cadence.column_length` when columns differ in length; `document.number_range` when a key is not in the dictionary,
/// or the answer would have more than 100,000,000 rows.
///
/// # Example
///
/// ```
/// use chrono::NaiveDate;
/// use lokmin_core::cadence::{evaluate_columns, flag, CadencePolicy, ForumColumns, Status};
/// let input = ForumColumns {
///     names: &["1031429", "1011443"],
///     puskesmas: &[1],
///     held_on: &[NaiveDate::from_ymd_opt(2025, 7, 3)],
///     counts_for: None,
///     label: None,
///     kind: None,
/// };
/// let third = "2025Q3".parse()?;
/// let as_of = NaiveDate::from_ymd_opt(2025, 9, 10).unwrap();
/// let cadence = evaluate_columns(&input, &CadencePolicy::default(), third, third, as_of);
/// let cadence = cadence.value().unwrap();
/// assert_eq!(cadence.names, ["1011443", "1031429"]);
/// assert_eq!(cadence.status, [Status::OffMonth.index(), Status::Overdue.index()]);
/// assert_eq!(cadence.days, [None, Some(10)]);
/// assert_eq!(cadence.flags, [flag::AMBIGUOUS | flag::EARLY, 0]);
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
pub fn evaluate_columns(
    input: &ForumColumns<'_>,
    policy: &CadencePolicy,
    from: Quarter,
    to: Quarter,
    as_of: NaiveDate,
) -> Outcome<CadenceColumns> {
    let order = Order::of(input.names);
    let quarters = from.through(to).len();
    if let Err(problems) = check(input, order.names.len(), quarters) {
        return Outcome::new(None, problems);
    }
    let windows: Vec<Window> = from.through(to).filter_map(|quarter| policy.window(quarter)).collect();
    let mut columns = CadenceColumns::with_capacity(order.names.len() * windows.len());
    let (mut entries, rooms) = columns.collect(input, &order, policy, from);
    for (name, room) in (0..).zip(rooms) {
        let of_name = entries.get_mut(room.start..room.start + room.filled).unwrap_or_default();
        let mut twice = 0;
        let left = drop_recorded_twice(of_name, |_, _| twice += 1);
        UncountedTotals::add(&mut columns.uncounted.recorded_twice, twice);
        let of_name = of_name.get_mut(..left).unwrap_or_default();
        sort_by_quarter(of_name, as_of);
        columns.judge(name, of_name, &windows, policy, as_of);
    }
    columns.names = order.names;
    Outcome::new(Some(columns), Problems::new())
}

/// Checks that an answer has not more than `most` cells (Puskesmas times quarters).
pub(super) fn check_cells(names: usize, quarters: usize, most: u64) -> Result<(), Problem> {
    let cells = names as u64 * quarters as u64;
    if cells <= most {
        return Ok(());
    }
    let found = i64::try_from(cells).unwrap_or(i64::MAX);
    Err(out_of_range(found, Param::Count(most.cast_signed())).below(&Location::ROOT.key("from")))
}

/// Checks what would make rows meaningless.
fn check(input: &ForumColumns<'_>, names: usize, quarters: usize) -> Result<(), Problems> {
    let mut problems = Problems::new();
    let expected = input.puskesmas.len();
    let lengths = [
        ("held_on", Some(input.held_on.len())),
        ("counts_for", input.counts_for.map(<[_]>::len)),
        ("label", input.label.map(<[_]>::len)),
        ("kind", input.kind.map(<[_]>::len)),
    ];
    for (name, length) in lengths {
        if length.is_some_and(|length| length != expected) {
            let problem = Problem::new(ProblemCode::CadenceColumnLength)
                .with("name", name)
                .with("found", count(length.unwrap_or_default()))
                .with("expected", count(expected));
            problems.push(problem.below(&Location::ROOT.key(name)));
        }
    }
    if let Some(row) = input.puskesmas.iter().position(|key| *key as usize >= input.names.len()) {
        let key = input.puskesmas.get(row).copied().unwrap_or_default();
        let column = Location::ROOT.key("puskesmas");
        problems
            .push(out_of_range(i64::from(key), count(input.names.len().saturating_sub(1))).below(&column.index(row)));
    }
    if let Err(problem) = check_cells(names, quarters, MOST_CELLS) {
        problems.push(problem);
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

fn out_of_range(found: i64, max: Param) -> Problem {
    Problem::new(ProblemCode::NumberRange)
        .with("found", Param::Count(found))
        .with("min", Param::Count(0))
        .with("max", max)
}

fn count(size: usize) -> Param {
    Param::Count(i64::try_from(size).unwrap_or(i64::MAX))
}

/// The Puskesmas in the order of their names.
struct Order {
    names: Vec<String>,
    /// For each key of the input the place of its name in `names`.
    ranks: Vec<u32>,
}

impl Order {
    fn of(texts: &[&str]) -> Self {
        let Dictionary { names, keys } = Dictionary::of(texts);
        Self { names, ranks: keys }
    }

    /// Returns the place in `names` of a key of the input.
    fn rank(&self, key: u32) -> usize {
        self.ranks.get(key as usize).copied().unwrap_or_default() as usize
    }
}

/// Where the forums of one Puskesmas stand.
#[derive(Clone, Copy, Debug, Default)]
struct Room {
    start: usize,
    length: usize,
    filled: usize,
}

impl CadenceColumns {
    fn with_capacity(rows: usize) -> Self {
        Self {
            names: Vec::new(),
            puskesmas: Vec::with_capacity(rows),
            quarter: Vec::with_capacity(rows),
            status: Vec::with_capacity(rows),
            days: Vec::with_capacity(rows),
            input_row: Vec::with_capacity(rows),
            flags: Vec::with_capacity(rows),
            uncounted: UncountedTotals::default(),
        }
    }

    /// Collects the quarterly forums, those of one Puskesmas side by side in the order of the names, and for each the
    /// room it has and how much of it is filled: a counting sort, so that rows in any order need no search.
    fn collect(
        &mut self,
        input: &ForumColumns<'_>,
        order: &Order,
        policy: &CadencePolicy,
        empty: Quarter,
    ) -> (Vec<Entry>, Vec<Room>) {
        let cell = |column: Option<&[Option<Quarter>]>, row: usize| column?.get(row).copied().flatten();
        let mut rooms = vec![Room::default(); order.names.len()];
        for key in input.puskesmas {
            if let Some(room) = rooms.get_mut(order.rank(*key)) {
                room.length += 1;
            }
        }
        let mut start = 0;
        for room in &mut rooms {
            room.start = start;
            start += room.length;
        }
        let mut entries = vec![Entry::empty(empty); start];
        for (row, (key, date)) in input.puskesmas.iter().zip(input.held_on).enumerate() {
            if input.kind.and_then(|kinds| kinds.get(row)).is_some_and(|kind| *kind != MeetingKind::Quarterly) {
                UncountedTotals::add(&mut self.uncounted.monthly, 1);
                continue;
            }
            let Some(entry) = Entry::new(row, *date, cell(input.counts_for, row), cell(input.label, row), policy)
            else {
                UncountedTotals::add(&mut self.uncounted.undated, 1);
                continue;
            };
            if let Some(room) = rooms.get_mut(order.rank(*key)) {
                if let Some(slot) = entries.get_mut(room.start + room.filled) {
                    *slot = entry;
                }
                room.filled += 1;
            }
        }
        (entries, rooms)
    }

    /// Adds the rows of one Puskesmas; `entries` are sorted by quarter.
    fn judge(&mut self, name: u32, entries: &[Entry], windows: &[Window], policy: &CadencePolicy, as_of: NaiveDate) {
        let mut groups = entries.chunk_by(|a, b| a.quarter == b.quarter).peekable();
        let mut before = None;
        for window in windows {
            let quarter = window.due.quarter;
            while let Some(group) = groups.next_if(|group| group.first().is_some_and(|entry| entry.quarter < quarter)) {
                before = group.first().map(|entry| entry.quarter);
                UncountedTotals::add(&mut self.uncounted.out_of_range, group.len());
            }
            let group = groups.next_if(|group| group.first().is_some_and(|entry| entry.quarter == quarter));
            let counted = group.and_then(<[Entry]>::first);
            let verdict = window.judge(counted, policy, as_of);
            let mut flags = match (verdict.status, verdict.timing) {
                (Status::OffMonth, Some(Timing::Early)) => flag::EARLY,
                (Status::OffMonth, Some(Timing::Late)) => flag::LATE_IN_QUARTER,
                _ => 0,
            };
            if let (Some(group), Some(entry)) = (group, counted) {
                // Most quarters have a forum in the one before: asked first, because it costs least.
                let is_taken = before.is_some() && before == quarter.previous();
                if !is_taken && entry.other_reading(policy, |_| false).is_some() {
                    flags |= flag::AMBIGUOUS;
                }
                if entry.recorded_twice {
                    flags |= flag::RECORDED_TWICE;
                }
                if group.len() > 1 {
                    flags |= flag::DUPLICATE;
                    UncountedTotals::add(&mut self.uncounted.duplicate, group.len() - 1);
                }
                before = Some(quarter);
            }
            self.puskesmas.push(name);
            self.quarter.push(quarter);
            self.status.push(verdict.status.index());
            self.days.push(verdict.days.and_then(|days| i32::try_from(days).ok()));
            self.input_row.push(counted.and_then(|entry| u32::try_from(entry.row).ok()));
            self.flags.push(flags);
        }
        for group in groups {
            UncountedTotals::add(&mut self.uncounted.out_of_range, group.len());
        }
    }
}
