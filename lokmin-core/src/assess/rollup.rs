//! A parent from its areas: the PWS table of a Puskesmas, with what is missing named.

use serde::ser::SerializeMap;

use crate::indicator::{
    Catalogue, Definition, LowestLevel, Target, TargetAnswer, TargetArea, TargetOrigin, TargetPolicy, Targets,
    TargetsDocument,
};
use crate::json::{Reader, Text, Year, read_text, record};
use crate::language::Lang;
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode};

use super::areas::{Row, rows};
use super::arithmetic::{Ratio, to_i64};
use super::flags::Flags;
use super::given::{FoundTarget, GivenDefinition, GivenTarget, ShownTarget, flags_of, shown, target_for};
use super::policy::{AssessPolicy, Policy, filled};
use super::rank::rank;
use super::request::{Assessment, CountUnit, ExplainLang};
use super::rule::{ReportedAs, Rule};
use super::series::{Observation, Series, report};
use super::tally::{Standing, Tally};
use super::verdict::{Part, Totals, Verdict, collect, conclude};
use super::view::View;

record! {
    /// Areas to be added up to their parent.
    pub struct RollUpRequest {
        /// The indicator: a word of the built-in catalogue, or a definition.
        pub definition: GivenDefinition,
        /// The areas of the parent.
        pub children: Vec<Child>,
        /// The target of the parent and of each child that has none of its own; absent: the default of the definition.
        pub target: Option<GivenTarget>,
        /// The targets that somebody has set, read where neither `target` nor the child has one: the nearest area wins.
        pub targets: Option<TargetsDocument>,
        /// What the parent is, and what it belongs to beside its regions, nearest first: the areas of `targets`.
        pub areas: Vec<TargetArea>,
        /// Which months to look at.
        pub view: View,
        /// The level of the parent; absent: a Puskesmas.
        pub level: Option<LowestLevel>,
        /// The level of the children; absent: villages.
        pub child_level: Option<LowestLevel>,
        /// The figures given for the parent itself. They win only where the parent lies at the indicator's level.
        pub parent: Vec<Observation>,
        /// How the figures are reported, where it is not as the indicator says.
        pub reported_as: Option<ReportedAs>,
        /// What the district decides otherwise.
        pub policy: Option<AssessPolicy>,
    }
}

record! {
    /// One area of the parent.
    pub struct Child {
        /// The area: a code or a name.
        pub area: Text,
        /// Its figures.
        pub series: Vec<Observation>,
        /// Its own target; absent: that of the parent.
        pub target: Option<GivenTarget>,
        /// Whether it lies outside the working area (*luar wilayah*): service, never coverage.
        pub outside: bool,
    }
}

crate::json::terms! {
    /// Where the figures of a parent come from.
    pub enum RollUpBasis {
        /// The sum of its areas.
        Children = "children", "jumlah wilayah", "sum of areas";
        /// The figures given for the parent itself.
        Given = "given", "angka induk", "figures given for the parent";
    }
}

/// A parent and its areas, assessed. As JSON the members of an [`Assessment`], and those of this struct.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RollUp {
    /// The parent.
    pub assessment: Assessment,
    /// Where its figures come from.
    pub basis: RollUpBasis,
    /// The sum of the areas, where something else won.
    pub sum_of_children: Option<Part>,
    /// The value of the areas that reported, alone.
    pub value_reporting: Option<Ratio>,
    /// The sum of the areas' own shortfalls; absent when none was judged.
    pub shortfall_of_children: Option<i64>,
    /// What was done for people from outside the working area.
    pub outside: i64,
    /// How many areas the trend rests on.
    pub trend_children: u32,
    /// The areas, in the order given, those outside the working area left out.
    pub areas: Vec<AreaVerdict>,
    /// Areas that have not reported.
    pub silent: Vec<Text>,
    /// Areas without a denominator: neither part of theirs counts.
    pub left_out: Vec<Text>,
    /// Areas with a denominator of zero.
    pub zero_denominator: Vec<Text>,
    /// Where the target of the parent was found, and why it judges or not; absent unless `targets` were asked.
    pub target_found: Option<TargetAnswer>,
}

