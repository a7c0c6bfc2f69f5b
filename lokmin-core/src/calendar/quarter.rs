//! The calendar quarter.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::Month;
use super::month::digits;
use crate::json::canonical_text;
use crate::problem::{Param, Problem, ProblemCode};

/// One calendar quarter, such as `2025Q3`, of the years 1 to 9999.
///
/// The canonical form is also the DHIS2 quarterly period id.
///
/// # Ordering
///
/// Quarters order by time, so `2025Q4 < 2026Q1`.
///
/// # Example
///
/// ```
/// use lokmin_core::Quarter;
/// let quarter: Quarter = "2025Q3".parse()?;
/// assert_eq!(quarter.first_day().to_string(), "2025-07-01");
/// assert_eq!(quarter.previous().unwrap().to_string(), "2025Q2");
/// assert!("2025-T3".parse::<Quarter>().is_err());
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    // INVARIANT: quarters since the first of year 1; below 4 * 9999.
    index: u16,
}

impl Quarter {
    const COUNT: u16 = 4 * 9999;

    /// Returns a quarter, or `None` when the year is not 1 to 9999 or the number not 1 to 4.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Quarter;
    /// assert_eq!(Quarter::new(2025, 3).unwrap().to_string(), "2025Q3");
    /// assert_eq!(Quarter::new(2025, 5), None);
    /// ```
    #[must_use]
    pub const fn new(year: i32, number: u32) -> Option<Self> {
        if number < 1 || number > 4 {
            return None;
        }
        match Month::new(year, number * 3) {
            Some(month) => Some(month.quarter()),
            None => None,
        }
    }

    /// Returns the quarter of a month counted from January of year 1.
    pub(super) const fn of_month_index(index: u32) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a month index is below 12 * 9999")]
        let index = (index / 3) as u16;
        Self { index }
    }

    /// Returns the quarter that a date lies in, or `None` when its year is not 1 to 9999.
    ///
    /// # Example
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use lokmin_core::Quarter;
    /// let date = NaiveDate::from_ymd_opt(2025, 7, 3).unwrap();
    /// assert_eq!(Quarter::containing(date), Quarter::new(2025, 3));
    /// ```
    #[must_use]
    pub fn containing(date: NaiveDate) -> Option<Self> {
        Self::new(date.year(), date.month0() / 3 + 1)
    }

    /// Returns the year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> i32 {
        (self.index / 4 + 1) as i32
    }

    /// Returns the number of the quarter in its year, 1 to 4.
    #[must_use]
    pub const fn number(self) -> u32 {
        (self.index % 4 + 1) as u32
    }

    /// Returns the first month.
    #[must_use]
    pub const fn first_month(self) -> Month {
        self.month_at(0)
    }

    /// Returns the last month.
    #[must_use]
    pub const fn last_month(self) -> Month {
        self.month_at(2)
    }

    const fn month_at(self, offset: u32) -> Month {
        Month::of_quarter(self.index, offset)
    }

    /// Returns the three months.
    #[must_use]
    pub const fn months(self) -> [Month; 3] {
        [self.month_at(0), self.month_at(1), self.month_at(2)]
    }

    /// Returns the first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first_month().first_day()
    }

    /// Returns the last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.last_month().last_day()
    }

    /// Returns whether a date lies in the quarter.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        Self::containing(date) == Some(self)
    }

    /// Returns the quarter `quarters` later, or earlier when negative; `None` outside the years 1 to 9999.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Quarter;
    /// let quarter = Quarter::new(2025, 3).unwrap();
    /// assert_eq!(quarter.checked_add(2), Quarter::new(2026, 1));
    /// assert_eq!(Quarter::new(9999, 4).unwrap().checked_add(1), None);
    /// ```
    #[must_use]
    pub const fn checked_add(self, quarters: i64) -> Option<Self> {
        match (self.index as i64).checked_add(quarters) {
            Some(index) if index >= 0 && index < Self::COUNT as i64 => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by the guard")]
                let index = index as u16;
                Some(Self { index })
            }
            _ => None,
        }
    }

    /// Returns the quarter after this one; `None` after the last of 9999.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        self.checked_add(1)
    }

    /// Returns the quarter before this one; `None` before the first of year 1.
    #[must_use]
    pub const fn previous(self) -> Option<Self> {
        self.checked_add(-1)
    }

    /// Returns how many quarters `self` lies after `earlier`; negative when it lies before.
    #[must_use]
    pub const fn quarters_since(self, earlier: Self) -> i64 {
        self.index as i64 - earlier.index as i64
    }

    /// Returns the quarters from this one to `last`, both included; none when `last` lies before.
    #[must_use]
    pub const fn through(self, last: Self) -> Quarters {
        Quarters { next: self.index, end: last.index + 1 }
    }

    /// Returns the DHIS2 period id, such as `2025Q3`; it is also the canonical form.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Quarter;
    /// assert_eq!(Quarter::new(2025, 3).unwrap().to_dhis2(), "2025Q3");
    /// ```
    #[must_use]
    pub fn to_dhis2(self) -> String {
        self.to_string()
    }

    /// Reads a DHIS2 quarterly period id, such as `2025Q3`.
    ///
    /// # Errors
    ///
    /// `quarter.format` for anything else.
    pub fn from_dhis2(text: &str) -> Result<Self, Problem> {
        text.parse()
    }

    fn parse(text: &str) -> Option<Self> {
        let &[y1, y2, y3, y4, q, number] = <&[u8; 6]>::try_from(text.as_bytes()).ok()?;
        if q != b'Q' {
            return None;
        }
        Self::new(digits(&[y1, y2, y3, y4])?.cast_signed(), digits(&[number])?)
    }
}

impl FromStr for Quarter {
    type Err = Problem;

    /// Reads the canonical form only, such as `2025Q3`; labels people write are read by
    /// [`parse_quarter`](super::parse_quarter).
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::parse(text).ok_or_else(|| Problem::new(ProblemCode::QuarterFormat).with("found", text))
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}Q{}", self.year(), self.number())
    }
}

impl fmt::Debug for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Quarter({self})")
    }
}

canonical_text!(Quarter, "Quarter", "A calendar quarter, such as 2025Q3.", "^(?!0000)[0-9]{4}Q[1-4]$");

impl From<Quarter> for Param {
    fn from(quarter: Quarter) -> Self {
        Self::Quarter(quarter.year(), quarter.number())
    }
}

/// The quarters of a span, in order.
#[derive(Clone, Debug)]
pub struct Quarters {
    next: u16,
    end: u16,
}

impl Iterator for Quarters {
    type Item = Quarter;

    fn next(&mut self) -> Option<Quarter> {
        if self.next >= self.end {
            return None;
        }
        let index = self.next;
        self.next += 1;
        Some(Quarter { index })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::from(self.end.saturating_sub(self.next));
        (left, Some(left))
    }
}

impl ExactSizeIterator for Quarters {}
