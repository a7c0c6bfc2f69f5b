//! The columnar engine against the rules of one series: random catalogues, targets, views and tables, row by row.
//!
//! Every column of every row is compared with what [`Series`](lokmin_core::assess::Series) says about the same figures,
//! ranks with [`rank`](lokmin_core::assess::rank), and the totals of the findings with a count of their own.
//!
//! Tables are made from a number, so a failure names the table: `LOKMIN_SEED=17 cargo test -p lokmin-tests --test columns`.
//! A hundred million rows, in about ten minutes:
//! `cargo test --release -p lokmin-tests --test columns -- --ignored --nocapture`

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::print_stdout,
    reason = "a test that finds a difference stops, and its numbers are small"
)]

#[path = "columns/arrow.rs"]
mod arrow;
#[path = "columns/batches.rs"]
mod batches;
#[path = "columns/case.rs"]
mod case;
#[path = "columns/catalogue.rs"]
mod catalogue;
#[path = "columns/compare.rs"]
mod compare;
#[path = "columns/counts.rs"]
mod counts;
#[path = "columns/fewer.rs"]
mod fewer;
#[path = "columns/figures.rs"]
mod figures;
#[path = "columns/misuse.rs"]
mod misuse;
#[path = "columns/quality.rs"]
mod quality;
#[path = "columns/random.rs"]
mod random;
#[path = "columns/reference.rs"]
mod reference;
#[path = "columns/rolled_up.rs"]
mod rolled_up;

use arrow::compare_arrow;
use case::{Case, Size};
use compare::compare;
use fewer::compare_fewer;
use quality::compare_quality;
use rolled_up::compare_roll_up;

/// Compares one table, and returns how many rows went in and came out.
fn check(seed: u64, size: impl FnOnce(&mut random::Random) -> Size) -> (usize, usize) {
    let case = Case::new(seed, size);
    (case.rows.len(), compare(&case, seed))
}

/// Compares tables from a number on until so many rows went in.
fn check_rows(first: u64, wanted: usize) {
    let (mut rows, mut answered, mut seed) = (0, 0, first);
    while rows < wanted {
        let (into, out) = check(seed, Size::small);
        (rows, answered, seed) = (rows + into, answered + out, seed + 1);
        if (seed - first).is_multiple_of(4_096) {
            println!("{} tables, {rows} rows in, {answered} rows out", seed - first);
        }
    }
    println!("{} tables, {rows} rows in, {answered} rows out", seed - first);
}

#[test]
fn a_named_table_agrees() {
    if let Some(seed) = std::env::var("LOKMIN_SEED").ok().and_then(|seed| seed.parse().ok()) {
        check(seed, Size::small);
    }
}

/// A million rows in two tests, so that two cores share them.
#[test]
fn half_a_million_rows_agree() {
    check_rows(0, 500_000);
}

#[test]
fn another_half_a_million_rows_agree() {
    check_rows(1 << 32, 500_000);
}

#[test]
fn parents_agree() {
    let rows: usize = (0..150).map(|seed| compare_roll_up(Case::new(seed, Size::small), seed)).sum();
    assert!(rows > 2_000, "{rows} rows");
}

#[test]
fn quality_agrees() {
    let found: usize = (0..150).map(|seed| compare_quality(Case::new(seed, Size::small), seed)).sum();
    assert!(found > 300, "{found} pairs and outliers");
}

#[test]
fn quality_of_a_large_parent_agrees() {
    for seed in 0..2 {
        let size = Size { areas: 9_000, indicators: 2, fill: 15, is_one_parent: true };
        compare_quality(Case::new(seed, |_| size), seed);
    }
}

#[test]
fn record_batches_say_the_same() {
    let rows: usize = (0..200).map(|seed| compare_arrow(&Case::new(seed, Size::small), seed)).sum();
    assert!(rows > 50_000, "{rows} rows");
}

#[test]
fn fewer_columns_say_the_same() {
    for seed in 0..200 {
        // Odd numbers of their own, so that each set of columns meets both.
        compare_fewer(&Case::new(seed, Size::small), seed * 37, seed % 2 == 0);
    }
    let size = Size { areas: 9_000, indicators: 2, fill: 15, is_one_parent: true };
    compare_fewer(&Case::new(1, |_| size), 1 << 9, false);
}

/// Parents that lie in several shares of the areas.
#[test]
fn large_parents_agree() {
    for seed in 0..2 {
        let size = Size { areas: 9_000, indicators: 1, fill: 15, is_one_parent: true };
        compare_roll_up(Case::new(seed, |_| size), seed);
    }
}

#[test]
fn a_table_for_several_threads_agrees() {
    let size = Size { areas: 1_200, indicators: 8, fill: 98, is_one_parent: false };
    for seed in [3, 4] {
        let mut case = Case::new(seed, |_| size);
        case.threads = 2;
        compare(&case, seed);
    }
}

/// Sums and findings are the same whoever makes them, in whatever order, also where a parent lies in several shares.
#[test]
fn the_number_of_threads_changes_nothing() {
    let mut case = Case::new(5, |_| Size { areas: 9_000, indicators: 2, fill: 98, is_one_parent: true });
    assert!(case.rows.len() > 100_000);
    let answers = [1, 2].map(|threads| {
        case.threads = threads;
        let rolled_up = batches::with_engine(&case, 5, |engine, columns| engine.roll_up(columns));
        let assessed = batches::with_engine(&case, 5, |engine, columns| engine.with_quality(true).assess(columns));
        let (rolled_up, assessed) = (rolled_up.expect("fitting columns"), assessed.expect("fitting columns"));
        let flags: Vec<u32> = assessed.chunks.into_iter().flat_map(|chunk| chunk.flags).collect();
        assert!(!rolled_up.columns.is_empty() && !assessed.completeness.is_empty());
        (format!("{rolled_up:?} {:?}", assessed.completeness), assessed.findings, flags)
    });
    assert!(answers[0] == answers[1]);
}

#[test]
fn few_rows_of_many_areas_of_one_parent_agree() {
    for seed in 0..3 {
        check(seed, |_| Size { areas: 3_000, indicators: 3, fill: 2, is_one_parent: true });
    }
}

/// More areas than one share holds.
#[test]
fn a_parent_that_is_too_large_for_one_share_agrees() {
    for seed in 0..2 {
        check(seed, |_| Size { areas: 9_000, indicators: 2, fill: 15, is_one_parent: true });
    }
}

#[test]
#[ignore = "takes minutes: cargo test --release -p lokmin-tests --test columns -- --ignored --nocapture"]
fn a_hundred_million_rows_agree() {
    let rows: usize = std::env::var("LOKMIN_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000_000);
    std::thread::scope(|scope| {
        for half in 0..2_u64 {
            scope.spawn(move || check_rows((2 + half) << 32, rows / 2));
        }
    });
}
