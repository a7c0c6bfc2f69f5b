//! The typed values inside a problem.

use std::fmt::Write as _;

use chrono::{NaiveDate, Weekday};

use crate::language::{Lang, format_count, format_date, join_words, month_name, weekday_name};

/// How many characters of somebody's text a message shows.
const SHOWN: usize = 80;

/// One typed value of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Param {
    /// A text as it was written, or a term.
    Text(String),
    /// A number that is counted: rendered with thousands marks.
    Count(i64),
    /// A number that is a label, such as a year: rendered plainly.
    Number(i64),
    /// A date.
    Date(NaiveDate),
    /// A weekday.
    Weekday(Weekday),
    /// A calendar quarter: year, and 1 to 4.
    Quarter(i32, u32),
    /// A month: year, and 1 to 12.
    Month(i32, u32),
    /// Several texts.
    List(Vec<String>),
    /// The name that JSON or JSON Schema has for a type, such as `string` or `integer`: rendered in the language.
    JsonType(&'static str),
}

impl Param {
    /// Writes the value as a message in `lang` shows it.
    pub(super) fn render(&self, lang: Lang, out: &mut String) {
        match self {
            Self::Text(text) => push_shown(text, out),
            Self::Count(count) => out.push_str(&format_count(*count, lang)),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Date(date) => out.push_str(&format_date(*date, lang)),
            Self::Weekday(weekday) => out.push_str(weekday_name(*weekday, lang)),
            Self::Quarter(year, number) => {
                let roman = ["", "I", "II", "III", "IV"].get(*number as usize).copied().unwrap_or("");
                // Writing to a text cannot fail.
                let _ = match lang {
                    Lang::Id => write!(out, "triwulan {roman} {year}"),
                    Lang::En => write!(out, "Q{number} {year}"),
                };
            }
            Self::Month(year, month) => {
                out.push_str(month_name(*month, lang));
                out.push(' ');
                out.push_str(&year.to_string());
            }
            Self::List(items) => push_shown(&join_words(items, lang), out),
            Self::JsonType(name) => out.push_str(lang.pick(indonesian_type(name), name)),
        }
    }
}

/// Returns what people call a JSON type in Indonesian.
const fn indonesian_type(name: &'static str) -> &'static str {
    match name.as_bytes() {
        b"string" => "teks",
        b"number" => "bilangan",
        b"integer" => "bilangan bulat",
        b"boolean" => "ya/tidak (`true`/`false`)",
        b"array" => "daftar",
        b"object" => "objek",
        b"null" => "kosong (`null`)",
        _ => name,
    }
}

/// Writes at most [`SHOWN`] characters, control characters as spaces: a message is one line.
fn push_shown(text: &str, out: &mut String) {
    for (index, c) in text.chars().enumerate() {
        if index == SHOWN {
            out.push('…');
            return;
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
}

impl serde::Serialize for Param {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::JsonType(name) => serializer.serialize_str(name),
            Self::Count(number) | Self::Number(number) => serializer.serialize_i64(*number),
            Self::Date(date) => serializer.collect_str(date),
            Self::Weekday(weekday) => serializer.serialize_str(weekday_name(*weekday, Lang::En)),
            Self::Quarter(year, number) => serializer.collect_str(&format_args!("{year:04}Q{number}")),
            Self::Month(year, month) => serializer.collect_str(&format_args!("{year:04}-{month:02}")),
            Self::List(items) => serializer.collect_seq(items),
        }
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<NaiveDate> for Param {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<Weekday> for Param {
    fn from(weekday: Weekday) -> Self {
        Self::Weekday(weekday)
    }
}

impl From<Vec<String>> for Param {
    fn from(items: Vec<String>) -> Self {
        Self::List(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_types_are_translated_in_messages_only() {
        let shown = |param: &Param, lang| {
            let mut text = String::new();
            param.render(lang, &mut text);
            text
        };
        for (name, id) in [
            ("string", "teks"),
            ("number", "bilangan"),
            ("integer", "bilangan bulat"),
            ("boolean", "ya/tidak (`true`/`false`)"),
            ("array", "daftar"),
            ("object", "objek"),
            ("null", "kosong (`null`)"),
        ] {
            let param = Param::JsonType(name);
            assert_eq!((shown(&param, Lang::Id), shown(&param, Lang::En)), (id.to_owned(), name.to_owned()));
            assert_eq!(serde_json::to_value(&param).ok(), Some(name.into()));
        }
    }
}
