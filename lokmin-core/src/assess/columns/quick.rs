//! The short way for twelve months that are complete and small: one pass, machine words, the same numbers as
//! [`judge`](crate::assess::judge).
//!
//! It serves years to date of indicators that count every month and have denominators, where every month up to the last one
//! asked for has both figures, none of them negative or above 2^28. A sum of twelve is then below 2^32, and its product with
//! what is due (below 2^31) or with a multiplier (up to 10^6) is exact.

use crate::assess::{Flags, Policy, Status, mean_half_even};
use crate::indicator::{DenominatorKind, Direction, NumeratorKind};

use super::cells::YearCells;
use super::input::MISSING;
use super::kernel::{YearRows, set};
use super::output::NO_TERM;
use super::plan::{Due, Plan};
use super::ranks::is_small;

/// The largest figure that goes the short way.
const MOST: i64 = 1 << 28;

/// Returns whether an indicator can go the short way at all.
pub(super) const fn serves(plan: &Plan) -> bool {
    let rule = plan.rule;
    let numerator = !matches!(rule.numerator, NumeratorKind::Survey);
    let denominator = !matches!(rule.denominator, DenominatorKind::ToDate);
    numerator
        && denominator
        && rule.months == 0x0FFF
        && !rule.is_count
        && !rule.is_signed
        && !rule.is_below_level
        && (plan.target.is_none() || plan.due.is_some())
}

/// Fills in the rows of January to December, of which those up to `last` (from 0) can be used; those after it say nothing.
/// Returns `false` where the months up to `last` are not complete and small, and nothing is filled in.
pub(super) fn year_to_date(plan: &Plan, cells: &YearCells, last: usize, policy: &Policy, rows: &mut YearRows) -> bool {
    let (mut numerators, mut denominators) = (cells.numerators, cells.denominators);
    for after in last + 1..12 {
        set(&mut numerators, after, 0);
        set(&mut denominators, after, 0);
    }
    // A figure that is missing or negative is a large number without its sign.
    let figures = numerators.iter().zip(&denominators);
    let widest = figures.fold(0, |widest, (a, b)| widest | a.cast_unsigned() | b.cast_unsigned());
    if widest >= MOST.cast_unsigned() || cells.contradicted | cells.outsized_besides != 0 {
        return false;
    }
    let rule = plan.rule;
    if rule.numerator == NumeratorKind::ToDate && !numerators.iter().take(last + 1).is_sorted() {
        return false;
    }
    rows.input_rows = cells.rows;
    rows.numerators = match rule.numerator {
        NumeratorKind::Sum => running_sum(&numerators),
        NumeratorKind::Mean => running_mean(&numerators),
        _ => numerators,
    };
    rows.denominators = match rule.denominator {
        DenominatorKind::Sum => running_sum(&denominators),
        DenominatorKind::Mean => running_mean(&denominators),
        _ => denominators,
    };
    let is_annual = rule.denominator == DenominatorKind::Annual;
    compare_months(plan, &numerators, &denominators, is_annual, rows);
    let constant = plan.flags.with(Flags::NO_TARGET, plan.target.is_none());
    remark(plan, constant, &numerators, &denominators, policy, rows);
    let multiplier = i64::from(rule.multiplier);
    let mut are_small = true;
    let figures = rows.numerators.iter().zip(&rows.denominators);
    for ((value, (numerator, denominator)), month) in rows.values.iter_mut().zip(figures).zip(0..) {
        let quotient = divide(*numerator * multiplier, *denominator);
        *value = if *denominator > 0 { quotient } else { f64::NAN };
        are_small &= month > last || *denominator == 0 || is_small(*numerator, *denominator);
    }
    rows.are_small = are_small;
    rows.months_reported = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    if let Some(due) = &plan.due {
        measure(rule.direction, due, policy, rows);
    } else {
        rows.targets = [f64::NAN; 12];
        rows.shortfalls = [MISSING; 12];
        (rows.met, rows.statuses) = ([NO_TERM; 12], [NO_TERM; 12]);
    }
    true
}

fn running_sum(figures: &[i64; 12]) -> [i64; 12] {
    let (mut sums, mut sum) = (*figures, 0);
    for figure in &mut sums {
        sum += *figure;
        *figure = sum;
    }
    sums
}

fn running_mean(figures: &[i64; 12]) -> [i64; 12] {
    let (mut means, mut sum) = (*figures, 0);
    for (figure, count) in means.iter_mut().zip(1..) {
        sum += *figure;
        *figure = mean_half_even(sum, count).unwrap_or(0);
    }
    means
}

/// What each month has before it; January has nothing, which is 0 here.
fn before(figures: &[i64; 12]) -> [i64; 12] {
    let mut before = [0; 12];
    for (before, figure) in before.iter_mut().skip(1).zip(figures) {
        *before = *figure;
    }
    before
}

