//! The members of one JSON object, read by name.

use std::borrow::Cow;

use super::reader::{Member, Reader};
use super::tree::Node;
use super::values::Text;
use crate::problem::{Location, Problem, ProblemCode, nearest};

/// The member that names the kind and version of a document.
pub(crate) const SCHEMA_MEMBER: &str = "schema";

/// Returns the name of the member that carries `_schema`; for declarations only.
pub(crate) const fn schema_member(_schema: &str) -> &'static str {
    SCHEMA_MEMBER
}

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

    /// Checks the `schema` member. Returns `false` when the document is of another kind or version, so that nothing else
    /// of it can be understood. Whether the member may be absent is the caller's to say.
    pub(crate) fn is_of_schema(self, schema: &str, at: &Location<'_>, reader: &mut Reader) -> bool {
        match self.read::<Option<Text>>(SCHEMA_MEMBER, at, reader).flatten() {
            Some(found) if found.as_str() != schema => {
                let problem = Problem::new(ProblemCode::SchemaUnknown)
                    .with("found", found.as_str())
                    .with("expected", schema)
                    .suggesting(schema.to_owned());
                reader.report(&at.key(SCHEMA_MEMBER), problem);
                false
            }
            // Where the member is no text, that is told already, and the rest can still be read.
            _ => true,
        }
    }

    /// Reports every member that is not one of `known`, by name.
    pub(crate) fn report_unknown<'k>(
        self,
        known: &(impl Iterator<Item = &'k str> + Clone),
        at: &Location<'_>,
        reader: &mut Reader,
    ) {
        let is_known = |name: &str| known.clone().any(|known| known == name);
        let mut unknown: Vec<&str> =
            self.members.iter().map(|(key, _)| key.as_ref()).filter(|key| !is_known(key)).collect();
        unknown.sort_unstable();
        unknown.dedup();
        for name in unknown {
            let suggestion = nearest(name, known.clone()).map(str::to_owned);
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
