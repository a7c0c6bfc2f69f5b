//! Finding an indicator and its target.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::Criterion;
use lokmin_core::indicator::{Catalogue, TargetPolicy, Targets};
use lokmin_core::{IndicatorCode, RegionCode, Year};

/// Measures reading the built-in catalogue, words, and the target of a village among 251.
pub(crate) fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("indicator");
    let catalogue = Catalogue::built_in();
    let text = serde_json::to_string(&catalogue.document()).unwrap_or_default();
    group.bench_function("read the built-in catalogue", |b| b.iter(|| Catalogue::from_json(black_box(&text))));
    group.bench_function("a known word", |b| b.iter(|| catalogue.resolve(black_box("imunisasi dasar lengkap"))));
    group.bench_function("an unknown word", |b| b.iter(|| catalogue.resolve(black_box("imunisasi desar"))));

    let mut csv = String::from("indicator,area,year,rate\nK6,15.04,2025,95\n");
    for n in 0..250 {
        let _ = writeln!(csv, "K6,15.04.{:02}.{},2024,90", 1 + n / 25, 2001 + n % 25);
    }
    let k6 = "K6".parse::<IndicatorCode>().ok().and_then(|code| catalogue.get(code));
    let village = "15.04.05.2003".parse::<RegionCode>();
    if let (Ok(targets), Some(k6), Ok(village), Some(year)) =
        (Targets::from_csv(&csv).into_result(), k6, village, Year::new(2025))
    {
        let areas = [village.into()];
        group.bench_function("the target of a village", |b| {
            b.iter(|| targets.lookup(k6, black_box(&areas), year, TargetPolicy::STRICT));
        });
    }
    group.finish();
}
