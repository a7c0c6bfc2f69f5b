//! What the cells below a header show of how numbers are written.

use super::cell::{Cell, Grid};
use super::number::{self, Mark, Shape};

/// What the cells of a column below the header show of how numbers are written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    pub(super) indonesian: bool,
    pub(super) english: bool,
    /// How many cells have something.
    filled: usize,
    /// How many of them have a decimal part or a `%`.
    decimals: usize,
}

impl Seen {
    /// Looks at every column.
    pub(super) fn of(grid: &Grid, body: usize) -> Vec<Self> {
        let mut columns = vec![Self::default(); grid.columns()];
        for row in grid.rows().iter().skip(body) {
            for (cell, seen) in row.iter().zip(&mut columns) {
                seen.add(cell);
            }
        }
        columns
    }

    fn add(&mut self, cell: &Cell) {
        match cell {
            Cell::Empty => return,
            Cell::Number(_) => self.decimals += 1,
            Cell::Text(text) => match number::shape(text) {
                Shape::Only(mark) => {
                    self.indonesian |= mark == Mark::Comma;
                    self.english |= mark == Mark::Point;
                    let has_part = number::read(text, None).is_some_and(|written| written.whole().is_none());
                    self.decimals += usize::from(has_part || text.contains('%'));
                }
                Shape::Plain | Shape::Either => self.decimals += usize::from(text.contains('%')),
                Shape::None => {}
            },
            Cell::Integer(_) | Cell::Boolean(_) | Cell::Date(_) => {}
        }
        self.filled += 1;
    }

    /// Whether at least half of what the column has are no whole numbers.
    pub(super) const fn has_decimals(&self) -> bool {
        self.decimals > 0 && self.decimals * 2 >= self.filled
    }
}