/// Compares each month's own figure with that of the month before.
fn compare_months(plan: &Plan, numerators: &[i64; 12], denominators: &[i64; 12], is_annual: bool, rows: &mut YearRows) {
    let mut own = *numerators;
    if plan.rule.numerator == NumeratorKind::ToDate {
        for (own, before) in own.iter_mut().zip(before(numerators)) {
            *own -= before;
        }
    }
    let sign = if plan.rule.direction == Direction::Higher { 1 } else { -1 };
    let compare = |a: i64, b: i64| (i8::from(a > b) - i8::from(a < b)) * sign;
    let own_before = before(&own);
    if is_annual {
        for (trend, (own, before)) in rows.trends.iter_mut().zip(own.iter().zip(own_before)) {
            *trend = compare(*own, before);
        }
    } else {
        let parts = own.iter().zip(own_before).zip(denominators.iter().zip(before(denominators)));
        for (trend, ((own, own_before), (people, people_before))) in rows.trends.iter_mut().zip(parts) {
            let is_known = *people > 0 && people_before > 0;
            *trend = if is_known { compare(own * people_before, own_before * people) } else { NO_TERM };
        }
    }
    set(&mut rows.trends, 0, NO_TERM);
}

/// Fills in the remarks.
fn remark(
    plan: &Plan,
    constant: Flags,
    numerators: &[i64; 12],
    denominators: &[i64; 12],
    policy: &Policy,
    rows: &mut YearRows,
) {
    let figures = rows.numerators.iter().zip(&rows.denominators);
    for (flags, (numerator, denominator)) in rows.flags.iter_mut().zip(figures) {
        let (numerator, denominator) = (*numerator, *denominator);
        *flags = constant
            .with(Flags::DENOMINATOR_ZERO, denominator == 0)
            .with(Flags::SMALL_DENOMINATOR, denominator > 0 && denominator < policy.small_denominator)
            .with(Flags::OVER_DENOMINATOR, numerator > denominator)
            .bits();
    }
    if plan.rule.denominator == DenominatorKind::Annual {
        let mut is_changed = false;
        for (flags, (own, before)) in rows.flags.iter_mut().zip(denominators.iter().zip(before(denominators))).skip(1) {
            is_changed |= *own != before;
            *flags |= if is_changed { Flags::DENOMINATOR_CHANGED.bits() } else { 0 };
        }
    }
    if plan.rule.numerator == NumeratorKind::Sum {
        let sums = rows.numerators.iter().zip(numerators).zip(before(numerators));
        for (months, (flags, ((sum, own), before))) in (1..).zip(rows.flags.iter_mut().zip(sums)) {
            if months > 1 && *own <= before {
                break;
            }
            let looks_cumulative = months >= policy.cumulative_from
                && i128::from(*own) * 1_000_000 >= i128::from(*sum) * i128::from(policy.cumulative_share.micros());
            *flags |= if looks_cumulative { Flags::LOOKS_CUMULATIVE.bits() } else { 0 };
        }
    }
}

/// Measures the figures by what is due.
fn measure(direction: Direction, due: &[Due; 12], policy: &Policy, rows: &mut YearRows) {
    let figures = rows.numerators.iter().zip(&rows.denominators).zip(due);
    let answers = rows.met.iter_mut().zip(&mut rows.shortfalls);
    for ((met, shortfall), ((numerator, denominator), due)) in answers.zip(figures) {
        let people = (due.top * denominator).cast_unsigned();
        let bottom = due.bottom.cast_unsigned();
        let gap = match direction {
            Direction::Higher => people.div_ceil(bottom).cast_signed() - numerator,
            Direction::Lower => numerator - (people / bottom).cast_signed(),
        };
        let is_judged = *denominator > 0;
        *met = if is_judged { i8::from(gap <= 0) } else { NO_TERM };
        *shortfall = if is_judged { gap.max(0) } else { MISSING };
    }
    for (target, due) in rows.targets.iter_mut().zip(due) {
        *target = due.level;
    }
    // Worse, steady and better, below and above.
    let below = [Status::Jelek, policy.steady_below, Status::Cukup].map(|status| status as i8);
    let above = [Status::Kurang, policy.steady_above, Status::Baik].map(|status| status as i8);
    for (status, (met, trend)) in rows.statuses.iter_mut().zip(rows.met.iter().zip(&rows.trends)) {
        let row = match met {
            0 => below,
            1 => above,
            _ => [NO_TERM; 3],
        };
        *status = match trend {
            -1 => row[0],
            0 => row[1],
            1 => row[2],
            _ => NO_TERM,
        };
    }
}

/// Divides two numbers below 2^53.
fn divide(numerator: i64, denominator: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "both are below 2^53")]
    let value = numerator as f64 / denominator as f64;
    value
}
