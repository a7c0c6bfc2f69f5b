//! What the cases cannot show: size, and values that only Rust callers can pass.

use chrono::NaiveDate;

use super::*;
use crate::calendar::Quarter;
use crate::problem::ProblemCode;

fn quarter(text: &str) -> Quarter {
    text.parse().unwrap()
}

#[test]
fn the_default_policy_is_the_empty_document() {
    let read = CadencePolicy::from_json("{}").into_result().unwrap();
    assert_eq!(read, CadencePolicy::default());
    assert_eq!(CadencePolicy::new(&PolicyDocument::default()).into_result().unwrap(), CadencePolicy::default());
}

#[test]
fn the_sources_name_the_default_values() {
    let policy = CadencePolicy::default();
    let value = |name: &str| CadencePolicy::sources().iter().find(|source| source.name == name).unwrap().value;
    assert_eq!(value("due_months"), policy.due_months().map(|month| month.to_string()).join(", "));
    assert_eq!(value("grace_days"), policy.grace_days().to_string());
    assert_eq!(value("notice_days"), policy.notice_days().to_string());
    assert_eq!(value("label_convention"), policy.label_convention().as_str());
    assert_eq!(value("schedule.earliest_day"), policy.earliest_day().to_string());
}

#[test]
fn a_day_outside_the_calendar_is_a_problem() {
    for as_of in [NaiveDate::MIN, NaiveDate::MAX] {
        let outcome = evaluate(&[], "P1", &CadencePolicy::default(), None, as_of);
        assert_eq!(outcome.problems().as_slice()[0].code(), ProblemCode::DateImpossible);
        assert_eq!(outcome.problems().as_slice()[0].path().to_string(), "/as_of");
    }
}

#[test]
fn a_forum_outside_the_calendar_counts_nowhere() {
    let mut meeting = Meeting::new("f".parse().unwrap(), MeetingKind::Quarterly, "P1".parse().unwrap());
    meeting.held_on = Some(NaiveDate::MAX);
    let outcome = place(&meeting, &CadencePolicy::default(), &[]);
    assert_eq!(outcome.problems().as_slice()[0].code(), ProblemCode::CadenceUndated);
}

#[test]
fn a_contradiction_carries_both_quarters_and_a_suggestion_the_nearest_name() {
    let meeting = |id: &str, label: &str| {
        let name = "Puskesmas Lumbir".parse().unwrap();
        let mut meeting = Meeting::new(id.parse().unwrap(), MeetingKind::Quarterly, name);
        meeting.held_on = NaiveDate::from_ymd_opt(2025, 7, 3);
        meeting.label = Some(label.parse().unwrap());
        meeting
    };
    let meetings = [meeting("a", "TW II 2025"), meeting("b", "TW III 2025")];
    let as_of = NaiveDate::from_ymd_opt(2025, 7, 31).unwrap();
    let judge = |name: &str| evaluate(&meetings, name, &CadencePolicy::default(), None, as_of);
    assert_eq!(
        judge("Puskesmas Lumbir").problems().as_slice()[0].message(crate::Lang::En),
        "the forum of 3 July 2025 is recorded twice, for Q2 2025 and for Q3 2025; the record `a` (Q2 2025) is used"
    );
    assert_eq!(judge("Puskesmas Lumbr").problems().as_slice()[0].suggestion(), Some("Puskesmas Lumbir"));
    assert_eq!(judge("1031429").problems().as_slice()[0].suggestion(), None);
}

