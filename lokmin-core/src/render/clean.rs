//! What a text has to be rid of before it is shown to anybody.
//!
//! | found | shown |
//! | :-- | :-- |
//! | line breaks, tabs, runs of spaces | one space |
//! | control characters | their picture (`␀`), or `�` |
//! | marks that turn the direction of writing | their number (`⟨U+202E⟩`), so that nothing hides behind them |
//! | characters that no text may have (U+FFFE, tags) | `�` |
//! | a telephone number, a NIK | `[nomor disamarkan]` |
//!
//! A telephone number is nine to fifteen digits with spaces, full stops, hyphens or brackets among them that begin with
//! `+62`, with `628`, or with a 0 that another digit than 0 follows; a NIK is sixteen digits on end. Rather one number too
//! many is hidden than one too few: a telephone number never belongs on a page.

use std::borrow::Cow;

use crate::language::Lang;

/// Returns the text as it may be shown.
///
/// # Example
///
/// ```
/// use lokmin_core::render::clean;
/// use lokmin_core::Lang;
/// assert_eq!(clean("Bidan desa (0812-3456-7890)", Lang::Id), "Bidan desa ([nomor disamarkan])");
/// assert_eq!(clean("a\u{202e}b\0", Lang::En), "a⟨U+202E⟩b␀");
/// assert_eq!(clean("Desa 14.04.03.2001, Rp 1.050.000.000", Lang::Id), "Desa 14.04.03.2001, Rp 1.050.000.000");
/// ```
#[must_use]
pub fn clean(text: &str, lang: Lang) -> Cow<'_, str> {
    let shown = show(text);
    match mask(&shown, lang) {
        Some(masked) => Cow::Owned(masked),
        None => shown,
    }
}

/// Makes visible what would not be seen.
fn show(text: &str) -> Cow<'_, str> {
    let is_plain = |bytes: &[u8]| {
        bytes.iter().all(|byte| (b' '..=b'~').contains(byte))
            && !bytes.windows(2).any(|pair| pair == b"  ")
            && bytes.first() != Some(&b' ')
            && bytes.last() != Some(&b' ')
    };
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
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
            '\u{80}'..='\u{9f}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}' => out.push('�'),
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => {
                out.push_str(&format!("⟨U+{:04X}⟩", u32::from(character)));
            }
            _ if u32::from(character) & 0xfffe == 0xfffe => out.push('�'),
            _ => out.push(character),
        }
    }
    out.truncate(out.trim_end().len());
    Cow::Owned(out)
}

/// Hides the telephone numbers and NIKs of a text, where it has any.
fn mask(text: &str, lang: Lang) -> Option<String> {
    if text.chars().filter(|character| digit(*character).is_some()).take(FEWEST).count() < FEWEST {
        return None;
    }
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let before = |place: usize, steps: usize| {
        place.checked_sub(steps).and_then(|place| characters.get(place)).map_or(' ', |(_, character)| *character)
    };
    let (mut out, mut kept, mut place) = (String::new(), 0, 0);
    while let Some(rest) = characters.get(place..)
        && let Some((at, first)) = rest.first()
    {
        let last = before(place, 1);
        let continues = digit(last).is_some() || (matches!(last, '.' | ',') && digit(before(place, 2)).is_some());
        let begins = !continues && (*first == '+' || digit(*first).is_some());
        match Some(rest).filter(|_| begins).and_then(length_of_number) {
            Some(length) => {
                out.push_str(text.get(kept..*at).unwrap_or_default());
                out.push_str(lang.pick("[nomor disamarkan]", "[number hidden]"));
                place += length;
                kept = characters.get(place).map_or(text.len(), |(end, _)| *end);
            }
            None => place += 1,
        }
    }
    (kept > 0).then(|| {
        out.push_str(text.get(kept..).unwrap_or_default());
        out
    })
}

/// The fewest digits of a telephone number, and the most that are looked at as one number.
const FEWEST: usize = 9;
const MOST: usize = 13;

