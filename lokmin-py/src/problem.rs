//! Outcomes as Python knows them: a value, an exception, warnings.

use std::borrow::Cow;
use std::ops::Deref;

use lokmin_core::{Lang, Outcome, Problem, Problems};
use pyo3::exceptions::{PyOverflowError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyString;
use pythonize::pythonize;
use serde::Serialize;

pyo3::import_exception!(lokmin._errors, LokminError);
pyo3::import_exception!(lokmin._errors, ValidationError);

/// Runs an operation of the core on somebody's data, with the interpreter free meanwhile.
///
/// Returns the value and hands its warnings to the caller, or raises `ValidationError` with every problem.
pub(crate) fn answer<T, O>(py: Python<'_>, lang: &str, operation: impl FnOnce() -> O + Send) -> PyResult<T>
where
    T: Send,
    O: Into<Outcome<T>>,
{
    let lang = language(lang)?;
    settle(py, lang, py.detach(|| operation().into()))
}

/// Returns the value of an outcome and hands its warnings to the caller, or raises `ValidationError` with every problem.
pub(crate) fn settle<T>(py: Python<'_>, lang: Lang, outcome: Outcome<T>) -> PyResult<T> {
    let (value, problems) = outcome.into_parts();
    match value {
        Some(value) if problems.is_empty() => Ok(value),
        Some(value) => {
            py.import("lokmin._errors")?.getattr("warn")?.call1((views(py, &problems, lang)?,))?;
            Ok(value)
        }
        None => Err(ValidationError::new_err((views(py, &problems, lang)?,))),
    }
}

/// Returns the exception for problems that a face found before the core was entered.
pub(crate) fn refuse(py: Python<'_>, lang: &str, problems: &Problems) -> PyErr {
    let views = language(lang).and_then(|lang| views(py, problems, lang));
    views.map_or_else(|error| error, |views| ValidationError::new_err((views,)))
}

/// Returns a value that exists, or raises `LokminError` because the call asks for one outside the years 1 to 9999.
pub(crate) fn in_range<T>(value: Option<T>) -> PyResult<T> {
    value.ok_or_else(out_of_range)
}

pub(crate) fn out_of_range() -> PyErr {
    LokminError::new_err(("outside the years 1 to 9999, or no such number", "out_of_range"))
}

pub(crate) fn language(lang: &str) -> PyResult<Lang> {
    lang.parse().map_err(|error: lokmin_core::language::UnknownLanguage| {
        LokminError::new_err((error.to_string(), "unknown_language"))
    })
}

/// Returns an answer that has no Python class of its own as dictionaries, lists, texts and numbers.
pub(crate) fn plain<'py, T: Serialize>(py: Python<'py>, answer: &T) -> PyResult<Bound<'py, PyAny>> {
    Ok(pythonize(py, answer)?)
}

/// The problems as `_errors.py` takes them: a list of dictionaries with the members of the core.
pub(crate) fn views<'p>(
    py: Python<'_>,
    problems: impl IntoIterator<Item = &'p Problem>,
    lang: Lang,
) -> PyResult<Py<PyAny>> {
    let views: Vec<_> = problems.into_iter().map(|problem| problem.view(lang)).collect();
    Ok(plain(py, &views)?.unbind())
}

/// A whole number that the core takes; a greater one is asked for in vain, whatever it is for.
pub(crate) struct Whole<T>(pub(crate) T);

impl<'a, 'py, T> FromPyObject<'a, 'py> for Whole<T>
where
    T: FromPyObject<'a, 'py, Error = PyErr>,
{
    type Error = PyErr;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match object.extract::<T>() {
            Err(error) if error.is_instance_of::<PyOverflowError>(object.py()) => in_range(None),
            number => number.map(Self),
        }
    }
}

/// A text that somebody wrote: half a surrogate pair in it becomes U+FFFD, so that the core says what is wrong.
pub(crate) struct Text<'a>(Cow<'a, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Text<'a> {
    type Error = PyErr;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let text = object.cast::<PyString>().map_err(|_| PyTypeError::new_err("expected a str"))?;
        Ok(Self(match object.extract() {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(text.to_string_lossy().into_owned()),
        }))
    }
}
