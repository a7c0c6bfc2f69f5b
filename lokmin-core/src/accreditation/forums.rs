//! The forums that are expected in the window, and the documents of each.
//!
//! Which forum counts for which quarter or month, the cadence says. A forum is expected when it is due in a month of the
//! window, and that month is over or the forum was held.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::answer::{DiscussionPart, ForumEvidence};
use super::documents::{DOCUMENTS, MissingDocument};
use super::question::AccreditationQuestion;
use super::request::Scope;
use crate::cadence::{Cadence, CadenceRow, Meeting, MeetingKind, MonthRow, Status, evaluate};
use crate::calendar::Month;
use crate::forum::{EvidenceKind, EvidenceState, Forum};
use crate::problem::Outcome;
use crate::recommendation::{Id, Register};

/// Returns the forums of which the register has a recommendation on a day.
pub(super) fn with_recommendations(register: &Register, day: NaiveDate) -> BTreeSet<&str> {
    register.as_of(day).follow_up(None).into_iter().filter_map(|follow_up| follow_up.forum.map(Id::as_str)).collect()
}

/// Finds the forums that are expected and what shows them.
pub(super) fn expected_forums(
    question: &AccreditationQuestion<'_>,
    recommended: &BTreeSet<&str>,
) -> Outcome<Vec<ForumEvidence>> {
    let meetings: Vec<Meeting> = question.forums.iter().map(Forum::meeting).collect();
    let policy = question.policy.expecting_monthly(question.scope == Scope::MonthlyAndQuarterly);
    // A forum that is due in the window is held in one of its calendar quarters.
    let first = question.window.from.quarter();
    let first = policy.quarter_of(first).unwrap_or(first);
    let cadence = evaluate(&meetings, question.puskesmas, &policy, Some(first), question.as_of);
    let (cadence, problems) = cadence.into_parts();
    let forums = cadence.map(|cadence| {
        let found = Found { question, recommended, again: again(&cadence) };
        let quarters = cadence.rows.iter().filter_map(|row| found.quarterly(row));
        quarters.chain(cadence.monthly.iter().filter_map(|row| found.monthly(row))).collect()
    });
    Outcome::new(forums, problems.into_iter().map(|problem| problem.moved("meetings", "forums")).collect())
}

/// Returns the further records of each forum that was recorded more than once.
fn again(cadence: &Cadence) -> BTreeMap<usize, Vec<usize>> {
    let mut again: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (row, kept) in &cadence.recorded_twice {
        again.entry(*kept).or_default().push(*row);
    }
    again
}

struct Found<'a> {
    question: &'a AccreditationQuestion<'a>,
    recommended: &'a BTreeSet<&'a str>,
    again: BTreeMap<usize, Vec<usize>>,
}

impl Found<'_> {
    fn quarterly(&self, row: &CadenceRow) -> Option<ForumEvidence> {
        let month = Month::containing(row.due.from)?;
        let slot = Slot { kind: MeetingKind::Quarterly, month, status: row.status, counted: row.meeting };
        Some(ForumEvidence { quarter: Some(row.quarter), ..self.forum(slot)? })
    }

    fn monthly(&self, row: &MonthRow) -> Option<ForumEvidence> {
        self.forum(Slot { kind: MeetingKind::Monthly, month: row.month, status: row.status, counted: row.meeting })
    }

    /// Returns what shows the forum of a slot; `None` where none is expected there.
    fn forum(&self, slot: Slot) -> Option<ForumEvidence> {
        let is_held = slot.status.is_held();
        let is_over = slot.month.last_day() < self.question.as_of;
        if !self.question.window.contains(slot.month.first_day()) || !(is_held || is_over) {
            return None;
        }
        let records = slot.counted.filter(|_| is_held).map_or_else(Vec::new, |counted| {
            let again = self.again.get(&counted).into_iter().flatten().copied();
            std::iter::once(counted).chain(again).collect()
        });
        let forums: Vec<&Forum> = records.iter().filter_map(|record| self.question.forums.get(*record)).collect();
        // Records that are complete and have none show that there was no forum, and so no document of it.
        let unrecorded = match slot.status {
            Status::Missed => EvidenceState::Absent,
            _ => EvidenceState::Unknown,
        };
        // The states are in the order of what they show.
        let state = |kind| forums.iter().map(|forum| forum.evidence_state(kind)).min().unwrap_or(unrecorded);
        let documents = DOCUMENTS.map(|kind| MissingDocument { kind, state: state(kind) });
        let missing: Vec<MissingDocument> =
            documents.into_iter().filter(|document| document.state != EvidenceState::Held).collect();
        Some(ForumEvidence {
            kind: slot.kind,
            quarter: None,
            month: slot.month,
            status: slot.status,
            forum: forums.first().map(|forum| forum.id.clone()),
            held_on: forums.first().and_then(|forum| forum.held_on),
            held: DOCUMENTS.len() - missing.len(),
            missing,
            discussion_lacks: is_held.then(|| self.discussion_lacks(&forums)),
            records,
        })
    }

    /// Returns what is missing before the minutes show a problem and a recommendation.
    fn discussion_lacks(&self, forums: &[&Forum]) -> Vec<DiscussionPart> {
        let has = |part| match part {
            DiscussionPart::Minutes => {
                forums.iter().any(|forum| forum.evidence_state(EvidenceKind::Minutes) == EvidenceState::Held)
            }
            DiscussionPart::Problem => forums.iter().any(|forum| !forum.obstacles.is_empty()),
            DiscussionPart::Recommendation => forums
                .iter()
                .any(|forum| !forum.recommendations.is_empty() || self.recommended.contains(forum.id.as_str())),
        };
        DiscussionPart::ALL.iter().copied().filter(|part| !has(*part)).collect()
    }
}

/// A quarter or month for which a forum is looked for.
#[derive(Clone, Copy)]
struct Slot {
    kind: MeetingKind,
    month: Month,
    status: Status,
    counted: Option<usize>,
}
