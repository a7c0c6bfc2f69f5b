//! What holds for all forums, not only for those worked out by hand.

use chrono::{Datelike, Days as ChronoDays, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::calendar::Quarter;
use crate::json::Text;
use crate::problem::Param;

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 11, 1).unwrap() + ChronoDays::new(offset)
}

fn quarter() -> impl Strategy<Value = Quarter> {
    (2023..=2026, 1_u32..=4).prop_map(|(year, number)| Quarter::new(year, number).unwrap())
}

fn text(text: &str) -> Text {
    text.parse().unwrap()
}

prop_compose! {
    fn meeting()(
        puskesmas in prop::collection::btree_set(0_u8..3, 1..=2),
        monthly in prop::bool::weighted(0.1),
        // Few days, so that equal ones and neighbours occur.
        held_on in prop::option::weighted(0.9, prop_oneof![0_u64..900, 240_u64..260]),
        label in prop::option::weighted(0.3, quarter()),
        counts_for in prop::option::weighted(0.15, quarter()),
    ) -> (Meeting, Option<Quarter>) {
        let kind = if monthly { MeetingKind::Monthly } else { MeetingKind::Quarterly };
        let mut meeting = Meeting::new(text("f"), kind, text("P"));
        meeting.puskesmas = puskesmas.iter().map(|number| text(&format!("P{number}"))).collect();
        meeting.held_on = held_on.map(day);
        meeting.label = label.map(|label| text(&format!("Triwulan {} Tahun {}", label.number(), label.year())));
        meeting.counts_for = counts_for;
        (meeting, label)
    }
}

prop_compose! {
    fn policy()(
        reviewed in any::<bool>(),
        complete in any::<bool>(),
        grace in 0_u16..=100,
        first in 1_u8..=3,
        own in prop::option::of((quarter(), 0_usize..3)),
    ) -> CadencePolicy {
        let mut document = PolicyDocument {
            label_convention: reviewed.then_some(LabelConvention::Reviewed),
            records_complete: complete,
            grace_days: Days::new(grace),
            due_months: (0..4).map(|n| MonthNumber::new(first + 3 * n).unwrap()).collect(),
            ..PolicyDocument::default()
        };
        if let Some((quarter, month)) = own {
            let held_in = if reviewed { quarter.next().unwrap() } else { quarter };
            document.yearly_schedule = vec![ScheduleEntry::in_month(quarter, held_in.months()[month])];
        }
        CadencePolicy::new(&document).into_result().unwrap()
    }
}

/// One row a forum and Puskesmas.
struct Rows {
    meeting: Vec<usize>,
    puskesmas: Vec<u32>,
    held_on: Vec<Option<NaiveDate>>,
    counts_for: Vec<Option<Quarter>>,
    label: Vec<Option<Quarter>>,
    kind: Vec<MeetingKind>,
}

fn rows(meetings: &[(Meeting, Option<Quarter>)], names: &[&str]) -> Rows {
    let mut rows =
        Rows { meeting: vec![], puskesmas: vec![], held_on: vec![], counts_for: vec![], label: vec![], kind: vec![] };
    for (index, (meeting, label)) in meetings.iter().enumerate() {
        for code in &meeting.puskesmas {
            rows.meeting.push(index);
            rows.puskesmas.push(u32::try_from(names.iter().position(|name| *name == code.as_str()).unwrap()).unwrap());
            rows.held_on.push(meeting.held_on);
            rows.counts_for.push(meeting.counts_for);
            rows.label.push(*label);
            rows.kind.push(meeting.kind);
        }
    }
    rows
}

