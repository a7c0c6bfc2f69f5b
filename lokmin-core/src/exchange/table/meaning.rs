//! What each column is.

use std::collections::BTreeMap;

use super::answer::RecognisedBy;
use super::cell::{Cell, Grid, column_letters};
use super::header::Header;
use super::layout::{Layout, layouts};
use super::number::{self, NumberStyle, Shape};
use super::period::{self, Told};
use super::request::{ColumnMapping, ColumnRole, Sex, TablePeriod, TableRequest};
use super::words::{FigureWord, figure_word, fold_header, place_word, sex_word, without_figure_word};
use crate::indicator::{Catalogue, Definition, IndicatorCode};
use crate::json::Reader;
use crate::problem::{Location, Problem, ProblemCode, nearest};

/// When the figures of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ColumnPeriod {
    Fixed(TablePeriod),
    /// A month whose year the row says.
    Month(u32),
}

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

/// Whether L and P stand at a place of the header.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    has_male: bool,
    has_female: bool,
}

impl Group {
    fn add(&mut self, folded: &str) {
        self.has_male |= sex_word(folded, true) == Some(Sex::Male);
        self.has_female |= sex_word(folded, true) == Some(Sex::Female);
    }

    const fn is_whole(self) -> bool {
        self.has_male && self.has_female
    }
}

/// The header of one column taken apart.
#[derive(Debug)]
struct Parts {
    /// What is no period, no sex and no word for the kind of figure: as written, and folded.
    core: Vec<(String, String)>,
    figure_words: Vec<FigureWord>,
    has_target: bool,
    sex: Option<Sex>,
    period: Option<ColumnPeriod>,
    full: String,
}

impl Parts {
    fn core_folded(&self) -> String {
        let words: Vec<&str> = self.core.iter().map(|(_, folded)| folded.as_str()).collect();
        words.join(" ")
    }

    /// The core without its first parts, the longest first.
    fn endings(&self) -> impl Iterator<Item = String> {
        (0..self.core.len()).map(|from| {
            let words: Vec<&str> = self.core.iter().skip(from).map(|(_, folded)| folded.as_str()).collect();
            words.join(" ")
        })
    }

    /// What the words of the header say of the figure; `Err` where they leave it open.
    fn role(&self) -> Result<Option<ColumnRole>, ()> {
        if self.has_target {
            return Err(());
        }
        let says = |role| self.figure_words.contains(&FigureWord::Role(role));
        let order = [ColumnRole::Percentage, ColumnRole::Denominator, ColumnRole::Numerator];
        match order.into_iter().find(|role| says(*role)) {
            Some(role) => Ok(Some(role)),
            None if self.figure_words.is_empty() => Ok(None),
            None => Err(()),
        }
    }

    fn has_figure_words(&self) -> bool {
        self.has_target || !self.figure_words.is_empty() || self.sex.is_some() || self.period.is_some()
    }
}

/// Says what every column is; what the request says of columns that are not there is reported.
pub(super) struct Reading<'a> {
    pub(super) columns: Vec<Meaning>,
    pub(super) layout: Option<&'static Layout>,
    pub(super) style: Option<NumberStyle>,
    catalogue: &'a Catalogue,
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
        let mut reading = Self { columns: Vec::with_capacity(parts.len()), layout, style: None, catalogue };
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
                meaning.uses = vec![(*code, ColumnRole::Percentage)]
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
        let own = parts.core_folded();
        let own = denominator_words(&own);
        let own = own.as_str();
        if own.is_empty() || own.len() > 200 {
            return Vec::new();
        }
        let definitions = self.catalogue.definitions().iter();
        let is_own = |definition: &&Definition| denominator_words(&fold_header(&definition.denominator_text)) == own;
        definitions.filter(is_own).map(|definition| definition.code).collect()
    }
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

/// Returns whether the header is the ratio of two letters, such as `D/S`.
fn is_ratio(parts: &Parts) -> bool {
    parts.core.last().is_some_and(|(text, _)| text.len() <= 8 && text.contains('/'))
}

fn place(parts: &Parts) -> Option<ColumnRole> {
    if parts.has_figure_words() {
        return None;
    }
    place_word(&parts.full).or_else(|| parts.core.last().and_then(|(_, folded)| place_word(folded)))
}

