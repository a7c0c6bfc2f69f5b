//! What never gets into a review: phone numbers and identity numbers in texts, and the names of people who are no
//! officials.
//!
//! | text | in the review |
//! | :-- | :-- |
//! | `081234567890`, `0812-3456-7890`, `+62 812 3456 7890`, `(0281) 123456` | `…` |
//! | 16 digits without a break, such as a NIK | `…` |
//! | a date, a number of a letter, a NIP of 18 digits | unchanged |
//!
//! It works on how numbers are written in Indonesia, and is no promise about every other way of writing one.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeSet;

use crate::calendar::{Basis, StatedSpan};
use crate::forum::{AreaRef, Attendee, Mention, Participation, Principal, Puskesmas, Source, Villages};
use crate::json::Text;
use crate::problem::{Param, Problem, ProblemCode};
use crate::recommendation::{Owner, Support};
use crate::sector::Sector;

/// What stands in the place of what is left out.
const HIDDEN: &str = "…";

/// Makes texts fit to be published, and counts what it leaves out.
#[derive(Debug, Default)]
pub(super) struct Publisher {
    hidden: Cell<i64>,
}

impl Publisher {
    /// Returns the warning that numbers were left out, where some were.
    pub(super) fn problem(&self) -> Option<Problem> {
        let count = self.hidden.get();
        (count > 0).then(|| Problem::new(ProblemCode::ReviewNumberHidden).with("count", Param::Count(count)))
    }

    /// Returns a text without phone numbers.
    pub(super) fn text(&self, text: &Text) -> Text {
        match self.published(text) {
            Cow::Borrowed(_) => text.clone(),
            Cow::Owned(published) => Text::of(&published),
        }
    }

    pub(super) fn option(&self, text: Option<&Text>) -> Option<Text> {
        text.map(|text| self.text(text))
    }

    fn published<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let (published, hidden) = without_numbers(text);
        self.hidden.set(self.hidden.get().saturating_add(hidden));
        published
    }

    pub(super) fn villages(&self, villages: &Villages) -> Villages {
        Villages { codes: villages.codes.clone(), count: villages.count, text: self.option(villages.text.as_ref()) }
    }

    pub(super) fn puskesmas(&self, puskesmas: &Puskesmas) -> Puskesmas {
        Puskesmas { code: puskesmas.code.clone(), name: self.text(&puskesmas.name) }
    }

    pub(super) fn area(&self, area: &AreaRef) -> AreaRef {
        AreaRef { code: area.code, name: self.text(&area.name) }
    }

    pub(super) fn source(&self, source: &Source) -> Source {
        Source {
            kind: source.kind,
            title: self.option(source.title.as_ref()),
            publisher: self.option(source.publisher.as_ref()),
            dated: source.dated,
            reference: self.option(source.reference.as_ref()),
        }
    }

    /// A span whose words have a number keeps its months and its basis, and loses the words.
    pub(super) fn span(&self, span: &StatedSpan) -> StatedSpan {
        let Some(Cow::Owned(published)) = span.text().map(|text| self.published(text)) else { return span.clone() };
        match (span.span(), span.basis()) {
            (None, _) => StatedSpan::words(Text::of(&published)),
            (Some(months), Basis::Stated) => StatedSpan::stated(months, Some(Text::of(&published))),
            (Some(months), Basis::Derived) => StatedSpan::derived(months),
        }
    }

    pub(super) fn owner(&self, owner: &Owner) -> Owner {
        let person = owner.person.as_ref().filter(|_| !is_of_residents(owner.sector));
        Owner {
            sector: owner.sector,
            name: self.option(owner.name.as_ref()),
            office: self.option(owner.office.as_ref()),
            person: self.option(person),
        }
    }

    pub(super) fn support(&self, support: &Support) -> Support {
        Support { sector: support.sector, text: self.text(&support.text) }
    }

    /// Returns how a row of the attendance list counts, without the name of somebody who is no official.
    pub(super) fn participation(
        &self,
        rows: &[Attendee],
        names: &BTreeSet<(usize, &str)>,
        one: &Participation,
    ) -> Participation {
        let row = rows.get(one.row);
        let is_private = row.is_none_or(|row| is_private(row, one.sector));
        let who = match row {
            Some(row) if is_private => row.office.as_deref().or(row.institution.as_deref()).unwrap_or(HIDDEN),
            _ => &one.who,
        };
        let is_named_only = |name: &str| names.contains(&(one.row, name));
        let stands_in_for = one
            .stands_in_for
            .as_deref()
            .map(|name| if is_named_only(name) { HIDDEN.to_owned() } else { self.published(name).into_owned() });
        Participation {
            row: one.row,
            sector: one.sector,
            way: one.way,
            who: self.published(who).into_owned(),
            office: one.office.as_deref().map(|office| self.published(office).into_owned()),
            stands_in_for,
        }
    }
}

