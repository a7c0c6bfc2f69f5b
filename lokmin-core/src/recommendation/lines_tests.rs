//! Every truncation and every change of one byte of a file costs only the line that it touches, and its number is told.

use std::collections::BTreeSet;

use super::*;
use crate::problem::Param;

/// Three short events, one with a letter beyond ASCII.
fn sample() -> (Vec<String>, String) {
    let events = [
        r#""id":"a","recommendation":"r","seq":0,"on":"2025-07-30","kind":"start"}"#,
        r#""id":"b","recommendation":"r","seq":1,"on":"2025-07-30","kind":"note","text":"é"}"#,
        r#""id":"c","recommendation":"r","seq":2,"on":"2025-07-31","kind":"resume"}"#,
    ];
    let lines: Vec<String> = events
        .iter()
        .map(|text| {
            Event::from_json(&format!("{{\"schema\":\"lokmin.event/1\",{text}")).into_result().expect("an event")
        })
        .map(|event| lines::line(&event))
        .collect();
    let text = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    (lines, text)
}

/// Reads bytes: which of the lines are there, and which numbers are told, by code.
fn read(bytes: &[u8]) -> (BTreeSet<String>, BTreeSet<(&'static str, i64)>) {
    let (register, problems) = Register::read(bytes, RegisterPolicy::default()).into_parts();
    let told = problems.iter().filter(|problem| problem.code().as_str().starts_with("register."));
    let number = |problem: &crate::Problem| {
        let line = problem.params().find(|(name, _)| *name == "line").map(|(_, value)| value.clone());
        let Some(Param::Number(line)) = line else { panic!("{problem}") };
        assert_eq!(problem.path().to_string(), format!("/lines/{}", line - 1));
        (problem.code().as_str(), line)
    };
    (register.expect("always a register").lines().collect(), told.map(number).collect())
}

#[test]
fn every_truncation_costs_only_the_last_line() {
    let (lines, text) = sample();
    let mut end = 0;
    let ends: Vec<usize> = lines
        .iter()
        .map(|line| {
            end += line.len() + 1;
            end
        })
        .collect();
    for length in 0..=text.len() {
        let (found, told) = read(&text.as_bytes()[..length]);
        // A line without its line break is whole.
        let whole = ends.iter().filter(|end| **end <= length + 1).count();
        assert_eq!(found, lines[..whole].iter().cloned().collect(), "{length}");
        let is_torn = length > ends.get(whole.wrapping_sub(1)).copied().unwrap_or(0);
        let expected = is_torn.then_some(("register.torn_line", i64::try_from(whole).unwrap() + 1));
        assert_eq!(told, expected.into_iter().collect(), "{length}");
    }
}

#[test]
fn every_change_of_one_byte_costs_only_its_line() {
    let (lines, text) = sample();
    let mut bytes = text.clone().into_bytes();
    let mut number = 0;
    for place in 0..bytes.len() {
        let original = bytes[place];
        let others: BTreeSet<String> =
            lines.iter().enumerate().filter(|(index, _)| *index != number).map(|(_, line)| line.clone()).collect();
        for byte in (0..=u8::MAX).filter(|byte| *byte != original) {
            bytes[place] = byte;
            let (found, told) = read(&bytes);
            assert!(others.is_subset(&found), "byte {place} became {byte}: another line is lost");
            let here = i64::try_from(number).unwrap() + 1;
            // A byte that becomes a line break makes two lines of one.
            let may_be_told = if byte == b'\n' { here..=here + 1 } else { here..=here };
            assert!(told.iter().all(|(_, line)| may_be_told.contains(line)), "byte {place} became {byte}: {told:?}");
            assert!(
                found.iter().all(|line| lines.contains(line)),
                "byte {place} became {byte}: an altered line is read"
            );
            let is_lost = found.len() < lines.len();
            assert!(!is_lost || !told.is_empty(), "byte {place} became {byte}: nothing is told");
            assert!(!is_lost || original != b'\n', "byte {place} became {byte}: a line break costs no line");
        }
        bytes[place] = original;
        number += usize::from(original == b'\n');
    }
}

#[test]
fn every_byte_that_is_left_out_costs_only_its_line() {
    let (lines, text) = sample();
    let mut number = 0;
    for place in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        let gone = bytes.remove(place);
        let (found, told) = read(&bytes);
        let lost: Vec<&String> = lines.iter().filter(|line| !found.contains(*line)).collect();
        match gone {
            b'\n' => assert!(lost.is_empty(), "{place}"),
            _ => assert_eq!((lost, told.len()), (vec![&lines[number]], 1), "{place}"),
        }
        number += usize::from(gone == b'\n');
    }
}

