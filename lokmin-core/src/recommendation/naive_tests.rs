//! A second implementation, slow and plain, and what holds for all histories.
//!
//! The second one knows nothing of the first: it has the table of the design as text, keeps every event in one list, and
//! works everything out anew for every question. Both have to agree on any events, however senseless.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

/// The table of the design: what is possible, and where it leads.
const TABLE: &str = "
    - propose proposed
    proposed agree agreed; proposed reject rejected; proposed defer deferred; proposed escalate escalated
    proposed cancel cancelled; proposed supersede cancelled
    agreed start in_progress; agreed progress in_progress; agreed complete done; agreed defer deferred
    agreed escalate escalated; agreed cancel cancelled; agreed supersede cancelled
    in_progress complete done; in_progress defer deferred; in_progress escalate escalated; in_progress cancel cancelled
    in_progress progress in_progress; in_progress supersede cancelled
    done verify verified; done reopen in_progress; verified reopen in_progress
    deferred resume BACK; deferred escalate escalated; deferred cancel cancelled; deferred supersede cancelled
    escalated reply ANSWER; escalated cancel cancelled; escalated supersede cancelled
    rejected reopen proposed; cancelled reopen proposed
    proposed amend proposed; agreed amend agreed; in_progress amend in_progress; deferred amend deferred
    proposed note proposed; agreed note agreed; in_progress note in_progress; deferred note deferred
    proposed carry_over proposed; agreed carry_over agreed; in_progress carry_over in_progress
    deferred carry_over deferred; escalated amend escalated; escalated note escalated; escalated carry_over escalated
";

fn leads_to(state: &str, step: &str) -> Option<&'static str> {
    let wanted = format!("{state} {step} ");
    TABLE.split(['\n', ';']).find_map(|line| line.trim().strip_prefix(&wanted))
}

/// What the second implementation says of one recommendation.
#[derive(Debug, Default, PartialEq)]
struct Story {
    state: String,
    owners: Vec<String>,
    due: Option<String>,
    first_due: Option<String>,
    action: String,
    measure: Option<String>,
    agreed_on: Option<String>,
    done_on: Option<String>,
    verified_on: Option<String>,
    carried: BTreeSet<String>,
    waits_since: Option<String>,
    reply: Option<String>,
    until: Option<String>,
    by: Option<String>,
    applied: Vec<String>,
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}

