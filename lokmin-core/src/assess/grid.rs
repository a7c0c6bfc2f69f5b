//! The figures of one area and one indicator in one year: twelve places, no allocation.

use crate::indicator::{DenominatorKind, NumeratorKind};

use super::arithmetic::mean_half_even;
use super::policy::Policy;
use super::rule::Rule;

/// The twelve months of one area, one indicator and one year.
///
/// A month without a figure is missing, which is not zero. Figures are at most 10^12 in size.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::Grid;
/// let mut grid = Grid::default();
/// grid.put(3, Some(4), Some(57));
/// assert_eq!((grid.numerator(3), grid.numerator(2)), (Some(4), None));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    numerators: [i64; 12],
    denominators: [i64; 12],
    // Bits of the months that have a figure; January is bit 0.
    numerator_mask: u16,
    denominator_mask: u16,
    // Bits of the months whose figure is below zero; a numerator of them is kept, for indicators that allow it.
    negative_numerators: u16,
    negative_denominators: u16,
    pub(super) duplicate_mask: u16,
}

/// One numerator and one denominator of a span, and how they came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) numerator: Option<i64>,
    pub(super) denominator: Option<i64>,
    /// The months that the numerator is made of.
    pub(super) used: u16,
    /// A snapshot before the span is needed and missing.
    pub(super) is_base_missing: bool,
    /// A snapshot is below the one before the span, so that their difference says nothing.
    pub(super) is_falling: bool,
}

/// Returns the number of the highest month of a mask, 1 to 12; `None` of no month.
pub(super) const fn highest(mask: u16) -> Option<u32> {
    if mask == 0 { None } else { Some(16 - mask.leading_zeros()) }
}

/// Returns the bits of the months up to a number.
pub(super) const fn through(number: u32) -> u16 {
    let number = if number > 12 { 12 } else { number };
    (1_u16 << number) - 1
}

/// Returns the bit of a month, 1 to 12; none for other numbers.
const fn bit(number: u32) -> u16 {
    if number >= 1 && number <= 12 { 1 << (number - 1) } else { 0 }
}

impl Grid {
    /// Puts the figures of a month, 1 to 12; other numbers are no month and change nothing. A negative figure is
    /// remembered as such, and does not count unless it is the numerator of an indicator that may be below zero.
    pub fn put(&mut self, number: u32, numerator: Option<i64>, denominator: Option<i64>) {
        let Some(index) = (number as usize).checked_sub(1).filter(|index| *index < 12) else { return };
        let bit = bit(number);
        self.clear(bit);
        if denominator.is_some_and(|n| n < 0) {
            self.negative_denominators |= bit;
        }
        if let (Some(place), Some(figure)) = (self.numerators.get_mut(index), numerator) {
            *place = figure;
            if figure < 0 {
                self.negative_numerators |= bit;
            } else {
                self.numerator_mask |= bit;
            }
        }
        if let (Some(place), Some(figure)) = (self.denominators.get_mut(index), denominator.filter(|n| *n >= 0)) {
            *place = figure;
            self.denominator_mask |= bit;
        }
    }

    /// Marks a month as having figures that contradict each other: none of them counts.
    pub fn contradict(&mut self, number: u32) {
        let bit = bit(number);
        self.clear(bit);
        self.duplicate_mask |= bit;
    }

    fn clear(&mut self, bit: u16) {
        self.numerator_mask &= !bit;
        self.denominator_mask &= !bit;
        self.negative_numerators &= !bit;
        self.negative_denominators &= !bit;
        self.duplicate_mask &= !bit;
    }

    /// Returns the months that have a figure below zero which does not count.
    pub(super) const fn negative_mask(&self) -> u16 {
        self.negative_numerators | self.negative_denominators
    }

    /// Returns the figures as they count under a rule: a numerator below zero counts where the rule allows it.
    pub(super) const fn under(mut self, rule: Rule) -> Self {
        if rule.is_signed {
            self.numerator_mask |= self.negative_numerators;
            self.negative_numerators = 0;
        }
        self
    }

    /// Returns the numerator of a month, 1 to 12.
    #[must_use]
    pub fn numerator(&self, number: u32) -> Option<i64> {
        at(&self.numerators, self.numerator_mask, number)
    }

    /// Returns the denominator of a month, 1 to 12.
    #[must_use]
    pub fn denominator(&self, number: u32) -> Option<i64> {
        at(&self.denominators, self.denominator_mask, number)
    }

    /// Returns the months that have a numerator.
    #[must_use]
    pub const fn numerator_mask(&self) -> u16 {
        self.numerator_mask
    }

    /// Returns the months that have a denominator.
    #[must_use]
    pub const fn denominator_mask(&self) -> u16 {
        self.denominator_mask
    }

    /// Returns the yearly denominator as known at a month: that of the month, else the last one before it.
    #[must_use]
    pub fn annual_denominator(&self, number: u32) -> Option<i64> {
        self.denominator(highest(self.denominator_mask & through(number))?)
    }

    /// Returns the first change of the yearly denominator up to a month: the month, the old and the new figure.
    #[must_use]
    pub fn denominator_change(&self, number: u32) -> Option<(u32, i64, i64)> {
        self.denominator_changes(number).next()
    }

    /// Returns every change of the yearly denominator up to a month: the month, the old and the new figure.
    pub fn denominator_changes(&self, number: u32) -> impl Iterator<Item = (u32, i64, i64)> {
        steps(number, |month| self.denominator(month)).filter(|(_, old, new)| old != new)
    }

    /// Returns the first month up to `number` whose snapshot is below that of an earlier month, with both figures.
    #[must_use]
    pub fn first_fall(&self, number: u32) -> Option<(u32, i64, i64)> {
        steps(number, |month| self.numerator(month)).find(|(_, old, new)| new < old)
    }

