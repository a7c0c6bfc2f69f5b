//! What became of a sheet.

use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::layout::Layout;
use super::number::NumberStyle;
use super::request::{ColumnRole, Sex, TablePeriod};
use crate::assess::PrintedFigure;
use crate::calendar::{Month, Quarter};
use crate::indicator::{Certainty, IndicatorCode};
use crate::json::terms;
use crate::region::RegionCode;

/// What a sheet says: its figures, and how it was read.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Table {
    /// The figures.
    pub figures: Figures,
    /// What was recognised.
    pub recognised: Recognised,
}

/// One figure: what one row says of one indicator and one period.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Figure<'a> {
    /// The village, where its code is known.
    pub area: Option<RegionCode>,
    /// The place as it is written: of the village, else of the smallest place that the row names.
    pub area_name: Option<&'a str>,
    /// The Puskesmas, by the row or by the title.
    pub puskesmas: Option<&'a str>,
    /// The posyandu.
    pub posyandu: Option<&'a str>,
    /// The indicator.
    pub indicator: IndicatorCode,
    /// The month, where the period is one.
    pub month: Option<Month>,
    /// The quarter, where the period is one.
    pub quarter: Option<Quarter>,
    /// The period: `2025-07`, `2025Q3`, `2025`; as it is written where it could not be understood.
    pub period: Option<&'a str>,
    /// Whom it counts; absent for everybody.
    pub sex: Option<Sex>,
    /// How many were reached.
    pub numerator: Option<i64>,
    /// How many there are.
    pub denominator: Option<i64>,
    /// The percentage that stands in the sheet.
    pub published: Option<PrintedFigure>,
    /// The row, from 0.
    pub row: usize,
    /// The column of the numerator, from 0; the first of several that were added.
    pub numerator_column: Option<usize>,
    /// The column of the denominator, from 0; the first of several that were added.
    pub denominator_column: Option<usize>,
}

/// Where and when a figure is: shared by all figures of a row and a period.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) area: Option<RegionCode>,
    pub(super) area_name: Option<Arc<str>>,
    pub(super) puskesmas: Option<Arc<str>>,
    pub(super) posyandu: Option<Arc<str>>,
    pub(super) row: usize,
}

/// When a figure is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct When {
    pub(super) period: Option<TablePeriod>,
    pub(super) text: Option<Arc<str>>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) place: usize,
    pub(super) indicator: IndicatorCode,
    pub(super) when: When,
    pub(super) sex: Option<Sex>,
    pub(super) numerator: Option<i64>,
    pub(super) denominator: Option<i64>,
    pub(super) published: Option<PrintedFigure>,
    pub(super) numerator_column: Option<usize>,
    pub(super) denominator_column: Option<usize>,
}

/// The figures of a sheet, in the order of its rows, then of its columns.
///
/// As JSON it is an object of columns, all of the same length: `area`, `indicator`, `month`, `numerator` and `denominator` as
/// the columnar engine takes them, and what else is known of each figure beside them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    pub(super) places: Vec<Place>,
    pub(super) entries: Vec<Entry>,
}

impl Figures {
    /// Returns how many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns the figures one by one.
    pub fn iter(&self) -> impl Iterator<Item = Figure<'_>> {
        self.entries.iter().filter_map(|entry| {
            let place = self.places.get(entry.place)?;
            Some(Figure {
                area: place.area,
                area_name: place.area_name.as_deref(),
                puskesmas: place.puskesmas.as_deref(),
                posyandu: place.posyandu.as_deref(),
                indicator: entry.indicator,
                month: entry.when.month(),
                quarter: entry.when.quarter(),
                period: entry.when.text.as_deref(),
                sex: entry.sex,
                numerator: entry.numerator,
                denominator: entry.denominator,
                published: entry.published,
                row: place.row,
                numerator_column: entry.numerator_column,
                denominator_column: entry.denominator_column,
            })
        })
    }
}

impl When {
    /// Makes it of a period that was understood.
    pub(super) fn of(period: TablePeriod) -> Self {
        Self { period: Some(period), text: Some(period.to_string().into()) }
    }

    const fn month(&self) -> Option<Month> {
        match self.period {
            Some(TablePeriod::Month(month)) => Some(month),
            _ => None,
        }
    }

    const fn quarter(&self) -> Option<Quarter> {
        match self.period {
            Some(TablePeriod::Quarter(quarter)) => Some(quarter),
            _ => None,
        }
    }
}

/// A column of the figures: what `of` says of each.
struct Column<'a, T>(&'a Figures, fn(Figure<'_>) -> T);

impl<T: Serialize> Serialize for Column<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(self.1))
    }
}

