//! Sheets: a request as JSON text.

use lokmin_core::exchange::table;
use wasm_bindgen::prelude::*;

use crate::problem::answer;

/// Reads a sheet.
#[wasm_bindgen(js_name = readTable, skip_typescript)]
pub fn read_table(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, table::read_table(request))
}
