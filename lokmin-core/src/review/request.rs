//! What a review is made of: the request as JSON, or as Rust values.

use chrono::NaiveDate;

use super::build;
use super::head::Review;
use crate::assess::{AssessPolicy, Child, GivenDefinition, GivenTarget, Observation, ReportedAs, RollUpRequest, View};
use crate::cadence::CadencePolicy;
use crate::calendar::Quarter;
use crate::forum::{CoveragePolicy, Forum, WorkingArea};
use crate::indicator::{CatalogueDocument, LowestLevel, TargetArea, TargetsDocument};
use crate::json::{Count, Reader, Text, read_text, record};
use crate::number::Decimal;
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode};
use crate::recommendation::{Event, Register, RegisterPolicy};

/// How many indicators come first unless asked otherwise. Decided by this project: what fits on one sheet.
pub const FIRST: usize = 5;

/// The most indicators that can come first.
pub const MOST_FIRST: u64 = 20;

record! {
    /// Everything that a review of one quarter of one Puskesmas is made of. Only the quarter and the day are needed.
    pub struct ReviewRequest {
        /// The quarter that the forum counts for.
        pub quarter: Quarter,
        /// The day on which everything is seen.
        pub as_of: NaiveDate,
        /// The Puskesmas, by its code or name as the records have it; absent: that of the working area, else the only one
        /// that the forums have.
        pub puskesmas: Option<Text>,
        /// The working area of the Puskesmas.
        pub working_area: Option<WorkingArea>,
        /// The forums: that of the quarter, those before it, and later ones, in any order.
        pub forums: Vec<Forum>,
        /// When forums are due; absent: the national policy.
        pub cadence_policy: Option<CadencePolicy>,
        /// Which sectors a forum should bring together; absent: the national policy.
        pub coverage_policy: Option<CoveragePolicy>,
        /// The events of the register of recommendations, in any order.
        pub events: Vec<Event>,
        /// What the register is strict about; absent: the strict policy.
        pub register_policy: Option<RegisterPolicy>,
        /// The figures of the villages, one entry an indicator.
        pub figures: Vec<IndicatorFigures>,
        /// Which months to look at; absent: from January to the last month whose results the forum of the quarter discussed,
        /// as its record states it, else to the last month of the quarter before.
        pub view: Option<View>,
        /// The targets that somebody has set, read where an indicator or a village has none of its own.
        pub targets: Option<TargetsDocument>,
        /// What the working area is for `targets`, nearest first; absent: its Puskesmas, then its subdistrict where it is in
        /// one only.
        pub areas: Vec<TargetArea>,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
        /// What the district decides otherwise about assessment.
        pub assess_policy: Option<AssessPolicy>,
        /// How many indicators come first, 0 to 20; absent: 5.
        pub first: Option<Count>,
        /// From which share of indicators not met a village is red, in per cent of those judged, above 0 to 100; absent: 50.
        pub red_share: Option<Decimal>,
        /// Whether the villages of sensitive indicators are left out; they do not count for red villages then either.
        pub hide_sensitive: bool,
    }
    check = check_request;
}

record! {
    /// The figures of one indicator: the members of a roll-up that are its own.
    pub struct IndicatorFigures {
        /// The indicator: a word of the catalogue, or a definition.
        pub definition: GivenDefinition,
        /// The villages.
        pub children: Vec<Child>,
        /// The target of the working area and of each village that has none of its own; absent: that of the request.
        pub target: Option<GivenTarget>,
        /// Which months to look at; absent: as the request says.
        pub view: Option<View>,
        /// The level of the working area; absent: a Puskesmas.
        pub level: Option<LowestLevel>,
        /// The level of the children; absent: villages.
        pub child_level: Option<LowestLevel>,
        /// The figures given for the Puskesmas itself. They win only where it lies at the indicator's level.
        pub parent: Vec<Observation>,
        /// How the figures are reported, where it is not as the indicator says.
        pub reported_as: Option<ReportedAs>,
    }
}

impl IndicatorFigures {
    /// Makes figures without any villages; they can be added afterwards.
    #[must_use]
    pub const fn new(definition: GivenDefinition) -> Self {
        Self {
            definition,
            children: Vec::new(),
            target: None,
            view: None,
            level: None,
            child_level: None,
            parent: Vec::new(),
            reported_as: None,
        }
    }

    /// Returns the roll-up of the villages under a view.
    pub(super) fn roll_up(&self, view: View) -> RollUpRequest {
        RollUpRequest {
            definition: self.definition.clone(),
            children: self.children.clone(),
            target: self.target.clone(),
            targets: None,
            areas: Vec::new(),
            catalogue: None,
            view,
            level: self.level,
            child_level: self.child_level,
            parent: self.parent.clone(),
            reported_as: self.reported_as,
            policy: None,
        }
    }
}

