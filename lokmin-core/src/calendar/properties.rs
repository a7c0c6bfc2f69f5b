//! What holds for every date, quarter and text.

use chrono::{Datelike, Months as ChronoMonths, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::language::{Lang, month_name, weekday_name};
use crate::problem::Outcome;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

const SHORT: [&str; 12] = ["Jan", "Peb", "Mrt", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop", "Des"];

/// The ways in which real invitations and reports write a date.
fn written_forms(date: NaiveDate) -> Vec<String> {
    let (day, month, year) = (date.day(), date.month(), date.year());
    let name = month_name(month, Lang::Id);
    let short = SHORT[month as usize - 1];
    let weekday = weekday_name(date.weekday(), Lang::Id);
    let old_weekday = if weekday == "Jumat" { "Jum\u{2019}at" } else { weekday };
    vec![
        format!("{year:04}-{month:02}-{day:02}"),
        format!("{day}/{month}/{year}"),
        format!("{day:02}/{month:02}/{year}"),
        format!("{day}-{month}-{year}"),
        format!("{day:02}.{month:02}.{year}"),
        format!("{day} / {month} / {year}"),
        format!("{weekday} ({day}/{month}/{year})"),
        format!("{old_weekday}, ({day:02}/{month:02}/{year})"),
        format!("{} ({day:02}/{month:02}/{year})", weekday.to_lowercase()),
        format!("{day} {name} {year}"),
        format!("{weekday}, {day} {name} {year}"),
        format!("{old_weekday} {day} {name} {year}"),
        format!("{}, {day:02} {} {year}", weekday.to_uppercase(), name.to_uppercase()),
        format!("{weekday} tanggal {day} {name} {year} pukul 08.30 pagi"),
        format!("Hari/Tanggal: {weekday}/{day} {name} {year}"),
        format!("{day} {short} {year}"),
        format!("{day}-{short}-{year}"),
        format!("pada hari {weekday}, tanggal {day} {short}. {year} di aula\n"),
    ]
}

#[test]
fn every_date_of_sixty_years_reads_back_in_every_written_form() {
    let mut day = date(1990, 1, 1);
    while day <= date(2050, 12, 31) {
        for text in written_forms(day) {
            let outcome = parse_date(&text, None);
            assert!(outcome.problems().is_empty(), "{text}: {}", outcome.problems());
            assert_eq!(outcome.value().map(DateReading::date), Some(day), "{text}");
        }
        day = day.succ_opt().unwrap();
    }
}

#[test]
fn every_wrong_weekday_is_a_warning_that_keeps_the_date() {
    let day = date(2025, 7, 3);
    for ahead in 1..7 {
        let wrong = weekday_name((day + chrono::Days::new(ahead)).weekday(), Lang::Id);
        let outcome = parse_date(&format!("{wrong} (3/7/2025)"), None);
        assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "date.weekday_mismatch");
        assert_eq!(outcome.problems().len(), 1);
        assert_eq!(outcome.value().unwrap().date(), day);
    }
}

#[test]
fn every_quarter_reads_back_in_every_written_form() {
    let roman = ["I", "II", "III", "IV"];
    let ordinal = ["pertama", "kedua", "ketiga", "keempat"];
    for quarter in Quarter::new(1, 1).unwrap().through(Quarter::new(9999, 4).unwrap()) {
        let (year, number) = (quarter.year(), quarter.number());
        let index = number as usize - 1;
        let (first, last) = (quarter.first_month().number(), quarter.last_month().number());
        let months = [first, last].map(|month| month_name(month, Lang::Id));
        for text in [
            quarter.to_string(),
            format!("TW {} {year:04}", roman[index]),
            format!("Tribulanan ke {} Tahun Anggaran {year:04}", roman[index]),
            format!("Triwulan {number}/{year:04}"),
            format!("triwulan {} {year:04}", ordinal[index]),
            format!("{}-{} {year:04}", months[0], months[1]),
            format!("TW {} ({} s.d. {} {year:04})", roman[index], months[0], months[1]),
        ] {
            let reading = parse_quarter(&text, None, None).into_result().unwrap_or_else(|p| panic!("{text}: {p}"));
            assert_eq!((reading.quarter(), reading.year_basis()), (quarter, YearBasis::Stated), "{text}");
        }
        assert_eq!(quarter.to_string().parse(), Ok(quarter));
        assert_eq!(Quarter::from_dhis2(&quarter.to_dhis2()), Ok(quarter));
        assert_eq!(quarter.first_day(), date(year, first, 1));
        assert_eq!(quarter.last_day().succ_opt().map(|day| day.day()), Some(1));
        assert_eq!(Quarter::containing(quarter.last_day()), Some(quarter));
    }
}

#[test]
fn a_label_without_a_year_takes_the_latest_that_has_begun() {
    let mut day = date(2023, 12, 25);
    while day <= date(2026, 1, 10) {
        for (label, number) in [("TW I", 1), ("TW II", 2), ("TW III", 3), ("TW IV", 4)] {
            let quarter = parse_quarter(label, None, Some(day)).into_result().unwrap().quarter();
            assert_eq!(quarter.number(), number);
            assert!(quarter.first_day() <= day && day < quarter.checked_add(4).unwrap().first_day(), "{label} {day}");
        }
        day = day.succ_opt().unwrap();
    }
}

#[test]
fn every_month_reads_back() {
    for month in Month::new(1, 1).unwrap().through(Month::new(9999, 12).unwrap()) {
        assert_eq!(month.to_string().parse(), Ok(month));
        assert_eq!(Month::from_dhis2(&month.to_dhis2()), Ok(month));
        assert_eq!(Month::containing(month.last_day()), Some(month));
        let after = month.first_day().checked_add_months(ChronoMonths::new(1)).and_then(|day| day.pred_opt());
        assert_eq!(after, Some(month.last_day()));
    }
}

#[test]
fn long_texts_are_answered() {
    // Reading that took time with the square of the length would not come back from the last one.
    for piece in
        ["1", "1 ", "3 Juli 2025 ", "Juli, ", "TW ", "TW I-", "tahun 2025 ", "a'", "Kamis, ", "10.00 - ", "x", "\""]
    {
        judge(&piece.repeat(50_000 / piece.len()));
    }
    judge(&"3/".repeat(500_000));
}

/// Reads a text in every way; an outcome has a value or an error, never both, never none.
fn judge(text: &str) {
    fn check<T>(outcome: &Outcome<T>) {
        assert_eq!(outcome.is_ok(), !outcome.problems().has_errors());
        for problem in outcome.problems() {
            for lang in [Lang::Id, Lang::En] {
                let message = problem.message(lang);
                assert!(!message.contains('\n'), "{message}");
            }
        }
    }
    let on = date(2025, 7, 30);
    check(&parse_date(text, None));
    check(&parse_date(text, Some(2025)));
    check(&parse_quarter(text, None, None));
    check(&parse_quarter(text, None, Some(on)));
    check(&parse_time(text));
    check(&parse_span(text, on, None));
    check(&parse_span(text, on, Quarter::new(2025, 2)));
    check(&Holidays::from_csv(text));
    check(&StatedSpan::from_json(text));
    check(&Outcome::from(parse_iso_date(text)));
    check(&Outcome::from(text.parse::<Quarter>()));
    check(&Outcome::from(text.parse::<Month>()));
    check(&Outcome::from(text.parse::<ClockTime>()));
}

/// Texts made of what the readers look for, so that chance comes near to the forms.
fn near_texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "TW",
        "triwulan",
        "Tribulan",
        "tri",
        "bulan",
        "bulanan",
        "wulan",
        "III",
        "IV",
        "V",
        "ke",
        "ketiga",
        "tiga",
        "Q",
        "2025",
        "25",
        "3",
        "7",
        "13",
        "31",
        "99999999999",
        "0000",
        "Juli",
        "September",
        "Agt",
        "Jully",
        "Kamis",
        "Jum'at",
        "s.d.",
        "s/d",
        "sampai",
        "dengan",
        "dan",
        "-",
        "–",
        "/",
        ".",
        ",",
        ":",
        "(",
        ")",
        "'",
        " ",
        "\n",
        "tahun",
        "anggaran",
        "TA",
        "T.A.",
        "tanggal",
        "pukul",
        "jam",
        "pagi",
        "siang",
        "malam",
        "WIB",
        "WIT",
        "selesai",
        "terakhir",
        "selanjutnya",
        "sebelumnya",
        "ini",
        "hari",
        "per",
        "yang",
        "lalu",
        "３",
        "é",
        "📅",
        "\u{200f}",
        "{found}",
        "tanggal,hari,jenis,nama\n",
        "\"",
    ]);
    prop::collection::vec((pieces, prop::bool::ANY), 0..14).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, spaced)| if spaced { format!("{piece} ") } else { piece.to_owned() }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_texts_give_a_value_or_a_problem(text in "\\PC{0,60}|.{0,60}") {
        judge(&text);
    }

    #[test]
    fn texts_near_the_forms_give_a_value_or_a_problem(text in near_texts()) {
        judge(&text);
    }

    #[test]
    fn what_was_understood_is_part_of_the_text_and_reads_the_same(text in near_texts()) {
        if let Some(reading) = parse_date(&text, Some(2025)).value() {
            prop_assert!(text.contains(reading.text()));
            let again = parse_date(reading.text(), Some(2025));
            prop_assert_eq!(again.value().map(DateReading::date), Some(reading.date()));
        }
        if let Some(reading) = parse_quarter(&text, Some(2025), None).value() {
            prop_assert!(text.contains(reading.text()));
            let again = parse_quarter(reading.text(), Some(2025), None);
            prop_assert_eq!(again.value().map(QuarterReading::quarter), Some(reading.quarter()));
        }
        if let Some(reading) = parse_time(&text).value() {
            prop_assert!(text.contains(reading.text()));
            prop_assert!(reading.end().is_none_or(|end| end > reading.start()));
        }
    }

    #[test]
    fn month_arithmetic_is_that_of_chrono(year in 1..=9999_i32, month in 1..=12_u32, steps in -3000..3000_i64) {
        let first = date(year, month, 1);
        let count = ChronoMonths::new(u32::try_from(steps.abs()).unwrap());
        let moved = if steps < 0 { first.checked_sub_months(count) } else { first.checked_add_months(count) };
        let here = Month::new(year, month).unwrap();
        prop_assert_eq!(here.checked_add(steps), moved.and_then(Month::containing));
        if let Some(there) = here.checked_add(steps) {
            prop_assert_eq!(there.months_since(here), steps);
            prop_assert_eq!(here.cmp(&there), 0.cmp(&steps));
        }
    }

    #[test]
    fn quarter_arithmetic_is_that_of_months(year in 1..=9999_i32, number in 1..=4_u32, steps in -50_000..50_000_i64) {
        let here = Quarter::new(year, number).unwrap();
        let moved = here.first_month().checked_add(steps * 3).map(Month::quarter);
        prop_assert_eq!(here.checked_add(steps), moved);
        if let Some(there) = moved {
            prop_assert_eq!(there.quarters_since(here), steps);
            prop_assert_eq!(i64::try_from(here.through(there).len()), Ok((steps + 1).max(0)));
        }
    }

    #[test]
    fn a_date_lies_in_its_month_and_quarter_only(days in 1..3_652_059_i32) {
        let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
        let quarter = Quarter::containing(day).unwrap();
        prop_assert!(quarter.first_day() <= day && day <= quarter.last_day());
        prop_assert!(quarter.months().iter().filter(|month| month.contains(day)).count() == 1);
        prop_assert_eq!(parse_iso_date(&day.to_string()), Ok(day));
    }

    #[test]
    fn a_span_writes_what_it_reads(from in 0..120_000_i64, length in 0..40_i64, words in prop::option::of("[a-z]{1,9}")) {
        let first = Month::new(1, 1).unwrap();
        if let Some((from, to)) = first.checked_add(from).zip(first.checked_add(from + length)) {
            let text = words.map(|words| words.parse().unwrap());
            let span = StatedSpan::stated(Span::of_months(from, to).unwrap(), text);
            let json = serde_json::to_string(&span).unwrap();
            prop_assert_eq!(StatedSpan::from_json(&json).into_result(), Ok(span));
        }
    }
}
