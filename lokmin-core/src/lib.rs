#![doc = include_str!("../README.md")]

pub mod accreditation;
pub mod assess;
pub mod cadence;
pub mod calendar;
pub mod document;
pub mod exchange;
pub mod forum;
pub mod indicator;
pub mod json;
pub mod language;
pub mod number;
pub mod problem;
pub mod recommendation;
pub mod region;
pub mod render;
pub mod review;
pub mod sector;
mod table;

pub use calendar::{Month, Quarter};
pub use document::{Document, Kind, validate};
pub use forum::{Forum, WorkingArea};
pub use indicator::IndicatorCode;
pub use json::{Count, Ordinal, Text, Year};
pub use language::Lang;
pub use number::Decimal;
pub use problem::{Outcome, Problem, ProblemCode, Problems, Severity};
pub use region::RegionCode;
pub use sector::Sector;

#[doc = include_str!("../docs/ARCHITECTURE.md")]
#[doc = include_str!("../docs/RECOMMENDATIONS.md")]
pub mod _documentation {}
