//! The quality of reported figures: what cannot be, what is unlikely, and what is missing.

use crate::indicator::{CatalogueDocument, Definition, IndicatorCode, LowestLevel, Pair};
use crate::json::{Reader, Text, read_text, record, terms};
use crate::number::Decimal;
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode};

use super::areas::{Row, rows};
use super::arithmetic::Ratio;
use super::given::{GivenDefinition, catalogue_of};
use super::outlier::{Outlying, outliers};
use super::pairs::{Looked, compare_pairs, report_mixed};
use super::policy::{AssessPolicy, Policy, filled};
use super::repeated::report_repeated;
use super::rule::{ReportedAs, Rule};
use super::series::{Observation, ReportedFigure, Series, report};
use super::verdict::Verdict;
use super::view::View;

record! {
    /// Figures whose quality is to be looked at.
    pub struct QualityRequest {
        /// The indicators with the figures of their areas.
        pub indicators: Vec<QualityIndicator>,
        /// Pairs of which the lower should not exceed the upper, besides those of the catalogue.
        pub pairs: Vec<Pair>,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
        /// Which months to look at.
        pub view: View,
        /// The level of the areas; absent: one that has a denominator.
        pub level: Option<LowestLevel>,
        /// How the figures are reported, where it is not as the indicators say.
        pub reported_as: Option<ReportedAs>,
        /// What the district decides otherwise.
        pub policy: Option<AssessPolicy>,
    }
}

record! {
    /// One indicator with the figures of the areas of one parent.
    pub struct QualityIndicator {
        /// The indicator: a word of the catalogue, or a definition.
        pub definition: GivenDefinition,
        /// The areas.
        pub areas: Vec<QualityArea>,
    }
}

record! {
    /// The figures of one area.
    pub struct QualityArea {
        /// The area: a code or a name.
        pub area: Text,
        /// Its figures.
        pub series: Vec<Observation>,
    }
}

terms! {
    /// How complete the reports are. Source: Kodref Bappenas KEP.26A/M.PPN/HK/05/2025 (confirmed).
    pub enum CompletenessBand {
        /// 85 % and more.
        Baik = "baik", "baik", "good";
        /// From 70 % to below 85 %.
        Sedang = "sedang", "sedang", "fair";
        /// Below 70 %.
        Kurang = "kurang", "kurang", "poor";
    }
}

/// How many of the figures that are due are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Completeness {
    /// Figures reported.
    pub reported: u32,
    /// Figures due.
    pub due: u32,
    /// Per cent; absent when nothing is due.
    pub percent: Option<Ratio>,
    /// The band; absent when nothing is due.
    pub band: Option<CompletenessBand>,
}

impl Completeness {
    /// Returns how complete `reported` of `due` is, by the edges of the policy.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{Completeness, CompletenessBand, Policy};
    /// let band = |reported| Completeness::new(reported, 100, &Policy::default()).band.unwrap();
    /// assert_eq!([band(85), band(84), band(70), band(69)].map(CompletenessBand::as_str),
    ///     ["baik", "sedang", "sedang", "kurang"]);
    /// ```
    #[must_use]
    pub fn new(reported: u32, due: u32, policy: &Policy) -> Self {
        let percent = Ratio::new(i128::from(reported) * 100, i128::from(due));
        let reaches = |percent: Ratio, edge: Decimal| percent >= Ratio::of_decimal(edge);
        let band = percent.map(|percent| {
            if reaches(percent, policy.complete_good) {
                CompletenessBand::Baik
            } else if reaches(percent, policy.complete_fair) {
                CompletenessBand::Sedang
            } else {
                CompletenessBand::Kurang
            }
        });
        Self { reported, due, percent, band }
    }
}

/// What was found about one indicator; what is wrong is in the problems.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct IndicatorQuality {
    /// The indicator.
    pub indicator: IndicatorCode,
    /// How many of the figures that are due are there.
    pub completeness: Completeness,
    /// The areas whose values stand far from the others.
    pub outliers: Vec<OutlyingArea>,
}

/// An area whose value stands far from those of the others.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct OutlyingArea {
    /// The area.
    pub area: Text,
    /// Its value.
    pub value: Ratio,
    /// The rules that it breaks.
    #[serde(flatten)]
    pub rules: Outlying,
}

