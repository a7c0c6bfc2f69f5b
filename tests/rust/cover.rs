//! The rows of `tests/data/ukhsa-cover/cover_long.csv`, read without the library.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use lokmin_core::Quarter;
use lokmin_core::assess::Observation;

/// The columns; none of them is a percentage.
pub(crate) const HEADER: &str = "source_file,fy_quarter,calendar_year,calendar_quarter,area_code,area_name,cohort,\
                                 vaccine,numerator,denominator";

/// One line of the file.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) source: &'static str,
    pub(crate) fiscal: &'static str,
    pub(crate) quarter: Quarter,
    pub(crate) area: &'static str,
    pub(crate) cohort: &'static str,
    pub(crate) vaccine: &'static str,
    pub(crate) numerator: &'static str,
    pub(crate) denominator: &'static str,
}

/// The whole file.
pub(crate) static TEXT: LazyLock<String> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/ukhsa-cover/cover_long.csv");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
});

/// Its rows, in its order.
pub(crate) static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| TEXT.lines().skip(1).map(read_row).collect());

/// Reads a line from both ends: only the name in the middle has commas of its own.
fn read_row(line: &'static str) -> Row {
    let stop = || panic!("not a row: {line}");
    let front: Vec<&str> = line.splitn(6, ',').collect();
    let [source, fiscal, year, number, area, rest] = front[..] else { stop() };
    let back: Vec<&str> = rest.rsplitn(5, ',').collect();
    let [denominator, numerator, vaccine, cohort, _name] = back[..] else { stop() };
    let quarter = format!("{year}Q{number}").parse().unwrap_or_else(|problem| panic!("{line}: {problem}"));
    Row { source, fiscal, quarter, area, cohort, vaccine, numerator, denominator }
}

fn figure(text: &str) -> Option<i64> {
    text.parse().ok()
}

impl Row {
    /// Numerator and denominator, where both are figures that can be.
    pub(crate) fn sound(&self) -> Option<(i64, i64)> {
        let (numerator, denominator) = (figure(self.numerator)?, figure(self.denominator)?);
        (numerator >= 0 && denominator > 0 && numerator <= denominator).then_some((numerator, denominator))
    }

    /// The one category of the row, from the text of the file alone.
    pub(crate) fn category(&self) -> &'static str {
        match (self.numerator, self.denominator) {
            _ if self.sound().is_some() => "sound",
            ("", "") => "both empty",
            ("-99", "") => "-99",
            ("-198", "") => "-198",
            ("*", "*") => "both *",
            ("*", denominator) if figure(denominator).is_some() => "* of a denominator",
            ("0", "") => "0 of no denominator",
            (numerator, denominator) => match figure(numerator).zip(figure(denominator)) {
                Some((_, 0)) => "denominator zero",
                Some((numerator, denominator)) if numerator > denominator => "numerator over denominator",
                _ => "anything else",
            },
        }
    }

    /// What stays the same from quarter to quarter; the first files write two endings of vaccines in full.
    pub(crate) fn series_key(&self) -> (&'static str, &'static str, String) {
        let vaccine = self.vaccine.replace("_Booster", "_Boo").replace("_Primary", "_Prim");
        (self.area, self.cohort, vaccine)
    }

    pub(crate) fn observation(&self) -> Observation {
        let (numerator, denominator) = (figure(self.numerator), figure(self.denominator));
        Observation::new(self.quarter.last_month(), numerator, denominator).expect("a figure within the bounds")
    }
}
