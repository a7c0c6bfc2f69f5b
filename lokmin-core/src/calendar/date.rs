//! Dates: the canonical form, and the forms that Indonesian documents write.
//!
//! | written | read |
//! | :-- | :-- |
//! | `3/7/2025`, `3-7-2025`, `3.7.2025`, `03 / 07 / 2025` | 3 July 2025: days come first, always |
//! | `3 Juli 2025`, `3-Jul-2025`, `29 Agt 2024`, `17 Nopember 2025` | the day, the month by name, the year |
//! | `Kamis (3/7/2025)`, `Jum’at, 3 Oktober 2025`, `Kamis tanggal 27 November 2025 pukul 08.30 pagi` | with the weekday as a checksum |
//! | `Kamis tanggal 3 bulan Juli tahun 2025`, `tanggal 03 bulan 07 tahun 2025` | as minutes write it |
//! | `Kamis tanggal tiga bulan Juli tahun dua ribu dua puluh lima (03-07-2025)` | the digits, with the weekday before the words |
//! | `Sabtu (4/11)`, `4 November` | only where the caller gives the year |
//! | `2025-07-03` | ISO |
//!
//! Brackets may be round or square. A weekday that is misspelt (`Kams`) is no weekday: the date is read without the checksum.

use chrono::{Datelike, NaiveDate, Weekday};

use super::label::check_year;
use super::lexer::Lexed;
use super::month::digits;
use super::term::Term;
use super::years::is_plausible;
use crate::json::{Member, Node, Reader, read_canonical};
use crate::language::{Lang, month_name, weekday_name};
use crate::problem::{Location, Outcome, Problem, ProblemCode, Problems, nearest};

/// Reads an ISO date, `YYYY-MM-DD`, of the years 1 to 9999: ten ASCII characters and nothing else.
///
/// # Errors
///
/// `date.iso_format` when it is written otherwise, `date.impossible` when the calendar has no such day.
///
/// # Example
///
/// ```
/// use lokmin_core::calendar::parse_iso_date;
/// assert_eq!(parse_iso_date("2025-07-03")?.to_string(), "2025-07-03");
/// assert_eq!(parse_iso_date("2025-02-30").unwrap_err().code().as_str(), "date.impossible");
/// assert_eq!(parse_iso_date("3/7/2025").unwrap_err().code().as_str(), "date.iso_format");
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
pub fn parse_iso_date(text: &str) -> Result<NaiveDate, Problem> {
    let parts = <&[u8; 10]>::try_from(text.as_bytes()).ok().and_then(|&[a, b, c, d, x, e, f, y, g, h]| {
        let dashes = x == b'-' && y == b'-';
        let (year, month, day) = (digits(&[a, b, c, d])?, digits(&[e, f])?, digits(&[g, h])?);
        (dashes && year > 0).then_some((year, month, day))
    });
    let Some((year, month, day)) = parts else {
        return Err(Problem::new(ProblemCode::DateIsoFormat).with("found", text));
    };
    NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
        .ok_or_else(|| Problem::new(ProblemCode::DateImpossible).with("found", text))
}

/// What a written date was understood as.
///
/// As JSON: `{"date": "2025-07-03", "weekday": "Thursday", "text": "Kamis (3/7/2025"}`; `weekday` is the one that is
/// written, or null.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateReading {
    date: NaiveDate,
    weekday: Option<Weekday>,
    text: String,
}

impl DateReading {
    /// Returns the date as its digits say it.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// Returns the weekday that is written beside the date, right or wrong; `None` where none is.
    #[must_use]
    pub const fn weekday(&self) -> Option<Weekday> {
        self.weekday
    }

    /// Returns the part of the text that was understood.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl serde::Serialize for DateReading {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut answer = serializer.serialize_struct("DateReading", 3)?;
        answer.serialize_field("date", &format_args!("{}", self.date))?;
        answer.serialize_field("weekday", &self.weekday.map(|weekday| weekday_name(weekday, Lang::En)))?;
        answer.serialize_field("text", &self.text)?;
        answer.end()
    }
}

