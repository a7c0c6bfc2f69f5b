//! What a request says about the indicator and its target.

use crate::indicator::{
    Baseline, Catalogue, Definition, Target, TargetAnswer, TargetFlag, TargetPolicy, Targets, check_one_of, check_rate,
    target_of,
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

/// Returns the target that judges and the flags that come with it: the one given, else the default of the definition for
/// the year, as [`Targets::lookup`] finds it. What is worth a look about a default is told at `/target`.
pub(super) fn target_for(
    definition: &Definition,
    given: Option<&GivenTarget>,
    year: i32,
    policy: &Policy,
    reader: &mut Reader,
) -> (Option<Target>, Flags) {
    if let Some(given) = given {
        return (given.get(), Flags::NONE);
    }
    let Some(year) = Year::new(year) else { return (None, Flags::NONE) };
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
    (answer.judging(), flags_of(&answer))
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
