//! Recommendations: the lifecycle, and the register of what happened. Questions and events are JSON text.

use lokmin_core::recommendation::{self, Register};
use lokmin_core::{Problem, Problems};
use serde::Serialize;

use crate::answer::{Asked, Operation};
use crate::held::{Questions, Reading};

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[
    ("transitions", |asked| asked.answer(Ok::<_, Problem>(recommendation::transitions()))),
    ("nextState", |asked| asked.answer(recommendation::next_state_json(asked.text(0)))),
];

/// How much a register holds.
#[derive(Serialize)]
struct RegisterCount {
    events: usize,
    recommendations: usize,
}

impl RegisterCount {
    fn of(register: &Register) -> Self {
        Self { events: register.len(), recommendations: register.recommendations() }
    }
}

/// Reads the lines of a file.
pub(crate) fn read(lines: &str, policy: Option<&str>) -> Reading<Register> {
    Reading::new(Register::read_with(lines.as_bytes(), policy))
}

/// Takes events as they come, from `{events, policy?}`.
pub(crate) fn of_events(events: &str) -> Reading<Register> {
    Reading::new(Register::from_events_json(events))
}

impl Questions for Register {
    fn describe(&self, asked: &Asked, problems: &Problems) -> String {
        asked.write(Some(&RegisterCount::of(self)), problems)
    }

    fn answer(&mut self, operation: &str, asked: &Asked) -> Option<String> {
        let first = asked.text(0);
        Some(match operation {
            "apply" => asked.answer(self.apply_json(first)),
            "merge" => asked.answer(self.merge_text(first.as_bytes()).map(|()| RegisterCount::of(self))),
            "carryOver" => asked.answer(self.carry_over_json(first)),
            "followUp" => asked.answer(self.follow_up_json(first)),
            "agenda" => asked.answer(self.agenda_json(first)),
            "figures" => asked.answer(self.figures_json(first)),
            "conflicts" => asked.answer(Ok::<_, Problem>(self.conflicts())),
            "events" => asked.answer(Ok::<_, Problem>(self.events_of(first).collect::<Vec<_>>())),
            _ => return None,
        })
    }

    fn text(&self) -> String {
        self.to_text()
    }
}
