//! How one row of the attendance list counts: for which sectors, and in which way.
//!
//! How the words of a row count where the record does not state it otherwise:
//!
//! | row | counts as |
//! | :-- | :-- |
//! | office `a.n. Danramil`, `Kanit Binmas (mewakili Kapolsek)` | stand-in for the Danramil, for the Kapolsek |
//! | office `Plt. Camat Pelangiran` | acting official |
//! | office `Kapolsek (tidak hadir)` | nobody; it says that nobody of the police came, unless another row does |
//! | institution `Desa Cidora`, `Kec. Lumbir` | the government of the village, of the subdistrict |
//! | a person or institution with a village code and no sector that is known | the government of that village |

use crate::json::Text;
use crate::problem::ProblemCode;
use crate::sector::{Capacity, Line, Match, MatchKind, Sector};

use super::attendance::{Apology, Attendee, Invitee, Mention};
use super::coverage::{Participation, Way};

/// What the words of a row, or of somebody named elsewhere, say.
#[derive(Debug, Default)]
pub(super) struct Reading {
    found: Vec<Found>,
    /// The one represented, where the words name one.
    stands_in_for: Option<String>,
    pub(super) absent: Vec<Sector>,
    pub(super) is_not_present: bool,
    pub(super) doubts: Vec<ProblemCode>,
}

/// A sector that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) sector: Sector,
    /// The office, where one word names several.
    office: Option<String>,
    capacity: Capacity,
}

/// Adds how one row counts: a stand-in for the principals' sectors, everybody else for their own.
pub(super) fn participate(index: usize, row: &Attendee, out: &mut Vec<Participation>) -> Reading {
    let who = first_of(&[&row.name, &row.office, &row.institution, &row.text]);
    let one = |found: Found, way: Way, stands_in_for: Option<String>| Participation {
        row: index,
        sector: found.sector,
        way,
        who: who.clone(),
        office: found.office,
        stands_in_for,
    };
    let mut reading = read_row(row);
    if row.is_stand_in() {
        let mut doubts = Vec::new();
        for principal in &row.represents {
            let mut own =
                read(principal.sector, &[&principal.office, &principal.institution], principal.institution.as_ref());
            doubts.append(&mut own.doubts);
            // A principal of unknown sector is taken to be of the stand-in's own.
            let found = if own.found.is_empty() { reading.found.clone() } else { own.found };
            let stands_in_for = first_of(&[&principal.office, &principal.institution, &principal.name]);
            out.extend(found.into_iter().map(|found| one(found, Way::StandIn, Some(stands_in_for.clone()))));
        }
        doubts.dedup();
        return Reading { doubts, ..Reading::default() };
    }
    // A capacity that is stated beats the words.
    let stands_in_for = reading.stands_in_for.take().filter(|_| row.capacity.is_none());
    for found in std::mem::take(&mut reading.found) {
        let is_acting = row.capacity.unwrap_or(found.capacity).is_acting();
        let way = match row.mention {
            _ if stands_in_for.is_some() => Way::StandIn,
            Mention::Institution => Way::Institution,
            Mention::Collective => Way::Collective,
            Mention::Person if is_acting => Way::Acting,
            Mention::Person => Way::Official,
        };
        out.push(one(found, way, stands_in_for.clone()));
    }
    reading
}

fn first_of(texts: &[&Option<Text>]) -> String {
    texts.iter().find_map(|text| text.as_deref()).unwrap_or_default().to_owned()
}

