//! What the arithmetic needs to know of an indicator: small, copied freely, made once for millions of rows.

use crate::indicator::{Definition, DenominatorKind, Direction, LowestLevel, NumeratorKind, Target, TargetProfile};
use crate::json::terms;

use super::arithmetic::Bar;
use super::policy::Policy;

terms! {
    /// How the figures of a data set are reported, whatever the indicator says.
    ///
    /// It belongs to the data set or the Puskesmas: the same event count is reported by month in one place and "up to this
    /// month" in another.
    pub enum ReportedAs {
        /// Each figure is of its month alone.
        Monthly = "monthly", "per bulan", "monthly";
        /// Each figure is of January up to its month.
        ToDate = "to_date", "s.d. bulan ini", "to date";
    }
}

/// The twelve months of a year as bits.
pub(super) const ALL_MONTHS: u16 = 0x0FFF;

/// What the arithmetic needs to know of an indicator at one level of area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the indicator")]
#[non_exhaustive]
pub struct Rule {
    /// How the months become one numerator.
    pub numerator: NumeratorKind,
    /// How the months become one denominator.
    pub denominator: DenominatorKind,
    /// How much of the target is due during the year.
    pub target_profile: TargetProfile,
    /// Which way is better.
    pub direction: Direction,
    /// What the ratio is multiplied with.
    pub multiplier: u32,
    /// The months that count, as bits: January is bit 0.
    pub months: u16,
    /// Whether it is judged by its count: no PWS status.
    pub is_count: bool,
    /// Whether a numerator may be below zero, as a drop-out may.
    pub is_signed: bool,
    /// Whether the area lies below the level at which the indicator has a denominator.
    pub is_below_level: bool,
    /// Whether some months of the year do not count, so that a span is compared with the last one that did, also across
    /// 1 January.
    pub is_scheduled: bool,
}

impl Rule {
    /// Returns the rule of a definition for areas of a level, with the reporting of the data set.
    ///
    /// `level` absent: an area that has a denominator, or a village or Puskesmas where the indicator is a count.
    /// `reported_as` changes `sum` into `to_date` and back; a mean, a state, a cohort and a survey are neither.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{ReportedAs, Rule};
    /// use lokmin_core::indicator::{Catalogue, NumeratorKind};
    /// let definition = Catalogue::built_in().get("K6".parse()?).unwrap();
    /// assert_eq!(Rule::new(definition, None, None).numerator, NumeratorKind::Sum);
    /// assert_eq!(Rule::new(definition, None, Some(ReportedAs::ToDate)).numerator, NumeratorKind::ToDate);
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn new(definition: &Definition, level: Option<LowestLevel>, reported_as: Option<ReportedAs>) -> Self {
        let listed = definition.months.iter().fold(0, |mask, month| mask | (1 << (month.get() - 1)));
        let rule = Self {
            numerator: definition.numerator,
            denominator: definition.denominator,
            target_profile: definition.target_profile,
            direction: definition.direction,
            multiplier: definition.multiplier.get(),
            months: if listed == 0 { ALL_MONTHS } else { listed },
            is_scheduled: listed != 0 && listed != ALL_MONTHS,
            is_count: definition.is_count,
            is_signed: definition.signed,
            is_below_level: level.map_or(definition.is_count, |level| level < definition.level),
        };
        rule.reported(reported_as)
    }

    /// The rule of an indicator that no catalogue knows: events of a year's target population, of which more is better.
    pub const ASSUMED: Self = Self {
        numerator: NumeratorKind::Sum,
        denominator: DenominatorKind::Annual,
        target_profile: TargetProfile::ProRata,
        direction: Direction::Higher,
        multiplier: 100,
        months: ALL_MONTHS,
        is_count: false,
        is_signed: false,
        is_below_level: false,
        is_scheduled: false,
    };