/// Tells every recommendation from the events as JSON: the stories, and the ids of the events that are not applied.
fn tell(events: &[Event], sees: impl Fn(&Event) -> bool) -> (BTreeMap<String, Story>, BTreeSet<String>) {
    let mut lines: Vec<(String, Value)> = Vec::new();
    for event in events.iter().filter(|event| sees(event)) {
        let line = lines::line(event);
        if !lines.iter().any(|(known, _)| *known == line) {
            lines.push((line, serde_json::to_value(event).unwrap()));
        }
    }
    // Of several with one id, that whose line comes first.
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    let mut ids = BTreeSet::new();
    lines.retain(|(_, event)| ids.insert(text(event, "id")));
    lines.sort_by_key(|(_, event)| (event["seq"].as_u64(), text(event, "on"), text(event, "id")));
    let recommendations: BTreeSet<String> =
        lines.iter().filter_map(|(_, event)| text(event, "recommendation")).collect();
    let mut stories = BTreeMap::new();
    let mut not_applied = BTreeSet::new();
    for recommendation in recommendations {
        let mut story: Option<Story> = None;
        // The states before it was put off, and before it was passed on.
        let (mut put_off, mut passed_on) = (String::new(), String::new());
        for (_, event) in lines.iter().filter(|(_, event)| event["recommendation"] == recommendation.as_str()) {
            let step = text(event, "kind").unwrap();
            let on = text(event, "on");
            let before = story.as_ref().map_or("-", |story| story.state.as_str()).to_owned();
            let mut next = leads_to(&before, &step).map(str::to_owned);
            let verifier = text(event, "sector");
            if step == "verify"
                && story.as_ref().is_some_and(|story| story.owners.iter().any(|one| Some(one) == verifier.as_ref()))
            {
                next = None;
            }
            let Some(mut next) = next else {
                not_applied.insert(text(event, "id").unwrap());
                continue;
            };
            if next == "BACK" {
                next.clone_from(&put_off);
            }
            if next == "ANSWER" {
                next = match event["outcome"].as_str().unwrap() {
                    "refused" => passed_on.clone(),
                    "noted" => "escalated".to_owned(),
                    _ => "agreed".to_owned(),
                };
            }
            let now = story.get_or_insert_default();
            now.applied.extend(text(event, "id"));
            if step == "propose" {
                now.action = text(&event["content"], "action").unwrap();
                now.measure = text(&event["content"], "measure");
            }
            if let Some(owners) = event.get("owners").and_then(Value::as_array) {
                now.owners = owners.iter().filter_map(|owner| text(owner, "sector")).collect();
            }
            now.due = text(event, "due").or(now.due.take());
            now.measure = text(event, "measure").or(now.measure.take());
            now.action = text(event, "action").unwrap_or(std::mem::take(&mut now.action));
            if step == "carry_over" {
                now.carried.extend(text(event, "forum"));
            }
            match step.as_str() {
                "defer" => {
                    put_off = before.clone();
                    now.until = text(event, "until");
                }
                "escalate" => {
                    passed_on = before.clone();
                    now.waits_since.clone_from(&on);
                    now.reply = None;
                }
                "reply" => now.reply = text(event, "outcome"),
                "supersede" => now.by = text(event, "by_recommendation"),
                "reopen" => {
                    now.by = None;
                    now.done_on = None;
                    now.verified_on = None;
                }
                "complete" => now.done_on.clone_from(&on),
                "verify" => now.verified_on.clone_from(&on),
                _ => {}
            }
            if next == "agreed" && now.agreed_on.is_none() {
                now.agreed_on.clone_from(&on);
            }
            if next != "escalated" {
                now.waits_since = None;
                now.reply = None;
            }
            if next != "escalated" && next != "deferred" {
                now.until = None;
            }
            now.state = next;
            if now.first_due.is_none() && now.agreed_on.is_some() {
                now.first_due.clone_from(&now.due);
            }
        }
        if let Some(story) = story {
            stories.insert(recommendation, story);
        }
    }
    (stories, not_applied)
}

fn story_of(one: &FollowUp<'_>, on: NaiveDate) -> Story {
    let date = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    Story {
        state: one.state.to_string(),
        owners: one.owners.iter().map(|owner| owner.sector.to_string()).collect(),
        due: date(one.due),
        first_due: date(one.first_due),
        action: one.action.to_string(),
        measure: one.measure.map(ToString::to_string),
        agreed_on: date(one.agreed_on),
        done_on: date(one.done_on),
        verified_on: date(one.verified_on),
        carried: one.carried_into.iter().map(ToString::to_string).collect(),
        waits_since: one.waiting_days.map(|days| (on - chrono::Duration::days(days)).to_string()),
        reply: one.reply.map(|reply| reply.to_string()),
        until: date(one.deferred_until),
        by: one.superseded_by.map(ToString::to_string),
        applied: Vec::new(),
    }
}

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 7, 1).unwrap() + Days::new(offset)
}

