//! Lists of regions, and changes of codes.

use lokmin_core::region::{CodeAnswer, CodeChanges, Level, RegionIndex};
use lokmin_core::{Outcome, Problems, RegionCode, Year};
use serde::Serialize;

use crate::answer::{Asked, Operation, with};
use crate::held::Questions;

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[
    ("checkRegion", |asked| {
        asked.answer(RegionIndex::from_csv(asked.text(0)).and_then(|index| check(&index, asked.text(1))))
    }),
    ("findRegion", |asked| asked.answer(RegionIndex::from_csv(asked.text(0)).and_then(|index| find(&index, asked, 1)))),
    ("mapRegionCode", |asked| {
        asked.answer(changes(asked.text(0), asked.optional(4)).and_then(|changes| map(&changes, asked, 1)))
    }),
];

/// How much a list of regions holds.
#[derive(Serialize)]
struct RegionCount {
    regions: usize,
}

/// What a table of changes knows.
#[derive(Serialize)]
struct Editions {
    editions: Vec<Year>,
}

/// Reads a table of changes, with what the caller knows.
pub(crate) fn changes(csv: &str, mapping: Option<&str>) -> Outcome<CodeChanges> {
    let changes = CodeChanges::from_csv(csv);
    match mapping {
        Some(mapping) => changes.and_then(|changes| changes.with_mapping(mapping)),
        None => changes,
    }
}

fn check(index: &RegionIndex, code: &str) -> Outcome<RegionCode> {
    with(code.parse(), |code| index.check(code))
}

/// Finds a region: its name at `place`, then the code of the region to look in, then the level.
fn find(index: &RegionIndex, asked: &Asked, place: usize) -> Outcome<RegionCode> {
    with(asked.canonical(place + 1, "within"), |within| {
        with(asked.canonical::<Level>(place + 2, "level"), |level| index.find(asked.text(place), within, level))
    })
}

/// Follows a code, which is at `place`, from one year to another.
fn map(changes: &CodeChanges, asked: &Asked, place: usize) -> Outcome<CodeAnswer> {
    let year =
        |place, name| Year::try_from(asked.integer(place).unwrap_or_default()).map_err(|problem| problem.inside(name));
    with(asked.text(place).parse(), |code| {
        with(year(place + 1, "from"), |from| with(year(place + 2, "to"), |to| changes.map(code, from, to)))
    })
}

impl Questions for RegionIndex {
    fn describe(&self, asked: &Asked, problems: &Problems) -> String {
        asked.write(Some(&RegionCount { regions: self.len() }), problems)
    }

    fn answer(&mut self, operation: &str, asked: &Asked) -> Option<String> {
        Some(match operation {
            "check" => asked.answer(check(self, asked.text(0))),
            "find" => asked.answer(find(self, asked, 0)),
            _ => return None,
        })
    }
}

impl Questions for CodeChanges {
    fn describe(&self, asked: &Asked, problems: &Problems) -> String {
        asked.write(Some(&Editions { editions: self.editions() }), problems)
    }

    fn answer(&mut self, operation: &str, asked: &Asked) -> Option<String> {
        (operation == "map").then(|| asked.answer(map(self, asked, 0)))
    }
}
