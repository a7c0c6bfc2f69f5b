//! One quarter of one Puskesmas put together.

use pyo3::prelude::*;

use crate::document::answer_document;
use crate::problem::plain;

/// Put one quarter of one Puskesmas together: what its forum needs on the table.
///
/// The request has ``quarter`` and ``as_of``, and whatever is known: ``puskesmas``, ``working_area``, ``forums``,
/// ``events`` of the register, ``figures`` (one entry an indicator, as in ``roll_up``), ``targets``, ``view``, policies,
/// ``first``, ``red_share`` and ``hide_sensitive``. The answer names officials only, and no phone numbers.
///
/// >>> answer = review({"quarter": "2025Q3", "as_of": "2025-08-20"})
/// >>> answer["cadence"]["row"]["status"], answer["attendance"]
/// ('due', None)
#[pyfunction]
#[pyo3(signature = (request, /, *, lang = "id"))]
pub(crate) fn review<'py>(request: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    plain(request.py(), &answer_document(request, lang, lokmin_core::review::review)?)
}
