//! A percentage as somebody printed it, against the figures it was made of.
//!
//! In a real report 864/981 was printed as 53.30: it had been divided by 1,621. The printed figure is kept, the right one
//! stands beside it.

use std::fmt;
use std::str::FromStr;

use crate::indicator::Multiplier;
use crate::json::{Count, Reader, canonical_text, read_text, record};
use crate::language::Lang;
use crate::number::Decimal;
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode};

use super::arithmetic::{Ratio, to_i64};
use super::print::print_ratio;

/// A figure as it was printed, with its places: `53.30` has two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PrintedFigure {
    number: Decimal,
    places: u8,
}

impl PrintedFigure {
    /// Returns the number.
    #[must_use]
    pub const fn number(self) -> Decimal {
        self.number
    }

    /// Returns how many decimals were printed, 0 to 6.
    #[must_use]
    pub const fn places(self) -> u8 {
        self.places
    }

    /// Returns one unit of the last place printed: 1/100 for `53.30`.
    #[must_use]
    pub fn unit(self) -> Ratio {
        Ratio::new(1, 10_i128.pow(u32::from(self.places))).unwrap_or(Ratio::whole(1))
    }

    /// Returns whether it is the exact value within one unit of its last place; `None` where that cannot be worked out.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::{PrintedFigure, Ratio};
    /// let printed: PrintedFigure = "91.03".parse()?;
    /// assert_eq!(printed.agrees_with(Ratio::new(893 * 100, 981).unwrap()), Some(true));
    /// assert_eq!(printed.agrees_with(Ratio::whole(91)), Some(false));
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn agrees_with(self, value: Ratio) -> Option<bool> {
        let difference = value.checked_add(Ratio::of_decimal(self.number).negated())?;
        Some(difference.magnitude() <= self.unit())
    }
}

impl FromStr for PrintedFigure {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let number: Decimal = text.parse()?;
        let places = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        match u8::try_from(places) {
            Ok(places) if places <= 6 => Ok(Self { number, places }),
            _ => Err(Problem::new(ProblemCode::NumberFormat).with("found", text)),
        }
    }
}

impl fmt::Display for PrintedFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = print_ratio(Ratio::of_decimal(self.number), usize::from(self.places), Lang::En);
        f.write_str(&text.replace(',', ""))
    }
}

canonical_text!(
    PrintedFigure,
    "PrintedFigure",
    "A figure as it was printed, such as 53.30: plain digits, at most six decimals.",
    "^-?[0-9]+(\\.[0-9]{1,6})?$"
);

record! {
    /// A printed percentage to be checked.
    pub struct PublishedRequest {
        /// How many were reached.
        pub numerator: Count,
        /// How many there are.
        pub denominator: Count,
        /// What was printed, as text.
        pub published: PrintedFigure,
        /// What the ratio is multiplied with; absent: 100.
        pub multiplier: Option<Multiplier>,
    }
}

/// A printed percentage beside the right one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PublishedCheck {
    /// What was printed.
    pub published: PrintedFigure,
    /// The exact value; absent when the denominator is zero.
    pub value: Option<Ratio>,
    /// The exact value with the places that were printed, in English notation; absent like the value.
    pub recomputed: Option<String>,
    /// Whether the two agree within one unit of the last place printed; absent when there is no value.
    pub agrees: Option<bool>,
    /// The denominator that would give the printed figure, where they do not agree.
    pub implied_denominator: Option<i64>,
}

impl PublishedRequest {
    /// Reads a request from JSON.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Recomputes the percentage and compares.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::PublishedRequest;
    /// let text = r#"{"numerator": 864, "denominator": 981, "published": "53.30"}"#;
    /// let outcome = PublishedRequest::from_json(text).into_result()?.run();
    /// let check = outcome.value().unwrap();
    /// assert_eq!((check.agrees, check.recomputed.as_deref()), (Some(false), Some("88.07")));
    /// assert_eq!(check.implied_denominator, Some(1621));
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn run(&self) -> Outcome<PublishedCheck> {
        let mut reader = Reader::default();
        let published = Ratio::of_decimal(self.published.number());
        let multiplier = i128::from(self.multiplier.unwrap_or(Multiplier::PER_CENT).get());
        let top = i128::from(self.numerator.get()) * multiplier;
        let value = Ratio::new(top, i128::from(self.denominator.get()));
        let places = usize::from(self.published.places());
        let agrees = value.and_then(|value| self.published.agrees_with(value));
        let implied_denominator = match agrees {
            // top / published, to the nearest whole number.
            Some(false) if published > Ratio::whole(0) => {
                let doubled = Ratio::new(2 * top * published.denominator(), published.numerator());
                doubled.map(|doubled| to_i64((doubled.floor() + 1).div_euclid(2)))
            }
            _ => None,
        };
        let recomputed = value.map(|value| print_ratio(value, places, Lang::En));
        if let (Some(false), Some(recomputed)) = (agrees, &recomputed) {
            let problem = Problem::new(ProblemCode::QualityPublished)
                .with("published", self.published.to_string())
                .with("recomputed", recomputed.clone());
            reader.report(&Location::ROOT.key("published"), problem);
        }
        if value.is_none() && self.numerator.get() > 0 {
            let count = Param::Count(self.numerator.get().cast_signed());
            let problem = Problem::new(ProblemCode::QualityZeroDenominator).with("numerator", count);
            reader.report(&Location::ROOT.key("denominator"), problem);
        }
        let check = PublishedCheck { published: self.published, value, recomputed, agrees, implied_denominator };
        Outcome::new(Some(check), reader.finish())
    }
}
