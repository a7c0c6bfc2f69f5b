//! The whole: from batches of columns to the columns of the answer.

use crate::assess::{Policy, ReportedAs};
use crate::indicator::{Catalogue, LowestLevel, Targets};
use crate::problem::{Problem, ProblemCode};
use crate::region::Level;

use super::cells::{Figures, YearCells, are_added};
use super::error::ColumnsError;
use super::input::FigureColumns;
use super::kernel::{Answer, Kernel};
use super::keys::KeyTable;
use super::output::AssessedColumns;
use super::parents::{ParentTable, Parents, Shares};
use super::periods::{RawPeriods, SpanKind, Timeline};
use super::place::{Rows, ShareRows, unpack};
use super::plan::{Goals, Plans, Reading, Subject};
use super::ranks::rank_chunk;
use super::threads;

/// Below so many rows one thread does everything.
const FEW_ROWS: usize = 100_000;

/// How many months one share of the areas has, about: so many lie in the fast memory of a core.
const MONTHS_OF_SHARE: usize = 1 << 15;

/// How many areas one share may have for the sake of a parent.
const MOST_AREAS_OF_SHARE: usize = 4_096;

/// From how many places a row on, rows are sorted instead of put into places.
const SPARSE: usize = 8;

/// How many shares there are at most.
const MOST_SHARES: usize = 4_096;

/// Assesses figures by the column: one row of the answer for each area, indicator and span.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::Status;
/// use lokmin_core::assess::columns::{Engine, FigureColumns, Keys, Periods};
/// use lokmin_core::indicator::{Catalogue, Targets};
///
/// let targets = Targets::from_rates([("K6".parse()?, "80".parse()?)]);
/// let months = [Some("2025-01".parse()?), Some("2025-02".parse()?)];
/// let figures = FigureColumns {
///     areas: Keys::Dictionary { names: &["15.04.02.2003"], keys: &[0, 0] },
///     indicators: Keys::Texts(&[Some("K6"), Some("K6")]),
///     periods: Periods::Months(&months),
///     numerators: &[4, 5],
///     denominators: &[57, 57],
/// };
/// let answer = Engine::new(Catalogue::built_in()).with_targets(&targets).assess(&[figures])?;
/// let february = answer.rows().nth(1).unwrap();
/// // 9 of 57 against 80 % x 2/12 of 57 = 7.6; five after four.
/// assert_eq!((february.numerator, february.shortfall, february.status), (Some(9), Some(0), Some(Status::Baik)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Engine<'a> {
    catalogue: &'a Catalogue,
    targets: Option<&'a Targets>,
    spans: SpanKind,
    parents: Parents<'a>,
    level: Option<LowestLevel>,
    reported_as: Option<ReportedAs>,
    policy: Policy,
    threads: usize,
}

