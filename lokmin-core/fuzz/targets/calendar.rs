//! Written dates, quarters, months, times and spans, read by every reader of the calendar.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use lokmin_core::calendar::{ClockTime, StatedSpan, parse_date, parse_iso_date, parse_quarter, parse_span, parse_time};
use lokmin_core::{Month, Quarter};
use lokmin_fuzz::check;

fuzz_target!(|text: &str| {
    let on = NaiveDate::from_ymd_opt(2025, 7, 30).expect("a date");
    let reviewed = Quarter::containing(on);
    if let Some(date) = check(parse_iso_date(text)) {
        assert_eq!(date.to_string(), text);
    }
    if let Some(time) = check(text.parse::<ClockTime>()) {
        assert_eq!(time.to_string(), text);
    }
    if let Some(quarter) = check(text.parse::<Quarter>()) {
        assert_eq!(quarter.to_string(), text);
    }
    if let Some(month) = check(text.parse::<Month>()) {
        assert_eq!(month.to_string(), text);
    }
    if let Some(quarter) = check(Quarter::from_dhis2(text)) {
        assert_eq!(quarter.to_dhis2(), text);
    }
    if let Some(month) = check(Month::from_dhis2(text)) {
        assert_eq!(month.to_dhis2(), text);
    }
    for year in [None, Some(2024)] {
        if let Some(reading) = check(parse_date(text, year)) {
            assert!(text.contains(reading.text()));
        }
        for on in [None, Some(on)] {
            if let Some(reading) = check(parse_quarter(text, year, on)) {
                assert!(text.contains(reading.text()));
            }
        }
    }
    check(parse_time(text));
    for reviewed in [None, reviewed] {
        check(parse_span(text, on, reviewed));
    }
    check(StatedSpan::from_json(text));
});
