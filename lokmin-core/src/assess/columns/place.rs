//! Rows of any order brought to the share of areas that they belong to.
//!
//! Rows in the order of the keys stay where they are. All others are copied once, each share into a piece of its own, so
//! that the months of a share are near each other when they are put together.

use std::ops::Range;

use super::cells::Figures;
use super::error::ColumnsError;
use super::input::FigureColumns;
use super::keys::{KeyColumn, KeyTable, NO_KEY};
use super::parents::Shares;
use super::periods::{Months, NOWHERE, RawPeriods, Timeline};
use super::threads;

/// A row that was copied: its place among the months of its share and its number, its numerator and its denominator.
type Copied = [u64; 3];

/// All rows of the table.
#[derive(Clone, Debug)]
pub(super) struct Rows<'t> {
    batches: Vec<Batch<'t>>,
    len: usize,
    timeline: &'t Timeline,
    indicators: usize,
}

#[derive(Clone, Debug)]
struct Batch<'t> {
    first_row: usize,
    areas: KeyColumn<'t>,
    indicators: KeyColumn<'t>,
    periods: &'t RawPeriods<'t>,
    numerators: &'t [i64],
    denominators: &'t [i64],
}

/// Rows that follow each other with one area and one indicator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run<'r> {
    /// The number of the area, or [`NO_KEY`].
    pub(super) area: u32,
    /// The number of the indicator, or [`NO_KEY`].
    pub(super) indicator: u32,
    first_row: u32,
    periods: &'r [i32],
    months: &'r Months<'r>,
    numerators: &'r [i64],
    denominators: &'r [i64],
}

impl Run<'_> {
    /// Returns the place of the month of each row, which can be [`NOWHERE`], and its figures.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u16, Figures)> {
        let figures = self.numerators.iter().zip(self.denominators);
        let rows = (self.first_row..).zip(self.periods).zip(figures);
        rows.map(|((row, raw), (numerator, denominator))| {
            (self.months.place(*raw), Figures { row, numerator: *numerator, denominator: *denominator })
        })
    }

    /// Returns whether the rows have an area and an indicator.
    const fn has_keys(&self) -> bool {
        self.area != NO_KEY && self.indicator != NO_KEY
    }
}

/// Where a row belongs: the numbers of its area and its indicator, and the place of its month.
type Place = (u32, u32, u16);

