//! What the rules of one series say about every row of a case, row by row and slowly.

use std::collections::BTreeMap;

use lokmin_core::assess::columns::{MISSING, NO_ROW, NO_TERM, Span, SpanKind};
use lokmin_core::assess::{Flags, Observation, Policy, Rule, Series, Trend, Verdict, View, flags_of};
use lokmin_core::indicator::{Catalogue, Definition, Target, TargetArea, TargetPolicy, Targets};
use lokmin_core::{Month, Quarter, RegionCode, Year};

use super::case::{Case, OwnParents, Row};
use super::catalogue::assumed;
use super::figures::LARGEST;

/// An indicator of the table.
pub(crate) struct Subject {
    pub name: String,
    pub definition: Option<Definition>,
    pub rule: Rule,
    pub is_unknown: bool,
}

/// By month the rows, with their numbers, in the order of the table.
pub(crate) type Months = BTreeMap<Month, Vec<(u32, Row)>>;

/// The rows of a case, sorted out.
pub(crate) struct Table {
    pub areas: Vec<String>,
    /// For each area its parent.
    pub parents: Vec<Option<String>>,
    pub subjects: Vec<Subject>,
    pub spans: Vec<Span>,
    pub years: Vec<i32>,
    /// By area, indicator and month the rows, with their numbers, in the order of the table.
    pub pairs: BTreeMap<(usize, usize), Months>,
    /// The rows without an area, an indicator or a month.
    pub unplaced: Vec<u32>,
}

/// One area and one indicator.
pub(crate) struct Pair<'t> {
    pub area: usize,
    pub indicator: usize,
    pub months: &'t Months,
    pub observations: Vec<Observation>,
    pub series: Series,
}

/// One row of the answer, as the columns have it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Expected {
    pub input_row: u32,
    pub numerator: i64,
    pub denominator: i64,
    pub met: i8,
    pub shortfall: i64,
    pub trend: i8,
    pub status: i8,
    pub months_reported: u8,
    pub flags: u32,
}

impl Table {
    pub(crate) fn of(case: &Case) -> Self {
        let is_area = |area: &usize| !case.areas[*area].trim().is_empty();
        let names: Vec<Option<String>> = case.words.iter().map(|word| name_of(&case.catalogue, word)).collect();
        let name = |row: &Row| row.word.and_then(|word| names[word].as_deref());
        let area = |row: &Row| row.area.filter(is_area).map(|area| case.areas[area].as_str());
        let sorted = |texts: &mut dyn Iterator<Item = &str>| -> Vec<String> {
            let known: std::collections::BTreeSet<&str> = texts.collect();
            known.into_iter().map(str::to_owned).collect()
        };
        let areas = sorted(&mut case.rows.iter().filter_map(area));
        let indicators = sorted(&mut case.rows.iter().filter_map(name));
        let mut table = Self {
            parents: areas.iter().map(|area| parent_of(&case.parents, area)).collect(),
            subjects: indicators.iter().map(|name| subject(case, name)).collect(),
            areas,
            spans: spans(case),
            years: Vec::new(),
            pairs: BTreeMap::new(),
            unplaced: Vec::new(),
        };
        table.years = table.spans.iter().map(|span| span.year()).collect();
        table.years.dedup();
        let place = |known: &[String], text: &str| known.binary_search_by(|known| known.as_str().cmp(text)).ok();
        for (number, row) in (0_u32..).zip(&case.rows) {
            let area = area(row).and_then(|area| place(&table.areas, area));
            let indicator = name(row).and_then(|name| place(&indicators, name));
            match (area, indicator, row.month) {
                (Some(area), Some(indicator), Some(month)) => {
                    table.pairs.entry((area, indicator)).or_default().entry(month).or_default().push((number, *row));
                }
                _ => table.unplaced.push(number),
            }
        }
        table
    }

