//! Accreditation: one Puskesmas over a cycle of five years, with monthly and quarterly forums and 400 recommendations.

use std::hint::black_box;

use criterion::Criterion;
use lokmin_core::accreditation::AccreditationRequest;
use serde_json::{Value, json};

/// Sixty monthly and twenty quarterly forums, each with its documents, and five recommendations a month or so.
fn five_years() -> String {
    let held = json!({ "state": "held", "reference": "arsip" });
    let forum = |kind: &str, year: u32, month: u32| {
        json!({
            "id": format!("{kind}-{year}-{month}"), "kind": kind, "puskesmas": [{ "name": "P1" }],
            "held_on": format!("{year}-{month:02}-12"), "recommendations": ["r"],
            "obstacles": [{ "id": "h", "category": "access", "text": "jalan rusak" }],
            "evidence": { "invitation": held, "attendance_list": held, "minutes": held },
        })
    };
    let months = || (2021..2026).flat_map(|year| (1..13).map(move |month| (year, month)));
    let monthly = months().map(|(year, month)| forum("monthly", year, month));
    let quarterly = months().filter(|(_, month)| month % 3 == 2).map(|(year, month)| forum("quarterly", year, month));
    let events = (0..400_u32).flat_map(|number| {
        let (year, month) = (2021 + number / 80, number % 9 + 1);
        let event = |seq: u32, day: u32, kind: &str, more: Value| {
            let mut event = json!({
                "id": format!("{number}-{seq}"), "recommendation": format!("r{number}"), "seq": seq,
                "on": format!("{year}-{month:02}-{day:02}"), "kind": kind,
            });
            if let (Some(event), Value::Object(more)) = (event.as_object_mut(), more) {
                event.extend(more);
            }
            event
        };
        [
            event(0, 1, "propose", json!({ "content": { "action": "Latih kader", "puskesmas": ["P1"] } })),
            event(1, 1, "agree", json!({ "owners": [{ "sector": "DESA" }], "due": format!("{year}-{month:02}-28") })),
            event(2, 20, "complete", json!({ "evidence": ["laporan"] })),
        ]
    });
    json!({
        "puskesmas": "P1", "window": { "from": "2021-01", "to": "2025-12" }, "as_of": "2026-02-01",
        "forums": monthly.chain(quarterly).collect::<Vec<_>>(), "events": events.collect::<Vec<_>>(),
    })
    .to_string()
}

/// Measures accreditation.
pub(crate) fn bench(c: &mut Criterion) {
    let text = five_years();
    let Some(request) = AccreditationRequest::from_json(&text).into_parts().0 else { return };
    let mut group = c.benchmark_group("accreditation");
    group.bench_function("five_years", |b| {
        b.iter_batched(|| request.clone(), |request| black_box(request.run()), criterion::BatchSize::LargeInput);
    });
    group.bench_function("five_years/from_json", |b| {
        b.iter(|| AccreditationRequest::from_json(black_box(&text)).and_then(AccreditationRequest::run));
    });
    group.finish();
}
