//! What each column is.

use std::collections::BTreeMap;

use super::answer::RecognisedBy;
use super::cell::column_letters;
use super::header::Header;
use super::layout::{Layout, layouts};
use super::number::NumberStyle;
use super::parts::{ColumnPeriod, Parts, is_ratio, take_apart};
use super::request::{ColumnMapping, ColumnRole, Sex, TableRequest};
use super::seen::Seen;
use super::words::{FigureWord, fold_header, place_word, without_figure_word};
use crate::indicator::{Catalogue, Definition, IndicatorCode};
use crate::json::Reader;
use crate::problem::{Location, Problem, ProblemCode, nearest};

/// What a column is.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    pub(super) header: String,
    pub(super) role: ColumnRole,
    pub(super) uses: Vec<(IndicatorCode, ColumnRole)>,
    /// A denominator of every numerator that has no other; `true` where the request says so.
    pub(super) shared: Option<bool>,
    pub(super) sex: Option<Sex>,
    pub(super) period: Option<ColumnPeriod>,
    pub(super) by: RecognisedBy,
    /// What else it could be: it is left out and told.
    pub(super) candidates: Vec<String>,
}

impl Meaning {
    fn new(header: String) -> Self {
        Self {
            header,
            role: ColumnRole::Unknown,
            uses: Vec::new(),
            shared: None,
            sex: None,
            period: None,
            by: RecognisedBy::Nothing,
            candidates: Vec::new(),
        }
    }

    /// Leaves the column out because it could be any of several things.
    pub(super) fn leave_out(&mut self, candidates: Vec<String>) {
        self.role = ColumnRole::Unknown;
        self.uses.clear();
        self.shared = None;
        self.candidates = candidates;
    }

    fn is(mut self, role: ColumnRole, by: RecognisedBy) -> Self {
        self.role = role;
        self.by = by;
        self
    }
}

