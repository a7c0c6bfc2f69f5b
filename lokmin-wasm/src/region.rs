//! Region codes, lists of regions, and changes of codes.

use lokmin_core::region::{self, CodeAnswer, Level, System};
use lokmin_core::{Outcome, RegionCode, Year};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::problem::{Held, answer, argument, with};

/// How much a list of regions holds.
#[derive(Serialize)]
struct RegionCount {
    regions: usize,
}

/// What a table of changes knows.
#[derive(Serialize)]
struct Editions {
    editions: Vec<Year>,
}

fn check(index: &region::RegionIndex, code: &str) -> Outcome<RegionCode> {
    with(code.parse(), |code| index.check(code))
}

fn find(index: &region::RegionIndex, name: &str, within: Option<&str>, level: Option<&str>) -> Outcome<RegionCode> {
    with(argument(within, "within"), |within| {
        with(argument::<Level>(level, "level"), |level| index.find(name, within, level))
    })
}

fn changes(csv: &str, mapping: Option<&str>) -> Outcome<region::CodeChanges> {
    let changes = region::CodeChanges::from_csv(csv);
    match mapping {
        Some(mapping) => changes.and_then(|changes| changes.with_mapping(mapping)),
        None => changes,
    }
}

fn map(changes: &region::CodeChanges, code: &str, from: i32, to: i32) -> Outcome<CodeAnswer> {
    let year = |year: i32, name| Year::try_from(year).map_err(|problem| problem.inside(name));
    with(code.parse(), |code| with(year(from, "from"), |from| with(year(to, "to"), |to| changes.map(code, from, to))))
}

/// Reads a region code, with or without dots.
#[wasm_bindgen(js_name = parseRegion, skip_typescript)]
pub fn parse_region(text: &str, system: Option<String>, lang: &str) -> Result<String, JsError> {
    let system = argument::<System>(system.as_deref(), "system");
    answer(lang, with(system, |system| region::parse_region(text, system)))
}

/// Checks that a code is in a list.
#[wasm_bindgen(js_name = checkRegion, skip_typescript)]
pub fn check_region(csv: &str, code: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, region::RegionIndex::from_csv(csv).and_then(|index| check(&index, code)))
}

/// Finds a region by its name.
#[wasm_bindgen(js_name = findRegion, skip_typescript)]
pub fn find_region(
    csv: &str,
    name: &str,
    within: Option<String>,
    level: Option<String>,
    lang: &str,
) -> Result<String, JsError> {
    let index = region::RegionIndex::from_csv(csv);
    answer(lang, index.and_then(|index| find(&index, name, within.as_deref(), level.as_deref())))
}

/// Says what became of a village code of one edition in a later one.
#[wasm_bindgen(js_name = mapRegionCode, skip_typescript)]
pub fn map_region_code(
    changes_csv: &str,
    code: &str,
    from: i32,
    to: i32,
    mapping: Option<String>,
    lang: &str,
) -> Result<String, JsError> {
    answer(lang, changes(changes_csv, mapping.as_deref()).and_then(|changes| map(&changes, code, from, to)))
}

/// A list of regions that is read once and asked often.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct RegionIndex(Held<region::RegionIndex>);

#[wasm_bindgen]
impl RegionIndex {
    /// Reads a list.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(csv: &str) -> Self {
        Self(Held::new(region::RegionIndex::from_csv(csv)))
    }

    /// Says how many regions there are.
    pub fn describe(&self, lang: &str) -> Result<String, JsError> {
        self.0.describe(lang, |index| RegionCount { regions: index.len() })
    }

    /// Checks that a code is in the list.
    pub fn check(&self, code: &str, lang: &str) -> Result<String, JsError> {
        self.0.ask(lang, |index| check(index, code))
    }

    /// Finds a region by its name.
    pub fn find(
        &self,
        name: &str,
        within: Option<String>,
        level: Option<String>,
        lang: &str,
    ) -> Result<String, JsError> {
        self.0.ask(lang, |index| find(index, name, within.as_deref(), level.as_deref()))
    }
}

/// Changes of village codes that are read once and asked often.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct CodeChanges(Held<region::CodeChanges>);

#[wasm_bindgen]
impl CodeChanges {
    /// Reads a table of changes, with what the caller knows.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(csv: &str, mapping: Option<String>) -> Self {
        Self(Held::new(changes(csv, mapping.as_deref())))
    }

    /// Says which editions the table knows.
    pub fn describe(&self, lang: &str) -> Result<String, JsError> {
        self.0.describe(lang, |changes| Editions { editions: changes.editions() })
    }

    /// Says what became of a village code of one edition in a later one.
    pub fn map(&self, code: &str, from: i32, to: i32, lang: &str) -> Result<String, JsError> {
        self.0.ask(lang, |changes| map(changes, code, from, to))
    }
}
