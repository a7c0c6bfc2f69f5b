//! Sheets: one request in, figures out. Files are read in `_report.py`.

use lokmin_core::exchange::table;
use pyo3::prelude::*;

use crate::document::answer_document;
use crate::problem::plain;

/// Read a sheet: ``rows`` is its cells (lists of texts, numbers, ``None``); the answer is ``figures``, a dictionary of
/// columns as ``assess`` takes them, and ``recognised``: what was understood, skipped and left out.
///
/// The request may also have ``working_area``, ``year``, ``period``, ``indicator``, ``columns``, ``header_rows``,
/// ``numbers``, ``missing``, ``by_sex`` and ``catalogue``. A sheet with personal data is refused. ``read_report`` reads
/// the cells from a file or a frame.
///
/// >>> table = read_table({"period": "2025-07", "rows": [["Desa", "K1", "Sasaran K1"], ["Jebak", 4, 57]]})
/// >>> [table["figures"][name] for name in ("area_name", "indicator", "month", "numerator", "denominator")]
/// [['Jebak'], ['K1'], ['2025-07'], [4], [57]]
#[pyfunction]
#[pyo3(signature = (request, /, *, lang = "id"))]
pub(crate) fn read_table<'py>(request: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    plain(request.py(), &answer_document(request, lang, table::read_table)?)
}
