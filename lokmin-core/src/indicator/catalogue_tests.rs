use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::indicator::{DenominatorKind, NumeratorKind, TargetProfile};

/// The codes of the field's list, in its order; written by hand, not taken from the data file.
const MOTHER: &str = "K1 K1M K4 K6 K8 PF PN KF1 KFL TTD90 KEK KEKPMT ANEM PKMAT HIVBUM HBSBUM KBPP CATIN AKI";
const CHILD: &str = "KN1 KNL BBLR SHK IMD AKN AKB HB0 IDL IBYL IBDL UCI DO HPV5 SKDN-DS SKDN-KS SKDN-ND SKDN-BGM \
                     SKDN-2T UKUR STUNT WAST UNDW GIBUR ASIEKS VITA TUMBANG TTDR";
const COMMUNICABLE: &str = "TBSUS TBTC TBSR TPT TBIK TBHIV TBINC HIVR HIV95 DBDIR ABJ SBS STBM JAMBAN SAM TFU TPP";
const ADULT: &str = "IVA HPVDNA SADANIS HT DM ODGJ PROD LANS SEKOL BALSPM BBLSPM BUMSPM BERSPM PKG IKS";
const IKS: &str = "IKS-01 IKS-02 IKS-03 IKS-04 IKS-05 IKS-06 IKS-07 IKS-08 IKS-09 IKS-10 IKS-11 IKS-12";
const SPM: &str = "BUMSPM BERSPM BBLSPM BALSPM SEKOL PROD LANS HT DM ODGJ TBSUS HIVR";
const INM: &str = "INM-TANGAN INM-APD INM-ID INM-TB INM-ANC INM-PUAS";

fn get(code: &str) -> &'static Definition {
    Catalogue::built_in().get(code.parse().expect(code)).unwrap_or_else(|| panic!("{code} is not in the catalogue"))
}

#[test]
fn the_data_file_reads_without_a_problem() {
    let outcome = Catalogue::from_json(include_str!("../../data/indicators.json"));
    assert!(outcome.problems().is_empty(), "{}", outcome.problems());
    assert_eq!(outcome.value(), Some(Catalogue::built_in()));
}

#[test]
fn every_indicator_of_the_field_is_there() {
    for code in [MOTHER, CHILD, COMMUNICABLE, ADULT, IKS, SPM, INM].iter().flat_map(|codes| codes.split_whitespace()) {
        get(code);
    }
    for code in ["KN1-SAS", "SHK-SAS", "HB0-SAS", "STUNT-SSGI", "WAST-SSGI", "IDL-SURVEI", "HIV95-ART", "HIV95-VL"] {
        get(code);
    }
    assert_eq!(SPM.split_whitespace().count(), 12);
    for (number, code) in SPM.split_whitespace().enumerate() {
        let found = Catalogue::built_in().resolve(&format!("SPM {}", number + 1)).into_result().expect("an SPM");
        assert_eq!(found.code.as_str(), code);
    }
}

/// The starting assignment of attributes, by hand from the rules of assessment.
#[test]
fn attributes_are_as_assigned() {
    use DenominatorKind as D;
    use NumeratorKind as N;
    use TargetProfile as T;
    let assigned = [
        (
            "K1 K1M K4 K6 K8 PF PN KF1 KFL HIVBUM KNL IDL IBYL IBDL TUMBANG TBSUS TBTC IVA HPVDNA SADANIS PKG \
             KN1-SAS SHK-SAS HB0-SAS",
            (N::Sum, D::Annual, T::ProRata),
        ),
        (SPM, (N::Sum, D::Annual, T::ProRata)),
        ("BBLR IMD GIBUR KEKPMT KBPP TTD90 DO TPT TBIK TBHIV ASIEKS KN1 SHK HB0 VITA UKUR", (N::Sum, D::Sum, T::Full)),
        ("STUNT WAST UNDW SKDN-DS SKDN-KS SKDN-ND SKDN-BGM SKDN-2T", (N::Mean, D::Mean, T::Full)),
        ("SBS STBM JAMBAN HIV95 IKS KEK ANEM TTDR", (N::Latest, D::Latest, T::Full)),
    ];
    for (codes, attributes) in assigned {
        for code in codes.split_whitespace() {
            let found = get(code);
            assert_eq!((found.numerator, found.denominator, found.target_profile), attributes, "{code}");
            let months: Vec<u8> = found.months.iter().map(|month| month.get()).collect();
            let scheduled: &[u8] = if matches!(code, "VITA" | "UKUR") { &[2, 8] } else { &[] };
            assert_eq!(months, scheduled, "{code}");
        }
    }
    for code in ["AKI", "AKN", "AKB"] {
        assert!(get(code).is_count && get(code).sensitive, "{code}");
    }
    assert_eq!(Catalogue::built_in().definitions().iter().filter(|one| one.is_count).count(), 3);
}

