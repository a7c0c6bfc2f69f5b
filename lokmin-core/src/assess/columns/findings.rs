//! What is wrong with the figures: a bit for every row, a problem for the first thousand, a total for each code.

use std::collections::BTreeMap;

use crate::assess::repeated::{can_repeat, repeated};
use crate::assess::{Flags, Policy, Rule, Series, View};
use crate::calendar::Month;
use crate::indicator::DenominatorKind;
use crate::json::Count;
use crate::problem::{Location, Param, Problem, ProblemCode};

use super::cells::{YearCells, known};
use super::input::MISSING;
use super::kernel::YearRows;
use super::output::NO_ROW;
use super::periods::YearSpans;
use super::plan::Plan;

/// How many problems are told in full.
const MOST: usize = 1_000;

/// What is wrong with the figures of a table.
///
/// A problem stands at the input row that it is about, `/rows/17`, counted over all batches from 0.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Findings {
    /// The first thousand problems: rows that belong nowhere, then the others in the order of the keys.
    pub problems: Vec<Problem>,
    /// How many problems of each code there are.
    pub totals: BTreeMap<ProblemCode, u64>,
    /// The input rows that belong nowhere, because their area, indicator or period is missing or cannot be understood.
    pub unplaced: Vec<u32>,
    /// The indicators that targets were handed in for and no row is of, in order: often one written in another way.
    pub unused_targets: Vec<String>,
}

impl Findings {
    /// Adds what was found in a share of the areas.
    pub(super) fn append(&mut self, own: FindingsOfChunk) {
        let room = MOST.saturating_sub(self.problems.len());
        self.problems.extend(own.problems.into_iter().take(room));
        for (code, count) in own.totals {
            *self.totals.entry(code).or_default() += count;
        }
    }

    /// Counts a problem, and makes it where it is among the first; it stands at an input row, where there is one.
    pub(super) fn tell(&mut self, code: ProblemCode, row: Option<u32>, fill: impl FnOnce() -> Problem) {
        *self.totals.entry(code).or_default() += 1;
        if self.problems.len() < MOST {
            let root = Location::ROOT;
            let rows = root.key("rows");
            self.problems.push(match row.filter(|row| *row != NO_ROW) {
                Some(row) => fill().below(&rows.index(row as usize)),
                None => fill().below(&rows),
            });
        }
    }

    /// Tells of a row that belongs nowhere.
    pub(super) fn unplace(&mut self, row: u32, problem: Problem, member: &str) {
        *self.totals.entry(problem.code()).or_default() += 1;
        if self.problems.len() < MOST {
            let (root, row) = (Location::ROOT, row as usize);
            let rows = root.key("rows");
            self.problems.push(problem.below(&rows.index(row).key(member)));
        }
        self.unplaced.push(row);
    }
}

/// What is wrong with the figures of one share of the areas.
#[derive(Debug, Default)]
pub(super) struct FindingsOfChunk {
    problems: Vec<Problem>,
    totals: Vec<(ProblemCode, u64)>,
}

/// The flags of a row that come with a problem.
const TOLD: u32 = Flags::NEGATIVE.bits()
    | Flags::DUPLICATE.bits()
    | Flags::OUTSIDE_SCHEDULE.bits()
    | Flags::DENOMINATOR_CHANGED.bits()
    | Flags::FALLING.bits()
    | Flags::LOOKS_CUMULATIVE.bits()
    | Flags::TOO_LARGE.bits()
    | Flags::OVER_DENOMINATOR.bits();

impl FindingsOfChunk {
    /// Looks at a year of one area and one indicator whose rows have these flags.
    pub(super) fn look_at(&mut self, plan: &Plan, cells: &YearCells, spans: &YearSpans, rows: &YearRows) {
        let flags = rows.flags.get(rows.range(spans.spans.len())).unwrap_or_default().iter();
        let all = Flags::from_bits(flags.fold(0, |all, flags| all | flags));
        if all.bits() & TOLD != 0 {
            self.tell(plan, cells, spans, rows, all);
        }
    }

    /// Compares the months that have denominators of their own, where no span as a whole is above.
    pub(super) fn look_closely(&mut self, plan: &Plan, cells: &YearCells, spans: &YearSpans, rows: &YearRows) {
        let flags = rows.flags.get(rows.range(spans.spans.len())).unwrap_or_default();
        let is_told = flags.iter().any(|flags| flags & Flags::OVER_DENOMINATOR.bits() != 0);
        if plan.rule.is_paired() && !is_told {
            self.tell_excess(plan, cells, spans, rows);
        }
    }

    /// Tells of months with the very same figures as an earlier one.
    pub(super) fn look_for_repeats(&mut self, rule: Rule, cells: &[YearCells], years: &[YearSpans], policy: &Policy) {
        if !can_repeat(rule) {
            return;
        }
        let series = Series::of_years(years.iter().zip(cells).map(|(spans, cells)| (spans.year, cells.grid())));
        for (spans, cells) in years.iter().zip(cells) {
            let Some(last) = spans.spans.last() else { continue };
            for (own, before) in repeated(&series, rule, View::YearToDate(last.last_month()), policy) {
                self.report(ProblemCode::QualityRepeated, cells, own.number(), |problem| {
                    problem.with("month", own).with("other", before)
                });
            }
        }
    }

