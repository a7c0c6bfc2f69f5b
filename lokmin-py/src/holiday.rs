//! The free days of some years.

use chrono::NaiveDate;
use lokmin_core::Outcome;
use lokmin_core::calendar::Holidays;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyType};

use crate::document::{hash_of, json_text};
use crate::problem::{Text, Whole, answer, plain, refuse};

/// The free days of some years: ``Holidays.built_in()``, or ``Holidays.from_csv(text)``.
///
/// >>> from datetime import date
/// >>> holidays = Holidays.built_in()
/// >>> date(2025, 8, 17) in holidays, holidays.covers(2027)
/// (True, False)
#[pyclass(name = "Holidays", module = "lokmin", frozen)]
#[derive(Debug)]
pub(crate) struct PyHolidays {
    holidays: Holidays,
    /// The text that they were read from; `None` for the built-in ones.
    text: Option<String>,
}

impl PyHolidays {
    fn read(text: &str) -> Outcome<Self> {
        Holidays::from_csv(text).map(|holidays| Self { holidays, text: Some(text.to_owned()) })
    }
}

#[pymethods]
impl PyHolidays {
    /// Return the free days of Indonesia from 2024 to 2026, as the Python package ``holidays`` 0.109 has them.
    #[classmethod]
    fn built_in(_class: &Bound<'_, PyType>) -> Self {
        Self { holidays: Holidays::indonesia_2024_2026().clone(), text: None }
    }

    /// Read a CSV text with the columns ``tanggal``, ``hari``, ``jenis`` and ``nama``.
    #[classmethod]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn from_csv(class: &Bound<'_, PyType>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(class.py(), lang, || Self::read(&text))
    }

    /// Return whether a date is free; False says nothing for a year that is not covered.
    #[pyo3(signature = (date, /))]
    fn is_holiday(&self, date: NaiveDate) -> bool {
        self.holidays.is_holiday(date)
    }

    /// Return the name of the free day on a date, or None; of several, the first.
    #[pyo3(signature = (date, /))]
    fn name(&self, date: NaiveDate) -> Option<&str> {
        self.holidays.name(date)
    }

    /// Return whether there are data for a year.
    #[pyo3(signature = (year, /))]
    fn covers(&self, year: Whole<i32>) -> bool {
        self.holidays.covers(year.0)
    }

    /// Return the free days of a year, one dictionary each; none, with a warning, when there are no data for it.
    #[pyo3(signature = (year, /, *, lang = "id"))]
    fn of_year<'py>(&self, py: Python<'py>, year: Whole<i32>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &answer(py, lang, || self.holidays.of_year(year.0))?)
    }

    /// Return all free days by date, one dictionary each.
    fn to_list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        plain(py, &self.holidays)
    }

    fn __contains__(&self, date: NaiveDate) -> bool {
        self.holidays.is_holiday(date)
    }

    fn __len__(&self) -> usize {
        self.holidays.days().len()
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.holidays == other.holidays
    }

    fn __hash__(&self) -> PyResult<u64> {
        Ok(hash_of(&json_text(&self.holidays)?))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(match &self.text {
            None => "Holidays.built_in()".to_owned(),
            Some(text) => format!("Holidays.from_csv({})", PyString::new(py, text).repr()?),
        })
    }

    /// Read again what was pickled, without repeating its warnings.
    #[classmethod]
    fn _unpickle(class: &Bound<'_, PyType>, text: Option<&str>) -> PyResult<Self> {
        let Some(text) = text else { return Ok(Self::built_in(class)) };
        Self::read(text).into_result().map_err(|problems| refuse(class.py(), "id", &problems))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Option<String>,))> {
        Ok((slf.get_type().getattr("_unpickle")?, (slf.get().text.clone(),)))
    }
}