impl QualityRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Looks at the figures. Everything found is a warning at its place; the value sums it up by indicator.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::QualityRequest;
    /// let request = QualityRequest::from_json(r#"{
    ///     "view": {"month": "2025-03"},
    ///     "indicators": [{"definition": "K6", "areas": [
    ///         {"area": "A", "series": [{"month": "2025-03", "numerator": 60, "denominator": 57}]}]}]
    /// }"#).into_result()?;
    /// let outcome = request.run();
    /// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "quality.over_denominator");
    /// assert_eq!(outcome.value().unwrap()[0].completeness.reported, 1);
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<Vec<IndicatorQuality>> {
        let mut reader = Reader::default();
        let answer = self.look(&mut reader);
        Outcome::new(answer, reader.finish())
    }

    fn look(&self, reader: &mut Reader) -> Option<Vec<IndicatorQuality>> {
        let policy = filled(self.policy.as_ref());
        let root = Location::ROOT;
        let at = root.key("indicators");
        let catalogue = catalogue_of(self.catalogue.as_ref(), reader)?;
        let definitions: Vec<Option<&Definition>> = (0..)
            .zip(&self.indicators)
            .map(|(index, own)| own.definition.resolve(&catalogue, &at.index(index).key("definition"), reader))
            .collect();
        let definitions: Vec<&Definition> = definitions.into_iter().collect::<Option<_>>()?;
        let mut answer = Vec::with_capacity(self.indicators.len());
        let mut looked = Vec::with_capacity(self.indicators.len());
        for (index, (indicator, definition)) in self.indicators.iter().zip(definitions).enumerate() {
            let at = at.index(index);
            let at = at.key("areas");
            let rule = Rule::new(definition, self.level, self.reported_as);
            let own = self.look_at_areas(&indicator.areas, rule, &policy, &at, reader);
            let values: Vec<Option<Ratio>> = own.iter().map(|verdict| verdict.value(rule)).collect();
            let mut outlying = Vec::new();
            for (index, (rules, area)) in outliers(&values, &policy).into_iter().zip(&indicator.areas).enumerate() {
                if let (true, Some(value)) = (rules.is_outlier(), values.get(index).copied().flatten()) {
                    let value_text = super::print::print_ratio(value, 1, crate::language::Lang::En);
                    let problem = Problem::new(ProblemCode::QualityOutlier).with("value", value_text);
                    reader.report(&at.index(index), problem);
                    outlying.push(OutlyingArea { area: area.area.clone(), value, rules });
                }
            }
            let sum = |count: fn(&Verdict) -> u32| own.iter().map(count).fold(0, u32::saturating_add);
            let completeness = Completeness::new(sum(|v| v.months_reported), sum(|v| v.months_due), &policy);
            answer.push(IndicatorQuality { indicator: definition.code, completeness, outliers: outlying });
            looked.push(Looked { definition, areas: &indicator.areas, verdicts: own });
        }
        let pairs: Vec<&Pair> = self.pairs.iter().chain(catalogue.pairs()).collect();
        compare_pairs(&looked, &pairs, &at, reader);
        report_mixed(&looked, &pairs, &at, reader);
        Some(answer)
    }

    /// Looks at the rows of all areas. A row that counts as part of another one, or not at all, has a verdict of nothing.
    fn look_at_areas(
        &self,
        areas: &[QualityArea],
        rule: Rule,
        policy: &Policy,
        at: &Location<'_>,
        reader: &mut Reader,
    ) -> Vec<Verdict> {
        let names = areas.iter().map(|area| area.area.as_str());
        let rows = rows(names, |a, b| areas.get(a) == areas.get(b), policy, at, reader);
        let assess = |observations: &[Observation]| {
            Series::new(observations, rule, policy).assess(rule, None, self.view, policy)
        };
        let mut verdicts = Vec::with_capacity(areas.len());
        for (index, (row, area)) in rows.iter().zip(areas).enumerate() {
            verdicts.push(match row {
                Row::Nothing => Verdict::default(),
                Row::Contradicted => assess(&[]),
                Row::Own => self.look_at(area, rule, policy, &at.index(index), reader),
                Row::Added => {
                    self.look_at(area, rule, policy, &at.index(index), reader);
                    Verdict::default()
                }
                Row::With(others) => {
                    self.look_at(area, rule, policy, &at.index(index), reader);
                    let others = others.iter().filter_map(|other| areas.get(*other));
                    let all: Vec<Observation> =
                        std::iter::once(area).chain(others).flat_map(|area| area.series.iter().cloned()).collect();
                    assess(&all)
                }
            });
        }
        verdicts
    }

    fn look_at(
        &self,
        area: &QualityArea,
        rule: Rule,
        policy: &Policy,
        at: &Location<'_>,
        reader: &mut Reader,
    ) -> Verdict {
        let series = Series::new(&area.series, rule, policy);
        let verdict = series.assess(rule, None, self.view, policy);
        let rows = at.key("series");
        report(&area.series, &series, rule, self.view, verdict.flags, &rows, reader);
        report_repeated((&area.series, &series), rule, self.view, policy, &rows, reader);
        if rule.is_paired() {
            let span = self.view.first_month()..=self.view.last_month();
            for (index, row) in area.series.iter().enumerate() {
                if span.contains(&row.month) && !rule.is_below_level {
                    let figure = |figure: Option<ReportedFigure>| figure.map(ReportedFigure::get);
                    report_excess(figure(row.numerator), figure(row.denominator), &rows.index(index), reader);
                }
            }
        } else {
            report_excess(verdict.numerator, verdict.denominator, at, reader);
        }
        verdict
    }
}

/// Reports a numerator above its denominator, and one over nobody.
pub(super) fn report_excess(numerator: Option<i64>, denominator: Option<i64>, at: &Location<'_>, reader: &mut Reader) {
    let (Some(numerator), Some(denominator)) = (numerator, denominator) else { return };
    if denominator < 0 || numerator <= denominator {
        return;
    }
    let code = match denominator {
        0 => ProblemCode::QualityZeroDenominator,
        _ => ProblemCode::QualityOverDenominator,
    };
    let problem = Problem::new(code).with("numerator", Param::Count(numerator));
    let problem = if denominator == 0 { problem } else { problem.with("denominator", Param::Count(denominator)) };
    reader.report(at, problem);
}
