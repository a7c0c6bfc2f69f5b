//! Tables in CSV: a header line, and rows whose cells are found by the name of their column; or rows whose columns
//! stand in a fixed order.

use csv::StringRecord;

use crate::json::Reader;
use crate::problem::{Location, Problem, ProblemCode};

/// Reads every row of a CSV text: separated by commas, or by semicolons where the header line has no comma.
///
/// `columns` are the needed columns, `optional` those that may be absent. A row is handed over with its number,
/// from 0, and its cells in that order, trimmed; absent cells are empty. Blank rows are skipped.
pub(crate) fn read_rows<const N: usize, const M: usize>(
    text: &str,
    columns: [&str; N],
    optional: [&str; M],
    reader: &mut Reader,
    mut row: impl FnMut(usize, [&str; N], [&str; M], &Location<'_>, &mut Reader),
) {
    let header_line = text.lines().next().unwrap_or("");
    let delimiter = if header_line.contains(';') && !header_line.contains(',') { b';' } else { b',' };
    let mut csv =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let header = csv.headers().cloned().unwrap_or_default();
    let place = |name: &str| header.iter().position(|found| found.eq_ignore_ascii_case(name));
    let places = columns.map(place);
    let optional_places = optional.map(place);
    for (name, place) in columns.iter().zip(places) {
        if place.is_none() {
            reader.report(&Location::ROOT, Problem::new(ProblemCode::CsvMissingColumn).with("name", *name));
        }
    }
    if places.contains(&None) {
        return;
    }
    let rows = Location::ROOT.key("rows");
    let mut record = StringRecord::new();
    let mut next = 0;
    // The text is UTF-8 and rows may differ in length, so there is no error left that reading could end with.
    while let Ok(true) = csv.read_record(&mut record) {
        let number = next;
        let at = rows.index(number);
        next += 1;
        let cell = |place: Option<usize>| place.and_then(|place| record.get(place)).unwrap_or("");
        let broken = columns.iter().zip(places).find(|(_, place)| cell(*place).contains(['\n', '\r']));
        if let Some((name, _)) = broken {
            reader.report(&at.key(name), Problem::new(ProblemCode::CsvLineBreak));
        } else if record.iter().any(|cell| !cell.is_empty()) {
            row(number, places.map(cell), optional_places.map(cell), &at, reader);
        }
    }
}

/// Reads every row of a CSV text whose columns stand in a fixed order, separated by commas.
///
/// A header line, known by its first cell, may stand first; empty lines and lines that begin with `#` are passed over.
/// A row is handed over with its cells, trimmed, and the number of its line, from 1.
pub(crate) fn read_ordered_rows(
    text: &str,
    columns: &[&str],
    reader: &mut Reader,
    mut row: impl FnMut(&StringRecord, u64, &Location<'_>, &mut Reader),
) {
    let mut csv = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let rows = Location::ROOT.key("rows");
    let mut record = StringRecord::new();
    let mut next = 0;
    while let Ok(true) = csv.read_record(&mut record) {
        let is_blank = record.len() == 1 && record.iter().all(str::is_empty);
        let is_header = next == 0 && record.get(0) == columns.first().copied();
        if is_blank || is_header {
            continue;
        }
        let at = rows.index(next);
        next += 1;
        let line = record.position().map_or(0, csv::Position::line);
        match columns.iter().zip(&record).find(|(_, cell)| cell.contains(['\n', '\r'])) {
            Some((name, _)) => reader.report(&at.key(name), Problem::new(ProblemCode::CsvLineBreak)),
            None => row(&record, line, &at, reader),
        }
    }
}

/// Reads the cell of a column; an empty one is a problem.
pub(crate) fn read_cell<T>(
    cell: &str,
    name: &str,
    at: &Location<'_>,
    reader: &mut Reader,
    parse: impl FnOnce(&str) -> Result<T, Problem>,
) -> Option<T> {
    let result = if cell.is_empty() { Err(Problem::new(ProblemCode::Missing).with("name", name)) } else { parse(cell) };
    result.map_err(|problem| reader.report(&at.key(name), problem)).ok()
}
