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

/// Villages of the subdistrict of Lumbir, by the last digits of their codes.
const VILLAGES: [&str; 10] = [
    "Cirahab",
    "Canduk",
    "Parungkamal",
    "Besuki",
    "Karanggayam",
    "Cidora",
    "Lumbir",
    "Dermaji",
    "Kedunggede",
    "Cingebul",
];

/// The rows that every rule of the attendance list has something to do with: people, institutions and groups, acting
/// officials, stand-ins by their columns and by their words, one who did not come.
const ROWS: [&str; 16] = [
    r#"{"id": "camat", "mention": "person", "name": "Drs. Susanto, M.Si", "office": "Camat Lumbir", "signed": true}"#,
    r#"{"id": "kapus", "mention": "person", "name": "dr. Wahyu Utami", "office": "Kepala Puskesmas Lumbir", "capacity": "plt"}"#,
    r#"{"id": "dinkes", "mention": "person", "name": "Arif, SKM", "office": "Kabid Kesmas", "institution": "Dinas Kesehatan Kab. Banyumas",
        "capacity": "representing", "represents": [{"office": "Kepala Dinas Kesehatan", "institution": "Dinas Kesehatan"}]}"#,
    r#"{"id": "koramil", "mention": "person", "name": "Serma Sugianto", "represents": [{"office": "Danramil 15/Lumbir"}]}"#,
    r#"{"id": "polsek", "mention": "person", "name": "Bripka Tri", "office": "Kanit Binmas (mewakili Kapolsek Lumbir)"}"#,
    r#"{"id": "sekdes", "mention": "person", "name": "Warsito", "office": "Sekdes mewakili Kades Dermaji",
        "village": "33.02.01.2008"}"#,
    r#"{"id": "kua", "mention": "person", "text": "Kepala KUA Kec. Lumbir (tidak hadir)"}"#,
    r#"{"id": "dik", "mention": "institution", "institution": "Korwilcam Dindik Lumbir", "count": 2}"#,
    r#"{"id": "pkk", "mention": "person", "name": "Ny. Susanto", "text": "Ibu Camat (Ketua TP PKK Kecamatan Lumbir)"}"#,
    r#"{"id": "pokjanal", "mention": "institution", "institution": "Pokjanal Posyandu Kecamatan Lumbir"}"#,
    r#"{"id": "toma", "mention": "collective", "text": "sejumlah tokoh masyarakat"}"#,
    r#"{"id": "toga", "mention": "collective", "text": "tokoh agama", "count": 4}"#,
    r#"{"id": "kader", "mention": "collective", "text": "kader posyandu se-Kecamatan Lumbir", "count": 12}"#,
    r#"{"id": "bidan", "mention": "collective", "text": "para bidan desa dan petugas Puskesmas Lumbir"}"#,
    r#"{"id": "swasta", "mention": "person", "name": "H. Rahmat", "sector": "other", "sector_name": "Bank sampah"}"#,
    r#"{"id": "plkb", "mention": "person", "name": "Eni Rohaeni, S.Sos", "office": "PLKB Kecamatan Lumbir", "signed": false}"#,
];

/// The members that are not lists of many: every one that a record can have.
const REST: &str = r#""schema": "lokmin.forum/1", "id": "lumbir-2024-3", "kind": "quarterly", "series": "routine",
    "label": "Tribulan III", "ordinal": 3, "held_on": "2024-08-29", "held_on_text": "Kamis, (29/8/2024)",
    "time": {"start": "08:30", "end": "12:00", "zone": "WIB", "text": "pukul 08.30 s.d. 12.00 WIB"},
    "venue": "Aula Kecamatan Lumbir", "puskesmas": [{"code": "1031429", "name": "Puskesmas Lumbir"}],
    "subdistrict": {"code": "33.02.01", "name": "Lumbir"}, "district": {"code": "33.02", "name": "Banyumas"},
    "purpose": "Membahas capaian program dan hambatan lintas sektor", "theme": "Cegah stunting bersama",
    "roles": {"opener": "camat", "chair": "kapus", "presenters": ["kapus", "dinkes"], "notulis": "bidan", "closer": "camat"},
    "invited": [{"office": "Camat Lumbir"}, {"office": "Danramil 15/Lumbir"}, {"office": "Kapolsek Lumbir"},
        {"institution": "Dinas Kesehatan Kab. Banyumas"}, {"text": "Kepala Desa se-Kecamatan Lumbir"}],
    "list_complete": true,
    "apologies": [{"office": "Kepala Dinas Kesehatan", "reason": "Rapat di provinsi", "conveyed_by": "dinkes"}],
    "recommendations": ["rekomendasi-1", "rekomendasi-2", "rekomendasi-3"],
    "outcomes_not_itemised": ["sejumlah rekomendasi"],
    "evidence": {"invitation": {"state": "held", "reference": "440/118/VIII/2024"},
        "attendance_list": {"state": "held", "reference": "DH/2024/3"}, "minutes": {"state": "held", "reference": "NT/2024/3"},
        "photos": {"state": "mentioned", "count": 6}, "materials": {"state": "unknown"},
        "agreement": {"state": "absent"}, "follow_up": {"state": "mentioned", "note": "dibahas pada forum berikutnya"}},
    "reviewed": {"from": "2024-04", "to": "2024-06", "text": "tiga bulan terakhir"},
    "planned": {"from": "2024-10", "to": "2024-12", "basis": "stated"},
    "source": {"kind": "notulen", "title": "Notulen lokakarya mini lintas sektor", "dated": "2024-08-30"},
    "notes": ["Daftar hadir ditandatangani pada akhir acara."]"#;

