//! Numbers as sheets write them.
//!
//! | written | means | shows |
//! | :-- | :-- | :-- |
//! | `76,80`, `1.234,5`, `1.234.567` | 76.80, 1234.5, 1234567 | a comma before decimals |
//! | `76.80`, `1,234.5`, `1,234,567` | 76.80, 1234.5, 1234567 | a point before decimals |
//! | `9,0`, `9.0` | 9 | as above |
//! | `1.234`, `1,234` | by what the other cells show; else it cannot be told | nothing |
//!
//! A unit in brackets and a `%` after the number are left out: `35.688 (Jiwa)`.

use crate::json::terms;

terms! {
    /// How numbers are written.
    pub enum NumberStyle {
        /// `1.234,5`
        Indonesian = "id", "1.234,5", "1.234,5 (Indonesian)";
        /// `1,234.5`
        English = "en", "1,234.5 (Inggris)", "1,234.5";
    }
}

/// What a text can be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// No number.
    None,
    /// Only digits.
    Plain,
    /// Only one reading, which shows the style.
    Only(NumberStyle),
    /// One mark before three digits.
    Either,
}

/// A number read from a text: digits, and where the decimals begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// The number with a decimal point, such as `-76.80`.
    pub(super) plain: String,
}

/// Returns the number part of a text: without `%`, a unit in brackets and the apostrophe that keeps it text.
fn bare(text: &str) -> &str {
    let text = text.trim().trim_start_matches('\'');
    let text = match text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((number, unit)) if unit.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '%') => number.trim_end(),
        _ => text,
    };
    text.strip_suffix('%').unwrap_or(text).trim_end()
}

/// Returns what a text can be read as.
pub(super) fn shape(text: &str) -> Shape {
    let text = bare(text);
    let text = text.strip_prefix('-').unwrap_or(text);
    // Nothing longer is a number of at most 10^12 with its marks and decimals.
    if text.is_empty() || text.len() > 40 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Shape::None;
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        return Shape::None;
    }
    let (dots, commas) = (text.matches('.').count(), text.matches(',').count());
    let only = |style| if is_of_style(text, style) { Shape::Only(style) } else { Shape::None };
    match (dots, commas) {
        (0, 0) => Shape::Plain,
        (1, 0) | (0, 1) => {
            let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
            let is_decimal = rest.len() != 3 || whole.len() > 3 || whole.starts_with('0');
            if rest.is_empty() {
                Shape::None
            } else if is_decimal {
                Shape::Only(if commas == 1 { NumberStyle::Indonesian } else { NumberStyle::English })
            } else {
                Shape::Either
            }
        }
        (_, 0) => only(NumberStyle::Indonesian),
        (0, _) => only(NumberStyle::English),
        _ => only(if text.rfind('.') < text.rfind(',') { NumberStyle::Indonesian } else { NumberStyle::English }),
    }
}

/// Returns whether the marks of digits stand where a style has them.
fn is_of_style(text: &str, style: NumberStyle) -> bool {
    let (thousands, decimal) = marks(style);
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

const fn marks(style: NumberStyle) -> (char, char) {
    match style {
        NumberStyle::Indonesian => ('.', ','),
        NumberStyle::English => (',', '.'),
    }
}

/// Reads a text as a number; `style` is that of the sheet, and needed only where the text can be read in two ways.
pub(super) fn read(text: &str, style: Option<NumberStyle>) -> Option<Written> {
    let style = match shape(text) {
        Shape::None => return None,
        Shape::Plain => NumberStyle::English,
        Shape::Only(style) => style,
        Shape::Either => style?,
    };
    let (thousands, decimal) = marks(style);
    let plain = bare(text).chars().filter(|c| *c != thousands).map(|c| if c == decimal { '.' } else { c });
    Some(Written { plain: plain.collect() })
}

impl Written {
    /// Returns the whole number that it is; `9.0` is 9.
    pub(super) fn whole(&self) -> Option<i64> {
        let (whole, decimals) = self.plain.split_once('.').unwrap_or((&self.plain, ""));
        if decimals.bytes().any(|digit| digit != b'0') {
            return None;
        }
        whole.parse().ok()
    }
}

/// Reads a text of digits only, at once: most cells are.
pub(super) fn quick(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes.len() > 13 {
        return None;
    }
    bytes.iter().try_fold(0_i64, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: Option<NumberStyle> = Some(NumberStyle::Indonesian);
    const EN: Option<NumberStyle> = Some(NumberStyle::English);

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, style, plain) in [
            ("12", None, Some("12")),
            (" 09 ", None, Some("09")),
            ("2.254", ID, Some("2254")),
            ("2.254", EN, Some("2.254")),
            ("2.254", None, None),
            ("2,254", EN, Some("2254")),
            ("76,80", EN, Some("76.80")),
            ("76,80 %", None, Some("76.80")),
            ("9,0", None, Some("9.0")),
            ("35.688 (Jiwa)", ID, Some("35688")),
            ("1.234.567", EN, Some("1234567")),
            ("1.234,5", None, Some("1234.5")),
            ("1,234.5", None, Some("1234.5")),
            ("0.123", ID, Some("0.123")),
            ("1234.567", ID, Some("1234.567")),
            ("-99", None, Some("-99")),
            ("'12", None, Some("12")),
        ] {
            assert_eq!(read(text, style).map(|written| written.plain).as_deref(), plain, "{text}");
        }
        for text in
            ["", "-", "abc", "1.23.4", "1,2,3", ".5", "5.", "1 2", "１２", "1e5", "12a", "1.234,", &"1".repeat(99)]
        {
            assert_eq!(read(text, ID), None, "{text}");
        }
    }

    #[test]
    fn whole_numbers_may_have_noughts_as_decimals() {
        let whole = |text| read(text, None).and_then(|written| written.whole());
        assert_eq!(
            (whole("9,0"), whole("9.00"), whole("9,5"), quick("0012"), quick("1.2")),
            (Some(9), Some(9), None, Some(12), None)
        );
    }
}
