//! The benchmarks, one module an area.

mod region;

criterion::criterion_group!(benches, region::bench);
criterion::criterion_main!(benches);
