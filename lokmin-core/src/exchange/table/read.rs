//! A sheet from its first row to its last.

use std::borrow::Cow;

use super::answer::{RecognisedBy, Table};
use super::body::Body;
use super::cell::{Cell, column_letters, size};
use super::header::{self, Header};
use super::meaning::{Meaning, Reading};
use super::personal::personal_columns;
use super::plan::plans;
use super::request::{ColumnRole, TableRequest};
use super::titles::Titles;
use crate::indicator::Catalogue;
use crate::json::Reader;
use crate::problem::{Location, Problem, ProblemCode};

/// Reads a sheet.
pub(super) fn read(request: &TableRequest, reader: &mut Reader) -> Option<Table> {
    let grid = &request.rows;
    let rows_at = Location::ROOT.key("rows");
    let catalogue = catalogue_of(request, reader)?;
    let found = match &request.header_rows {
        Some(rows) => Header::given(grid, rows),
        None => Header::find(grid, &catalogue),
    };
    let personal = personal_columns(grid, found.as_ref());
    if !personal.is_empty() {
        for problem in personal {
            reader.report(&Location::ROOT, problem);
        }
        return None;
    }
    if grid.rows().iter().flatten().all(Cell::is_empty) {
        reader.report(&rows_at, Problem::new(ProblemCode::TableEmpty));
        return None;
    }
    let Some(header) = found else {
        let problem = Problem::new(ProblemCode::TableHeaderNotFound).with("limit", size(header::MOST_ROWS));
        reader.report(&rows_at, problem);
        return None;
    };
    let mut titles = Titles::read(request, &header, reader);
    let mut reading = Reading::of(request, &header, titles.year, &catalogue, reader);
    titles.refuse_cumulative(request, reading.layout, reader);
    let plans = plans(&mut reading.columns, &catalogue);
    report_columns(&header, &reading.columns, reader);
    let mut body = Body::new(request, &header, &reading, &titles, &plans, &catalogue);
    body.read_rows(reader);
    if plans.is_empty() || body.figures.is_empty() {
        reader.report(&rows_at, Problem::new(ProblemCode::TableNoFigures));
        return None;
    }
    Some(body.finish(reader))
}

/// Returns the catalogue of a request: its own one laid on top of the built-in one, or the built-in one.
fn catalogue_of(request: &TableRequest, reader: &mut Reader) -> Option<Cow<'static, Catalogue>> {
    let built_in = Catalogue::built_in();
    let Some(document) = &request.catalogue else { return Some(Cow::Borrowed(built_in)) };
    let (catalogue, problems) = built_in.with(&Catalogue::of(document.clone())).into_parts();
    let at = Location::ROOT.key("catalogue");
    for problem in problems {
        reader.report(&at, problem);
    }
    catalogue.map(Cow::Owned)
}

/// Tells which columns are left out.
fn report_columns(header: &Header, columns: &[Meaning], reader: &mut Reader) {
    let rows_at = Location::ROOT.key("rows");
    let header_at = rows_at.index(header.last);
    let mut unknown = Vec::new();
    for (column, meaning) in columns.iter().enumerate() {
        if !meaning.candidates.is_empty() {
            let problem = Problem::new(ProblemCode::TableColumnUnclear)
                .with("column", column_letters(column))
                .with("header", meaning.header.as_str())
                .with("candidates", meaning.candidates.clone());
            reader.report(&header_at.index(column), problem);
        } else if meaning.role == ColumnRole::Unknown
            && meaning.by == RecognisedBy::Nothing
            && !meaning.header.is_empty()
        {
            unknown.push(format!("{} ({})", column_letters(column), meaning.header));
        }
    }
    if !unknown.is_empty() {
        let problem =
            Problem::new(ProblemCode::TableColumnsUnknown).with("count", size(unknown.len())).with("columns", unknown);
        reader.report(&header_at, problem);
    }
}
