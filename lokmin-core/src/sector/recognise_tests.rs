//! What the cases cannot show: properties of every alias and of every text.

use proptest::prelude::*;

use crate::language::Lang;
use crate::sector::alias::{AliasKind, Flags, SectorAliases};
use crate::sector::{Capacity, MatchKind, Sector, recognise_sector};

/// The sectors of a text, present or represented.
fn sectors(text: &str) -> Vec<Sector> {
    let recognition = recognise_sector(text).into_result().expect(text);
    recognition.sectors.iter().map(|found| found.sector).collect()
}

#[test]
fn the_table_has_no_contradictions_and_no_idle_rows() {
    let table = include_str!("../../data/sector_aliases.csv");
    let rows = table.lines().filter(|line| !line.is_empty()).count() - 1;
    let aliases = SectorAliases::built_in();
    assert_eq!(aliases.entries().len(), rows, "two rows have the same letters");
    // A table that is added to itself changes nothing and contradicts nothing.
    assert!(aliases.with_csv(table).problems().is_empty());
    for line in table.lines().skip(1) {
        let source = line.rsplit(',').next().unwrap();
        assert!(["kmk", "forum", "surat", "usage"].contains(&source), "{line}");
    }
}

#[test]
fn every_alias_is_its_own_sector_alone_and_in_a_line() {
    for entry in SectorAliases::built_in().entries().iter().filter(|entry| entry.names_a_sector()) {
        let alias = &entry.alias;
        assert_eq!(sectors(alias), entry.sectors, "{alias}");
        // An office whose sector follows the area is of the Kecamatan here.
        let in_line = if entry.flags.has(Flags::AREA_FAR) { vec![Sector::Kec] } else { entry.sectors.clone() };
        assert_eq!(sectors(&format!("Bapak X, {alias} Kecamatan Lumbir")), in_line, "{alias}");
        assert_eq!(sectors(&alias.to_uppercase()), entry.sectors, "{alias}");
        assert_eq!(sectors(&alias.replace(' ', "-")), entry.sectors, "{alias}");
    }
}

#[test]
fn every_sector_has_an_alias() {
    let aliases = SectorAliases::built_in();
    for sector in Sector::ALL {
        assert!(aliases.entries().iter().any(|entry| entry.sectors.contains(sector)), "{sector}");
    }
}

#[test]
fn every_capacity_of_the_table_is_a_capacity() {
    for entry in SectorAliases::built_in().entries().iter().filter(|entry| entry.kind == AliasKind::Capacity) {
        assert!(entry.name.parse::<Capacity>().is_ok_and(Capacity::is_acting), "{}", entry.alias);
    }
}

#[test]
fn a_near_word_is_suggested_and_not_taken() {
    let suggestion = |text: &str| {
        let outcome = recognise_sector(text);
        assert_eq!(outcome.value().expect(text).code, None, "{text}");
        outcome.problems().as_slice()[0].suggestion().map(str::to_owned)
    };
    assert_eq!(suggestion("Kapolsekk Lumbir").as_deref(), Some("Kapolsek"));
    assert_eq!(suggestion("Kepla Desa Besuki").as_deref(), Some("Kepala Desa"));
    assert_eq!(suggestion("Babinkamtibmaz").as_deref(), Some("Babinkamtibmas"));
    assert_eq!(suggestion("Desa Cidora").as_deref(), Some("Pemerintah Desa"));
    assert_eq!(suggestion("Budi Santoso"), None);
    for text in ["Lintas sektor", "Ketua DPC PKB", "Polisi Kehutanan"] {
        assert_eq!(suggestion(text), None, "{text}");
    }
}

#[test]
fn messages_name_the_words() {
    let outcome = recognise_sector("Ibu Camat Lumbir");
    let problem = &outcome.problems().as_slice()[0];
    assert_eq!(problem.message(Lang::En), "`Ibu Camat` is read as Camat, but can also mean the wife of the Camat");
}

#[test]
fn a_long_text_is_read_in_order() {
    for piece in
        ["Camat, ", "Kepala Desa Desa ", "mewakili ", "a.n. pak ", "(", "Ka ", "Ibu ", "x", "ab1", "Ketua Kasi "]
    {
        let text = piece.repeat(100_000 / piece.len());
        assert!(recognise_sector(&text).is_ok(), "{piece}");
    }
    let text = "Danramil, Kapolsek; ".repeat(1000);
    let recognition = recognise_sector(&text).into_result().expect("sectors");
    assert_eq!(recognition.sectors.len(), 2000);
    assert!(recognition.sectors.chunks(2).all(|pair| pair[0].sector == Sector::Tni && pair[1].sector == Sector::Polri));
}

proptest! {
    #[test]
    fn any_text_gives_a_value_or_an_error(text in any::<String>()) {
        let outcome = recognise_sector(&text);
        prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
    }

    #[test]
    fn any_words_of_the_table_are_read(picks in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..8), 0..12)) {
        let aliases = SectorAliases::built_in();
        let signs = [" ", ", ", " (", ") ", " - ", "/", ". ", "\n"];
        let mut text = String::from("X");
        for (index, sign) in picks {
            text.push_str(signs[sign]);
            text.push_str(&index.get(aliases.entries()).alias);
        }
        let recognition = recognise_sector(&text).into_result().expect("warnings only");
        for found in recognition.sectors.iter().chain(recognition.principal.iter().flat_map(|principal| &principal.sectors)) {
            prop_assert!(text.contains(&found.written));
            prop_assert_eq!(found.kind == MatchKind::Institution, found.office.is_none() && found.institution.is_some());
        }
        prop_assert!(recognition.name.is_none_or(|name| text.contains(&name)));
    }

    #[test]
    fn any_place_is_written_out_once(text in any::<String>()) {
        let once = crate::sector::expand_place(&text);
        prop_assert_eq!(once.trim(), &once);
    }

    #[test]
    fn any_table_is_read_or_refused(text in any::<String>()) {
        let outcome = SectorAliases::built_in().with_csv(&text);
        prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
    }
}
