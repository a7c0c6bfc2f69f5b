//! The cadence: each operation takes its question as JSON text.

use lokmin_core::cadence;

use crate::answer::Operation;

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[
    ("placeMeeting", |asked| asked.answer(cadence::place_json(asked.text(0)))),
    ("evaluateCadence", |asked| asked.answer(cadence::evaluate_json(asked.text(0)))),
    ("explainCadence", |asked| asked.answer(cadence::explain_json(asked.text(0), asked.lang))),
    ("evaluateCadenceColumns", |asked| asked.answer(cadence::evaluate_columns_json(asked.text(0)))),
    ("schedule", |asked| asked.answer(cadence::schedule_json(asked.text(0)))),
];
