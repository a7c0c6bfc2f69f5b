//! From figures to a verdict: no allocation, no failure, the same for one series, a roll-up and the engine.
//!
//! [`judge`] collects the figures of a span from a [`Grid`] and concludes; a roll-up adds the collected figures of its areas
//! and concludes once.

use crate::indicator::{DenominatorKind, Direction, NumeratorKind, Target, TargetProfile};

use super::arithmetic::{Bar, Ratio, compare_ratios, pace};
use super::flags::Flags;
use super::grid::{Figure, Grid, highest, through};
use super::policy::Policy;
use super::rolled::Unclear;
use super::rule::Rule;
use super::status::{Status, Trend};
use super::view::View;

/// A numerator with its denominator, where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Part {
    /// The numerator.
    pub numerator: i64,
    /// The denominator; absent for counts.
    pub denominator: Option<i64>,
}

/// The figures of one span, before anything is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals {
    pub(super) numerator: Option<i64>,
    pub(super) denominator: Option<i64>,
    /// The numerator of January to the end of the span.
    pub(super) year_numerator: Option<i64>,
    /// The denominator of January to the end of the span.
    pub(super) year_denominator: Option<i64>,
    pub(super) own: Option<Part>,
    pub(super) previous: Option<Part>,
    pub(super) months_reported: u32,
    pub(super) months_due: u32,
    pub(super) is_incomplete: bool,
    pub(super) has_denominators: bool,
    /// Why figures up to a month say nothing of the span.
    pub(super) unclear: Option<Unclear>,
    pub(super) flags: Flags,
}

/// What is said about one area, one indicator and one span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// The numerator of the span; absent when nothing was reported.
    pub numerator: Option<i64>,
    /// The denominator of the span; absent when unknown, and for counts.
    pub denominator: Option<i64>,
    /// What is due by the end of the span; absent without a target.
    pub target_to_date: Option<Bar>,
    /// Whether what is due is reached.
    pub met: Option<bool>,
    /// Whether "not met" rests on figures that are not complete.
    pub provisional: bool,
    /// People lacking of what is due, or too many where lower is better.
    pub shortfall: Option<i64>,
    /// People lacking of the whole year's target, or too many where lower is better.
    pub gap_year: Option<i64>,
    /// People a month that would close `gap_year` by December; only where higher is better.
    pub pace: Option<i64>,
    /// The numerator of December, if the year goes on as it began; only pro rata.
    pub projection: Option<Ratio>,
    /// This span's own figure against that of the span before.
    pub trend: Option<Trend>,
    /// The PWS status.
    pub status: Option<Status>,
    /// The span's own figure: for a year to date that of its last month.
    pub own: Option<Part>,
    /// The figure of the span before.
    pub previous: Option<Part>,
    /// How many of the months due have a figure; in a roll-up added over areas.
    pub months_reported: u32,
    /// How many months are due: those of the span that count.
    pub months_due: u32,
    /// Remarks.
    pub flags: Flags,
}

impl Verdict {
    /// Returns the value in the unit of the indicator: numerator x multiplier / denominator, or the count of an indicator
    /// that is judged by its count. Below its level any other indicator has a numerator and no value.
    #[must_use]
    pub fn value(&self, rule: Rule) -> Option<Ratio> {
        match self.value_parts(rule)? {
            (numerator, Some(denominator)) => {
                Ratio::new(i128::from(numerator) * i128::from(rule.multiplier), i128::from(denominator))
            }
            (count, None) => Some(Ratio::whole(count)),
        }
    }

    /// Returns the numerator and denominator of the value, or the count that it is.
    pub(super) fn value_parts(&self, rule: Rule) -> Option<(i64, Option<i64>)> {
        let numerator = self.numerator?;
        match self.denominator {
            Some(denominator) if denominator > 0 => Some((numerator, Some(denominator))),
            Some(_) => None,
            None if self.flags.contains(Flags::DENOMINATOR_MISSING) => None,
            // Counts of places without a denominator are not to be compared: a large village is not a better one.
            None if rule.is_below_level && !rule.is_count => None,
            None => Some((numerator, None)),
        }
    }
}

