//! Everything of assessment that a district may decide otherwise, with the default of each and where it comes from.
//!
//! This is the one place to look for "why 91?" and "why 5 %?": [`DEFAULTS`] lists every default with its source and its
//! certainty, and an [`AssessPolicy`] changes any of them.

use crate::indicator::Certainty;
use crate::json::{Count, Reader, record, terms};
use crate::number::Decimal;
use crate::problem::{Location, Param, Problem, ProblemCode};

use super::status::Status;

terms! {
    /// What happens to two different figures of one month.
    pub enum DuplicatePolicy {
        /// None of them counts; the month is missing and the fact is told.
        Refuse = "refuse", "tidak dihitung", "none counts";
        /// They are added, as where two posts of one village report.
        Sum = "sum", "dijumlahkan", "added";
    }
}

record! {
    /// What a district decides otherwise. An absent member keeps its default.
    pub struct AssessPolicy {
        /// The status at or above the target with a steady trend.
        pub steady_above: Option<Status>,
        /// The status below the target with a steady trend.
        pub steady_below: Option<Status>,
        /// Gives no verdict at all where "not met" is provisional.
        pub withhold_provisional: bool,
        /// Lets targets judge that are less sure than recalled with high certainty.
        pub accept_unsure: bool,
        /// Uses the latest earlier target where the year has none.
        pub carry_forward: bool,
        /// Lets a target of a survey judge routine figures, and the other way round.
        pub accept_survey: bool,
        /// What happens to two different figures of one month.
        pub duplicates: Option<DuplicatePolicy>,
        /// A denominator below this is flagged as small.
        pub small_denominator: Option<Count>,
        /// Completeness from which on reporting is good, per cent.
        pub complete_good: Option<Decimal>,
        /// Completeness from which on reporting is fair, per cent.
        pub complete_fair: Option<Decimal>,
        /// Counts below this are hidden when a table is published; 1 hides nothing.
        pub suppression_threshold: Option<Count>,
        /// Coverage of complete basic immunisation that makes a village UCI, per cent of a year.
        pub uci_threshold: Option<Decimal>,
        /// Service score of a Puskesmas from which on it is good.
        pub pkp_service_good: Option<Decimal>,
        /// Service score of a Puskesmas above which it is fair.
        pub pkp_service_fair: Option<Decimal>,
        /// Management score of a Puskesmas from which on it is good.
        pub pkp_management_good: Option<Decimal>,
        /// Management score of a Puskesmas from which on it is fair.
        pub pkp_management_fair: Option<Decimal>,
        /// The formula for PKP sub-variables where lower is better.
        pub pkp_lower_is_better: Option<LowerIsBetter>,
        /// Healthy-family index above which a family, or a village, is healthy; 0 to 1.
        pub iks_healthy: Option<Decimal>,
        /// Healthy-family index from which on a family, or a village, is nearly healthy; 0 to 1.
        pub iks_nearly: Option<Decimal>,
        /// Modified z score above which a value is an outlier.
        pub outlier_z: Option<Decimal>,
        /// How many values the modified z score needs.
        pub outlier_z_from: Option<Count>,
        /// Standard deviations from the mean above which a value is an outlier, a whole number.
        pub outlier_sd: Option<Count>,
        /// How many values the standard deviation needs.
        pub outlier_sd_from: Option<Count>,
        /// How many monthly figures in a row it takes to look as if they were added up already.
        pub cumulative_from: Option<Count>,
        /// The share of their sum that the last of such figures has at least; 0 to 1.
        pub cumulative_share: Option<Decimal>,
        /// The denominator from which on the very same figures of two spans are told.
        pub repeated_from: Option<Count>,
        /// How many spans back the very same figures are looked for; 0: nowhere.
        pub repeated_within: Option<Count>,
    }
    check = check_policy;
}

terms! {
    /// A formula for PKP sub-variables where lower is better; the instrument gives none.
    pub enum LowerIsBetter {
        /// min(100, target / achieved x 100).
        Inverse = "inverse", "target / capaian", "target / achieved";
        /// min(100, (2 x target - achieved) / target x 100), not below 0.
        Mirrored = "mirrored", "(2 x target - capaian) / target", "(2 x target - achieved) / target";
    }
}