/// Says what every column is; what the request says of columns that are not there is reported.
pub(super) struct Reading<'a> {
    pub(super) columns: Vec<Meaning>,
    pub(super) layout: Option<&'static Layout>,
    pub(super) style: Option<NumberStyle>,
    catalogue: &'a Catalogue,
    /// The indicators by the words for their denominators.
    denominators: BTreeMap<String, Vec<IndicatorCode>>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(
        request: &TableRequest,
        header: &Header,
        year: Option<i32>,
        catalogue: &'a Catalogue,
        reader: &mut Reader,
    ) -> Self {
        let parts = take_apart(header, year);
        let layout = find_layout(&parts);
        let seen = Seen::of(&request.rows, header.body);
        let mappings = mapped(request, header, &parts, reader);
        let wanted = indicators(&request.indicator.0, catalogue, &["indicator"], reader);
        let known: BTreeMap<String, usize> = layout.map_or_else(BTreeMap::new, |layout| {
            layout.columns.iter().enumerate().map(|(index, column)| (fold_header(&column.header), index)).collect()
        });
        let denominators = denominators(catalogue);
        let columns = Vec::with_capacity(parts.len());
        let mut reading = Self { columns, layout, style: None, catalogue, denominators };
        for (column, own) in parts.iter().enumerate() {
            let header = header.paths.get(column).map(|path| path.join(" / ")).unwrap_or_default();
            let mut meaning = Meaning::new(header);
            (meaning.sex, meaning.period) = (own.sex, own.period);
            let mapping = mappings.get(column).copied().flatten();
            let known = find_known(own, &known).and_then(|index| layout?.columns.get(index));
            let meaning = if let Some((key, mapping)) = mapping {
                reading.by_request(meaning, own, key, mapping, &wanted, reader)
            } else if own.full.is_empty() {
                meaning
            } else if let Some(known) = known {
                let mut meaning = meaning.is(known.role.unwrap_or(ColumnRole::Other), RecognisedBy::Layout);
                meaning.uses = known.uses.iter().map(|used| (used.indicator, used.role)).collect();
                meaning
            } else if let Some(role) = place(own) {
                meaning.is(role, RecognisedBy::Word)
            } else {
                reading.by_catalogue(meaning, own, &wanted, seen.get(column).is_some_and(Seen::has_decimals))
            };
            reading.columns.push(meaning);
        }
        reading.style = request.numbers.or_else(|| style(&seen, &reading.columns));
        reading
    }

    fn by_request(
        &self,
        mut meaning: Meaning,
        parts: &Parts,
        key: &str,
        mapping: &ColumnMapping,
        wanted: &[IndicatorCode],
        reader: &mut Reader,
    ) -> Meaning {
        meaning.by = RecognisedBy::Request;
        meaning.sex = mapping.sex.or(meaning.sex);
        meaning.period = mapping.period.map(ColumnPeriod::Fixed).or(meaning.period);
        let role = mapping.role.or_else(|| parts.role().ok().flatten()).unwrap_or(ColumnRole::Numerator);
        meaning.role = role;
        if !is_figure(role) {
            return meaning;
        }
        let mut codes = indicators(&mapping.indicator.0, self.catalogue, &["columns", key, "indicator"], reader);
        if codes.is_empty() && mapping.indicator.0.is_empty() {
            if role == ColumnRole::Denominator {
                meaning.shared = Some(true);
                return meaning;
            }
            codes = wanted.to_vec();
            if codes.is_empty() {
                codes = self.named(parts).into_iter().map(|definition| definition.code).collect();
            }
        }
        if codes.is_empty() {
            meaning.role = ColumnRole::Unknown;
        }
        meaning.uses = codes.into_iter().map(|code| (code, role)).collect();
        meaning
    }

    fn by_catalogue(
        &self,
        mut meaning: Meaning,
        parts: &Parts,
        wanted: &[IndicatorCode],
        has_decimals: bool,
    ) -> Meaning {
        let named = self.named(parts);
        let affixes = self.affixes(parts);
        let role = match (parts.role(), affixes) {
            (Ok(Some(role)), _) | (Ok(None), Some(FigureWord::Role(role))) => Ok(Some(role)),
            (Err(()), Some(FigureWord::Role(role))) if !parts.has_target => Ok(Some(role)),
            (Err(()), _) | (Ok(None), Some(FigureWord::Unclear)) => Err(()),
            (Ok(None), None) => Ok(None),
        };
        let codes: Vec<IndicatorCode> = match named.as_slice() {
            [] if parts.core.is_empty() && role == Ok(Some(ColumnRole::Denominator)) => {
                meaning.role = ColumnRole::Denominator;
                meaning.shared = Some(false);
                meaning.by = RecognisedBy::Word;
                return meaning;
            }
            [] if parts.core.is_empty() && parts.has_figure_words() => wanted.to_vec(),
            [] => {
                let codes = self.of_denominator(parts);
                if !codes.is_empty() && matches!(role, Ok(None | Some(ColumnRole::Denominator | ColumnRole::Numerator)))
                {
                    meaning.role = ColumnRole::Denominator;
                    meaning.by = RecognisedBy::Catalogue;
                    meaning.uses = codes.into_iter().map(|code| (code, ColumnRole::Denominator)).collect();
                    return meaning;
                }
                if parts.core.iter().any(|(text, _)| Catalogue::refuses(text)) {
                    meaning.leave_out(vec!["IBYL".to_owned(), "IBDL".to_owned()]);
                }
                return meaning;
            }
            found => found.iter().map(|definition| definition.code).collect(),
        };
        let both =
            |code: &IndicatorCode| [ColumnRole::Numerator, ColumnRole::Percentage].map(|role| format!("{code} {role}"));
        match (codes.as_slice(), role) {
            ([], _) => {}
            ([code], Ok(Some(role))) => meaning.uses = vec![(*code, role)],
            ([code], Ok(None)) if is_ratio(parts) => meaning.uses = vec![(*code, ColumnRole::Percentage)],
            ([code], Ok(None)) if !has_decimals => meaning.uses = vec![(*code, ColumnRole::Numerator)],
            // A count has no decimals.
            ([code], Err(())) if has_decimals && !parts.has_target => {
                meaning.uses = vec![(*code, ColumnRole::Percentage)];
            }
            ([code], _) => meaning.leave_out(both(code).into()),
            (several, _) => meaning.leave_out(several.iter().map(IndicatorCode::to_string).collect()),
        }
        if let Some((_, role)) = meaning.uses.first() {
            meaning.role = *role;
            meaning.by = RecognisedBy::Catalogue;
        }
        meaning
    }

    /// Returns the indicators that the header names: the whole of it, or else its parts.
    fn named(&self, parts: &Parts) -> Vec<&'a Definition> {
        let words: Vec<&str> = parts.core.iter().map(|(text, _)| text.as_str()).collect();
        if let Some(definition) = self.catalogue.find(&words.join(" ")) {
            return vec![definition];
        }
        let mut found: Vec<&Definition> = Vec::new();
        for (text, folded) in &parts.core {
            let bare = || without_figure_word(folded).and_then(|(name, _)| self.catalogue.find(name));
            if let Some(definition) = self.catalogue.find(text).or_else(bare)
                && !found.iter().any(|known| known.code == definition.code)
            {
                found.push(definition);
            }
        }
        found
    }

    /// What a word before or after the name of the indicator says of the figure.
    fn affixes(&self, parts: &Parts) -> Option<FigureWord> {
        let mut affixes = parts.core.iter().filter_map(|(_, folded)| without_figure_word(folded));
        if let Some((_, says)) = affixes.find(|(name, _)| self.catalogue.find(name).is_some()) {
            return Some(says);
        }
        // `k1_pct` is an alias of K1 as a whole.
        let is_alias =
            |(text, folded): &&(String, String)| folded.ends_with(" pct") && self.catalogue.find(text).is_some();
        parts.core.iter().find(is_alias).map(|_| FigureWord::Role(ColumnRole::Percentage))
    }

    /// Returns the indicators whose denominator the header describes in the words of the catalogue.
    fn of_denominator(&self, parts: &Parts) -> Vec<IndicatorCode> {
        let own = denominator_words(&parts.core_folded());
        self.denominators.get(&own).cloned().unwrap_or_default()
    }
}

