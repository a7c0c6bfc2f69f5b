//! What is to be known about a figure besides its value, as bits.
//!
//! The same bits stand in the answer for one series, in a roll-up and in the columns of the engine. A bit never changes
//! its meaning.

/// Declares the flags: documentation, constant, bit and the name in JSON.
macro_rules! flags {
    ($( $(#[doc = $doc:literal])+ $name:ident = $bit:literal, $text:literal; )+) => {
        /// A set of remarks on a figure.
        ///
        /// As JSON a list of names, in the order of the bits.
        ///
        /// # Example
        ///
        /// ```
        /// use lokmin_core::assess::Flags;
        /// let flags = Flags::NO_TARGET | Flags::STALE;
        /// assert!(flags.contains(Flags::STALE));
        /// assert_eq!(flags.names().collect::<Vec<_>>(), ["no_target", "stale"]);
        /// assert_eq!(flags.bits(), 0b1_0000_0001);
        /// ```
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct Flags(u32);

        impl Flags {
            $( $(#[doc = $doc])+ pub const $name: Self = Self(1 << $bit); )+

            /// Every flag with its name, in the order of the bits.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$name, $text)),+];

            const EVERY: u32 = 0 $(| (1 << $bit))+;
        }
    };
}

flags! {
    /// There is no target: value and rank, but no verdict.
    NO_TARGET = 0, "no_target";
    /// Not met on figures that are not complete: more reports can change it.
    PROVISIONAL = 1, "provisional";
    /// Met on figures that are not complete, where more reports can only make it worse (lower is better).
    MET_PROVISIONAL = 2, "met_provisional";
    /// The last month due has no figure: no trend, no status.
    BOUNDARY_MISSING = 3, "boundary_missing";
    /// A month due has no figure.
    MONTHS_MISSING = 4, "months_missing";
    /// No month of the span is one that counts for the indicator.
    NOT_SCHEDULED = 5, "not_scheduled";
    /// A figure of a month that does not count is there, and is not counted.
    OUTSIDE_SCHEDULE = 6, "outside_schedule";
    /// A numerator has no denominator.
    DENOMINATOR_MISSING = 7, "denominator_missing";
    /// The last snapshot is older than the last month due.
    STALE = 8, "stale";
    /// The denominator is zero.
    DENOMINATOR_ZERO = 9, "denominator_zero";
    /// The denominator of the year changed within it.
    DENOMINATOR_CHANGED = 10, "denominator_changed";
    /// The numerator is above the denominator.
    OVER_DENOMINATOR = 11, "over_denominator";
    /// A figure below zero is there, and is not counted.
    NEGATIVE = 12, "negative";
    /// A month has two different figures, and none counts.
    DUPLICATE = 13, "duplicate";
    /// A figure "up to this month" is below that of an earlier month: numerator or denominator.
    FALLING = 14, "falling";
    /// Monthly figures look as if they were added up already.
    LOOKS_CUMULATIVE = 15, "looks_cumulative";
    /// Below the level at which the indicator has a denominator: a count, no percentage.
    BELOW_LEVEL = 16, "below_level";
    /// A figure of a survey or an estimate.
    SURVEY = 17, "survey";
    /// The snapshot before the span is missing, so that the span's own figure is not known.
    BASE_MISSING = 18, "base_missing";
    /// The target is too unsure to judge, or it was accepted although it is unsure.
    TARGET_UNSURE = 19, "target_unsure";
    /// The target is of an earlier year.
    TARGET_CARRIED_FORWARD = 20, "target_carried_forward";
    /// The target was made for figures of another kind (survey against routine) and judges nobody.
    TARGET_OTHER_BASIS = 21, "target_other_basis";
    /// The denominator is so small that one person moves the percentage much.
    SMALL_DENOMINATOR = 22, "small_denominator";
    /// In a roll-up: an area has not reported its numerator.
    AREAS_SILENT = 23, "areas_silent";
    /// In a roll-up: an area without a denominator is left out.
    AREAS_LEFT_OUT = 24, "areas_left_out";
    /// In a roll-up: the figure given for the whole differs from the sum of its areas.
    DIFFERS_FROM_SUM = 25, "differs_from_sum";
    /// A sum is too large for exact arithmetic.
    TOO_LARGE = 26, "too_large";
    /// There is a target for the year, and nothing of it is due during the year: a gap, but no verdict.
    NO_TARGET_TO_DATE = 27, "no_target_to_date";
    /// In a roll-up: an area's figures up to this month say nothing of the span.
    AREAS_UNCLEAR = 28, "areas_unclear";
    /// The indicator is not in the catalogue: assessed as a yearly sum of which more is better.
    UNKNOWN_INDICATOR = 29, "unknown_indicator";
    /// The value lies far from those of the other areas of the parent. Set where the columnar engine looks at the quality.
    OUTLIER = 30, "outlier";
    /// The numerator is above that of an indicator that contains it. Set where the columnar engine looks at the quality.
    EXCEEDS_PAIR = 31, "exceeds_pair";
}

impl Flags {
    /// No flag.
    pub const NONE: Self = Self(0);

    /// Returns the flags of bits; every bit is one.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::Flags;
    /// assert_eq!(Flags::from_bits(0b1_0000_0001), Flags::NO_TARGET | Flags::STALE);
    /// assert_eq!(Flags::from_bits(0), Flags::NONE);
    /// ```
    #[must_use]
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits & Self::EVERY)
    }

    /// Returns the bits.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Returns whether all flags of `other` are set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns the flags with those of `other` set where `condition` holds.
    #[must_use]
    pub const fn with(self, other: Self, condition: bool) -> Self {
        if condition { Self(self.0 | other.0) } else { self }
    }

    /// Returns the flags without those of `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns the names of the flags that are set.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().filter(move |(flag, _)| self.contains(*flag)).map(|(_, name)| *name)
    }
}

impl std::ops::BitOr for Flags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl std::ops::BitOrAssign for Flags {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl serde::Serialize for Flags {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}
