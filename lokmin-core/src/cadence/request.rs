//! Questions as JSON text, for callers that have JSON: each is one object, and problems carry the place inside it.

use chrono::NaiveDate;

use super::answer::Cadence;
use super::columnar::{CadenceColumns, Dictionary, ForumColumns, check_cells, evaluate_columns};
use super::evaluate::evaluate;
use super::meeting::Meeting;
use super::place::{Placement, place};
use super::policy::CadencePolicy;
use super::schedule::{ScheduledForum, schedule};
use super::terms::MeetingKind;
use crate::calendar::{Holidays, Quarter};
use crate::json::{Member, Text, Year, read_text, record};
use crate::language::Lang;
use crate::problem::{Location, Outcome, Problems};

/// The largest number of cells (Puskesmas times quarters) of an answer as JSON: more would not fit into the memory of a
/// browser.
const MOST_JSON_CELLS: u64 = 2_000_000;

record! {
    /// Which quarter does a forum count for?
    pub struct PlaceRequest {
        /// The forum.
        pub meeting: Meeting,
        /// The policy; absent: the national one.
        pub policy: Option<CadencePolicy>,
        /// Further forums.
        pub others: Vec<Meeting>,
    }
}

record! {
    /// How do the quarters of a Puskesmas stand?
    pub struct EvaluateRequest {
        /// The forums, in any order.
        pub meetings: Vec<Meeting>,
        /// The Puskesmas.
        pub puskesmas: Text,
        /// The policy; absent: the national one.
        pub policy: Option<CadencePolicy>,
        /// The first quarter; absent: the first with a forum.
        pub from: Option<Quarter>,
        /// The day asked about.
        pub as_of: NaiveDate,
    }
}

record! {
    /// On which days should the forums of a year be?
    pub struct ScheduleRequest {
        /// The year, 1 to 9999.
        pub year: Year,
        /// The policy; absent: the national one.
        pub policy: Option<CadencePolicy>,
        /// The holidays as CSV; absent: the built-in ones, 2024 to 2026.
        pub holidays_csv: Option<Text>,
    }
}

record! {
    /// How do the quarters of many Puskesmas stand?
    pub struct ColumnsRequest {
        /// The Puskesmas of each row.
        pub puskesmas: Vec<Text>,
        /// The day of each row.
        pub held_on: Vec<Option<NaiveDate>>,
        /// The quarter that each row counts for, where it is decided.
        pub counts_for: Option<Vec<Option<Quarter>>>,
        /// The quarter that the label of each row names.
        pub label: Option<Vec<Option<Quarter>>>,
        /// Quarterly or monthly; absent: all quarterly.
        pub kind: Option<Vec<MeetingKind>>,
        /// Puskesmas to judge besides those that have a row.
        pub names: Vec<Text>,
        /// The first quarter.
        pub from: Quarter,
        /// The last quarter; absent: the current one.
        pub to: Option<Quarter>,
        /// The policy; absent: the national one.
        pub policy: Option<CadencePolicy>,
        /// The day asked about.
        pub as_of: NaiveDate,
    }
}

/// Reads a question and answers it.
fn answer<Q: Member, A>(text: &str, answer: impl FnOnce(Q) -> Outcome<A>) -> Outcome<A> {
    let (question, problems) = read_text::<Q>(text).into_parts();
    match question {
        Some(question) => answer(question),
        None => Outcome::new(None, problems),
    }
}

/// Answers [`place`](super::place) from JSON text: `{meeting, policy?, others?}`.
///
/// # Example
///
/// ```
/// use lokmin_core::cadence::place_json;
/// let text = r#"{"meeting": {"id": "f1", "kind": "quarterly", "puskesmas": ["P1"], "counts_for": "2025Q2"}}"#;
/// assert_eq!(place_json(text).value().unwrap().quarter.unwrap().to_string(), "2025Q2");
/// ```
pub fn place_json(text: &str) -> Outcome<Placement> {
    answer(text, |question: PlaceRequest| {
        let policy = question.policy.unwrap_or_default();
        let (value, problems) = place(&question.meeting, &policy, &question.others).into_parts();
        let at = Location::ROOT.key("meeting");
        Outcome::new(value, problems.into_iter().map(|problem| problem.below(&at)).collect())
    })
}

