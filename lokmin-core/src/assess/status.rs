//! The PWS table: where a village stands and where it is going.
//!
//! | year to date | this span against the last | status |
//! | :-- | :-- | :-- |
//! | at or above the target | better | Baik |
//! | at or above the target | worse | Kurang |
//! | below the target | better | Cukup |
//! | below the target | worse | Jelek |
//!
//! Source: PWS-KIA and PWS imunisasi (confirmed). Note the order: *Kurang* is a village above its target that is falling,
//! *Cukup* one below it that is rising. A steady trend counts above as better and below as worse; sources say nothing
//! certain, so it is policy. With the lower-is-better direction "above" means on the good side.

use std::cmp::Ordering;

use crate::indicator::Direction;
use crate::json::terms;

use super::policy::Policy;

terms! {
    /// The PWS status.
    pub enum Status {
        /// On the good side of the target, and better than the span before.
        Baik = "baik", "Baik", "Good";
        /// On the bad side of the target, but better than the span before.
        Cukup = "cukup", "Cukup", "Fair";
        /// On the good side of the target, but worse than the span before.
        Kurang = "kurang", "Kurang", "Poor";
        /// On the bad side of the target, and worse than the span before.
        Jelek = "jelek", "Jelek", "Bad";
    }
}

terms! {
    /// How a span compares with the one before, direction applied.
    pub enum Trend {
        /// Better.
        Better = "better", "membaik", "better";
        /// The same.
        Steady = "steady", "tetap", "steady";
        /// Worse.
        Worse = "worse", "memburuk", "worse";
    }
}

impl Trend {
    /// Returns the trend of a comparison of this span with the one before.
    #[must_use]
    pub const fn of(this_to_previous: Ordering, direction: Direction) -> Self {
        match (this_to_previous, direction) {
            (Ordering::Equal, _) => Self::Steady,
            (Ordering::Greater, Direction::Higher) | (Ordering::Less, Direction::Lower) => Self::Better,
            _ => Self::Worse,
        }
    }
}

impl Status {
    /// Returns the status of a verdict and a trend.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{Policy, Status, Trend};
    /// let policy = Policy::default();
    /// assert_eq!(Status::of(true, Trend::Worse, &policy), Status::Kurang);
    /// assert_eq!(Status::of(false, Trend::Better, &policy), Status::Cukup);
    /// assert_eq!(Status::of(false, Trend::Steady, &policy), Status::Jelek);
    /// ```
    #[must_use]
    pub const fn of(is_met: bool, trend: Trend, policy: &Policy) -> Self {
        match (is_met, trend) {
            (true, Trend::Better) => Self::Baik,
            (true, Trend::Worse) => Self::Kurang,
            (true, Trend::Steady) => policy.steady_above,
            (false, Trend::Better) => Self::Cukup,
            (false, Trend::Worse) => Self::Jelek,
            (false, Trend::Steady) => policy.steady_below,
        }
    }
}
