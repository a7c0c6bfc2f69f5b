//! Where a text speaks of quarters (`TW III 2025`) or of months (`Juli-September 2025`).

use super::lexer::Lexed;
use super::term::Term;
use crate::problem::{Problem, ProblemCode};

/// What a place in a text speaks of, from its first to its last token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub(super) first_token: usize,
    pub(super) last_token: usize,
    pub(super) what: Mentioned,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mentioned {
    /// Quarters from one number to another, 1 to 4.
    Quarters { from: u32, to: u32, year: Option<i32> },
    /// Months from one number to another, each with its year where one is written.
    Months { from: u32, from_year: Option<i32>, to: u32, year: Option<i32> },
}

impl Mention {
    /// Returns the mention that begins at a token. A year before it is its own from the token `unused` on.
    ///
    /// # Errors
    ///
    /// `quarter.number`, `quarter.year_short` and `quarter.several`.
    pub(super) fn at(text: &Lexed<'_>, index: usize, unused: usize) -> Result<Option<Self>, Problem> {
        if text.month(index).is_some() {
            return Ok(months_at(text, index));
        }
        quarters_at(text, index, unused)
    }
}

/// Returns the place after a quarter's word, and the numeral that is part of it.
fn after_keyword(text: &Lexed<'_>, index: usize) -> Option<(usize, Option<u32>)> {
    match text.term(index) {
        Some(Term::Quarterly) => return Some((index + 1, None)),
        Some(Term::QuarterlyRoman(number)) => return Some((index + 1, Some(number))),
        Some(Term::Tri) => {
            let second = if text.mark(index + 1) == Some('-') { index + 2 } else { index + 1 };
            let is_second = matches!(text.term(second), Some(Term::Wulan | Term::Bulan | Term::Bulanan));
            return is_second.then_some((second + 1, None));
        }
        _ => {}
    }
    let is_three = text.term(index) == Some(Term::Cardinal(3)) || text.number(index) == Some((3, 1));
    (is_three && text.term(index + 1) == Some(Term::Bulanan)).then_some((index + 2, None))
}

/// Returns the numeral at a place: Roman, Arabic (one or two digits) or, where `words` allows, in words.
fn numeral(text: &Lexed<'_>, index: usize, words: bool) -> Option<u32> {
    match text.term(index) {
        Some(Term::Roman(number)) => Some(number),
        Some(Term::Ordinal(number) | Term::Cardinal(number)) if words => Some(number),
        Some(_) => None,
        None => text.short_number(index).filter(|_| !text.begins_date_or_time(index)),
    }
}

fn quarters_at(text: &Lexed<'_>, index: usize, unused: usize) -> Result<Option<Mention>, Problem> {
    let (number, mut next) = if text.term(index) == Some(Term::Q) {
        // `Q3`, and the canonical `2025Q3`.
        let Some((number, _)) = text.number(index + 1).filter(|_| text.is_glued(index + 1)) else { return Ok(None) };
        (number, index + 2)
    } else {
        let Some((mut place, glued)) = after_keyword(text, index) else { return Ok(None) };
        if let Some(number) = glued {
            (number, place)
        } else {
            for _ in 0..3 {
                if matches!(text.mark(place), Some('-' | '.' | ':' | '(')) || text.term(place) == Some(Term::Ke) {
                    place += 1;
                }
            }
            let Some(number) = numeral(text, place, true) else { return Ok(None) };
            (number, place + 1)
        }
    };
    let mut first_token = index;
    let check = |number: u32, last: usize| {
        if (1..=4).contains(&number) {
            return Ok(());
        }
        Err(Problem::new(ProblemCode::QuarterNumber).with("found", text.slice(index, last)))
    };
    check(number, next - 1)?;

    let mut to = number;
    while let Some((last, place, after)) = continuation(text, next) {
        check(last, after - 1)?;
        let until = text.after_until(next).is_some();
        if last <= to || !(until || last == to + 1) {
            return Err(Problem::new(ProblemCode::QuarterSeveral).with(
                "labels",
                vec![text.slice(index, next - 1).to_owned(), text.slice(place, after - 1).to_owned()],
            ));
        }
        (to, next) = (last, after);
    }

    let (year, after) = year_after(text, next, index)?;
    let mut last_token = after - 1;
    let before = year_before(text, index).filter(|(_, place)| *place >= unused);
    let year = match (year, before) {
        (Some(year), Some((other, place))) if year != other => {
            return Err(Problem::new(ProblemCode::QuarterSeveral).with(
                "labels",
                vec![text.slice(place, next - 1).to_owned(), text.slice(index, last_token).to_owned()],
            ));
        }
        (None, Some((year, place))) => {
            first_token = place;
            Some(year)
        }
        (year, _) => year,
    };
    if text.mark(last_token + 1) == Some(')') && text.slice(first_token, last_token).contains('(') {
        last_token += 1;
    }
    Ok(Some(Mention { first_token, last_token, what: Mentioned::Quarters { from: number, to, year } }))
}