/// Judges the figures of one area and one indicator under a view.
///
/// `grid` is the year of the view; `before` the year before it, which only scheduled indicators look back to.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::{judge, Grid, Policy, Rule, Status, View};
/// use lokmin_core::indicator::{Catalogue, Target};
/// let definition = Catalogue::built_in().get("K6".parse()?).unwrap();
/// let mut grid = Grid::default();
/// for (month, count) in [5, 4, 3, 4, 4, 4, 4, 3, 4].into_iter().enumerate() {
///     grid.put(month as u32 + 1, Some(count), Some(57));
/// }
/// let (rule, target) = (Rule::new(definition, None, None), Target::Rate("80".parse()?));
/// let view = View::YearToDate("2025-09".parse()?);
/// let verdict = judge(rule, Some(target), &grid, None, view, &Policy::default());
/// // 35 of 57 against 57 x 60 % = 34.2; September 4, August 3.
/// assert_eq!((verdict.met, verdict.shortfall, verdict.status), (Some(true), Some(0), Some(Status::Baik)));
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[must_use]
pub fn judge(
    rule: Rule,
    target: Option<Target>,
    grid: &Grid,
    before: Option<&Grid>,
    view: View,
    policy: &Policy,
) -> Verdict {
    conclude(rule, target, &collect(rule, grid, before, view, policy), view, policy)
}

/// Collects the figures of a span.
pub(super) fn collect(rule: Rule, grid: &Grid, before: Option<&Grid>, view: View, policy: &Policy) -> Totals {
    let (counted, counted_before) = (grid.under(rule), before.map(|before| before.under(rule)));
    let (grid, before) = (&counted, counted_before.as_ref());
    let span = view.mask();
    let last_month = view.last_month().number();
    let due = span & rule.months;
    let has_denominators = rule.has_denominators(grid.denominator_mask() != 0);
    let is_survey = rule.numerator == NumeratorKind::Survey;
    let flags = remarks(rule, grid, span, last_month, has_denominators).with(
        Flags::LOOKS_CUMULATIVE,
        rule.numerator == NumeratorKind::Sum && grid.looks_cumulative(last_month, policy),
    );
    let Some(boundary) = highest(due) else {
        return Totals { flags: flags | Flags::NOT_SCHEDULED, has_denominators, ..Totals::default() };
    };
    let figure = grid.figure(rule, due, last_month, has_denominators);
    let to_date = rule.months & through(last_month);
    let year = if due == to_date { figure } else { grid.figure(rule, to_date, last_month, has_denominators) };
    // A survey is done once: its one figure stands for the year, in whatever month it is entered.
    let boundary = if is_survey { highest(figure.used).unwrap_or(boundary) } else { boundary };
    let is_boundary_missing = figure.used & !through(boundary - 1) == 0;
    let is_month_missing = if is_survey { figure.used == 0 } else { figure.used != due };
    let is_incomplete = if rule.is_snapshot() { is_boundary_missing } else { is_month_missing };
    let (own, previous) = if is_boundary_missing {
        (None, None)
    } else {
        spans(rule, grid, before, view, due, boundary, has_denominators)
    };
    let unpaired = due & grid.numerator_mask() & !figure.used;
    let is_denominator_missing =
        has_denominators && (unpaired != 0 || (figure.numerator.is_some() && figure.denominator.is_none()));
    let flags = flags
        .with(Flags::BOUNDARY_MISSING, is_boundary_missing)
        .with(Flags::MONTHS_MISSING, is_month_missing)
        .with(Flags::STALE, rule.is_snapshot() && is_boundary_missing && figure.used != 0)
        .with(Flags::BASE_MISSING, figure.is_base_missing)
        .with(Flags::DENOMINATOR_MISSING, is_denominator_missing);
    Totals {
        numerator: figure.numerator,
        denominator: figure.denominator,
        year_numerator: year.numerator,
        year_denominator: year.denominator,
        own,
        previous,
        months_reported: if is_survey { figure.used.count_ones().min(1) } else { figure.used.count_ones() },
        months_due: if is_survey { 1 } else { due.count_ones() },
        is_incomplete,
        has_denominators,
        unclear: unclear(&figure, has_denominators),
        flags,
    }
}

