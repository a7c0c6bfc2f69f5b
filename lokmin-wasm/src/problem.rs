//! Outcomes as JSON text: `{"ok": true, "value": ..., "problems": [...]}` or `{"ok": false, "problems": [...]}`.

use lokmin_core::problem::{Path, PathSegment, ProblemView};
use lokmin_core::{Lang, Outcome, Problems, json};
use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// The text of an outcome.
#[derive(Serialize)]
struct Answer<'a, T> {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a T>,
    problems: Vec<ProblemView<'a>>,
}

/// Writes an outcome of the core; an unknown language is misuse and throws.
pub(crate) fn answer<T: Serialize>(lang: &str, outcome: impl Into<Outcome<T>>) -> Result<String, JsError> {
    let (value, problems) = outcome.into().into_parts();
    write(lang, value.as_ref(), &problems)
}

fn write<T: Serialize>(lang: &str, value: Option<&T>, problems: &Problems) -> Result<String, JsError> {
    let lang: Lang = lang.parse()?;
    let problems = problems.iter().map(|problem| problem.view(lang)).collect();
    Ok(serde_json::to_string(&Answer { ok: value.is_some(), value, problems })?)
}

/// Writes the problems of a value that has no JSON text.
///
/// `found` is what `js/json.js` found: a list of `[path, name]`, where the name is null for too deep a value.
#[wasm_bindgen(skip_typescript)]
pub fn unwritable(found: &str, lang: &str) -> Result<String, JsError> {
    let found: Vec<(Vec<Value>, Option<String>)> = serde_json::from_str(found)?;
    let found = found.iter().map(|(path, name)| (path.iter().map(segment).collect::<Path>(), name.as_deref()));
    write(lang, None::<&()>, &json::unwritable(found))
}

fn segment(step: &Value) -> PathSegment {
    match step {
        Value::String(key) => PathSegment::Key(key.clone()),
        step => PathSegment::Index(step.as_u64().and_then(|index| index.try_into().ok()).unwrap_or_default()),
    }
}
