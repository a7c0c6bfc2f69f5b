//! Rows of one area that stand more than once in a request.
//!
//! | rows of an area | what counts |
//! | :-- | :-- |
//! | the same figures | one of them |
//! | different figures | none; the area stays, without a figure, and the later row is told |
//! | different figures, policy `sum` | all of them, as one series |

use std::collections::BTreeMap;

use crate::problem::{Location, Problem, ProblemCode};

use super::policy::{DuplicatePolicy, Policy};

/// What a row counts as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// Its own figures.
    Own,
    /// Its own figures and those of the rows at these places.
    With(Vec<usize>),
    /// Its area, without a figure: another row says something else.
    Contradicted,
    /// Nothing of its own: it was added to the first row of its area.
    Added,
    /// Nothing: it repeats the first row of its area, or contradicts it.
    Nothing,
}

/// Says what each row counts as. Rows of one key are rows of one area; `is_same` compares two of them.
///
/// Rows that contradict an earlier one are told at their place in `at`.
pub(super) fn rows<K: Ord>(
    keys: impl Iterator<Item = K>,
    is_same: impl Fn(usize, usize) -> bool,
    policy: &Policy,
    at: &Location<'_>,
    reader: &mut crate::json::Reader,
) -> Vec<Row> {
    let mut known: BTreeMap<K, usize> = BTreeMap::new();
    let mut rows: Vec<Row> = Vec::new();
    for (index, key) in keys.enumerate() {
        let first = *known.entry(key).or_insert(index);
        if first == index {
            rows.push(Row::Own);
            continue;
        }
        if is_same(first, index) {
            rows.push(Row::Nothing);
            continue;
        }
        let is_sum = policy.duplicates == DuplicatePolicy::Sum;
        rows.push(if is_sum { Row::Added } else { Row::Nothing });
        if !is_sum {
            reader.report(&at.index(index), Problem::new(ProblemCode::AreaDuplicate));
        }
        match rows.get_mut(first) {
            Some(Row::With(added)) if is_sum => added.push(index),
            Some(row) if is_sum => *row = Row::With(vec![index]),
            Some(row) => *row = Row::Contradicted,
            None => {}
        }
    }
    rows
}
