//! One series or one roll-up assessed: the figures, the verdict and how it came about.

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::indicator::{Definition, Direction, IndicatorCode, Target, TargetAnswer};
use crate::json::Text;
use crate::language::{Lang, format_count};

use super::arithmetic::{Bar, Ratio};
use super::explain::{explain, per};
use super::flags::Flags;
use super::goal::{Goal, ShownTarget};
use super::print::{least_places, print_beside_target, print_people, print_ratio};
use super::rule::Rule;
use super::verdict::Verdict;
use super::view::View;

/// One series under one view: the figures, the verdict and how it came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub(super) indicator: IndicatorCode,
    pub(super) view: View,
    pub(super) rule: Rule,
    pub(super) target: Option<Target>,
    pub(super) shown_target: Option<ShownTarget>,
    pub(super) unit: CountUnit,
    pub(super) verdict: Verdict,
    pub(super) target_found: Option<TargetAnswer>,
}

/// What the numerator of an indicator counts, as a word after a number: people, unless the definition says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountUnit {
    id: Option<Text>,
    en: Option<Text>,
}

impl CountUnit {
    /// Returns the unit of a definition.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Lang;
    /// use lokmin_core::assess::CountUnit;
    /// use lokmin_core::indicator::Catalogue;
    /// let unit = |code: &str| CountUnit::of(Catalogue::built_in().get(code.parse().unwrap()).unwrap());
    /// assert_eq!(unit("K6").word(Lang::Id), "orang");
    /// assert_eq!(unit("SBS").word(Lang::En), "villages");
    /// ```
    #[must_use]
    pub fn of(definition: &Definition) -> Self {
        Self { id: definition.unit_id.clone(), en: definition.unit_en.clone() }
    }

    /// Returns the word in a language.
    #[must_use]
    pub fn word(&self, lang: Lang) -> &str {
        let (own, people) = match lang {
            Lang::Id => (&self.id, "orang"),
            Lang::En => (&self.en, "people"),
        };
        own.as_deref().unwrap_or(people)
    }
}

impl Assessment {
    /// Puts a verdict together with what it rests on.
    pub(super) fn new(definition: &Definition, view: View, rule: Rule, goal: Goal, verdict: Verdict) -> Self {
        Self {
            indicator: definition.code,
            view,
            rule,
            target: goal.target,
            shown_target: goal.shown,
            unit: CountUnit::of(definition),
            verdict,
            target_found: goal.found,
        }
    }

    /// Returns the indicator.
    #[must_use]
    pub const fn indicator(&self) -> IndicatorCode {
        self.indicator
    }

    /// Returns the view.
    #[must_use]
    pub const fn view(&self) -> View {
        self.view
    }

    /// Returns which way is better.
    #[must_use]
    pub const fn direction(&self) -> Direction {
        self.rule.direction
    }

    /// Returns the target of the year that judged; `None` without one.
    #[must_use]
    pub const fn target(&self) -> Option<Target> {
        self.target
    }

    /// Returns a target that is shown and judges nobody, and why; `None` where a target judges, or there is none.
    #[must_use]
    pub const fn shown_target(&self) -> Option<&ShownTarget> {
        self.shown_target.as_ref()
    }

    /// Returns where the target was found, and why it judges or not; `None` unless the targets of a document were asked.
    #[must_use]
    pub const fn target_found(&self) -> Option<&TargetAnswer> {
        self.target_found.as_ref()
    }

    /// Returns what the numerator counts.
    #[must_use]
    pub const fn unit(&self) -> &CountUnit {
        &self.unit
    }

    /// Returns the figures and the verdict.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// Returns the exact value in the unit of the indicator (per cent for a multiplier of 100), or the count of an
    /// indicator judged by its count; `None` below the level of the indicator, where there is no percentage.
    #[must_use]
    pub fn value(&self) -> Option<Ratio> {
        self.verdict.value(self.rule)
    }

    /// Returns whether the value is a count.
    pub(super) fn is_count(&self) -> bool {
        self.verdict.denominator.is_none()
    }

    /// Returns whether the target to date is a number of people.
    pub(super) fn is_goal_in_people(&self) -> bool {
        self.verdict.target_to_date.is_some_and(|bar| !bar.is_rate())
    }

    /// Returns value and target to date as they are printed: they never contradict the verdict.
    ///
    /// Beside a target in people stand the people reached, whatever the value is a share of.
    #[must_use]
    pub fn printed(&self, lang: Lang) -> (Option<String>, Option<String>) {
        let goal = self.verdict.target_to_date;
        if self.is_goal_in_people() {
            let value = self.verdict.numerator.map(|numerator| format_count(numerator, lang));
            return (value, goal.map(|bar| print_people(bar.level(), lang)));
        }
        if self.is_count() {
            let least = least_places(self.rule.multiplier);
            let value = self.value().map(|value| print_ratio(value, 0, lang));
            let goal = goal.map(|bar| print_ratio(bar.level(), least, lang));
            return (value, goal);
        }
        match (self.value(), goal.map(Bar::level)) {
            (Some(value), Some(goal)) => {
                let (value, goal) = print_beside_target(value, goal, self.rule.direction, self.rule.multiplier, lang);
                (Some(value), Some(goal))
            }
            (Some(_), None) if self.year_level().is_some() => (self.printed_for_year(lang).0, None),
            (value, goal) => {
                let places = least_places(self.rule.multiplier);
                let print = |number: Ratio| print_ratio(number, places, lang);
                (value.map(print), goal.map(print))
            }
        }
    }

