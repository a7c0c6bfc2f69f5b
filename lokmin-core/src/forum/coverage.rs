//! Which sectors and villages took part, by whom, and who did not.
//!
//! There is no quorum rule: none exists in the sources. Coverage says what is known and leaves the judgement to people.
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

use crate::json::{Reader, Text, record, terms};
use crate::problem::{Location, Outcome, Problem, ProblemCode};
use crate::region::{RegionCode, Wanted, fold, keep_kind};
use crate::sector::{Capacity, Line, Match, MatchKind, Sector, may_represent, offices_of, village_names};

use super::attendance::{Apology, Attendee, Invitee, Mention};
use super::record::Forum;
use super::working_area::WorkingArea;

terms! {
    /// What is known of a required sector.
    pub enum CoverageStatus {
        /// Somebody of the sector took part in their own office, acting officials included.
        Present = "present", "hadir", "present";
        /// Only a stand-in took part.
        StandIn = "stand_in", "diwakili", "represented";
        /// Nobody took part: an apology is recorded, a row says that they did not come, or the list is complete and the
        /// sector of every row is known.
        Absent = "absent", "tidak hadir", "absent";
        /// Nobody took part and nobody was invited: both lists are known, and the sector of every row.
        NotInvited = "not_invited", "tidak diundang", "not invited";
        /// The list does not mention the sector, and is not complete or has a row whose sector is not known: nobody knows.
        NotMentioned = "not_mentioned", "tidak disebut", "not mentioned";
    }
}

terms! {
    /// In which way a row of the attendance list counts for a sector.
    pub enum Way {
        /// A person in their own office.
        Official = "official", "pejabat", "official";
        /// An acting official (Plt., Plh., Pj., Pgs.), who is the official.
        Acting = "acting", "penjabat/pelaksana (Plt./Plh./Pj.)", "acting official";
        /// A stand-in (*mewakili*).
        StandIn = "stand_in", "yang mewakili", "stand-in";
        /// An institution, without saying who came.
        Institution = "institution", "instansi", "institution";
        /// A group.
        Collective = "collective", "kelompok", "group";
    }
}

record! {
    /// One requirement on the attendance: at least one of these sectors.
    pub struct Requirement {
        /// The sectors, any one of which will do.
        pub any_of: Vec<Sector>,
        /// The name of the requirement, where it is not the sector's own.
        pub name: Option<Text>,
    }
    check = check_requirement;
}

record! {
    /// Which sectors a forum should bring together.
    pub struct CoveragePolicy {
        /// The requirements, in the order in which they are shown.
        pub requirements: Vec<Requirement>,
    }
    schema = "lokmin.coverage_policy/1";
}

impl Default for CoveragePolicy {
    /// The participants of KMK HK.01.07/MENKES/2015/2023 table 2 (confirmed in a transcription).
    fn default() -> Self {
        use Sector::{Desa, Dik, Dinkes, Kader, Kec, Pkk, Pkm, Pokjanal, Polri, Tni};
        let requirements = [Kec, Pkm, Dinkes, Desa, Pkk, Pokjanal, Kader, Tni, Polri, Dik]
            .map(|sector| Requirement { any_of: vec![sector], name: None });
        Self { requirements: requirements.into() }
    }
}

impl CoveragePolicy {
    /// Reads a policy from JSON text.
    pub fn from_json(text: &str) -> Outcome<Self> {
        crate::json::read_text(text)
    }
}

/// How one row of the attendance list counts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Participation {
    /// The number of the row, from 0.
    pub row: usize,
    /// The sector that it counts for.
    pub sector: Sector,
    /// In which way.
    pub way: Way,
    /// The person, office or institution as written.
    pub who: String,
    /// The office that a word for several offices stands for here: the Kapolsek of "unsur Muspika".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// The office or institution that a stand-in stands in for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stands_in_for: Option<String>,
}

/// What is known of one requirement.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct RequirementCoverage {
    /// The sectors, any one of which will do.
    pub any_of: Vec<Sector>,
    /// The name of the requirement, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// What is known.
    pub status: CoverageStatus,
    /// The rows that count for it.
    pub by: Vec<Participation>,
    /// Whether an apology is recorded.
    pub apology: bool,
    /// Whether it was invited; `None` when no invitation list is recorded.
    pub invited: Option<bool>,
}

/// Which villages took part.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct VillageCoverage {
    /// How many villages the working area has; `None` without one.
    pub of: Option<usize>,
    /// The villages whose government took part, by code.
    pub present: Vec<RegionCode>,
    /// The villages of the working area whose government did not: the list is complete, and every row is known.
    pub absent: Vec<RegionCode>,
    /// The villages of the working area that the list does not mention, where one of its rows may still be of them.
    pub not_mentioned: Vec<RegionCode>,
    /// Villages that took part and are not of the working area.
    pub outside: Vec<RegionCode>,
    /// Rows of village governments that do not say which village, or by a name that is not one village of the area.
    pub unspecified_rows: Vec<usize>,
}

