//! The quarter that a forum's label names.

use super::meeting::Meeting;
use crate::calendar::{QuarterReading, parse_quarter};
use crate::problem::{Location, Problem, ProblemCode};

/// Reads the label of a forum. A label that names no quarter is reported at `/label`, unless the record states the
/// quarter itself: then nothing depends on the label.
pub(super) fn read_label(meeting: &Meeting, mut report: impl FnMut(Problem)) -> Option<QuarterReading> {
    let label = meeting.label.as_ref()?;
    let (reading, problems) = parse_quarter(label, None, meeting.held_on).into_parts();
    if let Some(reading) = reading {
        return Some(reading);
    }
    if meeting.counts_for.is_none() {
        let mut problem = Problem::new(ProblemCode::CadenceLabelUnread).with("label", label.as_str());
        if let Some(reason) = problems.iter().find(|problem| problem.is_error()) {
            problem = problem.with("reason", reason.code().as_str());
        }
        report(problem.below(&Location::ROOT.key("label")));
    }
    None
}
