//! The quality of the figures of a table: pairs that exceed each other, values far from those of the neighbours, and how
//! many of the figures due are there.

use std::ops::Range;

use crate::assess::arithmetic::Ratio;
use crate::assess::print::print_ratio;
use crate::assess::{Completeness, Flags, Policy, Rule, outliers};
use crate::indicator::NumeratorKind;
use crate::language::Lang;
use crate::problem::{Param, Problem, ProblemCode};

use super::completeness::CompletenessColumns;
use super::findings::Findings;
use super::input::MISSING;
use super::output::{AssessedChunk, AssessedColumns};
use super::parents::NO_PARENT;
use super::periods::Span;
use super::ranks::figure;
use super::share::Table;
use super::threads;

/// Where the rows of one area and one indicator begin: the chunk, and the first row.
#[derive(Clone, Copy, Debug)]
struct Rows {
    parent: u32,
    indicator: u32,
    chunk: usize,
    first: usize,
}

/// Looks at the quality of an answer: marks rows, tells problems, counts what is there. Without any parents the whole table
/// is one.
pub(super) fn look_at_quality(answer: &mut AssessedColumns, table: &Table<'_>) {
    let has_parents = !table.parents.names.is_empty();
    compare_pairs(answer, table);
    let mut all: Vec<Rows> = Vec::new();
    for (number, chunk) in answer.chunks.iter().enumerate() {
        let pairs = chunk.areas.iter().zip(&chunk.indicators).enumerate().step_by(table.timeline.spans.max(1));
        let rows = pairs.map(|(first, (area, indicator))| {
            let parent = table.parents.of_area.get(*area as usize).copied().unwrap_or(NO_PARENT);
            Rows { parent, indicator: *indicator, chunk: number, first }
        });
        all.extend(rows.filter(|rows| !has_parents || rows.parent != NO_PARENT));
    }
    all.sort_unstable_by_key(|rows| (rows.parent, rows.indicator, rows.chunk, rows.first));
    let groups: Vec<&[Rows]> = all.chunk_by(|a, b| (a.parent, a.indicator) == (b.parent, b.indicator)).collect();
    let chunks = &answer.chunks;
    let looked = threads::map(groups, table.threads, |group| look_at(group, chunks, table));
    let mut far: Vec<(usize, usize, Ratio)> = Vec::new();
    let mut completeness =
        CompletenessColumns { parents: table.parents.names.clone(), ..CompletenessColumns::default() };
    for own in looked {
        far.extend(own.far);
        for (span, counted) in (0_u32..).zip(own.counted) {
            completeness.push((own.parent, own.indicator, span), counted);
        }
    }
    answer.completeness = completeness;
    far.sort_unstable_by_key(|(chunk, row, _)| (*chunk, *row));
    for (chunk, row, value) in far {
        let Some(chunk) = answer.chunks.get_mut(chunk) else { continue };
        mark(chunk, row, Flags::OUTLIER);
        let fill = || Problem::new(ProblemCode::QualityOutlier).with("value", print_ratio(value, 1, Lang::En));
        answer.findings.tell(ProblemCode::QualityOutlier, input_row(chunk, row), fill);
    }
}

/// What one indicator of one parent comes to.
struct Looked {
    parent: u32,
    indicator: u32,
    /// Rows whose values lie far from the others, each with its chunk.
    far: Vec<(usize, usize, Ratio)>,
    /// For each span how many of the figures due are there.
    counted: Vec<Completeness>,
}

fn look_at(group: &[Rows], chunks: &[AssessedChunk], table: &Table<'_>) -> Looked {
    let first = group.first();
    let (parent, indicator) = first.map_or((NO_PARENT, 0), |rows| (rows.parent, rows.indicator));
    let mut looked = Looked { parent, indicator, far: Vec::new(), counted: Vec::new() };
    let Some(subject) = table.subjects.get(indicator as usize) else { return looked };
    let (rule, policy) = (subject.rule, table.kernel.policy);
    let fewest = policy.outlier_z_from.min(policy.outlier_sd_from);
    for (span, view) in table.timeline.all_spans().into_iter().enumerate() {
        looked.counted.push(completeness(group, span, view, (rule, policy), chunks));
        if (group.len() as u64) < fewest {
            continue;
        }
        let value = |rows: &Rows| {
            let chunk = chunks.get(rows.chunk)?;
            let (row, (numerator, denominator)) = figure(chunk, rows.first + span)?;
            let is_count = chunk.denominators.get(row).is_none_or(|denominator| *denominator == MISSING);
            let multiplier = if is_count { 1 } else { i128::from(rule.multiplier) };
            Ratio::new(i128::from(numerator) * multiplier, i128::from(denominator))
        };
        let values: Vec<Option<Ratio>> = group.iter().map(value).collect();
        for ((found, rows), value) in outliers(&values, policy).iter().zip(group).zip(&values) {
            if let (true, Some(value)) = (found.is_outlier(), value) {
                looked.far.push((rows.chunk, rows.first + span, *value));
            }
        }
    }
    looked
}

