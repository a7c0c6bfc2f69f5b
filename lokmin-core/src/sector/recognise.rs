//! Recognition of one text: who is present, in what capacity, and for whom.

use std::collections::BTreeSet;

use super::alias::{AliasKind, Entry, Flags, Item, SectorAliases};
use super::mention::{Principal, Recognition};
use super::name::name_of_person;
use super::resolve::{Found, Resolved, resolve};
use super::suggest::nearest_alias;
use super::token::{Gap, Tokens};
use super::{Capacity, Match, Sector};
use crate::problem::{Outcome, Problem, ProblemCode, Problems};

/// Recognises the offices, institutions and groups in a text, by the built-in aliases.
///
/// Nothing is guessed: a text without a known alias has no sector and a warning. The time taken grows with the length
/// of the text.
///
/// # Errors
///
/// `document.blank_text`. Warnings: `sector.honorific_ambiguous`, `sector.assumed`, `sector.principal_unclear`,
/// `sector.not_present`, `sector.unknown`.
///
/// # Example
///
/// ```
/// use lokmin_core::sector::{Capacity, Sector, recognise_sector};
///
/// let line = recognise_sector("Serda Syafwan Ansori, Babinsa Koramil 415-04/Muara Bulian").into_result()?;
/// assert_eq!(line.code, Some(Sector::Tni));
/// assert_eq!(line.sectors[0].office.as_deref(), Some("Babinsa"));
/// assert_eq!(line.name.as_deref(), Some("Serda Syafwan Ansori"));
///
/// let line = recognise_sector("Kapolsek Pelangiran diwakili oleh Kanit Binmas").into_result()?;
/// assert_eq!(line.capacity, Capacity::Representing);
/// assert_eq!(line.principal.unwrap().written, "Kapolsek Pelangiran");
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn recognise_sector(text: &str) -> Outcome<Recognition> {
    SectorAliases::shared().recognise(text)
}

impl SectorAliases {
    /// Recognises the offices, institutions and groups in a text; see [`recognise_sector`].
    ///
    /// # Errors
    ///
    /// `document.blank_text`.
    pub fn recognise(&self, text: &str) -> Outcome<Recognition> {
        if text.trim().is_empty() {
            return Outcome::from(Err(Problem::new(ProblemCode::BlankText)));
        }
        let tokens = Tokens::read(text);
        let items = self.scan(&tokens);
        let mut findings = Findings { tokens: &tokens, problems: Problems::new(), seen: BTreeSet::new() };
        let sides = Sides::split(&items, &tokens);
        findings.look_at(sides.principal.iter().flatten());
        findings.look_at(&sides.present);
        let absent = sides.present.iter().filter(|found| found.is_absent);
        let said: Vec<&str> = absent.map(|found| tokens.written(found.begin, found.last)).collect();
        if sides.is_not_present {
            let found = if said.is_empty() { text.trim().to_owned() } else { said.join(", ") };
            findings.problems.push(Problem::new(ProblemCode::SectorNotPresent).with("found", found));
        }
        if sides.is_unclear {
            findings.problems.push(Problem::new(ProblemCode::SectorPrincipalUnclear).with("found", text.trim()));
        }
        let name = name_of_person(&items, &tokens, sides.name_from, sides.name_to);
        let capacity = match sides.present.first() {
            _ if sides.is_representing => Capacity::Representing,
            Some(found) => found.capacity(),
            None => sides.capacity.unwrap_or(Capacity::Official),
        };
        let principal = sides.principal.map(|found| Principal {
            written: sides.principal_written.to_owned(),
            sectors: into_matches(found, &tokens),
        });
        let sectors = into_matches(sides.present, &tokens);
        let deciding = principal.as_ref().map_or(&sectors, |principal| &principal.sectors);
        if deciding.is_empty() {
            let area = sides.area.map(|area| format!("Pemerintah {}", area.name));
            let near = nearest_alias(self, &tokens, &items).or(area);
            let problem = Problem::new(ProblemCode::SectorUnknown).with("found", text.trim()).suggesting(near);
            findings.problems.push(problem);
        }
        let code = only_sector(deciding);
        let problems = findings.problems;
        Outcome::new(Some(Recognition { code, sectors, capacity, principal, name }), problems)
    }
}

/// Returns the sector that all matches have.
fn only_sector(matches: &[Match]) -> Option<Sector> {
    let first = matches.first()?.sector;
    matches.iter().all(|found| found.sector == first).then_some(first)
}