/// A column of texts, which are borrowed.
struct Texts<'a>(&'a Figures, for<'f> fn(&Figure<'f>) -> Option<&'f str>);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|figure| (self.1)(&figure)))
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("area", &Column(self, |figure| figure.area))?;
        map.serialize_entry("area_name", &Texts(self, |figure| figure.area_name))?;
        map.serialize_entry("puskesmas", &Texts(self, |figure| figure.puskesmas))?;
        map.serialize_entry("posyandu", &Texts(self, |figure| figure.posyandu))?;
        map.serialize_entry("indicator", &Column(self, |figure| figure.indicator))?;
        map.serialize_entry("month", &Column(self, |figure| figure.month))?;
        map.serialize_entry("quarter", &Column(self, |figure| figure.quarter))?;
        map.serialize_entry("period", &Texts(self, |figure| figure.period))?;
        map.serialize_entry("sex", &Column(self, |figure| figure.sex))?;
        map.serialize_entry("numerator", &Column(self, |figure| figure.numerator))?;
        map.serialize_entry("denominator", &Column(self, |figure| figure.denominator))?;
        map.serialize_entry("published", &Column(self, |figure| figure.published))?;
        map.serialize_entry("row", &Column(self, |figure| figure.row))?;
        map.serialize_entry("numerator_column", &Column(self, |figure| figure.numerator_column))?;
        map.serialize_entry("denominator_column", &Column(self, |figure| figure.denominator_column))?;
        map.end()
    }
}

/// How a sheet was read.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Recognised {
    /// The known sheet that it is; absent where it is none.
    pub layout: Option<&'static str>,
    /// Where the meaning of its columns comes from.
    pub layout_source: Option<&'static str>,
    /// How sure that is.
    pub layout_certainty: Option<Certainty>,
    /// The rows of the header, from 0.
    pub header_rows: Vec<usize>,
    /// What the columns are.
    pub columns: Vec<RecognisedColumn>,
    /// The period that titles, the request or both say.
    pub period: Option<TablePeriod>,
    /// The Puskesmas that a title names.
    pub puskesmas: Option<String>,
    /// How numbers are written; absent where nothing shows it.
    pub numbers: Option<NumberStyle>,
    /// The rows with something in them that are no row of figures.
    pub skipped: Vec<SkippedRow>,
    /// The marks for "missing" that were found.
    pub missing: Vec<MarkedMissing>,
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct RecognisedColumn {
    /// The column, from 0.
    pub column: usize,
    /// Its letters, as a spreadsheet has them.
    pub letters: String,
    /// Its header, from the top, ` / ` between.
    pub header: String,
    /// What it has; of several uses the first.
    pub role: ColumnRole,
    /// The figures that it has.
    pub uses: Vec<ColumnUse>,
    /// Whom it counts.
    pub sex: Option<Sex>,
    /// When, where the header says it.
    pub period: Option<String>,
    /// What said so.
    pub by: RecognisedBy,
}

/// A figure that a column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ColumnUse {
    /// The indicator.
    pub indicator: IndicatorCode,
    /// What of it.
    pub role: ColumnRole,
}

terms! {
    /// What said what a column is.
    pub enum RecognisedBy {
        /// The request.
        Request = "request", "permintaan", "the request";
        /// A known sheet.
        Layout = "layout", "bentuk lembar yang dikenal", "a known sheet";
        /// A word for a place or a time.
        Word = "word", "kata untuk tempat atau waktu", "a word for a place or a time";
        /// The catalogue of indicators.
        Catalogue = "catalogue", "katalog indikator", "the catalogue of indicators";
        /// Nothing.
        Nothing = "nothing", "tidak ada", "nothing";
    }
}

terms! {
    /// Why a row is no row of figures.
    pub enum SkipReason {
        /// It stands above the header.
        Title = "title", "judul", "title";
        /// It numbers the columns.
        Numbering = "numbering", "nomor kolom", "column numbers";
        /// It adds up other rows.
        Total = "total", "jumlah", "total";
        /// It is the mean of other rows.
        Mean = "mean", "rata-rata", "mean";
        /// It is the header again.
        Header = "header", "kepala tabel berulang", "repeated header";
        /// It has no figures and no place.
        Note = "note", "catatan", "note";
    }
}

/// A row that is no row of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct SkippedRow {
    /// The row, from 0.
    pub row: usize,
    /// Why.
    pub reason: SkipReason,
}

/// A mark for "missing" that was found.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct MarkedMissing {
    /// The mark.
    pub mark: String,
    /// In how many cells of figures.
    pub count: usize,
}

impl Recognised {
    /// Makes an answer that knows no more than the sheet's kind.
    pub(super) fn new(layout: Option<&'static Layout>) -> Self {
        Self {
            layout: layout.map(|layout| layout.id.as_str()),
            layout_source: layout.map(|layout| layout.source.as_str()),
            layout_certainty: layout.map(|layout| layout.certainty),
            header_rows: Vec::new(),
            columns: Vec::new(),
            period: None,
            puskesmas: None,
            numbers: None,
            skipped: Vec::new(),
            missing: Vec::new(),
        }
    }
}

impl RecognisedColumn {
    pub(super) fn new(column: usize, header: String) -> Self {
        Self {
            column,
            letters: super::cell::column_letters(column),
            header,
            role: ColumnRole::Unknown,
            uses: Vec::new(),
            sex: None,
            period: None,
            by: RecognisedBy::Nothing,
        }
    }
}

impl ColumnUse {
    pub(super) const fn new(indicator: IndicatorCode, role: ColumnRole) -> Self {
        Self { indicator, role }
    }
}

impl SkippedRow {
    pub(super) const fn new(row: usize, reason: SkipReason) -> Self {
        Self { row, reason }
    }
}

impl MarkedMissing {
    pub(super) const fn new(mark: String, count: usize) -> Self {
        Self { mark, count }
    }
}
