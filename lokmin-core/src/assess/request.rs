//! One series to be assessed or explained: the request as JSON.

use crate::indicator::{CatalogueDocument, LowestLevel, TargetArea, TargetsDocument};
use crate::json::{Reader, Text, read_text, record};
use crate::language::Lang;
use crate::problem::{Location, Outcome};

use super::assessment::Assessment;
use super::given::{GivenDefinition, catalogue_of};
use super::goal::{GivenTarget, Goals};
use super::policy::{AssessPolicy, filled};
use super::rule::{ReportedAs, Rule};
use super::series::{Observation, Series, report};
use super::view::View;

record! {
    /// One series to be assessed.
    pub struct AssessRequest {
        /// The indicator: a word of the catalogue, or a definition.
        pub definition: GivenDefinition,
        /// The figures, in any order, of any years.
        pub series: Vec<Observation>,
        /// The target of the year; it goes before `targets`. Absent: that of `targets`, else the default of the definition.
        pub target: Option<GivenTarget>,
        /// The targets that somebody has set: that of the nearest area and the year assessed holds.
        pub targets: Option<TargetsDocument>,
        /// The area, as `targets` may name it: a code, or a name that has no target of its own.
        pub area: Option<Text>,
        /// What the area belongs to beside its regions, nearest first, such as its Puskesmas; without `area` the first one is
        /// the area itself.
        pub areas: Vec<TargetArea>,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
        /// Which months to look at.
        pub view: View,
        /// The level of the area; absent: one that has a denominator (for deaths: a village).
        pub level: Option<LowestLevel>,
        /// How the figures are reported, where it is not as the indicator says.
        pub reported_as: Option<ReportedAs>,
        /// What the district decides otherwise.
        pub policy: Option<AssessPolicy>,
    }
}

impl AssessRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Assesses the series.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::AssessRequest;
    /// let request = AssessRequest::from_json(r#"{
    ///     "definition": "K6",
    ///     "series": [{"month": "2025-08", "numerator": 31, "denominator": 57},
    ///                {"month": "2025-09", "numerator": 4, "denominator": 57}],
    ///     "target": {"rate": "80"},
    ///     "view": {"year_to_date": "2025-09"}
    /// }"#).into_result()?;
    /// let assessment = request.run().into_result()?;
    /// assert_eq!(assessment.verdict().met, Some(true));
    /// assert_eq!(assessment.value().unwrap().to_string(), "3500/57");
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<Assessment> {
        let mut reader = Reader::default();
        let assessment = self.assess(&mut reader);
        Outcome::new(assessment, reader.finish())
    }

    fn assess(&self, reader: &mut Reader) -> Option<Assessment> {
        let root = Location::ROOT;
        let policy = filled(self.policy.as_ref());
        let goals = Goals::new(self.target.as_ref(), self.targets.as_ref(), &self.areas, self.view.year(), &policy);
        let catalogue = catalogue_of(self.catalogue.as_ref(), reader)?;
        let definition = self.definition.resolve(&catalogue, &root.key("definition"), reader);
        goals.check(&catalogue, reader);
        let definition = definition?;
        let rule = Rule::new(definition, self.level, self.reported_as);
        let series = Series::new(&self.series, rule, &policy);
        let goal = goals.told(definition, self.area.as_ref(), reader);
        let mut verdict = series.assess(rule, goal.target, self.view, &policy);
        verdict.flags |= goal.flags;
        report(&self.series, &series, rule, self.view, verdict.flags, &root.key("series"), reader);
        Some(Assessment::new(definition, self.view, rule, goal, verdict))
    }
}

record! {
    /// One series to be assessed and explained.
    pub struct ExplainRequest {
        ..request: AssessRequest,
        /// The language.
        pub lang: Option<ExplainLang>,
    }
}

crate::json::terms! {
    /// The language of an explanation.
    pub enum ExplainLang {
        /// Indonesian.
        Id = "id", "Bahasa Indonesia", "Indonesian";
        /// English.
        En = "en", "Bahasa Inggris", "English";
    }
}

impl ExplainLang {
    /// Returns the language; Indonesian where none is named.
    pub(super) const fn or_indonesian(lang: Option<Self>) -> Lang {
        match lang {
            Some(Self::En) => Lang::En,
            Some(Self::Id) | None => Lang::Id,
        }
    }
}

impl ExplainRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Assesses the series and says its arithmetic in words; see [`Assessment::explain`].
    pub fn run(&self) -> Outcome<String> {
        self.request.run().map(|assessment| assessment.explain(ExplainLang::or_indonesian(self.lang)))
    }
}
