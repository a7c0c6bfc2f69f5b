//! Sectors in what people write.

use lokmin_core::Problems;
use lokmin_core::sector::{self, SectorAliases};

use crate::answer::{Asked, Operation};
use crate::held::Questions;

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] =
    &[("recogniseSector", recognise), ("expandPlace", |asked| asked.answer(Ok(sector::expand_place(asked.text(0)))))];

/// Recognises the offices, institutions and groups that a text names, the second value being a district's own words.
fn recognise(asked: &Asked) -> String {
    let text = asked.text(0);
    asked.answer(match asked.optional(1) {
        Some(csv) => SectorAliases::built_in().with_csv(csv).and_then(|aliases| aliases.recognise(text)),
        None => sector::recognise_sector(text),
    })
}

impl Questions for SectorAliases {
    fn describe(&self, asked: &Asked, problems: &Problems) -> String {
        asked.write(Some(&()), problems)
    }

    fn answer(&mut self, operation: &str, asked: &Asked) -> Option<String> {
        (operation == "recognise").then(|| asked.answer(self.recognise(asked.text(0))))
    }
}
