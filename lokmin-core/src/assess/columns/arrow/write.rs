//! From the columns of the answers to record batches.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray, UInt8Array, UInt32Array};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};

use crate::assess::CompletenessBand;
use crate::assess::columns::column::{Column, Columns};
use crate::assess::columns::engine::Engine;
use crate::assess::columns::output::{AssessedChunk, AssessedColumns, NO_ROW};
use crate::assess::columns::periods::SpanKind;
use crate::assess::columns::rolled_up::RolledUpColumns;
use crate::assess::columns::threads;

use super::arrays::{
    counts, days, first_days, keys, numbers, places, status_type, statuses, text_type, texts, trends, truths,
};

impl Engine<'_> {
    /// Returns the schema of the record batches that the engine answers with.
    ///
    /// | column | type | meaning |
    /// | :-- | :-- | :-- |
    /// | `area`, `indicator` | dictionary of texts | the keys |
    /// | `month`, or `quarter` | date | the first day of the last month of the span, or of its quarter |
    /// | `input_row` | `UInt32` | the first input row with these keys, from 0 |
    /// | `numerator_to_date`, `denominator_to_date` | `Int64` | the figures of the span |
    /// | `value`, `target_to_date` | `Float64` | in the unit of the indicator, or counts |
    /// | `met` | `Boolean` | whether what is due is reached |
    /// | `shortfall` | `Int64` | people lacking, or too many where lower is better |
    /// | `trend` | `Int8` | 1 better, 0 steady, -1 worse |
    /// | `status` | dictionary of texts | `baik`, `cukup`, `kurang` or `jelek` |
    /// | `rank` | `UInt32` | in the parent, 1 the best |
    /// | `months_reported` | `UInt8` | months due that have a figure |
    /// | `flags` | `UInt32` | the bits of [`Flags`](crate::assess::Flags) |
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::columns::{Column, Engine};
    /// use lokmin_core::indicator::Catalogue;
    ///
    /// let schema = Engine::new(Catalogue::built_in()).with_columns(&[Column::Status]).arrow_schema();
    /// let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    /// assert_eq!(names, ["area", "indicator", "month", "status", "months_reported", "flags"]);
    /// ```
    #[must_use]
    pub fn arrow_schema(&self) -> SchemaRef {
        schema(self.spans, self.columns)
    }
}

/// What the column of spans is called.
fn period(kind: SpanKind) -> &'static str {
    if kind == SpanKind::Quarter { "quarter" } else { "month" }
}

fn schema(kind: SpanKind, columns: Columns) -> SchemaRef {
    let keys = [("area", text_type()), ("indicator", text_type()), (period(kind), DataType::Date32)];
    let last = [("months_reported", DataType::UInt8), ("flags", DataType::UInt32)];
    let own = Column::ALL.iter().copied().filter(|column| columns.has(*column));
    let mut fields = keys.map(|(name, kind)| Field::new(name, kind, false)).to_vec();
    fields.extend(own.map(|column| Field::new(column.as_str(), kind_of(column), true)));
    fields.extend(last.map(|(name, kind)| Field::new(name, kind, false)));
    Arc::new(Schema::new(fields))
}

/// The type of a column.
fn kind_of(column: Column) -> DataType {
    match column {
        Column::InputRow | Column::Rank => DataType::UInt32,
        Column::Numerator | Column::Denominator | Column::Shortfall => DataType::Int64,
        Column::Value | Column::Target => DataType::Float64,
        Column::Met => DataType::Boolean,
        Column::Trend => DataType::Int8,
        Column::Status => status_type(),
    }
}

impl AssessedColumns {
    /// Turns the answer into record batches, one for each chunk; the schema is [`Engine::arrow_schema`].
    ///
    /// # Errors
    ///
    /// None that is known: a batch is refused only where columns do not fit together.
    pub fn into_batches(self) -> Result<Vec<RecordBatch>, ArrowError> {
        let columns = self.columns;
        let schema = schema(self.span_kind, columns);
        let names = [texts(self.areas), texts(self.indicators)];
        let first_days = first_days(&self.spans);
        threads::map(self.chunks, self.threads, |chunk| batch(chunk, columns, &schema, &names, &first_days))
            .into_iter()
            .collect()
    }
}

impl AssessedColumns {
    /// Returns how complete the reports are as a record batch: `parent` (null for the whole table), `indicator`, `month` or
    /// `quarter`, `reported` and `due` (`UInt32`), `percent` (`Float64`) and `band` (text).
    ///
    /// # Errors
    ///
    /// None that is known: a batch is refused only where columns do not fit together.
    pub fn completeness_batch(&self) -> Result<RecordBatch, ArrowError> {
        let own = &self.completeness;
        let band = |band: &i8| CompletenessBand::ALL.get(usize::try_from(*band).ok()?).map(|band| band.as_str());
        let columns = [
            ("parent", Arc::new((0..own.len()).map(|row| own.parent(row)).collect::<StringArray>()) as ArrayRef, true),
            ("indicator", keys(own.indicators.clone(), &texts(self.indicators.clone()))?, false),
            (period(self.span_kind), days(own.spans.clone(), &first_days(&self.spans)), false),
            ("reported", Arc::new(UInt32Array::from(own.reported.clone())), false),
            ("due", Arc::new(UInt32Array::from(own.due.clone())), false),
            ("percent", numbers(own.percents.clone()), true),
            ("band", Arc::new(own.bands.iter().map(band).collect::<StringArray>()), true),
        ];
        RecordBatch::try_from_iter_with_nullable(columns)
    }
}

