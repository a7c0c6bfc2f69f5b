//! Sectors of offices and institutions named in free text.

use std::sync::Arc;

use lokmin_core::Outcome;
use lokmin_core::sector::{self, Recognition, Sector, SectorAliases};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple, PyType};

use crate::document::{hash_of, json_text};
use crate::problem::{Text, answer, plain, refuse};

/// What was recognised in one line of an attendance list, or in a phrase.
#[pyclass(name = "Recognition", module = "lokmin", frozen)]
#[derive(Debug)]
pub(crate) struct PyRecognition {
    found: Recognition,
    /// What it was recognised in, and by which aliases, for copies of it.
    text: String,
    aliases: Option<PySectorAliases>,
}

impl PyRecognition {
    fn of(text: &str, aliases: Option<&PySectorAliases>) -> Outcome<Self> {
        let found = match aliases {
            Some(aliases) => aliases.aliases.recognise(text),
            None => sector::recognise_sector(text),
        };
        found.map(|found| Self { found, text: text.to_owned(), aliases: aliases.cloned() })
    }
}

#[pymethods]
impl PyRecognition {
    /// The one sector that the text counts for; None when it is unknown or there are several.
    #[getter]
    fn code(&self) -> Option<&'static str> {
        self.found.code.map(Sector::as_str)
    }

    /// The offices, institutions and groups present, one dictionary each, in the order of the text.
    #[getter]
    fn sectors<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.found.sectors)
    }

    /// In what capacity: of the first match, or ``representing``.
    #[getter]
    fn capacity(&self) -> &'static str {
        self.found.capacity.as_str()
    }

    /// Who is represented, as a dictionary, where the text says it.
    #[getter]
    fn principal<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.found.principal)
    }

    /// The name of the person present, as written, where it is certain to be one.
    #[getter]
    fn name(&self) -> Option<&str> {
        self.found.name.as_deref()
    }

    /// Return everything as one dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.found)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<Recognition {}>", self.to_dict(py)?.repr()?))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.found == other.found
    }

    fn __hash__(&self) -> PyResult<u64> {
        Ok(hash_of(&json_text(&self.found)?))
    }

    /// Recognise again what was pickled, without repeating its warnings.
    #[classmethod]
    fn _unpickle(class: &Bound<'_, PyType>, text: &str, aliases: Option<&PySectorAliases>) -> PyResult<Self> {
        Self::of(text, aliases).into_result().map_err(|problems| refuse(class.py(), "id", &problems))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let own = slf.get();
        let state = (own.text.clone(), own.aliases.clone()).into_pyobject(slf.py())?;
        Ok((slf.get_type().getattr("_unpickle")?, state))
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
    answer(py, lang, || PyRecognition::of(&text, aliases))
}

/// The aliases by which offices and institutions are recognised; a district can add its own words.
///
/// >>> aliases = SectorAliases.built_in().with_csv("Kelihan Banjar,DESA,Kelihan Banjar,office")
/// >>> recognise_sector("Kelihan Banjar", aliases=aliases).code
/// 'DESA'
#[pyclass(name = "SectorAliases", module = "lokmin", frozen, skip_from_py_object)]
#[derive(Clone, Debug)]
pub(crate) struct PySectorAliases {
    aliases: SectorAliases,
    /// The texts that were added to the built-in ones.
    texts: Vec<Arc<str>>,
}

impl PySectorAliases {
    fn with(&self, text: &str) -> Outcome<Self> {
        let texts = self.texts.iter().cloned().chain([text.into()]).collect();
        self.aliases.with_csv(text).map(|aliases| Self { aliases, texts })
    }
}

#[pymethods]
impl PySectorAliases {
    /// Return the aliases that ship with the package.
    #[classmethod]
    fn built_in(_class: &Bound<'_, PyType>) -> Self {
        Self { aliases: SectorAliases::built_in(), texts: Vec::new() }
    }

    /// Return the aliases with more of them: CSV with ``alias,sectors,name,kind`` and optionally ``flags,source``.
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn with_csv(&self, py: Python<'_>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(py, lang, || self.with(&text))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.texts == other.texts
    }

    fn __hash__(&self) -> u64 {
        hash_of(&self.texts)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let own = |text: &Arc<str>| Ok(format!(".with_csv({})", PyString::new(py, text).repr()?));
        let own: Vec<String> = self.texts.iter().map(own).collect::<PyResult<_>>()?;
        Ok(format!("SectorAliases.built_in(){}", own.concat()))
    }

    /// Read again what was pickled, without repeating its warnings.
    #[classmethod]
    fn _unpickle(class: &Bound<'_, PyType>, texts: Vec<String>) -> PyResult<Self> {
        let all = texts.iter().try_fold(Self::built_in(class), |all, text| all.with(text).into_result());
        all.map_err(|problems| refuse(class.py(), "id", &problems))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Vec<String>,))> {
        let texts = slf.get().texts.iter().map(ToString::to_string).collect();
        Ok((slf.get_type().getattr("_unpickle")?, (texts,)))
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
