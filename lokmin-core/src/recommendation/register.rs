//! The register (*buku RTL*): a set of events, and the state of every recommendation as a function of that set.
//!
//! Events replay in the order of `seq`, day and id. [`Register::apply`] adds one event strictly; [`Register::read`] and
//! [`Register::merge`] take everything, keep what is not possible without applying it, and tell it. A merge is the union of
//! two sets, so it does not matter in which order, how often, or on which laptop copies are merged.
//!
//! An event that sorts last, as every new one does, costs one step, whatever the size of the register (but for the rare one
//! for which the list of events has to grow). One that comes in between lets its own recommendation replay, and no other.

use std::collections::btree_map::Entry as MapEntry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::conflict;
use super::event::{Act, Event};
use super::id::Id;
use super::lines;
use super::replay::{Place, Standing, event_at};
use crate::json::{Reader, read_text, record};
use crate::problem::{Location, Outcome, Problem, ProblemCode, Problems};

record! {
    /// What a register is strict about.
    pub struct RegisterPolicy {
        /// Whether a sector may verify what it owns itself; absent: no.
        pub owner_may_verify: bool,
    }
}

impl Default for RegisterPolicy {
    /// Returns the strict policy.
    fn default() -> Self {
        Self { owner_may_verify: false }
    }
}

impl RegisterPolicy {
    /// Reads a policy from JSON text.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::RegisterPolicy;
    /// assert!(RegisterPolicy::from_json(r#"{"owner_may_verify": true}"#).into_result()?.owner_may_verify);
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }
}

/// One recommendation of a register.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: Id,
    /// In the order of replay once the register is settled.
    pub(super) events: Vec<Place>,
    pub(super) standing: Standing,
    /// Whether its writers had seen each other's events, every one: nothing is lost, and nothing was written at once.
    pub(super) is_in_line: bool,
    /// The latest day of its events, and the latest on which one was written down; no earlier view is that of now.
    pub(super) latest: chrono::NaiveDate,
    pub(super) is_settled: bool,
}

/// A set of events, and where every recommendation in it stands.
///
/// # Example
///
/// ```
/// use lokmin_core::recommendation::{Event, Register};
///
/// let mut register = Register::default();
/// let event = Event::from_json(r#"{"schema": "lokmin.event/1", "id": "e1", "recommendation": "r1", "seq": 0,
///     "on": "2025-07-03", "kind": "propose", "content": {"action": "Latih kader", "puskesmas": ["Pelangiran"]}}"#);
/// let applied = register.apply(event.into_result()?).into_result()?;
/// assert_eq!(applied.state.as_str(), "proposed");
/// assert!(applied.line.ends_with("\"}")); // one line for the file, its checksum last
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Register {
    pub(super) events: Vec<Event>,
    pub(super) entries: Vec<Entry>,
    pub(super) policy: RegisterPolicy,
    /// The place of the first event with an id.
    pub(super) ids: HashMap<Id, Place>,
    /// The places of all events with an id that several of different content have, by their lines: the first one counts.
    pub(super) twins: BTreeMap<Id, BTreeMap<String, Place>>,
    pub(super) entry_of: HashMap<Id, Place>,
    writers: HashSet<Id>,
    /// Lines with a right checksum that this version cannot read. They are kept, and written out again.
    pub(super) unread: BTreeSet<Box<str>>,
    pub(super) unsettled: Vec<Place>,
}

/// What adding an event to the set did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Added {
    New,
    Duplicate,
}

impl Register {
    /// Makes an empty register.
    #[must_use]
    pub fn new(policy: RegisterPolicy) -> Self {
        Self { policy, ..Self::default() }
    }

    /// Takes events as they come, as [`read`](Self::read) takes lines.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// assert!(Register::from_events([], Default::default()).value().unwrap().is_empty());
    /// ```
    pub fn from_events(events: impl IntoIterator<Item = Event>, policy: RegisterPolicy) -> Outcome<Self> {
        let events = events.into_iter();
        let mut register = Self::new(policy);
        register.reserve(events.size_hint().0);
        let mut reader = Reader::default();
        for (index, event) in events.enumerate() {
            let id = event.id.clone();
            if register.add(event) == Added::Duplicate {
                let problem = Problem::new(ProblemCode::RegisterDuplicate).with("id", id.as_str());
                reader.report(&Location::ROOT.key("events").index(index), problem);
            }
        }
        register.settle();
        register.with_problems(reader)
    }

    /// Takes events from a JSON list, as [`from_events`](Self::from_events) does.
    ///
    /// # Errors
    ///
    /// Every problem of every event: what is no event cannot be kept in a list of events.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let outcome = Register::from_events_json(r#"{"events": [{"kind": "start"}]}"#);
    /// assert_eq!(outcome.problems().as_slice()[0].path().to_string(), "/events/0/id");
    /// ```
    pub fn from_events_json(text: &str) -> Outcome<Self> {
        read_text::<EventList>(text).and_then(|list| Self::from_events(list.events, list.policy.unwrap_or_default()))
    }

