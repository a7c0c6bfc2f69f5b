//! The indicators of a review, and the villages that are behind in most of them.

use crate::assess::{Assessment, Part, Ratio, RollUpBasis, Status, UnclearArea};
use crate::forum::VillageAttribute;
use crate::indicator::IndicatorCode;
use crate::json::Text;
use crate::region::RegionCode;

use super::attendance::VillageRef;

/// One indicator of the working area, with its villages. As JSON the members of an [`Assessment`], and those of this struct.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct IndicatorReview {
    /// The Indonesian name.
    pub name_id: Text,
    /// The English name.
    pub name_en: Text,
    /// The name that a villager understands, in simple Indonesian.
    pub lay_name: Text,
    /// Whether a small count may show who is meant.
    pub sensitive: bool,
    /// Whether it is judged by its count, as deaths are: no percentage and no PWS status.
    pub is_count: bool,
    /// The share of the target to date that is missing, exact, where it is not met: (T - numerator) / T; lower is better:
    /// (numerator - T) / T, which can be above 1. Absent where it is met, nothing judges, or T is zero.
    pub share_missing: Option<Ratio>,
    /// The figures and the verdict of the working area. In Rust, `assessment.printed(lang)` and `assessment.explain(lang)`
    /// give its words.
    #[serde(flatten)]
    pub assessment: Assessment,
    /// Where the figures of the working area come from.
    pub basis: RollUpBasis,
    /// The sum of the villages, where figures given for the Puskesmas won.
    pub sum_of_children: Option<Part>,
    /// The value of the villages that reported, alone.
    pub value_reporting: Option<Ratio>,
    /// The sum of the villages' own shortfalls.
    pub shortfall_of_children: Option<i64>,
    /// What was done for people from outside the working area.
    pub outside: i64,
    /// The villages, in the order of their ranks; those without one last, in the order in which they were handed in.
    pub villages: Vec<VillageReview>,
    /// Whether the villages are left out because the indicator is sensitive and that was asked for.
    pub villages_hidden: bool,
    /// Villages that have not reported, as they were handed in.
    pub silent: Vec<Text>,
    /// Villages that have reported figures up to this month, of which the figure of the span cannot be known.
    pub unclear: Vec<UnclearArea>,
    /// Villages without a denominator: neither part of theirs counts.
    pub left_out: Vec<Text>,
    /// Villages with a denominator of zero.
    pub zero_denominator: Vec<Text>,
    /// Villages of the working area for which nothing was handed in, not even a denominator.
    pub not_handed_in: Vec<VillageRef>,
}

/// One village of one indicator. As JSON `area`, `name`, `rank` and the members of an [`Assessment`]: `this_span` is the
/// figure of this month, `previous_span` that of last month.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct VillageReview {
    /// The village as it was handed in: a code or a name.
    pub area: Text,
    /// Its name in the working area; else as it was handed in.
    pub name: Text,
    /// Its rank among the villages, 1 the best; absent without a value.
    pub rank: Option<u32>,
    /// Its figures and verdict.
    #[serde(flatten)]
    pub assessment: Assessment,
}

/// A village that is behind in most indicators.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct RedVillage {
    /// The village as it was handed in: a code or a name.
    pub area: Text,
    /// Its region code, where the working area has it.
    pub code: Option<RegionCode>,
    /// Its name in the working area; else as it was handed in.
    pub name: Text,
    /// What the village is known for that weighs on the work there.
    pub attributes: Vec<VillageAttribute>,
    /// How many indicators say of it whether their target is met.
    pub judged: usize,
    /// How many of them are not met.
    pub not_met: usize,
    /// How many indicators have the PWS status *Jelek* there.
    pub jelek: usize,
    /// The indicators that are not met there, the largest share of the target missing first.
    pub indicators: Vec<RedIndicator>,
}

/// An indicator that is not met in a village.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct RedIndicator {
    /// The indicator.
    pub indicator: IndicatorCode,
    /// The PWS status there.
    pub status: Option<Status>,
    /// People lacking of what is due, or too many where lower is better.
    pub shortfall: Option<i64>,
    /// The share of the target to date that is missing; absent where the target is zero.
    pub share_missing: Option<Ratio>,
}
