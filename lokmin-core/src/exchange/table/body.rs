//! The rows below the header, one after another.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::answer::{
    ColumnUse, Entry, Figures, MarkedMissing, Place, Recognised, RecognisedBy, RecognisedColumn, SkipReason,
    SkippedRow, Table, When,
};
use super::cell::{Cell, Grid, at_cell, column_letters, size, whole};
use super::check::{Sums, both, check_published, check_sex, printed};
use super::header::{self, Header};
use super::layout::Layout;
use super::meaning::{ColumnPeriod, Meaning, Reading, is_figure};
use super::number::{self, Shape};
use super::period::{self, Told};
use super::personal::personal_columns;
use super::plan::{Plan, Slot, plans};
use super::request::{ColumnRole, MISSING, Sex, TablePeriod, TableRequest};
use super::villages::Villages;
use super::words::{TotalWord, fold_header, total_word};
use crate::calendar::Month;
use crate::indicator::{Catalogue, Multiplier};
use crate::json::{Count, Reader, Year};
use crate::problem::{Location, Problem, ProblemCode};
use crate::region::{RegionCode, System, check_village, parse_region};

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

/// What stands above the header.
struct Titles {
    /// The year of months without one.
    year: Option<i32>,
    /// When the figures are, where no column and no row says it.
    period: Option<TablePeriod>,
    /// The cell that says so.
    said_at: Option<(usize, usize)>,
    puskesmas: Option<Arc<str>>,
    skipped: Vec<SkippedRow>,
}

