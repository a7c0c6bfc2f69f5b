//! What the readers of written dates, times and labels have in common: a text as words, numbers and marks.
//!
//! A text is cut once, in one pass, and every word that means something to the calendar is recognised there:
//!
//! | written | term |
//! | :-- | :-- |
//! | `Agustus`, `Agust`, `Agt`, `Ags` | month 8 |
//! | `Jumat`, `Jum'at`, `Jum’at` | Friday |
//! | `Triwulan`, `Tribulanan`, `Trilbulan`, `TW` | a quarter's word |
//! | `III`, `ketiga`, `tiga` | 3, as Roman numeral, ordinal and cardinal |
//! | `s.d.`, `s/d`, `sampai dengan`, `-` | until |
//!
//! Readers look a bounded number of tokens ahead, so a text of any length takes time in proportion to its length.

use chrono::Weekday;

use super::time::Zone;
use crate::problem::{Problem, ProblemCode};

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    Month(u32),
    Weekday(Weekday),
    /// `triwulan`, `tribulan`, `TW` and their forms.
    Quarterly,
    /// The same with a Roman numeral written to it: `TWIII`.
    QuarterlyRoman(u32),
    Tri,
    /// `wulan`, as the second half of `tri wulan`.
    Wulan,
    Bulan,
    Bulanan,
    Q,
    Ke,
    Roman(u32),
    Ordinal(u32),
    Cardinal(u32),
    Year,
    Budget,
    /// `TA`, tahun anggaran.
    BudgetYear,
    S,
    D,
    T,
    A,
    Until,
    With,
    And,
    On,
    Date,
    Clock,
    Part(PartOfDay),
    Zone(Zone),
    Finished,
    Last,
    Next,
    Previous,
    This,
    Day,
    Moment,
    Which,
    Other,
}

/// A part of the day that people add to the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartOfDay {
    Pagi,
    Siang,
    Sore,
    Malam,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Word(Term),
    /// ASCII digits; the value is exact up to nine of them.
    Number {
        value: u32,
        digits: u8,
    },
    Mark(char),
}

#[derive(Clone, Copy, Debug)]
struct Token {
    start: usize,
    end: usize,
    /// Whether white space or the start of the text stands before it.
    spaced: bool,
    kind: Kind,
}

