//! The answer of the engine against what is expected, column by column.

use std::collections::{BTreeMap, HashMap};

use lokmin_core::assess::columns::{AssessedChunk, AssessedColumns};
use lokmin_core::assess::{Bar, Flags, Ratio, Rule, Verdict, rank};
use lokmin_core::indicator::Target;

use super::batches;
use super::case::Case;
use super::counts::Counts;
use super::reference::{Expected, Table, areas_of_child, goal};

/// Up to here whole numbers are doubles.
pub(crate) const EXACT: i128 = 1 << 53;

/// Compares everything that the engine says about a case, and returns how many rows that is.
pub(crate) fn compare(case: &Case, seed: u64) -> usize {
    let answer = batches::assess(case, seed).expect("the columns fit together");
    let table = Table::of(case);
    check_names(&answer, &table, seed);
    let mut goals: HashMap<(usize, usize, i32), (Option<Target>, Flags)> = HashMap::new();
    let mut counts = Counts::new(case, &table);
    let mut figures: Vec<Option<(i64, i64)>> = Vec::new();
    let mut rows = answer.chunks.iter().flat_map(|chunk| (0..chunk.len()).map(move |row| (chunk, row)));
    for pair in table.pairs(&case.policy) {
        let subject = &table.subjects[pair.indicator];
        let mut verdicts: Vec<Verdict> = Vec::with_capacity(table.spans.len());
        for (place, span) in table.spans.iter().enumerate() {
            let (target, more) = *goals.entry((pair.area, pair.indicator, span.year())).or_insert_with(|| {
                let areas = areas_of_child(case, &table.areas[pair.area], table.parents[pair.area].as_deref());
                goal(case, subject, &areas, span.year())
            });
            let verdict = pair.series.assess(subject.rule, target, *span, &case.policy);
            let where_ = || {
                let (area, indicator) = (&table.areas[pair.area], &subject.name);
                format!("seed {seed}: {area} {indicator} {span:?}, {:?} of {:?}", subject.rule, pair.observations)
            };
            let Some((chunk, row)) = rows.next() else { panic!("{}: no row", where_()) };
            let keys = (chunk.areas[row] as usize, chunk.indicators[row] as usize, chunk.spans[row] as usize);
            assert_eq!(keys, (pair.area, pair.indicator, place), "{}", where_());
            let expected = pair.expected(&verdict, *span, more);
            assert_eq!(found(chunk, row), expected, "{}", where_());
            let value = verdict.value(subject.rule);
            let is_value = is_double(chunk.values[row], value, parts(subject.rule, &verdict));
            assert!(is_value, "{}: value {} for {value:?}", where_(), chunk.values[row]);
            let level = verdict.target_to_date.map(Bar::level);
            let is_target = is_double(chunk.targets[row], level, level.map(|l| (l.numerator(), l.denominator())));
            assert!(is_target, "{}: target {} for {level:?}", where_(), chunk.targets[row]);
            figures.push(value.and(verdict.numerator).map(|num| (num, verdict.denominator.unwrap_or(1))));
            verdicts.push(verdict);
        }
        counts.add(&pair, &verdicts);
    }
    assert!(rows.next().is_none(), "seed {seed}: too many rows");
    check_ranks(&answer, &table, &figures, seed);
    counts.check(&answer.findings, seed);
    figures.len()
}

fn check_names(answer: &AssessedColumns, table: &Table, seed: u64) {
    let indicators: Vec<&String> = table.subjects.iter().map(|subject| &subject.name).collect();
    assert_eq!(answer.areas, table.areas, "seed {seed}");
    assert_eq!(answer.indicators.iter().collect::<Vec<_>>(), indicators, "seed {seed}");
    assert_eq!(answer.spans, table.spans, "seed {seed}");
    assert_eq!(answer.findings.unplaced, table.unplaced, "seed {seed}");
    for chunk in &answer.chunks {
        let lengths = [
            chunk.areas.len(),
            chunk.indicators.len(),
            chunk.spans.len(),
            chunk.input_rows.len(),
            chunk.numerators.len(),
            chunk.denominators.len(),
            chunk.values.len(),
            chunk.targets.len(),
            chunk.met.len(),
            chunk.shortfalls.len(),
            chunk.trends.len(),
            chunk.statuses.len(),
            chunk.ranks.len(),
            chunk.months_reported.len(),
        ];
        assert!(lengths.iter().all(|length| *length == chunk.len()), "seed {seed}: {lengths:?} for {}", chunk.len());
    }
}

fn found(chunk: &AssessedChunk, row: usize) -> Expected {
    Expected {
        input_row: chunk.input_rows[row],
        numerator: chunk.numerators[row],
        denominator: chunk.denominators[row],
        met: chunk.met[row],
        shortfall: chunk.shortfalls[row],
        trend: chunk.trends[row],
        status: chunk.statuses[row],
        months_reported: chunk.months_reported[row],
        flags: chunk.flags[row],
    }
}

/// The two parts of a value before it is put in lowest terms.
fn parts(rule: Rule, verdict: &Verdict) -> Option<(i128, i128)> {
    let numerator = i128::from(verdict.numerator?);
    match verdict.denominator {
        Some(denominator) => Some((numerator * i128::from(rule.multiplier), i128::from(denominator))),
        None => Some((numerator, 1)),
    }
}

/// Whether a double is the nearest to an exact number where both parts are exact, and one close by where they are not.
pub(crate) fn is_double(found: f64, exact: Option<Ratio>, parts: Option<(i128, i128)>) -> bool {
    let (Some(exact), Some((numerator, denominator))) = (exact, parts) else {
        return found.is_nan() && exact.is_none();
    };
    #[expect(clippy::cast_precision_loss, reason = "looked at below")]
    let nearest = exact.numerator() as f64 / exact.denominator() as f64;
    if numerator.abs() < EXACT && denominator < EXACT {
        found.to_bits() == nearest.to_bits()
    } else {
        (found - nearest).abs() <= nearest.abs() * 4.0 * f64::EPSILON
    }
}

/// Ranks every indicator and span within every parent.
fn check_ranks(answer: &AssessedColumns, table: &Table, figures: &[Option<(i64, i64)>], seed: u64) {
    let spans = table.spans.len();
    let mut groups: BTreeMap<(&str, usize), Vec<usize>> = BTreeMap::new();
    let mut expected: Vec<u32> = vec![0; figures.len()];
    for (place, (area, indicator)) in table.pairs.keys().enumerate() {
        if let Some(parent) = &table.parents[*area] {
            groups.entry((parent, *indicator)).or_default().push(place * spans);
        }
    }
    for ((_, indicator), pairs) in &groups {
        for span in 0..spans {
            let own: Vec<Option<(i64, i64)>> = pairs.iter().map(|first| figures[first + span]).collect();
            for (first, rank) in pairs.iter().zip(rank(&own, table.subjects[*indicator].rule.direction)) {
                expected[first + span] = rank.unwrap_or(0);
            }
        }
    }
    let found = answer.chunks.iter().flat_map(|chunk| chunk.ranks.iter().copied());
    for (row, (found, expected)) in found.zip(expected).enumerate() {
        if found != expected {
            let (area, indicator) = table.pairs.keys().nth(row / spans).copied().unwrap_or_default();
            let (own, parent) = (figures[row], &table.parents[area]);
            panic!("seed {seed}: rank {found} for {expected} of {own:?}, row {row}, {parent:?}, indicator {indicator}");
        }
    }
}