/// The members of an event of a step, with few different values, so that they meet.
fn members(step: Step, choice: u8) -> Value {
    let sector = ["DESA", "PKM", "KEC"][usize::from(choice % 3)];
    let due = day(u64::from(choice % 7) * 5);
    match step {
        Step::Propose if choice.is_multiple_of(2) => {
            json!({ "content": { "action": format!("a{choice}"), "puskesmas": ["A"] } })
        }
        Step::Propose => json!({ "content": { "action": "b", "puskesmas": ["A", "B"], "measure": "m" } }),
        Step::Agree if choice.is_multiple_of(2) => json!({ "owners": [{ "sector": sector }], "due": due }),
        Step::Agree => json!({ "owners": [{ "sector": sector }, { "sector": "TNI" }], "measure": "n" }),
        Step::Reject | Step::Cancel | Step::Reopen => json!({ "reason": "x" }),
        Step::Start | Step::Resume => json!({}),
        Step::Progress => json!({ "villages": { "done": choice % 5, "of": 5 } }),
        Step::Complete => json!({ "evidence": ["foto"] }),
        Step::Verify => json!({ "sector": sector }),
        Step::Defer => json!({ "until": due, "reason": "x" }),
        Step::Escalate => json!({ "to": "dinkes", "reason": "x" }),
        Step::Reply => {
            let outcome = ["supported", "taken_over", "refused", "noted"][usize::from(choice % 4)];
            match choice % 5 {
                0 => json!({ "outcome": outcome, "reference": "s", "owners": [{ "sector": sector }], "due": due }),
                _ => json!({ "outcome": outcome, "reference": "s" }),
            }
        }
        Step::Amend if choice.is_multiple_of(2) => json!({ "due": due, "reason": "x" }),
        Step::Amend => json!({ "owners": [{ "sector": sector }], "action": "c", "measure": "k", "reason": "x" }),
        Step::Note => json!({ "text": "x" }),
        Step::CarryOver => json!({ "forum": format!("f{}", choice % 3) }),
        Step::Supersede => json!({ "by_recommendation": "r9" }),
    }
}

fn event(id: &str, recommendation: &str, seq: u32, on: NaiveDate, step: Step, choice: u8) -> Event {
    let mut event = members(step, choice);
    event["schema"] = json!("lokmin.event/1");
    event["id"] = json!(id);
    event["recommendation"] = json!(recommendation);
    event["seq"] = json!(seq);
    event["on"] = json!(on);
    event["kind"] = json!(step);
    if choice % 4 == 1 {
        event["recorded"] = json!(on + Days::new(u64::from(choice % 6)));
        event["by"] = json!(format!("laptop {}", choice % 2));
    }
    Event::from_json(&event.to_string()).into_result().expect("an event")
}

fn step() -> impl Strategy<Value = Step> {
    // Those that make a history long come often.
    let all = prop::sample::select(Step::ALL.to_vec());
    let often = prop::sample::select(vec![
        Step::Propose,
        Step::Agree,
        Step::Start,
        Step::Complete,
        Step::Reopen,
        Step::Defer,
        Step::Escalate,
        Step::Reply,
    ]);
    prop_oneof![all, often]
}

prop_compose! {
    /// Any event, with few ids, so that some are given twice.
    fn any_event()(
        id in 0_u32..60, recommendation in 0_u8..2, seq in 0_u32..9, on in 0_u64..30, step in step(), choice in 0_u8..70,
    ) -> Event {
        event(&format!("e{id}"), &format!("r{recommendation}"), seq, day(on), step, choice)
    }
}

/// Histories in which each recommendation begins by being proposed, so that more can be applied.
fn events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(any_event(), 0..25).prop_map(|mut events| {
        events.push(event("p0", "r0", 0, day(0), Step::Propose, 0));
        events.push(event("p1", "r1", 0, day(0), Step::Propose, 1));
        events
    })
}

fn register(events: &[Event]) -> Register {
    Register::from_events(events.to_vec(), RegisterPolicy::default())
        .into_result()
        .expect("a register takes everything")
}

fn merged(one: &Register, other: &Register) -> Register {
    let mut register = one.clone();
    let _ = register.merge(other);
    register
}

/// Everything that can be asked of a register.
fn everything(register: &Register) -> String {
    let follow_up = register.as_of(day(60)).follow_up(None);
    let agenda = register.as_of(day(20)).agenda(None);
    let answers = json!([register.to_text(), follow_up, agenda, register.conflicts(), register.next_seq("r0")]);
    answers.to_string()
}

