//! What is told about the quality of figures, against the request for some areas, some indicators and one span.

use std::collections::{BTreeMap, BTreeSet};

use lokmin_core::ProblemCode;
use lokmin_core::assess::columns::{AssessedColumns, MISSING, NO_TERM};
use lokmin_core::assess::{
    CompletenessBand, Flags, IndicatorQuality, QualityArea, QualityIndicator, QualityRequest, View,
};
use lokmin_core::indicator::{DenominatorKind, NumeratorKind};

use super::batches::with_engine;
use super::case::{Case, OwnParents};
use super::compare::{EXACT, is_double};
use super::counts::Counts;
use super::random::Random;
use super::reference::{Pair, Table};

const REQUEST: &str = r#"{
    "view": {"month": "2025-01"},
    "indicators": [{"definition": "K6", "areas": [{"area": "-", "series": []}]}]
}"#;

/// The flags of an answer, row by row.
fn flags(answer: &AssessedColumns) -> Vec<Flags> {
    answer.rows().map(|row| row.flags).collect()
}

/// Compares the quality of some parents and spans, and returns how much was found there.
pub(crate) fn compare_quality(mut case: Case, seed: u64) -> usize {
    let random = &mut Random::new(seed ^ 0x9A11);
    // One series knows no quarters.
    case.are_quarters = false;
    let ask = |has_quality: bool| {
        with_engine(&case, seed, |engine, columns| {
            engine.with_quality(has_quality).assess(columns).expect("the columns fit together")
        })
    };
    let (answer, plain) = (ask(true), ask(false));
    let table = Table::of(&case);
    let marks = flags(&answer);
    let unmarked = |flags: &Flags| flags.without(Flags::OUTLIER | Flags::EXCEEDS_PAIR);
    assert_eq!(marks.iter().map(unmarked).collect::<Vec<_>>(), flags(&plain), "seed {seed}");
    let outliers = marks.iter().filter(|flags| flags.contains(Flags::OUTLIER)).count();
    let pairs: Vec<Pair<'_>> = table.pairs(&case.policy).collect();
    let mut counts = Counts::new(&case, &table);
    counts.has_quality = true;
    for pair in &pairs {
        let rule = table.subjects[pair.indicator].rule;
        let verdict = |span: &View| pair.series.assess(rule, None, *span, &case.policy);
        counts.add(pair, &table.spans.iter().map(verdict).collect::<Vec<_>>());
        counts.count(ProblemCode::QualityRepeated, repeated(&case, &table, pair));
    }
    counts.count(ProblemCode::QualityOutlier, outliers);
    counts.count(ProblemCode::QualityPair, exceeding(&case, &table, &answer));
    counts.check(&answer.findings, seed);

    let is_whole = table.parents.iter().all(Option::is_none);
    let mut parents: BTreeMap<Option<&str>, Vec<(usize, &Pair<'_>)>> = BTreeMap::new();
    for (place, pair) in pairs.iter().enumerate() {
        let parent = table.parents[pair.area].as_deref();
        if is_whole || parent.is_some() {
            parents.entry(parent).or_default().push((place, pair));
        }
    }
    assert!(is_whole || !matches!(case.parents, OwnParents::None), "seed {seed}");
    let (mut first, mut found) = (0, 0);
    for (parent, own) in &parents {
        let indicators: BTreeSet<usize> = own.iter().map(|(_, pair)| pair.indicator).collect();
        for _ in 0..2 {
            let place = random.below(table.spans.len());
            found += check(&case, &table, (*parent, own), (place, first), &answer, &marks);
        }
        first += indicators.len() * table.spans.len();
    }
    assert_eq!(answer.completeness.len(), first, "seed {seed}");
    found
}

/// How many numerators are above those of an indicator that contains them.
fn exceeding(case: &Case, table: &Table, answer: &AssessedColumns) -> usize {
    let numerators: Vec<i64> = answer.chunks.iter().flat_map(|chunk| chunk.numerators.iter().copied()).collect();
    let spans = table.spans.len();
    let known: BTreeMap<(usize, &str), usize> = table
        .pairs
        .keys()
        .enumerate()
        .map(|(place, (area, indicator))| ((*area, table.subjects[*indicator].name.as_str()), place * spans))
        .collect();
    let pairs: BTreeSet<(String, String)> =
        case.catalogue.pairs().iter().map(|pair| (pair.lower.to_string(), pair.upper.to_string())).collect();
    let mut count = 0;
    for area in 0..table.areas.len() {
        for (lower, upper) in &pairs {
            let of = |code: &str| known.get(&(area, code)).copied();
            let (Some(lower), Some(upper)) = (of(lower), of(upper)) else { continue };
            let is_above = |span: &usize| {
                let (own, other) = (numerators[lower + span], numerators[upper + span]);
                own != MISSING && other != MISSING && own > other
            };
            count += (0..spans).filter(is_above).count();
        }
    }
    count
}

/// How many months of an area and an indicator have the very same figures as an earlier one.
fn repeated(case: &Case, table: &Table, pair: &Pair<'_>) -> usize {
    let subject = &table.subjects[pair.indicator];
    let is_possible = matches!(subject.rule.numerator, NumeratorKind::Sum | NumeratorKind::Mean)
        && matches!(subject.rule.denominator, DenominatorKind::Sum | DenominatorKind::Mean);
    let Some(definition) = subject.definition.as_ref().filter(|_| is_possible) else { return 0 };
    let mut request = request(case);
    let mut looked = request.indicators[0].clone();
    looked.definition = definition.clone().into();
    looked.areas[0].series.clone_from(&pair.observations);
    request.indicators = vec![looked];
    let mut count = 0;
    for year in &table.years {
        let last = table.spans.iter().rfind(|span| span.year() == *year).expect("a span of the year");
        request.view = View::YearToDate(last.last_month());
        let outcome = request.run();
        count += outcome.problems().iter().filter(|problem| problem.code() == ProblemCode::QualityRepeated).count();
    }
    count
}

/// A request that decides as the case does.
fn request(case: &Case) -> QualityRequest {
    let mut request = QualityRequest::from_json(REQUEST).into_result().expect("the request is sound");
    request.pairs = case.catalogue.pairs().to_vec();
    (request.level, request.reported_as) = (case.level, case.reported_as);
    request.policy = Some(case.given_policy.clone());
    request
}

/// Compares one parent and one span, and returns how much was found.
fn check(
    case: &Case,
    table: &Table,
    (parent, own): (Option<&str>, &[(usize, &Pair<'_>)]),
    (span, first): (usize, usize),
    answer: &AssessedColumns,
    marks: &[Flags],
) -> usize {
    let mut request = request(case);
    let template: QualityIndicator = request.indicators.remove(0);
    let area: QualityArea = template.areas[0].clone();
    let mut by_indicator: BTreeMap<usize, Vec<(usize, &Pair<'_>)>> = BTreeMap::new();
    for (place, pair) in own {
        by_indicator.entry(pair.indicator).or_default().push((*place, pair));
    }
    for (indicator, own) in &by_indicator {
        // A word that is no code has no definition that a request could give.
        let Some(definition) = &table.subjects[*indicator].definition else { continue };
        let mut looked = template.clone();
        looked.definition = definition.clone().into();
        looked.areas = own
            .iter()
            .map(|(_, pair)| {
                let mut area = area.clone();
                area.area = table.areas[pair.area].parse().expect("a text");
                area.series.clone_from(&pair.observations);
                area
            })
            .collect();
        request.indicators.push(looked);
    }
    request.view = table.spans[span];
    let where_ = || format!("{parent:?} {:?}", request.view);
    let (quality, problems) = request.run().into_parts();
    let Some(quality) = quality else {
        panic!("{}: {:?}", where_(), problems.iter().find(|problem| problem.is_error()));
    };
    if problems.iter().any(|problem| problem.code() == ProblemCode::MoreWarnings) {
        // Not every pair is listed, so they cannot be compared.
        return 0;
    }
    let exceeding: BTreeSet<String> = problems
        .iter()
        .filter(|problem| problem.code() == ProblemCode::QualityPair)
        .map(|problem| problem.path().to_string())
        .collect();
    let spans = table.spans.len();
    let mut found: Vec<&IndicatorQuality> = quality.iter().rev().collect();
    for (place, (indicator, own)) in by_indicator.iter().enumerate() {
        if table.subjects[*indicator].definition.is_none() {
            continue;
        }
        let number = quality.len() - found.len();
        let quality = found.pop().expect("each indicator");
        let far: BTreeSet<&str> = quality.outliers.iter().map(|area| area.area.as_str()).collect();
        for (row, (pair_place, pair)) in own.iter().enumerate() {
            let marks = marks[pair_place * spans + span];
            let name = &table.areas[pair.area];
            assert_eq!(marks.contains(Flags::OUTLIER), far.contains(name.as_str()), "{} {name}", where_());
            let path = format!("/indicators/{number}/areas/{row}");
            assert_eq!(marks.contains(Flags::EXCEEDS_PAIR), exceeding.contains(&path), "{} {name}", where_());
        }
        let (columns, row) = (&answer.completeness, first + place * spans + span);
        assert_eq!(columns.parent(row), parent, "{}", where_());
        assert_eq!((columns.indicators[row] as usize, columns.spans[row] as usize), (*indicator, span), "{}", where_());
        let expected = &quality.completeness;
        assert_eq!((columns.reported[row], columns.due[row]), (expected.reported, expected.due), "{}", where_());
        let band = expected.band.map_or(NO_TERM, |band: CompletenessBand| band as i8);
        assert_eq!(columns.bands[row], band, "{}", where_());
        assert!(is_double(columns.percents[row], expected.percent, Some((EXACT, 1))), "{}", where_());
    }
    exceeding.len() + quality.iter().map(|quality| quality.outliers.len()).sum::<usize>()
}
