//! Outcomes as JSON text: `{"ok": true, "value": ..., "problems": [...]}` or `{"ok": false, "problems": [...]}`.

use std::str::FromStr;

use chrono::NaiveDate;
use lokmin_core::calendar::parse_iso_date;
use lokmin_core::problem::{Path, PathSegment, ProblemView};
use lokmin_core::{Lang, Outcome, Problem, Problems, json};
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

/// Something that is read once and asked often, such as a list of regions.
#[derive(Debug)]
pub(crate) struct Held<T> {
    value: Option<T>,
    problems: Problems,
}

impl<T> Held<T> {
    pub(crate) fn new(outcome: Outcome<T>) -> Self {
        let (value, problems) = outcome.into_parts();
        Self { value, problems }
    }

    /// Writes what is to be said of it, with the problems found when it was read.
    pub(crate) fn describe<A: Serialize>(&self, lang: &str, describe: impl FnOnce(&T) -> A) -> Result<String, JsError> {
        write(lang, self.value.as_ref().map(describe).as_ref(), &self.problems)
    }

    /// Writes the answer to a question; where it could not be read, why.
    pub(crate) fn ask<'a, A: Serialize + 'a>(
        &'a self,
        lang: &str,
        question: impl FnOnce(&'a T) -> Outcome<A>,
    ) -> Result<String, JsError> {
        match &self.value {
            Some(value) => answer(lang, question(value)),
            None => write(lang, None::<&()>, &self.problems),
        }
    }

    /// Changes it, and writes what came of that; where it could not be read, why.
    pub(crate) fn change<A: Serialize>(
        &mut self,
        lang: &str,
        change: impl FnOnce(&mut T) -> Outcome<A>,
    ) -> Result<String, JsError> {
        match &mut self.value {
            Some(value) => answer(lang, change(value)),
            None => write(lang, None::<&()>, &self.problems),
        }
    }

    /// Returns what was read.
    pub(crate) const fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }
}

/// Reads an optional argument in its canonical form; a problem has the argument's name as its place.
pub(crate) fn argument<T: FromStr<Err = Problem>>(text: Option<&str>, name: &str) -> Result<Option<T>, Problem> {
    text.map(str::parse).transpose().map_err(|problem: Problem| problem.inside(name))
}

/// Reads an optional argument that is an ISO date.
pub(crate) fn date(text: Option<&str>, name: &str) -> Result<Option<NaiveDate>, Problem> {
    text.map(parse_iso_date).transpose().map_err(|problem| problem.inside(name))
}

/// Runs the rest of an operation once its arguments are read.
pub(crate) fn with<A, T>(arguments: Result<A, Problem>, run: impl FnOnce(A) -> Outcome<T>) -> Outcome<T> {
    Outcome::from(arguments).and_then(run)
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
