//! How many problems of each code a table has, counted from its rows.

use std::collections::BTreeMap;

use lokmin_core::ProblemCode;
use lokmin_core::assess::columns::{Findings, MISSING};
use lokmin_core::assess::{DuplicatePolicy, Flags, Rule, Verdict, View};
use lokmin_core::indicator::{DenominatorKind, NumeratorKind};

use super::case::{Case, Row};
use super::figures::LARGEST;
use super::reference::{Pair, Table, known};

/// How many problems the engine tells in full.
const TOLD: u64 = 1_000;

pub(crate) struct Counts<'t> {
    case: &'t Case,
    table: &'t Table,
    totals: BTreeMap<ProblemCode, u64>,
    /// Whether months are compared with denominators of their own wherever they stand.
    pub(crate) has_quality: bool,
}

/// One month as it counts: nothing where its rows contradict each other.
type Month = Option<(Option<i64>, Option<i64>)>;

impl<'t> Counts<'t> {
    pub(crate) fn new(case: &'t Case, table: &'t Table) -> Self {
        let mut counts = Self { case, table, totals: BTreeMap::new(), has_quality: false };
        for row in &table.unplaced {
            let row = case.rows[*row as usize];
            let is_blank = row.area.is_none_or(|area| case.areas[area].trim().is_empty());
            let word = row.word.map(|word| case.words[word].as_str()).filter(|_| !is_blank);
            let code = word.filter(|word| *word != "IBL").and_then(|word| {
                let lost = word.trim().is_empty();
                lost.then(|| case.catalogue.resolve(word).problems().as_slice()[0].code())
            });
            let code = code.or((word == Some("IBL")).then_some(ProblemCode::IndicatorAmbiguousIbl));
            counts.count(code.unwrap_or(ProblemCode::Missing), 1);
        }
        counts
    }

    pub(crate) fn count(&mut self, code: ProblemCode, more: usize) {
        if more > 0 {
            *self.totals.entry(code).or_default() += more as u64;
        }
    }

    /// Counts what is wrong with one area and one indicator, whose verdicts are those of all spans.
    pub(crate) fn add(&mut self, pair: &Pair<'_>, verdicts: &[Verdict]) {
        let rule = self.table.subjects[pair.indicator].rule;
        for year in &self.table.years {
            let of_year: Vec<(View, &Verdict)> =
                self.table.spans.iter().copied().zip(verdicts).filter(|(span, _)| span.year() == *year).collect();
            let months: Vec<Month> = (1..=12)
                .map(|number| {
                    let month = lokmin_core::Month::new(*year, number).expect("a month");
                    pair.months.get(&month).map_or(Some((None, None)), |rows| self.merged(rows, rule))
                })
                .collect();
            self.add_figures(pair, *year, rule, &months);
            self.add_series(pair, *year, rule, &of_year);
            self.add_excess(rule, &months, &of_year);
        }
    }

    /// One month of rows, as the policy puts them together.
    fn merged(&self, rows: &[(u32, Row)], rule: Rule) -> Month {
        let figures: Vec<_> = rows.iter().map(|(_, row)| (known(row.numerator), known(row.denominator))).collect();
        if figures.iter().all(|own| *own == figures[0]) {
            return Some(figures[0]);
        }
        if self.case.policy.duplicates != DuplicatePolicy::Sum {
            return None;
        }
        let sum = |figures: Vec<i64>| -> Option<Option<i64>> {
            let sum: i64 = figures.iter().sum();
            (sum.abs() <= LARGEST).then_some(Some(sum).filter(|_| !figures.is_empty()))
        };
        let numerator = sum(figures.iter().filter_map(|(numerator, _)| *numerator).collect())?;
        let mut denominators: Vec<i64> = figures.iter().filter_map(|(_, denominator)| *denominator).collect();
        if rule.denominator == DenominatorKind::Annual {
            denominators.dedup();
            return (denominators.len() < 2).then_some((numerator, denominators.first().copied()));
        }
        Some((numerator, sum(denominators)?))
    }

