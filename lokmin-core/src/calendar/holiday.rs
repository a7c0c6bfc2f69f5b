//! Public holidays and joint leave (*cuti bersama*), handed in as data.
//!
//! | column | meaning |
//! | :-- | :-- |
//! | `tanggal` | the date, `YYYY-MM-DD` |
//! | `hari` | its weekday in Indonesian, a checksum |
//! | `jenis` | `libur_nasional` or `cuti_bersama` |
//! | `nama` | the name |
//!
//! A year without a row is not known: it is never taken as free of holidays.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};

use super::lexer::Lexed;
use super::parse_iso_date;
use super::term::Term;
use crate::json::{Reader, Text, terms};
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode, Problems};
use crate::table::{read_cell, read_rows};

terms! {
    /// A kind of free day.
    pub enum HolidayKind {
        /// National public holiday.
        PublicHoliday = "libur_nasional", "libur nasional", "public holiday";
        /// Leave that the government declares for everybody beside a holiday.
        JointLeave = "cuti_bersama", "cuti bersama", "joint leave";
    }
}

/// One free day.
///
/// As JSON: `{"date": "2025-08-17", "kind": "libur_nasional", "name": "..."}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holiday {
    date: NaiveDate,
    kind: HolidayKind,
    name: Text,
}

impl Holiday {
    /// Returns the date.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// Returns the kind.
    #[must_use]
    pub const fn kind(&self) -> HolidayKind {
        self.kind
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl serde::Serialize for Holiday {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut answer = serializer.serialize_struct("Holiday", 3)?;
        answer.serialize_field("date", &format_args!("{}", self.date))?;
        answer.serialize_field("kind", &self.kind)?;
        answer.serialize_field("name", &self.name)?;
        answer.end()
    }
}

/// The free days of some years, by date.
///
/// As JSON: the list of [`Holiday`]s.
///
/// # Example
///
/// ```
/// use chrono::NaiveDate;
/// use lokmin_core::calendar::Holidays;
///
/// let holidays = Holidays::indonesia_2024_2026();
/// let date = NaiveDate::from_ymd_opt(2025, 8, 18).unwrap();
/// assert!(holidays.is_holiday(date));
/// assert_eq!(holidays.name(date), Some("Cuti Bersama Hari Kemerdekaan Republik Indonesia"));
/// assert!(!holidays.covers(2027));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Holidays {
    // INVARIANT: in order, without doubles.
    days: Vec<Holiday>,
}

impl Holidays {
    /// Reads a CSV text with the columns `tanggal`, `hari`, `jenis` and `nama`, in any order of columns and rows.
    ///
    /// A problem of a row has the path `/rows/<number from 0>/<column>`. One wrong row is an error for the whole: a day
    /// that is lost would look like a working day. Several holidays may fall on one day; the same row twice counts once.
    ///
    /// # Errors
    ///
    /// `csv.missing_column`, `csv.line_break`, `document.missing` (an empty cell), `date.iso_format`,
    /// `date.impossible`, `holiday.weekday`, `document.unknown_term`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::calendar::Holidays;
    /// let holidays = Holidays::from_csv("tanggal,hari,jenis,nama\n2027-01-01,Jumat,libur_nasional,Tahun Baru Masehi\n")
    ///     .into_result()?;
    /// assert!(holidays.covers(2027));
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn from_csv(text: &str) -> Outcome<Self> {
        let mut reader = Reader::default();
        let mut days = Vec::new();
        read_rows(text, ["tanggal", "hari", "jenis", "nama"], [], &mut reader, |_, cells, [], at, reader| {
            days.extend(read_row(cells, at, reader));
        });
        days.sort();
        days.dedup();
        Outcome::new(Some(Self { days }), reader.finish())
    }

