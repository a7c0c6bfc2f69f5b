//! From the months of one area and one indicator to its rows of the answer.

use crate::assess::{Flags, Grid, Policy, Rule, Trend, View, judge};

use super::cells::YearCells;
use super::findings::FindingsOfChunk;
use super::input::MISSING;
use super::output::{AssessedChunk, NO_ROW, NO_TERM};
use super::periods::{Timeline, YearSpans};
use super::plan::{Plan, Plans, to_f64};
use super::quick;
use super::ranks::{Member, is_small};
use super::share::{Pair, Sink};

/// The rows of one area, one indicator and one year; at most one a month.
#[derive(Clone, Debug)]
pub(super) struct YearRows {
    pub(super) input_rows: [u32; 12],
    pub(super) numerators: [i64; 12],
    pub(super) denominators: [i64; 12],
    pub(super) values: [f64; 12],
    pub(super) targets: [f64; 12],
    pub(super) met: [i8; 12],
    pub(super) shortfalls: [i64; 12],
    pub(super) trends: [i8; 12],
    pub(super) statuses: [i8; 12],
    pub(super) months_reported: [u8; 12],
    pub(super) flags: [u32; 12],
    /// Whether doubles decide between all values of these rows.
    pub(super) are_small: bool,
    /// The place of the first row that is asked for.
    pub(super) first: usize,
}

impl YearRows {
    fn new() -> Self {
        Self {
            input_rows: [NO_ROW; 12],
            numerators: [MISSING; 12],
            denominators: [MISSING; 12],
            values: [f64::NAN; 12],
            targets: [f64::NAN; 12],
            met: [NO_TERM; 12],
            shortfalls: [MISSING; 12],
            trends: [NO_TERM; 12],
            statuses: [NO_TERM; 12],
            months_reported: [0; 12],
            flags: [0; 12],
            are_small: true,
            first: 0,
        }
    }

    /// Fills in the facts of a row.
    pub(super) fn put(&mut self, place: usize, input_row: Option<u32>, numerator: i64, denominator: i64) {
        set(&mut self.input_rows, place, input_row.unwrap_or(NO_ROW));
        set(&mut self.numerators, place, numerator);
        set(&mut self.denominators, place, denominator);
    }

    /// Fills in the verdict of a row: value, target, (met, shortfall), (trend, status), (months, remarks).
    pub(super) fn judge(
        &mut self,
        place: usize,
        value: f64,
        target: f64,
        (met, shortfall): (i8, i64),
        (trend, status): (i8, i8),
        (months, flags): (u32, Flags),
    ) {
        set(&mut self.values, place, value);
        set(&mut self.targets, place, target);
        set(&mut self.met, place, met);
        set(&mut self.shortfalls, place, shortfall);
        set(&mut self.trends, place, trend);
        set(&mut self.statuses, place, status);
        set(&mut self.months_reported, place, u8::try_from(months).unwrap_or(u8::MAX));
        set(&mut self.flags, place, flags.bits());
    }

    /// The places of the rows that are asked for.
    pub(super) fn range(&self, count: usize) -> std::ops::Range<usize> {
        self.first..self.first + count
    }

    fn append_to(&self, chunk: &mut AssessedChunk, count: usize) {
        let range = self.range(count);
        extend(&mut chunk.input_rows, &self.input_rows, &range);
        extend(&mut chunk.numerators, &self.numerators, &range);
        extend(&mut chunk.denominators, &self.denominators, &range);
        extend(&mut chunk.values, &self.values, &range);
        extend(&mut chunk.targets, &self.targets, &range);
        extend(&mut chunk.met, &self.met, &range);
        extend(&mut chunk.shortfalls, &self.shortfalls, &range);
        extend(&mut chunk.trends, &self.trends, &range);
        extend(&mut chunk.statuses, &self.statuses, &range);
        extend(&mut chunk.months_reported, &self.months_reported, &range);
        extend(&mut chunk.flags, &self.flags, &range);
    }
}

pub(super) fn set<T>(column: &mut [T; 12], place: usize, value: T) {
    if let Some(slot) = column.get_mut(place) {
        *slot = value;
    }
}

fn extend<T: Copy>(column: &mut Vec<T>, rows: &[T; 12], range: &std::ops::Range<usize>) {
    if *range == (0..12) {
        // The common case, of which the length is known beforehand.
        column.extend_from_slice(rows);
    } else if let Some(rows) = rows.get(range.clone()) {
        column.extend_from_slice(rows);
    }
}

/// What all shares have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kernel<'t> {
    pub(super) timeline: &'t Timeline,
    pub(super) plans: &'t Plans,
    pub(super) policy: &'t Policy,
    /// Whether every month is compared with its own denominator.
    pub(super) has_quality: bool,
}

/// The answer for one share of the areas, as it grows.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) chunk: AssessedChunk,
    pub(super) members: Vec<Member>,
    pub(super) findings: FindingsOfChunk,
    rows: YearRows,
}

impl Answer {
    pub(super) fn with_capacity(pairs: usize, spans: usize) -> Self {
        Self {
            chunk: AssessedChunk::with_capacity(pairs * spans),
            members: Vec::with_capacity(pairs),
            findings: FindingsOfChunk::default(),
            rows: YearRows::new(),
        }
    }
}

