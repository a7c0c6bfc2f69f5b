//! The figures of one area and one indicator over time.

use crate::calendar::Month;
use crate::indicator::DenominatorKind;
use crate::json::{Count, Member, Node, Reader, read_whole, record};
use crate::problem::{Location, Param, Problem, ProblemCode};

use super::flags::Flags;
use super::grid::{Grid, highest, through};
use super::policy::{DuplicatePolicy, Policy};
use super::rule::Rule;
use super::verdict::{Verdict, judge};
use super::view::View;

/// A figure as it was reported, -10^12 to 10^12. One below zero is kept, told, and not counted: real files carry -99 for
/// "unknown". Only a numerator that may be below zero by its definition, as a drop-out may, counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct ReportedFigure(i64);

impl ReportedFigure {
    const MAX: i64 = Count::MAX.cast_signed();

    /// Returns a figure, or `None` when its size is above 10^12.
    #[must_use]
    pub const fn new(figure: i64) -> Option<Self> {
        if figure.unsigned_abs() <= Count::MAX { Some(Self(figure)) } else { None }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl Member for ReportedFigure {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_whole(node, -Self::MAX, Self::MAX, at, reader).and_then(Self::new)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ReportedFigure {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ReportedFigure".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A figure as it was reported; one below zero counts only as a numerator that may be below zero.",
            "type": "integer",
            "minimum": -1_000_000_000_000_i64,
            "maximum": 1_000_000_000_000_i64
        })
    }
}

record! {
    /// The figures of one month. An absent figure is missing, which is not zero.
    pub struct Observation {
        /// The month.
        pub month: Month,
        /// How many were reached.
        pub numerator: Option<ReportedFigure>,
        /// How many there are.
        pub denominator: Option<ReportedFigure>,
    }
}

impl Observation {
    /// Returns an observation; `None` when a figure is above 10^12 in size.
    #[must_use]
    pub fn new(month: Month, numerator: Option<i64>, denominator: Option<i64>) -> Option<Self> {
        let read = |figure: Option<i64>| match figure {
            None => Some(None),
            Some(figure) => ReportedFigure::new(figure).map(Some),
        };
        Some(Self { month, numerator: read(numerator)?, denominator: read(denominator)? })
    }

    fn figures(&self) -> (Option<i64>, Option<i64>) {
        (self.numerator.map(ReportedFigure::get), self.denominator.map(ReportedFigure::get))
    }
}

/// The figures of one area and one indicator, by year.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::{Observation, Policy, Rule, Series};
/// use lokmin_core::indicator::Catalogue;
/// let rule = Rule::new(Catalogue::built_in().get("K6".parse()?).unwrap(), None, None);
/// let observation = Observation::new("2025-03".parse()?, Some(4), Some(57)).unwrap();
/// let series = Series::new(&[observation], rule, &Policy::default());
/// assert_eq!(series.year(2025).unwrap().numerator(3), Some(4));
/// assert_eq!(series.year(2024), None);
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    // INVARIANT: ascending years, each once.
    years: Vec<(i32, Grid)>,
}

impl Series {
    /// Sorts observations into years. A month that is given twice with the same figures is there once; with different
    /// ones the policy decides. A denominator of the whole year is never added.
    #[must_use]
    pub fn new(observations: &[Observation], rule: Rule, policy: &Policy) -> Self {
        let mut series = Self::default();
        if observations.is_sorted_by(|a, b| a.month < b.month) {
            for observation in observations {
                let (numerator, denominator) = observation.figures();
                series.put(observation.month, numerator, denominator);
            }
            return series;
        }
        let mut sorted: Vec<&Observation> = observations.iter().collect();
        sorted.sort_by_key(|observation| observation.month);
        for same in sorted.chunk_by(|a, b| a.month == b.month) {
            let Some((first, rest)) = same.split_first() else { continue };
            if rest.iter().all(|other| other.figures() == first.figures()) {
                let (numerator, denominator) = first.figures();
                series.put(first.month, numerator, denominator);
            } else if let (DuplicatePolicy::Sum, Some((numerator, denominator))) =
                (policy.duplicates, added(same.iter().map(|observation| observation.figures()), rule))
            {
                series.put(first.month, numerator, denominator);
            } else {
                series.grid(first.month.year()).contradict(first.month.number());
            }
        }
        series
    }

    /// Makes a series of years that are ascending, each once.
    pub(super) fn of_years(years: impl Iterator<Item = (i32, Grid)>) -> Self {
        Self { years: years.collect() }
    }

    /// Returns the twelve months of a year; `None` when the year has no observation.
    #[must_use]
    pub fn year(&self, year: i32) -> Option<&Grid> {
        let place = self.years.binary_search_by_key(&year, |(known, _)| *known).ok()?;
        self.years.get(place).map(|(_, grid)| grid)
    }

    /// Returns the years that have an observation, ascending, with their twelve months.
    pub(super) fn years(&self) -> impl Iterator<Item = (i32, &Grid)> {
        self.years.iter().map(|(year, grid)| (*year, grid))
    }

