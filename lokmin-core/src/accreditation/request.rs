//! What is asked: of which Puskesmas, which window, and with which records.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::answer::Accreditation;
use super::question::AccreditationQuestion;
use super::scale::FrequencyScale;
use crate::cadence::CadencePolicy;
use crate::calendar::Month;
use crate::forum::{EvidenceItem, Forum};
use crate::json::{Reader, Text, Year, read_text, record, terms};
use crate::language::Lang;
use crate::problem::{Location, Outcome, Param, Path, Problem, ProblemCode, Problems};
use crate::recommendation::{Event, Register, RegisterPolicy, RegisterText};

/// The longest window in months: two cycles of accreditation of five years.
const MOST_MONTHS: i64 = 120;

terms! {
    /// Which forums are asked for.
    pub enum Scope {
        /// The monthly and the quarterly ones, as criterion 1.6.2 has them.
        MonthlyAndQuarterly = "monthly_and_quarterly", "lokmin bulanan dan triwulanan", "monthly and quarterly forums";
        /// Only the quarterly ones.
        Quarterly = "quarterly", "lokmin triwulanan", "quarterly forums";
    }
}

record! {
    /// The months that are looked at, both included; at most 120.
    pub struct Window {
        /// The first month.
        pub from: Month,
        /// The last month.
        pub to: Month,
    }
    check = check_window;
}

record! {
    /// The evidence of the yearly schedule of forums.
    pub struct YearlySchedule {
        /// The year that it is for.
        pub year: Year,
        /// What there is of it.
        pub evidence: EvidenceItem,
    }
}

record! {
    /// What do documents show for accreditation?
    pub struct AccreditationRequest {
        /// The Puskesmas, by the code or name that the forum records carry.
        pub puskesmas: Text,
        /// The months that are looked at.
        pub window: Window,
        /// The day on which the documents are looked at.
        pub as_of: NaiveDate,
        /// Which forums are asked for; absent: the monthly and the quarterly ones.
        pub scope: Option<Scope>,
        /// The forums, in any order.
        pub forums: Vec<Forum>,
        /// The yearly schedules.
        pub schedules: Vec<YearlySchedule>,
        /// The events of the recommendations, in any order.
        pub events: Vec<Event>,
        /// The lines of a register, which come beside the events.
        pub lines: Option<RegisterText>,
        /// When forums are due; absent: the national policy. Whether monthly ones are asked for, the scope says.
        pub policy: Option<CadencePolicy>,
        /// What the register is strict about; absent: the strict policy.
        pub register_policy: Option<RegisterPolicy>,
        /// The points for how often lokmin was held; absent: the built-in scale.
        pub scale: Option<FrequencyScale>,
    }
}

impl Window {
    /// Makes a window.
    ///
    /// # Errors
    ///
    /// `span.order` when it ends before it begins, `document.number_range` when it is longer than 120 months.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::accreditation::Window;
    /// let window = Window::new("2025-01".parse()?, "2025-12".parse()?)?;
    /// assert_eq!(window.last_day().to_string(), "2025-12-31");
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    pub fn new(from: Month, to: Month) -> Result<Self, Problem> {
        let window = Self { from, to };
        match window.problem() {
            None => Ok(window),
            Some(problem) => Err(problem),
        }
    }

    /// Returns the first day.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.from.first_day()
    }

    /// Returns the last day.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.to.last_day()
    }

    /// Returns whether a day lies in it.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.first_day() <= day && day <= self.last_day()
    }

    fn problem(&self) -> Option<Problem> {
        if self.to < self.from {
            return Some(Problem::new(ProblemCode::SpanOrder).with("from", self.from).with("to", self.to));
        }
        let months = self.to.months_since(self.from) + 1;
        let problem = || {
            Problem::new(ProblemCode::NumberRange)
                .with("found", Param::Count(months))
                .with("min", Param::Count(1))
                .with("max", Param::Count(MOST_MONTHS))
        };
        (months > MOST_MONTHS).then(problem)
    }
}

fn check_window(window: &Window, at: &Location<'_>, reader: &mut Reader) {
    if let Some(problem) = window.problem() {
        reader.report(at, problem);
    }
}

impl YearlySchedule {
    /// Makes the evidence of the schedule of a year.
    #[must_use]
    pub const fn new(year: Year, evidence: EvidenceItem) -> Self {
        Self { year, evidence }
    }
}

