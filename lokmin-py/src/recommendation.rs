//! Recommendations: the lifecycle, and the register of what happened.

use std::sync::{Mutex, MutexGuard, PoisonError};

use lokmin_core::Outcome;
use lokmin_core::recommendation::{self, Register};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString, PyType};
use serde::Serialize;

use crate::document::{answer_document, ask};
use crate::problem::{answer, plain, refuse};

/// Return the lifecycle as data: states, steps with what each carries, and the transition table.
///
/// >>> [row["step"] for row in transitions()["transitions"] if row["from"] == "done"]
/// ['verify', 'reopen']
#[pyfunction]
pub(crate) fn transitions(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    plain(py, &recommendation::transitions())
}

/// Say where a step leads; ``state`` is None where nothing was proposed yet.
///
/// ``outcome`` is needed for ``reply``; ``before``, the state before it was deferred or escalated, for ``resume`` and for
/// a reply ``refused``.
///
/// >>> next_state("agreed", "start")
/// {'state': 'in_progress'}
#[pyfunction]
#[pyo3(signature = (state, step, /, *, outcome = None, before = None, lang = "id"))]
pub(crate) fn next_state<'py>(
    py: Python<'py>,
    state: Option<&Bound<'py, PyAny>>,
    step: &Bound<'py, PyAny>,
    outcome: Option<&Bound<'py, PyAny>>,
    before: Option<&Bound<'py, PyAny>>,
    lang: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let question = [("state", state), ("step", Some(step)), ("outcome", outcome), ("before", before)];
    ask(py, lang, &question, recommendation::next_state_json)
}

/// The register of recommendations: a set of events, and where every recommendation stands.
///
/// ``lines`` is the text of a file (``str`` or ``bytes``), one event a line; nothing: an empty register. A line that cannot
/// be read is told by its number, as a warning, and costs only itself. ``policy`` may be ``{"owner_may_verify": True}``.
///
/// >>> register = Register()
/// >>> content = {"action": "Latih kader", "puskesmas": ["Pelangiran"]}
/// >>> event = {"schema": "lokmin.event/1", "id": "e1", "recommendation": "r1", "seq": 0, "on": "2025-07-30",
/// ...          "kind": "propose", "content": content}
/// >>> register.apply(event)["state"]
/// 'proposed'
#[pyclass(name = "Register", module = "lokmin", frozen)]
#[derive(Debug)]
pub(crate) struct PyRegister(Mutex<Register>);

impl PyRegister {
    /// Takes the register. Only ever called with the interpreter free, and left before Python runs again: so no two threads
    /// wait for each other, and no callback of Python waits for itself.
    fn take(&self) -> MutexGuard<'_, Register> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T: Send>(&self, py: Python<'_>, run: impl FnOnce(&Register) -> T + Send) -> T {
        py.detach(|| run(&self.take()))
    }

    /// Asks the register; the answer is Python's as soon as the register is free again.
    fn ask<'py>(
        &self,
        py: Python<'py>,
        lang: &str,
        question: &[(&str, Option<&Bound<'py, PyAny>>)],
        answer: impl FnOnce(&Register, &str) -> Outcome<String> + Send,
    ) -> PyResult<Bound<'py, PyAny>> {
        let text = ask(py, lang, question, |text| answer(&self.take(), text))?;
        loads(py, &text.extract::<String>()?)
    }
}

/// The members of a question about what stands where on a day.
fn open_question<'q, 'py>(
    as_of: &'q Bound<'py, PyAny>,
    as_known: Option<&'q Bound<'py, PyAny>>,
    puskesmas: Option<&'q Bound<'py, PyAny>>,
    recommendation: Option<&'q Bound<'py, PyAny>>,
) -> [(&'static str, Option<&'q Bound<'py, PyAny>>); 4] {
    [("as_of", Some(as_of)), ("as_known", as_known), ("puskesmas", puskesmas), ("recommendation", recommendation)]
}

/// Writes an answer while the register that it borrows from is held.
fn text<T: Serialize>(answer: &T) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

/// Returns the Python values of an answer.
fn loads<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (text,))
}

