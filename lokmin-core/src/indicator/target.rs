//! The targets that hold: one's own by indicator, area and year, over the defaults of the catalogue.
//!
//! | question | rule |
//! | :-- | :-- |
//! | which area? | the area itself, then its Puskesmas, then the regions above it, then everywhere, then the default |
//! | which year? | the year assessed; an entry without a year holds for every year and gives way to one with it |
//! | none for the year? | no target, unless the policy carries an earlier year's forward; that is flagged |
//! | a default that is not sure? | shown, judges nobody, unless the policy accepts it |
//! | a survey's target for a routine figure? | shown, judges nobody, unless the policy accepts it |
//!
//! An entry `none` is an answer too: a district that has no target on purpose is not given the national one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::catalogue::Catalogue;
use super::code::IndicatorCode;
use super::definition::{DefaultTarget, Definition, Target};
use super::entry::{Rates, TargetArea, TargetEntry, TargetsDocument};
use super::terms::{Certainty, TargetBasis};
use crate::json::{Reader, Year, read_document, record, terms};
use crate::number::Decimal;
use crate::problem::{Location, Outcome, Problem, ProblemCode, Problems};
use crate::region::RegionCode;

record! {
    /// What a caller accepts of a target.
    pub struct TargetPolicy {
        /// Whether the target of the latest earlier year is taken where the year has none.
        pub carry_forward: bool,
        /// Whether a target that is less sure than "recalled, quite sure" may judge.
        pub accept_unsure: bool,
        /// Whether a target made for survey figures may judge routine figures, and the other way round.
        pub accept_survey: bool,
    }
}

// Three answers of yes or no: cheaper to copy than to point at.
impl Copy for TargetPolicy {}

impl TargetPolicy {
    /// The national policy: nothing is carried forward, nothing unsure and nothing of a survey judges.
    pub const STRICT: Self = Self { carry_forward: false, accept_unsure: false, accept_survey: false };
}

impl Default for TargetPolicy {
    fn default() -> Self {
        Self::STRICT
    }
}

terms! {
    /// Where a target was set.
    pub enum TargetOrigin {
        /// For the area itself.
        Own = "own", "wilayah itu sendiri", "the area itself";
        /// For an area above it, or for everywhere.
        Ancestor = "ancestor", "wilayah di atasnya", "an area above it";
        /// In the catalogue.
        Default = "default", "bawaan katalog", "default of the catalogue";
    }
}

terms! {
    /// What to know about a target before it is used.
    pub enum TargetFlag {
        /// There is no target for the year.
        NoTarget = "no_target", "tidak ada target", "no target";
        /// The target is one of an earlier year.
        CarriedForward = "carried_forward", "target tahun sebelumnya", "carried forward";
        /// The target is less sure than "recalled, quite sure".
        Unsure = "unsure", "belum pasti", "unsure";
        /// The target was made for other figures: survey or routine.
        SurveyBasis = "survey_basis", "target untuk jenis angka lain", "made for other figures";
    }
}

/// What is expected of an indicator in an area and a year, and why.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct TargetAnswer {
    /// The indicator.
    pub indicator: IndicatorCode,
    /// The year asked about.
    pub year: Year,
    /// What is expected; `None`: nothing.
    pub target: Option<Target>,
    /// Whether the target may judge. A target that may not is shown only.
    pub judges: bool,
    /// Where it was set; `None`: nobody has said anything.
    pub origin: Option<TargetOrigin>,
    /// The area it was set for; `None`: everywhere.
    pub area: Option<TargetArea>,
    /// The year it was set for; `None`: every year.
    pub target_year: Option<Year>,
    /// What was said instead of a target, such as "lokal".
    pub none: Option<String>,
    /// What kind of figures it was made for; `None`: the figures of the indicator.
    pub basis: Option<TargetBasis>,
    /// Where it comes from.
    pub source: Option<String>,
    /// How sure it is; `None`: as sure as the one who set it.
    pub certainty: Option<Certainty>,
    /// What to know about it.
    pub flags: Vec<TargetFlag>,
}

impl TargetAnswer {
    /// Returns the target when it may judge.
    #[must_use]
    pub fn judging(&self) -> Option<Target> {
        self.target.filter(|_| self.judges)
    }

