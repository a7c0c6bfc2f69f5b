//! Ranks within parents that lie in several shares of the areas.

use crate::assess::rank::ranked;
use crate::indicator::Direction;

use super::output::AssessedChunk;
use super::parents::NO_PARENT;
use super::ranks::{Member, figure};

/// Fills in the ranks of chunks, each with its members; a parent may have areas in any of them.
pub(super) fn rank_across(
    chunks: &mut [AssessedChunk],
    members: &[Vec<Member>],
    spans: usize,
    direction: impl Fn(u32) -> Direction,
) {
    let all = (0_usize..).zip(members).flat_map(|(chunk, own)| own.iter().map(move |member| (chunk, *member)));
    let mut all: Vec<(usize, Member)> = all.filter(|(_, member)| member.parent != NO_PARENT).collect();
    all.sort_unstable_by_key(|(chunk, member)| (member.parent, member.indicator, *chunk, member.place));
    let mut order: Vec<((usize, usize), (i64, i64))> = Vec::new();
    for group in all.chunk_by(|(_, a), (_, b)| (a.parent, a.indicator) == (b.parent, b.indicator)) {
        let Some((_, first)) = group.first() else { continue };
        let direction = direction(first.indicator);
        for span in 0..spans {
            order.clear();
            order.extend(group.iter().filter_map(|(chunk, member)| {
                let (row, figure) = figure(chunks.get(*chunk)?, member.place as usize * spans + span)?;
                Some(((*chunk, row), figure))
            }));
            for ((chunk, row), rank) in ranked(&mut order, direction) {
                if let Some(slot) = chunks.get_mut(chunk).and_then(|chunk| chunk.ranks.get_mut(row)) {
                    *slot = rank;
                }
            }
        }
    }
}