    /// Returns the free days of Indonesia from 2024 to 2026.
    ///
    /// Source: the Python package `holidays` 0.109 (MIT), which follows the joint decrees of three ministers; secondary.
    #[must_use]
    pub fn indonesia_2024_2026() -> &'static Self {
        static BUILT_IN: LazyLock<Holidays> = LazyLock::new(|| {
            let text = include_str!("../../data/libur_nasional_cuti_bersama_2024_2026.csv");
            // INVARIANT: a test reads the file without a problem.
            Holidays::from_csv(text).into_result().unwrap_or_default()
        });
        &BUILT_IN
    }

    /// Returns all free days, by date.
    #[must_use]
    pub fn days(&self) -> &[Holiday] {
        &self.days
    }

    /// Returns the free days on a date; usually none or one.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> &[Holiday] {
        self.between(date, date)
    }

    /// Returns whether a date is free. `false` for a date of a year that is not [covered](Self::covers) says nothing.
    #[must_use]
    pub fn is_holiday(&self, date: NaiveDate) -> bool {
        !self.on(date).is_empty()
    }

    /// Returns the name of the free day on a date; of several, the first.
    #[must_use]
    pub fn name(&self, date: NaiveDate) -> Option<&str> {
        self.on(date).first().map(Holiday::name)
    }

    /// Returns whether there are data for a year.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        !self.days_of(year).is_empty()
    }

    /// Returns the free days of a year; none, with the warning `holiday.year_missing`, when there are no data for it.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::calendar::Holidays;
    /// let holidays = Holidays::indonesia_2024_2026();
    /// assert_eq!(holidays.of_year(2024).value().unwrap().len(), 29);
    /// assert_eq!(holidays.of_year(2027).problems().as_slice()[0].code().as_str(), "holiday.year_missing");
    /// ```
    pub fn of_year(&self, year: i32) -> Outcome<Vec<Holiday>> {
        Outcome::new(Some(self.days_of(year).to_vec()), self.missing_year(year).into_iter().collect::<Problems>())
    }

    /// Returns the warning that there are no data for a year, unless there are.
    pub(crate) fn missing_year(&self, year: i32) -> Option<Problem> {
        let missing = || Problem::new(ProblemCode::HolidayYearMissing).with("year", Param::Number(year.into()));
        (!self.covers(year)).then(missing)
    }

    fn days_of(&self, year: i32) -> &[Holiday] {
        match (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31)) {
            (Some(first), Some(last)) => self.between(first, last),
            _ => &[],
        }
    }

    fn between(&self, first: NaiveDate, last: NaiveDate) -> &[Holiday] {
        let start = self.days.partition_point(|day| day.date < first);
        let end = self.days.partition_point(|day| day.date <= last);
        self.days.get(start..end).unwrap_or_default()
    }
}

fn read_row([date, weekday, kind, name]: [&str; 4], at: &Location<'_>, reader: &mut Reader) -> Option<Holiday> {
    let date = read_cell(date, "tanggal", at, reader, parse_iso_date);
    let weekday = read_cell(weekday, "hari", at, reader, |written| check_weekday(written, date));
    let kind = read_cell(kind, "jenis", at, reader, str::parse);
    let name = read_cell(name, "nama", at, reader, str::parse);
    weekday?;
    Some(Holiday { date: date?, kind: kind?, name: name? })
}

/// Checks the weekday of a row against its date, as far as that is known.
fn check_weekday(written: &str, date: Option<NaiveDate>) -> Result<(), Problem> {
    let found = weekday(written);
    let unlike = |date: NaiveDate| {
        Problem::new(ProblemCode::HolidayWeekday)
            .with("weekday", written)
            .with("date", date)
            .with("actual", date.weekday())
    };
    match date {
        Some(date) if found != Some(date.weekday()) => Err(unlike(date)),
        _ => Ok(()),
    }
}

fn weekday(written: &str) -> Option<Weekday> {
    let lexed = Lexed::new(written).ok()?;
    match lexed.term(0) {
        Some(Term::Weekday(weekday)) if lexed.len() == 1 => Some(weekday),
        _ => None,
    }
}
