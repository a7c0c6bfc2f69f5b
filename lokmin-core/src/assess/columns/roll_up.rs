//! Areas added up to their parents, by the column.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::assess::arithmetic::to_i64;
use crate::assess::tally::{Standing, Tally};
use crate::assess::verdict::{collect, conclude};
use crate::assess::{Flags, Grid, View};
use crate::indicator::{LowestLevel, Target, TargetArea};
use crate::json::Text;
use crate::region::{Level, RegionCode};

use super::cells::YearCells;
use super::engine::Engine;
use super::error::ColumnsError;
use super::input::{FigureColumns, MISSING};
use super::kernel::{Kernel, number_of, own_months, value};
use super::output::NO_TERM;
use super::parents::{NO_PARENT, Parents};
use super::plan::{Reading, Subject, to_f64};
use super::rolled_up::{RawRow, RolledUpChunk, RolledUpColumns};
use super::share::{Pair, Sink, Table};

impl Engine<'_> {
    /// Adds areas up to their parents: one row for each parent, indicator and span. An area counts for an indicator that it
    /// has rows of, in whatever month.
    ///
    /// Targets are those of the parent: of its region, or of its Puskesmas and then of the region that holds all villages
    /// of the working area. Verdicts are those of a [`RollUpRequest`](crate::assess::RollUpRequest) without figures of the
    /// parent's own.
    ///
    /// # Errors
    ///
    /// Those of [`Engine::assess`].
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::columns::{Engine, FigureColumns, Keys, MISSING, Periods};
    /// use lokmin_core::indicator::{Catalogue, Targets};
    ///
    /// let targets = Targets::from_rates([("K6".parse()?, "80".parse()?)]);
    /// let september = Some("2025-09".parse()?);
    /// let figures = FigureColumns {
    ///     areas: Keys::Texts(&[Some("15.04.02.2003"), Some("15.04.02.2005")]),
    ///     indicators: Keys::Texts(&[Some("K6"), Some("K6")]),
    ///     periods: Periods::Months(&[september, september]),
    ///     numerators: &[60, MISSING],
    ///     denominators: &[100, 50],
    /// };
    /// let answer = Engine::new(Catalogue::built_in()).with_targets(&targets).roll_up(&[figures])?;
    /// let row = answer.rows().next().unwrap();
    /// // The second village is silent: its 50 people stay in the denominator. 90 of 150 would be 80 % x 9/12.
    /// assert_eq!((row.parent, row.value, row.value_reporting), ("15.04.02", Some(40.0), Some(60.0)));
    /// assert_eq!((row.silent, row.shortfall, row.shortfall_of_children), (1, Some(30), Some(0)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn roll_up(&self, batches: &[FigureColumns<'_>]) -> Result<RolledUpColumns, ColumnsError> {
        self.with_table(batches, |table| {
            let parents = ParentGoals::of(self, table);
            let are_whole = table.shares.are_parents_whole;
            let all = Mutex::new(Tallies::new(table.timeline.spans));
            let answers = table.each_share(|share, areas, rows| {
                let mut tallies = Tallies::new(share.timeline.spans);
                share.fill(&areas, rows, &mut tallies);
                if are_whole {
                    // These parents have no areas elsewhere, so their tallies are not needed any more.
                    return tallies.judge(share, &parents);
                }
                all.lock().unwrap_or_else(PoisonError::into_inner).merge(&tallies);
                Vec::new()
            });
            let mut rows: Vec<RawRow> = answers.into_iter().flatten().collect();
            rows.extend(all.into_inner().unwrap_or_else(PoisonError::into_inner).judge(table, &parents));
            let key = |row: &RawRow| (row.parent, row.indicator, row.span);
            if !rows.is_sorted_by_key(key) {
                rows.sort_unstable_by_key(key);
            }
            let lone = table.areas.iter().zip(&table.parents.of_area).filter(|(_, parent)| **parent == NO_PARENT);
            RolledUpColumns {
                parents: table.parents.names.clone(),
                indicators: table.indicators.to_vec(),
                span_kind: self.spans,
                spans: table.timeline.all_spans(),
                columns: RolledUpChunk::of(&rows),
                without_parent: lone.map(|(area, _)| (*area).to_owned()).collect(),
                findings: table.findings(),
            }
        })
    }
}

