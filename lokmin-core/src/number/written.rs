//! Numbers as people write them, with a comma or a point before the decimals, and the other mark between thousands.

use std::borrow::Cow;

use super::Decimal;
use crate::problem::{Problem, ProblemCode};

/// The mark before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// `1.234,5`
    Comma,
    /// `1,234.5`
    Point,
}

/// What a text can be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// No number.
    None,
    /// Only digits.
    Plain,
    /// Only one reading, which shows the mark.
    Only(Mark),
    /// One mark before three digits.
    Either,
}

/// Reads a number as people type it: digits, with a comma or a point before the decimals and the other mark between
/// thousands. Blanks around it are left out.
///
/// | written | read as |
/// | :-- | :-- |
/// | `12`, `012` | 12 |
/// | `76,80`, `76.80` | 76.8 |
/// | `1.234,5`, `1,234.5` | 1234.5 |
/// | `1.234.567`, `1,234,567` | 1234567 |
/// | `1.234`, `1,234` | refused: thousands or decimals? |
///
/// # Errors
///
/// `number.ambiguous` where one mark stands before three digits, and `number.format` for anything else that is no number, or
/// has more than six decimals, or lies outside -10^12 to 10^12.
///
/// # Example
///
/// ```
/// use lokmin_core::number::parse_number;
/// assert_eq!(parse_number("76,80")?.to_string(), "76.8");
/// assert_eq!(parse_number("1.234").unwrap_err().code().as_str(), "number.ambiguous");
/// assert_eq!(parse_number("tiga").unwrap_err().code().as_str(), "number.format");
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
pub fn parse_number(text: &str) -> Result<Decimal, Problem> {
    let number = text.trim();
    if shape(number) == Shape::Either {
        return Err(Problem::new(ProblemCode::NumberAmbiguous).with("found", number));
    }
    let plain = plain(number, None).map_or(Cow::Borrowed(number), Cow::Owned);
    Decimal::parse(&plain).ok_or_else(|| Problem::new(ProblemCode::NumberFormat).with("found", number))
}

/// Returns what a text can be read as.
pub(crate) fn shape(text: &str) -> Shape {
    let text = text.strip_prefix('-').unwrap_or(text);
    // Nothing longer is a number of at most 10^12 with its marks and decimals.
    if text.is_empty() || text.len() > 40 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Shape::None;
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        return Shape::None;
    }
    let (dots, commas) = (text.matches('.').count(), text.matches(',').count());
    let only = |mark| if has_marks_of(text, mark) { Shape::Only(mark) } else { Shape::None };
    match (dots, commas) {
        (0, 0) => Shape::Plain,
        (1, 0) | (0, 1) => {
            let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
            let is_decimal = rest.len() != 3 || whole.len() > 3 || whole.starts_with('0');
            if rest.is_empty() {
                Shape::None
            } else if is_decimal {
                Shape::Only(if commas == 1 { Mark::Comma } else { Mark::Point })
            } else {
                Shape::Either
            }
        }
        (_, 0) => only(Mark::Comma),
        (0, _) => only(Mark::Point),
        _ => only(if text.rfind('.') < text.rfind(',') { Mark::Comma } else { Mark::Point }),
    }
}

/// Returns whether the marks of a number stand where they do with this one before the decimals.
fn has_marks_of(text: &str, mark: Mark) -> bool {
    let (thousands, decimal) = mark.characters();
    let (whole, decimals) = text.split_once(decimal).unwrap_or((text, "0"));
    if decimals.is_empty() || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut groups = whole.split(thousands);
    let first = groups.next().unwrap_or_default();
    let mut others = groups.peekable();
    if others.peek().is_none() {
        return !first.is_empty();
    }
    (1..=3).contains(&first.len()) && others.all(|group| group.len() == 3)
}

impl Mark {
    /// The mark between thousands, and that before the decimals.
    const fn characters(self) -> (char, char) {
        match self {
            Self::Comma => ('.', ','),
            Self::Point => (',', '.'),
        }
    }
}

/// Writes a number with a decimal point and no other mark; `mark` is needed only where the text can be read in two ways.
pub(crate) fn plain(text: &str, mark: Option<Mark>) -> Option<String> {
    let mark = match shape(text) {
        Shape::None => return None,
        Shape::Plain => Mark::Point,
        Shape::Only(mark) => mark,
        Shape::Either => mark?,
    };
    let (thousands, decimal) = mark.characters();
    Some(text.chars().filter(|c| *c != thousands).map(|c| if c == decimal { '.' } else { c }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, mark, expected) in [
            ("12", None, Some("12")),
            ("2.254", Some(Mark::Comma), Some("2254")),
            ("2.254", Some(Mark::Point), Some("2.254")),
            ("2.254", None, None),
            ("2,254", Some(Mark::Point), Some("2254")),
            ("76,80", Some(Mark::Point), Some("76.80")),
            ("9,0", None, Some("9.0")),
            ("1.234.567", Some(Mark::Point), Some("1234567")),
            ("1.234,5", None, Some("1234.5")),
            ("1,234.5", None, Some("1234.5")),
            ("0.123", Some(Mark::Comma), Some("0.123")),
            ("1234.567", Some(Mark::Comma), Some("1234.567")),
            ("-99", None, Some("-99")),
        ] {
            assert_eq!(plain(text, mark).as_deref(), expected, "{text}");
        }
        for text in
            ["", "-", "abc", "1.23.4", "1,2,3", ".5", "5.", "1 2", "１２", "1e5", "12a", "1.234,", &"1".repeat(99)]
        {
            assert_eq!(plain(text, Some(Mark::Comma)), None, "{text}");
        }
    }

    #[test]
    fn what_may_be_two_numbers_is_none() {
        let read = |text| parse_number(text).map_err(|problem| problem.code()).map(|number| number.to_string());
        assert_eq!(read(" 1.234,50\t").as_deref(), Ok("1234.5"));
        assert_eq!(read("-0,5").as_deref(), Ok("-0.5"));
        for text in ["1.234", "1,234", "-12,000"] {
            assert_eq!(read(text), Err(ProblemCode::NumberAmbiguous), "{text}");
        }
        for text in ["", " ", "12 %", "12 orang", "1,2345678", "1.000.000.000.001", "0x12", "１２"] {
            assert_eq!(read(text), Err(ProblemCode::NumberFormat), "{text}");
        }
    }
}
