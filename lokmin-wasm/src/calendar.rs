//! Quarters, months and dates.

use lokmin_core::calendar::{self, ClockTime, Holidays, StatedSpan};
use lokmin_core::{Month, Outcome, Quarter};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::problem::{answer, argument, date, with};

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

/// Returns what is known of a quarter in its canonical form.
#[wasm_bindgen(js_name = quarterFacts, skip_typescript)]
pub fn quarter_facts(quarter: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Outcome::from(quarter.parse::<Quarter>()).map(QuarterFacts::from))
}

/// Returns what is known of a month in its canonical form.
#[wasm_bindgen(js_name = monthFacts, skip_typescript)]
pub fn month_facts(month: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Outcome::from(month.parse::<Month>()).map(MonthFacts::from))
}

/// Returns the month of a DHIS2 monthly period id.
#[wasm_bindgen(js_name = monthFromDhis2, skip_typescript)]
pub fn month_from_dhis2(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Month::from_dhis2(text))
}

/// Returns the quarter that an ISO date lies in.
#[wasm_bindgen(js_name = quarterContaining, skip_typescript)]
pub fn quarter_containing(date: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Outcome::from(calendar::parse_iso_date(date)).map(Quarter::containing))
}

/// Returns the month that an ISO date lies in.
#[wasm_bindgen(js_name = monthContaining, skip_typescript)]
pub fn month_containing(date: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Outcome::from(calendar::parse_iso_date(date)).map(Month::containing))
}

/// Returns the quarter so many quarters later, or null outside the years 1 to 9999.
#[wasm_bindgen(js_name = addQuarters, skip_typescript)]
pub fn add_quarters(quarter: &str, quarters: i32, lang: &str) -> Result<String, JsError> {
    answer(lang, Outcome::from(quarter.parse::<Quarter>()).map(|quarter| quarter.checked_add(quarters.into())))
}

/// Returns the month so many months later, or null outside the years 1 to 9999.
#[wasm_bindgen(js_name = addMonths, skip_typescript)]
pub fn add_months(month: &str, months: i32, lang: &str) -> Result<String, JsError> {
    answer(lang, Outcome::from(month.parse::<Month>()).map(|month| month.checked_add(months.into())))
}

/// Reads an ISO date.
#[wasm_bindgen(js_name = parseIsoDate, skip_typescript)]
pub fn parse_iso_date(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Outcome::from(calendar::parse_iso_date(text)).map(|date| date.to_string()))
}

/// Reads a quarter in its canonical form.
#[wasm_bindgen(skip_typescript)]
pub fn quarter(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, text.parse::<Quarter>())
}

/// Reads a month in its canonical form.
#[wasm_bindgen(skip_typescript)]
pub fn month(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, text.parse::<Month>())
}

/// Reads a time of day in its canonical form.
#[wasm_bindgen(js_name = clockTime, skip_typescript)]
pub fn clock_time(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, text.parse::<ClockTime>())
}

/// Returns the quarter of a DHIS2 quarterly period id.
#[wasm_bindgen(js_name = quarterFromDhis2, skip_typescript)]
pub fn quarter_from_dhis2(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Quarter::from_dhis2(text))
}

/// Reads the quarter that a label names.
#[wasm_bindgen(js_name = parseQuarter, skip_typescript)]
pub fn parse_quarter(text: &str, year: Option<i32>, on: Option<String>, lang: &str) -> Result<String, JsError> {
    answer(lang, with(date(on.as_deref(), "on"), |on| calendar::parse_quarter(text, year, on)))
}

/// Reads the date that a text names.
#[wasm_bindgen(js_name = parseDate, skip_typescript)]
pub fn parse_date(text: &str, year: Option<i32>, lang: &str) -> Result<String, JsError> {
    answer(lang, calendar::parse_date(text, year))
}

/// Reads the time of day that a text names.
#[wasm_bindgen(js_name = parseTime, skip_typescript)]
pub fn parse_time(text: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, calendar::parse_time(text))
}

/// Reads the span of time that a text names, said on a day.
#[wasm_bindgen(js_name = parseSpan, skip_typescript)]
pub fn parse_span(text: &str, on: &str, reviewed: Option<String>, lang: &str) -> Result<String, JsError> {
    let on = calendar::parse_iso_date(on).map_err(|problem| problem.inside("on"));
    answer(
        lang,
        with(on, |on| {
            with(argument(reviewed.as_deref(), "reviewed"), |reviewed| calendar::parse_span(text, on, reviewed))
        }),
    )
}

/// Reads a stated span from its members.
#[wasm_bindgen(js_name = statedSpan, skip_typescript)]
pub fn stated_span(span: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, StatedSpan::from_json(span))
}

/// Returns the span that the forum of a quarter reviews where nothing is stated.
#[wasm_bindgen(js_name = reviewedByDefault, skip_typescript)]
pub fn reviewed_by_default(quarter: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Outcome::from(quarter.parse::<Quarter>()).map(StatedSpan::reviewed_by_default))
}

/// Reads a list of holidays.
#[wasm_bindgen(skip_typescript)]
pub fn holidays(csv: &str, lang: &str) -> Result<String, JsError> {
    answer(lang, Holidays::from_csv(csv))
}

/// Returns the holidays of a year, of a list or of the built-in one.
#[wasm_bindgen(js_name = holidaysOfYear, skip_typescript)]
pub fn holidays_of_year(year: i32, csv: Option<String>, lang: &str) -> Result<String, JsError> {
    answer(
        lang,
        match csv {
            Some(csv) => Holidays::from_csv(&csv).and_then(|holidays| holidays.of_year(year)),
            None => Holidays::indonesia_2024_2026().of_year(year),
        },
    )
}
