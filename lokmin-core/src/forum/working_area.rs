//! The working area (*wilayah kerja*) of a Puskesmas: its villages, what they are called, and its target populations.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::json::{Count, Reader, Text, Year, read_document, record, terms};
use crate::problem::{Location, Outcome, Problem, ProblemCode};
use crate::region::{Level, RegionCode, Wanted, ambiguous, check_village, fold, keep_kind, nearest_name};

terms! {
    /// What a village is known for that weighs on the work there.
    pub enum VillageAttribute {
        /// It is a priority village for reducing stunting (lokus stunting).
        StuntingLocus = "stunting_locus", "Lokus stunting", "Stunting priority village";
        /// It is a priority village for ending extreme poverty.
        ExtremePoverty = "extreme_poverty", "Kemiskinan ekstrem", "Extreme poverty";
        /// It is hard to reach (desa jauh, terpencil, sangat terpencil).
        HardAccess = "hard_access", "Akses sulit", "Hard to reach";
    }
}

terms! {
    /// Where a target population comes from.
    pub enum TargetBasis {
        /// Projected by the ministry or the statistics office.
        Projection = "projection", "Proyeksi", "Projection";
        /// Counted (sasaran riil).
        Real = "real", "Riil", "Counted";
        /// Estimated in another way.
        Estimate = "estimate", "Perkiraan", "Estimate";
    }
}

record! {
    /// A Puskesmas.
    pub struct Puskesmas {
        /// Its code as its source writes it; no rule looks into it.
        pub code: Option<Text>,
        /// Its name.
        pub name: Text,
    }
}

record! {
    /// A village of a working area.
    pub struct AreaVillage {
        /// Its region code.
        pub code: RegionCode,
        /// Its name, as pages show it.
        pub name: Text,
        /// What sources call it besides: spellings in exports, former names.
        pub aliases: Vec<Text>,
        /// What it is known for.
        pub attributes: Vec<VillageAttribute>,
        /// How many posyandu it has.
        pub posyandu: Option<Count>,
    }
    schema_rule = village("code");
}

record! {
    /// The people that an indicator is meant for (sasaran), of one village or of the whole area, in the year of the area.
    pub struct TargetPopulation {
        /// The village; absent for the whole area.
        pub village: Option<RegionCode>,
        /// The indicator, by its code.
        pub indicator: Text,
        /// How many people.
        pub count: Count,
        /// Where the figure comes from.
        pub basis: TargetBasis,
        /// The day of the figure.
        pub date: Option<NaiveDate>,
    }
    schema_rule = village("village");
}

record! {
    /// The working area of one Puskesmas in one year: the default for sums, ranks, completeness and names of villages.
    pub struct WorkingArea {
        /// The Puskesmas.
        pub puskesmas: Puskesmas,
        /// The year.
        pub year: Year,
        /// The subdistricts that the area is in.
        pub subdistricts: Vec<RegionCode>,
        /// The villages.
        pub villages: Vec<AreaVillage>,
        /// The target populations.
        pub target_populations: Vec<TargetPopulation>,
        /// What is assumed and not known, such as which villages belong to which of two Puskesmas of one subdistrict.
        pub assumption: Option<Text>,
        /// Where the facts come from.
        pub source: Option<Text>,
    }
    schema = "lokmin.working_area/1";
    check = check_working_area;
    schema_rule = subdistricts("subdistricts");
}

impl Puskesmas {
    /// Returns what tells this Puskesmas from others: its code, or its name where there is none.
    #[must_use]
    pub fn key(&self) -> &Text {
        self.code.as_ref().unwrap_or(&self.name)
    }
}

impl WorkingArea {
    /// Reads the document from JSON text.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::forum::WorkingArea;
    ///
    /// let text = r#"{"schema": "lokmin.working_area/1", "puskesmas": {"name": "Puskesmas Pelangiran"}, "year": 2025,
    ///     "villages": [{"code": "14.04.15.2014", "name": "Telukbunian", "aliases": ["TELUK BUNIAN"]}]}"#;
    /// let area = WorkingArea::from_json(text).into_result()?;
    /// let code = area.find_village("Desa Teluk Bunian").into_result()?;
    /// assert_eq!(code.to_string(), "14.04.15.2014");
    /// let near = area.find_village("Teluk Bunyan");
    /// assert_eq!(near.problems().as_slice()[0].suggestion(), Some("TELUK BUNIAN"));
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_document(text)
    }

    /// Finds the village with a name or alias.
    ///
    /// Names are equal after case and space folding; `Desa` or `Kel.` may stand before them, and short forms such as
    /// `Tj.` in them, as in [`RegionIndex::find`](crate::region::RegionIndex::find). A near name is only a suggestion.
    pub fn find_village(&self, name: &str) -> Outcome<RegionCode> {
        let wanted = Wanted::new(name);
        let is_wanted = |village: &&AreaVillage| village.names().any(|name| wanted.is_name_of(village.code, name));
        let mut found: Vec<RegionCode> = self.villages.iter().filter(is_wanted).map(|village| village.code).collect();
        keep_kind(&wanted, &mut found);
        match found.as_slice() {
            [code] => Ok(*code).into(),
            [] => {
                let names = self.villages.iter().flat_map(|village| village.names().map(|name| (village.code, name)));
                let near = nearest_name(&wanted, names);
                let problem = Problem::new(ProblemCode::WorkingAreaVillageUnknown)
                    .with("found", name)
                    .with("area", self.puskesmas.name.as_str());
                Err(problem.suggesting(near.map(str::to_owned))).into()
            }
            _ => Err(ambiguous(ProblemCode::RegionNameAmbiguous, name, &found)).into(),
        }
    }
}

