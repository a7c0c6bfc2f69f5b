//! The whole: from batches of columns to the columns of the answer.

use crate::assess::{Policy, ReportedAs};
use crate::indicator::{Catalogue, Direction, LowestLevel, Targets};
use crate::region::Level;

use super::across::rank_across;
use super::column::{Column, Columns};
use super::error::ColumnsError;
use super::input::FigureColumns;
use super::kernel::{Answer, Kernel};
use super::keys::KeyTable;
use super::output::AssessedColumns;
use super::parents::{ParentTable, Parents, Shares};
use super::periods::{RawPeriods, SpanKind, Timeline};
use super::place::Rows;
use super::plan::{Goals, Plans, Reading, Subject};
use super::quality::look_at_quality;
use super::ranks::rank_chunk;
use super::share::Table;

/// Below so many rows one thread does everything.
const FEW_ROWS: usize = 100_000;

/// How many months one share of the areas has, about: so many lie in the fast memory of a core.
pub(super) const MONTHS_OF_SHARE: usize = 1 << 15;

/// How many areas one share may have for the sake of a parent.
const MOST_AREAS_OF_SHARE: usize = 4_096;

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
    pub(super) catalogue: &'a Catalogue,
    pub(super) targets: Option<&'a Targets>,
    pub(super) spans: SpanKind,
    pub(super) parents: Parents<'a>,
    pub(super) level: Option<LowestLevel>,
    pub(super) parent_level: Option<LowestLevel>,
    pub(super) reported_as: Option<ReportedAs>,
    pub(super) policy: Policy,
    pub(super) threads: usize,
    pub(super) has_quality: bool,
    pub(super) columns: Columns,
}

