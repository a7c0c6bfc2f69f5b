//! One indicator: what it counts, of whom, how its months combine and what is expected of it.
//!
//! Four attributes decide how an indicator is assessed, and they are independent of each other:
//!
//! | attribute | question |
//! | :-- | :-- |
//! | `numerator` | how do the months become one numerator? |
//! | `denominator` | how do the months become one denominator? |
//! | `target_profile` | how much of the target is due by a month? |
//! | `months` | which months count at all? |

use std::collections::BTreeSet;

use super::code::{Cluster, IndicatorCode, MonthOfYear, Multiplier};
use super::entry::contradiction;
use super::terms::{Certainty, DenominatorKind, Direction, LowestLevel, NumeratorKind, TargetBasis, TargetProfile};
use crate::calendar::Month;
use crate::json::{Count, Reader, Text, Year, record};
use crate::language::Lang;
use crate::number::Decimal;
use crate::problem::{Location, Param, Problem, ProblemCode};

record! {
    /// One indicator.
    pub struct Definition {
        /// The stable code.
        pub code: IndicatorCode,
        /// The Indonesian name.
        pub name_id: Text,
        /// The English name.
        pub name_en: Text,
        /// The name that a villager understands, in simple Indonesian.
        pub lay_name: Text,
        /// The cluster of primary care that answers for it.
        pub cluster: Cluster,
        /// What the numerator counts, in Indonesian.
        pub numerator_text: Text,
        /// What the numerator counts, in English.
        pub numerator_text_en: Option<Text>,
        /// What the denominator counts, in Indonesian.
        pub denominator_text: Text,
        /// What the denominator counts, in English.
        pub denominator_text_en: Option<Text>,
        /// What the numerator counts as a word after a number, in Indonesian; absent: `orang`.
        pub unit_id: Option<Text>,
        /// What the numerator counts as a word after a number, in English; absent: `people`.
        pub unit_en: Option<Text>,
        /// What the ratio is multiplied with: 100 for per cent.
        pub multiplier: Multiplier,
        /// Which way is better.
        pub direction: Direction,
        /// How the months become one numerator.
        pub numerator: NumeratorKind,
        /// How the months become one denominator.
        pub denominator: DenominatorKind,
        /// How much of the target is due during the year.
        pub target_profile: TargetProfile,
        /// The months that count, ascending; none given: every month.
        pub months: Vec<MonthOfYear>,
        /// Whether it is judged by its count, as deaths are: no PWS status at village and Puskesmas level.
        pub is_count: bool,
        /// Whether a numerator below zero is a figure like any other, as in a drop-out, and no mark for "unknown".
        pub signed: bool,
        /// Whether a small count may show who is meant (HIV, TB, mental illness, deaths).
        pub sensitive: bool,
        /// The lowest level at which it has a denominator.
        pub level: LowestLevel,
        /// Other words for it, as reports write them.
        pub aliases: Vec<Text>,
        /// Indicators that it is easily mistaken for and never added to or compared with.
        pub not_to_be_mixed_with: Vec<IndicatorCode>,
        /// Indicators that it takes the place of, as K6 that of K4: never in one table with them unless that is told, and
        /// never judged by their targets.
        pub replaces: Vec<IndicatorCode>,
        /// Why the four attributes are as they are.
        pub reason: Text,
        /// Where the definition comes from.
        pub source: Text,
        /// How sure the definition is.
        pub certainty: Certainty,
        /// The targets that hold where nobody has set others.
        pub targets: Vec<DefaultTarget>,
    }
    check = check_definition;
}

record! {
    /// A target that an indicator has unless somebody sets another: exactly one of `rate`, `count`, `no_increase`, `none`.
    pub struct DefaultTarget {
        /// The year it is for; absent: every year.
        pub year: Option<Year>,
        /// The rate, in the unit of the indicator's multiplier (per cent for 100); 0 or more.
        pub rate: Option<Decimal>,
        /// The number of people or events.
        pub count: Option<Count>,
        /// Not more (lower is better) or not less (higher is better) than a baseline.
        pub no_increase: Option<Baseline>,
        /// There is no target; what the source says instead, such as "lokal".
        pub none: Option<Text>,
        /// What kind of figures the target was made for; absent: the figures of this indicator.
        pub basis: Option<TargetBasis>,
        /// Where the target comes from.
        pub source: Text,
        /// How sure it is.
        pub certainty: Certainty,
    }
    check = check_default_target;
}

record! {
    /// What a `no_increase` target is measured against: exactly one of `rate` and `count`.
    pub struct Baseline {
        /// The rate, in the unit of the indicator's multiplier; 0 or more.
        pub rate: Option<Decimal>,
        /// The number of people or events.
        pub count: Option<Count>,
        /// The year that the baseline is of.
        pub year: Option<Year>,
    }
    check = check_baseline;
}

/// What is expected of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Target {
    /// A rate, in the unit of the indicator's multiplier; 0 or more.
    Rate(Decimal),
    /// A number of people or events.
    Count(Count),
    /// Not worse than a rate that was reached before.
    NoIncreaseRate(Decimal),
    /// Not worse than a count that was reached before.
    NoIncreaseCount(Count),
}

impl Definition {
    /// Makes the definition of an indicator that no catalogue knows: a yearly sum of which more is better, in per cent.
    pub(crate) fn assumed(code: IndicatorCode) -> Self {
        let name = Text::of(code.as_str());
        Self {
            code,
            name_id: name.clone(),
            name_en: name.clone(),
            lay_name: name.clone(),
            cluster: Cluster::ACROSS,
            numerator_text: name.clone(),
            numerator_text_en: None,
            denominator_text: name.clone(),
            denominator_text_en: None,
            unit_id: None,
            unit_en: None,
            multiplier: Multiplier::PER_CENT,
            direction: Direction::Higher,
            numerator: NumeratorKind::Sum,
            denominator: DenominatorKind::Annual,
            target_profile: TargetProfile::ProRata,
            months: Vec::new(),
            is_count: false,
            signed: false,
            sensitive: false,
            level: LowestLevel::Village,
            aliases: Vec::new(),
            not_to_be_mixed_with: Vec::new(),
            replaces: Vec::new(),
            reason: name.clone(),
            source: name,
            certainty: Certainty::Unknown,
            targets: Vec::new(),
        }
    }

