//! The register: a million events replayed, read from lines, added to one at a time; two copies merged; the views.

use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{BatchSize, Criterion, Throughput};
use lokmin_core::calendar::parse_iso_date;
use lokmin_core::recommendation::{Event, FigureKey, Register, RegisterPolicy};

/// What happens to one recommendation: five events, as most have.
const STEPS: [&str; 5] = [
    r#""kind":"propose","content":{"action":"Kader mendampingi ibu hamil ke posyandu","puskesmas":["1031429"],"forum":"lumbir-2024-3","indicators":["K6"],"villages":{"codes":["33.02.01.2007"]},"usg":{"urgency":4,"seriousness":5,"growth":3}}"#,
    r#""kind":"agree","owners":[{"sector":"DESA","office":"Kepala Desa Cirahab"}],"due":"2025-09-30","measure":"14 kader terlatih""#,
    r#""kind":"progress","villages":{"done":3,"of":10}"#,
    r#""kind":"complete","evidence":["laporan 12/2025"]"#,
    r#""kind":"verify","sector":"PKM""#,
];

fn event(copy: &str, recommendation: usize, seq: usize, day: NaiveDate) -> Option<Event> {
    let step = STEPS.get(seq)?;
    let on = day.checked_add_days(Days::new(seq as u64 * 20))?;
    let text = format!(
        r#"{{"schema":"lokmin.event/1","id":"{copy}-{recommendation}-{seq}","recommendation":"rtl-{recommendation:06}","seq":{seq},"on":"{on}","by":"petugas {}",{step}}}"#,
        recommendation % 40
    );
    Event::from_json(&text).into_result().ok()
}

fn events(copy: &str, count: usize) -> Vec<Event> {
    let Ok(day) = parse_iso_date("2025-07-03") else { return Vec::new() };
    (0..count).filter_map(|number| event(copy, number / 5, number % 5, day)).collect()
}

fn register(events: Vec<Event>) -> Register {
    Register::from_events(events, RegisterPolicy::default()).into_result().unwrap_or_default()
}

/// Returns how many bytes of memory the process has, on Linux.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<usize>().ok()? * 1024)
}

/// Measures the register.
pub(crate) fn bench(c: &mut Criterion) {
    let Ok(day) = parse_iso_date("2025-07-03") else { return };
    let mut group = c.benchmark_group("register");
    group.sample_size(10);
    // First of all, while no memory was given back that could be used again.
    let before = resident();
    let one_by_one = (0..1_000_000).filter_map(|number| event("a", number / 5, number % 5, day));
    let whole = Register::from_events(one_by_one, RegisterPolicy::default()).into_result().unwrap_or_default();
    if let (Some(before), Some(after)) = (before, resident()) {
        eprintln!("register/bytes of memory an event: {}", after.saturating_sub(before) / 1_000_000);
    }
    group.throughput(Throughput::Elements(1_000_000));
    group.bench_function("write 1,000,000 lines", |b| b.iter(|| whole.to_text()));
    drop(whole);
    let million = events("a", 1_000_000);
    group.throughput(Throughput::Elements(1_000_000));
    group.bench_function("replay 1,000,000 events", |b| {
        b.iter_batched(|| million.clone(), |events| register(black_box(events)), BatchSize::PerIteration);
    });
    let text = register(million).to_text();
    eprintln!("register/bytes of a line: {}", text.len() / 1_000_000);
    group.bench_function("read 1,000,000 lines", |b| {
        b.iter(|| Register::read(black_box(text.as_bytes()), RegisterPolicy::default()));
    });
    drop(text);

    group.sample_size(50);
    group.throughput(Throughput::Elements(1));
    for size in [1_000, 100_000, 1_000_000] {
        let mut held = register(events("a", size));
        let mut number = 0;
        group.bench_function(format!("apply one event to {size}"), |b| {
            b.iter_batched(
                || {
                    number += 1;
                    event("b", 900_000 + number, 0, day)
                },
                |event| event.map(|event| held.apply(event)),
                BatchSize::SmallInput,
            );
        });
    }

    group.sample_size(10);
    // Half of what each copy has is shared, and half its own.
    let shared = events("a", 50_000);
    let copy = |name| register([shared.clone(), events(name, 50_000)].concat());
    let (one, two) = (copy("b"), copy("c"));
    group.throughput(Throughput::Elements(200_000));
    group.bench_function("merge two copies of 100,000 events", |b| {
        b.iter_batched(|| one.clone(), |mut one| one.merge(black_box(&two)), BatchSize::PerIteration);
    });
    let same = one.clone();
    group.bench_function("merge two equal copies of 100,000 events", |b| {
        b.iter_batched(|| one.clone(), |mut one| one.merge(black_box(&same)), BatchSize::PerIteration);
    });

    let held = register(events("a", 100_000));
    let Ok(day) = parse_iso_date("2025-10-03") else { return };
    group.throughput(Throughput::Elements(20_000));
    group.bench_function("follow-up of 20,000 recommendations", |b| {
        b.iter(|| held.as_of(day).follow_up(None).len());
    });
    let earlier = day - Days::new(60);
    group.bench_function("follow-up of 20,000 recommendations as of an earlier day", |b| {
        b.iter(|| held.as_of(earlier).follow_up(None).len());
    });
    group.bench_function("agenda of 20,000 recommendations", |b| b.iter(|| held.as_of(day).agenda(None).len()));
    group.bench_function("figures of 20,000 recommendations", |b| {
        b.iter(|| held.as_of(day).figures(FigureKey::Sector, None));
    });
    group.finish();
}
