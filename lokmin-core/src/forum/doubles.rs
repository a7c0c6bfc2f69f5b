//! A principal and the stand-in who are both on the list.

use std::collections::BTreeSet;

use crate::json::Reader;
use crate::problem::{Location, Problem, ProblemCode};
use crate::region::{RegionCode, fold, folded};
use crate::sector::{SoughtOffice, may_name, may_represent, offices_of, village_names};

use super::attendance::{Attendee, Mention};
use super::record::Forum;

/// Of so many offices that are represented, each is looked for in every row; with more, the rows are just read.
const FEW: usize = 20;

/// An office that must not be both on the list and represented: its name, and the village where that is known.
type OfficeKey = (String, Option<RegionCode>, Option<String>);

/// The village, where it is known, and the name of an office that is represented.
type Wanted<'k> = (Option<RegionCode>, &'k str);

/// Warns where a principal and the stand-in are both on the list.
///
/// Most lists have no stand-in and few have many: only the words that may name one are read, and of the other rows only
/// those that may be of an office that is represented.
pub(super) fn check_doubles(forum: &Forum, at: &Location<'_>, reader: &mut Reader) {
    let stand_ins: Vec<StandIn> =
        forum.attendance.iter().enumerate().filter_map(|(index, row)| StandIn::read(index, row)).collect();
    let wanted: BTreeSet<Wanted<'_>> = stand_ins.iter().flat_map(StandIn::keys).map(|key| (key.1, &*key.0)).collect();
    if wanted.is_empty() {
        return;
    }
    let wanted: Vec<_> = wanted.into_iter().map(|(village, name)| (village, SoughtOffice::new(name))).collect();
    let is_stand_in = |index: &usize| stand_ins.binary_search_by_key(index, |one| one.row).is_ok();
    let people = forum.attendance.iter().enumerate().filter(|(_, row)| row.mention == Mention::Person);
    let officials: BTreeSet<OfficeKey> = people
        .filter(|(index, _)| !is_stand_in(index))
        .filter_map(|(_, row)| official_in_person(row, &wanted))
        .collect();
    if officials.is_empty() {
        return;
    }
    let attendance = at.key("attendance");
    for stand_in in &stand_ins {
        let Some(row) = forum.attendance.get(stand_in.row) else { continue };
        let row_at = attendance.index(stand_in.row);
        let represents_at = row_at.key("represents");
        for (which, key) in &stand_in.principals {
            let office = row.represents.get(*which).and_then(|principal| principal.office.as_deref());
            if let Some(office) = office.filter(|_| officials.contains(key)) {
                let problem = Problem::new(ProblemCode::PrincipalAndStandIn).with("office", office);
                reader.report(&represents_at.index(*which), problem);
            }
        }
        if stand_in.in_words.iter().any(|key| officials.contains(key)) {
            let (member, text) = words_of(row).unwrap_or(("text", ""));
            let problem = Problem::new(ProblemCode::PrincipalAndStandIn).with("office", text);
            reader.report(&row_at.key(member), problem);
        }
    }
}

/// A row of somebody who stands in for somebody else.
struct StandIn {
    /// The number of the row.
    row: usize,
    /// The offices of the principals that have one, each with the number of the principal.
    principals: Vec<(usize, OfficeKey)>,
    /// The offices that the words of the row say are represented.
    in_words: Vec<OfficeKey>,
}

impl StandIn {
    fn read(index: usize, row: &Attendee) -> Option<Self> {
        if !row.is_stand_in() {
            let in_words = represented_in_words(row)?;
            return Some(Self { row: index, principals: Vec::new(), in_words });
        }
        let principals = row.represents.iter().enumerate().filter_map(|(which, principal)| {
            let office = principal.office.as_deref()?;
            let name = offices_of(office).present.unwrap_or_else(|| fold(office));
            Some((which, office_key(name, principal.village, office)))
        });
        Some(Self { row: index, principals: principals.collect(), in_words: Vec::new() })
    }

    /// Returns the offices that are represented.
    fn keys(&self) -> impl Iterator<Item = &OfficeKey> {
        self.principals.iter().map(|(_, key)| key).chain(&self.in_words)
    }
}

/// The words of a row that name the office: the office, or the text of a row that has nothing else.
fn words_of(row: &Attendee) -> Option<(&'static str, &str)> {
    match (&row.office, &row.text) {
        (Some(office), _) => Some(("office", office)),
        (None, Some(text)) if row.institution.is_none() => Some(("text", text)),
        _ => None,
    }
}

/// Returns the offices that the words of a row say are represented; `None` when they say nothing of the kind.
fn represented_in_words(row: &Attendee) -> Option<Vec<OfficeKey>> {
    let (_, text) =
        words_of(row).filter(|(_, text)| !row.is_stand_in() && row.capacity.is_none() && may_represent(text))?;
    let principals = offices_of(text).principals;
    (!principals.is_empty()).then(|| principals.into_iter().map(|name| office_key(name, row.village, text)).collect())
}

/// Returns the office of somebody who came in person, where it may be one of those wanted.
fn official_in_person(row: &Attendee, wanted: &[(Option<RegionCode>, SoughtOffice<'_>)]) -> Option<OfficeKey> {
    let (member, text) = words_of(row)?;
    let is_office = member == "office";
    let offices = wanted.iter().filter(|(village, _)| *village == row.village).map(|(_, office)| office);
    let is_as_written = |office: &SoughtOffice<'_>| folded(text).eq(office.name().chars());
    let may_be =
        wanted.len() > FEW || may_name(text, offices.clone()) || is_office && offices.clone().any(is_as_written);
    if !may_be {
        return None;
    }
    let name = match offices_of(text).present {
        Some(name) => name,
        None if is_office => fold(text),
        None => return None,
    };
    Some(office_key(name, row.village, text))
}

/// A village office is told from others by its village: by its code, or by its name as written.
fn office_key(name: String, village: Option<RegionCode>, text: &str) -> OfficeKey {
    const VILLAGE_OFFICES: [&str; 3] = ["kepala desa", "lurah", "sekretaris desa"];
    let is_of_village = village.is_none() && VILLAGE_OFFICES.contains(&name.as_str());
    let place = is_of_village.then(|| village_names(text).first().and_then(|readings| Some(fold(readings.last()?))));
    (name, village, place.flatten())
}
