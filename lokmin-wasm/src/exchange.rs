//! Sheets: a request as JSON text.

use lokmin_core::exchange::table;

use crate::answer::Operation;

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] =
    &[("readTable", |asked| asked.answer(table::read_table(asked.text(0))))];
