//! Numbers as people type them.

use lokmin_core::number;
use pyo3::prelude::*;

use crate::problem::{Text, answer};

/// Read a number as people type it, with a decimal comma or point; what may be two numbers is refused.
///
/// >>> parse_number("76,80")
/// Decimal('76.8')
#[pyfunction]
#[pyo3(signature = (text, /, *, lang = "id"))]
pub(crate) fn parse_number<'py>(py: Python<'py>, text: Text<'_>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    let number = answer(py, lang, || number::parse_number(&text))?;
    py.import("decimal")?.getattr("Decimal")?.call1((number.to_string(),))
}
