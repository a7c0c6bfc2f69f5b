//! Assessment: which areas are behind, by how many people, whether it is getting better, and why we say so.
//!
//! | file | rule |
//! | :-- | :-- |
//! | `view` | which months are looked at |
//! | `rule`, `grid`, `verdict` | from twelve months of figures to a verdict, without allocation |
//! | `status` | trend and PWS status |
//! | `arithmetic`, `print`, `explain` | exact numbers, how they are printed, why a verdict is as it is |
//! | `series`, `request` | one series and its warnings; the request as JSON and the answer |
//! | `policy` | every default that a district may change, with its source |
//!
//! Every comparison is one of integers. A missing month is not zero, and a month that is not scheduled is neither.

mod arithmetic;
mod explain;
mod flags;
mod given;
mod grid;
mod policy;
mod print;
mod request;
mod rule;
mod series;
mod status;
mod verdict;
mod view;

pub use arithmetic::{Bar, LIMIT, Ratio, compare_ratios, mean_half_even, pace};
pub use flags::Flags;
pub use given::{GivenDefinition, GivenTarget};
pub use grid::Grid;
pub use policy::{AssessPolicy, DEFAULTS, DuplicatePolicy, LowerIsBetter, Policy, PolicyDefault};
pub use print::{print_beside_target, print_ratio};
pub use request::{AssessRequest, Assessment, ExplainLang, ExplainRequest};
pub use rule::{ReportedAs, Rule};
pub use series::{Observation, ReportedFigure, Series};
pub use status::{Status, Trend};
pub use verdict::{Part, Verdict, judge};
pub use view::View;
