//! A random table with everything that the engine is asked about it.

use chrono::Datelike;
use lokmin_core::Month;
use lokmin_core::assess::columns::{MISSING, SpanKind};
use lokmin_core::assess::{AssessPolicy, Policy, ReportedAs, Status};
use lokmin_core::forum::WorkingArea;
use lokmin_core::indicator::{Catalogue, LowestLevel, Targets};
use lokmin_core::region::Level;
use serde_json::json;

use super::catalogue::{UNKNOWN, catalogue, targets};
use super::figures::Figures;
use super::random::Random;

/// One row, by the places of its area and the word of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub area: Option<usize>,
    pub word: Option<usize>,
    /// The month, or the last month of the quarter.
    pub month: Option<Month>,
    pub numerator: i64,
    pub denominator: i64,
}

/// What areas are ranked in and added up to.
#[derive(Clone, Debug)]
pub(crate) enum OwnParents {
    None,
    Region(Level),
    Map(Vec<(String, String)>),
    WorkingAreas(Vec<WorkingArea>),
}

/// What is asked, and of which rows.
#[derive(Debug)]
pub(crate) struct Case {
    pub catalogue: Catalogue,
    pub targets: Option<Targets>,
    pub spans: SpanKind,
    pub parents: OwnParents,
    pub level: Option<LowestLevel>,
    pub reported_as: Option<ReportedAs>,
    pub policy: Policy,
    /// The same as a document.
    pub given_policy: AssessPolicy,
    pub threads: usize,
    pub are_quarters: bool,
    pub areas: Vec<String>,
    /// Codes, aliases, and words that no catalogue knows.
    pub words: Vec<String>,
    pub rows: Vec<Row>,
}

/// How large a table is to be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub areas: usize,
    pub indicators: usize,
    /// Of 100 places that a row could have, how many do.
    pub fill: u64,
    /// Whether all areas have one parent.
    pub is_one_parent: bool,
}

impl Size {
    /// Returns a small table: some thousand rows.
    pub(crate) fn small(random: &mut Random) -> Self {
        Self {
            areas: random.pick(&[1, 5, 20, 20, 60, 90]),
            indicators: 1 + random.below(6),
            fill: random.pick(&[100, 100, 97, 90, 60, 20, 3]),
            is_one_parent: random.chance(20),
        }
    }
}

impl Case {
    pub(crate) fn new(seed: u64, size: impl FnOnce(&mut Random) -> Size) -> Self {
        let random = &mut Random::new(seed);
        let size = size(random);
        let catalogue = catalogue(size.indicators, random);
        let areas = areas(size.areas, random);
        let codes: Vec<String> = (0..size.indicators).map(|number| format!("I{number}")).collect();
        let years: &[i32] = match random.below(100) {
            // Slow: every day between them has a place.
            0 => &[1, 9999],
            1..10 => &[1, 2],
            10..30 => &[2021, 2023, 2024],
            30..50 => &[2024, 2025],
            _ => &[2025],
        };
        let parents = parents(&areas, size.is_one_parent, random);
        let all: Vec<String> = codes.iter().cloned().chain([UNKNOWN.to_owned()]).collect();
        let all_areas = areas.iter().cloned().chain(above());
        let with_targets: Vec<String> = all_areas.filter(|area| is_target_area(area)).collect();
        let targets = if random.chance(80) { Some(targets(&all, &with_targets, years, random)) } else { None };
        let mut words: Vec<String> = all;
        words.extend(codes.iter().map(|code| format!("ALIAS  of {code}")));
        words.extend(["kata lain", "IBL", "  "].map(str::to_owned));
        let are_quarters = random.chance(25);
        let spans = random.pick(&[SpanKind::YearToDate, SpanKind::YearToDate, SpanKind::Quarter, SpanKind::Month]);
        let given_policy = policy(random);
        let mut case = Self {
            catalogue,
            targets,
            spans: if are_quarters && spans == SpanKind::Month { SpanKind::Quarter } else { spans },
            parents,
            level: random.pick(&[None, None, Some(LowestLevel::Village), Some(LowestLevel::District)]),
            reported_as: random.pick(&[None, None, None, Some(ReportedAs::Monthly), Some(ReportedAs::ToDate)]),
            policy: given_policy.fill(),
            given_policy,
            threads: 1 + random.below(2),
            are_quarters,
            areas,
            words,
            rows: Vec::new(),
        };
        case.fill(size, years, random);
        case.order(random);
        case
    }

