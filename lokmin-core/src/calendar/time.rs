//! Times of the day as invitations write them: `10.00 WIB s.d. selesai`, `pukul 14.00 Wita`, `jam 2 siang`.
//!
//! The clock has 24 hours. A part of the day moves the hour only where that is the one possible meaning:
//!
//! | part | hours read as written | hours moved by 12 | refused |
//! | :-- | :-- | :-- | :-- |
//! | pagi | 1 to 11 | none | 0, 12 to 23 |
//! | siang | 10 to 15 | 1 to 3 | all others |
//! | sore | 14 to 18 | 2 to 6 | all others |
//! | malam | 0 to 3, 18 to 23 | 6 to 11 | 4, 5, 12 to 17 |
//!
//! `12 malam` is refused because nobody can say to which day it belongs. Source: common use of the Indonesian language.

use std::fmt;
use std::str::FromStr;

use super::lexer::Lexed;
use super::month::digits;
use super::term::{PartOfDay, Term};
use crate::json::{canonical_text, terms};
use crate::problem::{Outcome, Problem, ProblemCode};

terms! {
    /// A time zone of Indonesia.
    pub enum Zone {
        /// Western: UTC+7.
        Wib = "WIB", "Waktu Indonesia Barat", "Western Indonesia Time";
        /// Central: UTC+8.
        Wita = "WITA", "Waktu Indonesia Tengah", "Central Indonesia Time";
        /// Eastern: UTC+9.
        Wit = "WIT", "Waktu Indonesia Timur", "Eastern Indonesia Time";
    }
}

/// A time of the day to the minute, such as `08:30`.
///
/// # Ordering
///
/// Times order through the day.
///
/// # Example
///
/// ```
/// use lokmin_core::calendar::ClockTime;
/// let time: ClockTime = "08:30".parse()?;
/// assert_eq!((time.hour(), time.minute()), (8, 30));
/// assert!("8.30".parse::<ClockTime>().is_err());
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime {
    // INVARIANT: below 24 and 60.
    hour: u8,
    minute: u8,
}

impl ClockTime {
    /// Returns a time, or `None` when the hour is not 0 to 23 or the minute not 0 to 59.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::calendar::ClockTime;
    /// assert_eq!(ClockTime::new(8, 30).unwrap().to_string(), "08:30");
    /// assert_eq!(ClockTime::new(24, 0), None);
    /// ```
    #[must_use]
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// Returns the hour, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u32 {
        self.hour as u32
    }

    /// Returns the minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u32 {
        self.minute as u32
    }
}

impl FromStr for ClockTime {
    type Err = Problem;

    /// Reads the canonical form only, such as `08:30`.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let bytes: Option<&[u8; 5]> = text.as_bytes().try_into().ok();
        bytes
            .filter(|[_, _, colon, _, _]| *colon == b':')
            .and_then(|&[a, b, _, c, d]| Self::new(digits(&[a, b])?, digits(&[c, d])?))
            .ok_or_else(|| Problem::new(ProblemCode::TimeFormat).with("found", text))
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl fmt::Debug for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClockTime({self})")
    }
}

canonical_text!(ClockTime, "ClockTime", "A time of the day, such as 08:30.", "^([01][0-9]|2[0-3]):[0-5][0-9]$");

/// What a written time was understood as.
///
/// As JSON: `{"start": "10:00", "end": null, "until_finished": true, "zone": "WIB", "text": "10.00 WIB s.d. selesai"}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct TimeReading {
    start: ClockTime,
    end: Option<ClockTime>,
    until_finished: bool,
    zone: Option<Zone>,
    text: String,
}

impl TimeReading {
    /// Returns when it begins.
    #[must_use]
    pub const fn start(&self) -> ClockTime {
        self.start
    }

    /// Returns when it ends, where that is written.
    #[must_use]
    pub const fn end(&self) -> Option<ClockTime> {
        self.end
    }

