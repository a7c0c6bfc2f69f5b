//! Region codes, and the list of the whole country where the tests' data is at hand.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput};
use lokmin_core::RegionCode;
use lokmin_core::region::{Level, RegionIndex, System, parse_region};

const LIST: &str = "../tests/data/wilayah/kemendagri_wilayah_2025.csv";

/// Measures reading codes, and building and asking the list of 2025.
pub(crate) fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("region");
    group.bench_function("code from canonical text", |b| {
        b.iter(|| black_box("15.04.02.2003").parse::<RegionCode>());
    });
    group.bench_function("code from ten digits", |b| {
        b.iter(|| parse_region(black_box("1504022003"), Some(System::Kemendagri)));
    });
    let code: Option<RegionCode> = "15.04.02.2003".parse().ok();
    group.bench_function("code to text", |b| b.iter(|| black_box(code).map(|code| code.to_string())));

    // The list lives outside the crate: without it there is nothing to measure.
    let Ok(csv) = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(LIST)) else { return };
    group.throughput(Throughput::Elements(csv.lines().count().saturating_sub(1) as u64));
    group.bench_function("list of the country from CSV", |b| b.iter(|| RegionIndex::from_csv(black_box(&csv))));
    let Ok(index) = RegionIndex::from_csv(&csv).into_result() else { return };
    let region = |text: &str| text.parse::<RegionCode>().ok();
    group.throughput(Throughput::Elements(1));
    group.bench_function("is a code in the list", |b| b.iter(|| code.map(|code| index.contains(black_box(code)))));
    for (label, within) in [("subdistrict", region("15.04.02")), ("district", region("15.04")), ("country", None)] {
        group.bench_function(format!("find a name in a {label}"), |b| {
            b.iter(|| index.find(black_box("Pematang Lima Suku"), within, Some(Level::Village)));
        });
    }
    group.bench_function("near name in a district", |b| {
        b.iter(|| index.find(black_box("Pematang Lma Suku"), region("15.04"), Some(Level::Village)));
    });
    group.finish();
}
