//! Where the header of a sheet is, and what stands above each column.

use crate::indicator::Catalogue;

use super::cell::{Cell, Grid, whole};
use super::period;
use super::request::HeaderRows;
use super::words::{fold_header, is_anchor, place_word};

/// A header has at most so many rows.
pub(super) const MOST_ROWS: usize = 5;

/// A header is shown and compared up to so many characters.
const LONGEST: usize = 300;

/// The header is looked for in so many rows.
const SEARCHED: usize = 60;

/// The header of a sheet.
#[derive(Debug)]
pub(super) struct Header {
    /// Its first row.
    pub(super) first: usize,
    /// Its last row, that of the column numbers left out.
    pub(super) last: usize,
    /// The first row below it.
    pub(super) body: usize,
    /// What stands above each column, from the top.
    pub(super) paths: Vec<Vec<String>>,
}

impl Header {
    /// Takes the rows that a request names; `None` where they are no header of one to five rows of the sheet.
    pub(super) fn given(grid: &Grid, rows: &HeaderRows) -> Option<Self> {
        let first = usize::try_from(rows.first.get()).ok()?.checked_sub(1)?;
        let last = usize::try_from(rows.last.get()).ok()?.checked_sub(1)?;
        let is_sound = first <= last && last - first < MOST_ROWS && last < grid.rows().len();
        is_sound.then(|| Self::of(grid, first, last))
    }

    /// Looks for the header.
    pub(super) fn find(grid: &Grid, catalogue: &Catalogue) -> Option<Self> {
        let rows = grid.rows().len().min(SEARCHED);
        let has_cells = |least: usize| move |row: &usize| has_anchor(grid, *row) && grid.filled(*row).count() >= least;
        let named = (0..rows).find(has_cells(3)).or_else(|| (0..rows).find(has_cells(2)))?;
        let anchors: Vec<usize> =
            grid.filled(named).filter(|(_, cell)| place_of(cell).is_some()).map(|(column, _)| column).collect();
        let mut first = named;
        while let Some(above) = first.checked_sub(1)
            && is_group_row(grid, above, &anchors, catalogue)
        {
            first = above;
        }
        let mut last = named;
        while last + 1 < grid.rows().len() && is_sub_header(grid, last + 1, named, &anchors) {
            last += 1;
        }
        (last - first < MOST_ROWS).then(|| Self::of(grid, first, last))
    }

    fn of(grid: &Grid, first: usize, last: usize) -> Self {
        let body = last + 1 + usize::from(is_numbering(grid, last + 1));
        Self { first, last, body, paths: paths(grid, first, last) }
    }

    /// Returns whether a row of the body is the first row of the header again, as on every printed page.
    pub(super) fn is_repeated(&self, grid: &Grid, row: usize) -> bool {
        let mut own = grid.filled(self.first).peekable();
        let has_some = own.peek().is_some();
        has_some && own.all(|(column, cell)| grid.cell(row, column) == cell)
    }
}

/// Returns what a cell of a header names, where it is a word for a place or a time.
fn place_of(cell: &Cell) -> Option<super::ColumnRole> {
    let text = cell.as_text().filter(|text| text.len() <= 100 && !text.ends_with(':'))?;
    place_word(&fold_header(text))
}

/// Returns whether a row names a place or a month and has no figures.
fn has_anchor(grid: &Grid, row: usize) -> bool {
    let mut has_anchor = false;
    let (mut cells, mut numbers) = (0_usize, 0_usize);
    for (column, cell) in grid.filled(row) {
        cells += 1;
        numbers += usize::from(is_number(cell));
        let is_label = grid.cell(row, column + 1).as_text().is_some_and(|next| next.starts_with(':'));
        has_anchor |= !is_label && place_of(cell).is_some_and(is_anchor);
    }
    has_anchor && numbers * 2 < cells
}

/// Returns whether a cell is a number, or a text of nothing but digits and marks.
fn is_number(cell: &Cell) -> bool {
    match cell {
        Cell::Integer(_) | Cell::Number(_) | Cell::Date(_) => true,
        Cell::Text(text) => text.trim().bytes().all(|byte| byte.is_ascii_digit() || b".,-% ".contains(&byte)),
        Cell::Empty | Cell::Boolean(_) => false,
    }
}

