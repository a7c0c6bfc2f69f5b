//! From record batches to the columns of the engine, without a copy where the types are those of the engine.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int32Type, Int64Type, UInt64Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, PrimitiveArray, RecordBatch, StringArray};
use arrow_schema::{DataType, Field};

use crate::assess::columns::error::ColumnsError;
use crate::assess::columns::input::{FigureColumns, Keys, MISSING, Periods};
use crate::calendar::{Month, Quarter};

/// What the columns are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnNames {
    /// The areas.
    pub area: String,
    /// The indicators.
    pub indicator: String,
    /// The months or quarters.
    pub period: String,
    /// Whether days and months stand for their quarter.
    pub are_quarters: bool,
    /// The numerators.
    pub numerator: String,
    /// The denominators.
    pub denominator: String,
}

impl Default for ColumnNames {
    /// `area`, `indicator`, `month`, `numerator` and `denominator`.
    fn default() -> Self {
        Self {
            area: "area".to_owned(),
            indicator: "indicator".to_owned(),
            period: "month".to_owned(),
            are_quarters: false,
            numerator: "numerator".to_owned(),
            denominator: "denominator".to_owned(),
        }
    }
}

/// One column of texts.
enum TextColumn {
    Texts(StringArray),
    Dictionary(DictionaryArray<Int32Type>),
}

enum PeriodColumn {
    Days(PrimitiveArray<Date32Type>),
    Months(Vec<Option<Month>>),
    Quarters(Vec<Option<Quarter>>),
}

/// Record batches whose columns have types that the engine reads.
struct Typed {
    areas: TextColumn,
    indicators: TextColumn,
    periods: PeriodColumn,
    numerators: PrimitiveArray<Int64Type>,
    denominators: PrimitiveArray<Int64Type>,
}

/// Record batches, as the engine reads them.
pub(super) struct Batches {
    typed: Vec<Typed>,
    are_quarters: bool,
}

impl Batches {
    pub(super) fn of(batches: &[RecordBatch], names: &ColumnNames) -> Result<Self, ColumnsError> {
        let mut typed = batches.iter().map(|batch| Typed::of(batch, names)).collect::<Result<Vec<_>, _>>()?;
        let has_quarters = typed.iter().any(|batch| matches!(batch.periods, PeriodColumn::Quarters(_)));
        for batch in &mut typed {
            if let PeriodColumn::Months(months) = &batch.periods
                && (names.are_quarters || has_quarters && months.iter().all(Option::is_none))
            {
                let quarters = months.iter().map(|month| month.map(Month::quarter)).collect();
                batch.periods = PeriodColumn::Quarters(quarters);
            }
        }
        Ok(Self { typed, are_quarters: names.are_quarters })
    }
}

impl Typed {
    fn of(batch: &RecordBatch, names: &ColumnNames) -> Result<Self, ColumnsError> {
        let column = |name: &str| {
            batch.column_by_name(name).ok_or_else(|| {
                let known = batch.schema_ref().fields().iter().map(|field| field.name().clone()).collect();
                ColumnsError::Absent { column: name.to_owned(), known }
            })
        };
        Ok(Self {
            areas: texts(column(&names.area)?, &names.area)?,
            indicators: texts(column(&names.indicator)?, &names.indicator)?,
            periods: match frequency(batch.schema_ref().field_with_name(&names.period).ok()) {
                Some(frequency) => ordinals(column(&names.period)?, &names.period, &frequency)?,
                None => periods(column(&names.period)?, &names.period)?,
            },
            numerators: figures(column(&names.numerator)?, &names.numerator)?,
            denominators: figures(column(&names.denominator)?, &names.denominator)?,
        })
    }
}

fn cast(array: &ArrayRef, to: &DataType, column: &str, expected: &'static str) -> Result<ArrayRef, ColumnsError> {
    arrow_cast::cast(array, to).map_err(|_| wrong(array, column, expected))
}

fn wrong(array: &ArrayRef, column: &str, expected: &'static str) -> ColumnsError {
    ColumnsError::Type { column: column.to_owned(), found: array.data_type().to_string(), expected }
}

const TEXTS: &str = "text or a dictionary of texts";
const PERIODS: &str = "dates, text such as 2025-07 or whole numbers such as 202507";
const FIGURES: &str = "whole numbers";

fn texts(array: &ArrayRef, column: &str) -> Result<TextColumn, ColumnsError> {
    let is_text = |kind: &DataType| matches!(kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View);
    match array.data_type() {
        DataType::Dictionary(_, values) if is_text(values) => {
            let to = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
            let array = cast(array, &to, column, TEXTS)?;
            Ok(TextColumn::Dictionary(array.as_dictionary::<Int32Type>().clone()))
        }
        kind if is_text(kind) => {
            Ok(TextColumn::Texts(cast(array, &DataType::Utf8, column, TEXTS)?.as_string::<i32>().clone()))
        }
        _ => Err(wrong(array, column, TEXTS)),
    }
}

