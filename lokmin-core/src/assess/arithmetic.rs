//! Exact arithmetic of verdicts: integers only, no allocation, nothing that can overflow.
//!
//! | quantity | bound |
//! | :-- | :-- |
//! | one figure | 10^12 in size |
//! | a sum over months and areas (`num`, `den`) | 10^18 in size ([`LIMIT`]) |
//! | multiplier | 10^6 |
//! | rate in millionths | 10^18 |
//! | months of a span | 12 |
//!
//! A verdict compares `num x multiplier / den` with `rate x months / 12`. Cross-multiplied, the left side is at most
//! 10^18 x 12 x 10^6 x 10^6 < 2 x 10^31 and the right side 10^18 x 12 x 10^18 < 2 x 10^37; an `i128` holds 1.7 x 10^38.

use std::cmp::Ordering;

use crate::indicator::{Direction, Target};
use crate::number::Decimal;

/// The largest size of a sum of figures for which the arithmetic is exact.
pub const LIMIT: i64 = 1_000_000_000_000_000_000;

const MONTHS_IN_YEAR: i128 = 12;

/// An exact fraction in lowest terms with a positive denominator.
///
/// Written as text, `3500/57`, or `60` where it is whole; Python's `Fraction` reads it.
///
/// # Ordering
///
/// By value, exact.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::Ratio;
/// let value = Ratio::new(60 * 100, 100).unwrap();
/// assert_eq!(value.to_string(), "60");
/// assert!(Ratio::new(2, 3) < Ratio::new(3, 4));
/// assert_eq!(Ratio::new(0, 0), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    // INVARIANT: lowest terms, `denominator` > 0.
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// Returns `numerator / denominator`; `None` when the denominator is zero or a part is the smallest `i128`.
    #[must_use]
    pub const fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        if denominator == 1 {
            return Some(Self { numerator, denominator });
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()).cast_signed();
        let sign = if denominator < 0 { -1 } else { 1 };
        Some(Self { numerator: sign * (numerator / divisor), denominator: sign * (denominator / divisor) })
    }

    /// Returns a whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self { numerator: number as i128, denominator: 1 }
    }

    /// Returns a decimal.
    #[must_use]
    pub fn of_decimal(number: Decimal) -> Self {
        Self::new(i128::from(number.micros()), i128::from(Decimal::ONE_IN_MICROS)).unwrap_or(Self::whole(0))
    }

    /// Returns the numerator in lowest terms.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// Returns the denominator in lowest terms, above zero.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Returns the sum; `None` where a part of it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let shared = gcd(self.denominator.unsigned_abs(), other.denominator.unsigned_abs()).cast_signed();
        let scale = other.denominator / shared;
        let left = self.numerator.checked_mul(scale)?;
        let right = other.numerator.checked_mul(self.denominator / shared)?;
        Self::new(left.checked_add(right)?, self.denominator.checked_mul(scale)?)
    }

    /// Returns the number divided by a whole number; `None` for zero or where a part of it does not fit.
    #[must_use]
    pub fn checked_div(self, divisor: i64) -> Option<Self> {
        Self::new(self.numerator, self.denominator.checked_mul(i128::from(divisor))?)
    }

    /// Returns the whole number of units of 1/`scale` nearest below; `None` where it does not fit.
    pub(super) fn scaled(self, scale: i128) -> Option<i128> {
        let whole = self.floor().checked_mul(scale)?;
        let rest = self.numerator.rem_euclid(self.denominator).checked_mul(scale)?;
        whole.checked_add(rest / self.denominator)
    }

    /// Returns the number with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { numerator: -self.numerator, denominator: self.denominator }
    }

    /// Returns the number without its sign.
    #[must_use]
    pub const fn magnitude(self) -> Self {
        if self.numerator < 0 { self.negated() } else { self }
    }

    /// Returns whether the number is whole.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.denominator == 1
    }

    /// Returns the smallest whole number that is not below this one.
    #[must_use]
    pub const fn ceil(self) -> i128 {
        div_ceil(self.numerator, self.denominator)
    }

    /// Returns the largest whole number that is not above this one.
    #[must_use]
    pub const fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator)
    }
}

