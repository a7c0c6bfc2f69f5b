//! The state of one recommendation, as a function of its events in order.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::content::Owner;
use super::event::{Act, Event};
use super::id::Id;
use super::register::RegisterPolicy;
use super::terms::{Lacking, State, Step};
use super::transition::next_state;
use crate::json::Text;
use crate::problem::{Problem, ProblemCode};
use crate::sector::Sector;

/// The place of an event in the register.
pub(super) type Place = u32;

/// An event that is kept and changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NotApplied {
    pub(super) event: Place,
    /// The event that brought the recommendation where this one is not possible.
    pub(super) against: Option<Place>,
    pub(super) reason: Problem,
}

/// Where a recommendation stands after some of its events. Texts are not copied: the places of events say where they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Standing {
    pub(super) state: Option<State>,
    before_deferral: Option<State>,
    before_escalation: Option<State>,
    pub(super) until: Option<NaiveDate>,
    /// The last escalation, while it is not decided.
    pub(super) escalation: Option<Place>,
    pub(super) escalated_on: Option<NaiveDate>,
    /// The last reply to the last escalation.
    pub(super) reply: Option<Place>,
    pub(super) proposal: Option<Place>,
    pub(super) owners: Option<Place>,
    pub(super) action: Option<Place>,
    pub(super) measure: Option<Place>,
    pub(super) progress: Option<Place>,
    pub(super) successor: Option<Place>,
    pub(super) due: Option<NaiveDate>,
    /// The due date that was in force when it was first agreed, or the first one after that.
    pub(super) first_due: Option<NaiveDate>,
    pub(super) proposed_on: Option<NaiveDate>,
    pub(super) agreed_on: Option<NaiveDate>,
    pub(super) done_on: Option<NaiveDate>,
    pub(super) verified_on: Option<NaiveDate>,
    /// The last event that changed the state.
    pub(super) last_change: Option<Place>,
    /// The forums that took it over, and which of them it was.
    carried: BTreeMap<Id, usize>,
    pub(super) not_applied: Vec<NotApplied>,
}

/// The events that places point to.
pub(super) type Events = [Event];

pub(super) fn event_at(events: &Events, place: Option<Place>) -> Option<&Event> {
    events.get(usize::try_from(place?).ok()?)
}

impl Standing {
    /// Takes the next event; one that is not possible is noted and changes nothing.
    pub(super) fn take(&mut self, place: Place, event: &Event, events: &Events, policy: &RegisterPolicy) {
        if let Err(reason) = self.apply(place, event, events, policy) {
            self.not_applied.push(NotApplied { event: place, against: self.last_change, reason });
        }
    }

    /// Takes the next event, or says why it is not possible and stays as it is.
    pub(super) fn apply(
        &mut self,
        place: Place,
        event: &Event,
        events: &Events,
        policy: &RegisterPolicy,
    ) -> Result<(), Problem> {
        let step = event.act.step();
        let (outcome, before) = match &event.act {
            Act::Reply(reply) => (Some(reply.outcome), self.before_escalation),
            _ => (None, self.before_deferral),
        };
        // `before` was a state that led here, so that only a step that is not possible is refused.
        let next = next_state(self.state, step, outcome, before).map_err(|problem| problem.inside("kind"))?;
        if let Act::Verify(verification) = &event.act {
            self.check_verifier(verification.sector, events, policy)?;
        }
        self.change(place, event);
        self.enter(next, step, place, event.on);
        if self.first_due.is_none() && self.agreed_on.is_some() {
            self.first_due = self.due;
        }
        Ok(())
    }

    fn check_verifier(&self, sector: Sector, events: &Events, policy: &RegisterPolicy) -> Result<(), Problem> {
        let is_owner = self.owners(events).iter().any(|owner| owner.sector == sector);
        if policy.owner_may_verify || !is_owner || sector == Sector::Other {
            return Ok(());
        }
        Err(Problem::new(ProblemCode::StepOwnVerification).with("sector", sector.as_str()).inside("sector"))
    }

