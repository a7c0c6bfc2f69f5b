//! What stands above the header: when the figures are, and whose.

use std::sync::Arc;

use super::answer::{SkipReason, SkippedRow};
use super::cell::{Cell, Grid, at_cell};
use super::header::Header;
use super::layout::Layout;
use super::period::{self, Told};
use super::request::{TablePeriod, TableRequest};
use crate::json::{Reader, Year};
use crate::problem::{Location, Problem, ProblemCode};

/// What stands above the header.
#[derive(Debug)]
pub(super) struct Titles {
    /// The year of months without one.
    pub(super) year: Option<i32>,
    /// When the figures are, where no column and no row says it.
    pub(super) period: Option<TablePeriod>,
    /// The cell that says so.
    said_at: Option<(usize, usize)>,
    pub(super) puskesmas: Option<Arc<str>>,
    pub(super) skipped: Vec<SkippedRow>,
}

impl Titles {
    /// Reads the rows above the header.
    pub(super) fn read(request: &TableRequest, header: &Header, reader: &mut Reader) -> Self {
        let grid = &request.rows;
        let asked_year = request.year.or(match request.period {
            Some(TablePeriod::Year(year)) => Some(year),
            _ => None,
        });
        let mut titles = Self {
            year: asked_year.map(Year::get),
            period: request.period,
            said_at: None,
            puskesmas: None,
            skipped: Vec::new(),
        };
        // What the titles say: a month without its year takes the year of another title.
        let mut found: Vec<(usize, usize, Told)> = Vec::new();
        for row in 0..header.first {
            if grid.filled(row).next().is_some() {
                titles.skipped.push(SkippedRow::new(row, SkipReason::Title));
            }
            for (column, cell) in grid.filled(row) {
                if let Some(told) = period::in_title(cell, None) {
                    found.push((row, column, told));
                }
                if titles.puskesmas.is_none() {
                    titles.puskesmas = puskesmas_of(grid, row, column, cell);
                }
            }
        }
        let mut years = found.iter().filter_map(|(_, _, told)| match told {
            Told::Period(period) => Some(year_of(*period)),
            _ => None,
        });
        let own_year = years.next().filter(|year| years.all(|other| other == *year));
        if titles.year.is_none() {
            titles.year = own_year;
        }
        let mut own: Option<(TablePeriod, (usize, usize))> = None;
        for (row, column, _) in found {
            let cell = grid.cell(row, column);
            let told = period::in_title(cell, titles.year);
            let is_contradiction = match told {
                Some(Told::Period(told)) => {
                    let is_other_year = titles.year.is_some_and(|year| year_of(told) != year);
                    let is_other = own.is_some_and(|(own, _)| !agree(own, told))
                        || request.period.is_some_and(|asked| !agree(asked, told));
                    if own.is_none_or(|(own, _)| is_part_of(told, own)) {
                        own = Some((told, (row, column)));
                    }
                    is_other || is_other_year
                }
                Some(Told::Month(_) | Told::Quarter) | None => false,
                Some(Told::Unclear) => true,
            };
            if is_contradiction {
                own = None;
                report_period(cell, row, column, reader);
                break;
            }
        }
        titles.period = titles.period.or(own.map(|(period, _)| period));
        titles.said_at = own.map(|(_, at)| at);
        titles
    }

    /// Refuses a quarter where the sheet's kind means January to its end by it, unless the request names the quarter.
    pub(super) fn refuse_cumulative(&mut self, request: &TableRequest, layout: Option<&Layout>, reader: &mut Reader) {
        let is_cumulative = layout.is_some_and(|layout| layout.cumulative_quarters);
        if let (true, None, Some(TablePeriod::Quarter(_)), Some((row, column))) =
            (is_cumulative, request.period, self.period, self.said_at)
        {
            report_period(request.rows.cell(row, column), row, column, reader);
            self.period = None;
        }
    }
}

/// Returns the Puskesmas that a title names: `PUSKESMAS: Lumbir`, or the label and the name in two cells.
fn puskesmas_of(grid: &Grid, row: usize, column: usize, cell: &Cell) -> Option<Arc<str>> {
    let text = cell.as_text().filter(|text| text.len() <= 200)?;
    let label = text.get(.."puskesmas".len())?;
    if !label.eq_ignore_ascii_case("puskesmas") {
        return None;
    }
    let rest = text.get(label.len()..)?.trim_start_matches([':', ' ']).trim();
    let name = if rest.is_empty() {
        let mut next = grid.filled(row).filter(|(other, _)| *other > column).filter_map(|(_, cell)| cell.as_text());
        next.next()?.trim_start_matches(':').trim()
    } else {
        rest
    };
    (!name.is_empty()).then(|| name.into())
}

fn year_of(period: TablePeriod) -> i32 {
    match period {
        TablePeriod::Month(month) => month.year(),
        TablePeriod::Quarter(quarter) => quarter.first_month().year(),
        TablePeriod::Year(year) => year.get(),
    }
}

/// Returns whether two periods can both be right: one is the other, or lies in it.
fn agree(a: TablePeriod, b: TablePeriod) -> bool {
    is_part_of(a, b) || is_part_of(b, a)
}

fn is_part_of(part: TablePeriod, of: TablePeriod) -> bool {
    match (part, of) {
        (_, TablePeriod::Year(year)) => year_of(part) == year.get(),
        (TablePeriod::Month(month), TablePeriod::Quarter(quarter)) => month.quarter() == quarter,
        _ => part == of,
    }
}

/// Tells that what a cell says of time is unclear.
pub(super) fn report_period(cell: &Cell, row: usize, column: usize, reader: &mut Reader) {
    let problem = Problem::new(ProblemCode::TablePeriodUnclear).with("found", cell.written());
    reader.report(&Location::ROOT, at_cell(problem, row, column));
}
