//! Days, months and quarters as places in a row of months, and the spans that come out.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::assess::View;
use crate::calendar::{Month, Quarter};
use crate::json::terms;

use super::error::ColumnsError;
use super::input::Periods;
use super::threads;

terms! {
    /// Which spans the engine answers for.
    pub enum SpanKind {
        /// January to each month, or to the end of each quarter where figures are of quarters.
        YearToDate = "year_to_date", "s.d. bulan ini", "year to date";
        /// Each quarter.
        Quarter = "quarter", "triwulan", "quarter";
        /// Each month.
        Month = "month", "bulan", "month";
    }
}

impl Default for SpanKind {
    /// Years to date.
    fn default() -> Self {
        Self::YearToDate
    }
}

/// One span of the answer.
pub type Span = View;

/// The place of a period that no row may have.
pub(super) const NOWHERE: u16 = u16::MAX;

/// How many periods are looked at in one piece.
const PIECE: usize = 1 << 21;

/// What stands for a period that is missing.
const NO_PERIOD: i32 = i32::MIN;

/// A column of periods as numbers: days, or months since January of year 0.
#[derive(Clone, Debug)]
pub(super) struct RawPeriods<'a> {
    pub(super) raw: Cow<'a, [i32]>,
    are_days: bool,
}

impl<'a> RawPeriods<'a> {
    pub(super) fn of(periods: &Periods<'a>) -> Self {
        let raw = match *periods {
            Periods::Days(days) | Periods::QuarterDays(days) => {
                return Self { raw: Cow::Borrowed(days), are_days: true };
            }
            Periods::Months(months) => months.iter().map(|month| month.map_or(NO_PERIOD, number_of)).collect(),
            Periods::Quarters(quarters) => {
                quarters.iter().map(|quarter| quarter.map_or(NO_PERIOD, |q| number_of(q.last_month()))).collect()
            }
        };
        Self { raw: Cow::Owned(raw), are_days: false }
    }
}

/// Months since January of year 0.
fn number_of(month: Month) -> i32 {
    month.year() * 12 + month.number().cast_signed() - 1
}

fn month_of(number: i32) -> Option<Month> {
    Month::new(number.div_euclid(12), number.rem_euclid(12).cast_unsigned() + 1)
}

/// The month, or the last month of the quarter, that a number stands for.
fn read(raw: i32, are_days: bool, are_quarters: bool) -> Option<Month> {
    let month = if are_days {
        let date = NaiveDate::from_num_days_from_ce_opt(raw.checked_add(719_163)?)?;
        Month::new(date.year(), date.month())?
    } else {
        month_of(raw)?
    };
    Some(if are_quarters { month.quarter().last_month() } else { month })
}

/// From numbers to places in the row of months.
#[derive(Clone, Debug, Default)]
struct Lookup {
    base: i32,
    places: Vec<u16>,
}

/// The same for a column, borrowed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Months<'t> {
    base: i32,
    places: &'t [u16],
}

impl Months<'_> {
    /// Returns the place of a number; [`NOWHERE`] for what is no period.
    pub(super) fn place(self, raw: i32) -> u16 {
        // A number below the base becomes a large one, and lies outside too.
        let index = raw.wrapping_sub(self.base).cast_unsigned() as usize;
        self.places.get(index).copied().unwrap_or(NOWHERE)
    }
}

/// The months of a table: the twelve of every year that a row is of.
#[derive(Clone, Debug, Default)]
pub(super) struct Timeline {
    /// The years, ascending.
    pub(super) years: Vec<YearSpans>,
    /// The number of places: twelve a year.
    pub(super) places: usize,
    /// The number of spans of all years.
    pub(super) spans: usize,
    pub(super) are_quarters: bool,
    days: Lookup,
    months: Lookup,
}

/// The spans of one year.
#[derive(Clone, Debug)]
pub(super) struct YearSpans {
    pub(super) year: i32,
    /// The place of the year before, where rows are of it.
    pub(super) before: Option<usize>,
    pub(super) spans: Vec<View>,
    /// The place of the first span among those of all years.
    pub(super) first_span: u32,
}

