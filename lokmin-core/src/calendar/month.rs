//! The calendar month.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::Quarter;
use crate::json::canonical_text;
use crate::problem::{Param, Problem, ProblemCode};

/// One calendar month, such as `2025-07`, of the years 1 to 9999.
///
/// # Ordering
///
/// Months order by time.
///
/// # Example
///
/// ```
/// use lokmin_core::Month;
/// let july: Month = "2025-07".parse()?;
/// assert_eq!(july.next().unwrap().to_string(), "2025-08");
/// assert_eq!(july.quarter().to_string(), "2025Q3");
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    // INVARIANT: months since January of year 1; below 12 * 9999.
    index: u32,
}

impl Month {
    const COUNT: u32 = 12 * 9999;

    /// Returns a month, or `None` when the year is not 1 to 9999 or the number not 1 to 12.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Month;
    /// assert_eq!(Month::new(2025, 7).unwrap().to_string(), "2025-07");
    /// assert_eq!(Month::new(2025, 13), None);
    /// ```
    #[must_use]
    pub const fn new(year: i32, number: u32) -> Option<Self> {
        if year < 1 || year > 9999 || number < 1 || number > 12 {
            return None;
        }
        Some(Self { index: (year.unsigned_abs() - 1) * 12 + number - 1 })
    }

    /// Returns the first, second or third (`offset` 0 to 2) month of a quarter counted from year 1.
    pub(super) const fn of_quarter(quarter: u16, offset: u32) -> Self {
        Self { index: quarter as u32 * 3 + offset }
    }

    /// Returns the month that a date lies in, or `None` when its year is not 1 to 9999.
    ///
    /// # Example
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use lokmin_core::Month;
    /// let date = NaiveDate::from_ymd_opt(2025, 7, 3).unwrap();
    /// assert_eq!(Month::containing(date), Month::new(2025, 7));
    /// ```
    #[must_use]
    pub fn containing(date: NaiveDate) -> Option<Self> {
        Self::new(date.year(), date.month())
    }

    /// Returns the year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> i32 {
        (self.index / 12 + 1).cast_signed()
    }

    /// Returns the number of the month, 1 to 12.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.index % 12 + 1
    }

    /// Returns the quarter that the month lies in.
    #[must_use]
    pub const fn quarter(self) -> Quarter {
        Quarter::of_month_index(self.index)
    }

    /// Returns the first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        // INVARIANT: chrono holds every date of the years 1 to 9999, so the fallback is never taken.
        NaiveDate::from_ymd_opt(self.year(), self.number(), 1).unwrap_or(NaiveDate::MIN)
    }

    /// Returns the last day.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Month;
    /// assert_eq!(Month::new(2024, 2).unwrap().last_day().to_string(), "2024-02-29");
    /// ```
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let (year, number) = (self.year(), self.number());
        let days = match number {
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        NaiveDate::from_ymd_opt(year, number, days).unwrap_or(NaiveDate::MIN)
    }

    /// Returns whether a date lies in the month.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        Self::containing(date) == Some(self)
    }

    /// Returns the month `months` later, or earlier when negative; `None` outside the years 1 to 9999.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Month;
    /// let january = Month::new(2025, 1).unwrap();
    /// assert_eq!(january.checked_add(-1), Month::new(2024, 12));
    /// assert_eq!(Month::new(1, 1).unwrap().checked_add(-1), None);
    /// ```
    #[must_use]
    pub const fn checked_add(self, months: i64) -> Option<Self> {
        match (self.index as i64).checked_add(months) {
            Some(index) if index >= 0 && index < Self::COUNT as i64 => {
                // INVARIANT: the guard holds the index inside `u32`.
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by the guard")]
                let index = index as u32;
                Some(Self { index })
            }
            _ => None,
        }
    }

    /// Returns the month after this one; `None` after December 9999.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        self.checked_add(1)
    }

    /// Returns the month before this one; `None` before January of year 1.
    #[must_use]
    pub const fn previous(self) -> Option<Self> {
        self.checked_add(-1)
    }

    /// Returns how many months `self` lies after `earlier`; negative when it lies before.
    #[must_use]
    pub const fn months_since(self, earlier: Self) -> i64 {
        self.index as i64 - earlier.index as i64
    }

    /// Returns the months from this one to `last`, both included; none when `last` lies before.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Month;
    /// let (july, september) = (Month::new(2025, 7).unwrap(), Month::new(2025, 9).unwrap());
    /// assert_eq!(july.through(september).count(), 3);
    /// ```
    #[must_use]
    pub const fn through(self, last: Self) -> Months {
        Months { next: self.index, end: last.index + 1 }
    }

    /// Returns the DHIS2 period id, such as `202507`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Month;
    /// assert_eq!(Month::new(2025, 7).unwrap().to_dhis2(), "202507");
    /// ```
    #[must_use]
    pub fn to_dhis2(self) -> String {
        format!("{:04}{:02}", self.year(), self.number())
    }

    /// Reads a DHIS2 monthly period id, such as `202507`.
    ///
    /// # Errors
    ///
    /// `month.format` for anything else.
    pub fn from_dhis2(text: &str) -> Result<Self, Problem> {
        let bytes: Option<&[u8; 6]> = text.as_bytes().try_into().ok();
        bytes.and_then(|&[a, b, c, d, e, f]| Self::from_digits([a, b, c, d], [e, f])).ok_or_else(|| Self::problem(text))
    }

    fn from_digits(year: [u8; 4], number: [u8; 2]) -> Option<Self> {
        Self::new(digits(&year)?.cast_signed(), digits(&number)?)
    }

    pub(super) fn problem(text: &str) -> Problem {
        Problem::new(ProblemCode::MonthFormat).with("found", text)
    }
}

/// Reads ASCII digits; `None` for anything else.
pub(super) fn digits(bytes: &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for byte in bytes {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?;
    }
    Some(number)
}

impl FromStr for Month {
    type Err = Problem;

    /// Reads the canonical form only, such as `2025-07`.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let bytes: Option<&[u8; 7]> = text.as_bytes().try_into().ok();
        bytes
            .and_then(|&[a, b, c, d, dash, e, f]| match dash {
                b'-' => Self::from_digits([a, b, c, d], [e, f]),
                _ => None,
            })
            .ok_or_else(|| Self::problem(text))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Month({self})")
    }
}

canonical_text!(Month, "Month", "A calendar month, such as 2025-07.", "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])$");

impl From<Month> for Param {
    fn from(month: Month) -> Self {
        Self::Month(month.year(), month.number())
    }
}

/// The months of a span, in order.
#[derive(Clone, Debug)]
pub struct Months {
    next: u32,
    end: u32,
}

impl Iterator for Months {
    type Item = Month;

    fn next(&mut self) -> Option<Month> {
        if self.next >= self.end {
            return None;
        }
        let index = self.next;
        self.next += 1;
        Some(Month { index })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end.saturating_sub(self.next) as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Months {}