/// Why the figure of a span is not known although figures up to its end are there.
fn unclear(figure: &Figure, has_denominators: bool) -> Option<Unclear> {
    let is_known = figure.numerator.is_some() && (!has_denominators || figure.denominator.is_some());
    match (is_known, figure.is_falling, figure.is_base_missing) {
        _ if figure.used == 0 => None,
        (true, ..) | (_, false, false) => None,
        (_, true, _) => Some(Unclear::Falling),
        (_, false, true) => Some(Unclear::BaseMissing),
    }
}

/// The remarks that need no figure of the span.
fn remarks(rule: Rule, grid: &Grid, span: u16, last_month: u32, has_denominators: bool) -> Flags {
    let is_annual = has_denominators && rule.denominator == DenominatorKind::Annual;
    let is_falling = rule.is_cumulative() && grid.first_fall(last_month).is_some()
        || has_denominators
            && rule.denominator == DenominatorKind::ToDate
            && grid.first_denominator_fall(last_month).is_some();
    Flags::NONE
        .with(Flags::OUTSIDE_SCHEDULE, grid.numerator_mask() & span & !rule.months != 0)
        .with(Flags::NEGATIVE, grid.negative_mask() & span != 0)
        .with(Flags::DUPLICATE, grid.duplicate_mask & span != 0)
        .with(Flags::DENOMINATOR_CHANGED, is_annual && grid.denominator_change(last_month).is_some())
        .with(Flags::FALLING, is_falling)
        .with(Flags::BELOW_LEVEL, rule.is_below_level)
        .with(Flags::SURVEY, rule.numerator == NumeratorKind::Survey)
}

/// The figure of the span itself and that of the span before; the previous is absent across 1 January, except for
/// scheduled indicators, and where a sum to compare lacks a month.
fn spans(
    rule: Rule,
    grid: &Grid,
    before: Option<&Grid>,
    view: View,
    due: u16,
    boundary: u32,
    has_denominators: bool,
) -> (Option<Part>, Option<Part>) {
    let is_quarter = matches!(view, View::Quarter(_));
    let own_months = if is_quarter { due } else { due & !through(boundary - 1) };
    let earlier = rule.months & through(own_months.trailing_zeros());
    let last_of = |months: u16| {
        let last = highest(months)?;
        let first = if is_quarter { (last - 1) / 3 * 3 } else { last - 1 };
        Some(months & !through(first))
    };
    let must_be_whole = rule.numerator == NumeratorKind::Sum && rule.compares_numerators(has_denominators);
    let part = |grid: &Grid, months: u16, boundary: u32| {
        let figure: Figure = grid.figure(rule, months, boundary, has_denominators);
        if must_be_whole && figure.used != months || figure.is_falling {
            return None;
        }
        Some(Part { numerator: figure.numerator?, denominator: figure.denominator })
    };
    let own = part(grid, own_months, boundary);
    let previous = match last_of(earlier) {
        Some(months) => part(grid, months, boundary),
        None if rule.is_scheduled => last_of(rule.months).and_then(|months| part(before?, months, 12)),
        None => None,
    };
    (own, previous)
}

/// Compares two spans: numerators where the denominator is the year's or there is none, else exact ratios.
pub(super) fn trend(rule: Rule, own: Part, previous: Part, has_denominators: bool) -> Option<Trend> {
    let ordering = if rule.compares_numerators(has_denominators) {
        own.numerator.cmp(&previous.numerator)
    } else {
        compare_ratios((own.numerator, own.denominator?), (previous.numerator, previous.denominator?))?
    };
    Some(Trend::of(ordering, rule.direction))
}

