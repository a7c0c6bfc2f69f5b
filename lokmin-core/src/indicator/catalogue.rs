//! Lists of indicators: the built-in one, one's own, and one on top of the other.
//!
//! The built-in list is the data file `data/indicators.json`. It is the one place where a default is changed: a name, an
//! attribute or a target of that file is a line of it, each with its source and its certainty beside it. A district that
//! disagrees without changing the library loads a catalogue of its own ([`Catalogue::from_json`]) and lays it on top
//! ([`Catalogue::with`]), or sets other targets ([`Targets`](super::Targets)).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::code::{IBL, IndicatorCode, ambiguous_ibl};
use super::definition::{Definition, Target};
use super::terms::{Certainty, TargetBasis};
use crate::json::{Reader, Text, Year, read_document, record};
use crate::problem::{Location, Outcome, Problem, ProblemCode, nearest};

record! {
    /// A list of indicators, and the pairs of them of which one should not exceed the other.
    pub struct CatalogueDocument {
        /// The indicators.
        pub indicators: Vec<Definition>,
        /// The pairs whose numerators are compared.
        pub pairs: Vec<Pair>,
    }
    schema = "lokmin.catalogue/1";
    check = check_catalogue;
}

record! {
    /// Two indicators of which the first should not exceed the second in numbers of people, such as K4 and K1.
    ///
    /// It is a warning, never an error: across two years an excess is legal.
    pub struct Pair {
        /// The one that should be the smaller or equal.
        pub lower: IndicatorCode,
        /// The one that should be the larger or equal.
        pub upper: IndicatorCode,
        /// Why.
        pub reason: Option<Text>,
    }
}

/// A list of indicators that can be asked for by code and by the words that people use.
///
/// # Example
///
/// ```
/// use lokmin_core::indicator::Catalogue;
/// let catalogue = Catalogue::built_in();
/// let found = catalogue.resolve("d/s").into_result()?;
/// assert_eq!(found.code.as_str(), "SKDN-DS");
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    definitions: Vec<Definition>,
    pairs: Vec<Pair>,
    // INVARIANT: every code of `definitions`, with its place.
    places: BTreeMap<IndicatorCode, usize>,
    // INVARIANT: every code, alias and name of `definitions`, folded, with the place of its only owner.
    words: BTreeMap<String, usize>,
}

/// One built-in target, or the statement of a source that there is none.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct TargetSource {
    /// The indicator.
    pub indicator: IndicatorCode,
    /// The year it is for; `None`: every year.
    pub year: Option<Year>,
    /// What is expected; `None`: the source gives no usable target.
    pub target: Option<Target>,
    /// What the source says instead of a target, such as "lokal".
    pub none: Option<Text>,
    /// What kind of figures the target was made for; `None`: the figures of this indicator.
    pub basis: Option<TargetBasis>,
    /// Where it comes from.
    pub source: Text,
    /// How sure it is.
    pub certainty: Certainty,
    /// Whether it judges without being accepted by the caller.
    pub judges: bool,
}

static BUILT_IN: LazyLock<Catalogue> = LazyLock::new(|| {
    // The file is part of the crate, and a test proves that it reads without a problem.
    Catalogue::from_json(include_str!("../../data/indicators.json")).into_result().unwrap_or_default()
});

/// Written as the document that it is.
impl serde::Serialize for Catalogue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document().serialize(serializer)
    }
}