#[pymethods]
impl PyRegister {
    #[new]
    #[pyo3(signature = (lines = None, /, *, policy = None, lang = "id"))]
    fn read(
        py: Python<'_>,
        lines: Option<&Bound<'_, PyAny>>,
        policy: Option<&Bound<'_, PyAny>>,
        lang: &str,
    ) -> PyResult<Self> {
        let policy = policy.map(|policy| answer_document(policy, lang, |text| Ok(text.to_owned()))).transpose()?;
        let bytes = match lines {
            None => Vec::new(),
            Some(lines) => match lines.cast::<PyBytes>() {
                Ok(bytes) => bytes.as_bytes().to_vec(),
                Err(_) => lines.cast::<PyString>()?.to_string_lossy().into_owned().into_bytes(),
            },
        };
        answer(py, lang, || Register::read_with(&bytes, policy.as_deref())).map(|register| Self(Mutex::new(register)))
    }

    /// Make a register of event dictionaries, in any order, as a file is read.
    ///
    /// >>> len(Register.of([]))
    /// 0
    #[classmethod]
    #[pyo3(signature = (events, /, *, policy = None, lang = "id"))]
    fn of(
        class: &Bound<'_, PyType>,
        events: &Bound<'_, PyAny>,
        policy: Option<&Bound<'_, PyAny>>,
        lang: &str,
    ) -> PyResult<Self> {
        let question = pyo3::types::PyDict::new(class.py());
        question.set_item("events", events)?;
        if let Some(policy) = policy {
            question.set_item("policy", policy)?;
        }
        let register = answer_document(question.as_any(), lang, Register::from_events_json)?;
        Ok(Self(Mutex::new(register)))
    }

    /// Read again what was pickled, without repeating its warnings.
    #[classmethod]
    fn _unpickle(class: &Bound<'_, PyType>, lines: &str, policy: &str) -> PyResult<Self> {
        let register = class.py().detach(|| Register::read_with(lines.as_bytes(), Some(policy)).into_result());
        register.map(|register| Self(Mutex::new(register))).map_err(|problems| refuse(class.py(), "id", &problems))
    }