    /// Returns the rule for a data set that reports in its own way.
    #[must_use]
    pub const fn reported(self, reported_as: Option<ReportedAs>) -> Self {
        let numerator = match (self.numerator, reported_as) {
            (NumeratorKind::Sum, Some(ReportedAs::ToDate)) => NumeratorKind::ToDate,
            (NumeratorKind::ToDate, Some(ReportedAs::Monthly)) => NumeratorKind::Sum,
            (kind, _) => kind,
        };
        let denominator = match (self.denominator, reported_as) {
            (DenominatorKind::Sum, Some(ReportedAs::ToDate)) => DenominatorKind::ToDate,
            (DenominatorKind::ToDate, Some(ReportedAs::Monthly)) => DenominatorKind::Sum,
            (kind, _) => kind,
        };
        Self { numerator, denominator, ..self }
    }

    /// Returns the rule for figures of whole quarters, each in the last month of its quarter.
    ///
    /// A quarter counts when one of its months does.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::Rule;
    /// use lokmin_core::indicator::Catalogue;
    /// let catalogue = Catalogue::built_in();
    /// let quarters = |code: &str| Rule::new(catalogue.get(code.parse().unwrap()).unwrap(), None, None).quarterly();
    /// assert_eq!((quarters("K6").months, quarters("K6").is_scheduled), (0b1001_0010_0100, false));
    /// // Vitamin A is given in February and August.
    /// assert_eq!((quarters("VITA").months, quarters("VITA").is_scheduled), (0b0001_0000_0100, true));
    /// ```
    #[must_use]
    pub const fn quarterly(self) -> Self {
        let (mut months, mut quarter) = (0, 0);
        while quarter < 4 {
            if self.months & (0b111 << (quarter * 3)) != 0 {
                months |= 0b100 << (quarter * 3);
            }
            quarter += 1;
        }
        Self { months, is_scheduled: months != 0b1001_0010_0100, ..self }
    }

    /// Returns whether the figure is the last one of the span.
    pub(super) const fn is_snapshot(self) -> bool {
        !matches!(self.numerator, NumeratorKind::Sum | NumeratorKind::Mean)
    }

    /// Returns whether the numerator "up to this month" should never be below that of an earlier month.
    pub(super) const fn is_cumulative(self) -> bool {
        matches!(self.numerator, NumeratorKind::ToDate) && !self.is_signed
    }

    /// Returns whether a month counts only where it has both parts.
    ///
    /// Leaving months without a denominator in the numerator alone inflates the figure (73.2 % for 69.2 % in a real
    /// report).
    pub(super) const fn is_paired(self) -> bool {
        match self.denominator {
            DenominatorKind::Annual => false,
            DenominatorKind::Sum | DenominatorKind::Mean => true,
            DenominatorKind::ToDate | DenominatorKind::Latest => self.is_snapshot(),
        }
    }

    /// Returns whether the spans are compared by their numerators instead of their ratios.
    #[must_use]
    pub const fn compares_numerators(self, has_denominators: bool) -> bool {
        !has_denominators || matches!(self.denominator, DenominatorKind::Annual)
    }

    /// Returns whether the figures of an area are divided: never below the level, and deaths where denominators are given.
    pub(super) const fn has_denominators(self, is_any_given: bool) -> bool {
        !(self.is_below_level || self.is_count && !is_any_given)
    }

    /// Returns the part of a target that is due after `months` of twelve; `None` where nothing is due during the year.
    ///
    /// A count of the profile `none`, such as "no death", is due in full from the first day: it is a bound on events, and
    /// no share of people.
    #[must_use]
    pub fn bar(self, target: Target, months: u32) -> Option<Bar> {
        let is_rate = matches!(target, Target::Rate(_) | Target::NoIncreaseRate(_));
        let months = match self.target_profile {
            TargetProfile::ProRata => months,
            TargetProfile::None if is_rate => return None,
            TargetProfile::Full | TargetProfile::None => 12,
        };
        Some(Bar::new(target, self.multiplier, self.direction, months))
    }

    /// Returns the whole target of a year, also where nothing of it is due during the year.
    pub(super) fn full_bar(self, target: Target) -> Bar {
        Bar::new(target, self.multiplier, self.direction, 12)
    }

    /// Returns the flag-worthy smallness of a denominator.
    pub(super) const fn is_small(denominator: i64, policy: &Policy) -> bool {
        denominator > 0 && denominator < policy.small_denominator
    }
}