/// A policy with every default filled in: small, copied freely, read by the arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a decision of its own, as in the document")]
#[non_exhaustive]
pub struct Policy {
    /// The status at or above the target with a steady trend.
    pub steady_above: Status,
    /// The status below the target with a steady trend.
    pub steady_below: Status,
    /// Gives no verdict at all where "not met" is provisional.
    pub withhold_provisional: bool,
    /// Lets unsure targets judge.
    pub accept_unsure: bool,
    /// Uses the latest earlier target where the year has none.
    pub carry_forward: bool,
    /// Lets a target of a survey judge routine figures, and the other way round.
    pub accept_survey: bool,
    /// What happens to two different figures of one month.
    pub duplicates: DuplicatePolicy,
    /// A denominator below this is flagged as small.
    pub small_denominator: i64,
    /// Completeness from which on reporting is good, per cent.
    pub complete_good: Decimal,
    /// Completeness from which on reporting is fair, per cent.
    pub complete_fair: Decimal,
    /// Counts below this are hidden when a table is published.
    pub suppression_threshold: u64,
    /// Coverage that makes a village UCI, per cent of a year.
    pub uci_threshold: Decimal,
    /// Service score from which on a Puskesmas is good.
    pub pkp_service_good: Decimal,
    /// Service score above which a Puskesmas is fair.
    pub pkp_service_fair: Decimal,
    /// Management score from which on a Puskesmas is good.
    pub pkp_management_good: Decimal,
    /// Management score from which on a Puskesmas is fair.
    pub pkp_management_fair: Decimal,
    /// The formula for PKP sub-variables where lower is better.
    pub pkp_lower_is_better: Option<LowerIsBetter>,
    /// Healthy-family index above which a family, or a village, is healthy; 0 to 1.
    pub iks_healthy: Decimal,
    /// Healthy-family index from which on a family, or a village, is nearly healthy; 0 to 1.
    pub iks_nearly: Decimal,
    /// Modified z score above which a value is an outlier.
    pub outlier_z: Decimal,
    /// How many values the modified z score needs.
    pub outlier_z_from: u64,
    /// Standard deviations from the mean above which a value is an outlier.
    pub outlier_sd: u64,
    /// How many values the standard deviation needs.
    pub outlier_sd_from: u64,
    /// How many monthly figures in a row it takes to look as if they were added up already.
    pub cumulative_from: u64,
    /// The share of their sum that the last of such figures has at least; 0 to 1.
    pub cumulative_share: Decimal,
    /// The denominator from which on the very same figures of two spans are told.
    pub repeated_from: i64,
    /// How many spans back the very same figures are looked for.
    pub repeated_within: u64,
}

/// Returns a decimal of millionths.
fn decimal(micros: i64) -> Decimal {
    Decimal::from_micros(micros).unwrap_or_default()
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            steady_above: Status::Baik,
            steady_below: Status::Jelek,
            withhold_provisional: false,
            accept_unsure: false,
            carry_forward: false,
            accept_survey: false,
            duplicates: DuplicatePolicy::Refuse,
            small_denominator: 10,
            complete_good: decimal(85_000_000),
            complete_fair: decimal(70_000_000),
            suppression_threshold: 5,
            uci_threshold: decimal(80_000_000),
            pkp_service_good: decimal(91_000_000),
            pkp_service_fair: decimal(80_000_000),
            pkp_management_good: decimal(8_500_000),
            pkp_management_fair: decimal(5_500_000),
            pkp_lower_is_better: None,
            iks_healthy: decimal(800_000),
            iks_nearly: decimal(500_000),
            outlier_z: decimal(3_500_000),
            outlier_z_from: 8,
            outlier_sd: 3,
            outlier_sd_from: 20,
            cumulative_from: 3,
            cumulative_share: decimal(500_000),
            repeated_from: 20,
            repeated_within: 3,
        }
    }
}

/// One default of a [`Policy`]: what it is, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PolicyDefault {
    /// The member of [`AssessPolicy`] that changes it.
    pub name: &'static str,
    /// The default.
    pub value: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// How sure that is.
    pub certainty: Certainty,
}

const fn default(name: &'static str, value: &'static str, source: &'static str, certainty: Certainty) -> PolicyDefault {
    PolicyDefault { name, value, source, certainty }
}

