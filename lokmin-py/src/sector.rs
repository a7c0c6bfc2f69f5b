//! Sectors of offices and institutions named in free text.

use lokmin_core::sector::{self, Recognition, Sector, SectorAliases};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::problem::{Text, answer, plain};

/// What was recognised in one line of an attendance list, or in a phrase.
#[pyclass(name = "Recognition", module = "lokmin", frozen, eq)]
#[derive(Debug, PartialEq)]
pub(crate) struct PyRecognition(Recognition);

#[pymethods]
impl PyRecognition {
    /// The one sector that the text counts for; None when it is unknown or there are several.
    #[getter]
    fn code(&self) -> Option<&'static str> {
        self.0.code.map(Sector::as_str)
    }

    /// The offices, institutions and groups present, one dictionary each, in the order of the text.
    #[getter]
    fn sectors<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0.sectors)
    }

    /// In what capacity: of the first match, or ``representing``.
    #[getter]
    fn capacity(&self) -> &'static str {
        self.0.capacity.as_str()
    }

    /// Who is represented, as a dictionary, where the text says it.
    #[getter]
    fn principal<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0.principal)
    }

    /// The name of the person present, as written, where it is certain to be one.
    #[getter]
    fn name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// Return everything as one dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<Recognition {}>", self.to_dict(py)?.repr()?))
    }
}

/// Recognise the sectors of the offices and institutions that a text names; what is unknown stays unknown.
///
/// >>> recognise_sector("Serda Syafwan Ansori, Babinsa Koramil 415-04/Muara Bulian").code
/// 'TNI'
#[pyfunction]
#[pyo3(signature = (text, /, *, aliases = None, lang = "id"))]
pub(crate) fn recognise_sector(
    py: Python<'_>,
    text: Text<'_>,
    aliases: Option<&PySectorAliases>,
    lang: &str,
) -> PyResult<PyRecognition> {
    answer(py, lang, || match aliases {
        Some(aliases) => aliases.0.recognise(&text),
        None => sector::recognise_sector(&text),
    })
    .map(PyRecognition)
}

/// The aliases by which offices and institutions are recognised; a district can add its own words.
///
/// >>> aliases = SectorAliases.built_in().with_csv("Kelihan Banjar,DESA,Kelihan Banjar,office")
/// >>> recognise_sector("Kelihan Banjar", aliases=aliases).code
/// 'DESA'
#[pyclass(name = "SectorAliases", module = "lokmin", frozen)]
#[derive(Debug)]
pub(crate) struct PySectorAliases(SectorAliases);

#[pymethods]
impl PySectorAliases {
    /// Return the aliases that ship with the package.
    #[classmethod]
    fn built_in(_class: &Bound<'_, PyType>) -> Self {
        Self(SectorAliases::built_in())
    }

    /// Return the aliases with more of them: CSV with ``alias,sectors,name,kind`` and optionally ``flags,source``.
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn with_csv(&self, py: Python<'_>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(py, lang, || self.0.with_csv(&text)).map(Self)
    }
}

/// Write the short forms of a place name in full; what could stand for several words is left as it is.
///
/// >>> expand_place("Puskesmas Pasar Ma. Tembesi")
/// 'Puskesmas Pasar Muara Tembesi'
#[pyfunction]
#[pyo3(signature = (text, /))]
pub(crate) fn expand_place(text: Text<'_>) -> String {
    sector::expand_place(&text)
}
