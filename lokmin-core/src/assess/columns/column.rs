//! The columns of the answer that a caller can do without.

/// A column of the answer that can be left out; the keys, `months_reported` and `flags` are always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Column {
    /// The first input row with the keys.
    InputRow,
    /// The numerator of the span.
    Numerator,
    /// The denominator of the span.
    Denominator,
    /// The value.
    Value,
    /// What is due by the end of the span.
    Target,
    /// Whether what is due is reached.
    Met,
    /// People lacking of what is due.
    Shortfall,
    /// This span against the one before.
    Trend,
    /// The PWS status.
    Status,
    /// The rank in the parent.
    Rank,
}

impl Column {
    /// Every column that can be left out, in the order of the answer.
    pub const ALL: [Self; 10] = [
        Self::InputRow,
        Self::Numerator,
        Self::Denominator,
        Self::Value,
        Self::Target,
        Self::Met,
        Self::Shortfall,
        Self::Trend,
        Self::Status,
        Self::Rank,
    ];

    /// Returns the name of the column in a record batch.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::assess::columns::Column;
    ///
    /// assert_eq!(Column::Target.name(), "target_to_date");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InputRow => "input_row",
            Self::Numerator => "numerator_to_date",
            Self::Denominator => "denominator_to_date",
            Self::Value => "value",
            Self::Target => "target_to_date",
            Self::Met => "met",
            Self::Shortfall => "shortfall",
            Self::Trend => "trend",
            Self::Status => "status",
            Self::Rank => "rank",
        }
    }
}

/// A set of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns(u16);

impl Default for Columns {
    /// All of them.
    fn default() -> Self {
        Self::of(&Column::ALL)
    }
}

impl Columns {
    pub(super) fn of(columns: &[Column]) -> Self {
        Self(columns.iter().fold(0, |bits, column| bits | 1 << *column as u16))
    }

    pub(super) const fn has(self, column: Column) -> bool {
        self.0 & (1 << column as u16) != 0
    }
}
