//! Quarters, months and dates.

use lokmin_core::{Month, Outcome, Quarter, calendar};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::problem::answer;

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