    fn add_figures(&mut self, pair: &Pair<'_>, year: i32, rule: Rule, months: &[Month]) {
        let is_outsized = |figure: i64| figure != MISSING && known(figure).is_none();
        for (month, rows) in pair.months.iter().filter(|(month, _)| month.year() == year) {
            // The figures of the first row stand for the month.
            let (_, first) = rows[0];
            let is_summed = rows.len() > 1 && months[month.number() as usize - 1].is_some();
            let is_same = rows.iter().all(|(_, row)| {
                (known(row.numerator), known(row.denominator)) == (known(first.numerator), known(first.denominator))
            });
            if !is_summed || is_same {
                let outsized = [first.numerator, first.denominator].map(|figure| usize::from(is_outsized(figure)));
                self.count(ProblemCode::NumberRange, outsized[0] + outsized[1]);
            }
        }
        for (number, month) in (0..).zip(months) {
            let Some((numerator, denominator)) = month else {
                self.count(ProblemCode::SeriesDuplicate, 1);
                continue;
            };
            let is_negative = |figure: &Option<i64>| figure.is_some_and(|figure| figure < 0);
            let is_wrong = is_negative(numerator) && !rule.is_signed || is_negative(denominator);
            self.count(ProblemCode::SeriesNegative, usize::from(is_wrong));
            let counts = numerator.is_some() && (rule.is_signed || !is_negative(numerator));
            let is_outside = counts && rule.months & (1 << number) == 0;
            self.count(ProblemCode::SeriesOutsideSchedule, usize::from(is_outside));
        }
    }

    fn add_series(&mut self, pair: &Pair<'_>, year: i32, rule: Rule, verdicts: &[(View, &Verdict)]) {
        let Some(grid) = pair.series.year(year) else { return };
        let Some(last) = verdicts.last().map(|(span, _)| span.last_month().number()) else { return };
        let flags = verdicts.iter().fold(Flags::NONE, |all, (_, verdict)| all | verdict.flags);
        if flags.contains(Flags::DENOMINATOR_CHANGED) {
            self.count(ProblemCode::SeriesDenominatorChanged, grid.denominator_changes(last).count());
        }
        let has_denominators = !rule.is_below_level && (!rule.is_count || grid.denominator_mask() != 0);
        if rule.numerator == NumeratorKind::ToDate && !rule.is_signed {
            self.count(ProblemCode::SeriesFalling, usize::from(grid.first_fall(last).is_some()));
        }
        if rule.denominator == DenominatorKind::ToDate && has_denominators {
            self.count(ProblemCode::SeriesFalling, usize::from(grid.first_denominator_fall(last).is_some()));
        }
        self.count(ProblemCode::SeriesLooksCumulative, usize::from(flags.contains(Flags::LOOKS_CUMULATIVE)));
    }

    fn add_excess(&mut self, rule: Rule, months: &[Month], verdicts: &[(View, &Verdict)]) {
        let is_above = verdicts.iter().any(|(_, verdict)| verdict.flags.contains(Flags::OVER_DENOMINATOR));
        if rule.is_below_level || !(is_above || self.has_quality) {
            return;
        }
        let is_snapshot = !matches!(rule.numerator, NumeratorKind::Sum | NumeratorKind::Mean);
        let is_by_month = match rule.denominator {
            DenominatorKind::Annual => false,
            DenominatorKind::Sum | DenominatorKind::Mean => true,
            _ => is_snapshot,
        };
        let mut figures: Vec<(Option<i64>, Option<i64>)> = Vec::new();
        if is_by_month {
            figures.extend(months.iter().flatten());
        } else {
            let last = verdicts.len() - 1;
            let is_told = |(place, (span, _)): &(usize, &(View, &Verdict))| {
                *place == last || !matches!(span, View::YearToDate(_))
            };
            let told = verdicts.iter().enumerate().filter(is_told);
            figures.extend(told.map(|(_, (_, verdict))| (verdict.numerator, verdict.denominator)));
        }
        for (numerator, denominator) in figures {
            match (numerator, denominator) {
                (Some(numerator), Some(0)) if numerator > 0 => self.count(ProblemCode::QualityZeroDenominator, 1),
                (Some(numerator), Some(denominator)) if denominator > 0 && numerator > denominator => {
                    self.count(ProblemCode::QualityOverDenominator, 1);
                }
                _ => {}
            }
        }
    }

    /// Compares the totals, and the problems told in full with them.
    pub(crate) fn check(self, findings: &Findings, seed: u64) {
        assert_eq!(findings.totals, self.totals, "seed {seed}");
        let total: u64 = self.totals.values().sum();
        assert_eq!(findings.problems.len() as u64, total.min(TOLD), "seed {seed}");
        let mut told: BTreeMap<ProblemCode, u64> = BTreeMap::new();
        for problem in &findings.problems {
            *told.entry(problem.code()).or_default() += 1;
        }
        let is_covered = told.iter().all(|(code, count)| self.totals.get(code).is_some_and(|total| count <= total));
        assert!(is_covered, "seed {seed}: {told:?} of {:?}", self.totals);
    }
}