pub(super) fn into_matches(found: Vec<Found<'_>>, tokens: &Tokens<'_>) -> Vec<Match> {
    let mut matches = Vec::with_capacity(found.len());
    for found in found {
        found.append_to(tokens, &mut matches);
    }
    matches
}

/// Collects the warnings of one text, each meaning of an alias once.
struct Findings<'a> {
    tokens: &'a Tokens<'a>,
    problems: Problems,
    seen: BTreeSet<(ProblemCode, &'a str)>,
}

impl<'a> Findings<'a> {
    fn look_at<'f>(&mut self, found: impl IntoIterator<Item = &'f Found<'a>>)
    where
        'a: 'f,
    {
        for found in found {
            let alias = found.alias();
            let honorific = found.honorific.filter(|_| alias.flags.has(Flags::SPOUSE));
            if let Some(honorific) = honorific
                && self.seen.insert((ProblemCode::SectorHonorificAmbiguous, &alias.key))
            {
                let problem = Problem::new(ProblemCode::SectorHonorificAmbiguous)
                    .with("found", self.tokens.written(honorific, found.last))
                    .with("office", found.office());
                self.problems.push(problem);
            }
            if found.is_assumed && self.seen.insert((ProblemCode::SectorAssumed, &alias.key)) {
                let sector = alias.sectors.first().map_or("", |sector| sector.as_str());
                let problem = Problem::new(ProblemCode::SectorAssumed)
                    .with("found", self.tokens.written(found.first, found.last))
                    .with("sector", sector);
                self.problems.push(problem);
            }
        }
    }
}

/// A text divided into who is present and who is represented.
#[derive(Default)]
pub(super) struct Sides<'a> {
    pub(super) present: Vec<Found<'a>>,
    pub(super) principal: Option<Vec<Found<'a>>>,
    pub(super) principal_written: &'a str,
    is_representing: bool,
    /// Whether the text speaks of representing without saying clearly who is represented.
    pub(super) is_unclear: bool,
    pub(super) capacity: Option<Capacity>,
    /// A kind of area that stands for nothing.
    area: Option<&'a Entry>,
    /// Whether the text says of somebody present that they did not come.
    pub(super) is_not_present: bool,
    /// The words among which the name of the person present may stand.
    name_from: usize,
    name_to: usize,
}

