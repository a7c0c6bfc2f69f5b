//! What somebody writes down as a target: one entry, and a document of them.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::code::IndicatorCode;
use super::definition::{Baseline, Target, check_members, check_rate, target_of};
use super::terms::{Certainty, TargetBasis};
use crate::json::{Count, Member, Node, Reader, Text, Year, canonical_text, record, report_wrong_type};
use crate::number::Decimal;
use crate::problem::{Location, Problem, ProblemCode};
use crate::region::RegionCode;

record! {
    /// Targets that a district, a Puskesmas or a village has set.
    pub struct TargetsDocument {
        /// The targets, each with its area and its year.
        pub targets: Vec<TargetEntry>,
        /// The short form: indicator and rate, for everywhere and every year.
        pub rates: Rates,
    }
    schema = "lokmin.targets/1";
    check = check_targets;
}

record! {
    /// One target: exactly one of `rate`, `count`, `no_increase` and `none`.
    pub struct TargetEntry {
        /// The indicator.
        pub indicator: IndicatorCode,
        /// The area that it was set for, which holds for all areas inside unless they have their own; absent: everywhere.
        pub area: Option<TargetArea>,
        /// The year it is for; absent: every year.
        pub year: Option<Year>,
        /// The rate, in the unit of the indicator's multiplier (per cent for 100); 0 or more.
        pub rate: Option<Decimal>,
        /// The number of people or events, such as 0 deaths.
        pub count: Option<Count>,
        /// Not worse than a baseline.
        pub no_increase: Option<Baseline>,
        /// There is deliberately no target; why.
        pub none: Option<Text>,
        /// What kind of figures the target was made for; absent: the figures of the indicator.
        pub basis: Option<TargetBasis>,
        /// Where the target comes from.
        pub source: Option<Text>,
        /// How sure it is; absent: as sure as the one who set it.
        pub certainty: Option<Certainty>,
    }
    check = check_entry;
}

impl TargetEntry {
    /// Makes an entry with a rate for everywhere and every year.
    #[must_use]
    pub const fn of_rate(indicator: IndicatorCode, rate: Decimal) -> Self {
        Self {
            indicator,
            area: None,
            year: None,
            rate: Some(rate),
            count: None,
            no_increase: None,
            none: None,
            basis: None,
            source: None,
            certainty: None,
        }
    }

    /// Returns what is expected; `None` when there is deliberately no target.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        target_of(self.rate, self.count, self.no_increase.as_ref())
    }
}

/// What tells one entry from another: indicator, area and year.
type Key<'a> = (IndicatorCode, Option<&'a TargetArea>, Option<Year>);

/// Refuses two entries of the same indicator, area and year that say different things.
fn check_targets(document: &TargetsDocument, at: &Location<'_>, reader: &mut Reader) {
    let (targets, rates) = (at.key("targets"), at.key("rates"));
    let mut known: BTreeMap<Key<'_>, (Option<Target>, Option<TargetBasis>)> = BTreeMap::new();
    for (index, entry) in document.targets.iter().enumerate() {
        let said = (entry.target(), entry.basis);
        if *known.entry((entry.indicator, entry.area.as_ref(), entry.year)).or_insert(said) != said {
            reader.report(&targets.index(index), contradiction(entry.indicator));
        }
    }
    for (code, rate) in document.rates.as_slice() {
        let said = (Some(Target::Rate(*rate)), None);
        if *known.entry((*code, None, None)).or_insert(said) != said {
            reader.report(&rates.key(code.as_str()), contradiction(*code));
        }
    }
}

/// Makes the problem of two targets where one can be.
pub(super) fn contradiction(indicator: IndicatorCode) -> Problem {
    Problem::new(ProblemCode::TargetContradiction).with("indicator", indicator)
}

fn check_entry(entry: &TargetEntry, at: &Location<'_>, reader: &mut Reader) {
    let TargetEntry { rate, count, no_increase, none, .. } = entry;
    check_members(*rate, *count, no_increase.as_ref(), none.as_ref(), at, reader);
}

/// The area that a target was set for: a region, or a Puskesmas with all its villages.
///
/// Written as the region code, or as `puskesmas:` and the code of the Puskesmas, which is opaque.
///
/// # Example
///
/// ```
/// use lokmin_core::indicator::TargetArea;
/// let area: TargetArea = "puskesmas:1011442".parse()?;
/// assert_eq!(area.to_string(), "puskesmas:1011442");
/// assert!("Muara Tembesi".parse::<TargetArea>().is_err());
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetArea {
    /// A region.
    Region(RegionCode),
    /// A Puskesmas, by its code.
    Puskesmas(Text),
}

const PUSKESMAS: &str = "puskesmas:";

impl FromStr for TargetArea {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let refused = || Problem::new(ProblemCode::TargetAreaFormat).with("found", text);
        match text.strip_prefix(PUSKESMAS) {
            Some(code) if code.trim() == code => code.parse().map(Self::Puskesmas).map_err(|_| refused()),
            Some(_) => Err(refused()),
            None => text.parse().map(Self::Region).map_err(|_| refused()),
        }
    }
}

impl fmt::Display for TargetArea {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Region(code) => code.fmt(f),
            Self::Puskesmas(code) => write!(f, "{PUSKESMAS}{code}"),
        }
    }
}

impl From<RegionCode> for TargetArea {
    fn from(code: RegionCode) -> Self {
        Self::Region(code)
    }
}

canonical_text!(
    TargetArea,
    "TargetArea",
    "A region code such as 15.04.02, or `puskesmas:` and the code of a Puskesmas.",
    "^([0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[123][0-9]{3})?)?)?|puskesmas:\\S(.*\\S)?)$"
);

/// Rates by indicator, as an object: `{"K6": 100, "IDL": "95"}`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rates(Vec<(IndicatorCode, Decimal)>);

impl Rates {
    /// Returns the rates in the order in which they were written.
    #[must_use]
    pub fn as_slice(&self) -> &[(IndicatorCode, Decimal)] {
        &self.0
    }
}

impl Member for Rates {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let Node::Object(members) = node else {
            report_wrong_type("object", node, at, reader);
            return None;
        };
        let mut seen = std::collections::BTreeSet::new();
        let mut rates = Vec::with_capacity(members.len());
        let mut is_sound = true;
        for (name, node) in members {
            let at = at.key(name);
            let code = name.parse().map_err(|problem| reader.report(&at, problem)).ok();
            let rate = Decimal::read(node, &at, reader);
            check_rate(rate, &at, reader);
            match (code, rate) {
                (Some(code), Some(rate)) if seen.insert(code) => rates.push((code, rate)),
                (Some(_), Some(_)) => {
                    let problem = Problem::new(ProblemCode::JsonDuplicateMember).with("name", name.as_ref());
                    reader.report(&at, problem);
                }
                _ => is_sound = false,
            }
        }
        is_sound.then_some(Self(rates))
    }
}

impl serde::Serialize for Rates {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(code, rate)| (code, rate)))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Rates {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rates".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Rates by indicator.",
            "type": "object",
            "propertyNames": generator.subschema_for::<IndicatorCode>(),
            "additionalProperties": generator.subschema_for::<Decimal>()
        })
    }
}