    /// Returns the flags that are worth a look, as warnings. That there is no target is an answer, and no warning.
    #[must_use]
    pub fn warnings(&self) -> Problems {
        let warning = |flag: &TargetFlag| {
            let problem = |code| Problem::new(code).with("indicator", self.indicator).with("year", self.year);
            Some(match flag {
                TargetFlag::NoTarget => return None,
                TargetFlag::CarriedForward => {
                    problem(ProblemCode::TargetCarriedForward).with("from", self.target_year.unwrap_or(self.year))
                }
                TargetFlag::Unsure => problem(ProblemCode::TargetUnsure),
                TargetFlag::SurveyBasis => problem(ProblemCode::TargetSurveyBasis),
            })
        };
        self.flags.iter().filter_map(warning).collect()
    }
}

/// The years of one indicator in one area. `None`, every year, sorts first.
type Years = BTreeMap<Option<Year>, usize>;

/// Targets by indicator, area and year.
///
/// # Example
///
/// ```
/// use lokmin_core::Year;
/// use lokmin_core::indicator::{Catalogue, Target, TargetOrigin, TargetPolicy, Targets};
///
/// let targets = Targets::from_json(r#"{"schema": "lokmin.targets/1", "targets": [
///     {"indicator": "K6", "area": "15.04", "year": 2025, "rate": 92.5}]}"#).into_result()?;
/// let k6 = Catalogue::built_in().get("K6".parse()?).unwrap();
/// let village = "15.04.02.2003".parse::<lokmin_core::RegionCode>()?.into();
/// let answer = targets.lookup(k6, &[village], Year::new(2025).unwrap(), TargetPolicy::STRICT);
/// assert_eq!(answer.target, Some(Target::Rate("92.5".parse()?)));
/// assert_eq!(answer.origin, Some(TargetOrigin::Ancestor));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Targets {
    entries: Vec<(TargetEntry, Place)>,
    // INVARIANT: every number is the place of an entry of this indicator, area and year.
    everywhere: BTreeMap<IndicatorCode, Years>,
    areas: BTreeMap<IndicatorCode, BTreeMap<TargetArea, Years>>,
}

/// Targets are equal when they say the same in the same order, wherever it was read.
impl PartialEq for Targets {
    fn eq(&self, other: &Self) -> bool {
        self.entries().eq(other.entries())
    }
}

/// Written as the document that it is.
impl serde::Serialize for Targets {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document().serialize(serializer)
    }
}

/// Where an entry stands in what was read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    Target(usize),
    Rate,
    Row(usize),
}

impl Place {
    /// Calls `report` with the location of a member of the entry; `""` is the entry itself.
    fn locate(self, entry: &TargetEntry, member: &str, root: &Location<'_>, report: impl FnOnce(&Location<'_>)) {
        let list = root.key(match self {
            Self::Target(_) => "targets",
            Self::Rate => "rates",
            Self::Row(_) => "rows",
        });
        let at = match self {
            Self::Target(index) | Self::Row(index) => list.index(index),
            Self::Rate => return report(&list.key(entry.indicator.as_str())),
        };
        if member.is_empty() { report(&at) } else { report(&at.key(member)) }
    }
}

