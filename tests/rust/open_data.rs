//! A whole real data set assessed, and every row of it accounted for: `tests/data/ukhsa-cover`.
//!
//! Childhood vaccination in England, 57,495 rows of a quarter, an area, a cohort and a vaccine. Every total below was
//! counted by a separate program in another language (exact fractions, its own CSV reader), never read off our output.
//!
//! The file has no column of percentages, so the rule for published ones is tried on percentages made here.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot read its data stops"
)]

mod cover;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use cover::{HEADER, ROWS, Row, TEXT};
use lokmin_core::assess::{
    AreaVerdict, Child, Flags, Observation, PublishedRequest, QualityRequest, Ratio, RollUp, RollUpRequest, Status,
    Trend, View,
};
use lokmin_core::{ProblemCode, Quarter};

/// An indicator of our own: each quarter has its own denominator, stands in its last month, and owes the whole target.
const REQUEST: &str = r#"{
    "definition": {
        "code": "COVER", "name_id": "Imunisasi kohort", "name_en": "Vaccinated of the cohort",
        "lay_name": "anak yang sudah diimunisasi", "cluster": 2,
        "numerator_text": "anak kohort yang sudah diimunisasi", "denominator_text": "anak kohort triwulan itu",
        "multiplier": 100, "direction": "higher", "numerator": "sum", "denominator": "sum", "target_profile": "full",
        "months": [3, 6, 9, 12], "level": "village",
        "reason": "Every quarter is another group of children.", "source": "COVER programme", "certainty": "confirmed",
        "targets": []
    },
    "target": {"rate": "95"},
    "view": {"quarter": "2018Q2"},
    "children": [{"area": "-", "series": []}]
}"#;

/// The rows of a quarter, a cohort and a vaccine, with their roll-up.
struct Group {
    rows: Vec<&'static Row>,
    roll_up: RollUp,
}

static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(assess_all);

/// Rolls up every quarter, cohort and vaccine over its areas, each area with all its quarters.
fn assess_all() -> Vec<Group> {
    let template = RollUpRequest::from_json(REQUEST).into_result().expect("the request is sound");
    let mut series: BTreeMap<_, Vec<Observation>> = BTreeMap::new();
    let mut groups: BTreeMap<_, Vec<&'static Row>> = BTreeMap::new();
    for row in ROWS.iter() {
        series.entry(row.series_key()).or_default().push(row.observation());
        groups.entry((row.quarter, row.cohort, row.vaccine)).or_default().push(row);
    }
    let child = |row: &&Row| -> Child {
        let mut child = template.children[0].clone();
        child.area = row.area.parse().expect("an area has a code");
        child.series.clone_from(&series[&row.series_key()]);
        child
    };
    let assess = |((quarter, _, _), rows): (_, Vec<&'static Row>)| {
        let mut request = template.clone();
        request.view = View::Quarter(quarter);
        request.children = rows.iter().map(child).collect();
        let (roll_up, problems) = request.run().into_parts();
        assert!(!problems.has_errors(), "{problems:?}");
        Group { rows, roll_up: roll_up.expect("a roll-up without errors has a value") }
    };
    groups.into_iter().map(assess).collect()
}

/// Every row with its verdict, in the order of the groups.
fn assessed() -> impl Iterator<Item = (&'static Row, &'static AreaVerdict)> {
    GROUPS.iter().flat_map(|group| {
        assert_eq!(group.rows.len(), group.roll_up.areas.len());
        group.rows.iter().copied().zip(&group.roll_up.areas)
    })
}

fn count<K: Ord>(keys: impl Iterator<Item = K>) -> Vec<(K, usize)> {
    let mut counts = BTreeMap::new();
    keys.for_each(|key| *counts.entry(key).or_default() += 1);
    counts.into_iter().collect()
}

