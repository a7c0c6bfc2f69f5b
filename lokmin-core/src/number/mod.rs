//! Exact numbers: decimals with at most six places, and counts.
//!
//! No rule of lokmin uses binary floating point. A [`Decimal`] is a whole number of millionths, so comparing two of them
//! is comparing two integers.

mod written;

use std::fmt::{self, Write as _};
use std::str::FromStr;

use crate::language::{Lang, format_count};
use crate::problem::{Problem, ProblemCode};

pub use written::parse_number;
pub(crate) use written::{Mark, Shape, plain, shape};

/// A decimal number with at most six decimal places, from -10^12 to 10^12.
///
/// # Ordering
///
/// By value.
///
/// # Example
///
/// ```
/// use lokmin_core::Decimal;
/// let target: Decimal = "76.80".parse()?;
/// assert_eq!(target.micros(), 76_800_000);
/// assert_eq!(target.to_string(), "76.8");
/// assert!("0.1234567".parse::<Decimal>().is_err());
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal {
    micros: i64,
}

impl Decimal {
    /// How many millionths make one.
    pub const ONE_IN_MICROS: i64 = 1_000_000;
    const LIMIT: i64 = 1_000_000_000_000;

    /// Returns the decimal that is `micros` millionths, or `None` outside -10^12 to 10^12.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Decimal;
    /// assert_eq!(Decimal::from_micros(1_500_000).unwrap().to_string(), "1.5");
    /// ```
    #[must_use]
    pub const fn from_micros(micros: i64) -> Option<Self> {
        if micros.unsigned_abs() <= (Self::LIMIT * Self::ONE_IN_MICROS).unsigned_abs() {
            Some(Self { micros })
        } else {
            None
        }
    }

    /// Returns the number of millionths.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.micros
    }

    fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let well_formed = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !well_formed(whole) || !well_formed(decimals) {
            return None;
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 6 || whole.trim_start_matches('0').len() > 13 {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let part: i64 = format!("{decimals:0<6}").parse().ok()?;
        let micros = whole.checked_mul(Self::ONE_IN_MICROS)?.checked_add(part)?;
        Self::from_micros(if negative { -micros } else { micros })
    }
}

impl FromStr for Decimal {
    type Err = Problem;

    /// Reads plain digits with a decimal point, such as `76.80`.
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::parse(text).ok_or_else(|| Problem::new(ProblemCode::NumberFormat).with("found", text))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (
            self.micros.unsigned_abs() / Self::ONE_IN_MICROS.unsigned_abs(),
            self.micros.unsigned_abs() % Self::ONE_IN_MICROS.unsigned_abs(),
        );
        if self.micros < 0 {
            f.write_str("-")?;
        }
        write!(f, "{whole}")?;
        if part > 0 {
            write!(f, ".{}", format!("{part:06}").trim_end_matches('0'))?;
        }
        Ok(())
    }
}

/// Writes a decimal number with at least `places` decimals, and more where the number has more.
///
/// # Example
///
/// ```
/// use lokmin_core::number::format_decimal;
/// use lokmin_core::Lang;
/// let percent = "76.8".parse()?;
/// assert_eq!(format_decimal(percent, 2, Lang::Id), "76,80");
/// assert_eq!(format_decimal(percent, 0, Lang::En), "76.8");
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[must_use]
pub fn format_decimal(number: Decimal, places: usize, lang: Lang) -> String {
    let micros = number.micros();
    let whole = micros / Decimal::ONE_IN_MICROS;
    let mut text = format_count(whole, lang);
    if whole == 0 && micros < 0 {
        text.insert(0, '-');
    }
    let mut decimals = format!("{:06}", (micros % Decimal::ONE_IN_MICROS).unsigned_abs());
    while decimals.len() > places && decimals.ends_with('0') {
        decimals.pop();
    }
    if !decimals.is_empty() {
        let _ = write!(text, "{}{decimals}", lang.pick(',', '.'));
    }
    text
}

impl serde::Serialize for Decimal {
    /// Writes the number as text, so that no reader turns it into binary floating point.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
