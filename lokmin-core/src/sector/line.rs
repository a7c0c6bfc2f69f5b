//! What a line of a list says, as the coverage of a forum needs it: without looking for what was meant by unknown words.

use super::alias::{AliasKind, Flags, Item, SectorAliases};
use super::recognise::{Sides, into_matches};
use super::resolve::Found;
use super::token::{Gap, Tokens};
use super::{Capacity, Match, Principal, Sector};
use crate::problem::ProblemCode;

/// What one text says.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// Who is present.
    pub(crate) present: Vec<Match>,
    /// The sectors of those who, as the text says, did not come.
    pub(crate) absent: Vec<Sector>,
    /// Who is represented.
    pub(crate) principal: Option<Principal>,
    /// A capacity whose office is not in the text: "Plt.".
    pub(crate) capacity: Option<Capacity>,
    /// The government of the area that the text begins with, as the name of an institution: "Desa Cidora".
    pub(crate) government: Option<Sector>,
    /// Whether the text says of somebody that they did not come.
    pub(crate) is_not_present: bool,
    /// What recognition warns about.
    pub(crate) doubts: Vec<ProblemCode>,
}

impl Line {
    /// Reads a text by the built-in aliases.
    pub(crate) fn read(text: &str) -> Self {
        let tokens = Tokens::read(text);
        let items = SectorAliases::shared().scan(&tokens);
        let sides = Sides::split(&items, &tokens);
        let mut doubts = Vec::new();
        let mut doubt = |is_so: bool, code: ProblemCode| {
            if is_so && !doubts.contains(&code) {
                doubts.push(code);
            }
        };
        for found in sides.principal.iter().flatten().chain(&sides.present) {
            let is_wife = found.honorific.is_some() && found.alias().flags.has(Flags::SPOUSE);
            doubt(is_wife, ProblemCode::SectorHonorificAmbiguous);
            doubt(found.is_assumed, ProblemCode::SectorAssumed);
        }
        doubt(sides.is_unclear, ProblemCode::SectorPrincipalUnclear);
        doubt(sides.is_not_present, ProblemCode::SectorNotPresent);
        let is_bare = sides.present.is_empty() && sides.principal.is_none();
        let government =
            if is_bare { government(&items).and_then(|item| item.entry.sectors.first().copied()) } else { None };
        let (absent, present): (Vec<Found<'_>>, Vec<Found<'_>>) =
            sides.present.into_iter().partition(|found| found.is_absent);
        let written = sides.principal_written.to_owned();
        Self {
            present: into_matches(present, &tokens),
            absent: absent.iter().flat_map(|found| found.sectors.iter().copied()).collect(),
            principal: sides.principal.map(|found| Principal { written, sectors: into_matches(found, &tokens) }),
            capacity: sides.capacity,
            government,
            is_not_present: sides.is_not_present,
            doubts,
        }
    }
}

/// Returns the kind of area that a text begins with, where it can name a government. A kampung is a government in a few
/// provinces and a neighbourhood in all others.
fn government<'i, 'a>(items: &'i [Item<'a>]) -> Option<&'i Item<'a>> {
    let first = items.first().filter(|item| item.first == 0 && item.entry.kind == AliasKind::Area)?;
    (!["kampung", "kp"].contains(&first.entry.key.as_str())).then_some(first)
}

/// The offices of a text by their canonical names, in small letters.
pub(crate) struct Offices {
    /// The first office of those present.
    pub(crate) present: Option<String>,
    /// The offices that are represented.
    pub(crate) principals: Vec<String>,
}

/// Returns the offices that a text names.
pub(crate) fn offices_of(text: &str) -> Offices {
    let tokens = Tokens::read(text);
    let items = SectorAliases::shared().scan(&tokens);
    let sides = Sides::split(&items, &tokens);
    let name = |found: &Found<'_>| Some(found.office().to_lowercase()).filter(|name| !name.is_empty());
    Offices {
        present: sides.present.iter().filter(|found| !found.is_absent).find_map(name),
        principals: sides.principal.iter().flatten().filter_map(name).collect(),
    }
}

