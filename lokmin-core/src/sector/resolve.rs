//! From the aliases found in a text to the offices and institutions that are meant.
//!
//! Which of several aliases is the head of a phrase, and which only says where:
//!
//! | text | rule | result |
//! | :-- | :-- | :-- |
//! | `Babinsa Koramil 04` | an institution directly after an office belongs to it | Babinsa, TNI |
//! | `Kader Posyandu Puskesmas Lumbir` | so it does when it is of another sector | Kader, KADER |
//! | `Perawat RSUD` | an office that yields takes the institution's sector | Perawat, JEJARING |
//! | `Polsek Lumbir, Kanit Binmas` | so it does before the office, when the sector is the same | Kanit Binmas, POLRI |
//! | `Ketua LPM`, `Staf Puskesmas` | a general office takes its sector from the institution | Ketua LPM, LPM |
//! | `Kasi Pelayanan Kecamatan` | some take it from the kind of area | KEC |
//! | `Babinsa Desa Camat` | directly after a kind of area stands the name of a place | Babinsa, TNI |
//! | `Istri Camat`, `Mantan Kades` | not the holder of the office | nothing |
//! | `Serma Sugianto` | a rank counts where nothing else is named | TNI |
//! | `Ibu Camat (Ketua TP PKK)` | the bracket says that she is the Camat's wife | Ketua TP PKK, PKK |
//! | `Kapolsek (tidak hadir)`, `Tidak hadir: Kapolsek` | named, but did not come | Kapolsek, not present |

use std::borrow::Cow;

use super::alias::{AliasKind, Entry, Flags, Item};
use super::token::{Gap, Tokens};
use super::{Capacity, Match, MatchKind, Sector};

/// How many unknown words may stand between an office and the institution it belongs to.
const FAR: usize = 4;

/// An office, institution or group, before it is handed on.
#[derive(Debug)]
pub(super) struct Found<'a> {
    entry: &'a Entry,
    pub(super) sectors: Cow<'a, [Sector]>,
    kind: MatchKind,
    office: Option<Cow<'a, str>>,
    institution: Option<Cow<'a, str>>,
    capacity: Capacity,
    /// Whether the text says that nobody came.
    pub(super) is_absent: bool,
    /// Whether its sector is still only assumed.
    pub(super) is_assumed: bool,
    /// The first word of "Ibu Camat".
    pub(super) honorific: Option<usize>,
    /// The number of the first word of its phrase, with Plt. or Ibu before it.
    pub(super) begin: usize,
    pub(super) first: usize,
    pub(super) last: usize,
    /// The strongest sign or word since the one before.
    pub(super) gap: Gap,
}

impl<'a> Found<'a> {
    fn new(item: Item<'a>, gap: Gap) -> Self {
        let entry = item.entry;
        let kind = match entry.kind {
            AliasKind::Institution => MatchKind::Institution,
            AliasKind::Collective => MatchKind::Collective,
            AliasKind::PersonGroup => MatchKind::PersonGroup,
            AliasKind::Rank => MatchKind::Rank,
            _ => MatchKind::Office,
        };
        let (mut office, mut institution) = (None, None);
        match kind {
            MatchKind::Institution => institution = Some(Cow::Borrowed(entry.name.as_str())),
            MatchKind::Office => match entry.name.split_once(';') {
                Some((post, at)) => {
                    office = Some(Cow::Owned(format!("{post} {at}")));
                    institution = Some(Cow::Borrowed(at));
                }
                None => office = Some(Cow::Borrowed(entry.name.as_str())),
            },
            MatchKind::PersonGroup => office = Some(Cow::Borrowed(entry.name.as_str())),
            MatchKind::Collective | MatchKind::Rank => {}
        }
        let Item { first, last, .. } = item;
        Self {
            entry,
            sectors: Cow::Borrowed(&entry.sectors),
            kind,
            office,
            institution,
            capacity: Capacity::Official,
            is_absent: false,
            is_assumed: entry.flags.has(Flags::ASSUMED),
            honorific: None,
            begin: first,
            first,
            last,
            gap,
        }
    }