    /// Returns what the printed value and target are in: `%`, `per 1.000`, what is counted, or nothing.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::AssessRequest;
    /// use lokmin_core::Lang;
    /// let request = AssessRequest::from_json(r#"{"definition": "K6", "view": {"year_to_date": "2025-01"},
    ///     "series": [{"month": "2025-01", "numerator": 28, "denominator": 57}]}"#);
    /// assert_eq!(request.into_result()?.run().into_result()?.printed_unit(Lang::Id), "%");
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    #[must_use]
    pub fn printed_unit(&self, lang: Lang) -> String {
        if self.is_goal_in_people() || self.rule.is_count {
            return self.unit.word(lang).to_owned();
        }
        per(self.rule.multiplier, lang).trim().to_owned()
    }

    /// The rate of the whole year, where nothing of it is due during the year.
    fn year_level(&self) -> Option<Ratio> {
        let target = self.target.filter(|_| self.verdict.flags.contains(Flags::NO_TARGET_TO_DATE))?;
        Some(self.rule.full_bar(target).level())
    }

    /// Returns value and target of the whole year as they are printed, where nothing of it is due during the year.
    pub(super) fn printed_for_year(&self, lang: Lang) -> (Option<String>, Option<String>) {
        match (self.value(), self.year_level()) {
            (Some(value), Some(goal)) => {
                let (value, goal) = print_beside_target(value, goal, self.rule.direction, self.rule.multiplier, lang);
                (Some(value), Some(goal))
            }
            (_, goal) => (None, goal.map(|goal| print_ratio(goal, least_places(self.rule.multiplier), lang))),
        }
    }

    /// Says the arithmetic of the verdict in words.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::AssessRequest;
    /// use lokmin_core::Lang;
    /// let request = AssessRequest::from_json(r#"{
    ///     "definition": "K6",
    ///     "series": [{"month": "2025-01", "numerator": 28, "denominator": 57},
    ///                {"month": "2025-08", "numerator": 3, "denominator": 57},
    ///                {"month": "2025-09", "numerator": 4, "denominator": 57}],
    ///     "target": {"rate": "80"},
    ///     "view": {"year_to_date": "2025-09"}
    /// }"#).into_result()?;
    /// assert_eq!(
    ///     request.run().into_result()?.explain(Lang::Id),
    ///     "35 dari 57 = 61,4 %; target s.d. September 60,0 % (34,2 -> 35 orang): tercapai; \
    ///      bulan ini 4, bulan lalu 3: naik; status Baik; 3 dari 9 bulan melapor"
    /// );
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        explain(self, lang)
    }
}

/// Value and target to date in the two languages.
struct Printed<'a>(&'a Assessment);

#[derive(Serialize)]
struct PrintedPair {
    value: Option<String>,
    target_to_date: Option<String>,
}

impl Serialize for Printed<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        for lang in [Lang::Id, Lang::En] {
            let (value, target_to_date) = self.0.printed(lang);
            map.serialize_entry(lang.as_str(), &PrintedPair { value, target_to_date })?;
        }
        map.end()
    }
}

impl Assessment {
    /// Writes the members of the answer into a map that may have others.
    pub(super) fn serialize_into<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let verdict = &self.verdict;
        map.serialize_entry("indicator", &self.indicator)?;
        map.serialize_entry("view", &self.view)?;
        map.serialize_entry("numerator", &verdict.numerator)?;
        map.serialize_entry("denominator", &verdict.denominator)?;
        map.serialize_entry("value", &self.value())?;
        map.serialize_entry("target", &self.target)?;
        map.serialize_entry("shown_target", &self.shown_target)?;
        if let Some(found) = &self.target_found {
            map.serialize_entry("target_found", found)?;
        }
        map.serialize_entry("target_to_date", &verdict.target_to_date.map(Bar::level))?;
        map.serialize_entry("printed", &Printed(self))?;
        map.serialize_entry("met", &verdict.met)?;
        map.serialize_entry("provisional", &verdict.provisional)?;
        map.serialize_entry("shortfall", &verdict.shortfall)?;
        map.serialize_entry("gap_year", &verdict.gap_year)?;
        map.serialize_entry("pace", &verdict.pace)?;
        map.serialize_entry("projection", &verdict.projection)?;
        map.serialize_entry("this_span", &verdict.own)?;
        map.serialize_entry("previous_span", &verdict.previous)?;
        map.serialize_entry("trend", &verdict.trend)?;
        map.serialize_entry("status", &verdict.status)?;
        map.serialize_entry("months_reported", &verdict.months_reported)?;
        map.serialize_entry("months_due", &verdict.months_due)?;
        map.serialize_entry("flags", &verdict.flags)
    }
}

impl Serialize for Assessment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.serialize_into(&mut map)?;
        map.end()
    }
}
