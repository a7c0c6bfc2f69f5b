//! Assessment: each function takes its request as JSON text.

use lokmin_core::assess::{self, ExplainLang, ExplainRequest, ExplainRollUpRequest};
use lokmin_core::language::UnknownLanguage;
use lokmin_core::{Lang, Problem};
use wasm_bindgen::prelude::*;

use crate::problem::answer;

/// Lists every default of assessment with its source and its certainty.
#[wasm_bindgen(js_name = assessDefaults, skip_typescript)]
pub fn assess_defaults(lang: &str) -> Result<String, JsError> {
    answer(lang, Ok::<_, Problem>(assess::DEFAULTS))
}

/// Assesses one series.
#[wasm_bindgen(js_name = assessSeries, skip_typescript)]
pub fn assess_series(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::assess_series(request))
}

/// Assesses one series in words: in the language of the request, else in that of the messages.
#[wasm_bindgen(js_name = explainSeries, skip_typescript)]
pub fn explain_series(request: &str, lang: &str) -> Result<String, JsError> {
    let words = words(lang)?;
    let explain = |mut request: ExplainRequest| {
        request.lang.get_or_insert(words);
        request.run()
    };
    answer(lang, ExplainRequest::from_json(request).and_then(explain))
}

/// The language of an explanation that names none.
fn words(lang: &str) -> Result<ExplainLang, UnknownLanguage> {
    Ok(match lang.parse()? {
        Lang::Id => ExplainLang::Id,
        Lang::En => ExplainLang::En,
    })
}

/// Adds areas up to their parent.
#[wasm_bindgen(js_name = rollUp, skip_typescript)]
pub fn roll_up(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::roll_up(request))
}

/// Adds areas up to their parent in words: in the language of the request, else in that of the messages.
#[wasm_bindgen(js_name = explainRollUp, skip_typescript)]
pub fn explain_roll_up(request: &str, lang: &str) -> Result<String, JsError> {
    let words = words(lang)?;
    let explain = |mut request: ExplainRollUpRequest| {
        request.lang.get_or_insert(words);
        request.run()
    };
    answer(lang, ExplainRollUpRequest::from_json(request).and_then(explain))
}

/// Ranks areas.
#[wasm_bindgen(skip_typescript)]
pub fn rank(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::rank_areas(request))
}

/// Looks at the quality of figures.
#[wasm_bindgen(skip_typescript)]
pub fn quality(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::quality(request))
}

/// Checks a printed percentage.
#[wasm_bindgen(js_name = publishedPercentage, skip_typescript)]
pub fn published_percentage(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::published_percentage(request))
}

/// Scores a Puskesmas (PKP).
#[wasm_bindgen(skip_typescript)]
pub fn pkp(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::pkp(request))
}

/// Computes the healthy-family index of a family (IKS).
#[wasm_bindgen(skip_typescript)]
pub fn iks(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::iks(request))
}

/// Judges an area by the share of its families that are healthy (IKS).
#[wasm_bindgen(js_name = iksArea, skip_typescript)]
pub fn iks_area(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::iks_area(request))
}

/// Says which villages are UCI.
#[wasm_bindgen(skip_typescript)]
pub fn uci(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::uci(request))
}

/// Computes the ratios of a posyandu month (SKDN).
#[wasm_bindgen(skip_typescript)]
pub fn skdn(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::skdn(request))
}

/// Computes the drop-out between two doses.
#[wasm_bindgen(js_name = dropOut, skip_typescript)]
pub fn drop_out(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::drop_out(request))
}

/// Hides small counts of a table that is to be published.
#[wasm_bindgen(skip_typescript)]
pub fn suppress(request: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, assess::suppress(request))
}
