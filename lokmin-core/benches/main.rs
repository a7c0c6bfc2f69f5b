//! The benchmarks of lokmin-core, one file for each operation.

mod sector;

criterion::criterion_group!(benches, sector::bench);
criterion::criterion_main!(benches);
