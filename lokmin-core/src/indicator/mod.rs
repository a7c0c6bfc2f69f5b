//! Indicators and targets: what is counted, of whom, and what is expected.
//!
//! | part | what | where |
//! | :-- | :-- | :-- |
//! | [`Definition`] | one indicator: names, numerator, denominator, four attributes, default targets | a row of the catalogue |
//! | [`Catalogue`] | the built-in indicators, one's own on top; words and codes | `data/indicators.json`, `lokmin.catalogue/1` |
//! | [`Targets`] | what a district, a Puskesmas or a village has set | `lokmin.targets/1`, CSV, rates |
//! | [`TargetAnswer`] | what is expected in an area and a year, why, and whether it may judge | [`Targets::lookup`] |
//!
//! **To change a default** of the library there is one place: the file `data/indicators.json` of this crate. To change it
//! for one district without touching the library, lay a catalogue on top or set targets.
//!
//! Sources: KMK HK.01.07/MENKES/2015/2023, Kodref Bappenas 2025, SPM Kesehatan, Permenkes 39/2016 and the programme
//! guides that each row of the file names, with how sure it is. The national ministry sets most targets only as examples:
//! they are set by the district health office together with the Puskesmas (KMK HK.01.07/MENKES/2015/2023, confirmed).

mod catalogue;
mod code;
mod definition;
mod entry;
mod request;
mod sheet;
mod target;
mod terms;

pub use catalogue::{Catalogue, CatalogueDocument, Pair, TargetSource};
pub use code::{Cluster, IndicatorCode, MonthOfYear, Multiplier};
pub use definition::{Baseline, DefaultTarget, Definition, Target};
pub(crate) use definition::{check_members, target_of};
pub use entry::{Rates, TargetArea, TargetEntry, TargetsDocument};
pub use request::{
    IndicatorRequest, ResolveRequest, SourcesRequest, TargetRequest, indicator_json, lookup_target_json,
    resolve_indicator_json, target_sources_json,
};
pub use target::{TargetAnswer, TargetFlag, TargetOrigin, TargetPolicy, Targets};
pub use terms::{Certainty, DenominatorKind, Direction, LowestLevel, NumeratorKind, TargetBasis, TargetProfile};
