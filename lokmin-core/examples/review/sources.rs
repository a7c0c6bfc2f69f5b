//! Where documents come from: the files named, or those shipped with the project.

use std::fs;
use std::path::Path;

use lokmin_core::cadence::{CadencePolicy, Meeting};
use lokmin_core::document::{Document, read};
use lokmin_core::forum::CoveragePolicy;
use lokmin_core::recommendation::Register;
use lokmin_core::{Forum, Problems, WorkingArea};

/// The recommendations that the three articles report. Who wrote the follow-up is `contoh buatan`: it is made up.
const SHIPPED_REGISTER: &str = include_str!("samples/register.jsonl");

/// A file's name, and its text or why it could not be read.
pub(crate) type File = (String, Result<String, String>);

/// Returns the three forums and their working areas.
pub(crate) fn shipped() -> Vec<File> {
    [
        ("working_area_muara_tembesi.json", include_str!("../data/working_area_muara_tembesi.json")),
        ("working_area_pelangiran.json", include_str!("../data/working_area_pelangiran.json")),
        ("working_area_lumbir.json", include_str!("../data/working_area_lumbir.json")),
        ("forum_pasar_muara_tembesi.json", include_str!("../data/forum_pasar_muara_tembesi.json")),
        ("forum_pelangiran.json", include_str!("../data/forum_pelangiran.json")),
        ("forum_lumbir.json", include_str!("../data/forum_lumbir.json")),
        ("register.jsonl", SHIPPED_REGISTER),
    ]
    .map(|(name, text)| (name.to_owned(), Ok(text.to_owned())))
    .into()
}

/// Reads files by name.
pub(crate) fn from_disk(names: &[String]) -> Vec<File> {
    names
        .iter()
        .map(|name| {
            let text = fs::read(name)
                .map_err(|error| error.to_string())
                .and_then(|bytes| String::from_utf8(bytes).map_err(|_| "not a UTF-8 text".to_owned()));
            (name.clone(), text)
        })
        .collect()
}

/// Everything that was read.
#[derive(Default)]
pub(crate) struct Library {
    forums: Vec<(String, Forum)>,
    areas: Vec<WorkingArea>,
    cadence: CadencePolicy,
    coverage: CoveragePolicy,
    register: Register,
    is_shipped: bool,
}

impl Library {
    /// Returns an empty library; `is_shipped` says that the forums of the project go into it, which have sample figures.
    pub(crate) fn new(is_shipped: bool) -> Self {
        Self { is_shipped, ..Self::default() }
    }

    pub(crate) const fn is_shipped(&self) -> bool {
        self.is_shipped
    }

    /// Reads one document, or the lines of a register (`.jsonl`), and returns what was found.
    pub(crate) fn add(&mut self, name: &str, text: &str) -> Problems {
        if Path::new(name).extension().is_some_and(|extension| extension == "jsonl") {
            return self.register.merge_text(text.as_bytes()).into_parts().1;
        }
        let (document, problems) = read(text).into_parts();
        match document {
            Some(Document::Forum(forum)) => self.forums.push((name.to_owned(), *forum)),
            Some(Document::WorkingArea(area)) => self.areas.push(area),
            Some(Document::CadencePolicy(policy)) => self.cadence = policy,
            Some(Document::CoveragePolicy(policy)) => self.coverage = policy,
            _ => {}
        }
        problems
    }

    pub(crate) fn forums(&self) -> impl Iterator<Item = (&str, &Forum)> {
        self.forums.iter().map(|(name, forum)| (name.as_str(), forum))
    }

    /// Returns the working area of a forum's Puskesmas, where there is one Puskesmas and its area is known.
    pub(crate) fn area_of(&self, forum: &Forum) -> Option<&WorkingArea> {
        match forum.puskesmas.as_slice() {
            [puskesmas] => self.areas.iter().find(|area| area.puskesmas.key() == puskesmas.key()),
            _ => None,
        }
    }

    /// Returns every forum read, as the cadence rules need it.
    pub(crate) fn meetings(&self) -> Vec<Meeting> {
        self.forums.iter().map(|(_, forum)| forum.meeting()).collect()
    }

    /// Returns the recommendations of all registers read.
    pub(crate) const fn register(&self) -> &Register {
        &self.register
    }

    pub(crate) const fn cadence(&self) -> &CadencePolicy {
        &self.cadence
    }

    pub(crate) const fn coverage(&self) -> &CoveragePolicy {
        &self.coverage
    }
}
