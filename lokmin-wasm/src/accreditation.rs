//! Accreditation: each operation takes its request as JSON text.

use lokmin_core::accreditation;

use crate::answer::Operation;

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[
    ("accreditation", |asked| asked.answer(accreditation::accreditation_json(asked.text(0)))),
    ("explainAccreditation", |asked| asked.answer(accreditation::explain_json(asked.text(0), asked.lang))),
];
