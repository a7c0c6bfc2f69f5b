//! The years that a text names away from a label: `Triwulan III (Juli-September) 2024`, `Tahun 2024 ... Tribulan III`.
//!
//! | written | what it says |
//! | :-- | :-- |
//! | `2024`, `Tahun 2024`, `TA 2024`, each year of `2024/2025` | the year |
//! | `3 Juli 2024`, `Januari 2026`, the letter number `445/12/2024` | a time at which the text was written, or a meeting held |
//! | `Permenkes 44 Tahun 2016`, `Nomor 19 Tahun 2024` | nothing: a regulation |
//!
//! Away from a label, years are 1900 to 2199: other numbers of four digits count people.

use chrono::NaiveDate;

use super::Month;
use super::date::{Written, continues_number};
use super::lexer::Lexed;
use super::term::Term;

/// Returns whether a number of four digits that stands alone is a year.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the predicate of Option::filter")]
pub(super) const fn is_plausible(year: &i32) -> bool {
    matches!(*year, 1900..=2199)
}

/// A year that is written somewhere in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct WrittenYear {
    pub(super) year: i32,
    pub(super) first_token: usize,
    pub(super) last_token: usize,
    /// The day that the year belongs to, or the last one that it can; `None` where it stands for itself.
    pub(super) day: Option<NaiveDate>,
}

impl WrittenYear {
    /// Returns the year, or the date with its year, that begins at a token.
    pub(super) fn at(text: &Lexed<'_>, index: usize) -> Option<Self> {
        text.number(index)?;
        if let Some(date) = Written::at(text, index)
            && let Some(year) = date.written_year()
        {
            let day = date.resolve(text, None).ok().or_else(|| last_day(year, 12));
            return Some(Self { year, first_token: index, last_token: date.last_token, day });
        }
        let year = text.year(index).filter(is_plausible)?;
        let before = index.checked_sub(1);
        let term_before = before.and_then(|before| text.term(before));
        let is_part_of_word = (text.is_glued(index) && term_before.is_some())
            || (text.is_glued(index + 1) && text.term(index + 1).is_some());
        if is_part_of_word {
            return None;
        }
        let named = matches!(term_before, Some(Term::Year | Term::Budget | Term::BudgetYear));
        let first_token = before.filter(|_| named).unwrap_or(index);
        let month = first_token.checked_sub(1).and_then(|place| text.month(place));
        let day = if let Some(month) = month {
            last_day(year, month)
        } else if continues_number(text, index) && index.checked_sub(2).is_none_or(|at| text.year(at).is_none()) {
            last_day(year, 12)
        } else {
            None
        };
        let cited = named && is_citation(text, first_token);
        (!cited).then_some(Self { year, first_token, last_token: index, day })
    }
}

fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    Month::new(year, month).map(Month::last_day)
}

/// Words before the number of a regulation.
const REGULATIONS: [&str; 9] =
    ["nomor", "nomer", "no", "permenkes", "pmk", "perpres", "perbup", "perda", "permendagri"];

/// Returns whether the word for year at a place belongs to a regulation, as in `Permenkes Nomor 44 Tahun 2016`.
fn is_citation(text: &Lexed<'_>, year_word: usize) -> bool {
    let Some(number) = year_word.checked_sub(1).filter(|place| text.number(*place).is_some()) else { return false };
    let word = (1..=2).filter_map(|back| number.checked_sub(back)).find(|place| text.term(*place).is_some());
    word.is_some_and(|at| REGULATIONS.iter().any(|known| text.slice(at, at).eq_ignore_ascii_case(known)))
}

/// The years of a text that stand for themselves: the first, and the first that differs from it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NamedYears {
    pub(super) first: Option<WrittenYear>,
    pub(super) other: Option<WrittenYear>,
}

impl NamedYears {
    /// Finds them.
    pub(super) fn of(text: &Lexed<'_>) -> Self {
        let mut years = Self::default();
        let mut index = 0;
        while index < text.len() {
            let Some(found) = WrittenYear::at(text, index) else {
                index += 1;
                continue;
            };
            index = found.last_token + 1;
            match years.first {
                _ if found.day.is_some() => {}
                None => years.first = Some(found),
                Some(first) if first.year != found.year && years.other.is_none() => years.other = Some(found),
                Some(_) => {}
            }
        }
        years
    }
}
