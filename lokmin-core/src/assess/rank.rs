//! Competition ranking: 1, 2, 2, 4; exact; best first by direction; no value, no rank.

use std::cmp::Ordering;

use crate::indicator::{Direction, LowestLevel};
use crate::json::{Count, Text, read_text, record};
use crate::problem::Outcome;

use super::arithmetic::compare_ratios;
use super::given::GivenDefinition;
use super::rule::Rule;

/// Ranks figures `(numerator, denominator)`, best first; equal figures share a rank and the next one skips.
///
/// A figure that is absent, or has a denominator that is not above zero, has no rank. A count is `(count, 1)`.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::rank;
/// use lokmin_core::indicator::Direction;
/// let figures = [Some((3, 4)), Some((1, 2)), None, Some((2, 4)), Some((1, 3))];
/// assert_eq!(rank(&figures, Direction::Higher), [Some(1), Some(2), None, Some(2), Some(4)]);
/// assert_eq!(rank(&figures, Direction::Lower), [Some(4), Some(2), None, Some(2), Some(1)]);
/// ```
#[must_use]
pub fn rank(figures: &[Option<(i64, i64)>], direction: Direction) -> Vec<Option<u32>> {
    let mut order: Vec<(usize, (i64, i64))> = figures
        .iter()
        .enumerate()
        .filter_map(|(index, figure)| figure.filter(|(_, denominator)| *denominator > 0).map(|figure| (index, figure)))
        .collect();
    order.sort_by(|(_, a), (_, b)| best_first(*a, *b, direction));
    let mut ranks = vec![None; figures.len()];
    let mut last: Option<((i64, i64), u32)> = None;
    for (place, (index, figure)) in (1_u32..).zip(order) {
        let shared = last.filter(|(best, _)| best_first(*best, figure, direction) == Ordering::Equal);
        let own = shared.map_or(place, |(_, rank)| rank);
        if let Some(slot) = ranks.get_mut(index) {
            *slot = Some(own);
        }
        last = Some((figure, own));
    }
    ranks
}

/// Compares two figures with denominators above zero so that the better one comes first.
#[must_use]
pub fn best_first(a: (i64, i64), b: (i64, i64), direction: Direction) -> Ordering {
    let ordering = compare_ratios(a, b).unwrap_or(Ordering::Equal);
    match direction {
        Direction::Higher => ordering.reverse(),
        Direction::Lower => ordering,
    }
}

record! {
    /// Areas to be ranked by one indicator.
    pub struct RankRequest {
        /// The indicator: a word of the built-in catalogue, or a definition.
        pub definition: GivenDefinition,
        /// The areas.
        pub areas: Vec<RankArea>,
        /// The level of the areas; below that of the indicator they are ranked by their counts.
        pub level: Option<LowestLevel>,
    }
}

record! {
    /// The figure of one area.
    pub struct RankArea {
        /// The area.
        pub area: Text,
        /// How many were reached.
        pub numerator: Option<Count>,
        /// How many there are.
        pub denominator: Option<Count>,
    }
}

/// One area with its rank.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Ranked {
    /// The area.
    pub area: Text,
    /// Its rank, 1 the best; absent without a value.
    pub rank: Option<u32>,
}

impl RankRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Ranks the areas, in the order in which they were given.
    #[must_use]
    pub fn run(&self) -> Vec<Ranked> {
        let rule = Rule::new(self.definition.get(), self.level, None);
        let figure = |area: &RankArea| {
            let numerator = area.numerator?.get().cast_signed();
            if rule.is_below_level {
                return Some((numerator, 1));
            }
            Some((numerator, area.denominator?.get().cast_signed()))
        };
        let figures: Vec<Option<(i64, i64)>> = self.areas.iter().map(figure).collect();
        let ranks = rank(&figures, rule.direction);
        self.areas.iter().zip(ranks).map(|(area, rank)| Ranked { area: area.area.clone(), rank }).collect()
    }
}