impl<'a> Engine<'a> {
    /// Makes an engine with the targets of the catalogue, years to date, ranks in the subdistrict, and one thread.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            targets: None,
            spans: SpanKind::YearToDate,
            parents: Parents::Region(Level::Subdistrict),
            level: None,
            reported_as: None,
            policy: Policy::default(),
            threads: 1,
        }
    }

    /// Looks for targets here before it looks in the catalogue; the nearest area wins.
    #[must_use]
    pub fn with_targets(self, targets: &'a Targets) -> Self {
        Self { targets: Some(targets), ..self }
    }

    /// Answers for these spans.
    #[must_use]
    pub fn with_spans(self, spans: SpanKind) -> Self {
        Self { spans, ..self }
    }

    /// Ranks areas within these parents.
    #[must_use]
    pub fn with_parents(self, parents: Parents<'a>) -> Self {
        Self { parents, ..self }
    }

    /// Takes all areas to be of a level: below that of an indicator there are counts and no values.
    #[must_use]
    pub fn with_level(self, level: LowestLevel) -> Self {
        Self { level: Some(level), ..self }
    }

    /// Takes all figures to be reported in one way, whatever the indicators say.
    #[must_use]
    pub fn with_reported_as(self, reported_as: ReportedAs) -> Self {
        Self { reported_as: Some(reported_as), ..self }
    }

    /// Decides otherwise than the national defaults.
    #[must_use]
    pub fn with_policy(self, policy: Policy) -> Self {
        Self { policy, ..self }
    }

    /// Works with so many threads of its own, where there are 100,000 rows or more. Needs the feature `parallel`; without it
    /// there is one thread.
    #[must_use]
    pub fn with_threads(self, threads: usize) -> Self {
        Self { threads, ..self }
    }

    /// Assesses a table, given as any number of batches.
    ///
    /// # Errors
    ///
    /// Columns that do not fit together; see [`ColumnsError`]. What is wrong with the figures themselves is told in
    /// [`AssessedColumns::findings`], and never an error.
    pub fn assess(&self, batches: &[FigureColumns<'_>]) -> Result<AssessedColumns, ColumnsError> {
        for (batch, columns) in batches.iter().enumerate() {
            columns.check(batch)?;
        }
        let rows: usize = batches.iter().map(FigureColumns::len).sum();
        let threads = if rows < FEW_ROWS { 1 } else { self.threads.max(1) };
        let are_quarters = batches.iter().any(|batch| batch.periods.is_quarterly());
        if are_quarters && batches.iter().any(|batch| !batch.periods.is_quarterly() && !batch.is_empty()) {
            return Err(ColumnsError::MixedPeriods);
        }
        let periods: Vec<RawPeriods<'_>> = batches.iter().map(|batch| RawPeriods::of(&batch.periods)).collect();
        let timeline = Timeline::of(&periods, are_quarters, self.spans, threads)?;
        let mut area_keys = KeyTable::read(batches.iter().map(|batch| batch.areas), "area", threads)?;
        let mut indicator_keys = KeyTable::read(batches.iter().map(|batch| batch.indicators), "indicator", threads)?;
        let areas = area_keys.number(|area| Some(area).filter(|area| !area.trim().is_empty()));
        let reading =
            Reading { catalogue: self.catalogue, level: self.level, reported_as: self.reported_as, are_quarters };
        let indicators = indicator_keys.number(|word| reading.name(word));
        let subjects: Vec<Subject<'_>> = indicators.iter().map(|name| reading.subject(name)).collect();
        let parents = ParentTable::of(&areas, self.parents);
        let default_targets = Targets::default();
        let goals = Goals { targets: self.targets.unwrap_or(&default_targets), policy: &self.policy };
        let plans = Plans::of(&areas, &parents, &subjects, &timeline, goals);
        let table = Rows::new(batches, &area_keys, &indicator_keys, &periods, &timeline, indicators.len())?;

        let shares = shares(&parents, &timeline, indicators.len());
        let sorted = table.sort_out(&shares, threads)?;
        let ranges: Vec<_> = shares.ranges().into_iter().enumerate().collect();
        let kernel = Kernel { timeline: &timeline, plans: &plans, policy: &self.policy };
        let share = Share { table: &table, kernel, parents: &parents, subjects: &subjects };
        let answers = threads::map(ranges, threads, |(place, areas)| {
            share.answer(areas, &sorted.share(place), shares.are_parents_whole)
        });

        let mut answer = AssessedColumns { spans: timeline.all_spans(), threads, ..AssessedColumns::default() };
        for row in &sorted.unplaced {
            if let Some(member) = table.lacking(*row) {
                let word = if member == "indicator" { table.indicator(batches, *row) } else { None };
                let problem = word.and_then(|word| self.catalogue.resolve(word).into_parts().1.into_iter().next());
                answer.findings.unplace(*row, problem.unwrap_or_else(|| Problem::new(ProblemCode::Missing)), member);
            }
        }
        for own in answers {
            answer.findings.append(own.findings);
            answer.chunks.push(own.chunk);
        }
        answer.chunks.retain(|chunk| !chunk.is_empty());
        answer.areas = areas.into_iter().map(str::to_owned).collect();
        answer.indicators = indicators;
        Ok(answer)
    }
}

/// Shares the areas out, so that the months of a share lie in the fast memory of a core.
fn shares(parents: &ParentTable, timeline: &Timeline, indicators: usize) -> Shares {
    let areas = parents.of_area.len();
    let months = (indicators * timeline.places).max(1);
    let wanted = (MONTHS_OF_SHARE / months).max(areas.div_ceil(MOST_SHARES)).max(1);
    parents.shares(wanted, MOST_AREAS_OF_SHARE.max(wanted))
}

/// What all shares need.
#[derive(Clone, Copy)]
struct Share<'t> {
    table: &'t Rows<'t>,
    kernel: Kernel<'t>,
    parents: &'t ParentTable,
    subjects: &'t [Subject<'t>],
}