/// Returns the names of the villages whose government a text names, each as the ways in which it may be read, the longest
/// first: "Kades Cidora Kec. Lumbir" is of Cidora.
pub(crate) fn village_names(text: &str) -> Vec<Vec<&str>> {
    let tokens = Tokens::read(text);
    let items = SectorAliases::shared().scan(&tokens);
    let sides = Sides::split(&items, &tokens);
    let deciding = match &sides.principal {
        Some(principal) if !principal.is_empty() => principal,
        _ => &sides.present,
    };
    let mut names = Vec::new();
    if deciding.is_empty() {
        let area = government(&items).filter(|item| item.entry.sectors == [Sector::Desa]);
        if let Some(area) = area {
            names_from(area.last + 1, &items, &tokens, &mut names);
        }
    }
    let mut others = deciding.iter().peekable();
    while let Some(found) = others.next() {
        if !found.sectors.contains(&Sector::Desa) {
            continue;
        }
        let end = others.peek().map_or(tokens.len(), |next| next.begin);
        let is_area = |item: &&Item<'_>| item.entry.kind == AliasKind::Area && item.entry.sectors == [Sector::Desa];
        let area = items.iter().find(|item| item.first > found.last && item.first < end && is_area(item));
        match area {
            Some(area) => names_from(area.last + 1, &items, &tokens, &mut names),
            // What follows the head of a hamlet is the hamlet.
            None if found.office() == "Kepala Dusun" => {}
            None => names_from(found.last + 1, &items, &tokens, &mut names),
        }
    }
    names
}

/// Adds the names that begin at a word; after a slash or "dan", the next.
fn names_from<'t>(from: usize, items: &[Item<'_>], tokens: &Tokens<'t>, names: &mut Vec<Vec<&'t str>>) {
    let mut start = from;
    if !tokens.gap(start).is_soft() {
        return;
    }
    while start < tokens.len() {
        let mut end = start + 1;
        while tokens.gap(end).is_soft() {
            end += 1;
        }
        let mut ends = vec![end];
        let within = items.iter().filter(|item| item.first >= start && item.first < end);
        let is_place = |item: &&Item<'_>| item.entry.kind == AliasKind::Area && item.entry.sectors.is_empty();
        let cuts: Vec<&Item<'_>> = within.filter(|item| !is_place(item)).collect();
        ends.extend(cuts.iter().rev().map(|item| item.first).filter(|cut| *cut > start));
        let readings: Vec<&str> = ends.iter().map(|end| tokens.written(start, end - 1)).collect();
        if cuts.first().is_none_or(|cut| cut.first > start) {
            names.push(readings);
        }
        let and = cuts.iter().find(|item| item.entry.kind == AliasKind::Conjunction);
        start = match and {
            Some(and) => and.last + 1,
            None if matches!(tokens.gap(end), Gap::Slash | Gap::And) => end,
            None => return,
        };
        // "Kades Cidora dan Camat": an office of its own, not a village.
        if items.iter().any(|item| item.first == start) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn villages_are_read_after_the_office() {
        assert_eq!(village_names("Kepala Desa Cidora"), [["Cidora"]]);
        assert_eq!(village_names("Kades Cidora Kec. Lumbir"), [["Cidora Kec. Lumbir", "Cidora"]]);
        assert_eq!(village_names("Kades Sungai Rawa"), [["Sungai Rawa"]]);
        assert_eq!(village_names("Kades Cidora/Besuki"), [["Cidora"], ["Besuki"]]);
        assert_eq!(village_names("Kades Cidora dan Besuki")[1], ["Besuki"]);
        assert_eq!(village_names("Kaur Keuangan, Desa Cidora"), [["Cidora"]]);
        assert_eq!(village_names("Sekdes mewakili Kades Besuki"), [["Besuki"]]);
        assert_eq!(village_names("Desa Cidora"), [["Cidora"]]);
        assert!(village_names("Kadus Besuki").is_empty() && village_names("Kades, Cidora").is_empty());
        assert!(village_names("Kades").is_empty() && village_names("Camat Lumbir").is_empty());
    }
}