/// A text cut into words, numbers and marks.
#[derive(Debug)]
pub(super) struct Lexed<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Lexed<'a> {
    /// Cuts a text.
    ///
    /// # Errors
    ///
    /// `text.foreign_digits` when it has digits other than 0 to 9.
    pub(super) fn new(text: &'a str) -> Result<Self, Problem> {
        let mut tokens = Vec::with_capacity(if text.len() < 64 { 12 } else { 48 });
        let mut rest = text.char_indices().peekable();
        let mut spaced = true;
        while let Some((start, c)) = rest.next() {
            if c.is_whitespace() || is_invisible(c) {
                spaced = true;
                continue;
            }
            let mut end = start + c.len_utf8();
            let kind = if c.is_ascii_digit() {
                let (mut value, mut digits) = (u32::from(c) - u32::from('0'), 1_u8);
                while let Some((at, digit)) = rest.next_if(|(_, c)| c.is_ascii_digit()) {
                    value = value.wrapping_mul(10).wrapping_add(u32::from(digit) - u32::from('0'));
                    digits = digits.saturating_add(1);
                    end = at + 1;
                }
                Kind::Number { value, digits }
            } else if is_foreign_digit(c) {
                return Err(Problem::new(ProblemCode::ForeignDigits).with("found", text));
            } else if c.is_alphabetic() {
                let mut word = Folded::default();
                word.push(c);
                while let Some((at, c)) =
                    rest.next_if(|(_, c)| c.is_alphabetic() && !is_foreign_digit(*c)).or_else(|| {
                        let (at, c) = *rest.peek().filter(|(_, c)| is_apostrophe(*c))?;
                        let after = text.get(at + c.len_utf8()..)?.chars().next()?;
                        after.is_alphabetic().then(|| rest.next()).flatten()
                    })
                {
                    word.push(c);
                    end = at + c.len_utf8();
                }
                Kind::Word(word.term())
            } else {
                Kind::Mark(match c {
                    '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                    c if is_apostrophe(c) => '\'',
                    c => c,
                })
            };
            tokens.push(Token { start, end, spaced, kind });
            spaced = false;
        }
        Ok(Self { text, tokens })
    }

    /// Returns how many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    fn kind(&self, index: usize) -> Option<Kind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    /// Returns what the word at a place means; `None` where no word stands.
    pub(super) fn term(&self, index: usize) -> Option<Term> {
        match self.kind(index) {
            Some(Kind::Word(term)) => Some(term),
            _ => None,
        }
    }

    /// Returns the number at a place, and how many digits it is written with.
    pub(super) fn number(&self, index: usize) -> Option<(u32, u8)> {
        match self.kind(index) {
            Some(Kind::Number { value, digits }) => Some((value, digits)),
            _ => None,
        }
    }

    /// Returns the number of one or two digits at a place.
    pub(super) fn short_number(&self, index: usize) -> Option<u32> {
        self.number(index).filter(|(_, digits)| *digits <= 2).map(|(value, _)| value)
    }

    /// Returns the number of exactly four digits at a place.
    pub(super) fn year(&self, index: usize) -> Option<i32> {
        self.number(index).filter(|(_, digits)| *digits == 4).map(|(value, _)| value.cast_signed())
    }

    /// Returns the mark at a place.
    pub(super) fn mark(&self, index: usize) -> Option<char> {
        match self.kind(index) {
            Some(Kind::Mark(mark)) => Some(mark),
            _ => None,
        }
    }

    /// Returns whether a token follows the one before without white space.
    pub(super) fn is_glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| !token.spaced)
    }

    /// Returns the month word at a place.
    pub(super) fn month(&self, index: usize) -> Option<u32> {
        match self.term(index) {
            Some(Term::Month(month)) => Some(month),
            _ => None,
        }
    }

    /// Returns the place after `until` (`s.d.`, `s/d`, `sampai dengan`, `-`), when it stands at `index`.
    pub(super) fn after_until(&self, index: usize) -> Option<usize> {
        match self.kind(index)? {
            Kind::Mark('-') => Some(index + 1),
            Kind::Word(Term::Until) => {
                Some(if self.term(index + 1) == Some(Term::With) { index + 2 } else { index + 1 })
            }
            Kind::Word(Term::S) => {
                let after_mark = match self.mark(index + 1) {
                    Some('.' | '/') => index + 2,
                    _ => index + 1,
                };
                if self.term(after_mark) != Some(Term::D) {
                    return None;
                }
                Some(if self.mark(after_mark + 1) == Some('.') { after_mark + 2 } else { after_mark + 1 })
            }
            _ => None,
        }
    }

    /// Returns whether the number at a place begins a date or a time (`3 Juli`, `3/7`, `08.30`) rather than standing
    /// for itself. `3/2025` does not.
    pub(super) fn begins_date_or_time(&self, index: usize) -> bool {
        self.month(index + 1).is_some()
            || (matches!(self.mark(index + 1), Some('/' | '.' | '-' | ':')) && self.short_number(index + 2).is_some())
    }

    /// Returns the text from one token to another, both included.
    pub(super) fn slice(&self, first: usize, last: usize) -> &'a str {
        let start = self.tokens.get(first).map_or(0, |token| token.start);
        let end = self.tokens.get(last).map_or(start, |token| token.end);
        self.text.get(start..end).unwrap_or("")
    }
}

/// A word in small letters without apostrophes; longer words and those with other letters mean nothing here.
#[derive(Default)]
struct Folded {
    letters: [u8; 12],
    length: usize,
    unknown: bool,
}

impl Folded {
    fn push(&mut self, c: char) {
        if is_apostrophe(c) {
            return;
        }
        match (self.letters.get_mut(self.length), u8::try_from(c)) {
            (Some(slot), Ok(letter)) if letter.is_ascii() => {
                *slot = letter.to_ascii_lowercase();
                self.length += 1;
            }
            _ => self.unknown = true,
        }
    }

    fn term(&self) -> Term {
        if self.unknown {
            return Term::Other;
        }
        self.letters.get(..self.length).map_or(Term::Other, term)
    }
}

