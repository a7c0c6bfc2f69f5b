//! Forums: who took part, and the villages of the working area.

use lokmin_core::{WorkingArea, forum};
use wasm_bindgen::prelude::*;

use crate::problem::{Held, answer};

/// Finds the village of a working area with a name or alias. What else is to be said of the area, `validate` says.
#[wasm_bindgen(js_name = findVillage, skip_typescript)]
pub fn find_village(name: &str, working_area: &str, lang: &str) -> Result<String, JsError> {
    Held::new(WorkingArea::from_json(working_area)).ask(lang, |area| area.find_village(name))
}

/// Works out which sectors and villages took part, from `{forum, policy?, working_area?}`.
#[wasm_bindgen(js_name = sectorCoverage, skip_typescript)]
pub fn sector_coverage(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, forum::coverage_json(question))
}
