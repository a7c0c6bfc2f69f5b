//! Which months an assessment looks at.
//!
//! | view | its own months | part of a year's target | compared with |
//! | :-- | :-- | :-- | :-- |
//! | year to date | January to the month | month / 12 | this month with last month |
//! | quarter | the three months | 3 / 12 | the quarter with the one before |
//! | month | the month | 1 / 12 | the month with the one before |
//!
//! "TW II" in SIGIZI is year to date to June, not the second quarter: the two have different labels here.

use crate::calendar::{Month, Quarter};
use crate::json::{Member, Members, Node, Reader, report_wrong_type};
use crate::language::{Lang, month_name};
use crate::problem::{Location, Problem, ProblemCode};

/// Which months an assessment looks at.
///
/// As JSON an object with exactly one member: `{"year_to_date": "2025-09"}`, `{"quarter": "2025Q3"}` or
/// `{"month": "2025-09"}`.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::View;
/// use lokmin_core::Lang;
/// let sigizi_tw_2 = View::YearToDate("2025-06".parse()?);
/// assert_eq!(sigizi_tw_2.label(Lang::Id), "s.d. Juni 2025");
/// assert_eq!(View::Quarter("2025Q2".parse()?).label(Lang::Id), "Triwulan II 2025");
/// assert_eq!(sigizi_tw_2.months(), 6);
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// January of the year to the month, both included.
    YearToDate(Month),
    /// The three months of a quarter.
    Quarter(Quarter),
    /// One month.
    Month(Month),
}

impl View {
    /// Returns the first month.
    #[must_use]
    pub fn first_month(self) -> Month {
        match self {
            // INVARIANT: January of the year of a month exists, so the fallback is never taken.
            Self::YearToDate(month) => Month::new(month.year(), 1).unwrap_or(month),
            Self::Quarter(quarter) => quarter.first_month(),
            Self::Month(month) => month,
        }
    }

    /// Returns the last month, at whose end the view looks back.
    #[must_use]
    pub const fn last_month(self) -> Month {
        match self {
            Self::YearToDate(month) | Self::Month(month) => month,
            Self::Quarter(quarter) => quarter.last_month(),
        }
    }

    /// Returns the year that all months lie in.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.last_month().year()
    }

    /// Returns how many months it has, 1 to 12: so many twelfths of a year's target are due.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::YearToDate(month) => month.number(),
            Self::Quarter(_) => 3,
            Self::Month(_) => 1,
        }
    }

    /// Returns the view of the same kind one span earlier; `None` before the first month of year 1.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::View;
    /// assert_eq!(View::Quarter("2025Q1".parse()?).previous(), Some(View::Quarter("2024Q4".parse()?)));
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        match self {
            Self::YearToDate(month) => month.previous().map(Self::YearToDate),
            Self::Quarter(quarter) => quarter.previous().map(Self::Quarter),
            Self::Month(month) => month.previous().map(Self::Month),
        }
    }

    /// Returns the months of the year that it has, as bits: January is bit 0.
    #[must_use]
    pub const fn mask(self) -> u16 {
        let last = self.last_month().number();
        let before_first = last - self.months();
        #[expect(clippy::cast_possible_truncation, reason = "twelve bits")]
        let mask = (((1_u32 << last) - 1) & !((1_u32 << before_first) - 1)) as u16;
        mask
    }

    /// Returns what people call it.
    #[must_use]
    pub fn label(self, lang: Lang) -> String {
        let named = |month: Month| format!("{} {}", month_name(month.number(), lang), month.year());
        match (self, lang) {
            (Self::YearToDate(month), Lang::Id) => format!("s.d. {}", named(month)),
            (Self::YearToDate(month), Lang::En) => format!("to {}", named(month)),
            (Self::Quarter(quarter), Lang::Id) => {
                format!("Triwulan {} {}", roman(quarter.number()), quarter.year())
            }
            (Self::Quarter(quarter), Lang::En) => format!("Q{} {}", quarter.number(), quarter.year()),
            (Self::Month(month), _) => named(month),
        }
    }
}

/// Returns the Roman numeral of a quarter's number.
pub(super) const fn roman(number: u32) -> &'static str {
    match number {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

/// In the order in which they are read.
const MEMBERS: [&str; 3] = ["year_to_date", "quarter", "month"];

impl Member for View {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let Node::Object(members) = node else {
            report_wrong_type("object", node, at, reader);
            return None;
        };
        let mut object = Members::new(members, &MEMBERS);
        let year_to_date: Option<Option<Month>> = object.read_next(at, reader);
        let quarter: Option<Option<Quarter>> = object.read_next(at, reader);
        let month: Option<Option<Month>> = object.read_next(at, reader);
        object.report_unknown(at, reader);
        match (year_to_date?, quarter?, month?) {
            (Some(month), None, None) => Some(Self::YearToDate(month)),
            (None, Some(quarter), None) => Some(Self::Quarter(quarter)),
            (None, None, Some(month)) => Some(Self::Month(month)),
            _ => {
                reader.report(at, Problem::new(ProblemCode::ViewChoice));
                None
            }
        }
    }
}

impl serde::Serialize for View {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::YearToDate(month) => serializer.collect_map([("year_to_date", month)]),
            Self::Quarter(quarter) => serializer.collect_map([("quarter", quarter)]),
            Self::Month(month) => serializer.collect_map([("month", month)]),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for View {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "View".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let month = generator.subschema_for::<Month>();
        let quarter = generator.subschema_for::<Quarter>();
        schemars::json_schema!({
            "description": "Which months an assessment looks at: exactly one member.",
            "type": "object",
            "properties": { "year_to_date": month, "quarter": quarter, "month": month },
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": false
        })
    }
}
