//! Accreditation: each function takes its request as JSON text.

use lokmin_core::{Lang, accreditation};
use wasm_bindgen::prelude::*;

use crate::problem::answer;

/// Says what documents show for accreditation.
#[wasm_bindgen(js_name = accreditation, skip_typescript)]
pub fn accreditation_of(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, accreditation::accreditation_json(request))
}

/// Says what documents show for accreditation, in words.
#[wasm_bindgen(js_name = explainAccreditation, skip_typescript)]
pub fn explain_accreditation(request: &str, lang: &str) -> Result<String, JsError> {
    let words: Lang = lang.parse()?;
    answer(lang, accreditation::explain_json(request, words))
}
