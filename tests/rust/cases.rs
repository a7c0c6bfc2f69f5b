//! Case files, and whether an answer is the one that a case expects.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// One case file: one operation and its cases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suite {
    /// Where the file is, below `cases/`, such as `calendar/quarter_facts.json`.
    #[serde(skip)]
    pub file: String,
    /// The name in the operation tables.
    pub operation: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One case: an input and what is expected of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// A name, unique in the file.
    pub name: String,
    /// How the expected answer was worked out.
    pub why: String,
    /// The arguments by name.
    pub input: BTreeMap<String, Value>,
    /// The whole value expected; JSON null is a value.
    #[serde(default, deserialize_with = "present")]
    pub value: Option<Value>,
    /// Parts of the value expected, by JSON Pointer.
    pub at: Option<BTreeMap<String, Value>>,
    /// Every problem expected, in order; none when absent.
    #[serde(default)]
    pub problems: Vec<ExpectedProblem>,
    /// The last problems expected, where there are too many to write out; instead of `problems`.
    pub problem_tail: Option<Vec<ExpectedProblem>>,
}

/// One problem as cases write it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct ExpectedProblem {
    /// The stable code.
    pub code: String,
    /// The place, as a JSON Pointer.
    pub path: String,
}

/// What an operation answered.
#[derive(Debug)]
pub struct Answer {
    /// The value as JSON, when there is one.
    pub value: Option<Value>,
    /// The problems in order.
    pub problems: Vec<ExpectedProblem>,
}

/// Tells a member that is null from one that is absent.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl Case {
    /// Returns what is wrong with an answer, or `None` when it is the expected one.
    #[must_use]
    pub fn difference(&self, answer: &Answer) -> Option<String> {
        let mut text = String::new();
        let expected = self.problem_tail.as_ref().unwrap_or(&self.problems);
        let skipped = self.problem_tail.as_ref().map_or(0, |tail| answer.problems.len().saturating_sub(tail.len()));
        let got = answer.problems.get(skipped..).unwrap_or_default();
        if got != expected {
            let _ = write!(text, "problems: expected {:?}, got {:?}\n    ", show(expected), show(got));
        }
        match (&self.value, &answer.value) {
            (Some(expected), Some(got)) if expected != got => {
                let _ = write!(text, "value: expected {expected}\n           got      {got}");
            }
            (Some(expected), None) => {
                let _ = write!(text, "value: expected {expected}, got none");
            }
            (None, Some(got)) if self.at.is_none() => {
                let _ = write!(text, "value: expected none, got {got}");
            }
            _ => {}
        }
        for (pointer, expected) in self.at.iter().flatten() {
            let got = answer.value.as_ref().and_then(|value| value.pointer(pointer));
            if got != Some(expected) {
                let got = got.map_or_else(|| "nothing".to_owned(), Value::to_string);
                let _ = write!(text, "at {pointer}: expected {expected}, got {got}\n    ");
            }
        }
        (!text.is_empty()).then(|| text.trim_end().to_owned())
    }

    fn fault(&self) -> Option<&'static str> {
        match (&self.value, &self.at) {
            (Some(_), Some(_)) => Some("has both `value` and `at`"),
            (None, Some(at)) if at.is_empty() => Some("has an empty `at`"),
            _ if self.problem_tail.is_some() && !self.problems.is_empty() => Some("has `problems` and `problem_tail`"),
            (None, None) if self.problems.is_empty() && self.problem_tail.is_none() => {
                Some("has neither `value` nor `at` nor `problems`")
            }
            _ if self.why.trim().is_empty() => Some("does not say why"),
            _ => None,
        }
    }
}

fn show(problems: &[ExpectedProblem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{} at \"{}\"", problem.code, problem.path)).collect()
}

/// Reads every case file, in the order of their names.
///
/// # Errors
///
/// A file that cannot be read, is not a case file, or has a case that expects nothing or a name twice.
pub fn suites() -> Result<Vec<Suite>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut files = Vec::new();
    collect(&root, &mut files).map_err(|error| format!("{}: {error}", root.display()))?;
    files.sort();
    files.iter().map(|file| read(&root, file)).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    Ok(())
}

fn read(root: &Path, path: &Path) -> Result<Suite, String> {
    let file = path.strip_prefix(root).unwrap_or(path).display().to_string();
    let text = fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
    let mut suite: Suite = serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
    let mut names = std::collections::BTreeSet::new();
    for case in &mut suite.cases {
        for value in case.input.values_mut() {
            load(value).map_err(|error| format!("{file}: case `{}`: {error}", case.name))?;
        }
    }
    for case in &suite.cases {
        if let Some(fault) = case.fault() {
            return Err(format!("{file}: case `{}` {fault}", case.name));
        }
        if !names.insert(case.name.as_str()) {
            return Err(format!("{file}: two cases are named `{}`", case.name));
        }
    }
    suite.file = file;
    Ok(suite)
}

/// Puts a JSON file of the project in the place of `{"file": "path from the top of the project"}`.
fn load(value: &mut Value) -> Result<(), String> {
    let Some(members) = value.as_object().filter(|members| members.len() == 1) else { return Ok(()) };
    let Some(path) = members.get("file").and_then(Value::as_str) else { return Ok(()) };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    *value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(text: &str) -> Result<Case, serde_json::Error> {
        serde_json::from_str(text)
    }

    fn answer(value: Option<Value>, codes: &[&str]) -> Answer {
        let problems =
            codes.iter().map(|code| ExpectedProblem { code: (*code).to_owned(), path: String::new() }).collect();
        Answer { value, problems }
    }

    #[test]
    fn a_typo_in_a_case_is_refused() {
        assert!(case(r#"{"name": "a", "why": "b", "input": {}, "vlaue": 1}"#).is_err());
    }

    #[test]
    fn null_is_a_value_and_absence_is_not() {
        let null = case(r#"{"name": "a", "why": "b", "input": {}, "value": null}"#).expect("a case");
        assert_eq!(null.difference(&answer(Some(Value::Null), &[])), None);
        assert!(null.difference(&answer(None, &["a.b"])).is_some());
        let none = case(r#"{"name": "a", "why": "b", "input": {}}"#).expect("a case");
        assert!(none.fault().is_some());
    }

    #[test]
    fn every_difference_is_told() {
        let case = case(
            r#"{"name": "a", "why": "b", "input": {}, "at": {"/x": 1}, "problems": [{"code": "a.b", "path": ""}]}"#,
        )
        .expect("a case");
        assert_eq!(case.difference(&answer(Some(serde_json::json!({"x": 1, "y": 2})), &["a.b"])), None);
        let text = case.difference(&answer(Some(serde_json::json!({"x": 2})), &[])).expect("two differences");
        assert!(text.contains("a.b at") && text.contains("at /x: expected 1, got 2"), "{text}");
    }
}
