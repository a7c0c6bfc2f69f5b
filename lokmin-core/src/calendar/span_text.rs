//! Spans as people write them.
//!
//! | written | span | basis |
//! | :-- | :-- | :-- |
//! | `Oktober-November 2025`, `Januari s.d. September 2025`, `Oktober 2025` | those months | stated |
//! | `Triwulan III 2025`, `TW I-III 2025` | the months of those quarters | stated |
//! | `tahun 2025` | January to December | stated |
//! | `s.d. Juni 2025`, `sampai dengan TW II 2025` | January of that year to there: the start is not said | derived |
//! | `sejak Januari 2025`, `mulai TW I 2025` | from there to the last complete month before the day given | derived |
//! | `per 31 Oktober 2025` | as of that day | stated |
//! | `per hari ini` | as of the day given | derived |
//! | `tiga bulan terakhir` | the last three complete months before the day given | derived |
//! | `triwulan ini`, `triwulan sebelumnya` | the quarter of the day given, or the one before | derived |
//! | `triwulan selanjutnya`, `triwulan berikutnya` | the quarter after the one reviewed | derived |
//! | a label or months without a year | the latest that begin on or before the day given | derived |

use chrono::{Datelike, NaiveDate};

use super::date::Written;
use super::lexer::Lexed;
use super::mention::{Mention, Mentioned};
use super::span::{Basis, Span, StatedSpan};
use super::term::Term;
use super::years::NamedYears;
use super::{Month, Quarter};
use crate::problem::{Outcome, Problem, ProblemCode};

/// Reads the span that a text names, seen from a day (`on`, usually that of the forum).
///
/// `reviewed` is the quarter that the forum looked back at; "triwulan selanjutnya" is the one after it. The answer's
/// text is the part that was understood.
///
/// # Errors
///
/// `document.blank_text`, `span.not_understood` (also `sejak 3 Juli 2025`: since a day), `span.reviewed_missing` ("triwulan selanjutnya" without `reviewed`), `span.order` (from
/// September to July, or since a month that is not complete), `span.several` (two different spans or years), those of [`parse_quarter`](super::parse_quarter) for a
/// label that is wrong and of [`parse_date`](super::parse_date) for a date that is.
///
/// # Example
///
/// ```
/// use chrono::NaiveDate;
/// use lokmin_core::calendar::{parse_span, Basis};
/// use lokmin_core::Month;
///
/// let on = NaiveDate::from_ymd_opt(2025, 7, 30).unwrap();
/// let reading = parse_span("evaluasi tiga bulan terakhir", on, None).into_result()?;
/// assert_eq!(reading.span().unwrap().months(), Month::new(2025, 4).zip(Month::new(2025, 6)));
/// assert_eq!((reading.text(), reading.basis()), (Some("tiga bulan terakhir"), Basis::Derived));
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn parse_span(text: &str, on: NaiveDate, reviewed: Option<Quarter>) -> Outcome<StatedSpan> {
    Outcome::from(read(text, on, reviewed))
}

/// A span that was found, with its tokens.
#[derive(Clone, Copy)]
struct Found {
    span: Span,
    basis: Basis,
    first_token: usize,
    last_token: usize,
}

fn read(text: &str, on: NaiveDate, reviewed: Option<Quarter>) -> Result<StatedSpan, Problem> {
    let lexed = Lexed::new(text)?;
    if lexed.len() == 0 {
        return Err(Problem::new(ProblemCode::BlankText));
    }
    let named = NamedYears::of(&lexed);
    let not_understood = || Problem::new(ProblemCode::SpanNotUnderstood).with("found", text);
    let mut found: Option<Found> = None;
    let (mut index, mut unused) = (0, 0);
    while index < lexed.len() {
        let mut here = open_at(&lexed, index, on, &named)?;
        if here.is_none() {
            here = written_at(&lexed, index, unused, on, &named)?;
        }
        if here.is_none() {
            here = relative_at(&lexed, index, on, reviewed)?;
        }
        let Some(here) = here else {
            index += 1;
            continue;
        };
        index = index.max(here.last_token) + 1;
        unused = index;
        match found {
            // A whole year beside months or quarters only says their year.
            Some(first) if is_year_of(&here, &first) => {}
            Some(first) if is_year_of(&first, &here) => found = Some(here),
            Some(first) if first.span != here.span => {
                let shown = |found: &Found| lexed.slice(found.first_token, found.last_token).to_owned();
                return Err(Problem::new(ProblemCode::SpanSeveral).with("spans", vec![shown(&first), shown(&here)]));
            }
            Some(_) => {}
            None => found = Some(here),
        }
    }
    let found = found.ok_or_else(not_understood)?;
    let words = lexed.slice(found.first_token, found.last_token).parse().map_err(|_| not_understood())?;
    Ok(StatedSpan::read_from(words, found.span, found.basis))
}

