//! What a request says about the indicator and its target.

use crate::indicator::{Baseline, Catalogue, DefaultTarget, Definition, Target};
use crate::json::{Count, Member, Node, Reader, Text, record, report_wrong_type};
use crate::number::Decimal;
use crate::problem::{Location, Param, Problem, ProblemCode};

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
        let baseline = self.no_increase.as_ref();
        let no_increase = || {
            let rate = baseline.and_then(|known| known.rate).map(Target::NoIncreaseRate);
            rate.or_else(|| baseline.and_then(|known| known.count).map(Target::NoIncreaseCount))
        };
        self.rate.map(Target::Rate).or_else(|| self.count.map(Target::Count)).or_else(no_increase)
    }
}

fn check_target(target: &GivenTarget, at: &Location<'_>, reader: &mut Reader) {
    let given = [
        ("rate", target.rate.is_some()),
        ("count", target.count.is_some()),
        ("no_increase", target.no_increase.is_some()),
        ("none", target.none.is_some()),
    ];
    let count = given.iter().filter(|(_, is_given)| *is_given).count();
    if count != 1 {
        let names: Vec<String> = given.iter().map(|(name, _)| (*name).to_owned()).collect();
        let count = Param::Count(i64::try_from(count).unwrap_or(i64::MAX));
        reader.report(at, Problem::new(ProblemCode::TargetKind).with("expected", names).with("count", count));
    }
    if let Some(rate) = target.rate.filter(|rate| rate.micros() < 0) {
        reader.report(&at.key("rate"), Problem::new(ProblemCode::TargetNegative).with("found", rate.to_string()));
    }
}

/// Returns the target that judges, and what is to be said about it: the one given, else the default of the definition for
/// the year.
///
/// A default that is not sure enough, or was made for figures of another kind, is told and judges nobody, unless the
/// policy accepts unsure ones.
pub(super) fn target_for(
    definition: &Definition,
    given: Option<&GivenTarget>,
    year: i32,
    policy: &Policy,
) -> (Option<Target>, Flags) {
    if let Some(given) = given {
        return (given.get(), Flags::NONE);
    }
    let Some((entry, flags)) = default_for(definition, year, policy) else { return (None, Flags::NONE) };
    let Some(target) = entry.target() else { return (None, flags) };
    if definition.is_foreign(entry.basis) {
        return (None, flags | Flags::TARGET_OTHER_BASIS);
    }
    if !entry.certainty.may_judge() {
        return (Some(target).filter(|_| policy.accept_unsure), flags | Flags::TARGET_UNSURE);
    }
    (Some(target), flags)
}

/// The default for a year: its own entry, one for every year, or with the policy the latest earlier one.
fn default_for<'a>(definition: &'a Definition, year: i32, policy: &Policy) -> Option<(&'a DefaultTarget, Flags)> {
    let year_of = |entry: &DefaultTarget| entry.year.map(|year| i32::from(year.get()));
    let targets = &definition.targets;
    let own = targets.iter().find(|entry| year_of(entry) == Some(year));
    if let Some(entry) = own.or_else(|| targets.iter().find(|entry| entry.year.is_none())) {
        return Some((entry, Flags::NONE));
    }
    let earlier =
        targets.iter().filter(|entry| policy.carry_forward && year_of(entry).is_some_and(|known| known < year));
    earlier.max_by_key(|entry| entry.year).map(|entry| (entry, Flags::TARGET_CARRIED_FORWARD))
}