/// One area of a roll-up. As JSON `area`, `rank` and the members of an [`Assessment`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AreaVerdict {
    /// The area.
    pub area: Text,
    /// Its rank among the areas, 1 the best; absent without a value.
    pub rank: Option<u32>,
    /// Its figures and verdict.
    pub assessment: Assessment,
    /// Where its target was found, and why it judges or not; absent unless `targets` were asked.
    pub target_found: Option<TargetAnswer>,
}

record! {
    /// Areas to be added up to their parent and explained.
    pub struct ExplainRollUpRequest {
        /// The indicator: a word of the built-in catalogue, or a definition.
        pub definition: GivenDefinition,
        /// The areas of the parent.
        pub children: Vec<Child>,
        /// The target of the parent and of each child that has none of its own; absent: the default of the definition.
        pub target: Option<GivenTarget>,
        /// The targets that somebody has set, read where neither `target` nor the child has one: the nearest area wins.
        pub targets: Option<TargetsDocument>,
        /// What the parent is, and what it belongs to beside its regions, nearest first: the areas of `targets`.
        pub areas: Vec<TargetArea>,
        /// Which months to look at.
        pub view: View,
        /// The level of the parent; absent: a Puskesmas.
        pub level: Option<LowestLevel>,
        /// The level of the children; absent: villages.
        pub child_level: Option<LowestLevel>,
        /// The figures given for the parent itself. They win only where the parent lies at the indicator's level.
        pub parent: Vec<Observation>,
        /// How the figures are reported, where it is not as the indicator says.
        pub reported_as: Option<ReportedAs>,
        /// What the district decides otherwise.
        pub policy: Option<AssessPolicy>,
        /// The language.
        pub lang: Option<ExplainLang>,
    }
}

/// The arithmetic of one verdict of a roll-up in words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ExplainedArea {
    /// The area; absent: the parent.
    pub area: Option<Text>,
    /// The arithmetic in words, as [`Assessment::explain`] says it.
    pub text: String,
}

impl ExplainRollUpRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Adds the areas up and says the arithmetic of the parent, then that of each area, in words.
    pub fn run(self) -> Outcome<Vec<ExplainedArea>> {
        let lang = match self.lang {
            Some(ExplainLang::En) => Lang::En,
            _ => Lang::Id,
        };
        let Self { definition, children, target, targets, areas, view, level, child_level, parent, .. } = self;
        let Self { reported_as, policy, .. } = self;
        let request = RollUpRequest {
            definition,
            children,
            target,
            targets,
            areas,
            view,
            level,
            child_level,
            parent,
            reported_as,
            policy,
        };
        request.run().map(|roll_up| roll_up.explain(lang))
    }
}

impl RollUp {
    /// Says the arithmetic of the parent, then that of each area, in words.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> Vec<ExplainedArea> {
        let parent = ExplainedArea { area: None, text: self.assessment.explain(lang) };
        let explain =
            |area: &AreaVerdict| ExplainedArea { area: Some(area.area.clone()), text: area.assessment.explain(lang) };
        std::iter::once(parent).chain(self.areas.iter().map(explain)).collect()
    }
}

/// A target with what is to be known about it.
#[derive(Clone, Debug, Default)]
struct Goal {
    target: Option<Target>,
    shown: Option<ShownTarget>,
    flags: Flags,
    found: Option<TargetAnswer>,
}

