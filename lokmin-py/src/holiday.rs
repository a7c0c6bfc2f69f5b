//! The free days of some years.

use chrono::NaiveDate;
use lokmin_core::calendar::Holidays;
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::problem::{Text, Whole, answer, plain};

/// The free days of some years: ``Holidays.built_in()``, or ``Holidays.from_csv(text)``.
///
/// >>> from datetime import date
/// >>> holidays = Holidays.built_in()
/// >>> date(2025, 8, 17) in holidays, holidays.covers(2027)
/// (True, False)
#[pyclass(name = "Holidays", module = "lokmin", frozen, eq)]
#[derive(Debug, PartialEq)]
pub(crate) struct PyHolidays(Holidays);

#[pymethods]
impl PyHolidays {
    /// Return the free days of Indonesia from 2024 to 2026, as the Python package ``holidays`` 0.109 has them.
    #[classmethod]
    fn built_in(_class: &Bound<'_, PyType>) -> Self {
        Self(Holidays::indonesia_2024_2026().clone())
    }

    /// Read a CSV text with the columns ``tanggal``, ``hari``, ``jenis`` and ``nama``.
    #[classmethod]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn from_csv(class: &Bound<'_, PyType>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(class.py(), lang, || Holidays::from_csv(&text)).map(Self)
    }

    /// Return whether a date is free; False says nothing for a year that is not covered.
    #[pyo3(signature = (date, /))]
    fn is_holiday(&self, date: NaiveDate) -> bool {
        self.0.is_holiday(date)
    }

    /// Return the name of the free day on a date, or None; of several, the first.
    #[pyo3(signature = (date, /))]
    fn name(&self, date: NaiveDate) -> Option<&str> {
        self.0.name(date)
    }

    /// Return whether there are data for a year.
    #[pyo3(signature = (year, /))]
    fn covers(&self, year: Whole<i32>) -> bool {
        self.0.covers(year.0)
    }

    /// Return the free days of a year, one dictionary each; none, with a warning, when there are no data for it.
    #[pyo3(signature = (year, /, *, lang = "id"))]
    fn of_year<'py>(&self, py: Python<'py>, year: Whole<i32>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &answer(py, lang, || self.0.of_year(year.0))?)
    }

    /// Return all free days by date, one dictionary each.
    fn to_list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.0)
    }

    fn __contains__(&self, date: NaiveDate) -> bool {
        self.0.is_holiday(date)
    }

    fn __len__(&self) -> usize {
        self.0.days().len()
    }
}