impl Timeline {
    /// Looks at the periods of all batches.
    pub(super) fn of(
        columns: &[RawPeriods<'_>],
        are_quarters: bool,
        kind: SpanKind,
        threads: usize,
    ) -> Result<Self, ColumnsError> {
        if are_quarters && kind == SpanKind::Month {
            return Err(ColumnsError::QuartersByMonth);
        }
        let raw = |are_days: bool| -> Vec<&[i32]> {
            columns.iter().filter(|column| column.are_days == are_days).map(|column| &*column.raw).collect()
        };
        let (days, months) = (seen(&raw(true), threads), seen(&raw(false), threads));
        let read_all = |(base, seen): &(i32, Vec<bool>), are_days: bool| -> Vec<Option<Month>> {
            let read = |(index, is_seen): (i32, &bool)| {
                if *is_seen { read(base.wrapping_add(index), are_days, are_quarters) } else { None }
            };
            (0..).zip(seen).map(read).collect()
        };
        let (of_days, of_months) = (read_all(&days, true), read_all(&months, false));
        let known = || of_days.iter().chain(&of_months).copied().flatten();
        let mut years: Vec<i32> = known().map(Month::year).collect();
        years.sort_unstable();
        years.dedup();
        let place = |month: &Option<Month>| -> u16 {
            let place = month.and_then(|month| {
                let year = years.binary_search(&month.year()).ok()?;
                u16::try_from(year * 12 + month.number() as usize - 1).ok()
            });
            place.unwrap_or(NOWHERE)
        };
        let lookup = |base: i32, months: &[Option<Month>]| Lookup { base, places: months.iter().map(place).collect() };
        let mut timeline = Self {
            places: years.len() * 12,
            are_quarters,
            days: lookup(days.0, &of_days),
            months: lookup(months.0, &of_months),
            ..Self::default()
        };
        if timeline.places >= usize::from(NOWHERE) {
            let found = timeline.places as u64;
            return Err(ColumnsError::TooLarge { what: "months", found, most: u64::from(NOWHERE) - 1 });
        }
        if let (Some(first), Some(last)) = (known().min(), known().max()) {
            timeline.set_spans(&years, first, last, kind);
        }
        Ok(timeline)
    }

    /// Lists the spans between the first and the last month, in the years that there are.
    fn set_spans(&mut self, years: &[i32], first: Month, last: Month, kind: SpanKind) {
        for (index, year) in years.iter().enumerate() {
            let in_range = |month: &Month| (first..=last).contains(month);
            let months = (1..=12).filter_map(|number| Month::new(*year, number));
            let quarters = (1..=4).filter_map(|number| Quarter::new(*year, number));
            let spans: Vec<View> = match (kind, self.are_quarters) {
                (SpanKind::Quarter, _) => {
                    quarters.filter(|q| q.last_month() >= first && q.first_month() <= last).map(View::Quarter).collect()
                }
                (_, true) => quarters.map(Quarter::last_month).filter(in_range).map(View::YearToDate).collect(),
                (SpanKind::YearToDate, false) => months.filter(in_range).map(View::YearToDate).collect(),
                (SpanKind::Month, false) => months.filter(in_range).map(View::Month).collect(),
            };
            let before = index.checked_sub(1).filter(|before| years.get(*before) == Some(&(year - 1)));
            let first_span = u32::try_from(self.spans).unwrap_or(u32::MAX);
            self.spans += spans.len();
            self.years.push(YearSpans { year: *year, before, spans, first_span });
        }
    }

    /// Returns what gives the places of the numbers of a column.
    pub(super) fn lookup(&self, column: &RawPeriods<'_>) -> Months<'_> {
        let lookup = if column.are_days { &self.days } else { &self.months };
        Months { base: lookup.base, places: &lookup.places }
    }

    /// Returns every span, in order.
    pub(super) fn all_spans(&self) -> Vec<View> {
        self.years.iter().flat_map(|year| year.spans.iter().copied()).collect()
    }
}

/// The smallest number that can be a period, and for it and each number above whether it occurs.
fn seen(columns: &[&[i32]], threads: usize) -> (i32, Vec<bool>) {
    // Days of the years 1 to 9999; months lie well inside. What is missing lies outside.
    const RANGE: std::ops::RangeInclusive<i32> = -719_162..=2_932_896;
    let pieces: Vec<&[i32]> = columns.iter().flat_map(|column| column.chunks(PIECE)).collect();
    let ends = threads::map(pieces.clone(), threads, |piece| {
        let low = piece.iter().fold(i32::MAX, |low, raw| low.min(if *raw < *RANGE.start() { i32::MAX } else { *raw }));
        let high = piece.iter().fold(i32::MIN, |high, raw| high.max(if *raw > *RANGE.end() { i32::MIN } else { *raw }));
        (low, high)
    });
    let low = ends.iter().map(|(low, _)| *low).min().unwrap_or(i32::MAX);
    let high = ends.iter().map(|(_, high)| *high).max().unwrap_or(i32::MIN);
    if low > high {
        return (0, Vec::new());
    }
    let size = (high - low).cast_unsigned() as usize + 1;
    let all = threads::map(pieces, threads, |piece| {
        let mut seen = vec![false; size];
        let mut before = None;
        for raw in piece {
            if before != Some(*raw) {
                // What lies outside is wrapped to a place that is not there.
                if let Some(seen) = seen.get_mut(raw.wrapping_sub(low).cast_unsigned() as usize) {
                    *seen = true;
                }
                before = Some(*raw);
            }
        }
        seen
    });
    let mut seen = vec![false; size];
    for own in all {
        for (seen, own) in seen.iter_mut().zip(own) {
            *seen |= own;
        }
    }
    (low, seen)
}
