//! Which villages the rows of the attendance list speak for.

use crate::region::{RegionCode, Wanted, keep_kind};
use crate::sector::{Sector, village_names};

use super::attendance::Attendee;
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
    let own = [&row.office, &row.institution, &row.text];
    let principals = row.represents.iter().flat_map(|principal| [&principal.office, &principal.institution]);
    let texts = principals.chain(own).filter_map(|text| text.as_deref());
    for text in texts {
        let names = village_names(text);
        let known = |readings: &Vec<&str>| readings.iter().find_map(|name| village_named(name, area?));
        let codes: Vec<RegionCode> = names.iter().filter_map(known).collect();
        if !codes.is_empty() {
            return Villages { is_unspecified: codes.len() < names.len(), codes };
        }
    }
    Villages { codes, is_unspecified: true }
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
