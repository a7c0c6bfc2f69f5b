//! Quarters, months and dates.

use std::fmt;

use chrono::{NaiveDate, NaiveTime};
use lokmin_core::calendar::{self, ClockTime, StatedSpan};
use lokmin_core::{Month, Quarter};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::document::answer_document;
use crate::problem::{Text, Whole, answer, in_range, plain};

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
pub(crate) struct PyQuarter(pub(crate) Quarter);

#[pymethods]
impl PyQuarter {
    #[new]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn parse(py: Python<'_>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(py, lang, || text.parse()).map(Self)
    }

    /// Return the quarter with a year, 1 to 9999, and a number, 1 to 4.
    #[classmethod]
    fn new(_class: &Bound<'_, PyType>, year: Whole<i32>, number: Whole<u32>) -> PyResult<Self> {
        in_range(Quarter::new(year.0, number.0)).map(Self)
    }

    /// Return the quarter that a date lies in.
    #[classmethod]
    fn containing(_class: &Bound<'_, PyType>, date: NaiveDate) -> PyResult<Self> {
        in_range(Quarter::containing(date)).map(Self)
    }

    /// Read a DHIS2 quarterly period id, such as ``2025Q3``.
    #[classmethod]
    #[pyo3(signature = (text, /, *, lang = "id"))]
    fn from_dhis2(class: &Bound<'_, PyType>, text: Text<'_>, lang: &str) -> PyResult<Self> {
        answer(class.py(), lang, || Quarter::from_dhis2(&text)).map(Self)
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

    /// Return the DHIS2 period id, such as ``2025Q3``.
    fn to_dhis2(&self) -> String {
        self.0.to_dhis2()
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
    fn new(_class: &Bound<'_, PyType>, year: Whole<i32>, number: Whole<u32>) -> PyResult<Self> {
        in_range(Month::new(year.0, number.0)).map(Self)
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

/// Read the date that a text names, alone or in a sentence: day first, then the month.
///
/// A date without a year takes ``year``. A weekday that does not belong to the date is a warning.
///
/// >>> parse_date("Kamis (3/7/2025)")
/// datetime.date(2025, 7, 3)
#[pyfunction]
#[pyo3(signature = (text, /, *, year = None, lang = "id"))]
pub(crate) fn parse_date(py: Python<'_>, text: Text<'_>, year: Option<Whole<i32>>, lang: &str) -> PyResult<NaiveDate> {
    answer(py, lang, || calendar::parse_date(&text, year.map(|year| year.0))).map(|reading| reading.date())
}

/// Read the date that a text names, with the weekday that stands beside it and the part that was understood.
///
/// >>> read_date("Kamis (3/7/2025) di aula")
/// {'date': '2025-07-03', 'weekday': 'Thursday', 'text': 'Kamis (3/7/2025)'}
#[pyfunction]
#[pyo3(signature = (text, /, *, year = None, lang = "id"))]
pub(crate) fn read_date<'py>(
    py: Python<'py>,
    text: Text<'_>,
    year: Option<Whole<i32>>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    plain(py, &answer(py, lang, || calendar::parse_date(&text, year.map(|year| year.0)))?)
}

/// Read the quarter that a text names, alone or in a sentence.
///
/// A label without a year takes ``year``; without that, the year of the latest such quarter that begins on or before
/// the date ``on``.
///
/// >>> parse_quarter("Lokakarya Mini Tribulan III Tahun 2025")
/// Quarter('2025Q3')
/// >>> parse_quarter("TW IV", year=2024)
/// Quarter('2024Q4')
#[pyfunction]
#[pyo3(signature = (text, /, *, year = None, on = None, lang = "id"))]
pub(crate) fn parse_quarter(
    py: Python<'_>,
    text: Text<'_>,
    year: Option<Whole<i32>>,
    on: Option<NaiveDate>,
    lang: &str,
) -> PyResult<PyQuarter> {
    let reading = answer(py, lang, || calendar::parse_quarter(&text, year.map(|year| year.0), on))?;
    Ok(PyQuarter(reading.quarter()))
}

/// Read the quarter that a text names, with where its year comes from and the part that was understood.
///
/// >>> read_quarter("Lokmin TW III 2025")
/// {'quarter': '2025Q3', 'year_basis': 'stated', 'text': 'TW III 2025'}
#[pyfunction]
#[pyo3(signature = (text, /, *, year = None, on = None, lang = "id"))]
pub(crate) fn read_quarter<'py>(
    py: Python<'py>,
    text: Text<'_>,
    year: Option<Whole<i32>>,
    on: Option<NaiveDate>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    plain(py, &answer(py, lang, || calendar::parse_quarter(&text, year.map(|year| year.0), on))?)
}

/// Read a time of the day in its canonical form, ``HH:MM``.
///
/// >>> parse_clock_time("08:30")
/// datetime.time(8, 30)
#[pyfunction]
#[pyo3(signature = (text, /, *, lang = "id"))]
pub(crate) fn parse_clock_time(py: Python<'_>, text: Text<'_>, lang: &str) -> PyResult<NaiveTime> {
    let time: ClockTime = answer(py, lang, || text.parse())?;
    in_range(NaiveTime::from_hms_opt(time.hour(), time.minute(), 0))
}

/// Read the time of the day, or the start and end, that a text names.
///
/// >>> parse_time("10.00 WIB s.d. selesai")["start"]
/// '10:00'
#[pyfunction]
#[pyo3(signature = (text, /, *, lang = "id"))]
pub(crate) fn parse_time<'py>(py: Python<'py>, text: Text<'_>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    plain(py, &answer(py, lang, || calendar::parse_time(&text))?)
}

/// Read the time whose results a text speaks of, as said on the date ``on``.
///
/// ``reviewed`` is the quarter that the forum reviewed, where it is known.
///
/// >>> from datetime import date
/// >>> parse_span("tiga bulan terakhir", on=date(2025, 7, 30))["from"]
/// '2025-04'
#[pyfunction]
#[pyo3(signature = (text, /, *, on, reviewed = None, lang = "id"))]
pub(crate) fn parse_span<'py>(
    py: Python<'py>,
    text: Text<'_>,
    on: NaiveDate,
    reviewed: Option<PyQuarter>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    plain(py, &answer(py, lang, || calendar::parse_span(&text, on, reviewed.map(|quarter| quarter.0)))?)
}

/// Read a span as documents carry it: JSON text, or a dictionary.
///
/// >>> stated_span({"from": "2024-04", "to": "2024-06"})["basis"]
/// 'stated'
#[pyfunction]
#[pyo3(signature = (document, /, *, lang = "id"))]
pub(crate) fn stated_span<'py>(document: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    plain(document.py(), &answer_document(document, lang, StatedSpan::from_json)?)
}

/// Return the span that a forum of a quarter reviews when nothing is said: the quarter before, or None in year 1.
///
/// >>> reviewed_by_default(Quarter("2024Q3"))
/// {'from': '2024-04', 'to': '2024-06', 'basis': 'derived'}
#[pyfunction]
#[pyo3(signature = (quarter, /))]
pub(crate) fn reviewed_by_default(py: Python<'_>, quarter: PyQuarter) -> PyResult<Bound<'_, PyAny>> {
    plain(py, &StatedSpan::reviewed_by_default(quarter.0))
}
