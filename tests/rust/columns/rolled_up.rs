//! Parents against the roll-up of one parent, one indicator and one span.

use std::collections::BTreeMap;

use lokmin_core::assess::columns::{MISSING, NO_TERM, RolledUpColumns};
use lokmin_core::assess::{Bar, Flags, GivenTarget, RollUp, RollUpRequest, Rule, Trend};
use lokmin_core::indicator::{LowestLevel, Target};

use super::batches::with_engine;
use super::case::Case;
use super::compare::{EXACT, is_double};
use super::random::Random;
use super::reference::{Pair, Subject, Table, areas_of_child, areas_of_parent, goal};

const REQUEST: &str = r#"{
    "definition": "K6", "view": {"month": "2025-01"}, "target": {"rate": "1"},
    "children": [
        {"area": "-", "target": {"no_increase": {"rate": "1"}}, "series": [{"month": "2025-01"}]},
        {"area": "-", "target": {"none": "-"}, "series": []}
    ]
}"#;

/// Compares some rows of a roll-up, and returns how many.
pub(crate) fn compare_roll_up(mut case: Case, seed: u64) -> usize {
    let random = &mut Random::new(seed ^ 0x0115);
    // One series knows no quarters, and a roll-up has levels.
    case.are_quarters = false;
    case.level = Some(random.pick(&[LowestLevel::Village, LowestLevel::Village, LowestLevel::District]));
    let level = random.pick(&[LowestLevel::Village, LowestLevel::Puskesmas, LowestLevel::District]);
    let answer = with_engine(&case, seed, |engine, columns| {
        engine.with_parent_level(level).roll_up(columns).expect("the columns fit together")
    });
    let table = Table::of(&case);
    let pairs: Vec<Pair<'_>> = table.pairs(&case.policy).collect();
    let mut groups: BTreeMap<(&str, usize), Vec<&Pair<'_>>> = BTreeMap::new();
    for pair in &pairs {
        if let Some(parent) = &table.parents[pair.area] {
            groups.entry((parent, pair.indicator)).or_default().push(pair);
        }
    }
    let spans = table.spans.len();
    assert_eq!(answer.columns.len(), groups.len() * spans, "seed {seed}");
    assert_eq!(answer.spans, table.spans, "seed {seed}");
    let lone = table.areas.iter().zip(&table.parents).filter(|(_, parent)| parent.is_none()).map(|(area, _)| area);
    assert!(answer.without_parent.iter().eq(lone), "seed {seed}");
    let mut compared = 0;
    for (group, ((parent, indicator), children)) in groups.iter().enumerate() {
        let subject = &table.subjects[*indicator];
        let mut request = template(&case, subject, level);
        let Some(definition) = &subject.definition else { continue };
        let child = request.children[0].clone();
        for _ in 0..3 {
            let span = random.below(spans);
            request.view = table.spans[span];
            let year = request.view.year();
            let (target, flags) = goal(&case, subject, &areas_of_parent(&case, parent), year);
            request.target = Some(given(&child_targets(), target));
            request.children.clear();
            for pair in children {
                let mut own = child.clone();
                let area = &table.areas[pair.area];
                own.area = area.parse().expect("a text");
                own.series.clone_from(&pair.observations);
                let areas = areas_of_child(&case, area, Some(parent));
                own.target = Some(given(&child_targets(), goal(&case, subject, &areas, year).0));
                request.children.push(own);
            }
            let (roll_up, problems) = request.run().into_parts();
            let Some(roll_up) = roll_up else { panic!("seed {seed}: {problems:?}") };
            let too_large = children.iter().any(|pair| pair.is_too_large(request.view));
            let flags = flags.with(Flags::TOO_LARGE, too_large);
            let where_ = || format!("seed {seed}: {parent} {} {:?}", subject.name, request.view);
            let rule = Rule::new(definition, Some(level), case.reported_as);
            check(&answer, group * spans + span, &roll_up, (children.len(), flags, rule), &where_);
            compared += 1;
        }
    }
    compared
}

fn template(case: &Case, subject: &Subject, level: LowestLevel) -> RollUpRequest {
    let mut request = RollUpRequest::from_json(REQUEST).into_result().expect("the request is sound");
    if let Some(definition) = &subject.definition {
        request.definition = definition.clone().into();
    }
    request.level = Some(level);
    request.child_level = case.level;
    request.reported_as = case.reported_as;
    request.policy = Some(case.given_policy.clone());
    request
}

