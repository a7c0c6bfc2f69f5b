//! Exact fractions as people read them; a printed figure never contradicts its verdict.
//!
//! One decimal (three where the multiplier is 1, as for IKS), rounded half away from zero, and as many more as it takes for
//! a value on the bad side of its target to print on that side: 59.988 under 60 prints 59.99.

use std::cmp::Ordering;

use crate::language::Lang;

use super::arithmetic::Ratio;

/// More decimals are never needed: two different fractions within the bounds differ before the fortieth.
const MOST_PLACES: usize = 40;

/// Returns how many decimals a value is printed with at least.
pub(super) const fn least_places(multiplier: u32) -> usize {
    if multiplier == 1 { 3 } else { 1 }
}

/// Writes a fraction with `places` decimals, rounded half away from zero.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::{print_ratio, Ratio};
/// use lokmin_core::Lang;
/// let value = Ratio::new(3500, 57).unwrap();
/// assert_eq!(print_ratio(value, 1, Lang::Id), "61,4");
/// assert_eq!(print_ratio(Ratio::new(5_000_000, 4).unwrap(), 1, Lang::En), "1,250,000.0");
/// ```
#[must_use]
pub fn print_ratio(value: Ratio, places: usize, lang: Lang) -> String {
    Digits::of(value, places).print(lang)
}

/// Writes a value and its target so that the two never contradict the verdict: the value gets as many decimals as it
/// needs, the target one or as many as it has of those.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::{print_beside_target, Ratio};
/// use lokmin_core::indicator::Direction;
/// use lokmin_core::Lang;
/// // 59.988 % is below 60 %.
/// let (value, target) = (Ratio::new(59_988, 1000).unwrap(), Ratio::whole(60));
/// let printed = print_beside_target(value, target, Direction::Higher, 100, Lang::Id);
/// assert_eq!(printed, ("59,99".to_owned(), "60,0".to_owned()));
/// ```
#[must_use]
pub fn print_beside_target(
    value: Ratio,
    target: Ratio,
    direction: crate::indicator::Direction,
    multiplier: u32,
    lang: Lang,
) -> (String, String) {
    let least = least_places(multiplier);
    let bad = if direction == crate::indicator::Direction::Higher { Ordering::Less } else { Ordering::Greater };
    let is_met = value.cmp(&target) != bad;
    for places in least..=MOST_PLACES {
        let (shown, goal) = (Digits::of(value, places), Digits::of(target, places));
        // Rounding at the same place keeps the order, so only a tie can contradict, and only a verdict of "not met".
        if is_met || shown != goal {
            return (shown.print(lang), goal.trimmed(least).print(lang));
        }
    }
    (value.to_string(), target.to_string())
}

/// A value and its target as a row of [`columns`](super::columns) has them: doubles, with the verdict beside them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigurePair {
    /// The value, in the unit of the indicator or as a count.
    pub value: Option<f64>,
    /// What is due by the end of the span, in the same unit.
    pub target: Option<f64>,
    /// Whether what is due is reached.
    pub met: Option<bool>,
    /// Whether the value is a count: it has no denominator.
    pub is_count: bool,
    /// What the ratio is multiplied with: 100 for per cent.
    pub multiplier: u32,
}

impl FigurePair {
    /// Writes both as the answer for one series prints them; they never contradict the verdict.
    ///
    /// Doubles are taken to twelve decimals: denominators below 10^11 are printed as the exact fraction is.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Lang;
    /// use lokmin_core::assess::FigurePair;
    ///
    /// let pair = FigurePair { value: Some(59.988), target: Some(60.0), met: Some(false), is_count: false, multiplier: 100 };
    /// assert_eq!(pair.print(Lang::Id), (Some("59,99".to_owned()), Some("60,0".to_owned())));
    /// let deaths = FigurePair { value: Some(2.0), target: None, met: None, is_count: true, multiplier: 1 };
    /// assert_eq!(deaths.print(Lang::Id), (Some("2".to_owned()), None));
    /// ```
    #[must_use]
    pub fn print(self, lang: Lang) -> (Option<String>, Option<String>) {
        let least = least_places(self.multiplier);
        let (value, goal) = (self.value.and_then(of_double), self.target.and_then(of_double));
        if let (Some(value), Some(goal), false) = (value, goal, self.is_count) {
            let is_told =
                |places: &usize| self.met != Some(false) || Digits::of(value, *places) != Digits::of(goal, *places);
            let places = (least..=DOUBLE_PLACES).find(is_told).unwrap_or(DOUBLE_PLACES);
            let goal = Digits::of(goal, places).trimmed(least);
            return (Some(Digits::of(value, places).print(lang)), Some(goal.print(lang)));
        }
        let places = if self.is_count { 0 } else { least };
        let print = |number: Option<Ratio>, places| number.map(|number| print_ratio(number, places, lang));
        (print(value, places), print(goal, least))
    }
}