    fn fill(&mut self, size: Size, years: &[i32], random: &mut Random) {
        let step = if self.are_quarters { 3 } else { 1 };
        let first = Month::new(years[0], step * (1 + random.below(12 / step as usize) as u32)).expect("a month");
        let last = Month::new(years[years.len() - 1], 12 - step * random.below(4) as u32).expect("a month");
        let months: Vec<Month> = years
            .iter()
            .flat_map(|year| (1..=12 / step).filter_map(|number| Month::new(*year, number * step)))
            .filter(|month| (first.min(last)..=last).contains(month))
            .collect();
        let is_clean = random.chance(30);
        let has_repeats = random.chance(50);
        let has_lost = random.chance(40);
        for area in 0..self.areas.len() {
            // Now and then an indicator that the catalogue does not know.
            let indicators = size.indicators + usize::from(random.chance(5));
            for indicator in 0..indicators {
                let mut figures = Figures::new(is_clean, random);
                for month in &months {
                    let (numerator, denominator) = figures.next(random);
                    if !random.chance(size.fill) {
                        continue;
                    }
                    let is_alias = indicator < size.indicators && has_lost && random.chance(5);
                    let word = if is_alias { size.indicators + 1 + indicator } else { indicator };
                    let (area, word, month) = (Some(area), Some(word), Some(*month));
                    let row = Row { area, word, month, numerator, denominator };
                    self.rows.push(row);
                    while has_repeats && random.chance(4) {
                        self.rows.push(repeated(row, random));
                    }
                }
            }
        }
        for row in &mut self.rows {
            if has_lost && random.chance(1) {
                match random.below(5) {
                    0 => row.area = None,
                    1 => row.word = None,
                    2 => row.month = None,
                    _ => row.word = Some(self.words.len() - 1 - random.below(3)),
                }
            }
        }
    }

    fn order(&mut self, random: &mut Random) {
        let code = |row: &Row| {
            let word = row.word.map(|word| self.words[word].as_str())?;
            Some(word.strip_prefix("ALIAS  of ").unwrap_or(word))
        };
        let key = |row: &Row| (row.area.map(|area| &self.areas[area]), code(row), row.month);
        match random.below(5) {
            0 | 1 => random.shuffle(&mut self.rows),
            2 => self.rows.sort_by_key(|row| row.month),
            // In order but for one row.
            3 if !self.rows.is_empty() => {
                let mut rows = std::mem::take(&mut self.rows);
                rows.sort_by(|a, b| key(a).cmp(&key(b)));
                let last = rows.len() - 1;
                rows.swap(random.below(last + 1), last);
                self.rows = rows;
            }
            _ => {
                let mut rows = std::mem::take(&mut self.rows);
                rows.sort_by(|a, b| key(a).cmp(&key(b)));
                self.rows = rows;
            }
        }
    }
}

/// A row of the same month, with the same figures or others.
fn repeated(row: Row, random: &mut Random) -> Row {
    match random.below(4) {
        0 | 1 => row,
        2 => Row { numerator: random.within(0, 9), ..row },
        _ => Row { denominator: random.pick(&[MISSING, 10, -5, row.denominator]), numerator: MISSING, ..row },
    }
}