impl RollUpRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Assesses every area, ranks them, and adds them up.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::RollUpRequest;
    /// let request = RollUpRequest::from_json(r#"{
    ///     "definition": "K6",
    ///     "target": {"rate": "80"},
    ///     "view": {"year_to_date": "2025-09"},
    ///     "children": [
    ///         {"area": "A", "series": [{"month": "2025-09", "numerator": 60, "denominator": 100}]},
    ///         {"area": "B", "series": [{"month": "2025-09", "denominator": 50}]}
    ///     ]
    /// }"#).into_result()?;
    /// let (roll_up, problems) = request.run().into_parts();
    /// let roll_up = roll_up.unwrap();
    /// // B is silent: its 50 people stay in the denominator.
    /// assert_eq!(roll_up.assessment.value().unwrap().to_string(), "40");
    /// assert_eq!(roll_up.value_reporting.unwrap().to_string(), "60");
    /// assert_eq!(problems.as_slice()[0].code().as_str(), "rollup.silent");
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<RollUp> {
        let mut reader = Reader::default();
        let root = Location::ROOT;
        let policy = filled(self.policy.as_ref());
        let definition = self.definition.get();
        let level = self.level.unwrap_or(LowestLevel::Puskesmas);
        let child_level = self.child_level.unwrap_or(LowestLevel::Village);
        let rule = Rule::new(definition, Some(level), self.reported_as);
        let child_rule = Rule::new(definition, Some(child_level), self.reported_as);
        let year = self.view.year();
        let targets = self.targets.clone().filter(|_| self.target.is_none()).map(Targets::of);
        let goal = self.parent_goal(targets.as_ref(), &policy, &mut reader);

        let mut tally = Tally::default();
        let mut areas = Vec::with_capacity(self.children.len());
        let (mut silent, mut left_out, mut zero_denominator) = (Vec::new(), Vec::new(), Vec::new());
        let children = root.key("children");
        let keys = self.children.iter().map(|child| (child.outside, child.area.as_str()));
        let is_same = |a, b| self.children.get(a) == self.children.get(b);
        let rows = rows(keys, is_same, &policy, &children, &mut reader);
        for (index, (row, child)) in rows.iter().zip(&self.children).enumerate() {
            let at = children.index(index);
            // What is done for people from elsewhere is a count: no target population here contains them.
            let child_rule = Rule { is_below_level: child_rule.is_below_level || child.outside, ..child_rule };
            let mut series = Series::default();
            if matches!(row, Row::Own | Row::With(_) | Row::Added) {
                series = Series::new(&child.series, child_rule, &policy);
                let flags = self.collect(&series, child_rule).flags;
                report(&child.series, &series, child_rule, self.view, flags, &at.key("series"), &mut reader);
            }
            match row {
                Row::Added | Row::Nothing => continue,
                Row::With(others) => series = Series::new(&self.together(child, others), child_rule, &policy),
                Row::Own | Row::Contradicted => {}
            }
            let mut figures = self.collect(&series, child_rule);
            figures.flags |= if *row == Row::Contradicted { Flags::DUPLICATE } else { Flags::NONE };
            let own = match (&child.target, &targets) {
                (Some(given), _) => Goal { target: given.get(), ..Goal::default() },
                (None, None) => goal.clone(),
                (None, Some(targets)) => look_up(targets, definition, Some(&child.area), &self.areas, year, &policy),
            };
            let mut verdict = conclude(child_rule, own.target, &figures, self.view, &policy);
            verdict.flags |= own.flags;
            let standing =
                if child.outside { tally.add_outside(&figures) } else { tally.add(child_rule, &figures, &verdict) };
            match standing {
                Standing::Silent => silent.push(child.area.clone()),
                Standing::LeftOut => left_out.push(child.area.clone()),
                Standing::ZeroDenominator => zero_denominator.push(child.area.clone()),
                Standing::Counted | Standing::NotScheduled | Standing::Outside => {}
            }
            if standing != Standing::Outside {
                let assessment = self.assessed(child_rule, (own.target, own.shown), verdict);
                areas.push(AreaVerdict { area: child.area.clone(), rank: None, assessment, target_found: own.found });
            }
        }
        rank_areas(&mut areas, child_rule);
        let remarks = [
            (&silent, ProblemCode::RollUpSilent),
            (&left_out, ProblemCode::RollUpLeftOut),
            (&zero_denominator, ProblemCode::RollUpZeroDenominator),
        ];
        for (concerned, code) in remarks {
            report_areas(concerned, code, &children, &mut reader);
        }

        let summed = tally.totals(rule);
        let (totals, basis) = self.with_parent(&summed, rule, level == definition.level, &policy, &mut reader);
        let mut verdict = conclude(rule, goal.target, &totals, self.view, &policy);
        verdict.flags |= goal.flags;
        let assessment = self.assessed(rule, (goal.target, goal.shown), verdict);
        let sum_of_children = match (basis, summed.numerator) {
            (RollUpBasis::Given, Some(numerator)) => Some(Part { numerator, denominator: summed.denominator }),
            _ => None,
        };
        let value_reporting = tally.reporting_part().and_then(|part| match part.denominator {
            Some(denominator) if summed.has_denominators => {
                Ratio::new(i128::from(part.numerator) * i128::from(rule.multiplier), i128::from(denominator))
            }
            _ => None,
        });
        let roll_up = RollUp {
            assessment,
            basis,
            sum_of_children,
            value_reporting,
            shortfall_of_children: (tally.judged > 0).then(|| to_i64(tally.shortfalls)),
            outside: to_i64(tally.outside),
            trend_children: tally.compared,
            areas,
            silent,
            left_out,
            zero_denominator,
            target_found: goal.found,
        };
        Outcome::new(Some(roll_up), reader.finish())
    }

    /// What is expected of the parent; what is worth a look about it is told.
    fn parent_goal(&self, targets: Option<&Targets>, policy: &Policy, reader: &mut Reader) -> Goal {
        let (definition, year) = (self.definition.get(), self.view.year());
        let Some(targets) = targets else {
            let FoundTarget { target, shown, flags } =
                target_for(definition, self.target.as_ref(), year, policy, reader);
            return Goal { target, shown, flags, found: None };
        };
        let at = Location::ROOT.key("targets");
        targets.check_at(Catalogue::built_in(), &at, reader);
        let goal = look_up(targets, definition, None, &self.areas, year, policy);
        for problem in goal.found.iter().flat_map(TargetAnswer::warnings) {
            reader.report(&at, problem);
        }
        goal
    }

    /// The figures of a child and of the other rows of its area.
    fn together(&self, child: &Child, others: &[usize]) -> Vec<Observation> {
        let others = others.iter().filter_map(|other| self.children.get(*other));
        std::iter::once(child).chain(others).flat_map(|row| row.series.iter().cloned()).collect()
    }

    /// The answer for a verdict, with the target that judged it and the one that is only shown.
    fn assessed(&self, rule: Rule, goal: (Option<Target>, Option<ShownTarget>), verdict: Verdict) -> Assessment {
        let definition = self.definition.get();
        Assessment {
            indicator: definition.code,
            view: self.view,
            rule,
            target: goal.0,
            shown_target: goal.1,
            unit: CountUnit::of(definition),
            verdict,
        }
    }

    fn collect(&self, series: &Series, rule: Rule) -> Totals {
        let grid = series.year(self.view.year()).copied().unwrap_or_default();
        collect(rule, &grid, series.year(self.view.year() - 1), self.view)
    }

    /// Weighs the figures given for the parent against the sum of its areas.
    fn with_parent(
        &self,
        summed: &Totals,
        rule: Rule,
        is_own_level: bool,
        policy: &Policy,
        reader: &mut Reader,
    ) -> (Totals, RollUpBasis) {
        if self.parent.is_empty() {
            return (*summed, RollUpBasis::Children);
        }
        let at = Location::ROOT.key("parent");
        let series = Series::new(&self.parent, rule, policy);
        let mut given = self.collect(&series, rule);
        report(&self.parent, &series, rule, self.view, given.flags, &at, reader);
        let pairs =
            [("numerator", given.numerator, summed.numerator), ("denominator", given.denominator, summed.denominator)];
        let mut differs = false;
        for (name, given, sum) in pairs {
            if let (Some(given), Some(sum)) = (given, sum)
                && given != sum
            {
                differs = true;
                let problem = Problem::new(ProblemCode::RollUpDiffers)
                    .with("name", name)
                    .with("given", Param::Count(given))
                    .with("sum", Param::Count(sum));
                reader.report(&at, problem);
            }
        }
        if !is_own_level {
            let flags = summed.flags.with(Flags::DIFFERS_FROM_SUM, differs);
            return (Totals { flags, ..*summed }, RollUpBasis::Children);
        }
        // The Puskesmas may know the target population alone, and its villages the people reached.
        if given.numerator.is_none() {
            given.numerator = summed.numerator;
            given.year_numerator = summed.year_numerator;
            given.own = summed.own;
            given.previous = summed.previous;
            given.months_reported = summed.months_reported;
            given.months_due = summed.months_due;
            given.is_incomplete = summed.is_incomplete;
            let of_figures = Flags::BOUNDARY_MISSING | Flags::MONTHS_MISSING | Flags::STALE;
            given.flags = given.flags.without(of_figures) | summed.flags.without(Flags::DENOMINATOR_MISSING);
            let is_missing = given.numerator.is_some() && given.denominator.is_none() && given.has_denominators;
            given.flags = given.flags.with(Flags::DENOMINATOR_MISSING, is_missing);
        }
        given.flags = given.flags.with(Flags::DIFFERS_FROM_SUM, differs);
        (given, RollUpBasis::Given)
    }
}