impl<'a> Engine<'a> {
    /// Makes an engine with the targets of the catalogue, years to date, ranks in the subdistrict, and one thread.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue) -> Self {
        Self {
            catalogue,
            targets: None,
            spans: SpanKind::default(),
            parents: Parents::Region(Level::Subdistrict),
            level: None,
            parent_level: None,
            reported_as: None,
            policy: Policy::default(),
            threads: 1,
            has_quality: false,
            columns: Columns::default(),
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

    /// Takes all parents to be of a level when areas are added up; else regions of districts and provinces are districts, and
    /// all others Puskesmas.
    #[must_use]
    pub fn with_parent_level(self, level: LowestLevel) -> Self {
        Self { parent_level: Some(level), ..self }
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

    /// Looks at the quality of the figures too: marks the rows that exceed what contains them by the pairs of the catalogue,
    /// and those whose values lie far from others of their parent; tells them; and counts how complete the reports are.
    /// Without parents the whole table is one. Figures that have a denominator every month are compared with it month by
    /// month, and not only where a span as a whole is above.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::Flags;
    /// use lokmin_core::assess::columns::{Engine, FigureColumns, Keys, Periods};
    /// use lokmin_core::indicator::Catalogue;
    ///
    /// let march = Some("2025-03".parse()?);
    /// let figures = FigureColumns {
    ///     areas: Keys::Texts(&[Some("15.04.02.2003"), Some("15.04.02.2003")]),
    ///     indicators: Keys::Texts(&[Some("K6"), Some("K4")]),
    ///     periods: Periods::Months(&[march, march]),
    ///     numerators: &[5, 4],
    ///     denominators: &[57, 57],
    /// };
    /// let answer = Engine::new(Catalogue::built_in()).with_quality(true).assess(&[figures])?;
    /// // Who has six visits has four: 5 cannot be of 4.
    /// let flags: Vec<bool> = answer.rows().map(|row| row.flags.contains(Flags::EXCEEDS_PAIR)).collect();
    /// assert_eq!(flags, [false, true]);
    /// // March of January to March.
    /// assert_eq!((answer.completeness.reported[0], answer.completeness.due[0]), (1, 3));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_quality(self, has_quality: bool) -> Self {
        Self { has_quality, ..self }
    }

    /// Answers with these columns only, besides the keys, the months reported and the flags: less memory, and less time. The
    /// verdicts are the same, and so are the findings.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::columns::{Column, Engine, FigureColumns, Keys, Periods};
    /// use lokmin_core::indicator::Catalogue;
    ///
    /// let march = Some("2025-03".parse()?);
    /// let figures = FigureColumns {
    ///     areas: Keys::Texts(&[Some("15.04.02.2003")]),
    ///     indicators: Keys::Texts(&[Some("K6")]),
    ///     periods: Periods::Months(&[march]),
    ///     numerators: &[5],
    ///     denominators: &[50],
    /// };
    /// let engine = Engine::new(Catalogue::built_in()).with_columns(&[Column::Value, Column::Rank]);
    /// let answer = engine.assess(&[figures])?;
    /// let row = answer.rows().last().unwrap();
    /// assert_eq!((row.value, row.rank, row.numerator), (Some(10.0), Some(1), None));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_columns(self, columns: &[Column]) -> Self {
        Self { columns: Columns::of(columns), ..self }
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
        self.with_table(batches, |table| {
            let spans = table.timeline.spans;
            let direction = |indicator| direction_of(table.subjects, indicator);
            // Ranks and quality that reach over shares still need the columns that are not asked for.
            let is_ranked = self.columns.has(Column::Rank);
            let is_done = table.shares.are_parents_whole && !self.has_quality;
            let answers = table.each_share(|share, areas, rows| {
                let (pairs, room) = share.room(&areas, rows);
                let mut answer = Answer::with_capacity(pairs, room);
                share.fill(&areas, rows, &mut answer);
                if is_ranked && table.shares.are_parents_whole {
                    rank_chunk(&mut answer.chunk, &mut answer.members, spans, direction);
                }
                if is_done {
                    answer.chunk.keep(self.columns);
                }
                answer
            });
            let mut answer = AssessedColumns {
                span_kind: self.spans,
                spans: table.timeline.all_spans(),
                columns: self.columns,
                threads: table.threads,
                findings: table.findings(),
                ..AssessedColumns::default()
            };
            let mut members = Vec::with_capacity(answers.len());
            for own in answers {
                answer.findings.append(own.findings);
                answer.chunks.push(own.chunk);
                // Where parents lie in one share they are ranked already.
                members.push(if table.shares.are_parents_whole { Vec::new() } else { own.members });
            }
            if is_ranked && !table.shares.are_parents_whole {
                rank_across(&mut answer.chunks, &members, spans, direction);
            }
            if self.has_quality {
                look_at_quality(&mut answer, table);
            }
            answer.chunks.retain(|chunk| !chunk.is_empty());
            answer.chunks.iter_mut().for_each(|chunk| chunk.keep(self.columns));
            answer.areas = table.areas.iter().map(|area| (*area).to_owned()).collect();
            answer.indicators = table.indicators.to_vec();
            answer
        })
    }

    /// Brings the rows of a table to the shares of its areas and asks for what is to be made of them.
    pub(super) fn with_table<A>(
        &self,
        batches: &[FigureColumns<'_>],
        ask: impl FnOnce(&Table<'_>) -> A,
    ) -> Result<A, ColumnsError> {
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
        let rows = Rows::new(batches, &area_keys, &indicator_keys, &periods, &timeline, indicators.len())?;
        let shares = shares(&parents, &timeline, indicators.len());
        let sorted = rows.sort_out(&shares, threads)?;
        Ok(ask(&Table {
            batches,
            rows: &rows,
            kernel: Kernel { timeline: &timeline, plans: &plans, policy: &self.policy, has_quality: self.has_quality },
            timeline: &timeline,
            areas: &areas,
            indicators: &indicators,
            subjects: &subjects,
            parents: &parents,
            shares: &shares,
            sorted: &sorted,
            goals,
            reading,
            threads,
        }))
    }
}

/// Which way is better.
pub(super) fn direction_of(subjects: &[Subject<'_>], indicator: u32) -> Direction {
    subjects.get(indicator as usize).map_or(Direction::Higher, |subject| subject.rule.direction)
}

/// Shares the areas out, so that the months of a share lie in the fast memory of a core.
fn shares(parents: &ParentTable, timeline: &Timeline, indicators: usize) -> Shares {
    let areas = parents.of_area.len();
    let months = (indicators * timeline.places).max(1);
    let wanted = (MONTHS_OF_SHARE / months).max(areas.div_ceil(MOST_SHARES)).max(1);
    parents.shares(wanted, MOST_AREAS_OF_SHARE.max(wanted))
}
