//! Recommendations: the lifecycle, and the register of what happened. Questions and events are JSON text.

use lokmin_core::recommendation::{self, Applied, CarriedOver};
use lokmin_core::{Outcome, Problem};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::problem::{Held, answer};

/// Returns the lifecycle as data.
#[wasm_bindgen(skip_typescript)]
pub fn transitions(lang: &str) -> Result<String, JsError> {
    answer(lang, Ok::<_, Problem>(recommendation::transitions()))
}

/// Finds the state that a step leads to.
#[wasm_bindgen(js_name = nextState, skip_typescript)]
pub fn next_state(question: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, recommendation::next_state_json(question))
}

/// How much a register holds.
#[derive(Serialize)]
struct RegisterCount {
    events: usize,
    recommendations: usize,
}

impl RegisterCount {
    fn of(register: &recommendation::Register) -> Self {
        Self { events: register.len(), recommendations: register.recommendations() }
    }
}

/// A register of recommendations, read once, asked and added to often.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct Register(Held<recommendation::Register>);

#[wasm_bindgen]
impl Register {
    /// Reads the lines of a file.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(lines: &str, policy: Option<String>) -> Self {
        Self(Held::new(recommendation::Register::read_with(lines.as_bytes(), policy.as_deref())))
    }

    /// Takes events as they come, from `{events, policy?}`.
    #[must_use]
    pub fn of(events: &str) -> Self {
        Self(Held::new(recommendation::Register::from_events_json(events)))
    }

    /// Says how much the register holds, and what was found when it was read.
    pub fn describe(&self, lang: &str) -> Result<String, JsError> {
        self.0.describe(lang, RegisterCount::of)
    }

    /// Adds one event at the end.
    pub fn apply(&mut self, event: &str, lang: &str) -> Result<String, JsError> {
        self.0.change(lang, |register| -> Outcome<Applied> { register.apply_json(event) })
    }

    /// Adds the events of another copy, given as its lines.
    pub fn merge(&mut self, lines: &str, lang: &str) -> Result<String, JsError> {
        self.0.change(lang, |register| register.merge_text(lines.as_bytes()).map(|()| RegisterCount::of(register)))
    }

    /// Takes over what is still open into a forum.
    #[wasm_bindgen(js_name = carryOver)]
    pub fn carry_over(&mut self, question: &str, lang: &str) -> Result<String, JsError> {
        self.0.change(lang, |register| -> Outcome<CarriedOver> { register.carry_over_json(question) })
    }

    /// Says where every recommendation stands on a day.
    #[wasm_bindgen(js_name = followUp)]
    pub fn follow_up(&self, question: &str, lang: &str) -> Result<String, JsError> {
        self.0.ask(lang, |register| register.follow_up_json(question))
    }

    /// Lists what a forum has to look at.
    pub fn agenda(&self, question: &str, lang: &str) -> Result<String, JsError> {
        self.0.ask(lang, |register| register.agenda_json(question))
    }

    /// Counts the follow-up.
    pub fn figures(&self, question: &str, lang: &str) -> Result<String, JsError> {
        self.0.ask(lang, |register| register.figures_json(question))
    }

    /// Lists what contradicts itself, with both sides.
    pub fn conflicts(&self, lang: &str) -> Result<String, JsError> {
        self.0.ask(lang, |register| Ok::<_, Problem>(register.conflicts()).into())
    }

    /// Lists the events of a recommendation.
    pub fn events(&self, recommendation: &str, lang: &str) -> Result<String, JsError> {
        self.0.ask(lang, |register| Ok::<_, Problem>(register.events_of(recommendation).collect::<Vec<_>>()).into())
    }

    /// Returns the text of the file, and an empty one where nothing could be read.
    #[wasm_bindgen(js_name = toText)]
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.value().map(recommendation::Register::to_text).unwrap_or_default()
    }
}
