//! Indicators and targets: what is counted, of whom, and what is expected.

mod catalogue;
mod code;
mod definition;
mod terms;

pub use catalogue::{Catalogue, CatalogueDocument, Pair, TargetSource};
pub use code::{Cluster, IndicatorCode, MonthOfYear, Multiplier};
pub use definition::{Baseline, DefaultTarget, Definition, Target};
pub use terms::{Certainty, DenominatorKind, Direction, LowestLevel, NumeratorKind, TargetBasis, TargetProfile};
