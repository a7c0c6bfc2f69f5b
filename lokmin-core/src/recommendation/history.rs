//! What brought a recommendation where it stands on a day: the events that took effect, one by one.

use std::collections::HashSet;

use super::event::Event;
use super::follow_up::{FollowUp, Snapshot};
use super::register::Entry;
use super::replay::{Place, event_at};

/// One recommendation on one day, with the events that took effect by then.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct History<'a> {
    /// Where it stands.
    pub follow_up: FollowUp<'a>,
    /// What happened, in the order of replay; events that were not possible where they stand are left out.
    pub events: Vec<&'a Event>,
}

impl<'a> Snapshot<'a> {
    /// Returns every recommendation with the events that took effect, by id; of all Puskesmas, or of those that bind one.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{calendar::parse_iso_date, recommendation::Register};
    /// let day = parse_iso_date("2025-10-01")?;
    /// assert!(Register::default().as_of(day).histories(None).is_empty());
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn histories(&self, puskesmas: Option<&str>) -> Vec<History<'a>> {
        let chosen = self.chosen();
        let follow_ups = self.follow_up(puskesmas).into_iter();
        follow_ups
            .filter_map(|follow_up| {
                let entry: &'a Entry = self.register.entry(follow_up.recommendation)?;
                let standing = self.standing(entry, &chosen);
                let not_applied: HashSet<Place> = standing.not_applied.iter().map(|one| one.event).collect();
                let is_chosen = |event: &Event, place: Place| {
                    self.register.twins.is_empty() || chosen.get(&event.id).is_none_or(|chosen| *chosen == place)
                };
                let events = entry.events.iter().filter_map(|place| {
                    let event = event_at(&self.register.events, Some(*place))?;
                    let took_effect = self.sees(event) && is_chosen(event, *place) && !not_applied.contains(place);
                    took_effect.then_some(event)
                });
                Some(History { follow_up, events: events.collect() })
            })
            .collect()
    }
}
