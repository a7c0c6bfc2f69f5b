//! A table sorted out into shares of its areas, and the months of each area and indicator put together.

use std::ops::Range;

use crate::problem::{Problem, ProblemCode};

use super::cells::{Figures, YearCells, are_added};
use super::engine::MONTHS_OF_SHARE;
use super::findings::Findings;
use super::input::FigureColumns;
use super::kernel::Kernel;
use super::parents::{NO_PARENT, ParentTable, Shares};
use super::periods::Timeline;
use super::place::{Rows, ShareRows, Sorted, unpack};
use super::plan::{Goals, Reading, Subject};
use super::threads;

/// From how many places a row on, rows are sorted instead of put into places.
const SPARSE: usize = 8;

/// One area and one indicator, by their numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) area: u32,
    pub(super) indicator: u32,
    pub(super) parent: u32,
}

/// What is made of the months of each area and indicator.
pub(super) trait Sink {
    /// Takes the years of a pair; pairs come in the order of areas, then of indicators.
    fn take(&mut self, kernel: Kernel<'_>, pair: Pair, years: &[YearCells]);
}

/// A table whose rows are sorted out.
pub(super) struct Table<'t> {
    pub(super) batches: &'t [FigureColumns<'t>],
    pub(super) rows: &'t Rows<'t>,
    pub(super) kernel: Kernel<'t>,
    pub(super) timeline: &'t Timeline,
    pub(super) areas: &'t [&'t str],
    pub(super) indicators: &'t [String],
    pub(super) subjects: &'t [Subject<'t>],
    pub(super) parents: &'t ParentTable,
    pub(super) shares: &'t Shares,
    pub(super) sorted: &'t Sorted,
    pub(super) goals: Goals<'t>,
    pub(super) reading: Reading<'t>,
    pub(super) threads: usize,
}