/// Answers [`evaluate`](super::evaluate) from JSON text: `{meetings, puskesmas, policy?, from?, as_of}`.
///
/// # Example
///
/// ```
/// use lokmin_core::cadence::{evaluate_json, Status};
/// let text = r#"{"meetings": [], "puskesmas": "P1", "as_of": "2025-08-20"}"#;
/// assert_eq!(evaluate_json(text).value().unwrap().rows[0].status, Status::Due);
/// let wrong = evaluate_json(r#"{"meetings": [{}], "puskesmas": "P1", "as_of": "20/8/2025"}"#);
/// assert_eq!(wrong.problems().as_slice()[0].path().to_string(), "/meetings/0/id");
/// ```
pub fn evaluate_json(text: &str) -> Outcome<Cadence> {
    answer(text, |question: EvaluateRequest| {
        let policy = question.policy.unwrap_or_default();
        evaluate(&question.meetings, &question.puskesmas, &policy, question.from, question.as_of)
    })
}

/// Answers [`evaluate`](super::evaluate) from JSON text in words, one sentence a quarter or month.
///
/// # Example
///
/// ```
/// use lokmin_core::{cadence::explain_json, Lang};
/// let text = r#"{"meetings": [], "puskesmas": "P1", "as_of": "2025-08-20"}"#;
/// let sentences = explain_json(text, Lang::Id);
/// assert_eq!(sentences.value().unwrap(), &["triwulan III 2025: bulan pelaksanaan sedang berjalan, sampai 31 Agustus 2025"]);
/// ```
pub fn explain_json(text: &str, lang: Lang) -> Outcome<Vec<String>> {
    evaluate_json(text).map(|cadence| cadence.explain(lang))
}

/// Answers [`schedule`](super::schedule) from JSON text: `{year, policy?, holidays_csv?}`.
///
/// # Example
///
/// ```
/// use lokmin_core::cadence::schedule_json;
/// let forums = schedule_json(r#"{"year": 2025}"#).into_result()?;
/// assert_eq!(forums[0].date.unwrap().to_string(), "2025-02-10");
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn schedule_json(text: &str) -> Outcome<Vec<ScheduledForum>> {
    answer(text, |question: ScheduleRequest| {
        let policy = question.policy.unwrap_or_default();
        let Some(csv) = &question.holidays_csv else {
            return schedule(question.year.get(), &policy, Holidays::indonesia_2024_2026());
        };
        let (holidays, problems) = Holidays::from_csv(csv).into_parts();
        let at = Location::ROOT.key("holidays_csv");
        let mut problems: Problems = problems.into_iter().map(|problem| problem.below(&at)).collect();
        let Some(holidays) = holidays else { return Outcome::new(None, problems) };
        let (forums, found) = schedule(question.year.get(), &policy, &holidays).into_parts();
        problems.append(found);
        Outcome::new(forums, problems)
    })
}

/// Answers [`evaluate_columns`](super::evaluate_columns) from JSON text:
/// `{puskesmas, held_on, counts_for?, label?, kind?, names?, from, to?, policy?, as_of}`, where `puskesmas` has the code
/// of each row and `names` further Puskesmas to judge.
///
/// # Errors
///
/// As the function; `document.number_range` when the answer would have more than 2,000,000 rows.
///
/// # Example
///
/// ```
/// use lokmin_core::cadence::{evaluate_columns_json, Status};
/// let text = r#"{"puskesmas": ["P1"], "held_on": ["2025-08-05"], "from": "2025Q3", "as_of": "2025-09-30"}"#;
/// assert_eq!(evaluate_columns_json(text).value().unwrap().status, [Status::OnSchedule.index()]);
/// ```
pub fn evaluate_columns_json(text: &str) -> Outcome<CadenceColumns> {
    answer(text, |question: ColumnsRequest| {
        let policy = question.policy.unwrap_or_default();
        let all: Vec<&str> = question.puskesmas.iter().chain(&question.names).map(Text::as_str).collect();
        let Dictionary { names, mut keys } = Dictionary::of(&all);
        keys.truncate(question.puskesmas.len());
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let input = ForumColumns {
            names: &names,
            puskesmas: &keys,
            held_on: &question.held_on,
            counts_for: question.counts_for.as_deref(),
            label: question.label.as_deref(),
            kind: question.kind.as_deref(),
        };
        let current = Quarter::containing(question.as_of).and_then(|held_in| policy.quarter_of(held_in));
        let to = question.to.or(current).unwrap_or(question.from);
        if let Err(problem) = check_cells(names.len(), question.from.through(to).len(), MOST_JSON_CELLS) {
            return Outcome::new(None, problem.into());
        }
        evaluate_columns(&input, &policy, question.from, to, question.as_of)
    })
}