/// The check value of CRC-32C (iSCSI), as RFC 3720 and every catalogue of checksums has it.
#[test]
fn the_checksum_is_crc_32c() {
    assert_eq!(crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(b"123456789"), 0xE306_9283);
    let line = &sample().0[0];
    let (body, tail) = line.split_at(line.len() - 21);
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(body.as_bytes());
    assert_eq!(tail, format!(",\"crc32c\":\"{checksum:08x}\"}}"));
    assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "the line stays JSON");
}

#[test]
fn a_refused_step_lists_the_possible_ones_in_both_languages() {
    let problem = next_state(Some(State::Deferred), Step::Complete, None, None).expect_err("refused");
    let legal = "resume, escalate, cancel, amend, note, carry_over and supersede";
    assert_eq!(
        problem.message(crate::Lang::En),
        format!("`complete` is not possible when the state is `deferred`: possible are {legal}")
    );
    assert!(
        problem.message(crate::Lang::Id).ends_with("carry_over dan supersede"),
        "{}",
        problem.message(crate::Lang::Id)
    );
    let problem = next_state(None, Step::Start, None, None).expect_err("refused");
    assert!(problem.message(crate::Lang::En).ends_with("possible is propose"));
}

#[test]
fn megabytes_of_one_character_are_read_in_time() {
    for character in ["x", "{", "\n", "\"", ",", "{\"schema\":\"", ",\"crc32c\":\"", ",\"crc32c\":\"00000000\"}"] {
        let text = character.repeat(1_000_000 / character.len());
        assert!(Register::read(text.as_bytes(), RegisterPolicy::default()).value().is_some_and(Register::is_empty));
    }
}

/// What costs a register a little for each must not cost it a little for each pair.
#[test]
fn what_is_given_many_times_is_taken_in_time() {
    let note = |id: &str, recommendation: &str, seq: u32, text: &str| {
        let act = Act::Note(Box::new(Noting {}));
        let on = crate::calendar::parse_iso_date("2025-07-30").unwrap();
        let mut event = Event::new(id.parse().unwrap(), recommendation.parse().unwrap(), Seq(seq), on, act);
        event.text = text.parse().ok();
        event
    };
    let many = 20_000;
    let one_id = (0..many).map(|number| note("x", &format!("r{number}"), 0, &number.to_string()));
    let one_place = (0..many).map(|number| note(&format!("y{number}"), "r", 0, "x"));
    let carried = (0..many).map(|number| {
        let forum = format!("f{number}").parse().unwrap();
        Event {
            act: Act::CarryOver(Box::new(CarryingOver { forum })),
            ..note(&format!("z{number}"), "c", number + 1, "x")
        }
    });
    let content = r#"{"schema":"lokmin.event/1","id":"c","recommendation":"c","seq":0,"on":"2025-07-30","kind":"propose","content":{"action":"a","puskesmas":["P"]}}"#;
    let proposal = Event::from_json(content).into_result().expect("an event");
    let events = one_id.chain(one_place).chain(carried).chain([proposal]);
    let register = Register::from_events(events, RegisterPolicy::default()).into_result().expect("a register");
    let earlier = crate::calendar::parse_iso_date("2025-07-30").unwrap();
    assert_eq!(register.as_of(earlier).follow_up(None)[0].times_carried, usize::try_from(many).unwrap());
    assert_eq!(register.conflicts().len(), 2 + 1 + usize::try_from(many).unwrap());
    let mut copy = register.clone();
    assert_eq!(copy.merge(&register).len(), 1001);
}