    /// Reads the lines of a file. A line that is torn, altered, unknown or there twice is told by its number, costs only
    /// itself, and is never an error.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let outcome = Register::read(b"not a line of a register\n", Default::default());
    /// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "register.altered_line");
    /// assert!(outcome.value().unwrap().is_empty());
    /// ```
    pub fn read(bytes: &[u8], policy: RegisterPolicy) -> Outcome<Self> {
        let mut register = Self::new(policy);
        let mut reader = Reader::default();
        lines::read_into(bytes, &mut register, &mut reader);
        register.settle();
        register.with_problems(reader)
    }

    /// Reads the lines of a file, as [`read`](Self::read) does, with the policy as JSON text.
    ///
    /// # Errors
    ///
    /// The problems of the policy, at `/policy`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let outcome = Register::read_with(b"", Some(r#"{"owner_may_verify": 1}"#));
    /// assert_eq!(outcome.problems().as_slice()[0].path().to_string(), "/policy/owner_may_verify");
    /// ```
    pub fn read_with(bytes: &[u8], policy: Option<&str>) -> Outcome<Self> {
        let (policy, problems) = policy.map_or_else(
            || (Some(RegisterPolicy::default()), Problems::new()),
            |policy| RegisterPolicy::from_json(policy).into_parts(),
        );
        match policy {
            Some(policy) => Self::read(bytes, policy),
            None => Outcome::new(None, problems.into_iter().map(|problem| problem.inside("policy")).collect()),
        }
    }

    fn with_problems(self, reader: Reader) -> Outcome<Self> {
        let mut problems = reader.finish();
        problems.append(self.problems());
        Outcome::new(Some(self), problems)
    }

    /// Adds the events of another copy: afterwards the register is the union of both.
    ///
    /// Returns everything in the union that contradicts itself, whichever copy it comes from; see
    /// [`conflicts`](Self::conflicts) for both sides of each.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let mut register = Register::default();
    /// assert!(register.merge(&Register::default()).is_empty());
    /// ```
    pub fn merge(&mut self, other: &Self) -> Problems {
        for event in &other.events {
            let is_known = event_at(&self.events, self.ids.get(&event.id).copied()).is_some_and(|known| known == event);
            if !is_known {
                self.add(event.clone());
            }
        }
        self.unread.extend(other.unread.iter().cloned());
        self.settle();
        self.problems()
    }

    /// Adds the lines of another copy, as [`merge`](Self::merge) does; lines that cannot be read are told first.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Register;
    /// let outcome = Register::default().merge_text(b"torn");
    /// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "register.torn_line");
    /// ```
    pub fn merge_text(&mut self, bytes: &[u8]) -> Outcome<()> {
        let mut other = Self::new(self.policy.clone());
        let mut reader = Reader::default();
        lines::read_into(bytes, &mut other, &mut reader);
        let mut problems = reader.finish();
        problems.append(self.merge(&other));
        Outcome::with_warnings((), problems)
    }

    /// Returns how many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Returns how many recommendations there are.
    #[must_use]
    pub fn recommendations(&self) -> usize {
        self.entries.len()
    }

