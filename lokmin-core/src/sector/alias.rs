//! The alias table: every written form of an office, an institution or a group, as data.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use csv::StringRecord;

use super::Sector;
use super::suggest::letters_of;
use super::token::{Gap, Tokens};
use super::trie::Trie;
use crate::json::{Reader, terms};
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode, nearest};
use crate::table::read_ordered_rows;

terms! {
    /// What an alias of the table stands for.
    pub enum AliasKind {
        /// A post that a person holds: Kapolsek.
        Office = "office", "jabatan", "office";
        /// An institution: Polsek.
        Institution = "institution", "lembaga", "institution";
        /// One word for several offices: Muspika.
        Collective = "collective", "gabungan", "collective";
        /// People without an office: tokoh masyarakat.
        PersonGroup = "person_group", "kelompok orang", "group of people";
        /// A rank of the army or the police: Serma. It names the sector only where nothing else does.
        Rank = "rank", "pangkat", "rank";
        /// The general part of an office: Ketua, Staf. The institution after it names the sector.
        Head = "head", "jabatan umum", "general office";
        /// A title or degree: dr., S.Tr.Keb.
        Title = "title", "gelar", "title";
        /// Words that look like an office and are none: partai PKB, balai desa.
        Skip = "skip", "bukan jabatan", "not an office";
        /// A kind of area: kecamatan, desa. What follows directly is the name of a place.
        Area = "area", "wilayah", "area";
        /// A capacity: Plt., Plh.
        Capacity = "capacity", "kapasitas", "capacity";
        /// The person before it stands in for the office after it: mewakili.
        Represents = "represents", "mewakili", "represents";
        /// The person after it stands in for the office before it: diwakili oleh.
        RepresentedBy = "represented_by", "diwakili", "represented by";
        /// A woman's address: Ibu.
        Honorific = "honorific", "sapaan ibu", "honorific";
        /// An address that says nothing: Bapak, Sdr.
        Sir = "sir", "sapaan", "address";
        /// The person is not the holder: istri, mantan, (Purn).
        NotHolder = "not_holder", "bukan pejabat", "not the holder";
        /// Somebody did not come: tidak hadir, berhalangan.
        NotPresent = "not_present", "tidak hadir", "not present";
        /// A word between two entries: dan, serta.
        Conjunction = "conjunction", "kata hubung", "conjunction";
    }
}

/// The columns in their order; the first is that by which a header line is known.
const COLUMNS: [&str; 6] = ["alias", "sectors", "name", "kind", "flags", "source"];

/// The longest alias, in folded letters and digits.
const LONGEST: usize = 80;

/// An alias of at most so many letters is only found where it is written as one word, or with its own spaces.
const SHORT: usize = 4;

/// The flags of one alias.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u16);

impl Flags {
    const NAMES: [(&'static str, Self); 10] = [
        ("spouse", Self::SPOUSE),
        ("assumed", Self::ASSUMED),
        ("yield", Self::YIELD),
        ("area", Self::AREA),
        ("area_far", Self::AREA_FAR),
        ("parent", Self::PARENT),
        ("chief", Self::CHIEF),
        ("adjacent", Self::ADJACENT),
        ("not_before_number", Self::NOT_BEFORE_NUMBER),
        ("before_name", Self::BEFORE_NAME),
    ];
    pub(super) const SPOUSE: Self = Self(1);
    pub(super) const ASSUMED: Self = Self(2);
    pub(super) const YIELD: Self = Self(4);
    pub(super) const AREA: Self = Self(8);
    pub(super) const AREA_FAR: Self = Self(16);
    pub(super) const PARENT: Self = Self(32);
    pub(super) const CHIEF: Self = Self(64);
    pub(super) const ADJACENT: Self = Self(128);
    pub(super) const NOT_BEFORE_NUMBER: Self = Self(256);
    pub(super) const BEFORE_NAME: Self = Self(512);

    pub(super) const fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }
}

