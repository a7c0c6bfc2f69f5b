//! One function an operation: a request as JSON text in, an outcome out. The faces call these.

use crate::json::{Member, read_text};
use crate::problem::Outcome;

use super::assessment::Assessment;
use super::iks::{Iks, IksArea, IksAreaRequest, IksRequest};
use super::pkp::{Pkp, PkpRequest};
use super::published::{PublishedCheck, PublishedRequest};
use super::quality::{IndicatorQuality, QualityRequest};
use super::rank::{RankRequest, Ranked};
use super::request::{AssessRequest, ExplainRequest};
use super::rolled::{ExplainedArea, RollUp};
use super::rollup::{ExplainRollUpRequest, RollUpRequest};
use super::score::{DropOut, DropOutRequest, Skdn, SkdnRequest, Uci, UciRequest};
use super::suppress::{SuppressRequest, Suppressed};

/// Reads a request and runs it; the problems of both are in the outcome.
fn run<R: Member, T>(text: &str, run: impl FnOnce(R) -> Outcome<T>) -> Outcome<T> {
    let (request, mut problems) = read_text::<R>(text).into_parts();
    let Some(request) = request else { return Outcome::new(None, problems) };
    let (value, own) = run(request).into_parts();
    problems.append(own);
    Outcome::new(value, problems)
}

/// Assesses one series: an [`AssessRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::assess_series;
/// let outcome = assess_series(r#"{"definition": "IBL", "view": {"month": "2025-07"}}"#);
/// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "indicator.ambiguous_ibl");
/// ```
pub fn assess_series(text: &str) -> Outcome<Assessment> {
    run(text, |request: AssessRequest| request.run())
}

/// Assesses one series and says its arithmetic in words: an [`ExplainRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::explain_series;
/// let outcome = explain_series(r#"{"definition": "VITA", "view": {"month": "2025-07"}, "lang": "en"}"#);
/// assert_eq!(outcome.value().unwrap(), "not scheduled in this span");
/// ```
pub fn explain_series(text: &str) -> Outcome<String> {
    run(text, |request: ExplainRequest| request.run())
}

/// Adds areas up to their parent: a [`RollUpRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::roll_up;
/// let outcome = roll_up(r#"{"definition": "K6", "view": {"month": "2025-07"}, "children": [
///     {"area": "A", "series": [{"month": "2025-07", "numerator": 4, "denominator": 57}]},
///     {"area": "B", "series": [{"month": "2025-07", "numerator": 6, "denominator": 43}]}]}"#);
/// assert_eq!(outcome.value().unwrap().assessment.value().unwrap().to_string(), "10");
/// ```
pub fn roll_up(text: &str) -> Outcome<RollUp> {
    run(text, |request: RollUpRequest| request.run())
}

/// Adds areas up to their parent and says the arithmetic in words, the parent first: an [`ExplainRollUpRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::explain_roll_up;
/// let outcome = explain_roll_up(r#"{"definition": "VITA", "view": {"month": "2025-07"}, "lang": "en",
///     "children": [{"area": "A"}]}"#);
/// let explained = outcome.value().unwrap();
/// assert_eq!((explained[0].area.as_ref(), explained[0].text.as_str()), (None, "not scheduled in this span"));
/// ```
pub fn explain_roll_up(text: &str) -> Outcome<Vec<ExplainedArea>> {
    run(text, |request: ExplainRollUpRequest| request.run())
}

/// Ranks areas: a [`RankRequest`] as JSON. The answer has each area once, in the order given.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::rank_areas;
/// let outcome = rank_areas(r#"{"definition": "K6", "areas": [
///     {"area": "A", "numerator": 1, "denominator": 3}, {"area": "B", "numerator": 2, "denominator": 3}]}"#);
/// assert_eq!(outcome.value().unwrap()[0].rank, Some(2));
/// ```
pub fn rank_areas(text: &str) -> Outcome<Vec<Ranked>> {
    run(text, |request: RankRequest| request.run())
}

/// Looks at the quality of figures: a [`QualityRequest`] as JSON. What is found is in the warnings.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::quality;
/// let outcome = quality(r#"{"indicators": [], "view": {"month": "2025-07"}}"#);
/// assert!(outcome.value().unwrap().is_empty());
/// ```
pub fn quality(text: &str) -> Outcome<Vec<IndicatorQuality>> {
    run(text, |request: QualityRequest| request.run())
}

/// Checks a printed percentage: a [`PublishedRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::published_percentage;
/// let outcome = published_percentage(r#"{"numerator": 893, "denominator": 981, "published": "91.03"}"#);
/// assert_eq!(outcome.value().unwrap().agrees, Some(true));
/// ```
pub fn published_percentage(text: &str) -> Outcome<PublishedCheck> {
    run(text, |request: PublishedRequest| request.run())
}

/// Scores a Puskesmas: a [`PkpRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::{pkp, PkpGroup};
/// let outcome = pkp(r#"{"programmes": [], "management": "8.4"}"#);
/// assert_eq!(outcome.value().unwrap().management_group, Some(PkpGroup::Cukup));
/// ```
pub fn pkp(text: &str) -> Outcome<Pkp> {
    run(text, |request: PkpRequest| request.run())
}

/// Computes the healthy-family index of a family: an [`IksRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::iks;
/// assert_eq!(iks("{}").problems().len(), 12);
/// ```
pub fn iks(text: &str) -> Outcome<Iks> {
    run(text, |request: IksRequest| Outcome::from(Ok(request.run())))
}

/// Judges an area by the share of its families that are healthy: an [`IksAreaRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::{iks_area, IksCategory};
/// let outcome = iks_area(r#"{"healthy": 801, "families": 1000}"#);
/// assert_eq!(outcome.value().unwrap().category, Some(IksCategory::Sehat));
/// ```
pub fn iks_area(text: &str) -> Outcome<IksArea> {
    run(text, |request: IksAreaRequest| request.run())
}

/// Says which villages are UCI: a [`UciRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::uci;
/// let outcome = uci(r#"{"month": 9, "villages": [{"area": "A", "numerator": 60, "denominator": 100}]}"#);
/// assert_eq!(outcome.value().unwrap().reached, 1);
/// ```
pub fn uci(text: &str) -> Outcome<Uci> {
    run(text, |request: UciRequest| Outcome::from(Ok(request.run())))
}

/// Computes the ratios of a posyandu month: a [`SkdnRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::skdn;
/// let outcome = skdn(r#"{"s": 39, "d": 27}"#);
/// assert_eq!(outcome.value().unwrap().d_s.unwrap().to_string(), "900/13");
/// ```
pub fn skdn(text: &str) -> Outcome<Skdn> {
    run(text, |request: SkdnRequest| request.run())
}

/// Computes the drop-out between two doses: a [`DropOutRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::drop_out;
/// let outcome = drop_out(r#"{"first": 0, "last": 0}"#);
/// assert_eq!(outcome.value().unwrap().value, None);
/// ```
pub fn drop_out(text: &str) -> Outcome<DropOut> {
    run(text, |request: DropOutRequest| request.run())
}

/// Hides small counts of a table that is to be published: a [`SuppressRequest`] as JSON.
///
/// # Example
///
/// ```
/// use lokmin_core::assess::suppress;
/// let outcome = suppress(r#"{"cells": [{"area": "A", "value": 2}, {"area": "B", "value": 3}]}"#);
/// assert!(outcome.value().unwrap().cells.iter().all(|cell| cell.value.is_none()));
/// ```
pub fn suppress(text: &str) -> Outcome<Suppressed> {
    run(text, |request: SuppressRequest| request.run())
}