    /// Returns whether it lasts "sampai selesai".
    #[must_use]
    pub const fn until_finished(&self) -> bool {
        self.until_finished
    }

    /// Returns the time zone, where it is written.
    #[must_use]
    pub const fn zone(&self) -> Option<Zone> {
        self.zone
    }

    /// Returns the part of the text that was understood.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Reads the time that a text names, alone or inside a sentence.
///
/// Hours and minutes have a point or a colon between them; an hour alone is one only after `pukul` or `jam`, or before
/// a part of the day or a time zone.
///
/// # Errors
///
/// `time.not_understood`, `time.impossible` (25.00), `time.part_of_day` (14.00 pagi), `time.order` (the end not after
/// the start), `time.several` (two different times or zones), `text.foreign_digits`,
/// `document.blank_text`.
///
/// # Example
///
/// ```
/// use lokmin_core::calendar::{parse_time, Zone};
///
/// let reading = parse_time("pukul 10.00 WIB s.d. selesai").into_result()?;
/// assert_eq!(reading.start().to_string(), "10:00");
/// assert_eq!((reading.end(), reading.until_finished(), reading.zone()), (None, true, Some(Zone::Wib)));
/// assert_eq!(parse_time("jam 2 siang").into_result()?.start().to_string(), "14:00");
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn parse_time(text: &str) -> Outcome<TimeReading> {
    Outcome::from(read(text))
}

/// A point of time as it is written.
#[derive(Clone, Copy)]
struct Point {
    hour: u32,
    minute: u32,
    part: Option<PartOfDay>,
    zone: Option<Zone>,
    /// Whether a word or a separator shows that it is a time.
    is_marked: bool,
    first_token: usize,
    last_token: usize,
}

impl Point {
    fn at(text: &Lexed<'_>, index: usize) -> Option<Self> {
        let mut place = index;
        let named = text.term(place) == Some(Term::Clock);
        if named {
            place += 1;
            if matches!(text.mark(place), Some(':' | '.')) {
                place += 1;
            }
        } else if index.checked_sub(1).is_some_and(|before| {
            text.is_glued(index)
                && (matches!(text.mark(before), Some('/' | '.' | ':' | ',')) || text.term(before).is_some())
        }) {
            return None;
        }
        let hour = text.short_number(place)?;
        let separated = matches!(text.mark(place + 1), Some('.' | ':'))
            && text.is_glued(place + 1)
            && text.is_glued(place + 2)
            && text.number(place + 2).is_some();
        let (minute, mut last_token) = if separated {
            let (minute, 2) = text.number(place + 2)? else { return None };
            (minute, place + 2)
        } else {
            (0, place)
        };
        let goes_on = matches!(text.mark(last_token + 1), Some('.' | ':' | '/'))
            && text.is_glued(last_token + 1)
            && text.is_glued(last_token + 2)
            && text.number(last_token + 2).is_some();
        if goes_on {
            return None;
        }
        let (mut part, mut zone) = (None, None);
        for _ in 0..2 {
            match text.term(last_token + 1) {
                Some(Term::Part(found)) if part.is_none() => part = Some(found),
                Some(Term::Zone(found)) if zone.is_none() => zone = Some(found),
                _ => break,
            }
            last_token += 1;
        }
        let is_marked = named || separated || part.is_some() || zone.is_some();
        Some(Self { hour, minute, part, zone, is_marked, first_token: index, last_token })
    }

    /// Returns the time of the day; `None` where the part of the day does not fit.
    fn resolve(&self, text: &Lexed<'_>) -> Result<ClockTime, Problem> {
        let found = || text.slice(self.first_token, self.last_token);
        let plain = ClockTime::new(self.hour, self.minute)
            .ok_or_else(|| Problem::new(ProblemCode::TimeImpossible).with("found", found()))?;
        let Some(part) = self.part else { return Ok(plain) };
        self.moved(part).ok_or_else(|| Problem::new(ProblemCode::TimePartOfDay).with("found", found()))
    }

