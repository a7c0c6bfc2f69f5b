//! What is read once and asked often, such as a register.

use std::fmt::Debug;

use lokmin_core::sector::SectorAliases;
use lokmin_core::{Outcome, Problems};

use crate::answer::Asked;
use crate::recommendation;

/// What can be held and asked.
pub(crate) trait Ask: Debug {
    /// Answers a question, or returns `None` when there is no such operation.
    fn ask(&mut self, operation: &str, asked: &Asked) -> Option<String>;

    /// Returns the text of what is held.
    fn text(&self) -> String {
        String::new()
    }
}

/// Reads what is to be held, by its kind.
pub(crate) fn read(kind: &str, first: &str, second: Option<&str>) -> Option<Box<dyn Ask>> {
    Some(match kind {
        "Register" => Box::new(recommendation::read(first, second)),
        "RegisterOfEvents" => Box::new(recommendation::of_events(first)),
        "SectorAliases" => Box::new(Reading::new(SectorAliases::built_in().with_csv(first))),
        #[cfg(feature = "full")]
        "RegionIndex" => Box::new(Reading::new(lokmin_core::region::RegionIndex::from_csv(first))),
        #[cfg(feature = "full")]
        "CodeChanges" => Box::new(Reading::new(crate::region_list::changes(first, second))),
        _ => return None,
    })
}

/// What was read, or why nothing could be.
#[derive(Debug)]
pub(crate) struct Reading<T> {
    value: Option<T>,
    problems: Problems,
}

impl<T> Reading<T> {
    pub(crate) fn new(outcome: Outcome<T>) -> Self {
        let (value, problems) = outcome.into_parts();
        Self { value, problems }
    }

    /// Returns what was read.
    pub(crate) const fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }
}

/// A value whose operations need it to be there.
pub(crate) trait Questions {
    /// Writes what is to be said of it, with the problems found when it was read.
    fn describe(&self, asked: &Asked, problems: &Problems) -> String;

    /// Answers a question, or returns `None` when there is no such operation.
    fn answer(&mut self, operation: &str, asked: &Asked) -> Option<String>;

    /// Returns its own text.
    fn text(&self) -> String {
        String::new()
    }
}

impl<T: Questions + Debug> Ask for Reading<T> {
    fn ask(&mut self, operation: &str, asked: &Asked) -> Option<String> {
        match &mut self.value {
            Some(value) if operation == "describe" => Some(value.describe(asked, &self.problems)),
            Some(value) => value.answer(operation, asked),
            None => Some(asked.write(None::<&()>, &self.problems)),
        }
    }

    fn text(&self) -> String {
        self.value().map(T::text).unwrap_or_default()
    }
}
