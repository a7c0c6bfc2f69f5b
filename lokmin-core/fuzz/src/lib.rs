//! What every answer has to be, whatever was asked.

use lokmin_core::{Lang, Outcome};
use serde::Serialize;

/// Returns the value of an answer, after checks on all of it.
///
/// # Panics
///
/// There is neither a value nor an error, or the value is no JSON, or a message is empty or longer than one line.
pub fn check<T: Serialize>(answer: impl Into<Outcome<T>>) -> Option<T> {
    let (value, problems) = answer.into().into_parts();
    assert_eq!(value.is_none(), problems.has_errors(), "a value or an error: {problems}");
    for problem in &problems {
        for lang in [Lang::Id, Lang::En] {
            let message = problem.message(lang);
            assert!(!message.is_empty() && !message.contains(['\n', '\r']), "{}: {message:?}", problem.code());
            serde_json::to_string(&problem.view(lang)).expect("a problem is JSON");
        }
    }
    if let Some(value) = &value {
        serde_json::to_string(value).expect("a value is JSON");
    }
    value
}

/// Splits an input at its first line break: the name of an operation, with arguments after tabs, and the text.
#[must_use]
pub fn split(input: &str) -> Option<(&str, Vec<&str>, &str)> {
    let (line, text) = input.split_once('\n')?;
    let mut words = line.split('\t');
    Some((words.next()?, words.collect(), text))
}
