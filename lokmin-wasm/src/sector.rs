//! Sectors in what people write.

use lokmin_core::sector;
use wasm_bindgen::prelude::*;

use crate::problem::{Held, answer};

/// Recognises the offices, institutions and groups that a text names.
#[wasm_bindgen(js_name = recogniseSector, skip_typescript)]
pub fn recognise_sector(text: &str, aliases_csv: Option<String>, lang: &str) -> Result<String, JsError> {
    answer(
        lang,
        match aliases_csv {
            Some(csv) => sector::SectorAliases::built_in().with_csv(&csv).and_then(|aliases| aliases.recognise(text)),
            None => sector::recognise_sector(text),
        },
    )
}

/// Writes short forms of place names out.
#[wasm_bindgen(js_name = expandPlace, skip_typescript)]
pub fn expand_place(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Ok(sector::expand_place(text)))
}

/// The built-in words for sectors with a district's own.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct SectorAliases(Held<sector::SectorAliases>);

#[wasm_bindgen]
impl SectorAliases {
    /// Reads a district's own words.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(csv: &str) -> Self {
        Self(Held::new(sector::SectorAliases::built_in().with_csv(csv)))
    }

    /// Says whether the words could be read.
    pub fn describe(&self, lang: &str) -> Result<String, JsError> {
        self.0.describe(lang, |_| ())
    }

    /// Recognises the offices, institutions and groups that a text names.
    pub fn recognise(&self, text: &str, lang: &str) -> Result<String, JsError> {
        self.0.ask(lang, |aliases| aliases.recognise(text))
    }
}