/// Returns the indicators of a catalogue by the words for their denominators.
fn denominators(catalogue: &Catalogue) -> BTreeMap<String, Vec<IndicatorCode>> {
    let mut denominators: BTreeMap<String, Vec<IndicatorCode>> = BTreeMap::new();
    for definition in catalogue.definitions() {
        let words = denominator_words(&fold_header(&definition.denominator_text));
        denominators.entry(words).or_default().push(definition.code);
    }
    denominators
}

/// Returns the words for a denominator without those that make no difference.
fn denominator_words(folded: &str) -> String {
    let text = folded.strip_prefix("jumlah ").or_else(|| folded.strip_prefix("jml ")).unwrap_or(folded);
    let text = text.strip_prefix("sasaran ").unwrap_or(text);
    text.strip_suffix(" setahun").unwrap_or(text).replace(" yang ", " ")
}

/// Returns whether a column with the role has figures.
pub(super) const fn is_figure(role: ColumnRole) -> bool {
    matches!(
        role,
        ColumnRole::Numerator
            | ColumnRole::Denominator
            | ColumnRole::NumeratorPart
            | ColumnRole::DenominatorPart
            | ColumnRole::Percentage
    )
}

fn place(parts: &Parts) -> Option<ColumnRole> {
    if parts.has_figure_words() {
        return None;
    }
    place_word(&parts.full).or_else(|| parts.core.last().and_then(|(_, folded)| place_word(folded)))
}

fn find_layout(parts: &[Parts]) -> Option<&'static Layout> {
    let has = |header: &str| parts.iter().any(|parts| is_called(parts, header));
    layouts().iter().find(|layout| layout.signature.iter().all(|header| has(&fold_header(header))))
}

/// Returns whether a folded header is that of a column: all of it, or its last parts without L, P and months.
fn is_called(parts: &Parts, folded: &str) -> bool {
    parts.full == folded || parts.endings().any(|ending| ending == folded)
}

fn find_known(parts: &Parts, known: &BTreeMap<String, usize>) -> Option<usize> {
    if known.is_empty() {
        return None;
    }
    let by_ending = || parts.endings().find_map(|ending| known.get(&ending));
    known.get(&parts.full).or_else(by_ending).copied()
}

