//! Competition ranks within each parent: 1, 2, 2, 4; exact.
//!
//! Doubles decide where they cannot err: two different fractions n/d with d up to 2^20 and n up to 2^10 x d differ by at
//! least 1/(d x d'), which is more than doubles of that size are apart. All others are compared by cross-multiplication.

use crate::assess::rank::ranked;
use crate::indicator::Direction;

use super::input::MISSING;
use super::output::AssessedChunk;
use super::parents::NO_PARENT;

/// Up to how many areas each is compared with each other.
const FEW: usize = 48;

/// The rows of one area and one indicator in a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Member {
    pub(super) parent: u32,
    pub(super) indicator: u32,
    /// The place among the areas and indicators of the chunk: its rows begin at this times the number of spans.
    pub(super) place: u32,
    /// Whether doubles decide between its values and others of the kind.
    pub(super) is_small: bool,
}

/// Returns whether doubles decide between this fraction and others like it.
pub(super) const fn is_small(numerator: i64, denominator: i64) -> bool {
    denominator > 0 && denominator <= 1 << 20 && numerator >= 0 && numerator <= denominator << 10
}

/// Fills in the ranks of a chunk that has its parents whole; members without a parent have none.
pub(super) fn rank_chunk(
    chunk: &mut AssessedChunk,
    members: &mut Vec<Member>,
    spans: usize,
    direction: impl Fn(u32) -> Direction,
) {
    members.retain(|member| member.parent != NO_PARENT);
    group(members);
    let mut own = Vec::new();
    for group in members.chunk_by(|a, b| (a.parent, a.indicator) == (b.parent, b.indicator)) {
        let Some(first) = group.first() else { continue };
        let direction = direction(first.indicator);
        if group.len() <= FEW && group.iter().all(|member| member.is_small) {
            rank_few(chunk, group, spans, direction, &mut own);
        } else {
            rank_many(chunk, group, spans, direction);
        }
    }
}

/// Brings members of one parent and one indicator together: by counting where the numbers are near each other.
fn group(members: &mut Vec<Member>) {
    let ends = |number: fn(&Member) -> u32| {
        let numbers = members.iter().map(number);
        Some((numbers.clone().min()?, numbers.max()?))
    };
    let (Some(parents), Some(indicators)) = (ends(|member| member.parent), ends(|member| member.indicator)) else {
        return;
    };
    let width = u64::from(indicators.1 - indicators.0) + 1;
    let groups = (u64::from(parents.1 - parents.0) + 1) * width;
    if groups > members.len() as u64 * 4 {
        members.sort_unstable();
        return;
    }
    let group_of = |member: &Member| {
        let group = u64::from(member.parent - parents.0) * width + u64::from(member.indicator - indicators.0);
        usize::try_from(group).unwrap_or(usize::MAX)
    };
    let mut places = vec![0_usize; usize::try_from(groups).unwrap_or(0) + 1];
    for member in members.iter() {
        if let Some(count) = places.get_mut(group_of(member) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for place in &mut places {
        sum += *place;
        *place = sum;
    }
    let mut grouped = members.clone();
    for member in members.iter() {
        if let Some(place) = places.get_mut(group_of(member)) {
            if let Some(slot) = grouped.get_mut(*place) {
                *slot = *member;
            }
            *place += 1;
        }
    }
    *members = grouped;
}

/// Counts for each row how many are better, by doubles.
fn rank_few(chunk: &mut AssessedChunk, group: &[Member], spans: usize, direction: Direction, own: &mut Vec<u64>) {
    let rows = |member: &Member| (member.place as usize * spans)..(member.place as usize + 1) * spans;
    for member in group {
        let Some(values) = chunk.values.get(rows(member)) else { continue };
        own.clear();
        own.resize(spans, 1);
        for other in group {
            let Some(others) = chunk.values.get(rows(other)) else { continue };
            let all = own.iter_mut().zip(values).zip(others);
            // A value that is not there is neither above nor below.
            match direction {
                Direction::Higher => all.for_each(|((rank, own), other)| *rank += u64::from(other > own)),
                Direction::Lower => all.for_each(|((rank, own), other)| *rank += u64::from(other < own)),
            }
        }
        let Some(ranks) = chunk.ranks.get_mut(rows(member)) else { continue };
        for ((rank, own), value) in ranks.iter_mut().zip(own.iter()).zip(values) {
            *rank = if value.is_nan() { 0 } else { u32::try_from(*own).unwrap_or(0) };
        }
    }
}

/// Sorts the rows of each span, exactly.
fn rank_many(chunk: &mut AssessedChunk, group: &[Member], spans: usize, direction: Direction) {
    let mut order: Vec<(usize, (i64, i64))> = Vec::with_capacity(group.len());
    for span in 0..spans {
        order.clear();
        let figure = |member: &Member| figure(chunk, member.place as usize * spans + span);
        order.extend(group.iter().filter_map(figure));
        for (row, rank) in ranked(&mut order, direction) {
            if let Some(slot) = chunk.ranks.get_mut(row) {
                *slot = rank;
            }
        }
    }
}

/// The row and its fraction, where it has a value; a count is divided by 1.
pub(super) fn figure(chunk: &AssessedChunk, row: usize) -> Option<(usize, (i64, i64))> {
    let value = chunk.values.get(row)?;
    let (numerator, denominator) = (chunk.numerators.get(row)?, chunk.denominators.get(row)?);
    let denominator = if *denominator == MISSING { 1 } else { *denominator };
    (!value.is_nan()).then_some((row, (*numerator, denominator)))
}
