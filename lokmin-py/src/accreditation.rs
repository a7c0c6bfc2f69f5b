//! What documents show for accreditation: one request in, one answer out.

use lokmin_core::accreditation::{accreditation_json, explain_json};
use pyo3::prelude::*;

use crate::document::answer_document;
use crate::problem::{language, plain};

/// Say what documents show for accreditation: criteria 1.6.2 a, b, c and 1.7.1 f. Interviews are not assessed.
///
/// The request has ``puskesmas``, ``window`` (``from``, ``to``: months), ``as_of``, and optionally ``scope``, ``forums``
/// (``Forum``s or dictionaries), ``schedules``, ``events``, ``lines`` (what ``Register.to_text`` gives), ``policy``, ``register_policy``
/// and ``scale``.
///
/// >>> answer = accreditation({"puskesmas": "P1", "window": {"from": "2025-01", "to": "2025-12"}, "as_of": "2025-12-31",
/// ...     "scope": "quarterly", "schedules": [{"year": 2025, "evidence": {"state": "held", "reference": "SK 4"}}]})
/// >>> [(row["element"], row["shown"], row["expected"], row["score"]) for row in answer["elements"]][:2]
/// [('1.6.2.a', 1, 17, 0), ('1.6.2.b', 0, 0, None)]
#[pyfunction]
#[pyo3(signature = (request, /, *, lang = "id"))]
pub(crate) fn accreditation<'py>(request: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    plain(request.py(), &answer_document(request, lang, accreditation_json)?)
}

/// Say the arithmetic of ``accreditation`` in words, in the language ``lang``: what was looked at, each element, and how
/// often lokmin was held.
///
/// >>> explain_accreditation({"puskesmas": "P1", "window": {"from": "2025-01", "to": "2025-12"}, "as_of": "2025-12-31",
/// ...     "scope": "quarterly"}, lang="en")[1]
/// '1.6.2.a: 0 of 17 documents = 0.0 %: score 0'
#[pyfunction]
#[pyo3(signature = (request, /, *, lang = "id"))]
pub(crate) fn explain_accreditation<'py>(request: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    let words = language(lang)?;
    plain(request.py(), &answer_document(request, lang, |text| explain_json(text, words))?)
}