/// Columns by what they are called.
type Headers = BTreeMap<String, Vec<usize>>;

/// Returns for each column what the request says of it.
fn mapped<'r>(
    request: &'r TableRequest,
    header: &Header,
    parts: &[Parts],
    reader: &mut Reader,
) -> Vec<Option<(&'r str, &'r ColumnMapping)>> {
    let mut mapped = vec![None; parts.len()];
    let mut place_all = |places: Vec<usize>, key: &'r str, mapping: &'r ColumnMapping| {
        let has_some = !places.is_empty();
        for column in places {
            if let Some(slot) = mapped.get_mut(column) {
                *slot = Some((key, mapping));
            }
        }
        has_some
    };
    let letters: BTreeMap<String, usize> = (0..parts.len()).map(|column| (column_letters(column), column)).collect();
    let root = Location::ROOT;
    let columns_at = root.key("columns");
    let (mut full, mut core, mut last) = (Headers::new(), Headers::new(), Headers::new());
    for (column, parts) in parts.iter().enumerate().filter(|(_, parts)| !parts.full.is_empty()) {
        full.entry(parts.full.clone()).or_default().push(column);
        core.entry(parts.core_folded()).or_default().push(column);
        if let Some((_, folded)) = parts.core.last() {
            last.entry(folded.clone()).or_default().push(column);
        }
    }
    let mut unknown = 0;
    for (key, mapping) in &request.columns.0 {
        let folded = fold_header(key);
        let by_header = [&full, &core, &last].into_iter().find_map(|headers| headers.get(&folded));
        let letter = || letters.get(key.trim()).map(|column| vec![*column]);
        let places = by_header.filter(|_| !folded.is_empty()).cloned().or_else(letter);
        if place_all(places.unwrap_or_default(), key, mapping) {
            continue;
        }
        unknown += 1;
        let near = if unknown <= 20 {
            let names: Vec<String> = header.paths.iter().map(|path| path.join(" / ")).collect();
            nearest(key, names.iter().filter(|name| !name.is_empty()).map(String::as_str)).map(str::to_owned)
        } else {
            None
        };
        let problem = Problem::new(ProblemCode::TableColumnNotFound).with("found", key.as_str()).suggesting(near);
        reader.report(&columns_at.key(key), problem);
    }
    mapped
}

/// How many unknown words of one list get a suggestion.
const SUGGESTIONS: usize = 5;

/// Returns the codes of indicators that a request names; what nobody knows is reported.
fn indicators(
    words: &[crate::json::Text],
    catalogue: &Catalogue,
    at: &[&str],
    reader: &mut Reader,
) -> Vec<IndicatorCode> {
    let mut codes = Vec::new();
    // Looking for a near word takes time: only the first of many unknown ones get a suggestion.
    let mut unknown = 0;
    for word in words {
        if let Some(definition) = catalogue.find(word) {
            codes.push(definition.code);
            continue;
        }
        unknown += 1;
        if unknown > SUGGESTIONS {
            let mut problem = Problem::new(ProblemCode::IndicatorUnknown).with("found", word.as_str());
            for name in at.iter().rev() {
                problem = problem.inside(name);
            }
            reader.report(&Location::ROOT, problem);
            continue;
        }
        let (found, problems) = catalogue.resolve(word).into_parts();
        codes.extend(found.map(|definition| definition.code));
        for mut problem in problems {
            for name in at.iter().rev() {
                problem = problem.inside(name);
            }
            reader.report(&Location::ROOT, problem);
        }
    }
    codes
}

/// The style of the sheet, where all columns that show one show the same; places and months show none.
fn style(seen: &[Seen], columns: &[Meaning]) -> Option<NumberStyle> {
    let counts =
        |meaning: &Meaning| is_figure(meaning.role) || matches!(meaning.role, ColumnRole::Other | ColumnRole::Unknown);
    let shown = || seen.iter().zip(columns).filter(|(_, meaning)| counts(meaning)).map(|(seen, _)| seen);
    match (shown().any(|seen| seen.indonesian), shown().any(|seen| seen.english)) {
        (true, false) => Some(NumberStyle::Indonesian),
        (false, true) => Some(NumberStyle::English),
        _ => None,
    }
}