impl Catalogue {
    /// Returns the built-in catalogue: the indicators of the field with their national defaults.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a catalogue from a `lokmin.catalogue/1` document.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Catalogue;
    /// let outcome = Catalogue::from_json(r#"{"schema": "lokmin.catalogue/1", "indicators": []}"#);
    /// assert_eq!(outcome.value().unwrap().definitions().len(), 0);
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_document::<CatalogueDocument>(text).map(Self::of)
    }

    /// Puts the definitions of a document in order. Reading it has refused those that contradict each other.
    pub(crate) fn of(document: CatalogueDocument) -> Self {
        let mut catalogue = Self { pairs: document.pairs, ..Self::default() };
        for definition in document.indicators {
            catalogue.put(definition);
        }
        catalogue
    }

    /// Adds a definition in the place of the one with its code, or at the end. Its words are its own from here on.
    fn put(&mut self, definition: Definition) {
        let place = self.places.get(&definition.code).copied().unwrap_or(self.definitions.len());
        if let Some(old) = self.definitions.get(place) {
            for word in words_of(old) {
                let word = fold(word.text);
                if self.words.get(&word) == Some(&place) {
                    self.words.remove(&word);
                }
            }
        }
        self.places.insert(definition.code, place);
        for word in words_of(&definition) {
            self.words.insert(fold(word.text), place);
        }
        match self.definitions.get_mut(place) {
            Some(old) => *old = definition,
            None => self.definitions.push(definition),
        }
    }

    /// Lays a catalogue of one's own on top of this one.
    ///
    /// The own one wins: a definition replaces the one with its code, a word means what it means in the own catalogue.
    /// Each replacement is told in the warning `indicator.overridden`. The code of another indicator is never a word for
    /// this one: that is the error `indicator.name_taken`, and a pair of an indicator that is in neither catalogue is
    /// `indicator.unknown`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Catalogue;
    /// let own = Catalogue::from_json(r#"{"schema": "lokmin.catalogue/1", "pairs": [{"lower": "SHK", "upper": "KN1"}]}"#);
    /// let catalogue = Catalogue::built_in().with(&own.into_result()?).into_result()?;
    /// assert!(catalogue.pairs().len() > Catalogue::built_in().pairs().len());
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn with(&self, own: &Self) -> Outcome<Self> {
        let mut reader = Reader::default();
        let root = Location::ROOT;
        let (indicators, pairs) = (root.key("indicators"), root.key("pairs"));
        let mut merged = self.clone();
        for (index, definition) in own.definitions.iter().enumerate() {
            let at = indicators.index(index);
            let code = definition.code;
            for word in words_of(definition) {
                let Some(old) = self.words.get(&fold(word.text)).and_then(|place| self.definitions.get(*place)) else {
                    continue;
                };
                let is_code_of_another = old.code != code && fold(old.code.as_str()) == fold(word.text);
                if is_code_of_another {
                    word.report(taken(word.text, old.code), &at, &mut reader);
                } else if word.member == "code" || old.code != code {
                    let problem =
                        Problem::new(ProblemCode::IndicatorOverridden).with("found", word.text).with("code", code);
                    word.report(problem, &at, &mut reader);
                }
            }
        }
        for definition in &own.definitions {
            merged.put(definition.clone());
        }
        let mut unknown = 0;
        let mut own_pairs = BTreeSet::new();
        for (index, pair) in own.pairs.iter().enumerate() {
            own_pairs.insert((pair.lower, pair.upper));
            for (member, code) in [("lower", pair.lower), ("upper", pair.upper)] {
                if merged.get(code).is_none() {
                    unknown += 1;
                    reader.report(&pairs.index(index).key(member), merged.unknown(code.as_str(), unknown));
                }
            }
        }
        merged.pairs.retain(|known| !own_pairs.contains(&(known.lower, known.upper)));
        merged.pairs.extend(own.pairs.iter().cloned());
        Outcome::new(Some(merged), reader.finish())
    }

    /// Returns the catalogue as a document.
    #[must_use]
    pub fn document(&self) -> CatalogueDocument {
        CatalogueDocument { indicators: self.definitions.clone(), pairs: self.pairs.clone() }
    }

    /// Returns every definition, in the order of the file; additions of an own catalogue come last.
    #[must_use]
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// Returns the pairs of which the lower should not exceed the upper.
    #[must_use]
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// Returns the definition with a code.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{indicator::Catalogue, Lang};
    /// let k6 = Catalogue::built_in().get("K6".parse()?).unwrap();
    /// assert_eq!(k6.name(Lang::Id), "K6");
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    #[must_use]
    pub fn get(&self, code: IndicatorCode) -> Option<&Definition> {
        self.definitions.get(*self.places.get(&code)?)
    }

    /// Finds the definition that a word means: its code, one of its aliases, or its name.
    ///
    /// Case, spaces and the marks `-`, `_`, `/`, `.`, `(` and `)` make no difference. Only the whole word counts: a near
    /// word is a suggestion, and never one that differs in a digit, so that `K7` does not suggest `K6`. The word `IBL` is
    /// refused, naming both of its meanings.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Catalogue;
    /// let catalogue = Catalogue::built_in();
    /// assert_eq!(catalogue.resolve("k 4").value().unwrap().code.as_str(), "K4");
    ///
    /// let outcome = catalogue.resolve("IBL");
    /// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "indicator.ambiguous_ibl");
    /// ```
    pub fn resolve(&self, text: &str) -> Outcome<&Definition> {
        if let Some(definition) = self.find(text) {
            return Ok(definition).into();
        }
        if text.len() > LONGEST_WORD {
            return Err(Problem::new(ProblemCode::IndicatorUnknown).with("found", text)).into();
        }
        let word = fold(text);
        if word == IBL {
            return Err(ambiguous_ibl(text)).into();
        }
        Err(self.unknown(text, 1)).into()
    }

    /// Returns whether a word stands for more than one indicator.
    pub(crate) fn refuses(text: &str) -> bool {
        text.len() <= LONGEST_WORD && fold(text) == IBL
    }

    /// Returns the definition that a code, alias or name means, where there is one.
    pub(crate) fn find(&self, text: &str) -> Option<&Definition> {
        if let Some(definition) = text.parse().ok().and_then(|code| self.get(code)) {
            return Some(definition);
        }
        if text.len() > LONGEST_WORD {
            return None;
        }
        let word = fold(text);
        // The word stands for two indicators, whatever a catalogue calls one of them.
        let place = self.words.get(&word).filter(|_| word != IBL)?;
        self.definitions.get(*place)
    }

    /// Makes the problem of a word that means no indicator of this catalogue; `nth` is how many such words there were.
    ///
    /// Only the first of many get a suggestion: looking for a near word takes time.
    pub(super) fn unknown(&self, text: &str, nth: usize) -> Problem {
        if nth > SUGGESTIONS {
            return Problem::new(ProblemCode::IndicatorUnknown).with("found", text);
        }
        let word = fold(text);
        let digits = |word: &str| word.chars().filter(|c| c.is_numeric()).collect::<String>();
        let own_digits = digits(&word);
        let candidates = self.words.keys().map(String::as_str).filter(|known| digits(known) == own_digits);
        let place = nearest(&word, candidates).and_then(|known| self.words.get(known));
        let suggestion = place.and_then(|place| self.definitions.get(*place)).map(|known| known.code.to_string());
        Problem::new(ProblemCode::IndicatorUnknown).with("found", text).suggesting(suggestion)
    }

    /// Returns every default target with its source and its certainty, and every statement that there is none.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Catalogue;
    /// let sources = Catalogue::built_in().sources();
    /// let k8 = sources.iter().find(|target| target.indicator.as_str() == "K8").unwrap();
    /// assert_eq!((k8.target, k8.none.as_deref()), (None, Some("U")));
    /// ```
    #[must_use]
    pub fn sources(&self) -> Vec<TargetSource> {
        let all =
            self.definitions.iter().flat_map(|definition| definition.targets.iter().map(move |t| (definition, t)));
        all.map(|(definition, entry)| {
            let target = entry.target();
            TargetSource {
                indicator: definition.code,
                year: entry.year,
                target,
                none: entry.none.clone(),
                basis: entry.basis,
                source: entry.source.clone(),
                certainty: entry.certainty,
                judges: target.is_some() && entry.certainty.may_judge() && !definition.is_foreign(entry.basis),
            }
        })
        .collect()
    }
}

