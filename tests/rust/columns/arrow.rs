//! Record batches of every type that the engine reads, and those that it writes, beside its own columns.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int8Type, Int32Type, Int64Type, UInt8Type, UInt32Type};
use arrow_array::{Array, ArrayRef, Date32Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, TimeUnit};
use chrono::{Datelike, NaiveDate};
use lokmin_core::assess::columns::{AssessedColumns, AssessedRow, ColumnNames, MISSING};
use lokmin_core::assess::{Status, Trend, View};

use super::batches::{pieces, with_engine};
use super::case::{Case, Row, day_in};
use super::random::Random;

/// Compares a case as record batches with the same case as columns; returns how many rows came out.
pub(crate) fn compare_arrow(case: &Case, seed: u64) -> usize {
    let random = &mut Random::new(seed ^ 0xA220);
    let names = ColumnNames {
        area: "desa".to_owned(),
        period: "bulan".to_owned(),
        are_quarters: case.are_quarters,
        ..ColumnNames::default()
    };
    let batches: Vec<RecordBatch> =
        pieces(&case.rows, random).into_iter().map(|rows| batch(case, rows, random)).collect();
    let (expected, found) = with_engine(case, seed, |engine, columns| {
        let reader = batches.iter().cloned().map(Ok);
        (
            engine.assess(columns).expect("fitting columns"),
            engine.assess_reader(reader, &names).expect("fitting batches"),
        )
    });
    assert_eq!(expected.findings, found.findings, "table {seed}");
    assert_eq!(expected.len(), found.len(), "table {seed}");
    for (expected, found) in expected.rows().zip(found.rows()) {
        assert_eq!(format!("{expected:?}"), format!("{found:?}"), "table {seed}");
    }
    let rows = found.len();
    compare_written(found, seed);
    rows
}

/// The rows of a case as a batch, each column in a type of its own.
fn batch(case: &Case, rows: &[Row], random: &mut Random) -> RecordBatch {
    let texts = |of: &dyn Fn(&Row) -> Option<usize>, words: &[String]| -> ArrayRef {
        Arc::new(rows.iter().map(|row| of(row).map(|word| words[word].as_str())).collect::<StringArray>())
    };
    let columns = [
        ("numerator", figures(rows, |row| row.numerator, random)),
        ("bulan", periods(rows, case.are_quarters, random)),
        ("indicator", recast(&texts(&|row| row.word, &case.words), random)),
        ("not asked for", Arc::new(StringArray::from_iter_values(rows.iter().map(|_| "x"))) as ArrayRef),
        ("denominator", figures(rows, |row| row.denominator, random)),
        ("desa", recast(&texts(&|row| row.area, &case.areas), random)),
    ];
    RecordBatch::try_from_iter_with_nullable(columns.map(|(name, array)| (name, array, true)))
        .expect("columns of one length")
}

fn cast(array: &ArrayRef, types: &[DataType], random: &mut Random) -> ArrayRef {
    arrow_cast::cast(array, &types[random.below(types.len())]).expect("a type that holds the same")
}

/// Texts in any of the types that hold texts.
fn recast(texts: &ArrayRef, random: &mut Random) -> ArrayRef {
    let dictionary = |key, value| DataType::Dictionary(Box::new(key), Box::new(value));
    let types = [
        DataType::Utf8,
        DataType::LargeUtf8,
        DataType::Utf8View,
        dictionary(DataType::Int32, DataType::Utf8),
        dictionary(DataType::UInt16, DataType::LargeUtf8),
        dictionary(DataType::Int64, DataType::Utf8),
    ];
    cast(texts, &types, random)
}

/// Days, texts or numbers; what is no period is null.
fn periods(rows: &[Row], are_quarters: bool, random: &mut Random) -> ArrayRef {
    let day = |row: &Row, random: &mut Random| row.month.map(|month| day_in(month, are_quarters, random));
    let days: Vec<Option<i32>> = rows.iter().map(|row| day(row, random)).collect();
    let written = |write: &dyn Fn(NaiveDate) -> String| -> ArrayRef {
        let date = |day: Option<i32>| NaiveDate::from_num_days_from_ce_opt(day? + 719_163).map(write);
        Arc::new(days.iter().map(|day| date(*day)).collect::<StringArray>())
    };
    match random.below(5) {
        0 if are_quarters => recast(&written(&|day| format!("{:04}Q{}", day.year(), day.month0() / 3 + 1)), random),
        0 => recast(&written(&|day| day.format("%Y-%m").to_string()), random),
        1 => recast(&written(&|day| day.format("%Y%m").to_string()), random),
        2 => recast(&written(&|day| day.format("%Y-%m-%d").to_string()), random),
        // A number below 10001 could be a year.
        3 if rows.iter().all(|row| row.month.is_none_or(|month| month.year() >= 100)) => {
            let number = |row: &Row| row.month.map(|month| i64::from(month.year()) * 100 + i64::from(month.number()));
            let numbers: ArrayRef = Arc::new(rows.iter().map(number).collect::<Int64Array>());
            cast(&numbers, &[DataType::Int32, DataType::Int64, DataType::UInt64], random)
        }
        _ => {
            let days: ArrayRef = Arc::new(days.into_iter().collect::<Date32Array>());
            let moment = DataType::Timestamp(TimeUnit::Second, None);
            cast(&days, &[DataType::Date32, DataType::Date64, moment], random)
        }
    }
}