    /// Add one event at the end, or raise and change nothing; ``line`` of the answer is what to append to the file.
    #[pyo3(signature = (event, /, *, lang = "id"))]
    fn apply<'py>(&self, event: &Bound<'py, PyAny>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
        let applied = answer_document(event, lang, |text| self.take().apply_json(text))?;
        plain(event.py(), &applied)
    }

    /// Add the events of another copy; what contradicts itself in the union is a warning, see ``conflicts``.
    #[pyo3(signature = (other, /, *, lang = "id"))]
    fn merge(&self, py: Python<'_>, other: &Bound<'_, Self>, lang: &str) -> PyResult<()> {
        let other = other.get();
        answer(py, lang, || {
            let other = other.take().clone();
            Outcome::with_warnings((), self.take().merge(&other))
        })
    }

    /// Take over what is still open into a forum; ``lines`` of the answer are what to append to the file.
    ///
    /// >>> Register().carry_over("f2", on="2025-10-03", id_prefix="f2:")
    /// {'recommendations': [], 'lines': []}
    #[pyo3(signature = (
        forum, /, *, on, id_prefix, by = None, recorded = None, puskesmas = None, recommendations = None, lang = "id"
    ))]
    #[expect(clippy::too_many_arguments, reason = "one argument a member of the question")]
    fn carry_over<'py>(
        &self,
        py: Python<'py>,
        forum: &Bound<'py, PyAny>,
        on: &Bound<'py, PyAny>,
        id_prefix: &Bound<'py, PyAny>,
        by: Option<&Bound<'py, PyAny>>,
        recorded: Option<&Bound<'py, PyAny>>,
        puskesmas: Option<&Bound<'py, PyAny>>,
        recommendations: Option<&Bound<'py, PyAny>>,
        lang: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let question = [
            ("forum", Some(forum)),
            ("on", Some(on)),
            ("recorded", recorded),
            ("by", by),
            ("id_prefix", Some(id_prefix)),
            ("puskesmas", puskesmas),
            ("recommendations", recommendations),
        ];
        ask(py, lang, &question, |text| self.take().carry_over_json(text))
    }

    /// Say where every recommendation stands on a day; with ``as_known``, only by what was written down by then.
    ///
    /// >>> Register().follow_up(as_of="2025-10-01")
    /// []
    #[pyo3(signature = (*, as_of, as_known = None, puskesmas = None, recommendation = None, lang = "id"))]
    fn follow_up<'py>(
        &self,
        py: Python<'py>,
        as_of: &Bound<'py, PyAny>,
        as_known: Option<&Bound<'py, PyAny>>,
        puskesmas: Option<&Bound<'py, PyAny>>,
        recommendation: Option<&Bound<'py, PyAny>>,
        lang: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let question = open_question(as_of, as_known, puskesmas, recommendation);
        self.ask(py, lang, &question, |register, asked| register.follow_up_json(asked).map(|answer| text(&answer)))
    }

    /// List what a forum on the day ``as_of`` has to look at, each with its reasons.
    ///
    /// >>> Register().agenda(as_of="2025-10-01")
    /// []
    #[pyo3(signature = (*, as_of, as_known = None, puskesmas = None, recommendation = None, lang = "id"))]
    fn agenda<'py>(
        &self,
        py: Python<'py>,
        as_of: &Bound<'py, PyAny>,
        as_known: Option<&Bound<'py, PyAny>>,
        puskesmas: Option<&Bound<'py, PyAny>>,
        recommendation: Option<&Bound<'py, PyAny>>,
        lang: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let question = open_question(as_of, as_known, puskesmas, recommendation);
        self.ask(py, lang, &question, |register, asked| register.agenda_json(asked).map(|answer| text(&answer)))
    }

    /// Count the follow-up by ``sector``, ``quarter``, ``village``, ``indicator`` or ``puskesmas``.
    ///
    /// >>> Register().figures("sector", as_of="2025-10-01")["rows"]
    /// []
    #[pyo3(signature = (by, /, *, as_of, as_known = None, puskesmas = None, lang = "id"))]
    fn figures<'py>(
        &self,
        py: Python<'py>,
        by: &Bound<'py, PyAny>,
        as_of: &Bound<'py, PyAny>,
        as_known: Option<&Bound<'py, PyAny>>,
        puskesmas: Option<&Bound<'py, PyAny>>,
        lang: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let question = [("by", Some(by)), ("as_of", Some(as_of)), ("as_known", as_known), ("puskesmas", puskesmas)];
        self.ask(py, lang, &question, |register, asked| register.figures_json(asked).map(|answer| text(&answer)))
    }

    /// List what contradicts itself, each with the events of both sides.
    fn conflicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.with(py, |register| text(&register.conflicts())))
    }

    /// List the events of a recommendation, in the order in which they replay.
    fn events<'py>(&self, py: Python<'py>, recommendation: &str) -> PyResult<Bound<'py, PyAny>> {
        let events = |register: &Register| text(&register.events_of(recommendation).collect::<Vec<_>>());
        loads(py, &self.with(py, events))
    }

    /// Return the ``seq`` of the next event of a recommendation.
    fn next_seq(&self, py: Python<'_>, recommendation: &str) -> u32 {
        self.with(py, |register| register.next_seq(recommendation))
    }

    /// Return the ids of the recommendations, sorted.
    fn recommendations(&self, py: Python<'_>) -> Vec<String> {
        self.with(py, |register| register.ids().map(ToString::to_string).collect())
    }

    /// Return the text of the file; equal registers have equal texts.
    fn to_text(&self, py: Python<'_>) -> String {
        self.with(py, Register::to_text)
    }

    fn __len__(&self, py: Python<'_>) -> usize {
        self.with(py, Register::len)
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> bool {
        let Ok(other) = other.cast::<Self>() else { return false };
        let content = |register: &Register| (register.policy().clone(), register.to_text());
        self.with(py, content) == other.get().with(py, content)
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let (events, recommendations) = self.with(py, |register| (register.len(), register.recommendations()));
        format!("<Register: {events} events of {recommendations} recommendations>")
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String, String))> {
        let (lines, policy) = slf.get().with(slf.py(), |register| (register.to_text(), text(register.policy())));
        let state = (lines, policy);
        Ok((slf.get_type().getattr("_unpickle")?, state))
    }
}
