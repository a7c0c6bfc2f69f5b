//! The monthly forum: one in each month.
//!
//! Source: "setiap awal bulan", KMK HK.01.07/MENKES/2015/2023, table 2 (confirmed). A month has no grace: the next one
//! has a forum of its own.

use chrono::NaiveDate;

use super::answer::MonthRow;
use super::policy::CadencePolicy;
use super::terms::Status;
use crate::calendar::Month;

/// Makes a row for each month from `first` to the current one, or the last with a forum. `dates` are in order, each
/// with the place of its forum in the input.
pub(super) fn rows(
    dates: &[(NaiveDate, usize)],
    first: Month,
    policy: &CadencePolicy,
    as_of: NaiveDate,
) -> Vec<MonthRow> {
    let Some(current) = Month::containing(as_of) else { return Vec::new() };
    let last = dates.last().and_then(|(date, _)| Month::containing(*date)).map_or(current, |month| month.max(current));
    let row = |month: Month| {
        let start = dates.partition_point(|(date, _)| *date < month.first_day());
        let tail = dates.get(start..).unwrap_or_default();
        let forums = tail.partition_point(|(date, _)| *date <= month.last_day());
        let earliest = tail.first().filter(|_| forums > 0);
        let status = match earliest {
            Some((date, _)) if *date <= as_of => Status::OnSchedule,
            Some(_) => Status::Planned,
            None if month > current => Status::Upcoming,
            None if month == current => Status::Due,
            None if policy.are_records_complete() => Status::Missed,
            None => Status::NoRecord,
        };
        MonthRow {
            month,
            status,
            meeting: earliest.map(|(_, row)| *row),
            date: earliest.map(|(date, _)| *date),
            forums,
        }
    };
    first.through(last).map(row).collect()
}
