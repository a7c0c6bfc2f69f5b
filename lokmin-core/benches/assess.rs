//! Assessment of single series.

use std::hint::black_box;

use criterion::Criterion;
use lokmin_core::Month;
use lokmin_core::assess::{Grid, Observation, Policy, Rule, Series, View, judge};
use lokmin_core::indicator::{Catalogue, Target};

/// Measures one series of twelve months: from observations, and from the twelve places that the engine fills.
pub(crate) fn bench(c: &mut Criterion) {
    let mut group = c.benchmark_group("assess");
    let definition = "K6".parse().ok().and_then(|code| Catalogue::built_in().get(code));
    let (Some(definition), Ok(rate), Some(december)) = (definition, "80".parse(), Month::new(2025, 12)) else { return };
    let policy = Policy::default();
    let (rule, target, view) =
        (Rule::new(definition, None, None), Some(Target::Rate(rate)), View::YearToDate(december));
    let observations: Vec<Observation> = (1..=12)
        .filter_map(|number| Observation::new(Month::new(2025, number)?, Some(i64::from(number % 3) + 3), Some(57)))
        .collect();
    group.bench_function("one series of 12 months", |b| {
        b.iter(|| {
            let series = Series::new(black_box(&observations), rule, &policy);
            series.assess(rule, target, view, &policy)
        });
    });
    let mut grid = Grid::default();
    for number in 1..=12 {
        grid.put(number, Some(i64::from(number % 3) + 3), Some(57));
    }
    group.bench_function("twelve places, no allocation", |b| {
        b.iter(|| judge(rule, target, black_box(&grid), None, view, &policy));
    });
    group.finish();
}
