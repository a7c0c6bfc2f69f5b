//! Documents as Python has them: JSON text, or dictionaries and lists that JSON can say.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::NaiveDate;
use lokmin_core::problem::{Path, PathSegment};
use lokmin_core::{Outcome, json};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};

use crate::calendar::{PyMonth, PyQuarter};
use crate::problem::{answer, refuse};

/// How deep lists and dictionaries may be nested, as in the core.
const DEPTH_LIMIT: usize = 100;

/// How many values one document may hold: a value that is shared again and again would never end.
const SIZE_LIMIT: usize = 5_000_000;

/// Runs an operation of the core on a document: a `str` or `bytes` with JSON text, or a value.
///
/// What JSON cannot say is found before the core is entered, and raised as `ValidationError`.
pub(crate) fn answer_document<T, O>(
    document: &Bound<'_, PyAny>,
    lang: &str,
    operation: impl FnOnce(&str) -> O + Send,
) -> PyResult<T>
where
    T: Send,
    O: Into<Outcome<T>>,
{
    let py = document.py();
    let text = if let Ok(bytes) = document.extract::<&[u8]>() {
        String::from_utf8_lossy(bytes)
    } else if let Ok(text) = document.cast::<PyString>() {
        Cow::Owned(text.to_string_lossy().into_owned())
    } else {
        let mut walk = Walk::default();
        walk.write(document)?;
        if !walk.found.is_empty() {
            let found = walk.found.iter().map(|(path, name)| (path.clone(), name.as_deref()));
            return Err(refuse(py, lang, &json::unwritable(found)));
        }
        Cow::Owned(walk.text)
    };
    answer(py, lang, || operation(&text))
}

/// The walk through a value: its JSON text so far, and what JSON cannot say.
#[derive(Default)]
struct Walk {
    text: String,
    found: Vec<(Path, Option<String>)>,
    path: Vec<PathSegment>,
    parents: Vec<usize>,
    size: usize,
}

impl Walk {
    fn write(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        self.size += 1;
        if self.size > SIZE_LIMIT {
            self.refuse(format!("more than {SIZE_LIMIT} values"));
        } else if value.is_none() {
            self.text.push_str("null");
        } else if let Ok(value) = value.cast::<PyBool>() {
            self.text.push_str(if value.is_true() { "true" } else { "false" });
        } else if value.is_instance_of::<PyInt>() {
            match value.extract::<i128>() {
                Ok(number) => self.text.push_str(&number.to_string()),
                Err(_) => self.refuse("int of more than 127 bits".to_owned()),
            }
        } else if let Ok(value) = value.cast::<PyFloat>() {
            self.write_float(pyo3::types::PyFloatMethods::value(value));
        } else if let Ok(value) = value.cast::<PyString>() {
            self.write_text(value);
        } else if let Some(text) = own_text(value) {
            let _ = write!(self.text, "\"{text}\"");
        } else if let Ok(items) = value.cast::<PyDict>() {
            self.nest(value, ('{', '}'), |walk| {
                for (index, (key, item)) in items.iter().enumerate() {
                    if walk.size > SIZE_LIMIT {
                        break;
                    }
                    walk.write_member(index, &key, &item)?;
                }
                Ok(())
            })?;
        } else if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
            self.nest(value, ('[', ']'), |walk| {
                for (index, item) in value.try_iter()?.enumerate() {
                    if walk.size > SIZE_LIMIT {
                        break;
                    }
                    walk.separate(index);
                    walk.path.push(PathSegment::Index(index));
                    walk.write(&item?)?;
                    walk.path.pop();
                }
                Ok(())
            })?;
        } else {
            self.refuse(value.get_type().name()?.to_string());
        }
        Ok(())
    }

    fn nest(
        &mut self,
        value: &Bound<'_, PyAny>,
        (open, close): (char, char),
        items: impl FnOnce(&mut Self) -> PyResult<()>,
    ) -> PyResult<()> {
        let identity = value.as_ptr().addr();
        if self.parents.contains(&identity) {
            self.refuse("circular reference".to_owned());
        } else if self.parents.len() >= DEPTH_LIMIT {
            self.found.push((self.path.iter().cloned().collect(), None));
        } else {
            self.parents.push(identity);
            self.text.push(open);
            items(self)?;
            self.text.push(close);
            self.parents.pop();
        }
        Ok(())
    }

    fn write_member(&mut self, index: usize, key: &Bound<'_, PyAny>, item: &Bound<'_, PyAny>) -> PyResult<()> {
        let Ok(key) = key.cast::<PyString>() else {
            self.refuse(format!("{} as a name", key.get_type().name()?));
            return Ok(());
        };
        self.separate(index);
        self.path.push(PathSegment::Key(key.to_string_lossy().into_owned()));
        self.write_text(key);
        self.text.push(':');
        self.write(item)?;
        self.path.pop();
        Ok(())
    }

    fn separate(&mut self, index: usize) {
        if index > 0 {
            self.text.push(',');
        }
    }

    fn write_text(&mut self, value: &Bound<'_, PyString>) {
        match value.to_cow() {
            Ok(text) => self.text.push_str(&serde_json::Value::from(text).to_string()),
            Err(_) => self.refuse("half a surrogate pair".to_owned()),
        }
    }

    fn write_float(&mut self, value: f64) {
        match serde_json::Number::from_f64(value) {
            Some(number) => {
                let _ = write!(self.text, "{number}");
            }
            None if value.is_nan() => self.refuse("NaN".to_owned()),
            None => self.refuse(if value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()),
        }
    }

    fn refuse(&mut self, name: String) {
        self.found.push((self.path.iter().cloned().collect(), Some(name)));
    }
}

/// Returns the text of what this package itself gives: quarters, months and dates. A date with a time is none.
fn own_text(value: &Bound<'_, PyAny>) -> Option<String> {
    if let Ok(quarter) = value.extract::<PyQuarter>() {
        return Some(quarter.to_string());
    }
    if let Ok(month) = value.extract::<PyMonth>() {
        return Some(month.to_string());
    }
    if value.is_instance_of::<PyDateTime>() {
        return None;
    }
    value.extract::<NaiveDate>().ok().map(|date| date.to_string())
}

/// Return a document as the JSON text that the core reads; for the tests of this package.
#[pyfunction]
#[pyo3(signature = (document, /, *, lang = "id"))]
pub(crate) fn _json_text(document: &Bound<'_, PyAny>, lang: &str) -> PyResult<String> {
    answer_document(document, lang, |text| Ok(text.to_owned()))
}