fn term(word: &[u8]) -> Term {
    match word {
        b"januari" | b"jan" => Term::Month(1),
        b"februari" | b"pebruari" | b"feb" | b"peb" => Term::Month(2),
        b"maret" | b"mar" | b"mrt" => Term::Month(3),
        b"april" | b"apr" => Term::Month(4),
        b"mei" => Term::Month(5),
        b"juni" | b"jun" => Term::Month(6),
        b"juli" | b"jul" => Term::Month(7),
        b"agustus" | b"agust" | b"agt" | b"ags" | b"agu" | b"agus" => Term::Month(8),
        b"september" | b"sept" | b"sep" => Term::Month(9),
        b"oktober" | b"okt" => Term::Month(10),
        b"november" | b"nopember" | b"nov" | b"nop" => Term::Month(11),
        b"desember" | b"des" => Term::Month(12),
        b"senin" => Term::Weekday(Weekday::Mon),
        b"selasa" => Term::Weekday(Weekday::Tue),
        b"rabu" => Term::Weekday(Weekday::Wed),
        b"kamis" => Term::Weekday(Weekday::Thu),
        b"jumat" => Term::Weekday(Weekday::Fri),
        b"sabtu" => Term::Weekday(Weekday::Sat),
        b"minggu" | b"ahad" => Term::Weekday(Weekday::Sun),
        b"tri" => Term::Tri,
        b"wulan" | b"wulanan" => Term::Wulan,
        b"bulan" => Term::Bulan,
        b"bulanan" => Term::Bulanan,
        b"q" => Term::Q,
        b"ke" => Term::Ke,
        b"pertama" | b"kesatu" => Term::Ordinal(1),
        b"kedua" => Term::Ordinal(2),
        b"ketiga" => Term::Ordinal(3),
        b"keempat" => Term::Ordinal(4),
        b"kelima" => Term::Ordinal(5),
        b"keenam" => Term::Ordinal(6),
        b"satu" => Term::Cardinal(1),
        b"dua" => Term::Cardinal(2),
        b"tiga" => Term::Cardinal(3),
        b"empat" => Term::Cardinal(4),
        b"lima" => Term::Cardinal(5),
        b"enam" => Term::Cardinal(6),
        b"tujuh" => Term::Cardinal(7),
        b"delapan" => Term::Cardinal(8),
        b"sembilan" => Term::Cardinal(9),
        b"sepuluh" => Term::Cardinal(10),
        b"tahun" | b"thn" | b"th" => Term::Year,
        b"anggaran" => Term::Budget,
        b"ta" => Term::BudgetYear,
        b"s" => Term::S,
        b"d" => Term::D,
        b"t" => Term::T,
        b"a" => Term::A,
        b"sd" | b"sampai" | b"hingga" => Term::Until,
        b"dengan" | b"dgn" => Term::With,
        b"dan" => Term::And,
        b"per" | b"pada" => Term::On,
        b"tanggal" | b"tgl" => Term::Date,
        b"pukul" | b"pkl" | b"jam" => Term::Clock,
        b"pagi" => Term::Part(PartOfDay::Pagi),
        b"siang" => Term::Part(PartOfDay::Siang),
        b"sore" => Term::Part(PartOfDay::Sore),
        b"malam" => Term::Part(PartOfDay::Malam),
        b"wib" => Term::Zone(Zone::Wib),
        b"wita" => Term::Zone(Zone::Wita),
        b"wit" => Term::Zone(Zone::Wit),
        b"selesai" => Term::Finished,
        b"terakhir" => Term::Last,
        b"selanjutnya" | b"berikutnya" | b"mendatang" | b"depan" => Term::Next,
        b"sebelumnya" | b"lalu" => Term::Previous,
        b"ini" => Term::This,
        b"hari" => Term::Day,
        b"saat" => Term::Moment,
        b"yang" | b"yg" => Term::Which,
        _ => roman(word).map(Term::Roman).or_else(|| quarterly(word)).unwrap_or(Term::Other),
    }
}

/// Reads `triwulan` and its forms, alone or with a Roman numeral written to it.
fn quarterly(word: &[u8]) -> Option<Term> {
    let rest = [&b"triwulan"[..], b"tribulan", b"trilbulan"]
        .iter()
        .find_map(|stem| word.strip_prefix(*stem))
        .map(|rest| rest.strip_prefix(b"an").unwrap_or(rest))
        .or_else(|| word.strip_prefix(b"tw"))?;
    if rest.is_empty() { Some(Term::Quarterly) } else { roman(rest).map(Term::QuarterlyRoman) }
}

fn roman(word: &[u8]) -> Option<u32> {
    Some(match word {
        b"i" => 1,
        b"ii" => 2,
        b"iii" => 3,
        b"iv" | b"iiii" => 4,
        b"v" => 5,
        b"vi" => 6,
        b"vii" => 7,
        b"viii" => 8,
        b"ix" => 9,
        b"x" => 10,
        b"xi" => 11,
        b"xii" => 12,
        b"xiii" => 13,
        _ => return None,
    })
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{0060}' | '\u{00B4}')
}

/// Digits and numerals of other scripts; the superscripts and fractions of Latin-1 are marks.
fn is_foreign_digit(c: char) -> bool {
    !c.is_ascii() && c > '\u{00FF}' && c.is_numeric()
}

/// Characters that have no width: copied texts carry them between words.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}
