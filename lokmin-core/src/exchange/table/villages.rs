//! Villages by the names that rows carry.

use std::collections::BTreeMap;

use crate::forum::WorkingArea;
use crate::problem::{Problem, ProblemCode};
use crate::region::{Level, RegionCode, Wanted, expand_place, fold, keep_kind, nearest_name};

/// Only the first of many unknown names get a suggestion: looking for a near name takes time.
const SUGGESTIONS: usize = 20;

/// The villages of a working area, by their folded names and aliases.
#[derive(Debug)]
pub(super) struct Villages<'a> {
    area: &'a WorkingArea,
    by_name: BTreeMap<String, Vec<RegionCode>>,
    /// What became of every name so far.
    known: BTreeMap<String, Option<RegionCode>>,
    unknown: usize,
}

impl<'a> Villages<'a> {
    pub(super) fn new(area: &'a WorkingArea) -> Self {
        let mut by_name: BTreeMap<String, Vec<RegionCode>> = BTreeMap::new();
        for village in &area.villages {
            for name in village.names() {
                let codes = by_name.entry(key(name)).or_default();
                if !codes.contains(&village.code) {
                    codes.push(village.code);
                }
            }
        }
        Self { area, by_name, known: BTreeMap::new(), unknown: 0 }
    }

    /// Returns whether a village has the name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(&key(name))
    }

    /// Returns the code of the village with a name; the problem where there is none, or more than one.
    ///
    /// The rule is that of [`WorkingArea::find_village`].
    pub(super) fn find(&mut self, name: &str) -> Result<RegionCode, Problem> {
        if let Some(known) = self.known.get(name) {
            return known.ok_or_else(|| self.problem(name));
        }
        let wanted = Wanted::new(name);
        let mut found = self.by_name.get(&key(name)).cloned().unwrap_or_default();
        // `Desa Jebak` is Jebak, unless the prefix says that it is no village.
        if wanted.level() == Some(Level::Village) {
            let more = self.by_name.get(wanted.bare()).into_iter().flatten();
            let more: Vec<RegionCode> = more.filter(|code| !found.contains(code)).copied().collect();
            found.extend(more);
        }
        keep_kind(&wanted, &mut found);
        let code = match found.as_slice() {
            [code] => Some(*code),
            _ => None,
        };
        self.known.insert(name.to_owned(), code);
        let Some(code) = code else {
            self.unknown += 1;
            let near = if found.is_empty() && self.unknown <= SUGGESTIONS { self.near(&wanted) } else { None };
            return Err(self.problem(name).suggesting(near));
        };
        Ok(code)
    }

    fn near(&self, wanted: &Wanted) -> Option<String> {
        let villages = self.area.villages.iter().take(1_000);
        let names = villages.flat_map(|village| village.names().map(|name| (village.code, name)));
        nearest_name(wanted, names).map(str::to_owned)
    }

    fn problem(&self, name: &str) -> Problem {
        let area = self.area.puskesmas.name.as_str();
        Problem::new(ProblemCode::TableAreaUnknown).with("found", name).with("area", area)
    }
}

fn key(name: &str) -> String {
    if name.contains('.') { fold(&expand_place(name)) } else { fold(name) }
}
