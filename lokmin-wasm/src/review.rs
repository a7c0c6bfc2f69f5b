//! One quarter of one Puskesmas put together.

use crate::answer::Operation;

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] =
    &[("review", |asked| asked.answer(lokmin_core::review::review(asked.text(0))))];
