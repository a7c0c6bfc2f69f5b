//! Questions as JSON text, for callers that have JSON: each is one object, and problems carry the place inside it.

use super::catalogue::{Catalogue, CatalogueDocument, TargetSource};
use super::code::IndicatorCode;
use super::definition::Definition;
use super::entry::{TargetArea, TargetsDocument};
use super::target::{TargetAnswer, TargetPolicy, Targets};
use crate::json::{Member, Reader, Text, Year, read_text, record};
use crate::problem::{Location, Outcome, Problems};

record! {
    /// Which indicator does a word mean?
    pub struct ResolveRequest {
        /// The word: a code, an alias or a name.
        pub text: Text,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
    }
}

record! {
    /// What is the definition of an indicator?
    pub struct IndicatorRequest {
        /// The code.
        pub code: IndicatorCode,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
    }
}

record! {
    /// Which targets does a catalogue carry, and where do they come from?
    pub struct SourcesRequest {
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
    }
}

record! {
    /// What is expected of an indicator in an area and a year?
    pub struct TargetRequest {
        /// The code of the indicator.
        pub indicator: IndicatorCode,
        /// The area, and what it belongs to beside its regions, nearest first.
        pub areas: Vec<TargetArea>,
        /// The year assessed.
        pub year: Year,
        /// The targets that somebody has set.
        pub targets: Option<TargetsDocument>,
        /// What the caller accepts; absent: the national policy.
        pub policy: Option<TargetPolicy>,
        /// A catalogue of one's own, on top of the built-in one.
        pub catalogue: Option<CatalogueDocument>,
    }
}

/// Reads a question and answers it with the catalogue that it asks for.
fn answer<Q: Member, A>(
    text: &str,
    own: impl FnOnce(&mut Q) -> Option<CatalogueDocument>,
    answer: impl FnOnce(Q, &Catalogue, &mut Problems) -> Option<A>,
) -> Outcome<A> {
    let (question, mut problems) = read_text::<Q>(text).into_parts();
    let Some(mut question) = question else { return Outcome::new(None, problems) };
    let Some(document) = own(&mut question) else {
        let value = answer(question, Catalogue::built_in(), &mut problems);
        return Outcome::new(value, problems);
    };
    let (catalogue, found) = Catalogue::built_in().with(&Catalogue::of(document)).into_parts();
    let at = Location::ROOT.key("catalogue");
    problems.append(found.into_iter().map(|problem| problem.below(&at)).collect());
    let value = catalogue.and_then(|catalogue| answer(question, &catalogue, &mut problems));
    Outcome::new(value, problems)
}

/// Answers [`Catalogue::resolve`] from JSON text: `{text, catalogue?}`.
///
/// # Example
///
/// ```
/// use lokmin_core::indicator::resolve_indicator_json;
/// assert_eq!(resolve_indicator_json(r#"{"text": "D/S"}"#).value().unwrap().code.as_str(), "SKDN-DS");
/// ```
pub fn resolve_indicator_json(text: &str) -> Outcome<Definition> {
    answer(
        text,
        |question: &mut ResolveRequest| question.catalogue.take(),
        |question, catalogue, problems| {
            let (found, told) = catalogue.resolve(&question.text).into_parts();
            let at = Location::ROOT.key("text");
            problems.append(told.into_iter().map(|problem| problem.below(&at)).collect());
            found.cloned()
        },
    )
}

/// Answers [`Catalogue::get`] from JSON text: `{code, catalogue?}`. A code that nobody knows is `indicator.unknown`.
///
/// # Example
///
/// ```
/// use lokmin_core::indicator::indicator_json;
/// assert_eq!(indicator_json(r#"{"code": "K6"}"#).value().unwrap().name_id.as_str(), "K6");
/// assert!(!indicator_json(r#"{"code": "K7"}"#).is_ok());
/// ```
pub fn indicator_json(text: &str) -> Outcome<Definition> {
    answer(
        text,
        |question: &mut IndicatorRequest| question.catalogue.take(),
        |question, catalogue, problems| known(catalogue, question.code, "code", problems).cloned(),
    )
}

/// Answers [`Targets::lookup`] from JSON text: `{indicator, areas?, year, targets?, policy?, catalogue?}`, with the flags
/// that are worth a look as warnings.
///
/// # Example
///
/// ```
/// use lokmin_core::indicator::lookup_target_json;
/// let outcome = lookup_target_json(r#"{"indicator": "K6", "year": 2023}"#);
/// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "target.unsure");
/// assert!(!outcome.value().unwrap().judges);
/// ```
pub fn lookup_target_json(text: &str) -> Outcome<TargetAnswer> {
    answer(
        text,
        |question: &mut TargetRequest| question.catalogue.take(),
        |question, catalogue, problems| {
            let definition = known(catalogue, question.indicator, "indicator", problems);
            let mut reader = Reader::default();
            let at = Location::ROOT.key("targets");
            let targets = question.targets.map(Targets::of).unwrap_or_default();
            targets.check_at(catalogue, &at, &mut reader);
            problems.append(reader.finish());
            let policy = question.policy.unwrap_or_default();
            let answer = targets.lookup(definition?, &question.areas, question.year, policy);
            problems.append(answer.warnings());
            Some(answer)
        },
    )
}

/// Answers [`Catalogue::sources`] from JSON text: `{catalogue?}`.
///
/// # Example
///
/// ```
/// use lokmin_core::indicator::target_sources_json;
/// let sources = target_sources_json("{}");
/// assert!(sources.value().unwrap().len() > 100);
/// ```
pub fn target_sources_json(text: &str) -> Outcome<Vec<TargetSource>> {
    answer(text, |question: &mut SourcesRequest| question.catalogue.take(), |_, catalogue, _| Some(catalogue.sources()))
}

fn known<'a>(
    catalogue: &'a Catalogue,
    code: IndicatorCode,
    member: &str,
    problems: &mut Problems,
) -> Option<&'a Definition> {
    let found = catalogue.get(code);
    if found.is_none() {
        problems.push(catalogue.unknown(code.as_str(), 1).below(&Location::ROOT.key(member)));
    }
    found
}
