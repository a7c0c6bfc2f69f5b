//! Headers taken apart: the name, whom it counts, when, and what kind of figure.

use std::collections::BTreeMap;

use super::header::Header;
use super::period::{self, Told};
use super::request::{ColumnRole, Sex, TablePeriod};
use super::words::{FigureWord, figure_word, fold_header, sex_word};

/// When the figures of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ColumnPeriod {
    Fixed(TablePeriod),
    /// A month whose year the row says.
    Month(u32),
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
pub(super) struct Parts {
    /// What is no period, no sex and no word for the kind of figure: as written, and folded.
    pub(super) core: Vec<(String, String)>,
    pub(super) figure_words: Vec<FigureWord>,
    pub(super) has_target: bool,
    pub(super) sex: Option<Sex>,
    pub(super) period: Option<ColumnPeriod>,
    pub(super) full: String,
}

impl Parts {
    pub(super) fn core_folded(&self) -> String {
        let words: Vec<&str> = self.core.iter().map(|(_, folded)| folded.as_str()).collect();
        words.join(" ")
    }

    /// The core without its first parts, the longest first.
    pub(super) fn endings(&self) -> impl Iterator<Item = String> {
        (0..self.core.len()).map(|from| {
            let words: Vec<&str> = self.core.iter().skip(from).map(|(_, folded)| folded.as_str()).collect();
            words.join(" ")
        })
    }

    /// What the words of the header say of the figure; `Err` where they leave it open.
    pub(super) fn role(&self) -> Result<Option<ColumnRole>, ()> {
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

    pub(super) fn has_figure_words(&self) -> bool {
        self.has_target || !self.figure_words.is_empty() || self.sex.is_some() || self.period.is_some()
    }
}

/// Takes the header of every column apart; `year` is that of months without one.
pub(super) fn take_apart(header: &Header, year: Option<i32>) -> Vec<Parts> {
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

/// Returns whether the header is the ratio of two letters, such as `D/S`.
pub(super) fn is_ratio(parts: &Parts) -> bool {
    parts.core.last().is_some_and(|(text, _)| text.len() <= 8 && text.contains('/'))
}
