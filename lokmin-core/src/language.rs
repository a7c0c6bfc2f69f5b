//! The two languages that people read: Indonesian and English.
//!
//! Every text that reaches a person is written in one of them, with the numbers and dates of that language:
//!
//! | | Indonesian | English |
//! | :-- | :-- | :-- |
//! | count | `2.254` | `2,254` |
//! | decimal | `76,80` | `76.80` |
//! | date | `3 Juli 2025` | `3 July 2025` |
//! | month | `Juli 2025` | `July 2025` |
//! | weekday | `Kamis` | `Thursday` |

use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};

/// A language that texts are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Indonesian, the default.
    #[default]
    Id,
    /// English.
    En,
}

/// A language name that is neither `id` nor `en`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language: expected `id` or `en`")]
pub struct UnknownLanguage(String);

impl Lang {
    /// Returns the language's code, `id` or `en`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Lang;
    /// assert_eq!(Lang::Id.as_str(), "id");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// Returns the one of two texts that is in this language.
    pub(crate) const fn pick<T: Copy>(self, id: T, en: T) -> T {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}

impl FromStr for Lang {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "id" => Ok(Self::Id),
            "en" => Ok(Self::En),
            _ => Err(UnknownLanguage(text.to_owned())),
        }
    }
}

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns the name of month 1 to 12, or an empty text for any other number.
///
/// # Example
///
/// ```
/// use lokmin_core::language::{month_name, Lang};
/// assert_eq!(month_name(8, Lang::Id), "Agustus");
/// assert_eq!(month_name(13, Lang::Id), "");
/// ```
#[must_use]
pub fn month_name(month: u32, lang: Lang) -> &'static str {
    let names = lang.pick(&MONTHS_ID, &MONTHS_EN);
    (month as usize).checked_sub(1).and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// Returns the name of a weekday.
///
/// # Example
///
/// ```
/// use chrono::Weekday;
/// use lokmin_core::language::{weekday_name, Lang};
/// assert_eq!(weekday_name(Weekday::Fri, Lang::Id), "Jumat");
/// assert_eq!(weekday_name(Weekday::Fri, Lang::En), "Friday");
/// ```
#[must_use]
pub const fn weekday_name(weekday: Weekday, lang: Lang) -> &'static str {
    let (id, en) = match weekday {
        Weekday::Mon => ("Senin", "Monday"),
        Weekday::Tue => ("Selasa", "Tuesday"),
        Weekday::Wed => ("Rabu", "Wednesday"),
        Weekday::Thu => ("Kamis", "Thursday"),
        Weekday::Fri => ("Jumat", "Friday"),
        Weekday::Sat => ("Sabtu", "Saturday"),
        Weekday::Sun => ("Minggu", "Sunday"),
    };
    lang.pick(id, en)
}

/// Writes a date in words.
///
/// # Example
///
/// ```
/// use chrono::NaiveDate;
/// use lokmin_core::language::{format_date, Lang};
/// let date = NaiveDate::from_ymd_opt(2025, 7, 3).unwrap();
/// assert_eq!(format_date(date, Lang::Id), "3 Juli 2025");
/// assert_eq!(format_date(date, Lang::En), "3 July 2025");
/// ```
#[must_use]
pub fn format_date(date: NaiveDate, lang: Lang) -> String {
    format!("{} {} {}", date.day(), month_name(date.month(), lang), date.year())
}

/// Writes a whole number with the thousands marks of the language.
///
/// # Example
///
/// ```
/// use lokmin_core::language::{format_count, Lang};
/// assert_eq!(format_count(2254, Lang::Id), "2.254");
/// assert_eq!(format_count(-1_000_000, Lang::En), "-1,000,000");
/// ```
#[must_use]
pub fn format_count(count: i64, lang: Lang) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if count < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(lang.pick('.', ','));
        }
        text.push(digit);
    }
    text
}

/// Joins words as a sentence does: `a, b dan c`.
///
/// # Example
///
/// ```
/// use lokmin_core::language::{join_words, Lang};
/// assert_eq!(join_words(&["Feb", "Mei", "Agt"], Lang::Id), "Feb, Mei dan Agt");
/// assert_eq!(join_words(&["Feb"], Lang::En), "Feb");
/// ```
#[must_use]
pub fn join_words<S: AsRef<str>>(words: &[S], lang: Lang) -> String {
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            let is_last = index + 1 == words.len();
            text.push_str(if is_last { lang.pick(" dan ", " and ") } else { ", " });
        }
        text.push_str(word.as_ref());
    }
    text
}
