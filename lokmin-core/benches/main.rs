//! The benchmarks of the core, one file a room.

mod cadence;
mod document;
mod region;
mod sector;

use criterion::{criterion_group, criterion_main};

criterion_group!(benches, cadence::bench, document::bench, region::bench, sector::bench);
criterion_main!(benches);
