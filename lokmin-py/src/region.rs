//! Region codes, lists of regions, and what became of a code.

use std::fmt;
use std::sync::Arc;

use lokmin_core::region::{self, CodeChanges, Level, RegionIndex, System};
use lokmin_core::{Outcome, RegionCode, Year};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::document::hash_of;
use crate::problem::{Text, Whole, answer, in_range, plain, refuse};

/// One region code of the Ministry of Home Affairs, such as ``RegionCode('15.04.02.2003')``.
///
/// Codes order by their parts. ``village in subdistrict`` asks whether one lies inside the other, going by the codes.
///
/// >>> code = RegionCode("15.04.02.2003")
/// >>> code.parent, code.level, code in RegionCode("15.04")
/// (RegionCode('15.04.02'), 'village', True)
#[pyclass(name = "RegionCode", module = "lokmin", frozen, eq, ord, hash, str, from_py_object)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PyRegionCode(RegionCode);

#[pymethods]
impl PyRegionCode {
    #[new]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn parse(py: Python<'_>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(py, lang, || text.parse()).map(Self)
    }

    /// How deep the region lies: ``province``, ``district``, ``subdistrict`` or ``village``.
    #[getter]
    fn level(&self) -> &'static str {
        self.0.level().as_str()
    }

    /// The region one level up; None for a province.
    #[getter]
    fn parent(&self) -> Option<Self> {
        self.0.parent().map(Self)
    }

    /// ``kelurahan``, ``desa`` or ``desa_adat``; None for anything but a village.
    #[getter]
    fn village_kind(&self) -> Option<&'static str> {
        self.0.village_kind().map(region::VillageKind::as_str)
    }

    /// Return the region of a level that this one lies in, itself at its own level; None for a deeper level.
    #[pyo3(signature = (level, /, *, lang = "id"))]
    fn ancestor(&self, py: Python<'_>, level: Text<'_>, lang: &str) -> PyResult<Option<Self>> {
        let level: Level = answer(py, lang, || level.parse())?;
        Ok(self.0.ancestor(level).map(Self))
    }

    /// Return the code without its dots, as FHIR profiles of SATUSEHAT write it.
    fn undotted(&self) -> String {
        self.0.undotted()
    }

    fn __contains__(&self, other: Self) -> bool {
        self.0.contains(other.0)
    }

    fn __repr__(&self) -> String {
        format!("RegionCode('{self}')")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (String,)) {
        (py.get_type::<Self>(), (self.to_string(),))
    }
}

impl From<RegionCode> for PyRegionCode {
    fn from(code: RegionCode) -> Self {
        Self(code)
    }
}

impl fmt::Display for PyRegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Read a region code as sources write it: with dots, or as 2, 4, 6 or 10 digits.
///
/// ``system`` says whose code it is, ``kemendagri`` or ``bps``; without it, 4 and 10 digits are read with a warning. A
/// code of BPS is refused.
///
/// >>> parse_region("1504022003", system="kemendagri")
/// RegionCode('15.04.02.2003')
#[pyfunction]
#[pyo3(signature = (text, /, *, system = None, lang = "id"))]
pub(crate) fn parse_region(
    py: Python<'_>,
    text: Text<'_>,
    system: Option<Text<'_>>,
    lang: &str,
) -> PyResult<PyRegionCode> {
    let system: Option<System> = answer(py, lang, || system.map(|system| system.parse()).transpose())?;
    answer(py, lang, || region::parse_region(&text, system)).map(PyRegionCode)
}

/// A list of regions with their names, from ``RegionIndex.from_csv(text)``.
///
/// >>> index = RegionIndex.from_csv("kode,nama\n33.02.01,Lumbir\n33.02.01.2007,Lumbir\n")
/// >>> index.find("Desa LUMBIR"), RegionCode("33.02") in index, len(index)
/// (RegionCode('33.02.01.2007'), False, 2)
#[pyclass(name = "RegionIndex", module = "lokmin", frozen)]
#[derive(Debug)]
pub(crate) struct PyRegionIndex {
    index: RegionIndex,
    /// The texts that it was read from, for copies of it; each goes before those behind it.
    texts: Vec<Arc<str>>,
}

