//! Who took part in the forum of the quarter.

use super::privacy::{Publisher, names_of_principals};
use super::villages::Villages;
use crate::forum::{
    Coverage, CoveragePolicy, Forum, Participation, RequirementCoverage, VillageCoverage, WorkingArea, sector_coverage,
};
use crate::json::Text;
use crate::region::RegionCode;

/// Who took part in the forum of the quarter.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct AttendanceReview {
    /// What is known of each sector required, in the order of the policy: present, represented and by whom, absent, not
    /// invited, not mentioned.
    pub sectors: Vec<RequirementCoverage>,
    /// Who came from sectors that are not required.
    pub others: Vec<Participation>,
    /// How many rows of the list are of a sector that is not known.
    pub unrecognised: usize,
    /// Whether the attendance list is complete: only then is somebody who is not on it absent.
    pub list_complete: bool,
    /// How many people are known to have come.
    pub heads: u64,
    /// How many rows of institutions and groups do not say how many came.
    pub rows_without_count: usize,
    /// Which villages were there.
    pub villages: VillagesReview,
}

/// Which villages were there, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct VillagesReview {
    /// How many villages the working area has; absent without one.
    pub of: Option<usize>,
    /// The villages whose government took part.
    pub present: Vec<VillageRef>,
    /// The villages of the working area whose government did not: the list is complete.
    pub absent: Vec<VillageRef>,
    /// The villages of the working area that the list, which is not complete, does not mention.
    pub not_mentioned: Vec<VillageRef>,
    /// Villages that took part and are not of the working area.
    pub outside: Vec<VillageRef>,
    /// How many rows of village governments do not say which village.
    pub unspecified_rows: usize,
}

/// A village by its code, and by its name where the working area has it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct VillageRef {
    /// Its region code.
    pub code: RegionCode,
    /// Its name.
    pub name: Option<Text>,
}

impl AttendanceReview {
    /// Says who took part, without what is not to be published.
    pub(super) fn of(
        forum: &Forum,
        policy: &CoveragePolicy,
        area: Option<&WorkingArea>,
        villages: &Villages<'_>,
        publisher: &Publisher,
    ) -> Self {
        let Coverage { requirements, others, unrecognised, villages: present, heads, rows_without_count, .. } =
            sector_coverage(forum, policy, area);
        let names = names_of_principals(&forum.attendance);
        let publish = |list: &[Participation]| -> Vec<Participation> {
            list.iter().map(|one| publisher.participation(&forum.attendance, &names, one)).collect()
        };
        let sectors = requirements
            .into_iter()
            .map(|requirement| RequirementCoverage { by: publish(&requirement.by), ..requirement });
        Self {
            sectors: sectors.collect(),
            others: publish(&others),
            unrecognised: unrecognised.len(),
            list_complete: forum.list_complete,
            heads,
            rows_without_count,
            villages: VillagesReview::of(&present, villages),
        }
    }
}

impl VillagesReview {
    fn of(coverage: &VillageCoverage, villages: &Villages<'_>) -> Self {
        let named = |codes: &[RegionCode]| codes.iter().map(|code| villages.named(*code)).collect();
        Self {
            of: coverage.of,
            present: named(&coverage.present),
            absent: named(&coverage.absent),
            not_mentioned: named(&coverage.not_mentioned),
            outside: named(&coverage.outside),
            unspecified_rows: coverage.unspecified_rows.len(),
        }
    }
}
