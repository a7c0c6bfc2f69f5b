//! The benchmarks, one module an area.

mod assess;
mod region;

criterion::criterion_group!(benches, assess::bench, region::bench);
criterion::criterion_main!(benches);
