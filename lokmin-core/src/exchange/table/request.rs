//! What is asked: the cells, and what the caller knows besides.

use std::fmt;
use std::str::FromStr;

use super::answer::Table;
use super::cell::{Grid, size};
use super::number::NumberStyle;
use super::read::read;
use crate::calendar::{Month, Quarter};
use crate::forum::WorkingArea;
use crate::indicator::CatalogueDocument;
use crate::json::{
    Count, Member, Node, Reader, Text, Year, canonical_text, read_text, record, report_wrong_type, terms,
};
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode};

/// The marks that stand for "missing" where a request names no others. `-198` is two sentinels added up.
///
/// Numbers are compared by value, texts without case.
pub const MISSING: &[&str] = &[
    "-99", "-198", "*", "-", "–", "—", "NULL", "N/A", "[c]", "NaN", "#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?",
    "#NUM!", "#NULL!",
];

terms! {
    /// What a column has.
    pub enum ColumnRole {
        /// How many were reached.
        Numerator = "numerator", "pembilang", "numerator";
        /// How many there are.
        Denominator = "denominator", "penyebut", "denominator";
        /// One of several columns that add up to the numerator.
        NumeratorPart = "numerator_part", "bagian pembilang", "part of the numerator";
        /// One of several columns that add up to the denominator.
        DenominatorPart = "denominator_part", "bagian penyebut", "part of the denominator";
        /// A percentage that somebody has worked out: kept and compared, never used.
        Percentage = "percentage", "persentase", "percentage";
        /// The name of a village.
        Village = "village", "desa", "village";
        /// The Kemendagri code of a village.
        VillageCode = "village_code", "kode desa", "code of the village";
        /// The name of a posyandu.
        Posyandu = "posyandu", "posyandu", "posyandu";
        /// The name of a Puskesmas.
        Puskesmas = "puskesmas", "puskesmas", "Puskesmas";
        /// The name of a subdistrict.
        Subdistrict = "subdistrict", "kecamatan", "subdistrict";
        /// The name of a district.
        District = "district", "kabupaten/kota", "district";
        /// A month or a quarter.
        Period = "period", "bulan atau triwulan", "month or quarter";
        /// A year.
        Year = "year", "tahun", "year";
        /// The number of the row.
        RowNumber = "row_number", "nomor urut", "row number";
        /// A figure that no indicator uses.
        Other = "other", "angka lain", "other figure";
        /// Nothing that is needed.
        Ignored = "ignored", "diabaikan", "ignored";
        /// Nobody knows, or it can be read in several ways.
        Unknown = "unknown", "tidak dikenal", "unknown";
    }
}

terms! {
    /// Whom a column counts.
    pub enum Sex {
        /// Boys and men.
        Male = "L", "laki-laki", "male";
        /// Girls and women.
        Female = "P", "perempuan", "female";
        /// Both.
        Both = "L+P", "laki-laki dan perempuan", "both";
    }
}

/// The month, quarter or year that figures are of, such as `2025-07`, `2025Q3` or `2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TablePeriod {
    /// A month.
    Month(Month),
    /// A quarter.
    Quarter(Quarter),
    /// A year.
    Year(Year),
}

impl FromStr for TablePeriod {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let year = text.parse().ok().and_then(Year::new);
            return year.map(Self::Year).ok_or_else(|| Problem::new(ProblemCode::MonthFormat).with("found", text));
        }
        if text.contains('Q') { text.parse().map(Self::Quarter) } else { text.parse().map(Self::Month) }
    }
}

impl fmt::Display for TablePeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => month.fmt(f),
            Self::Quarter(quarter) => quarter.fmt(f),
            Self::Year(year) => write!(f, "{:04}", year.get()),
        }
    }
}

canonical_text!(
    TablePeriod,
    "TablePeriod",
    "A month, quarter or year, such as 2025-07, 2025Q3 or 2025.",
    "^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])|Q[1-4])?$"
);

/// The most indicators of one column.
const MOST_INDICATORS: usize = 200;

/// The most marks for "missing".
const MOST_MARKS: usize = 100;

/// Returns whether a list has at most so many items, and tells where it has more.
fn is_within(found: usize, most: usize, at: &Location<'_>, reader: &mut Reader) -> bool {
    if found > most {
        let problem = Problem::new(ProblemCode::NumberRange).with("found", size(found)).with("min", Param::Count(0));
        reader.report(at, problem.with("max", size(most)));
    }
    found <= most
}

/// One indicator or several (at most 200), by their codes, names or aliases; as JSON a text or a list of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicators(pub Vec<Text>);

impl Member for Indicators {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        match node {
            Node::List(items) if is_within(items.len(), MOST_INDICATORS, at, reader) => {
                Vec::read(node, at, reader).map(Self)
            }
            Node::List(_) => None,
            Node::Null => Some(Self::default()),
            _ => Text::read(node, at, reader).map(|text| Self(vec![text])),
        }
    }
}

impl serde::Serialize for Indicators {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => one.serialize(serializer),
            several => several.serialize(serializer),
        }
    }
}

record! {
    /// What a column is.
    pub struct ColumnMapping {
        /// The indicator or indicators that it has figures of. A denominator without one is that of every numerator that
        /// has no other.
        pub indicator: Indicators,
        /// What it has; absent: the numerator.
        pub role: Option<ColumnRole>,
        /// Whom it counts; absent: as the header says.
        pub sex: Option<Sex>,
        /// When; absent: as the header, the row or the title says.
        pub period: Option<TablePeriod>,
    }
}

