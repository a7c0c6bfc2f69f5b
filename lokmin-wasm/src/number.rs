//! Numbers as people type them.

use lokmin_core::number;
use wasm_bindgen::prelude::*;

use crate::problem::answer;

/// Reads a number as people type it.
#[wasm_bindgen(js_name = parseNumber, skip_typescript)]
pub fn parse_number(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, number::parse_number(text))
}