/// Returns the principals of the rows of whom only a name is recorded, by row and name.
pub(super) fn names_of_principals(rows: &[Attendee]) -> BTreeSet<(usize, &str)> {
    let principals = rows.iter().enumerate().flat_map(|(row, one)| one.represents.iter().map(move |one| (row, one)));
    let has_place = |one: &Principal| one.office.is_some() || one.institution.is_some();
    principals
        .filter(|(_, principal)| !has_place(principal))
        .filter_map(|(row, principal)| Some((row, principal.name.as_deref()?)))
        .collect()
}

/// Returns whether a sector consists of residents, whose names are nobody's business: cadres, community and religious
/// figures, neighbourhood heads, and whatever has no sector of its own.
const fn is_of_residents(sector: Sector) -> bool {
    matches!(sector, Sector::Kader | Sector::Toma | Sector::Toga | Sector::Rtrw | Sector::Other)
}

/// Returns whether a row names somebody who is no official: of a sector of residents, or a person of whom only a name is
/// recorded, who stands in for nobody.
fn is_private(row: &Attendee, sector: Sector) -> bool {
    let is_person = row.mention == Mention::Person;
    let has_place = row.office.is_some() || row.institution.is_some() || row.sector.is_some() || row.text.is_some();
    let is_nobody = !has_place && !row.is_stand_in();
    is_person && (is_of_residents(sector) || is_nobody)
}

/// A group of digits: where it stands in the text, in bytes, and its digits.
struct Group {
    start: usize,
    end: usize,
    digits: String,
}

/// How many digits the shortest number has that is left out.
pub(crate) const SHORTEST_NUMBER: usize = 9;

/// The most groups that one number is written in.
const MOST_GROUPS: usize = 5;

/// Returns the text with every phone number replaced, and how many there were.
pub(crate) fn without_numbers(text: &str) -> (Cow<'_, str>, i64) {
    if text.chars().filter(|c| digit(*c).is_some()).count() < SHORTEST_NUMBER {
        return (Cow::Borrowed(text), 0);
    }
    let (mut out, mut copied, mut hidden) = (String::new(), 0, 0);
    for run in runs(text) {
        let mut rest = run.as_slice();
        while let Some(first) = rest.first() {
            // The 050 of 1.050.000.000 begins nothing.
            let before = text.get(..first.start).and_then(|before| before.strip_suffix('.'));
            if before.is_some_and(|before| before.ends_with(|c| digit(c).is_some())) {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            let has_plus = text.get(..first.start).is_some_and(|before| before.ends_with('+'));
            let longest = rest.len().min(MOST_GROUPS);
            let found = (1..=longest).rev().find_map(|count| {
                let groups = rest.get(..count)?;
                is_private_number(groups, has_plus).then_some((groups.last()?.end, count))
            });
            let Some((end, count)) = found else {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            };
            let before = text.get(copied..first.start).unwrap_or_default();
            let is_in_brackets = text.get(first.start..end).is_some_and(|number| number.contains(')'));
            let before = before.strip_suffix('+').filter(|_| has_plus).unwrap_or(before);
            let before = before.strip_suffix('(').filter(|_| is_in_brackets).unwrap_or(before);
            out.push_str(before);
            out.push_str(HIDDEN);
            (copied, hidden) = (end, hidden + 1);
            rest = rest.get(count..).unwrap_or_default();
        }
    }
    if hidden == 0 {
        return (Cow::Borrowed(text), 0);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    (Cow::Owned(out), hidden)
}

/// The digits that a keyboard gives, plain and full-width.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10),
        _ => None,
    }
}