    /// Returns every area and indicator that has rows.
    pub(crate) fn pairs<'t>(&'t self, policy: &'t Policy) -> impl Iterator<Item = Pair<'t>> {
        self.pairs.iter().map(move |((area, indicator), months)| {
            let observations: Vec<Observation> = months
                .iter()
                .flat_map(|(month, rows)| {
                    rows.iter().map(|(_, row)| {
                        Observation::new(*month, known(row.numerator), known(row.denominator)).expect("known figures")
                    })
                })
                .collect();
            let series = Series::new(&observations, self.subjects[*indicator].rule, policy);
            Pair { area: *area, indicator: *indicator, months, observations, series }
        })
    }
}

impl Pair<'_> {
    /// Whether a row of a span has a figure that nobody can report.
    pub(crate) fn is_too_large(&self, span: Span) -> bool {
        let is_outsized = |figure: i64| figure != MISSING && known(figure).is_none();
        let mut own = own_months(span).filter_map(|month| self.months.get(&month)).flatten();
        own.any(|(_, row)| is_outsized(row.numerator) || is_outsized(row.denominator))
    }

    /// Returns the row of a span, and the figure that it is ranked by.
    pub(crate) fn expected(&self, verdict: &Verdict, span: Span, more: Flags) -> Expected {
        let own = own_months(span).filter_map(|month| self.months.get(&month)).flatten();
        let flags = (verdict.flags | more).with(Flags::TOO_LARGE, self.is_too_large(span));
        Expected {
            input_row: own.map(|(number, _)| *number).min().unwrap_or(NO_ROW),
            numerator: verdict.numerator.unwrap_or(MISSING),
            denominator: verdict.denominator.unwrap_or(MISSING),
            met: verdict.met.map_or(NO_TERM, i8::from),
            shortfall: verdict.shortfall.unwrap_or(MISSING),
            trend: verdict.trend.map_or(NO_TERM, |trend| match trend {
                Trend::Better => 1,
                Trend::Steady => 0,
                _ => -1,
            }),
            status: verdict.status.map_or(NO_TERM, |status| status as i8),
            months_reported: verdict.months_reported as u8,
            flags: flags.bits(),
        }
    }
}

/// A figure that somebody could report.
pub(crate) fn known(figure: i64) -> Option<i64> {
    Some(figure).filter(|figure| figure.unsigned_abs() <= LARGEST.unsigned_abs())
}

/// The months whose rows a span is of: the last one of a year to date.
pub(crate) fn own_months(span: Span) -> impl Iterator<Item = Month> {
    let first = if matches!(span, View::YearToDate(_)) { span.last_month() } else { span.first_month() };
    first.through(span.last_month())
}

/// The spans between the first and the last period, in the years that there are.
fn spans(case: &Case) -> Vec<Span> {
    let months = || case.rows.iter().filter_map(|row| row.month);
    let (Some(first), Some(last)) = (months().min(), months().max()) else { return Vec::new() };
    let years: std::collections::BTreeSet<i32> = months().map(Month::year).collect();
    let mut spans = Vec::new();
    for year in years {
        for number in 1..=12 {
            let month = Month::new(year, number).expect("a month");
            let quarter: Quarter = month.quarter();
            let is_in = (first..=last).contains(&month);
            match case.spans {
                SpanKind::Quarter if number % 3 == 0 && (first.quarter()..=last.quarter()).contains(&quarter) => {
                    spans.push(View::Quarter(quarter));
                }
                SpanKind::YearToDate if is_in && (number % 3 == 0 || !case.are_quarters) => {
                    spans.push(View::YearToDate(month));
                }
                SpanKind::Month if is_in => spans.push(View::Month(month)),
                _ => {}
            }
        }
    }
    spans
}

/// The code of a word that the catalogue knows, else the word; nothing for a word with two meanings.
fn name_of(catalogue: &Catalogue, word: &str) -> Option<String> {
    match catalogue.resolve(word).value() {
        Some(definition) => Some(definition.code.to_string()),
        None => Some(word.to_owned()).filter(|word| !word.trim().is_empty() && word != "IBL"),
    }
}