fn policy(random: &mut Random) -> AssessPolicy {
    let document = json!({
        "steady_above": random.pick(Status::ALL).as_str(),
        "steady_below": random.pick(Status::ALL).as_str(),
        "withhold_provisional": random.chance(30),
        "accept_unsure": random.chance(50),
        "carry_forward": random.chance(50),
        "accept_survey": random.chance(50),
        "small_denominator": random.pick(&[10, 10, 0, 57, 1_000]),
        "duplicates": if random.chance(40) { "sum" } else { "refuse" },
        "outlier_z": random.pick(&["3.5", "1", "0.5"]),
        "outlier_z_from": random.pick(&[8, 8, 3]),
        "outlier_sd": random.pick(&[3, 1]),
        "outlier_sd_from": random.pick(&[20, 5]),
    });
    AssessPolicy::from_json(&document.to_string()).into_result().expect("the policy is sound")
}

/// The regions above those of the tables.
fn above() -> Vec<String> {
    ["15", "15.04", "15.04.01", "15.04.02", "15.05", "puskesmas:P1", "puskesmas:P2"].map(str::to_owned).to_vec()
}

fn is_target_area(area: &str) -> bool {
    area.parse::<lokmin_core::indicator::TargetArea>().is_ok()
}

/// Villages of two districts, and areas that are no villages.
fn areas(count: usize, random: &mut Random) -> Vec<String> {
    let mut areas: Vec<String> = (0..count)
        .map(|number| match number % 23 {
            7 => format!("Desa {number} é"),
            11 => random.pick(&["15.04.01", "15.04", "15", "15.05.03"]).to_owned(),
            13 => format!("puskesmas:P{number}"),
            _ => format!("15.{:02}.{:02}.{}", 4 + number % 2, 1 + number / 2 % 9, 1001 + number / 18),
        })
        .collect();
    areas.sort_unstable();
    areas.dedup();
    random.shuffle(&mut areas);
    areas
}

fn parents(areas: &[String], is_one: bool, random: &mut Random) -> OwnParents {
    if is_one {
        return OwnParents::Map(areas.iter().map(|area| (area.clone(), "P".to_owned())).collect());
    }
    match random.below(6) {
        0 => OwnParents::None,
        1 | 2 => {
            OwnParents::Region(random.pick(&[Level::Subdistrict, Level::Subdistrict, Level::District, Level::Province]))
        }
        3 => {
            let villages = |wanted: usize| -> Vec<_> {
                let own =
                    areas.iter().skip(wanted).step_by(3).filter(|area| area.starts_with("15.") && area.len() == 13);
                own.map(|code| json!({"code": code, "name": code})).collect()
            };
            let area = |number: usize| {
                let document = json!({"schema": "lokmin.working_area/1", "year": 2025, "villages": villages(number),
                    "puskesmas": {"name": "Puskesmas", "code": format!("P{number}")}});
                WorkingArea::from_json(&document.to_string()).into_result().expect("the working area is sound")
            };
            OwnParents::WorkingAreas(vec![area(1), area(2)])
        }
        _ => {
            // Areas of one parent lie between those of others; some have none, and some are named twice.
            let names = ["P0", "15.04.01", "puskesmas:P1", "P2", "P3"];
            let count = 1 + random.below(names.len());
            let mut pairs = Vec::new();
            for area in areas {
                for _ in 0..random.pick(&[0, 1, 1, 1, 1, 1, 1, 1, 1, 2]) {
                    pairs.push((area.clone(), names[random.below(count)].to_owned()));
                }
            }
            OwnParents::Map(pairs)
        }
    }
}

/// Returns the days since 1 January 1970 of a day in a month, or in the quarter that it ends.
pub(crate) fn day_in(month: Month, are_quarters: bool, random: &mut Random) -> i32 {
    let first = if are_quarters { month.quarter().first_month() } else { month };
    let (first, last) = (first.first_day().num_days_from_ce(), month.last_day().num_days_from_ce());
    random.within(first.into(), last.into()) as i32 - 719_163
}
