//! A few offices that are looked for in many texts: most texts are told from them without being read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::alias::{AliasKind, Entry, Item, SectorAliases};
use super::token::Tokens;

/// By the words that names of offices begin with, in small letters: the letters of each alias that may give such a name.
static BEGINNINGS: LazyLock<BTreeMap<String, Vec<u32>>> = LazyLock::new(|| {
    let mut beginnings: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for entry in SectorAliases::shared().entries() {
        if let Some(begin) = beginning(entry) {
            beginnings.entry(begin.to_lowercase()).or_default().push(entry.letters);
        }
    }
    beginnings
});

/// Returns what the name of an office begins with that is recognised by an alias.
///
/// INVARIANT: it is the name of the alias, up to a `;`; what is put together begins with the general office or the post.
fn beginning(entry: &Entry) -> Option<&str> {
    let is_office = matches!(entry.kind, AliasKind::Office | AliasKind::PersonGroup | AliasKind::Head);
    entry.name.split(';').next().filter(|_| is_office)
}

/// An office that is looked for.
#[derive(Debug)]
pub(crate) struct SoughtOffice<'n> {
    name: &'n str,
    /// The letters of each alias that the name may come from.
    letters: Vec<u32>,
}

/// The letters of a text in which offices are looked for, one bit each; all of them where it is not plain ASCII.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letters(u32);

impl Letters {
    /// Collects the letters of a text.
    pub(crate) fn of(text: &str) -> Self {
        let letters = text.bytes().filter(u8::is_ascii_alphabetic).map(|byte| 1 << (byte.to_ascii_lowercase() - b'a'));
        Self(if text.is_ascii() { letters.fold(0, |all, letter: u32| all | letter) } else { u32::MAX })
    }
}

impl<'n> SoughtOffice<'n> {
    /// Looks for the office with a canonical name in small letters.
    pub(crate) fn new(name: &'n str) -> Self {
        let ends = name.match_indices([' ', ';']).map(|(at, _)| at).chain([name.len()]);
        let letters = ends.filter_map(|end| BEGINNINGS.get(name.get(..end)?)).flatten().copied().collect();
        Self { name, letters }
    }

    /// Returns the canonical name.
    pub(crate) fn name(&self) -> &'n str {
        self.name
    }

    /// Returns whether a text with these letters may name the office.
    pub(crate) fn may_be_among(&self, letters: Letters) -> bool {
        self.letters.iter().any(|needed| needed & !letters.0 == 0)
    }
}

/// Returns whether a text may name one of some offices: cheaper than reading it.
pub(crate) fn may_name<'s, 'n: 's>(text: &str, offices: impl Iterator<Item = &'s SoughtOffice<'n>> + Clone) -> bool {
    let letters = Letters::of(text);
    let mut possible = offices.filter(|office| office.may_be_among(letters)).peekable();
    if possible.peek().is_none() {
        return false;
    }
    let tokens = Tokens::read(text);
    SectorAliases::shared().scan(&tokens).iter().any(|Item { entry, .. }| {
        let Some(begin) = beginning(entry) else { return false };
        let begins = |office: &str| office.get(..begin.len()).is_some_and(|part| part.eq_ignore_ascii_case(begin));
        possible.clone().any(|office| begins(office.name))
    })
}

/// Returns whether a text may speak of representing: far cheaper than reading it. Only a word of representing that is cut
/// up within its stem is missed.
pub(crate) fn may_represent(text: &str) -> bool {
    if !text.is_ascii() {
        return true;
    }
    let mut rest = text.as_bytes();
    // The word before this one is "a": of "a.n.".
    let mut is_after_a = false;
    let mut is_in_word = false;
    while let Some((first, after)) = rest.split_first() {
        let begins = |stem: &[u8]| rest.get(..stem.len()).is_some_and(|part| part.eq_ignore_ascii_case(stem));
        let ends_word = |length: usize| rest.get(length).is_none_or(|byte| !byte.is_ascii_alphabetic());
        let is_of_stem = match first.to_ascii_lowercase() {
            b'w' => begins(b"wakil") || begins(b"wkl"),
            b'u' => begins(b"utus"),
            b'n' => begins(b"nama") || is_after_a && !is_in_word && ends_word(1),
            b'a' => !is_in_word && begins(b"an") && ends_word(2),
            _ => false,
        };
        if is_of_stem {
            return true;
        }
        let is_letter = first.is_ascii_alphabetic();
        if is_letter {
            is_after_a = !is_in_word && first.eq_ignore_ascii_case(&b'a') && ends_word(1);
        }
        is_in_word = is_letter;
        rest = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::line::offices_of;
    use super::*;

    #[test]
    fn the_cheap_look_misses_no_office() {
        let entries = SectorAliases::built_in();
        let entries = entries.entries();
        assert!(entries.iter().all(|entry| entry.name.is_ascii()), "letters are compared as ASCII");
        let mut offices = 0;
        for (index, first) in entries.iter().enumerate() {
            for step in [0, 1, 7, 101, 911] {
                let text = format!("{} {}", first.alias, entries[(index + step) % entries.len()].alias);
                if let Some(name) = offices_of(&text).present {
                    let sought = [SoughtOffice::new("danramil"), SoughtOffice::new(&name)];
                    assert!(may_name(&text, sought.iter()), "{text}: {name}");
                    offices += 1;
                }
            }
        }
        assert!(offices > 2000, "{offices}");
        let sought = [SoughtOffice::new("danramil"), SoughtOffice::new("camat"), SoughtOffice::new("")];
        assert!(!may_name("Kepala Desa Cidora", sought.iter()) && !may_name("", sought.iter()));
        assert!(may_name("ＤＡＮＲＡＭＩＬ", sought.iter()));
    }

    #[test]
    fn the_cheap_look_misses_no_word_of_representing() {
        for entry in SectorAliases::built_in().entries() {
            if matches!(entry.kind, AliasKind::Represents | AliasKind::RepresentedBy) {
                assert!(may_represent(&format!("Serma S {} Danramil", entry.alias.to_uppercase())), "{}", entry.alias);
            }
        }
        assert!(may_represent("A. N. Kapolsek") && may_represent("ｍｅｗａｋｉｌｉ Camat"));
        for (text, is_so) in [
            ("Kapolsek", false),
            ("", false),
            ("an Camat", true),
            ("Camat a.n", true),
            ("a1n", true),
            ("Aan Camat", false),
            ("an", true),
            ("anak", false),
            ("a nak", false),
            ("ba n", false),
            ("a b n", false),
            ("Pengutusan", true),
            ("W.akil", false),
        ] {
            assert_eq!(may_represent(text), is_so, "{text}");
        }
    }
}
