//! For each indicator, target and year what a verdict needs, made once.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::assess::{Bar, Flags, Policy, ReportedAs, Rule, flags_of};
use crate::indicator::{Catalogue, Definition, IndicatorCode, LowestLevel, Target, TargetArea, TargetPolicy, Targets};
use crate::json::{Text, Year};

use super::parents::{NO_PARENT, ParentTable};
use super::periods::Timeline;
use super::quick;

/// An indicator of the table.
#[derive(Clone, Debug)]
pub(super) struct Subject<'a> {
    /// Its definition; absent for a word that cannot even be a code.
    pub(super) definition: Option<Cow<'a, Definition>>,
    pub(super) rule: Rule,
    /// Whether the catalogue does not know it.
    pub(super) is_unknown: bool,
}

/// How indicators are to be understood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) level: Option<LowestLevel>,
    pub(super) reported_as: Option<ReportedAs>,
    pub(super) are_quarters: bool,
}

impl<'a> Reading<'a> {
    /// Returns the name of the indicator that a word means: its code where the catalogue knows it, else the word itself;
    /// `None` for a word that could mean two of them.
    pub(super) fn name(&self, word: &str) -> Option<String> {
        match self.catalogue.find(word) {
            Some(definition) => Some(definition.code.to_string()),
            None if word.trim().is_empty() || Catalogue::refuses(word) => None,
            None => Some(word.to_owned()),
        }
    }

    /// Returns what a name means.
    pub(super) fn subject(&self, word: &str) -> Subject<'a> {
        let code = word.parse::<IndicatorCode>().ok();
        let known = code.and_then(|code| self.catalogue.get(code)).map(Cow::Borrowed);
        let is_unknown = known.is_none();
        let definition = known.or_else(|| code.map(Definition::assumed).map(Cow::Owned));
        let rule = match &definition {
            Some(definition) if !is_unknown => Rule::new(definition, self.level, self.reported_as),
            _ => Rule::ASSUMED.reported(self.reported_as),
        };
        let rule = if self.are_quarters { rule.quarterly() } else { rule };
        Subject { definition, rule, is_unknown }
    }
}

/// What is due of a target by the end of one span, in numbers that fit machine words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Due {
    /// A figure is there when numerator x `bottom` is at `top` x denominator; both below 2^31.
    pub(super) top: i64,
    pub(super) bottom: i64,
    /// In the unit of the indicator.
    pub(super) level: f64,
}

/// What is to be said about one indicator with one target.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) rule: Rule,
    pub(super) target: Option<Target>,
    /// What is to be known about the target and the indicator.
    pub(super) flags: Flags,
    /// What is due after each month of the year, where the target is a rate of small numbers.
    pub(super) due: Option<[Due; 12]>,
    /// Whether complete years can go the short way.
    pub(super) is_quick: bool,
}

impl Plan {
    fn new(rule: Rule, target: Option<Target>, flags: Flags) -> Self {
        let due = target.and_then(|target| {
            let mut all = [Due { top: 0, bottom: 1, level: 0.0 }; 12];
            for (months, due) in (1..).zip(&mut all) {
                *due = Due::of(rule.bar(target, months)?)?;
            }
            Some(all)
        });
        let mut plan = Self { rule, target, flags, due, is_quick: false };
        plan.is_quick = quick::serves(&plan);
        plan
    }
}

impl Due {
    /// Returns a bar in machine words; `None` for a count, and where the words do not hold it.
    fn of(bar: Bar) -> Option<Self> {
        const MOST: i128 = 1 << 31;
        let (share, level) = (bar.rate()?, bar.level());
        let small = |number: i128| i64::try_from(number).ok().filter(|_| number < MOST);
        let (top, bottom) = (small(share.numerator())?, small(share.denominator())?);
        Some(Self { top, bottom, level: to_f64(level.numerator(), level.denominator()) })
    }
}

/// The double nearest to a fraction whose parts are below 2^53, and one close by where they are not.
pub(super) fn to_f64(numerator: i128, denominator: i128) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "exact below 2^53, and rounded once above")]
    let value = numerator as f64 / denominator as f64;
    value
}

