//! The rows of a case as batches of columns, each with keys and periods of one kind.

use lokmin_core::assess::columns::{AssessedColumns, ColumnsError, Engine, FigureColumns, Keys, Parents, Periods};
use lokmin_core::{Month, Quarter};

use super::case::{Case, OwnParents, Row, day_in};
use super::random::Random;

/// A column of keys that owns what it points to.
enum OwnKeys<'a> {
    Texts(Vec<Option<&'a str>>),
    /// The place of the dictionary, and the keys.
    Dictionary(usize, Vec<i32>),
}

enum OwnPeriods {
    Days(Vec<i32>),
    QuarterDays(Vec<i32>),
    Months(Vec<Option<Month>>),
    Quarters(Vec<Option<Quarter>>),
}

struct Batch<'a> {
    areas: OwnKeys<'a>,
    indicators: OwnKeys<'a>,
    periods: OwnPeriods,
    numerators: Vec<i64>,
    denominators: Vec<i64>,
}

/// Cuts the rows of a case into batches and hands them to `ask`, with an engine that is asked as the case says.
pub(crate) fn with_engine<A>(case: &Case, seed: u64, ask: impl FnOnce(Engine<'_>, &[FigureColumns<'_>]) -> A) -> A {
    let random = &mut Random::new(seed ^ 0xBA7C);
    let mut dictionaries: Vec<Vec<&str>> = Vec::new();
    let mut batches = Vec::new();
    for rows in pieces(&case.rows, random) {
        let columns = (
            keys(rows, &case.areas, |row| row.area, &mut dictionaries, random),
            keys(rows, &case.words, |row| row.word, &mut dictionaries, random),
        );
        batches.push(Batch {
            areas: columns.0,
            indicators: columns.1,
            periods: periods(rows, case.are_quarters, random),
            numerators: rows.iter().map(|row| row.numerator).collect(),
            denominators: rows.iter().map(|row| row.denominator).collect(),
        });
    }
    let columns: Vec<FigureColumns<'_>> = batches.iter().map(|batch| batch.columns(&dictionaries)).collect();
    let pairs: Vec<(&str, &str)> = match &case.parents {
        OwnParents::Map(pairs) => pairs.iter().map(|(area, parent)| (area.as_str(), parent.as_str())).collect(),
        _ => Vec::new(),
    };
    let mut engine = Engine::new(&case.catalogue)
        .with_spans(case.spans)
        .with_policy(case.policy)
        .with_threads(case.threads)
        .with_parents(match &case.parents {
            OwnParents::None => Parents::None,
            OwnParents::Region(level) => Parents::Region(*level),
            OwnParents::Map(_) => Parents::Map(&pairs),
            OwnParents::WorkingAreas(areas) => Parents::WorkingAreas(areas),
        });
    if let Some(targets) = &case.targets {
        engine = engine.with_targets(targets);
    }
    if let Some(level) = case.level {
        engine = engine.with_level(level);
    }
    if let Some(reported_as) = case.reported_as {
        engine = engine.with_reported_as(reported_as);
    }
    ask(engine, &columns)
}

/// Asks the engine for every row.
pub(crate) fn assess(case: &Case, seed: u64) -> Result<AssessedColumns, ColumnsError> {
    with_engine(case, seed, |engine, columns| engine.assess(columns))
}

impl Batch<'_> {
    fn columns<'b>(&'b self, dictionaries: &'b [Vec<&'b str>]) -> FigureColumns<'b> {
        let keys = |keys: &'b OwnKeys<'b>| match keys {
            OwnKeys::Texts(texts) => Keys::Texts(texts),
            OwnKeys::Dictionary(place, keys) => Keys::Dictionary { names: &dictionaries[*place], keys },
        };
        FigureColumns {
            areas: keys(&self.areas),
            indicators: keys(&self.indicators),
            periods: match &self.periods {
                OwnPeriods::Days(days) => Periods::Days(days),
                OwnPeriods::QuarterDays(days) => Periods::QuarterDays(days),
                OwnPeriods::Months(months) => Periods::Months(months),
                OwnPeriods::Quarters(quarters) => Periods::Quarters(quarters),
            },
            numerators: &self.numerators,
            denominators: &self.denominators,
        }
    }
}

/// Cuts rows into one to six pieces, some of them empty.
pub(crate) fn pieces<'r>(rows: &'r [Row], random: &mut Random) -> Vec<&'r [Row]> {
    let mut cuts: Vec<usize> = (0..random.below(6)).map(|_| random.below(rows.len() + 1)).collect();
    cuts.extend([0, rows.len()]);
    cuts.sort_unstable();
    cuts.windows(2).map(|cut| &rows[cut[0]..cut[1]]).collect()
}

fn keys<'a>(
    rows: &[Row],
    words: &'a [String],
    of: impl Fn(&Row) -> Option<usize>,
    dictionaries: &mut Vec<Vec<&'a str>>,
    random: &mut Random,
) -> OwnKeys<'a> {
    if random.chance(30) {
        return OwnKeys::Texts(rows.iter().map(|row| of(row).map(|word| words[word].as_str())).collect());
    }
    // A dictionary in an order of its own, with texts twice and texts that no row has; or the one of an earlier batch.
    let is_shared =
        |dictionary: &Vec<&str>| dictionary.len() == words.len() * 2 && dictionary.contains(&words[0].as_str());
    let shared = dictionaries.iter().position(is_shared).filter(|_| random.chance(40));
    let place = shared.unwrap_or_else(|| {
        let mut dictionary: Vec<&str> = words.iter().chain(words).map(String::as_str).collect();
        random.shuffle(&mut dictionary);
        dictionaries.push(dictionary);
        dictionaries.len() - 1
    });
    let mut places = std::collections::HashMap::new();
    for (key, word) in dictionaries[place].iter().enumerate() {
        let of_word: &mut Vec<i32> = places.entry(*word).or_default();
        of_word.push(key as i32);
    }
    let mut key = |row: &Row| match of(row) {
        Some(word) => random.pick(&places[words[word].as_str()]),
        None => random.pick(&[-1, i32::MIN]),
    };
    OwnKeys::Dictionary(place, rows.iter().map(&mut key).collect())
}

fn periods(rows: &[Row], are_quarters: bool, random: &mut Random) -> OwnPeriods {
    if random.chance(50) {
        return if are_quarters {
            OwnPeriods::Quarters(rows.iter().map(|row| row.month.map(Month::quarter)).collect())
        } else {
            OwnPeriods::Months(rows.iter().map(|row| row.month).collect())
        };
    }
    let mut day = |row: &Row| match row.month {
        Some(month) => day_in(month, are_quarters, random),
        None => random.pick(&[i32::MIN, i32::MAX, -719_163, 2_932_897]),
    };
    let days = rows.iter().map(&mut day).collect();
    if are_quarters { OwnPeriods::QuarterDays(days) } else { OwnPeriods::Days(days) }
}