    /// Returns the alias it was recognised by.
    pub(super) fn alias(&self) -> &'a Entry {
        self.entry
    }

    /// Returns the canonical name of the office, or an empty text.
    pub(super) fn office(&self) -> &str {
        self.office.as_deref().unwrap_or("")
    }

    /// Returns the capacity in the office.
    pub(super) const fn capacity(&self) -> Capacity {
        self.capacity
    }

    /// Returns whether a person holds or forms it.
    fn is_personal(&self) -> bool {
        matches!(self.kind, MatchKind::Office | MatchKind::PersonGroup)
    }

    fn yields(&self) -> bool {
        self.entry.flags.has(Flags::YIELD)
    }

    /// Puts it into an institution, which decides the sector when it yields.
    fn join(&mut self, institution: Option<Cow<'a, str>>, sectors: &[Sector]) {
        if self.yields() {
            if let (Some((post, _)), Some(name)) = (self.entry.name.split_once(';'), &institution) {
                self.office = Some(Cow::Owned(format!("{post} {name}")));
            }
            self.sectors = Cow::Owned(sectors.to_vec());
            self.is_assumed = false;
        }
        self.institution = institution;
    }

    /// Adds one match for each sector.
    pub(super) fn append_to(self, tokens: &Tokens<'_>, matches: &mut Vec<Match>) {
        let written = tokens.written(self.first, self.last);
        let mut names = self.entry.name.split(';');
        let several = self.sectors.len() > 1;
        for sector in self.sectors.iter().copied() {
            let name = names.next().filter(|_| several).map(str::to_owned);
            matches.push(Match {
                sector,
                kind: self.kind,
                office: name.or_else(|| self.office.as_deref().map(str::to_owned)),
                institution: self.institution.as_deref().map(str::to_owned),
                written: written.to_owned(),
                capacity: self.capacity,
            });
        }
    }
}

/// What stands between two places of a text.
#[derive(Clone, Copy, Debug, Default)]
struct Between {
    gap: Gap,
    /// Unknown words.
    words: usize,
    /// Whether one of the unknown words begins with a small letter, as in a sentence.
    is_prose: bool,
}

impl Between {
    fn add(&mut self, other: Self) {
        self.gap = self.gap.max(other.gap);
        self.words += other.words;
        self.is_prose |= other.is_prose;
    }
}

/// Words that wait for the office that they belong to.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    begin: Option<usize>,
    capacity: Option<Capacity>,
    honorific: Option<usize>,
    is_addressed: bool,
    is_not_holder: bool,
}

/// A general office that waits for its institution.
#[derive(Debug)]
struct Head<'a> {
    item: Item<'a>,
    before: Before,
    between: Between,
}

/// The offices, institutions and groups of one side of a text.
#[derive(Debug, Default)]
pub(super) struct Resolved<'a> {
    pub(super) found: Vec<Found<'a>>,
    /// Ranks: they count where nothing else is found.
    pub(super) ranks: Vec<Found<'a>>,
    /// A capacity whose office was not recognised.
    pub(super) capacity: Option<Capacity>,
    /// The first kind of area that stands for nothing: "Desa Cidora".
    pub(super) area: Option<&'a Entry>,
    /// Whether the text says of somebody that they did not come.
    pub(super) is_not_present: bool,
}

/// Resolves the aliases of one side of a text. `from` is the number of the side's first word.
pub(super) fn resolve<'a>(items: &[Item<'a>], from: usize, tokens: &Tokens<'_>) -> Resolved<'a> {
    let mut resolver = Resolver {
        tokens,
        at: from,
        previous: None,
        since: Between::default(),
        before: Before::default(),
        head: None,
        is_absence_list: false,
        resolved: Resolved::default(),
    };
    for item in items {
        resolver.take(*item);
    }
    resolver.finish()
}

struct Resolver<'a, 't> {
    tokens: &'t Tokens<'t>,
    /// The number of the first word after the previous alias.
    at: usize,
    previous: Option<Item<'a>>,
    /// What stands between the last office found and here.
    since: Between,
    before: Before,
    head: Option<Head<'a>>,
    /// Whether all that follows did not come: "Tidak hadir: Kapolsek".
    is_absence_list: bool,
    resolved: Resolved<'a>,
}