/// Names the areas that a remark concerns.
fn report_areas(concerned: &[Text], code: ProblemCode, at: &Location<'_>, reader: &mut Reader) {
    if !concerned.is_empty() {
        let names: Vec<String> = concerned.iter().map(Text::to_string).collect();
        reader.report(at, Problem::new(code).with("areas", names));
    }
}

/// Looks up what is expected of a child, or of the parent itself.
///
/// An area that is no region code has no regions above it but those of the parent.
fn look_up(
    targets: &Targets,
    definition: &Definition,
    child: Option<&Text>,
    parent: &[TargetArea],
    year: i32,
    policy: &Policy,
) -> Goal {
    let Some(year) = Year::new(year) else { return Goal::default() };
    let policy = TargetPolicy {
        carry_forward: policy.carry_forward,
        accept_unsure: policy.accept_unsure,
        accept_survey: policy.accept_survey,
    };
    let own: Option<TargetArea> = child.and_then(|area| area.parse().ok());
    let is_nameless = child.is_some() && own.is_none();
    let areas: Vec<TargetArea> = own.into_iter().chain(parent.iter().cloned()).collect();
    let mut answer = targets.lookup(definition, &areas, year, policy);
    if is_nameless && answer.origin == Some(TargetOrigin::Own) {
        answer.origin = Some(TargetOrigin::Ancestor);
    }
    let (target, flags) = (answer.judging(), flags_of(&answer));
    Goal { target, shown: shown(answer.clone(), policy), flags, found: Some(answer) }
}

