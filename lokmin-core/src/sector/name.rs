//! The name of a person, where it stands apart from the office.

use super::alias::{AliasKind, Flags, Item};
use super::token::{Gap, Tokens};

/// Longer than this is a sentence.
const WORDS: usize = 7;

/// A stretch of text between commas, brackets and dashes.
#[derive(Debug, Default)]
struct Part {
    /// The first and the last word of the name itself, rank and titles included.
    span: Option<(usize, usize)>,
    words: usize,
    /// Whether a title, rank or address proves that the words are a name.
    is_proven: bool,
    /// Whether it begins with a degree, which never stands before a name: "Ma. Tembesi" is a place.
    begins_with_degree: bool,
    /// Whether something in it is no name.
    is_other: bool,
}

impl Part {
    fn is_name(&self) -> bool {
        self.words > 0 && self.words <= WORDS && !self.is_other && !self.begins_with_degree
    }

    /// Returns whether it holds titles and nothing else.
    fn is_titles(&self) -> bool {
        self.words == 0 && self.is_proven && !self.is_other
    }
}

/// Returns the name of the person among the words `from..to`, as written: only where one part of the text is a name
/// and nothing else, beyond doubt.
pub(super) fn name_of_person(items: &[Item<'_>], tokens: &Tokens<'_>, from: usize, to: usize) -> Option<String> {
    let mut names: Vec<Part> = Vec::new();
    let mut part = Part::default();
    let mut after_name = false;
    let mut after_office = None;
    let mut items = items.iter().skip_while(|item| item.first < from).peekable();
    let mut at = from;
    while at <= to {
        if at == to || at > from && ends_part(tokens.gap(at)) {
            if part.is_titles() && after_name {
                if let (Some(name), Some((_, last))) = (names.last_mut(), part.span) {
                    name.is_proven = true;
                    name.span = name.span.map(|(first, _)| (first, last));
                }
            } else {
                after_name = part.is_name();
                if after_name {
                    names.push(part);
                } else if part.words > 0 && !part.is_other {
                    // A sentence, or a place: nothing is beyond doubt any more.
                    return None;
                }
            }
            part = Part::default();
        }
        if at == to || names.len() > 1 {
            break;
        }
        let Some(item) = items.next_if(|item| item.first == at) else {
            let token = tokens.get(at)?;
            part.is_other |= token.is_lower || token.is_number;
            part.words += 1;
            part.span = Some((part.span.map_or(at, |(first, _)| first), at));
            at += 1;
            continue;
        };
        // "Kanit Binmas Bripka Seftiarani": directly after an office, a rank begins the name of the person.
        let begins_name = item.entry.kind == AliasKind::Rank && tokens.gap(at).is_soft() && after_office == Some(at);
        if begins_name && part.words == 0 {
            part = Part::default();
        }
        after_office = (item.entry.kind == AliasKind::Office).then_some(item.last + 1);
        match item.entry.kind {
            AliasKind::Title | AliasKind::Rank => {
                let is_degree = item.entry.kind == AliasKind::Title && !item.entry.flags.has(Flags::BEFORE_NAME);
                part.begins_with_degree |= is_degree && part.words == 0;
                part.is_proven = true;
                part.span = Some((part.span.map_or(item.first, |(first, _)| first), item.last));
            }
            AliasKind::Sir | AliasKind::Honorific if part.span.is_none() => part.is_proven = true,
            _ => part.is_other = true,
        }
        at = item.last + 1;
    }
    let [name] = names.as_slice() else { return None };
    let (first, last) = name.span.filter(|_| name.is_proven)?;
    Some(tokens.written(first, last).to_owned())
}

fn ends_part(gap: Gap) -> bool {
    gap >= Gap::Dash
}
