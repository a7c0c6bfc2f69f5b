//! Values that stand far from those of their neighbours, found without floating point.
//!
//! | rule | applies from | an outlier when |
//! | :-- | :-- | :-- |
//! | modified z (Iglewicz and Hoaglin) | 8 values, MAD > 0 | 0.6745 x \|value - median\| / MAD > 3.5 |
//! | three standard deviations | 20 values | \|value - mean\| > 3 s, s with n - 1 |
//!
//! The four numbers are those of the policy: `outlier_z`, `outlier_z_from`, `outlier_sd` and `outlier_sd_from`.
//!
//! Values are cut to millionths of the unit (per cent: eight digits after the decimal point of the ratio). For the second
//! rule they are halved together until the largest fits 30 bits, which keeps nine digits; everything after that is exact:
//! squares of 2^51 times 2^20 values stay below 2^127. Source of three standard deviations: Kodref Bappenas
//! KEP.26A/M.PPN/HK/05/2025 (confirmed).

use super::arithmetic::Ratio;
use super::policy::Policy;

const SCALE: i128 = 1_000_000;
const MOST_VALUES: usize = 1 << 20;
const MOST_BITS: u32 = 30;

/// Which rules a value breaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Outlying {
    /// The modified z score is over that of the policy, 3.5.
    pub modified_z: bool,
    /// The value is more than the standard deviations of the policy, three, from the mean.
    pub three_sd: bool,
}

impl Outlying {
    /// Returns whether a rule is broken.
    #[must_use]
    pub const fn is_outlier(self) -> bool {
        self.modified_z || self.three_sd
    }
}

/// Finds the outliers among values; absent ones are none. Beyond a million values nothing is looked for.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::{outliers, Policy, Ratio};
/// let values: Vec<_> = [10, 11, 12, 13, 14, 15, 16, 90].map(|n| Some(Ratio::whole(n))).to_vec();
/// // Median 13.5, deviations .5 .5 1.5 1.5 2.5 2.5 3.5 76.5, MAD 2; 0.6745 x 76.5 / 2 = 25.8.
/// let found: Vec<bool> = outliers(&values, &Policy::default()).iter().map(|value| value.modified_z).collect();
/// assert_eq!(found, [false, false, false, false, false, false, false, true]);
/// ```
#[must_use]
pub fn outliers(values: &[Option<Ratio>], policy: &Policy) -> Vec<Outlying> {
    let scaled: Vec<Option<i128>> = values.iter().map(|value| value.and_then(|value| value.scaled(SCALE))).collect();
    let known: Vec<i128> = scaled.iter().copied().flatten().collect();
    let mut found = vec![Outlying::default(); values.len()];
    if known.len() > MOST_VALUES {
        return found;
    }
    let count = known.len() as u64;
    let far_from_median = if count >= policy.outlier_z_from { modified_z(&known, policy) } else { MedianRule::NONE };
    let far_from_mean = if count >= policy.outlier_sd_from { many_sd(&known, policy) } else { MeanRule::NONE };
    for (slot, value) in found.iter_mut().zip(scaled) {
        if let Some(value) = value {
            slot.modified_z = far_from_median.is_far(value);
            slot.three_sd = far_from_mean.is_far(value);
        }
    }
    found
}

/// A value lies far when `1349000 x |2 value - median_2| > edge x mad_4`: twice the median, four times the MAD, and the
/// edge in millionths.
#[derive(Clone, Copy, Debug)]
struct MedianRule {
    edge: i128,
    median_2: i128,
    mad_4: i128,
}

fn modified_z(known: &[i128], policy: &Policy) -> MedianRule {
    let mut sorted = known.to_vec();
    let median_2 = doubled_median(&mut sorted);
    let mut deviations: Vec<i128> = known.iter().map(|value| (2 * value - median_2).abs()).collect();
    MedianRule { edge: i128::from(policy.outlier_z.micros()), median_2, mad_4: doubled_median(&mut deviations) }
}

impl MedianRule {
    /// No value lies far.
    const NONE: Self = Self { edge: 0, median_2: 0, mad_4: 0 };

    fn is_far(self, value: i128) -> bool {
        // Values are below 10^24 x 10^6, so the left product stays below 10^37; a right one that does not fit is larger.
        let Some(edge) = self.edge.checked_mul(self.mad_4) else { return false };
        self.mad_4 > 0 && 2 * 674_500 * (2 * value - self.median_2).abs() > edge
    }
}

/// Sorts, and returns twice the median.
fn doubled_median(values: &mut [i128]) -> i128 {
    values.sort_unstable();
    let upper = values.len() / 2;
    let lower = values.len().saturating_sub(1) / 2;
    values.get(lower).copied().unwrap_or_default() + values.get(upper).copied().unwrap_or_default()
}

/// A value lies far when `(n x value - sum)^2 (n - 1) > k^2 n spread`, with `spread = n x squares - sum^2`.
#[derive(Clone, Copy, Debug)]
struct MeanRule {
    squared_edge: Option<i128>,
    shift: u32,
    count: i128,
    sum: i128,
    spread: i128,
}

fn many_sd(known: &[i128], policy: &Policy) -> MeanRule {
    let largest = known.iter().map(|value| value.unsigned_abs()).max().unwrap_or_default();
    let shift = (u128::BITS - largest.leading_zeros()).saturating_sub(MOST_BITS);
    let count = i128::try_from(known.len()).unwrap_or_default();
    let (mut sum, mut squares) = (0_i128, 0_i128);
    for value in known {
        let value = value >> shift;
        sum += value;
        squares += value * value;
    }
    let edge = i128::from(policy.outlier_sd);
    MeanRule { squared_edge: edge.checked_mul(edge), shift, count, sum, spread: count * squares - sum * sum }
}

impl MeanRule {
    /// No value lies far.
    const NONE: Self = Self { squared_edge: None, shift: 0, count: 0, sum: 0, spread: 0 };

    fn is_far(self, value: i128) -> bool {
        let distance = self.count * (value >> self.shift) - self.sum;
        // A right product that does not fit is larger than the left one, which does.
        let edge = self.squared_edge.and_then(|edge| edge.checked_mul(self.count * self.spread));
        self.spread > 0 && edge.is_some_and(|edge| distance * distance * (self.count - 1) > edge)
    }
}
