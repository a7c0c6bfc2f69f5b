//! How village codes changed between editions, and what that says about one code.
//!
//! A table of changes compares two editions of the list at a time and knows three things about a code:
//!
//! | `perubahan` | what the table says | what it does not say |
//! | :-- | :-- | :-- |
//! | `hilang` | the code is not in the later edition | where its village went: another code, a merger, or nowhere |
//! | `baru` | the code is not in the earlier edition | which villages it was made of |
//! | `ganti_nama` | the same code has another name | whether it is the same village |
//! | `ganti_nama`, same after folding | the same name, in other case, spaces or apostrophes | nothing: no change |
//! | no row | the same code has the same name | whether the village lost land to a new one; whether the code exists |
//!
//! So a vanished code is never given a new one here. New codes of the same step that have its name are listed as
//! candidates, for a person to choose. What a person knows is handed in as a mapping of old to new codes, and followed.
//! Of 6,388 codes that vanished between 2018 and 2025, 5,826 have exactly one candidate in the country, but for 249 no
//! new code has the name: a name is a hint, no proof.

use std::collections::BTreeMap;

use super::answer::{Basis, Candidate, CodeAnswer, NameChange, Unresolved};
use super::code::{Level, RegionCode};
use super::name::fold;
use crate::json::{Reader, Year, unknown_term};
use crate::problem::{Location, Outcome, Problem, ProblemCode};
use crate::table::{read_cell, read_rows};

/// How many candidates are listed.
const LISTED: usize = 20;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    Vanished {
        old: String,
    },
    New {
        new: String,
    },
    Renamed {
        old: String,
        new: String,
    },
    /// The name differs in case, spaces or apostrophes only.
    Respelt,
}

/// The changes from one edition to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    to: Year,
    changes: BTreeMap<RegionCode, Change>,
    /// The new codes of this step by their folded name.
    new_by_name: BTreeMap<String, Vec<RegionCode>>,
    /// What the caller knows: new codes by old one, and old ones by new one.
    new_of: BTreeMap<RegionCode, Vec<RegionCode>>,
    old_of: BTreeMap<RegionCode, Vec<RegionCode>>,
}

impl Step {
    fn new(to: Year) -> Self {
        Self {
            to,
            changes: BTreeMap::new(),
            new_by_name: BTreeMap::new(),
            new_of: BTreeMap::new(),
            old_of: BTreeMap::new(),
        }
    }

    /// Returns the name that a code has got in this step.
    fn new_name(&self, code: RegionCode) -> Option<&str> {
        match self.changes.get(&code) {
            Some(Change::New { new } | Change::Renamed { new, .. }) => Some(new),
            _ => None,
        }
    }

    fn is_new(&self, code: RegionCode) -> bool {
        matches!(self.changes.get(&code), Some(Change::New { .. }))
    }

    fn is_vanished(&self, code: RegionCode) -> bool {
        matches!(self.changes.get(&code), Some(Change::Vanished { .. }))
    }

    fn candidates(&self, old: RegionCode, codes: impl IntoIterator<Item = RegionCode>) -> Vec<Candidate> {
        let mut codes: Vec<RegionCode> = codes.into_iter().collect();
        codes.sort_by_key(|code| (std::cmp::Reverse(shared_levels(old, *code)), *code));
        codes.dedup();
        codes.truncate(LISTED);
        codes.into_iter().map(|code| Candidate { code, name: self.new_name(code).map(str::to_owned) }).collect()
    }

    /// Returns the other codes of the subdistrict that have got a name in this step.
    fn neighbours_named(&self, code: RegionCode, name: &str) -> Vec<RegionCode> {
        let Some(subdistrict) = code.ancestor(Level::Subdistrict) else { return Vec::new() };
        let name = fold(name);
        let neighbours = self.changes.range(subdistrict..).take_while(|(other, _)| subdistrict.contains(**other));
        let named = neighbours.filter(|(other, _)| self.new_name(**other).is_some_and(|new| fold(new) == name));
        named.map(|(other, _)| *other).filter(|other| *other != code).collect()
    }