#[test]
fn a_hundred_thousand_forums_of_one_day_take_no_time_to_speak_of() {
    let first = quarter("0001Q1");
    let meetings: Vec<Meeting> = (0..100_000_u32)
        .map(|number| {
            let mut meeting = Meeting::new("f".parse().unwrap(), MeetingKind::Quarterly, "P1".parse().unwrap());
            meeting.held_on = NaiveDate::from_ymd_opt(2025, 7, 1);
            meeting.counts_for = Some(first.checked_add(i64::from(number % 30_000)).unwrap());
            meeting
        })
        .collect();
    let as_of = NaiveDate::from_ymd_opt(2025, 9, 30).unwrap();
    let cadence = evaluate(&meetings, "P1", &CadencePolicy::default(), None, as_of).into_result().unwrap();
    assert_eq!(cadence.rows.iter().filter(|row| row.meeting.is_some()).count(), 30_000);
    assert_eq!(cadence.uncounted.len(), 70_000);
}

#[test]
fn a_hundred_thousand_forums_of_one_puskesmas_one_puskesmas_take_no_time_to_speak_of() {
    let first = NaiveDate::from_ymd_opt(2025, 7, 1).unwrap();
    let meetings: Vec<Meeting> = (0..100_000_u64)
        .map(|number| {
            let mut meeting = Meeting::new("f".parse().unwrap(), MeetingKind::Quarterly, "P1".parse().unwrap());
            meeting.held_on = first.checked_add_days(chrono::Days::new(number % 92));
            meeting
        })
        .collect();
    let as_of = NaiveDate::from_ymd_opt(2025, 9, 30).unwrap();
    let cadence = evaluate(&meetings, "P1", &CadencePolicy::default(), None, as_of).into_result().unwrap();
    // 92 different days: one counts, 91 are duplicates, all others are records of the same days.
    assert_eq!(cadence.rows[0].duplicates.len(), 91);
    assert_eq!(cadence.uncounted.len(), 99_999);
}

#[test]
fn a_key_outside_the_dictionary_is_a_problem() {
    let input = ForumColumns {
        names: &["P1"],
        puskesmas: &[0, 1],
        held_on: &[None, None],
        counts_for: None,
        label: None,
        kind: None,
    };
    let as_of = NaiveDate::from_ymd_opt(2025, 9, 30).unwrap();
    let outcome = evaluate_columns(&input, &CadencePolicy::default(), quarter("2025Q1"), quarter("2025Q3"), as_of);
    let problem = &outcome.problems().as_slice()[0];
    assert_eq!((problem.code(), problem.path().to_string().as_str()), (ProblemCode::NumberRange, "/puskesmas/1"));
}

#[test]
fn equal_names_are_one_puskesmas() {
    let dates = [NaiveDate::from_ymd_opt(2025, 2, 12), NaiveDate::from_ymd_opt(2025, 5, 12)];
    let input = ForumColumns {
        names: &["P1", "P1"],
        puskesmas: &[0, 1],
        held_on: &dates,
        counts_for: None,
        label: None,
        kind: None,
    };
    let as_of = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
    let policy = CadencePolicy::default();
    let columns = evaluate_columns(&input, &policy, quarter("2025Q1"), quarter("2025Q2"), as_of).into_result().unwrap();
    assert_eq!(columns.names, ["P1"]);
    assert_eq!(columns.input_row, [Some(0), Some(1)]);
}

#[test]
fn an_answer_too_large_is_refused_before_it_is_made() {
    let names: Vec<String> = (0..10_000).map(|number| format!("P{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let input = ForumColumns { names: &names, puskesmas: &[], held_on: &[], counts_for: None, label: None, kind: None };
    let as_of = NaiveDate::from_ymd_opt(2025, 9, 30).unwrap();
    let outcome = evaluate_columns(&input, &CadencePolicy::default(), quarter("0001Q1"), quarter("9999Q4"), as_of);
    assert_eq!(outcome.problems().as_slice()[0].path().to_string(), "/from");
}

#[cfg(feature = "schema")]
#[test]
fn the_schema_of_a_policy_is_that_of_its_document() {
    let schema = schemars::schema_for!(CadencePolicy).to_value();
    assert_eq!(
        schema["properties"]["grace_days"]["description"].as_str().map(|text| text.ends_with("31.")),
        Some(true)
    );
    assert_eq!(schema["additionalProperties"], false);
}
