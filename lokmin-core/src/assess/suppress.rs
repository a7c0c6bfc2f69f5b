//! Small counts hidden before a table is published.
//!
//! | cell | published as |
//! | :-- | :-- |
//! | 0 | 0 |
//! | 1 to threshold - 1 | hidden |
//! | threshold and more | the count |
//! | not reported | not reported, which is distinct |
//!
//! One table of one parent, one indicator, one span. If exactly one cell is hidden, the next smallest one above zero is
//! hidden too, because the total would tell it. Both are published alike: who could tell the small one from the one that
//! protects it would know it from the total. Everything derived from a hidden count is hidden with it.
//!
//! No national threshold was found; 5 is usual in official statistics. This does not protect against two tables that
//! differ by one village, a second table of the same people, sums known from elsewhere, or somebody who knows one of them.

use serde::Serialize;

use crate::json::{Count, Reader, Text, read_text, record, terms};
use crate::language::Lang;
use crate::problem::{Location, Outcome, Problem, ProblemCode};

use super::policy::{AssessPolicy, filled};

record! {
    /// A table that is to be published: one parent, one indicator, one span.
    pub struct SuppressRequest {
        /// The cells.
        pub cells: Vec<SuppressCell>,
        /// What the district decides otherwise, `suppression_threshold` above all.
        pub policy: Option<AssessPolicy>,
    }
}

record! {
    /// One cell.
    pub struct SuppressCell {
        /// The area.
        pub area: Text,
        /// The count; absent: not reported.
        pub value: Option<Count>,
        /// What is printed beside it and derived from it, such as a percentage.
        pub derived: Option<Text>,
    }
}

terms! {
    /// What happens to a cell.
    pub enum CellState {
        /// It is published.
        Shown = "shown", "ditampilkan", "shown";
        /// It is small, or hidden so that the total does not tell a small one; which of the two is not published.
        Hidden = "hidden", "disembunyikan", "hidden";
        /// There is no count.
        NotReported = "not_reported", "belum lapor", "not reported";
    }
}

/// A table as it may be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Suppressed {
    /// Counts from 1 to below this are hidden.
    pub threshold: u64,
    /// The cells, in the order given.
    pub cells: Vec<PublishedCell>,
    /// What is not protected against, in Indonesian and English.
    pub limits: Limits,
}

/// One cell as it may be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PublishedCell {
    /// The area.
    pub area: Text,
    /// What happens to it.
    pub state: CellState,
    /// The count, where it is shown.
    pub value: Option<u64>,
    /// What is derived from the count, where it is shown.
    pub derived: Option<Text>,
}

/// A text in the two languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Limits {
    /// In Indonesian.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Limits {
    /// What suppression of one table does not protect against.
    pub const OF_ONE_TABLE: Self = Self {
        id: "melindungi satu tabel saja; tidak melindungi bila ada tabel lain tentang orang yang sama, tabel yang berbeda \
             satu desa, jumlah yang diketahui dari sumber lain, atau pembaca yang mengenal orangnya",
        en: "protects one table only; not against another table of the same people, tables that differ by one village, \
             totals known from elsewhere, or a reader who knows the person",
    };

    /// Returns the text in a language.
    #[must_use]
    pub const fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}

impl SuppressRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Hides what is small.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{CellState, SuppressRequest};
    /// let request = SuppressRequest::from_json(r#"{"cells": [
    ///     {"area": "A", "value": 3}, {"area": "B", "value": 12}, {"area": "C", "value": 7}, {"area": "D", "value": 0}]}"#);
    /// let table = request.into_result()?.run().into_result()?;
    /// let states: Vec<_> = table.cells.iter().map(|cell| cell.state).collect();
    /// // 3 is small; 7 is hidden with it, or the total would tell.
    /// assert_eq!(states, [CellState::Hidden, CellState::Shown, CellState::Hidden, CellState::Shown]);
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<Suppressed> {
        let mut reader = Reader::default();
        let threshold = filled(self.policy.as_ref()).suppression_threshold;
        let count = |cell: &SuppressCell| cell.value.map(Count::get);
        let mut states: Vec<CellState> = self
            .cells
            .iter()
            .map(|cell| match count(cell) {
                None => CellState::NotReported,
                Some(value) if value > 0 && value < threshold => CellState::Hidden,
                Some(_) => CellState::Shown,
            })
            .collect();
        let mut hidden = states.iter().enumerate().filter(|(_, state)| **state == CellState::Hidden);
        if let (Some((alone, _)), None) = (hidden.next(), hidden.next()) {
            let others = self.cells.iter().enumerate().filter(|(index, _)| *index != alone);
            let above_zero = others.filter_map(|(index, cell)| count(cell).filter(|n| *n > 0).map(|n| (n, index)));
            // Of equal counts the first by name, so that the order of the rows makes no difference.
            let name = |index: usize| self.cells.get(index).map(|cell| cell.area.as_str());
            let next = above_zero.min_by(|a, b| a.0.cmp(&b.0).then_with(|| name(a.1).cmp(&name(b.1))));
            if let Some(state) = next.and_then(|(_, index)| states.get_mut(index)) {
                *state = CellState::Hidden;
            } else {
                let problem = Problem::new(ProblemCode::SuppressAlone);
                reader.report(&Location::ROOT.key("cells").index(alone), problem);
            }
        }
        let cells = self
            .cells
            .iter()
            .zip(states)
            .map(|(cell, state)| {
                let is_shown = state == CellState::Shown;
                PublishedCell {
                    area: cell.area.clone(),
                    state,
                    value: count(cell).filter(|_| is_shown),
                    derived: cell.derived.clone().filter(|_| is_shown),
                }
            })
            .collect();
        Outcome::new(Some(Suppressed { threshold, cells, limits: Limits::OF_ONE_TABLE }), reader.finish())
    }
}