impl Share<'_> {
    /// Answers for a share of the areas.
    fn answer(&self, areas: std::ops::Range<usize>, rows: &ShareRows<'_>, are_parents_whole: bool) -> Answer {
        let spans = self.kernel.timeline.spans;
        let mut answer = match rows {
            ShareRows::InOrder(range) => self.in_order(range.clone()),
            ShareRows::Copied(copied) => self.copied(&areas, copied),
        };
        if are_parents_whole {
            let direction = |indicator: u32| {
                self.subjects.get(indicator as usize).map_or(crate::indicator::Direction::Higher, |s| s.rule.direction)
            };
            rank_chunk(&mut answer.chunk, &mut answer.members, spans, direction);
        }
        answer
    }

    /// Puts rows together that are in the order of the keys.
    fn in_order(&self, range: std::ops::Range<usize>) -> Answer {
        let years = self.kernel.timeline.years.len();
        let mut answer = Answer::with_capacity(range.len(), 1);
        let mut cells = vec![YearCells::EMPTY; years];
        let mut repeats: Vec<(u32, Figures)> = Vec::new();
        let mut known: Option<(u32, u32)> = None;
        self.table.for_each_run(range, |run| {
            let own = (run.area, run.indicator);
            if let Some((area, indicator)) = known
                && known != Some(own)
            {
                self.finish(area, indicator, &mut cells, &mut repeats, &mut answer);
            }
            known = Some(own);
            for (month, figures) in run.rows() {
                Self::put(&mut cells, u32::from(month), figures, &mut repeats);
            }
        });
        if let Some((area, indicator)) = known {
            self.finish(area, indicator, &mut cells, &mut repeats, &mut answer);
        }
        answer
    }

    /// Puts rows together that were copied: each into its place, or by sorting them where most places stay empty.
    fn copied(&self, areas: &std::ops::Range<usize>, copied: &[[u64; 3]]) -> Answer {
        let (years, indicators) = (self.kernel.timeline.years.len(), self.subjects.len());
        let pairs = areas.len() * indicators;
        let mut answer = Answer::with_capacity(pairs.min(copied.len()), self.kernel.timeline.spans);
        let key = |pair: usize| -> Option<(u32, u32)> {
            let area = u32::try_from(areas.start + pair / indicators).ok()?;
            Some((area, u32::try_from(pair % indicators).ok()?))
        };
        let mut repeats: Vec<(u32, Figures)> = Vec::new();
        let months = u32::try_from(years * 12).unwrap_or(u32::MAX);
        if pairs * years * 12 > MONTHS_OF_SHARE.max(copied.len() * SPARSE) {
            let mut sorted = copied.to_vec();
            sorted.sort_unstable();
            let mut cells = vec![YearCells::EMPTY; years];
            for own in sorted.chunk_by(|a, b| unpack(a).0 / months == unpack(b).0 / months) {
                let mut pair = 0;
                for row in own {
                    let (month, figures) = unpack(row);
                    pair = (month / months) as usize;
                    Self::put(&mut cells, month % months, figures, &mut repeats);
                }
                if let Some((area, indicator)) = key(pair) {
                    self.finish(area, indicator, &mut cells, &mut repeats, &mut answer);
                }
            }
            return answer;
        }
        let mut cells = vec![YearCells::EMPTY; pairs * years];
        let mut all_repeats: Vec<(u32, Figures)> = Vec::new();
        for row in copied {
            let (month, figures) = unpack(row);
            Self::put(&mut cells, month, figures, &mut all_repeats);
        }
        all_repeats.sort_unstable_by_key(|(month, figures)| (*month, figures.row));
        let mut left = all_repeats.as_slice();
        for (pair, cells) in cells.chunks_exact_mut(years.max(1)).enumerate() {
            if cells.iter().all(YearCells::is_empty) {
                continue;
            }
            let own = left.partition_point(|(month, _)| (month / months) as usize <= pair);
            let (own, others) = left.split_at(own);
            repeats.extend(own.iter().map(|(month, figures)| (month % months, *figures)));
            left = others;
            if let Some((area, indicator)) = key(pair) {
                self.finish(area, indicator, cells, &mut repeats, &mut answer);
            }
        }
        answer
    }

    fn put(cells: &mut [YearCells], month: u32, figures: Figures, repeats: &mut Vec<(u32, Figures)>) {
        let Some(year) = cells.get_mut(month as usize / 12) else { return };
        if year.put(month as usize % 12, figures) {
            repeats.push((month, figures));
        }
    }

    /// Judges what was put together, and makes room for the next.
    fn finish(
        &self,
        area: u32,
        indicator: u32,
        cells: &mut [YearCells],
        repeats: &mut Vec<(u32, Figures)>,
        answer: &mut Answer,
    ) {
        if !repeats.is_empty() && are_added(self.kernel.policy) {
            for (place, year) in (0_u32..).zip(cells.iter_mut()) {
                let rule = self.subjects.get(indicator as usize).map(|subject| subject.rule);
                let own = repeats.iter().filter(|(month, _)| month / 12 == place);
                if let Some(rule) = rule {
                    year.add_up(&own.map(|(month, figures)| (*month as usize % 12, *figures)), rule);
                }
            }
        }
        repeats.clear();
        let parent = self.parents.of_area.get(area as usize).copied().unwrap_or(super::parents::NO_PARENT);
        self.kernel.judge(area, indicator, parent, cells, answer);
        cells.fill(YearCells::EMPTY);
    }
}
