//! The months of one area, one indicator and one year, as rows are put into them.

use crate::assess::series::added;
use crate::assess::{DuplicatePolicy, Grid, Policy, Rule};
use crate::json::Count;

use super::input::MISSING;
use super::output::NO_ROW;

/// One row: its figures, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) row: u32,
    pub(super) numerator: i64,
    pub(super) denominator: i64,
}

/// The twelve months of one area, one indicator and one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct YearCells {
    pub(super) numerators: [i64; 12],
    pub(super) denominators: [i64; 12],
    /// The first row of each month.
    pub(super) rows: [u32; 12],
    /// Bits of the months that have rows with different figures.
    pub(super) contradicted: u16,
    /// Bits of the months of which a row that does not stand here has a figure above 10^12 in size.
    pub(super) outsized_besides: u16,
}

impl YearCells {
    /// No row at all.
    pub(super) const EMPTY: Self = Self {
        numerators: [MISSING; 12],
        denominators: [MISSING; 12],
        rows: [NO_ROW; 12],
        contradicted: 0,
        outsized_besides: 0,
    };

    /// Puts a row into a month, 0 to 11. Returns whether the month had a row already.
    pub(super) fn put(&mut self, month: usize, figures: Figures) -> bool {
        let own = (self.numerators.get_mut(month), self.denominators.get_mut(month), self.rows.get_mut(month));
        let (Some(numerator), Some(denominator), Some(row)) = own else { return false };
        if *row == NO_ROW {
            (*numerator, *denominator, *row) = (figures.numerator, figures.denominator, figures.row);
            return false;
        }
        // The first row of the table, whatever the order in which rows come here.
        *row = (*row).min(figures.row);
        if (*numerator, *denominator) != (figures.numerator, figures.denominator) {
            // A figure that is too large is none.
            if (known(*numerator), known(*denominator)) != (known(figures.numerator), known(figures.denominator)) {
                self.contradicted |= 1 << month;
            }
            if is_outsized(figures.numerator) || is_outsized(figures.denominator) {
                self.outsized_besides |= 1 << month;
            }
        }
        true
    }

    /// Returns the bits of the months that have a figure above 10^12 in size, which is not counted.
    pub(super) fn outsized(&self) -> u16 {
        let months = self.numerators.iter().zip(&self.denominators).enumerate();
        let bit = |(month, (numerator, denominator)): (usize, (&i64, &i64))| {
            u16::from(is_outsized(*numerator) || is_outsized(*denominator)) << month
        };
        months.map(bit).fold(self.outsized_besides, |mask, bit| mask | bit)
    }

    /// Returns whether no row was put.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| *row == NO_ROW)
    }

    /// Adds the rows of each month that has different ones. A month whose sum is no figure stays contradicted.
    ///
    /// `repeats` are the rows that came to a month that had one already: month and figures.
    pub(super) fn add_up(&mut self, repeats: &(impl Iterator<Item = (usize, Figures)> + Clone), rule: Rule) {
        for month in 0..12 {
            if self.contradicted & (1 << month) == 0 {
                continue;
            }
            let own = (self.numerators.get_mut(month), self.denominators.get_mut(month));
            let (Some(numerator), Some(denominator)) = own else { continue };
            let others = repeats.clone().filter(|(of, _)| *of == month);
            let all = std::iter::once((known(*numerator), known(*denominator)))
                .chain(others.map(|(_, figures)| (known(figures.numerator), known(figures.denominator))));
            if let Some((sum_numerator, sum_denominator)) = added(all, rule) {
                if is_outsized(*numerator) || is_outsized(*denominator) {
                    self.outsized_besides |= 1 << month;
                }
                *numerator = sum_numerator.unwrap_or(MISSING);
                *denominator = sum_denominator.unwrap_or(MISSING);
                self.contradicted &= !(1 << month);
            }
        }
    }

    /// Returns the months as one series has them.
    pub(super) fn grid(&self) -> Grid {
        let mut grid = Grid::default();
        let months = (1..).zip(self.rows).zip(self.numerators.iter().zip(&self.denominators));
        for ((number, row), (numerator, denominator)) in months {
            if self.contradicted & (1 << (number - 1)) != 0 {
                grid.contradict(number);
            } else if row != NO_ROW {
                grid.put(number, known(*numerator), known(*denominator));
            }
        }
        grid
    }
}

/// A figure, where there is one within the bounds.
pub(super) fn known(figure: i64) -> Option<i64> {
    Some(figure).filter(|figure| figure.unsigned_abs() <= Count::MAX)
}

/// Whether there is a figure, and it is outside the bounds.
fn is_outsized(figure: i64) -> bool {
    figure != MISSING && known(figure).is_none()
}

/// Whether months with different rows are added.
pub(super) fn are_added(policy: &Policy) -> bool {
    policy.duplicates == DuplicatePolicy::Sum
}
