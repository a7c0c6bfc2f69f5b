//! The rows below the header, one after another.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answer::{
    ColumnUse, Entry, Figures, Recognised, RecognisedBy, RecognisedColumn, SkipReason, SkippedRow, Table,
};
use super::cell::{Cell, Grid, size};
use super::check::{Sums, both, check_published, check_sex, printed};
use super::counts::{Counts, Found};
use super::header::{self, Header};
use super::meaning::{Meaning, Reading, is_figure};
use super::parts::ColumnPeriod;
use super::period::{self, Told};
use super::place::{Keys, when};
use super::plan::{Plan, Slot};
use super::request::{ColumnRole, Sex, TablePeriod, TableRequest};
use super::titles::{Titles, report_period};
use super::villages::Villages;
use super::words::{TotalWord, fold_header, total_word};
use crate::indicator::{Catalogue, Multiplier};
use crate::json::Reader;
use crate::problem::{Location, Problem, ProblemCode};

/// The rows while they are read.
pub(super) struct Body<'a> {
    pub(super) grid: &'a Grid,
    header: &'a Header,
    pub(super) reading: &'a Reading<'a>,
    pub(super) titles: &'a Titles,
    plans: &'a [Plan],
    multipliers: Vec<Multiplier>,
    /// The denominators that have L and P, each once, so that a difference is told once.
    denominators: Vec<Slot>,
    by_sex: bool,
    pub(super) keys: Keys,
    /// The columns with counts.
    count_columns: Vec<usize>,
    pub(super) villages: Option<Villages<'a>>,
    counts: Counts,
    pub(super) texts: BTreeMap<String, Arc<str>>,
    sums: Sums,
    pub(super) figures: Figures,
    skipped: Vec<SkippedRow>,
    /// The figures without a period, and the row of the first.
    without_period: (usize, usize),
    /// The period of a row of its own between the rows: `FEBRUARI`.
    pub(super) section: Option<TablePeriod>,
    pub(super) last_area: Option<usize>,
    pub(super) last_puskesmas: Option<Arc<str>>,
    is_after_total: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(
        request: &'a TableRequest,
        header: &'a Header,
        reading: &'a Reading<'a>,
        titles: &'a Titles,
        plans: &'a [Plan],
        catalogue: &Catalogue,
    ) -> Self {
        let columns = reading.columns.len();
        let is_count = |meaning: &Meaning| {
            is_figure(meaning.role) && meaning.role != ColumnRole::Percentage
                || meaning.uses.iter().any(|(_, role)| *role != ColumnRole::Percentage)
        };
        let count_columns: Vec<usize> = reading
            .columns
            .iter()
            .enumerate()
            .filter(|(_, meaning)| is_count(meaning))
            .map(|(column, _)| column)
            .collect();
        let multiplier =
            |plan: &Plan| catalogue.get(plan.indicator).map_or(Multiplier::PER_CENT, |known| known.multiplier);
        Self {
            grid: &request.rows,
            header,
            reading,
            titles,
            plans,
            multipliers: plans.iter().map(multiplier).collect(),
            denominators: distinct_denominators(plans),
            by_sex: request.by_sex,
            keys: Keys::of(&reading.columns),
            count_columns,
            villages: request.working_area.as_ref().map(Villages::new),
            counts: Counts::new(request, reading.style),
            texts: BTreeMap::new(),
            sums: Sums::new(columns),
            figures: Figures::default(),
            skipped: Vec::new(),
            without_period: (0, 0),
            section: None,
            last_area: None,
            last_puskesmas: titles.puskesmas.clone(),
            is_after_total: false,
        }
    }

    /// Reads the rows below the header.
    pub(super) fn read_rows(&mut self, reader: &mut Reader) {
        let mut counts: Vec<Option<i64>> = vec![None; self.reading.columns.len()];
        for row in self.header.last + 1..self.header.body {
            self.skipped.push(SkippedRow::new(row, SkipReason::Numbering));
        }
        for row in self.header.body..self.grid.rows().len() {
            let filled = self.grid.filled(row).take(2).count();
            if filled == 0 {
                continue;
            }
            if let Some(reason) = self.reason_to_skip(row, filled, reader) {
                self.skipped.push(SkippedRow::new(row, reason));
                continue;
            }
            self.read_row(row, &mut counts, reader);
        }
    }

    /// Returns why a row is no row of figures; a total is compared on the way.
    fn reason_to_skip(&mut self, row: usize, filled: usize, reader: &mut Reader) -> Option<SkipReason> {
        if self.header.is_repeated(self.grid, row) {
            return Some(SkipReason::Header);
        }
        if header::is_numbering(self.grid, row) {
            return Some(SkipReason::Numbering);
        }
        if let Some(total) = self.total(row) {
            if total == TotalWord::Mean {
                return Some(SkipReason::Mean);
            }
            for column in self.count_columns.clone() {
                if let Found::Count(stated) = self.counts.found(self.grid.cell(row, column)) {
                    self.sums.check(row, column, stated, reader);
                }
            }
            self.sums.begin();
            self.is_after_total = true;
            return Some(SkipReason::Total);
        }
        let has_figures = self.count_columns.iter().any(|column| !self.grid.cell(row, *column).is_empty());
        if filled == 1 && !has_figures {
            let (column, cell) = self.grid.filled(row).next()?;
            let told = if self.keys.period.is_none() { period::in_title(cell, self.titles.year) } else { None };
            match told {
                Some(Told::Period(period)) => self.section = Some(period),
                Some(_) => report_period(cell, row, column, reader),
                None if self.is_silent_place(row, column, cell) => return None,
                None => {}
            }
            return Some(SkipReason::Note);
        }
        let has_place = self.keys.area().is_some_and(|column| !self.grid.cell(row, column).is_empty());
        (!has_figures && (!has_place || self.is_after_total)).then_some(SkipReason::Note)
    }

    /// Returns whether a name alone in its row is a place that reported nothing: a village of the working area, or a name
    /// among the rows of others.
    fn is_silent_place(&self, row: usize, column: usize, cell: &Cell) -> bool {
        if self.is_after_total || self.keys.area() != Some(column) {
            return false;
        }
        let Some(villages) = &self.villages else { return self.grid.filled(row + 1).nth(1).is_some() };
        cell.as_text().is_some_and(|text| villages.has(text))
    }

    /// Returns what a row says when it is no row of a place: `Jumlah` among its places, or in its first cell.
    fn total(&self, row: usize) -> Option<TotalWord> {
        let first = self.grid.filled(row).next().map(|(column, _)| column);
        let area = self.keys.area();
        let keys = [first, self.keys.district, self.keys.subdistrict, self.keys.puskesmas, self.keys.village, area];
        keys.into_iter().flatten().find_map(|column| {
            let is_place = self.reading.columns.get(column).is_some_and(|meaning| {
                !is_figure(meaning.role) && !matches!(meaning.role, ColumnRole::Period | ColumnRole::Year)
            });
            let text = self.grid.cell(row, column).as_text().filter(|text| is_place && text.len() <= 100)?;
            if self.villages.as_ref().is_some_and(|villages| villages.has(text)) {
                return None;
            }
            let folded = fold_header(text);
            let word = total_word(&folded);
            // Among villages the Puskesmas itself is the whole.
            let is_whole = || self.keys.village == Some(column) && folded.starts_with("puskesmas ");
            word.or_else(|| is_whole().then_some(TotalWord::Whole))
        })
    }

    fn read_row(&mut self, row: usize, counts: &mut [Option<i64>], reader: &mut Reader) {
        let mut has_figures = false;
        for index in 0..self.count_columns.len() {
            let Some(column) = self.count_columns.get(index).copied() else { break };
            let count = self.counts.count(self.grid.cell(row, column), row, column, reader);
            has_figures |= count.is_some();
            if let (Some(place), Some(number)) = (counts.get_mut(column), Some(count)) {
                *place = number;
            }
            if let Some(count) = count {
                self.is_after_total = false;
                self.sums.add(column, count);
            }
        }
        let place = self.place(row, has_figures, reader);
        self.figures.places.push(place);
        let place = self.figures.places.len() - 1;
        let year = self.year(row);
        let (own, is_open) = self.own_period(row, year, reader);
        for (plan, multiplier) in self.plans.iter().zip(&self.multipliers) {
            check_sex(&plan.numerator, counts, row, reader);
            let numerator = both(&plan.numerator, counts);
            let denominator = both(&plan.denominator, counts);
            let mut published = None;
            if let Some(column) = plan.published.both {
                let cell = self.grid.cell(row, column);
                published = printed(cell, self.reading.style);
                if let (Some(figure), Some(numerator), Some(denominator)) = (published, numerator, denominator) {
                    let at = (row, column);
                    let checked = check_published(cell, figure, (numerator, denominator), *multiplier, at, reader);
                    published = Some(checked);
                }
            }
            let when = when(plan, year, &own);
            if when.text.is_none() || (is_open && plan.period.is_none()) {
                if self.without_period.0 == 0 {
                    self.without_period.1 = row;
                }
                self.without_period.0 += 1;
            }
            let entry = Entry {
                place,
                indicator: plan.indicator,
                when,
                sex: None,
                numerator,
                denominator,
                published,
                numerator_column: plan.numerator.first(),
                denominator_column: plan.denominator.first(),
            };
            if self.by_sex {
                for sex in [Sex::Male, Sex::Female] {
                    if let Some(figure) = of_sex(&entry, plan, sex, counts) {
                        self.figures.entries.push(figure);
                    }
                }
            }
            self.figures.entries.push(entry);
        }
        for denominator in &self.denominators {
            check_sex(denominator, counts, row, reader);
        }
    }

    /// Tells what is left to tell.
    pub(super) fn finish(self, reader: &mut Reader) -> Table {
        self.sums.finish(reader);
        let missing = self.counts.finish(self.grid, reader);
        let (count, row) = self.without_period;
        if count > 0 {
            let problem =
                Problem::new(ProblemCode::TablePeriodMissing).with("count", size(count)).with("row", row_number(row));
            reader.report(&Location::ROOT.key("rows").index(row), problem);
        }
        let mut recognised = Recognised::new(self.reading.layout);
        recognised.header_rows = (self.header.first..=self.header.last).collect();
        recognised.columns = self.reading.columns.iter().enumerate().map(recognised_column).collect();
        recognised.period = self.titles.period;
        recognised.puskesmas = self.titles.puskesmas.as_deref().map(str::to_owned);
        recognised.numbers = self.reading.style;
        recognised.skipped = self.titles.skipped.iter().copied().chain(self.skipped).collect();
        recognised.missing = missing;
        Table { figures: self.figures, recognised }
    }
}

