//! Which sectors and villages took part, by whom, and who did not.
//!
//! There is no quorum rule: none exists in the sources. Coverage says what is known and leaves the judgement to people.

use crate::json::{Reader, Text, record, terms};
use crate::problem::{Location, Outcome, Problem, ProblemCode};
use crate::region::RegionCode;
use crate::sector::{Match, MatchKind, Recognition, Sector, mentions, recognise_sector};

use super::attendance::{Apology, Attendee, Invitee, Mention, Principal};
use super::record::Forum;
use super::working_area::WorkingArea;

terms! {
    /// What is known of a required sector.
    pub enum CoverageStatus {
        /// Somebody of the sector took part in their own office, acting officials included.
        Present = "present", "hadir", "present";
        /// Only a stand-in took part.
        StandIn = "stand_in", "diwakili", "represented";
        /// Nobody took part: the list is complete, or an apology is recorded.
        Absent = "absent", "tidak hadir", "absent";
        /// Nobody took part and nobody was invited: both lists are known.
        NotInvited = "not_invited", "tidak diundang", "not invited";
        /// The list is not complete and does not mention the sector: nobody knows.
        NotMentioned = "not_mentioned", "tidak disebut", "not mentioned";
    }
}

terms! {
    /// In which way a row of the attendance list counts for a sector.
    pub enum Way {
        /// A person in their own office.
        Official = "official", "pejabat", "official";
        /// An acting official (Plt., Plh., Pj., Pgs.), who is the official.
        Acting = "acting", "pejabat sementara", "acting official";
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
    /// The villages of the working area whose government did not: the list is complete.
    pub absent: Vec<RegionCode>,
    /// The villages of the working area that the list, which is not complete, does not mention.
    pub not_mentioned: Vec<RegionCode>,
    /// Villages that took part and are not of the working area.
    pub outside: Vec<RegionCode>,
    /// Rows of village governments that do not say which village.
    pub unspecified_rows: Vec<usize>,
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
    for (index, row) in forum.attendance.iter().enumerate() {
        let before = participations.len();
        participate(index, row, &mut participations);
        if participations.len() == before {
            unrecognised.push(index);
        }
    }
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
                status: status(&by, apology, was_invited, forum.list_complete),
                by,
                apology,
                invited: was_invited,
            }
        })
        .collect();
    let required = |sector: Sector| policy.requirements.iter().any(|one| one.any_of.contains(&sector));
    Coverage {
        requirements,
        villages: village_coverage(forum, &participations, area),
        others: participations.into_iter().filter(|one| !required(one.sector)).collect(),
        unrecognised,
        heads: forum.attendance.iter().filter_map(Attendee::heads).sum(),
        rows_without_count: forum.attendance.iter().filter(|row| row.heads().is_none()).count(),
    }
}

fn status(by: &[Participation], apology: bool, invited: Option<bool>, list_complete: bool) -> CoverageStatus {
    let has = |ways: &[Way]| by.iter().any(|one| ways.contains(&one.way));
    if has(&[Way::Official, Way::Acting]) {
        CoverageStatus::Present
    } else if has(&[Way::StandIn]) {
        CoverageStatus::StandIn
    } else if !by.is_empty() {
        CoverageStatus::Present
    } else if apology {
        CoverageStatus::Absent
    } else if !list_complete {
        CoverageStatus::NotMentioned
    } else if invited == Some(false) {
        CoverageStatus::NotInvited
    } else {
        CoverageStatus::Absent
    }
}

/// Adds how one row counts: a stand-in for the principals' sectors, everybody else for their own.
fn participate(index: usize, row: &Attendee, out: &mut Vec<Participation>) {
    let who = first_of(&[&row.name, &row.office, &row.institution, &row.text]);
    if row.is_stand_in() {
        for principal in &row.represents {
            for found in principal_sectors(principal, row) {
                out.push(Participation {
                    row: index,
                    sector: found.sector,
                    way: Way::StandIn,
                    who: who.clone(),
                    office: found.office,
                    stands_in_for: Some(first_of(&[&principal.office, &principal.institution, &principal.name])),
                });
            }
        }
        return;
    }
    if let Some(Recognition { principal: Some(principal), .. }) = only_written(row) {
        let stands_in_for = Some(principal.written);
        for found in principal.sectors {
            let (who, stands_in_for) = (who.clone(), stands_in_for.clone());
            let (sector, way) = (found.sector, Way::StandIn);
            out.push(Participation { row: index, sector, way, who, office: None, stands_in_for });
        }
        return;
    }
    let way = match (row.mention, row.capacity) {
        (Mention::Institution, _) => Way::Institution,
        (Mention::Collective, _) => Way::Collective,
        (Mention::Person, Some(capacity)) if capacity.is_acting() => Way::Acting,
        (Mention::Person, _) => Way::Official,
    };
    for found in row_sectors(row) {
        let Found { sector, office } = found;
        out.push(Participation { row: index, sector, way, who: who.clone(), office, stands_in_for: None });
    }
}

