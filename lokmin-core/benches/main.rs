//! The benchmarks, one module an area.

mod calendar;
mod region;

criterion::criterion_group!(benches, calendar::bench, region::bench);
criterion::criterion_main!(benches);
