//! The cadence: one forum, one Puskesmas over five years, and 10,292 Puskesmas (all of Indonesia in 2022) over five years.

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{Criterion, Throughput};
use lokmin_core::Quarter;
use lokmin_core::cadence::{CadencePolicy, ForumColumns, Meeting, MeetingKind, evaluate, evaluate_columns, place};

const PUSKESMAS: u32 = 10_292;

/// A country's forums: nearly one a quarter, most in the due month, some early, late, twice or not at all.
struct Country {
    names: Vec<String>,
    puskesmas: Vec<u32>,
    held_on: Vec<Option<NaiveDate>>,
    label: Vec<Option<Quarter>>,
}

fn country(first: Quarter, last: Quarter) -> Country {
    // A fixed sequence (Knuth's MMIX generator), so that every run judges the same forums.
    let mut state = 1_u64;
    let mut draw = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let names = (0..PUSKESMAS).map(|number| format!("{:07}", 1_000_000 + number * 17 % 99_991)).collect();
    let mut rows: Vec<(u64, u32, Option<NaiveDate>, Option<Quarter>)> = Vec::new();
    for puskesmas in 0..PUSKESMAS {
        for quarter in first.through(last) {
            let forums = match draw(100) {
                0..8 => 0,
                8..97 => 1,
                _ => 2,
            };
            for _ in 0..forums {
                let day = quarter.first_day() + chrono::Days::new(draw(110));
                let label = (draw(3) == 0).then_some(quarter);
                rows.push((draw(1 << 30), puskesmas, Some(day), label));
            }
        }
    }
    // In no order, as data come.
    rows.sort_unstable_by_key(|row| row.0);
    Country {
        names,
        puskesmas: rows.iter().map(|row| row.1).collect(),
        held_on: rows.iter().map(|row| row.2).collect(),
        label: rows.iter().map(|row| row.3).collect(),
    }
}

/// Measures the cadence.
pub(crate) fn bench(c: &mut Criterion) {
    let (Some(first), Some(last)) = (Quarter::new(2021, 1), Quarter::new(2025, 4)) else { return };
    let policy = CadencePolicy::default();
    let as_of = last.last_day();

    let country = country(first, last);
    let names: Vec<&str> = country.names.iter().map(String::as_str).collect();
    let input = ForumColumns {
        names: &names,
        puskesmas: &country.puskesmas,
        held_on: &country.held_on,
        counts_for: None,
        label: Some(&country.label),
        kind: None,
    };
    let mut group = c.benchmark_group("cadence");
    group.throughput(Throughput::Elements(u64::from(PUSKESMAS) * 20));
    group.bench_function("10,292 Puskesmas x 5 years", |b| {
        b.iter(|| evaluate_columns(black_box(&input), &policy, first, last, as_of));
    });

    let mut meetings = Vec::new();
    for (quarter, number) in first.through(last).zip(1..) {
        let (Ok(id), Ok(code)) = (format!("f{number}").parse(), "1031429".parse()) else { return };
        let mut meeting = Meeting::new(id, MeetingKind::Quarterly, code);
        meeting.held_on = Some(quarter.first_day() + chrono::Days::new(45));
        meeting.label = format!("Tribulan {} Tahun {}", quarter.number(), quarter.year()).parse().ok();
        meetings.push(meeting);
    }
    group.throughput(Throughput::Elements(20));
    group.bench_function("one Puskesmas x 5 years", |b| {
        b.iter(|| evaluate(black_box(&meetings), "1031429", &policy, None, as_of));
    });
    if let Some(meeting) = meetings.first() {
        group.throughput(Throughput::Elements(1));
        group.bench_function("one forum", |b| b.iter(|| place(black_box(meeting), &policy, &[])));
    }
    group.finish();
}