/// A target of a baseline, and none.
fn child_targets() -> [GivenTarget; 2] {
    thread_local! {
        static TARGETS: [GivenTarget; 2] = {
            let request = RollUpRequest::from_json(REQUEST).into_result().expect("the request is sound");
            [0, 1].map(|child: usize| request.children[child].target.clone().expect("a target"))
        };
    }
    TARGETS.with(Clone::clone)
}

/// Writes a target as somebody gives it.
fn given([baseline, none]: &[GivenTarget; 2], target: Option<Target>) -> GivenTarget {
    let mut given = if target.is_some() { baseline.clone() } else { none.clone() };
    let mut no_increase = given.no_increase.take();
    match (target, &mut no_increase) {
        (Some(Target::Rate(rate)), _) => given.rate = Some(rate),
        (Some(Target::Count(count)), _) => given.count = Some(count),
        (Some(Target::NoIncreaseRate(rate)), Some(baseline)) => baseline.rate = Some(rate),
        (Some(Target::NoIncreaseCount(count)), Some(baseline)) => {
            (baseline.rate, baseline.count) = (None, Some(count));
        }
        _ => return given,
    }
    if matches!(target, Some(Target::NoIncreaseRate(_) | Target::NoIncreaseCount(_))) {
        given.no_increase = no_increase;
    }
    given
}

fn check(
    answer: &RolledUpColumns,
    row: usize,
    roll_up: &RollUp,
    (areas, flags, rule): (usize, Flags, Rule),
    where_: &dyn Fn() -> String,
) {
    let (columns, verdict) = (&answer.columns, roll_up.assessment.verdict());
    let found = (columns.numerators[row], columns.denominators[row], columns.met[row], columns.shortfalls[row]);
    let expected = (
        verdict.numerator.unwrap_or(MISSING),
        verdict.denominator.unwrap_or(MISSING),
        verdict.met.map_or(NO_TERM, i8::from),
        verdict.shortfall.unwrap_or(MISSING),
    );
    assert_eq!(found, expected, "{}", where_());
    let trend = verdict.trend.map_or(NO_TERM, |trend| match trend {
        Trend::Better => 1,
        Trend::Steady => 0,
        _ => -1,
    });
    let status = verdict.status.map_or(NO_TERM, |status| status as i8);
    assert_eq!((columns.trends[row], columns.statuses[row]), (trend, status), "{}", where_());
    assert_eq!(columns.flags[row], (verdict.flags | flags).bits(), "{}", where_());
    let found = [
        columns.areas[row],
        columns.silent[row],
        columns.left_out[row],
        columns.unclear[row],
        columns.zero_denominators[row],
        columns.trend_children[row],
        columns.months_reported[row],
        columns.months_due[row],
    ];
    let expected = [
        areas as u32,
        roll_up.silent.len() as u32,
        roll_up.left_out.len() as u32,
        roll_up.unclear.len() as u32,
        roll_up.zero_denominator.len() as u32,
        roll_up.trend_children,
        verdict.months_reported,
        verdict.months_due,
    ];
    assert_eq!(found, expected, "{}", where_());
    let is_scheduled = !verdict.flags.contains(Flags::NOT_SCHEDULED);
    let reporting = if is_scheduled { found[0] - found[1] - found[2] - found[3] } else { 0 };
    assert_eq!(columns.reporting[row], reporting, "{}", where_());
    let of_children = roll_up.shortfall_of_children.unwrap_or(MISSING);
    assert_eq!(columns.shortfalls_of_children[row], of_children, "{}", where_());
    let parts = verdict.numerator.map(|num| {
        let multiplier = verdict.denominator.map_or(1, |_| i128::from(rule.multiplier));
        (i128::from(num) * multiplier, i128::from(verdict.denominator.unwrap_or(1)))
    });
    assert!(is_double(columns.values[row], roll_up.assessment.value(), parts), "{}", where_());
    // The denominators of those that reported are not told, so these are compared nearly.
    let nearly = Some((EXACT, 1));
    assert!(is_double(columns.values_reporting[row], roll_up.value_reporting, nearly), "{}", where_());
    let level = verdict.target_to_date.map(Bar::level);
    assert!(is_double(columns.targets[row], level, nearly), "{}", where_());
}