impl Targets {
    /// Reads targets from a `lokmin.targets/1` document.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Targets;
    /// let outcome = Targets::from_json(r#"{"schema": "lokmin.targets/1", "rates": {"K6": 100, "IDL": 95}}"#);
    /// assert_eq!(outcome.value().unwrap().entries().count(), 2);
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_document::<TargetsDocument>(text).map(Self::of)
    }

    /// Puts the entries of a document in order. Reading it has refused those that contradict each other.
    pub(crate) fn of(document: TargetsDocument) -> Self {
        let mut targets = Self::default();
        for (index, entry) in document.targets.into_iter().enumerate() {
            targets.put(entry, Place::Target(index));
        }
        for (code, rate) in document.rates.as_slice() {
            targets.put(TargetEntry::of_rate(*code, *rate), Place::Rate);
        }
        targets
    }

    /// Makes targets of rates for everywhere and every year. The last rate of an indicator counts.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Targets;
    /// let targets = Targets::from_rates([("K6".parse()?, "80".parse()?)]);
    /// assert_eq!(targets.entries().count(), 1);
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn from_rates(rates: impl IntoIterator<Item = (IndicatorCode, Decimal)>) -> Self {
        let rates: BTreeMap<IndicatorCode, Decimal> = rates.into_iter().collect();
        let mut targets = Self::default();
        for (code, rate) in rates {
            targets.put(TargetEntry::of_rate(code, rate), Place::Rate);
        }
        targets
    }

    /// Adds an entry. Returns `false` when another of its indicator, area and year says something else.
    pub(super) fn put(&mut self, entry: TargetEntry, place: Place) -> bool {
        let years = match &entry.area {
            None => self.everywhere.entry(entry.indicator).or_default(),
            Some(area) => self.areas.entry(entry.indicator).or_default().entry(area.clone()).or_default(),
        };
        let known = years.entry(entry.year).or_insert(self.entries.len());
        match self.entries.get(*known) {
            None => {
                self.entries.push((entry, place));
                true
            }
            Some((known, _)) => (known.target(), known.basis) == (entry.target(), entry.basis),
        }
    }

    /// Returns every entry, in the order in which they were read.
    pub fn entries(&self) -> impl Iterator<Item = &TargetEntry> {
        self.entries.iter().map(|(entry, _)| entry)
    }

    /// Returns every indicator that has targets, in order.
    pub(crate) fn indicators(&self) -> BTreeSet<&str> {
        self.everywhere.keys().chain(self.areas.keys()).map(IndicatorCode::as_str).collect()
    }

    /// Returns every area that has targets of its own; an area can come more than once.
    pub(crate) fn areas(&self) -> impl Iterator<Item = &TargetArea> {
        self.areas.values().flat_map(BTreeMap::keys)
    }

    /// Returns the targets as a document, every one of them as an entry.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Targets;
    /// let targets = Targets::from_csv("indicator;rate\nK6;92,5\n").into_result()?;
    /// let text = serde_json::to_string(&targets.document())?;
    /// assert_eq!(text, r#"{"schema":"lokmin.targets/1","targets":[{"indicator":"K6","rate":"92.5"}]}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn document(&self) -> TargetsDocument {
        TargetsDocument { targets: self.entries().cloned().collect(), rates: Rates::default() }
    }

    /// Returns a problem for every entry whose indicator a catalogue does not have.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::{Catalogue, Targets};
    /// let targets = Targets::from_rates([("STUNTT".parse()?, "14".parse()?)]);
    /// let problems = targets.check(Catalogue::built_in());
    /// assert_eq!(problems.as_slice()[0].suggestion(), Some("STUNT"));
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn check(&self, catalogue: &Catalogue) -> Problems {
        let mut reader = Reader::default();
        self.check_at(catalogue, &Location::ROOT, &mut reader);
        reader.finish()
    }

    pub(crate) fn check_at(&self, catalogue: &Catalogue, at: &Location<'_>, reader: &mut Reader) {
        let mut unknown = 0;
        for (entry, place) in &self.entries {
            if catalogue.get(entry.indicator).is_none() {
                unknown += 1;
                let problem = catalogue.unknown(entry.indicator.as_str(), unknown);
                place.locate(entry, "indicator", at, |at| reader.report(at, problem));
            }
        }
    }

    /// Returns what is expected of an indicator in an area and a year.
    ///
    /// `areas` is the area, followed by what it belongs to beside its regions, such as its Puskesmas; the regions above
    /// the first region are added. None at all asks for what holds everywhere.
    ///
    /// An earlier year is carried forward only where nobody has said anything about the year itself: a target of the
    /// year, even a default, goes before an old one of a nearer area. A default that says "lokal" is not a target.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Year;
    /// use lokmin_core::indicator::{Catalogue, TargetFlag, TargetPolicy, Targets};
    ///
    /// let stunting = Catalogue::built_in().get("STUNT".parse()?).unwrap();
    /// let answer = Targets::default().lookup(stunting, &[], Year::new(2024).unwrap(), TargetPolicy::STRICT);
    /// assert_eq!(answer.flags, [TargetFlag::SurveyBasis]);
    /// assert_eq!(answer.judging(), None);
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn lookup(
        &self,
        definition: &Definition,
        areas: &[TargetArea],
        year: Year,
        policy: TargetPolicy,
    ) -> TargetAnswer {
        let steps = self.steps(definition.code, areas);
        let exact = steps.iter().find_map(|(origin, years)| Some((*origin, self.of_year(years, year)?)));
        if let Some((origin, entry)) = exact {
            return answer(definition, year, policy, Found::own(origin, entry));
        }
        let default = default_of_year(definition, year);
        if !policy.carry_forward || default.is_some_and(|default| default.target().is_some()) {
            return answer(definition, year, policy, default.map_or(Found::NOTHING, Found::default_of));
        }
        let earlier = steps.iter().find_map(|(origin, years)| Some((*origin, self.before(years, year)?)));
        let found = earlier.map(|(origin, entry)| Found::own(origin, entry));
        let found = found.or_else(|| default_before(definition, year).map(Found::default_of));
        answer(definition, year, policy, found.or_else(|| default.map(Found::default_of)).unwrap_or(Found::NOTHING))
    }

    /// The years of an indicator, nearest area first.
    fn steps(&self, code: IndicatorCode, areas: &[TargetArea]) -> Vec<(TargetOrigin, &Years)> {
        let mut steps = Vec::new();
        if let Some(known) = self.areas.get(&code) {
            let above = areas.iter().find_map(|area| match area {
                TargetArea::Region(region) => Some(*region),
                TargetArea::Puskesmas(_) => None,
            });
            let above = std::iter::successors(above.and_then(RegionCode::parent), |region| region.parent());
            let above: Vec<TargetArea> = above.map(TargetArea::Region).collect();
            for (index, area) in areas.iter().chain(&above).enumerate() {
                let origin = if index == 0 && !areas.is_empty() { TargetOrigin::Own } else { TargetOrigin::Ancestor };
                steps.extend(known.get(area).map(|years| (origin, years)));
            }
        }
        let everywhere = if areas.is_empty() { TargetOrigin::Own } else { TargetOrigin::Ancestor };
        steps.extend(self.everywhere.get(&code).map(|years| (everywhere, years)));
        steps
    }

    fn of_year(&self, years: &Years, year: Year) -> Option<&TargetEntry> {
        let index = years.get(&Some(year)).or_else(|| years.get(&None))?;
        self.entries.get(*index).map(|(entry, _)| entry)
    }

    fn before(&self, years: &Years, year: Year) -> Option<&TargetEntry> {
        let (_, index) = years.range((Bound::Excluded(None), Bound::Excluded(Some(year)))).next_back()?;
        self.entries.get(*index).map(|(entry, _)| entry)
    }
}

