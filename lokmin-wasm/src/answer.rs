//! Outcomes as JSON text: `{"ok": true, "value": ..., "problems": [...]}` or `{"ok": false, "problems": [...]}`.

use std::str::FromStr;

use chrono::NaiveDate;
use lokmin_core::calendar::parse_iso_date;
use lokmin_core::language::UnknownLanguage;
use lokmin_core::problem::{Path, PathSegment, ProblemView};
use lokmin_core::{Lang, Outcome, Problem, Problems, json};
use serde::Serialize;
use serde_json::Value;

/// What an operation is asked with: values that the JavaScript layer has checked, and the language of the messages.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) lang: Lang,
    values: [Option<String>; 5],
}

/// What runs an operation.
pub(crate) type Operation = fn(&Asked) -> String;

impl Asked {
    /// Takes the values as they come; an unknown language is misuse.
    pub(crate) fn new(lang: &str, values: [Option<String>; 5]) -> Result<Self, UnknownLanguage> {
        Ok(Self { lang: lang.parse()?, values })
    }

    /// Returns a text that is always there.
    pub(crate) fn text(&self, place: usize) -> &str {
        self.optional(place).unwrap_or_default()
    }

    /// Returns a text that may be absent.
    pub(crate) fn optional(&self, place: usize) -> Option<&str> {
        self.values.get(place).and_then(Option::as_deref)
    }

    /// Returns a whole number that may be absent.
    pub(crate) fn integer(&self, place: usize) -> Option<i32> {
        self.optional(place).and_then(|text| text.parse().ok())
    }

    /// Reads an optional value in its canonical form; a problem has the value's name as its place.
    pub(crate) fn canonical<T: FromStr<Err = Problem>>(&self, place: usize, name: &str) -> Result<Option<T>, Problem> {
        self.optional(place).map(str::parse).transpose().map_err(|problem: Problem| problem.inside(name))
    }

    /// Reads an optional value that is an ISO date.
    pub(crate) fn date(&self, place: usize, name: &str) -> Result<Option<NaiveDate>, Problem> {
        self.optional(place).map(parse_iso_date).transpose().map_err(|problem| problem.inside(name))
    }

    /// Writes an outcome of the core.
    pub(crate) fn answer<T: Serialize>(&self, outcome: impl Into<Outcome<T>>) -> String {
        let (value, problems) = outcome.into().into_parts();
        self.write(value.as_ref(), &problems)
    }

    /// Writes a value, or why there is none.
    pub(crate) fn write<T: Serialize>(&self, value: Option<&T>, problems: &Problems) -> String {
        let problems = problems.iter().map(|problem| problem.view(self.lang)).collect();
        // Every value of the core has a JSON text.
        serde_json::to_string(&Answer { ok: value.is_some(), value, problems }).unwrap_or_default()
    }
}

/// The text of an outcome.
#[derive(Serialize)]
struct Answer<'a, T> {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a T>,
    problems: Vec<ProblemView<'a>>,
}

/// Runs the rest of an operation once its arguments are read.
pub(crate) fn with<A, T>(arguments: Result<A, Problem>, run: impl FnOnce(A) -> Outcome<T>) -> Outcome<T> {
    Outcome::from(arguments).and_then(run)
}

/// The operations of no room.
pub(crate) const OPERATIONS: &[(&str, Operation)] =
    &[("unwritable", |asked| asked.write(None::<&()>, &unwritable(asked.text(0))))];

/// Returns the problems of a value that has no JSON text.
///
/// `found` is what `js/json.js` found: a list of `[path, name]`, where the name is null for too deep a value.
fn unwritable(found: &str) -> Problems {
    let found: Vec<(Vec<Value>, Option<String>)> = serde_json::from_str(found).unwrap_or_default();
    json::unwritable(found.iter().map(|(path, name)| (path.iter().map(segment).collect::<Path>(), name.as_deref())))
}

fn segment(step: &Value) -> PathSegment {
    match step {
        Value::String(key) => PathSegment::Key(key.clone()),
        step => PathSegment::Index(step.as_u64().and_then(|index| index.try_into().ok()).unwrap_or_default()),
    }
}