    /// Returns the other codes of the edition before whose villages are part of what a code is since this step.
    fn merged(&self, old: RegionCode, new: RegionCode) -> Vec<RegionCode> {
        let mut codes = self.old_of.get(&new).cloned().unwrap_or_default();
        if !codes.is_empty() && !self.is_new(new) {
            codes.push(new);
        }
        codes.retain(|code| *code != old);
        codes
    }
}

/// Counts the levels, from the province down, on which two codes are in the same region.
fn shared_levels(a: RegionCode, b: RegionCode) -> usize {
    Level::ALL.iter().take_while(|level| a.ancestor(**level) == b.ancestor(**level)).count()
}

/// Changes of village codes between editions, with what the caller knows about them.
///
/// # Example
///
/// ```
/// use lokmin_core::{Year, region::{Basis, CodeChanges}};
///
/// let changes = "dari,ke,perubahan,kode,nama_lama,nama_baru\n\
///                2022,2023,hilang,91.09.04.2001,Kokonao,\n\
///                2022,2023,baru,94.04.04.2001,,Kokonao\n";
/// let changes = CodeChanges::from_csv(changes).into_result()?;
/// let (code, from, to) = ("91.09.04.2001".parse()?, Year::new(2022).unwrap(), Year::new(2023).unwrap());
///
/// let answer = changes.map(code, from, to).into_result()?;
/// assert_eq!((answer.basis, answer.code), (Basis::Unresolved, None));
/// assert_eq!(answer.candidates[0].code.to_string(), "94.04.04.2001");
///
/// let known = changes.with_mapping("edisi,lama,baru\n2023,91.09.04.2001,94.04.04.2001\n").into_result()?;
/// let answer = known.map(code, from, to).into_result()?;
/// assert_eq!((answer.basis, answer.code), (Basis::Mapped, Some("94.04.04.2001".parse()?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeChanges {
    // INVARIANT: steps go forward, and no two lead to the same edition: the editions are chains.
    steps: BTreeMap<Year, Step>,
}

impl CodeChanges {
    /// Reads a CSV text with the columns `dari`, `ke` (editions), `perubahan`, `kode`, `nama_lama` and `nama_baru`.
    ///
    /// A problem of a row has the path `/rows/<number from 0>/<column>`.
    pub fn from_csv(text: &str) -> Outcome<Self> {
        let mut reader = Reader::default();
        let mut changes = Self::default();
        let columns = ["dari", "ke", "perubahan", "kode", "nama_lama", "nama_baru"];
        read_rows(text, columns, [], &mut reader, |_, [from, to, word, code, old, new], [], at, reader| {
            let from = read_cell(from, "dari", at, reader, read_year);
            let to = read_cell(to, "ke", at, reader, read_year);
            let code = read_cell(code, "kode", at, reader, read_village);
            let name = |cell: &str, column, reader: &mut Reader| {
                read_cell(cell, column, at, reader, |name| Ok(name.to_owned()))
            };
            let change = match word {
                "hilang" => name(old, "nama_lama", reader).map(|old| Change::Vanished { old }),
                "baru" => name(new, "nama_baru", reader).map(|new| Change::New { new }),
                "ganti_nama" => {
                    let (old, new) = (name(old, "nama_lama", reader), name(new, "nama_baru", reader));
                    old.zip(new).map(|(old, new)| {
                        if fold(&old) == fold(&new) { Change::Respelt } else { Change::Renamed { old, new } }
                    })
                }
                _ => read_cell(word, "perubahan", at, reader, |word| Err(unknown_term(word, WORDS))),
            };
            if let (Some(from), Some(to), Some(code), Some(change)) = (from, to, code, change) {
                changes.add(from, to, code, change, at, reader);
            }
        });
        Outcome::new(Some(changes), reader.finish())
    }

    fn add(&mut self, from: Year, to: Year, code: RegionCode, change: Change, at: &Location<'_>, reader: &mut Reader) {
        let fits = match self.steps.get(&from) {
            Some(step) => step.to == to,
            None => from < to && self.steps.values().all(|step| step.to != to),
        };
        if !fits {
            reader.report(&at.key("ke"), edition_order(from, to));
            return;
        }
        let step = self.steps.entry(from).or_insert_with(|| Step::new(to));
        if step.changes.contains_key(&code) {
            let problem = Problem::new(ProblemCode::RegionDuplicateCode).with("found", code.to_string());
            reader.report(&at.key("kode"), problem);
            return;
        }
        if let Change::New { new } = &change {
            step.new_by_name.entry(fold(new)).or_default().push(code);
        }
        step.changes.insert(code, change);
    }

