//! The benchmarks of the core, one file a room.

mod accreditation;
mod assess;
mod cadence;
mod calendar;
mod columns;
mod document;
mod exchange;
mod indicator;
mod recommendation;
mod region;
mod render;
mod review;
mod sector;

use criterion::{criterion_group, criterion_main};

criterion_group!(
    benches,
    accreditation::bench,
    assess::bench,
    columns::bench,
    calendar::bench,
    region::bench,
    sector::bench,
    cadence::bench,
    document::bench,
    exchange::bench,
    indicator::bench,
    recommendation::bench,
    review::bench,
    render::bench
);
criterion_main!(benches);