fn periods(array: &ArrayRef, column: &str) -> Result<PeriodColumn, ColumnsError> {
    match array.data_type() {
        DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) => {
            let days = cast(array, &DataType::Date32, column, PERIODS)?;
            Ok(PeriodColumn::Days(days.as_primitive::<Date32Type>().clone()))
        }
        kind if kind.is_integer() => {
            let numbers = cast(array, &DataType::Int64, column, PERIODS)?;
            let month = |number: Option<i64>| {
                let number = number.filter(|number| (10_001..=999_912).contains(number))?;
                Month::new(i32::try_from(number / 100).ok()?, u32::try_from(number % 100).ok()?)
            };
            Ok(PeriodColumn::Months(numbers.as_primitive::<Int64Type>().iter().map(month).collect()))
        }
        _ => match texts(array, column).map_err(|_| wrong(array, column, PERIODS))? {
            TextColumn::Texts(texts) => Ok(spans(texts.iter().map(|text| text.and_then(read)))),
            TextColumn::Dictionary(texts) => {
                let read: Vec<Option<Span>> =
                    texts.values().as_string::<i32>().iter().map(|text| text.and_then(read)).collect();
                let of_key = |key: Option<i32>| *read.get(usize::try_from(key?).ok()?)?;
                Ok(spans(texts.keys().iter().map(of_key)))
            }
        },
    }
}

/// The frequency of a column of pandas' periods, which travel as whole numbers.
fn frequency(field: Option<&Field>) -> Option<String> {
    let metadata = field?.metadata();
    metadata.get("ARROW:extension:name").filter(|name| *name == "pandas.period")?;
    let said: serde_json::Value = serde_json::from_str(metadata.get("ARROW:extension:metadata")?).ok()?;
    said.get("freq")?.as_str().map(str::to_owned)
}

/// Months or calendar quarters since January 1970; quarters of another year are none of ours.
fn ordinals(array: &ArrayRef, column: &str, frequency: &str) -> Result<PeriodColumn, ColumnsError> {
    let wrong = || {
        let found = format!("periods of frequency {frequency}");
        ColumnsError::Type { column: column.to_owned(), found, expected: "periods of frequency M or Q-DEC" }
    };
    let numbers = arrow_cast::cast(array, &DataType::Int64).map_err(|_| wrong())?;
    let numbers = numbers.as_primitive::<Int64Type>().iter();
    Ok(match frequency {
        "M" => PeriodColumn::Months(numbers.map(|number| Month::new(1970, 1)?.checked_add(number?)).collect()),
        "Q-DEC" => PeriodColumn::Quarters(numbers.map(|number| Quarter::new(1970, 1)?.checked_add(number?)).collect()),
        _ => return Err(wrong()),
    })
}

#[derive(Clone, Copy)]
enum Span {
    Month(Month),
    Quarter(Quarter),
}

/// Reads a period as tables write it: strict forms only.
fn read(text: &str) -> Option<Span> {
    let month = text.parse().ok().or_else(|| Month::from_dhis2(text).ok());
    let day = || crate::calendar::parse_iso_date(text).ok().and_then(Month::containing);
    match month.or_else(day) {
        Some(month) => Some(Span::Month(month)),
        None => text.parse().ok().map(Span::Quarter),
    }
}

/// Quarters where the first period is one, else months. A period of the other kind is no period here.
fn spans(read: impl Iterator<Item = Option<Span>> + Clone) -> PeriodColumn {
    if let Some(Span::Quarter(_)) = read.clone().flatten().next() {
        let quarter = |span: Option<Span>| match span? {
            Span::Quarter(quarter) => Some(quarter),
            Span::Month(_) => None,
        };
        return PeriodColumn::Quarters(read.map(quarter).collect());
    }
    let month = |span: Option<Span>| match span? {
        Span::Month(month) => Some(month),
        Span::Quarter(_) => None,
    };
    PeriodColumn::Months(read.map(month).collect())
}

fn figures(array: &ArrayRef, column: &str) -> Result<PrimitiveArray<Int64Type>, ColumnsError> {
    match array.data_type() {
        DataType::Float16 | DataType::Float32 | DataType::Float64 => {
            let numbers = cast(array, &DataType::Float64, column, FIGURES)?;
            let whole = |(row, number): (usize, Option<f64>)| match number.filter(|number| !number.is_nan()) {
                None => Ok(None),
                #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53")]
                Some(number) if number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 => {
                    Ok(Some(number as i64))
                }
                Some(number) => {
                    Err(ColumnsError::Fraction { column: column.to_owned(), row, found: number.to_string() })
                }
            };
            numbers.as_primitive::<Float64Type>().iter().enumerate().map(whole).collect()
        }
        // What no column of the engine holds is too large for any figure.
        DataType::UInt64 => {
            Ok(array.as_primitive::<UInt64Type>().unary(|figure| i64::try_from(figure).unwrap_or(i64::MAX)))
        }
        kind if kind.is_integer() => {
            Ok(cast(array, &DataType::Int64, column, FIGURES)?.as_primitive::<Int64Type>().clone())
        }
        DataType::Null => Ok(PrimitiveArray::new_null(array.len())),
        _ => Err(wrong(array, column, FIGURES)),
    }
}