fn subject(case: &Case, name: &str) -> Subject {
    let known = name.parse().ok().and_then(|code| case.catalogue.get(code));
    let definition = known.cloned().or_else(|| name.parse::<lokmin_core::IndicatorCode>().ok().map(|_| assumed(name)));
    let rule = match (known, &definition) {
        (Some(known), _) => Rule::new(known, case.level, case.reported_as),
        _ => Rule::ASSUMED.reported(case.reported_as),
    };
    let rule = if case.are_quarters { rule.quarterly() } else { rule };
    Subject { name: name.to_owned(), definition, rule, is_unknown: known.is_none() }
}

/// The parent of an area.
fn parent_of(parents: &OwnParents, area: &str) -> Option<String> {
    match parents {
        OwnParents::None => None,
        OwnParents::Region(level) => {
            area.parse::<RegionCode>().ok()?;
            let parts: Vec<&str> = area.split('.').collect();
            let depth = *level as usize + 1;
            (parts.len() > depth).then(|| parts[..depth].join("."))
        }
        OwnParents::Map(pairs) => pairs.iter().find(|(known, _)| known == area).map(|(_, parent)| parent.clone()),
        OwnParents::WorkingAreas(areas) => {
            let has = |known: &&lokmin_core::forum::WorkingArea| {
                known.villages.iter().any(|village| village.code.to_string() == area)
            };
            areas.iter().find(has).map(|known| known.puskesmas.key().to_string())
        }
    }
}

/// The areas that targets of an area are looked for in: itself and its Puskesmas.
pub(crate) fn areas_of_child(case: &Case, area: &str, parent: Option<&str>) -> Vec<TargetArea> {
    let is_puskesmas = matches!(case.parents, OwnParents::WorkingAreas(_));
    let puskesmas = parent.filter(|_| is_puskesmas).map(|parent| format!("puskesmas:{parent}"));
    [Some(area), puskesmas.as_deref()].into_iter().flatten().filter_map(|area| area.parse().ok()).collect()
}

/// The areas that targets of a parent are looked for in: itself, and the region that holds its villages.
pub(crate) fn areas_of_parent(case: &Case, parent: &str) -> Vec<TargetArea> {
    let OwnParents::WorkingAreas(areas) = &case.parents else { return parent.parse().into_iter().collect() };
    let of_parent = |known: &&lokmin_core::forum::WorkingArea| known.puskesmas.key().as_str() == parent;
    let villages = areas.iter().filter(of_parent).flat_map(|area| &area.villages);
    let texts: Vec<String> = villages.map(|village| village.code.to_string()).collect();
    let depth = (0..4).take_while(|depth| {
        let part = |text: &String| text.split('.').nth(*depth).map(str::to_owned);
        texts.iter().all(|text| part(text) == part(&texts[0]))
    });
    let shared: Vec<&str> = texts[0].split('.').take(depth.count().min(3)).collect();
    [format!("puskesmas:{parent}"), shared.join(".")].iter().filter_map(|area| area.parse().ok()).collect()
}

/// What is expected of an area in a year: the target that judges, and what is to be known about it.
pub(crate) fn goal(case: &Case, subject: &Subject, areas: &[TargetArea], year: i32) -> (Option<Target>, Flags) {
    let flags = Flags::NONE.with(Flags::UNKNOWN_INDICATOR, subject.is_unknown);
    let (Some(definition), Some(year)) = (&subject.definition, Year::new(year)) else { return (None, flags) };
    let mut policy = TargetPolicy::STRICT;
    policy.carry_forward = case.policy.carry_forward;
    policy.accept_unsure = case.policy.accept_unsure;
    policy.accept_survey = case.policy.accept_survey;
    let default_targets = Targets::default();
    let targets = case.targets.as_ref().unwrap_or(&default_targets);
    let answer = targets.lookup(definition, areas, year, policy);
    (answer.judging(), flags | flags_of(&answer))
}