impl AccreditationRequest {
    /// Reads a request from JSON text.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::accreditation::AccreditationRequest;
    /// let wrong = r#"{"puskesmas": "P1", "window": {"from": "2025-12", "to": "2025-01"}, "as_of": "2025-12-31"}"#;
    /// let outcome = AccreditationRequest::from_json(wrong);
    /// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "span.order");
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Answers the request.
    ///
    /// What contradicts itself in the register is told as [`Register::from_events`] does, what is doubtful of a forum as
    /// [`evaluate`](crate::cadence::evaluate) does, at `/forums`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::accreditation::AccreditationRequest;
    /// let text = r#"{"puskesmas": "P1", "window": {"from": "2025-01", "to": "2025-12"}, "as_of": "2025-12-31",
    ///     "scope": "quarterly", "schedules": [{"year": 2025, "evidence": {"state": "held", "reference": "SK 4/2025"}}]}"#;
    /// let answer = AccreditationRequest::from_json(text).and_then(|request| request.run()).into_result()?;
    /// // One schedule of one schedule and four documents of each of four forums.
    /// assert_eq!((answer.elements[0].shown, answer.elements[0].expected, answer.elements[0].score), (1, 17, Some(0)));
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(self) -> Outcome<Accreditation> {
        let Self { puskesmas, window, as_of, scope, forums, schedules, events, lines, .. } = self;
        register(events, lines, self.register_policy.unwrap_or_default()).and_then(|register| {
            let question = AccreditationQuestion {
                puskesmas: &puskesmas,
                window: &window,
                as_of,
                scope: scope.unwrap_or(Scope::MonthlyAndQuarterly),
                forums: &forums,
                schedules: &schedules,
                register: &register,
                policy: &self.policy.unwrap_or_default(),
                scale: &self.scale.unwrap_or_default(),
            };
            question.answer()
        })
    }
}

/// Makes the register of both of its forms.
fn register(events: Vec<Event>, lines: Option<RegisterText>, policy: RegisterPolicy) -> Outcome<Register> {
    let text = lines.unwrap_or_default();
    if events.is_empty() {
        return Register::read(text.as_str().as_bytes(), policy);
    }
    let events = Register::from_events(events, policy);
    if text.as_str().is_empty() {
        return events;
    }
    let (register, problems) = events.into_parts();
    let Some(mut register) = register else { return Outcome::new(None, problems) };
    // What contradicts itself among the events is told again with the lines.
    let is_conflict = |problem: &Problem| problem.path().is_below("recommendations");
    let mut problems: Problems = problems.into_iter().filter(|problem| !is_conflict(problem)).collect();
    let (_, found) = register.merge_text(text.as_str().as_bytes()).into_parts();
    problems.append(found);
    Outcome::new(Some(register), problems)
}

/// Reads a request and answers it; what reading has told is not told again.
fn answer(text: &str) -> Outcome<Accreditation> {
    let (request, mut problems) = AccreditationRequest::from_json(text).into_parts();
    let Some(request) = request else { return Outcome::new(None, problems) };
    let (value, found) = request.run().into_parts();
    let known: BTreeSet<(ProblemCode, Path)> = problems.iter().map(|one| (one.code(), one.path().clone())).collect();
    let is_new = |problem: &Problem| !known.contains(&(problem.code(), problem.path().clone()));
    problems.append(found.into_iter().filter(is_new).collect());
    Outcome::new(value, problems)
}

/// Answers an [`AccreditationRequest`] as JSON text.
///
/// # Example
///
/// ```
/// use lokmin_core::accreditation::accreditation_json;
/// let outcome = accreditation_json(r#"{"puskesmas": "P1", "as_of": "2025-12-31"}"#);
/// assert_eq!(outcome.problems().as_slice()[0].path().to_string(), "/window");
/// ```
pub fn accreditation_json(text: &str) -> Outcome<Accreditation> {
    answer(text)
}

/// Answers an [`AccreditationRequest`] as JSON text in words; see [`Accreditation::explain`].
///
/// # Example
///
/// ```
/// use lokmin_core::{accreditation::explain_json, Lang};
/// let text = r#"{"puskesmas": "P1", "window": {"from": "2025-01", "to": "2025-12"}, "as_of": "2025-12-31",
///     "scope": "quarterly"}"#;
/// let sentences = explain_json(text, Lang::Id).into_result()?;
/// assert_eq!(sentences[1], "1.6.2.a: 0 dari 17 dokumen = 0,0 %: skor 0");
/// assert_eq!(sentences[3], "1.6.2.c: tidak ada rekomendasi yang jatuh tempo: tidak ada yang dinilai (TDD)");
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn explain_json(text: &str, lang: Lang) -> Outcome<Vec<String>> {
    answer(text).map(|accreditation| accreditation.explain(lang))
}
