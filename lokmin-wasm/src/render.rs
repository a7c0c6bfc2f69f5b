//! Pages for people: each function takes the request of a review as JSON text, and the format.

use lokmin_core::{Lang, render};
use wasm_bindgen::prelude::*;

use crate::problem::answer;

/// Writes the page of a review.
#[wasm_bindgen(js_name = renderReview, skip_typescript)]
pub fn render_review(request: &str, format: &str, lang: &str) -> Result<String, JsError> {
    let words: Lang = lang.parse()?;
    answer(lang, render::render_review(request, format, words))
}

/// Writes one page a village.
#[wasm_bindgen(js_name = renderVillageReports, skip_typescript)]
pub fn render_village_reports(request: &str, format: &str, lang: &str) -> Result<String, JsError> {
    let words: Lang = lang.parse()?;
    answer(lang, render::render_village_reports(request, format, words))
}

/// Writes all recommendations, and what is asked of each sector.
#[wasm_bindgen(js_name = renderFollowUpMatrix, skip_typescript)]
pub fn render_follow_up_matrix(request: &str, format: &str, lang: &str) -> Result<String, JsError> {
    let words: Lang = lang.parse()?;
    answer(lang, render::render_follow_up_matrix(request, format, words))
}
