//! Columns as arrays: what stands for nothing becomes a null.

use std::sync::Arc;

use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, DictionaryArray, Float64Array, Int8Array, Int32Array, Int64Array, StringArray,
    UInt32Array,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use arrow_schema::{ArrowError, DataType};

use crate::assess::columns::input::MISSING;
use crate::assess::columns::output::NO_TERM;
use crate::assess::columns::periods::Span;
use crate::assess::{Status, View};

/// Days from 1 January of year 1 to 1 January 1970, plus one.
const EPOCH: i32 = 719_163;

/// How many rows are looked at before one of them can end the looking.
const AT_ONCE: usize = 512;

/// Texts that keys point to.
pub(super) fn texts(texts: Vec<String>) -> ArrayRef {
    Arc::new(StringArray::from_iter_values(texts))
}

/// The type of keys of texts.
pub(super) fn text_type() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
}

/// Places among texts.
pub(super) fn keys(keys: Vec<u32>, texts: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    let keys: Vec<i32> = keys.into_iter().map(u32::cast_signed).collect();
    Ok(Arc::new(DictionaryArray::<Int32Type>::try_new(Int32Array::from(keys), Arc::clone(texts))?))
}

/// The first days of the last months of spans, or of their quarters, in days since 1970.
pub(super) fn first_days(spans: &[Span]) -> Vec<i32> {
    use chrono::Datelike;
    let day = |span: &Span| match span {
        View::YearToDate(month) | View::Month(month) => month.first_day(),
        View::Quarter(quarter) => quarter.first_day(),
    };
    spans.iter().map(|span| day(span).num_days_from_ce() - EPOCH).collect()
}

/// Days, from the places of spans.
pub(super) fn days(spans: Vec<u32>, first_days: &[i32]) -> ArrayRef {
    let day = |span: u32| first_days.get(span as usize).copied().unwrap_or_default();
    Arc::new(Date32Array::from(spans.into_iter().map(day).collect::<Vec<i32>>()))
}

/// Counts of people.
pub(super) fn counts(column: Vec<i64>) -> ArrayRef {
    let nulls = nulls(&column, |figure| *figure != MISSING);
    Arc::new(Int64Array::new(column.into(), nulls))
}

/// Values and targets.
pub(super) fn numbers(column: Vec<f64>) -> ArrayRef {
    let nulls = nulls(&column, |number| !number.is_nan());
    Arc::new(Float64Array::new(column.into(), nulls))
}

/// The type of statuses.
pub(super) fn status_type() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8))
}

/// Statuses by their names: what the engine keeps is their place among them.
pub(super) fn statuses(column: Vec<i8>) -> Result<ArrayRef, ArrowError> {
    let nulls = nulls(&column, |term| *term != NO_TERM);
    let names: ArrayRef = Arc::new(StringArray::from_iter_values(Status::ALL.iter().map(|status| status.as_str())));
    Ok(Arc::new(DictionaryArray::<Int8Type>::try_new(Int8Array::new(column.into(), nulls), names)?))
}

/// Trends.
pub(super) fn trends(column: Vec<i8>) -> ArrayRef {
    let nulls = nulls(&column, |term| *term != NO_TERM);
    Arc::new(Int8Array::new(column.into(), nulls))
}

/// Whether what is due is reached.
pub(super) fn truths(column: &[i8]) -> ArrayRef {
    let truths = BooleanBuffer::new(bits(column, |term| *term == 1), 0, column.len());
    Arc::new(BooleanArray::new(truths, nulls(column, |term| *term != NO_TERM)))
}

/// Ranks and rows, of which one number says that there is none.
pub(super) fn places(column: Vec<u32>, nowhere: u32) -> ArrayRef {
    let nulls = nulls(&column, |place| *place != nowhere);
    Arc::new(UInt32Array::new(column.into(), nulls))
}

/// Which rows have something; `None` where all have.
fn nulls<T>(column: &[T], is_there: impl Fn(&T) -> bool) -> Option<NullBuffer> {
    let all = |rows: &[T]| rows.iter().fold(true, |all, row| all & is_there(row));
    if column.chunks(AT_ONCE).all(all) {
        return None;
    }
    Some(NullBuffer::new(BooleanBuffer::new(bits(column, is_there), 0, column.len())))
}

/// One bit a row.
fn bits<T>(column: &[T], is_set: impl Fn(&T) -> bool) -> Buffer {
    let word = |rows: &[T]| rows.iter().rev().fold(0_u64, |word, row| word << 1 | u64::from(is_set(row)));
    Buffer::from_vec(column.chunks(64).map(word).collect::<Vec<u64>>())
}
