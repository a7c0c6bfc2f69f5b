//! When forums are due, and how the quarters of a Puskesmas stand.

use lokmin_core::cadence::{self, CadencePolicy};
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple, PyType};

use crate::document::{ask, document_class};
use crate::forum::PyForum;
use crate::problem::{language, plain};

document_class! {
    /// When forums are due and how they are judged, read from JSON text (``str`` or ``bytes``) or a dictionary.
    ///
    /// What the document leaves out is the national value.
    ///
    /// >>> CadencePolicy({"grace_days": 14}).to_dict()["due_months"]
    /// [2, 5, 8, 11]
    PyCadencePolicy, "CadencePolicy", CadencePolicy, {
        /// Return the national policy.
        #[classmethod]
        fn national(_class: &Bound<'_, PyType>) -> Self {
            Self(CadencePolicy::default())
        }

        /// Return the built-in values, each with where it comes from and how sure it is.
        #[staticmethod]
        fn sources(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
            plain(py, &CadencePolicy::sources())
        }
    }
}

/// Returns an argument with every forum in it as the meeting that the cadence takes.
fn meetings<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    if let Ok(forum) = value.cast::<PyForum>() {
        return forum.get().meeting(value.py());
    }
    if !value.is_instance_of::<PyList>() && !value.is_instance_of::<PyTuple>() {
        return Ok(value.clone());
    }
    let list = PyList::empty(value.py());
    for item in value.try_iter()? {
        let item = item?;
        match item.cast::<PyForum>() {
            Ok(forum) => list.append(forum.get().meeting(value.py())?)?,
            Err(_) => list.append(item)?,
        }
    }
    Ok(list.into_any())
}

/// Say which quarter a forum counts for, why, and which other one it could.
///
/// ``meeting`` is a ``Forum`` or what ``Forum.meeting()`` gives; ``others`` are further forums of the Puskesmas.
///
/// >>> place_meeting({"id": "f", "kind": "quarterly", "puskesmas": ["P1"], "held_on": "2025-08-12"})["quarter"]
/// '2025Q3'
#[pyfunction]
#[pyo3(signature = (meeting, /, *, policy = None, others = None, lang = "id"))]
pub(crate) fn place_meeting<'py>(
    py: Python<'py>,
    meeting: &Bound<'py, PyAny>,
    policy: Option<&Bound<'py, PyAny>>,
    others: Option<&Bound<'py, PyAny>>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let (meeting, others) = (meetings(meeting)?, others.map(meetings).transpose()?);
    let question = [("meeting", Some(&meeting)), ("policy", policy), ("others", others.as_ref())];
    ask(py, lang, &question, cadence::place_json)
}

/// An argument by its name, when it is given.
type Argument<'a, 'py> = (&'static str, Option<&'a Bound<'py, PyAny>>);

/// The question that `evaluate_cadence` and `explain_cadence` ask.
fn question<'a, 'py>(
    meetings: &'a Bound<'py, PyAny>,
    puskesmas: &'a Bound<'py, PyAny>,
    policy: Option<&'a Bound<'py, PyAny>>,
    from: Option<&'a Bound<'py, PyAny>>,
    as_of: &'a Bound<'py, PyAny>,
) -> [Argument<'a, 'py>; 5] {
    [
        ("meetings", Some(meetings)),
        ("puskesmas", Some(puskesmas)),
        ("policy", policy),
        ("from", from),
        ("as_of", Some(as_of)),
    ]
}

/// Judge the quarters of one Puskesmas on the day ``as_of``, from ``from_`` or the first forum on.
///
/// ``meetings`` are ``Forum``s or meeting dictionaries in any order; ``puskesmas`` is the code that they carry.
///
/// >>> cadence = evaluate_cadence([], "P1", as_of="2025-08-20")
/// >>> [(row["quarter"], row["status"]) for row in cadence["rows"]]
/// [('2025Q3', 'due')]
#[pyfunction]
#[pyo3(signature = (meetings, /, puskesmas, *, policy = None, from_ = None, as_of, lang = "id"))]
pub(crate) fn evaluate_cadence<'py>(
    py: Python<'py>,
    meetings: &Bound<'py, PyAny>,
    puskesmas: &Bound<'py, PyAny>,
    policy: Option<&Bound<'py, PyAny>>,
    from_: Option<&Bound<'py, PyAny>>,
    as_of: &Bound<'py, PyAny>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let meetings = self::meetings(meetings)?;
    let question = question(&meetings, puskesmas, policy, from_, as_of);
    ask(py, lang, &question, cadence::evaluate_json)
}

