//! PKP (*Penilaian Kinerja Puskesmas*): the yearly score of a Puskesmas.
//!
//! | level | score |
//! | :-- | :-- |
//! | sub-variable | min(100, achieved / (target % x total) x 100) |
//! | variable | mean of its sub-variables |
//! | programme | mean of its variables |
//! | service | mean of the programmes |
//!
//! | | service | management |
//! | :-- | :-- | :-- |
//! | Baik | 91 and more | 8.5 and more |
//! | Cukup | above 80, below 91 | 5.5 and more |
//! | Kurang | 80 and less | below 5.5 |
//!
//! The group of the Puskesmas is the lower of the two. Source: KMK HK.01.07/MENKES/2015/2023 and the Jawa Timur instrument
//! (formula and Baik confirmed, the lower edges recalled with high certainty). For sub-variables where lower is better no
//! source gives a formula: they have no score unless the policy chooses one, and a mean leaves out what has no score.

use serde::Serialize;

use crate::indicator::Direction;
use crate::json::{Count, Reader, Text, read_text, record, terms};
use crate::language::Lang;
use crate::number::Decimal;
use crate::problem::{Location, Outcome, Problem, ProblemCode};

use super::arithmetic::{Ratio, mean};
use super::policy::{AssessPolicy, LowerIsBetter, Policy, filled};
use super::print::print_among;

record! {
    /// The figures of a Puskesmas' yearly score.
    pub struct PkpRequest {
        /// The programmes.
        pub programmes: Vec<PkpProgramme>,
        /// The management score, 0 to 10.
        pub management: Option<Decimal>,
        /// What the district decides otherwise.
        pub policy: Option<AssessPolicy>,
    }
    check = check_request;
}

record! {
    /// One programme (*upaya*).
    pub struct PkpProgramme {
        /// Its name.
        pub name: Text,
        /// Its variables.
        pub variables: Vec<PkpVariable>,
    }
}

record! {
    /// One variable.
    pub struct PkpVariable {
        /// Its name.
        pub name: Text,
        /// Its sub-variables.
        pub sub_variables: Vec<PkpSubVariable>,
    }
}

record! {
    /// One sub-variable.
    pub struct PkpSubVariable {
        /// Its name.
        pub name: Text,
        /// How many were reached.
        pub achieved: Count,
        /// How many there are (*total sasaran*).
        pub total: Count,
        /// The target of the year, per cent of the total.
        pub target: Decimal,
        /// Which way is better; absent: higher.
        pub direction: Option<Direction>,
    }
}

terms! {
    /// The group of a Puskesmas.
    pub enum PkpGroup {
        /// The lowest group.
        Kurang = "kurang", "Kurang", "Poor";
        /// The middle group.
        Cukup = "cukup", "Cukup", "Fair";
        /// The best group.
        Baik = "baik", "Baik", "Good";
    }
}

/// The score of a Puskesmas.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Pkp {
    /// The service score, 0 to 100; absent when nothing has a score.
    pub service: Option<Ratio>,
    /// The service score as it is printed, in Indonesian; it never contradicts the group.
    pub service_printed: Option<String>,
    /// The group by service.
    pub service_group: Option<PkpGroup>,
    /// The management score as given.
    pub management: Option<Decimal>,
    /// The group by management.
    pub management_group: Option<PkpGroup>,
    /// The group of the Puskesmas: the lower of the two; absent unless both are known.
    pub group: Option<PkpGroup>,
    /// The programmes.
    pub programmes: Vec<PkpScore>,
}

/// The score of a programme, a variable or a sub-variable.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PkpScore {
    /// Its name.
    pub name: Text,
    /// Its score, 0 to 100; absent when it has none.
    pub score: Option<Ratio>,
    /// What it is the mean of; empty for a sub-variable.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PkpScore>,
}

