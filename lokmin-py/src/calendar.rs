//! Quarters, months and dates.

use std::fmt;

use chrono::NaiveDate;
use lokmin_core::{Month, Quarter, calendar};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::problem::{Text, answer, in_range};

/// The right-hand side of a subtraction: another period, or a number of periods.
#[derive(FromPyObject)]
enum Less<P> {
    Period(P),
    Count(i64),
}

/// The answer of a subtraction: how many periods lie between, or the earlier period.
#[derive(IntoPyObject)]
enum Difference<P> {
    Count(i64),
    Period(P),
}

/// One calendar quarter, such as ``Quarter('2025Q3')``, of the years 1 to 9999.
///
/// Quarters order by time. ``quarter + 1`` is the next one, ``later - earlier`` counts the quarters between, and
/// ``date in quarter`` asks whether a date lies in it.
#[pyclass(name = "Quarter", module = "lokmin", frozen, eq, ord, hash, str, from_py_object)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PyQuarter(Quarter);

#[pymethods]
impl PyQuarter {
    #[new]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn parse(py: Python<'_>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(py, lang, || text.parse()).map(Self)
    }

    /// Return the quarter with a year, 1 to 9999, and a number, 1 to 4.
    #[classmethod]
    fn new(_class: &Bound<'_, PyType>, year: i32, number: u32) -> PyResult<Self> {
        in_range(Quarter::new(year, number)).map(Self)
    }

    /// Return the quarter that a date lies in.
    #[classmethod]
    fn containing(_class: &Bound<'_, PyType>, date: NaiveDate) -> PyResult<Self> {
        in_range(Quarter::containing(date)).map(Self)
    }

    /// The year, 1 to 9999.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year()
    }

    /// The number of the quarter in its year, 1 to 4.
    #[getter]
    fn number(&self) -> u32 {
        self.0.number()
    }

    /// The first day.
    #[getter]
    fn first_day(&self) -> NaiveDate {
        self.0.first_day()
    }

    /// The last day.
    #[getter]
    fn last_day(&self) -> NaiveDate {
        self.0.last_day()
    }

    /// The first month.
    #[getter]
    fn first_month(&self) -> PyMonth {
        PyMonth(self.0.first_month())
    }

    /// The last month.
    #[getter]
    fn last_month(&self) -> PyMonth {
        PyMonth(self.0.last_month())
    }

    /// The three months.
    #[getter]
    fn months(&self) -> (PyMonth, PyMonth, PyMonth) {
        self.0.months().map(PyMonth).into()
    }

    /// Return the quarter after this one, or None after the last of 9999.
    fn next(&self) -> Option<Self> {
        self.0.next().map(Self)
    }

    /// Return the quarter before this one, or None before the first of year 1.
    fn previous(&self) -> Option<Self> {
        self.0.previous().map(Self)
    }

    /// Return the quarters from this one to ``last``, both included; none when ``last`` lies before.
    #[pyo3(signature = (last, /))]
    fn through(&self, last: Self) -> Vec<Self> {
        self.0.through(last.0).map(Self).collect()
    }

    fn __contains__(&self, date: NaiveDate) -> bool {
        self.0.contains(date)
    }

    fn __add__(&self, quarters: i64) -> PyResult<Self> {
        in_range(self.0.checked_add(quarters)).map(Self)
    }

    fn __radd__(&self, quarters: i64) -> PyResult<Self> {
        self.__add__(quarters)
    }

    fn __sub__(&self, other: Less<Self>) -> PyResult<Difference<Self>> {
        match other {
            Less::Period(earlier) => Ok(Difference::Count(self.0.quarters_since(earlier.0))),
            Less::Count(quarters) => self.__add__(quarters.saturating_neg()).map(Difference::Period),
        }
    }

    fn __repr__(&self) -> String {
        format!("Quarter('{self}')")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (String,)) {
        (py.get_type::<Self>(), (self.to_string(),))
    }
}

