//! A parent from its areas: they are judged, ranked and added up, each once.

use crate::indicator::{CatalogueDocument, Definition, LowestLevel, TargetArea, TargetsDocument};
use crate::json::{Reader, Text, read_text, record};
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode};

use super::areas::{Row, rows};
use super::arithmetic::{Ratio, to_i64};
use super::assessment::Assessment;
use super::flags::Flags;
use super::given::{GivenDefinition, catalogue_of};
use super::goal::{GivenTarget, Goal, Goals};
use super::policy::{AssessPolicy, Policy, filled};
use super::rank::rank;
use super::request::ExplainLang;
use super::rolled::{AreaVerdict, ExplainedArea, RollUp, RollUpBasis, UnclearArea};
use super::rule::{ReportedAs, Rule};
use super::series::{Observation, Series, report};
use super::tally::{Standing, Tally};
use super::verdict::{Part, Totals, collect, conclude};
use super::view::View;

record! {
    /// Areas to be added up to their parent.
    pub struct RollUpRequest {
        /// The indicator: a word of the catalogue, or a definition.
        pub definition: GivenDefinition,
        /// The areas of the parent.
        pub children: Vec<Child>,
        /// The target of the parent and of each child that has none of its own; absent: the default of the definition.
        pub target: Option<GivenTarget>,
        /// The targets that somebody has set, read where neither `target` nor the child has one: the nearest area wins.
        pub targets: Option<TargetsDocument>,
        /// What the parent is, and what it belongs to beside its regions, nearest first: the areas of `targets`.
        pub areas: Vec<TargetArea>,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
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

record! {
    /// Areas to be added up to their parent and explained.
    pub struct ExplainRollUpRequest {
        ..request: RollUpRequest,
        /// The language.
        pub lang: Option<ExplainLang>,
    }
}

impl ExplainRollUpRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Adds the areas up and says the arithmetic of the parent, then that of each area, in words.
    pub fn run(&self) -> Outcome<Vec<ExplainedArea>> {
        self.request.run().map(|roll_up| roll_up.explain(ExplainLang::or_indonesian(self.lang)))
    }
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
        let roll_up = self.roll_up(&mut reader);
        Outcome::new(roll_up, reader.finish())
    }

    fn roll_up(&self, reader: &mut Reader) -> Option<RollUp> {
        let root = Location::ROOT;
        let policy = filled(self.policy.as_ref());
        let goals = Goals::new(self.target.as_ref(), self.targets.as_ref(), &self.areas, self.view.year(), &policy);
        let catalogue = catalogue_of(self.catalogue.as_ref(), reader)?;
        let definition = self.definition.resolve(&catalogue, &root.key("definition"), reader);
        goals.check(&catalogue, reader);
        Some(self.add_up(definition?, &goals, &policy, reader))
    }

    /// Adds the areas up under goals and a policy that are made already.
    pub(super) fn add_up(
        &self,
        definition: &Definition,
        goals: &Goals<'_>,
        policy: &Policy,
        reader: &mut Reader,
    ) -> RollUp {
        let root = Location::ROOT;
        let goal = goals.told(definition, None, reader);

        let mut adding = Adding::new(self, definition, goals, &goal, policy);
        let children = root.key("children");
        adding.add_all(&children, reader);
        rank_areas(&mut adding.areas, adding.rule);
        adding.report_areas(&children, reader);
        let Adding { tally, areas, silent, unclear, left_out, zero_denominator, .. } = adding;

        let level = self.level.unwrap_or(LowestLevel::Puskesmas);
        let rule = Rule::new(definition, Some(level), self.reported_as);
        let summed = tally.totals(rule);
        let (totals, basis) = self.with_parent(&summed, rule, level == definition.level, policy, reader);
        let mut verdict = conclude(rule, goal.target, &totals, self.view, policy);
        verdict.flags |= goal.flags;
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
        RollUp {
            assessment: Assessment::new(definition, self.view, rule, goal, verdict),
            basis,
            sum_of_children,
            value_reporting,
            shortfall_of_children: (tally.judged > 0).then(|| to_i64(tally.shortfalls)),
            outside: to_i64(tally.outside),
            trend_children: tally.compared,
            areas,
            silent,
            unclear,
            left_out,
            zero_denominator,
        }
    }

    /// The figures of a child and of the other rows of its area.
    fn together(&self, child: &Child, others: &[usize]) -> Vec<Observation> {
        let others = others.iter().filter_map(|other| self.children.get(*other));
        std::iter::once(child).chain(others).flat_map(|row| row.series.iter().cloned()).collect()
    }

