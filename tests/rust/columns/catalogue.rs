//! Random catalogues and targets: every kind of numerator, denominator, profile, direction and target.

use lokmin_core::Year;
use lokmin_core::indicator::{Catalogue, Definition, Targets};
use serde_json::{Value, json};

use super::random::Random;

/// A code that no catalogue of these tests knows, and that targets can be set for.
pub(crate) const UNKNOWN: &str = "NEW-1";

pub(crate) fn catalogue(indicators: usize, random: &mut Random) -> Catalogue {
    let definitions: Vec<Value> = (0..indicators).map(|number| definition(&format!("I{number}"), random)).collect();
    let mut pairs = Vec::new();
    for lower in 0..indicators {
        for upper in 0..indicators {
            if lower != upper && random.chance(20) {
                pairs.push(json!({"lower": format!("I{lower}"), "upper": format!("I{upper}")}));
            }
        }
    }
    let document = json!({"schema": "lokmin.catalogue/1", "indicators": definitions, "pairs": pairs});
    Catalogue::from_json(&document.to_string()).into_result().expect("the catalogue is sound")
}

/// An indicator that no catalogue knows, as the engine takes it: a yearly sum of which more is better, without targets.
pub(crate) fn assumed(code: &str) -> Definition {
    let mut definition = plain(code);
    definition["numerator"] = json!("sum");
    definition["denominator"] = json!("annual");
    definition["target_profile"] = json!("pro_rata");
    let document = json!({"schema": "lokmin.catalogue/1", "indicators": [definition], "pairs": []});
    let catalogue = Catalogue::from_json(&document.to_string()).into_result().expect("the catalogue is sound");
    catalogue.definitions()[0].clone()
}

fn plain(code: &str) -> Value {
    json!({
        "code": code, "name_id": format!("nama {code}"), "name_en": format!("name {code}"), "lay_name": "orang",
        "cluster": 1, "numerator_text": "n", "denominator_text": "d", "multiplier": 100, "direction": "higher",
        "level": "village", "aliases": [format!("alias of {code}")], "reason": "r", "source": "s",
        "certainty": "confirmed", "targets": []
    })
}

fn definition(code: &str, random: &mut Random) -> Value {
    let mut definition = plain(code);
    let numerator = random.pick(&["sum", "sum", "to_date", "mean", "latest", "cohort", "survey"]);
    let denominator = random.pick(&["annual", "annual", "sum", "mean", "to_date", "latest"]);
    let mut set = |member: &str, value: Value| definition[member] = value;
    set("numerator", json!(numerator));
    set("denominator", json!(denominator));
    set("multiplier", json!(random.pick(&[1, 100, 100, 1_000, 100_000, 1_000_000])));
    set("direction", json!(random.pick(&["higher", "higher", "lower"])));
    set("level", json!(random.pick(&["village", "village", "puskesmas", "district"])));
    set("is_count", json!(random.chance(12)));
    set("signed", json!(random.chance(10)));
    let months: &[u8] =
        random.pick(&[&[], &[], &[], &[2, 8], &[3, 6, 9, 12], &[1], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]);
    set("months", json!(months));
    let may_be_pro_rata = months.is_empty() && denominator == "annual" && matches!(numerator, "sum" | "to_date");
    let profile =
        if may_be_pro_rata && random.chance(70) { "pro_rata" } else { random.pick(&["full", "full", "none"]) };
    set("target_profile", json!(profile));
    if random.chance(60) {
        let mut target = target(random);
        target["source"] = json!("s");
        target["certainty"] = json!(random.pick(&["confirmed", "recalled_high", "recalled_low", "unknown"]));
        if random.chance(30) {
            target["year"] = json!(random.within(2022, 2025));
        }
        set("targets", json!([target]));
    }
    definition
}

/// A target of any kind; round rates and small counts, so that figures often stand exactly at them.
fn target(random: &mut Random) -> Value {
    let rate = match random.below(4) {
        0 => random.pick(&["80", "100", "50", "95", "0", "7.5"]).to_owned(),
        1 => format!("{}.{:06}", random.below(120), random.below(1_000_000)),
        2 => random.pick(&["33.333333", "0.000001", "66.666667", "12.5", "100.000001", "999999999"]).to_owned(),
        _ => random.below(101).to_string(),
    };
    let count = random.pick(&[0_u64, 0, 1, 12, 100, 57, 1_000_000_000_000]);
    let mut target = match random.below(8) {
        0 => json!({"count": count}),
        1 => json!({"no_increase": {"rate": rate}}),
        2 => json!({"no_increase": {"count": count}}),
        3 => json!({"none": "lokal"}),
        _ => json!({"rate": rate}),
    };
    if random.chance(15) {
        target["basis"] = json!(random.pick(&["routine", "survey"]));
    }
    target
}

/// Targets of some of the areas and years.
pub(crate) fn targets(codes: &[String], areas: &[String], years: &[i32], random: &mut Random) -> Targets {
    let mut known = std::collections::BTreeSet::new();
    let mut entries = Vec::new();
    for _ in 0..random.below(4 * codes.len() + 1) {
        let code = &codes[random.below(codes.len())];
        let area = if random.chance(50) { Some(&areas[random.below(areas.len())]) } else { None };
        let year = if random.chance(50) { Some(random.pick(years) - i32::from(random.chance(20))) } else { None };
        let year = year.filter(|year| Year::new(*year).is_some());
        if known.insert((code, area, year)) {
            let mut entry = target(random);
            entry["indicator"] = json!(code);
            if let Some(area) = area {
                entry["area"] = json!(area);
            }
            if let Some(year) = year {
                entry["year"] = json!(year);
            }
            if random.chance(20) {
                entry["certainty"] = json!("recalled_medium");
            }
            entries.push(entry);
        }
    }
    let document = json!({"schema": "lokmin.targets/1", "targets": entries});
    Targets::from_json(&document.to_string()).into_result().expect("the targets are sound")
}