fn agree(register: &Register, events: &[Event]) {
    let told = |snapshot: Snapshot<'_>, on| -> BTreeMap<String, Story> {
        let histories = snapshot.histories(None);
        let follow_ups: Vec<&FollowUp<'_>> = histories.iter().map(|history| &history.follow_up).collect();
        assert_eq!(follow_ups, snapshot.follow_up(None).iter().collect::<Vec<_>>());
        let story = |history: &History<'_>| {
            let applied = history.events.iter().map(|event| event.id.to_string()).collect();
            Story { applied, ..story_of(&history.follow_up, on) }
        };
        histories.iter().map(|one| (one.follow_up.recommendation.to_string(), story(one))).collect()
    };
    let (stories, not_applied) = tell(events, |_| true);
    assert_eq!(told(register.as_of(day(60)), day(60)), stories);
    let conflicts = register.conflicts();
    let found = conflicts.iter().filter(|conflict| conflict.kind == ConflictKind::NotApplied);
    assert_eq!(found.map(|conflict| conflict.events[0].id.to_string()).collect::<BTreeSet<_>>(), not_applied);
    for offset in [0, 3, 7, 12, 20, 31] {
        let on = day(offset);
        assert_eq!(told(register.as_of(on), on), tell(events, |event| event.on <= on).0, "as of {on}");
        let known = tell(events, |event| event.on <= on && event.recorded.is_none_or(|recorded| recorded <= on)).0;
        assert_eq!(told(register.known_by(on), on), known, "known by {on}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_second_implementation_agrees(events in events()) {
        agree(&register(&events), &events);
    }

    /// A merge is a union: the order, the grouping and the number of times do not matter, and nothing is lost.
    #[test]
    fn merging_is_a_union(one in events(), two in events(), three in events(), shared in events()) {
        let with_shared = |events: &[Event]| register(&[events, &shared].concat());
        let (a, b, c) = (with_shared(&one), with_shared(&two), register(&three));
        let all = register(&[&shared[..], &three, &one, &two].concat());
        prop_assert_eq!(everything(&merged(&a, &b)), everything(&merged(&b, &a)));
        let left = merged(&merged(&a, &b), &c);
        prop_assert_eq!(everything(&left), everything(&merged(&a, &merged(&b, &c))));
        prop_assert_eq!(everything(&left), everything(&all));
        prop_assert_eq!(everything(&merged(&a, &a)), everything(&a));
        prop_assert_eq!(everything(&merged(&left, &b)), everything(&left));
        let lines: BTreeSet<String> = left.lines().collect();
        for event in [&one[..], &two, &three, &shared].concat() {
            prop_assert!(lines.contains(&lines::line(&event)));
        }
        prop_assert_eq!(lines.len(), left.len());
    }

    /// Two laptops go on from one copy, each as strictly as can be; afterwards both come to the same.
    #[test]
    fn two_laptops_come_to_the_same(
        begin in prop::collection::vec((step(), 0_u8..70), 0..12),
        one in prop::collection::vec((step(), 0_u8..70), 0..12),
        two in prop::collection::vec((step(), 0_u8..70), 0..12),
    ) {
        let go_on = |register: &mut Register, name: &str, steps: &[(Step, u8)]| {
            let mut written = Vec::new();
            for (index, (step, choice)) in steps.iter().enumerate() {
                let recommendation = if choice % 3 == 0 { "r1" } else { "r0" };
                let seq = register.next_seq(recommendation);
                let id = format!("{name}{index}");
                let event = event(&id, recommendation, seq, day(u64::from(*choice % 30)), *step, *choice);
                let is_legal = register.as_of(day(99)).of(recommendation).map_or(*step == Step::Propose, |one| {
                    let owns = |sector: &Value| one.owners.iter().any(|owner| Some(owner.sector.as_str()) == sector.as_str());
                    one.legal_steps.contains(step) && (*step != Step::Verify || !owns(&members(*step, *choice)["sector"]))
                });
                let applied = register.apply(event.clone());
                assert_eq!(applied.is_ok(), is_legal, "{step} {:?}", applied.problems());
                if let Some(applied) = applied.value() {
                    assert_eq!(applied.line, lines::line(&event));
                    written.push(event);
                }
            }
            written
        };
        let mut first = Register::default();
        let mut events = go_on(&mut first, "p", &[(Step::Propose, 0), (Step::Propose, 3)]);
        events.extend(go_on(&mut first, "begin", &begin));
        // What was worked out step by step is what a replay of everything works out.
        prop_assert_eq!(everything(&first), everything(&register(&events)));
        let mut second = first.clone();
        events.extend(go_on(&mut first, "one", &one));
        events.extend(go_on(&mut second, "two", &two));
        let told = [merged(&first, &second), merged(&second, &first)].map(|register| {
            agree(&register, &events);
            everything(&register)
        });
        prop_assert_eq!(&told[0], &told[1]);
        let mut clashes = first.clone();
        let here = clashes.merge(&second);
        prop_assert_eq!(here, second.clone().merge(&first));
    }

    /// What is written is read again, in any order of the lines, and in two files joined.
    #[test]
    fn lines_are_read_again(events in events(), turn in 0_usize..30) {
        let register = register(&events);
        let mut lines: Vec<String> = register.lines().collect();
        if !lines.is_empty() {
            let turn = turn % lines.len();
            lines.rotate_left(turn);
        }
        let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        let outcome = Register::read(text.as_bytes(), RegisterPolicy::default());
        prop_assert!(outcome.problems().iter().all(|problem| problem.code().as_str().starts_with("merge.")));
        prop_assert_eq!(everything(outcome.value().unwrap()), everything(&register));
    }

    /// The fast way to read a line and the slow one read the same event.
    #[test]
    fn a_line_is_read_the_same_both_ways(one in any_event(), recorded in any::<bool>()) {
        let mut one = one;
        one.by = recorded.then(|| "dr. \"X\"".parse().unwrap());
        let line = lines::line(&one);
        let fast = Event::from_canonical(&line, 21, &mut String::new());
        // A quotation mark inside a text is escaped, and left to the slow way.
        prop_assert_eq!(fast.is_some(), !recorded);
        prop_assert_eq!(lines::read_any_event(&line).unwrap(), fast.unwrap_or_else(|| one.clone()));
        let with = |text: &str, other: &str| Event::from_canonical(&line.replacen(text, other, 1), 21, &mut String::new());
        prop_assert!(with("\"kind\":", "\"id\":\"x\",\"kind\":").is_none());
        prop_assert!(with("\"kind\":", "\"kind\":\"note\",\"kind\":").is_none());
        prop_assert!(with("\"seq\":", "\"seq\":0").is_none());
        prop_assert!(with("\"seq\":", "\"seq\":+").is_none());
        prop_assert!(with("\"seq\":", "\"seq\":-").is_none());
        prop_assert!(with("\"seq\":", "\"seq\":1.").is_none());
        prop_assert!(with(",\"crc32c\"", ",\"more\":1,\"crc32c\"").is_none());
        prop_assert!(with("lokmin.event/1", "lokmin.event/2").is_none());
        prop_assert!(with("\"on\":\"2025", "\"on\":\"25").is_none());
    }

    /// Whatever the bytes are, there is a register, and writing and reading it changes nothing.
    #[test]
    fn any_bytes_are_a_register(
        events in events(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..3), 0..20),
    ) {
        let mut bytes = register(&events).to_text().into_bytes();
        for (place, byte, kind) in edits {
            let place = place.index(bytes.len());
            match kind {
                0 => bytes[place] = byte,
                1 => bytes.insert(place, byte),
                _ => { bytes.remove(place); }
            }
        }
        let found = Register::read(&bytes, RegisterPolicy::default()).into_result().expect("always a register");
        let again = Register::read(found.to_text().as_bytes(), RegisterPolicy::default()).into_result().unwrap();
        prop_assert_eq!(everything(&found), everything(&again));
        let known: BTreeSet<String> = register(&events).lines().collect();
        prop_assert!(found.lines().all(|line| known.contains(&line)), "what was altered is never taken");
    }
}
