//! Adding areas to their parent: sums first, one division at the end.
//!
//! | the area has | numerator of the parent | denominator of the parent |
//! | :-- | :-- | :-- |
//! | both | in | in |
//! | no numerator, a yearly denominator | – | in; the area is silent |
//! | no numerator, no yearly denominator | – | –; silent |
//! | figures to date that say nothing of the span | – | as above: in where it is yearly; unclear, with the reason |
//! | no denominator | out | out; the area is left out and named |
//! | a denominator of zero | in | in, flagged |
//! | (luar wilayah) | service only | – |
//!
//! A tally of tallies is the tally of all areas: [`Tally::merge`] is associative and commutative.

use crate::indicator::{DenominatorKind, Target};

use super::arithmetic::LIMIT;
use super::flags::Flags;
use super::policy::Policy;
use super::rolled::Unclear;
use super::rule::Rule;
use super::verdict::{Part, Totals, Verdict, conclude};
use super::view::View;

/// How an area stands in the tally of its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Standing {
    /// It counts.
    Counted,
    /// It counts, and its denominator is zero.
    ZeroDenominator,
    /// It has not reported its numerator.
    Silent,
    /// It has reported figures up to this month, of which its own figure of the span cannot be known.
    Unclear(Unclear),
    /// It has no denominator, and its numerator is left out too.
    LeftOut,
    /// Nothing is due in the span.
    NotScheduled,
    /// It lies outside the working area: service, no coverage.
    Outside,
}

/// The sums of any number of areas.
///
/// Sums are 128 bits wide: 10^12 figures of 10^12 do not fill them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tally {
    /// How many areas there are, without those outside the working area.
    pub areas: u32,
    /// How many reported a numerator that counts.
    pub reporting: u32,
    /// How many have not reported.
    pub silent: u32,
    /// How many have figures up to this month that say nothing of the span.
    pub unclear: u32,
    /// How many have no denominator.
    pub left_out: u32,
    /// How many have a trend of their own to add.
    pub compared: u32,
    /// The numerators of areas outside the working area.
    pub outside: i128,
    /// The sum of the areas' own shortfalls, each against its own target.
    pub shortfalls: i128,
    /// How many areas have a shortfall, of zero or more.
    pub judged: u32,
    numerator: i128,
    denominator: i128,
    with_denominator: u32,
    reporting_denominator: i128,
    year_numerator: i128,
    year_denominator: i128,
    year_reporting: u32,
    own: (i128, i128),
    previous: (i128, i128),
    at_boundary: u32,
    scheduled: u32,
    incomplete: u32,
    months_reported: u64,
    months_due: u64,
    flags: Flags,
}

impl Tally {
    /// Adds one area: its collected figures and its own verdict.
    pub(super) fn add(&mut self, rule: Rule, totals: &Totals, verdict: &Verdict) -> Standing {
        self.areas += 1;
        self.flags |= totals.flags;
        if totals.flags.contains(Flags::NOT_SCHEDULED) {
            return Standing::NotScheduled;
        }
        self.scheduled += 1;
        self.months_reported += u64::from(totals.months_reported);
        self.months_due += u64::from(totals.months_due);
        self.incomplete += u32::from(totals.is_incomplete);
        self.at_boundary += u32::from(!totals.flags.contains(Flags::BOUNDARY_MISSING));
        if let Some(shortfall) = verdict.shortfall {
            self.shortfalls += i128::from(shortfall);
            self.judged += 1;
        }
        let standing = self.add_figures(rule, totals);
        if standing != Standing::LeftOut {
            self.add_spans(totals);
        }
        standing
    }

    fn add_figures(&mut self, rule: Rule, totals: &Totals) -> Standing {
        let is_annual = rule.denominator == DenominatorKind::Annual;
        let year = (totals.year_numerator, totals.year_denominator);
        match year {
            (Some(numerator), _) if !totals.has_denominators => self.add_year(Some(numerator), None),
            (Some(numerator), Some(denominator)) => self.add_year(Some(numerator), Some(denominator)),
            (None, Some(denominator)) if is_annual => self.add_year(None, Some(denominator)),
            _ => {}
        }
        if let Some(reason) = totals.unclear {
            if is_annual && let Some(denominator) = totals.denominator {
                self.denominator += i128::from(denominator);
                self.with_denominator += 1;
            }
            self.unclear += 1;
            return Standing::Unclear(reason);
        }
        match (totals.numerator, totals.denominator) {
            (Some(numerator), _) if !totals.has_denominators => {
                self.numerator += i128::from(numerator);
                self.reporting += 1;
                Standing::Counted
            }
            (Some(numerator), Some(denominator)) => {
                self.numerator += i128::from(numerator);
                self.denominator += i128::from(denominator);
                self.reporting_denominator += i128::from(denominator);
                self.reporting += 1;
                self.with_denominator += 1;
                if denominator == 0 { Standing::ZeroDenominator } else { Standing::Counted }
            }
            (None, Some(denominator)) if is_annual => {
                self.denominator += i128::from(denominator);
                self.with_denominator += 1;
                self.silent += 1;
                Standing::Silent
            }
            _ if totals.flags.contains(Flags::DENOMINATOR_MISSING) || (totals.has_denominators && is_annual) => {
                self.left_out += 1;
                Standing::LeftOut
            }
            _ => {
                self.silent += 1;
                Standing::Silent
            }
        }
    }

    fn add_year(&mut self, numerator: Option<i64>, denominator: Option<i64>) {
        self.year_numerator += i128::from(numerator.unwrap_or_default());
        self.year_denominator += i128::from(denominator.unwrap_or_default());
        self.year_reporting += u32::from(numerator.is_some());
    }