impl fmt::Display for PyQuarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One calendar month, such as ``Month('2025-07')``, of the years 1 to 9999.
///
/// Months order by time. ``month + 1`` is the next one, ``later - earlier`` counts the months between, and
/// ``date in month`` asks whether a date lies in it.
#[pyclass(name = "Month", module = "lokmin", frozen, eq, ord, hash, str, from_py_object)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PyMonth(Month);

#[pymethods]
impl PyMonth {
    #[new]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn parse(py: Python<'_>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(py, lang, || text.parse()).map(Self)
    }

    /// Return the month with a year, 1 to 9999, and a number, 1 to 12.
    #[classmethod]
    fn new(_class: &Bound<'_, PyType>, year: i32, number: u32) -> PyResult<Self> {
        in_range(Month::new(year, number)).map(Self)
    }

    /// Return the month that a date lies in.
    #[classmethod]
    fn containing(_class: &Bound<'_, PyType>, date: NaiveDate) -> PyResult<Self> {
        in_range(Month::containing(date)).map(Self)
    }

    /// Read a DHIS2 monthly period id, such as ``202507``.
    #[classmethod]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn from_dhis2(class: &Bound<'_, PyType>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(class.py(), lang, || Month::from_dhis2(&text)).map(Self)
    }

    /// The year, 1 to 9999.
    #[getter]
    fn year(&self) -> i32 {
        self.0.year()
    }

    /// The number of the month, 1 to 12.
    #[getter]
    fn number(&self) -> u32 {
        self.0.number()
    }

    /// The quarter that the month lies in.
    #[getter]
    fn quarter(&self) -> PyQuarter {
        PyQuarter(self.0.quarter())
    }

    /// The first day.
    #[getter]
    fn first_day(&self) -> NaiveDate {
        self.0.first_day()
    }

    /// The last day.
    #[getter]
    fn last_day(&self) -> NaiveDate {
        self.0.last_day()
    }

    /// Return the month after this one, or None after December 9999.
    fn next(&self) -> Option<Self> {
        self.0.next().map(Self)
    }

    /// Return the month before this one, or None before January of year 1.
    fn previous(&self) -> Option<Self> {
        self.0.previous().map(Self)
    }

    /// Return the months from this one to ``last``, both included; none when ``last`` lies before.
    #[pyo3(signature = (last, /))]
    fn through(&self, last: Self) -> Vec<Self> {
        self.0.through(last.0).map(Self).collect()
    }

    /// Return the DHIS2 period id, such as ``202507``.
    fn to_dhis2(&self) -> String {
        self.0.to_dhis2()
    }

    fn __contains__(&self, date: NaiveDate) -> bool {
        self.0.contains(date)
    }

    fn __add__(&self, months: i64) -> PyResult<Self> {
        in_range(self.0.checked_add(months)).map(Self)
    }

    fn __radd__(&self, months: i64) -> PyResult<Self> {
        self.__add__(months)
    }

    fn __sub__(&self, other: Less<Self>) -> PyResult<Difference<Self>> {
        match other {
            Less::Period(earlier) => Ok(Difference::Count(self.0.months_since(earlier.0))),
            Less::Count(months) => self.__add__(months.saturating_neg()).map(Difference::Period),
        }
    }

    fn __repr__(&self) -> String {
        format!("Month('{self}')")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (String,)) {
        (py.get_type::<Self>(), (self.to_string(),))
    }
}

impl fmt::Display for PyMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Read an ISO date, ``YYYY-MM-DD``, of the years 1 to 9999.
#[pyfunction]
#[pyo3(signature = (text, /, *, lang = "id"))]
pub(crate) fn parse_iso_date(py: Python<'_>, text: Text<'_>, lang: &str) -> PyResult<NaiveDate> {
    answer(py, lang, || calendar::parse_iso_date(&text))
}
