//! Tables as CSV: a line with the operation and its arguments, and the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lokmin_core::calendar::Holidays;
use lokmin_core::indicator::{Catalogue, Targets};
use lokmin_core::region::{CodeChanges, RegionIndex};
use lokmin_core::sector::SectorAliases;
use lokmin_core::{RegionCode, Year};
use lokmin_fuzz::{check, split};

fuzz_target!(|input: &str| {
    let Some((operation, arguments, text)) = split(input) else { return };
    let argument = |index: usize| arguments.get(index).copied().unwrap_or("");
    match operation {
        "holidays" => {
            let outcome = Holidays::from_csv(text);
            check(outcome.clone().map(|_| ()));
            if let Some(holidays) = outcome.value() {
                check(holidays.of_year(2025));
            }
        }
        "find_region" => {
            let outcome = RegionIndex::from_csv(text);
            check(outcome.clone().map(|index| index.len()));
            if let Some(index) = outcome.value() {
                check(index.find(argument(0), argument(1).parse().ok(), argument(2).parse().ok()));
                for (code, name) in index.iter().take(20) {
                    assert_eq!(check(index.check(code)), Some(code));
                    check(index.find(name, code.parent(), None));
                }
            }
        }
        "map_region_code" => {
            let (changes, mapping) = text.split_once("\n\n").unwrap_or((text, ""));
            let outcome = CodeChanges::from_csv(changes);
            check(outcome.clone().map(|changes| changes.editions()));
            let outcome = if mapping.is_empty() { outcome } else { outcome.and_then(|it| it.with_mapping(mapping)) };
            let Some(changes) = outcome.value() else { return };
            let Ok(code) = argument(0).parse::<RegionCode>() else { return };
            let editions = changes.editions();
            let edition = |index: usize| argument(index).parse().ok().and_then(Year::new);
            let from = edition(1).or(editions.first().copied());
            let to = edition(2).or(editions.last().copied());
            if let Some((from, to)) = from.zip(to) {
                check(changes.map(code, from, to));
            }
        }
        "recognise_sector" => {
            let outcome = SectorAliases::built_in().with_csv(text);
            check(outcome.clone().map(|_| ()));
            if let Some(aliases) = outcome.value() {
                check(aliases.recognise(argument(0)));
            }
        }
        "read_catalogue_csv" => {
            check(Catalogue::from_csv(text).map(|catalogue| catalogue.document().clone()));
        }
        "read_targets_csv" => {
            check(Targets::from_csv(text).map(|targets| targets.document().clone()));
        }
        _ => {}
    }
});
