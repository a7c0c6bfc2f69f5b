//! The review of a real-size quarter: 16 villages, 20 indicators of twelve months, 40 recommendations, eight forums.

use criterion::Criterion;
use lokmin_core::recommendation::{Register, RegisterPolicy};
use lokmin_core::review::{ReviewRequest, review};
use serde_json::{Value, json};

const INDICATORS: [&str; 20] = [
    "K1", "K4", "K6", "PF", "PN", "KF1", "KFL", "KNL", "IDL", "IBYL", "IBDL", "TUMBANG", "IVA", "SADANIS", "BBLR",
    "IMD", "STUNT", "WAST", "SKDN-DS", "SKDN-ND",
];

fn village(number: usize) -> String {
    format!("14.04.15.20{number:02}")
}

fn forums() -> Vec<Value> {
    let days = [
        "2024-02-13",
        "2024-05-14",
        "2024-08-13",
        "2024-11-12",
        "2025-02-11",
        "2025-05-13",
        "2025-08-12",
        "2025-11-11",
    ];
    let attendance: Vec<Value> = (1..=16)
        .map(|number| json!({"mention": "person", "name": "Sukirman", "office": "Kepala Desa", "village": village(number)}))
        .collect();
    let one = |(index, day): (usize, &&str)| {
        let obstacles: Vec<Value> = (0..6)
            .map(|number| {
                let continues = (index > 0).then(|| format!("o{}-{number}", index - 1));
                json!({"id": format!("o{index}-{number}"), "category": "workforce", "text": "Kader kurang di RT/RW", "continues": continues})
            })
            .collect();
        let figures: Vec<Value> = INDICATORS
            .iter()
            .map(|code| json!({"indicator": code, "span": {"from": "2025-01", "to": "2025-09"}, "value": "61.4"}))
            .collect();
        json!({"id": format!("f{index}"), "kind": "quarterly", "held_on": day, "puskesmas": [{"code": "1011238", "name": "Pelangiran"}],
            "attendance": attendance, "obstacles": obstacles, "figures_presented": figures})
    };
    days.iter().enumerate().map(one).collect()
}

fn events() -> Vec<Value> {
    (0..40)
        .flat_map(|number| {
            let id = format!("r{number:02}");
            let base = |seq: u32, on: &str| json!({"schema": "lokmin.event/1", "id": format!("{id}/{seq}"), "recommendation": id, "seq": seq, "on": on});
            let with = |mut event: Value, more: Value| {
                if let (Some(event), Some(more)) = (event.as_object_mut(), more.as_object()) {
                    event.extend(more.clone());
                }
                event
            };
            let forum = 6 + number % 2;
            let day = if forum == 6 { "2025-08-12" } else { "2025-11-11" };
            let content = json!({"action": "Kader mendampingi ibu hamil ke posyandu", "puskesmas": ["1011238"], "forum": format!("f{forum}"),
                "obstacle": format!("o{forum}-{}", number % 6), "indicators": ["K6"], "villages": {"codes": [village(1 + number % 16)]}});
            [
                with(base(0, day), json!({"kind": "propose", "content": content})),
                with(base(1, day), json!({"kind": "agree", "owners": [{"sector": "DESA", "office": "Kepala Desa"}], "due": "2025-10-31", "measure": "14 kader"})),
                with(base(2, "2025-11-12"), json!({"kind": "progress", "villages": {"done": 3, "of": 10}})),
            ]
        })
        .collect()
}

/// Returns a request of real size as JSON text.
pub(crate) fn request() -> String {
    let villages: Vec<Value> =
        (1..=16).map(|number| json!({"code": village(number), "name": format!("Desa Makmur {number}")})).collect();
    let children = |code: usize| -> Vec<Value> {
        (1..=16)
            .map(|number| {
                let series: Vec<Value> = (1..=9)
                    .map(|month| json!({"month": format!("2025-{month:02}"), "numerator": (number * month + code) % 9, "denominator": 60 + number}))
                    .collect();
                json!({"area": village(number), "series": series})
            })
            .collect()
    };
    let figures: Vec<Value> = INDICATORS
        .iter()
        .enumerate()
        .map(|(index, code)| json!({"definition": code, "children": children(index), "target": {"rate": "80"}}))
        .collect();
    json!({
        "quarter": "2025Q4", "as_of": "2025-12-01",
        "working_area": {"puskesmas": {"code": "1011238", "name": "Pelangiran"}, "year": 2025, "villages": villages},
        "forums": forums(), "events": events(), "figures": figures,
    })
    .to_string()
}

/// Measures a review: from JSON to JSON, from JSON, and from a request and a register that are there.
pub(crate) fn bench(c: &mut Criterion) {
    let text = request();
    let (Ok(request), Ok(first)) = (ReviewRequest::from_json(&text).into_result(), review(&text).into_result()) else {
        return eprintln!("review/: {}", review(&text).problems());
    };
    let events = request.events.iter().cloned();
    let register = Register::from_events(events, RegisterPolicy::default()).into_result().unwrap_or_default();
    eprintln!(
        "review/bytes of the request: {}, of the answer: {}",
        text.len(),
        serde_json::to_string(&first).map_or(0, |text| text.len())
    );
    let mut group = c.benchmark_group("review");
    group.bench_function("build, 16 villages, 20 indicators, 40 recommendations", |b| {
        b.iter(|| request.run_with(&register));
    });
    group.bench_function("from JSON text", |b| b.iter(|| review(&text)));
    group.bench_function("write as JSON text", |b| b.iter(|| serde_json::to_string(&first)));
    group.finish();
}
