//! What a request says about the indicator and its target.

use crate::indicator::{
    Baseline, Catalogue, Certainty, Definition, Target, TargetAnswer, TargetBasis, TargetFlag, TargetPolicy, Targets,
    check_one_of, check_rate, target_of,
};
use crate::json::{Count, Member, Node, Reader, Text, Year, record, report_wrong_type};
use crate::number::Decimal;
use crate::problem::Location;

use super::flags::Flags;
use super::policy::Policy;

/// An indicator of a request: a word that the built-in catalogue knows, or a definition of one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenDefinition(Box<Definition>);

impl GivenDefinition {
    /// Returns the definition.
    #[must_use]
    pub fn get(&self) -> &Definition {
        &self.0
    }
}

impl From<Definition> for GivenDefinition {
    fn from(definition: Definition) -> Self {
        Self(Box::new(definition))
    }
}

impl Member for GivenDefinition {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        match node {
            Node::String(word) => {
                let (found, problems) = Catalogue::built_in().resolve(word).into_parts();
                for problem in problems {
                    reader.report(at, problem);
                }
                found.cloned().map(Self::from)
            }
            Node::Object(_) => Definition::read(node, at, reader).map(Self::from),
            _ => {
                report_wrong_type("string", node, at, reader);
                None
            }
        }
    }
}

impl serde::Serialize for GivenDefinition {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for GivenDefinition {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "GivenDefinition".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let definition = generator.subschema_for::<Definition>();
        schemars::json_schema!({
            "description": "A code, alias or name of the built-in catalogue, or a definition.",
            "anyOf": [{ "type": "string" }, definition]
        })
    }
}

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
    let given = [
        ("rate", target.rate.is_some()),
        ("count", target.count.is_some()),
        ("no_increase", target.no_increase.is_some()),
        ("none", target.none.is_some()),
    ];
    check_one_of(&given, at, reader);
    check_rate(target.rate, &at.key("rate"), reader);
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

/// What was found about the target of a series.
#[derive(Clone, Debug, Default)]
pub(super) struct FoundTarget {
    /// The target that judges.
    pub(super) target: Option<Target>,
    /// The target that only is shown.
    pub(super) shown: Option<ShownTarget>,
    pub(super) flags: Flags,
}

/// Returns the target that judges or is shown, and the flags that come with it: the one given, else the default of the
/// definition for the year, as [`Targets::lookup`] finds it. What is worth a look about a default is told at `/target`.
pub(super) fn target_for(
    definition: &Definition,
    given: Option<&GivenTarget>,
    year: i32,
    policy: &Policy,
    reader: &mut Reader,
) -> FoundTarget {
    if let Some(given) = given {
        return FoundTarget { target: given.get(), ..FoundTarget::default() };
    }
    let Some(year) = Year::new(year) else { return FoundTarget::default() };
    let policy = TargetPolicy {
        carry_forward: policy.carry_forward,
        accept_unsure: policy.accept_unsure,
        accept_survey: policy.accept_survey,
    };
    let answer = Targets::default().lookup(definition, &[], year, policy);
    let at = Location::ROOT.key("target");
    for problem in answer.warnings() {
        reader.report(&at, problem);
    }
    FoundTarget { target: answer.judging(), flags: flags_of(&answer), shown: shown(answer, policy) }
}

/// Returns the target of an answer that is shown and judges nobody.
pub(super) fn shown(answer: TargetAnswer, policy: TargetPolicy) -> Option<ShownTarget> {
    let target = answer.target.filter(|_| !answer.judges)?;
    let is_reason = |flag: &TargetFlag| match flag {
        TargetFlag::Unsure => !policy.accept_unsure,
        TargetFlag::SurveyBasis => !policy.accept_survey,
        TargetFlag::NoTarget | TargetFlag::CarriedForward => false,
    };
    let TargetAnswer { source, certainty, basis, flags, .. } = answer;
    Some(ShownTarget { target, source, certainty, basis, reasons: flags.into_iter().filter(is_reason).collect() })
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