/// Returns whether the row above the one that names the places groups its columns.
///
/// One cell is enough where it is a period or the name of an indicator; a title is neither.
fn is_group_row(grid: &Grid, row: usize, anchors: &[usize], catalogue: &Catalogue) -> bool {
    let cells: Vec<(usize, &Cell)> = grid.filled(row).collect();
    let texts: Vec<(usize, &str)> =
        cells.iter().filter_map(|(column, cell)| cell.as_text().map(|text| (*column, text))).collect();
    let is_label = |(_, text): &(usize, &str)| text.ends_with(':') || text.starts_with(':') || text.len() > 200;
    if texts.len() != cells.len() || texts.iter().any(is_label) {
        return false;
    }
    match texts.as_slice() {
        [] => false,
        [(column, text)] => {
            let is_right = anchors.last().is_some_and(|last| column > last);
            is_right && (period::in_header(text, Some(2000)).is_some() || catalogue.find(text).is_some())
        }
        several => several.iter().any(|(column, _)| !anchors.contains(column)),
    }
}

/// Returns whether a row below the one that names the places goes on with the header: nothing, or the same, stands in the
/// columns of the places, and words stand elsewhere.
fn is_sub_header(grid: &Grid, row: usize, named: usize, anchors: &[usize]) -> bool {
    let is_open = |column: &usize| {
        let cell = grid.cell(row, *column);
        cell.is_empty() || cell == grid.cell(named, *column)
    };
    if !anchors.iter().all(is_open) {
        return false;
    }
    let (mut words, mut numbers) = (0_usize, 0_usize);
    for (column, cell) in grid.filled(row).filter(|(column, _)| !anchors.contains(column)) {
        let _ = column;
        if is_number(cell) && !cell.as_text().is_some_and(|text| text.starts_with('%')) {
            numbers += 1;
        } else {
            words += usize::from(cell.as_text().is_some());
        }
    }
    words > numbers
}

/// Returns whether a row has the numbers of the columns: 1, 2, 3 ...
pub(super) fn is_numbering(grid: &Grid, row: usize) -> bool {
    let mut expected = 1;
    for (_, cell) in grid.filled(row) {
        let number = match cell {
            Cell::Integer(number) => Some(*number),
            Cell::Number(number) => whole(*number),
            Cell::Text(text) => {
                let text = text.trim().trim_start_matches(['(', '[']);
                let digits = text.bytes().take_while(u8::is_ascii_digit).count();
                // After the number at most a bracket, or what it is worked out from: `5=4/3x100`.
                let rest = text.get(digits..).unwrap_or_default();
                let is_end = rest.is_empty() || rest.starts_with([')', ']', '.', '=']);
                text.get(..digits).filter(|_| is_end).and_then(|digits| digits.parse().ok())
            }
            _ => None,
        };
        if number != Some(expected) {
            return false;
        }
        expected += 1;
    }
    expected > 2
}

/// Joins the header of each column. A cell also stands for the empty ones to its right, as joined cells do, where it has
/// further headers below.
fn paths(grid: &Grid, first: usize, last: usize) -> Vec<Vec<String>> {
    let columns = grid.columns();
    let mut paths: Vec<Vec<String>> = vec![Vec::new(); columns];
    // The column whose cell stands for each column in the rows so far.
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); columns];
    for row in first..=last {
        let has_below = |column: usize| (row + 1..=last).any(|below| !grid.cell(below, column).is_empty());
        let mut spread: Option<(usize, String)> = None;
        for column in 0..columns {
            let cell = grid.cell(row, column);
            if !cell.is_empty() {
                // A longer text is no header; it is not repeated for every column below it.
                let text: String = cell.written().chars().take(LONGEST).collect();
                spread = has_below(column).then(|| (column, text.clone()));
                push(&mut paths, &mut groups, column, column, text);
                continue;
            }
            let Some((from, text)) = &spread else { continue };
            let is_same_group = groups.get(column).map(Vec::as_slice)
                == groups.get(*from).and_then(|group| group.split_last()).map(|(_, above)| above);
            if is_same_group && has_below(column) {
                let (from, text) = (*from, text.clone());
                push(&mut paths, &mut groups, column, from, text);
            } else if !is_same_group {
                spread = None;
            }
        }
    }
    paths
}

fn push(paths: &mut [Vec<String>], groups: &mut [Vec<usize>], column: usize, from: usize, text: String) {
    if let (Some(path), Some(group)) = (paths.get_mut(column), groups.get_mut(column)) {
        // Unmerged headers repeat themselves downwards.
        if path.last() != Some(&text) {
            path.push(text);
        }
        group.push(from);
    }
}