/// The sums of one parent, one indicator and one span.
#[derive(Clone, Copy, Debug, Default)]
struct SpanTally {
    tally: Tally,
    zero_denominator: u32,
    is_outsized: bool,
}

/// The sums of some areas by parent and indicator.
#[derive(Debug)]
struct Tallies {
    /// Parents and indicators, each with the place of its first span.
    places: HashMap<(u32, u32), usize>,
    keys: Vec<(u32, u32)>,
    /// For each key as many as there are spans.
    sums: Vec<SpanTally>,
    spans: usize,
}

impl Sink for Tallies {
    fn take(&mut self, kernel: Kernel<'_>, pair: Pair, years: &[YearCells]) {
        if pair.parent == NO_PARENT {
            return;
        }
        let mut place = self.place((pair.parent, pair.indicator));
        for (year, (cells, spans)) in years.iter().zip(&kernel.timeline.years).enumerate() {
            let first = place;
            place += spans.spans.len();
            let Some(plan) = kernel.plans.get(pair.area as usize, pair.indicator as usize, year) else { continue };
            let rule = plan.rule;
            let (grid, outsized) = (cells.grid(), cells.outsized());
            let before = spans.before.and_then(|before| years.get(before)).filter(|_| rule.is_scheduled);
            let before: Option<Grid> = before.map(YearCells::grid);
            for (own, view) in self.sums.iter_mut().skip(first).zip(&spans.spans) {
                let totals = collect(rule, &grid, before.as_ref(), *view, kernel.policy);
                let verdict = conclude(rule, plan.target, &totals, *view, kernel.policy);
                let standing = own.tally.add(rule, &totals, &verdict);
                own.zero_denominator += u32::from(standing == Standing::ZeroDenominator);
                own.is_outsized |= outsized & own_months(*view) != 0;
            }
        }
    }
}

impl Tallies {
    fn new(spans: usize) -> Self {
        Self { places: HashMap::new(), keys: Vec::new(), sums: Vec::new(), spans }
    }

    fn place(&mut self, key: (u32, u32)) -> usize {
        let next = self.sums.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next && self.spans > 0 {
            self.keys.push(key);
            self.sums.resize(next + self.spans, SpanTally::default());
        }
        place
    }

    fn merge(&mut self, other: &Self) {
        for (key, others) in other.keys.iter().zip(other.sums.chunks_exact(self.spans.max(1))) {
            let place = self.place(*key);
            for (own, other) in self.sums.iter_mut().skip(place).zip(others) {
                own.tally = own.tally.merge(other.tally);
                own.zero_denominator += other.zero_denominator;
                own.is_outsized |= other.is_outsized;
            }
        }
    }

    /// Judges every parent, indicator and span; in the order of the keys.
    fn judge(&self, table: &Table<'_>, parents: &ParentGoals<'_>) -> Vec<RawRow> {
        let mut keys: Vec<(u32, u32)> = self.keys.clone();
        keys.sort_unstable();
        let mut rows = Vec::with_capacity(self.sums.len());
        for (parent, indicator) in keys {
            let place = self.places.get(&(parent, indicator)).copied().unwrap_or_default();
            let (Some(own), Some(subject)) = (self.sums.get(place..), parents.subjects.get(indicator as usize)) else {
                continue;
            };
            let mut own = own.iter();
            for year in &table.timeline.years {
                let (target, flags) = parents.goal(table, parent, subject, year.year);
                for (view, (span, own)) in year.spans.iter().zip((year.first_span..).zip(own.by_ref())) {
                    let flags = flags.with(Flags::TOO_LARGE, own.is_outsized);
                    rows.push(row((parent, indicator, span), subject, (target, flags), *view, own, table));
                }
            }
        }
        rows
    }
}