impl<'a> Sides<'a> {
    pub(super) fn split(items: &[Item<'a>], tokens: &'a Tokens<'a>) -> Self {
        let mut standing = items.iter().enumerate().filter(|(index, _)| speaks_of_representing(items, *index, tokens));
        let Some((index, item)) = standing.next() else {
            let mut sides = Self { name_to: tokens.len(), ..Self::default() };
            let mut resolved = resolve(items, 0, tokens);
            sides.is_not_present = resolved.is_not_present;
            let ranks = std::mem::take(&mut resolved.ranks);
            sides.present = or_ranks(sides.keep(resolved), ranks);
            return sides;
        };
        let before = items.get(..index).unwrap_or_default();
        let after = items.get(index + 1..).unwrap_or_default();
        let mut sides = Self { is_representing: true, is_unclear: standing.next().is_some(), ..Self::default() };
        let present = resolve(before, 0, tokens);
        let other = resolve(after, item.last + 1, tokens);
        if item.entry.kind == AliasKind::RepresentedBy {
            sides.name_from = item.last + 1;
            sides.name_to = tokens.len();
            sides.represented_before(item, present, other, tokens);
        } else {
            sides.name_to = item.first;
            sides.represented_after(item, present, other, tokens);
        }
        sides.is_unclear |= sides.principal.is_none();
        sides.is_not_present = sides.present.iter().any(|found| found.is_absent);
        sides
    }

    /// Keeps what a side says beside its offices.
    fn keep(&mut self, resolved: Resolved<'a>) -> Vec<Found<'a>> {
        self.capacity = self.capacity.or(resolved.capacity);
        self.area = self.area.or(resolved.area);
        resolved.found
    }

    /// "X diwakili oleh Y": the last offices before, joined by "dan" or a slash, are the principal.
    fn represented_before(
        &mut self,
        item: &Item<'a>,
        mut before: Resolved<'a>,
        mut after: Resolved<'a>,
        tokens: &'a Tokens<'a>,
    ) {
        let mut start = before.found.len().saturating_sub(1);
        while start > 0 && before.found.get(start).is_some_and(|found| is_joined(found.gap)) {
            start -= 1;
        }
        let principal = or_ranks(before.found.split_off(start), std::mem::take(&mut before.ranks));
        let ranks = std::mem::take(&mut after.ranks);
        self.present = self.keep(before);
        let after = self.keep(after);
        self.present.extend(after);
        self.present = or_ranks(std::mem::take(&mut self.present), ranks);
        let first = principal.first().map_or(0, |found| found.begin);
        let Some(mut last) = item.first.checked_sub(1) else { return };
        while last > first && FILLERS.contains(&tokens.word(last)) {
            last -= 1;
        }
        self.principal_written = tokens.written(first, last);
        self.principal = Some(principal);
    }

    /// "Y mewakili X": the first offices after, joined by "dan" or a slash, are the principal.
    fn represented_after(
        &mut self,
        item: &Item<'a>,
        mut before: Resolved<'a>,
        mut after: Resolved<'a>,
        tokens: &'a Tokens<'a>,
    ) {
        let mut ranks = std::mem::take(&mut before.ranks);
        let mut later_ranks = std::mem::take(&mut after.ranks);
        self.present = self.keep(before);
        let is_direct = tokens.gap(item.last + 1).is_soft();
        if !is_direct {
            let after = self.keep(after);
            self.present.extend(after);
            ranks.append(&mut later_ranks);
            self.present = or_ranks(std::mem::take(&mut self.present), ranks);
            return;
        }
        let starts = after.found.first().is_some_and(|found| found.gap.is_soft());
        let mut end = usize::from(starts);
        while end > 0 && after.found.get(end).is_some_and(|found| is_joined(found.gap)) {
            end += 1;
        }
        let others = after.found.split_off(end);
        let mut principal = std::mem::replace(&mut after.found, others);
        if principal.is_empty() && later_ranks.first().is_some_and(|rank| rank.first == item.last + 1) {
            principal.push(later_ranks.remove(0));
        }
        ranks.append(&mut later_ranks);
        let first = principal.first().map_or(item.last + 1, |found| found.begin);
        let mut last = principal.last().map_or(item.last + 1, |found| found.last);
        while tokens.get(last + 1).is_some_and(|next| !next.is_lower && next.gap <= Gap::Slash) {
            last += 1;
        }
        let others = self.keep(after);
        self.present.extend(others);
        self.present = or_ranks(std::mem::take(&mut self.present), ranks);
        self.principal_written = tokens.written(first, last);
        self.principal = Some(principal);
    }
}

/// Words between an office and "diwakili" that do not belong to the office.
const FILLERS: [&str; 12] =
    ["yang", "turut", "hadir", "juga", "dalam", "hal", "ini", "dengan", "ikut", "berhalangan", "dapat", "tidak"];

/// Returns the ranks where nothing else was found.
fn or_ranks<'a>(found: Vec<Found<'a>>, ranks: Vec<Found<'a>>) -> Vec<Found<'a>> {
    if found.is_empty() { ranks } else { found }
}

fn is_joined(gap: Gap) -> bool {
    matches!(gap, Gap::And | Gap::Slash)
}

/// Returns whether an alias makes somebody a stand-in: some do only directly before an office or
/// an institution, as in "a.n. Camat" and "Perwakilan Koramil". "Wakil Camat" stands in too: a Camat has no deputy, and
/// the deputies that there are, such as the Wakapolsek, have their own aliases.
fn speaks_of_representing(items: &[Item<'_>], index: usize, tokens: &Tokens<'_>) -> bool {
    let Some(item) = items.get(index) else { return false };
    match item.entry.kind {
        AliasKind::RepresentedBy => true,
        AliasKind::Represents if !item.entry.flags.has(Flags::ADJACENT) => true,
        AliasKind::Represents => {
            let mut at = item.last + 1;
            for next in items.get(index + 1..).unwrap_or_default() {
                if next.first != at || !tokens.gap(at).is_soft() {
                    return false;
                }
                at = next.last + 1;
                match next.entry.kind {
                    AliasKind::Sir | AliasKind::Honorific | AliasKind::Title | AliasKind::Capacity => {}
                    AliasKind::Office | AliasKind::Institution => return true,
                    AliasKind::Head => return next.entry.flags.has(Flags::CHIEF),
                    _ => return false,
                }
            }
            false
        }
        _ => false,
    }
}

#[cfg(test)]
#[path = "recognise_tests.rs"]
mod tests;