/// What columns are, by their letters (`F`) or their headers (`K1 / ABS`); as JSON an object.
///
/// A header is compared without case, spaces and punctuation. One that stands above several columns, such as `K1` above L,
/// P and L+P, says what all of them are; whom and when each counts its own header goes on to say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mappings(pub Vec<(Text, ColumnMapping)>);

impl Member for Mappings {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let members = match node {
            Node::Null => return Some(Self::default()),
            Node::Object(members) => members,
            _ => {
                report_wrong_type("object", node, at, reader);
                return None;
            }
        };
        if !is_within(members.len(), Grid::MOST_COLUMNS, at, reader) {
            return None;
        }
        let mut mappings = Some(Vec::with_capacity(members.len()));
        for (key, value) in members {
            let here = at.key(key);
            let name = key.parse::<Text>().map_err(|problem| reader.report(&here, problem)).ok();
            match name.zip(ColumnMapping::read(value, &here, reader)) {
                Some(mapping) => mappings.as_mut().into_iter().for_each(|all| all.push(mapping.clone())),
                None => mappings = None,
            }
        }
        mappings.map(Self)
    }
}

impl serde::Serialize for Mappings {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

record! {
    /// Which rows are the header, as a spreadsheet numbers them: from 1, both included.
    pub struct HeaderRows {
        /// The first row.
        pub first: Count,
        /// The last row; at most four below the first.
        pub last: Count,
    }
}

record! {
    /// A sheet to be read.
    pub struct TableRequest {
        /// The cells, row by row.
        pub rows: Grid,
        /// The working area, whose villages give names their codes.
        pub working_area: Option<WorkingArea>,
        /// The year of months that the sheet writes without one.
        pub year: Option<Year>,
        /// The month, quarter or year of figures for which the sheet says none; it counts before what the title says.
        pub period: Option<TablePeriod>,
        /// The indicator of figures whose columns name none.
        pub indicator: Indicators,
        /// What columns are; it counts before everything that is recognised.
        pub columns: Mappings,
        /// Which rows are the header; absent: they are looked for.
        pub header_rows: Option<HeaderRows>,
        /// How numbers are written; absent: as the sheet shows.
        pub numbers: Option<NumberStyle>,
        /// The marks for "missing", at most 100; absent: [`MISSING`].
        pub missing: Option<Vec<Text>>,
        /// Whether L and P come as figures of their own beside their sum.
        pub by_sex: bool,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
    }
    check = check_request;
}

fn check_request(request: &TableRequest, at: &Location<'_>, reader: &mut Reader) {
    is_within(request.missing.as_ref().map_or(0, Vec::len), MOST_MARKS, &at.key("missing"), reader);
}

impl TableRequest {
    /// Makes a request about a grid; the rest is as if absent.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::exchange::table::{Cell, Grid, TableRequest};
    /// let rows = vec![
    ///     vec![Cell::text("Desa"), Cell::text("Bulan"), Cell::text("K1"), Cell::text("Sasaran K1")],
    ///     vec![Cell::text("Jebak"), Cell::text("JULI 2025"), Cell::Integer(4), Cell::Integer(57)],
    /// ];
    /// let table = TableRequest::new(Grid::new(rows)?).run().into_result().unwrap();
    /// let figure = table.figures.iter().next().unwrap();
    /// assert_eq!((figure.area_name, figure.numerator, figure.denominator), (Some("Jebak"), Some(4), Some(57)));
    /// assert_eq!(figure.month.unwrap().to_string(), "2025-07");
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn new(rows: Grid) -> Self {
        Self {
            rows,
            working_area: None,
            year: None,
            period: None,
            indicator: Indicators::default(),
            columns: Mappings::default(),
            header_rows: None,
            numbers: None,
            missing: None,
            by_sex: false,
            catalogue: None,
        }
    }

    /// Reads a request from JSON text.
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Reads the sheet.
    ///
    /// Problems have the place of their cell, `/rows/16/2`, and what a spreadsheet calls it, `C17`, in the parameter `cell`.
    pub fn run(&self) -> Outcome<Table> {
        let mut reader = Reader::default();
        let table = read(self, &mut reader);
        Outcome::new(table, reader.finish())
    }
}

/// Reads a sheet: a [`TableRequest`] as JSON text.
///
/// # Example
///
/// ```
/// use lokmin_core::exchange::table::read_table;
/// let outcome = read_table(r#"{"period": "2025-07", "rows": [["Desa", "K1", "%"], ["Jebak", "2.254", "76,80"]]}"#);
/// let table = outcome.value().unwrap();
/// // 76,80 shows that the comma stands before decimals, so the dot stands between thousands.
/// assert_eq!(table.figures.iter().next().unwrap().numerator, Some(2254));
///
/// let outcome = read_table(r#"{"rows": [["NIK", "Desa", "K1"], ["3302014107900001", "Jebak", 1]]}"#);
/// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "table.personal_data");
/// ```
pub fn read_table(text: &str) -> Outcome<Table> {
    let (request, mut problems) = TableRequest::from_json(text).into_parts();
    let Some(request) = request else { return Outcome::new(None, problems) };
    let (value, own) = request.run().into_parts();
    problems.append(own);
    Outcome::new(value, problems)
}

#[cfg(feature = "schema")]
mod schema {
    use super::{ColumnMapping, Indicators, Mappings};
    use crate::json::schema::plain as schema;

    schema!(Indicators, "Indicators", {
        "description": "One indicator or several, by code, name or alias.",
        "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
    });

    impl schemars::JsonSchema for Mappings {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Mappings".into()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            let mapping = generator.subschema_for::<ColumnMapping>();
            schemars::json_schema!({
                "description": "What columns are, by their letters or their headers.",
                "type": "object",
                "additionalProperties": mapping
            })
        }
    }
}
