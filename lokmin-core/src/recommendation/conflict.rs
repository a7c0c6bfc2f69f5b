//! Where the events of a register contradict each other, with both sides.

use std::collections::{BTreeMap, BTreeSet};

use super::event::Event;
use super::id::Id;
use super::register::{Entry, Register};
use super::replay::{Place, event_at};
use super::terms::ConflictKind;
use crate::json::Reader;
use crate::problem::{Location, Param, Problem, ProblemCode, Problems};

/// One contradiction.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Conflict<'a> {
    /// What kind of contradiction it is.
    pub kind: ConflictKind,
    /// The recommendation; where events of one id belong to several, that of the event that counts.
    pub recommendation: &'a Id,
    /// Both sides.
    ///
    /// `not_applied`: the event, and the one that brought the recommendation where it is not possible. `concurrent`: all
    /// with that `seq`, in the order of replay. `id_conflict`: all with that id, the one that counts first. `gap`: the event
    /// whose writer had seen more.
    pub events: Vec<&'a Event>,
    /// Why an event is not applied.
    pub reason: Option<ProblemCode>,
    /// How many events are lost at least.
    pub lost: Option<u32>,
}

impl Register {
    /// Returns every contradiction, by recommendation; nothing in a register is lost by one.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// assert!(Register::default().conflicts().is_empty());
    /// ```
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict<'_>> {
        let mut conflicts = Vec::new();
        let twins = self.twins_by_recommendation();
        let is_at_odds =
            |entry: &&Entry| !entry.is_in_line || !entry.standing.not_applied.is_empty() || !twins.is_empty();
        let mut entries: Vec<&Entry> = self.entries.iter().filter(is_at_odds).collect();
        entries.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        for entry in entries {
            if !entry.is_in_line {
                self.add_gap(entry, &mut conflicts);
                self.add_concurrent(entry, &mut conflicts);
            }
            conflicts.extend(twins.get(&entry.id).into_iter().flatten().cloned());
            for one in &entry.standing.not_applied {
                let events = [Some(one.event), one.against].into_iter();
                conflicts.push(Conflict {
                    kind: ConflictKind::NotApplied,
                    recommendation: &entry.id,
                    events: events.filter_map(|place| event_at(&self.events, place)).collect(),
                    reason: Some(one.reason.code()),
                    lost: None,
                });
            }
        }
        conflicts
    }

    fn in_order<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a Event> {
        entry.events.iter().filter_map(|place| event_at(&self.events, Some(*place)))
    }

    /// An event whose writer had seen more events than stand before it.
    fn add_gap<'a>(&'a self, entry: &'a Entry, conflicts: &mut Vec<Conflict<'a>>) {
        let mut most: Option<(u32, &Event)> = None;
        let (mut before, mut same, mut seq) = (0_u32, 0_u32, 0_u32);
        for event in self.in_order(entry) {
            if event.seq.0 != seq {
                before += same;
                (same, seq) = (0, event.seq.0);
            }
            same += 1;
            let lost = seq.saturating_sub(before);
            if lost > most.map_or(0, |(lost, _)| lost) {
                most = Some((lost, event));
            }
        }
        if let Some((lost, event)) = most {
            conflicts.push(Conflict {
                kind: ConflictKind::Gap,
                recommendation: &entry.id,
                events: vec![event],
                reason: None,
                lost: Some(lost),
            });
        }
    }

    /// Events of different ids with the same `seq`.
    fn add_concurrent<'a>(&'a self, entry: &'a Entry, conflicts: &mut Vec<Conflict<'a>>) {
        let events: Vec<&Event> = self.in_order(entry).collect();
        for group in events.chunk_by(|one, other| one.seq == other.seq) {
            let is_of_one_id = group.iter().zip(group.iter().skip(1)).all(|(one, other)| one.id == other.id);
            if !is_of_one_id {
                conflicts.push(Conflict {
                    kind: ConflictKind::Concurrent,
                    recommendation: &entry.id,
                    events: group.to_vec(),
                    reason: None,
                    lost: None,
                });
            }
        }
    }

    fn twins_by_recommendation(&self) -> BTreeMap<&Id, Vec<Conflict<'_>>> {
        let group = |lines: &BTreeMap<String, Place>| {
            let events: Vec<&Event> = lines.values().filter_map(|place| event_at(&self.events, Some(*place))).collect();
            let recommendation = &events.first()?.recommendation;
            Some(Conflict { kind: ConflictKind::IdConflict, recommendation, events, reason: None, lost: None })
        };
        let mut by_recommendation: BTreeMap<&Id, Vec<Conflict<'_>>> = BTreeMap::new();
        for conflict in self.twins.values().filter_map(group) {
            by_recommendation.entry(conflict.recommendation).or_default().push(conflict);
        }
        by_recommendation
    }
}

/// Returns the problems of all contradictions.
pub(super) fn problems(register: &Register) -> Problems {
    let mut reader = Reader::default();
    for conflict in register.conflicts() {
        let recommendations = Location::ROOT.key("recommendations");
        reader.report(&recommendations.key(conflict.recommendation), conflict.problem());
    }
    reader.finish()
}

impl Conflict<'_> {
    /// Returns the contradiction as a problem, which names the ids of both sides.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let ids = || self.events.iter().map(|event| event.id.to_string());
        let first = ids().next().unwrap_or_default();
        let problem = match self.kind {
            ConflictKind::NotApplied => Problem::new(ProblemCode::MergeNotApplied)
                .with("event", first)
                .with("step", self.events.first().map_or("", |event| event.act.step().as_str()))
                .with("against", ids().nth(1).unwrap_or_default())
                .with("reason", self.reason.map_or("", ProblemCode::as_str)),
            ConflictKind::Concurrent => Problem::new(ProblemCode::MergeConcurrent)
                .with("events", ids().collect::<Vec<_>>())
                .with("seq", self.events.first().map_or(Param::Count(0), |event| Param::Count(event.seq.0.into()))),
            ConflictKind::IdConflict => {
                let recommendations: BTreeSet<&str> =
                    self.events.iter().map(|event| event.recommendation.as_str()).collect();
                Problem::new(ProblemCode::MergeIdConflict)
                    .with("event", first)
                    .with("count", Param::Count(i64::try_from(self.events.len()).unwrap_or(i64::MAX)))
                    .with("recommendations", recommendations.into_iter().map(str::to_owned).collect::<Vec<_>>())
            }
            ConflictKind::Gap => Problem::new(ProblemCode::MergeGap)
                .with("event", first)
                .with("lost", Param::Count(self.lost.unwrap_or_default().into())),
        };
        problem.with("recommendation", self.recommendation.as_str())
    }
}
