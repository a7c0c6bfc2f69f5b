//! The forum: the working area that it is about.

mod working_area;

pub use working_area::{AreaVillage, Puskesmas, TargetBasis, TargetPopulation, VillageAttribute, WorkingArea};
