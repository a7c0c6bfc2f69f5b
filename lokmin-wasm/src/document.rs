//! Documents of every kind: the text, then the kind.

use lokmin_core::{Kind, document};

use crate::answer::{Asked, Operation, with};

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[
    ("validate", |asked| asked.answer(with(kind(asked), |kind| document::validate(kind, asked.text(0))))),
    ("validateAt", |asked| {
        asked.answer(with(kind(asked), |kind| document::validate_at(kind, asked.text(0), asked.text(2))))
    }),
];

/// Returns the kind that is asked about.
fn kind(asked: &Asked) -> Result<Kind, lokmin_core::Problem> {
    Ok(asked.canonical::<Kind>(1, "kind")?.unwrap_or(Kind::Forum))
}
