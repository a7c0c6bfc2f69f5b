//! The code of an indicator, and the small numbers of a definition.

use std::fmt;
use std::str::FromStr;

use crate::json::{Member, Node, Reader, canonical_text, read_whole};
use crate::problem::{Location, Param, Problem, ProblemCode};

/// The stable code of an indicator, such as `K6` or `SKDN-DS`.
///
/// 1 to 16 characters: capital letters A-Z, digits and `-`, not first, not last and not twice in a row. The bare word
/// `IBL` is refused, because people use it for two different indicators; see
/// [`Catalogue::resolve`](super::Catalogue::resolve).
///
/// # Ordering
///
/// As the text.
///
/// # Example
///
/// ```
/// use lokmin_core::IndicatorCode;
/// let code: IndicatorCode = "SKDN-DS".parse()?;
/// assert_eq!(code.as_str(), "SKDN-DS");
/// assert!("k6".parse::<IndicatorCode>().is_err());
/// assert_eq!("IBL".parse::<IndicatorCode>().unwrap_err().code().as_str(), "indicator.ambiguous_ibl");
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorCode {
    // INVARIANT: ASCII of the documented form, filled with zeros; zero sorts before every character.
    bytes: [u8; Self::LONGEST],
}

impl IndicatorCode {
    /// The length of the longest code.
    pub const LONGEST: usize = 16;

    /// Returns the code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let length = self.bytes.iter().position(|byte| *byte == 0).unwrap_or(Self::LONGEST);
        self.bytes.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    fn of(text: &str) -> Option<Self> {
        let well_formed = text.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'-'));
        if !well_formed || text.starts_with('-') || text.ends_with('-') || text.contains("--") || text.is_empty() {
            return None;
        }
        let mut bytes = [0; Self::LONGEST];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { bytes })
    }
}

/// The word that is never an indicator, in lower case.
pub(super) const IBL: &str = "ibl";

/// Makes the problem of the word `IBL`, which names both of its meanings.
pub(super) fn ambiguous_ibl(found: &str) -> Problem {
    Problem::new(ProblemCode::IndicatorAmbiguousIbl).with("found", found)
}

impl FromStr for IndicatorCode {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if text == "IBL" {
            return Err(ambiguous_ibl(text));
        }
        Self::of(text).ok_or_else(|| Problem::new(ProblemCode::IndicatorCodeFormat).with("found", text))
    }
}

impl fmt::Display for IndicatorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for IndicatorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IndicatorCode({self})")
    }
}

impl From<IndicatorCode> for Param {
    fn from(code: IndicatorCode) -> Self {
        Self::Text(code.to_string())
    }
}

canonical_text!(
    IndicatorCode,
    "IndicatorCode",
    "The code of an indicator, such as SKDN-DS: capital letters, digits and single hyphens, at most 16.",
    "^(?!IBL$)(?=.{1,16}$)[A-Z0-9]+(-[A-Z0-9]+)*$"
);

/// Declares a whole number of a documented range.
macro_rules! ranged {
    ($(#[doc = $doc:literal])+ $name:ident, $max:literal) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(u8);

        impl $name {
            /// Returns the value, or `None` when the number is out of the range.
            #[must_use]
            pub const fn new(number: u8) -> Option<Self> {
                if number >= 1 && number <= $max { Some(Self(number)) } else { None }
            }

            /// Returns the number.
            #[must_use]
            pub const fn get(self) -> u8 {
                self.0
            }
        }

        impl Member for $name {
            fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
                read_whole(node, 1, $max, at, reader).and_then(|number| u8::try_from(number).ok()).and_then(Self::new)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": $max })
            }
        }
    };
}

ranged!(
    /// A cluster (*klaster*) of primary care: 1 management, 2 mother and child, 3 adults and elderly, 4 communicable
    /// disease and environment, 5 across clusters.
    ///
    /// Source: KMK HK.01.07/MENKES/2015/2023 and Permenkes 19/2024 (the latter by a secondary source).
    Cluster,
    5
);

impl Cluster {
    /// Across clusters.
    pub const ACROSS: Self = Self(5);
}

ranged!(
    /// The month of a year, 1 to 12.
    MonthOfYear,
    12
);

/// What a ratio is multiplied with when it is printed: 1 or a power of ten up to 1,000,000; 100 for per cent.
///
/// # Example
///
/// ```
/// use lokmin_core::indicator::Multiplier;
/// assert_eq!(Multiplier::PER_CENT.get(), 100);
/// assert_eq!(Multiplier::new(50), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Multiplier(u32);

impl Multiplier {
    /// Per cent.
    pub const PER_CENT: Self = Self(100);

    /// Returns a multiplier, or `None` when the number is not 1 or a power of ten up to 1,000,000.
    #[must_use]
    pub const fn new(number: u32) -> Option<Self> {
        match number {
            1 | 10 | 100 | 1_000 | 10_000 | 100_000 | 1_000_000 => Some(Self(number)),
            _ => None,
        }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Member for Multiplier {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let number = read_whole(node, 1, 1_000_000, at, reader)?;
        let multiplier = u32::try_from(number).ok().and_then(Self::new);
        if multiplier.is_none() {
            reader.report(at, Problem::new(ProblemCode::IndicatorMultiplier).with("found", Param::Count(number)));
        }
        multiplier
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Multiplier {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Multiplier".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "What a ratio is multiplied with when it is printed.",
            "enum": [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
        })
    }
}
