//! From the columns of the answer to record batches.

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, DictionaryArray, Float64Array, Int8Array, Int32Array, Int64Array, RecordBatch,
    StringArray, UInt8Array, UInt32Array,
};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};

use crate::assess::View;
use crate::assess::columns::input::MISSING;
use crate::assess::columns::output::{AssessedChunk, AssessedColumns, NO_ROW, NO_TERM};
use crate::assess::columns::periods::{Span, SpanKind};
use crate::assess::columns::threads;

/// Makes an array of a column and of what says that there is something in a row.
macro_rules! with_nulls {
    ($array:ident, $column:expr, $is_there:expr) => {{
        let column = $column;
        let nulls = nulls(&column, $is_there);
        Arc::new($array::new(column.into(), nulls)) as ArrayRef
    }};
}

/// Days from 1 January of year 1 to 1 January 1970, plus one.
const EPOCH: i32 = 719_163;

/// Returns the schema of the answer for spans of a kind.
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
/// | `status` | `Int8` | 0 baik, 1 cukup, 2 kurang, 3 jelek |
/// | `rank` | `UInt32` | in the parent, 1 the best |
/// | `months_reported` | `UInt8` | months due that have a figure |
/// | `flags` | `UInt32` | the bits of [`Flags`](crate::assess::Flags) |
#[must_use]
pub fn schema(spans: SpanKind) -> SchemaRef {
    let text = || DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let period = if spans == SpanKind::Quarter { "quarter" } else { "month" };
    let fields = [
        ("area", text(), false),
        ("indicator", text(), false),
        (period, DataType::Date32, false),
        ("input_row", DataType::UInt32, true),
        ("numerator_to_date", DataType::Int64, true),
        ("denominator_to_date", DataType::Int64, true),
        ("value", DataType::Float64, true),
        ("target_to_date", DataType::Float64, true),
        ("met", DataType::Boolean, true),
        ("shortfall", DataType::Int64, true),
        ("trend", DataType::Int8, true),
        ("status", DataType::Int8, true),
        ("rank", DataType::UInt32, true),
        ("months_reported", DataType::UInt8, false),
        ("flags", DataType::UInt32, false),
    ];
    Arc::new(Schema::new(fields.map(|(name, kind, is_nullable)| Field::new(name, kind, is_nullable)).to_vec()))
}

impl AssessedColumns {
    /// Turns the answer into record batches, one for each chunk; the schema is that of [`schema`].
    ///
    /// # Errors
    ///
    /// None that is known: a batch is refused only where columns do not fit together.
    pub fn into_batches(self) -> Result<Vec<RecordBatch>, ArrowError> {
        let is_quarter = self.spans.first().is_some_and(|span| matches!(span, View::Quarter(_)));
        let schema = schema(if is_quarter { SpanKind::Quarter } else { SpanKind::YearToDate });
        let areas: ArrayRef = Arc::new(StringArray::from_iter_values(self.areas));
        let indicators: ArrayRef = Arc::new(StringArray::from_iter_values(self.indicators));
        let days: Vec<i32> = self.spans.iter().map(|span| first_day(*span)).collect();
        threads::map(self.chunks, self.threads, |chunk| batch(chunk, &schema, (&areas, &indicators), &days))
            .into_iter()
            .collect()
    }
}

/// The first day of the last month of a span, or of its quarter, in days since 1970.
fn first_day(span: Span) -> i32 {
    use chrono::Datelike;
    let day = match span {
        View::YearToDate(month) | View::Month(month) => month.first_day(),
        View::Quarter(quarter) => quarter.first_day(),
    };
    day.num_days_from_ce() - EPOCH
}

fn batch(
    chunk: AssessedChunk,
    schema: &SchemaRef,
    (areas, indicators): (&ArrayRef, &ArrayRef),
    days: &[i32],
) -> Result<RecordBatch, ArrowError> {
    let keys = |keys: Vec<u32>, names: &ArrayRef| -> Result<ArrayRef, ArrowError> {
        let keys: Vec<i32> = keys.into_iter().map(u32::cast_signed).collect();
        Ok(Arc::new(DictionaryArray::<Int32Type>::try_new(Int32Array::from(keys), Arc::clone(names))?))
    };
    let day = |span: u32| days.get(span as usize).copied().unwrap_or_default();
    let met = BooleanBuffer::collect_bool(chunk.met.len(), |row| chunk.met.get(row) == Some(&1));
    let met_nulls = nulls(&chunk.met, |met| *met != NO_TERM);
    let columns: Vec<ArrayRef> = vec![
        keys(chunk.areas, areas)?,
        keys(chunk.indicators, indicators)?,
        Arc::new(Date32Array::from(chunk.spans.into_iter().map(day).collect::<Vec<i32>>())),
        with_nulls!(UInt32Array, chunk.input_rows, |row| *row != NO_ROW),
        with_nulls!(Int64Array, chunk.numerators, |figure| *figure != MISSING),
        with_nulls!(Int64Array, chunk.denominators, |figure| *figure != MISSING),
        with_nulls!(Float64Array, chunk.values, |value| !value.is_nan()),
        with_nulls!(Float64Array, chunk.targets, |value| !value.is_nan()),
        Arc::new(BooleanArray::new(met, met_nulls)),
        with_nulls!(Int64Array, chunk.shortfalls, |figure| *figure != MISSING),
        with_nulls!(Int8Array, chunk.trends, |term| *term != NO_TERM),
        with_nulls!(Int8Array, chunk.statuses, |term| *term != NO_TERM),
        with_nulls!(UInt32Array, chunk.ranks, |rank| *rank != 0),
        Arc::new(UInt8Array::from(chunk.months_reported)),
        Arc::new(UInt32Array::from(chunk.flags)),
    ];
    RecordBatch::try_new(Arc::clone(schema), columns)
}

/// Which rows have something; `None` where all have.
fn nulls<T>(column: &[T], is_there: impl Fn(&T) -> bool) -> Option<NullBuffer> {
    let there = BooleanBuffer::collect_bool(column.len(), |row| column.get(row).is_some_and(&is_there));
    Some(NullBuffer::new(there)).filter(|nulls| nulls.null_count() > 0)
}
