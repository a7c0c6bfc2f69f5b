//! Reading quarters, dates and labels.

use std::hint::black_box;

use criterion::Criterion;
use lokmin_core::Quarter;
use lokmin_core::calendar::{Holidays, parse_date, parse_iso_date, parse_quarter, parse_span, parse_time};

/// Measures the calendar's readers.
pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("calendar");
    group.bench_function("quarter_canonical", |bencher| {
        bencher.iter(|| black_box("2025Q3").parse::<Quarter>());
    });
    group.bench_function("iso_date", |bencher| {
        bencher.iter(|| parse_iso_date(black_box("2025-07-03")));
    });
    group.bench_function("date_with_weekday", |bencher| {
        bencher.iter(|| parse_date(black_box("Kamis, 3 Juli 2025"), None));
    });
    group.bench_function("date_in_digits", |bencher| {
        bencher.iter(|| parse_date(black_box("Kamis (3/7/2025)"), None));
    });
    group.bench_function("quarter_label", |bencher| {
        bencher.iter(|| parse_quarter(black_box("Triwulan III Tahun 2025"), None, None));
    });
    group.bench_function("time", |bencher| {
        bencher.iter(|| parse_time(black_box("10.00 WIB s.d. selesai")));
    });
    let on = parse_iso_date("2025-07-30").unwrap_or_default();
    group.bench_function("span", |bencher| {
        bencher.iter(|| parse_span(black_box("tiga bulan terakhir"), on, None));
    });
    let holidays = Holidays::indonesia_2024_2026();
    group.bench_function("is_holiday", |bencher| {
        bencher.iter(|| holidays.is_holiday(black_box(on)));
    });
    group.finish();
}
