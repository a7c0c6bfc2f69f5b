//! Misuse of the engine: columns that do not fit together.

/// Why columns cannot be assessed at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnsError {
    /// A column has another number of rows than the column of areas.
    #[error("column `{column}` of batch {batch} has {found} rows where the first column has {expected}")]
    Length {
        /// The batch, from 0.
        batch: usize,
        /// The column.
        column: &'static str,
        /// Its rows.
        found: usize,
        /// The rows of the column of areas.
        expected: usize,
    },
    /// A key is not a place in its dictionary.
    #[error("key {key} of column `{column}` of batch {batch} is not in its dictionary of {size}")]
    Key {
        /// The batch, from 0.
        batch: usize,
        /// The column.
        column: &'static str,
        /// The key.
        key: i32,
        /// The size of the dictionary.
        size: usize,
    },
    /// Some batches have months and others quarters.
    #[error("some batches have months and others quarters")]
    MixedPeriods,
    /// Months are asked for, and the figures are of quarters.
    #[error("figures of quarters cannot be assessed by month")]
    QuartersByMonth,
    /// A column is not there.
    #[error("there is no column `{column}`; there are {}", known.join(", "))]
    Absent {
        /// The column asked for.
        column: String,
        /// The columns that there are.
        known: Vec<String>,
    },
    /// A column has a type that cannot be read.
    #[error("column `{column}` is of type {found} where {expected} are expected")]
    Type {
        /// The column.
        column: String,
        /// Its type.
        found: String,
        /// What can be read.
        expected: &'static str,
    },
    /// A figure is not a whole number.
    #[error("column `{column}` has {found} in row {row} of its batch where whole numbers are expected")]
    Fraction {
        /// The column.
        column: String,
        /// The row in its batch, from 0.
        row: usize,
        /// The number.
        found: String,
    },
    /// The batches could not be read.
    #[error("the batches could not be read: {message}")]
    Read {
        /// What the reader says.
        message: String,
    },
    /// There are more rows, or more places for them, than the engine can number.
    #[error("{what}: {found}, and at most {most} fit")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many fit.
        most: u64,
    },
}

impl ColumnsError {
    /// Returns the stable code.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::columns::ColumnsError;
    /// assert_eq!(ColumnsError::MixedPeriods.code(), "columns.mixed_periods");
    /// ```
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Length { .. } => "columns.length",
            Self::Key { .. } => "columns.key",
            Self::MixedPeriods => "columns.mixed_periods",
            Self::QuartersByMonth => "columns.quarters_by_month",
            Self::Absent { .. } => "columns.absent",
            Self::Type { .. } => "columns.type",
            Self::Fraction { .. } => "columns.fraction",
            Self::Read { .. } => "columns.read",
            Self::TooLarge { .. } => "columns.too_large",
        }
    }
}