/// How many decimals of a double are looked at.
const DOUBLE_PLACES: usize = 12;

/// The fraction that a double stands for, to twelve decimals; `None` for what is no number, or beyond any figure.
fn of_double(number: f64) -> Option<Ratio> {
    let digits = format!("{number:.DOUBLE_PLACES$}").replace('.', "");
    Ratio::new(digits.parse().ok()?, 10_i128.pow(u32::try_from(DOUBLE_PLACES).ok()?))
}

/// Writes a value so that it never looks as if it stood on the other side of a band's edge, or on it.
pub(super) fn print_among(value: Ratio, edges: &[Ratio], least: usize, lang: Lang) -> String {
    for places in least..=MOST_PLACES {
        let shown = Digits::of(value, places);
        if edges.iter().all(|edge| *edge == value || Digits::of(*edge, places) != shown) {
            return shown.print(lang);
        }
    }
    value.to_string()
}

/// Writes two values with as many decimals as it takes to tell them apart, where they differ.
pub(super) fn print_apart(a: Ratio, b: Ratio, least: usize, lang: Lang) -> (String, String) {
    for places in least..=MOST_PLACES {
        let (first, second) = (Digits::of(a, places), Digits::of(b, places));
        if first != second || a == b {
            return (first.print(lang), second.print(lang));
        }
    }
    (a.to_string(), b.to_string())
}

/// Writes a decimal of at most six places as it was stated: no more decimals than it has.
pub(super) fn print_stated(value: Ratio, lang: Lang) -> String {
    Digits::of(value, 6).trimmed(0).print(lang)
}

/// Writes a number of people: whole where it is whole, else with one decimal, and more where one would look whole.
pub(super) fn print_people(people: Ratio, lang: Lang) -> String {
    if people.is_whole() {
        return Digits::of(people, 0).print(lang);
    }
    for places in 1..=MOST_PLACES {
        let digits = Digits::of(people, places);
        if digits.decimals().any(|digit| digit != 0) {
            return digits.print(lang);
        }
    }
    people.to_string()
}

/// A decimal number, digit by digit.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Digits {
    is_negative: bool,
    // INVARIANT: each 0 to 9; at least one before the decimals.
    all: Vec<u8>,
    places: usize,
}

impl Digits {
    fn of(value: Ratio, places: usize) -> Self {
        let (top, bottom) = (value.numerator().unsigned_abs(), value.denominator().unsigned_abs());
        let mut all: Vec<u8> = (top / bottom).to_string().bytes().map(|byte| byte - b'0').collect();
        let mut rest = top % bottom;
        for _ in 0..places {
            // Long division; a remainder is below a denominator, which is far below the tenth of a u128.
            rest = rest.saturating_mul(10);
            all.push(u8::try_from(rest / bottom).unwrap_or(9));
            rest %= bottom;
        }
        let mut digits = Self { is_negative: value.numerator() < 0, all, places };
        if rest >= bottom - rest {
            digits.add_one();
        }
        if digits.all.iter().all(|digit| *digit == 0) {
            digits.is_negative = false;
        }
        digits
    }

    /// Adds one at the last place.
    fn add_one(&mut self) {
        for digit in self.all.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.all.insert(0, 1);
    }

    fn decimals(&self) -> impl Iterator<Item = u8> {
        self.all.iter().copied().skip(self.all.len() - self.places)
    }

    /// Drops zeros at the end, keeping `least` decimals.
    fn trimmed(mut self, least: usize) -> Self {
        while self.places > least && self.all.last() == Some(&0) {
            self.all.pop();
            self.places -= 1;
        }
        self
    }

    fn print(&self, lang: Lang) -> String {
        let (thousands, point) = match lang {
            Lang::Id => ('.', ','),
            Lang::En => (',', '.'),
        };
        let whole = self.all.len() - self.places;
        let mut text = String::with_capacity(self.all.len() * 4 / 3 + 2);
        if self.is_negative {
            text.push('-');
        }
        for (index, digit) in self.all.iter().enumerate() {
            if index == whole {
                text.push(point);
            } else if index > 0 && index < whole && (whole - index).is_multiple_of(3) {
                text.push(thousands);
            }
            text.push(char::from(b'0' + digit));
        }
        text
    }
}