/// Returns how many characters belong to the telephone number or NIK that a text begins with.
fn length_of_number(text: &[(usize, char)]) -> Option<usize> {
    let is_plus = text.first()?.1 == '+';
    // How many digits each group has, and where it ends.
    let mut groups: Vec<(usize, usize)> = Vec::new();
    let mut digits: Vec<u8> = Vec::new();
    let mut first_gap = None;
    let (mut length, mut gap) = (usize::from(is_plus), 1);
    for (_, character) in text.iter().skip(usize::from(is_plus)) {
        length += 1;
        match digit(*character) {
            Some(value) => {
                match groups.last_mut() {
                    Some(group) if gap == 0 => *group = (group.0 + 1, length),
                    _ => groups.push((1, length)),
                }
                digits.push(value);
                gap = 0;
                if digits.len() > 2 * MOST {
                    break;
                }
            }
            // A bracket and a space, at most.
            None if is_between(*character) && gap < 2 && !groups.is_empty() => {
                gap += 1;
                first_gap = first_gap.or(Some(*character));
            }
            None => break,
        }
    }
    let (first, end) = *groups.first()?;
    let second = groups.get(1).map_or(0, |group| group.0);
    let begins = |wanted: &[u8]| digits.starts_with(wanted);
    let is_spaced = matches!(first_gap, Some(' ' | '-'));
    if first == 16 && !is_plus {
        return Some(end);
    }
    let fewest = match () {
        () if is_plus && begins(&[6, 2]) => FEWEST - 1,
        () if begins(&[6, 2, 8]) && first >= FEWEST => FEWEST,
        () if begins(&[6, 2, 8]) && first == 2 && second == 3 && is_spaced => FEWEST + 1,
        () if begins(&[0, 8]) && first == 2 && second == 3 && is_spaced => FEWEST + 1,
        () if begins(&[0]) && !begins(&[0, 0]) && first >= 3 => FEWEST,
        () => return None,
    };
    // All groups up to the one that makes it long enough, and more as long as it is not too long.
    let mut total = 0;
    let mut answer = None;
    for (count, end) in groups {
        if total >= fewest && total + count > MOST {
            break;
        }
        total += count;
        if total >= fewest {
            answer = Some(end);
        }
    }
    answer
}

/// Returns whether a character may stand between the digits of a telephone number.
const fn is_between(character: char) -> bool {
    matches!(
        character,
        ' ' | '.' | '-' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}'
    )
}

/// Returns the value of a digit of the scripts that somebody may write a telephone number in.
fn digit(character: char) -> Option<u8> {
    let zero = match character {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        '\u{1d7ce}'..='\u{1d7ff}' => {
            return u8::try_from((u32::from(character) - 0x1d7ce) % 10).ok();
        }
        _ => return None,
    };
    u8::try_from(u32::from(character) - u32::from(zero)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> String {
        clean(text, Lang::Id).into_owned()
    }

    #[test]
    fn telephone_numbers_are_hidden() {
        for number in [
            "081234567890",
            "0812-3456-7890",
            "0812 3456 789",
            "0812.345.678.90",
            "08 123 456 7890",
            "+6281234567890",
            "+62 812-3456-7890",
            "+62 (21) 555 0123",
            "6281234567890",
            "62 812-3456-7890",
            "(0282) 123456",
            "021-5550123",
            "\u{ff10}\u{ff18}\u{ff11}\u{ff12}\u{ff13}\u{ff14}\u{ff15}\u{ff16}\u{ff17}\u{ff18}\u{ff19}",
            "0812\u{200b}3456\u{200b}7890",
            "3302011234560001",
        ] {
            let shown = id(&format!("hubungi {number}, ya"));
            assert!(shown.contains("[nomor disamarkan]"), "{number}: {shown}");
            assert!(!shown.chars().any(|character| digit(character).is_some()), "{number}: {shown}");
        }
        assert_eq!(id("081234567890 dan 089876543210"), "[nomor disamarkan] dan [nomor disamarkan]");
        assert_eq!(clean("call 081234567890", Lang::En), "call [number hidden]");
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
