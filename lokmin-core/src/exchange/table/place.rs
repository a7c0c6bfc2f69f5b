//! Where and when a row is.

use std::sync::Arc;

use super::answer::{Place, When};
use super::body::{Body, row_number};
use super::cell::{Cell, at_cell};
use super::meaning::Meaning;
use super::parts::ColumnPeriod;
use super::period::{self, Told};
use super::plan::Plan;
use super::request::{ColumnRole, TablePeriod};
use super::titles::report_period;
use crate::calendar::Month;
use crate::json::{Reader, Year};
use crate::problem::{Location, Problem, ProblemCode};
use crate::region::{RegionCode, System, check_village, parse_region};

/// The columns that say where and when a row is.
#[derive(Debug, Default)]
pub(super) struct Keys {
    pub(super) village: Option<usize>,
    code: Option<usize>,
    pub(super) posyandu: Option<usize>,
    pub(super) puskesmas: Option<usize>,
    pub(super) subdistrict: Option<usize>,
    pub(super) district: Option<usize>,
    pub(super) period: Option<usize>,
    year: Option<usize>,
}

impl Keys {
    pub(super) fn of(columns: &[Meaning]) -> Self {
        let mut keys = Self::default();
        for (column, meaning) in columns.iter().enumerate() {
            let place = match meaning.role {
                ColumnRole::Village => &mut keys.village,
                ColumnRole::VillageCode => &mut keys.code,
                ColumnRole::Posyandu => &mut keys.posyandu,
                ColumnRole::Puskesmas => &mut keys.puskesmas,
                ColumnRole::Subdistrict => &mut keys.subdistrict,
                ColumnRole::District => &mut keys.district,
                ColumnRole::Period => &mut keys.period,
                ColumnRole::Year => &mut keys.year,
                _ => continue,
            };
            place.get_or_insert(column);
        }
        keys
    }

    /// The column of the smallest place that is no posyandu.
    pub(super) fn area(&self) -> Option<usize> {
        self.village.or(self.code).or(self.posyandu).or(self.puskesmas).or(self.subdistrict).or(self.district)
    }
}

