//! Which sectors and villages took part, by whom, and who did not.
//!
//! There is no quorum rule: none exists in the sources. Coverage says what is known and leaves the judgement to people.

use crate::json::{Reader, Text, record, terms};
use crate::problem::{Location, Outcome, Problem, ProblemCode};
use crate::region::RegionCode;
use crate::sector::Sector;

use super::attendance::Attendee;
use super::record::Forum;
use super::row::{excused_sectors, invited_sectors, participate};
use super::village_rows::village_coverage;
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
