//! What is expected of an area: a target of the request, one of a document of targets, or the default.

use std::borrow::Cow;

use crate::indicator::{
    Baseline, Catalogue, Certainty, Definition, Target, TargetAnswer, TargetArea, TargetBasis, TargetFlag,
    TargetOrigin, TargetPolicy, Targets, TargetsDocument, check_members, target_of,
};
use crate::json::{Count, Reader, Text, Year, record};
use crate::number::Decimal;
use crate::problem::{Location, Problems};

use super::flags::Flags;
use super::policy::Policy;

record! {
    /// What is expected of the indicator: exactly one of `rate`, `count`, `no_increase` and `none`.
    pub struct GivenTarget {
        /// The rate, in the unit of the indicator's multiplier; 0 or more.
        pub rate: Option<Decimal>,
        /// The number of people or events.
        pub count: Option<Count>,
        /// Not worse than a baseline.
        pub no_increase: Option<Baseline>,
        /// There is no target; what is said instead, such as "lokal".
        pub none: Option<Text>,
    }
    check = check_target;
}

impl GivenTarget {
    /// Returns the target; `None` when there is none.
    #[must_use]
    pub fn get(&self) -> Option<Target> {
        target_of(self.rate, self.count, self.no_increase.as_ref())
    }
}

fn check_target(target: &GivenTarget, at: &Location<'_>, reader: &mut Reader) {
    let GivenTarget { rate, count, no_increase, none } = target;
    check_members(*rate, *count, no_increase.as_ref(), none.as_ref(), at, reader);
}

/// A target that is shown and judges nobody: it is not sure enough, or was made for other figures.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct ShownTarget {
    /// What is expected in the year.
    pub target: Target,
    /// Where it comes from.
    pub source: Option<String>,
    /// How sure it is; `None`: as sure as the one who set it.
    pub certainty: Option<Certainty>,
    /// What kind of figures it was made for; `None`: the figures of the indicator.
    pub basis: Option<TargetBasis>,
    /// Why it judges nobody: `unsure`, `survey_basis`, or both.
    pub reasons: Vec<TargetFlag>,
}

/// What is expected of an area, and what is to be known about it.
#[derive(Clone, Debug, Default)]
pub(super) struct Goal {
    /// The target that judges.
    pub(super) target: Option<Target>,
    /// The target that only is shown.
    pub(super) shown: Option<ShownTarget>,
    /// Remarks for the verdict.
    pub(super) flags: Flags,
    /// Where the target was found; `None` unless the targets of a document were asked.
    pub(super) found: Option<TargetAnswer>,
}

impl From<&GivenTarget> for Goal {
    fn from(given: &GivenTarget) -> Self {
        Self { target: given.get(), ..Self::default() }
    }
}

/// Where a request says what is expected: a target goes before a document of targets, and that before the default of the
/// definition.
#[derive(Debug)]
pub(super) struct Goals<'a> {
    given: Option<&'a GivenTarget>,
    targets: Option<Cow<'a, Targets>>,
    areas: &'a [TargetArea],
    year: Option<Year>,
    policy: TargetPolicy,
}

impl<'a> Goals<'a> {
    /// Makes the goals of a year; `areas` is what the areas belong to beside their regions, nearest first.
    pub(super) fn new(
        given: Option<&'a GivenTarget>,
        targets: Option<&TargetsDocument>,
        areas: &'a [TargetArea],
        year: i32,
        policy: &Policy,
    ) -> Self {
        let targets = targets.filter(|_| given.is_none()).cloned().map(Targets::of);
        Self { targets: targets.map(Cow::Owned), ..Self::shared(given, None, areas, year, policy) }
    }

    /// Makes the goals of a year with targets that are made already.
    pub(super) fn shared(
        given: Option<&'a GivenTarget>,
        targets: Option<&'a Targets>,
        areas: &'a [TargetArea],
        year: i32,
        policy: &Policy,
    ) -> Self {
        let policy = TargetPolicy {
            carry_forward: policy.carry_forward,
            accept_unsure: policy.accept_unsure,
            accept_survey: policy.accept_survey,
        };
        let targets = targets.filter(|_| given.is_none()).map(Cow::Borrowed);
        Self { given, targets, areas, year: Year::new(year), policy }
    }