impl Body<'_> {
    /// Says where a row is.
    pub(super) fn place(&mut self, row: usize, has_figures: bool, reader: &mut Reader) -> Place {
        let name = |column: Option<usize>| {
            Some(column?).map(|column| self.grid.cell(row, column)).filter(|cell| !cell.is_empty())
        };
        let puskesmas = name(self.keys.puskesmas).map(|cell| without_number(&cell.written()).to_owned());
        let posyandu = name(self.keys.posyandu).map(Cell::written);
        let area_column = self.keys.area();
        let mut area = name(area_column).map(|cell| (row, cell));
        // A place that is joined over its months stands in the first of their rows.
        let has_period = name(self.keys.period).is_some();
        if area.is_none()
            && has_period
            && let (Some(above), Some(column)) = (self.last_area, area_column)
        {
            area = Some((above, self.grid.cell(above, column)));
        }
        let code_row = area.map_or(row, |(row, _)| row);
        if let Some((from, _)) = area {
            self.last_area = Some(from);
        }
        let village = self.keys.village.map(|column| self.grid.cell(code_row, column)).and_then(Cell::as_text);
        let (village, area_name) = (village.map(str::to_owned), area.map(|(_, cell)| cell.written()));
        if area.is_none() && has_figures {
            let problem = Problem::new(ProblemCode::TableAreaMissing).with("row", row_number(row));
            reader.report(&Location::ROOT.key("rows").index(row), problem);
        }
        let code = self.code(row, code_row, village.as_deref(), reader);
        if let Some(puskesmas) = puskesmas {
            self.last_puskesmas = Some(self.text(&puskesmas));
        }
        let area_name = match area_name {
            // Where the smallest place is a Puskesmas, its name is that of the area.
            Some(name) if area_column == self.keys.puskesmas => Some(self.text(without_number(&name))),
            Some(_) if area_column == self.keys.posyandu => None,
            Some(name) => Some(self.text(&name)),
            None => None,
        };
        let area_name = match (area_name, self.keys.village.or(self.keys.code), &village) {
            (Some(_), Some(_), Some(village)) => Some(self.text(village)),
            (own, ..) => own,
        };
        let posyandu = posyandu.map(|posyandu| self.text(&posyandu));
        Place { area: code, area_name, puskesmas: self.last_puskesmas.clone(), posyandu, row }
    }

    /// Returns the code of the village of a row: by its code, else by its name.
    fn code(&mut self, row: usize, from: usize, village: Option<&str>, reader: &mut Reader) -> Option<RegionCode> {
        if let Some(column) = self.keys.code {
            let written = self.grid.cell(from, column).written();
            let code = parse_region(&written, Some(System::Kemendagri)).into_parts().0;
            if let Some(code) = code.filter(|code| check_village(*code).is_ok()) {
                return Some(code);
            }
            if !written.is_empty() && from == row {
                let problem =
                    Problem::new(ProblemCode::TableAreaUnknown).with("found", written).with("area", "Kemendagri");
                reader.report(&Location::ROOT, at_cell(problem, row, column));
            }
        }
        let (villages, column) = (self.villages.as_mut()?, self.keys.village?);
        match villages.find(village?) {
            Ok(code) => Some(code),
            Err(problem) => {
                if from == row {
                    reader.report(&Location::ROOT, at_cell(problem, row, column));
                }
                None
            }
        }
    }

    /// Returns the one copy of a text.
    fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        self.texts.insert(text.to_owned(), Arc::clone(&new));
        new
    }

    /// Returns the year of a row.
    pub(super) fn year(&self, row: usize) -> Option<i32> {
        let told = self.keys.year.and_then(|column| period::in_cell(self.grid.cell(row, column), None));
        match told {
            Some(Told::Period(TablePeriod::Year(year))) => Some(year.get()),
            _ => self.titles.year,
        }
    }

    /// Returns when a row is, by its own cells, and whether only the year is missing.
    pub(super) fn own_period(&mut self, row: usize, year: Option<i32>, reader: &mut Reader) -> (When, bool) {
        let told = self.keys.period.map(|column| (column, period::in_cell(self.grid.cell(row, column), year)));
        let Some((column, Some(told))) = told else {
            let own_year = self.keys.year.is_some().then_some(year).flatten();
            let own_year = own_year.and_then(Year::new);
            let period = self.section.or(own_year.map(TablePeriod::Year)).or(self.titles.period);
            return (period.map(|period| self.of(period)).unwrap_or_default(), false);
        };
        let cell = self.grid.cell(row, column);
        let period = match told {
            Told::Period(period) => Some(period),
            Told::Month(_) | Told::Quarter | Told::Unclear => None,
        };
        let is_to_date = matches!(period, Some(TablePeriod::Quarter(_))) && self.has_cumulative_quarters();
        if told == Told::Unclear || is_to_date {
            report_period(cell, row, column, reader);
        }
        if let Some(period) = period.filter(|_| !is_to_date) {
            return (self.of(period), false);
        }
        let when = When { period: None, text: Some(self.text(&cell.written())) };
        (when, matches!(told, Told::Month(_) | Told::Quarter))
    }

    /// Whether "TW II" in the sheet means January to June.
    fn has_cumulative_quarters(&self) -> bool {
        self.reading.layout.is_some_and(|layout| layout.cumulative_quarters)
    }

    fn of(&mut self, period: TablePeriod) -> When {
        let text = self.text(&period.to_string());
        When { period: Some(period), text: Some(text) }
    }
}

/// Returns a name without the number before it: `1. LUMBIR`.
fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == name.len() { name } else { rest.strip_prefix('.').map_or(name, str::trim_start) }
}

/// Returns when a figure is: as its column says, or its row.
pub(super) fn when(plan: &Plan, year: Option<i32>, own: &When) -> When {
    match plan.period {
        Some(ColumnPeriod::Fixed(period)) => When::of(period),
        Some(ColumnPeriod::Month(number)) => {
            let month = year.and_then(|year| Month::new(year, number));
            month.map(|month| When::of(TablePeriod::Month(month))).unwrap_or_default()
        }
        None => own.clone(),
    }
}
