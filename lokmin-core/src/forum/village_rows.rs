//! Which villages the rows of the attendance list speak for.

use crate::region::{RegionCode, Wanted, keep_kind};
use crate::sector::{Sector, village_names};

use super::attendance::{Attendee, Mention};
use super::coverage::{Participation, VillageCoverage};
use super::record::Forum;
use super::working_area::WorkingArea;

/// The villages that a row speaks for: by code, else by the names of the area.
#[derive(Default)]
struct Villages {
    codes: Vec<RegionCode>,
    /// Whether the row names a village, or none, that is not one of the area.
    is_unspecified: bool,
}

fn villages_of(row: &Attendee, area: Option<&WorkingArea>) -> Villages {
    let principals = row.represents.iter().filter_map(|principal| principal.village);
    let codes: Vec<RegionCode> = row.village.into_iter().chain(principals).collect();
    if !codes.is_empty() {
        return Villages { codes, is_unspecified: false };
    }
    let own = [(&row.office, true), (&row.institution, false), (&row.text, true)];
    let principals = row.represents.iter().flat_map(|one| [(&one.office, true), (&one.institution, false)]);
    let texts = principals.chain(own).filter_map(|(text, may_name)| Some((text.as_deref()?, may_name)));
    for (text, may_name_person) in texts {
        let names = village_names(text);
        let before_person = |readings: &[&str]| {
            let name = readings.last().filter(|_| may_name_person && row.mention == Mention::Person)?;
            village_before_person(name, area?)
        };
        let known = |readings: &Vec<&str>| {
            let exact = readings.iter().find_map(|name| village_named(name, area?));
            exact.or_else(|| before_person(readings))
        };
        let codes: Vec<RegionCode> = names.iter().filter_map(known).collect();
        if !codes.is_empty() {
            return Villages { is_unspecified: codes.len() < names.len(), codes };
        }
    }
    Villages { codes, is_unspecified: true }
}

/// More words than the name of a village and of a person are a sentence.
const WORDS: usize = 8;

/// Words that follow the name of one village in the name of another of the same subdistrict or district: where the longer
/// name is not of the area, it is that of another village, and not of a village and a person.
///
/// Source: the most frequent of them in Kepmendagri 300.2.2-2430/2025, and a few like them. Rarer ones are left out.
const OTHER_VILLAGE: &str = "\
    agung asri atas b barat baro baroh baru bawah dalam darat dolok dua harapan hilir hulu i ii iii ilir indah \
    iv jae jaya julu kaja kaler kangin kauh kecil kelod kidul kota kulon lama laut lor makmur mekar mesjid muara \
    muda mudik nauli padang pantai pasar permai pesisir peudaya raya sari satu seberang selatan sepakat \
    seuleumak sup tengah tenggara teungoh tiga timur toa tua tunong udik ulu utama utara v wetan besar luar desa";

/// Returns the village of the area whose name stands before that of a person: "Cidora Sukirman".
///
/// What follows must not be more of the name of a village: a word that names have, a number, another village of the area.
/// Nor may the whole be near the name of one: "Sungai Rawo" is not of Sungai where there is a Sungai Rawa.
fn village_before_person(name: &str, area: &WorkingArea) -> Option<RegionCode> {
    let cuts: Vec<usize> = name.match_indices(' ').map(|(at, _)| at).take(WORDS).collect();
    if cuts.len() == WORDS {
        return None;
    }
    let mut parts = cuts.iter().rev().filter_map(|at| name.split_at_checked(*at));
    let (code, person) = parts.find_map(|(village, rest)| Some((village_named(village, area)?, rest.trim())))?;
    let first = person.split(|c: char| !c.is_alphanumeric()).next()?;
    let is_capital = first.starts_with(char::is_uppercase);
    let first = first.to_lowercase();
    let is_of_place = OTHER_VILLAGE.split(' ').any(|word| word == first) || village_named(person, area).is_some();
    if !is_capital || is_of_place || person.contains(char::is_numeric) {
        return None;
    }
    let is_near = area.find_village(name).problems().iter().any(|problem| problem.suggestion().is_some());
    (!is_near).then_some(code)
}

/// Returns the one village of the area that has the name. Names are equal after case and space folding.
fn village_named(name: &str, area: &WorkingArea) -> Option<RegionCode> {
    let wanted = Wanted::new(name);
    let villages = area.villages.iter();
    let named = villages.filter(|village| village.names().any(|name| wanted.is_name_of(village.code, name)));
    let mut codes: Vec<RegionCode> = named.map(|village| village.code).collect();
    keep_kind(&wanted, &mut codes);
    match codes.as_slice() {
        [code] => Some(*code),
        _ => None,
    }
}

/// Works out which villages took part.
pub(super) fn village_coverage(
    forum: &Forum,
    participations: &[Participation],
    is_known: bool,
    area: Option<&WorkingArea>,
) -> VillageCoverage {
    let mut villages = VillageCoverage::default();
    for one in participations.iter().filter(|one| one.sector == Sector::Desa) {
        let Some(row) = forum.attendance.get(one.row) else { continue };
        let of_row = villages_of(row, area);
        if of_row.is_unspecified {
            villages.unspecified_rows.push(one.row);
        }
        villages.present.extend(of_row.codes);
    }
    villages.present.sort_unstable();
    villages.present.dedup();
    villages.unspecified_rows.dedup();
    if let Some(area) = area {
        let of_area: Vec<RegionCode> = area.villages.iter().map(|village| village.code).collect();
        villages.of = Some(of_area.len());
        villages.outside = villages.present.iter().copied().filter(|code| !of_area.contains(code)).collect();
        villages.present.retain(|code| of_area.contains(code));
        let missing = of_area.iter().copied().filter(|code| !villages.present.contains(code)).collect();
        if is_known && villages.unspecified_rows.is_empty() {
            villages.absent = missing;
        } else {
            villages.not_mentioned = missing;
        }
    }
    villages
}
