//! lokmin for Python: values in, a call to the core, an answer or an exception out.
//!
//! No rule lives here. One file for each room of the core; [`problem`] turns an outcome into what Python expects.

#![expect(
    clippy::needless_pass_by_value,
    clippy::trivially_copy_pass_by_ref,
    clippy::wrong_self_convention,
    reason = "PyO3 prescribes how arguments and `self` are passed"
)]

mod calendar;
mod document;
mod problem;

/// The compiled half of the Python package `lokmin`.
#[pyo3::pymodule(gil_used = false)]
mod _lokmin {
    #[pymodule_export]
    use super::calendar::{PyMonth, PyQuarter, parse_iso_date};

    #[pymodule_export]
    use super::document::_json_text;

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name that Python packages use")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