/// Returns whether the first span is the whole year that the other one lies in.
fn is_year_of(year: &Found, other: &Found) -> bool {
    let (Some((from, to)), Some((first, last))) = (year.span.months(), other.span.months()) else { return false };
    let is_year = from.number() == 1 && to.months_since(from) == 11;
    is_year && year.span != other.span && from <= first && last <= to
}

/// Reads months, quarters, a date or a year at a token.
fn written_at(
    text: &Lexed<'_>,
    index: usize,
    unused: usize,
    on: NaiveDate,
    named: &NamedYears,
) -> Result<Option<Found>, Problem> {
    if let Some(date) = Written::at(text, index) {
        let span = Span::on_day(date.resolve(text, None)?);
        let after_on = index.checked_sub(1).filter(|before| text.term(*before) == Some(Term::On));
        return Ok(Some(Found {
            span,
            basis: Basis::Stated,
            first_token: after_on.unwrap_or(index),
            last_token: date.last_token,
        }));
    }
    if text.term(index) == Some(Term::Year)
        && let Some(year) = text.year(index + 1)
    {
        let months = Month::new(year, 1).zip(Month::new(year, 12));
        return Ok(months.and_then(|(from, to)| Span::of_months(from, to)).map(|span| Found {
            span,
            basis: Basis::Stated,
            first_token: index,
            last_token: index + 1,
        }));
    }
    let Some(mention) = Mention::at(text, index, unused)? else { return Ok(None) };
    let shown = || text.slice(mention.first_token, mention.last_token);
    let missing = || Problem::new(ProblemCode::QuarterYearMissing).with("found", shown());
    let (from, from_year, to, year, single) = match mention.what {
        Mentioned::Quarters { from, to, year } => (from * 3 - 2, None, to * 3, year, false),
        Mentioned::Months { from, from_year, to, year } => (from, from_year, to, year, from == to),
    };
    // `Juli` alone is too little to be a span; `bulan Juli`, `s.d. Juli` and `Juli 2025` are not.
    let named_month = index.checked_sub(1).is_some_and(|before| {
        matches!(text.term(before), Some(Term::Bulan | Term::Until | Term::With | Term::Since | Term::D))
            || (text.mark(before) == Some('.') && before > 0 && text.term(before - 1) == Some(Term::D))
    });
    if single && year.is_none() && !named_month {
        return Ok(None);
    }
    let (year, basis) = match (year, named.first, named.other) {
        (Some(year), ..) => (year, Basis::Stated),
        (None, Some(first), Some(other)) => {
            let spans: Vec<String> =
                [first, other].map(|year| text.slice(year.first_token, year.last_token).to_owned()).into();
            return Err(Problem::new(ProblemCode::SpanSeveral).with("spans", spans));
        }
        (None, Some(named), None) => (named.year, Basis::Stated),
        (None, None, _) => (year_of_latest(from, on).ok_or_else(missing)?, Basis::Derived),
    };
    let (first, last) = Month::new(from_year.unwrap_or(year), from).zip(Month::new(year, to)).ok_or_else(missing)?;
    let span = Span::of_months(first, last)
        .ok_or_else(|| Problem::new(ProblemCode::SpanOrder).with("from", first).with("to", last))?;
    Ok(Some(Found { span, basis, first_token: mention.first_token, last_token: mention.last_token }))
}

