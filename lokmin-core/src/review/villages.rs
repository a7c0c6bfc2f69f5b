//! The villages of the working area, found by code or by name.

use std::collections::{BTreeMap, BTreeSet};

use super::attendance::VillageRef;
use crate::forum::{AreaVillage, WorkingArea};
use crate::json::Text;
use crate::region::{RegionCode, fold};

/// The villages of the working area, found by code or by name.
#[derive(Debug, Default)]
pub(super) struct Villages<'a> {
    in_order: &'a [AreaVillage],
    by_code: BTreeMap<RegionCode, &'a AreaVillage>,
    /// By folded name; none where several villages have it.
    by_name: BTreeMap<String, Option<&'a AreaVillage>>,
}

impl<'a> Villages<'a> {
    pub(super) fn of(area: Option<&'a WorkingArea>) -> Self {
        let in_order = area.map_or(&[][..], |area| area.villages.as_slice());
        let mut villages = Self { in_order, ..Self::default() };
        for village in in_order {
            villages.by_code.entry(village.code).or_insert(village);
            for name in village.names() {
                let known = villages.by_name.entry(fold(name)).or_insert(Some(village));
                if known.is_some_and(|known| known.code != village.code) {
                    *known = None;
                }
            }
        }
        villages
    }

    /// Finds the village that figures call by its code, or by a name that is equal after case and space folding.
    pub(super) fn find(&self, area: &str) -> Option<&'a AreaVillage> {
        match area.parse::<RegionCode>() {
            Ok(code) => self.by_code.get(&code).copied(),
            Err(_) => self.by_name.get(&fold(area)).copied().flatten(),
        }
    }

    /// Returns the name of a village that has this code.
    pub(super) fn name(&self, code: RegionCode) -> Option<Text> {
        self.by_code.get(&code).map(|village| village.name.clone())
    }

    pub(super) fn named(&self, code: RegionCode) -> VillageRef {
        VillageRef { code, name: self.name(code) }
    }

    /// Returns the villages that are not among these, in the order of the working area.
    pub(super) fn without(&self, known: &BTreeSet<RegionCode>) -> Vec<VillageRef> {
        let missing = self.in_order.iter().filter(|village| !known.contains(&village.code));
        missing.map(|village| VillageRef { code: village.code, name: Some(village.name.clone()) }).collect()
    }
}