    /// Assesses the series under a view.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{Observation, Policy, Rule, Series, View};
    /// use lokmin_core::indicator::{Catalogue, Target};
    /// let definition = Catalogue::built_in().get("K6".parse()?).unwrap();
    /// let observations = [Observation::new("2025-09".parse()?, Some(60), Some(100)).unwrap()];
    /// let policy = Policy::default();
    /// let (rule, target) = (Rule::new(definition, None, None), Target::Rate("80".parse()?));
    /// let series = Series::new(&observations, rule, &policy);
    /// let verdict = series.assess(rule, Some(target), View::YearToDate("2025-09".parse()?), &policy);
    /// // 60 of 100 is exactly 80 % x 9/12.
    /// assert_eq!(verdict.met, Some(true));
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn assess(&self, rule: Rule, target: Option<crate::indicator::Target>, view: View, policy: &Policy) -> Verdict {
        let empty = Grid::default();
        let grid = self.year(view.year()).unwrap_or(&empty);
        let before = if rule.is_scheduled { self.year(view.year() - 1) } else { None };
        judge(rule, target, grid, before, view, policy)
    }

    fn put(&mut self, month: Month, numerator: Option<i64>, denominator: Option<i64>) {
        self.grid(month.year()).put(month.number(), numerator, denominator);
    }

    /// The grid of a year that is the last one, or comes after it.
    fn grid(&mut self, year: i32) -> &mut Grid {
        if self.years.last().is_none_or(|(last, _)| *last != year) {
            self.years.push((year, Grid::default()));
        }
        let last = self.years.len() - 1;
        // INVARIANT: the line above made the list non-empty.
        #[expect(clippy::indexing_slicing, reason = "the list has a last item")]
        let (_, grid) = &mut self.years[last];
        grid
    }
}

/// Adds the figures of a month; `None` when a sum is no figure any more, or the denominators of one year differ.
pub(super) fn added(
    same: impl Iterator<Item = (Option<i64>, Option<i64>)> + Clone,
    rule: Rule,
) -> Option<(Option<i64>, Option<i64>)> {
    let add = |figures: &mut dyn Iterator<Item = Option<i64>>| -> Option<Option<i64>> {
        let mut sum: Option<i64> = None;
        for figure in figures.flatten() {
            sum = Some(sum.unwrap_or(0).checked_add(figure)?);
        }
        match sum {
            Some(sum) => ReportedFigure::new(sum).map(|figure| Some(figure.get())),
            None => Some(None),
        }
    };
    let numerator = add(&mut same.clone().map(|(numerator, _)| numerator))?;
    let mut denominators = same.map(|(_, denominator)| denominator);
    let denominator = if rule.denominator == DenominatorKind::Annual {
        let mut given = denominators.flatten();
        let first = given.next();
        if given.any(|other| Some(other) != first) {
            return None;
        }
        first
    } else {
        add(&mut denominators)?
    };
    Some((numerator, denominator))
}

/// Reports what a reader of the verdict should know about the series, at the observations concerned.
pub(super) fn report(
    observations: &[Observation],
    series: &Series,
    rule: Rule,
    view: View,
    flags: Flags,
    at: &Location<'_>,
    reader: &mut Reader,
) {
    let empty = Grid::default();
    let grid = series.year(view.year()).unwrap_or(&empty).under(rule);
    let has_denominators = rule.has_denominators(grid.denominator_mask() != 0);
    let last = view.last_month();
    let place = |number: u32| {
        observations
            .iter()
            .position(|known| known.month.year() == view.year() && known.month.number() == number)
            .unwrap_or_default()
    };
    let mut tell = |number: u32, problem: Problem| reader.report(&at.index(place(number)), problem);
    let month = |number: u32| Month::new(view.year(), number).map_or(Param::Number(0), Param::from);
    for number in months_of(grid.duplicate_mask & view.mask()) {
        tell(number, Problem::new(ProblemCode::SeriesDuplicate).with("month", month(number)));
    }
    for number in months_of(grid.negative_mask() & view.mask()) {
        tell(number, Problem::new(ProblemCode::SeriesNegative).with("month", month(number)));
    }
    for number in months_of(grid.numerator_mask() & view.mask() & !rule.months) {
        tell(number, Problem::new(ProblemCode::SeriesOutsideSchedule).with("month", month(number)));
    }
    let step = |code: ProblemCode, (number, old, new): (u32, i64, i64)| {
        Problem::new(code).with("month", month(number)).with("old", Param::Count(old)).with("new", Param::Count(new))
    };
    if flags.contains(Flags::DENOMINATOR_CHANGED) && rule.denominator == DenominatorKind::Annual {
        for change in grid.denominator_changes(last.number()) {
            tell(change.0, step(ProblemCode::SeriesDenominatorChanged, change));
        }
    }
    let complete =
        grid.numerator_mask() & if has_denominators && rule.is_paired() { grid.denominator_mask() } else { u16::MAX };
    if flags.contains(Flags::STALE)
        && let Some(number) = highest(complete & rule.months & through(last.number()))
    {
        let problem =
            Problem::new(ProblemCode::SeriesStale).with("month", month(number)).with("asked", Param::from(last));
        tell(number, problem);
    }
    if rule.is_cumulative()
        && let Some(fall) = grid.first_fall(last.number())
    {
        tell(fall.0, step(ProblemCode::SeriesFalling, fall));
    }
    if has_denominators
        && rule.denominator == DenominatorKind::ToDate
        && let Some(fall) = grid.first_denominator_fall(last.number())
    {
        let at = at.index(place(fall.0));
        reader.report(&at.key("denominator"), step(ProblemCode::SeriesFalling, fall));
    }
    if flags.contains(Flags::LOOKS_CUMULATIVE) {
        reader.report(at, Problem::new(ProblemCode::SeriesLooksCumulative));
    }
}

/// The numbers of the months of a mask.
fn months_of(mask: u16) -> impl Iterator<Item = u32> {
    (1..=12).filter(move |number| mask & through(*number) & !through(number - 1) != 0)
}
