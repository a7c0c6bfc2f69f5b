//! Which columns make which figures.

use std::collections::BTreeMap;

use super::cell::column_letters;
use super::meaning::Meaning;
use super::parts::ColumnPeriod;
use super::request::{ColumnRole, Sex};
use crate::indicator::{Catalogue, IndicatorCode};

/// The columns of one side of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) both: Option<usize>,
    pub(super) male: Option<usize>,
    pub(super) female: Option<usize>,
    /// Columns that add up.
    pub(super) parts: Vec<usize>,
}

impl Slot {
    pub(super) const fn is_empty(&self) -> bool {
        self.both.is_none() && self.male.is_none() && self.female.is_none() && self.parts.is_empty()
    }

    fn place(&mut self, sex: Option<Sex>) -> &mut Option<usize> {
        match sex {
            Some(Sex::Male) => &mut self.male,
            Some(Sex::Female) => &mut self.female,
            Some(Sex::Both) | None => &mut self.both,
        }
    }

    /// The column by which the side is found again: that of both, or the first that is added.
    pub(super) fn first(&self) -> Option<usize> {
        self.both.or(self.male).or(self.female).or_else(|| self.parts.first().copied())
    }

    /// Every column.
    fn columns(&self) -> impl Iterator<Item = usize> {
        [self.both, self.male, self.female].into_iter().flatten().chain(self.parts.iter().copied())
    }
}

/// The columns of the figures of one indicator and one period.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) indicator: IndicatorCode,
    pub(super) period: Option<ColumnPeriod>,
    pub(super) numerator: Slot,
    pub(super) denominator: Slot,
    pub(super) published: Slot,
}

/// Puts the columns together. A column that says the same as an earlier one, or whose numerators are unknown, is left out: it
/// is given its candidates.
pub(super) fn plans(columns: &mut [Meaning], catalogue: &Catalogue) -> Vec<Plan> {
    drop_doubles(columns);
    let mut places: BTreeMap<(IndicatorCode, Option<ColumnPeriod>), usize> = BTreeMap::new();
    let mut plans: Vec<Plan> = Vec::new();
    for (column, meaning) in columns.iter().enumerate() {
        for (indicator, role) in &meaning.uses {
            let key = (*indicator, meaning.period);
            let place = *places.entry(key).or_insert_with(|| {
                plans.push(Plan {
                    indicator: *indicator,
                    period: meaning.period,
                    numerator: Slot::default(),
                    denominator: Slot::default(),
                    published: Slot::default(),
                });
                plans.len() - 1
            });
            let Some(plan) = plans.get_mut(place) else { continue };
            match role {
                ColumnRole::Numerator => *plan.numerator.place(meaning.sex) = Some(column),
                ColumnRole::Denominator => *plan.denominator.place(meaning.sex) = Some(column),
                ColumnRole::Percentage => *plan.published.place(meaning.sex) = Some(column),
                ColumnRole::NumeratorPart => plan.numerator.parts.push(column),
                ColumnRole::DenominatorPart => plan.denominator.parts.push(column),
                _ => {}
            }
        }
    }
    let of_every_period: BTreeMap<IndicatorCode, Slot> = plans
        .iter()
        .filter(|plan| plan.period.is_none() && !plan.denominator.is_empty())
        .map(|plan| (plan.indicator, plan.denominator.clone()))
        .collect();
    for plan in &mut plans {
        if plan.denominator.is_empty()
            && let Some(denominator) = of_every_period.get(&plan.indicator)
        {
            plan.denominator = denominator.clone();
        }
    }
    // A denominator serves the numerators that there are; in a sheet of nothing but denominators that the request names
    // it is a figure of its own.
    if plans.iter().any(|plan| !plan.numerator.is_empty()) {
        plans.retain(|plan| !plan.numerator.is_empty());
    } else {
        let is_asked = |meaning: &Meaning| meaning.by == super::RecognisedBy::Request;
        let asked = |column: usize| columns.get(column).is_some_and(is_asked);
        plans.retain(|plan| !plan.denominator.is_empty() && plan.denominator.columns().all(asked));
    }
    share(columns, &mut plans, catalogue);
    plans
}

/// What a column says: of which indicator, when, what, and of whom.
type Said = (IndicatorCode, Option<ColumnPeriod>, ColumnRole, Option<Sex>);

/// Leaves out every column that has the same figure as another one.
fn drop_doubles(columns: &mut [Meaning]) {
    let mut owners: BTreeMap<Said, Vec<usize>> = BTreeMap::new();
    for (column, meaning) in columns.iter().enumerate() {
        for (indicator, role) in &meaning.uses {
            if !matches!(role, ColumnRole::NumeratorPart | ColumnRole::DenominatorPart) {
                let sex = meaning.sex.filter(|sex| *sex != Sex::Both);
                owners.entry((*indicator, meaning.period, *role, sex)).or_default().push(column);
            }
        }
    }
    for ((indicator, _, role, _), owners) in owners {
        if let [_, _, ..] = owners.as_slice() {
            let candidates: Vec<String> = owners
                .iter()
                .take(10)
                .map(|column| format!("{} = {indicator} {role}", column_letters(*column)))
                .collect();
            for column in owners {
                if let Some(meaning) = columns.get_mut(column) {
                    meaning.leave_out(candidates.clone());
                }
            }
        }
    }
}

/// Gives a denominator that names no indicator to every numerator that has none, where they all count the same people.
fn share(columns: &mut [Meaning], plans: &mut [Plan], catalogue: &Catalogue) {
    let shared: Vec<usize> =
        columns.iter().enumerate().filter(|(_, meaning)| meaning.shared.is_some()).map(|(column, _)| column).collect();
    let mut slots: BTreeMap<Option<ColumnPeriod>, Slot> = BTreeMap::new();
    let mut doubles = Vec::new();
    for column in &shared {
        let Some(meaning) = columns.get(*column) else { continue };
        let place = slots.entry(meaning.period).or_default().place(meaning.sex);
        if place.is_some() {
            doubles.push(*column);
        } else {
            *place = Some(*column);
        }
    }
    let needy: Vec<IndicatorCode> =
        plans.iter().filter(|plan| plan.denominator.is_empty()).map(|plan| plan.indicator).collect();
    let words = |code: &IndicatorCode| catalogue.get(*code).map(|definition| definition.denominator_text.as_str());
    let are_same = needy.iter().all(|code| words(code).is_some() && words(code) == needy.first().and_then(words));
    let is_asked = shared.iter().all(|column| columns.get(*column).is_some_and(|meaning| meaning.shared == Some(true)));
    if !doubles.is_empty() || !(are_same || is_asked) {
        let mut candidates: Vec<String> =
            needy.iter().map(|code| format!("{code} {}", ColumnRole::Denominator)).collect();
        candidates.dedup();
        candidates.truncate(10);
        if candidates.is_empty() {
            candidates.extend(shared.iter().take(10).map(|column| column_letters(*column)));
        }
        for column in shared {
            if let Some(meaning) = columns.get_mut(column) {
                meaning.leave_out(candidates.clone());
            }
        }
        return;
    }
    for plan in plans.iter_mut().filter(|plan| plan.denominator.is_empty()) {
        if let Some(slot) = slots.get(&plan.period).or_else(|| slots.get(&None)) {
            plan.denominator = slot.clone();
        }
    }
}
