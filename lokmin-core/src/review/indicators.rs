//! The indicators of a review: which come first, and their villages in the order of their ranks.

use std::collections::{BTreeMap, BTreeSet};

use super::attendance::VillageRef;
use super::villages::Villages;
use crate::assess::{AreaVerdict, Assessment, Part, Ratio, RollUp, RollUpBasis, UnclearArea};
use crate::forum::AreaVillage;
use crate::indicator::{Definition, Direction, IndicatorCode};
use crate::json::Text;
use crate::region::RegionCode;

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

impl IndicatorReview {
    /// Puts an indicator together: its definition, and the villages in the order of their ranks.
    pub(super) fn of(definition: &Definition, roll_up: RollUp, hide: bool, villages: &Villages<'_>) -> Self {
        let villages_hidden = hide && definition.sensitive;
        let RollUp { assessment, mut areas, .. } = roll_up;
        let found: Vec<Option<&AreaVillage>> = areas.iter().map(|area| villages.find(&area.area)).collect();
        let handed_in: BTreeSet<RegionCode> = found.iter().flatten().map(|village| village.code).collect();
        // The sort is stable: villages of one rank, and those without one, stay as they were handed in.
        areas.sort_by_key(|area| area.rank.unwrap_or(u32::MAX));
        if villages_hidden {
            areas.clear();
        }
        let hidden = |list: Vec<Text>| if villages_hidden { Vec::new() } else { list };
        Self {
            name_id: definition.name_id.clone(),
            name_en: definition.name_en.clone(),
            lay_name: definition.lay_name.clone(),
            sensitive: definition.sensitive,
            is_count: definition.is_count,
            share_missing: Missing::of(&assessment).and_then(Missing::share),
            assessment,
            basis: roll_up.basis,
            sum_of_children: roll_up.sum_of_children,
            value_reporting: roll_up.value_reporting,
            shortfall_of_children: roll_up.shortfall_of_children,
            outside: roll_up.outside,
            villages: areas.into_iter().map(|area| VillageReview::of(area, villages)).collect(),
            villages_hidden,
            silent: hidden(roll_up.silent),
            unclear: if villages_hidden { Vec::new() } else { roll_up.unclear },
            left_out: hidden(roll_up.left_out),
            zero_denominator: hidden(roll_up.zero_denominator),
            not_handed_in: villages.without(&handed_in),
        }
    }
}

impl VillageReview {
    fn of(area: AreaVerdict, villages: &Villages<'_>) -> Self {
        let AreaVerdict { area, rank, assessment, .. } = area;
        let name = villages.find(&area).map_or_else(|| area.clone(), |village| village.name.clone());
        Self { area, name, rank, assessment }
    }
}

/// How much of a target to date is missing, where it is not met.
///
/// # Ordering
///
/// The worse, the greater: an excess over a target of nothing, by how many; then the share of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Missing {
    /// A share of the target.
    Share(Ratio),
    /// So many where the target is nothing.
    OverNothing(i64),
}

impl Missing {
    /// Works out how much is missing; `None` where the target is met, or nothing judges.
    pub(super) fn of(assessment: &Assessment) -> Option<Self> {
        let verdict = assessment.verdict();
        if verdict.met != Some(false) {
            return None;
        }
        let (bar, numerator) = (verdict.target_to_date?, verdict.numerator?);
        // A target in people does not ask for the denominator.
        let target = bar.people(verdict.denominator.unwrap_or(0));
        let (top, bottom) = (target.numerator(), target.denominator());
        if top == 0 {
            return Some(Self::OverNothing(numerator));
        }
        let found = i128::from(numerator).checked_mul(bottom)?;
        let missing = match assessment.direction() {
            Direction::Higher => top.checked_sub(found)?,
            Direction::Lower => found.checked_sub(top)?,
        };
        Ratio::new(missing, top).map(Self::Share)
    }

    /// Returns the share of the target; `None` where the target is nothing.
    pub(super) const fn share(self) -> Option<Ratio> {
        match self {
            Self::Share(share) => Some(share),
            Self::OverNothing(_) => None,
        }
    }
}

/// Takes the indicators that lack the largest share of their target, the worst first; the others stay as they are.
///
/// What lacks the same share comes in the order of the codes. What is met or has no target that judges is never first.
pub(super) fn first(indicators: Vec<IndicatorReview>, most: usize) -> (Vec<IndicatorReview>, Vec<IndicatorReview>) {
    let missing = |one: &IndicatorReview| Some((Missing::of(&one.assessment)?, one.assessment.indicator()));
    let mut order: Vec<(Missing, IndicatorCode)> = indicators.iter().filter_map(missing).collect();
    order.sort_by(|(a, code_a), (b, code_b)| b.cmp(a).then_with(|| code_a.as_str().cmp(code_b.as_str())));
    order.truncate(most);
    let places: BTreeMap<IndicatorCode, usize> =
        order.into_iter().enumerate().map(|(place, (_, code))| (code, place)).collect();
    let place = |one: &IndicatorReview| places.get(&one.assessment.indicator()).copied();
    let (mut first, others): (Vec<_>, Vec<_>) = indicators.into_iter().partition(|one| place(one).is_some());
    first.sort_by_key(place);
    (first, others)
}