    /// Takes over what the event says, apart from the state.
    fn change(&mut self, place: Place, event: &Event) {
        match &event.act {
            Act::Propose(proposing) => {
                self.proposal = Some(place);
                self.proposed_on = Some(event.on);
                self.action = Some(place);
                self.measure = proposing.content.measure.as_ref().map(|_| place);
            }
            Act::Agree(agreement) => {
                self.owners = Some(place);
                self.due = agreement.due.or(self.due);
                if agreement.measure.is_some() {
                    self.measure = Some(place);
                }
            }
            Act::Amend(amendment) => {
                if amendment.owners.is_some() {
                    self.owners = Some(place);
                }
                if amendment.action.is_some() {
                    self.action = Some(place);
                }
                if amendment.measure.is_some() {
                    self.measure = Some(place);
                }
                self.due = amendment.due.or(self.due);
            }
            Act::Reply(reply) => {
                if reply.owners.is_some() {
                    self.owners = Some(place);
                }
                self.due = reply.due.or(self.due);
                self.reply = Some(place);
            }
            Act::Defer(deferral) => self.until = Some(deferral.until),
            Act::Progress(_) => self.progress = Some(place),
            Act::Supersede(_) => self.successor = Some(place),
            Act::CarryOver(carrying) => {
                let number = self.carried.len();
                self.carried.entry(carrying.forum.clone()).or_insert(number);
            }
            _ => {}
        }
    }

    /// Moves to the next state, and forgets what belonged to the last one.
    fn enter(&mut self, next: State, step: Step, place: Place, on: NaiveDate) {
        let previous = self.state;
        if previous == Some(next) {
            return;
        }
        match step {
            Step::Defer => self.before_deferral = previous,
            Step::Escalate => {
                self.before_escalation = previous;
                self.escalation = Some(place);
                self.escalated_on = Some(on);
                self.reply = None;
            }
            Step::Reopen => self.successor = None,
            _ => {}
        }
        if previous == Some(State::Escalated) {
            self.before_escalation = None;
            self.escalation = None;
            self.escalated_on = None;
        }
        // What is put off stays so while another level has it, because a refusal leads back.
        if !matches!(next, State::Deferred | State::Escalated) {
            self.before_deferral = None;
            self.until = None;
        }
        match next {
            State::Agreed if self.agreed_on.is_none() => self.agreed_on = Some(on),
            State::Done => self.done_on = Some(on),
            State::Verified => self.verified_on = Some(on),
            State::InProgress | State::Proposed => {
                self.done_on = None;
                self.verified_on = None;
            }
            _ => {}
        }
        self.state = Some(next);
        self.last_change = Some(place);
    }

    /// Returns the forums that took it over, in the order in which they did.
    pub(super) fn carried_into(&self) -> Vec<Id> {
        let mut forums: Vec<(&usize, &Id)> = self.carried.iter().map(|(forum, number)| (number, forum)).collect();
        forums.sort_unstable();
        forums.into_iter().map(|(_, forum)| forum.clone()).collect()
    }

    /// Returns who owns it now.
    pub(super) fn owners<'a>(&self, events: &'a Events) -> &'a [Owner] {
        match event_at(events, self.owners).map(|event| &event.act) {
            Some(Act::Agree(agreement)) => agreement.owners.as_slice(),
            Some(Act::Amend(amendment)) => amendment.owners.as_ref().map_or(&[], |owners| owners.as_slice()),
            Some(Act::Reply(reply)) => reply.owners.as_ref().map_or(&[], |owners| owners.as_slice()),
            _ => &[],
        }
    }

    /// Returns by what one will see that it worked.
    pub(super) fn measure<'a>(&self, events: &'a Events) -> Option<&'a Text> {
        match &event_at(events, self.measure)?.act {
            Act::Propose(proposing) => proposing.content.measure.as_ref(),
            Act::Agree(agreement) => agreement.measure.as_ref(),
            Act::Amend(amendment) => amendment.measure.as_ref(),
            _ => None,
        }
    }

    /// Returns what is missing before anybody can act on it: owner, day, somebody in charge, measure of success.
    pub(super) fn missing(&self, events: &Events) -> Vec<Lacking> {
        let owners = self.owners(events);
        let mut missing = Vec::new();
        if owners.is_empty() {
            missing.push(Lacking::Owners);
        }
        if self.due.is_none() {
            missing.push(Lacking::Due);
        }
        if !owners.iter().any(Owner::is_somebody) {
            missing.push(Lacking::Person);
        }
        if self.measure(events).is_none() {
            missing.push(Lacking::Measure);
        }
        missing
    }
}