/// A warning of [`recognise_sector`](crate::sector::recognise_sector) about the words of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Doubt {
    /// The number of the row, from 0.
    pub row: usize,
    /// The code of the warning: `sector.honorific_ambiguous`, `sector.assumed`, `sector.principal_unclear` or
    /// `sector.not_present`.
    pub code: ProblemCode,
}

/// Who took part in one forum.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Coverage {
    /// What is known of each requirement, in the order of the policy.
    pub requirements: Vec<RequirementCoverage>,
    /// Rows that count for sectors that are not required.
    pub others: Vec<Participation>,
    /// Rows whose sector is not known.
    pub unrecognised: Vec<usize>,
    /// What is doubtful in how rows were read, in the order of the rows.
    pub doubts: Vec<Doubt>,
    /// Which villages took part.
    pub villages: VillageCoverage,
    /// How many people are known to have come: one a person, groups by their count.
    pub heads: u64,
    /// How many rows of institutions and groups do not say how many came.
    pub rows_without_count: usize,
}

/// Works out which sectors and villages took part.
///
/// `area` is the working area of the Puskesmas, where it is known.
///
/// # Example
///
/// ```
/// use lokmin_core::forum::{CoveragePolicy, CoverageStatus, sector_coverage};
/// use lokmin_core::Forum;
///
/// let text = r#"{"schema": "lokmin.forum/1", "id": "f", "kind": "quarterly", "held_on": "2025-07-30",
///     "puskesmas": [{"name": "Pelangiran"}], "attendance": [
///       {"mention": "person", "name": "Serma Sugianto", "represents": [{"office": "Danramil 10/Pelangiran"}]}]}"#;
/// let forum = Forum::from_json(text).into_result()?;
/// let coverage = sector_coverage(&forum, &CoveragePolicy::default(), None);
/// let army = &coverage.requirements[7];
/// assert_eq!(army.status, CoverageStatus::StandIn);
/// assert_eq!(coverage.requirements[0].status, CoverageStatus::NotMentioned);
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
#[must_use]
pub fn sector_coverage(forum: &Forum, policy: &CoveragePolicy, area: Option<&WorkingArea>) -> Coverage {
    let mut participations = Vec::new();
    let mut unrecognised = Vec::new();
    let mut doubts = Vec::new();
    let mut missing: Vec<Sector> = Vec::new();
    let mut came: Vec<&Attendee> = Vec::new();
    for (index, row) in forum.attendance.iter().enumerate() {
        let before = participations.len();
        let reading = participate(index, row, &mut participations);
        doubts.extend(reading.doubts.iter().map(|code| Doubt { row: index, code: *code }));
        missing.extend(&reading.absent);
        let counts = participations.len() > before;
        if counts || !reading.is_not_present {
            came.push(row);
            if !counts {
                unrecognised.push(index);
            }
        }
    }
    let is_known = forum.list_complete && unrecognised.is_empty();
    let invited: Vec<Sector> = forum.invited.iter().flat_map(invited_sectors).map(|found| found.sector).collect();
    let excused: Vec<Sector> = forum.apologies.iter().flat_map(excused_sectors).map(|found| found.sector).collect();
    let requirements = policy
        .requirements
        .iter()
        .map(|requirement| {
            let concerns = |sector: &Sector| requirement.any_of.contains(sector);
            let by: Vec<Participation> = participations.iter().filter(|one| concerns(&one.sector)).cloned().collect();
            let apology = excused.iter().any(concerns);
            let was_invited = (!forum.invited.is_empty()).then(|| invited.iter().any(concerns));
            RequirementCoverage {
                any_of: requirement.any_of.clone(),
                name: requirement.name.clone(),
                status: status(&by, apology || missing.iter().any(concerns), was_invited, is_known),
                by,
                apology,
                invited: was_invited,
            }
        })
        .collect();
    let required = |sector: Sector| policy.requirements.iter().any(|one| one.any_of.contains(&sector));
    Coverage {
        requirements,
        villages: village_coverage(forum, &participations, is_known, area),
        others: participations.into_iter().filter(|one| !required(one.sector)).collect(),
        unrecognised,
        doubts,
        heads: came.iter().filter_map(|row| row.heads()).sum(),
        rows_without_count: came.iter().filter(|row| row.heads().is_none()).count(),
    }
}

fn status(by: &[Participation], is_said_absent: bool, invited: Option<bool>, is_known: bool) -> CoverageStatus {
    let has = |ways: &[Way]| by.iter().any(|one| ways.contains(&one.way));
    if has(&[Way::Official, Way::Acting]) {
        CoverageStatus::Present
    } else if has(&[Way::StandIn]) {
        CoverageStatus::StandIn
    } else if !by.is_empty() {
        CoverageStatus::Present
    } else if is_said_absent {
        CoverageStatus::Absent
    } else if !is_known {
        CoverageStatus::NotMentioned
    } else if invited == Some(false) {
        CoverageStatus::NotInvited
    } else {
        CoverageStatus::Absent
    }
}

