//! The very same figures in two spans: a report that was sent again, or a row of the wrong month or quarter.
//!
//! Only where each span has a denominator of its own: a yearly one is the same in every month. Figures of a few people, of
//! nobody and of everybody repeat by chance, and are left alone.

use crate::calendar::Month;
use crate::indicator::{DenominatorKind, NumeratorKind};
use crate::json::Reader;
use crate::problem::{Location, Problem, ProblemCode};

use super::policy::Policy;
use super::rule::Rule;
use super::series::{Observation, Series};
use super::view::View;

/// The figures of one span, and which of the spans that count it is.
struct Span {
    ordinal: i64,
    month: Month,
    figures: (i64, i64),
}

/// Returns whether each span has figures of its own, so that the same ones in two of them are worth a look.
pub(super) const fn can_repeat(rule: Rule) -> bool {
    matches!(rule.numerator, NumeratorKind::Sum | NumeratorKind::Mean)
        && matches!(rule.denominator, DenominatorKind::Sum | DenominatorKind::Mean)
        && !rule.is_below_level
}

/// Returns each month of the view whose figures are those of a span before, with that month; nearest first where there are
/// several.
pub(super) fn repeated(series: &Series, rule: Rule, view: View, policy: &Policy) -> Vec<(Month, Month)> {
    if !can_repeat(rule) {
        return Vec::new();
    }
    let spans = spans(series, rule, view, policy);
    let mut found = Vec::new();
    for (index, own) in spans.iter().enumerate().filter(|(_, span)| span.month >= view.first_month()) {
        let before = spans.iter().take(index).rev();
        let mut before = before.take_while(|span| own.ordinal.abs_diff(span.ordinal) <= policy.repeated_within);
        found.extend(before.find(|span| span.figures == own.figures).map(|span| (own.month, span.month)));
    }
    found
}

/// The spans up to the end of the view whose figures say something, in order.
fn spans(series: &Series, rule: Rule, view: View, policy: &Policy) -> Vec<Span> {
    let is_telling = |numerator: i64, denominator: i64| {
        denominator >= policy.repeated_from && 0 < numerator && numerator != denominator
    };
    let scheduled: Vec<u32> = (1..=12).filter(|number| rule.months & (1 << (number - 1)) != 0).collect();
    let mut spans = Vec::new();
    for (year, grid) in series.years().filter(|(year, _)| *year <= view.year()) {
        for (place, number) in (0_i64..).zip(&scheduled) {
            let figures = grid.numerator(*number).zip(grid.denominator(*number));
            let Some(figures) = figures.filter(|(n, d)| is_telling(*n, *d)) else { continue };
            let Some(month) = Month::new(year, *number).filter(|month| *month <= view.last_month()) else { continue };
            let ordinal = i64::from(year) * i64::try_from(scheduled.len()).unwrap_or(12) + place;
            spans.push(Span { ordinal, month, figures });
        }
    }
    spans
}

/// Reports figures that are those of a span before, at the observation of the later one.
pub(super) fn report_repeated(
    area: (&[Observation], &Series),
    rule: Rule,
    view: View,
    policy: &Policy,
    at: &Location<'_>,
    reader: &mut Reader,
) {
    let (observations, series) = area;
    for (own, before) in repeated(series, rule, view, policy) {
        let place = observations.iter().position(|known| known.month == own).unwrap_or_default();
        let problem = Problem::new(ProblemCode::QualityRepeated).with("month", own).with("other", before);
        reader.report(&at.index(place), problem);
    }
}
