//! Assessment: which areas are behind, by how many people, whether it is getting better, and why we say so.
//!
//! | file | rule |
//! | :-- | :-- |
//! | `view` | which months are looked at |
//! | `rule`, `grid`, `verdict` | from twelve months of figures to a verdict, without allocation |
//! | `status` | trend and PWS status |
//! | `arithmetic`, `print`, `explain` | exact numbers, how they are printed, why a verdict is as it is |
//! | `given`, `goal` | the indicator and the catalogue of a request; the target, a document of targets, or the default |
//! | `series`, `request`, `assessment` | one series and its warnings; the request as JSON; the answer |
//! | `tally`, `rollup`, `rolled`, `rank`, `areas` | areas added up to their parent, and ranked; each area counts once |
//! | `common` | what several roll-ups have in common, made once |
//! | `quality`, `pairs`, `outlier`, `repeated`, `published` | what cannot be, what is unlikely, what is missing |
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
mod assessment;
pub mod columns;
mod common;
mod entry;
mod explain;
mod flags;
mod given;
mod goal;
mod grid;
mod iks;
mod outlier;
mod pairs;
mod pkp;
mod policy;
mod print;
mod published;
mod quality;
mod rank;
mod repeated;
mod request;
mod rolled;
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
pub use assessment::{Assessment, CountUnit};
pub(crate) use common::Common;
pub use entry::{
    assess_series, drop_out, explain_roll_up, explain_series, iks, iks_area, pkp, published_percentage, quality,
    rank_areas, roll_up, skdn, suppress, uci,
};
pub use flags::Flags;
pub use given::GivenDefinition;
pub use goal::{GivenTarget, ShownTarget, flags_of};
pub use grid::Grid;
pub use iks::{Iks, IksAnswer, IksArea, IksAreaRequest, IksCategory, IksRequest};
pub use outlier::{Outlying, outliers};
pub use pkp::{Pkp, PkpGroup, PkpProgramme, PkpRequest, PkpScore, PkpSubVariable, PkpVariable};
pub use policy::{AssessPolicy, DEFAULTS, DuplicatePolicy, LowerIsBetter, Policy, PolicyDefault};
pub use print::{FigurePair, print_beside_target, print_ratio};
pub use published::{PrintedFigure, PublishedCheck, PublishedRequest};
pub use quality::{
    Completeness, CompletenessBand, IndicatorQuality, OutlyingArea, QualityArea, QualityIndicator, QualityRequest,
};
pub use rank::{RankArea, RankRequest, Ranked, best_first, rank};
pub use request::{AssessRequest, ExplainLang, ExplainRequest};
pub use rolled::{AreaVerdict, ExplainedArea, RollUp, RollUpBasis, Unclear, UnclearArea};
pub use rollup::{Child, ExplainRollUpRequest, RollUpRequest};
pub use rule::{ReportedAs, Rule};
pub use score::{CorrectedBasis, DropOut, DropOutRequest, Skdn, SkdnRequest, Uci, UciRequest, UciVillage, VillageUci};
pub use series::{Observation, ReportedFigure, Series};
pub use status::{Status, Trend};
pub use suppress::{CellState, Limits, PublishedCell, SuppressCell, SuppressRequest, Suppressed};
pub use tally::{Standing, Tally};
pub use verdict::{Part, Verdict, judge};
pub use view::View;