/// Ranks the areas by their values.
fn rank_areas(areas: &mut [AreaVerdict], rule: Rule) {
    let figure = |area: &AreaVerdict| {
        let verdict = area.assessment.verdict();
        area.assessment.value()?;
        Some((verdict.numerator?, verdict.denominator.unwrap_or(1)))
    };
    let figures: Vec<Option<(i64, i64)>> = areas.iter().map(figure).collect();
    for (area, rank) in areas.iter_mut().zip(rank(&figures, rule.direction)) {
        area.rank = rank;
    }
}

impl serde::Serialize for AreaVerdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("area", &self.area)?;
        map.serialize_entry("rank", &self.rank)?;
        self.assessment.serialize_into(&mut map)?;
        if let Some(found) = &self.target_found {
            map.serialize_entry("target_found", found)?;
        }
        map.end()
    }
}

impl serde::Serialize for RollUp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.assessment.serialize_into(&mut map)?;
        map.serialize_entry("basis", &self.basis)?;
        map.serialize_entry("sum_of_children", &self.sum_of_children)?;
        map.serialize_entry("value_reporting", &self.value_reporting)?;
        map.serialize_entry("shortfall_of_children", &self.shortfall_of_children)?;
        map.serialize_entry("outside", &self.outside)?;
        map.serialize_entry("trend_children", &self.trend_children)?;
        map.serialize_entry("silent", &self.silent)?;
        map.serialize_entry("left_out", &self.left_out)?;
        map.serialize_entry("zero_denominator", &self.zero_denominator)?;
        if let Some(found) = &self.target_found {
            map.serialize_entry("target_found", found)?;
        }
        map.serialize_entry("areas", &self.areas)?;
        map.end()
    }
}
