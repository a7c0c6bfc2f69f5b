//! The columns that go in.

use crate::calendar::{Month, Quarter};

use super::error::ColumnsError;

/// The figure that is not there. It is no figure that anybody can report.
pub const MISSING: i64 = i64::MIN;

/// A column of areas or of indicators.
#[derive(Clone, Copy, Debug)]
pub enum Keys<'a> {
    /// One text a row; `None` is missing.
    Texts(&'a [Option<&'a str>]),
    /// For each row the place of its text in a dictionary; a key below zero is missing.
    ///
    /// Batches may have dictionaries of their own: equal texts are one key. A dictionary that several batches share is
    /// looked at once.
    Dictionary {
        /// The texts.
        names: &'a [&'a str],
        /// The keys.
        keys: &'a [i32],
    },
}

/// A column of months or quarters. All batches of a table have either months or quarters.
#[derive(Clone, Copy, Debug)]
pub enum Periods<'a> {
    /// Days since 1 January 1970; each stands for its month. `i32::MIN` is missing.
    Days(&'a [i32]),
    /// Days since 1 January 1970; each stands for its quarter. `i32::MIN` is missing.
    QuarterDays(&'a [i32]),
    /// Months.
    Months(&'a [Option<Month>]),
    /// Quarters.
    Quarters(&'a [Option<Quarter>]),
}

/// Some rows of a table of figures. All columns have the same length; rows stand in any order.
///
/// # Units
///
/// Figures are whole numbers, -10^12 to 10^12, or [`MISSING`].
#[derive(Clone, Copy, Debug)]
pub struct FigureColumns<'a> {
    /// The areas: codes or names.
    pub areas: Keys<'a>,
    /// The indicators: codes, aliases or names of the catalogue.
    pub indicators: Keys<'a>,
    /// The months or quarters.
    pub periods: Periods<'a>,
    /// How many were reached.
    pub numerators: &'a [i64],
    /// How many there are.
    pub denominators: &'a [i64],
}

impl<'a> Keys<'a> {
    /// Returns the text of a row.
    pub(super) fn word(&self, row: usize) -> Option<&'a str> {
        match *self {
            Self::Texts(texts) => texts.get(row).copied().flatten(),
            Self::Dictionary { names, keys } => names.get(usize::try_from(*keys.get(row)?).ok()?).copied(),
        }
    }

    const fn len(&self) -> usize {
        match self {
            Self::Texts(texts) => texts.len(),
            Self::Dictionary { keys, .. } => keys.len(),
        }
    }
}

impl Periods<'_> {
    const fn len(&self) -> usize {
        match self {
            Self::Days(days) | Self::QuarterDays(days) => days.len(),
            Self::Months(months) => months.len(),
            Self::Quarters(quarters) => quarters.len(),
        }
    }

    pub(super) const fn is_quarterly(&self) -> bool {
        matches!(self, Self::QuarterDays(_) | Self::Quarters(_))
    }
}

impl FigureColumns<'_> {
    /// Returns how many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.areas.len()
    }

    /// Returns whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Checks that all columns have the same length.
    pub(super) fn check(&self, batch: usize) -> Result<(), ColumnsError> {
        let expected = self.len();
        let columns = [
            ("indicator", self.indicators.len()),
            ("period", self.periods.len()),
            ("numerator", self.numerators.len()),
            ("denominator", self.denominators.len()),
        ];
        for (column, found) in columns {
            if found != expected {
                return Err(ColumnsError::Length { batch, column, found, expected });
            }
        }
        Ok(())
    }
}
