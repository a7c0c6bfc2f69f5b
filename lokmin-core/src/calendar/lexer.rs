//! What the readers of written dates, times and labels have in common: a text as words, numbers and marks.
//!
//! A text is cut once, in one pass, and every word that means something to the calendar is recognised there
//! ([`Term`]).
//!
//! Readers look a bounded number of tokens ahead, so a text of any length takes time in proportion to its length.

use super::term::{Term, term};
use crate::problem::{Problem, ProblemCode};

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

/// How many tokens are kept without asking for memory: a date with its weekday has no more.
const NEAR: usize = 8;

/// A text cut into words, numbers and marks.
#[derive(Debug)]
pub(super) struct Lexed<'a> {
    text: &'a str,
    count: usize,
    /// The first tokens, of which `count` at most are meant.
    near: [Token; NEAR],
    /// The tokens after those.
    far: Vec<Token>,
}

impl<'a> Lexed<'a> {
    /// Cuts a text.
    ///
    /// # Errors
    ///
    /// `text.foreign_digits` when it has digits other than 0 to 9.
    pub(super) fn new(text: &'a str) -> Result<Self, Problem> {
        let nothing = Token { start: 0, end: 0, spaced: true, kind: Kind::Mark(' ') };
        let mut lexed = Self { text, count: 0, near: [nothing; NEAR], far: Vec::new() };
        let bytes = text.as_bytes();
        let (mut start, mut spaced) = (0, true);
        while let Some(&first) = bytes.get(start) {
            let (end, kind) = if first.is_ascii_digit() {
                number(bytes, start)
            } else if first.is_ascii_alphabetic() {
                word(text, start)
            } else if first == b' ' {
                start += 1;
                spaced = true;
                continue;
            } else {
                let Some(c) = char_at(text, start) else { break };
                let end = start + c.len_utf8();
                if c.is_whitespace() || is_invisible(c) {
                    start = end;
                    spaced = true;
                    continue;
                }
                if is_foreign_digit(c) {
                    return Err(Problem::new(ProblemCode::ForeignDigits).with("found", text));
                }
                match c {
                    '\u{2010}'..='\u{2015}' | '\u{2212}' => (end, Kind::Mark('-')),
                    c if is_apostrophe(c) => (end, Kind::Mark('\'')),
                    c if c.is_alphabetic() => word(text, start),
                    c => (end, Kind::Mark(c)),
                }
            };
            lexed.push(Token { start, end, spaced, kind });
            start = end;
            spaced = false;
        }
        Ok(lexed)
    }

    fn push(&mut self, token: Token) {
        match self.near.get_mut(self.count) {
            Some(slot) => *slot = token,
            None => self.far.push(token),
        }
        self.count += 1;
    }

    fn token(&self, index: usize) -> Option<&Token> {
        if index >= self.count {
            return None;
        }
        self.near.get(index).or_else(|| self.far.get(index - NEAR))
    }

    /// Returns how many tokens there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.count
    }

    fn kind(&self, index: usize) -> Option<Kind> {
        self.token(index).map(|token| token.kind)
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
        self.token(index).is_some_and(|token| !token.spaced)
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
        let start = self.token(first).map_or(0, |token| token.start);
        let end = self.token(last).map_or(start, |token| token.end);
        self.text.get(start..end).unwrap_or("")
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Reads ASCII digits; returns the place after them.
fn number(bytes: &[u8], start: usize) -> (usize, Kind) {
    let (mut end, mut value) = (start, 0_u32);
    while let Some(digit) = bytes.get(end).filter(|byte| byte.is_ascii_digit()) {
        value = value.wrapping_mul(10).wrapping_add(u32::from(digit - b'0'));
        end += 1;
    }
    (end, Kind::Number { value, digits: u8::try_from(end - start).unwrap_or(u8::MAX) })
}

/// The longest word that means something here.
const LONGEST: usize = 12;

/// Reads letters, and apostrophes between them; returns the place after them.
///
/// The word is compared in small letters without its apostrophes. Longer words, and those with other letters than
/// A to Z, mean nothing here.
fn word(text: &str, start: usize) -> (usize, Kind) {
    let bytes = text.as_bytes();
    let mut letters = [0_u8; LONGEST];
    let (mut end, mut length, mut is_plain) = (start, 0, true);
    while let Some(&byte) = bytes.get(end) {
        if byte.is_ascii_alphabetic() {
            match letters.get_mut(length) {
                Some(slot) => *slot = byte.to_ascii_lowercase(),
                None => is_plain = false,
            }
            length += 1;
            end += 1;
            continue;
        }
        if byte.is_ascii() && byte != b'\'' && byte != b'`' {
            break;
        }
        let Some(c) = char_at(text, end) else { break };
        let after = end + c.len_utf8();
        if is_apostrophe(c) {
            if !char_at(text, after).is_some_and(is_letter) {
                break;
            }
        } else if is_letter(c) {
            is_plain = false;
        } else {
            break;
        }
        end = after;
    }
    let known = letters.get(..length).filter(|_| is_plain).map_or(Term::Other, term);
    (end, Kind::Word(known))
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_foreign_digit(c)
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
