//! Reading a forum record of 20 KB with every rule.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use lokmin_core::Forum;
use lokmin_core::forum::{CoveragePolicy, sector_coverage};

const OFFICES: [&str; 9] = [
    "Camat Lumbir",
    "Kepala Puskesmas Lumbir",
    "Danramil 15/Lumbir",
    "Kapolsek Lumbir",
    "Korwilcam Dindik Lumbir",
    "Ketua TP PKK Kecamatan Lumbir",
    "Kader Posyandu Melati",
    "Kepala KUA Kecamatan Lumbir",
    "PLKB Kecamatan Lumbir",
];

/// Makes a sound record of at least 20 KB: a full attendance list, minutes, obstacles.
fn record() -> String {
    let mut rows = vec![
        r#"{"id": "wakil", "mention": "person", "name": "Serma Sugianto", "represents": [{"office": "Babinsa Besuki"}]}"#
            .to_owned(),
    ];
    for (index, office) in OFFICES.iter().cycle().take(60).enumerate() {
        rows.push(format!(
            r#"{{"id": "baris-{index}", "mention": "person", "name": "Hj. Nama Peserta {index}, S.Tr.Keb",
            "office": "{office}", "signed": true}}"#
        ));
    }
    let minutes: Vec<String> = (0..30)
        .map(|index| {
            format!(
                r#"{{"kind": "tanya_jawab", "speaker": {{"attendee": "baris-{index}"}},
                "summary": "Kader kesehatan di tingkat RT/RW masih kurang dan perlu bimtek sebelum penimbangan",
                "topics": ["kader", "posyandu", "penimbangan"]}}"#
            )
        })
        .collect();
    let obstacles: Vec<String> = (0..20)
        .map(|index| {
            format!(
                r#"{{"id": "hambatan-{index}", "category": "access", "text": "Jalan ke dusun terputus",
                "villages": {{"codes": ["33.02.01.2001", "33.02.01.2002"]}},
                "raised_by": [{{"attendee": "baris-{index}"}}]}}"#
            )
        })
        .collect();
    format!(
        r#"{{"schema": "lokmin.forum/1", "id": "lumbir-2024-3", "kind": "quarterly", "label": "Tribulan III",
        "held_on": "2024-08-29", "held_on_text": "Kamis, (29/8/2024)",
        "puskesmas": [{{"code": "1031429", "name": "Puskesmas Lumbir"}}],
        "list_complete": true, "attendance": [{}], "minutes": [{}], "obstacles": [{}]}}"#,
        rows.join(","),
        minutes.join(","),
        obstacles.join(",")
    )
}

/// Registers the benchmarks of documents.
pub(crate) fn bench(c: &mut Criterion) {
    let text = record();
    assert!(text.len() >= 20_000, "{} bytes", text.len());
    let forum = Forum::from_json(&text);
    assert!(forum.is_ok() && forum.problems().is_empty(), "{}", forum.problems());
    let mut group = c.benchmark_group("document");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("forum of 20 KB with every rule", |b| b.iter(|| Forum::from_json(black_box(&text))));
    group.bench_function("the same as a bare JSON tree", |b| {
        b.iter(|| serde_json::from_str::<serde_json::Value>(black_box(&text)));
    });
    group.finish();
    let Ok(forum) = forum.into_result() else { return };
    let policy = CoveragePolicy::default();
    c.bench_function("sector coverage of 61 rows", |b| b.iter(|| sector_coverage(black_box(&forum), &policy, None)));
}