#[test]
fn every_row_is_read_and_lies_in_the_quarter_that_its_file_names() {
    assert_eq!(TEXT.lines().next(), Some(HEADER), "ten columns, none of them a percentage");
    assert_eq!(ROWS.len(), 57_495);
    assert_eq!(count(ROWS.iter().map(|row| row.quarter)).len(), 26);
    assert_eq!(count(ROWS.iter().map(|row| row.area)).len(), 155);
    let keys = count(ROWS.iter().map(|row| (row.quarter, row.series_key())));
    assert_eq!(keys.len(), 57_495, "no row is there twice");
    for row in ROWS.iter() {
        // The first fiscal quarter begins in April: FY2018_19_Q1 is 2018Q2, FY2018_19_Q4 is 2019Q1.
        let begun = row.quarter.previous().expect("a quarter before");
        let (year, number) = (begun.year(), begun.number());
        assert_eq!(row.fiscal, format!("FY{year}_{}_Q{number}", (year + 1) % 100));
        assert!(row.source.starts_with(&format!("{year}_{}_Q{number}.", year + 1)), "{row:?}");
    }
}

#[test]
fn every_row_has_one_category_and_the_flags_that_belong_to_it() {
    let expected = [
        ("* of a denominator", 1), // Isles of Scilly, * of 5
        ("-198", 1),               // Kirklees: two times -99, added
        ("-99", 288),
        ("0 of no denominator", 129),
        ("both *", 18),
        ("both empty", 1_915),
        ("sound", 55_143),
    ];
    assert_eq!(count(ROWS.iter().map(Row::category)), expected);
    assert_eq!(expected.iter().map(|(_, rows)| rows).sum::<usize>(), ROWS.len());

    let missing = Flags::BOUNDARY_MISSING | Flags::MONTHS_MISSING;
    let flags = |flags: Flags| flags.names().collect::<Vec<_>>();
    let expected = [
        (("* of a denominator", flags(missing)), 1),
        (("-198", flags(missing | Flags::NEGATIVE)), 1),
        (("-99", flags(missing | Flags::NEGATIVE)), 288),
        (("0 of no denominator", flags(missing | Flags::DENOMINATOR_MISSING)), 129),
        (("both *", flags(missing)), 18),
        (("both empty", flags(missing)), 1_915),
        (("sound", flags(Flags::NONE)), 54_800),
        (("sound", flags(Flags::SMALL_DENOMINATOR)), 343), // below 10
    ];
    let found = assessed().map(|(row, area)| (row.category(), flags(area.assessment.verdict().flags)));
    assert_eq!(count(found), expected);
}

/// A verdict exists exactly where the row is sound, and is what whole numbers say: 95 % of d is 19 d / 20.
#[test]
fn every_verdict_equals_whole_number_arithmetic() {
    let (mut met, mut ties, mut lacking, mut reached, mut all) = (0_u32, 0_u32, 0_i64, 0_i64, 0_i64);
    for (row, area) in assessed() {
        let verdict = area.assessment.verdict();
        let Some((n, d)) = row.sound() else {
            assert_eq!((verdict.met, verdict.shortfall, area.assessment.value(), area.rank), (None, None, None, None));
            continue;
        };
        let shortfall = ((19 * d + 19) / 20 - n).max(0);
        assert_eq!((verdict.numerator, verdict.denominator), (Some(n), Some(d)), "{row:?}");
        assert_eq!((verdict.met, verdict.shortfall), (Some(20 * n >= 19 * d), Some(shortfall)), "{row:?}");
        let value = area.assessment.value().expect("a sound row has a value");
        assert_eq!(value.numerator() * i128::from(d), value.denominator() * i128::from(100 * n), "{row:?}");
        met += u32::from(verdict.met == Some(true));
        ties += u32::from(20 * n == 19 * d);
        (lacking, reached, all) = (lacking + shortfall, reached + n, all + d);
    }
    assert_eq!((met, 55_143 - met, ties), (12_417, 42_726, 26));
    assert_eq!((lacking, reached, all), (2_844_461, 53_015_373, 58_613_537));
}

