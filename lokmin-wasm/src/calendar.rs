//! Quarters, months and dates.

use lokmin_core::calendar::{self, ClockTime, Holidays, StatedSpan};
use lokmin_core::{Month, Outcome, Quarter};
use serde::Serialize;

use crate::answer::{Asked, Operation, with};

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[
    ("quarterFacts", |asked| asked.answer(Outcome::from(asked.text(0).parse::<Quarter>()).map(QuarterFacts::from))),
    ("monthFacts", |asked| asked.answer(Outcome::from(asked.text(0).parse::<Month>()).map(MonthFacts::from))),
    ("monthFromDhis2", |asked| asked.answer(Month::from_dhis2(asked.text(0)))),
    ("quarterContaining", |asked| {
        asked.answer(Outcome::from(calendar::parse_iso_date(asked.text(0))).map(Quarter::containing))
    }),
    ("monthContaining", |asked| {
        asked.answer(Outcome::from(calendar::parse_iso_date(asked.text(0))).map(Month::containing))
    }),
    ("addQuarters", add_quarters),
    ("addMonths", add_months),
    ("parseIsoDate", |asked| {
        asked.answer(Outcome::from(calendar::parse_iso_date(asked.text(0))).map(|date| date.to_string()))
    }),
    ("quarter", |asked| asked.answer(asked.text(0).parse::<Quarter>())),
    ("month", |asked| asked.answer(asked.text(0).parse::<Month>())),
    ("clockTime", |asked| asked.answer(asked.text(0).parse::<ClockTime>())),
    ("quarterFromDhis2", |asked| asked.answer(Quarter::from_dhis2(asked.text(0)))),
    ("parseQuarter", parse_quarter),
    ("parseDate", |asked| asked.answer(calendar::parse_date(asked.text(0), asked.integer(1)))),
    ("parseTime", |asked| asked.answer(calendar::parse_time(asked.text(0)))),
    ("parseSpan", parse_span),
    ("statedSpan", |asked| asked.answer(StatedSpan::from_json(asked.text(0)))),
    ("reviewedByDefault", |asked| {
        asked.answer(Outcome::from(asked.text(0).parse::<Quarter>()).map(StatedSpan::reviewed_by_default))
    }),
    ("holidays", |asked| asked.answer(Holidays::from_csv(asked.text(0)))),
    ("holidaysOfYear", holidays_of_year),
];

/// Returns the quarter so many quarters later, or null outside the years 1 to 9999.
fn add_quarters(asked: &Asked) -> String {
    let later = i64::from(asked.integer(1).unwrap_or_default());
    asked.answer(Outcome::from(asked.text(0).parse::<Quarter>()).map(|quarter| quarter.checked_add(later)))
}

/// Returns the month so many months later, or null outside the years 1 to 9999.
fn add_months(asked: &Asked) -> String {
    let later = i64::from(asked.integer(1).unwrap_or_default());
    asked.answer(Outcome::from(asked.text(0).parse::<Month>()).map(|month| month.checked_add(later)))
}

/// Reads the quarter that a label names: the label, the year, the day.
fn parse_quarter(asked: &Asked) -> String {
    let year = asked.integer(1);
    asked.answer(with(asked.date(2, "on"), |on| calendar::parse_quarter(asked.text(0), year, on)))
}

/// Reads the span of time that a text names: the text, the day it was said on, the quarter reviewed.
fn parse_span(asked: &Asked) -> String {
    let on = calendar::parse_iso_date(asked.text(1)).map_err(|problem| problem.inside("on"));
    let read = |on, reviewed| calendar::parse_span(asked.text(0), on, reviewed);
    asked.answer(with(on, |on| with(asked.canonical(2, "reviewed"), |reviewed| read(on, reviewed))))
}

/// Returns the holidays of a year, of a list or of the built-in one.
fn holidays_of_year(asked: &Asked) -> String {
    let year = asked.integer(0).unwrap_or_default();
    asked.answer(match asked.optional(1) {
        Some(csv) => Holidays::from_csv(csv).and_then(|holidays| holidays.of_year(year)),
        None => Holidays::indonesia_2024_2026().of_year(year),
    })
}

/// What is known of a quarter.
#[derive(Serialize)]
struct QuarterFacts {
    quarter: Quarter,
    year: i32,
    number: u32,
    first_day: String,
    last_day: String,
    months: [Month; 3],
    next: Option<Quarter>,
    previous: Option<Quarter>,
}

impl From<Quarter> for QuarterFacts {
    fn from(quarter: Quarter) -> Self {
        Self {
            quarter,
            year: quarter.year(),
            number: quarter.number(),
            first_day: quarter.first_day().to_string(),
            last_day: quarter.last_day().to_string(),
            months: quarter.months(),
            next: quarter.next(),
            previous: quarter.previous(),
        }
    }
}

/// What is known of a month.
#[derive(Serialize)]
struct MonthFacts {
    month: Month,
    year: i32,
    number: u32,
    first_day: String,
    last_day: String,
    quarter: Quarter,
    next: Option<Month>,
    previous: Option<Month>,
    dhis2: String,
}

impl From<Month> for MonthFacts {
    fn from(month: Month) -> Self {
        Self {
            month,
            year: month.year(),
            number: month.number(),
            first_day: month.first_day().to_string(),
            last_day: month.last_day().to_string(),
            quarter: month.quarter(),
            next: month.next(),
            previous: month.previous(),
            dhis2: month.to_dhis2(),
        }
    }
}
