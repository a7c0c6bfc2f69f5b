//! How many of the figures due are there, by the column.

use crate::assess::{Completeness, CompletenessBand};

use super::output::NO_TERM;
use super::parents::NO_PARENT;
use super::plan::to_f64;

/// How complete the reports of each parent, indicator and span are, in the order of the keys. An area counts for an
/// indicator that it has rows of, in whatever month. All columns have the same length.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CompletenessColumns {
    /// The names of the parents, in order.
    pub parents: Vec<String>,
    /// The parent of each row: the place of its name; `u32::MAX` for the whole table.
    pub parent_keys: Vec<u32>,
    /// The indicators: places in [`AssessedColumns`](super::AssessedColumns).
    pub indicators: Vec<u32>,
    /// The spans: places in [`AssessedColumns`](super::AssessedColumns).
    pub spans: Vec<u32>,
    /// Figures reported.
    pub reported: Vec<u32>,
    /// Figures due.
    pub due: Vec<u32>,
    /// Per cent; not a number where nothing is due.
    pub percents: Vec<f64>,
    /// The place in [`CompletenessBand::ALL`]; [`NO_TERM`] where nothing is due.
    pub bands: Vec<i8>,
}

impl CompletenessColumns {
    /// Returns how many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.due.len()
    }

    /// Returns whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.due.is_empty()
    }

    /// Returns the parent of a row; `None` for the whole table.
    #[must_use]
    pub fn parent(&self, row: usize) -> Option<&str> {
        let key = *self.parent_keys.get(row).filter(|key| **key != NO_PARENT)?;
        self.parents.get(key as usize).map(String::as_str)
    }

    pub(super) fn push(&mut self, (parent, indicator, span): (u32, u32, u32), counted: Completeness) {
        self.parent_keys.push(parent);
        self.indicators.push(indicator);
        self.spans.push(span);
        self.reported.push(counted.reported);
        self.due.push(counted.due);
        self.percents.push(counted.percent.map_or(f64::NAN, |p| to_f64(p.numerator(), p.denominator())));
        self.bands.push(counted.band.map_or(NO_TERM, |band: CompletenessBand| band as i8));
    }
}
