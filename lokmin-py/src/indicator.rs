//! Indicators and what is expected of them.

use lokmin_core::indicator::{
    Catalogue, Targets, indicator_json, lookup_target_json, resolve_indicator_json, target_sources_json,
};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::document::{ask, document_class};
use crate::problem::{Text, answer, plain};

document_class! {
    /// A catalogue of indicators of one's own, read from JSON text (``str`` or ``bytes``) or a dictionary.
    ///
    /// >>> Catalogue({"schema": "lokmin.catalogue/1", "pairs": [{"lower": "SHK", "upper": "KN1"}]}).to_dict()["pairs"]
    /// [{'lower': 'SHK', 'upper': 'KN1'}]
    PyCatalogue, "Catalogue", Catalogue, {
        /// Return the catalogue that the package carries.
        #[classmethod]
        fn built_in(_class: &Bound<'_, PyType>) -> Self {
            Self(Catalogue::built_in().clone())
        }
    }
}

document_class! {
    /// What is expected of indicators, read from JSON text (``str`` or ``bytes``) or a dictionary.
    ///
    /// >>> Targets({"schema": "lokmin.targets/1", "rates": {"K6": 80}}).to_dict()["targets"]
    /// [{'indicator': 'K6', 'rate': '80'}]
    PyTargets, "Targets", Targets, {}
}

/// Say which indicator a word means: a code, an alias or a name; the answer is its definition.
///
/// ``catalogue`` is a dictionary of one's own indicators, on top of the built-in ones.
///
/// >>> resolve_indicator("D/S")["code"]
/// 'SKDN-DS'
#[pyfunction]
#[pyo3(signature = (text, /, *, catalogue = None, lang = "id"))]
pub(crate) fn resolve_indicator<'py>(
    py: Python<'py>,
    text: &Bound<'py, PyAny>,
    catalogue: Option<&Bound<'py, PyAny>>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    ask(py, lang, &[("text", Some(text)), ("catalogue", catalogue)], resolve_indicator_json)
}

/// Return the definition of the indicator with a code.
///
/// >>> indicator("K6")["cluster"]
/// 2
#[pyfunction]
#[pyo3(signature = (code, /, *, catalogue = None, lang = "id"))]
pub(crate) fn indicator<'py>(
    py: Python<'py>,
    code: &Bound<'py, PyAny>,
    catalogue: Option<&Bound<'py, PyAny>>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    ask(py, lang, &[("code", Some(code)), ("catalogue", catalogue)], indicator_json)
}

/// Look up what is expected of an indicator in a year, why, and whether it may judge.
///
/// ``areas`` are the area and what it belongs to beside its regions, nearest first; ``targets`` is a dictionary of
/// those that somebody has set, as ``read_targets_csv`` gives it; ``policy`` says what the caller accepts.
///
/// >>> own = {"schema": "lokmin.targets/1", "targets": [{"indicator": "K6", "area": "15.04", "rate": "92.5"}]}
/// >>> lookup_target("K6", 2025, areas=["15.04.02.2003"], targets=own)["target"]
/// {'rate': '92.5'}
#[pyfunction]
#[pyo3(
    signature = (indicator, /, year, *, areas = None, targets = None, policy = None, catalogue = None, lang = "id"),
    text_signature = "(indicator, /, year, *, areas=(), targets=None, policy=None, catalogue=None, lang=\"id\")"
)]
#[expect(clippy::too_many_arguments, reason = "one argument a member of the question")]
pub(crate) fn lookup_target<'py>(
    py: Python<'py>,
    indicator: &Bound<'py, PyAny>,
    year: &Bound<'py, PyAny>,
    areas: Option<&Bound<'py, PyAny>>,
    targets: Option<&Bound<'py, PyAny>>,
    policy: Option<&Bound<'py, PyAny>>,
    catalogue: Option<&Bound<'py, PyAny>>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let question = [
        ("indicator", Some(indicator)),
        ("year", Some(year)),
        ("areas", areas),
        ("targets", targets),
        ("policy", policy),
        ("catalogue", catalogue),
    ];
    ask(py, lang, &question, lookup_target_json)
}

/// Return every target that the catalogue carries, with where it comes from and how sure it is.
///
/// >>> len(target_sources()) > 100
/// True
#[pyfunction]
#[pyo3(signature = (*, catalogue = None, lang = "id"))]
pub(crate) fn target_sources<'py>(
    py: Python<'py>,
    catalogue: Option<&Bound<'py, PyAny>>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    ask(py, lang, &[("catalogue", catalogue)], target_sources_json)
}

/// Read targets from a CSV text, as a ``lokmin.targets/1`` dictionary.
///
/// >>> read_targets_csv("indicator;area;year;rate\nK6;15.04;2025;92,5\n")["targets"]
/// [{'indicator': 'K6', 'area': '15.04', 'year': 2025, 'rate': '92.5'}]
#[pyfunction]
#[pyo3(signature = (text, /, *, lang = "id"))]
pub(crate) fn read_targets_csv<'py>(py: Python<'py>, text: Text<'_>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    plain(py, &answer(py, lang, || Targets::from_csv(&text))?.document())
}

/// Read indicators from a CSV text, one row each, as a ``lokmin.catalogue/1`` dictionary.
///
/// >>> try:
/// ...     read_catalogue_csv("code,name_id\n")
/// ... except ValidationError as error:
/// ...     error.problems[0]["type"]
/// 'csv.missing_column'
#[pyfunction]
#[pyo3(signature = (text, /, *, lang = "id"))]
pub(crate) fn read_catalogue_csv<'py>(py: Python<'py>, text: Text<'_>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    plain(py, &answer(py, lang, || Catalogue::from_csv(&text))?.document())
}
