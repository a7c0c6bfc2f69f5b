//! How names of regions are compared: after case and space folding, with short forms written in full, and with the kind
//! of region written before them.

use std::borrow::Cow;

use super::code::{Level, RegionCode, VillageKind};
use super::place::expand_place;
use crate::problem::nearest;

/// Returns the letters of a name that count when names are compared: lower case, white space as single spaces, none
/// around, and curly apostrophes straight.
pub(crate) fn folded(name: &str) -> impl Iterator<Item = char> + '_ {
    let words = name.split_whitespace().enumerate();
    words.flat_map(|(index, word)| {
        let space = (index > 0).then_some(' ');
        space.into_iter().chain(word.chars().flat_map(char::to_lowercase)).map(|c| match c {
            '\u{2018}' | '\u{2019}' | '\u{02bc}' | '`' => '\'',
            c => c,
        })
    })
}

/// Returns the folded name as text.
pub(crate) fn fold(name: &str) -> String {
    folded(name).collect()
}

/// Returns a name with its short forms, such as `Ma.`, written in full.
fn in_full(name: &str) -> Cow<'_, str> {
    if name.contains('.') { expand_place(name).into() } else { name.into() }
}

/// What a word before a name says about the region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prefix {
    /// A level only, as `Kec.` does.
    Level(Level),
    /// A kind of village, as `Kel.` does.
    Village(VillageKind),
    /// A kabupaten (`false`) or a kota (`true`).
    District(bool),
}

impl Prefix {
    const fn level(self) -> Level {
        match self {
            Self::Level(level) => level,
            Self::Village(_) => Level::Village,
            Self::District(_) => Level::District,
        }
    }
}

const PREFIXES: &[(&str, Prefix)] = &[
    ("desa adat", Prefix::Village(VillageKind::DesaAdat)),
    ("desa", Prefix::Village(VillageKind::Desa)),
    ("ds", Prefix::Village(VillageKind::Desa)),
    ("kelurahan", Prefix::Village(VillageKind::Kelurahan)),
    ("kel", Prefix::Village(VillageKind::Kelurahan)),
    ("kecamatan", Prefix::Level(Level::Subdistrict)),
    ("kec", Prefix::Level(Level::Subdistrict)),
    ("distrik", Prefix::Level(Level::Subdistrict)),
    ("kabupaten administrasi", Prefix::District(false)),
    ("kabupaten", Prefix::District(false)),
    ("kab", Prefix::District(false)),
    ("kota administrasi", Prefix::District(true)),
    ("kota", Prefix::District(true)),
    ("provinsi", Prefix::Level(Level::Province)),
    ("prov", Prefix::Level(Level::Province)),
];

/// Splits a folded name into what the word before it says and the rest: `kel. pelangiran`, `kec.lumbir`.
fn split_prefix(name: &str) -> Option<(Prefix, &str)> {
    PREFIXES.iter().find_map(|(word, prefix)| {
        let rest = name.strip_prefix(word)?;
        let bare = rest.strip_prefix('.').unwrap_or(rest).trim_start();
        (bare.len() < rest.len() && !bare.is_empty()).then_some((*prefix, bare))
    })
}

/// A name that is looked for.
#[derive(Debug)]
pub(crate) struct Wanted {
    whole: String,
    bare: Option<(Prefix, usize)>,
}

impl Wanted {
    pub(crate) fn new(name: &str) -> Self {
        let whole = fold(&in_full(name));
        let bare = split_prefix(&whole).map(|(prefix, bare)| (prefix, whole.len() - bare.len()));
        Self { whole, bare }
    }

    /// Returns the name without the word before it that says what kind of region it is.
    pub(crate) fn bare(&self) -> &str {
        self.bare.and_then(|(_, start)| self.whole.get(start..)).unwrap_or(&self.whole)
    }

    /// Returns the level that the word before the name says.
    pub(crate) fn level(&self) -> Option<Level> {
        self.bare.map(|(prefix, _)| prefix.level())
    }

