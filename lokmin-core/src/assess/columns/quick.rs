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
use super::kernel::YearRows;
use super::output::NO_TERM;
use super::plan::Plan;
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

/// Fills in the rows of January to the last month, of which `first` (from 0) is the first that is asked for. Returns `false`
/// where the months are not complete and small, and nothing is filled in.
pub(super) fn year_to_date(
    plan: &Plan,
    cells: &YearCells,
    first: usize,
    last: usize,
    policy: &Policy,
    rows: &mut YearRows,
) -> bool {
    let months = last + 1;
    let (Some(numerators), Some(denominators)) = (cells.numerators.get(..months), cells.denominators.get(..months))
    else {
        return false;
    };
    // A figure that is missing or negative is a large number without its sign.
    let widest = numerators.iter().chain(denominators).fold(0, |widest, figure| widest | figure.cast_unsigned());
    if widest >= MOST.cast_unsigned() || cells.contradicted | cells.outsized != 0 {
        return false;
    }
    let rule = plan.rule;
    if rule.numerator == NumeratorKind::ToDate && !numerators.is_sorted() {
        return false;
    }
    let is_annual = rule.denominator == DenominatorKind::Annual;
    let multiplier = i64::from(rule.multiplier);
    let constant = plan.flags.with(Flags::NO_TARGET, plan.target.is_none());
    let (mut sum, mut denominator_sum) = (0_i64, 0_i64);
    let (mut before, mut own_before, mut denominator_before) = (0_i64, 0_i64, 0_i64);
    let (mut is_rising, mut is_changed, mut are_small) = (true, false, true);
    for (month, (numerator, denominator)) in numerators.iter().zip(denominators).enumerate() {
        let (numerator, denominator) = (*numerator, *denominator);
        let count = u32::try_from(month).unwrap_or(0) + 1;
        sum += numerator;
        denominator_sum += denominator;
        let of_span = match rule.numerator {
            NumeratorKind::Sum => sum,
            NumeratorKind::Mean => mean_half_even(sum, count).unwrap_or(0),
            _ => numerator,
        };
        let of_people = match rule.denominator {
            DenominatorKind::Sum => denominator_sum,
            DenominatorKind::Mean => mean_half_even(denominator_sum, count).unwrap_or(0),
            _ => denominator,
        };
        let own = if rule.numerator == NumeratorKind::ToDate { numerator - before } else { numerator };
        let trend = if month == 0 || !is_annual && (denominator == 0 || denominator_before == 0) {
            NO_TERM
        } else {
            let ordering = if is_annual {
                own.cmp(&own_before)
            } else {
                (own * denominator_before).cmp(&(own_before * denominator))
            };
            match rule.direction {
                Direction::Higher => ordering as i8,
                Direction::Lower => -(ordering as i8),
            }
        };
        is_changed |= is_annual && month > 0 && denominator != denominator_before;
        is_rising &= month == 0 || numerator > before;
        (before, own_before, denominator_before) = (numerator, own, denominator);
        if month < first {
            continue;
        }
        let looks_cumulative =
            is_rising && rule.numerator == NumeratorKind::Sum && month >= 2 && numerator >= sum - numerator;
        let flags = constant
            .with(Flags::DENOMINATOR_CHANGED, is_changed)
            .with(Flags::LOOKS_CUMULATIVE, looks_cumulative)
            .with(Flags::DENOMINATOR_ZERO, of_people == 0)
            .with(Flags::SMALL_DENOMINATOR, of_people > 0 && of_people < policy.small_denominator)
            .with(Flags::OVER_DENOMINATOR, of_span > of_people);
        let (mut target, mut shortfall, mut met, mut status) = (f64::NAN, MISSING, NO_TERM, NO_TERM);
        if let Some(due) = plan.due.as_ref().and_then(|due| due.get(month)) {
            target = due.level;
            if of_people > 0 {
                let people = due.top * of_people;
                let (is_met, gap) = match rule.direction {
                    Direction::Higher => {
                        let wanted = people.cast_unsigned().div_ceil(due.bottom.cast_unsigned()).cast_signed();
                        (of_span >= wanted, wanted - of_span)
                    }
                    Direction::Lower => {
                        let allowed = people / due.bottom;
                        (of_span <= allowed, of_span - allowed)
                    }
                };
                (met, shortfall) = (i8::from(is_met), gap.max(0));
                status = status_of(is_met, trend, policy);
            }
        }
        are_small &= of_people == 0 || is_small(of_span, of_people);
        let value = if of_people > 0 { divide(of_span * multiplier, of_people) } else { f64::NAN };
        rows.put(month - first, cells.rows.get(month).copied(), of_span, of_people);
        rows.judge(month - first, value, target, (met, shortfall), (trend, status), (count, flags));
    }
    rows.are_small = are_small;
    true
}

/// Divides two numbers below 2^53.
fn divide(numerator: i64, denominator: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "both are below 2^53")]
    let value = numerator as f64 / denominator as f64;
    value
}

/// The place of a status; none without a trend.
fn status_of(is_met: bool, trend: i8, policy: &Policy) -> i8 {
    let status = match (is_met, trend) {
        (_, NO_TERM) => return NO_TERM,
        (true, 1) => Status::Baik,
        (true, -1) => Status::Kurang,
        (true, _) => policy.steady_above,
        (false, 1) => Status::Cukup,
        (false, -1) => Status::Jelek,
        (false, _) => policy.steady_below,
    };
    status as i8
}
