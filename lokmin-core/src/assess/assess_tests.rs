//! Properties of assessment: against rational arithmetic without bounds, and against itself.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::verdict::collect;
use super::*;
use crate::indicator::{Catalogue, Definition, DenominatorKind, Direction, NumeratorKind, Target, TargetProfile};
use crate::json::Count;
use crate::language::Lang;
use crate::number::Decimal;
use crate::{Month, Quarter};

fn big(number: impl Into<BigInt>) -> BigRational {
    BigRational::from_integer(number.into())
}

fn exact(ratio: Ratio) -> BigRational {
    BigRational::new(ratio.numerator().into(), ratio.denominator().into())
}

fn to_big(number: i64) -> BigInt {
    number.into()
}

fn definition(code: &str) -> &'static Definition {
    Catalogue::built_in().get(code.parse().unwrap()).unwrap()
}

/// Counts: small ones, where ties happen, and up to the bound.
fn figure() -> impl Strategy<Value = i64> {
    prop_oneof![4 => 0_i64..30, 1 => 0..=1_000_000_000_000_i64]
}

fn months() -> impl Strategy<Value = Vec<(Option<i64>, Option<i64>)>> {
    prop::collection::vec((prop::option::weighted(0.85, figure()), prop::option::weighted(0.9, figure())), 12)
}

fn grid_of(rows: &[(Option<i64>, Option<i64>)]) -> Grid {
    let mut grid = Grid::default();
    for (month, (numerator, denominator)) in (1_u32..).zip(rows) {
        grid.put(month, *numerator, *denominator);
    }
    grid
}

