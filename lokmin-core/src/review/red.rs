//! The villages that are behind in most indicators.
//!
//! A village is red when at least one indicator is not met there, and those not met are at least [`RED_SHARE`] per cent of
//! those that judge it. Indicators without a target that judges, met or not known, and villages left out do not count.
//! Decided by this project; no source says when a village is red. First comes the largest share of indicators not met, then
//! the most not met, then the most with the PWS status *Jelek*, then the order of the codes or names.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::indicators::{IndicatorReview, Missing};
use super::villages::Villages;
use crate::assess::{Ratio, Status};
use crate::forum::VillageAttribute;
use crate::indicator::IndicatorCode;
use crate::json::Text;
use crate::number::Decimal;
use crate::region::RegionCode;

/// The share of indicators not met from which a village is red, in per cent.
pub const RED_SHARE: u32 = 50;

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

/// What the indicators say of one village.
#[derive(Default)]
struct Tally {
    judged: usize,
    jelek: usize,
    not_met: Vec<(Option<Missing>, RedIndicator)>,
}

/// Finds the red villages, the worst first; `share` is in per cent.
pub(super) fn red_villages(
    indicators: &[IndicatorReview],
    share: Option<Decimal>,
    villages: &Villages<'_>,
) -> Vec<RedVillage> {
    let mut tallies: BTreeMap<&Text, Tally> = BTreeMap::new();
    for indicator in indicators {
        for village in &indicator.villages {
            let verdict = village.assessment.verdict();
            let tally = tallies.entry(&village.area).or_default();
            tally.judged += usize::from(verdict.met.is_some());
            tally.jelek += usize::from(verdict.status == Some(Status::Jelek));
            if verdict.met == Some(false) {
                let missing = Missing::of(&village.assessment);
                let red = RedIndicator {
                    indicator: village.assessment.indicator(),
                    status: verdict.status,
                    shortfall: verdict.shortfall,
                    share_missing: missing.and_then(Missing::share),
                };
                tally.not_met.push((missing, red));
            }
        }
    }
    let least = share.map_or(Ratio::whole(i64::from(RED_SHARE)), Ratio::of_decimal);
    let mut red: Vec<(Ratio, RedVillage)> = Vec::new();
    for (area, tally) in tallies {
        let not_met = tally.not_met.len();
        let part = |count: usize| i128::try_from(count).unwrap_or(i128::MAX);
        let Some(found) = Ratio::new(part(not_met).saturating_mul(100), part(tally.judged)) else { continue };
        if not_met > 0 && found >= least {
            red.push((found, tally.village(area, villages)));
        }
    }
    // The sort is stable, and the tallies are in the order of the areas.
    red.sort_by_key(|(found, village)| Reverse((*found, village.not_met, village.jelek)));
    red.into_iter().map(|(_, village)| village).collect()
}

impl Tally {
    fn village(mut self, area: &Text, villages: &Villages<'_>) -> RedVillage {
        self.not_met.sort_by(|(a, one), (b, other)| {
            b.cmp(a).then_with(|| one.indicator.as_str().cmp(other.indicator.as_str()))
        });
        let known = villages.find(area);
        RedVillage {
            area: area.clone(),
            code: known.map(|village| village.code),
            name: known.map_or_else(|| area.clone(), |village| village.name.clone()),
            attributes: known.map(|village| village.attributes.clone()).unwrap_or_default(),
            judged: self.judged,
            not_met: self.not_met.len(),
            jelek: self.jelek,
            indicators: self.not_met.into_iter().map(|(_, indicator)| indicator).collect(),
        }
    }
}
