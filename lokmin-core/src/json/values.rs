//! Plain values that cannot be wrong: texts that say something, counts, ordinals, years; dates.

use std::fmt;
use std::ops::Deref;

use super::reader::{Member, Reader, read_canonical, report_wrong_type};
use super::tree::Node;
use crate::number::Decimal;
use crate::problem::{Location, Param, Problem, ProblemCode};

/// A text that is not blank, kept exactly as it was written.
///
/// # Example
///
/// ```
/// use lokmin_core::Text;
/// let venue: Text = "Aula Kecamatan Lumbir".parse()?;
/// assert_eq!(venue.as_str(), "Aula Kecamatan Lumbir");
/// assert!(" ".parse::<Text>().is_err());
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Text(Box<str>);

impl Text {
    /// Makes a text of one that is known not to be blank, such as a code.
    pub(crate) fn of(text: &str) -> Self {
        Self(text.into())
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Text {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if text.chars().all(char::is_whitespace) {
            return Err(Problem::new(ProblemCode::BlankText));
        }
        Ok(Self(text.into()))
    }
}

impl Member for Text {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_canonical(node, at, reader, str::parse)
    }
}

/// A whole number of people or things, 0 to 10^12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Count(u64);

impl Count {
    /// The largest count.
    pub const MAX: u64 = 1_000_000_000_000;

    /// Returns a count, or `None` above [`Count::MAX`].
    #[must_use]
    pub const fn new(count: u64) -> Option<Self> {
        if count <= Self::MAX { Some(Self(count)) } else { None }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }
}

impl Member for Count {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_whole(node, 0, Self::MAX.cast_signed(), at, reader).map(|number| Self(number.cast_unsigned()))
    }
}

/// A place in an order, 1 to 99: "the third time".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Ordinal(u8);

impl Ordinal {
    /// Returns an ordinal, or `None` when not 1 to 99.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= 99 { Some(Self(number)) } else { None }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Member for Ordinal {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_whole(node, 1, 99, at, reader).and_then(|number| u8::try_from(number).ok()).and_then(Self::new)
    }
}

/// A calendar year, 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Year(u16);

impl Year {
    /// The first year.
    pub const MIN: Self = Self(1);
    /// The last year.
    pub const MAX: Self = Self(9999);

    /// Returns a year, or `None` when not 1 to 9999.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Year;
    /// assert_eq!(Year::new(2025).unwrap().get(), 2025);
    /// assert_eq!(Year::new(0), None);
    /// ```
    #[must_use]
    pub const fn new(year: i32) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by the condition")]
        if year >= 1 && year <= 9999 { Some(Self(year as u16)) } else { None }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> i32 {
        self.0 as i32
    }
}

impl TryFrom<i32> for Year {
    type Error = Problem;

    /// Returns a year, or the problem that it is not 1 to 9999.
    fn try_from(year: i32) -> Result<Self, Problem> {
        Self::new(year).ok_or_else(|| {
            Problem::new(ProblemCode::NumberRange)
                .with("found", Param::Number(year.into()))
                .with("min", Self::MIN)
                .with("max", Self::MAX)
        })
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Year> for Param {
    fn from(year: Year) -> Self {
        Self::Number(i64::from(year.0))
    }
}

impl Member for Year {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_whole(node, 1, 9999, at, reader).and_then(|number| i32::try_from(number).ok()).and_then(Self::new)
    }
}

/// Reads a whole number within bounds. As in JSON Schema, `3.0` is whole.
pub(crate) fn read_whole(node: &Node<'_>, min: i64, max: i64, at: &Location<'_>, reader: &mut Reader) -> Option<i64> {
    let number = match node {
        Node::Integer(number) => Some(*number),
        #[expect(clippy::cast_possible_truncation, reason = "below 2^53 every whole float is exact")]
        Node::Float(number) if number.fract() == 0.0 && number.abs() <= 9e15 => Some(*number as i64),
        Node::Float(number) if number.fract() == 0.0 => None,
        _ => {
            report_wrong_type("integer", node, at, reader);
            return None;
        }
    };
    match number {
        Some(number) if (min..=max).contains(&number) => Some(number),
        _ => {
            let found = match node {
                Node::Float(number) => Param::Text(number.to_string()),
                _ => Param::Count(number.unwrap_or_default()),
            };
            let problem = Problem::new(ProblemCode::NumberRange)
                .with("found", found)
                .with("min", Param::Count(min))
                .with("max", Param::Count(max));
            reader.report(at, problem);
            None
        }
    }
}

impl Member for Decimal {
    /// Reads a number, or a text of plain digits with a decimal point.
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let text = match node {
            Node::Integer(number) => number.to_string(),
            Node::Float(number) => number.to_string(),
            Node::String(text) => text.to_string(),
            _ => {
                report_wrong_type("number", node, at, reader);
                return None;
            }
        };
        text.parse().map_err(|problem| reader.report(at, problem)).ok()
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::{Count, Ordinal, Text, Year};
    use crate::json::schema::plain as schema;
    use crate::number::Decimal;

    schema!(Text, "Text", {
        "description": "A text that is not blank.",
        "type": "string",
        "pattern": "\\S"
    });
    schema!(Count, "Count", {
        "description": "A whole number of people or things.",
        "type": "integer",
        "minimum": 0,
        "maximum": 1_000_000_000_000_i64
    });
    schema!(Ordinal, "Ordinal", {
        "description": "A place in an order: 3 is the third.",
        "type": "integer",
        "minimum": 1,
        "maximum": 99
    });
    schema!(Year, "Year", {
        "description": "A calendar year.",
        "type": "integer",
        "minimum": 1,
        "maximum": 9999
    });
    schema!(Decimal, "Decimal", {
        "description": "A decimal number with at most six places, as a number or as text.",
        "type": ["number", "string"],
        "minimum": -1_000_000_000_000_i64,
        "maximum": 1_000_000_000_000_i64,
        "pattern": "^-?[0-9]+(\\.[0-9]+)?$(?!\\n)"
    });
}