/// The default for a year: the one of that year, else the one of every year.
fn default_of_year(definition: &Definition, year: Year) -> Option<&DefaultTarget> {
    let of = |wanted: Option<Year>| definition.targets.iter().find(move |target| target.year == wanted);
    of(Some(year)).or_else(|| of(None))
}

/// The latest default of an earlier year that is a target.
fn default_before(definition: &Definition, year: Year) -> Option<&DefaultTarget> {
    let earlier =
        definition.targets.iter().filter(|t| t.target().is_some() && t.year.is_some_and(|known| known < year));
    earlier.max_by_key(|target| target.year)
}

/// An entry or a default, whichever was found.
#[derive(Clone, Copy)]
struct Found<'a> {
    origin: Option<TargetOrigin>,
    area: Option<&'a TargetArea>,
    year: Option<Year>,
    target: Option<Target>,
    none: Option<&'a str>,
    basis: Option<TargetBasis>,
    source: Option<&'a str>,
    certainty: Option<Certainty>,
}

impl<'a> Found<'a> {
    const NOTHING: Self = Self {
        origin: None,
        area: None,
        year: None,
        target: None,
        none: None,
        basis: None,
        source: None,
        certainty: None,
    };

    fn own(origin: TargetOrigin, entry: &'a TargetEntry) -> Self {
        Self {
            origin: Some(origin),
            area: entry.area.as_ref(),
            year: entry.year,
            target: entry.target(),
            none: entry.none.as_deref(),
            basis: entry.basis,
            source: entry.source.as_deref(),
            certainty: entry.certainty,
        }
    }

    fn default_of(default: &'a DefaultTarget) -> Self {
        Self {
            origin: Some(TargetOrigin::Default),
            area: None,
            year: default.year,
            target: default.target(),
            none: default.none.as_deref(),
            basis: default.basis,
            source: Some(&default.source),
            certainty: Some(default.certainty),
        }
    }
}

fn answer(definition: &Definition, year: Year, policy: TargetPolicy, found: Found<'_>) -> TargetAnswer {
    let mut flags = Vec::new();
    let mut judges = found.target.is_some();
    if found.target.is_none() {
        flags.push(TargetFlag::NoTarget);
    } else {
        if found.year.is_some_and(|known| known != year) {
            flags.push(TargetFlag::CarriedForward);
        }
        if found.certainty.is_some_and(|certainty| !certainty.may_judge()) {
            flags.push(TargetFlag::Unsure);
            judges &= policy.accept_unsure;
        }
        if definition.is_foreign(found.basis) {
            flags.push(TargetFlag::SurveyBasis);
            judges &= policy.accept_survey;
        }
    }
    TargetAnswer {
        indicator: definition.code,
        year,
        target: found.target,
        judges,
        origin: found.origin,
        area: found.area.cloned(),
        target_year: found.year,
        none: found.none.map(str::to_owned),
        basis: found.basis,
        source: found.source.map(str::to_owned),
        certainty: found.certainty,
        flags,
    }
}

#[cfg(test)]
#[path = "target_tests.rs"]
mod tests;