impl Table<'_> {
    /// Asks what each share of the areas comes to, and returns the answers in the order of the shares.
    pub(super) fn each_share<R: Send>(&self, ask: impl Fn(&Self, Range<usize>, &ShareRows<'_>) -> R + Sync) -> Vec<R> {
        let ranges: Vec<_> = self.shares.ranges().into_iter().enumerate().collect();
        threads::map(ranges, self.threads, |(place, areas)| ask(self, areas, &self.sorted.share(place)))
    }

    /// How many pairs and spans to make room for.
    pub(super) fn room(&self, areas: &Range<usize>, rows: &ShareRows<'_>) -> (usize, usize) {
        match rows {
            ShareRows::InOrder(range) => (range.len(), 1),
            ShareRows::Copied(copied) => (copied.len().min(areas.len() * self.subjects.len()), self.timeline.spans),
        }
    }

    /// Hands every area and indicator of a share to a sink.
    pub(super) fn fill(&self, areas: &Range<usize>, rows: &ShareRows<'_>, sink: &mut impl Sink) {
        match rows {
            ShareRows::InOrder(range) => self.in_order(range.clone(), sink),
            ShareRows::Copied(copied) => self.copied(areas, copied, sink),
        }
    }

    /// Tells which rows belong nowhere, and which targets are of indicators that no row is of.
    pub(super) fn findings(&self) -> Findings {
        let mut findings = Findings::default();
        for row in &self.sorted.unplaced {
            if let Some(member) = self.rows.lacking(*row) {
                let word = if member == "indicator" { self.rows.indicator(self.batches, *row) } else { None };
                let resolved = word.map(|word| self.reading.catalogue.resolve(word).into_parts().1);
                let problem = resolved.and_then(|problems| problems.into_iter().next());
                findings.unplace(*row, problem.unwrap_or_else(|| Problem::new(ProblemCode::Missing)), member);
            }
        }
        let is_unused = |code: &&str| !self.indicators.iter().any(|indicator| indicator == code);
        let unused = self.goals.targets.indicators().into_iter().filter(is_unused);
        findings.unused_targets = unused.map(str::to_owned).collect();
        findings
    }

    /// Puts rows together that are in the order of the keys.
    fn in_order(&self, range: Range<usize>, sink: &mut impl Sink) {
        let years = self.timeline.years.len();
        let mut cells = vec![YearCells::EMPTY; years];
        let mut repeats: Vec<(u32, Figures)> = Vec::new();
        let mut known: Option<(u32, u32)> = None;
        self.rows.for_each_run(range, |run| {
            let own = (run.area, run.indicator);
            if let Some((area, indicator)) = known
                && known != Some(own)
            {
                self.finish(area, indicator, &mut cells, &mut repeats, sink);
            }
            known = Some(own);
            for (month, figures) in run.rows() {
                Self::put(&mut cells, u32::from(month), figures, &mut repeats);
            }
        });
        if let Some((area, indicator)) = known {
            self.finish(area, indicator, &mut cells, &mut repeats, sink);
        }
    }

    /// Puts rows together that were copied: each into its place, or by sorting them where most places stay empty.
    fn copied(&self, areas: &Range<usize>, copied: &[[u64; 3]], sink: &mut impl Sink) {
        let (years, indicators) = (self.timeline.years.len(), self.subjects.len());
        let pairs = areas.len() * indicators;
        let key = |pair: usize| -> Option<(u32, u32)> {
            let area = u32::try_from(areas.start + pair / indicators).ok()?;
            Some((area, u32::try_from(pair % indicators).ok()?))
        };
        let mut repeats: Vec<(u32, Figures)> = Vec::new();
        let months = u32::try_from(years * 12).unwrap_or(u32::MAX);
        if pairs * years * 12 > MONTHS_OF_SHARE.max(copied.len() * SPARSE) {
            let mut sorted = copied.to_vec();
            sorted.sort_unstable();
            let mut cells = vec![YearCells::EMPTY; years];
            for own in sorted.chunk_by(|a, b| unpack(a).0 / months == unpack(b).0 / months) {
                let mut pair = 0;
                for row in own {
                    let (month, figures) = unpack(row);
                    pair = (month / months) as usize;
                    Self::put(&mut cells, month % months, figures, &mut repeats);
                }
                if let Some((area, indicator)) = key(pair) {
                    self.finish(area, indicator, &mut cells, &mut repeats, sink);
                }
            }
            return;
        }
        let mut cells = vec![YearCells::EMPTY; pairs * years];
        let mut all_repeats: Vec<(u32, Figures)> = Vec::new();
        for row in copied {
            let (month, figures) = unpack(row);
            Self::put(&mut cells, month, figures, &mut all_repeats);
        }
        all_repeats.sort_unstable_by_key(|(month, figures)| (*month, figures.row));
        let mut left = all_repeats.as_slice();
        for (pair, cells) in cells.chunks_exact_mut(years.max(1)).enumerate() {
            if cells.iter().all(YearCells::is_empty) {
                continue;
            }
            let own = left.partition_point(|(month, _)| (month / months) as usize <= pair);
            let (own, others) = left.split_at(own);
            repeats.extend(own.iter().map(|(month, figures)| (month % months, *figures)));
            left = others;
            if let Some((area, indicator)) = key(pair) {
                self.finish(area, indicator, cells, &mut repeats, sink);
            }
        }
    }

    fn put(cells: &mut [YearCells], month: u32, figures: Figures, repeats: &mut Vec<(u32, Figures)>) {
        let Some(year) = cells.get_mut(month as usize / 12) else { return };
        if year.put(month as usize % 12, figures) {
            repeats.push((month, figures));
        }
    }

    /// Judges what was put together, and makes room for the next.
    fn finish(
        &self,
        area: u32,
        indicator: u32,
        cells: &mut [YearCells],
        repeats: &mut Vec<(u32, Figures)>,
        sink: &mut impl Sink,
    ) {
        if !repeats.is_empty() && are_added(self.kernel.policy) {
            for (place, year) in (0_u32..).zip(cells.iter_mut()) {
                let rule = self.subjects.get(indicator as usize).map(|subject| subject.rule);
                let own = repeats.iter().filter(|(month, _)| month / 12 == place);
                if let Some(rule) = rule {
                    year.add_up(&own.map(|(month, figures)| (*month as usize % 12, *figures)), rule);
                }
            }
        }
        repeats.clear();
        let parent = self.parents.of_area.get(area as usize).copied().unwrap_or(NO_PARENT);
        sink.take(self.kernel, Pair { area, indicator, parent }, cells);
        cells.fill(YearCells::EMPTY);
    }
}