impl Titles {
    fn read(request: &TableRequest, header: &Header, reader: &mut Reader) -> Self {
        let grid = &request.rows;
        let asked_year = request.year.or(match request.period {
            Some(TablePeriod::Year(year)) => Some(year),
            _ => None,
        });
        let mut titles = Self {
            year: asked_year.map(|year| year.get()),
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
    fn refuse_cumulative(&mut self, request: &TableRequest, layout: Option<&Layout>, reader: &mut Reader) {
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

fn report_period(cell: &Cell, row: usize, column: usize, reader: &mut Reader) {
    let problem = Problem::new(ProblemCode::TablePeriodUnclear).with("found", cell.written());
    reader.report(&Location::ROOT, at_cell(problem, row, column));
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

/// The columns that say where and when a row is.
#[derive(Debug, Default)]
struct Keys {
    village: Option<usize>,
    code: Option<usize>,
    posyandu: Option<usize>,
    puskesmas: Option<usize>,
    subdistrict: Option<usize>,
    district: Option<usize>,
    period: Option<usize>,
    year: Option<usize>,
}

impl Keys {
    fn of(columns: &[Meaning]) -> Self {
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
    fn area(&self) -> Option<usize> {
        self.village.or(self.code).or(self.posyandu).or(self.puskesmas).or(self.subdistrict).or(self.district)
    }
}

/// What a cell of a column with figures has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    /// A mark for "missing", by its place in the list.
    Missing(usize),
    Count(i64),
    Ambiguous,
    Wrong,
}

struct Body<'a> {
    grid: &'a Grid,
    header: &'a Header,
    reading: &'a Reading<'a>,
    titles: &'a Titles,
    plans: &'a [Plan],
    multipliers: Vec<Multiplier>,
    /// The denominators that have L and P, each once, so that a difference is told once.
    denominators: Vec<Slot>,
    by_sex: bool,
    keys: Keys,
    /// The columns with counts.
    count_columns: Vec<usize>,
    villages: Option<Villages<'a>>,
    marks: Vec<(String, Option<i64>)>,
    /// For each mark how often it was found, and where first.
    marked: Vec<(usize, (usize, usize))>,
    texts: BTreeMap<String, Arc<str>>,
    sums: Sums,
    figures: Figures,
    skipped: Vec<SkippedRow>,
    /// The figures without a period, and the row of the first.
    without_period: (usize, usize),
    /// The period of a row of its own between the rows: `FEBRUARI`.
    section: Option<TablePeriod>,
    last_area: Option<usize>,
    last_puskesmas: Option<Arc<str>>,
    is_after_total: bool,
}

impl<'a> Body<'a> {
    fn new(
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
        let marks: Vec<String> = match &request.missing {
            Some(marks) => marks.iter().map(|mark| mark.trim().to_lowercase()).collect(),
            None => MISSING.iter().map(|mark| mark.to_lowercase()).collect(),
        };
        let marks: Vec<(String, Option<i64>)> = marks
            .into_iter()
            .map(|mark| {
                let number = mark.parse().ok();
                (mark, number)
            })
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
            marked: vec![(0, (0, 0)); marks.len()],
            marks,
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

    fn read_rows(&mut self, reader: &mut Reader) {
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
                if let Found::Count(stated) = self.found(self.grid.cell(row, column)) {
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
            let count = self.count(row, column, reader);
            has_figures |= count.is_some();
            if let (Some(place), Some(number)) = (counts.get_mut(column), Some(count)) {
                *place = number;
            }
            if let Some(count) = count {
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
            let when = self.when(plan, year, &own);
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

    /// Reads a cell of a column with counts, and tells what is wrong with it.
    fn count(&mut self, row: usize, column: usize, reader: &mut Reader) -> Option<i64> {
        let cell = self.grid.cell(row, column);
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

    fn found(&self, cell: &Cell) -> Found {
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
        match number::read(text, self.reading.style) {
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

    /// Says where a row is.
    fn place(&mut self, row: usize, has_figures: bool, reader: &mut Reader) -> Place {
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

    fn year(&self, row: usize) -> Option<i32> {
        let told = self.keys.year.and_then(|column| period::in_cell(self.grid.cell(row, column), None));
        match told {
            Some(Told::Period(TablePeriod::Year(year))) => Some(year.get()),
            _ => self.titles.year,
        }
    }

    /// Returns when a row is, by its own cells, and whether only the year is missing.
    fn own_period(&mut self, row: usize, year: Option<i32>, reader: &mut Reader) -> (When, bool) {
        let told = self.keys.period.map(|column| (column, period::in_cell(self.grid.cell(row, column), year)));
        match told {
            Some((column, Some(told))) => {
                let cell = self.grid.cell(row, column);
                let period = match told {
                    Told::Period(period) => Some(period),
                    Told::Month(_) | Told::Quarter | Told::Unclear => None,
                };
                let is_to_date = matches!(period, Some(TablePeriod::Quarter(_))) && self.has_cumulative_quarters();
                if told == Told::Unclear || is_to_date {
                    report_period(cell, row, column, reader);
                }
                match period.filter(|_| !is_to_date) {
                    Some(period) => (self.of(period), false),
                    None => {
                        let when = When { period: None, text: Some(self.text(&cell.written())) };
                        (when, matches!(told, Told::Month(_) | Told::Quarter))
                    }
                }
            }
            Some((_, None)) | None => {
                let own_year = self.keys.year.is_some().then_some(year).flatten();
                let own_year = own_year.and_then(Year::new);
                let period = self.section.or(own_year.map(TablePeriod::Year)).or(self.titles.period);
                (period.map(|period| self.of(period)).unwrap_or_default(), false)
            }
        }
    }

    /// Whether "TW II" in the sheet means January to June.
    fn has_cumulative_quarters(&self) -> bool {
        self.reading.layout.is_some_and(|layout| layout.cumulative_quarters)
    }

    fn of(&mut self, period: TablePeriod) -> When {
        let text = self.text(&period.to_string());
        When { period: Some(period), text: Some(text) }
    }

    /// Returns when a figure is: as its column says, or its row.
    fn when(&self, plan: &Plan, year: Option<i32>, own: &When) -> When {
        match plan.period {
            Some(ColumnPeriod::Fixed(period)) => When::of(period),
            Some(ColumnPeriod::Month(number)) => {
                let month = year.and_then(|year| Month::new(year, number));
                month.map(|month| When::of(TablePeriod::Month(month))).unwrap_or_default()
            }
            None => own.clone(),
        }
    }

    fn finish(self, reader: &mut Reader) -> Table {
        self.sums.finish(reader);
        let mut missing = Vec::new();
        for ((mark, _), (count, (row, column))) in self.marks.iter().zip(&self.marked) {
            if *count > 0 {
                let written = self.grid.cell(*row, *column).written();
                let problem =
                    Problem::new(ProblemCode::TableMissingMarked).with("found", written).with("count", size(*count));
                reader.report(&Location::ROOT, at_cell(problem, *row, *column));
                missing.push(MarkedMissing::new(mark.clone(), *count));
            }
        }
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
fn row_number(row: usize) -> crate::problem::Param {
    crate::problem::Param::Number(i64::try_from(row + 1).unwrap_or(i64::MAX))
}

/// Returns a name without the number before it: `1. LUMBIR`.
fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == name.len() { name } else { rest.strip_prefix('.').map_or(name, str::trim_start) }
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