impl<'t> Rows<'t> {
    pub(super) fn new(
        columns: &'t [FigureColumns<'t>],
        areas: &'t KeyTable<'t>,
        indicators: &'t KeyTable<'t>,
        periods: &'t [RawPeriods<'t>],
        timeline: &'t Timeline,
        indicator_count: usize,
    ) -> Result<Self, ColumnsError> {
        let mut len = 0;
        let mut batches = Vec::with_capacity(columns.len());
        for (batch, (columns, periods)) in columns.iter().zip(periods).enumerate() {
            batches.push(Batch {
                first_row: len,
                areas: areas.column(batch),
                indicators: indicators.column(batch),
                periods,
                numerators: columns.numerators,
                denominators: columns.denominators,
            });
            len += columns.len();
        }
        if u32::try_from(len).is_ok_and(|len| len < u32::MAX) {
            Ok(Self { batches, len, timeline, indicators: indicator_count })
        } else {
            Err(ColumnsError::TooLarge { what: "rows", found: len as u64, most: u64::from(u32::MAX) - 1 })
        }
    }

    /// Calls `each` with the rows of a range, in their order: as many at once as follow each other with the same area and
    /// indicator.
    pub(super) fn for_each_run(&self, range: Range<usize>, mut each: impl FnMut(Run<'_>)) {
        for batch in &self.batches {
            let begin = range.start.saturating_sub(batch.first_row);
            let end = range.end.saturating_sub(batch.first_row).min(batch.numerators.len());
            let columns = (
                batch.areas.keys.get(begin..end),
                batch.indicators.keys.get(begin..end),
                batch.periods.raw.get(begin..end),
                batch.numerators.get(begin..end),
                batch.denominators.get(begin..end),
            );
            let (Some(areas), Some(indicators), Some(mut periods), Some(mut numerators), Some(mut denominators)) =
                columns
            else {
                continue;
            };
            let months = self.timeline.lookup(batch.periods);
            let mut keys = areas.iter().zip(indicators);
            let mut next = keys.next();
            let mut first_row = u32::try_from(batch.first_row + begin).unwrap_or(u32::MAX);
            while let Some(own) = next {
                let mut len = 1;
                next = keys.next();
                while next == Some(own) {
                    (next, len) = (keys.next(), len + 1);
                }
                let split = (
                    periods.split_at_checked(len),
                    numerators.split_at_checked(len),
                    denominators.split_at_checked(len),
                );
                let (Some(own_periods), Some(own_numerators), Some(own_denominators)) = split else { break };
                each(Run {
                    area: batch.areas.number(*own.0),
                    indicator: batch.indicators.number(*own.1),
                    first_row,
                    periods: own_periods.0,
                    months: &months,
                    numerators: own_numerators.0,
                    denominators: own_denominators.0,
                });
                (periods, numerators, denominators) = (own_periods.1, own_numerators.1, own_denominators.1);
                first_row += u32::try_from(len).unwrap_or(0);
            }
        }
    }

    /// Returns whether a row has an area, an indicator and a period, and which of them it lacks.
    pub(super) fn lacking(&self, row: u32) -> Option<&'static str> {
        let row = row as usize;
        let mut lacking = None;
        self.for_each_run(row..row + 1, |run| {
            lacking = if run.area == NO_KEY {
                Some("area")
            } else if run.indicator == NO_KEY {
                Some("indicator")
            } else if run.rows().any(|(month, _)| month == NOWHERE) {
                Some("period")
            } else {
                None
            };
        });
        lacking
    }

    /// Returns the word that a row has for its indicator.
    pub(super) fn indicator(&self, columns: &[FigureColumns<'t>], row: u32) -> Option<&'t str> {
        let place = self.batches.partition_point(|batch| batch.first_row <= row as usize).checked_sub(1)?;
        let (batch, columns) = (self.batches.get(place)?, columns.get(place)?);
        columns.indicators.word(row as usize - batch.first_row)
    }

    /// Brings the rows to their shares.
    pub(super) fn sort_out(&self, shares: &Shares, threads: usize) -> Result<Sorted, ColumnsError> {
        let share_of: Vec<u32> = (0..)
            .zip(shares.ranges())
            .flat_map(|(share, range): (u32, Range<usize>)| std::iter::repeat_n(share, range.len()))
            .collect();
        let most = shares.ranges().iter().map(Range::len).max().unwrap_or(0);
        let months = most as u64 * self.indicators as u64 * self.timeline.places as u64;
        if months > u64::from(u32::MAX) {
            return Err(ColumnsError::TooLarge {
                what: "months of one share",
                found: months,
                most: u64::from(u32::MAX),
            });
        }
        let pieces = self.pieces(threads);
        let looked = threads::map(pieces.clone(), threads, |range| self.look(range, &share_of, shares.ends.len()));
        let unplaced: Vec<u32> = looked.iter().flat_map(|piece| piece.unplaced.iter().copied()).collect();
        let firsts = looked.iter().filter_map(|piece| piece.first);
        let lasts = looked.iter().filter_map(|piece| piece.last);
        let is_sorted =
            looked.iter().all(|piece| piece.is_sorted) && firsts.skip(1).zip(lasts).all(|(next, last)| last <= next);
        let counts: Vec<Vec<u32>> = looked.into_iter().map(|piece| piece.counts).collect();
        let ends = ends_of(&counts, shares.ends.len());
        if is_sorted && unplaced.is_empty() {
            return Ok(Sorted { ends, copied: None, unplaced });
        }
        let begins: Vec<usize> = std::iter::once(0).chain(shares.ends.iter().copied()).collect();
        let copied = self.copy(pieces, &counts, &share_of, &begins, threads);
        Ok(Sorted { ends, copied: Some(copied), unplaced })
    }

    /// The rows in as many pieces as there are threads.
    fn pieces(&self, threads: usize) -> Vec<Range<usize>> {
        let size = self.len.div_ceil(threads.max(1)).max(1);
        (0..self.len).step_by(size).map(|begin| begin..(begin + size).min(self.len)).collect()
    }

    fn look(&self, range: Range<usize>, share_of: &[u32], shares: usize) -> Looked {
        let mut counts = vec![0_u32; shares];
        let (mut unplaced, mut is_sorted) = (Vec::new(), true);
        let (mut first, mut last) = (None, None);
        let mut before: Place = (0, 0, 0);
        self.for_each_run(range, |run| {
            let share = share_of.get(run.area as usize).and_then(|share| counts.get_mut(*share as usize));
            let Some(share) = share.filter(|_| run.has_keys()) else {
                unplaced.extend(run.rows().map(|(_, figures)| figures.row));
                return;
            };
            let (mut count, mut is_ascending, mut month_before) = (0, true, 0);
            let mut month_first = None;
            for (month, figures) in run.rows() {
                if month == NOWHERE {
                    unplaced.push(figures.row);
                    continue;
                }
                is_ascending &= month_before <= month;
                month_before = month;
                month_first.get_or_insert(month);
                count += 1;
            }
            let Some(month) = month_first else { return };
            let begin = (run.area, run.indicator, month);
            is_sorted &= is_ascending && before <= begin;
            before = (run.area, run.indicator, month_before);
            *share += count;
            first.get_or_insert(begin);
            last = Some(before);
        });
        Looked { counts, unplaced, is_sorted, first, last }
    }

    /// Copies every row to its share, in the order of the rows.
    fn copy(
        &self,
        pieces: Vec<Range<usize>>,
        counts: &[Vec<u32>],
        share_of: &[u32],
        begins: &[usize],
        threads: usize,
    ) -> Vec<Copied> {
        let shares = begins.len().saturating_sub(1);
        let total: usize = counts.iter().flatten().map(|count| *count as usize).sum();
        let mut copied = vec![[0_u64; 3]; total];
        // For each piece the room that its rows have in each share.
        let mut rooms: Vec<Vec<&mut [Copied]>> = pieces.iter().map(|_| Vec::with_capacity(shares)).collect();
        let mut rest = copied.as_mut_slice();
        for share in 0..shares {
            for (rooms, counts) in rooms.iter_mut().zip(counts) {
                let size = counts.get(share).map_or(0, |count| *count as usize).min(rest.len());
                let (room, others) = std::mem::take(&mut rest).split_at_mut(size);
                rooms.push(room);
                rest = others;
            }
        }
        let work: Vec<_> = pieces.into_iter().zip(rooms).collect();
        threads::map(work, threads, |(range, rooms)| {
            let mut rooms: Vec<_> = rooms.into_iter().map(<[Copied]>::iter_mut).collect();
            self.for_each_run(range, |run| {
                let Some(share) = share_of.get(run.area as usize).filter(|_| run.has_keys()) else { return };
                let (Some(begin), Some(room)) = (begins.get(*share as usize), rooms.get_mut(*share as usize)) else {
                    return;
                };
                let area = u64::from(run.area) - *begin as u64;
                let first = (area * self.indicators as u64 + u64::from(run.indicator)) * self.timeline.places as u64;
                for (month, figures) in run.rows().filter(|(month, _)| *month != NOWHERE) {
                    if let Some(slot) = room.next() {
                        *slot = [
                            (first + u64::from(month)) << 32 | u64::from(figures.row),
                            figures.numerator.cast_unsigned(),
                            figures.denominator.cast_unsigned(),
                        ];
                    }
                }
            });
        });
        copied
    }
}

/// What was seen of some rows.
#[derive(Debug)]
struct Looked {
    /// How many rows each share has.
    counts: Vec<u32>,
    /// Rows that belong nowhere.
    unplaced: Vec<u32>,
    is_sorted: bool,
    first: Option<Place>,
    last: Option<Place>,
}

/// The rows of each share.
#[derive(Debug)]
pub(super) struct Sorted {
    /// The ends of the shares among the rows.
    ends: Vec<usize>,
    /// The rows, where they had to be copied.
    copied: Option<Vec<Copied>>,
    /// Rows that belong nowhere.
    pub(super) unplaced: Vec<u32>,
}

/// The rows of one share.
#[derive(Clone, Debug)]
pub(super) enum ShareRows<'s> {
    /// A range of the rows of the table, in the order of the keys.
    InOrder(Range<usize>),
    /// Copies, in the order of the rows of the table.
    Copied(&'s [Copied]),
}

impl Sorted {
    /// Returns the rows of a share.
    pub(super) fn share(&self, share: usize) -> ShareRows<'_> {
        let begin = share.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(share).copied().unwrap_or(begin);
        match &self.copied {
            None => ShareRows::InOrder(begin..end),
            Some(copied) => ShareRows::Copied(copied.get(begin..end).unwrap_or(&[])),
        }
    }
}

/// Returns what a copy says: the place among the months of its share, and the figures.
pub(super) fn unpack(copied: &Copied) -> (u32, Figures) {
    let [place, numerator, denominator] = *copied;
    #[expect(clippy::cast_possible_truncation, reason = "two halves of a word")]
    let (month, row) = ((place >> 32) as u32, place as u32);
    (month, Figures { row, numerator: numerator.cast_signed(), denominator: denominator.cast_signed() })
}

/// The ends of the shares, from the counts of each piece.
fn ends_of(counts: &[Vec<u32>], shares: usize) -> Vec<usize> {
    let mut end = 0;
    let total =
        |share: usize| counts.iter().filter_map(|counts| counts.get(share)).map(|count| *count as usize).sum::<usize>();
    (0..shares)
        .map(|share| {
            end += total(share);
            end
        })
        .collect()
}