impl ReviewRequest {
    /// Makes a request about which nothing else is known; the other members can be set afterwards.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Forum;
    /// use lokmin_core::calendar::parse_iso_date;
    /// use lokmin_core::recommendation::Register;
    /// use lokmin_core::review::ReviewRequest;
    ///
    /// let mut request = ReviewRequest::new("2024Q3".parse()?, parse_iso_date("2024-09-30")?);
    /// let text = r#"{"schema": "lokmin.forum/1", "id": "lumbir", "kind": "quarterly", "label": "Tribulan III",
    ///     "held_on": "2024-08-29", "puskesmas": [{"code": "1031429", "name": "Puskesmas Lumbir"}]}"#;
    /// request.forums.push(Forum::from_json(text).into_result()?);
    /// // A register of one's own needs no JSON.
    /// let review = request.run_with(&Register::default()).into_result()?;
    /// assert_eq!(review.head.puskesmas.unwrap().name.as_str(), "Puskesmas Lumbir");
    /// assert_eq!(review.cadence.row.unwrap().status.as_str(), "on_schedule");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new(quarter: Quarter, as_of: NaiveDate) -> Self {
        Self {
            quarter,
            as_of,
            puskesmas: None,
            working_area: None,
            forums: Vec::new(),
            cadence_policy: None,
            coverage_policy: None,
            events: Vec::new(),
            register_policy: None,
            figures: Vec::new(),
            view: None,
            targets: None,
            areas: Vec::new(),
            catalogue: None,
            assess_policy: None,
            first: None,
            red_share: None,
            hide_sensitive: false,
        }
    }

    /// Reads a request from JSON text.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::review::ReviewRequest;
    /// let outcome = ReviewRequest::from_json(r#"{"quarter": "2024Q3"}"#);
    /// assert_eq!(outcome.problems().as_slice()[0].path().to_string(), "/as_of");
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Puts the review together.
    ///
    /// # Errors
    ///
    /// `review.puskesmas_needed` where the records are of several Puskesmas and none is chosen, `review.indicator_twice`,
    /// and what is wrong with the figures of an indicator. Everything else that is found on the way is a warning.
    pub fn run(&self) -> Outcome<Review> {
        let policy = self.register_policy.clone().unwrap_or_default();
        Register::from_events(self.events.iter().cloned(), policy).and_then(|register| self.run_with(&register))
    }

    /// Puts the review together with a register; the `events` of the request do not count.
    ///
    /// # Errors
    ///
    /// Those of [`run`](Self::run).
    pub fn run_with(&self, register: &Register) -> Outcome<Review> {
        let mut reader = Reader::default();
        check_request(self, &Location::ROOT, &mut reader);
        let problems = reader.finish();
        if problems.has_errors() {
            return Outcome::new(None, problems);
        }
        build::review(self, register)
    }
}

/// Reads a request and puts the review together: a [`ReviewRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::review::review;
/// let outcome = review(r#"{"quarter": "2025Q3", "as_of": "2025-08-20"}"#);
/// // Nothing is known, and that is said.
/// assert_eq!(outcome.value().unwrap().cadence.row.as_ref().unwrap().status.as_str(), "due");
/// assert_eq!(outcome.value().unwrap().attendance, None);
/// ```
pub fn review(text: &str) -> Outcome<Review> {
    let (request, mut problems) = ReviewRequest::from_json(text).into_parts();
    let Some(request) = request else { return Outcome::new(None, problems) };
    let (review, own) = request.run().into_parts();
    problems.append(own);
    Outcome::new(review, problems)
}

fn check_request(request: &ReviewRequest, at: &Location<'_>, reader: &mut Reader) {
    let mut refuse = |name: &str, found: String, min: i64, max: i64| {
        let problem = Problem::new(ProblemCode::NumberRange)
            .with("found", found)
            .with("min", Param::Count(min))
            .with("max", Param::Count(max));
        reader.report(&at.key(name), problem);
    };
    if let Some(first) = request.first.map(Count::get).filter(|first| *first > MOST_FIRST) {
        refuse("first", first.to_string(), 0, MOST_FIRST.cast_signed());
    }
    let hundred = 100 * Decimal::ONE_IN_MICROS;
    if let Some(share) = request.red_share.filter(|share| share.micros() <= 0 || share.micros() > hundred) {
        refuse("red_share", share.to_string(), 1, 100);
    }
}
