//! The forum itself: where it works, who took part, what was said and agreed, and what proves it.

mod attendance;
mod coverage;
mod discussion;
mod doubles;
mod evidence;
mod record;
mod row;
mod village_rows;
mod working_area;

pub use attendance::{Apology, Attendee, Invitee, Mention, Principal, Roles};
pub use coverage::{
    Coverage, CoveragePolicy, CoverageRequest, CoverageStatus, Doubt, Participation, Requirement, RequirementCoverage,
    VillageCoverage, Way, coverage_json, sector_coverage,
};
pub use discussion::{
    Disposition, MinutesItem, MinutesKind, Obstacle, ObstacleCategory, Party, PresentedFigure, Proposal, StatedFigure,
    SupportRequest, SupportStatement, Villages,
};
pub use evidence::{Evidence, EvidenceItem, EvidenceKind, EvidenceState, Source, SourceKind};
pub use record::{AreaRef, Commitment, Forum, PlanItem, Series};
pub use working_area::{AreaVillage, Puskesmas, TargetBasis, TargetPopulation, VillageAttribute, WorkingArea};
