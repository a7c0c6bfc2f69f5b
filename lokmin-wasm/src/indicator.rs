//! Indicators and targets: each function takes its question as JSON text, or a sheet as CSV.

use lokmin_core::indicator::{self, Catalogue, Targets};
use wasm_bindgen::prelude::*;

use crate::problem::answer;

/// Finds the indicator that a word means.
#[wasm_bindgen(js_name = resolveIndicator, skip_typescript)]
pub fn resolve_indicator(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, indicator::resolve_indicator_json(question))
}

/// Returns the definition of an indicator.
#[wasm_bindgen(js_name = indicator, skip_typescript)]
pub fn definition(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, indicator::indicator_json(question))
}

/// Returns what is expected of an indicator in an area and a year.
#[wasm_bindgen(js_name = lookupTarget, skip_typescript)]
pub fn lookup_target(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, indicator::lookup_target_json(question))
}

/// Lists the targets of a catalogue with their sources.
#[wasm_bindgen(js_name = targetSources, skip_typescript)]
pub fn target_sources(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, indicator::target_sources_json(question))
}

/// Reads targets from CSV, as a document.
#[wasm_bindgen(js_name = readTargetsCsv, skip_typescript)]
pub fn read_targets_csv(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Targets::from_csv(text).map(|targets| targets.document()))
}

/// Reads a catalogue from CSV, as a document.
#[wasm_bindgen(js_name = readCatalogueCsv, skip_typescript)]
pub fn read_catalogue_csv(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Catalogue::from_csv(text).map(|catalogue| catalogue.document()))
}