/// The number that a spreadsheet gives a row.
pub(super) fn row_number(row: usize) -> crate::problem::Param {
    crate::problem::Param::Number(i64::try_from(row + 1).unwrap_or(i64::MAX))
}

/// Returns the figure of one sex, where the sheet has it.
fn of_sex(entry: &Entry, plan: &Plan, sex: Sex, counts: &[Option<i64>]) -> Option<Entry> {
    let column = |slot: &Slot| if sex == Sex::Male { slot.male } else { slot.female };
    let numerator_column = column(&plan.numerator)?;
    let denominator_column = column(&plan.denominator);
    let count = |column: usize| counts.get(column).copied().flatten();
    Some(Entry {
        sex: Some(sex),
        numerator: count(numerator_column),
        denominator: denominator_column.and_then(count),
        published: None,
        numerator_column: Some(numerator_column),
        denominator_column,
        ..entry.clone()
    })
}

fn distinct_denominators(plans: &[Plan]) -> Vec<Slot> {
    let mut distinct: Vec<Slot> = Vec::new();
    for plan in plans {
        let is_group = plan.denominator.male.is_some() && plan.denominator.female.is_some();
        if is_group && !distinct.contains(&plan.denominator) {
            distinct.push(plan.denominator.clone());
        }
    }
    distinct
}

fn recognised_column((column, meaning): (usize, &Meaning)) -> RecognisedColumn {
    let mut recognised = RecognisedColumn::new(column, meaning.header.clone());
    recognised.role = meaning.uses.first().map_or(meaning.role, |(_, role)| *role);
    recognised.uses = meaning.uses.iter().map(|(indicator, role)| ColumnUse::new(*indicator, *role)).collect();
    recognised.sex = meaning.sex;
    recognised.period = meaning.period.map(|period| match period {
        ColumnPeriod::Fixed(period) => period.to_string(),
        ColumnPeriod::Month(number) => format!("--{number:02}"),
    });
    recognised.by = if meaning.candidates.is_empty() { meaning.by } else { RecognisedBy::Nothing };
    recognised
}