impl Ord for Ratio {
    /// Compares by continued fractions, so that no product is needed.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        loop {
            let (whole_a, whole_b) = (a.floor(), b.floor());
            if whole_a != whole_b {
                return whole_a.cmp(&whole_b);
            }
            let (rest_a, rest_b) = (a.numerator.rem_euclid(a.denominator), b.numerator.rem_euclid(b.denominator));
            match (rest_a, rest_b) {
                (0, 0) => return Ordering::Equal,
                (0, _) => return Ordering::Less,
                (_, 0) => return Ordering::Greater,
                _ => {}
            }
            // rest/denominator: the larger inverse is the smaller number, so the two change places.
            let next = Self { numerator: b.denominator, denominator: rest_b };
            b = Self { numerator: a.denominator, denominator: rest_a };
            a = next;
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_whole() {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}

impl serde::Serialize for Ratio {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Returns the exact mean of numbers; `None` of no numbers.
///
/// Where the exact sum needs more than 128 bits, which takes dozens of denominators without common factors, each number is
/// first cut to twelve decimals.
#[must_use]
pub fn mean(numbers: &[Ratio]) -> Option<Ratio> {
    const SCALE: i128 = 1_000_000_000_000;
    let count = i64::try_from(numbers.len()).ok()?;
    let exact = numbers.iter().try_fold(Ratio::whole(0), |sum, number| sum.checked_add(*number));
    if let Some(mean) = exact.and_then(|sum| sum.checked_div(count)) {
        return Some(mean);
    }
    let sum = numbers.iter().try_fold(0_i128, |sum, number| sum.checked_add(number.scaled(SCALE)?))?;
    Ratio::new(sum, SCALE)?.checked_div(count)
}

const fn gcd(mut a: u128, mut b: u128) -> u128 {
    const NARROW: u128 = u64::MAX as u128;
    while b != 0 {
        if a <= NARROW && b <= NARROW {
            #[expect(clippy::cast_possible_truncation, reason = "both fit")]
            return gcd_narrow(a as u64, b as u64) as u128;
        }
        (a, b) = (b, a % b);
    }
    a
}

/// The same in machine words, several times as fast.
const fn gcd_narrow(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Divides and rounds up; `divisor` is above zero.
pub(super) const fn div_ceil(number: i128, divisor: i128) -> i128 {
    let whole = number.div_euclid(divisor);
    if whole * divisor == number { whole } else { whole + 1 }
}

/// Returns a number as `i64`, at the nearer end where it does not fit.
pub(super) fn to_i64(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(if number < 0 { i64::MIN } else { i64::MAX })
}

/// Returns the mean of `count` figures with this sum, rounded half to even; `None` of no figures.
///
/// Source: SIGIZI combines the months of a stock so, per village and before villages are added (read in a real report).
///
/// # Example
///
/// ```
/// use lokmin_core::assess::mean_half_even;
/// assert_eq!(mean_half_even(5, 2), Some(2));
/// assert_eq!(mean_half_even(7, 2), Some(4));
/// assert_eq!(mean_half_even(11, 3), Some(4));
/// assert_eq!(mean_half_even(0, 0), None);
/// ```
#[must_use]
pub const fn mean_half_even(sum: i64, count: u32) -> Option<i64> {
    if count == 0 {
        return None;
    }
    let count = count as i64;
    let (whole, rest) = (sum.div_euclid(count), sum.rem_euclid(count));
    // `count - rest` instead of `2 x rest`: nothing can overflow.
    let up = rest > count - rest || (rest == count - rest && whole.rem_euclid(2) == 1);
    Some(if up { whole + 1 } else { whole })
}

/// What a figure is measured against: a target, or the part of it that is due.
///
/// It is made once and then compared with any number of figures; [`Bar::is_met`], [`Bar::people`] and [`Bar::gap`] neither
/// allocate nor fail.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::Bar;
/// use lokmin_core::indicator::{Direction, Multiplier, Target};
/// // 80 % a year is 60 % by September; 60 of 100 is exactly that.
/// let target = Target::Rate("80".parse()?);
/// let bar = Bar::new(target, Multiplier::PER_CENT.get(), Direction::Higher, 9);
/// assert_eq!(bar.level().to_string(), "60");
/// assert!(bar.is_met(60, 100) && !bar.is_met(59, 100));
/// assert_eq!(bar.gap(35, 100), 25);
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    // A figure is at the bar when num x bottom = top x den (a rate) or num x bottom = top (a count).
    top: i128,
    bottom: i128,
    multiplier: i128,
    is_rate: bool,
    is_higher_better: bool,
}

impl Bar {
    /// Returns the part of a year's target that is due after `months` of twelve (12: the whole target).
    ///
    /// `multiplier` is that of the indicator; a number of months above 12 counts as 12.
    #[must_use]
    pub fn new(target: Target, multiplier: u32, direction: Direction, months: u32) -> Self {
        let months = i128::from(months.min(12));
        let is_higher_better = direction == Direction::Higher;
        let multiplier = i128::from(multiplier);
        match target {
            Target::Rate(rate) | Target::NoIncreaseRate(rate) => Self {
                top: i128::from(rate.micros()) * months,
                bottom: MONTHS_IN_YEAR * i128::from(Decimal::ONE_IN_MICROS) * multiplier,
                multiplier,
                is_rate: true,
                is_higher_better,
            },
            Target::Count(count) | Target::NoIncreaseCount(count) => Self {
                top: i128::from(count.get()) * months,
                bottom: MONTHS_IN_YEAR,
                multiplier: 1,
                is_rate: false,
                is_higher_better,
            },
        }
    }