/// Reads the date that a text names, alone or inside a sentence: day first, then the month.
///
/// A date without a year takes `year`, which is not used otherwise. The weekday is a checksum: one that does not belong
/// to the date is the warning `date.weekday_mismatch`, and the value is the date as its digits say it.
///
/// # Errors
///
/// `date.not_understood`, `date.year_missing`, `date.year_short` (two or five digits), `date.month_range` (month 13),
/// `date.month_unknown`, `date.impossible` (31 June), `date.several` (two different dates), `text.foreign_digits`,
/// `document.blank_text`, and `document.number_range` when `year` is not 1 to 9999.
///
/// # Example
///
/// ```
/// use lokmin_core::calendar::parse_date;
///
/// let reading = parse_date("Jum'at, 3 Oktober 2025", None).into_result()?;
/// assert_eq!(reading.date().to_string(), "2025-10-03");
/// assert_eq!(parse_date("Sabtu (4/11)", Some(2023)).into_result()?.date().to_string(), "2023-11-04");
///
/// let outcome = parse_date("3/13/2025", None);
/// let problem = &outcome.problems().as_slice()[0];
/// assert_eq!((problem.code().as_str(), problem.suggestion()), ("date.month_range", Some("2025-03-13")));
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn parse_date(text: &str, year: Option<i32>) -> Outcome<DateReading> {
    match read(text, year) {
        Err(problem) => Outcome::from(Err(problem)),
        Ok(reading) => {
            let mut problems = Problems::new();
            if let Some((weekday, written)) = reading.weekday
                && weekday != reading.date.weekday()
            {
                problems.push(
                    Problem::new(ProblemCode::DateWeekdayMismatch)
                        .with("weekday", written)
                        .with("date", reading.date)
                        .with("actual", reading.date.weekday()),
                );
            }
            let weekday = reading.weekday.map(|(weekday, _)| weekday);
            Outcome::new(Some(DateReading { date: reading.date, weekday, text: reading.text.to_owned() }), problems)
        }
    }
}

/// A date that was read, in its text.
#[derive(Clone, Copy)]
struct Read<'a> {
    date: NaiveDate,
    weekday: Option<(Weekday, &'a str)>,
    text: &'a str,
}

/// The parts of a date as they are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    pub(super) first_token: usize,
    pub(super) last_token: usize,
    day: u32,
    month: u32,
    year: Year,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Year {
    Full(i32),
    /// It is written, but not with four digits.
    Unclear,
    None,
}

impl Written {
    /// Returns the date that begins at a token.
    pub(super) fn at(text: &Lexed<'_>, index: usize) -> Option<Self> {
        let (first, width) = text.number(index)?;
        if width == 4 {
            return iso_at(text, index, first);
        }
        if width > 2 {
            return None;
        }
        let continues = continues_number(text, index);
        let ends_range = continues && index.checked_sub(1).is_some_and(|mark| text.mark(mark) == Some('-'));
        match named_month_at(text, index, first) {
            // `3-4 Juli 2025` ends with a date of its own.
            Some(date) if !continues || ends_range => Some(date),
            None if !continues => digits_at(text, index, first),
            _ => None,
        }
    }

    /// Returns the date; the year is `year` where none is written.
    pub(super) fn resolve(&self, text: &Lexed<'_>, year: Option<i32>) -> Result<NaiveDate, Problem> {
        let found = || text.slice(self.first_token, self.last_token);
        let year = match (self.year, year) {
            (Year::Full(year), _) | (Year::None, Some(year)) => year,
            (Year::None, None) => return Err(Problem::new(ProblemCode::DateYearMissing).with("found", found())),
            (Year::Unclear, _) => return Err(Problem::new(ProblemCode::DateYearShort).with("found", found())),
        };
        if !(1..=12).contains(&self.month) {
            let month_first = NaiveDate::from_ymd_opt(year, self.day, self.month).filter(|_| year > 0);
            return Err(Problem::new(ProblemCode::DateMonthRange)
                .with("found", found())
                .with("month", crate::problem::Param::Number(self.month.into()))
                .suggesting(month_first.map(|date| date.to_string())));
        }
        NaiveDate::from_ymd_opt(year, self.month, self.day)
            .filter(|_| year > 0)
            .ok_or_else(|| Problem::new(ProblemCode::DateImpossible).with("found", found()))
    }

