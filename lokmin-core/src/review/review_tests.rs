//! What the cases cannot show: orders, real documents together with figures, sizes that nobody has.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{ReviewRequest, review};
use crate::recommendation::Register;

/// Figures of December with the whole target due: code, numerator, denominator, target.
fn figures(of: &[(&str, u32, u32, u32)]) -> Vec<Value> {
    of.iter()
        .map(|(code, numerator, denominator, rate)| {
            let series = json!([{"month": "2025-12", "numerator": numerator, "denominator": denominator}]);
            json!({"definition": code, "target": {"rate": rate}, "children": [{"area": "A", "series": series}]})
        })
        .collect()
}

fn request(figures: &[Value]) -> String {
    json!({"quarter": "2026Q1", "as_of": "2026-02-20", "view": {"year_to_date": "2025-12"}, "figures": figures})
        .to_string()
}

fn codes(text: &str) -> (Vec<String>, Vec<String>) {
    let review = review(text).into_result().expect("the request is in order");
    let codes =
        |list: &[super::IndicatorReview]| list.iter().map(|one| one.assessment.indicator().to_string()).collect();
    (codes(&review.first), codes(&review.others))
}

/// Codes of one kind: the whole target is due at the end of the year, more is better.
const CODES: [&str; 8] = ["K1", "K6", "K8", "PF", "PN", "KF1", "IDL", "IVA"];

proptest! {
    #[test]
    fn which_come_first_does_not_depend_on_the_order_handed_in(
        numbers in prop::collection::vec((0_u32..120, 1_u32..120, 1_u32..101), 8),
        order in Just((0..8).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let of: Vec<(&str, u32, u32, u32)> =
            CODES.iter().zip(&numbers).map(|(code, (a, b, c))| (*code, *a, *b, *c)).collect();
        let shuffled: Vec<_> = order.iter().map(|place| of[*place]).collect();
        let (first, others) = codes(&request(&figures(&of)));
        let (again, others_again) = codes(&request(&figures(&shuffled)));
        prop_assert_eq!(&first, &again);
        prop_assert_eq!(others.len(), others_again.len());
        // The same by fractions of 64 bits: (rate x den - 100 x num) / (rate x den), the largest first.
        let missing = |(_, num, den, rate): &(&str, u32, u32, u32)| {
            let (top, bottom) = (i64::from(rate * den) - i64::from(100 * num), i64::from(rate * den));
            (top > 0).then_some((top, bottom))
        };
        let mut expected: Vec<_> = of.iter().filter_map(|one| Some((missing(one)?, one.0))).collect();
        expected.sort_by(|((a, b), code), ((c, d), other)| (c * b).cmp(&(a * d)).then(code.cmp(other)));
        expected.truncate(5);
        prop_assert_eq!(first, expected.into_iter().map(|(_, code)| code.to_owned()).collect::<Vec<_>>());
    }

    #[test]
    fn a_spoilt_request_has_an_answer(at in 0_usize..2000, byte in prop::sample::select(vec!['"', '{', '9', ',', 'x', '\u{202e}'])) {
        let mut text = request(&figures(&[("K6", 1, 2, 80)]));
        let at = at % text.len();
        if text.is_char_boundary(at) {
            text.insert(at, byte);
        }
        let (value, problems) = review(&text).into_parts();
        prop_assert!(value.is_some() || problems.has_errors());
    }
}

#[test]
fn many_of_everything_take_no_more_than_their_number() {
    let many = 1_000;
    let obstacles = |forum: usize| -> Vec<Value> {
        (0..many)
            .map(|number| json!({"id": format!("{forum}-{number}"), "category": "other", "text": "x", "continues": format!("{}-{number}", forum.wrapping_sub(1))}))
            .collect()
    };
    let shown: Vec<Value> = (0..many)
        .map(|number| json!({"indicator": "K6", "span": {"from": format!("{:04}-01", 1 + number), "to": format!("{:04}-02", 1 + number)}, "numerator": 1}))
        .collect();
    let forums: Vec<Value> = ["2025-02-11", "2025-05-13", "2025-08-12"]
        .iter()
        .enumerate()
        .map(|(forum, day)| {
            json!({"id": format!("f{forum}"), "kind": "quarterly", "held_on": day, "puskesmas": [{"name": "P"}],
                "obstacles": obstacles(forum), "figures_presented": shown})
        })
        .collect();
    let events: Vec<Value> = (0..many)
        .map(|number| {
            let content = json!({"action": "x", "puskesmas": ["P"], "forum": "f1", "obstacle": format!("1-{number}")});
            json!({"schema": "lokmin.event/1", "id": format!("e{number}"), "recommendation": format!("r{number}"), "seq": 0,
                "on": "2025-05-13", "kind": "propose", "content": content})
        })
        .collect();
    let children: Vec<Value> = (0..many).map(|number| json!({"area": format!("desa {number}")})).collect();
    let text = json!({"quarter": "2025Q3", "as_of": "2025-08-20", "forums": forums, "events": events,
        "figures": [{"definition": "K6", "children": children}]})
    .to_string();
    let review = review(&text).into_result().expect("the request is in order");
    assert_eq!(review.obstacles.this.len(), many);
    let first_told = review.obstacles.this[7].continues.as_ref().and_then(|earlier| earlier.forum.clone());
    assert_eq!(first_told.as_deref(), Some("f0"));
    assert_eq!(review.recommendations.previous.len(), many);
    assert_eq!(review.figures_presented.len(), many);
}

#[test]
fn a_register_of_ones_own_goes_before_the_events() {
    let text = json!({"quarter": "2025Q3", "as_of": "2025-08-20", "events": [{"schema": "lokmin.event/1", "id": "e",
        "recommendation": "r", "seq": 0, "on": "2025-08-12", "kind": "propose", "content": {"action": "x", "puskesmas": ["P"]}}]})
    .to_string();
    let request = ReviewRequest::from_json(&text).into_result().expect("the request is in order");
    let own = request.run().into_result().expect("there is a review");
    let without = request.run_with(&Register::default()).into_result().expect("there is a review");
    assert_eq!((own.recommendations.this.len(), without.recommendations.this.len()), (1, 0));
}

#[test]
fn a_request_made_in_rust_is_checked_as_well() {
    let day = crate::calendar::parse_iso_date("2025-08-20").expect("a day");
    let mut request = ReviewRequest::new("2025Q3".parse().expect("a quarter"), day);
    request.first = crate::Count::new(21);
    let problems = request.run().into_result().expect_err("21 are too many");
    assert_eq!(problems.as_slice()[0].path().to_string(), "/first");
}
