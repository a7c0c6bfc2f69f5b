//! Assessment: which areas are behind, by how many people, whether it is getting better, and why we say so.
//!
//! | file | rule |
//! | :-- | :-- |
//! | `view` | which months are looked at |
//! | `rule`, `grid`, `verdict` | from twelve months of figures to a verdict, without allocation |
//! | `status` | trend and PWS status |
//! | `arithmetic`, `print`, `explain` | exact numbers, how they are printed, why a verdict is as it is |
//! | `series`, `request` | one series and its warnings; the request as JSON and the answer |
//! | `tally`, `rollup`, `rank`, `areas` | areas added up to their parent, and ranked; each area counts once |
//! | `quality`, `outlier`, `published` | what cannot be, what is unlikely, what is missing |
//! | `pkp`, `iks`, `score` | PKP, IKS, UCI, SKDN and drop-out |
//! | `suppress` | small counts hidden before a table is published |
//! | `columns` | the same verdicts for the figures of a whole country |
//! | `entry` | one function an operation, from JSON text |
//! | `policy` | every default that a district may change, with its source |
//!
//! Every comparison is one of integers. A missing month is not zero, and a month that is not scheduled is neither.

mod areas;
mod arithmetic;
#[cfg(test)]
mod assess_tests;
pub mod columns;
mod entry;
mod explain;
mod flags;
mod given;
mod grid;
mod iks;
mod outlier;
mod pkp;
mod policy;
mod print;
mod published;
mod quality;
mod rank;
mod request;
mod rollup;
mod rule;
mod score;
mod series;
mod status;
mod suppress;
mod tally;
mod verdict;
mod view;

pub use arithmetic::{Bar, LIMIT, Ratio, compare_ratios, mean, mean_half_even, pace};
pub use entry::{
    assess_series, drop_out, explain_roll_up, explain_series, iks, iks_area, pkp, published_percentage, quality,
    rank_areas, roll_up, skdn, suppress, uci,
};
pub use flags::Flags;
pub use given::{GivenDefinition, GivenTarget, ShownTarget, flags_of};
pub use grid::Grid;
pub use iks::{Iks, IksAnswer, IksArea, IksAreaRequest, IksCategory, IksRequest};
pub use outlier::{Outlying, outliers};
pub use pkp::{Pkp, PkpGroup, PkpProgramme, PkpRequest, PkpScore, PkpSubVariable, PkpVariable};
pub use policy::{AssessPolicy, DEFAULTS, DuplicatePolicy, LowerIsBetter, Policy, PolicyDefault};
pub use print::{print_beside_target, print_ratio};
pub use published::{PrintedFigure, PublishedCheck, PublishedRequest};
pub use quality::{
    Completeness, CompletenessBand, IndicatorQuality, OutlyingArea, QualityArea, QualityIndicator, QualityRequest,
};
pub use rank::{RankArea, RankRequest, Ranked, best_first, rank};
pub use request::{AssessRequest, Assessment, CountUnit, ExplainLang, ExplainRequest};
pub use rollup::{AreaVerdict, Child, ExplainRollUpRequest, ExplainedArea, RollUp, RollUpBasis, RollUpRequest};
pub use rule::{ReportedAs, Rule};
pub use score::{CorrectedBasis, DropOut, DropOutRequest, Skdn, SkdnRequest, Uci, UciRequest, UciVillage, VillageUci};
pub use series::{Observation, ReportedFigure, Series};
pub use status::{Status, Trend};
pub use suppress::{CellState, Limits, PublishedCell, SuppressCell, SuppressRequest, Suppressed};
pub use tally::{Standing, Tally};
pub use verdict::{Part, Verdict, judge};
pub use view::View;