    /// Returns the year that is written with four digits.
    pub(super) const fn written_year(&self) -> Option<i32> {
        match self.year {
            Year::Full(year) => Some(year),
            Year::Unclear | Year::None => None,
        }
    }

    const fn has_year(&self) -> bool {
        !matches!(self.year, Year::None)
    }

    /// Returns whether two written dates can be one: a year may be left out in one of them.
    fn agrees_with(&self, other: &Self) -> bool {
        let years = !self.has_year() || !other.has_year() || self.year == other.year;
        self.day == other.day && self.month == other.month && years
    }
}

/// Returns whether a number goes on with what stands before it, as in the letter number `445/3/7/2025`.
pub(super) fn continues_number(text: &Lexed<'_>, index: usize) -> bool {
    let Some(mark) = index.checked_sub(1).filter(|_| text.is_glued(index)) else { return false };
    if !matches!(text.mark(mark), Some('/' | '.' | '-')) || !text.is_glued(mark) {
        return false;
    }
    let Some(before) = mark.checked_sub(1) else { return false };
    let leads = matches!(text.term(before), Some(Term::Weekday(_) | Term::Date));
    text.number(before).is_some() || (text.term(before).is_some() && !leads)
}

/// Returns whether a separator and another number are written to the end of a date, as in `3/7/2025/12`.
fn goes_on(text: &Lexed<'_>, last: usize) -> bool {
    matches!(text.mark(last + 1), Some('/' | '.' | '-' | ':'))
        && text.is_glued(last + 1)
        && text.is_glued(last + 2)
        && text.number(last + 2).is_some()
}

/// `2025-07-03`; other orders that begin with the year are not read.
fn iso_at(text: &Lexed<'_>, index: usize, year: u32) -> Option<Written> {
    let dash = |at| text.mark(at) == Some('-') && text.is_glued(at) && text.is_glued(at + 1);
    let two = |at| text.number(at).filter(|(_, digits)| *digits == 2).map(|(value, _)| value);
    if continues_number(text, index) || !dash(index + 1) || !dash(index + 3) || goes_on(text, index + 4) {
        return None;
    }
    let (month, day) = (two(index + 2)?, two(index + 4)?);
    Some(Written { first_token: index, last_token: index + 4, day, month, year: Year::Full(year.cast_signed()) })
}

/// `3/7/2025` and, with slashes, `4/11` and `3/7 2025`.
fn digits_at(text: &Lexed<'_>, index: usize, day: u32) -> Option<Written> {
    let mark = text.mark(index + 1).filter(|mark| matches!(mark, '/' | '-' | '.'))?;
    let month = text.short_number(index + 2)?;
    let year = text.number(index + 4).filter(|_| text.mark(index + 3) == Some(mark));
    match year {
        Some((year, digits)) if digits <= 4 => {
            if goes_on(text, index + 4) && text.mark(index + 5) == Some(mark) {
                return None;
            }
            let year = if digits == 4 { Year::Full(year.cast_signed()) } else { Year::Unclear };
            Some(Written { first_token: index, last_token: index + 4, day, month, year })
        }
        Some(_) => None,
        None => {
            let goes_on = goes_on(text, index + 2) || (text.is_glued(index + 3) && text.mark(index + 3) == Some('/'));
            if mark != '/' || goes_on {
                return None;
            }
            let loose = loose_year(text, index + 3).filter(|_| (1..=31).contains(&day) && (1..=12).contains(&month));
            let (year, last_token) = loose.map_or((Year::None, index + 2), |(year, place)| (Year::Full(year), place));
            Some(Written { first_token: index, last_token, day, month, year })
        }
    }
}

/// Returns the year that stands apart behind `3/7`, as in `3/7 2025` and `3/7 tahun 2025`, with its place.
fn loose_year(text: &Lexed<'_>, index: usize) -> Option<(i32, usize)> {
    let place = if matches!(text.mark(index), Some(',' | '-' | '.')) { index + 1 } else { index };
    let place = if text.term(place) == Some(Term::Year) { place + 1 } else { place };
    text.year(place).filter(is_plausible).map(|year| (year, place))
}