/// Judges collected figures.
pub(super) fn conclude(rule: Rule, target: Option<Target>, totals: &Totals, view: View, policy: &Policy) -> Verdict {
    let has_denominators = totals.has_denominators;
    let denominator = if has_denominators { totals.denominator } else { None };
    let mut verdict = Verdict {
        numerator: totals.numerator,
        denominator,
        own: totals.own,
        previous: totals.previous,
        months_reported: totals.months_reported,
        months_due: totals.months_due,
        flags: totals
            .flags
            .with(Flags::NO_TARGET, target.is_none())
            .with(Flags::DENOMINATOR_ZERO, denominator == Some(0))
            .with(Flags::SMALL_DENOMINATOR, denominator.is_some_and(|n| Rule::is_small(n, policy)))
            .with(
                Flags::OVER_DENOMINATOR,
                totals.numerator.zip(denominator).is_some_and(|(numerator, denominator)| numerator > denominator),
            ),
        ..Verdict::default()
    };
    if totals.flags.contains(Flags::NOT_SCHEDULED) {
        return verdict;
    }
    if let (Some(own), Some(previous)) = (totals.own, totals.previous) {
        verdict.trend = trend(rule, own, previous, has_denominators);
    }
    let months = view.months();
    let usable = |bar: &Bar| has_denominators || !bar.is_rate();
    let bar = target.and_then(|target| rule.bar(target, months));
    verdict.flags = verdict.flags.with(Flags::NO_TARGET_TO_DATE, target.is_some() && bar.is_none());
    verdict.target_to_date = bar.filter(usable);
    if let (Some(bar), Some(numerator)) = (verdict.target_to_date, totals.numerator)
        && let Some(denominator) = compared_with(bar, denominator)
    {
        let is_met = bar.is_met(numerator, denominator);
        verdict.shortfall = Some(bar.gap(numerator, denominator));
        verdict.provisional = !is_met && totals.is_incomplete;
        let can_only_worsen = rule.direction == Direction::Lower && rule.numerator == NumeratorKind::Sum;
        verdict.flags = verdict
            .flags
            .with(Flags::PROVISIONAL, verdict.provisional)
            .with(Flags::MET_PROVISIONAL, is_met && totals.is_incomplete && can_only_worsen);
        verdict.met = Some(is_met).filter(|_| !(verdict.provisional && policy.withhold_provisional));
    }
    look_ahead(rule, target, totals, view, &mut verdict);
    let has_status = !rule.is_count && rule.numerator != NumeratorKind::Survey && has_denominators;
    if let (true, Some(is_met), Some(trend)) = (has_status, verdict.met, verdict.trend) {
        verdict.status = Some(Status::of(is_met, trend, policy));
    }
    verdict
}

/// The denominator that a bar is multiplied with: above zero for a rate, anything for a count.
fn compared_with(bar: Bar, denominator: Option<i64>) -> Option<i64> {
    if bar.is_rate() { denominator.filter(|denominator| *denominator > 0) } else { Some(1) }
}

/// Fills in what concerns the rest of the year: gap, pace and projection, from January to the end of the span.
fn look_ahead(rule: Rule, target: Option<Target>, totals: &Totals, view: View, verdict: &mut Verdict) {
    let Some(numerator) = totals.year_numerator else { return };
    let month = view.last_month().number();
    if rule.target_profile == TargetProfile::ProRata {
        verdict.projection = Ratio::new(i128::from(numerator) * 12, i128::from(month));
    }
    let Some(full) = target.map(|target| rule.full_bar(target)) else { return };
    if full.is_rate() && !totals.has_denominators {
        return;
    }
    if let Some(denominator) = compared_with(full, totals.year_denominator) {
        let gap = full.gap(numerator, denominator);
        verdict.gap_year = Some(gap);
        verdict.pace = if rule.direction == Direction::Higher { pace(gap, 12 - month) } else { None };
    }
}
