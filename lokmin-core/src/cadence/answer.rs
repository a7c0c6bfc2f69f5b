//! The cadence of one Puskesmas, as it is handed on.

use chrono::NaiveDate;

use super::settle::OtherReading;
use super::terms::{Basis, Status, Timing, Uncounting};
use super::window::DueWindow;
use crate::calendar::{Month, Quarter};
use crate::json::{Ordinal, Text};

/// The cadence of one Puskesmas on one day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Cadence {
    /// The Puskesmas asked about.
    pub puskesmas: String,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// One row a quarter, in order, none left out: from the first one asked about, else the first with a forum, to the
    /// current one, or the last with a forum.
    pub rows: Vec<CadenceRow>,
    /// One row a month, in order, over the same time, when monthly forums are expected.
    pub monthly: Vec<MonthRow>,
    /// How many quarters in a row had a forum.
    pub streak: Streak,
    /// The next due month without a forum held for its quarter; the current one while it runs.
    pub next_due: Option<DueWindow>,
    /// The forums of the Puskesmas that count for no quarter of their own, in the order of the input; those without a
    /// date are among them.
    pub uncounted: Vec<Uncounted>,
    /// Records of a forum that another record tells of, each with that one: places in the input.
    #[serde(skip)]
    pub(crate) recorded_twice: Vec<(usize, usize)>,
}

/// The verdict on one quarter.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct CadenceRow {
    /// The quarter.
    pub quarter: Quarter,
    /// The verdict.
    pub status: Status,
    /// Off month: before or after the due month.
    pub timing: Option<Timing>,
    /// Months from the due month to that of the forum held; negative when it came before.
    pub months_off: Option<i64>,
    /// Late: days after the end of the quarter in which it should have been held. Overdue: days after the due month.
    pub days: Option<i64>,
    /// When the forum of the quarter is due.
    pub due: DueWindow,
    /// The last day on which it is waited for.
    pub grace_to: NaiveDate,
    /// The place of the forum that counts, in the input, from 0.
    pub meeting: Option<usize>,
    /// The id of the forum that counts.
    pub meeting_id: Option<Text>,
    /// The day on which the forum was held.
    pub held_on: Option<NaiveDate>,
    /// The day on which it is to be held, also when that is after the grace.
    pub planned_on: Option<NaiveDate>,
    /// Why that forum counts for this quarter.
    pub basis: Option<Basis>,
    /// The other quarter that it could belong to.
    pub other_reading: Option<OtherReading>,
    /// How many times a forum was held in the year, as stated.
    pub ordinal: Option<Ordinal>,
    /// How many forums of the year of this quarter are on record up to this one, itself included.
    pub place_in_year: Option<usize>,
    /// Further forums for the quarter, by their place in the input.
    pub duplicates: Vec<usize>,
}

/// The verdict on one month: on schedule, planned, due, missed or no record.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct MonthRow {
    /// The month.
    pub month: Month,
    /// The verdict.
    pub status: Status,
    /// The place of the earliest monthly forum in the input, from 0.
    pub meeting: Option<usize>,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// How many monthly forums the month has.
    pub forums: usize,
}

/// How many quarters in a row had a forum, in time or not.
///
/// A missed quarter ends a streak, and so does one without a record: nothing shows that it had a forum. A quarter that
/// is still open neither ends a streak nor adds to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Streak {
    /// The run that reaches the last decided quarter.
    pub current: usize,
    /// The longest run.
    pub longest: usize,
}

/// A forum that counts for no quarter of its own.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Uncounted {
    /// Its place in the input, from 0.
    pub meeting: usize,
    /// Its id.
    pub meeting_id: Text,
    /// Why.
    pub reason: Uncounting,
}