/// `3 Juli 2025`, `3-Jul-2025`, `3 Juli`, `3 bulan Juli tahun 2025`, `03 bulan 07 tahun 2025`.
fn named_month_at(text: &Lexed<'_>, index: usize, day: u32) -> Option<Written> {
    let separator = |at| matches!(text.mark(at), Some('-' | '/' | '.'));
    let word = if separator(index + 1) { index + 2 } else { index + 1 };
    let named = text.term(word) == Some(Term::Bulan);
    let word = if named { word + 1 } else { word };
    let in_digits = text.short_number(word).filter(|_| named);
    let month = text.month(word).or(in_digits)?;
    let comma = text.mark(word + 1) == Some(',');
    let place = if separator(word + 1) || comma { word + 2 } else { word + 1 };
    let place = if text.term(place) == Some(Term::Year) { place + 1 } else { place };
    let (year, last_token) = match text.number(place) {
        Some((year, 4)) => (Year::Full(year.cast_signed()), place),
        // `3 bulan 7 hari` is no date.
        _ if in_digits.is_some() => return None,
        // `3 Juli 25`, but not `3 Juli 08.30` nor `3 Juli - 5 Agustus`.
        Some(_) if !comma && !text.begins_date_or_time(place) => (Year::Unclear, place),
        _ => (Year::None, word),
    };
    Some(Written { first_token: index, last_token, day, month, year })
}

/// Returns the weekday that a date belongs to, with its place: before it (`Kamis, tanggal 3 ...`) or directly behind
/// it in brackets.
fn weekday_beside(text: &Lexed<'_>, date: &Written) -> Option<(Weekday, usize)> {
    let mut place = before_words(text, date.first_token);
    for _ in 0..5 {
        let Some(before) = place.checked_sub(1) else { break };
        place = before;
        match (text.mark(place), text.term(place)) {
            (_, Some(Term::Weekday(weekday))) => return Some((weekday, place)),
            (Some(',' | '(' | ')' | '[' | ']' | '/' | ':' | '-' | '.'), _) | (_, Some(Term::Date | Term::On)) => {}
            _ => break,
        }
    }
    let bracket = matches!(text.mark(date.last_token + 1), Some('(' | '[' | ','));
    match text.term(date.last_token + 2) {
        Some(Term::Weekday(weekday)) if bracket => Some((weekday, date.last_token + 2)),
        _ => None,
    }
}

/// The words of numbers that are not cardinals of one digit.
const NUMBER_WORDS: [&str; 7] = ["belas", "puluh", "ratus", "ribu", "sebelas", "seratus", "seribu"];

/// Returns the place of the word `tanggal` whose date in words a date in brackets repeats, as minutes write it
/// (`tanggal tiga bulan Juli tahun dua ribu dua puluh lima (03-07-2025)`); else the place itself.
fn before_words(text: &Lexed<'_>, date: usize) -> usize {
    let Some(bracket) = date.checked_sub(1).filter(|at| matches!(text.mark(*at), Some('(' | '['))) else { return date };
    let mut place = bracket;
    // `dua puluh delapan bulan September tahun dua ribu dua puluh lima` and marks between.
    for _ in 0..16 {
        let Some(before) = place.checked_sub(1) else { break };
        place = before;
        match text.term(place) {
            Some(Term::Date) => return place,
            Some(Term::Cardinal(_) | Term::Month(_) | Term::Bulan | Term::Year) => {}
            Some(Term::Other)
                if NUMBER_WORDS.iter().any(|word| text.slice(place, place).eq_ignore_ascii_case(word)) => {}
            None if text.mark(place) == Some(',') => {}
            _ => break,
        }
    }
    date
}

/// Returns the day that a date ends a range with, as in `3-4 Juli 2025` and `3 s.d. 4 Juli 2025`.
fn range_start(text: &Lexed<'_>, index: usize) -> Option<usize> {
    let after = text.after_until(index + 1).or_else(|| {
        (text.term(index + 1) == Some(Term::And) || text.mark(index + 1) == Some('&')).then_some(index + 2)
    })?;
    text.short_number(after)?;
    text.month(after + 1).map(|_| after)
}

