//! One quarter of one Puskesmas put together.

use wasm_bindgen::prelude::*;

use crate::problem::answer;

/// Puts one quarter of one Puskesmas together.
#[wasm_bindgen(js_name = review, skip_typescript)]
pub fn review_quarter(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, lokmin_core::review::review(request))
}