/// The plans of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Plans {
    all: Vec<Plan>,
    /// For each kind of area, indicator and year the number of its plan.
    places: Vec<u32>,
    /// For each area its kind: areas of one kind have the same targets.
    kinds: Vec<u32>,
    indicators: usize,
    years: usize,
}

/// Where to look for targets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Goals<'a> {
    pub(super) targets: &'a Targets,
    pub(super) policy: &'a Policy,
}

impl Plans {
    pub(super) fn of(
        areas: &[&str],
        parents: &ParentTable,
        subjects: &[Subject<'_>],
        timeline: &Timeline,
        goals: Goals<'_>,
    ) -> Self {
        let (kinds, chains) = kinds_of(areas, parents, goals.targets);
        let mut plans = Self { kinds, indicators: subjects.len(), years: timeline.years.len(), ..Self::default() };
        let mut known: HashMap<(usize, Option<Target>, u32), u32> = HashMap::new();
        for chain in &chains {
            for (indicator, subject) in subjects.iter().enumerate() {
                for year in &timeline.years {
                    let (target, flags) = goals.find(subject, chain, year.year);
                    let next = u32::try_from(plans.all.len()).unwrap_or(u32::MAX);
                    let place = *known.entry((indicator, target, flags.bits())).or_insert(next);
                    if place == next {
                        plans.all.push(Plan::new(subject.rule, target, flags));
                    }
                    plans.places.push(place);
                }
            }
        }
        plans
    }

    /// Returns the plan of an area, an indicator and a year, by their numbers.
    pub(super) fn get(&self, area: usize, indicator: usize, year: usize) -> Option<&Plan> {
        let kind = *self.kinds.get(area)? as usize;
        let place = self.places.get((kind * self.indicators + indicator) * self.years + year)?;
        self.all.get(*place as usize)
    }
}

impl Goals<'_> {
    pub(super) fn find(self, subject: &Subject<'_>, areas: &[TargetArea], year: i32) -> (Option<Target>, Flags) {
        let flags = Flags::NONE.with(Flags::UNKNOWN_INDICATOR, subject.is_unknown);
        let (Some(definition), Some(year)) = (&subject.definition, Year::new(year)) else { return (None, flags) };
        let policy = TargetPolicy {
            carry_forward: self.policy.carry_forward,
            accept_unsure: self.policy.accept_unsure,
            accept_survey: self.policy.accept_survey,
        };
        let answer = self.targets.lookup(definition, areas, year, policy);
        (answer.judging(), flags | flags_of(&answer))
    }
}

/// For each area the number of its kind, and for each kind the areas to look for targets in, nearest first.
///
/// Areas are of one kind when the same of the areas that have targets lie above them.
fn kinds_of(areas: &[&str], parents: &ParentTable, targets: &Targets) -> (Vec<u32>, Vec<Vec<TargetArea>>) {
    let with_targets: HashSet<&TargetArea> = targets.areas().collect();
    if with_targets.is_empty() {
        return (vec![0; areas.len()], vec![Vec::new()]);
    }
    let puskesmas = |parent: u32| -> Option<TargetArea> {
        let name = parents.names.get(parent as usize).filter(|_| parents.are_puskesmas && parent != NO_PARENT)?;
        name.parse::<Text>().ok().map(TargetArea::Puskesmas)
    };
    let mut chains: Vec<Vec<TargetArea>> = Vec::new();
    let mut known: HashMap<Vec<TargetArea>, u32> = HashMap::new();
    let kind_of = |(area, parent): (&&str, &u32)| {
        let own = area.parse::<TargetArea>().ok();
        let above = std::iter::successors(own.as_ref().and_then(above), above);
        let nearest = own.iter().cloned().chain(puskesmas(*parent)).chain(above);
        let chain: Vec<TargetArea> = nearest.filter(|area| with_targets.contains(area)).collect();
        *known.entry(chain).or_insert_with_key(|chain| {
            chains.push(chain.clone());
            u32::try_from(chains.len() - 1).unwrap_or(u32::MAX)
        })
    };
    let kinds = areas.iter().zip(&parents.of_area).map(kind_of).collect();
    (kinds, chains)
}

/// The region above a region.
fn above(area: &TargetArea) -> Option<TargetArea> {
    match area {
        TargetArea::Region(region) => region.parent().map(TargetArea::Region),
        TargetArea::Puskesmas(_) => None,
    }
}
