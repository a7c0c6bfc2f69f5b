//! The columns that come out: one row for each area, indicator and span, in the order of the keys.

use crate::assess::{Flags, Status, Trend};

use super::column::{Column, Columns};
use super::completeness::CompletenessColumns;
use super::findings::Findings;
use super::input::MISSING;
use super::periods::{Span, SpanKind};

/// The input row of a span that no row is of.
pub const NO_ROW: u32 = u32::MAX;

/// What stands in a column of verdicts where there is none.
pub const NO_TERM: i8 = i8::MIN;

/// The whole answer. Rows are in the order of the texts of areas, then of indicators, then of spans.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct AssessedColumns {
    /// The areas that have a row, in order.
    pub areas: Vec<String>,
    /// The indicators that have a row, in order: their codes where the catalogue knows them.
    pub indicators: Vec<String>,
    /// What the spans are; known where there is none, too.
    pub span_kind: SpanKind,
    /// The spans, in order.
    pub spans: Vec<Span>,
    /// The rows, one piece after the other.
    pub chunks: Vec<AssessedChunk>,
    /// What is wrong with the figures.
    pub findings: Findings,
    /// How complete the reports are; empty unless the engine looks at the quality.
    pub completeness: CompletenessColumns,
    /// The columns that were asked for.
    #[cfg_attr(not(feature = "arrow"), expect(dead_code, reason = "only record batches are made of it"))]
    pub(super) columns: Columns,
    /// How many threads made it, and may turn it into something else.
    #[cfg_attr(not(feature = "arrow"), expect(dead_code, reason = "only record batches are made of it"))]
    pub(super) threads: usize,
}

/// Some rows of the answer. All columns have the same length, but for those that were not asked for, which are empty; a text
/// is its place in [`AssessedColumns`].
///
/// | column | where there is nothing |
/// | :-- | :-- |
/// | `input_rows` | [`NO_ROW`] |
/// | `numerators`, `denominators`, `shortfalls` | [`MISSING`] |
/// | `values`, `targets` | not a number |
/// | `met`, `trends`, `statuses` | [`NO_TERM`] |
/// | `ranks` | 0 |
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct AssessedChunk {
    /// The areas.
    pub areas: Vec<u32>,
    /// The indicators.
    pub indicators: Vec<u32>,
    /// The spans.
    pub spans: Vec<u32>,
    /// The first input row with these keys, counted over all batches from 0.
    pub input_rows: Vec<u32>,
    /// The numerators of the spans: to date, of the quarter or of the month.
    pub numerators: Vec<i64>,
    /// The denominators of the spans.
    pub denominators: Vec<i64>,
    /// The values in the unit of the indicator, or counts: the double nearest to the exact value where both parts of the
    /// fraction are below 2^53.
    pub values: Vec<f64>,
    /// What is due by the end of the spans, in the unit of the indicator or as a count.
    pub targets: Vec<f64>,
    /// Whether what is due is reached: 1 or 0.
    pub met: Vec<i8>,
    /// People lacking of what is due, or too many where lower is better.
    pub shortfalls: Vec<i64>,
    /// 1 better, 0 steady, -1 worse.
    pub trends: Vec<i8>,
    /// The place in [`Status::ALL`].
    pub statuses: Vec<i8>,
    /// The rank in the parent, 1 the best.
    pub ranks: Vec<u32>,
    /// How many of the months due have a figure; quarters where figures are of quarters.
    pub months_reported: Vec<u8>,
    /// Remarks: the bits of [`Flags`].
    pub flags: Vec<u32>,
}

/// One row of the answer.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct AssessedRow<'a> {
    /// The area.
    pub area: &'a str,
    /// The indicator.
    pub indicator: &'a str,
    /// The span.
    pub span: Span,
    /// The first input row with these keys.
    pub input_row: Option<u32>,
    /// The numerator of the span.
    pub numerator: Option<i64>,
    /// The denominator of the span.
    pub denominator: Option<i64>,
    /// The value in the unit of the indicator, or a count.
    pub value: Option<f64>,
    /// What is due by the end of the span.
    pub target_to_date: Option<f64>,
    /// Whether what is due is reached.
    pub met: Option<bool>,
    /// People lacking of what is due, or too many where lower is better.
    pub shortfall: Option<i64>,
    /// This span's own figure against that of the span before.
    pub trend: Option<Trend>,
    /// The PWS status.
    pub status: Option<Status>,
    /// The rank in the parent, 1 the best.
    pub rank: Option<u32>,
    /// How many of the months due have a figure.
    pub months_reported: u8,
    /// Remarks.
    pub flags: Flags,
}

