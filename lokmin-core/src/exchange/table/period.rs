//! Months, quarters and years as sheets write them: in cells, in headers, in titles.

use crate::calendar::{Month, Quarter, is_quarter_word, month_of_word, parse_iso_date, parse_quarter};
use crate::json::Year;
use crate::problem::ProblemCode;

use super::cell::{Cell, whole};
use super::number;
use super::request::TablePeriod;

/// What something says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// A month, a quarter or a year.
    Period(TablePeriod),
    /// A month, 1 to 12, without its year.
    Month(u32),
    /// A quarter without its year.
    Quarter,
    /// Something that cannot be understood.
    Unclear,
}

/// The words of a text that say something about time.
#[derive(Debug, Default)]
struct Words {
    months: Vec<u32>,
    years: Vec<i32>,
    has_quarter: bool,
    others: usize,
}

/// The longest text that is looked through.
const LONGEST: usize = 300;

impl Words {
    /// Looks through a text; in a title a short form such as `Des` is a month only before a year.
    fn of(text: &str, is_title: bool) -> Self {
        let mut words = Self::default();
        let tokens: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|token| !token.is_empty())
            .map(str::to_lowercase)
            .take(LONGEST)
            .collect();
        for (index, token) in tokens.iter().enumerate() {
            let year =
                |token: &String| token.parse().ok().filter(|year| token.len() == 4 && (1900..2200).contains(year));
            if let Some(year) = year(token) {
                words.years.push(year);
            } else if let Some(month) = month_of_word(token)
                && (!is_title || token.len() > 3 || token == "mei" || tokens.get(index + 1).and_then(year).is_some())
            {
                words.months.push(month);
            } else if is_quarter_word(token) {
                words.has_quarter = true;
            } else if !matches!(token.as_str(), "bulan" | "bln" | "tahun" | "thn" | "th" | "periode") {
                words.others += 1;
            }
        }
        words.months.dedup();
        words.years.dedup();
        words
    }

    /// Returns the only year of the text, or the one given; `Err` where it has several.
    fn year(&self, given: Option<i32>) -> Result<Option<i32>, Told> {
        match self.years.as_slice() {
            [] => Ok(given),
            [year] => Ok(Some(*year)),
            _ => Err(Told::Unclear),
        }
    }
}

fn of_month(number: i64, year: Option<i32>) -> Told {
    let Some(number) = u32::try_from(number).ok().filter(|number| (1..=12).contains(number)) else {
        return Told::Unclear;
    };
    match year {
        None => Told::Month(number),
        Some(year) => Month::new(year, number).map_or(Told::Unclear, |month| Told::Period(TablePeriod::Month(month))),
    }
}

fn of_year(year: i32) -> Told {
    Year::new(year).map_or(Told::Unclear, |year| Told::Period(TablePeriod::Year(year)))
}

fn of_quarter(text: &str, year: Option<i32>) -> Told {
    let outcome = parse_quarter(text, year, None);
    match outcome.value() {
        Some(reading) => Told::Period(TablePeriod::Quarter(reading.quarter())),
        None if outcome.problems().iter().any(|problem| problem.code() == ProblemCode::QuarterYearMissing) => {
            Told::Quarter
        }
        None => Told::Unclear,
    }
}

/// Reads a whole number: a month, `202401`, or a year.
fn of_number(number: i64, year: Option<i32>) -> Told {
    match number {
        1900..2200 => i32::try_from(number).map_or(Told::Unclear, of_year),
        100_000..1_000_000 => {
            i32::try_from(number / 100).map_or(Told::Unclear, |year| of_month(number % 100, Some(year)))
        }
        _ => of_month(number, year),
    }
}

/// Reads a cell of a column of months; `None` where it is empty.
pub(super) fn in_cell(cell: &Cell, year: Option<i32>) -> Option<Told> {
    Some(match cell {
        Cell::Empty => return None,
        Cell::Integer(number) => of_number(*number, year),
        Cell::Number(number) => whole(*number).map_or(Told::Unclear, |number| of_number(number, year)),
        Cell::Date(date) => {
            Month::containing(*date).map_or(Told::Unclear, |month| Told::Period(TablePeriod::Month(month)))
        }
        Cell::Boolean(_) => Told::Unclear,
        Cell::Text(text) => in_text(text.trim(), year),
    })
}

fn in_text(text: &str, year: Option<i32>) -> Told {
    if text.len() > LONGEST {
        return Told::Unclear;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map_or(Told::Unclear, |number| of_number(number, year));
    }
    if let Ok(month) = text.parse::<Month>() {
        return Told::Period(TablePeriod::Month(month));
    }
    if let Ok(quarter) = text.parse::<Quarter>() {
        return Told::Period(TablePeriod::Quarter(quarter));
    }
    if let Some(month) = iso_date(text) {
        return Told::Period(TablePeriod::Month(month));
    }
    if let Some(number) = number::read(text, None).and_then(|written| written.whole()) {
        return of_number(number, year);
    }
    if let Some(told) = numeric_month(text) {
        return told;
    }
    in_words(text, year)
}

/// Reads `01/2024`, `1-2024` and `2024/1`.
fn numeric_month(text: &str) -> Option<Told> {
    let (first, last) = text.split_once(['/', '-'])?;
    let digits = |part: &str| part.parse::<i32>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (a, b) = (digits(first)?, digits(last)?);
    match (first.len(), last.len()) {
        (4, 1 | 2) => Some(of_month(b.into(), Some(a))),
        (1 | 2, 4) => Some(of_month(a.into(), Some(b))),
        _ => None,
    }
}