    /// Returns the ids of the recommendations, in order.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        self.sorted().into_iter().map(|entry| &entry.id)
    }

    /// Returns what the register is strict about.
    #[must_use]
    pub const fn policy(&self) -> &RegisterPolicy {
        &self.policy
    }

    /// Returns the events of a recommendation in the order of replay; none where there is no such recommendation.
    pub fn events_of(&self, recommendation: &str) -> impl Iterator<Item = &Event> {
        let places = self.entry(recommendation).map_or(&[][..], |entry| entry.events.as_slice());
        places.iter().filter_map(|place| event_at(&self.events, Some(*place)))
    }

    /// Returns the `seq` of the next event of a recommendation: how many there are, or where some are lost one more than
    /// the highest, so that it comes after everything that its writer has seen.
    #[must_use]
    pub fn next_seq(&self, recommendation: &str) -> u32 {
        let Some(entry) = self.entry(recommendation) else { return 0 };
        let highest = event_at(&self.events, entry.events.last().copied()).map_or(0, |event| event.seq.0);
        highest.saturating_add(1).max(place(entry.events.len()))
    }

    /// Makes room for that many more events, and for some that come one by one afterwards: making room moves everything.
    pub(super) fn reserve(&mut self, events: usize) {
        let events = events.saturating_add(events / 8);
        self.events.reserve(events);
        self.ids.reserve(events);
    }

    /// Returns the problems of the conflicts.
    fn problems(&self) -> Problems {
        conflict::problems(self)
    }

    pub(super) fn has_event(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// Returns the Puskesmas that a recommendation binds.
    pub(super) fn puskesmas_of(&self, entry: &Entry) -> &[Id] {
        match event_at(&self.events, entry.standing.proposal).map(|event| &event.act) {
            Some(Act::Propose(proposing)) => proposing.content.puskesmas.as_slice(),
            _ => &[],
        }
    }

    pub(super) fn entry(&self, recommendation: &str) -> Option<&Entry> {
        let place = self.entry_of.get(recommendation)?;
        self.entries.get(usize::try_from(*place).ok()?)
    }

    pub(super) fn entry_mut(&mut self, recommendation: &str) -> Option<&mut Entry> {
        let place = self.entry_of.get(recommendation)?;
        self.entries.get_mut(usize::try_from(*place).ok()?)
    }

    /// Returns the recommendations in the order of their ids.
    pub(super) fn sorted(&self) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        entries
    }

    /// Adds an event to the set; what follows from it is settled later.
    pub(super) fn add(&mut self, mut event: Event) -> Added {
        let new = place(self.events.len());
        if let Some(first) = self.ids.get(&event.id).copied() {
            if event_at(&self.events, Some(first)) == Some(&event) {
                return Added::Duplicate;
            }
            let first_line = event_at(&self.events, Some(first)).map(lines::line).unwrap_or_default();
            let twins = self.twins.entry(event.id.clone()).or_insert_with(|| BTreeMap::from([(first_line, first)]));
            let chosen = twins.values().next().copied();
            match twins.entry(lines::line(&event)) {
                MapEntry::Occupied(_) => return Added::Duplicate,
                MapEntry::Vacant(vacant) => vacant.insert(new),
            };
            // Where the new one is the first, the one that counted until now does so no more.
            if twins.values().next().copied() == Some(new)
                && let Some(known) = event_at(&self.events, chosen)
                && let Some(entry) = self.entry_of.get(&known.recommendation).copied()
            {
                self.unsettle(entry);
            }
        } else {
            self.ids.insert(event.id.clone(), new);
        }
        if let Some(by) = &mut event.by {
            match self.writers.get(by) {
                Some(known) => *by = known.clone(),
                None => {
                    self.writers.insert(by.clone());
                }
            }
        }
        let latest = event.on.max(event.known_on());
        // Files have the events of a recommendation one after the other.
        let previous = self.entries.last().filter(|entry| entry.id == event.recommendation);
        let entry = if previous.is_some() {
            place(self.entries.len()).saturating_sub(1)
        } else if let Some(entry) = self.entry_of.get(&event.recommendation).copied() {
            entry
        } else {
            let entry = place(self.entries.len());
            let id = event.recommendation.clone();
            self.entry_of.insert(id.clone(), entry);
            let standing = Standing::default();
            self.entries.push(Entry { id, events: Vec::new(), standing, is_in_line: true, latest, is_settled: true });
            entry
        };
        self.unsettle(entry);
        if let Some(entry) = usize::try_from(entry).ok().and_then(|entry| self.entries.get_mut(entry)) {
            event.recommendation = entry.id.clone();
            entry.latest = entry.latest.max(latest);
            entry.events.push(new);
        }
        self.events.push(event);
        Added::New
    }

    fn unsettle(&mut self, place: Place) {
        if let Some(entry) = usize::try_from(place).ok().and_then(|place| self.entries.get_mut(place))
            && entry.is_settled
        {
            entry.is_settled = false;
            self.unsettled.push(place);
        }
    }

    /// Replays every recommendation that has changed.
    pub(super) fn settle(&mut self) {
        for changed in std::mem::take(&mut self.unsettled) {
            let Ok(index) = usize::try_from(changed) else { continue };
            let Some(entry) = self.entries.get_mut(index) else { continue };
            let mut places = std::mem::take(&mut entry.events);
            let events = &self.events;
            places.sort_unstable_by(|one, other| {
                match (event_at(events, Some(*one)), event_at(events, Some(*other))) {
                    (Some(one), Some(other)) => lines::order(one, other),
                    _ => one.cmp(other),
                }
            });
            let first = |id: &Id| self.twins.get(id)?.values().next().copied();
            let standing = self.replay(&places, |_| true, first);
            let seqs = places.iter().map(|place| event_at(events, Some(*place)).map(|event| event.seq.0));
            let is_in_line = seqs.enumerate().all(|(index, seq)| seq == Some(self::place(index)));
            if let Some(entry) = self.entries.get_mut(index) {
                entry.events = places;
                entry.is_in_line = is_in_line;
                entry.standing = standing;
                entry.is_settled = true;
            }
        }
    }

    /// Replays events that are in order, those that a view sees; of several with one id, the one that is chosen.
    pub(super) fn replay(
        &self,
        places: &[Place],
        sees: impl Fn(&Event) -> bool,
        chosen: impl Fn(&Id) -> Option<Place>,
    ) -> Standing {
        let mut standing = Standing::default();
        for place in places {
            let Some(event) = event_at(&self.events, Some(*place)).filter(|event| sees(event)) else { continue };
            if self.twins.is_empty() || chosen(&event.id).is_none_or(|chosen| chosen == *place) {
                standing.take(*place, event, &self.events, &self.policy);
            }
        }
        standing
    }
}

record! {
    /// Events, and the policy of the register that they go into.
    pub struct EventList {
        /// The events, in any order.
        pub events: Vec<Event>,
        /// The policy; absent: the strict one.
        pub policy: Option<RegisterPolicy>,
    }
}

/// Returns a place by its number. More events than that do not fit into any memory.
pub(super) fn place(index: usize) -> Place {
    Place::try_from(index).unwrap_or(Place::MAX)
}