/// The texts of the columns of one kind, borrowed in the way of the engine.
struct Borrowed<'a> {
    /// The texts of each dictionary, or one for each row.
    texts: Vec<Vec<Option<&'a str>>>,
    names: Vec<Vec<&'a str>>,
    keys: Vec<Cow<'a, [i32]>>,
    /// For each batch: whether it has a dictionary, and where.
    places: Vec<(bool, usize)>,
}

impl<'a> Borrowed<'a> {
    fn of(columns: impl Iterator<Item = &'a TextColumn>) -> Self {
        let mut own = Self { texts: Vec::new(), names: Vec::new(), keys: Vec::new(), places: Vec::new() };
        let mut last: Option<&ArrayRef> = None;
        for column in columns {
            match column {
                TextColumn::Texts(texts) => {
                    own.places.push((false, own.texts.len()));
                    own.keys.push(Cow::Borrowed(&[]));
                    own.texts.push(texts.iter().collect());
                }
                TextColumn::Dictionary(texts) => {
                    // Batches of one table often share a dictionary.
                    if last.is_none_or(|last| !Arc::ptr_eq(last, texts.values())) {
                        let names = texts.values().as_string::<i32>();
                        own.names.push(names.iter().map(Option::unwrap_or_default).collect());
                        last = Some(texts.values());
                    }
                    own.places.push((true, own.names.len() - 1));
                    own.keys.push(match texts.keys().nulls() {
                        None => Cow::Borrowed(texts.keys().values()),
                        Some(_) => texts.keys().iter().map(|key| key.unwrap_or(-1)).collect(),
                    });
                }
            }
        }
        own
    }

    fn keys(&self, batch: usize) -> Keys<'_> {
        let Some((is_dictionary, place)) = self.places.get(batch) else { return Keys::Texts(&[]) };
        if *is_dictionary {
            let (names, keys) = (self.names.get(*place), self.keys.get(batch));
            Keys::Dictionary { names: names.map_or(&[], Vec::as_slice), keys: keys.map_or(&[], |keys| keys) }
        } else {
            Keys::Texts(self.texts.get(*place).map_or(&[], Vec::as_slice))
        }
    }
}

/// Everything that the engine borrows.
pub(super) struct Columns<'a> {
    areas: Borrowed<'a>,
    indicators: Borrowed<'a>,
    days: Vec<Cow<'a, [i32]>>,
    figures: Vec<[Cow<'a, [i64]>; 2]>,
    batches: &'a Batches,
}

impl Batches {
    /// Borrows the columns in the way of the engine.
    pub(super) fn borrow(&self) -> Columns<'_> {
        Columns {
            areas: Borrowed::of(self.typed.iter().map(|batch| &batch.areas)),
            indicators: Borrowed::of(self.typed.iter().map(|batch| &batch.indicators)),
            days: self.typed.iter().map(|batch| days_of(&batch.periods)).collect(),
            figures: self.typed.iter().map(|b| [figures_of(&b.numerators), figures_of(&b.denominators)]).collect(),
            batches: self,
        }
    }
}

fn figures_of(array: &PrimitiveArray<Int64Type>) -> Cow<'_, [i64]> {
    match array.nulls() {
        None => Cow::Borrowed(array.values()),
        Some(_) => array.iter().map(|figure| figure.unwrap_or(MISSING)).collect(),
    }
}

fn days_of(periods: &PeriodColumn) -> Cow<'_, [i32]> {
    match periods {
        PeriodColumn::Days(days) if days.nulls().is_none() => Cow::Borrowed(days.values()),
        PeriodColumn::Days(days) => days.iter().map(|day| day.unwrap_or(i32::MIN)).collect(),
        PeriodColumn::Months(_) | PeriodColumn::Quarters(_) => Cow::Borrowed(&[]),
    }
}

impl Columns<'_> {
    /// Returns the batches as the engine takes them.
    pub(super) fn columns(&self) -> Vec<FigureColumns<'_>> {
        let mut columns = Vec::with_capacity(self.days.len());
        for (place, (days, [numerators, denominators])) in self.days.iter().zip(&self.figures).enumerate() {
            columns.push(FigureColumns {
                areas: self.areas.keys(place),
                indicators: self.indicators.keys(place),
                periods: self.periods(place, days),
                numerators,
                denominators,
            });
        }
        columns
    }

    fn periods<'c>(&'c self, batch: usize, days: &'c [i32]) -> Periods<'c> {
        match self.batches.typed.get(batch).map(|batch| &batch.periods) {
            Some(PeriodColumn::Months(months)) => Periods::Months(months),
            Some(PeriodColumn::Quarters(quarters)) => Periods::Quarters(quarters),
            _ if self.batches.are_quarters => Periods::QuarterDays(days),
            _ => Periods::Days(days),
        }
    }
}
