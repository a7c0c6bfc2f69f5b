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
use crate::number as written;
pub(super) use crate::number::{Mark, Shape};

terms! {
    /// How numbers are written.
    pub enum NumberStyle {
        /// `1.234,5`
        Indonesian = "id", "1.234,5", "1.234,5 (Indonesian)";
        /// `1,234.5`
        English = "en", "1,234.5 (Inggris)", "1,234.5";
    }
}

impl From<NumberStyle> for Mark {
    fn from(style: NumberStyle) -> Self {
        match style {
            NumberStyle::Indonesian => Self::Comma,
            NumberStyle::English => Self::Point,
        }
    }
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
    written::shape(bare(text))
}

/// Reads a text as a number; `style` is that of the sheet, and needed only where the text can be read in two ways.
pub(super) fn read(text: &str, style: Option<NumberStyle>) -> Option<Written> {
    written::plain(bare(text), style.map(Mark::from)).map(|plain| Written { plain })
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

    #[test]
    fn what_stands_around_a_number_is_left_out() {
        const ID: Option<NumberStyle> = Some(NumberStyle::Indonesian);
        for (text, style, plain) in [
            (" 09 ", None, Some("09")),
            ("2.254", ID, Some("2254")),
            ("2.254", Some(NumberStyle::English), Some("2.254")),
            ("76,80 %", None, Some("76.80")),
            ("35.688 (Jiwa)", ID, Some("35688")),
            ("35.688 (12)", ID, None),
            ("'12", None, Some("12")),
            ("%", ID, None),
        ] {
            assert_eq!(read(text, style).map(|written| written.plain).as_deref(), plain, "{text}");
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