/// Returns the numeral that continues a row of quarters (`I-III`, `I, II dan III`, `I s.d. TW III`), where its label
/// begins, and the place after it.
fn continuation(text: &Lexed<'_>, index: usize) -> Option<(u32, usize, usize)> {
    let until = text.after_until(index);
    let listed = text.mark(index) == Some(',') || text.mark(index) == Some('&') || text.term(index) == Some(Term::And);
    let begins = until.or_else(|| listed.then_some(index + 1))?;
    let mut place = begins;
    let again = after_keyword(text, place);
    if let Some((after, number)) = again {
        if let Some(number) = number {
            return Some((number, begins, after));
        }
        place = after;
    }
    let number = numeral(text, place, again.is_some())?;
    let is_plain = text.term(place).is_some() || again.is_some() || (until.is_some() && (1..=4).contains(&number));
    is_plain.then_some((number, begins, place + 1))
}

/// Returns the year written after a label, and the place after it.
fn year_after(text: &Lexed<'_>, index: usize, label: usize) -> Result<(Option<i32>, usize), Problem> {
    let mut place = index;
    let (mut loose, mut named) = (false, false);
    for _ in 0..7 {
        match (text.mark(place), text.term(place)) {
            (Some(mark @ ('/' | '-' | '.' | ',' | '(' | ')' | ':' | '\'')), _) => {
                loose |= matches!(mark, ',' | '(' | ')');
            }
            (_, Some(Term::Year | Term::Budget | Term::BudgetYear)) => named = true,
            (_, Some(Term::T)) if text.mark(place + 1) == Some('.') && text.term(place + 2) == Some(Term::A) => {
                named = true;
                place += 2;
            }
            _ => break,
        }
        place += 1;
    }
    match text.number(place) {
        Some((year, 4)) => Ok((Some(year.cast_signed()), place + 1)),
        Some((_, 1..=3)) if (named || !loose) && !text.begins_date_or_time(place) => {
            Err(Problem::new(ProblemCode::QuarterYearShort).with("found", text.slice(label, place)))
        }
        _ => Ok((None, index)),
    }
}

/// Returns the year written directly before a label that is not the end of a date.
fn year_before(text: &Lexed<'_>, index: usize) -> Option<(i32, usize)> {
    let mut place = index.checked_sub(1)?;
    if matches!(text.mark(place), Some('-' | '/' | ',')) {
        place = place.checked_sub(1)?;
    }
    let year = text.year(place)?;
    let Some(before) = place.checked_sub(1) else { return Some((year, place)) };
    let ends_date = text.month(before).is_some() || matches!(text.mark(before), Some('/' | '-' | '.'));
    (!ends_date).then_some((year, place))
}

fn months_at(text: &Lexed<'_>, index: usize) -> Option<Mention> {
    let from = text.month(index)?;
    // The month of a date, `3 Juli`, is not the month of a span.
    if index.checked_sub(1).is_some_and(|before| text.short_number(before).is_some()) {
        return None;
    }
    let (mut to, mut last_token) = (from, index);
    let mut year = year_at(text, index + 1).map(|(year, place)| {
        last_token = place;
        year
    });
    let from_year = year;
    loop {
        let next = last_token + 1;
        let until = text.after_until(next);
        let listed = text.mark(next) == Some(',') || text.mark(next) == Some('&') || text.term(next) == Some(Term::And);
        let Some(place) = until.or_else(|| listed.then_some(next + 1)) else { break };
        let place = if text.term(place) == Some(Term::Bulan) { place + 1 } else { place };
        let Some(month) = text.month(place) else { break };
        if until.is_none() && month != to + 1 {
            break;
        }
        to = month;
        last_token = place;
        if let Some((found, place)) = year_at(text, place + 1) {
            year = Some(found);
            last_token = place;
        } else {
            year = None;
        }
        if until.is_some() {
            break;
        }
    }
    Some(Mention { first_token: index, last_token, what: Mentioned::Months { from, from_year, to, year } })
}

/// Returns the year of a month: `Juli 2025`, `Juli tahun 2025`.
fn year_at(text: &Lexed<'_>, index: usize) -> Option<(i32, usize)> {
    let place = if text.term(index) == Some(Term::Year) { index + 1 } else { index };
    text.year(place).map(|year| (year, place))
}