impl<'a> Resolver<'a, '_> {
    fn take(&mut self, item: Item<'a>) {
        let between = self.between(self.at, item.first);
        self.since.add(between);
        let is_adjacent = between.words == 0 && between.gap.is_soft();
        if !is_adjacent {
            self.let_go();
        }
        if let Some(head) = &mut self.head {
            head.between.add(between);
        }
        self.head.take_if(|head| !head.between.gap.is_soft() || head.between.words > FAR || head.between.is_prose);
        match item.entry.kind {
            AliasKind::Title => {}
            AliasKind::Sir => self.before.is_addressed = true,
            AliasKind::Honorific => {
                self.before.begin.get_or_insert(item.first);
                self.before.honorific = Some(item.first);
                self.before.is_addressed = true;
            }
            AliasKind::NotHolder => self.take_not_holder(item, between),
            AliasKind::Capacity => self.take_capacity(item, between),
            AliasKind::Head => {
                let before = std::mem::take(&mut self.before);
                self.head = Some(Head { item, before, between: Between::default() });
            }
            AliasKind::Area => self.take_area(item),
            AliasKind::NotPresent => self.take_not_present(item),
            AliasKind::Conjunction => {
                self.since.gap = self.since.gap.max(Gap::And);
                self.let_go();
                self.head = None;
            }
            AliasKind::Skip | AliasKind::Represents | AliasKind::RepresentedBy => {
                self.let_go();
                self.head = None;
            }
            AliasKind::Rank
            | AliasKind::Office
            | AliasKind::Institution
            | AliasKind::Collective
            | AliasKind::PersonGroup => self.take_match(item, is_adjacent),
        }
        self.previous = Some(item);
        self.at = item.last + 1;
    }

    /// Sums up what stands before the word `to`, from the word `from` on.
    fn between(&self, from: usize, to: usize) -> Between {
        let mut between = Between { gap: self.tokens.gap(to), ..Between::default() };
        for token in (from..to).filter_map(|index| self.tokens.get(index)) {
            between.add(Between { gap: token.gap, words: 1, is_prose: token.is_lower && !token.is_number });
        }
        between
    }

    /// Forgets the words that waited for an office: something else came.
    fn let_go(&mut self) {
        let before = std::mem::take(&mut self.before);
        self.resolved.capacity = self.resolved.capacity.or(before.capacity);
    }

    /// A capacity before an office waits for it; one in brackets or at the end belongs to the office before.
    fn take_capacity(&mut self, item: Item<'a>, between: Between) {
        let Ok(capacity) = item.entry.name.parse() else { return };
        let follows = between.gap.is_within_entry() && self.tokens.gap(item.last + 1) > Gap::Slash;
        if let Some(found) = self.resolved.found.last_mut().filter(|found| follows && found.is_personal()) {
            found.capacity = capacity;
            return;
        }
        self.before.begin.get_or_insert(item.first);
        self.before.capacity = Some(capacity);
    }

    fn take_not_holder(&mut self, item: Item<'a>, between: Between) {
        if !item.entry.flags.has(Flags::ADJACENT) {
            self.before.is_not_holder = true;
        } else if between.words == 0 {
            // "Serma (Purn)": a rank that is held no more.
            self.resolved.ranks.pop();
        }
    }

    /// "tidak hadir" speaks of the offices before it, at the beginning or before a colon of those after it. "(izin)" must
    /// stand by itself, or directly after an office: the word alone means other things too.
    fn take_not_present(&mut self, item: Item<'a>) {
        self.let_go();
        self.head = None;
        let before = self.tokens.gap(item.first);
        let follows_office = before.is_soft()
            && self.previous.is_some_and(|one| one.last + 1 == item.first && one.entry.kind == AliasKind::Office);
        let stands_alone = (follows_office || item.first == 0 || !before.is_soft() && before != Gap::Slash)
            && (self.tokens.gap(item.last + 1) > Gap::Slash);
        if item.entry.flags.has(Flags::ADJACENT) && !stands_alone {
            return;
        }
        self.resolved.is_not_present = true;
        let Resolved { found, ranks, .. } = &mut self.resolved;
        if self.tokens.has_colon_after(item.last) || found.is_empty() && ranks.is_empty() {
            self.is_absence_list = true;
            return;
        }
        let named = if found.is_empty() { ranks } else { found };
        for one in named.iter_mut().rev() {
            one.is_absent = true;
            // "Danramil dan Kapolsek tidak hadir": neither; "Danramil dan Kapolsek (tidak hadir)": the Kapolsek.
            if !before.is_soft() || one.gap != Gap::And {
                break;
            }
        }
    }

    /// A kind of area decides the sector of a general office, or of an office found that yields to it.
    fn take_area(&mut self, item: Item<'a>) {
        let entry = item.entry;
        let Some(sector) = entry.sectors.first().copied() else {
            self.let_go();
            return;
        };
        let head = self.head.take_if(|head| {
            let flags = head.item.entry.flags;
            flags.has(Flags::AREA_FAR) || flags.has(Flags::AREA) && head.between.words == 0
        });
        if let Some(head) = head {
            let mut found = Found::new(head.item, self.since.gap);
            found.office = Some(Cow::Owned(format!("{} {}", head.item.entry.name, entry.name)));
            found.sectors = Cow::Owned(vec![sector]);
            found.last = item.last;
            self.push(found, head.before);
            return;
        }
        let since = self.since;
        let is_near = since.gap.is_soft() && since.words <= FAR;
        let yielding =
            self.resolved.found.last_mut().filter(|found| is_near && found.alias().flags.has(Flags::AREA_FAR));
        if let Some(found) = yielding {
            found.sectors = Cow::Owned(vec![sector]);
            found.is_assumed = false;
        } else if self.resolved.found.is_empty() {
            self.resolved.area.get_or_insert(entry);
        }
        self.let_go();
    }

    fn take_match(&mut self, item: Item<'a>, is_adjacent: bool) {
        let before = std::mem::take(&mut self.before);
        let mut head = self.head.take();
        let is_place = is_adjacent && self.previous.is_some_and(|previous| previous.entry.ends_with_area);
        let is_address = item.entry.flags.has(Flags::NOT_BEFORE_NUMBER)
            && head.is_none()
            && !before.is_addressed
            && self.tokens.get(item.last + 1).is_some_and(|next| next.is_number && next.gap.is_soft());
        let is_former = before.is_not_holder || head.as_ref().is_some_and(|head| head.before.is_not_holder);
        if is_place || is_address || is_former {
            self.since.words += 1;
            return;
        }
        let mut found = Found::new(item, self.since.gap);
        if found.kind == MatchKind::Rank {
            found.is_absent = self.is_absence_list;
            self.resolved.ranks.push(found);
            return;
        }
        head.take_if(|head| {
            let reaches = found.kind == MatchKind::Institution || head.between.words == 0;
            !reaches || found.kind == MatchKind::Collective
        });
        match head {
            Some(head) => {
                let name = found.institution.as_deref().filter(|_| found.kind == MatchKind::Institution);
                found.office = Some(Cow::Owned(format!("{} {}", head.item.entry.name, name.unwrap_or(found.office()))));
                found.kind = MatchKind::Office;
                found.is_assumed &= name.is_none();
                found.first = head.item.first;
                found.begin = head.item.first;
                if !self.join_previous(&mut found) {
                    self.push(found, head.before);
                }
            }
            None => {
                if !self.join_previous(&mut found) {
                    self.push(found, before);
                }
            }
        }
    }

    /// Puts a match into the one before, or the one before into it, where both are one entry. Returns whether the match
    /// is used up by that.
    fn join_previous(&mut self, found: &mut Found<'a>) -> bool {
        let Some(previous) = self.resolved.found.last_mut() else { return false };
        let since = self.since;
        let is_capital = self.tokens.get(previous.first).is_some_and(|token| !token.is_lower);
        let is_close = since.words <= FAR && !(since.is_prose && is_capital);
        let is_near = is_close && since.gap.is_soft();
        let is_listed = is_close && since.gap.is_within_entry();
        let is_bracketed = is_close && matches!(since.gap, Gap::Open | Gap::Dash);
        let same_sector = previous.sectors == found.sectors;
        if found.kind == MatchKind::Institution {
            if previous.is_personal() && (is_near || is_listed && same_sector || is_bracketed && previous.yields()) {
                previous.join(found.institution.take(), &found.sectors);
                if is_near {
                    previous.last = found.last;
                }
                return true;
            }
            let is_parent = found.entry.flags.has(Flags::PARENT);
            let is_again = is_bracketed && previous.institution == found.institution;
            return previous.kind == MatchKind::Institution && (is_near && (same_sector || is_parent) || is_again);
        }
        if found.kind == MatchKind::Office && previous.kind == MatchKind::Institution {
            let belongs = (is_near || is_listed) && same_sector || (is_near || is_bracketed) && found.yields();
            if belongs {
                found.join(previous.institution.take(), &previous.sectors);
                found.gap = previous.gap;
                found.begin = previous.begin;
                self.resolved.found.pop();
            }
            return false;
        }
        // The long and the short name of one office: "Sekretaris Kecamatan (Sekcam)".
        is_listed && same_sector && previous.kind == found.kind && previous.office == found.office
    }

    fn push(&mut self, mut found: Found<'a>, before: Before) {
        found.begin = before.begin.unwrap_or(found.begin).min(found.begin);
        found.capacity = before.capacity.unwrap_or(Capacity::Official);
        found.honorific = before.honorific;
        found.is_absent = self.is_absence_list;
        if self.is_wife_beside(&mut found) {
            return;
        }
        self.resolved.found.push(found);
        self.since = Between::default();
    }

    /// "Ibu Camat (Ketua TP PKK)", "Ketua TP PKK (Ibu Camat)": the office in brackets beside "Ibu" is the husband's.
    /// Returns whether the office at hand is his; where the one before is, it is taken away.
    fn is_wife_beside(&mut self, found: &mut Found<'a>) -> bool {
        let is_of_pkk = |one: &Found<'_>| *one.sectors == [Sector::Pkk];
        let is_wife = |one: &Found<'_>| one.honorific.is_some() && one.entry.flags.has(Flags::SPOUSE);
        let Some(previous) = self.resolved.found.last().filter(|_| matches!(found.gap, Gap::Open | Gap::Dash)) else {
            return false;
        };
        if is_of_pkk(found) && is_wife(previous) {
            found.gap = previous.gap;
            found.begin = previous.begin;
            self.resolved.found.pop();
            return false;
        }
        is_of_pkk(previous) && is_wife(found)
    }

    fn finish(mut self) -> Resolved<'a> {
        self.let_go();
        self.resolved
    }
}
