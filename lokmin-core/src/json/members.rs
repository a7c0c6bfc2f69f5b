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

/// Joins lists of names, `N` in all; for declarations only.
#[expect(clippy::indexing_slicing, reason = "runs while compiling, where a wrong place is an error")]
pub(crate) const fn all_names<const N: usize>(lists: [&[&'static str]; 3]) -> [&'static str; N] {
    let mut names = [""; N];
    let (mut list, mut place) = (0, 0);
    while list < lists.len() {
        let mut own = 0;
        while own < lists[list].len() {
            names[place] = lists[list][own];
            (own, place) = (own + 1, place + 1);
        }
        list += 1;
    }
    names
}

/// What an object has under one name.
#[derive(Clone, Copy, Debug)]
enum Slot<'a> {
    Absent,
    Once(&'a Node<'a>),
    Twice,
}

/// The members of one JSON object, in the order in which a record declares them.
#[derive(Debug)]
pub(crate) struct Members<'a, const N: usize> {
    all: &'a [(Cow<'a, str>, Node<'a>)],
    known: &'a [&'a str; N],
    slots: [Slot<'a>; N],
    has_unknown: bool,
    next: usize,
}

impl<'a, const N: usize> Members<'a, N> {
    /// Finds the members by their names; all that are `known` are read in that order.
    pub(crate) fn new(members: &'a [(Cow<'a, str>, Node<'a>)], known: &'a [&'a str; N]) -> Self {
        let mut slots = [Slot::Absent; N];
        let has_unknown = fill(&mut slots, members, known);
        Self { all: members, known, slots, has_unknown, next: 0 }
    }

    /// Reads the next of the known members; reports it when it is required and absent, or there twice.
    pub(crate) fn read_next<T: Member>(&mut self, at: &Location<'_>, reader: &mut Reader) -> Option<T> {
        let (name, slot) = (self.known.get(self.next)?, self.slots.get(self.next)?);
        self.next += 1;
        let here = at.key(name);
        match slot {
            Slot::Once(node) => T::read(node, &here, reader),
            Slot::Absent => {
                let value = T::absent();
                if value.is_none() {
                    reader.report(&here, Problem::new(ProblemCode::Missing).with("name", *name));
                }
                value
            }
            Slot::Twice => {
                reader.report(&here, Problem::new(ProblemCode::JsonDuplicateMember).with("name", *name));
                None
            }
        }
    }

    /// Checks the `schema` member, which is the first of the known ones. Returns `false` when the document is of another
    /// kind or version, so that nothing else of it can be understood. Whether the member may be absent is the caller's to say.
    pub(crate) fn is_of_schema(&mut self, schema: &str, at: &Location<'_>, reader: &mut Reader) -> bool {
        match self.read_next::<Option<Text>>(at, reader).flatten() {
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

    /// Reports every member that is not known, by name.
    pub(crate) fn report_unknown(&self, at: &Location<'_>, reader: &mut Reader) {
        if !self.has_unknown {
            return;
        }
        let names = self.all.iter().map(|(key, _)| key.as_ref());
        let mut unknown: Vec<&str> = names.filter(|key| !self.known.contains(key)).collect();
        unknown.sort_unstable();
        unknown.dedup();
        for name in unknown {
            let suggestion = nearest(name, self.known.iter().copied()).map(str::to_owned);
            let problem = Problem::new(ProblemCode::UnknownMember).with("name", name).suggesting(suggestion);
            reader.report(&at.key(name), problem);
        }
    }
}

/// Puts each member into the slot of its name. Returns whether one has a name that is not known.
///
/// Most texts have the members in the order of the declaration, so the search goes on from where the last one was found.
fn fill<'a>(slots: &mut [Slot<'a>], members: &'a [(Cow<'a, str>, Node<'a>)], known: &[&str]) -> bool {
    let mut has_unknown = false;
    let mut expected = 0;
    for (key, node) in members {
        let (before, after) = known.split_at_checked(expected).unwrap_or((known, &[]));
        let is_it = |name: &&str| *name == key;
        let found =
            after.iter().position(is_it).map(|index| expected + index).or_else(|| before.iter().position(is_it));
        let Some((index, slot)) = found.and_then(|index| Some((index, slots.get_mut(index)?))) else {
            has_unknown = true;
            continue;
        };
        *slot = if matches!(slot, Slot::Absent) { Slot::Once(node) } else { Slot::Twice };
        expected = index + 1;
    }
    has_unknown
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_in_any_order() {
        let node = Node::parse(r#"{"c": [1, {"c": [2]}], "a": 2, "x": 0, "b": 3, "a": 4}"#).expect("valid");
        let Node::Object(members) = &node else { panic!("{node:?}") };
        let mut slots = [Slot::Absent; 4];
        assert!(fill(&mut slots, members, &["a", "b", "c", "d"]), "x is not known");
        let two = Node::Object(vec![("c".into(), Node::List(vec![Node::Integer(2)]))]);
        let list = Node::List(vec![Node::Integer(1), two]);
        assert!(
            matches!(slots, [Slot::Twice, Slot::Once(Node::Integer(3)), Slot::Once(c), Slot::Absent] if *c == list)
        );
        assert!(!fill(&mut slots, &[], &["a"]));
    }
}