    /// Returns whether the bar is a rate, so that a denominator is needed.
    #[must_use]
    pub const fn is_rate(self) -> bool {
        self.is_rate
    }

    /// Returns what a rate is compared with, in lowest terms; `None` for a count.
    pub(super) fn rate(self) -> Option<Ratio> {
        Ratio::new(self.top, self.bottom).filter(|_| self.is_rate)
    }

    /// Returns the bar in the unit of the indicator (per cent for a multiplier of 100), or as a count.
    #[must_use]
    pub fn level(self) -> Ratio {
        Ratio::new(self.top, self.bottom / self.multiplier).unwrap_or(Ratio::whole(0))
    }

    /// Returns whether a figure is at the bar or on the good side of it. A count ignores the denominator.
    #[must_use]
    pub const fn is_met(self, numerator: i64, denominator: i64) -> bool {
        let (left, right) = (numerator as i128 * self.bottom, self.top * self.people_of(denominator));
        if self.is_higher_better { left >= right } else { left <= right }
    }

    /// Returns the bar in people: T = bar x denominator / multiplier.
    #[must_use]
    pub fn people(self, denominator: i64) -> Ratio {
        Ratio::new(self.top * self.people_of(denominator), self.bottom).unwrap_or(Ratio::whole(0))
    }

    /// Returns how many people a figure lacks, or has too many where lower is better; 0 where it is met.
    ///
    /// Higher is better: max(0, ceil T - numerator). Lower is better: max(0, numerator - floor T). A target of so many
    /// million per cent that the gap has no 64 bits is given as the largest number.
    #[must_use]
    pub fn gap(self, numerator: i64, denominator: i64) -> i64 {
        let people = self.top * self.people_of(denominator);
        let numerator = i128::from(numerator);
        let gap = if self.is_higher_better {
            div_ceil(people, self.bottom) - numerator
        } else {
            numerator - people.div_euclid(self.bottom)
        };
        to_i64(gap.max(0))
    }

    const fn people_of(self, denominator: i64) -> i128 {
        if self.is_rate { denominator as i128 } else { 1 }
    }
}

/// Returns how many people a month are needed to close a gap in the months that are left; `None` when none is left.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::pace;
/// assert_eq!(pace(11, 3), Some(4));
/// assert_eq!(pace(11, 0), None);
/// ```
#[must_use]
pub const fn pace(gap: i64, months_left: u32) -> Option<i64> {
    if months_left == 0 {
        return None;
    }
    let months_left = months_left as i64;
    let whole = gap.div_euclid(months_left);
    Some(if gap.rem_euclid(months_left) == 0 { whole } else { whole + 1 })
}

/// Compares two figures `num / den` exactly; `None` when a denominator is not above zero.
///
/// # Example
///
/// ```
/// use std::cmp::Ordering;
/// use lokmin_core::assess::compare_ratios;
/// assert_eq!(compare_ratios((1, 3), (2, 6)), Some(Ordering::Equal));
/// assert_eq!(compare_ratios((1, 3), (1, 0)), None);
/// ```
#[must_use]
pub fn compare_ratios(a: (i64, i64), b: (i64, i64)) -> Option<Ordering> {
    if a.1 <= 0 || b.1 <= 0 {
        return None;
    }
    // 10^18 x 10^18 at most.
    Some((i128::from(a.0) * i128::from(b.1)).cmp(&(i128::from(b.0) * i128::from(a.1))))
}