proptest! {
    #[test]
    fn columns_say_what_one_by_one_says(
        meetings in prop::collection::vec(meeting(), 0..40),
        policy in policy(),
        as_of in 0_u64..1000,
    ) {
        // Not in order, so that the order of the answer is seen.
        let names = ["P2", "P0", "P1"];
        let as_of = day(as_of);
        let (from, to) = (Quarter::new(2023, 1).unwrap(), Quarter::new(2027, 1).unwrap());
        let rows = rows(&meetings, &names);
        let input = ForumColumns {
            names: &names,
            puskesmas: &rows.puskesmas,
            held_on: &rows.held_on,
            counts_for: Some(&rows.counts_for),
            label: Some(&rows.label),
            kind: Some(&rows.kind),
        };
        let columns = evaluate_columns(&input, &policy, from, to, as_of).into_result().unwrap();
        let meetings: Vec<Meeting> = meetings.into_iter().map(|(meeting, _)| meeting).collect();
        let cells = from.through(to).len();
        prop_assert_eq!(columns.names.as_slice(), ["P0", "P1", "P2"]);
        prop_assert_eq!(columns.status.len(), 3 * cells);
        for (number, name) in columns.names.iter().enumerate() {
            let (cadence, problems) = evaluate(&meetings, name, &policy, Some(from), as_of).into_parts();
            let cadence = cadence.unwrap();
            let twice = |row: &CadenceRow| problems.iter().any(|problem| {
                let kept = row.meeting.map(|meeting| Param::Number(i64::try_from(meeting).unwrap()));
                problem.params().any(|(name, value)| name == "kept_row" && Some(value) == kept.as_ref())
            });
            for (place, quarter) in from.through(to).enumerate() {
                let cell = number * cells + place;
                prop_assert_eq!(columns.puskesmas[cell] as usize, number);
                prop_assert_eq!(columns.quarter[cell], quarter);
                // One by one ends at the current quarter; after it there is nothing but what is still to come.
                let Some(row) = cadence.rows.iter().find(|row| row.quarter == quarter) else {
                    prop_assert_eq!(columns.status[cell], Status::Upcoming.index());
                    prop_assert_eq!(columns.input_row[cell], None);
                    continue;
                };
                prop_assert_eq!(columns.status[cell], row.status.index());
                prop_assert_eq!(columns.days[cell].map(i64::from), row.days);
                prop_assert_eq!(columns.input_row[cell].map(|index| rows.meeting[index as usize]), row.meeting);
                let flags = columns.flags[cell];
                prop_assert_eq!(flags & flag::AMBIGUOUS != 0, row.other_reading.is_some());
                prop_assert_eq!(flags & flag::DUPLICATE != 0, !row.duplicates.is_empty());
                prop_assert_eq!(flags & flag::EARLY != 0, row.timing == Some(Timing::Early));
                prop_assert_eq!(flags & flag::LATE_IN_QUARTER != 0, row.timing == Some(Timing::Late));
                prop_assert_eq!(flags & flag::RECORDED_TWICE != 0, twice(row));
            }
        }
    }

    #[test]
    fn the_order_of_the_forums_does_not_matter(
        meetings in prop::collection::vec(meeting(), 0..12),
        policy in policy(),
        as_of in 0_u64..1000,
    ) {
        let forwards: Vec<Meeting> = meetings.into_iter().map(|(meeting, _)| meeting).collect();
        let backwards: Vec<Meeting> = forwards.iter().rev().cloned().collect();
        let judge = |meetings: &[Meeting]| {
            let cadence = evaluate(meetings, "P1", &policy, None, day(as_of)).into_result().unwrap();
            let rows: Vec<_> = cadence.rows.iter().map(|row| (row.quarter, row.status, row.days, row.held_on)).collect();
            (rows, cadence.streak, cadence.next_due)
        };
        // Two records of one day that each state another quarter are the one thing that the order settles.
        let states = |meeting: &&Meeting| meeting.label.is_some() || meeting.counts_for.is_some();
        let mut stated: Vec<_> = forwards.iter().filter(states).filter_map(|meeting| meeting.held_on).collect();
        let all = stated.len();
        stated.sort_unstable();
        stated.dedup();
        prop_assume!(stated.len() == all);
        prop_assert_eq!(judge(&forwards), judge(&backwards));
    }

    #[test]
    fn every_quarter_has_one_row_and_every_forum_one_place(
        meetings in prop::collection::vec(meeting(), 0..30),
        policy in policy(),
        as_of in 0_u64..1000,
    ) {
        let meetings: Vec<Meeting> = meetings.into_iter().map(|(meeting, _)| meeting).collect();
        let cadence = evaluate(&meetings, "P1", &policy, None, day(as_of)).into_result().unwrap();
        for pair in cadence.rows.windows(2) {
            prop_assert_eq!(pair[0].quarter.next(), Some(pair[1].quarter));
        }
        let mut placed: Vec<usize> = cadence.rows.iter().filter_map(|row| row.meeting).collect();
        placed.extend(cadence.uncounted.iter().map(|uncounted| uncounted.meeting));
        placed.sort_unstable();
        let of_p1: Vec<usize> =
            (0..meetings.len()).filter(|index| meetings[*index].puskesmas.contains(&text("P1"))).collect();
        prop_assert_eq!(placed, of_p1);
    }

    #[test]
    fn place_agrees_with_evaluate_on_a_forum_alone((meeting, _) in meeting(), policy in policy()) {
        let placement = place(&meeting, &policy, &[]).into_result().unwrap();
        let code = meeting.puskesmas[0].to_string();
        let cadence = evaluate(&[meeting], &code, &policy, None, day(2000)).into_result().unwrap();
        let row = cadence.rows.iter().find(|row| row.meeting.is_some());
        // A forum without a date has its quarter, but no row: nothing shows that it was held.
        if placement.date_quarter.is_some() {
            prop_assert_eq!(placement.quarter, row.map(|row| row.quarter));
            prop_assert_eq!(placement.basis, row.and_then(|row| row.basis));
        }
        prop_assert_eq!(placement.status, row.map(|row| row.status));
        prop_assert_eq!(placement.days_late, row.and_then(|row| row.days));
        prop_assert_eq!(placement.other_reading, row.and_then(|row| row.other_reading));
    }

    #[test]
    fn a_record_without_a_date_changes_no_verdict(
        meetings in prop::collection::vec(meeting(), 0..12),
        policy in policy(),
        as_of in 0_u64..1000,
    ) {
        let all: Vec<Meeting> = meetings.into_iter().map(|(meeting, _)| meeting).collect();
        let dated: Vec<Meeting> = all.iter().filter(|meeting| meeting.held_on.is_some()).cloned().collect();
        let judge = |meetings: &[Meeting]| {
            let cadence = evaluate(meetings, "P1", &policy, None, day(as_of)).into_result().unwrap();
            let rows: Vec<_> = cadence.rows.iter().map(|row| (row.quarter, row.status, row.days, row.held_on)).collect();
            (rows, cadence.streak, cadence.next_due)
        };
        prop_assert_eq!(judge(&all), judge(&dated));
    }

    #[test]
    fn a_policy_survives_being_written(policy in policy()) {
        let written = serde_json::to_string(&policy).unwrap();
        prop_assert_eq!(CadencePolicy::from_json(&written).into_result().unwrap(), policy);
    }

    #[test]
    fn any_label_gives_an_answer(label in any::<String>(), held_on in prop::option::of(0_u64..900)) {
        prop_assume!(!label.trim().is_empty());
        let mut meeting = Meeting::new(text("f"), MeetingKind::Quarterly, text("P1"));
        meeting.label = Some(text(&label));
        meeting.held_on = held_on.map(day);
        prop_assert!(place(&meeting, &CadencePolicy::default(), &[]).is_ok());
    }

    #[test]
    fn any_request_gives_an_answer(request in any::<String>()) {
        prop_assert!(evaluate_json(&request).problems().has_errors());
        prop_assert!(place_json(&request).problems().has_errors());
        prop_assert!(schedule_json(&request).problems().has_errors());
        prop_assert!(evaluate_columns_json(&request).problems().has_errors());
    }

    #[test]
    fn a_scheduled_day_can_be_used(year in 2024_i32..=2026, earliest in 1_u8..=28, reviewed in any::<bool>()) {
        let rules = ScheduleRules { earliest_day: DayNumber::new(earliest), ..ScheduleRules::default() };
        let document = PolicyDocument {
            schedule: Some(rules),
            label_convention: reviewed.then_some(LabelConvention::Reviewed),
            ..PolicyDocument::default()
        };
        let policy = CadencePolicy::new(&document).into_result().unwrap();
        let holidays = crate::calendar::Holidays::indonesia_2024_2026();
        for forum in schedule(year, &policy, holidays).into_result().unwrap() {
            let Some(date) = forum.date else { continue };
            prop_assert!(forum.due.from <= date && date <= forum.due.to);
            prop_assert!(!holidays.is_holiday(date));
            prop_assert!(forum.skipped.iter().all(|skipped| skipped.date < date));
            let invite_by = forum.invite_by.unwrap();
            prop_assert!(!holidays.is_holiday(invite_by) && policy.weekdays().contains(&Day::from(invite_by.weekday())));
            prop_assert!((date - invite_by).num_days() >= i64::from(policy.notice_days()));
            let meeting = Meeting { held_on: Some(date), ..Meeting::new(text("f"), MeetingKind::Quarterly, text("P1")) };
            prop_assert_eq!(place(&meeting, &policy, &[]).into_result().unwrap().quarter, Some(forum.quarter));
        }
    }
}
