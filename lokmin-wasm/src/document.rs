//! Documents of every kind.

use lokmin_core::{Kind, document};
use wasm_bindgen::prelude::*;

use crate::problem::{answer, argument, with};

/// Reads a document of a kind, and collects every problem of it.
#[wasm_bindgen(skip_typescript)]
pub fn validate(kind: &str, text: &str, lang: &str) -> Result<String, JsError> {
    let kind = argument::<Kind>(Some(kind), "kind");
    answer(lang, with(kind, |kind| document::validate(kind.unwrap_or(Kind::Forum), text)))
}

/// Checks the value at one place of a document by itself.
#[wasm_bindgen(js_name = validateAt, skip_typescript)]
pub fn validate_at(kind: &str, text: &str, at: &str, lang: &str) -> Result<String, JsError> {
    let kind = argument::<Kind>(Some(kind), "kind");
    answer(lang, with(kind, |kind| document::validate_at(kind.unwrap_or(Kind::Forum), text, at)))
}