    /// Returns the first month up to `number` whose denominator "up to this month" is below that of an earlier month.
    #[must_use]
    pub fn first_denominator_fall(&self, number: u32) -> Option<(u32, i64, i64)> {
        steps(number, |month| self.denominator(month)).find(|(_, old, new)| new < old)
    }

    /// Returns whether the monthly figures up to a month look as if they were added up already: as many as the policy asks
    /// (three), strictly rising, the last at least the policy's share (half) of their sum.
    ///
    /// Figures that really are added up show it in the first three or four months; later the sum outgrows the last one.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{Grid, Policy};
    /// let mut grid = Grid::default();
    /// for (month, figure) in [(1, 10), (2, 22), (3, 35)] {
    ///     grid.put(month, Some(figure), None);
    /// }
    /// // 35 >= (10 + 22 + 35) / 2 = 33.5
    /// let policy = Policy::default();
    /// assert!(grid.looks_cumulative(3, &policy) && !grid.looks_cumulative(2, &policy));
    /// ```
    #[must_use]
    pub fn looks_cumulative(&self, number: u32, policy: &Policy) -> bool {
        let (mut last, mut sum, mut months) = (-1_i64, 0_i64, 0_u64);
        for month in 1..=number.min(12) {
            if let Some(figure) = self.numerator(month) {
                if figure <= last {
                    return false;
                }
                (last, sum, months) = (figure, sum + figure, months + 1);
            }
        }
        // Figures are at most 10^12, shares 10^18 millionths: every product fits.
        months >= policy.cumulative_from
            && i128::from(last) * 1_000_000 >= i128::from(sum) * i128::from(policy.cumulative_share.micros())
    }

    /// Combines the months of a mask by the kinds of the rule.
    ///
    /// `boundary` is the last month of the view: a yearly denominator is the one known then. Without denominators only the
    /// numerator is made.
    pub(super) fn figure(&self, rule: Rule, months: u16, boundary: u32, has_denominators: bool) -> Figure {
        let paired = has_denominators && rule.is_paired();
        let used = months & self.numerator_mask & if paired { self.denominator_mask } else { u16::MAX };
        let mut figure = Figure { used, ..Figure::default() };
        if let Some(last) = highest(used) {
            let base =
                if rule.numerator == NumeratorKind::ToDate { self.base(rule, months, &mut figure) } else { None };
            figure.numerator = match rule.numerator {
                NumeratorKind::Sum => Some(sum(&self.numerators, used)),
                NumeratorKind::Mean => mean_half_even(sum(&self.numerators, used), used.count_ones()),
                NumeratorKind::ToDate if figure.is_base_missing => None,
                NumeratorKind::ToDate => {
                    let before = base.and_then(|b| self.numerator(b)).unwrap_or(0);
                    let own = self.numerator(last).map(|n| n - before);
                    let is_sound = base.is_none() || rule.is_signed || own.is_none_or(|own| own >= 0);
                    figure.is_falling = !is_sound;
                    own.filter(|_| is_sound)
                }
                _ => self.numerator(last),
            };
        }
        if has_denominators {
            figure.denominator = self.combined_denominator(rule, months, boundary, &mut figure);
        }
        figure
    }

    fn combined_denominator(&self, rule: Rule, months: u16, boundary: u32, figure: &mut Figure) -> Option<i64> {
        let own = if rule.is_paired() { figure.used } else { months & self.denominator_mask };
        match rule.denominator {
            DenominatorKind::Annual => self.annual_denominator(boundary),
            DenominatorKind::Sum => highest(own).map(|_| sum(&self.denominators, own)),
            DenominatorKind::Mean => mean_half_even(sum(&self.denominators, own), own.count_ones()),
            DenominatorKind::Latest => self.denominator(highest(own)?),
            DenominatorKind::ToDate => {
                let last = self.denominator(highest(own)?)?;
                let Some(base) = Self::base_month(rule, months) else { return Some(last) };
                let before = self.denominator(base);
                figure.is_base_missing |= before.is_none();
                let own = last - before?;
                figure.is_falling |= own < 0;
                Some(own).filter(|own| *own >= 0)
            }
        }
    }

    /// Returns the month whose snapshot is taken off, and marks the figure where that snapshot is missing.
    fn base(&self, rule: Rule, months: u16, figure: &mut Figure) -> Option<u32> {
        let base = Self::base_month(rule, months)?;
        figure.is_base_missing = self.numerator(base).is_none();
        Some(base)
    }

    /// The last month that counts before the span; `None` where the span begins the year.
    fn base_month(rule: Rule, months: u16) -> Option<u32> {
        highest(rule.months & through(months.trailing_zeros()))
    }
}

/// The months up to a number that have a figure and an earlier one: the month, the earlier and the own figure.
fn steps(number: u32, figure: impl Fn(u32) -> Option<i64>) -> impl Iterator<Item = (u32, i64, i64)> {
    let mut known = None;
    (1..=number).filter_map(move |month| {
        let own = figure(month)?;
        known.replace(own).map(|old| (month, old, own))
    })
}

fn at(figures: &[i64; 12], mask: u16, number: u32) -> Option<i64> {
    if mask & bit(number) == 0 {
        return None;
    }
    figures.get((number as usize).checked_sub(1)?).copied()
}

fn sum(figures: &[i64; 12], mask: u16) -> i64 {
    let mut sum = 0;
    for (index, figure) in figures.iter().enumerate() {
        if mask & (1 << index) != 0 {
            sum += figure;
        }
    }
    sum
}
