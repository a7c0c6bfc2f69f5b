//! lokmin for Python: values in, a call to the core, an answer or an exception out.
//!
//! No rule lives here. One file for each room of the core; `problem` turns an outcome into what Python expects.

#![expect(
    clippy::doc_link_with_quotes,
    clippy::needless_pass_by_value,
    clippy::trivially_copy_pass_by_ref,
    clippy::wrong_self_convention,
    reason = "doc comments are docstrings of Python, and PyO3 prescribes how arguments and `self` are passed"
)]

mod accreditation;
mod assess;
mod cadence;
mod calendar;
mod document;
mod exchange;
mod forum;
mod holiday;
mod indicator;
mod number;
mod period;
mod problem;
mod recommendation;
mod region;
mod render;
mod review;
mod sector;
mod table;

/// The compiled half of the Python package `lokmin`.
#[pyo3::pymodule(gil_used = false)]
mod _lokmin {
    use lokmin_core::cadence::Status;
    use pyo3::prelude::*;
    use pyo3::types::PyTuple;

    #[pymodule_export]
    use super::accreditation::{accreditation, explain_accreditation};

    #[pymodule_export]
    use super::assess::{
        assess_defaults, assess_series, drop_out, explain_roll_up, explain_series, iks, iks_area, pkp,
        published_percentage, quality, rank, roll_up, skdn, suppress, uci,
    };

    #[pymodule_export]
    use super::cadence::{
        PyCadencePolicy, evaluate_cadence, evaluate_cadence_columns, explain_cadence, place_meeting, schedule,
    };

    #[pymodule_export]
    use super::calendar::{
        parse_clock_time, parse_date, parse_iso_date, parse_quarter, parse_span, parse_time, read_date, read_quarter,
        reviewed_by_default, stated_span,
    };

    #[pymodule_export]
    use super::document::{_json_text, validate, validate_at};

    #[pymodule_export]
    use super::exchange::read_table;

    #[pymodule_export]
    use super::forum::{PyCoveragePolicy, PyForum, PyWorkingArea, sector_coverage};

    #[pymodule_export]
    use super::holiday::PyHolidays;

    #[pymodule_export]
    use super::indicator::{
        PyCatalogue, PyTargets, indicator, lookup_target, read_catalogue_csv, read_targets_csv, resolve_indicator,
        target_sources,
    };

    #[pymodule_export]
    use super::number::parse_number;

    #[pymodule_export]
    use super::period::{PyMonth, PyQuarter};

    #[pymodule_export]
    use super::recommendation::{PyRegister, next_state, transitions};

    #[pymodule_export]
    use super::region::{PyCodeChanges, PyRegionCode, PyRegionIndex, parse_region};

    #[pymodule_export]
    use super::render::{render_follow_up_matrix, render_review, render_village_reports};

    #[pymodule_export]
    use super::review::{PyReview, review};

    #[pymodule_export]
    use super::table::{_assess_table, _parents_of, _printed, _roll_up_table, PyBatches, flag_names};

    #[pymodule_export]
    use super::sector::{PyRecognition, PySectorAliases, expand_place, recognise_sector};

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name that Python packages use")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("CADENCE_STATUSES", PyTuple::new(module.py(), Status::ALL.iter().map(|status| status.as_str()))?)
    }
}