    /// The trend of the parent uses the areas that reported both spans.
    fn add_spans(&mut self, totals: &Totals) {
        let (Some(own), Some(previous)) = (totals.own, totals.previous) else { return };
        if totals.has_denominators && (own.denominator.is_none() || previous.denominator.is_none()) {
            return;
        }
        let widen = |part: Part| (i128::from(part.numerator), i128::from(part.denominator.unwrap_or_default()));
        let ((a, b), (c, d)) = (widen(own), widen(previous));
        self.own = (self.own.0 + a, self.own.1 + b);
        self.previous = (self.previous.0 + c, self.previous.1 + d);
        self.compared += 1;
    }

    /// Adds the figures of an area outside the working area: they count as service, never as coverage.
    pub(super) fn add_outside(&mut self, totals: &Totals) -> Standing {
        self.outside += i128::from(totals.numerator.unwrap_or_default());
        Standing::Outside
    }

    /// Adds another tally.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::Tally;
    /// let (a, b) = (Tally::default(), Tally::default());
    /// assert_eq!(a.merge(b), b.merge(a));
    /// ```
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let add = |a: (i128, i128), b: (i128, i128)| (a.0 + b.0, a.1 + b.1);
        Self {
            areas: self.areas + other.areas,
            reporting: self.reporting + other.reporting,
            silent: self.silent + other.silent,
            unclear: self.unclear + other.unclear,
            left_out: self.left_out + other.left_out,
            compared: self.compared + other.compared,
            outside: self.outside + other.outside,
            shortfalls: self.shortfalls + other.shortfalls,
            judged: self.judged + other.judged,
            numerator: self.numerator + other.numerator,
            denominator: self.denominator + other.denominator,
            with_denominator: self.with_denominator + other.with_denominator,
            reporting_denominator: self.reporting_denominator + other.reporting_denominator,
            year_numerator: self.year_numerator + other.year_numerator,
            year_denominator: self.year_denominator + other.year_denominator,
            year_reporting: self.year_reporting + other.year_reporting,
            own: add(self.own, other.own),
            previous: add(self.previous, other.previous),
            at_boundary: self.at_boundary + other.at_boundary,
            scheduled: self.scheduled + other.scheduled,
            incomplete: self.incomplete + other.incomplete,
            months_reported: self.months_reported + other.months_reported,
            months_due: self.months_due + other.months_due,
            flags: self.flags | other.flags,
        }
    }

    /// Returns the figure of the reporting areas alone.
    #[must_use]
    pub fn reporting_part(&self) -> Option<Part> {
        if self.reporting == 0 {
            return None;
        }
        let denominator = if self.with_denominator > 0 { Some(fit(self.reporting_denominator)?) } else { None };
        Some(Part { numerator: fit(self.numerator)?, denominator })
    }

    /// Returns the sums as figures to be judged, under the rule of the parent.
    pub(super) fn totals(&self, rule: Rule) -> Totals {
        let has_denominators = !(rule.is_below_level || rule.is_count && self.with_denominator == 0);
        let some = |condition: bool, sum: i128| if condition { fit(sum) } else { None };
        let numerator = some(self.reporting > 0, self.numerator);
        let denominator = some(self.with_denominator > 0 && has_denominators, self.denominator);
        let year_denominator = some(has_denominators && self.with_denominator > 0, self.year_denominator);
        let part = |(numerator, denominator): (i128, i128)| {
            let denominator =
                if has_denominators && self.with_denominator > 0 { Some(fit(denominator)?) } else { None };
            Some(Part { numerator: fit(numerator)?, denominator })
        };
        let is_compared = self.compared > 0;
        let widest = [self.numerator, self.denominator, self.year_numerator, self.year_denominator];
        // What belongs to single areas and is settled here for the whole.
        let settled = Flags::NOT_SCHEDULED | Flags::BOUNDARY_MISSING | Flags::BELOW_LEVEL | Flags::DENOMINATOR_MISSING;
        let flags = self
            .flags
            .without(settled)
            .with(Flags::NOT_SCHEDULED, self.scheduled == 0)
            .with(Flags::BOUNDARY_MISSING, self.scheduled > 0 && self.at_boundary == 0)
            .with(Flags::BELOW_LEVEL, rule.is_below_level)
            .with(Flags::DENOMINATOR_MISSING, has_denominators && numerator.is_some() && denominator.is_none())
            .with(Flags::AREAS_SILENT, self.silent > 0)
            .with(Flags::AREAS_UNCLEAR, self.unclear > 0)
            .with(Flags::AREAS_LEFT_OUT, self.left_out > 0)
            .with(Flags::TOO_LARGE, widest.iter().any(|sum| fit(*sum).is_none()));
        Totals {
            numerator,
            denominator,
            year_numerator: some(self.year_reporting > 0, self.year_numerator),
            year_denominator,
            own: if is_compared { part(self.own) } else { None },
            previous: if is_compared { part(self.previous) } else { None },
            months_reported: u32::try_from(self.months_reported).unwrap_or(u32::MAX),
            months_due: u32::try_from(self.months_due).unwrap_or(u32::MAX),
            is_incomplete: self.incomplete > 0 || self.silent > 0 || self.unclear > 0 || self.left_out > 0,
            has_denominators,
            unclear: None,
            flags,
        }
    }

    /// Judges the sums under the rule of the parent.
    #[must_use]
    pub fn judge(&self, rule: Rule, target: Option<Target>, view: View, policy: &Policy) -> Verdict {
        conclude(rule, target, &self.totals(rule), view, policy)
    }
}

/// A sum within the bounds of exact arithmetic.
fn fit(sum: i128) -> Option<i64> {
    i64::try_from(sum).ok().filter(|sum| sum.unsigned_abs() <= LIMIT.unsigned_abs())
}