    /// Returns the changes with a mapping that the caller vouches for: a CSV text with the columns `edisi` (the edition
    /// that has the new code first), `lama` and `baru`.
    ///
    /// An old code with several new ones is a split, several old codes with one new code are a merger. Where the old
    /// code lives on beside a new one, both rows are needed. A code that its edition does not have is a warning.
    pub fn with_mapping(mut self, text: &str) -> Outcome<Self> {
        let mut reader = Reader::default();
        let known = self.editions();
        read_rows(text, ["edisi", "lama", "baru"], [], &mut reader, |_, [edition, old, new], [], at, reader| {
            let edition = read_cell(edition, "edisi", at, reader, read_year);
            let old = read_cell(old, "lama", at, reader, read_village);
            let new = read_cell(new, "baru", at, reader, read_village);
            let (Some(edition), Some(old), Some(new)) = (edition, old, new) else { return };
            let Some(step) = self.steps.values_mut().find(|step| step.to == edition) else {
                reader.report(&at.key("edisi"), edition_unknown(edition, &known));
                return;
            };
            for (code, column, is_absent) in [(old, "lama", step.is_new(old)), (new, "baru", step.is_vanished(new))] {
                if is_absent {
                    let problem = Problem::new(ProblemCode::RegionUnknownCode).with("found", code.to_string());
                    reader.report(&at.key(column), problem);
                }
            }
            for (codes, key, value) in [(&mut step.new_of, old, new), (&mut step.old_of, new, old)] {
                let codes = codes.entry(key).or_default();
                if let Err(place) = codes.binary_search(&value) {
                    codes.insert(place, value);
                }
            }
        });
        Outcome::new(Some(self), reader.finish())
    }

    /// Returns the editions that the table knows, in order.
    #[must_use]
    pub fn editions(&self) -> Vec<Year> {
        let mut editions: Vec<Year> = self.steps.iter().flat_map(|(from, step)| [*from, step.to]).collect();
        editions.sort_unstable();
        editions.dedup();
        editions
    }

    /// Says what became of a village code of one edition in a later one. Splits and mergers are reported, and nothing is
    /// guessed: see [`CodeAnswer`].
    pub fn map(&self, code: RegionCode, from: Year, to: Year) -> Outcome<CodeAnswer> {
        let answer = self.chain(from, to).and_then(|chain| {
            check_village(code)?;
            Ok(self.follow(code, from, to, &chain))
        });
        answer.into()
    }

    /// Says what became of many village codes: one answer each, in their order.
    ///
    /// A problem of one code has the path `/<number from 0>`.
    pub fn map_series(&self, codes: &[RegionCode], from: Year, to: Year) -> Outcome<Vec<CodeAnswer>> {
        let chain = match self.chain(from, to) {
            Ok(chain) => chain,
            Err(problem) => return Err(problem).into(),
        };
        let mut reader = Reader::default();
        let mut answers = Vec::with_capacity(codes.len());
        for (index, code) in codes.iter().enumerate() {
            match check_village(*code) {
                Ok(_) => answers.push(self.follow(*code, from, to, &chain)),
                Err(problem) => reader.report(&Location::ROOT.index(index), problem),
            }
        }
        Outcome::new(Some(answers), reader.finish())
    }

    /// Returns the steps from one edition to another.
    fn chain(&self, from: Year, to: Year) -> Result<Vec<(Year, &Step)>, Problem> {
        let editions = self.editions();
        if let Some(unknown) = [from, to].into_iter().find(|edition| !editions.contains(edition)) {
            return Err(edition_unknown(unknown, &editions));
        }
        let mut chain = Vec::new();
        let mut here = from;
        while here < to {
            let Some(step) = self.steps.get(&here) else { break };
            chain.push((here, step));
            here = step.to;
        }
        if here == to { Ok(chain) } else { Err(edition_order(from, to)) }
    }

