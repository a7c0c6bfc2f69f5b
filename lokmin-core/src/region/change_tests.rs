//! Properties of code changes that cases cannot show.

use proptest::prelude::*;

use super::*;
use crate::region::{Basis, Unresolved};

const HEADER: &str = "dari,ke,perubahan,kode,nama_lama,nama_baru\n";

fn year(year: i32) -> Year {
    Year::new(year).expect("in range")
}

fn code(text: &str) -> RegionCode {
    text.parse().expect("a code")
}

#[test]
fn a_series_has_one_answer_a_code_in_its_order() {
    let csv = format!("{HEADER}2018,2022,hilang,11.72.01.2001,Iboih,\n");
    let changes = CodeChanges::from_csv(&csv).into_result().expect("sound");
    let codes = [code("33.02.01.2007"), code("11.72.01.2001"), code("33.02.01.2007")];
    let answers = changes.map_series(&codes, year(2018), year(2022)).into_result().expect("villages");
    assert_eq!(answers.iter().map(|answer| answer.asked).collect::<Vec<_>>(), codes);
    for (code, answer) in codes.iter().zip(&answers) {
        assert_eq!(changes.map(*code, year(2018), year(2022)).value(), Some(answer));
    }

    let outcome = changes.map_series(&[codes[0], code("33.02")], year(2018), year(2022));
    let paths: Vec<String> = outcome.problems().iter().map(|problem| problem.path().to_string()).collect();
    assert_eq!(paths, ["/1"]);
    let outcome = changes.map_series(&codes, year(2018), year(2025));
    assert_eq!(outcome.problems().as_slice()[0].code(), ProblemCode::RegionEditionUnknown);
    assert_eq!(outcome.problems().len(), 1, "told once, not once a code");
}

#[test]
fn an_empty_table_knows_no_edition() {
    let changes = CodeChanges::from_csv(HEADER).into_result().expect("a header is enough");
    assert_eq!(changes.editions(), []);
    assert!(!changes.map(code("33.02.01.2007"), year(2018), year(2018)).is_ok());
}

#[test]
fn at_most_twenty_candidates_are_listed() {
    let rows: Vec<String> =
        (1..=60).map(|number| format!("2018,2022,baru,33.02.{number:02}.2001,,Sukamaju\n")).collect();
    let csv = format!("{HEADER}2018,2022,hilang,33.02.07.2009,SUKAMAJU,\n{}", rows.concat());
    let changes = CodeChanges::from_csv(&csv).into_result().expect("sound");
    let answer = changes.map(code("33.02.07.2009"), year(2018), year(2022)).into_result().expect("known");
    assert_eq!(answer.candidates.len(), 20);
    assert_eq!(answer.candidates[0].code, code("33.02.07.2001"), "the one of its own subdistrict comes first");
}

proptest! {
    #[test]
    fn an_answer_has_a_code_or_a_reason(
        rows in proptest::collection::vec((0..2_usize, 0..3_usize, 1..=6_u8, 0..3_usize, 0..3_usize), 0..12),
        mapping in proptest::collection::vec((0..2_usize, 1..=6_u8, 1..=6_u8), 0..6),
        asked in 1..=6_u8,
    ) {
        let steps = ["2018,2022", "2022,2025"];
        let village = |number: u8| format!("33.02.01.200{number}");
        let names = ["Aa", "Bb", "Cc"];
        let mut seen = std::collections::BTreeSet::new();
        let mut csv = HEADER.to_owned() + "2018,2022,hilang,11.72.01.2001,Iboih,\n2022,2025,hilang,11.72.01.2002,Batee,\n";
        for (step, word, number, old, new) in rows {
            if seen.insert((step, number)) {
                let word = ["hilang", "baru", "ganti_nama"][word];
                let (step, code, old, new) = (steps[step], village(number), names[old], names[new]);
                csv.extend([step, ",", word, ",", &code, ",", old, ",", new, "\n"]);
            }
        }
        let mut map = "edisi,lama,baru\n".to_owned();
        for (step, old, new) in mapping {
            map.extend([["2022", "2025"][step], ",", &village(old), ",", &village(new), "\n"]);
        }
        let changes = CodeChanges::from_csv(&csv).into_result().expect("sound");
        let changes = changes.with_mapping(&map).into_result().expect("sound");
        let answer = changes.map(code(&village(asked)), year(2018), year(2025)).into_result().expect("known");
        prop_assert_eq!(answer.code.is_some(), answer.reason.is_none());
        prop_assert_eq!(answer.code.is_some(), answer.stopped_at.is_none());
        prop_assert_eq!(answer.code.is_none(), answer.basis == Basis::Unresolved);
        prop_assert!(answer.reason != Some(Unresolved::Split) || answer.candidates.len() > 1);
        prop_assert!(answer.basis == Basis::Mapped || answer.code.is_none_or(|code| code == answer.asked));
    }

    #[test]
    fn any_text_is_a_table_or_has_problems(text in any::<String>(), rows in "([0-9,.a-z_\"\n]{0,60}\n){0,4}") {
        for text in [text, format!("{HEADER}{rows}")] {
            let outcome = CodeChanges::from_csv(&text);
            prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
        }
        let outcome = CodeChanges::default().with_mapping(&format!("edisi,lama,baru\n{rows}"));
        prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
    }
}