#[test]
fn rows_worked_by_hand() {
    // 0.95 x 679 = 645.05, 648 reach it. 0.95 x 460 = 437 exactly. 0.95 x 559 = 531.05: 532 - 531.
    // 0.95 x 5103 = 4847.85: 4848 - 4789. 0.95 x 3262 = 3098.9: 3099 - 34 (the first quarter of a new schedule).
    let cases = [
        (("2018Q2", "417", "12m", "DTaPIPVHib3"), (648, 679), true, 0),
        (("2018Q2", "219", "12m", "MenB"), (437, 460), true, 0),
        (("2018Q2", "106", "24m", "MenB_Booster"), (531, 559), false, 1),
        (("2022Q3", "820", "5y", "DTaPIPVHib3_Prim"), (4789, 5103), false, 59),
        (("2021Q1", "812", "12m", "PCV2"), (34, 3262), false, 3065),
    ];
    for ((quarter, code, cohort, vaccine), (numerator, denominator), met, shortfall) in cases {
        let quarter: Quarter = quarter.parse().expect("a quarter");
        let is_asked = |row: &Row| (row.quarter, row.area, row.cohort, row.vaccine) == (quarter, code, cohort, vaccine);
        let (_, area) = assessed().find(|(row, _)| is_asked(row)).expect("the row is there");
        let verdict = area.assessment.verdict();
        assert_eq!((verdict.numerator, verdict.denominator), (Some(numerator), Some(denominator)));
        assert_eq!((verdict.met, verdict.shortfall), (Some(met), Some(shortfall)), "{code} {vaccine}");
    }
}

#[test]
fn trends_and_statuses_add_up() {
    let verdicts = || assessed().filter(|(row, _)| row.sound().is_some()).map(|(_, area)| area.assessment.verdict());
    // 2,565: the first quarter of a series, or a quarter before without a sound figure.
    let trends = [None, Some(Trend::Better), Some(Trend::Steady), Some(Trend::Worse)];
    let expected = trends.into_iter().zip([2_565, 24_634, 281, 27_663]).collect::<Vec<_>>();
    assert_eq!(count(verdicts().map(|verdict| verdict.trend)), expected);
    let statuses = [None, Some(Status::Baik), Some(Status::Cukup), Some(Status::Kurang), Some(Status::Jelek)];
    let expected = statuses.into_iter().zip([2_565, 6_865, 18_027, 4_731, 22_955]).collect::<Vec<_>>();
    assert_eq!(count(verdicts().map(|verdict| verdict.status)), expected);
}

/// No area is lost on the way to the sum of a quarter: it counts, is silent or is left out.
#[test]
fn every_quarter_adds_up_over_its_areas() {
    let (mut counted, mut silent, mut left_out, mut best) = (0, 0, 0, 0);
    for Group { rows, roll_up } in GROUPS.iter() {
        let sound: Vec<(i64, i64)> = rows.iter().filter_map(|row| row.sound()).collect();
        let sums = sound.iter().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        let verdict = roll_up.assessment.verdict();
        let expected = (!sound.is_empty()).then_some(sums);
        assert_eq!(verdict.numerator.zip(verdict.denominator), expected);
        assert_eq!(verdict.met, expected.map(|(n, d)| 20 * n >= 19 * d));
        assert!(roll_up.zero_denominator.is_empty());
        assert_eq!(sound.len() + roll_up.silent.len() + roll_up.left_out.len(), rows.len());
        counted += sound.len();
        silent += roll_up.silent.len();
        left_out += roll_up.left_out.len();
        best += roll_up.areas.iter().filter(|area| area.rank == Some(1)).count();
    }
    // Silent: 1,915 + 288 + 1 + 18 + 1. Left out: a numerator of no denominator.
    assert_eq!((counted, silent, left_out), (55_143, 2_223, 129));
    assert_eq!(best, 385, "368 groups have a figure, some of them several best areas");
    let met = count(GROUPS.iter().map(|group| group.roll_up.assessment.verdict().met));
    assert_eq!(met, [(None, 14), (Some(false), 353), (Some(true), 15)]);
}

