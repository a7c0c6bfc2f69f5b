//! The columns of the answer that a caller can do without.

use crate::json::terms;

terms! {
    /// A column of the answer that can be left out, by its name in a record batch. The keys, `months_reported` and `flags` are
    /// always there.
    pub enum Column {
        /// The first input row with the keys.
        InputRow = "input_row", "baris masukan", "input row";
        /// The numerator of the span.
        Numerator = "numerator_to_date", "capaian (orang)", "numerator";
        /// The denominator of the span.
        Denominator = "denominator_to_date", "sasaran", "denominator";
        /// The value.
        Value = "value", "cakupan", "value";
        /// What is due by the end of the span.
        Target = "target_to_date", "target s.d. bulan ini", "target to date";
        /// Whether what is due is reached.
        Met = "met", "tercapai", "met";
        /// People lacking of what is due.
        Shortfall = "shortfall", "kurang (orang)", "shortfall";
        /// This span against the one before.
        Trend = "trend", "tren", "trend";
        /// The PWS status.
        Status = "status", "status", "status";
        /// The rank in the parent.
        Rank = "rank", "peringkat", "rank";
    }
}

/// A set of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns(u16);

impl Default for Columns {
    /// All of them.
    fn default() -> Self {
        Self::of(Column::ALL)
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