    fn follow(&self, asked: RegionCode, from: Year, to: Year, chain: &[(Year, &Step)]) -> CodeAnswer {
        let mut answer = CodeAnswer {
            asked,
            from,
            to,
            code: None,
            basis: Basis::Unresolved,
            reason: None,
            stopped_at: None,
            candidates: Vec::new(),
            merged_with: Vec::new(),
            names: Vec::new(),
        };
        if self.vanished_before(asked, from) {
            (answer.reason, answer.stopped_at) = (Some(Unresolved::NotInEdition), Some(from));
            return answer;
        }
        let mut code = asked;
        let mut is_mapped = false;
        for (edition, step) in chain {
            let targets = step.new_of.get(&code).map_or(&[][..], Vec::as_slice);
            let (reason, candidates) = match (targets, step.changes.get(&code)) {
                ([], None | Some(Change::Respelt)) => (None, Vec::new()),
                ([], Some(Change::Renamed { old, new })) => {
                    answer.names.push(NameChange { edition: step.to, old: old.clone(), new: new.clone() });
                    let others = step.neighbours_named(code, old);
                    if others.is_empty() {
                        (None, others)
                    } else {
                        (Some(Unresolved::NameMoved), others.into_iter().chain([code]).collect())
                    }
                }
                ([], Some(Change::Vanished { old })) => {
                    let named = step.new_by_name.get(&fold(old)).cloned().unwrap_or_default();
                    (Some(Unresolved::Vanished), named)
                }
                ([], Some(Change::New { .. })) => {
                    (answer.reason, answer.stopped_at) = (Some(Unresolved::NotInEdition), Some(*edition));
                    return answer;
                }
                ([target], _) => {
                    let is_vanished = step.is_vanished(*target);
                    if !is_vanished {
                        answer.merged_with.extend(step.merged(code, *target));
                    }
                    is_mapped = true;
                    code = *target;
                    (is_vanished.then_some(Unresolved::Vanished), Vec::new())
                }
                (targets, _) => (Some(Unresolved::Split), targets.to_vec()),
            };
            if reason.is_some() {
                answer.candidates = step.candidates(code, candidates);
                (answer.reason, answer.stopped_at) = (reason, Some(step.to));
                return answer;
            }
            if targets.is_empty() {
                answer.merged_with.extend(step.merged(code, code));
            }
        }
        answer.merged_with.sort_unstable();
        answer.merged_with.dedup();
        answer.code = Some(code);
        answer.basis = match (is_mapped, answer.names.is_empty()) {
            (true, _) => Basis::Mapped,
            (false, false) => Basis::Renamed,
            (false, true) => Basis::Unchanged,
        };
        answer
    }

    /// Returns whether the last change of a code up to an edition is that it vanished.
    fn vanished_before(&self, code: RegionCode, edition: Year) -> bool {
        let mut before = self.steps.values().rev().skip_while(|step| step.to > edition);
        before.find_map(|step| step.changes.get(&code)).is_some_and(|change| matches!(change, Change::Vanished { .. }))
    }
}

/// The words of the column `perubahan`: as written, in Indonesian, in English.
const WORDS: &[(&str, &str, &str)] =
    &[("hilang", "hilang", "vanished"), ("baru", "baru", "new"), ("ganti_nama", "ganti nama", "renamed")];

fn read_year(text: &str) -> Result<Year, Problem> {
    let year =
        if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok().and_then(Year::new) } else { None };
    year.ok_or_else(|| {
        Problem::new(ProblemCode::NumberRange).with("found", text).with("min", Year::MIN).with("max", Year::MAX)
    })
}

fn read_village(text: &str) -> Result<RegionCode, Problem> {
    text.parse().and_then(check_village)
}

/// Returns the code when it is that of a village.
pub(crate) fn check_village(code: RegionCode) -> Result<RegionCode, Problem> {
    if code.level() == Level::Village {
        return Ok(code);
    }
    Err(Problem::new(ProblemCode::NotAVillage).with("code", code.to_string()))
}

fn edition_unknown(found: Year, known: &[Year]) -> Problem {
    let known: Vec<String> = known.iter().map(Year::to_string).collect();
    Problem::new(ProblemCode::RegionEditionUnknown).with("found", found).with("known", known)
}

fn edition_order(from: Year, to: Year) -> Problem {
    Problem::new(ProblemCode::RegionEditionOrder).with("from", from).with("to", to)
}

#[cfg(test)]
#[path = "change_tests.rs"]
mod tests;
