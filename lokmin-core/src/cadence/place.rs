//! Which quarter one forum counts for, and why.

use std::collections::BTreeSet;

use super::label::read_label;
use super::meeting::Meeting;
use super::policy::CadencePolicy;
use super::settle::{Entry, OtherReading, quarter_of};
use super::terms::{Basis, MeetingKind, Status, Timing};
use super::window::DueWindow;
use crate::calendar::{Quarter, QuarterReading, YearBasis};
use crate::problem::{Location, Outcome, Problem, ProblemCode, Problems};

/// Which quarter one forum counts for and why, with every fact that speaks for or against it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Placement {
    /// Quarterly or monthly.
    pub kind: MeetingKind,
    /// The quarter; `None` for a monthly forum, and for one without date and quarter.
    pub quarter: Option<Quarter>,
    /// Why it counts for that quarter.
    pub basis: Option<Basis>,
    /// The quarter that its label names.
    pub label_quarter: Option<Quarter>,
    /// Where the year of that quarter comes from: the label itself, or the date.
    pub label_year_basis: Option<YearBasis>,
    /// The calendar quarter of its date.
    pub date_quarter: Option<Quarter>,
    /// When the forum of that quarter is due.
    pub due: Option<DueWindow>,
    /// On schedule, off month or late for that quarter; `None` without a date: nothing shows that it was held.
    pub status: Option<Status>,
    /// Off month: before or after the due month.
    pub timing: Option<Timing>,
    /// Months from the due month to that of the forum; negative when it came before.
    pub months_off: Option<i64>,
    /// Late: days after the end of the quarter in which it should have been held.
    pub days_late: Option<i64>,
    /// The other quarter that it could belong to.
    pub other_reading: Option<OtherReading>,
}

/// Finds the quarter that a forum counts for.
///
/// What the record states (`counts_for`) comes first, then the quarter of the label, then that of the date. A date in
/// the first 31 days of a quarter, with nothing else to go by, leaves two readings when no other forum counts for the
/// quarter before: `cadence.quarter_ambiguous`. `others` are further forums, of which those of the same Puskesmas
/// matter; a joint forum is certain only when the quarter before has a forum of each of its Puskesmas.
///
/// Without a date the quarter is given, but the forum counts nowhere: `cadence.undated`. A date before the quarter of
/// the label begins is reported: `cadence.before_quarter`.
///
/// # Example
///
/// ```
/// use lokmin_core::cadence::{place, CadencePolicy, Meeting};
/// let text = r#"{"id": "pasar", "kind": "quarterly", "puskesmas": ["1011443"], "held_on": "2025-07-03"}"#;
/// let meeting = Meeting::from_json(text).into_result()?;
/// let outcome = place(&meeting, &CadencePolicy::default(), &[]);
/// let placement = outcome.value().unwrap();
/// assert_eq!(placement.quarter.unwrap().to_string(), "2025Q3");
/// let other = placement.other_reading.unwrap();
/// assert_eq!((other.quarter.to_string(), other.days_late), ("2025Q2".to_owned(), 3));
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn place(meeting: &Meeting, policy: &CadencePolicy, others: &[Meeting]) -> Outcome<Placement> {
    let mut problems = Problems::new();
    let reading = read_label(meeting, |problem| {
        if meeting.kind == MeetingKind::Quarterly {
            problems.push(problem);
        }
    });
    let mut placement = Placement {
        kind: meeting.kind,
        quarter: None,
        basis: None,
        label_quarter: reading.as_ref().map(QuarterReading::quarter),
        label_year_basis: reading.as_ref().map(QuarterReading::year_basis),
        date_quarter: meeting.held_on.and_then(Quarter::containing),
        due: None,
        status: None,
        timing: None,
        months_off: None,
        days_late: None,
        other_reading: None,
    };
    if meeting.kind != MeetingKind::Quarterly {
        return Outcome::new(Some(placement), problems);
    }
    let label = placement.label_quarter;
    let placed = quarter_of(meeting.held_on, meeting.counts_for, label, policy);
    placement.quarter = placed.map(|(quarter, _)| quarter);
    placement.basis = placed.map(|(_, basis)| basis);
    let window = placement.quarter.and_then(|quarter| policy.window(quarter));
    placement.due = window.map(|window| window.due);
    let Some(entry) = Entry::new(0, meeting.held_on, meeting.counts_for, label, policy) else {
        problems.push(undated());
        return Outcome::new(Some(placement), problems);
    };
    if let Some(window) = window {
        let verdict = window.judge_held(entry.date);
        placement.status = Some(verdict.status);
        placement.timing = verdict.timing;
        placement.months_off = verdict.months_off;
        placement.days_late = verdict.days;
    }
    if let Some(held_in) = entry.before_quarter(policy) {
        problems.push(before_quarter(&entry, held_in));
    }
    placement.other_reading = entry.other_reading(policy, |before| is_taken(before, meeting, policy, others));
    if let Some(other) = placement.other_reading {
        problems.push(ambiguous(&entry, other));
    }
    Outcome::new(Some(placement), problems)
}

/// Returns whether each Puskesmas of a forum has another forum for a quarter.
fn is_taken(quarter: Quarter, meeting: &Meeting, policy: &CadencePolicy, others: &[Meeting]) -> bool {
    let mut taken = BTreeSet::new();
    for other in others {
        // Another record of the same day tells of the same forum.
        if other.kind != MeetingKind::Quarterly || other.held_on == meeting.held_on {
            continue;
        }
        let label = read_label(other, |_| ()).map(|reading| reading.quarter());
        if Entry::new(0, other.held_on, other.counts_for, label, policy).is_some_and(|entry| entry.quarter == quarter) {
            taken.extend(&other.puskesmas);
        }
    }
    meeting.puskesmas.iter().all(|code| taken.contains(code))
}

/// Makes the problem of a forum without a date.
pub(super) fn undated() -> Problem {
    Problem::new(ProblemCode::CadenceUndated).below(&Location::ROOT.key("held_on"))
}

/// Makes the problem of a forum that lies before the quarter in which it should be held.
pub(super) fn before_quarter(entry: &Entry, held_in: Quarter) -> Problem {
    Problem::new(ProblemCode::CadenceBeforeQuarter)
        .with("date", entry.date)
        .with("quarter", entry.quarter)
        .with("held_in", held_in)
        .below(&Location::ROOT.key("held_on"))
}

/// Makes the problem of a forum with two readings.
pub(super) fn ambiguous(entry: &Entry, other: OtherReading) -> Problem {
    Problem::new(ProblemCode::CadenceQuarterAmbiguous)
        .with("date", entry.date)
        .with("quarter", entry.quarter)
        .with("other", other.quarter)
        .with("days", crate::problem::Param::Count(other.days_late))
        .below(&Location::ROOT.key("held_on"))
}
