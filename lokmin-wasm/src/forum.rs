//! Forums: who took part, and the villages of the working area.

use lokmin_core::{WorkingArea, forum};

use crate::answer::{Asked, Operation};

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] =
    &[("findVillage", find_village), ("sectorCoverage", |asked| asked.answer(forum::coverage_json(asked.text(0))))];

/// Finds the village of a working area, the first value, with a name or alias. What else is to be said of the area,
/// `validate` says.
fn find_village(asked: &Asked) -> String {
    let (area, problems) = WorkingArea::from_json(asked.text(0)).into_parts();
    match area {
        Some(area) => asked.answer(area.find_village(asked.text(1))),
        None => asked.write(None::<&()>, &problems),
    }
}