/// How many of the figures due in a span are there.
fn completeness(
    group: &[Rows],
    span: usize,
    view: Span,
    (rule, policy): (Rule, &Policy),
    chunks: &[AssessedChunk],
) -> Completeness {
    let months = |rows: &Rows| chunks.get(rows.chunk)?.months_reported.get(rows.first + span).copied();
    let reported = group.iter().filter_map(months).map(u32::from).fold(0, u32::saturating_add);
    let due = match (view.mask() & rule.months).count_ones() {
        0 => 0,
        _ if rule.numerator == NumeratorKind::Survey => 1,
        months => months,
    };
    let areas = u32::try_from(group.len()).unwrap_or(u32::MAX);
    Completeness::new(reported, due.saturating_mul(areas), policy)
}

/// Marks the rows whose numerators are above those of an indicator that contains them, area by area.
fn compare_pairs(answer: &mut AssessedColumns, table: &Table<'_>) {
    let spans = table.timeline.spans;
    let place = |code: &str| table.indicators.binary_search_by(|known| known.as_str().cmp(code)).ok();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for pair in table.reading.catalogue.pairs() {
        if let (Some(lower), Some(upper)) = (place(pair.lower.as_str()), place(pair.upper.as_str()))
            && !pairs.contains(&(lower, upper))
        {
            pairs.push((lower, upper));
        }
    }
    if pairs.is_empty() || spans == 0 {
        return;
    }
    let mut firsts: Vec<Option<usize>> = vec![None; table.indicators.len()];
    for chunk in &mut answer.chunks {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        let mut begin = 0;
        for area in chunk.areas.chunk_by(|a, b| a == b) {
            let range = begin..begin + area.len();
            begin = range.end;
            firsts.fill(None);
            for first in range.step_by(spans) {
                let indicator = chunk.indicators.get(first).and_then(|own| firsts.get_mut(*own as usize));
                if let Some(slot) = indicator {
                    *slot = Some(first);
                }
            }
            for (lower, upper) in &pairs {
                let first = |indicator: &usize| firsts.get(*indicator).copied().flatten();
                if let (Some(own), Some(other)) = (first(lower), first(upper)) {
                    let own = own..own + spans;
                    found.extend(exceeding(chunk, own, other).map(|(row, other)| (row, other, *upper)));
                }
            }
        }
        found.sort_unstable();
        for (row, other, upper) in found {
            mark(chunk, row, Flags::EXCEEDS_PAIR);
            tell_pair(&mut answer.findings, chunk, (row, other, upper), table);
        }
    }
}

/// The rows of a range whose numerators are above those of the rows from another one on, each with the other row.
fn exceeding(chunk: &AssessedChunk, own: Range<usize>, other: usize) -> impl Iterator<Item = (usize, usize)> {
    let count = |row: usize| chunk.numerators.get(row).copied().filter(|count| *count != MISSING);
    own.zip(other..).filter(move |(own, other)| count(*own).zip(count(*other)).is_some_and(|(own, other)| own > other))
}

fn tell_pair(
    findings: &mut Findings,
    chunk: &AssessedChunk,
    (row, other, upper): (usize, usize, usize),
    table: &Table<'_>,
) {
    let name = |indicator: usize| table.indicators.get(indicator).cloned().unwrap_or_default();
    let lower = chunk.indicators.get(row).map(|indicator| *indicator as usize);
    let count = |row: usize| Param::Count(chunk.numerators.get(row).copied().unwrap_or_default());
    findings.tell(ProblemCode::QualityPair, input_row(chunk, row), || {
        Problem::new(ProblemCode::QualityPair)
            .with("lower", lower.map(name).unwrap_or_default())
            .with("upper", name(upper))
            .with("lower_count", count(row))
            .with("upper_count", count(other))
    });
}

fn mark(chunk: &mut AssessedChunk, row: usize, flag: Flags) {
    if let Some(flags) = chunk.flags.get_mut(row) {
        *flags |= flag.bits();
    }
}

fn input_row(chunk: &AssessedChunk, row: usize) -> Option<u32> {
    chunk.input_rows.get(row).copied()
}
