//! What an unrecognised text probably meant.

use super::alias::{AliasKind, Item, SectorAliases};
use super::token::Tokens;
use crate::problem::edit_distance;

/// Only so many words of a text are compared.
const WORDS: usize = 12;
/// Shorter words are not compared: too many are near each other.
const SHORTEST: usize = 5;
/// In a word of this many letters two may differ, in a shorter one only one.
const LONG: usize = 9;

/// Returns the alias nearest to a word, or to two words together, of the text. It is a suggestion, never an answer.
///
/// Nobody mistypes the first letter: only aliases that begin with it are compared. Words that are known to be no office
/// (`lintas sektor`, `DPC PKB`) were not mistyped at all.
pub(super) fn nearest_alias(aliases: &SectorAliases, tokens: &Tokens<'_>, items: &[Item<'_>]) -> Option<String> {
    let is_no_office = |index: usize| {
        let mut skipped = items.iter().filter(|item| item.entry.kind == AliasKind::Skip);
        skipped.any(|item| (item.first..=item.last).contains(&index))
    };
    let mut best: Option<(usize, &str)> = None;
    for first in 0..tokens.len().min(WORDS) {
        for last in [first, first + 1] {
            let (Some(from), Some(to)) = (tokens.get(first), tokens.get(last)) else { continue };
            let word = tokens.folded().get(from.folded_start..to.folded_end).unwrap_or("");
            let allowed = if word.len() < LONG { 1 } else { 2 };
            if is_no_office(first) || is_no_office(last) {
                continue;
            }
            if word.len() < SHORTEST || word.len() > 40 || last > first && !to.gap.is_soft() {
                continue;
            }
            let letters: Vec<char> = word.chars().collect();
            let known = letters_of(word);
            for entry in aliases.entries() {
                let key = entry.key.as_str();
                let is_hopeless = key.as_bytes().first() != word.as_bytes().first()
                    || key.len() < SHORTEST
                    || key.len().abs_diff(word.len()) > allowed
                    || (entry.letters ^ known).count_ones() as usize > 2 * allowed
                    || !entry.names_a_sector();
                if is_hopeless {
                    continue;
                }
                let distance = edit_distance(&letters, &key.chars().collect::<Vec<_>>());
                if distance <= allowed && best.is_none_or(|(nearest, _)| distance < nearest) {
                    best = Some((distance, &entry.alias));
                }
            }
        }
    }
    best.map(|(_, alias)| alias.to_owned())
}

/// Returns which of the letters a to z a word has, one bit each.
pub(super) fn letters_of(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |letters, byte| letters | 1 << (byte - b'a'))
}