/// Reads a row: its sector as stated, else as its office, institution or text says, else the government of its village.
fn read_row(row: &Attendee) -> Reading {
    let name_of_institution = match row.mention {
        Mention::Institution if row.institution.is_none() => &row.text,
        _ => &row.institution,
    };
    let mut reading =
        read(row.sector, &[&row.office, &row.institution, &row.text, &row.name], name_of_institution.as_ref());
    // The row as it was written may say what its columns do not.
    if let Some(text) = row.text.as_deref().filter(|_| row.office.is_some() || row.institution.is_some()) {
        let line = Line::read(text);
        if line.is_not_present && line.present.is_empty() && line.principal.is_none() && !reading.is_not_present {
            reading.is_not_present = true;
            reading.absent.extend(reading.found.drain(..).map(|found| found.sector));
            reading.doubts.push(ProblemCode::SectorNotPresent);
        }
    }
    let is_unknown = reading.found.is_empty() && !reading.is_not_present && reading.stands_in_for.is_none();
    if is_unknown && row.mention != Mention::Collective && row.village.is_some() {
        reading.found.push(Found { sector: Sector::Desa, office: None, capacity: Capacity::Official });
    }
    reading
}

pub(super) fn invited_sectors(invitee: &Invitee) -> Vec<Found> {
    let texts = [&invitee.office, &invitee.institution, &invitee.text];
    let mut found = read(invitee.sector, &texts, invitee.institution.as_ref()).found;
    if found.is_empty() && invitee.village.is_some() {
        found.push(Found { sector: Sector::Desa, office: None, capacity: Capacity::Official });
    }
    found
}

pub(super) fn excused_sectors(apology: &Apology) -> Vec<Found> {
    let reading = read(apology.sector, &[&apology.office, &apology.institution], apology.institution.as_ref());
    let absent = reading.absent.into_iter();
    let absent = absent.map(|sector| Found { sector, office: None, capacity: Capacity::Official });
    reading.found.into_iter().chain(absent).collect()
}

/// Reads the first of the texts that names a sector; a stated sector beats the one that they name. An institution that is
/// called by its area is the government of it: `Desa Cidora`.
fn read(stated: Option<Sector>, texts: &[&Option<Text>], institution: Option<&Text>) -> Reading {
    let mut reading = Reading::default();
    let mut capacity = None;
    for text in texts.iter().filter_map(|text| text.as_ref()) {
        let line = Line::read(text);
        capacity = capacity.or(line.capacity);
        let government = line.government.filter(|_| institution == Some(text));
        let (principal, present) = (line.principal, line.present);
        reading.is_not_present |= line.is_not_present && present.is_empty() && principal.is_none();
        reading.absent.extend(line.absent);
        for code in line.doubts {
            let is_of_sector = matches!(code, ProblemCode::SectorHonorificAmbiguous | ProblemCode::SectorAssumed);
            if !(reading.doubts.contains(&code) || is_of_sector && stated.is_some()) {
                reading.doubts.push(code);
            }
        }
        let deciding = match principal {
            Some(principal) if !principal.sectors.is_empty() => {
                reading.stands_in_for = Some(principal.written);
                principal.sectors
            }
            _ => present,
        };
        let office = |one: &mut Match| one.office.take().filter(|_| one.kind == MatchKind::Collective);
        for mut one in deciding {
            if reading.found.iter().all(|found| found.sector != one.sector) {
                let office = office(&mut one);
                reading.found.push(Found { sector: one.sector, office, capacity: one.capacity });
            }
        }
        if let Some(sector) = government.filter(|_| reading.found.is_empty()) {
            reading.found.push(Found { sector, office: None, capacity: Capacity::Official });
        }
        if !reading.found.is_empty() || reading.is_not_present {
            break;
        }
    }
    // "Plt." in one column, what it belongs to in the next.
    if let Some(found) = reading.found.first_mut().filter(|found| found.capacity == Capacity::Official) {
        found.capacity = capacity.unwrap_or(Capacity::Official);
    }
    if let Some(sector) = stated {
        let capacity = reading.found.first().map_or(capacity.unwrap_or(Capacity::Official), |found| found.capacity);
        reading.found.clear();
        if reading.is_not_present {
            reading.absent = vec![sector];
        } else {
            reading.found.push(Found { sector, office: None, capacity });
        }
    }
    reading.found.sort_by_key(|found| found.sector);
    reading
}
