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
