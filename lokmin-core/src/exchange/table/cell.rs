//! Cells, and grids of them.

use chrono::NaiveDate;

use crate::json::{Member, Node, Reader, report_wrong_type};
use crate::problem::{Location, Param, Problem, ProblemCode};

/// One cell of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, as it is written.
    Text(Box<str>),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A date.
    Date(NaiveDate),
}

impl Cell {
    /// Makes a cell of a text; blank text is an empty cell.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }

    /// Returns the text of a text cell, without white space around.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()),
            _ => None,
        }
    }

    /// Returns whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// Returns what stands in the cell, as text; numbers as JSON has them, dates as `2025-07-03`.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.trim().to_owned(),
            Self::Integer(number) => number.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Boolean(truth) => truth.to_string(),
            Self::Date(date) => date.to_string(),
        }
    }
}

impl Member for Cell {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        Some(match node {
            Node::Null => Self::Empty,
            Node::Bool(truth) => Self::Boolean(*truth),
            Node::Integer(number) => Self::Integer(*number),
            Node::Float(number) => whole(*number).map_or(Self::Number(*number), Self::Integer),
            Node::String(text) => Self::text(text),
            Node::List(_) | Node::Object(_) => {
                report_wrong_type("string", node, at, reader);
                return None;
            }
        })
    }
}

/// Returns the whole number that a number is, where it is one of at most 10^15.
#[expect(clippy::cast_possible_truncation, reason = "the size is checked")]
pub(super) fn whole(number: f64) -> Option<i64> {
    let is_whole = number.fract() == 0.0 && number.abs() <= 1e16;
    is_whole.then_some(number as i64)
}

impl serde::Serialize for Cell {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Boolean(truth) => serializer.serialize_bool(*truth),
            Self::Date(date) => serializer.collect_str(date),
        }
    }
}

/// The cells of a sheet, row by row. Rows may differ in length: what is not there is empty.
///
/// At most 100,000 rows, 1,000 columns and 5,000,000 cells.
///
/// # Example
///
/// ```
/// use lokmin_core::exchange::table::{Cell, Grid};
/// let grid = Grid::new(vec![vec![Cell::text("Desa"), Cell::text("K1")], vec![Cell::text("Jebak")]])?;
/// assert_eq!(grid.cell(1, 1), &Cell::Empty);
/// assert!(Grid::new(vec![vec![Cell::Empty; 1001]]).is_err());
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub struct Grid {
    rows: Vec<Vec<Cell>>,
}

const NOTHING: &Cell = &Cell::Empty;

impl Grid {
    /// The most rows.
    pub const MOST_ROWS: usize = 100_000;
    /// The most columns.
    pub const MOST_COLUMNS: usize = 1_000;
    /// The most cells.
    pub const MOST_CELLS: usize = 5_000_000;

    /// Makes a grid.
    ///
    /// # Errors
    ///
    /// `table.too_large`.
    pub fn new(rows: Vec<Vec<Cell>>) -> Result<Self, Problem> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let cells = rows.iter().map(Vec::len).sum();
        check_size(rows.len(), columns, cells)?;
        Ok(Self { rows })
    }

    /// Returns the rows.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// Returns how many columns the longest row has.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Returns the cell of a row and a column, both from 0; an empty one outside.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(NOTHING)
    }

    /// Returns the cells of a row that have something in them, with their columns.
    pub(super) fn filled(&self, row: usize) -> impl Iterator<Item = (usize, &Cell)> {
        let cells = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}

fn check_size(rows: usize, columns: usize, cells: usize) -> Result<(), Problem> {
    if rows <= Grid::MOST_ROWS && columns <= Grid::MOST_COLUMNS && cells <= Grid::MOST_CELLS {
        return Ok(());
    }
    Err(Problem::new(ProblemCode::TableTooLarge)
        .with("rows", size(rows))
        .with("columns", size(columns))
        .with("most_rows", size(Grid::MOST_ROWS))
        .with("most_columns", size(Grid::MOST_COLUMNS))
        .with("most_cells", size(Grid::MOST_CELLS)))
}

/// A size as a problem carries it.
pub(super) fn size(size: usize) -> Param {
    Param::Count(i64::try_from(size).unwrap_or(i64::MAX))
}

impl Member for Grid {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let Node::List(items) = node else {
            report_wrong_type("array", node, at, reader);
            return None;
        };
        let lengths = || items.iter().map(|row| if let Node::List(cells) = row { cells.len() } else { 0 });
        if let Err(problem) = check_size(items.len(), lengths().max().unwrap_or(0), lengths().sum()) {
            reader.report(at, problem);
            return None;
        }
        Vec::<Vec<Cell>>::read(node, at, reader).map(|rows| Self { rows })
    }
}

/// Returns the letters that a spreadsheet gives a column, from 0.
///
/// # Example
///
/// ```
/// use lokmin_core::exchange::table::column_letters;
/// assert_eq!([0, 25, 26, 701, 702].map(column_letters), ["A", "Z", "AA", "ZZ", "AAA"]);
/// ```
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Returns what a spreadsheet calls a cell, such as `C17` for row 16 and column 2.
pub(super) fn a1(row: usize, column: usize) -> String {
    format!("{}{}", column_letters(column), row + 1)
}

/// Returns a problem at a cell: its path is `/rows/16/2`, and its parameter `cell` is `C17`.
pub(super) fn at_cell(problem: Problem, row: usize, column: usize) -> Problem {
    let problem = problem.with("cell", a1(row, column));
    problem.below(&Location::ROOT.key("rows").index(row).index(column))
}

#[cfg(feature = "schema")]
mod schema {
    use super::{Cell, Grid};
    use crate::json::schema::plain as schema;

    schema!(Cell, "Cell", {
        "description": "One cell of a sheet; dates as texts such as 2025-07-03.",
        "type": ["null", "boolean", "number", "string"]
    });
    schema!(Grid, "Grid", {
        "description": "The cells of a sheet, row by row.",
        "type": "array",
        "maxItems": 100_000,
        "items": { "type": "array", "maxItems": 1_000, "items": { "type": ["null", "boolean", "number", "string"] } }
    });
}