    fn tell(&mut self, plan: &Plan, cells: &YearCells, spans: &YearSpans, rows: &YearRows, all: Flags) {
        // The rest needs the months as one series has them.
        if all.bits() & TOLD & !Flags::OVER_DENOMINATOR.bits() != 0 {
            self.tell_series(plan, cells, spans, all);
        }
        if all.contains(Flags::OVER_DENOMINATOR) {
            self.tell_excess(plan, cells, spans, rows);
        }
    }

    fn tell_series(&mut self, plan: &Plan, cells: &YearCells, spans: &YearSpans, all: Flags) {
        let rule = plan.rule;
        let grid = cells.grid().under(rule);
        let span = spans.spans.iter().fold(0, |mask, view| mask | view.mask());
        let last = spans.spans.last().map_or(0, |view| view.last_month().number());
        let months = |mask: u16| (1..=12_u32).filter(move |number| mask & (1 << (number - 1)) != 0);
        let param = |number: u32| Month::new(spans.year, number).map_or(Param::Number(0), Param::from);
        for (number, figures) in (1..).zip(cells.numerators.iter().zip(&cells.denominators)) {
            for figure in [*figures.0, *figures.1] {
                if figure != MISSING && known(figure).is_none() {
                    let most = Count::MAX.cast_signed();
                    self.report(ProblemCode::NumberRange, cells, number, |problem| {
                        let bounds = problem.with("found", Param::Count(figure)).with("min", Param::Count(-most));
                        bounds.with("max", Param::Count(most))
                    });
                }
            }
        }
        let of_months = [
            (ProblemCode::SeriesDuplicate, grid.duplicate_mask & span),
            (ProblemCode::SeriesNegative, grid.negative_mask() & span),
            (ProblemCode::SeriesOutsideSchedule, grid.numerator_mask() & span & !rule.months),
        ];
        for (code, mask) in of_months {
            for number in months(mask) {
                self.report(code, cells, number, |problem| problem.with("month", param(number)));
            }
        }
        let mut tell_step = |code: ProblemCode, (number, old, new): (u32, i64, i64)| {
            self.report(code, cells, number, |problem| {
                let problem = problem.with("month", param(number));
                problem.with("old", Param::Count(old)).with("new", Param::Count(new))
            });
        };
        if all.contains(Flags::DENOMINATOR_CHANGED) {
            grid.denominator_changes(last).for_each(|change| tell_step(ProblemCode::SeriesDenominatorChanged, change));
        }
        if all.contains(Flags::FALLING) {
            let numerator = grid.first_fall(last).filter(|_| rule.is_cumulative());
            let has_denominators = rule.has_denominators(grid.denominator_mask() != 0);
            let is_to_date = has_denominators && rule.denominator == DenominatorKind::ToDate;
            let denominator = grid.first_denominator_fall(last).filter(|_| is_to_date);
            numerator.into_iter().chain(denominator).for_each(|fall| tell_step(ProblemCode::SeriesFalling, fall));
        }
        if all.contains(Flags::LOOKS_CUMULATIVE) {
            self.report(ProblemCode::SeriesLooksCumulative, cells, last, |problem| problem);
        }
    }

    /// Tells of numerators above their denominators: of a year to date once, at its last month.
    fn tell_excess(&mut self, plan: &Plan, cells: &YearCells, spans: &YearSpans, rows: &YearRows) {
        if plan.rule.is_below_level {
            return;
        }
        if plan.rule.is_paired() {
            for (number, (numerator, denominator)) in (1..).zip(cells.numerators.iter().zip(&cells.denominators)) {
                if cells.contradicted & (1 << (number - 1)) == 0 {
                    self.report_excess(cells, number, known(*numerator), known(*denominator));
                }
            }
            return;
        }
        let figures = rows.numerators.iter().zip(&rows.denominators).skip(rows.first);
        // A sum may be above the bound of one figure.
        let given = |figure: i64| Some(figure).filter(|figure| *figure != MISSING);
        let last = spans.spans.len().saturating_sub(1);
        for (place, (view, (numerator, denominator))) in spans.spans.iter().zip(figures).enumerate() {
            if place == last || !matches!(view, View::YearToDate(_)) {
                self.report_excess(cells, view.last_month().number(), given(*numerator), given(*denominator));
            }
        }
    }

    fn report_excess(&mut self, cells: &YearCells, number: u32, numerator: Option<i64>, denominator: Option<i64>) {
        let (Some(numerator), Some(denominator)) = (numerator, denominator) else { return };
        if denominator < 0 || numerator <= denominator {
            return;
        }
        if denominator == 0 {
            self.report(ProblemCode::QualityZeroDenominator, cells, number, |problem| {
                problem.with("numerator", Param::Count(numerator))
            });
        } else {
            self.report(ProblemCode::QualityOverDenominator, cells, number, |problem| {
                problem.with("numerator", Param::Count(numerator)).with("denominator", Param::Count(denominator))
            });
        }
    }

    /// Counts a problem, and makes it where it is among the first; it stands at the row of its month.
    fn report(&mut self, code: ProblemCode, cells: &YearCells, number: u32, fill: impl FnOnce(Problem) -> Problem) {
        match self.totals.iter_mut().find(|(known, _)| *known == code) {
            Some((_, count)) => *count += 1,
            None => self.totals.push((code, 1)),
        }
        if self.problems.len() < MOST {
            let problem = fill(Problem::new(code));
            let row = cells.rows.get((number as usize).saturating_sub(1)).copied().filter(|row| *row != NO_ROW);
            let root = Location::ROOT;
            let rows = root.key("rows");
            self.problems.push(match row {
                Some(row) => problem.below(&rows.index(row as usize)),
                None => problem.below(&rows),
            });
        }
    }
}
