//! A year's forums: the first day that can be used in each due month.

use chrono::{Datelike, Days as ChronoDays, NaiveDate};

use super::policy::CadencePolicy;
use super::terms::{ClosedDay, Day};
use super::window::DueWindow;
use crate::calendar::{Holidays, Month, Quarter};
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode, Problems};

/// One forum of a year's schedule.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ScheduledForum {
    /// The quarter that it counts for.
    pub quarter: Quarter,
    /// The day; `None` when the due month has none left.
    pub date: Option<NaiveDate>,
    /// The days in which it is due.
    pub due: DueWindow,
    /// The last day on which the invitation can go out: the last working day on or before that of the notice.
    pub invite_by: Option<NaiveDate>,
    /// The days passed over, with why.
    pub skipped: Vec<SkippedDay>,
}

/// A day passed over.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct SkippedDay {
    /// The day.
    pub date: NaiveDate,
    /// Why it cannot be used.
    pub reason: ClosedDay,
    /// The name of the holiday.
    pub name: Option<String>,
}

/// Makes the schedule of the forums to be held in a year: in each due month the first usable day on or after the
/// earliest one (the 10th, unless the policy says otherwise).
///
/// A day can be used when it is one of the policy's weekdays, no holiday or cuti bersama, and not busy. A date of the
/// Puskesmas' own schedule is kept; when it cannot be used, that is reported. A year without holiday data is reported
/// (`holiday.year_missing`), never taken as free. The invitation goes out on a working day.
///
/// # Errors
///
/// `document.number_range` when the year is not 1 to 9999.
///
/// # Example
///
/// ```
/// use lokmin_core::cadence::{schedule, CadencePolicy};
/// use lokmin_core::calendar::Holidays;
/// let forums = schedule(2025, &CadencePolicy::default(), Holidays::indonesia_2024_2026()).into_result()?;
/// // 10 and 11 May 2025 are a weekend, 12 May is Waisak and 13 May its cuti bersama.
/// assert_eq!(forums[1].date.unwrap().to_string(), "2025-05-14");
/// assert_eq!(forums[1].skipped.len(), 4);
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn schedule(year: i32, policy: &CadencePolicy, holidays: &Holidays) -> Outcome<Vec<ScheduledForum>> {
    let mut problems = Problems::new();
    if !(1..=9999).contains(&year) {
        problems.push(
            Problem::new(ProblemCode::NumberRange)
                .with("found", Param::Number(year.into()))
                .with("min", Param::Number(1))
                .with("max", Param::Number(9999))
                .below(&Location::ROOT.key("year")),
        );
        return Outcome::new(None, problems);
    }
    if let Some(problem) = holidays.missing_year(year) {
        problems.push(problem.below(&Location::ROOT.key("year")));
    }
    let held_in = (1..=4).filter_map(|number| Quarter::new(year, number));
    let mut forums = Vec::new();
    for quarter in held_in.filter_map(|held_in| policy.quarter_of(held_in)) {
        let Some(due) = policy.due_window(quarter) else { continue };
        let (forum, problem) = plan(quarter, due, policy, holidays);
        if let Some(problem) = problem {
            problems.push(problem.below(&Location::ROOT.key("policy")));
        }
        forums.push(forum);
    }
    Outcome::new(Some(forums), problems)
}

/// Finds the day of one forum.
fn plan(
    quarter: Quarter,
    due: DueWindow,
    policy: &CadencePolicy,
    holidays: &Holidays,
) -> (ScheduledForum, Option<Problem>) {
    let mut forum = ScheduledForum { quarter, date: None, due, invite_by: None, skipped: Vec::new() };
    let mut problem = None;
    if let Some(date) = policy.scheduled_date(quarter) {
        forum.date = Some(date);
        problem = closed(date, policy, holidays).map(|skipped| {
            Problem::new(ProblemCode::CadenceScheduledOnClosedDay)
                .with("quarter", quarter)
                .with("date", date)
                .with("reason", skipped.name.unwrap_or_else(|| skipped.reason.as_str().to_owned()))
                .below(&Location::ROOT.key("yearly_schedule"))
        });
    } else {
        let days = due.from.iter_days().take_while(|date| *date <= due.to);
        for date in days.filter(|date| date.day() >= u32::from(policy.earliest_day())) {
            let Some(skipped) = closed(date, policy, holidays) else {
                forum.date = Some(date);
                break;
            };
            forum.skipped.push(skipped);
        }
        if forum.date.is_none() {
            problem = Month::containing(due.from).map(|month| {
                Problem::new(ProblemCode::CadenceNoFreeDay)
                    .with("day", Param::Number(policy.earliest_day().into()))
                    .with("month", month)
                    .below(&Location::ROOT.key("schedule"))
            });
        }
    }
    let notice = ChronoDays::new(u64::from(policy.notice_days()));
    let latest = forum.date.and_then(|date| date.checked_sub_days(notice));
    forum.invite_by = latest.and_then(|latest| working_day(latest, policy, holidays));
    (forum, problem)
}

/// Finds the last working day on or before a day: Monday to Friday or one of the policy's weekdays, no holiday.
///
/// A busy day is a working day: no forum can be held on it, but a letter can go out.
fn working_day(latest: NaiveDate, policy: &CadencePolicy, holidays: &Holidays) -> Option<NaiveDate> {
    let is_working = |date: &NaiveDate| {
        let day = Day::from(date.weekday());
        let is_weekday = !matches!(day, Day::Saturday | Day::Sunday) || policy.weekdays().contains(&day);
        is_weekday && !holidays.is_holiday(*date)
    };
    std::iter::successors(Some(latest), NaiveDate::pred_opt).find(is_working)
}

/// Says why no forum can be held on a day.
fn closed(date: NaiveDate, policy: &CadencePolicy, holidays: &Holidays) -> Option<SkippedDay> {
    let skipped = |reason, name| Some(SkippedDay { date, reason, name });
    if holidays.is_holiday(date) {
        return skipped(ClosedDay::Holiday, holidays.name(date).map(str::to_owned));
    }
    if !policy.weekdays().contains(&Day::from(date.weekday())) {
        return skipped(ClosedDay::Weekday, None);
    }
    if policy.busy_dates().contains(&date) {
        return skipped(ClosedDay::Busy, None);
    }
    None
}
