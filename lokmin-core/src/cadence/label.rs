//! The quarter that a forum's label names.

use chrono::NaiveDate;

use super::meeting::Meeting;
use crate::calendar::{Quarter, QuarterReading, YearBasis, parse_quarter};
use crate::problem::{Location, Problem, ProblemCode};

/// How many quarters a label without a year may lie before the quarter of the date.
const USUAL_DISTANCE: i64 = 1;

/// Reads the label of a forum. A label that names no quarter, or whose year nothing tells, is reported at `/label`,
/// unless the record states the quarter itself: then nothing depends on the label.
pub(super) fn read_label(meeting: &Meeting, mut report: impl FnMut(Problem)) -> Option<QuarterReading> {
    let label = meeting.label.as_ref()?;
    let (reading, problems) = parse_quarter(label, None, meeting.held_on).into_parts();
    if let Some(reading) = reading {
        if meeting.counts_for.is_none()
            && let Some(problem) = doubtful_year(&reading, meeting.held_on)
        {
            report(problem);
        }
        return Some(reading);
    }
    if meeting.counts_for.is_none() {
        let reason = problems.iter().find(|problem| problem.is_error()).map(Problem::code);
        let code = match reason {
            Some(ProblemCode::QuarterYearMissing) => ProblemCode::CadenceLabelWithoutYear,
            _ => ProblemCode::CadenceLabelUnread,
        };
        let mut problem = Problem::new(code).with("label", label.as_str());
        if let Some(reason) = reason {
            problem = problem.with("reason", reason.as_str());
        }
        report(problem.below(&Location::ROOT.key("label")));
    }
    None
}

/// Returns the problem, at `/label`, of a label whose year was worked out and lies far back: a forum held early, in June
/// for the third quarter, is read as one of the year before.
pub(crate) fn doubtful_year(reading: &QuarterReading, held_on: Option<NaiveDate>) -> Option<Problem> {
    let date = held_on?;
    let distance = Quarter::containing(date)?.quarters_since(reading.quarter());
    let next = reading.quarter().checked_add(4)?;
    (reading.year_basis() == YearBasis::Derived && distance > USUAL_DISTANCE).then(|| {
        Problem::new(ProblemCode::CadenceLabelYear)
            .with("quarter", reading.quarter())
            .with("date", date)
            .with("next", next)
            .below(&Location::ROOT.key("label"))
    })
}