    /// Returns the time in a part of the day; `None` where the two do not fit.
    fn moved(&self, part: PartOfDay) -> Option<ClockTime> {
        let hour = match (part, self.hour) {
            (PartOfDay::Pagi, 1..=11)
            | (PartOfDay::Siang, 10..=15)
            | (PartOfDay::Sore, 14..=18)
            | (PartOfDay::Malam, 0..=3 | 18..=23) => self.hour,
            (PartOfDay::Siang, 1..=3) | (PartOfDay::Sore, 2..=6) | (PartOfDay::Malam, 6..=11) => self.hour + 12,
            _ => return None,
        };
        ClockTime::new(hour, self.minute)
    }
}

fn read(text: &str) -> Result<TimeReading, Problem> {
    let lexed = Lexed::new(text)?;
    let mut found: Option<TimeReading> = None;
    let mut index = 0;
    while index < lexed.len() {
        let Some((reading, next)) = range_at(&lexed, index)? else {
            index += 1;
            continue;
        };
        index = next;
        match &found {
            Some(first) => {
                let same = (first.start, first.end, first.until_finished)
                    == (reading.start, reading.end, reading.until_finished)
                    && (first.zone == reading.zone || first.zone.is_none() || reading.zone.is_none());
                if !same {
                    return Err(Problem::new(ProblemCode::TimeSeveral)
                        .with("times", vec![first.text.clone(), reading.text.clone()]));
                }
            }
            None => found = Some(reading),
        }
    }
    let not_understood = || match lexed.len() {
        0 => Problem::new(ProblemCode::BlankText),
        _ => Problem::new(ProblemCode::TimeNotUnderstood).with("found", text),
    };
    found.ok_or_else(not_understood)
}

/// Reads a time, and what it lasts until, at a token; returns the place after it too.
fn range_at(text: &Lexed<'_>, index: usize) -> Result<Option<(TimeReading, usize)>, Problem> {
    let Some(start) = Point::at(text, index) else { return Ok(None) };
    let mut last_token = start.last_token;
    let mut end: Option<Point> = None;
    let mut until_finished = false;
    if let Some(after) = text.after_until(start.last_token + 1) {
        if text.term(after) == Some(Term::Finished) {
            until_finished = true;
            last_token = after;
            if let Some(Term::Zone(_)) = text.term(after + 1) {
                last_token += 1;
            }
        } else if let Some(point) = Point::at(text, after) {
            end = Some(point).filter(|point| point.is_marked || start.is_marked);
            last_token = end.map_or(last_token, |point| point.last_token);
        }
    }
    if !start.is_marked && !end.is_some_and(|end| end.is_marked) {
        return Ok(None);
    }
    let shown = text.slice(start.first_token, last_token);
    let finish = end.map(|end| end.resolve(text)).transpose()?;
    let mut begin = start.resolve(text)?;
    // `1 - 3 siang`: the part of the day belongs to both, where that gives a sensible order.
    if let (None, Some(part), Some(finish)) = (start.part, end.and_then(|end| end.part), finish)
        && let Some(moved) = start.moved(part).filter(|moved| *moved < finish)
    {
        begin = moved;
    }
    if finish.is_some_and(|finish| finish <= begin) {
        return Err(Problem::new(ProblemCode::TimeOrder).with("found", shown));
    }
    let after_finished = match text.term(last_token) {
        Some(Term::Zone(zone)) if until_finished => Some(zone),
        _ => None,
    };
    let other = end.and_then(|end| end.zone).or(after_finished);
    if let (Some(zone), Some(other)) = (start.zone, other)
        && zone != other
    {
        return Err(Problem::new(ProblemCode::TimeSeveral)
            .with("times", vec![zone.as_str().to_owned(), other.as_str().to_owned()]));
    }
    let reading =
        TimeReading { start: begin, end: finish, until_finished, zone: start.zone.or(other), text: shown.to_owned() };
    Ok(Some((reading, last_token + 1)))
}
