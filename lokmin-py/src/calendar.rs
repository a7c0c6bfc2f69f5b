//! Written dates, quarters, times and spans.

use chrono::{NaiveDate, NaiveTime};
use lokmin_core::calendar::{self, ClockTime, StatedSpan};
use pyo3::prelude::*;

use crate::document::answer_document;
use crate::period::PyQuarter;
use crate::problem::{Text, Whole, answer, in_range, plain};

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
