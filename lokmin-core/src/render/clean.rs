//! What a text has to be rid of before it is shown to anybody.
//!
//! | found | shown |
//! | :-- | :-- |
//! | line breaks, tabs, runs of spaces | one space |
//! | control characters | their picture (`␀`), or `�` |
//! | marks that turn the direction of writing | their number (`⟨U+202E⟩`), so that nothing hides behind them |
//! | characters that no text may have (U+FFFE, tags) | `�` |
//! | a telephone number, a NIK | `…`, as in a [review](crate::review) |

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::review::{SHORTEST_NUMBER, without_numbers};

/// Returns the text as it may be shown.
///
/// # Example
///
/// ```
/// use lokmin_core::render::clean;
/// assert_eq!(clean("Bidan desa (0812-3456-7890)"), "Bidan desa (…)");
/// assert_eq!(clean("a\u{202e}b\0"), "a⟨U+202E⟩b␀");
/// assert_eq!(clean("Desa 14.04.03.2001, Rp 1.050.000.000"), "Desa 14.04.03.2001, Rp 1.050.000.000");
/// ```
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_harmless(text) {
        return Cow::Borrowed(text);
    }
    let shown = show(text);
    match without_numbers(&shown).0 {
        Cow::Owned(hidden) => Cow::Owned(hidden),
        Cow::Borrowed(_) => shown,
    }
}

/// Returns whether there is nothing to be seen to: only plain letters, single spaces between them, and fewer digits than the
/// shortest number has that is left out. Most texts are like that.
fn is_harmless(text: &str) -> bool {
    let mut before = b' ';
    let mut digits = 0;
    let is_plain = text.bytes().all(|byte| {
        digits += usize::from(byte.is_ascii_digit());
        let is_double = byte == b' ' && before == b' ';
        before = byte;
        matches!(byte, b' '..=b'~') && !is_double
    });
    is_plain && digits < SHORTEST_NUMBER && (before != b' ' || text.is_empty())
}

/// Makes visible what would not be seen.
fn show(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            _ if character.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\0'..='\u{1f}' => out.push(char::from_u32(0x2400 + u32::from(character)).unwrap_or('�')),
            '\u{7f}' => out.push('␡'),
            '\u{80}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => {
                out.push('�');
            }
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => {
                let _ = write!(out, "⟨U+{:04X}⟩", u32::from(character));
            }
            _ if u32::from(character) & 0xfffe == 0xfffe => out.push('�'),
            _ => out.push(character),
        }
    }
    out.truncate(out.trim_end().len());
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> String {
        clean(text).into_owned()
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "Desa 14.04.03.2001 dan 62.01.02.2003",
            "Rp 1.050.000.000 dan Rp 628.123.456.789",
            "08-07-2025 10.00 s.d. 08-07-2025 12.00",
            "400/017/Und/LK/2023",
            "2021 2022 2023 2024 2025",
            "pukul 08.30 WIB, 17 Desember 2025",
            "10 000 000 orang",
            "123456789012",
            "STR 12345678901234567",
        ] {
            assert_eq!(id(text), text);
        }
    }

    #[test]
    fn what_hides_is_shown() {
        assert_eq!(id("  a\r\n\tb  "), "a b");
        assert_eq!(id("a\u{2066}b\u{2069}"), "a⟨U+2066⟩b⟨U+2069⟩");
        assert_eq!(id("\u{1b}[31m"), "␛[31m");
        assert_eq!(id("a\u{fffe}b\u{e0041}"), "a�b�");
        assert_eq!(id("Ibu Siti 👩‍👩‍👧"), "Ibu Siti 👩‍👩‍👧");
        assert_eq!(id(""), "");
    }
}
