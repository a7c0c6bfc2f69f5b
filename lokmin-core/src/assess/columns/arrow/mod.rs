//! Record batches in and out, so that one thing serves Arrow, `DataFusion`, Python and Spark.
//!
//! | column | types |
//! | :-- | :-- |
//! | area, indicator | text, or a dictionary of texts |
//! | period | date, timestamp; text such as `2025-07`, `2025-07-01`, `202507`, `2025Q3`; whole numbers such as 202507; periods of pandas, of months or calendar quarters |
//! | numerator, denominator | whole numbers; floating-point numbers that are whole (not a number is missing) |
//!
//! A null is missing.

mod arrays;
mod read;
mod write;

pub use read::ColumnNames;

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;

use super::engine::Engine;
use super::error::ColumnsError;
use super::output::AssessedColumns;
use super::rolled_up::RolledUpColumns;

impl Engine<'_> {
    /// Assesses record batches.
    ///
    /// # Errors
    ///
    /// Those of [`Engine::assess`], and columns that are absent or of a type that cannot be read.
    ///
    /// # Example
    ///
    /// ```
    /// use std::sync::Arc;
    /// use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
    /// use lokmin_core::assess::columns::{ColumnNames, Engine};
    /// use lokmin_core::indicator::Catalogue;
    ///
    /// let batch = RecordBatch::try_from_iter([
    ///     ("desa", Arc::new(StringArray::from(vec!["15.04.02.2003"])) as ArrayRef),
    ///     ("indicator", Arc::new(StringArray::from(vec!["K6"]))),
    ///     ("month", Arc::new(StringArray::from(vec!["2025-09"]))),
    ///     ("numerator", Arc::new(Int64Array::from(vec![35]))),
    ///     ("denominator", Arc::new(Int64Array::from(vec![57]))),
    /// ])?;
    /// let names = ColumnNames { area: "desa".to_owned(), ..ColumnNames::default() };
    /// let answer = Engine::new(Catalogue::built_in()).assess_batches(&[batch], &names)?;
    /// let batches = answer.into_batches()?;
    /// assert_eq!((batches.len(), batches[0].num_rows(), batches[0].num_columns()), (1, 1, 15));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn assess_batches(
        &self,
        batches: &[RecordBatch],
        names: &ColumnNames,
    ) -> Result<AssessedColumns, ColumnsError> {
        let read = read::Batches::of(batches, names)?;
        self.assess(&read.borrow().columns())
    }

    /// Adds the areas of record batches up to their parents.
    ///
    /// # Errors
    ///
    /// Those of [`Engine::assess_batches`].
    pub fn roll_up_batches(
        &self,
        batches: &[RecordBatch],
        names: &ColumnNames,
    ) -> Result<RolledUpColumns, ColumnsError> {
        let read = read::Batches::of(batches, names)?;
        self.roll_up(&read.borrow().columns())
    }

    /// Assesses the batches of a reader. They are all read first: a year cannot be judged by a part of its rows.
    ///
    /// # Errors
    ///
    /// Those of [`Engine::assess_batches`], and the first error of the reader.
    pub fn assess_reader(
        &self,
        reader: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
        names: &ColumnNames,
    ) -> Result<AssessedColumns, ColumnsError> {
        let batches: Result<Vec<RecordBatch>, ArrowError> = reader.into_iter().collect();
        self.assess_batches(&batches.map_err(|error| ColumnsError::Read { message: error.to_string() })?, names)
    }
}