/// Say the verdicts of ``evaluate_cadence`` in words: one sentence a quarter or month, in the language ``lang``.
///
/// >>> explain_cadence([], "P1", as_of="2025-08-20", lang="en")
/// ['Q3 2025: due until 31 August 2025']
#[pyfunction]
#[pyo3(signature = (meetings, /, puskesmas, *, policy = None, from_ = None, as_of, lang = "id"))]
pub(crate) fn explain_cadence<'py>(
    py: Python<'py>,
    meetings: &Bound<'py, PyAny>,
    puskesmas: &Bound<'py, PyAny>,
    policy: Option<&Bound<'py, PyAny>>,
    from_: Option<&Bound<'py, PyAny>>,
    as_of: &Bound<'py, PyAny>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let (words, meetings) = (language(lang)?, self::meetings(meetings)?);
    let question = question(&meetings, puskesmas, policy, from_, as_of);
    ask(py, lang, &question, |text| cadence::explain_json(text, words))
}

/// Propose the days of the four forums of a year.
///
/// ``holidays_csv`` is a table as ``Holidays.from_csv`` reads it; without it the built-in one counts, 2024 to 2026.
///
/// >>> [forum["date"] for forum in schedule(2025)]
/// ['2025-02-10', '2025-05-14', '2025-08-11', '2025-11-10']
#[pyfunction]
#[pyo3(signature = (year, /, *, policy = None, holidays_csv = None, lang = "id"))]
pub(crate) fn schedule<'py>(
    py: Python<'py>,
    year: &Bound<'py, PyAny>,
    policy: Option<&Bound<'py, PyAny>>,
    holidays_csv: Option<&Bound<'py, PyAny>>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let question = [("year", Some(year)), ("policy", policy), ("holidays_csv", holidays_csv)];
    ask(py, lang, &question, cadence::schedule_json)
}

/// Judge the quarters of many Puskesmas: one list a column in, one list a column out.
///
/// ``puskesmas`` has the code of each row and ``names`` further ones to judge. In the answer ``puskesmas`` is the place
/// in ``names``, and ``status`` the place in ``CADENCE_STATUSES``.
///
/// >>> answer = evaluate_cadence_columns(["P1"], ["2025-08-05"], from_="2025Q3", as_of="2025-09-30")
/// >>> [CADENCE_STATUSES[status] for status in answer["status"]]
/// ['on_schedule']
#[pyfunction]
#[pyo3(signature = (
    puskesmas, /, held_on, *, counts_for = None, label = None, kind = None, names = None, from_, to = None,
    policy = None, as_of, lang = "id"
))]
#[expect(clippy::too_many_arguments, reason = "one argument a column")]
pub(crate) fn evaluate_cadence_columns<'py>(
    py: Python<'py>,
    puskesmas: &Bound<'py, PyAny>,
    held_on: &Bound<'py, PyAny>,
    counts_for: Option<&Bound<'py, PyAny>>,
    label: Option<&Bound<'py, PyAny>>,
    kind: Option<&Bound<'py, PyAny>>,
    names: Option<&Bound<'py, PyAny>>,
    from_: &Bound<'py, PyAny>,
    to: Option<&Bound<'py, PyAny>>,
    policy: Option<&Bound<'py, PyAny>>,
    as_of: &Bound<'py, PyAny>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let question = [
        ("puskesmas", Some(puskesmas)),
        ("held_on", Some(held_on)),
        ("counts_for", counts_for),
        ("label", label),
        ("kind", kind),
        ("names", names),
        ("from", Some(from_)),
        ("to", to),
        ("policy", policy),
        ("as_of", Some(as_of)),
    ];
    ask(py, lang, &question, cadence::evaluate_columns_json)
}
