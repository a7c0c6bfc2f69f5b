//! Indicators beside each other: pairs of which one should not exceed the other, and those that are never to be mixed.

use std::collections::BTreeMap;

use crate::indicator::{Definition, IndicatorCode, Pair};
use crate::json::Reader;
use crate::problem::{Location, Param, Problem, ProblemCode};

use super::quality::QualityArea;
use super::verdict::Verdict;

/// One indicator of a request with what was found in its areas.
#[derive(Debug)]
pub(super) struct Looked<'a> {
    pub(super) definition: &'a Definition,
    pub(super) areas: &'a [QualityArea],
    pub(super) verdicts: Vec<Verdict>,
}

/// Compares the pairs whose two indicators are both there, area by area; `at` is the place of the indicators.
pub(super) fn compare_pairs(looked: &[Looked<'_>], pairs: &[&Pair], at: &Location<'_>, reader: &mut Reader) {
    let place = |code: IndicatorCode| looked.iter().position(|known| known.definition.code == code);
    let mut seen: Vec<(IndicatorCode, IndicatorCode)> = Vec::new();
    for pair in pairs {
        if seen.contains(&(pair.lower, pair.upper)) {
            continue;
        }
        seen.push((pair.lower, pair.upper));
        let (Some(place), Some(upper)) = (place(pair.lower), place(pair.upper)) else { continue };
        let (Some(lower), Some(upper)) = (looked.get(place), looked.get(upper)) else { continue };
        let numerators: BTreeMap<&str, Option<i64>> = upper
            .areas
            .iter()
            .zip(&upper.verdicts)
            .filter(|(_, verdict)| verdict.numerator.is_some())
            .map(|(area, verdict)| (area.area.as_str(), verdict.numerator))
            .collect();
        let at = at.index(place);
        let at = at.key("areas");
        for (index, (area, verdict)) in lower.areas.iter().zip(&lower.verdicts).enumerate() {
            let other = numerators.get(area.area.as_str()).copied().flatten();
            if let (Some(lower), Some(upper)) = (verdict.numerator, other)
                && lower > upper
            {
                let problem = Problem::new(ProblemCode::QualityPair)
                    .with("lower", pair.lower)
                    .with("upper", pair.upper)
                    .with("lower_count", Param::Count(lower))
                    .with("upper_count", Param::Count(upper));
                reader.report(&at.index(index), problem);
            }
        }
    }
}

/// Tells which indicators of the request are never to be mixed.
///
/// Those that pairs put in an order (K4 within K1) are compared on purpose, and not told; but what takes the place of
/// another one (K8, K6, K4) is told whatever the pairs say.
pub(super) fn report_mixed(looked: &[Looked<'_>], pairs: &[&Pair], at: &Location<'_>, reader: &mut Reader) {
    // Only the first place of a code is looked at, so the work is bounded by the number of indicators there are.
    let mut known: Vec<&Definition> = Vec::new();
    for (index, own) in looked.iter().map(|looked| looked.definition).enumerate() {
        if known.iter().any(|other| other.code == own.code) {
            continue;
        }
        for other in &known {
            let is_ordered = || leads_to(pairs, own.code, other.code) || leads_to(pairs, other.code, own.code);
            let is_told = is_replaced(own, other) || is_marked(own, other) && !is_ordered();
            if is_told {
                let problem =
                    Problem::new(ProblemCode::IndicatorNotMixed).with("indicator", own.code).with("other", other.code);
                reader.report(&at.index(index).key("definition"), problem);
            }
        }
        known.push(own);
    }
}

/// Whether one of two indicators takes the place of the other.
fn is_replaced(a: &Definition, b: &Definition) -> bool {
    a.replaces.contains(&b.code) || b.replaces.contains(&a.code)
}

/// Whether one of two indicators is easily mistaken for the other.
fn is_marked(a: &Definition, b: &Definition) -> bool {
    a.not_to_be_mixed_with.contains(&b.code) || b.not_to_be_mixed_with.contains(&a.code)
}

/// Returns whether pairs lead from one indicator up to another: K8 to K6 to K4 to K1.
fn leads_to(pairs: &[&Pair], from: IndicatorCode, to: IndicatorCode) -> bool {
    let mut reached = vec![from];
    let mut next = 0;
    while let Some(code) = reached.get(next).copied() {
        for pair in pairs.iter().filter(|pair| pair.lower == code) {
            if !reached.contains(&pair.upper) {
                reached.push(pair.upper);
            }
        }
        next += 1;
    }
    reached.contains(&to)
}