impl PyRegionIndex {
    fn read(text: &str) -> Outcome<Self> {
        RegionIndex::from_csv(text).map(|index| Self { index, texts: vec![text.into()] })
    }

    fn with_own(&self, own: &Self) -> Self {
        let texts = self.texts.iter().chain(&own.texts).cloned().collect();
        Self { index: self.index.merge(&own.index), texts }
    }
}

#[pymethods]
impl PyRegionIndex {
    /// Read a CSV text with the columns ``kode`` and ``nama``, and optionally ``tingkat`` and ``jenis``.
    #[classmethod]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn from_csv(class: &Bound<'_, PyType>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(class.py(), lang, || Self::read(&text))
    }

    /// Return a list with the regions of both; where both have a code, the name is that of ``own``.
    #[pyo3(signature = (own, /))]
    fn merge(&self, py: Python<'_>, own: &Self) -> Self {
        py.detach(|| self.with_own(own))
    }

    /// Find the region with a name: inside ``within`` and of ``level`` where they are given.
    #[pyo3(signature = (name, /, *, within = None, level = None, lang = "id"))]
    fn find(
        &self,
        py: Python<'_>,
        name: Text<'_>,
        within: Option<PyRegionCode>,
        level: Option<Text<'_>>,
        lang: &str,
    ) -> PyResult<PyRegionCode> {
        let level: Option<Level> = answer(py, lang, || level.map(|level| level.parse()).transpose())?;
        answer(py, lang, || self.index.find(&name, within.map(|code| code.0), level)).map(PyRegionCode)
    }

    /// Return a code as it is, with a warning where the list does not have it.
    #[pyo3(signature = (code, /, *, lang = "id"))]
    fn check(&self, py: Python<'_>, code: PyRegionCode, lang: &str) -> PyResult<PyRegionCode> {
        answer(py, lang, || self.index.check(code.0)).map(PyRegionCode)
    }

    /// Return the name of a region as the list writes it, or None.
    #[pyo3(signature = (code, /))]
    fn name(&self, code: PyRegionCode) -> Option<&str> {
        self.index.name(code.0)
    }

    /// Return the regions one level below a region, with their names, by code.
    #[pyo3(signature = (code, /))]
    fn children(&self, code: PyRegionCode) -> Vec<(PyRegionCode, &str)> {
        self.index.children(code.0).map(|(code, name)| (PyRegionCode(code), name)).collect()
    }

    /// Return all regions with their names, by code.
    fn items(&self) -> Vec<(PyRegionCode, &str)> {
        self.index.iter().map(|(code, name)| (PyRegionCode(code), name)).collect()
    }

    fn __contains__(&self, code: PyRegionCode) -> bool {
        self.index.contains(code.0)
    }

    fn __len__(&self) -> usize {
        self.index.len()
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.index == other.index
    }

    fn __hash__(&self, py: Python<'_>) -> u64 {
        py.detach(|| hash_of(&self.index.iter().collect::<Vec<_>>()))
    }

    fn __repr__(&self) -> String {
        format!("<RegionIndex: {} regions>", self.index.len())
    }

    /// Read again what was pickled, without repeating its warnings.
    #[classmethod]
    fn _unpickle(class: &Bound<'_, PyType>, texts: Vec<String>) -> PyResult<Self> {
        let all = || {
            let empty = Self { index: RegionIndex::default(), texts: Vec::new() };
            texts.iter().try_fold(empty, |all, text| Ok(all.with_own(&Self::read(text).into_result()?)))
        };
        class.py().detach(all).map_err(|problems| refuse(class.py(), "id", &problems))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Vec<String>,))> {
        Ok((slf.get_type().getattr("_unpickle")?, (owned(&slf.get().texts),)))
    }
}

