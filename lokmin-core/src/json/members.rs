//! The members of one JSON object, read by name.

use std::borrow::Cow;

use super::reader::{Member, Reader};
use super::tree::Node;
use crate::problem::{Location, Problem, ProblemCode, nearest};

/// The members of one JSON object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Members<'a> {
    members: &'a [(Cow<'a, str>, Node<'a>)],
}

impl<'a> Members<'a> {
    pub(crate) const fn new(members: &'a [(Cow<'a, str>, Node<'a>)]) -> Self {
        Self { members }
    }

    /// Reads the member with a name; reports it when it is required and absent, or there twice.
    pub(crate) fn read<T: Member>(self, name: &str, at: &Location<'_>, reader: &mut Reader) -> Option<T> {
        let mut found = self.members.iter().filter(|(key, _)| key == name);
        let here = at.key(name);
        let Some((_, node)) = found.next() else {
            let value = T::absent();
            if value.is_none() {
                reader.report(&here, Problem::new(ProblemCode::Missing).with("name", name));
            }
            return value;
        };
        if found.next().is_some() {
            reader.report(&here, Problem::new(ProblemCode::JsonDuplicateMember).with("name", name));
            return None;
        }
        T::read(node, &here, reader)
    }

    /// Reports every member that is not one of `known`, by name.
    pub(crate) fn report_unknown(self, known: &[&str], at: &Location<'_>, reader: &mut Reader) {
        let mut unknown: Vec<&str> =
            self.members.iter().map(|(key, _)| key.as_ref()).filter(|key| !known.contains(key)).collect();
        unknown.sort_unstable();
        unknown.dedup();
        for name in unknown {
            let suggestion = nearest(name, known.iter().copied()).map(str::to_owned);
            let problem = Problem::new(ProblemCode::UnknownMember).with("name", name).suggesting(suggestion);
            reader.report(&at.key(name), problem);
        }
    }
}

/// Makes the problem of a word that is none of the terms, each given as code, Indonesian and English name.
pub(crate) fn unknown_term(found: &str, terms: &[(&str, &str, &str)]) -> Problem {
    let words = terms.iter().flat_map(|(code, id, en)| [(*code, *code), (*id, *code), (*en, *code)]);
    let lower = found.trim().to_lowercase();
    let suggestion = words.clone().find(|(word, _)| word.to_lowercase() == lower).map(|(_, code)| code).or_else(|| {
        let near = nearest(&lower, words.clone().map(|(word, _)| word))?;
        words.clone().find(|(word, _)| *word == near).map(|(_, code)| code)
    });
    Problem::new(ProblemCode::UnknownTerm)
        .with("found", found)
        .with("expected", terms.iter().map(|(code, _, _)| (*code).to_owned()).collect::<Vec<_>>())
        .suggesting(suggestion.map(str::to_owned))
}