/// One alias and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) alias: String,
    pub(super) key: String,
    pub(super) sectors: Vec<Sector>,
    pub(super) name: String,
    pub(super) kind: AliasKind,
    pub(super) flags: Flags,
    /// Which of the letters a to z it has, one bit each.
    pub(super) letters: u32,
    /// How many words the alias is written with.
    words: usize,
    /// Whether its last word is an area: what follows directly is the name of a place.
    pub(super) ends_with_area: bool,
}

impl Entry {
    /// Returns whether words of a text are the alias as it may be written. The letters agree already; a short alias must
    /// not be put together from separate words: "K. U. Adam" holds no KUA.
    fn is_written_with(&self, tokens: &Tokens<'_>, first: usize, last: usize) -> bool {
        self.key.len() > SHORT
            || last - first + 1 == self.words
            || (first + 1..=last).all(|index| tokens.gap(index) <= Gap::Dot)
    }

    /// Returns whether both stand for the same thing.
    pub(super) fn means_the_same(&self, other: &Self) -> bool {
        (&self.sectors, &self.name, self.kind, self.flags) == (&other.sectors, &other.name, other.kind, other.flags)
    }

    /// Returns whether the alias names a sector by itself.
    pub(super) fn names_a_sector(&self) -> bool {
        !self.sectors.is_empty() && !matches!(self.kind, AliasKind::Area | AliasKind::Head)
    }
}

/// An alias found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'a> {
    pub(super) entry: &'a Entry,
    /// The number of its first word.
    pub(super) first: usize,
    /// The number of its last word.
    pub(super) last: usize,
}

/// The aliases by which offices and institutions are recognised. Cloning is cheap.
///
/// The built-in table is `data/sector_aliases.csv`. Its columns:
///
/// | column | meaning |
/// | :-- | :-- |
/// | `alias` | as people write it; case, dots, hyphens, apostrophes and spaces do not matter |
/// | `sectors` | sector codes, separated by spaces; several for a collective |
/// | `name` | canonical name; `;` between the names of a collective, or between an office and the institution it is taken to belong to |
/// | `kind` | see [`AliasKind`] |
/// | `flags` | see below; may be left out |
/// | `source` | `kmk` KMK HK.01.07/MENKES/2015/2023 table 2; `forum` reports of real forums; `surat` real invitations; `usage` general usage, fairly certain; free text for added aliases; may be left out |
///
/// | flag | meaning |
/// | :-- | :-- |
/// | `spouse` | "Ibu ..." may be the holder's wife |
/// | `assumed` | the alias alone does not say the sector; a warning says what was taken |
/// | `yield` | an institution named with it decides the sector: "Perawat RSUD" |
/// | `area`, `area_far` | "Kecamatan" or "Desa" after it decides the sector; directly, or with words between |
/// | `parent` | an institution that others belong to: "UPTD Puskesmas Lumbir Dinas Kesehatan" is the Puskesmas |
/// | `chief` | the head of an institution: "a.n. Kepala KUA" stands in for an office |
/// | `adjacent` | counts only directly beside what it speaks of; of `not_present`, only where it stands by itself: "(izin)" |
/// | `before_name` | a title that stands before a name, and so proves one: "dr. Mahar Barlian" |
/// | `not_before_number` | an address when a number follows: "RT 02" |
///
/// # Example
///
/// ```
/// use lokmin_core::sector::{Sector, SectorAliases};
/// let aliases = SectorAliases::built_in();
/// assert_eq!(aliases.recognise("Kelihan Banjar").value().unwrap().code, None);
///
/// let aliases = aliases.with_csv("Kelihan Banjar,DESA,Kelihan Banjar,office").into_result()?;
/// assert_eq!(aliases.recognise("Kelihan Banjar").value().unwrap().code, Some(Sector::Desa));
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
#[derive(Clone, Debug)]
pub struct SectorAliases {
    table: Arc<Table>,
}

#[derive(Debug)]
struct Table {
    entries: Vec<Entry>,
    trie: Trie,
}

