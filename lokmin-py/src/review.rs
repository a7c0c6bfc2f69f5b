//! One quarter of one Puskesmas put together.

use lokmin_core::render::{File, Format, Publication};
use lokmin_core::review::{Review, ReviewRequest};
use lokmin_core::{Lang, Outcome};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyType};

use crate::document::{answer_document, hash_of, json_text};
use crate::problem::{answer, language, plain, refuse};

/// Put one quarter of one Puskesmas together: what its forum needs on the table.
///
/// The request has ``quarter`` and ``as_of``, and whatever is known: ``puskesmas``, ``working_area``, ``forums``,
/// ``events`` of the register, ``figures`` (one entry an indicator, as in ``roll_up``), ``targets``, ``view``, policies,
/// ``first``, ``red_share`` and ``hide_sensitive``. The answer names officials only, and no phone numbers. ``Review`` has the
/// same with its pages.
///
/// >>> answer = review({"quarter": "2025Q3", "as_of": "2025-08-20"})
/// >>> answer["cadence"]["row"]["status"], answer["attendance"]
/// ('due', None)
#[pyfunction]
#[pyo3(signature = (request, /, *, lang = "id"))]
pub(crate) fn review<'py>(request: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    plain(request.py(), &answer_document(request, lang, lokmin_core::review::review)?)
}

/// One quarter of one Puskesmas put together, with its pages: made of the request of ``review``.
///
/// A review is a value: frozen, hashable, picklable, equal to one of the same request; in a notebook it shows its page.
///
/// >>> one = Review({"quarter": "2025Q3", "as_of": "2025-08-20", "puskesmas": "Puskesmas Lumbir"})
/// >>> one.to_html()[:15], one.to_dict()["cadence"]["row"]["status"]
/// ('<!DOCTYPE html>', 'due')
/// >>> "Q3 2025" in one.to_text(lang="en")
/// True
#[pyclass(name = "Review", module = "lokmin", frozen)]
#[derive(Debug)]
pub(crate) struct PyReview {
    /// The request as JSON text, in the order of its members.
    request: String,
    review: Review,
}

impl PyReview {
    fn of(text: &str) -> Outcome<Self> {
        ReviewRequest::from_json(text).and_then(|request| {
            let text = serde_json::to_string(&request).unwrap_or_default();
            request.run().map(|review| Self { request: text, review })
        })
    }

    /// Writes a publication of the review, with the interpreter free meanwhile.
    fn written(
        &self,
        py: Python<'_>,
        format: Format,
        lang: &str,
        pages: impl FnOnce(&Review, Lang) -> Publication + Send,
    ) -> PyResult<Vec<File>> {
        let lang = language(lang)?;
        Ok(py.detach(|| pages(&self.review, lang).files(format)))
    }

    /// Writes the page of the review as one text.
    fn page(&self, py: Python<'_>, format: Format, lang: &str) -> PyResult<String> {
        let files = self.written(py, format, lang, Review::page)?;
        Ok(files.into_iter().map(|file| file.text).collect::<Vec<_>>().concat())
    }

    fn named<'py>(
        &self,
        py: Python<'py>,
        format: &str,
        lang: &str,
        pages: impl FnOnce(&Review, Lang) -> Publication + Send,
    ) -> PyResult<Bound<'py, PyAny>> {
        let format: Format = answer(py, lang, || format.parse::<Format>().map_err(|problem| problem.inside("format")))?;
        plain(py, &self.written(py, format, lang, pages)?)
    }
}

#[pymethods]
impl PyReview {
    #[new]
    #[pyo3(signature = (request, /, *, lang = "id"))]
    fn read(request: &Bound<'_, PyAny>, lang: &str) -> PyResult<Self> {
        answer_document(request, lang, Self::of)
    }

    /// Make again what was pickled, without repeating its warnings.
    #[classmethod]
    fn _unpickle(class: &Bound<'_, PyType>, text: &str) -> PyResult<Self> {
        let outcome = class.py().detach(|| Self::of(text).into_result());
        outcome.map_err(|problems| refuse(class.py(), "id", &problems))
    }

    /// Return everything as dictionaries, lists, texts and numbers: the answer of ``review``.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.review)
    }

    /// Return everything as JSON text.
    fn to_json(&self) -> PyResult<String> {
        json_text(&self.review)
    }

    /// Return the page as HTML that needs nothing else: one A4 sheet for the room, and an annex.
    #[pyo3(signature = (*, lang = "id"))]
    fn to_html(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        self.page(py, Format::Html, lang)
    }

    /// Return the page as Markdown.
    #[pyo3(signature = (*, lang = "id"))]
    fn to_markdown(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        self.page(py, Format::Markdown, lang)
    }

    /// Return the page as text that is short enough for a chat.
    #[pyo3(signature = (*, lang = "id"))]
    fn to_text(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        self.page(py, Format::Text, lang)
    }

    /// Return the tables of the page as files, each with ``name``, ``media_type`` and ``text``.
    #[pyo3(signature = (*, lang = "id"))]
    fn to_csv<'py>(&self, py: Python<'py>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.written(py, Format::Csv, lang, Review::page)?)
    }

    /// Return the *rapor desa* as files, one page a village; ``format`` is that of ``render_review``.
    #[pyo3(signature = (*, format = "html", lang = "id"))]
    fn village_reports<'py>(&self, py: Python<'py>, format: &str, lang: &str) -> PyResult<Bound<'py, PyAny>> {
        self.named(py, format, lang, Review::village_reports)
    }

    /// Return the *matriks RTL* as files; ``format`` is that of ``render_review``.
    #[pyo3(signature = (*, format = "html", lang = "id"))]
    fn follow_up_matrix<'py>(&self, py: Python<'py>, format: &str, lang: &str) -> PyResult<Bound<'py, PyAny>> {
        self.named(py, format, lang, Review::follow_up_matrix)
    }

    /// The page in a frame of its own, so that its style stays inside.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let page = self.to_html(py, "id")?.replace('&', "&amp;").replace('"', "&quot;");
        Ok(format!(r#"<iframe srcdoc="{page}" sandbox style="width: 100%; height: 40em; border: 1px solid #ccc"></iframe>"#))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.request == other.request
    }

    fn __hash__(&self) -> u64 {
        hash_of(&self.request)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Review({})", PyString::new(py, &self.request).repr()?))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((slf.get_type().getattr("_unpickle")?, (slf.get().request.clone(),)))
    }
}
