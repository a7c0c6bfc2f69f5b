//! Documents as Python has them: JSON text, dictionaries and lists that JSON can say, or the values of this package.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;
use lokmin_core::problem::{Path, PathSegment};
use lokmin_core::{Kind, Outcome, json};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use serde::Serialize;

use crate::cadence::PyCadencePolicy;
use crate::forum::{PyCoveragePolicy, PyForum, PyWorkingArea};
use crate::indicator::{PyCatalogue, PyTargets};
use crate::period::{PandasPeriod, PyMonth, PyQuarter};
use crate::problem::{Text, answer, plain, refuse};
use crate::region::PyRegionCode;

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

/// Asks the core a question of named arguments; an argument that is None is left out.
///
/// A problem of an argument has its name as the first step of the path.
pub(crate) fn ask<'py, T, O>(
    py: Python<'py>,
    lang: &str,
    arguments: &[(&str, Option<&Bound<'py, PyAny>>)],
    operation: impl FnOnce(&str) -> O + Send,
) -> PyResult<Bound<'py, PyAny>>
where
    T: Send + Serialize,
    O: Into<Outcome<T>>,
{
    let question = PyDict::new(py);
    for (name, value) in arguments {
        if let Some(value) = value.filter(|value| !value.is_none()) {
            question.set_item(name, value)?;
        }
    }
    plain(py, &answer_document(question.as_any(), lang, operation)?)
}

/// Makes the Python class of a kind of document: read from a document, written as one, compared and hashed as one.
macro_rules! document_class {
    ($(#[doc = $doc:literal])+ $class:ident, $name:tt, $record:ty, { $($methods:tt)* }) => {
        $(#[doc = $doc])+
        #[pyo3::pyclass(name = $name, module = "lokmin", frozen, eq)]
        #[derive(Debug, PartialEq)]
        pub(crate) struct $class(pub(crate) $record);

        #[pyo3::pymethods]
        impl $class {
            #[new]
            #[pyo3(signature = (document, /, *, lang = "id"))]
            fn read(document: &Bound<'_, PyAny>, lang: &str) -> PyResult<Self> {
                $crate::document::answer_document(document, lang, <$record>::from_json).map(Self)
            }

            /// Read again what was pickled, without repeating its warnings.
            #[classmethod]
            fn _unpickle(class: &Bound<'_, pyo3::types::PyType>, text: &str) -> PyResult<Self> {
                let outcome = <$record>::from_json(text).into_result();
                outcome.map(Self).map_err(|problems| $crate::problem::refuse(class.py(), "id", &problems))
            }

            /// Return the document as dictionaries, lists, texts and numbers.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                $crate::problem::plain(py, &self.0)
            }

            /// Return the document as JSON text; equal documents have equal texts.
            pub(crate) fn to_json(&self) -> PyResult<String> {
                $crate::document::json_text(&self.0)
            }

            fn __hash__(&self) -> PyResult<u64> {
                Ok($crate::document::hash_of(&self.to_json()?))
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                let text = pyo3::types::PyString::new(py, &self.to_json()?).repr()?;
                Ok(format!(concat!($name, "({})"), text))
            }

            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
                Ok((slf.get_type().getattr("_unpickle")?, (slf.get().to_json()?,)))
            }

            $($methods)*
        }
    };
}
pub(crate) use document_class;

/// Returns the hash of a value, the same in every process.
pub(crate) fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Returns a record as JSON text.
pub(crate) fn json_text<T: Serialize>(record: &T) -> PyResult<String> {
    serde_json::to_string(record).map_err(|error| PyRuntimeError::new_err(error.to_string()))
}

/// Read a document of a kind: JSON text (``str`` or ``bytes``), or dictionaries and lists.
///
/// Returns the document as a dictionary, raises ``ValidationError`` with every problem, or warns. The kinds are
/// ``forum``, ``working_area``, ``cadence_policy``, ``coverage_policy``, ``catalogue``, ``targets`` and ``event``.
///
/// >>> validate("coverage_policy", '{"schema": "lokmin.coverage_policy/1"}')
/// {'schema': 'lokmin.coverage_policy/1'}
#[pyfunction]
#[pyo3(signature = (kind, document, /, *, lang = "id"))]
pub(crate) fn validate<'py>(kind: Text<'_>, document: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    let py = document.py();
    let kind: Kind = answer(py, lang, || kind.parse())?;
    plain(py, &answer_document(document, lang, |text| lokmin_core::validate(kind, text))?)
}

/// Check the value at one place of a document by itself, while somebody is still writing the rest.
///
/// ``at`` is a JSON Pointer. Raises ``ValidationError`` with what is wrong there and below; rules across the members of a
/// record are left to ``validate``.
///
/// >>> validate_at("forum", {"held_on": "2025-07-03"}, "/held_on")
#[pyfunction]
#[pyo3(signature = (kind, document, at, /, *, lang = "id"))]
pub(crate) fn validate_at(kind: Text<'_>, document: &Bound<'_, PyAny>, at: Text<'_>, lang: &str) -> PyResult<()> {
    let kind: Kind = answer(document.py(), lang, || kind.parse())?;
    answer_document(document, lang, |text| lokmin_core::document::validate_at(kind, text, &at))
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
        } else if let Some(text) = own_text(value) {
            let _ = write!(self.text, "\"{text}\"");
        } else if let Some(document) = own_document(value) {
            self.text.push_str(&document?);
        } else if let Some(period) = PandasPeriod::of(value) {
            let period = period?;
            match period.text() {
                Some(text) => self.text.push_str(&serde_json::Value::from(text).to_string()),
                None => self.refuse(format!("Period of {}", period.frequency)),
            }
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

/// Returns the text of what this package itself gives: quarters, months, codes and dates. A date with a time is none.
fn own_text(value: &Bound<'_, PyAny>) -> Option<String> {
    if let Ok(quarter) = value.cast::<PyQuarter>() {
        return Some(quarter.get().to_string());
    }
    if let Ok(month) = value.cast::<PyMonth>() {
        return Some(month.get().to_string());
    }
    if let Ok(code) = value.cast::<PyRegionCode>() {
        return Some(code.get().to_string());
    }
    if value.is_instance_of::<PyDateTime>() {
        return None;
    }
    value.extract::<NaiveDate>().ok().map(|date| date.to_string())
}

/// Returns the JSON text of a document of this package.
fn own_document(value: &Bound<'_, PyAny>) -> Option<PyResult<String>> {
    if let Ok(forum) = value.cast::<PyForum>() {
        return Some(forum.get().to_json());
    }
    if let Ok(area) = value.cast::<PyWorkingArea>() {
        return Some(area.get().to_json());
    }
    if let Ok(policy) = value.cast::<PyCadencePolicy>() {
        return Some(policy.get().to_json());
    }
    if let Ok(catalogue) = value.cast::<PyCatalogue>() {
        return Some(catalogue.get().to_json());
    }
    if let Ok(targets) = value.cast::<PyTargets>() {
        return Some(targets.get().to_json());
    }
    value.cast::<PyCoveragePolicy>().ok().map(|policy| policy.get().to_json())
}

/// Return a document as the JSON text that the core reads; for the tests of this package.
#[pyfunction]
#[pyo3(signature = (document, /, *, lang = "id"))]
pub(crate) fn _json_text(document: &Bound<'_, PyAny>, lang: &str) -> PyResult<String> {
    answer_document(document, lang, |text| Ok(text.to_owned()))
}
