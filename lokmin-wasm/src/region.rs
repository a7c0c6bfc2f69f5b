//! Region codes.

use lokmin_core::region::{self, System};

use crate::answer::{Operation, with};

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[("parseRegion", |asked| {
    let system = asked.canonical::<System>(1, "system");
    asked.answer(with(system, |system| region::parse_region(asked.text(0), system)))
})];