    /// Returns whether a name is the wanted one, with or without the word before the wanted one.
    pub(crate) fn is_name_of(&self, code: RegionCode, name: &str) -> bool {
        let name = in_full(name);
        if folded(&name).eq(self.whole.chars()) {
            return true;
        }
        let level = code.level();
        // Lists write districts with the word before the name, and all others without.
        if level == Level::District {
            let name = fold(&name);
            let Some((kind, name)) = split_prefix(&name) else { return false };
            return match self.bare {
                None => name == self.whole,
                Some((prefix, _)) => prefix == kind && name == self.bare(),
            };
        }
        let fits = match self.bare {
            Some((Prefix::Level(wanted), _)) => wanted == level,
            Some((Prefix::Village(_), _)) => level == Level::Village,
            Some((Prefix::District(_), _)) | None => false,
        };
        fits && folded(&name).eq(self.bare().chars())
    }

    /// Returns whether the word before the wanted name says that it is the kind of village that the code is.
    pub(crate) fn is_kind_of(&self, code: RegionCode) -> bool {
        match self.bare {
            Some((Prefix::Village(VillageKind::Desa), _)) => {
                matches!(code.village_kind(), Some(VillageKind::Desa | VillageKind::DesaAdat))
            }
            Some((Prefix::Village(kind), _)) => code.village_kind() == Some(kind),
            _ => false,
        }
    }
}

/// Of several regions with the wanted name, keeps those of the kind that the wanted name says, if there are any.
pub(crate) fn keep_kind(wanted: &Wanted, codes: &mut Vec<RegionCode>) {
    if codes.len() > 1 && codes.iter().any(|code| wanted.is_kind_of(*code)) {
        codes.retain(|code| wanted.is_kind_of(*code));
    }
}

/// Returns the name, of several regions, that the wanted one was probably meant to be: the same but for spaces, or else
/// the nearest. The words before the names decide between equally near ones. In the name of a village such a word may also
/// be part of the name, as in Kota Baru.
pub(crate) fn nearest_name<'a>(
    wanted: &Wanted,
    regions: impl IntoIterator<Item = (RegionCode, &'a str)>,
) -> Option<&'a str> {
    let mut names: Vec<(bool, String, &str)> = Vec::new();
    for (code, name) in regions {
        let mut bare = fold(&in_full(name));
        let mut is_other_kind = false;
        if code.level() == Level::District
            && let Some((kind, rest)) = split_prefix(&bare)
        {
            is_other_kind = wanted.bare.is_some_and(|(prefix, _)| prefix != kind);
            bare = String::from(rest);
        }
        names.push((is_other_kind, bare, name));
    }
    names.sort_by_key(|(is_other_kind, _, _)| *is_other_kind);
    [wanted.bare(), &wanted.whole].into_iter().find_map(|wanted| {
        let letters = without_spaces(wanted);
        let same = names.iter().find(|(_, bare, _)| !letters.is_empty() && without_spaces(bare) == letters);
        let found = same.or_else(|| {
            let near = nearest(wanted, names.iter().map(|(_, bare, _)| bare.as_str()))?;
            names.iter().find(|(_, bare, _)| bare == near)
        });
        found.map(|(_, _, name)| *name)
    })
}

fn without_spaces(folded: &str) -> String {
    folded.replace(' ', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_is_of_case_space_and_apostrophes() {
        assert_eq!(fold("  Suka\u{a0} RAMAI\t"), "suka ramai");
        assert_eq!(fold("Ma’rang"), "ma'rang");
        assert_eq!(fold(""), "");
    }

    #[test]
    fn a_word_before_the_name_is_understood() {
        for (text, prefix, name) in [
            ("kel. pelangiran", Prefix::Village(VillageKind::Kelurahan), "pelangiran"),
            ("kec.lumbir", Prefix::Level(Level::Subdistrict), "lumbir"),
            ("desa adat x", Prefix::Village(VillageKind::DesaAdat), "x"),
            ("kota administrasi jakarta utara", Prefix::District(true), "jakarta utara"),
        ] {
            assert_eq!(split_prefix(text), Some((prefix, name)));
        }
        for text in ["desa", "kelapa", "kota.", "", "desaku", "kecubung"] {
            assert_eq!(split_prefix(text), None, "{text}");
        }
    }
}