/// Reads a text that is nothing but words for time.
fn in_words(text: &str, given: Option<i32>) -> Told {
    let words = Words::of(text, false);
    let Ok(year) = words.year(given) else { return Told::Unclear };
    if words.has_quarter {
        return of_quarter(text, given);
    }
    match (words.months.as_slice(), words.others) {
        ([month], 0) => of_month(i64::from(*month), year),
        ([], 0) => words.years.first().map_or(Told::Unclear, |year| of_year(*year)),
        _ => Told::Unclear,
    }
}

/// Reads the month of an ISO date, with or without a time after it.
fn iso_date(text: &str) -> Option<Month> {
    let date = parse_iso_date(text.get(..10)?).ok()?;
    let rest = text.get(10..)?;
    (rest.is_empty() || rest.starts_with([' ', 'T'])).then(|| Month::containing(date)).flatten()
}

/// Reads a part of a header; `None` where it is not a period and nothing else.
pub(super) fn in_header(text: &str, year: Option<i32>) -> Option<Told> {
    if text.len() > 40 {
        return None;
    }
    let words = Words::of(text, false);
    let is_short = text.split_whitespace().count() <= 4;
    let told = if words.has_quarter && is_short {
        of_quarter(text, year)
    } else if words.others == 0 && (!words.months.is_empty() || !words.years.is_empty()) {
        in_words(text, year)
    } else {
        return None;
    };
    (told != Told::Unclear).then_some(told)
}

/// Reads what a title says about time; `None` where it says nothing. Moments, such as when a file was made, say nothing.
pub(super) fn in_title(cell: &Cell, year: Option<i32>) -> Option<Told> {
    let text = match cell {
        Cell::Text(text) => text.trim(),
        Cell::Integer(number) if (1900..2200).contains(number) => return Some(of_number(*number, year)),
        _ => return None,
    };
    if text.len() > LONGEST || has_moment(text) {
        return None;
    }
    let words = Words::of(text, true);
    let told = words.year(year);
    let Ok(year) = told else { return Some(Told::Unclear) };
    if words.has_quarter {
        return Some(of_quarter(text, year));
    }
    match words.months.as_slice() {
        [month] => Some(of_month(i64::from(*month), year)),
        // From the first to the last month of a quarter.
        [first, last] if first % 3 == 1 && *last == first + 2 => Some(match year {
            Some(year) => Quarter::new(year, last / 3)
                .map_or(Told::Unclear, |quarter| Told::Period(TablePeriod::Quarter(quarter))),
            None => Told::Quarter,
        }),
        [] => words.years.first().map(|year| of_year(*year)),
        _ => Some(Told::Unclear),
    }
}

/// Returns whether a text has a time of day, such as `10:15:00`.
fn has_moment(text: &str) -> bool {
    text.as_bytes()
        .windows(4)
        .any(|four| matches!(four, [a, b':', b, c] if a.is_ascii_digit() && b.is_ascii_digit() && c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Told {
        Told::Period(TablePeriod::Month(text.parse().expect("a month")))
    }

    #[test]
    fn months_are_read_as_cells_write_them() {
        for text in
            ["9", "9.0", " 09 ", "9,0", "September", "SEPT", "sep.", "202409", "2024-09", "09/2024", "2024-09-30"]
        {
            assert_eq!(in_cell(&Cell::text(text), Some(2024)), Some(month("2024-09")), "{text}");
        }
        assert_eq!(in_cell(&Cell::text("November -2024"), None), Some(month("2024-11")));
        assert_eq!(in_cell(&Cell::text("JANUARI 2024"), Some(2025)), Some(month("2024-01")));
        assert_eq!(in_cell(&Cell::text("Agt"), None), Some(Told::Month(8)));
        assert_eq!(in_cell(&Cell::Number(9.0), Some(2024)), Some(month("2024-09")));
        for text in ["13", "0", "Januari-Maret 2024", "９", "abc", "9.5", "Jan Feb", "202413", "tanpa"] {
            assert_eq!(in_cell(&Cell::text(text), Some(2024)), Some(Told::Unclear), "{text}");
        }
    }

    #[test]
    fn titles_say_a_period_or_nothing() {
        let title = |text| in_title(&Cell::text(text), None);
        assert_eq!(title("LAPORAN PWS KIA BULAN JULI TAHUN 2025"), Some(month("2025-07")));
        assert_eq!(title("STATUS GIZI 2025-02-03 10:11:12"), None);
        assert_eq!(title("PUSKESMAS LUMBIR"), None);
        assert_eq!(title("DES. LUMBIR"), None);
        assert_eq!(title("JULI S.D. SEPTEMBER 2025"), Some(Told::Period("2025Q3".parse().expect("a quarter"))));
        assert_eq!(title("TRIWULAN III TAHUN 2025"), Some(Told::Period("2025Q3".parse().expect("a quarter"))));
        assert_eq!(title("TAHUN 2025"), Some(Told::Period("2025".parse().expect("a year"))));
        assert_eq!(title("JANUARI - MEI 2025"), Some(Told::Unclear));
    }

    #[test]
    fn headers_are_a_period_and_nothing_else() {
        assert_eq!(in_header("JANUARI 2024", None), Some(month("2024-01")));
        assert_eq!(in_header("Jan", Some(2025)), Some(month("2025-01")));
        for text in ["Bulan", "Vitamin A Februari", "No", "K1", "Tahun"] {
            assert_eq!(in_header(text, Some(2025)), None, "{text}");
        }
    }
}
