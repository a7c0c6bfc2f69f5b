//! The cadence: each function takes its question as JSON text.

use lokmin_core::{Lang, cadence};
use wasm_bindgen::prelude::*;

use crate::problem::answer;

/// Finds the quarter that a forum counts for.
#[wasm_bindgen(js_name = placeMeeting, skip_typescript)]
pub fn place_meeting(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, cadence::place_json(question))
}

/// Judges the quarters of one Puskesmas.
#[wasm_bindgen(js_name = evaluateCadence, skip_typescript)]
pub fn evaluate_cadence(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, cadence::evaluate_json(question))
}

/// Judges the quarters of one Puskesmas, in words.
#[wasm_bindgen(js_name = explainCadence, skip_typescript)]
pub fn explain_cadence(question: &str, lang: &str) -> Result<String, JsError> {
    let words: Lang = lang.parse()?;
    answer(lang, cadence::explain_json(question, words))
}

/// Judges the quarters of many Puskesmas.
#[wasm_bindgen(js_name = evaluateCadenceColumns, skip_typescript)]
pub fn evaluate_cadence_columns(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, cadence::evaluate_columns_json(question))
}

/// Makes the schedule of a year.
#[wasm_bindgen(skip_typescript)]
pub fn schedule(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, cadence::schedule_json(question))
}