static BUILT_IN: LazyLock<SectorAliases> = LazyLock::new(|| {
    let (rows, problems) = read_rows(include_str!("../../data/sector_aliases.csv")).into_parts();
    debug_assert!(problems.is_empty(), "the built-in alias table: {problems}");
    SectorAliases::from_entries(rows.unwrap_or_default())
});

impl SectorAliases {
    /// Returns the aliases that ship with the library.
    #[must_use]
    pub fn built_in() -> Self {
        BUILT_IN.clone()
    }

    /// Borrows the aliases that ship with the library.
    pub(super) fn shared() -> &'static Self {
        &BUILT_IN
    }

    /// Adds aliases written as CSV: `alias,sectors,name,kind`, and optionally `flags,source`.
    ///
    /// The header line may be left out; empty lines and lines that begin with `#` are passed over. An added alias wins
    /// over an equal one that was there: the district knows its own words.
    ///
    /// # Errors
    ///
    /// `sector.alias_row`, `sector.alias_conflict`, `csv.line_break`, and `document.unknown_term` for an unknown sector, kind or flag;
    /// each at `/rows/<number of the row, from 0>`.
    pub fn with_csv(&self, text: &str) -> Outcome<Self> {
        read_rows(text).map(|added| {
            let mut entries = self.table.entries.clone();
            entries.extend(added);
            Self::from_entries(entries)
        })
    }

    /// Of two equal keys the later one counts.
    fn from_entries(entries: Vec<Entry>) -> Self {
        let mut latest: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            latest.insert(&entry.key, index);
        }
        let mut kept: Vec<bool> = vec![false; entries.len()];
        for index in latest.values() {
            if let Some(kept) = kept.get_mut(*index) {
                *kept = true;
            }
        }
        let mut kept = kept.into_iter();
        let mut entries = entries;
        entries.retain(|_| kept.next().unwrap_or(false));
        let is_area = |word: &str| entries.iter().any(|entry| entry.kind == AliasKind::Area && entry.key == word);
        let ends: Vec<bool> = entries
            .iter()
            .map(|entry| {
                let tokens = Tokens::read(&entry.alias);
                entry.kind == AliasKind::Area || is_area(tokens.word(tokens.len().saturating_sub(1)))
            })
            .collect();
        for (entry, ends_with_area) in entries.iter_mut().zip(ends) {
            entry.ends_with_area = ends_with_area;
        }
        let trie = Trie::new(
            entries
                .iter()
                .enumerate()
                .filter_map(|(index, entry)| Some((entry.key.as_str(), u32::try_from(index).ok()?))),
        );
        Self { table: Arc::new(Table { entries, trie }) }
    }

    /// Returns every alias, in the order of the table.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.table.entries
    }

    /// Finds the aliases of a text: the longest at each place, from left to right, never overlapping.
    pub(super) fn scan(&self, tokens: &Tokens<'_>) -> Vec<Item<'_>> {
        let mut items = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.longest_at(tokens, at) {
                Some(item) => {
                    at = item.last + 1;
                    items.push(item);
                }
                None => at += 1,
            }
        }
        items
    }

    /// Finds the longest alias that begins at a word. A walk is never longer than the longest alias.
    fn longest_at(&self, tokens: &Tokens<'_>, first: usize) -> Option<Item<'_>> {
        let mut node = Trie::ROOT;
        let mut last = first;
        let mut best = None;
        let mut token = *tokens.get(first)?;
        // "dan" begins no alias: it is a conjunction, though "Dan" can be half of "Dan Ramil".
        let is_and = token.is_lower && tokens.word(first) == "dan";
        let start = token.folded_start;
        let folded = tokens.folded().as_bytes().get(start..)?;
        for (offset, byte) in folded.iter().enumerate() {
            let Some(next) = self.table.trie.step(node, *byte) else { break };
            node = next;
            if start + offset + 1 != token.folded_end {
                continue;
            }
            let found = self.table.trie.value(node).and_then(|index| self.table.entries.get(index as usize));
            let fits = |entry: &&Entry| entry.is_written_with(tokens, first, last) && (!is_and || first == last);
            best = found.filter(fits).map(|entry| Item { entry, first, last }).or(best);
            match tokens.get(last + 1) {
                Some(following) if following.gap <= Gap::Slash => {
                    last += 1;
                    token = *following;
                }
                _ => break,
            }
        }
        best
    }
}

