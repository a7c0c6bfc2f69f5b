//! The quarters of many Puskesmas at once: columns in, columns out, the same verdicts as one by one.
//!
//! Labels are read before (by `parse_quarter`), so that a row costs no allocation. Output rows are in the order of the
//! Puskesmas' names, then of the quarters; every Puskesmas of the dictionary has a row for every quarter.

use std::collections::BTreeMap;

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
        let mut ranks: BTreeMap<&str, u32> = texts.iter().map(|text| (*text, 0)).collect();
        let mut names = Vec::with_capacity(ranks.len());
        for ((text, rank), number) in ranks.iter_mut().zip(0..) {
            *rank = number;
            names.push((*text).to_owned());
        }
        let keys = texts.iter().map(|text| ranks.get(text).copied().unwrap_or_default()).collect();
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
    /// Without date and quarter.
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
    let rows = order.rows_by_name(input.puskesmas);
    let mut entries = Vec::new();
    for (name, rows) in (0..).zip(&rows) {
        columns.collect(input, rows, policy, &mut entries);
        sort_by_quarter(&mut entries, policy, as_of);
        columns.judge(name, &entries, &windows, policy, as_of);
    }
    columns.names = order.names;
    Outcome::new(Some(columns), Problems::new())
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
    let cells = names as u64 * quarters as u64;
    if cells > MOST_CELLS {
        let found = i64::try_from(cells).unwrap_or(i64::MAX);
        let most = Param::Count(MOST_CELLS.cast_signed());
        problems.push(out_of_range(found, most).below(&Location::ROOT.key("from")));
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

    /// Returns the input rows of each Puskesmas, in the order of the names.
    fn rows_by_name(&self, keys: &[u32]) -> Vec<Vec<u32>> {
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); self.names.len()];
        for (row, key) in (0..).zip(keys) {
            let rank = self.ranks.get(*key as usize).copied().unwrap_or_default();
            if let Some(rows) = rows.get_mut(rank as usize) {
                rows.push(row);
            }
        }
        rows
    }
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

    /// Collects the quarterly forums of one Puskesmas.
    fn collect(&mut self, input: &ForumColumns<'_>, rows: &[u32], policy: &CadencePolicy, entries: &mut Vec<Entry>) {
        entries.clear();
        let cell = |column: Option<&[Option<Quarter>]>, row: usize| column?.get(row).copied().flatten();
        for row in rows.iter().map(|row| *row as usize) {
            if input.kind.and_then(|kinds| kinds.get(row)).is_some_and(|kind| *kind != MeetingKind::Quarterly) {
                UncountedTotals::add(&mut self.uncounted.monthly, 1);
                continue;
            }
            let date = input.held_on.get(row).copied().flatten();
            match Entry::new(row, date, cell(input.counts_for, row), cell(input.label, row), policy) {
                Some(entry) => entries.push(entry),
                None => UncountedTotals::add(&mut self.uncounted.undated, 1),
            }
        }
        let mut twice = 0;
        drop_recorded_twice(entries, |_, _| twice += 1);
        UncountedTotals::add(&mut self.uncounted.recorded_twice, twice);
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
                if entry.other_reading(policy, |other| before == Some(other)).is_some() {
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