/// Makes as many items as asked; `#` stands for the number of the item, `@` for its village, `~` for the code.
fn items(count: usize, item: &str) -> String {
    let one = |(index, village): (usize, &&str)| {
        let code = format!("33.02.01.{}", 2001 + index % VILLAGES.len());
        item.replace('#', &index.to_string()).replace('@', village).replace('~', &code)
    };
    let items: Vec<String> = VILLAGES.iter().cycle().take(count).enumerate().map(one).collect();
    items.join(",\n    ")
}

/// Makes a sound record of at least 20 KB that has every member a record can have, and a row for every rule.
fn record() -> String {
    let officials = items(10, r#"{"id": "kades-#", "mention": "person", "name": "Nama Kepala Desa #", "office": "Kepala Desa @", "village": "~"}"#)
        .replace("Kepala Desa Dermaji", "Bendahara Desa Dermaji");
    let cadres = items(
        12,
        r#"{"id": "kader-#", "mention": "person", "name": "Ny. Nama Kader #", "office": "Kader Posyandu Melati #",
        "institution": "Desa @", "signed": true}"#,
    );
    let minutes = items(
        12,
        r#"{"kind": "tanya_jawab", "speaker": {"attendee": "kader-1"},
        "summary": "Kader kesehatan di Desa @ masih kurang dan perlu bimtek sebelum penimbangan bulan depan",
        "topics": ["kader", "posyandu", "penimbangan"]}"#,
    );
    let stated = items(
        8,
        r#"{"quote": "ada 2# balita stunting di Desa @", "value": 2#, "unit": "balita", "area": "~",
        "span": {"from": "2024-04", "to": "2024-06"}, "said_by": {"attendee": "kapus"}}"#,
    );
    let presented = items(
        10,
        r#"{"indicator": "spm.04", "area": "~", "span": {"from": "2024-04", "to": "2024-06"},
        "numerator": 4#, "denominator": 120, "value": 3#.25}"#,
    );
    let obstacles = items(
        12,
        r#"{"id": "hambatan-#", "category": "access", "text": "Jalan ke dusun di Desa @ terputus",
        "villages": {"codes": ["~"], "count": 1}, "raised_by": [{"attendee": "kades-1"}, {"sector": "KADER"}]}"#,
    );
    let proposals = items(
        8,
        r#"{"askers": [{"attendee": "toma"}, {"text": "beberapa kader"}],
        "text": "Jadwal posyandu Desa @ digeser ke hari Sabtu", "disposition": "agreed"}"#,
    );
    let requests =
        items(6, r#"{"sector": "TNI", "text": "Dukungan Babinsa Desa @", "asked_by": {"attendee": "kapus"}}"#);
    let statements =
        items(4, r#"{"sector": "POLRI", "said_by": {"attendee": "polsek"}, "text": "Siap mendampingi posyandu @"}"#);
    let commitments =
        items(6, r#"{"sector": "DESA", "text": "Desa @ menyediakan tempat", "made_by": {"attendee": "kades-0"}}"#);
    let plan = items(
        10,
        r#"{"activity": "Penimbangan serentak", "sector": "PKM", "villages": {"codes": ["~"]},
        "month": "2024-10", "place": "Balai Desa @", "person": "Bidan desa"}"#,
    );
    format!(
        r#"{{{REST}, "attendance": [{}, {officials}, {cadres}], "minutes": [{minutes}], "stated_figures": [{stated}],
        "figures_presented": [{presented}], "obstacles": [{obstacles}], "proposals": [{proposals}],
        "support_requests": [{requests}], "statements_of_support": [{statements}], "commitments": [{commitments}],
        "plan": [{plan}]}}"#,
        ROWS.join(",\n    ")
    )
}

/// Makes a sound record of at least 20 KB that is mostly one long attendance list with one stand-in.
fn long_list() -> String {
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
    let mut group = c.benchmark_group("document");
    for (name, text) in [("forum of 20 KB with every rule", record()), ("forum of 20 KB, mostly one list", long_list())]
    {
        assert!((20_000..23_000).contains(&text.len()), "{} bytes", text.len());
        let forum = Forum::from_json(&text);
        assert!(forum.is_ok() && forum.problems().is_empty(), "{}", forum.problems());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| Forum::from_json(black_box(&text))));
        group.bench_function(format!("{name}, as a bare JSON tree"), |b| {
            b.iter(|| serde_json::from_str::<serde_json::Value>(black_box(&text)));
        });
    }
    group.finish();
    let Ok(forum) = Forum::from_json(&long_list()).into_result() else { return };
    let policy = CoveragePolicy::default();
    c.bench_function("sector coverage of 61 rows", |b| b.iter(|| sector_coverage(black_box(&forum), &policy, None)));
}
