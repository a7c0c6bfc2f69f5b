//! An answer with fewer columns beside the whole one.

use arrow_array::RecordBatch;
use lokmin_core::assess::columns::{AssessedColumns, AssessedRow, Column};

use super::batches::with_engine;
use super::case::Case;

/// Compares an answer of some columns, taken from the bits of a number, with the whole one.
pub(crate) fn compare_fewer(case: &Case, seed: u64, has_quality: bool) {
    let asked: Vec<Column> =
        (0..).zip(Column::ALL).filter(|(bit, _)| seed & (1 << bit) != 0).map(|(_, own)| *own).collect();
    let ask = |columns: &[Column]| {
        let answer = with_engine(case, seed, |engine, figures| {
            engine.with_quality(has_quality).with_columns(columns).assess(figures)
        });
        answer.expect("fitting columns")
    };
    let (whole, few) = (ask(Column::ALL), ask(&asked));
    assert_eq!(whole.len(), few.len(), "table {seed}");
    for (row, own) in whole.rows().zip(few.rows()) {
        // Doubles are compared as they print: a row has no value that is not a number.
        assert_eq!(format!("{:?}", masked(row, &asked)), format!("{own:?}"), "table {seed}, {asked:?}");
    }
    assert_eq!(whole.findings, few.findings, "table {seed}");
    let batches = few.into_batches().expect("columns of one length");
    let rows: usize = batches.iter().map(RecordBatch::num_rows).sum();
    assert_eq!(rows, whole.len(), "table {seed}");
    compare_batches(whole, &batches, &asked);
}

/// The record batches have the columns of the whole answer that were asked for, with the same rows.
fn compare_batches(whole: AssessedColumns, few: &[RecordBatch], asked: &[Column]) {
    for (whole, few) in whole.into_batches().expect("columns of one length").iter().zip(few) {
        assert_eq!(few.num_columns(), 5 + asked.len());
        for field in few.schema().fields() {
            assert_eq!(few.column_by_name(field.name()), whole.column_by_name(field.name()), "{}", field.name());
        }
    }
}

fn masked<'a>(row: AssessedRow<'a>, asked: &[Column]) -> AssessedRow<'a> {
    let mut row = row;
    for column in Column::ALL.iter().filter(|column| !asked.contains(column)) {
        match column {
            Column::InputRow => row.input_row = None,
            Column::Numerator => row.numerator = None,
            Column::Denominator => row.denominator = None,
            Column::Value => row.value = None,
            Column::Target => row.target_to_date = None,
            Column::Met => row.met = None,
            Column::Shortfall => row.shortfall = None,
            Column::Trend => row.trend = None,
            Column::Status => row.status = None,
            Column::Rank => row.rank = None,
            other => panic!("{other:?} is not compared"),
        }
    }
    row
}
