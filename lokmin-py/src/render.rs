//! Pages for people: HTML, Markdown, short text and CSV.

use lokmin_core::{Lang, Outcome, render};
use pyo3::prelude::*;

use crate::document::answer_document;
use crate::problem::{language, plain};

/// Write the page of a review: one A4 sheet with what must be known in the room, and an annex with everything else.
///
/// The request is that of ``review``. ``format`` is ``"html"`` (one page that needs nothing else), ``"markdown"``,
/// ``"text"`` (short enough for a chat) or ``"csv"`` (a file a table); ``lang`` is the language of the page, too.
/// Returns files, each with ``name``, ``media_type`` and ``text``.
///
/// >>> files = render_review({"quarter": "2025Q3", "as_of": "2025-08-20", "puskesmas": "Puskesmas Lumbir"})
/// >>> files[0]["name"], files[0]["text"][:15]
/// ('tinjauan-puskesmas-lumbir-2025q3.html', '<!DOCTYPE html>')
#[pyfunction]
#[pyo3(signature = (request, /, *, format = "html", lang = "id"))]
pub(crate) fn render_review<'py>(request: &Bound<'py, PyAny>, format: &str, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    files(request, format, lang, render::render_review)
}

/// Write the *rapor desa* of a review: one A4 page a village; as text one file a village.
///
/// >>> month = {"month": "2025-06", "numerator": 14, "denominator": 57}
/// >>> figures = [{"definition": "K6", "children": [{"area": "Cirahab", "series": [month]}]}]
/// >>> files = render_village_reports({"quarter": "2025Q3", "as_of": "2025-08-20", "figures": figures}, format="text")
/// >>> [file["name"] for file in files]
/// ['rapor-desa-2025q3.txt']
#[pyfunction]
#[pyo3(signature = (request, /, *, format = "html", lang = "id"))]
pub(crate) fn render_village_reports<'py>(
    request: &Bound<'py, PyAny>,
    format: &str,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    files(request, format, lang, render::render_village_reports)
}

/// Write the *matriks RTL* of a review: all recommendations, and what is asked of each sector (*tagihan RTL*).
///
/// >>> files = render_follow_up_matrix({"quarter": "2025Q3", "as_of": "2025-08-20"}, format="markdown", lang="en")
/// >>> files[0]["text"].splitlines()[0]
/// '# Follow-up matrix: Puskesmas (not stated), Q3 2025'
#[pyfunction]
#[pyo3(signature = (request, /, *, format = "html", lang = "id"))]
pub(crate) fn render_follow_up_matrix<'py>(
    request: &Bound<'py, PyAny>,
    format: &str,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    files(request, format, lang, render::render_follow_up_matrix)
}

fn files<'py>(
    request: &Bound<'py, PyAny>,
    format: &str,
    lang: &str,
    write: impl FnOnce(&str, &str, Lang) -> Outcome<Vec<render::File>> + Send,
) -> PyResult<Bound<'py, PyAny>> {
    let words = language(lang)?;
    plain(request.py(), &answer_document(request, lang, |text| write(text, format, words))?)
}
