use proptest::prelude::*;

use super::*;

const DISTRICT: &str = r#"{"schema": "lokmin.targets/1", "targets": [
    {"indicator": "PF", "area": "15.04", "year": 2023, "rate": 90},
    {"indicator": "PF", "area": "15.04.02", "year": 2022, "rate": 85},
    {"indicator": "PF", "area": "puskesmas:1011442", "year": 2025, "rate": 97},
    {"indicator": "K1", "area": "15.04", "rate": 99},
    {"indicator": "K1", "area": "15.04", "year": 2025, "none": "disusun ulang"}]}"#;

fn year(year: i32) -> Year {
    Year::new(year).expect("a year")
}

fn area(text: &str) -> TargetArea {
    text.parse().expect(text)
}

fn ask(code: &str, areas: &[&str], of: i32, carry_forward: bool) -> TargetAnswer {
    let targets = Targets::from_json(DISTRICT).into_result().expect("sound");
    let definition = Catalogue::built_in().get(code.parse().expect(code)).expect(code);
    let areas: Vec<TargetArea> = areas.iter().map(|text| area(text)).collect();
    targets.lookup(definition, &areas, year(of), TargetPolicy { carry_forward, ..TargetPolicy::STRICT })
}

fn rate(text: &str) -> Target {
    Target::Rate(text.parse().expect(text))
}

#[test]
fn the_puskesmas_stands_between_the_village_and_its_regions() {
    let answer = ask("PF", &["15.04.02.2003", "puskesmas:1011442"], 2025, false);
    assert_eq!((answer.target, answer.origin), (Some(rate("97")), Some(TargetOrigin::Ancestor)));
    assert_eq!(ask("PF", &["15.04.02.2003"], 2025, false).target, None);
}

#[test]
fn an_earlier_year_of_the_nearest_area_is_carried_forward_only_when_asked() {
    let areas = ["15.04.02.2003"];
    assert_eq!(ask("PF", &areas, 2025, false).flags, [TargetFlag::NoTarget]);
    let carried = ask("PF", &areas, 2025, true);
    assert_eq!((carried.target, carried.target_year), (Some(rate("85")), Some(year(2022))));
    assert_eq!(carried.flags, [TargetFlag::CarriedForward]);
    // The default of 2024 is a target of the year itself, and goes before the district's of 2023.
    let default = ask("PF", &areas, 2024, true);
    assert_eq!((default.target, default.origin), (Some(rate("95")), Some(TargetOrigin::Default)));
    // Nobody's own: the default of an earlier year.
    assert_eq!(ask("PF", &["33.02"], 2026, true).target_year, Some(year(2024)));
    assert_eq!(ask("PF", &["33.02"], 2021, true).target, None, "a later year is never carried back");
}

#[test]
fn a_year_goes_before_every_year_and_none_is_an_answer() {
    assert_eq!(ask("K1", &["15.04"], 2024, false).target, Some(rate("99")));
    let answer = ask("K1", &["15.04"], 2025, true);
    assert_eq!((answer.target, answer.none.as_deref()), (None, Some("disusun ulang")));
    assert_eq!(answer.origin, Some(TargetOrigin::Own));
}

proptest! {
    #[test]
    fn any_text_gives_targets_or_problems(text in any::<String>(), csv in "indicator,rate,year\n([A-Z0-9,;\"|. \n]{0,60})") {
        for text in [text.as_str(), csv.as_str()] {
            for outcome in [Targets::from_json(text), Targets::from_csv(text)] {
                prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
            }
            let outcome = Catalogue::from_csv(text);
            prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
        }
    }

    #[test]
    fn only_a_target_judges(of in 2020..2032_i32, unsure: bool, survey: bool, carry: bool, nth in 0..112_usize) {
        let policy = TargetPolicy { carry_forward: carry, accept_unsure: unsure, accept_survey: survey };
        let Some(definition) = Catalogue::built_in().definitions().get(nth) else { return Ok(()) };
        let answer = Targets::default().lookup(definition, &[], year(of), policy);
        prop_assert!(answer.target.is_some() || !answer.judges);
        prop_assert_eq!(answer.target.is_none(), answer.flags.contains(&TargetFlag::NoTarget));
        let held_back = (answer.flags.contains(&TargetFlag::Unsure) && !unsure)
            || (answer.flags.contains(&TargetFlag::SurveyBasis) && !survey);
        prop_assert_eq!(answer.judges, answer.target.is_some() && !held_back);
    }
}

#[test]
fn targets_are_equal_that_say_the_same() {
    let read = |text: &str| Targets::from_json(text).into_result().expect("sound");
    let rates = read(r#"{"schema": "lokmin.targets/1", "rates": {"K6": 80}}"#);
    let entries = read(r#"{"schema": "lokmin.targets/1", "targets": [{"indicator": "K6", "rate": "80"}]}"#);
    assert_eq!(rates, entries);
    let other = read(r#"{"schema": "lokmin.targets/1", "targets": [{"indicator": "K6", "rate": "81"}]}"#);
    assert_ne!(rates, other);
}