/// Reads a span of which only the end (`s.d. Juni 2025`) or only the start (`sejak Januari 2025`) is written.
fn open_at(text: &Lexed<'_>, index: usize, on: NaiveDate, named: &NamedYears) -> Result<Option<Found>, Problem> {
    let since = text.term(index) == Some(Term::Since);
    // A hyphen alone may begin a line.
    let until = text.after_until(index).filter(|_| text.mark(index).is_none());
    let Some(place) = until.or_else(|| since.then_some(index + 1)) else { return Ok(None) };
    let place = if text.term(place) == Some(Term::Bulan) { place + 1 } else { place };
    if let Some(date) = Written::at(text, place) {
        // Up to a day is the state on that day; since a day is no span of months.
        let found = || text.slice(index, date.last_token);
        return if since { Err(Problem::new(ProblemCode::SpanNotUnderstood).with("found", found())) } else { Ok(None) };
    }
    let Some(written) = written_at(text, place, place, on, named)? else { return Ok(None) };
    let Some((from, to)) = written.span.months() else { return Ok(None) };
    let (from, to) = if since {
        // `sejak Januari s.d. Maret 2025` has both ends.
        if text.month(place).is_some() && from != to {
            return Ok(None);
        }
        let Some(last) = Month::containing(on).and_then(Month::previous) else { return Ok(None) };
        (from, last)
    } else {
        if text.term(place) == Some(Term::Year) || from.year() != to.year() {
            return Ok(None);
        }
        // `2024 s.d. Juni 2025` begins at some time in another year.
        if let Some(before) = index.checked_sub(1).filter(|before| text.year(*before).is_some_and(|y| y != to.year())) {
            let spans = vec![text.slice(before, before).to_owned(), text.slice(index, written.last_token).to_owned()];
            return Err(Problem::new(ProblemCode::SpanSeveral).with("spans", spans));
        }
        let Some(january) = Month::new(to.year(), 1) else { return Ok(None) };
        (january, to)
    };
    let span = Span::of_months(from, to)
        .ok_or_else(|| Problem::new(ProblemCode::SpanOrder).with("from", from).with("to", to))?;
    Ok(Some(Found { span, basis: Basis::Derived, first_token: index, last_token: written.last_token }))
}

/// Returns the year of the latest month with a number that begins on or before a date.
fn year_of_latest(month: u32, on: NaiveDate) -> Option<i32> {
    let year = if month <= on.month() { on.year() } else { on.year() - 1 };
    (1..=9999).contains(&year).then_some(year)
}

/// Reads a span that is said from where the speaker stands: `tiga bulan terakhir`, `triwulan selanjutnya`.
fn relative_at(
    text: &Lexed<'_>,
    index: usize,
    on: NaiveDate,
    reviewed: Option<Quarter>,
) -> Result<Option<Found>, Problem> {
    let quarter_word = match (text.term(index), text.term(index + 1)) {
        (Some(Term::Quarterly), _) => Some(index + 1),
        (Some(Term::Tri), Some(Term::Wulan | Term::Bulan | Term::Bulanan)) => Some(index + 2),
        _ => None,
    };
    let found = |span: Option<Span>, last_token: usize| {
        span.map(|span| Found { span, basis: Basis::Derived, first_token: index, last_token })
    };
    let skip_which = |place: usize| if text.term(place) == Some(Term::Which) { place + 1 } else { place };
    if let Some(place) = quarter_word {
        let place = skip_which(place);
        let quarter = Quarter::containing(on);
        let quarter = match text.term(place) {
            Some(Term::This) => quarter,
            Some(Term::Previous) => quarter.and_then(Quarter::previous),
            Some(Term::Next) => {
                let missing = || Problem::new(ProblemCode::SpanReviewedMissing).with("found", text.slice(index, place));
                reviewed.ok_or_else(missing)?.next()
            }
            _ => return Ok(None),
        };
        return Ok(found(quarter.map(Span::of_quarter), place));
    }
    let (count, place) = match (text.term(index), text.short_number(index)) {
        (Some(Term::Cardinal(count)), _) | (_, Some(count)) => (count, index + 1),
        (Some(Term::Bulan), _) => (1, index),
        (Some(Term::On), _) if is_today(text, index + 1) => return Ok(found(Some(Span::on_day(on)), index + 2)),
        _ if is_today(text, index) => return Ok(found(Some(Span::on_day(on)), index + 1)),
        _ => return Ok(None),
    };
    if text.term(place) != Some(Term::Bulan) {
        return Ok(None);
    }
    let after = skip_which(place + 1);
    let is_past = matches!(text.term(after), Some(Term::Last | Term::Previous));
    let month = Month::containing(on);
    if is_past && (1..=24).contains(&count) {
        let last = month.and_then(Month::previous);
        let from = last.and_then(|last| last.checked_add(1 - i64::from(count)));
        return Ok(found(from.zip(last).and_then(|(from, to)| Span::of_months(from, to)), after));
    }
    if place == index && text.term(after) == Some(Term::This) {
        return Ok(found(month.and_then(|month| Span::of_months(month, month)), after));
    }
    Ok(None)
}

/// Returns whether `hari ini` or `saat ini` stands at a token.
fn is_today(text: &Lexed<'_>, index: usize) -> bool {
    matches!(text.term(index), Some(Term::Day | Term::Moment)) && text.term(index + 1) == Some(Term::This)
}
