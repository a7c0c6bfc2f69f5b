//! Counts in cells, and the marks for "missing".

use super::answer::MarkedMissing;
use super::cell::{Cell, Grid, at_cell, size, whole};
use super::number::{self, NumberStyle, Shape};
use super::request::{MISSING, TableRequest};
use crate::json::{Count, Reader};
use crate::problem::{Location, Problem, ProblemCode};

/// What a cell of a column with figures has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    /// A mark for "missing", by its place in the list.
    Missing(usize),
    Count(i64),
    Ambiguous,
    Wrong,
}

/// Reads counts, and keeps which marks were found.
#[derive(Debug)]
pub(super) struct Counts {
    style: Option<NumberStyle>,
    /// In small letters, and as a number where it is one.
    marks: Vec<(String, Option<i64>)>,
    /// For each mark how often it was found, and where first.
    marked: Vec<(usize, (usize, usize))>,
}

impl Counts {
    pub(super) fn new(request: &TableRequest, style: Option<NumberStyle>) -> Self {
        let mark = |mark: &str| (mark.trim().to_lowercase(), mark.trim().parse().ok());
        let marks: Vec<(String, Option<i64>)> = match &request.missing {
            Some(marks) => marks.iter().map(|text| mark(text)).collect(),
            None => MISSING.iter().map(|text| mark(text)).collect(),
        };
        Self { style, marked: vec![(0, (0, 0)); marks.len()], marks }
    }

    /// Reads a cell of a column with counts, and tells what is wrong with it.
    pub(super) fn count(&mut self, cell: &Cell, row: usize, column: usize, reader: &mut Reader) -> Option<i64> {
        let code = match self.found(cell) {
            Found::Count(count) => return Some(count),
            Found::Nothing => return None,
            Found::Missing(mark) => {
                if let Some((count, first)) = self.marked.get_mut(mark) {
                    if *count == 0 {
                        *first = (row, column);
                    }
                    *count += 1;
                }
                return None;
            }
            Found::Ambiguous => ProblemCode::TableNumberAmbiguous,
            Found::Wrong => ProblemCode::TableNotACount,
        };
        reader.report(&Location::ROOT, at_cell(Problem::new(code).with("found", cell.written()), row, column));
        None
    }

    /// Says what a cell has.
    pub(super) fn found(&self, cell: &Cell) -> Found {
        let number = match cell {
            Cell::Empty => return Found::Nothing,
            Cell::Integer(number) => Some(*number),
            Cell::Number(number) => whole(*number),
            Cell::Text(text) => match number::quick(text) {
                Some(number) => Some(number),
                None => return self.found_in_text(text.trim()),
            },
            Cell::Boolean(_) | Cell::Date(_) => None,
        };
        let Some(number) = number.filter(|number| number.unsigned_abs() <= Count::MAX) else { return Found::Wrong };
        let mark = if number < 0 { self.marks.iter().position(|(_, mark)| *mark == Some(number)) } else { None };
        mark.map_or(Found::Count(number), Found::Missing)
    }

    fn found_in_text(&self, text: &str) -> Found {
        // No mark is longer.
        if text.len() <= 100 {
            let folded = text.to_lowercase();
            if let Some(mark) = self.marks.iter().position(|(mark, _)| *mark == folded) {
                return Found::Missing(mark);
            }
        }
        if text.ends_with('%') {
            return Found::Wrong;
        }
        match number::read(text, self.style) {
            None if number::shape(text) == Shape::Either => Found::Ambiguous,
            None => Found::Wrong,
            Some(written) => match written.whole().filter(|number| number.unsigned_abs() <= Count::MAX) {
                Some(number) => {
                    let mark = self.marks.iter().position(|(_, mark)| number < 0 && *mark == Some(number));
                    mark.map_or(Found::Count(number), Found::Missing)
                }
                None => Found::Wrong,
            },
        }
    }

    /// Tells which marks were found.
    pub(super) fn finish(self, grid: &Grid, reader: &mut Reader) -> Vec<MarkedMissing> {
        let mut missing = Vec::new();
        for ((mark, _), (count, (row, column))) in self.marks.into_iter().zip(self.marked) {
            if count > 0 {
                let written = grid.cell(row, column).written();
                let problem =
                    Problem::new(ProblemCode::TableMissingMarked).with("found", written).with("count", size(count));
                reader.report(&Location::ROOT, at_cell(problem, row, column));
                missing.push(MarkedMissing::new(mark, count));
            }
        }
        missing
    }
}