/// Five areas have the same figures in all rows of two quarters: one of the two is of the wrong quarter. The file does
/// not say which, and no single row shows it: the verdicts stand, the rows are counted here.
#[test]
fn the_rows_of_a_wrong_quarter_are_found_by_comparing_whole_quarters() {
    let mut reports: BTreeMap<(&str, Quarter), Vec<_>> = BTreeMap::new();
    for row in ROWS.iter() {
        if let Some(figures) = row.sound() {
            reports.entry((row.area, row.quarter)).or_default().push((row.cohort, row.vaccine, figures));
        }
    }
    let mut same: BTreeMap<_, Vec<Quarter>> = BTreeMap::new();
    for ((area, quarter), mut figures) in reports {
        figures.sort_unstable();
        same.entry((area, figures)).or_default().push(quarter);
    }
    same.retain(|_, quarters| quarters.len() > 1);
    let areas: Vec<&str> = same.keys().map(|(area, _)| *area).collect();
    // Hertfordshire, Luton, Milton Keynes, Bedford, Central Bedfordshire.
    assert_eq!(areas, ["606", "611", "613", "625", "626"]);
    let quarters = ["2022Q2", "2023Q1"].map(|quarter| quarter.parse::<Quarter>().expect("a quarter"));
    assert!(same.values().all(|found| *found == quarters));
    let rows: usize = same.iter().map(|((_, figures), quarters)| figures.len() * quarters.len()).sum();
    assert_eq!((rows, 55_143 - rows), (140, 55_003), "sound rows that are repeated, and that are not");
}

/// What is told of a single series: the figures of a quarter that are those of one of the three before. The later half of
/// the 140 rows is among them; the others are few, and lie anywhere.
#[test]
fn repeated_figures_are_told_where_a_quarter_was_sent_again() {
    let definition = RollUpRequest::from_json(REQUEST).into_result().expect("the request is sound").definition;
    let text = r#"{"view": {"quarter": "2023Q1"}, "indicators": [{"definition": "K6", "areas": [{"area": "-"}]}]}"#;
    let mut request = QualityRequest::from_json(text).into_result().expect("the request is sound");
    let template = request.indicators[0].areas[0].clone();
    let mut series: BTreeMap<_, Vec<Observation>> = BTreeMap::new();
    for row in ROWS.iter() {
        series.entry(row.series_key()).or_default().push(row.observation());
    }
    let area = |(key, series): (&(&str, &str, String), &Vec<Observation>)| {
        let mut area = template.clone();
        area.area = format!("{} {} {}", key.0, key.1, key.2).parse().expect("a name");
        area.series.clone_from(series);
        area
    };
    request.indicators[0].definition = definition;
    request.indicators[0].areas = series.iter().map(area).collect();
    let mut found: BTreeMap<Quarter, usize> = BTreeMap::new();
    for quarter in count(ROWS.iter().map(|row| row.quarter)).into_iter().map(|(quarter, _)| quarter) {
        request.view = View::Quarter(quarter);
        let (_, problems) = request.run().into_parts();
        let repeated = problems.iter().filter(|problem| problem.code() == ProblemCode::QualityRepeated).count();
        *found.entry(quarter).or_default() += repeated;
    }
    let quarter = "2023Q1".parse::<Quarter>().expect("a quarter");
    assert_eq!((found[&quarter], found.values().sum::<usize>()), (70, 132));
}

#[test]
fn a_percentage_of_every_sound_row_agrees_and_a_wrong_one_does_not() {
    let mut request = PublishedRequest::from_json(r#"{"numerator": 0, "denominator": 1, "published": "0.0"}"#)
        .into_result()
        .expect("the request is sound");
    let (mut right, mut wrong) = (0, 0);
    for (n, d) in ROWS.iter().filter_map(Row::sound) {
        let count = |figure: i64| lokmin_core::Count::new(figure.unsigned_abs()).expect("a count");
        (request.numerator, request.denominator) = (count(n), count(d));
        // Tenths of a per cent, half up.
        let tenths = (2_000 * n + d) / (2 * d);
        for (shift, is_right) in [(0, true), (2, false)] {
            let printed = format!("{}.{}", (tenths + shift) / 10, (tenths + shift) % 10);
            request.published = printed.parse().expect("a percentage");
            let check = request.run().value().expect("a denominator above zero").clone();
            assert_eq!(check.agrees, Some(is_right), "{n}/{d} as {printed}");
            assert_eq!(check.recomputed == Some(printed), is_right);
            assert_eq!(check.value, Ratio::new(i128::from(100 * n), i128::from(d)));
            *(if is_right { &mut right } else { &mut wrong }) += 1;
        }
    }
    assert_eq!((right, wrong), (55_143, 55_143));
}
