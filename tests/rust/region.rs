//! Region codes, lists and changes against the real lists in `tests/data`.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot read its data stops")]

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use lokmin_core::region::{Basis, CodeChanges, Level, RegionIndex, System, Unresolved, VillageKind, parse_region};
use lokmin_core::{ProblemCode, RegionCode, Year};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn regions_csv() -> String {
    read("wilayah/kemendagri_wilayah_2025.csv")
}

fn index() -> RegionIndex {
    RegionIndex::from_csv(&regions_csv()).into_result().expect("the real list has no problem")
}

/// The codes as the file writes them, found without the library: the first cell is never quoted.
fn written_codes(csv: &str) -> Vec<&str> {
    csv.lines().skip(1).filter_map(|line| line.split_once(',')).map(|(code, _)| code).collect()
}

#[test]
fn every_real_code_reads_and_prints_back() {
    let csv = regions_csv();
    let codes = written_codes(&csv);
    assert_eq!(codes.len(), 91_599);
    let mut levels: BTreeMap<Level, usize> = BTreeMap::new();
    let mut kinds: BTreeMap<VillageKind, usize> = BTreeMap::new();
    for text in codes {
        let code: RegionCode = text.parse().unwrap_or_else(|problem| panic!("{text}: {problem}"));
        assert_eq!(code.to_string(), text);
        let undotted = parse_region(&text.replace('.', ""), Some(System::Kemendagri));
        assert_eq!(undotted.into_result().as_ref(), Ok(&code));
        *levels.entry(code.level()).or_default() += 1;
        if let Some(kind) = code.village_kind() {
            *kinds.entry(kind).or_default() += 1;
        }
    }
    // Counted in the columns `tingkat` and `jenis` of the file.
    let expected =
        [(Level::Province, 38), (Level::District, 514), (Level::Subdistrict, 7_285), (Level::Village, 83_762)];
    assert_eq!(levels.into_iter().collect::<Vec<_>>(), expected);
    let expected = [(VillageKind::Kelurahan, 8_496), (VillageKind::Desa, 75_252), (VillageKind::DesaAdat, 14)];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn the_list_answers_for_every_region() {
    let index = index();
    assert_eq!(index.len(), 91_599);
    let children: usize = index.iter().map(|(code, _)| index.children(code).count()).sum();
    assert_eq!(children, 91_599 - 38, "every region but a province is the child of one");
    let named = |code: &str| index.name(code.parse().expect(code));
    assert_eq!(named("15.04.02"), Some("Muara Tembesi"));
    assert_eq!(named("31.72"), Some("Kota Administrasi Jakarta Utara"), "the file has a space after it");
    let villages = |code: &str| index.children(code.parse().expect(code)).count();
    assert_eq!([villages("15.04.02"), villages("14.04.15"), villages("33.02.01")], [14, 16, 10]);
}

#[test]
fn a_code_with_one_wrong_digit_is_found_out_unless_it_is_another_real_one() {
    let csv = regions_csv();
    let codes = written_codes(&csv);
    let real: HashSet<&str> = codes.iter().copied().collect();
    let index = index();
    let villages: Vec<&str> = codes.into_iter().filter(|code| code.len() == 13).step_by(40).collect();
    assert!(villages.len() >= 2_000);
    let (mut found_out, mut other) = (0_u32, 0_u32);
    for village in villages {
        for place in (0..13).filter(|place| ![2, 5, 8].contains(place)) {
            for digit in b'0'..=b'9' {
                let mut bytes = village.as_bytes().to_vec();
                if bytes[place] == digit {
                    continue;
                }
                bytes[place] = digit;
                let text = String::from_utf8(bytes).expect("ASCII");
                let passes = match text.parse::<RegionCode>() {
                    Err(_) => false,
                    Ok(code) => index.check(code).problems().is_empty(),
                };
                assert_eq!(passes, real.contains(text.as_str()), "{text}");
                if passes { other += 1 } else { found_out += 1 }
            }
        }
    }
    assert_eq!(found_out + other, 2_095 * 90);
    assert!(found_out > other, "{found_out} found out, {other} are other real codes");
}

#[test]
fn sixteen_pairs_of_names_are_equal_inside_one_subdistrict() {
    let index = index();
    let mut names: BTreeMap<(RegionCode, String), Vec<RegionCode>> = BTreeMap::new();
    for (code, name) in index.iter().filter(|(code, _)| code.level() == Level::Village) {
        let subdistrict = code.parent().expect("a village has a subdistrict");
        names.entry((subdistrict, name.to_lowercase())).or_default().push(code);
    }
    let mut pairs = 0;
    let mut told_apart = 0;
    for ((subdistrict, name), codes) in &names {
        let outcome = index.find(name, Some(*subdistrict), Some(Level::Village));
        if let [code] = codes.as_slice() {
            assert_eq!(outcome.value(), Some(code), "{subdistrict} {name}");
            continue;
        }
        assert_eq!(codes.len(), 2);
        pairs += 1;
        let problem = &outcome.problems().as_slice()[0];
        assert_eq!(problem.code(), ProblemCode::RegionNameAmbiguous);
        let message = problem.message(lokmin_core::Lang::En);
        assert!(codes.iter().all(|code| message.contains(&code.to_string())), "{message}");
        // A kelurahan and a desa of one name are told apart by the word before it.
        if let Ok(code) = index.find(&format!("Desa {name}"), Some(*subdistrict), None).into_result() {
            assert_eq!(code.village_kind(), Some(VillageKind::Desa));
            told_apart += 1;
        }
    }
    // Counted by hand from the file: all but Tounelet Satu and Kogekotu are a kelurahan and a desa.
    assert_eq!((pairs, told_apart), (16, 14));
}

#[test]
fn puskesmas_with_old_district_codes_are_reported_and_none_is_dropped() {
    let index = index();
    let csv = read("puskesmas/puskesmas_komdat_2022.csv");
    let (mut read, mut old, mut districts) = (0, 0, BTreeSet::new());
    for line in csv.lines().skip(1) {
        let (code, _) = line.split_once(',').expect("three columns");
        let district = parse_region(code, Some(System::Kemendagri)).into_result().expect(code);
        let outcome = index.check(district);
        assert_eq!(outcome.value(), Some(&district), "it is kept");
        read += 1;
        if !outcome.problems().is_empty() {
            assert_eq!(outcome.problems().as_slice()[0].code(), ProblemCode::RegionUnknownCode);
            old += 1;
            districts.insert(district);
        }
    }
    assert_eq!((read, old, districts.len()), (10_292, 406, 26));
    let provinces: BTreeSet<_> = districts.iter().filter_map(|code| code.ancestor(Level::Province)).collect();
    assert_eq!(provinces.iter().map(ToString::to_string).collect::<Vec<_>>(), ["91", "92"]);
}

fn changes() -> CodeChanges {
    let csv = read("wilayah/perubahan_kode_desa_2018_2025.csv");
    CodeChanges::from_csv(&csv).into_result().expect("the real table has no problem")
}

fn year(year: i32) -> Year {
    Year::new(year).expect("in range")
}

/// What every row of the table means for its own step, in numbers counted from the file by another program.
#[test]
fn every_change_is_answered_as_the_table_says() {
    let changes = changes();
    assert_eq!(changes.editions(), [2018, 2022, 2023, 2025].map(year));
    let csv = read("wilayah/perubahan_kode_desa_2018_2025.csv");
    let mut totals: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    let mut candidates: BTreeMap<(&str, usize), u32> = BTreeMap::new();
    for line in csv.lines().skip(1) {
        let cells: Vec<&str> = line.splitn(5, ',').collect();
        let [from, to, word, code, _] = cells[..] else { panic!("{line}") };
        let edition = |text: &str| year(text.parse().expect("a year"));
        let answer = changes.map(code.parse().expect(code), edition(from), edition(to)).into_result().expect(code);
        let what = match (word, answer.basis, answer.reason) {
            ("hilang", Basis::Unresolved, Some(Unresolved::Vanished)) => {
                *candidates.entry((from, answer.candidates.len().min(2))).or_default() += 1;
                "vanished"
            }
            ("baru", Basis::Unresolved, Some(Unresolved::NotInEdition)) => "new",
            ("ganti_nama", Basis::Unresolved, Some(Unresolved::NameMoved)) => "name moved",
            ("ganti_nama", Basis::Renamed, None) => "renamed",
            ("ganti_nama", Basis::Unchanged, None) => "respelt",
            _ => panic!("{line}: {answer:?}"),
        };
        assert_eq!(answer.code.is_some(), answer.basis != Basis::Unresolved);
        *totals.entry((from, what)).or_default() += 1;
    }
    let expected = [
        (("2018", "new"), 646),
        (("2018", "renamed"), 548),
        (("2018", "respelt"), 255),
        (("2018", "vanished"), 615),
        (("2022", "name moved"), 3),
        (("2022", "new"), 4_957),
        (("2022", "renamed"), 899),
        (("2022", "respelt"), 242),
        (("2022", "vanished"), 4_661),
        (("2023", "name moved"), 1),
        (("2023", "new"), 1_111),
        (("2023", "renamed"), 1_224),
        (("2023", "respelt"), 360),
        (("2023", "vanished"), 1_112),
    ];
    assert_eq!(totals.into_iter().collect::<Vec<_>>(), expected);
    let expected = [
        (("2018", 0), 45),
        (("2018", 1), 559),
        (("2018", 2), 11),
        (("2022", 0), 163),
        (("2022", 1), 4_216),
        (("2022", 2), 282),
        (("2023", 0), 41),
        (("2023", 1), 1_051),
        (("2023", 2), 20),
    ];
    assert_eq!(candidates.into_iter().collect::<Vec<_>>(), expected);
}

/// All codes of the edition 2025, asked for as codes of 2018: the figures are counted from the two files.
#[test]
fn the_chain_from_2018_to_2025() {
    let villages: Vec<RegionCode> =
        index().iter().map(|(code, _)| code).filter(|code| code.level() == Level::Village).collect();
    let answers = changes().map_series(&villages, year(2018), year(2025)).into_result().expect("all are villages");
    let mut totals: BTreeMap<(Basis, Option<Unresolved>), u32> = BTreeMap::new();
    for (code, answer) in villages.iter().zip(&answers) {
        assert_eq!(answer.asked, *code);
        assert!(answer.code.is_none_or(|mapped| mapped == *code), "without a mapping no code becomes another");
        *totals.entry((answer.basis, answer.reason)).or_default() += 1;
    }
    let expected = [
        ((Basis::Unchanged, None), 74_673),
        ((Basis::Renamed, None), 2_444),
        ((Basis::Unresolved, Some(Unresolved::NameMoved)), 4),
        ((Basis::Unresolved, Some(Unresolved::NotInEdition)), 6_641),
    ];
    assert_eq!(totals.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn a_code_that_came_and_went_stops_where_it_went() {
    let changes = changes();
    let code: RegionCode = "91.01.21.2001".parse().expect("a code");
    let map = |from, to| changes.map(code, year(from), year(to)).into_result().expect("known editions");
    // Sabudom has the code in the edition of 2022 only.
    assert_eq!(map(2018, 2025).reason, Some(Unresolved::NotInEdition));
    let answer = map(2022, 2025);
    assert_eq!((answer.reason, answer.stopped_at), (Some(Unresolved::Vanished), Some(year(2023))));
    assert_eq!(answer.candidates.iter().filter(|candidate| candidate.name.as_deref() == Some("Sabudom")).count(), 1);
    assert_eq!(map(2023, 2025).reason, Some(Unresolved::NotInEdition));
}
