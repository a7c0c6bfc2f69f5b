//! Which areas belong together, and the blocks of areas that are worked on at once.

use std::collections::HashMap;

use crate::forum::WorkingArea;
use crate::region::{Level, RegionCode};

/// The number of a parent that there is not.
pub(super) const NO_PARENT: u32 = u32::MAX;

/// What areas are ranked in, and added up to.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::columns::Parents;
/// use lokmin_core::region::Level;
/// // The villages of a subdistrict, by their codes.
/// let parents = Parents::Region(Level::Subdistrict);
/// // Two villages of a Puskesmas, by hand.
/// let by_hand = Parents::Map(&[("15.04.02.2003", "1011443"), ("15.04.02.2005", "1011443")]);
/// # let _ = (parents, by_hand);
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Parents<'a> {
    /// Nothing: there is no rank.
    None,
    /// The region of a level that an area lies in, by its code. An area of that level or above has none.
    Region(Level),
    /// Pairs of an area and its parent. The first pair of an area counts; one without a pair has no parent.
    Map(&'a [(&'a str, &'a str)]),
    /// The Puskesmas whose working area a village is in.
    WorkingAreas(&'a [WorkingArea]),
}

impl Parents<'_> {
    /// Returns what each area belongs to, by its name: a region's code, the text of a pair, or the code of a Puskesmas, which is
    /// its name where it has none.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::columns::Parents;
    /// use lokmin_core::region::Level;
    ///
    /// let parents = Parents::Region(Level::Subdistrict).of(&["15.04.02.2003", "15.04.02", "Jebak"]);
    /// assert_eq!(parents, [Some("15.04.02".to_owned()), None, None]);
    /// ```
    #[must_use]
    pub fn of(self, areas: &[&str]) -> Vec<Option<String>> {
        match self {
            Self::None => vec![None; areas.len()],
            Self::Region(level) => {
                let ancestor = |area: &&str| {
                    let region: RegionCode = area.parse().ok().filter(|region: &RegionCode| region.level() > level)?;
                    region.ancestor(level).map(|region| region.to_string())
                };
                areas.iter().map(ancestor).collect()
            }
            Self::Map(pairs) => {
                let mut of: HashMap<&str, &str> = HashMap::with_capacity(pairs.len());
                for (area, parent) in pairs {
                    of.entry(area).or_insert(parent);
                }
                areas.iter().map(|area| of.get(area).map(|parent| (*parent).to_owned())).collect()
            }
            Self::WorkingAreas(working_areas) => {
                let mut of: HashMap<RegionCode, &str> = HashMap::new();
                for area in working_areas {
                    for village in &area.villages {
                        of.entry(village.code).or_insert(area.puskesmas.key());
                    }
                }
                let puskesmas = |area: &&str| area.parse().ok().and_then(|code| of.get(&code).copied());
                areas.iter().map(|area| puskesmas(area).map(str::to_owned)).collect()
            }
        }
    }
}

/// The parents of the areas of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct ParentTable {
    /// The names of the parents, in order.
    pub(super) names: Vec<String>,
    /// For each area the number of its parent.
    pub(super) of_area: Vec<u32>,
    /// Whether the parents are Puskesmas.
    pub(super) are_puskesmas: bool,
}

impl ParentTable {
    /// Finds the parents of areas, which are in order.
    pub(super) fn of(areas: &[&str], parents: Parents<'_>) -> Self {
        let found = parents.of(areas);
        let mut names: Vec<String> = found.iter().flatten().cloned().collect();
        names.sort_unstable();
        names.dedup();
        let number = |parent: &Option<String>| {
            let place = parent.as_ref().and_then(|parent| names.binary_search(parent).ok());
            place.and_then(|place| u32::try_from(place).ok()).unwrap_or(NO_PARENT)
        };
        let of_area = found.iter().map(number).collect();
        Self { names, of_area, are_puskesmas: matches!(parents, Parents::WorkingAreas(_)) }
    }

    /// Returns the ends of the smallest blocks of areas that hold every parent whole.
    fn blocks(&self) -> Vec<usize> {
        let mut last_of = vec![0; self.names.len()];
        for (area, parent) in self.of_area.iter().enumerate() {
            if let Some(last) = last_of.get_mut(*parent as usize) {
                *last = area;
            }
        }
        let mut ends = Vec::new();
        let mut last = 0;
        for (area, parent) in self.of_area.iter().enumerate() {
            last = last.max(last_of.get(*parent as usize).copied().unwrap_or(area)).max(area);
            if last == area {
                ends.push(area + 1);
            }
        }
        ends
    }

    /// Shares the areas out: each share has about `wanted` areas, and every parent whole where none has more than `most`.
    pub(super) fn shares(&self, wanted: usize, most: usize) -> Shares {
        let (wanted, areas) = (wanted.max(1), self.of_area.len());
        let blocks = self.blocks();
        let widest = std::iter::once(&0).chain(&blocks).zip(&blocks).map(|(begin, end)| end - begin).max().unwrap_or(0);
        if widest > most.max(wanted) {
            let ends = (1..=areas.div_ceil(wanted)).map(|share| (share * wanted).min(areas)).collect();
            return Shares { ends, are_parents_whole: false };
        }
        let mut ends: Vec<usize> = Vec::new();
        let mut begin = 0;
        for (block, end) in blocks.iter().enumerate() {
            // A share ends where the next block would make it too large.
            let next = blocks.get(block + 1).copied();
            if next.is_none_or(|next| next - begin > wanted) {
                ends.push(*end);
                begin = *end;
            }
        }
        Shares { ends, are_parents_whole: true }
    }
}

/// The areas, shared out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shares {
    /// The ends of the shares, ascending; the last is the number of areas.
    pub(super) ends: Vec<usize>,
    /// Whether no parent lies in two shares.
    pub(super) are_parents_whole: bool,
}

impl Shares {
    /// Returns each share as a range of areas.
    pub(super) fn ranges(&self) -> Vec<std::ops::Range<usize>> {
        std::iter::once(&0).chain(&self.ends).zip(&self.ends).map(|(begin, end)| *begin..*end).collect()
    }
}