/// Reads the rows of a table, each problem at `/rows/<number>`.
fn read_rows(text: &str) -> Outcome<Vec<Entry>> {
    let mut reader = Reader::default();
    let mut entries: Vec<Entry> = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    read_ordered_rows(text, &COLUMNS, &mut reader, |columns, line, at, reader| {
        let Some(entry) = read_row(columns, line, at, reader) else { return };
        match seen.get(&entry.key).and_then(|earlier| entries.get(*earlier)) {
            Some(earlier) if !earlier.means_the_same(&entry) => reader.report(
                &at.key("alias"),
                Problem::new(ProblemCode::SectorAliasConflict)
                    .with("alias", entry.alias.as_str())
                    .with("other", earlier.alias.as_str()),
            ),
            Some(_) => {}
            None => {
                seen.insert(entry.key.clone(), entries.len());
                entries.push(entry);
            }
        }
    });
    Outcome::new(Some(entries), reader.finish())
}

/// Reads one row; reports what is wrong with it.
fn read_row(columns: &StringRecord, line: u64, at: &Location<'_>, reader: &mut Reader) -> Option<Entry> {
    let column = |index: usize| columns.get(index).unwrap_or("");
    let alias = column(0);
    let tokens = Tokens::read(alias);
    let key = tokens.folded().to_owned();
    if !(4..=6).contains(&columns.len()) || !(1..=LONGEST).contains(&key.len()) {
        let problem = Problem::new(ProblemCode::SectorAliasRow).with("line", Param::Number(line.cast_signed()));
        reader.report(at, problem);
        return None;
    }
    let mut is_good = true;
    let mut sectors = Vec::new();
    for code in column(1).split_whitespace() {
        match code.parse() {
            Ok(sector) => sectors.push(sector),
            Err(problem) => {
                reader.report(&at.key("sectors"), problem);
                is_good = false;
            }
        }
    }
    let kind = match column(3).parse::<AliasKind>() {
        Ok(kind) => Some(kind),
        Err(problem) => {
            reader.report(&at.key("kind"), problem);
            None
        }
    };
    let mut flags = Flags::default();
    for word in column(4).split_whitespace() {
        if let Some((_, flag)) = Flags::NAMES.iter().find(|(name, _)| *name == word) {
            flags.0 |= flag.0;
            continue;
        }
        let names = || Flags::NAMES.iter().map(|(name, _)| *name);
        let problem = Problem::new(ProblemCode::UnknownTerm)
            .with("found", word)
            .with("expected", names().map(str::to_owned).collect::<Vec<_>>())
            .suggesting(nearest(word, names()).map(str::to_owned));
        reader.report(&at.key("flags"), problem);
        is_good = false;
    }
    let kind = kind?;
    let is_sectorless = sectors.is_empty()
        && matches!(
            kind,
            AliasKind::Office
                | AliasKind::Institution
                | AliasKind::Collective
                | AliasKind::PersonGroup
                | AliasKind::Rank
        );
    if is_sectorless {
        reader.report(&at.key("sectors"), Problem::new(ProblemCode::Missing).with("name", "sectors"));
    }
    let name = if column(2).is_empty() { alias } else { column(2) }.to_owned();
    let (alias, letters, words) = (alias.to_owned(), letters_of(&key), tokens.len());
    let entry = Entry { alias, key, sectors, name, kind, flags, letters, words, ends_with_area: false };
    (is_good && !is_sectorless).then_some(entry)
}