#[test]
fn every_entry_is_complete_and_its_words_are_its_own() {
    let catalogue = Catalogue::built_in();
    let mut names = BTreeSet::new();
    for definition in catalogue.definitions() {
        let code = definition.code;
        for name in [&definition.name_id, &definition.name_en, &definition.lay_name] {
            assert!(names.insert((name.as_str(), code)) || name == &definition.name_id, "{code}: {name}");
        }
        assert!(definition.numerator_text_en.is_some() && definition.denominator_text_en.is_some(), "{code}");
        assert!(definition.reason.len() > 20, "{code}: {}", definition.reason);
        assert!(!definition.targets.is_empty(), "{code} says nothing about a target");
        for other in &definition.not_to_be_mixed_with {
            let other = catalogue.get(*other).unwrap_or_else(|| panic!("{code} names {other}"));
            assert!(other.not_to_be_mixed_with.contains(&code), "{code} and {}", other.code);
        }
        for other in &definition.replaces {
            assert!(definition.not_to_be_mixed_with.contains(other), "{code} is not marked beside {other}");
        }
        for Word { text, .. } in words_of(definition) {
            assert_eq!(catalogue.resolve(text).into_result().expect(text).code, code, "{text}");
        }
    }
    let distinct = |of: fn(&Definition) -> &str| {
        catalogue.definitions().iter().map(of).collect::<BTreeSet<_>>().len() == catalogue.definitions().len()
    };
    assert!(distinct(|one| &one.name_id) && distinct(|one| &one.name_en) && distinct(|one| &one.lay_name));
    for pair in catalogue.pairs() {
        assert!(catalogue.get(pair.lower).is_some() && catalogue.get(pair.upper).is_some(), "{pair:?}");
    }
}

#[test]
fn every_target_names_its_source_and_only_sure_ones_judge() {
    let sources = Catalogue::built_in().sources();
    let count: usize = Catalogue::built_in().definitions().iter().map(|one| one.targets.len()).sum();
    assert_eq!(sources.len(), count);
    for target in &sources {
        assert!(!target.source.trim().is_empty(), "{}", target.indicator);
        assert!(target.target.is_some() != target.none.is_some(), "{}", target.indicator);
        if target.judges {
            assert!(target.certainty <= Certainty::RecalledHigh, "{}", target.indicator);
        }
    }
    for code in SPM.split_whitespace() {
        let spm = sources.iter().find(|target| target.indicator.as_str() == code).expect(code);
        assert_eq!((spm.target, spm.year, spm.judges), (Some(Target::Rate("100".parse().expect("100"))), None, true));
    }
}

#[test]
fn antenatal_visits_are_never_taken_for_one_another() {
    let catalogue = Catalogue::built_in();
    for code in ["K1", "K4", "K6", "K8"] {
        let lower = code.to_lowercase();
        for word in [code, &lower, &format!(" {} {} ", &code[..1], &code[1..]), &format!("Cakupan {code}")] {
            assert_eq!(catalogue.resolve(word).into_result().expect(word).code.as_str(), code);
        }
    }
    for word in ["K2", "K5", "K7", "K 9", "K66", "cakupan K5"] {
        let problems = catalogue.resolve(word).into_result().expect_err(word);
        assert_eq!(problems.as_slice()[0].code(), ProblemCode::IndicatorUnknown);
        assert_eq!(problems.as_slice()[0].suggestion(), None, "{word}");
    }
}

#[test]
fn an_own_catalogue_wins_and_says_so() {
    let own = r#"{"schema": "lokmin.catalogue/1", "indicators": [
        {"code": "K4", "name_id": "K4 daerah", "name_en": "K4 local", "lay_name": "periksa 4 kali", "cluster": 2,
         "numerator_text": "n", "denominator_text": "d", "multiplier": 100, "direction": "higher", "numerator": "to_date",
         "denominator": "annual", "target_profile": "pro_rata", "level": "village", "aliases": ["kunjungan empat"],
         "reason": "r", "source": "s", "certainty": "confirmed"}]}"#;
    let own = Catalogue::from_json(own).into_result().expect("sound");
    let outcome = Catalogue::built_in().with(&own);
    let codes: Vec<_> = outcome.problems().iter().map(|p| (p.code(), p.path().to_string())).collect();
    assert_eq!(codes, [(ProblemCode::IndicatorOverridden, "/indicators/0/code".to_owned())]);
    let merged = outcome.into_result().expect("warnings only");
    let k4 = merged.resolve("kunjungan empat").into_result().expect("own alias");
    assert_eq!(k4.numerator, NumeratorKind::ToDate);
    assert!(!merged.resolve("cakupan K4").is_ok(), "the aliases of the replaced definition are gone");
    assert_eq!(merged.definitions().len(), Catalogue::built_in().definitions().len());
}

#[test]
fn a_catalogue_writes_what_it_reads() {
    let catalogue = Catalogue::built_in();
    let text = serde_json::to_string(&catalogue.document()).expect("writes");
    assert_eq!(Catalogue::from_json(&text).value(), Some(catalogue));
}

proptest! {
    #[test]
    fn any_word_is_an_indicator_or_a_problem(text in any::<String>(), near in "[A-Za-z0-9 /-]{0,20}") {
        for text in [text, near] {
            let outcome = Catalogue::built_in().resolve(&text);
            prop_assert_eq!(outcome.is_ok(), outcome.problems().is_empty());
        }
    }

    #[test]
    fn a_code_reads_back(text in "[A-Z0-9]{1,5}(-[A-Z0-9]{1,4}){0,2}") {
        if text != "IBL" {
            let code: IndicatorCode = text.parse().expect("a code");
            prop_assert_eq!(code.to_string(), text);
        }
    }

    #[test]
    fn codes_order_as_their_texts(a in "[A-Z0-9]{1,4}(-[A-Z0-9]{1,3})?", b in "[A-Z0-9]{1,4}(-[A-Z0-9]{1,3})?") {
        if let (Ok(x), Ok(y)) = (a.parse::<IndicatorCode>(), b.parse::<IndicatorCode>()) {
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        }
    }
}
