//! Sheets whose headers are known: data, each with its source and how sure it is.

use std::sync::LazyLock;

use super::request::ColumnRole;
use crate::indicator::{Certainty, IndicatorCode};
use crate::json::{Text, read_document, record};

record! {
    /// A figure that a column of a known sheet has.
    pub struct LayoutUse {
        /// The indicator.
        pub indicator: IndicatorCode,
        /// What the column has of it.
        pub role: ColumnRole,
    }
}

record! {
    /// A column of a known sheet.
    pub struct LayoutColumn {
        /// Its header; joined headers with a space between.
        pub header: Text,
        /// The figures that it has; none: a figure that no indicator uses, or what `role` says.
        pub uses: Vec<LayoutUse>,
        /// What it is, where it has no figures.
        pub role: Option<ColumnRole>,
    }
}

record! {
    /// A known sheet.
    pub struct Layout {
        /// Its name in answers.
        pub id: Text,
        /// What it is.
        pub name: Text,
        /// Where its headers come from.
        pub source: Text,
        /// How sure it is that the columns mean what is said here.
        pub certainty: Certainty,
        /// What is assumed.
        pub note: Option<Text>,
        /// Whether "TW II" in it means January to June.
        pub cumulative_quarters: bool,
        /// The headers by which it is known: a sheet that has all of them is of this kind.
        pub signature: Vec<Text>,
        /// The columns.
        pub columns: Vec<LayoutColumn>,
    }
}

record! {
    /// The known sheets.
    pub struct LayoutsDocument {
        /// In the order in which they are looked for.
        pub layouts: Vec<Layout>,
    }
    schema = "lokmin.sheet_layouts/1";
}

static BUILT_IN: LazyLock<Vec<Layout>> = LazyLock::new(|| {
    // The file is part of the crate, and a test proves that it reads without a problem.
    let document = read_document::<LayoutsDocument>(include_str!("../../../data/sheet_layouts.json")).into_result();
    document.map(|document| document.layouts).unwrap_or_default()
});

/// Returns the known sheets.
///
/// # Example
///
/// ```
/// use lokmin_core::exchange::table::layouts;
/// assert!(layouts().iter().any(|layout| layout.id.as_str() == "sigizi_balita_gizi_2025"));
/// ```
#[must_use]
pub fn layouts() -> &'static [Layout] {
    &BUILT_IN
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::table::words::fold_header;
    use crate::indicator::Catalogue;

    #[test]
    fn every_layout_reads_and_its_indicators_are_in_the_catalogue() {
        let outcome = read_document::<LayoutsDocument>(include_str!("../../../data/sheet_layouts.json"));
        assert!(outcome.problems().is_empty(), "{}", outcome.problems());
        assert!(layouts().len() >= 6);
        for layout in layouts() {
            let mut seen = std::collections::BTreeSet::new();
            for column in &layout.columns {
                assert!(seen.insert(fold_header(&column.header)), "{}: {} twice", layout.id, column.header);
                for used in &column.uses {
                    assert!(Catalogue::built_in().get(used.indicator).is_some(), "{}: {}", layout.id, used.indicator);
                }
            }
            for header in &layout.signature {
                assert!(!fold_header(header).is_empty());
            }
        }
    }
}