impl PkpRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Computes the score.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{PkpGroup, PkpRequest};
    /// let request = PkpRequest::from_json(r#"{
    ///     "management": "8.7",
    ///     "programmes": [{"name": "KIA", "variables": [{"name": "Ibu", "sub_variables": [
    ///         {"name": "K6", "achieved": 82, "total": 100, "target": "100"},
    ///         {"name": "KF", "achieved": 95, "total": 100, "target": "90"}]}]}]
    /// }"#).into_result()?;
    /// let pkp = request.run().into_result()?;
    /// // (82 + min(100, 105.6)) / 2 = 91
    /// assert_eq!(pkp.service.unwrap().to_string(), "91");
    /// assert_eq!(pkp.group, Some(PkpGroup::Baik));
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<Pkp> {
        let mut reader = Reader::default();
        let policy = filled(self.policy.as_ref());
        let root = Location::ROOT;
        let at = root.key("programmes");
        let programmes: Vec<PkpScore> = self
            .programmes
            .iter()
            .enumerate()
            .map(|(index, programme)| score_programme(programme, &policy, &at.index(index), &mut reader))
            .collect();
        let service = mean_of(&programmes);
        let edges = [policy.pkp_service_fair, policy.pkp_service_good].map(Ratio::of_decimal);
        let [fair, good] = edges;
        let service_group = service.map(|score| {
            if score >= good {
                PkpGroup::Baik
            } else if score > fair {
                PkpGroup::Cukup
            } else {
                PkpGroup::Kurang
            }
        });
        let management_group = self.management.map(|score| {
            if score >= policy.pkp_management_good {
                PkpGroup::Baik
            } else if score >= policy.pkp_management_fair {
                PkpGroup::Cukup
            } else {
                PkpGroup::Kurang
            }
        });
        let pkp = Pkp {
            service,
            service_printed: service.map(|score| print_among(score, &edges, 2, Lang::Id)),
            service_group,
            management: self.management,
            management_group,
            group: service_group.zip(management_group).map(|(service, management)| service.min(management)),
            programmes,
        };
        Outcome::new(Some(pkp), reader.finish())
    }
}

fn score_programme(programme: &PkpProgramme, policy: &Policy, at: &Location<'_>, reader: &mut Reader) -> PkpScore {
    let at = at.key("variables");
    let mut parts = Vec::with_capacity(programme.variables.len());
    for (index, variable) in programme.variables.iter().enumerate() {
        let at = at.index(index);
        let at = at.key("sub_variables");
        let mut own = Vec::with_capacity(variable.sub_variables.len());
        for (index, sub_variable) in variable.sub_variables.iter().enumerate() {
            let score = score_of(sub_variable, policy);
            if score.is_none() {
                reader.report(&at.index(index), Problem::new(ProblemCode::ScoreNone));
            }
            own.push(PkpScore { name: sub_variable.name.clone(), score, parts: Vec::new() });
        }
        parts.push(PkpScore { name: variable.name.clone(), score: mean_of(&own), parts: own });
    }
    PkpScore { name: programme.name.clone(), score: mean_of(&parts), parts }
}

/// Returns the mean of what has a score.
fn mean_of(parts: &[PkpScore]) -> Option<Ratio> {
    let scores: Vec<Ratio> = parts.iter().filter_map(|part| part.score).collect();
    mean(&scores)
}

/// Returns the score of a sub-variable, 0 to 100.
fn score_of(sub_variable: &PkpSubVariable, policy: &Policy) -> Option<Ratio> {
    let achieved = i128::from(sub_variable.achieved.get());
    let total = i128::from(sub_variable.total.get());
    // The target in people is target x total / 10^8; with both sides times 10^8 every product is below 10^30.
    let target = i128::from(sub_variable.target.micros()) * total;
    let achieved = achieved * 100_000_000;
    if target <= 0 {
        return None;
    }
    let hundred = Ratio::whole(100);
    let score = match (sub_variable.direction.unwrap_or(Direction::Higher), policy.pkp_lower_is_better) {
        (Direction::Higher, _) => Ratio::new(achieved * 100, target)?,
        (Direction::Lower, Some(LowerIsBetter::Inverse)) if achieved == 0 => hundred,
        (Direction::Lower, Some(LowerIsBetter::Inverse)) => Ratio::new(target * 100, achieved)?,
        (Direction::Lower, Some(LowerIsBetter::Mirrored)) => Ratio::new((2 * target - achieved) * 100, target)?,
        (Direction::Lower, None) => return None,
    };
    Some(score.clamp(Ratio::whole(0), hundred))
}

fn check_request(request: &PkpRequest, at: &Location<'_>, reader: &mut Reader) {
    if let Some(score) = request.management {
        let micros = score.micros();
        if !(0..=10_000_000).contains(&micros) {
            let problem = Problem::new(ProblemCode::NumberRange)
                .with("found", score.to_string())
                .with("min", crate::problem::Param::Count(0))
                .with("max", crate::problem::Param::Count(10));
            reader.report(&at.key("management"), problem);
        }
    }
}