/// What the words of a row, or of somebody named elsewhere, say.
#[derive(Debug, Default)]
struct Reading {
    found: Vec<Found>,
    /// The one represented, where the words name one.
    stands_in_for: Option<String>,
    absent: Vec<Sector>,
    is_not_present: bool,
    doubts: Vec<ProblemCode>,
}

/// A sector that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    sector: Sector,
    /// The office, where one word names several.
    office: Option<String>,
    capacity: Capacity,
}

/// Adds how one row counts: a stand-in for the principals' sectors, everybody else for their own.
fn participate(index: usize, row: &Attendee, out: &mut Vec<Participation>) -> Reading {
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

fn invited_sectors(invitee: &Invitee) -> Vec<Found> {
    let texts = [&invitee.office, &invitee.institution, &invitee.text];
    let mut found = read(invitee.sector, &texts, invitee.institution.as_ref()).found;
    if found.is_empty() && invitee.village.is_some() {
        found.push(Found { sector: Sector::Desa, office: None, capacity: Capacity::Official });
    }
    found
}

fn excused_sectors(apology: &Apology) -> Vec<Found> {
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

fn village_coverage(
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

/// An office that must not be both on the list and represented: its name, and the village where that is known.
type OfficeKey = (String, Option<RegionCode>, Option<String>);

/// Warns where a principal and the stand-in are both on the list.
///
/// Most lists have no stand-in and few have many: only the words that may name one are read, and the other rows only where
/// there is one.
pub(super) fn check_doubles(forum: &Forum, at: &Location<'_>, reader: &mut Reader) {
    let stand_ins: Vec<Option<Vec<OfficeKey>>> = forum.attendance.iter().map(represented_in_words).collect();
    if !forum.attendance.iter().any(Attendee::is_stand_in) && stand_ins.iter().all(Option::is_none) {
        return;
    }
    let rows = || forum.attendance.iter().zip(&stand_ins).enumerate();
    let officials: Vec<OfficeKey> = rows()
        .filter(|(_, (row, words))| row.mention == Mention::Person && !row.is_stand_in() && words.is_none())
        .filter_map(|(_, (row, _))| official_in_person(row))
        .collect();
    let attendance = at.key("attendance");
    for (index, (row, words)) in rows() {
        let row_at = attendance.index(index);
        for (which, principal) in row.represents.iter().enumerate() {
            let Some(office) = principal.office.as_deref() else { continue };
            let key = offices_of(office).present.unwrap_or_else(|| fold(office));
            if officials.contains(&office_key(key, principal.village, office)) {
                let problem = Problem::new(ProblemCode::PrincipalAndStandIn).with("office", office);
                reader.report(&row_at.key("represents").index(which), problem);
            }
        }
        if words.iter().flatten().any(|key| officials.contains(key)) {
            let (member, text) = words_of(row).unwrap_or(("text", ""));
            let problem = Problem::new(ProblemCode::PrincipalAndStandIn).with("office", text);
            reader.report(&row_at.key(member), problem);
        }
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

/// Returns the office of somebody who came in person.
fn official_in_person(row: &Attendee) -> Option<OfficeKey> {
    let (member, text) = words_of(row)?;
    let name = match offices_of(text).present {
        Some(name) => name,
        None if member == "office" => fold(text),
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

fn check_requirement(requirement: &Requirement, at: &Location<'_>, reader: &mut Reader) {
    if requirement.any_of.is_empty() {
        reader.report(&at.key("any_of"), Problem::new(ProblemCode::RequirementEmpty));
    }
}

record! {
    /// Who took part in a forum?
    pub struct CoverageRequest {
        /// The forum.
        pub forum: Forum,
        /// The policy; absent: the national one.
        pub policy: Option<CoveragePolicy>,
        /// The working area of the Puskesmas, where it is known.
        pub working_area: Option<WorkingArea>,
    }
}

/// Answers the question who took part, asked as JSON text: `{"forum": ..., "policy": ..., "working_area": ...}`.
///
/// # Example
///
/// ```
/// use lokmin_core::forum::coverage_json;
/// let outcome = coverage_json(r#"{"forum": {"id": "f"}}"#);
/// let paths: Vec<String> = outcome.problems().iter().map(|problem| problem.path().to_string()).collect();
/// assert_eq!(paths, ["/forum/kind"]);
/// ```
pub fn coverage_json(text: &str) -> Outcome<Coverage> {
    let (request, problems) = crate::json::read_text::<CoverageRequest>(text).into_parts();
    let coverage = request.map(|request| {
        sector_coverage(&request.forum, &request.policy.unwrap_or_default(), request.working_area.as_ref())
    });
    Outcome::new(coverage, problems)
}
