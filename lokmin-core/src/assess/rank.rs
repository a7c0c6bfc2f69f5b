//! Competition ranking: 1, 2, 2, 4; exact; best first by direction; no value, no rank. An area has one rank, however many
//! rows it has.

use std::cmp::Ordering;

use crate::indicator::{CatalogueDocument, DenominatorKind, Direction, LowestLevel};
use crate::json::{Count, Reader, Text, read_text, record};
use crate::problem::{Location, Outcome, Problem, ProblemCode};

use super::areas::{Row, rows};
use super::arithmetic::compare_ratios;
use super::given::{GivenDefinition, catalogue_of};
use super::policy::{AssessPolicy, filled};
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
    let mut ranks = vec![None; figures.len()];
    for (index, own) in ranked(&mut order, direction) {
        if let Some(slot) = ranks.get_mut(index) {
            *slot = Some(own);
        }
    }
    ranks
}

/// Sorts figures with denominators above zero, best first, and gives each its rank; equal ones share it.
pub(super) fn ranked<T: Copy>(order: &mut [(T, (i64, i64))], direction: Direction) -> impl Iterator<Item = (T, u32)> {
    order.sort_unstable_by(|(_, a), (_, b)| best_first(*a, *b, direction));
    let mut last: Option<((i64, i64), u32)> = None;
    (1_u32..).zip(order.iter()).map(move |(place, (owner, figure))| {
        let shared = last.filter(|(best, _)| best_first(*best, *figure, direction) == Ordering::Equal);
        let rank = shared.map_or(place, |(_, rank)| rank);
        last = Some((*figure, rank));
        (*owner, rank)
    })
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
        /// The indicator: a word of the catalogue, or a definition.
        pub definition: GivenDefinition,
        /// The areas.
        pub areas: Vec<RankArea>,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
        /// The level of the areas; below that of the indicator they are ranked by their counts.
        pub level: Option<LowestLevel>,
        /// What the district decides otherwise: `duplicates`, for an area that is given more than once.
        pub policy: Option<AssessPolicy>,
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

    /// Ranks the areas, each once, in the order in which they were first given.
    ///
    /// Rows of an area with the same figures are one; with different ones it has no rank, which is told, unless the policy
    /// adds them. A yearly denominator is never added.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::RankRequest;
    /// let request = RankRequest::from_json(r#"{"definition": "K6", "areas": [
    ///     {"area": "A", "numerator": 1, "denominator": 4}, {"area": "A", "numerator": 2, "denominator": 4},
    ///     {"area": "B", "numerator": 1, "denominator": 3}]}"#).into_result()?;
    /// let (ranked, problems) = request.run().into_parts();
    /// assert_eq!(ranked.unwrap().iter().map(|area| area.rank).collect::<Vec<_>>(), [None, Some(1)]);
    /// assert_eq!(problems.as_slice()[0].code().as_str(), "assess.duplicate_area");
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<Vec<Ranked>> {
        let mut reader = Reader::default();
        let ranked = self.rank(&mut reader);
        Outcome::new(ranked, reader.finish())
    }

    fn rank(&self, reader: &mut Reader) -> Option<Vec<Ranked>> {
        let policy = filled(self.policy.as_ref());
        let root = Location::ROOT;
        let at = root.key("areas");
        let catalogue = catalogue_of(self.catalogue.as_ref(), reader)?;
        let rule = Rule::new(self.definition.resolve(&catalogue, &root.key("definition"), reader)?, self.level, None);
        let names = self.areas.iter().map(|area| area.area.as_str());
        let rows = rows(names, |a, b| self.areas.get(a) == self.areas.get(b), &policy, &at, reader);
        let mut areas: Vec<(&Text, Option<(i64, i64)>)> = Vec::with_capacity(self.areas.len());
        for (row, area) in rows.iter().zip(&self.areas) {
            let own = (number(area.numerator), number(area.denominator));
            let (numerator, denominator) = match row {
                Row::Own => own,
                Row::Contradicted => (None, None),
                Row::With(others) => {
                    let mut sum = own;
                    for (place, other) in others.iter().filter_map(|place| Some((*place, self.areas.get(*place)?))) {
                        sum.0 = add(sum.0, number(other.numerator));
                        let denominator = number(other.denominator);
                        sum.1 = match (rule.denominator, sum.1, denominator) {
                            (DenominatorKind::Annual, Some(known), Some(other)) if known != other => {
                                reader.report(&at.index(place), Problem::new(ProblemCode::AreaDuplicate));
                                sum.0 = None;
                                break;
                            }
                            (DenominatorKind::Annual, known, other) => known.or(other),
                            (_, known, other) => add(known, other),
                        };
                    }
                    sum
                }
                Row::Added | Row::Nothing => continue,
            };
            let denominator = if rule.is_below_level { Some(1) } else { denominator };
            areas.push((&area.area, numerator.zip(denominator)));
        }
        let figures: Vec<Option<(i64, i64)>> = areas.iter().map(|(_, figure)| *figure).collect();
        let ranks = rank(&figures, rule.direction);
        let ranked =
            areas.into_iter().zip(ranks).map(|((area, _), rank)| Ranked { area: area.clone(), rank }).collect();
        Some(ranked)
    }
}

fn number(count: Option<Count>) -> Option<i64> {
    count.map(|count| count.get().cast_signed())
}

/// Adds figures, of which an absent one adds nothing.
fn add(a: Option<i64>, b: Option<i64>) -> Option<i64> {
    match (a, b) {
        (Some(a), Some(b)) => a.checked_add(b),
        (a, b) => a.or(b),
    }
}