/// Every default with its source and certainty, in the order of [`AssessPolicy`].
///
/// # Example
///
/// ```
/// use lokmin_core::assess::DEFAULTS;
/// let uci = DEFAULTS.iter().find(|default| default.name == "uci_threshold").unwrap();
/// assert_eq!(uci.value, "80");
/// ```
pub const DEFAULTS: &[PolicyDefault] = &[
    default("steady_above", "baik", "common reading of PWS tables; not written in a source", Certainty::RecalledMedium),
    default("steady_below", "jelek", "common reading of PWS tables; not written in a source", Certainty::RecalledLow),
    default(
        "withhold_provisional",
        "false",
        "design of lokmin: show, and say that it is provisional",
        Certainty::Confirmed,
    ),
    default(
        "accept_unsure",
        "false",
        "design of lokmin: an unsure target is shown and judges nobody",
        Certainty::Confirmed,
    ),
    default("carry_forward", "false", "design of lokmin: the target year is the year assessed", Certainty::Confirmed),
    default(
        "accept_survey",
        "false",
        "design of lokmin: survey and routine figures are never compared",
        Certainty::Confirmed,
    ),
    default(
        "duplicates",
        "refuse",
        "design of lokmin: nobody can say which of two figures is right",
        Certainty::Confirmed,
    ),
    default(
        "small_denominator",
        "10",
        "below 10 one person is more than 10 points; no national rule found",
        Certainty::Unknown,
    ),
    default(
        "complete_good",
        "85",
        "Kodref Bappenas KEP.26A/M.PPN/HK/05/2025: completeness 85 and more is good",
        Certainty::Confirmed,
    ),
    default(
        "complete_fair",
        "70",
        "Kodref Bappenas KEP.26A/M.PPN/HK/05/2025: completeness 70 to 84 is fair",
        Certainty::Confirmed,
    ),
    default(
        "suppression_threshold",
        "5",
        "usual in official statistics; no national threshold found",
        Certainty::Unknown,
    ),
    default(
        "uci_threshold",
        "80",
        "older programme target; Profil Kesehatan Jawa Tengah 2020 uses 85",
        Certainty::RecalledHigh,
    ),
    default(
        "pkp_service_good",
        "91",
        "KMK HK.01.07/MENKES/2015/2023 and its instrument (both >91 and >=91 occur)",
        Certainty::Confirmed,
    ),
    default("pkp_service_fair", "80", "PKP practice: fair is above 80 and below 91", Certainty::RecalledHigh),
    default("pkp_management_good", "8.5", "KMK HK.01.07/MENKES/2015/2023 and its instrument", Certainty::Confirmed),
    default("pkp_management_fair", "5.5", "PKP practice: fair is 5.5 to 8.4", Certainty::RecalledHigh),
    default("pkp_lower_is_better", "null", "the instrument gives no formula, so nothing is scored", Certainty::Unknown),
    default("iks_healthy", "0.8", "Permenkes 39/2016: above 0.800 is sehat", Certainty::Confirmed),
    default("iks_nearly", "0.5", "Permenkes 39/2016: 0.500 to 0.800 is pra-sehat", Certainty::Confirmed),
    default(
        "outlier_z",
        "3.5",
        "Iglewicz and Hoaglin, the usual edge of the modified z score",
        Certainty::RecalledHigh,
    ),
    default(
        "outlier_z_from",
        "8",
        "design of lokmin: the median of fewer values says too little",
        Certainty::Confirmed,
    ),
    default("outlier_sd", "3", "Kodref Bappenas KEP.26A/M.PPN/HK/05/2025: outlier over 3 SD", Certainty::Confirmed),
    default(
        "outlier_sd_from",
        "20",
        "design of lokmin: no value of ten or fewer can lie 3 SD away, and few of less than 20",
        Certainty::Confirmed,
    ),
    default("cumulative_from", "3", "design of lokmin: two rising figures say nothing", Certainty::Confirmed),
    default(
        "cumulative_share",
        "0.5",
        "design of lokmin: steady figures that were added up are 1, 2, 3, and 3 is half of 6",
        Certainty::Confirmed,
    ),
    default(
        "repeated_from",
        "20",
        "design of lokmin: the figures of a few people repeat by chance; no national rule found",
        Certainty::Unknown,
    ),
    default(
        "repeated_within",
        "3",
        "design of lokmin: in real open data (COVER) the second quarter of 2022 was sent again three quarters later",
        Certainty::Confirmed,
    ),
];