impl Sink for Answer {
    fn take(&mut self, kernel: Kernel<'_>, pair: Pair, years: &[YearCells]) {
        kernel.judge(pair.area, pair.indicator, pair.parent, years, self);
    }
}

impl Kernel<'_> {
    /// Judges one area and one indicator in every span, and appends the rows.
    pub(super) fn judge(self, area: u32, indicator: u32, parent: u32, years: &[YearCells], answer: &mut Answer) {
        let mut are_small = true;
        for (place, (cells, spans)) in years.iter().zip(&self.timeline.years).enumerate() {
            let Some(plan) = self.plans.get(area as usize, indicator as usize, place) else { continue };
            let before = spans.before.and_then(|before| years.get(before));
            if !self.judge_quickly(plan, cells, spans, &mut answer.rows) {
                judge_year(plan, cells, before, spans, self.policy, &mut answer.rows);
            }
            answer.findings.look_at(plan, cells, spans, &answer.rows);
            if self.has_quality {
                answer.findings.look_closely(plan, cells, spans, &answer.rows);
            }
            answer.rows.append_to(&mut answer.chunk, spans.spans.len());
            are_small &= answer.rows.are_small;
            answer.chunk.spans.extend((spans.first_span..).take(spans.spans.len()));
        }
        if self.has_quality
            && let Some(plan) = self.plans.get(area as usize, indicator as usize, 0)
        {
            answer.findings.look_for_repeats(plan.rule, years, &self.timeline.years, self.policy);
        }
        let spans = self.timeline.spans;
        let own = u32::try_from(answer.members.len()).unwrap_or(u32::MAX);
        answer.members.push(Member { parent, indicator, place: own, is_small: are_small });
        answer.chunk.areas.extend(std::iter::repeat_n(area, spans));
        answer.chunk.indicators.extend(std::iter::repeat_n(indicator, spans));
        answer.chunk.ranks.resize(answer.chunk.flags.len(), 0);
    }

    fn judge_quickly(self, plan: &Plan, cells: &YearCells, spans: &YearSpans, rows: &mut YearRows) -> bool {
        let (Some(View::YearToDate(first)), Some(last)) = (spans.spans.first(), spans.spans.last()) else {
            return false;
        };
        rows.first = first.number() as usize - 1;
        plan.is_quick && quick::year_to_date(plan, cells, last.last_month().number() as usize - 1, self.policy, rows)
    }
}

/// Judges every span of a year as one series is judged.
fn judge_year(
    plan: &Plan,
    cells: &YearCells,
    before: Option<&YearCells>,
    spans: &YearSpans,
    policy: &Policy,
    rows: &mut YearRows,
) {
    let rule = plan.rule;
    let grid = cells.grid();
    let before: Option<Grid> = before.filter(|_| rule.is_scheduled).map(YearCells::grid);
    let outsized = cells.outsized();
    (rows.are_small, rows.first) = (true, 0);
    for (place, view) in spans.spans.iter().enumerate() {
        let verdict = judge(rule, plan.target, &grid, before.as_ref(), *view, policy);
        let value = value(rule, verdict.value_parts(rule));
        let target = verdict.target_to_date.map_or(f64::NAN, |bar| {
            let level = bar.level();
            to_f64(level.numerator(), level.denominator())
        });
        let own = own_months(*view);
        let mut flags = verdict.flags | plan.flags;
        if outsized & own != 0 {
            flags |= Flags::TOO_LARGE;
        }
        let input_row = cells.rows.iter().enumerate().filter(|(month, _)| own & (1 << month) != 0).map(|(_, row)| *row);
        rows.put(place, input_row.min(), verdict.numerator.unwrap_or(MISSING), verdict.denominator.unwrap_or(MISSING));
        rows.judge(
            place,
            value,
            target,
            (verdict.met.map_or(NO_TERM, i8::from), verdict.shortfall.unwrap_or(MISSING)),
            (verdict.trend.map_or(NO_TERM, number_of), verdict.status.map_or(NO_TERM, |status| status as i8)),
            (verdict.months_reported, flags),
        );
        let is_valued = !value.is_nan();
        rows.are_small &=
            !is_valued || verdict.numerator.zip(verdict.denominator).is_some_and(|(num, den)| is_small(num, den));
    }
}

/// The value of a fraction in the unit of the indicator; a count where there is no denominator.
pub(super) fn value(rule: Rule, parts: Option<(i64, Option<i64>)>) -> f64 {
    match parts {
        Some((numerator, Some(denominator))) => {
            to_f64(i128::from(numerator) * i128::from(rule.multiplier), i128::from(denominator))
        }
        Some((numerator, None)) => to_f64(i128::from(numerator), 1),
        None => f64::NAN,
    }
}

/// The months whose rows a span is of: the last one of a year to date.
pub(super) fn own_months(view: View) -> u16 {
    match view {
        View::YearToDate(month) => 1 << (month.number() - 1),
        View::Quarter(_) | View::Month(_) => view.mask(),
    }
}

pub(super) const fn number_of(trend: Trend) -> i8 {
    match trend {
        Trend::Better => 1,
        Trend::Steady => 0,
        Trend::Worse => -1,
    }
}