/// Recognises a row that has nothing but its text, such as a line pasted from a list.
fn only_written(row: &Attendee) -> Option<Recognition> {
    let is_split = row.office.is_some() || row.institution.is_some() || row.sector.is_some();
    let text = row.text.as_deref().filter(|_| !is_split)?;
    recognise_sector(text).into_parts().0
}

fn first_of(texts: &[&Option<Text>]) -> String {
    texts.iter().find_map(|text| text.as_deref()).unwrap_or_default().to_owned()
}

/// A sector that a text names, with the office where one word names several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    sector: Sector,
    office: Option<String>,
}

/// The sectors of a row: as stated, else as its office, institution or text says.
fn row_sectors(row: &Attendee) -> Vec<Found> {
    stated_or_recognised(row.sector, &[&row.office, &row.institution, &row.text, &row.name])
}

/// The sectors of a principal: as stated or named, else those of the stand-in's own office.
fn principal_sectors(principal: &Principal, row: &Attendee) -> Vec<Found> {
    let own = stated_or_recognised(principal.sector, &[&principal.office, &principal.institution]);
    if own.is_empty() { row_sectors(row) } else { own }
}

fn invited_sectors(invitee: &Invitee) -> Vec<Found> {
    stated_or_recognised(invitee.sector, &[&invitee.office, &invitee.institution, &invitee.text])
}

fn excused_sectors(apology: &Apology) -> Vec<Found> {
    stated_or_recognised(apology.sector, &[&apology.office, &apology.institution])
}

fn stated_or_recognised(stated: Option<Sector>, texts: &[&Option<Text>]) -> Vec<Found> {
    if let Some(sector) = stated {
        return vec![Found { sector, office: None }];
    }
    let recognised = |text: &str| {
        let office = |one: &mut Match| one.office.take().filter(|_| one.kind == MatchKind::Collective);
        let found = mentions(text).into_iter().map(|mut one| Found { sector: one.sector, office: office(&mut one) });
        let mut found: Vec<Found> = found.collect();
        found.sort_unstable();
        found.dedup_by_key(|one| one.sector);
        found
    };
    let texts = texts.iter().filter_map(|text| text.as_deref());
    texts.map(recognised).find(|found| !found.is_empty()).unwrap_or_default()
}

fn village_coverage(forum: &Forum, participations: &[Participation], area: Option<&WorkingArea>) -> VillageCoverage {
    let mut villages = VillageCoverage::default();
    for one in participations.iter().filter(|one| one.sector == Sector::Desa) {
        let Some(row) = forum.attendance.get(one.row) else { continue };
        let principals = row.represents.iter().filter_map(|principal| principal.village);
        let codes: Vec<RegionCode> = row.village.into_iter().chain(principals).collect();
        if codes.is_empty() {
            villages.unspecified_rows.push(one.row);
        }
        villages.present.extend(codes);
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
        if forum.list_complete && villages.unspecified_rows.is_empty() {
            villages.absent = missing;
        } else {
            villages.not_mentioned = missing;
        }
    }
    villages
}

/// Warns where a principal and the stand-in are both on the list.
pub(super) fn check_doubles(forum: &Forum, at: &Location<'_>, reader: &mut Reader) {
    if !forum.attendance.iter().any(Attendee::is_stand_in) {
        return;
    }
    let officials: Vec<(String, Option<RegionCode>)> = forum
        .attendance
        .iter()
        .filter(|row| row.mention == Mention::Person && !row.is_stand_in())
        .filter_map(|row| Some((office_key(row.office.as_deref()?), row.village)))
        .collect();
    for (index, row) in forum.attendance.iter().enumerate() {
        for (which, principal) in row.represents.iter().enumerate() {
            let Some(office) = principal.office.as_deref() else { continue };
            if officials.contains(&(office_key(office), principal.village)) {
                let problem = Problem::new(ProblemCode::PrincipalAndStandIn).with("office", office);
                reader.report(&at.key("attendance").index(index).key("represents").index(which), problem);
            }
        }
    }
}

/// The office by its canonical name where it is known, else by its letters.
fn office_key(office: &str) -> String {
    mentions(office)
        .into_iter()
        .find_map(|one| one.office)
        .unwrap_or_else(|| office.split_whitespace().collect::<Vec<_>>().join(" "))
        .to_lowercase()
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