fn view() -> impl Strategy<Value = View> {
    prop_oneof![
        (1_u32..=12).prop_map(|month| View::YearToDate(Month::new(2025, month).unwrap())),
        (1_u32..=4).prop_map(|number| View::Quarter(Quarter::new(2025, number).unwrap())),
        (1_u32..=12).prop_map(|month| View::Month(Month::new(2025, month).unwrap())),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    let rate = prop_oneof![0_i64..200_000_000, 0..=1_000_000_000_000_000_000_i64];
    prop_oneof![
        3 => rate.prop_map(|micros| Target::Rate(Decimal::from_micros(micros).unwrap())),
        1 => (0_u64..100).prop_map(|count| Target::Count(Count::new(count).unwrap())),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    let direction = prop_oneof![Just(Direction::Higher), Just(Direction::Lower)];
    let kinds = prop_oneof![
        Just((NumeratorKind::Sum, DenominatorKind::Annual, TargetProfile::ProRata)),
        Just((NumeratorKind::Sum, DenominatorKind::Annual, TargetProfile::Full)),
        Just((NumeratorKind::Sum, DenominatorKind::Sum, TargetProfile::Full)),
        Just((NumeratorKind::Mean, DenominatorKind::Mean, TargetProfile::Full)),
        Just((NumeratorKind::Latest, DenominatorKind::Latest, TargetProfile::Full)),
    ];
    (kinds, direction, prop_oneof![Just(1_u32), Just(100), Just(1_000_000)]).prop_map(
        |(kinds, direction, multiplier)| {
            let (numerator, denominator, target_profile) = kinds;
            let base = Rule::new(definition("K6"), None, None);
            Rule { numerator, denominator, target_profile, direction, multiplier, ..base }
        },
    )
}

/// The naive reading of the rules, in rational arithmetic without bounds. It shares no code with the core.
mod oracle {
    use super::*;

    type Row = (Option<i64>, Option<i64>);
    type Rows = [Row];
    type Pick = fn(&Row) -> Option<i64>;

    pub(super) struct Figures {
        pub(super) numerator: Option<BigInt>,
        pub(super) denominator: Option<BigInt>,
        pub(super) used: Vec<usize>,
    }

    fn half_even(sum: &BigInt, count: usize) -> BigInt {
        let count = BigInt::from(count);
        let two = BigInt::from(2);
        let floor = sum / &count;
        let rest = sum - &floor * &count;
        match (rest * &two).cmp(&count) {
            Ordering::Less => floor,
            Ordering::Equal if &floor % &two == BigInt::from(0) => floor,
            Ordering::Greater | Ordering::Equal => floor + 1,
        }
    }

    pub(super) fn figures(rule: Rule, rows: &Rows, span: &[usize], end: usize) -> Figures {
        let annual = rule.denominator == DenominatorKind::Annual;
        let used: Vec<usize> =
            span.iter().copied().filter(|m| rows[m - 1].0.is_some() && (annual || rows[m - 1].1.is_some())).collect();
        let sum = |pick: Pick| -> BigInt { used.iter().map(|m| BigInt::from(pick(&rows[m - 1]).unwrap())).sum() };
        let combine = |kind: &str, pick: Pick| match kind {
            _ if used.is_empty() => None,
            "sum" => Some(sum(pick)),
            "mean" => Some(half_even(&sum(pick), used.len())),
            _ => pick(&rows[used[used.len() - 1] - 1]).map(BigInt::from),
        };
        let numerator = combine(rule.numerator.as_str(), |row| row.0);
        let denominator = if annual {
            (1..=end).rev().find_map(|m| rows[m - 1].1).map(BigInt::from)
        } else {
            combine(rule.denominator.as_str(), |row| row.1)
        };
        Figures { numerator, denominator, used }
    }

    /// Target to date in the unit of the indicator, or as a count.
    pub(super) fn bar(rule: Rule, target: Target, months: u32) -> BigRational {
        let months = if rule.target_profile == TargetProfile::ProRata { months } else { 12 };
        let whole = match target {
            Target::Rate(rate) => BigRational::new(rate.micros().into(), 1_000_000.into()),
            Target::Count(count) => big(count.get()),
            _ => unreachable!("not generated"),
        };
        whole * BigRational::new(months.into(), 12.into())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_verdict_is_that_of_rational_arithmetic(
        rows in months(), view in view(), target in target(), rule in rule(),
    ) {
        let policy = Policy::default();
        let verdict = judge(rule, Some(target), &grid_of(&rows), None, view, &policy);
        let (first, end) = (view.first_month().number() as usize, view.last_month().number() as usize);
        let span: Vec<usize> = (first..=end).collect();
        let figures = oracle::figures(rule, &rows, &span, end);
        prop_assert_eq!(verdict.numerator.map(BigInt::from), figures.numerator.clone());
        prop_assert_eq!(verdict.denominator.map(BigInt::from), figures.denominator.clone());
        prop_assert_eq!(verdict.months_reported as usize, figures.used.len());

        let bar = oracle::bar(rule, target, view.months());
        let is_rate = matches!(target, Target::Rate(_));
        let zero = BigInt::from(0);
        let people = match (is_rate, &figures.denominator) {
            (false, _) => Some(bar.clone()),
            (true, Some(denominator)) if *denominator > zero => {
                Some(bar.clone() * big(denominator.clone()) / big(rule.multiplier))
            }
            _ => None,
        };
        let expected = figures.numerator.clone().zip(people).map(|(numerator, people)| {
            let numerator = big(numerator);
            let (met, gap) = match rule.direction {
                Direction::Higher => (numerator >= people, people.ceil() - numerator),
                _ => (numerator <= people, numerator - people.floor()),
            };
            (met, gap.max(big(0)).to_integer())
        });
        prop_assert_eq!(verdict.met, expected.as_ref().map(|(met, _)| *met));
        let gap = expected.as_ref().map(|(_, gap)| gap.min(&BigInt::from(i64::MAX)).clone());
        prop_assert_eq!(verdict.shortfall.map(BigInt::from), gap);
        prop_assert_eq!(verdict.target_to_date.map(|bar| exact(bar.level())), Some(bar));

        // The span's own figure and the one before it.
        let (own, previous): (Vec<usize>, Option<Vec<usize>>) = match view {
            View::Quarter(_) => (span.clone(), (first > 1).then(|| (first - 3..first).collect())),
            _ => (vec![end], (end > 1).then(|| vec![end - 1])),
        };
        let annual = rule.denominator == DenominatorKind::Annual;
        let compared = previous.and_then(|previous| {
            if !figures.used.contains(&end) {
                return None;
            }
            let (own_used, previous_used) = (own.len(), previous.len());
            let (own, previous) = (oracle::figures(rule, &rows, &own, end), oracle::figures(rule, &rows, &previous, end));
            if annual {
                let whole = own.used.len() == own_used && previous.used.len() == previous_used;
                return if whole { Some(own.numerator?.cmp(&previous.numerator?)) } else { None };
            }
            let ratio = |figures: oracle::Figures| {
                let (numerator, denominator) = (figures.numerator?, figures.denominator?);
                (denominator > BigInt::from(0)).then(|| BigRational::new(numerator, denominator))
            };
            Some(ratio(own)?.cmp(&ratio(previous)?))
        });
        let higher = rule.direction == Direction::Higher;
        let trend = compared.map(|ordering| match ordering {
            Ordering::Equal => Trend::Steady,
            Ordering::Greater if higher => Trend::Better,
            Ordering::Less if !higher => Trend::Better,
            _ => Trend::Worse,
        });
        prop_assert_eq!(verdict.trend, trend);
        let status = verdict.met.zip(trend).map(|(met, trend)| match (met, trend) {
            (true, Trend::Worse) => Status::Kurang,
            (true, _) => Status::Baik,
            (false, Trend::Better) => Status::Cukup,
            (false, _) => Status::Jelek,
        });
        prop_assert_eq!(verdict.status, status);
    }

    #[test]
    fn the_arithmetic_is_exact_up_to_its_bounds(
        numerator in prop_oneof![Just(LIMIT), -LIMIT..=LIMIT, 0..=1000_i64],
        denominator in prop_oneof![Just(LIMIT), 1..=LIMIT, 1..=1000_i64],
        target in target(), months in 1_u32..=12, multiplier in prop_oneof![Just(1_u32), Just(100), Just(1_000_000)],
    ) {
        for direction in [Direction::Higher, Direction::Lower] {
            let bar = Bar::new(target, multiplier, direction, months);
            let (level, people) = match target {
                Target::Rate(rate) => {
                    let level = BigRational::new(to_big(rate.micros()) * months, to_big(12_000_000));
                    (level.clone(), level * big(denominator) / big(multiplier))
                }
                Target::Count(count) => {
                    let level = BigRational::new(BigInt::from(count.get()) * months, 12.into());
                    (level.clone(), level)
                }
                _ => unreachable!("not generated"),
            };
            prop_assert_eq!(exact(bar.level()), level);
            prop_assert_eq!(exact(bar.people(denominator)), people.clone());
            let figure = big(numerator);
            let met = if direction == Direction::Higher { figure >= people } else { figure <= people };
            prop_assert_eq!(bar.is_met(numerator, denominator), met);
            let gap = bar.gap(numerator, denominator);
            prop_assert_eq!(gap == 0, met);
        }
    }

    #[test]
    fn ratios_compare_and_add_exactly(a in any::<(i64, i64)>(), b in any::<(i64, i64)>()) {
        prop_assume!(a.1 != 0 && b.1 != 0);
        let ratio = |(top, bottom): (i64, i64)| Ratio::new(top.into(), bottom.into()).unwrap();
        let exactly = |(top, bottom): (i64, i64)| BigRational::new(top.into(), bottom.into());
        prop_assert_eq!(ratio(a).cmp(&ratio(b)), exactly(a).cmp(&exactly(b)));
        if let Some(sum) = ratio(a).checked_add(ratio(b)) {
            prop_assert_eq!(exact(sum), exactly(a) + exactly(b));
        }
        prop_assert_eq!(big(ratio(a).ceil()), exactly(a).ceil());
        prop_assert_eq!(big(ratio(a).floor()), exactly(a).floor());
    }

    #[test]
    fn means_are_half_to_even(sum in -10_000_i64..10_000, count in 1_u32..40) {
        let mean = mean_half_even(sum, count).unwrap();
        let distance = (i64::from(count) * mean - sum).abs() * 2;
        prop_assert!(distance < i64::from(count) || (distance == i64::from(count) && mean % 2 == 0));
    }

    #[test]
    fn printing_never_contradicts(
        top in 0_i64..3000, bottom in 1_i64..3000, micros in 0_i64..200_000_000, close in any::<bool>(), lower in any::<bool>(),
    ) {
        let value = Ratio::new(i128::from(top) * 100, bottom.into()).unwrap();
        // A target right beside the value, or anywhere.
        let target = if close {
            Ratio::new((value.ceil() * 1_000_000 - i128::from(micros % 3)).max(0), 1_000_000).unwrap()
        } else {
            Ratio::new(micros.into(), 1_000_000).unwrap()
        };
        let direction = if lower { Direction::Lower } else { Direction::Higher };
        let (shown, goal) = print_beside_target(value, target, direction, 100, Lang::En);
        let read = |text: &str| -> BigRational {
            let plain = text.replace(',', "");
            let (whole, decimals) = plain.split_once('.').unwrap();
            let scale = BigInt::from(10).pow(u32::try_from(decimals.len()).unwrap());
            BigRational::new(format!("{whole}{decimals}").parse().unwrap(), scale)
        };
        let is_met = |value: &BigRational, target: &BigRational| if lower { value <= target } else { value >= target };
        prop_assert_eq!(is_met(&read(&shown), &read(&goal)), is_met(&exact(value), &exact(target)), "{} {}", shown, goal);
        prop_assert!(shown.len() >= 3 && goal.len() >= 3);
    }

    #[test]
    fn ranks_are_a_competition_ranking_whatever_the_order(
        figures in prop::collection::vec(prop::option::weighted(0.9, (0_i64..6, 0_i64..6)), 0..30),
        lower in any::<bool>(), turn in 0_usize..30,
    ) {
        let direction = if lower { Direction::Lower } else { Direction::Higher };
        let ranks = rank(&figures, direction);
        let value = |figure: Option<(i64, i64)>| figure.filter(|f| f.1 > 0).map(|(a, b)| BigRational::new(a.into(), b.into()));
        for (figure, rank) in figures.iter().zip(&ranks) {
            let expected = value(*figure).map(|own| {
                let better = figures.iter().filter_map(|other| value(*other)).filter(|other| if lower { *other < own } else { *other > own });
                1 + u32::try_from(better.count()).unwrap()
            });
            prop_assert_eq!(*rank, expected);
        }
        let mut turned = figures.clone();
        turned.rotate_left(turn.min(figures.len()));
        let mut turned_ranks = ranks.clone();
        turned_ranks.rotate_left(turn.min(figures.len()));
        prop_assert_eq!(rank(&turned, direction), turned_ranks);
    }

    #[test]
    fn a_roll_up_of_roll_ups_is_the_roll_up(
        areas in prop::collection::vec((months(), 0_usize..4), 0..12), view in view(), target in target(), rule in rule(),
    ) {
        let policy = Policy::default();
        let mut whole = Tally::default();
        let mut groups = [Tally::default(); 4];
        for (rows, group) in &areas {
            let totals = collect(rule, &grid_of(rows), None, view, &policy);
            let verdict = judge(rule, Some(target), &grid_of(rows), None, view, &policy);
            let standing = whole.add(rule, &totals, &verdict);
            prop_assert_eq!(groups[*group].add(rule, &totals, &verdict), standing);
        }
        let [a, b, c, d] = groups;
        prop_assert_eq!(a.merge(b).merge(c).merge(d), whole);
        prop_assert_eq!(a.merge(b.merge(c.merge(d))), whole);
        prop_assert_eq!(d.merge(c).merge(b).merge(a), whole);
        prop_assert_eq!(a.merge(b).merge(c).merge(d).judge(rule, Some(target), view, &policy), whole.judge(rule, Some(target), view, &policy));
    }

    #[test]
    fn an_explanation_says_what_the_verdict_says(
        rows in months(), view in view(), target in target(), rule in rule(),
    ) {
        let verdict = judge(rule, Some(target), &grid_of(&rows), None, view, &Policy::default());
        let assessment =
            Assessment {
                indicator: "K6".parse().unwrap(),
                view,
                rule,
                target: Some(target),
                shown_target: None,
                unit: CountUnit::default(),
                verdict,
                target_found: None,
            };
        let text = assessment.explain(Lang::Id);
        prop_assert_eq!(text.contains(": belum tercapai"), verdict.met == Some(false), "{}", text);
        prop_assert_eq!(text.contains(": tercapai"), verdict.met == Some(true), "{}", text);
        for status in Status::ALL {
            let named = text.contains(&format!("status {}", status.label(Lang::Id)));
            prop_assert_eq!(named, verdict.status == Some(*status), "{}", text);
        }
        let rises = (verdict.trend == Some(Trend::Better)) == (rule.direction == Direction::Higher);
        match verdict.trend {
            None => prop_assert!(![": naik", ": turun", ": tetap"].iter().any(|word| text.contains(word)), "{}", text),
            Some(Trend::Steady) => prop_assert!(text.contains(": tetap"), "{}", text),
            Some(_) => prop_assert!(text.contains(if rises { ": naik" } else { ": turun" }), "{}", text),
        }
        prop_assert!(!assessment.explain(Lang::En).contains('\n'));
    }

    #[test]
    fn outliers_by_the_median_are_those_of_rational_arithmetic(
        values in prop::collection::vec(prop_oneof![4 => 0_i64..20, 1 => 0_i64..200], 8..40),
    ) {
        let found = outliers(&values.iter().map(|value| Some(Ratio::whole(*value))).collect::<Vec<_>>(), &Policy::default());
        let median = |mut list: Vec<BigRational>| {
            list.sort();
            (&list[(list.len() - 1) / 2] + &list[list.len() / 2]) / big(2)
        };
        let list: Vec<BigRational> = values.iter().map(|value| big(*value)).collect();
        let middle = median(list.clone());
        let far = |value: &BigRational| if *value > middle { value - &middle } else { &middle - value };
        let mad = median(list.iter().map(far).collect());
        let count = big(i64::try_from(list.len()).unwrap());
        let mean: BigRational = list.iter().sum::<BigRational>() / &count;
        let variance = list.iter().map(|value| (value - &mean) * (value - &mean)).sum::<BigRational>() / (&count - big(1));
        for (value, outlying) in list.iter().zip(found) {
            let score = BigRational::new(6745.into(), 10_000.into()) * far(value);
            let modified_z = mad > big(0) && score > BigRational::new(7.into(), 2.into()) * &mad;
            prop_assert_eq!(outlying.modified_z, modified_z);
            let distance = value - &mean;
            let three_sd = list.len() >= 20 && variance > big(0) && &distance * &distance > big(9) * &variance;
            prop_assert_eq!(outlying.three_sd, three_sd);
        }
    }

    #[test]
    fn no_text_makes_a_reader_fail(text in "\\PC*", word in "[a-z_]{1,12}", number in any::<i64>()) {
        let object = format!(r#"{{"{word}": {number}, "definition": "K6", "view": {{"month": "2025-0{}"}}, "series": [{number}]}}"#, number.rem_euclid(10));
        for text in [text.as_str(), object.as_str()] {
            let _ = (assess_series(text), explain_series(text), roll_up(text), rank_areas(text), quality(text));
            let _ = (published_percentage(text), pkp(text), iks(text), uci(text), skdn(text), drop_out(text), suppress(text));
        }
    }
}

#[test]
fn every_default_of_the_policy_is_listed() {
    let text = serde_json::to_value(AssessPolicy::from_json("{}").value().unwrap().fill().uci_threshold).unwrap();
    assert_eq!(text, "80");
    let mut names: Vec<&str> = DEFAULTS.iter().map(|default| default.name).collect();
    // Each listed name is a member: giving it a value of no type is a problem of the type, not of the name.
    for name in &names {
        let outcome = AssessPolicy::from_json(&format!(r#"{{"{name}": []}}"#));
        let codes: Vec<&str> = outcome.problems().iter().map(|problem| problem.code().as_str()).collect();
        assert_eq!(codes, ["document.wrong_type"], "{name}");
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 27, "a member of the policy has no source");
}

#[test]
fn a_record_with_the_members_of_another_is_flat_in_json() {
    let text = r#"{"definition":"K6","series":[],"view":{"month":"2025-07"},"lang":"en"}"#;
    let request = ExplainRequest::from_json(text).into_result().unwrap();
    assert_eq!(request.request, AssessRequest::from_json(&text.replace(r#","lang":"en""#, "")).into_result().unwrap());
    assert_eq!(serde_json::to_string(&request).unwrap(), text.replace(r#""series":[],"#, ""));
    // A slip in a member of either part suggests it; each unknown member is told once.
    let outcome = ExplainRequest::from_json(&text.replace("series", "serie").replace("lang", "langu"));
    let found: Vec<String> = outcome.problems().iter().map(|problem| format!("{} {problem}", problem.path())).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("/langu ") && found[1].starts_with("/serie "), "{found:?}");
}

#[cfg(feature = "schema")]
#[test]
fn a_record_with_the_members_of_another_is_flat_in_its_schema() {
    let schema = schemars::schema_for!(ExplainRollUpRequest).to_value();
    let part = schemars::schema_for!(RollUpRequest).to_value();
    let mut properties = part["properties"].as_object().unwrap().clone();
    properties.insert("lang".to_owned(), schema["properties"]["lang"].clone());
    assert_eq!(schema["properties"].as_object().unwrap(), &properties);
    assert_eq!(
        (&schema["required"], &part["required"]),
        (&part["required"], &serde_json::json!(["definition", "view"]))
    );
}

#[test]
fn flags_have_one_bit_and_one_name_each() {
    for (index, (flag, _)) in Flags::ALL.iter().enumerate() {
        assert_eq!(flag.bits(), 1 << index);
    }
    let mut names: Vec<&str> = Flags::ALL.iter().map(|(_, name)| *name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Flags::ALL.len());
}

#[test]
fn a_mean_too_wide_for_exact_sums_is_cut_to_twelve_decimals() {
    // The first forty primes from 1,000,003 on have no common factor: the exact sum needs 800 bits.
    let is_prime = |n: &i128| (2..1100_i128).all(|d| n % d != 0);
    let scores: Vec<Ratio> = (1_000_003..).filter(is_prime).take(40).map(|p| Ratio::new(100, p).unwrap()).collect();
    let exactly = scores.iter().map(|score| exact(*score)).sum::<BigRational>() / big(40);
    let found = exact(mean(&scores).unwrap());
    let off = exactly - found;
    assert!(off >= big(0) && off < BigRational::new(1.into(), 1_000_000_000_000_i64.into()));
}

#[test]
fn more_warnings_than_are_listed_leave_the_value() {
    let month = |month: &str, denominator: u32| {
        format!(r#"{{"month": "{month}", "numerator": 1, "denominator": {denominator}}}"#)
    };
    let child =
        |area: u32| format!(r#"{{"area": "{area}", "series": [{}, {}]}}"#, month("2025-01", 57), month("2025-02", 60));
    let children = (0..1_200).map(child).collect::<Vec<_>>().join(", ");
    let text = format!(
        r#"{{"definition": "K6", "target": {{"rate": "80"}}, "view": {{"year_to_date": "2025-02"}}, "children": [{children}]}}"#
    );
    let (roll_up, problems) = super::roll_up(&text).into_parts();
    // 2 of 60 in each of 1,200 villages: 2,400 of 72,000.
    assert_eq!(roll_up.unwrap().assessment.value().unwrap().to_string(), "10/3");
    assert_eq!((problems.len(), problems.has_errors()), (1_001, false));
    assert_eq!(problems.as_slice()[1_000].code().as_str(), "document.more_warnings");
}
