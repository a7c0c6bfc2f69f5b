//! The benchmarks, one module an area.

mod indicator;
mod region;

criterion::criterion_group!(benches, indicator::bench, region::bench);
criterion::criterion_main!(benches);
