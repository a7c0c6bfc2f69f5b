//! What holds of every sheet, and what cases cannot show.

use proptest::prelude::*;

use super::{Cell, Grid, TableRequest, read_table};
use crate::problem::{Param, Severity};

/// Cells that sheets have, and cells that nobody expects.
fn cell() -> impl Strategy<Value = Cell> {
    let words = proptest::sample::select(vec![
        "Desa",
        "No",
        "Puskesmas",
        "Bulan",
        "Tahun",
        "K1",
        "K4",
        "Sasaran",
        "Sasaran K1",
        "%",
        "L",
        "P",
        "L+P",
        "Jumlah",
        "TOTAL",
        "JANUARI 2025",
        "Feb",
        "TW III 2025",
        "1.234",
        "76,80",
        "-99",
        "*",
        "Jebak",
        "S",
        "K",
        "D",
        "N",
        "Cakupan",
    ]);
    prop_oneof![
        3 => words.prop_map(Cell::text),
        2 => Just(Cell::Empty),
        3 => (-100_i64..5_000).prop_map(Cell::Integer),
        1 => any::<f64>().prop_map(Cell::Number),
        1 => any::<i64>().prop_map(Cell::Integer),
        1 => any::<String>().prop_map(|text| Cell::text(&text)),
        1 => any::<bool>().prop_map(Cell::Boolean),
    ]
}

proptest! {
    #[test]
    fn any_grid_is_a_table_or_has_problems(rows in prop::collection::vec(prop::collection::vec(cell(), 0..8), 0..12)) {
        let mut request = TableRequest::new(Grid::new(rows).expect("it is small"));
        request.by_sex = true;
        let (table, problems) = request.run().into_parts();
        prop_assert_eq!(table.is_some(), !problems.has_errors());
        for figure in table.iter().flat_map(|table| table.figures.iter()) {
            // A figure of one cell is what stands there.
            for (count, column) in [(figure.numerator, figure.numerator_column), (figure.denominator, figure.denominator_column)] {
                let cell = column.map(|column| request.rows.cell(figure.row, column));
                prop_assert!(count.is_none() || cell.is_some());
            }
        }
    }

    #[test]
    fn any_grid_below_a_header_is_read(rows in prop::collection::vec(prop::collection::vec(cell(), 0..5), 0..12)) {
        let header = ["Desa", "Bulan", "K1", "Sasaran K1", "% K1"].map(Cell::text).to_vec();
        let rows = std::iter::once(header).chain(rows).collect();
        let (table, problems) = TableRequest::new(Grid::new(rows).expect("it is small")).run().into_parts();
        prop_assert_eq!(table.is_some(), !problems.has_errors());
    }

    #[test]
    fn any_text_is_a_request_or_has_problems(text in any::<String>()) {
        let outcome = read_table(&text);
        prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
    }
}

#[test]
fn nothing_of_a_person_is_told() {
    let text = r#"{"rows": [["Desa", "Nama Ibu", "Kode", "K1"], ["Jebak", "Siti Rahayu", "3302014107900001", "Budi 1"],
        ["Jebak", "Dewi Lestari", 3302014107900002, 2]]}"#;
    let outcome = read_table(text);
    assert_eq!(outcome.problems().len(), 2);
    for problem in outcome.problems() {
        let said = format!("{} {problem:?}", problem.message(crate::Lang::Id));
        for word in ["Siti", "Dewi", "3302014107", "Budi"] {
            assert!(!said.contains(word), "{said}");
        }
    }
}

#[test]
fn a_problem_at_a_cell_names_it_as_a_spreadsheet_does() {
    let outcome = read_table(r#"{"period": "2025-07", "rows": [[], ["Desa", "K1"], ["Jebak", "1.234"]]}"#);
    let problem = &outcome.problems().as_slice()[0];
    let cell = problem.params().find(|(name, _)| *name == "cell").map(|(_, value)| value.clone());
    assert_eq!(cell, Some(Param::Text("B3".to_owned())));
    assert_eq!((problem.path().to_string().as_str(), problem.severity()), ("/rows/2/1", Severity::Warning));
}

#[test]
fn lists_of_a_request_are_bounded() {
    let many = |count: usize| vec!["\"K1\""; count].join(",");
    for (request, path) in [
        (format!(r#"{{"rows": [], "missing": [{}]}}"#, many(101)), "/missing"),
        (format!(r#"{{"rows": [], "indicator": [{}]}}"#, many(201)), "/indicator"),
    ] {
        let outcome = read_table(&request);
        assert_eq!(outcome.problems().as_slice()[0].path().to_string(), path);
    }
}
