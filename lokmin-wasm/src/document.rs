//! Documents of every kind: the text, then the kind.

use lokmin_core::{Kind, document};

use crate::answer::{Operation, with};

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[("validate", |asked| {
    let kind = asked.canonical::<Kind>(1, "kind");
    asked.answer(with(kind, |kind| document::validate(kind.unwrap_or(Kind::Forum), asked.text(0))))
})];
