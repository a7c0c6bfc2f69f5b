//! Forums, working areas, and who took part.

use lokmin_core::forum::{Coverage, CoveragePolicy, coverage_json};
use lokmin_core::{Forum, WorkingArea};
use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::document::{ask, document_class};
use crate::problem::{Text, answer, plain};
use crate::region::PyRegionCode;

document_class! {
    /// The record of one forum, read from JSON text (``str`` or ``bytes``) or a dictionary.
    ///
    /// >>> forum = Forum({"schema": "lokmin.forum/1", "id": "f", "kind": "quarterly", "held_on": "2024-08-29",
    /// ...     "puskesmas": [{"name": "Puskesmas Lumbir"}]})
    /// >>> forum == Forum(forum.to_json()), forum.to_dict()["held_on"]
    /// (True, '2024-08-29')
    PyForum, "Forum", Forum, {
        /// Return what the cadence needs to know of the forum, as a dictionary.
        pub(crate) fn meeting<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
            plain(py, &self.0.meeting())
        }
    }
}

document_class! {
    /// The working area of one Puskesmas in one year, read from JSON text (``str`` or ``bytes``) or a dictionary.
    ///
    /// >>> area = WorkingArea({"schema": "lokmin.working_area/1", "puskesmas": {"name": "Puskesmas Pelangiran"},
    /// ...     "year": 2025, "villages": [{"code": "14.04.15.2001", "name": "Rotan Semelur"}]})
    /// >>> area.find_village("Desa ROTAN SEMELUR")
    /// RegionCode('14.04.15.2001')
    PyWorkingArea, "WorkingArea", WorkingArea, {
        /// Find the village with a name or alias; a near name is only suggested.
        #[pyo3(signature = (name, /, *, lang = "id"))]
        fn find_village(&self, py: Python<'_>, name: Text<'_>, lang: &str) -> PyResult<PyRegionCode> {
            answer(py, lang, || self.0.find_village(&name)).map(PyRegionCode::from)
        }
    }
}

document_class! {
    /// Which sectors a forum should bring together, read from JSON text (``str`` or ``bytes``) or a dictionary.
    ///
    /// >>> CoveragePolicy({"requirements": [{"any_of": ["TNI", "POLRI"]}]}).to_dict()["requirements"]
    /// [{'any_of': ['TNI', 'POLRI']}]
    PyCoveragePolicy, "CoveragePolicy", CoveragePolicy, {
        /// Return the national policy: the participants of KMK HK.01.07/MENKES/2015/2023.
        #[classmethod]
        fn national(_class: &Bound<'_, PyType>) -> Self {
            Self(CoveragePolicy::default())
        }
    }
}

/// Work out which sectors and villages took part in a forum, by whom, and who did not.
///
/// ``forum`` is a ``Forum`` or its dictionary, as are ``policy`` (None: the national one) and ``working_area``.
///
/// >>> forum = {"schema": "lokmin.forum/1", "id": "f", "kind": "quarterly", "held_on": "2025-07-30",
/// ...     "puskesmas": [{"name": "Pelangiran"}], "attendance": [
/// ...         {"mention": "person", "name": "Serma Sugianto", "represents": [{"office": "Danramil 10/Pelangiran"}]}]}
/// >>> [row["status"] for row in sector_coverage(forum)["requirements"] if row["any_of"] == ["TNI"]]
/// ['stand_in']
#[pyfunction]
#[pyo3(signature = (forum, /, *, policy = None, working_area = None, lang = "id"))]
pub(crate) fn sector_coverage<'py>(
    py: Python<'py>,
    forum: &Bound<'py, PyAny>,
    policy: Option<&Bound<'py, PyAny>>,
    working_area: Option<&Bound<'py, PyAny>>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let question = [("forum", Some(forum)), ("policy", policy), ("working_area", working_area)];
    ask::<Coverage, _>(py, lang, &question, coverage_json)
}