    /// Returns the name in a language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.name_id, &self.name_en)
    }

    /// Returns whether a target of a basis was made for other figures than those of this indicator.
    #[must_use]
    pub fn is_foreign(&self, basis: Option<TargetBasis>) -> bool {
        let is_survey = self.numerator == NumeratorKind::Survey;
        basis.is_some_and(|basis| (basis == TargetBasis::Survey) != is_survey)
    }

    /// Returns whether a month counts for the indicator.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Catalogue;
    /// let catalogue = Catalogue::built_in();
    /// let vitamin_a = catalogue.get("VITA".parse()?).unwrap();
    /// assert!(vitamin_a.is_scheduled("2025-08".parse()?));
    /// assert!(!vitamin_a.is_scheduled("2025-07".parse()?));
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn is_scheduled(&self, month: Month) -> bool {
        self.months.is_empty() || self.months.iter().any(|known| u32::from(known.get()) == month.number())
    }
}

/// Makes the target of the members of an entry, of which exactly one says something; `None` for "no target".
pub(crate) fn target_of(rate: Option<Decimal>, count: Option<Count>, no_increase: Option<&Baseline>) -> Option<Target> {
    match (rate, count, no_increase) {
        (Some(rate), ..) => Some(Target::Rate(rate)),
        (_, Some(count), _) => Some(Target::Count(count)),
        (_, _, Some(baseline)) => match (baseline.rate, baseline.count) {
            (Some(rate), _) => Some(Target::NoIncreaseRate(rate)),
            (_, Some(count)) => Some(Target::NoIncreaseCount(count)),
            _ => None,
        },
        _ => None,
    }
}

impl DefaultTarget {
    /// Returns what is expected; `None` when the source says that there is no target.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        target_of(self.rate, self.count, self.no_increase.as_ref())
    }
}

/// Reports unless exactly one member says something.
fn check_one_of(given: &[(&str, bool)], at: &Location<'_>, reader: &mut Reader) {
    let count = given.iter().filter(|(_, is_given)| *is_given).count();
    if count != 1 {
        let names: Vec<String> = given.iter().map(|(name, _)| (*name).to_owned()).collect();
        let count = Param::Count(i64::try_from(count).unwrap_or(i64::MAX));
        reader.report(at, Problem::new(ProblemCode::TargetKind).with("expected", names).with("count", count));
    }
}

/// Reports a rate below zero at its place.
pub(crate) fn check_rate(rate: Option<Decimal>, at: &Location<'_>, reader: &mut Reader) {
    if let Some(rate) = rate.filter(|rate| rate.micros() < 0) {
        reader.report(at, Problem::new(ProblemCode::TargetNegative).with("found", rate.to_string()));
    }
}

/// Reports unless exactly one member of an entry says what is expected, and a rate below zero.
pub(crate) fn check_members(
    rate: Option<Decimal>,
    count: Option<Count>,
    no_increase: Option<&Baseline>,
    none: Option<&Text>,
    at: &Location<'_>,
    reader: &mut Reader,
) {
    let given = [
        ("rate", rate.is_some()),
        ("count", count.is_some()),
        ("no_increase", no_increase.is_some()),
        ("none", none.is_some()),
    ];
    check_one_of(&given, at, reader);
    check_rate(rate, &at.key("rate"), reader);
}

fn check_default_target(target: &DefaultTarget, at: &Location<'_>, reader: &mut Reader) {
    let DefaultTarget { rate, count, no_increase, none, .. } = target;
    check_members(*rate, *count, no_increase.as_ref(), none.as_ref(), at, reader);
}

fn check_baseline(baseline: &Baseline, at: &Location<'_>, reader: &mut Reader) {
    check_one_of(&[("rate", baseline.rate.is_some()), ("count", baseline.count.is_some())], at, reader);
    check_rate(baseline.rate, &at.key("rate"), reader);
}

/// Refuses two targets for a year, and attributes that contradict each other.
///
/// A twelfth of a target can be due only of a target population that stands for the year, and only of events of the year.
fn check_definition(definition: &Definition, at: &Location<'_>, reader: &mut Reader) {
    let Definition { numerator, denominator, target_profile, .. } = definition;
    let targets = at.key("targets");
    let mut years = BTreeSet::new();
    for (index, target) in definition.targets.iter().enumerate() {
        if !years.insert(target.year) {
            reader.report(&targets.index(index), contradiction(definition.code));
        }
    }
    let mut refuse = |other: &str, other_found: &str| {
        let problem = Problem::new(ProblemCode::IndicatorAttributes)
            .with("name", "target_profile")
            .with("found", target_profile.as_str())
            .with("other", other)
            .with("other_found", other_found);
        reader.report(&at.key("target_profile"), problem);
    };
    if *target_profile == TargetProfile::ProRata {
        if *denominator != DenominatorKind::Annual {
            refuse("denominator", denominator.as_str());
        }
        if !matches!(numerator, NumeratorKind::Sum | NumeratorKind::ToDate) {
            refuse("numerator", numerator.as_str());
        }
        if !definition.months.is_empty() {
            let months: Vec<String> = definition.months.iter().map(|month| month.get().to_string()).collect();
            refuse("months", &months.join(", "));
        }
    }
}