/// Returns the groups of digits between which there is nothing but what people put into a number: at most two of space,
/// dot, hyphen, parenthesis and plus.
fn runs(text: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    // How many characters stand between the last digit and here; more than two end the run.
    let mut between = usize::MAX;
    for (start, c) in text.char_indices() {
        let Some(digit) = digit(c) else {
            let is_between = matches!(c, ' ' | '\u{a0}' | '.' | '-' | '\u{2010}'..='\u{2013}' | '(' | ')' | '+');
            between = if is_between { between.saturating_add(1) } else { usize::MAX };
            continue;
        };
        let end = start + c.len_utf8();
        if between > 2 {
            runs.push(Vec::new());
        }
        let Some(run) = runs.last_mut() else { continue };
        match run.last_mut() {
            Some(group) if between == 0 => {
                group.digits.push(digit);
                group.end = end;
            }
            _ => run.push(Group { start, end, digits: digit.to_string() }),
        }
        between = 0;
    }
    runs
}

/// Returns whether digits are a phone number or an identity number.
fn is_private_number(groups: &[Group], has_plus: bool) -> bool {
    let count: usize = groups.iter().map(|group| group.digits.len()).sum();
    let group = |index: usize| groups.get(index).map_or("", |group| group.digits.as_str());
    let (first, second) = (group(0), group(1));
    let is_mobile = first.starts_with("08") && first.len() >= 4 && (9..=14).contains(&count);
    let is_area_code = matches!(first.as_bytes(), [b'0', b'2'..=b'9', _] | [b'0', b'2'..=b'9', _, _]);
    let is_landline = is_area_code && second.len() >= 3 && groups.len() <= 3 && (9..=12).contains(&count);
    let is_abroad = has_plus && (9..=15).contains(&count);
    let after_country = if first == "62" { second } else { first.strip_prefix("62").unwrap_or_default() };
    let is_country = after_country.starts_with('8') && after_country.len() >= 3 && (10..=15).contains(&count);
    let is_identity = groups.len() == 1 && count == 16;
    is_mobile || is_landline || is_abroad || is_country || is_identity
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_left_out() {
        for (written, published) in [
            ("hubungi 081234567890", "hubungi …"),
            ("WA 0812-3456-7890, terima kasih", "WA …, terima kasih"),
            ("0812 3456 7890 atau 0813.1111.2222", "… atau …"),
            ("081234567890 081298765432", "… …"),
            ("08-07-2025 (081234567890)", "08-07-2025 (…)"),
            ("(+62) 812 3456 7890", "…"),
            ("+62 281 123456", "…"),
            ("6281234567890", "…"),
            ("kantor (0281) 123456", "kantor …"),
            ("021-12345678", "…"),
            ("０８１２３４５６７８９０", "…"),
            ("NIK 3302011234567890", "NIK …"),
        ] {
            assert_eq!(without_numbers(written).0, published, "{written}");
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "03-07-2025 08.00",
            "08-07-2025 pukul 10.00",
            "400/017/Und/LK/2023",
            "NIP 197001011990031001",
            "33.02.01.2001",
            "1.621.000 orang, 12,5 %",
            "Rp 1.050.000.000",
            "2025-07-03 2025-07-04",
            "",
        ] {
            assert_eq!(without_numbers(text), (Cow::Borrowed(text), 0));
        }
    }
}