impl AssessPolicy {
    /// Fills in the defaults.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{AssessPolicy, Policy};
    /// let policy = AssessPolicy::from_json(r#"{"uci_threshold": "85"}"#).into_result()?;
    /// assert_eq!(policy.fill().uci_threshold, "85".parse()?);
    /// assert_eq!(policy.fill().small_denominator, Policy::default().small_denominator);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn fill(&self) -> Policy {
        let base = Policy::default();
        Policy {
            steady_above: self.steady_above.unwrap_or(base.steady_above),
            steady_below: self.steady_below.unwrap_or(base.steady_below),
            withhold_provisional: self.withhold_provisional,
            accept_unsure: self.accept_unsure,
            carry_forward: self.carry_forward,
            accept_survey: self.accept_survey,
            duplicates: self.duplicates.unwrap_or(base.duplicates),
            small_denominator: self.small_denominator.map_or(base.small_denominator, |n| n.get().cast_signed()),
            complete_good: self.complete_good.unwrap_or(base.complete_good),
            complete_fair: self.complete_fair.unwrap_or(base.complete_fair),
            suppression_threshold: self.suppression_threshold.map_or(base.suppression_threshold, Count::get),
            uci_threshold: self.uci_threshold.unwrap_or(base.uci_threshold),
            pkp_service_good: self.pkp_service_good.unwrap_or(base.pkp_service_good),
            pkp_service_fair: self.pkp_service_fair.unwrap_or(base.pkp_service_fair),
            pkp_management_good: self.pkp_management_good.unwrap_or(base.pkp_management_good),
            pkp_management_fair: self.pkp_management_fair.unwrap_or(base.pkp_management_fair),
            pkp_lower_is_better: self.pkp_lower_is_better,
            iks_healthy: self.iks_healthy.unwrap_or(base.iks_healthy),
            iks_nearly: self.iks_nearly.unwrap_or(base.iks_nearly),
            outlier_z: self.outlier_z.unwrap_or(base.outlier_z),
            outlier_z_from: self.outlier_z_from.map_or(base.outlier_z_from, Count::get),
            outlier_sd: self.outlier_sd.map_or(base.outlier_sd, Count::get),
            outlier_sd_from: self.outlier_sd_from.map_or(base.outlier_sd_from, Count::get),
            cumulative_from: self.cumulative_from.map_or(base.cumulative_from, Count::get),
            cumulative_share: self.cumulative_share.unwrap_or(base.cumulative_share),
            repeated_from: self.repeated_from.map_or(base.repeated_from, |n| n.get().cast_signed()),
            repeated_within: self.repeated_within.map_or(base.repeated_within, Count::get),
        }
    }

    /// Reads a policy from JSON.
    pub fn from_json(text: &str) -> crate::problem::Outcome<Self> {
        crate::json::read_text(text)
    }
}

/// Returns the policy of an optional member, filled in.
pub(super) fn filled(policy: Option<&AssessPolicy>) -> Policy {
    policy.map_or_else(Policy::default, AssessPolicy::fill)
}

/// Refuses bands whose edges stand in the wrong order, and a share that is none.
fn check_policy(policy: &AssessPolicy, at: &Location<'_>, reader: &mut Reader) {
    let filled = policy.fill();
    let bands = [
        ("complete_fair", filled.complete_fair, filled.complete_good),
        ("pkp_service_fair", filled.pkp_service_fair, filled.pkp_service_good),
        ("pkp_management_fair", filled.pkp_management_fair, filled.pkp_management_good),
        ("iks_nearly", filled.iks_nearly, filled.iks_healthy),
    ];
    for (name, fair, good) in bands {
        if fair > good {
            let problem =
                Problem::new(ProblemCode::PolicyBands).with("fair", fair.to_string()).with("good", good.to_string());
            reader.report(&at.key(name), problem);
        }
    }
    let share = filled.cumulative_share;
    if !(0..=1_000_000).contains(&share.micros()) {
        let problem = Problem::new(ProblemCode::NumberRange)
            .with("found", share.to_string())
            .with("min", Param::Count(0))
            .with("max", Param::Count(1));
        reader.report(&at.key("cumulative_share"), problem);
    }
}