impl AreaVillage {
    /// Returns the name and the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(Text::as_str)
    }
}

fn check_working_area(area: &WorkingArea, at: &Location<'_>, reader: &mut Reader) {
    check_subdistricts(area, at, reader);
    let codes = check_codes(area, at, reader);
    check_names(area, at, reader);
    let targets = at.key("target_populations");
    for (index, target) in area.target_populations.iter().enumerate() {
        if let Some(village) = target.village
            && !codes.contains(&village)
        {
            let problem = Problem::new(ProblemCode::WorkingAreaTargetOutside).with("code", village.to_string());
            reader.report(&targets.index(index).key("village"), problem);
        }
    }
}

fn check_subdistricts(area: &WorkingArea, at: &Location<'_>, reader: &mut Reader) {
    let subdistricts = at.key("subdistricts");
    for (index, code) in area.subdistricts.iter().enumerate() {
        if code.level() != Level::Subdistrict {
            let problem = Problem::new(ProblemCode::NotASubdistrict).with("code", code.to_string());
            reader.report(&subdistricts.index(index), problem);
        }
    }
}

/// Checks the code of every village; returns them.
fn check_codes(area: &WorkingArea, at: &Location<'_>, reader: &mut Reader) -> BTreeSet<RegionCode> {
    let named: BTreeSet<RegionCode> = area.subdistricts.iter().copied().collect();
    let mut codes = BTreeSet::new();
    let villages = at.key("villages");
    for (index, village) in area.villages.iter().enumerate() {
        let village_at = villages.index(index);
        let at = village_at.key("code");
        let code = village.code;
        if let Err(problem) = check_village(code) {
            reader.report(&at, problem);
        } else if !codes.insert(code) {
            let problem = Problem::new(ProblemCode::RegionDuplicateCode).with("found", code.to_string());
            reader.report(&at, problem);
        } else if !named.is_empty() && code.parent().is_none_or(|parent| !named.contains(&parent)) {
            let problem = Problem::new(ProblemCode::WorkingAreaOutside)
                .with("code", code.to_string())
                .with("subdistricts", named.iter().take(20).map(RegionCode::to_string).collect::<Vec<_>>());
            reader.report(&at, problem);
        }
    }
    codes
}

/// Reports a name that an earlier village has already, once for each village that repeats it.
fn check_names(area: &WorkingArea, at: &Location<'_>, reader: &mut Reader) {
    let mut owners: BTreeMap<String, RegionCode> = BTreeMap::new();
    let villages = at.key("villages");
    for (index, village) in area.villages.iter().enumerate() {
        let village_at = villages.index(index);
        let aliases_at = village_at.key("aliases");
        for (position, name) in village.names().enumerate() {
            let owner = *owners.entry(fold(name)).or_insert(village.code);
            if owner == village.code {
                continue;
            }
            let problem = Problem::new(ProblemCode::WorkingAreaNameAmbiguous)
                .with("found", name)
                .with("candidates", vec![owner.to_string(), village.code.to_string()]);
            match position.checked_sub(1) {
                None => reader.report(&village_at.key("name"), problem),
                Some(alias) => reader.report(&aliases_at.index(alias), problem),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const REAL: [(&str, usize); 3] = [
        (include_str!("../../examples/data/working_area_muara_tembesi.json"), 14),
        (include_str!("../../examples/data/working_area_pelangiran.json"), 16),
        (include_str!("../../examples/data/working_area_lumbir.json"), 10),
    ];

    #[test]
    fn every_name_and_alias_of_the_real_areas_finds_its_village() {
        for (text, villages) in REAL {
            let outcome = WorkingArea::from_json(text);
            assert!(outcome.problems().is_empty(), "{}", outcome.problems());
            let area = outcome.into_result().expect("a sound document");
            assert_eq!(area.villages.len(), villages);
            for village in &area.villages {
                for name in village.names() {
                    assert_eq!(area.find_village(&name.to_uppercase()).value(), Some(&village.code), "{name}");
                }
            }
            let written = serde_json::to_string(&area).expect("it can be written");
            assert_eq!(WorkingArea::from_json(&written).value(), Some(&area), "written and read again");
        }
    }

    proptest! {
        #[test]
        fn any_name_is_found_or_is_a_problem(name in any::<String>()) {
            let area = WorkingArea::from_json(REAL[0].0).into_result().expect("a sound document");
            let outcome = area.find_village(&name);
            prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
        }

        #[test]
        fn any_text_is_an_area_or_has_problems(text in any::<String>()) {
            let outcome = WorkingArea::from_json(&text);
            prop_assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
        }
    }
}
