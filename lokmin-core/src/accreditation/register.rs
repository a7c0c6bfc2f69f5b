//! What the register shows: recommendations that were due, and what was passed on to the district.
//!
//! Whether a recommendation was due in the window is seen from the end of the window, so that a due date moved afterwards
//! changes nothing; what shows the follow-up is seen from the day asked about.

use std::collections::BTreeMap;

use super::answer::{EscalationEvidence, LeavingOut, NotDue, OfficialReply, RecommendationEvidence};
use super::question::AccreditationQuestion;
use crate::json::Text;
use crate::recommendation::{Act, Addressee, FollowUp, History, Id, State};

#[derive(Debug, Default)]
pub(super) struct RegisterEvidence {
    pub(super) recommendations: Vec<RecommendationEvidence>,
    pub(super) not_due: Vec<NotDue>,
    pub(super) escalations: Vec<EscalationEvidence>,
}

/// Finds the recommendations that were due, and what was passed on.
pub(super) fn follow_up(question: &AccreditationQuestion<'_>) -> RegisterEvidence {
    let mut found = RegisterEvidence::default();
    let histories = question.register.as_of(question.as_of).histories(Some(question.puskesmas));
    let now: BTreeMap<&Id, &History<'_>> =
        histories.iter().map(|history| (history.follow_up.recommendation, history)).collect();
    let then = question.register.as_of(question.last_day());
    for follow_up in then.follow_up(Some(question.puskesmas)) {
        let Some(history) = now.get(follow_up.recommendation) else { continue };
        match due(&follow_up, question) {
            None => {}
            Some(Due::On(due)) => found.recommendations.push(RecommendationEvidence {
                recommendation: follow_up.recommendation.clone(),
                action: history.follow_up.action.clone(),
                forum: history.follow_up.forum.cloned(),
                due,
                state: history.follow_up.state,
                evidence: evidence(history),
            }),
            Some(Due::Not(due, reason)) => {
                found.not_due.push(NotDue { recommendation: follow_up.recommendation.clone(), due, reason });
            }
        }
    }
    for history in &histories {
        found.escalations.extend(escalations(history, question));
    }
    found
}

enum Due {
    On(chrono::NaiveDate),
    Not(chrono::NaiveDate, LeavingOut),
}

/// Says whether a recommendation was due in the window; `None` where its date lies elsewhere or it has none.
fn due(follow_up: &FollowUp<'_>, question: &AccreditationQuestion<'_>) -> Option<Due> {
    let is_in_window = |day: chrono::NaiveDate| question.window.first_day() <= day && day <= question.last_day();
    let day = follow_up.due.filter(|day| is_in_window(*day));
    let not = |reason| day.map(|day| Due::Not(day, reason));
    match follow_up.state {
        State::Deferred => match follow_up.deferred_until {
            Some(until) if is_in_window(until) => Some(Due::On(until)),
            _ => not(LeavingOut::Deferred),
        },
        State::Rejected | State::Cancelled => not(LeavingOut::GivenUp),
        State::Escalated => not(LeavingOut::PassedOn),
        State::Proposed => not(LeavingOut::NotAgreed),
        State::Agreed | State::InProgress | State::Done | State::Verified => day.map(Due::On),
    }
}

/// Returns what shows that a recommendation was followed up: what its completion names, as long as it stands.
fn evidence(history: &History<'_>) -> Vec<Text> {
    if !matches!(history.follow_up.state, State::Done | State::Verified) {
        return Vec::new();
    }
    let completion = history.events.iter().rev().find_map(|event| match &event.act {
        Act::Complete(completion) => Some(completion.evidence.as_slice()),
        _ => None,
    });
    completion.unwrap_or_default().to_vec()
}

/// Returns what was passed on to Dinkes or TPCB in the window, each time, with the answers.
fn escalations(history: &History<'_>, question: &AccreditationQuestion<'_>) -> Vec<EscalationEvidence> {
    let mut all: Vec<EscalationEvidence> = Vec::new();
    for event in &history.events {
        match &event.act {
            Act::Escalate(escalation) => all.push(EscalationEvidence {
                recommendation: history.follow_up.recommendation.clone(),
                action: history.follow_up.action.clone(),
                to: escalation.to,
                on: event.on,
                replies: Vec::new(),
            }),
            // A reply is possible only while something is passed on: it answers the last time.
            Act::Reply(reply) => {
                if let Some(last) = all.last_mut() {
                    let reference = reply.reference.clone();
                    last.replies.push(OfficialReply { on: event.on, outcome: reply.outcome, reference });
                }
            }
            _ => {}
        }
    }
    all.retain(|one| matches!(one.to, Addressee::Dinkes | Addressee::Tpcb) && question.window.contains(one.on));
    all
}
