//! What a sheet says twice, compared: totals with their rows, L+P with L and P, percentages with their figures.

use super::cell::{Cell, at_cell};
use super::number::{self, NumberStyle};
use super::plan::Slot;
use crate::assess::{PrintedFigure, PublishedRequest};
use crate::indicator::Multiplier;
use crate::json::{Count, Reader};
use crate::problem::{Location, Param, Problem, ProblemCode};

/// The sums of the columns with counts.
#[derive(Debug)]
pub(super) struct Sums {
    /// Of every row so far.
    all: Vec<Option<i64>>,
    /// Of the rows since the last total.
    since: Vec<Option<i64>>,
    /// Totals that stand before every row.
    before: Vec<(usize, usize, i64)>,
}

impl Sums {
    pub(super) fn new(columns: usize) -> Self {
        Self { all: vec![None; columns], since: vec![None; columns], before: Vec::new() }
    }

    /// Adds a figure of a row.
    pub(super) fn add(&mut self, column: usize, count: i64) {
        for sums in [&mut self.all, &mut self.since] {
            if let Some(sum) = sums.get_mut(column) {
                *sum = Some(sum.unwrap_or(0).saturating_add(count));
            }
        }
    }

    /// Compares a total with the rows since the last one, and with all rows so far.
    pub(super) fn check(&mut self, row: usize, column: usize, stated: i64, reader: &mut Reader) {
        let of = |sums: &[Option<i64>]| sums.get(column).copied().flatten();
        let (all, since) = (of(&self.all), of(&self.since));
        if self.all.iter().all(Option::is_none) {
            self.before.push((row, column, stated));
        } else if let Some(sum) = since.or(all)
            && stated != sum
            && all != Some(stated)
        {
            report_sum(row, column, stated, if since == all { sum } else { all.unwrap_or(sum) }, reader);
        }
    }

    /// Begins the rows of the next total.
    pub(super) fn begin(&mut self) {
        self.since.fill(None);
    }

    /// Compares the totals that stand before every row.
    pub(super) fn finish(self, reader: &mut Reader) {
        for (row, column, stated) in self.before {
            if let Some(sum) = self.all.get(column).copied().flatten()
                && sum != stated
            {
                report_sum(row, column, stated, sum, reader);
            }
        }
    }
}

fn report_sum(row: usize, column: usize, stated: i64, sum: i64, reader: &mut Reader) {
    let problem =
        Problem::new(ProblemCode::TableSumDiffers).with("stated", Param::Count(stated)).with("sum", Param::Count(sum));
    reader.report(&Location::ROOT, at_cell(problem, row, column));
}

/// Returns the figure of both: what stands in the column of both, or else the sum of L and P, or of the parts.
pub(super) fn both(slot: &Slot, counts: &[Option<i64>]) -> Option<i64> {
    let count = |column: Option<usize>| counts.get(column?).copied().flatten();
    if !slot.parts.is_empty() {
        return slot.parts.iter().try_fold(0_i64, |sum, column| Some(sum.saturating_add(count(Some(*column))?)));
    }
    if slot.both.is_some() && count(slot.both).is_some() {
        return count(slot.both);
    }
    Some(count(slot.male)?.saturating_add(count(slot.female)?))
}

/// Compares the column of both with L and P.
pub(super) fn check_sex(slot: &Slot, counts: &[Option<i64>], row: usize, reader: &mut Reader) {
    let count = |column: Option<usize>| counts.get(column?).copied().flatten();
    if let (Some(column), Some(stated), Some(male), Some(female)) =
        (slot.both, count(slot.both), count(slot.male), count(slot.female))
        && stated != male.saturating_add(female)
    {
        report_sum(row, column, stated, male.saturating_add(female), reader);
    }
}

/// Reads a percentage that stands in a cell. Numbers without a text have two decimals, as sheets show them.
pub(super) fn printed(cell: &Cell, style: Option<NumberStyle>) -> Option<PrintedFigure> {
    match cell {
        Cell::Integer(number) => number.to_string().parse().ok(),
        Cell::Number(number) => two_places(*number),
        Cell::Text(text) => number::read(text, style)?.plain.parse().ok(),
        Cell::Empty | Cell::Boolean(_) | Cell::Date(_) => None,
    }
}

fn two_places(number: f64) -> Option<PrintedFigure> {
    if number.abs() < 1e12 { format!("{number:.2}").parse().ok() } else { None }
}

/// Compares a percentage with its figures; a number such as 0.768 may be a fraction that the sheet shows as 76.80 %.
pub(super) fn check_published(
    cell: &Cell,
    published: PrintedFigure,
    figures: (i64, i64),
    multiplier: Multiplier,
    place: (usize, usize),
    reader: &mut Reader,
) -> PrintedFigure {
    let count = |figure: i64| u64::try_from(figure).ok().and_then(Count::new);
    let (Some(numerator), Some(denominator)) = (count(figures.0), count(figures.1)) else { return published };
    let (row, column) = place;
    let request = |published| PublishedRequest { numerator, denominator, published, multiplier: Some(multiplier) };
    let checked = |published| request(published).run().into_parts().0;
    let Some(check) = checked(published).filter(|check| check.agrees == Some(false)) else { return published };
    if let Cell::Number(number) = cell
        && let Some(of_hundred) = two_places(number * 100.0)
        && checked(of_hundred).is_some_and(|check| check.agrees == Some(true))
    {
        return of_hundred;
    }
    let problem = Problem::new(ProblemCode::QualityPublished)
        .with("published", published.to_string())
        .with("recomputed", check.recomputed.unwrap_or_default());
    reader.report(&Location::ROOT, at_cell(problem, row, column));
    published
}
