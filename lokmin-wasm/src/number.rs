//! Numbers as people type them.

use lokmin_core::number;

use crate::answer::Operation;

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] =
    &[("parseNumber", |asked| asked.answer(number::parse_number(asked.text(0))))];