    /// Returns whether two areas may have different targets.
    pub(super) const fn differ_by_area(&self) -> bool {
        self.targets.is_some()
    }

    /// Reports the targets of indicators that the catalogue does not know.
    pub(super) fn check(&self, catalogue: &Catalogue, reader: &mut Reader) {
        let root = Location::ROOT;
        if let Some(targets) = &self.targets {
            targets.check_at(catalogue, &root.key("targets"), reader);
        }
    }

    /// Returns what is expected of an area, or of the first of the areas; what is worth a look about it is told.
    pub(super) fn told(&self, definition: &Definition, area: Option<&Text>, reader: &mut Reader) -> Goal {
        let (goal, warnings) = self.find(definition, area);
        let root = Location::ROOT;
        let at = root.key(if self.targets.is_some() { "targets" } else { "target" });
        for problem in warnings {
            reader.report(&at, problem);
        }
        goal
    }

    /// Returns what is expected of an area, or of the first of the areas.
    pub(super) fn of(&self, definition: &Definition, area: Option<&Text>) -> Goal {
        self.find(definition, area).0
    }

    /// An area that is no region code has no regions above it but those of the areas it belongs to.
    fn find(&self, definition: &Definition, area: Option<&Text>) -> (Goal, Problems) {
        if let Some(given) = self.given {
            return (given.into(), Problems::new());
        }
        let Some(year) = self.year else { return (Goal::default(), Problems::new()) };
        let answer = match &self.targets {
            None => Targets::default().lookup(definition, &[], year, self.policy),
            Some(targets) => {
                let own: Option<TargetArea> = area.and_then(|area| area.parse().ok());
                let is_nameless = area.is_some() && own.is_none();
                let areas: Vec<TargetArea> = own.into_iter().chain(self.areas.iter().cloned()).collect();
                let mut answer = targets.lookup(definition, &areas, year, self.policy);
                if is_nameless && answer.origin == Some(TargetOrigin::Own) {
                    answer.origin = Some(TargetOrigin::Ancestor);
                }
                answer
            }
        };
        let (target, flags, warnings) = (answer.judging(), flags_of(&answer), answer.warnings());
        let shown = shown(&answer, self.policy);
        let found = Some(answer).filter(|_| self.targets.is_some());
        (Goal { target, shown, flags, found }, warnings)
    }
}

/// Returns the target of an answer that is shown and judges nobody.
fn shown(answer: &TargetAnswer, policy: TargetPolicy) -> Option<ShownTarget> {
    let target = answer.target.filter(|_| !answer.judges)?;
    let is_reason = |flag: &TargetFlag| match flag {
        TargetFlag::Unsure => !policy.accept_unsure,
        TargetFlag::SurveyBasis => !policy.accept_survey,
        TargetFlag::NoTarget | TargetFlag::CarriedForward => false,
    };
    let reasons = answer.flags.iter().copied().filter(is_reason).collect();
    let TargetAnswer { certainty, basis, .. } = *answer;
    Some(ShownTarget { target, source: answer.source.clone(), certainty, basis, reasons })
}

/// Returns what is to be known about a target, as flags of a verdict.
#[must_use]
pub fn flags_of(answer: &TargetAnswer) -> Flags {
    let flag = |flag: &TargetFlag| match flag {
        TargetFlag::NoTarget => Flags::NONE,
        TargetFlag::CarriedForward => Flags::TARGET_CARRIED_FORWARD,
        TargetFlag::Unsure => Flags::TARGET_UNSURE,
        TargetFlag::SurveyBasis => Flags::TARGET_OTHER_BASIS,
    };
    answer.flags.iter().map(flag).fold(Flags::NONE, std::ops::BitOr::bitor)
}