    fn collect(&self, series: &Series, rule: Rule, policy: &Policy) -> Totals {
        let grid = series.year(self.view.year()).copied().unwrap_or_default();
        collect(rule, &grid, series.year(self.view.year() - 1), self.view, policy)
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
        let mut given = self.collect(&series, rule, policy);
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

/// The areas of a roll-up while they are added.
struct Adding<'a> {
    request: &'a RollUpRequest,
    definition: &'a Definition,
    rule: Rule,
    goals: &'a Goals<'a>,
    /// What is expected of the parent, and of its areas unless they have targets of their own.
    goal: &'a Goal,
    policy: &'a Policy,
    tally: Tally,
    areas: Vec<AreaVerdict>,
    silent: Vec<Text>,
    unclear: Vec<UnclearArea>,
    left_out: Vec<Text>,
    zero_denominator: Vec<Text>,
}

impl<'a> Adding<'a> {
    fn new(
        request: &'a RollUpRequest,
        definition: &'a Definition,
        goals: &'a Goals<'a>,
        goal: &'a Goal,
        policy: &'a Policy,
    ) -> Self {
        let level = request.child_level.unwrap_or(LowestLevel::Village);
        Self {
            request,
            definition,
            rule: Rule::new(definition, Some(level), request.reported_as),
            goals,
            goal,
            policy,
            tally: Tally::default(),
            areas: Vec::with_capacity(request.children.len()),
            silent: Vec::new(),
            unclear: Vec::new(),
            left_out: Vec::new(),
            zero_denominator: Vec::new(),
        }
    }

    /// Adds every area, with what its rows say together.
    fn add_all(&mut self, at: &Location<'_>, reader: &mut Reader) {
        let (request, policy) = (self.request, self.policy);
        let keys = request.children.iter().map(|child| (child.outside, child.area.as_str()));
        let is_same = |a, b| request.children.get(a) == request.children.get(b);
        let rows = rows(keys, is_same, policy, at, reader);
        for (index, (row, child)) in rows.iter().zip(&request.children).enumerate() {
            let at = at.index(index);
            // What is done for people from elsewhere is a count: no target population here contains them.
            let rule = Rule { is_below_level: self.rule.is_below_level || child.outside, ..self.rule };
            let mut series = Series::default();
            if matches!(row, Row::Own | Row::With(_) | Row::Added) {
                series = Series::new(&child.series, rule, policy);
                let flags = request.collect(&series, rule, policy).flags;
                report(&child.series, &series, rule, request.view, flags, &at.key("series"), reader);
            }
            match row {
                Row::Added | Row::Nothing => continue,
                Row::With(others) => series = Series::new(&request.together(child, others), rule, policy),
                Row::Own | Row::Contradicted => {}
            }
            let mut figures = request.collect(&series, rule, policy);
            figures.flags |= if *row == Row::Contradicted { Flags::DUPLICATE } else { Flags::NONE };
            self.add(child, rule, &figures);
        }
    }

    fn add(&mut self, child: &Child, rule: Rule, figures: &Totals) {
        let goal = match &child.target {
            Some(given) => Goal::from(given),
            None if self.goals.differ_by_area() => self.goals.of(self.definition, Some(&child.area)),
            None => self.goal.clone(),
        };
        let view = self.request.view;
        let mut verdict = conclude(rule, goal.target, figures, view, self.policy);
        verdict.flags |= goal.flags;
        let standing =
            if child.outside { self.tally.add_outside(figures) } else { self.tally.add(rule, figures, &verdict) };
        let area = child.area.clone();
        match standing {
            Standing::Outside => return,
            Standing::Silent => self.silent.push(area.clone()),
            Standing::Unclear(reason) => self.unclear.push(UnclearArea { area: area.clone(), reason }),
            Standing::LeftOut => self.left_out.push(area.clone()),
            Standing::ZeroDenominator => self.zero_denominator.push(area.clone()),
            Standing::Counted | Standing::NotScheduled => {}
        }
        let assessment = Assessment::new(self.definition, view, rule, goal, verdict);
        self.areas.push(AreaVerdict { area, rank: None, assessment });
    }

    /// Names the areas that do not count as others do.
    fn report_areas(&self, at: &Location<'_>, reader: &mut Reader) {
        let unclear: Vec<Text> = self.unclear.iter().map(|area| area.area.clone()).collect();
        let remarks = [
            (&self.silent, ProblemCode::RollUpSilent),
            (&unclear, ProblemCode::RollUpUnclear),
            (&self.left_out, ProblemCode::RollUpLeftOut),
            (&self.zero_denominator, ProblemCode::RollUpZeroDenominator),
        ];
        for (concerned, code) in remarks.into_iter().filter(|(concerned, _)| !concerned.is_empty()) {
            let names: Vec<String> = concerned.iter().map(Text::to_string).collect();
            reader.report(at, Problem::new(code).with("areas", names));
        }
    }
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