/// Figures as whole numbers, and where they are small enough as others too.
fn figures(rows: &[Row], of: impl Fn(&Row) -> i64, random: &mut Random) -> ArrayRef {
    let figure = |row: &Row| Some(of(row)).filter(|figure| *figure != MISSING);
    let array: ArrayRef = Arc::new(rows.iter().map(figure).collect::<Int64Array>());
    let most = rows.iter().filter_map(figure).map(i64::unsigned_abs).max().unwrap_or(0);
    let is_negative = rows.iter().filter_map(figure).any(i64::is_negative);
    match most {
        0..0x80_0000 => cast(&array, &[DataType::Int64, DataType::Int32, DataType::Float32], random),
        0..0x20_0000_0000_0000 if !is_negative => cast(&array, &[DataType::UInt64, DataType::Float64], random),
        _ => array,
    }
}

/// The record batches that are written say what the rows say.
fn compare_written(answer: AssessedColumns, seed: u64) {
    let rows: Vec<String> = answer.rows().map(|row| format!("{row:?}")).collect();
    let whole = answer.clone();
    let mut read = whole.rows();
    let mut count = 0;
    for batch in answer.into_batches().expect("columns of one length") {
        for place in 0..batch.num_rows() {
            let row = read.next().expect("no more rows than there are");
            assert_eq!(written(&batch, place), as_written(&row), "table {seed}: {}", rows[count]);
            count += 1;
        }
    }
    assert_eq!(count, rows.len(), "table {seed}");
}

/// Keys, figures, numbers, terms and places of a row.
type Written = (
    String,
    String,
    i32,
    [Option<i64>; 3],
    [Option<f64>; 2],
    Option<bool>,
    Option<i8>,
    Option<String>,
    [Option<u32>; 3],
    u8,
);

fn written(batch: &RecordBatch, row: usize) -> Written {
    let column = |name: &str| batch.column_by_name(name).unwrap_or_else(|| panic!("no column {name}"));
    let there = |name: &str| Some(column(name)).filter(|array| array.is_valid(row));
    let text = |name: &str| {
        let keys = column(name).as_dictionary::<Int32Type>();
        keys.values().as_string::<i32>().value(keys.key(row).expect("keys are never null")).to_owned()
    };
    let count = |name: &str| there(name).map(|array| array.as_primitive::<Int64Type>().value(row));
    let number = |name: &str| there(name).map(|array| array.as_primitive::<Float64Type>().value(row));
    let term = |name: &str| there(name).map(|array| array.as_primitive::<Int8Type>().value(row));
    let place = |name: &str| there(name).map(|array| array.as_primitive::<UInt32Type>().value(row));
    let period = if batch.column_by_name("quarter").is_some() { "quarter" } else { "month" };
    (
        text("area"),
        text("indicator"),
        column(period).as_primitive::<Date32Type>().value(row),
        ["numerator_to_date", "denominator_to_date", "shortfall"].map(count),
        ["value", "target_to_date"].map(number),
        there("met").map(|array| array.as_boolean().value(row)),
        term("trend"),
        there("status").map(|array| {
            let keys = array.as_dictionary::<Int8Type>();
            keys.values().as_string::<i32>().value(keys.key(row).expect("a key")).to_owned()
        }),
        ["input_row", "rank", "flags"].map(place),
        column("months_reported").as_primitive::<UInt8Type>().value(row),
    )
}

fn as_written(row: &AssessedRow<'_>) -> Written {
    let first = match row.span {
        View::YearToDate(month) | View::Month(month) => month.first_day(),
        View::Quarter(quarter) => quarter.first_day(),
    };
    let trend = |trend| match trend {
        Trend::Better => 1,
        Trend::Steady => 0,
        Trend::Worse => -1,
        other => panic!("no number of {other:?}"),
    };
    let status = |status| match status {
        Status::Baik => "baik",
        Status::Cukup => "cukup",
        Status::Kurang => "kurang",
        Status::Jelek => "jelek",
        other => panic!("no name of {other:?}"),
    };
    (
        row.area.to_owned(),
        row.indicator.to_owned(),
        first.num_days_from_ce() - 719_163,
        [row.numerator, row.denominator, row.shortfall],
        [row.value, row.target_to_date],
        row.met,
        row.trend.map(trend),
        row.status.map(status).map(str::to_owned),
        [row.input_row, row.rank, Some(row.flags.bits())],
        row.months_reported,
    )
}