fn take_apart(header: &Header, year: Option<i32>) -> Vec<Parts> {
    let folded: Vec<Vec<String>> =
        header.paths.iter().map(|path| path.iter().map(|text| fold_header(text)).collect()).collect();
    // Whether L and P stand below the same headers, and after the same words in one cell.
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for path in &folded {
        for (depth, own) in path.iter().enumerate() {
            groups.entry(above(path, depth)).or_default().add(own);
            if let Some((stem, sex)) = own.rsplit_once(' ') {
                groups.entry(format!("{}\u{1f}{stem}", above(path, depth))).or_default().add(sex);
            }
        }
    }
    let is_group = |key: &str| groups.get(key).is_some_and(|group| group.is_whole());
    header
        .paths
        .iter()
        .zip(&folded)
        .map(|(path, folded)| {
            let mut parts = Parts {
                core: Vec::new(),
                figure_words: Vec::new(),
                has_target: false,
                sex: None,
                period: None,
                full: folded.join(" ").trim().to_owned(),
            };
            for (depth, (text, own)) in path.iter().zip(folded).enumerate() {
                if own.is_empty() {
                    if text.contains('%') {
                        parts.figure_words.push(FigureWord::Role(ColumnRole::Percentage));
                    }
                } else if let Some(sex) = sex_word(own, is_group(&above(folded, depth))) {
                    parts.sex = Some(sex);
                } else if own == "target" {
                    parts.has_target = true;
                } else if let Some(word) = figure_word(own) {
                    parts.figure_words.push(word);
                } else if let Some(period) = column_period(text, year) {
                    parts.period = Some(period);
                } else {
                    let stem = own
                        .rsplit_once(' ')
                        .filter(|(stem, _)| is_group(&format!("{}\u{1f}{stem}", above(folded, depth))));
                    match stem.and_then(|(stem, sex)| Some((stem, sex_word(sex, true)?))) {
                        Some((stem, sex)) => {
                            parts.sex = Some(sex);
                            match figure_word(stem) {
                                Some(word) => parts.figure_words.push(word),
                                None => parts.core.push((stem.to_owned(), stem.to_owned())),
                            }
                        }
                        None => parts.core.push((text.clone(), own.clone())),
                    }
                }
            }
            parts
        })
        .collect()
}

/// The folded headers above a depth, as one text.
fn above(path: &[String], depth: usize) -> String {
    path.get(..depth).unwrap_or_default().join("\u{1f}")
}

fn column_period(text: &str, year: Option<i32>) -> Option<ColumnPeriod> {
    match period::in_header(text, year)? {
        Told::Period(period) => Some(ColumnPeriod::Fixed(period)),
        Told::Month(month) => Some(ColumnPeriod::Month(month)),
        Told::Quarter | Told::Unclear => None,
    }
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
    let mut unknown = 0;
    for (key, mapping) in &request.columns.0 {
        let folded = fold_header(key);
        let of = |is: &dyn Fn(&Parts) -> bool| -> Vec<usize> {
            parts.iter().enumerate().filter(|(_, parts)| is(parts)).map(|(column, _)| column).collect()
        };
        let by_header = [
            of(&|parts| !folded.is_empty() && parts.full == folded),
            of(&|parts| !folded.is_empty() && parts.core_folded() == folded),
            of(&|parts| parts.core.last().is_some_and(|(_, own)| *own == folded)),
        ];
        let letter = letters.get(key.trim()).copied();
        let places =
            by_header.into_iter().find(|places| !places.is_empty()).or_else(|| letter.map(|column| vec![column]));
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

/// Returns the codes of indicators that a request names; what nobody knows is reported.
fn indicators(
    words: &[crate::json::Text],
    catalogue: &Catalogue,
    at: &[&str],
    reader: &mut Reader,
) -> Vec<IndicatorCode> {
    let mut codes = Vec::new();
    for word in words {
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

/// What the cells of a column below the header show of how numbers are written.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    indonesian: bool,
    english: bool,
    /// How many cells have something.
    filled: usize,
    /// How many of them have a decimal part or a `%`.
    decimals: usize,
}

impl Seen {
    /// Looks at every column.
    fn of(grid: &Grid, body: usize) -> Vec<Self> {
        let mut columns = vec![Self::default(); grid.columns()];
        for row in grid.rows().iter().skip(body) {
            for (cell, seen) in row.iter().zip(&mut columns) {
                seen.add(cell);
            }
        }
        columns
    }

    fn add(&mut self, cell: &Cell) {
        match cell {
            Cell::Empty => return,
            Cell::Number(_) => self.decimals += 1,
            Cell::Text(text) => match number::shape(text) {
                Shape::Only(style) => {
                    self.indonesian |= style == NumberStyle::Indonesian;
                    self.english |= style == NumberStyle::English;
                    let has_part = number::read(text, None).is_some_and(|written| written.whole().is_none());
                    self.decimals += usize::from(has_part || text.contains('%'));
                }
                Shape::Plain | Shape::Either => self.decimals += usize::from(text.contains('%')),
                Shape::None => {}
            },
            Cell::Integer(_) | Cell::Boolean(_) | Cell::Date(_) => {}
        }
        self.filled += 1;
    }

    /// Whether at least half of what the column has are no whole numbers.
    const fn has_decimals(&self) -> bool {
        self.decimals > 0 && self.decimals * 2 >= self.filled
    }
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