/// Judges the sums of one parent, one indicator and one span.
fn row(
    (parent, indicator, span): (u32, u32, u32),
    subject: &Subject<'_>,
    (target, flags): (Option<Target>, Flags),
    view: View,
    own: &SpanTally,
    table: &Table<'_>,
) -> RawRow {
    let (rule, tally) = (subject.rule, &own.tally);
    let totals = tally.totals(rule);
    let verdict = conclude(rule, target, &totals, view, table.kernel.policy);
    let reporting = tally.reporting_part().filter(|part| totals.has_denominators && part.denominator.is_some());
    let reporting = reporting.filter(|part| part.denominator != Some(0));
    RawRow {
        parent,
        indicator,
        span,
        numerator: verdict.numerator.unwrap_or(MISSING),
        denominator: verdict.denominator.unwrap_or(MISSING),
        value: value(rule, verdict.value_parts(rule)),
        value_reporting: value(rule, reporting.map(|part| (part.numerator, part.denominator))),
        target: verdict.target_to_date.map_or(f64::NAN, |bar| {
            let level = bar.level();
            to_f64(level.numerator(), level.denominator())
        }),
        met: verdict.met.map_or(NO_TERM, i8::from),
        shortfall: verdict.shortfall.unwrap_or(MISSING),
        shortfall_of_children: if tally.judged > 0 { to_i64(tally.shortfalls) } else { MISSING },
        trend: verdict.trend.map_or(NO_TERM, number_of),
        compared: tally.compared,
        status: verdict.status.map_or(NO_TERM, |status| status as i8),
        areas: tally.areas,
        reporting: tally.reporting,
        silent: tally.silent,
        unclear: tally.unclear,
        left_out: tally.left_out,
        zero_denominator: own.zero_denominator,
        months_reported: verdict.months_reported,
        months_due: verdict.months_due,
        flags: (verdict.flags | flags).bits(),
    }
}

/// What is expected of parents.
struct ParentGoals<'t> {
    /// The indicators at the level of the parents.
    subjects: Vec<Subject<'t>>,
    /// For each parent the areas to look for targets in, nearest first.
    chains: Vec<Vec<TargetArea>>,
}

impl<'t> ParentGoals<'t> {
    fn of(engine: &Engine<'_>, table: &Table<'t>) -> Self {
        let of_parents = match engine.parents {
            Parents::Region(Level::Province | Level::District) => LowestLevel::District,
            _ => LowestLevel::Puskesmas,
        };
        let reading = Reading { level: Some(engine.parent_level.unwrap_or(of_parents)), ..table.reading };
        let subjects = table.indicators.iter().map(|name| reading.subject(name)).collect();
        let chains = table.parents.names.iter().map(|name| areas_of(engine.parents, name)).collect();
        Self { subjects, chains }
    }

    fn goal(&self, table: &Table<'_>, parent: u32, subject: &Subject<'_>, year: i32) -> (Option<Target>, Flags) {
        let chain = self.chains.get(parent as usize).map_or(&[][..], Vec::as_slice);
        table.goals.find(subject, chain, year)
    }
}

/// The areas of a parent to look for targets in, nearest first; regions above the first region go without saying.
fn areas_of(parents: Parents<'_>, name: &str) -> Vec<TargetArea> {
    let Parents::WorkingAreas(areas) = parents else { return name.parse().into_iter().collect() };
    let mut villages: Vec<RegionCode> = Vec::new();
    for area in areas.iter().filter(|area| area.puskesmas.key().as_str() == name) {
        villages.extend(area.villages.iter().map(|village| village.code));
    }
    let first = villages.first().and_then(|village| village.parent());
    let mut above = std::iter::successors(first, |region| region.parent());
    let shared = above.find(|region| villages.iter().all(|village| region.contains(*village)));
    let own = name.parse::<Text>().ok().map(TargetArea::Puskesmas);
    own.into_iter().chain(shared.map(TargetArea::Region)).collect()
}