impl AssessedColumns {
    /// Returns how many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.chunks.iter().map(AssessedChunk::len).sum()
    }

    /// Returns whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chunks.iter().all(AssessedChunk::is_empty)
    }

    /// Returns the rows one by one, in the order of the keys.
    pub fn rows(&self) -> impl Iterator<Item = AssessedRow<'_>> {
        self.chunks.iter().flat_map(move |chunk| (0..chunk.len()).filter_map(move |row| self.row(chunk, row)))
    }

    /// Returns a row of a chunk.
    fn row(&self, chunk: &AssessedChunk, row: usize) -> Option<AssessedRow<'_>> {
        let count = |column: &[i64]| column.get(row).copied().filter(|figure| *figure != MISSING);
        let number = |column: &[f64]| column.get(row).copied().filter(|number| !number.is_nan());
        let place = |column: &[u32]| column.get(row).map(|place| *place as usize);
        Some(AssessedRow {
            area: self.areas.get(place(&chunk.areas)?)?,
            indicator: self.indicators.get(place(&chunk.indicators)?)?,
            span: *self.spans.get(place(&chunk.spans)?)?,
            input_row: chunk.input_rows.get(row).copied().filter(|row| *row != NO_ROW),
            numerator: count(&chunk.numerators),
            denominator: count(&chunk.denominators),
            value: number(&chunk.values),
            target_to_date: number(&chunk.targets),
            met: match chunk.met.get(row) {
                Some(0) => Some(false),
                Some(1) => Some(true),
                _ => None,
            },
            shortfall: count(&chunk.shortfalls),
            trend: match chunk.trends.get(row) {
                Some(1) => Some(Trend::Better),
                Some(0) => Some(Trend::Steady),
                Some(-1) => Some(Trend::Worse),
                _ => None,
            },
            status: chunk.statuses.get(row).and_then(|status| Status::ALL.get(usize::try_from(*status).ok()?).copied()),
            rank: chunk.ranks.get(row).copied().filter(|rank| *rank != 0),
            months_reported: *chunk.months_reported.get(row)?,
            flags: Flags::from_bits(*chunk.flags.get(row)?),
        })
    }
}

impl AssessedChunk {
    /// Returns how many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.flags.len()
    }

    /// Returns whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }

    /// Lets go of the columns that were not asked for.
    pub(super) fn keep(&mut self, columns: Columns) {
        fn drop_unless<T>(is_kept: bool, column: &mut Vec<T>) {
            if !is_kept {
                *column = Vec::new();
            }
        }
        drop_unless(columns.has(Column::InputRow), &mut self.input_rows);
        drop_unless(columns.has(Column::Numerator), &mut self.numerators);
        drop_unless(columns.has(Column::Denominator), &mut self.denominators);
        drop_unless(columns.has(Column::Value), &mut self.values);
        drop_unless(columns.has(Column::Target), &mut self.targets);
        drop_unless(columns.has(Column::Met), &mut self.met);
        drop_unless(columns.has(Column::Shortfall), &mut self.shortfalls);
        drop_unless(columns.has(Column::Trend), &mut self.trends);
        drop_unless(columns.has(Column::Status), &mut self.statuses);
        drop_unless(columns.has(Column::Rank), &mut self.ranks);
    }

    /// Makes room for rows.
    pub(super) fn with_capacity(rows: usize) -> Self {
        Self {
            areas: Vec::with_capacity(rows),
            indicators: Vec::with_capacity(rows),
            spans: Vec::with_capacity(rows),
            input_rows: Vec::with_capacity(rows),
            numerators: Vec::with_capacity(rows),
            denominators: Vec::with_capacity(rows),
            values: Vec::with_capacity(rows),
            targets: Vec::with_capacity(rows),
            met: Vec::with_capacity(rows),
            shortfalls: Vec::with_capacity(rows),
            trends: Vec::with_capacity(rows),
            statuses: Vec::with_capacity(rows),
            ranks: Vec::with_capacity(rows),
            months_reported: Vec::with_capacity(rows),
            flags: Vec::with_capacity(rows),
        }
    }
}
