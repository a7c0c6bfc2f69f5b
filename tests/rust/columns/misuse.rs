//! Columns that do not fit together, and tables of nothing.

use lokmin_core::Month;
use lokmin_core::assess::columns::{ColumnsError, Engine, FigureColumns, Keys, MISSING, Periods, SpanKind};
use lokmin_core::indicator::Catalogue;

const KEYS: Keys<'static> = Keys::Texts(&[Some("15.04.02.2003")]);
const K6: Keys<'static> = Keys::Texts(&[Some("K6")]);

/// One row of a day in 2025.
fn row<'a>(periods: Periods<'a>, numerators: &'a [i64]) -> FigureColumns<'a> {
    FigureColumns { areas: KEYS, indicators: K6, periods, numerators, denominators: &[57] }
}

fn engine() -> Engine<'static> {
    Engine::new(Catalogue::built_in()).with_quality(true)
}

#[test]
fn a_column_of_another_length_is_misuse() {
    let error = engine().assess(&[row(Periods::Days(&[20_200]), &[1, 2])]).unwrap_err();
    let expected = ColumnsError::Length { batch: 0, column: "numerator", found: 2, expected: 1 };
    assert_eq!((error.code(), error), ("columns.length", expected));
}

#[test]
fn a_key_outside_its_dictionary_is_misuse() {
    let areas = Keys::Dictionary { names: &["15.04.02.2003"], keys: &[1] };
    let columns = FigureColumns { areas, ..row(Periods::Days(&[20_200]), &[1]) };
    let error = engine().assess(&[columns]).unwrap_err();
    assert_eq!(error, ColumnsError::Key { batch: 0, column: "area", key: 1, size: 1 });
    assert_eq!(engine().roll_up(&[columns]).unwrap_err(), error);
}

#[test]
fn months_beside_quarters_are_misuse() {
    let batches = [row(Periods::Days(&[20_200]), &[1]), row(Periods::QuarterDays(&[20_200]), &[1])];
    assert_eq!(engine().assess(&batches).unwrap_err(), ColumnsError::MixedPeriods);
    let by_month = engine().with_spans(SpanKind::Month);
    assert_eq!(by_month.assess(&batches[1..]).unwrap_err(), ColumnsError::QuartersByMonth);
}

#[test]
fn nothing_comes_of_nothing() {
    let none: [Option<Month>; 0] = [];
    let empty = FigureColumns {
        areas: Keys::Texts(&[]),
        indicators: Keys::Dictionary { names: &[], keys: &[] },
        periods: Periods::Months(&none),
        numerators: &[],
        denominators: &[],
    };
    for batches in [&[][..], &[empty], &[empty, empty]] {
        let answer = engine().assess(batches).unwrap();
        assert!(answer.is_empty() && answer.spans.is_empty() && answer.completeness.is_empty());
        assert!(engine().roll_up(batches).unwrap().columns.is_empty());
    }
}

/// Every row lacks something, so there are neither pairs nor, without a period, spans.
#[test]
fn rows_that_lack_a_key_are_told_and_make_no_row() {
    let lacking = [
        FigureColumns { areas: Keys::Texts(&[None]), ..row(Periods::Days(&[20_200]), &[1]) },
        FigureColumns { indicators: Keys::Texts(&[Some("IBL")]), ..row(Periods::Days(&[20_200]), &[MISSING]) },
        row(Periods::Days(&[i32::MIN]), &[1]),
    ];
    for columns in lacking {
        let answer = engine().assess(&[columns]).unwrap();
        assert!(answer.is_empty());
        assert_eq!((answer.findings.unplaced, answer.findings.problems.len()), (vec![0], 1));
        let rolled_up = engine().roll_up(&[columns]).unwrap();
        assert_eq!((rolled_up.columns.len(), rolled_up.findings.unplaced), (0, vec![0]));
    }
    let paths: Vec<String> = lacking
        .iter()
        .map(|columns| engine().assess(&[*columns]).unwrap().findings.problems[0].path().to_string())
        .collect();
    assert_eq!(paths, ["/rows/0/area", "/rows/0/indicator", "/rows/0/period"]);
}