fn read(text: &str, year: Option<i32>) -> Result<Read<'_>, Problem> {
    check_year(year)?;
    let lexed = Lexed::new(text)?;
    let mut found: Option<Written> = None;
    let mut index = 0;
    while index < lexed.len() {
        if lexed.short_number(index).is_some()
            && let Some(last) = range_start(&lexed, index)
            && let Some(second) = Written::at(&lexed, last)
        {
            let (day, whole) = (lexed.slice(index, index), lexed.slice(last, second.last_token));
            return Err(several(day, whole));
        }
        let Some(date) = Written::at(&lexed, index) else {
            index += 1;
            continue;
        };
        index = date.last_token + 1;
        found = Some(match found {
            // A fraction such as 35/57 beside a whole date is no date.
            Some(first) if is_fraction(&lexed, &date) && first.has_year() => first,
            Some(first) if is_fraction(&lexed, &first) && date.has_year() && !first.agrees_with(&date) => date,
            Some(first) if first.agrees_with(&date) => {
                if first.has_year() {
                    first
                } else {
                    date
                }
            }
            Some(first) => {
                let shown = |date: &Written| lexed.slice(date.first_token, date.last_token);
                return Err(several(shown(&first), shown(&date)));
            }
            None => date,
        });
    }
    let written = found.ok_or_else(|| not_understood(text, &lexed))?;
    let date = written.resolve(&lexed, year)?;
    let weekday = weekday_beside(&lexed, &written);
    let (first, last) = match weekday {
        Some((_, place)) => (written.first_token.min(place), written.last_token.max(place)),
        None => (written.first_token, written.last_token),
    };
    let closes = match lexed.mark(last + 1) {
        Some(')') => lexed.slice(first, last).contains('('),
        Some(']') => lexed.slice(first, last).contains('['),
        _ => false,
    };
    let last = if closes { last + 1 } else { last };
    let weekday = weekday.map(|(weekday, place)| (weekday, lexed.slice(place, place)));
    Ok(Read { date, weekday, text: lexed.slice(first, last) })
}

/// Returns whether two numbers with a slash cannot be a day and a month.
fn is_fraction(text: &Lexed<'_>, date: &Written) -> bool {
    let numbers_only = text.month(date.first_token + 1).is_none() && text.month(date.first_token + 2).is_none();
    !date.has_year() && numbers_only && (!(1..=31).contains(&date.day) || !(1..=12).contains(&date.month))
}

fn several(first: &str, second: &str) -> Problem {
    Problem::new(ProblemCode::DateSeveral).with("dates", vec![first.to_owned(), second.to_owned()])
}

/// Makes the problem of a text without a date: a mistyped month, when that is what it has.
fn not_understood(text: &str, lexed: &Lexed<'_>) -> Problem {
    if lexed.len() == 0 {
        return Problem::new(ProblemCode::BlankText);
    }
    for index in 0..lexed.len() {
        let is_date = lexed.short_number(index).is_some()
            && lexed.term(index + 1) == Some(Term::Other)
            && lexed.year(index + 2).is_some();
        if is_date {
            let word = lexed.slice(index + 1, index + 1);
            return Problem::new(ProblemCode::DateMonthUnknown)
                .with("found", word)
                .suggesting(near_month(word).map(str::to_owned));
        }
    }
    // `2025/07/03` is most likely meant as ISO, but is not written so.
    let year_first = (0..lexed.len()).find_map(|index| {
        let (year, month, day) = (lexed.year(index)?, lexed.short_number(index + 2)?, lexed.short_number(index + 4)?);
        let marks = lexed.mark(index + 1) == lexed.mark(index + 3) && lexed.mark(index + 1).is_some();
        NaiveDate::from_ymd_opt(year, month, day).filter(|_| marks && year > 0)
    });
    Problem::new(ProblemCode::DateNotUnderstood).with("found", text).suggesting(year_first.map(|date| date.to_string()))
}

/// Returns the Indonesian name of the month that a word comes near to, or names in English.
fn near_month(word: &str) -> Option<&'static str> {
    let months = || (1..=12).flat_map(|month| [Lang::Id, Lang::En].map(|lang| (month, month_name(month, lang))));
    let near = nearest(word, months().map(|(_, name)| name))?;
    months().find(|(_, name)| *name == near).map(|(month, _)| month_name(month, Lang::Id))
}

impl Member for NaiveDate {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_canonical(node, at, reader, parse_iso_date)
    }
}