/// How many unknown words of one document get a suggestion.
const SUGGESTIONS: usize = 100;

/// Longer texts are no word for an indicator.
const LONGEST_WORD: usize = 200;

/// Returns a word without what makes no difference: case, white space and a few marks.
pub(super) fn fold(text: &str) -> String {
    let letters = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_' | '/' | '.' | '(' | ')'));
    letters.flat_map(char::to_lowercase).collect()
}

/// A word that means an indicator, and where the definition has it.
struct Word<'a> {
    text: &'a str,
    member: &'static str,
    index: Option<usize>,
}

impl Word<'_> {
    /// Reports a problem of the word; `at` is the place of the definition.
    fn report(&self, problem: Problem, at: &Location<'_>, reader: &mut Reader) {
        let member = at.key(self.member);
        match self.index {
            Some(index) => reader.report(&member.index(index), problem),
            None => reader.report(&member, problem),
        }
    }
}

fn words_of(definition: &Definition) -> impl Iterator<Item = Word<'_>> {
    let own = [("code", definition.code.as_str()), ("name_id", &definition.name_id), ("name_en", &definition.name_en)];
    let own = own.into_iter().map(|(member, text)| Word { text, member, index: None });
    let aliases = definition.aliases.iter().enumerate();
    own.chain(aliases.map(|(index, text)| Word { text, member: "aliases", index: Some(index) }))
}

fn taken(word: &str, code: IndicatorCode) -> Problem {
    Problem::new(ProblemCode::IndicatorNameTaken).with("found", word).with("code", code)
}

fn check_catalogue(document: &CatalogueDocument, at: &Location<'_>, reader: &mut Reader) {
    let indicators = at.key("indicators");
    check_words(&document.indicators, reader, |index| indicators.index(index));
}

/// Refuses a word for two indicators, and `IBL` for any.
pub(super) fn check_words<'a>(definitions: &[Definition], reader: &mut Reader, place: impl Fn(usize) -> Location<'a>) {
    let mut owners: BTreeMap<String, (usize, IndicatorCode)> = BTreeMap::new();
    for (index, definition) in definitions.iter().enumerate() {
        let at = place(index);
        for word in words_of(definition) {
            let folded = fold(word.text);
            if folded == IBL {
                word.report(ambiguous_ibl(word.text), &at, reader);
                continue;
            }
            match owners.get(&folded) {
                Some((owner, code)) if *owner != index => word.report(taken(word.text, *code), &at, reader),
                Some(_) => {}
                None => {
                    owners.insert(folded, (index, definition.code));
                }
            }
        }
    }
}

#[cfg(test)]
#[path = "catalogue_tests.rs"]
mod tests;
