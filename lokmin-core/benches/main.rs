//! The benchmarks of the core, one file a room.

mod cadence;

use criterion::{criterion_group, criterion_main};

criterion_group!(benches, cadence::bench);
criterion_main!(benches);