fn batch(
    mut chunk: AssessedChunk,
    columns: Columns,
    schema: &SchemaRef,
    [areas, indicators]: &[ArrayRef; 2],
    first_days: &[i32],
) -> Result<RecordBatch, ArrowError> {
    let mut arrays =
        vec![keys(chunk.areas, areas)?, keys(chunk.indicators, indicators)?, days(chunk.spans, first_days)];
    for column in Column::ALL.iter().copied().filter(|column| columns.has(*column)) {
        arrays.push(match column {
            Column::InputRow => places(std::mem::take(&mut chunk.input_rows), NO_ROW),
            Column::Numerator => counts(std::mem::take(&mut chunk.numerators)),
            Column::Denominator => counts(std::mem::take(&mut chunk.denominators)),
            Column::Value => numbers(std::mem::take(&mut chunk.values)),
            Column::Target => numbers(std::mem::take(&mut chunk.targets)),
            Column::Met => truths(&chunk.met),
            Column::Shortfall => counts(std::mem::take(&mut chunk.shortfalls)),
            Column::Trend => trends(std::mem::take(&mut chunk.trends)),
            Column::Status => statuses(std::mem::take(&mut chunk.statuses))?,
            Column::Rank => places(std::mem::take(&mut chunk.ranks), 0),
        });
    }
    arrays.push(Arc::new(UInt8Array::from(chunk.months_reported)));
    arrays.push(Arc::new(UInt32Array::from(chunk.flags)));
    RecordBatch::try_new(Arc::clone(schema), arrays)
}

impl RolledUpColumns {
    /// Turns the answer into a record batch: the keys `parent`, `indicator` and `month` or `quarter`, the columns of an
    /// assessment without `input_row` and `rank`, and what the sums rest on (`UInt32`).
    ///
    /// # Errors
    ///
    /// None that is known: a batch is refused only where columns do not fit together.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::columns::{Engine, FigureColumns, Keys, Periods};
    /// use lokmin_core::indicator::Catalogue;
    ///
    /// let march = Some("2025-03".parse()?);
    /// let figures = FigureColumns {
    ///     areas: Keys::Texts(&[Some("15.04.02.2003"), Some("15.04.02.2005")]),
    ///     indicators: Keys::Texts(&[Some("K6"), Some("K6")]),
    ///     periods: Periods::Months(&[march, march]),
    ///     numerators: &[5, 6],
    ///     denominators: &[50, 60],
    /// };
    /// let batch = Engine::new(Catalogue::built_in()).roll_up(&[figures])?.into_batch()?;
    /// // March, the only month that any row is of, in one subdistrict.
    /// assert_eq!((batch.num_rows(), batch.num_columns()), (1, 23));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn into_batch(self) -> Result<RecordBatch, ArrowError> {
        let (parents, indicators) = (texts(self.parents), texts(self.indicators));
        let own = self.columns;
        let totals = |column: Vec<u32>| Arc::new(UInt32Array::from(column)) as ArrayRef;
        let columns = [
            ("parent", keys(own.parents, &parents)?, false),
            ("indicator", keys(own.indicators, &indicators)?, false),
            (period(self.span_kind), days(own.spans, &first_days(&self.spans)), false),
            ("numerator_to_date", counts(own.numerators), true),
            ("denominator_to_date", counts(own.denominators), true),
            ("value", numbers(own.values), true),
            ("value_reporting", numbers(own.values_reporting), true),
            ("target_to_date", numbers(own.targets), true),
            ("met", truths(&own.met), true),
            ("shortfall", counts(own.shortfalls), true),
            ("shortfall_of_children", counts(own.shortfalls_of_children), true),
            ("trend", trends(own.trends), true),
            ("trend_children", totals(own.trend_children), false),
            ("status", statuses(own.statuses)?, true),
            ("areas", totals(own.areas), false),
            ("reporting", totals(own.reporting), false),
            ("silent", totals(own.silent), false),
            ("unclear", totals(own.unclear), false),
            ("left_out", totals(own.left_out), false),
            ("zero_denominators", totals(own.zero_denominators), false),
            ("months_reported", totals(own.months_reported), false),
            ("months_due", totals(own.months_due), false),
            ("flags", totals(own.flags), false),
        ];
        RecordBatch::try_from_iter_with_nullable(columns)
    }
}