/// The changes of village codes between editions of the list of regions, from ``CodeChanges.from_csv(text)``.
///
/// >>> changes = CodeChanges.from_csv(
/// ...     "dari,ke,perubahan,kode,nama_lama,nama_baru\n2022,2023,ganti_nama,73.10.05.1003,Tonasa,Kassi\n")
/// >>> changes.map(RegionCode("73.10.05.1003"), 2022, 2023)["basis"]
/// 'renamed'
#[pyclass(name = "CodeChanges", module = "lokmin", frozen)]
#[derive(Debug)]
pub(crate) struct PyCodeChanges {
    changes: CodeChanges,
    /// The text that it was read from, then those of the mappings, for copies of it.
    texts: Vec<Arc<str>>,
}

impl PyCodeChanges {
    fn read(text: &str) -> Outcome<Self> {
        CodeChanges::from_csv(text).map(|changes| Self { changes, texts: vec![text.into()] })
    }

    fn with(&self, text: &str) -> Outcome<Self> {
        let texts = self.texts.iter().cloned().chain([text.into()]).collect();
        self.changes.clone().with_mapping(text).map(|changes| Self { changes, texts })
    }
}

#[pymethods]
impl PyCodeChanges {
    /// Read a CSV text with the columns ``dari``, ``ke``, ``perubahan``, ``kode``, ``nama_lama`` and ``nama_baru``.
    #[classmethod]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn from_csv(class: &Bound<'_, PyType>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(class.py(), lang, || Self::read(&text))
    }

    /// Return the changes with a mapping that the caller vouches for: CSV with ``edisi``, ``lama`` and ``baru``.
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn with_mapping(&self, py: Python<'_>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(py, lang, || self.with(&text))
    }

    /// The editions that the table knows, in order.
    #[getter]
    fn editions(&self) -> Vec<i32> {
        self.changes.editions().into_iter().map(Year::get).collect()
    }

    /// Say what became of a village code of the edition ``from_`` in the edition ``to``.
    #[pyo3(signature = (code, /, from_, to, *, lang = "id"))]
    fn map<'py>(
        &self,
        py: Python<'py>,
        code: PyRegionCode,
        from_: Whole<i32>,
        to: Whole<i32>,
        lang: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (from, to) = (in_range(Year::new(from_.0))?, in_range(Year::new(to.0))?);
        plain(py, &answer(py, lang, || self.changes.map(code.0, from, to))?)
    }

    /// Say what became of many village codes: one answer each, in their order.
    #[pyo3(signature = (codes, /, from_, to, *, lang = "id"))]
    fn map_series<'py>(
        &self,
        py: Python<'py>,
        codes: Vec<PyRegionCode>,
        from_: Whole<i32>,
        to: Whole<i32>,
        lang: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (from, to) = (in_range(Year::new(from_.0))?, in_range(Year::new(to.0))?);
        let codes: Vec<RegionCode> = codes.into_iter().map(|code| code.0).collect();
        plain(py, &answer(py, lang, || -> Outcome<_> { self.changes.map_series(&codes, from, to) })?)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.changes == other.changes
    }

    fn __hash__(&self) -> u64 {
        hash_of(&self.editions())
    }

    fn __repr__(&self) -> String {
        format!("<CodeChanges: editions {:?}>", self.editions())
    }

    /// Read again what was pickled, without repeating its warnings.
    #[classmethod]
    fn _unpickle(class: &Bound<'_, PyType>, texts: Vec<String>) -> PyResult<Self> {
        let all = || {
            let (first, mappings) = texts.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
            mappings.iter().try_fold(Self::read(first).into_result()?, |all, text| all.with(text).into_result())
        };
        class.py().detach(all).map_err(|problems| refuse(class.py(), "id", &problems))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Vec<String>,))> {
        Ok((slf.get_type().getattr("_unpickle")?, (owned(&slf.get().texts),)))
    }
}

fn owned(texts: &[Arc<str>]) -> Vec<String> {
    texts.iter().map(|text| text.as_ref().to_owned()).collect()
}
