//! How the follow-up does, in numbers: by sector, quarter, village, indicator or Puskesmas.

use std::collections::{BTreeMap, BTreeSet};

use super::follow_up::{FollowUp, Snapshot};
use super::terms::{FigureKey, State};

/// The figures of one sector, quarter, village, indicator or Puskesmas.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct FigureRow {
    /// The code that the row is about; none for recommendations that name none.
    pub key: Option<String>,
    /// All recommendations.
    pub total: usize,
    /// Those of which something is still to be done.
    pub open: usize,
    /// Those that were agreed at some time.
    pub agreed: usize,
    /// Those that are done, verified or not.
    pub done: usize,
    /// Those that are verified.
    pub verified: usize,
    /// Those that are overdue.
    pub overdue: usize,
    /// Those that were passed on, are not decided, and have no reply at all.
    pub escalated_without_reply: usize,
    /// Those that a later forum has taken over.
    pub carried_over: usize,
}

/// Figures of a register on a day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Figures {
    /// What they are counted by.
    pub by: FigureKey,
    /// One row a key, in order; last the one without a key.
    pub rows: Vec<FigureRow>,
    /// Every recommendation once. Where one counts for several keys, this is less than the sum of the rows.
    pub all: FigureRow,
}

impl Snapshot<'_> {
    /// Returns the figures of the follow-up; of all Puskesmas, or of the recommendations that bind one.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{calendar::parse_iso_date, recommendation::{FigureKey, Register}};
    /// let register = Register::default();
    /// let figures = register.as_of(parse_iso_date("2025-10-01")?).figures(FigureKey::Sector, None);
    /// assert_eq!((figures.rows.len(), figures.all.total), (0, 0));
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn figures(&self, by: FigureKey, puskesmas: Option<&str>) -> Figures {
        let mut rows: BTreeMap<String, FigureRow> = BTreeMap::new();
        let (mut without_key, mut all) = (FigureRow::default(), FigureRow::default());
        for follow_up in self.follow_up(puskesmas) {
            all.count(&follow_up);
            let keys = keys(&follow_up, by);
            if keys.is_empty() {
                without_key.count(&follow_up);
            }
            for key in keys {
                rows.entry(key).or_default().count(&follow_up);
            }
        }
        let rows = rows.into_iter().map(|(key, row)| FigureRow { key: Some(key), ..row });
        let rows = rows.chain((without_key.total > 0).then_some(without_key)).collect();
        Figures { by, rows, all }
    }
}

/// Returns the rows that a recommendation counts for, each once.
fn keys(follow_up: &FollowUp<'_>, by: FigureKey) -> BTreeSet<String> {
    match by {
        FigureKey::Sector => follow_up.owners.iter().map(|owner| owner.sector.to_string()).collect(),
        FigureKey::Quarter => follow_up.quarter.iter().map(ToString::to_string).collect(),
        FigureKey::Village => {
            follow_up.villages.iter().flat_map(|villages| &villages.codes).map(ToString::to_string).collect()
        }
        FigureKey::Indicator => follow_up.indicators.iter().map(ToString::to_string).collect(),
        FigureKey::Puskesmas => follow_up.puskesmas.iter().map(ToString::to_string).collect(),
    }
}

impl FigureRow {
    /// Counts a list of recommendations.
    pub(crate) fn of<'a>(list: impl IntoIterator<Item = &'a FollowUp<'a>>) -> Self {
        let mut row = Self::default();
        for follow_up in list {
            row.count(follow_up);
        }
        row
    }

    fn count(&mut self, follow_up: &FollowUp<'_>) {
        let add = |counter: &mut usize, is_counted: bool| *counter += usize::from(is_counted);
        add(&mut self.total, true);
        add(&mut self.open, follow_up.state.is_open());
        add(&mut self.agreed, follow_up.agreed_on.is_some());
        add(&mut self.done, matches!(follow_up.state, State::Done | State::Verified));
        add(&mut self.verified, follow_up.state == State::Verified);
        add(&mut self.overdue, follow_up.is_overdue());
        add(&mut self.escalated_without_reply, follow_up.is_waiting() && follow_up.reply.is_none());
        add(&mut self.carried_over, follow_up.times_carried > 0);
    }
}
