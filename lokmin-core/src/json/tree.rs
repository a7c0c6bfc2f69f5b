//! The JSON tree: borrowed where it can be, every member kept, nesting bounded.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::problem::{Param, Path, Problem, ProblemCode};

/// How deep lists and objects may be nested.
pub(super) const DEPTH_LIMIT: usize = 100;

/// What the tree reader says when the nesting is too deep; told apart from serde's own errors by its text.
const TOO_DEEP: &str = "nested too deep";

/// One JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node<'a> {
    Null,
    Bool(bool),
    /// A whole number that fits 64 bits.
    Integer(i64),
    /// Any other number.
    Float(f64),
    String(Cow<'a, str>),
    List(Vec<Node<'a>>),
    /// Members in the order of the text, doubles included.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// Reads a whole JSON text.
    pub(crate) fn parse(text: &'a str) -> Result<Self, Problem> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let node = NodeSeed { depth: 0, waiting: &mut Waiting::default() }.deserialize(&mut deserializer);
        node.and_then(|node| deserializer.end().map(|()| node)).map_err(|error| {
            // serde_json has a limit of its own (128), which is reached only past ours.
            if error.to_string().contains(TOO_DEEP) {
                return super::foreign::too_deep(Path::default());
            }
            Problem::new(ProblemCode::JsonSyntax)
                .with("line", count(error.line()))
                .with("column", count(error.column()))
        })
    }

    /// Returns the name of the JSON type, as problems print it.
    pub(crate) const fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Integer(_) | Self::Float(_) => "number",
            Self::String(_) => "string",
            Self::List(_) => "array",
            Self::Object(_) => "object",
        }
    }

    /// Returns the text of a string.
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the value of the first member with a name.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }
}

/// A size as a problem carries it.
pub(crate) fn count(size: usize) -> Param {
    Param::Number(i64::try_from(size).unwrap_or(i64::MAX))
}

/// The items and members read so far of the lists and objects that are still open, the innermost last: each list and object
/// is made once, when its length is known.
#[derive(Debug, Default)]
struct Waiting<'a> {
    items: Vec<Node<'a>>,
    members: Vec<(Cow<'a, str>, Node<'a>)>,
}

struct NodeSeed<'w, 'a> {
    depth: usize,
    waiting: &'w mut Waiting<'a>,
}

impl<'a> NodeSeed<'_, 'a> {
    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        if self.depth >= DEPTH_LIMIT {
            return Err(E::custom(TOO_DEEP));
        }
        Ok(Self { depth: self.depth + 1, waiting: self.waiting })
    }

    /// Returns the same seed for one item more.
    fn again(&mut self) -> NodeSeed<'_, 'a> {
        NodeSeed { depth: self.depth, waiting: self.waiting }
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_, 'de> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_, 'de> {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Node::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a number past 2^63 is outside every range; only its size is told"
        )]
        Ok(i64::try_from(value).map_or(Node::Float(value as f64), Node::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Node::Float(value))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Node::String(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Node::String(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut seed = self.deeper()?;
        let begin = seed.waiting.items.len();
        while let Some(item) = items.next_element_seed(seed.again())? {
            seed.waiting.items.push(item);
        }
        Ok(Node::List(seed.waiting.items.drain(begin..).collect()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut seed = self.deeper()?;
        let begin = seed.waiting.members.len();
        while let Some(Key(key)) = entries.next_key()? {
            let value = entries.next_value_seed(seed.again())?;
            seed.waiting.members.push((key, value));
        }
        Ok(Node::Object(seed.waiting.members.drain(begin..).collect()))
    }
}

/// A member name, borrowed where the text has no escapes.
struct Key<'a>(Cow<'a, str>);

impl<'de> de::Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a member name")
            }

            fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Borrowed(value)))
            }

            fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(value.to_owned())))
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_is_kept_in_order() {
        let node = Node::parse(r#"{"b": 1, "a": [true, null, 2.5], "b": "x\n"}"#).expect("valid");
        let Node::Object(members) = &node else { panic!("{node:?}") };
        assert_eq!(members.iter().map(|(key, _)| key.as_ref()).collect::<Vec<_>>(), ["b", "a", "b"]);
        assert_eq!(node.get("a"), Some(&Node::List(vec![Node::Bool(true), Node::Null, Node::Float(2.5)])));
    }

    #[test]
    fn nesting_is_bounded_at_one_hundred() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Node::parse(&nested(100)).is_ok());
        for depth in [101, 128, 129, 100_000] {
            let problem = Node::parse(&nested(depth)).expect_err("too deep");
            assert_eq!(problem.code(), ProblemCode::JsonTooDeep, "{depth}");
        }
    }

    #[test]
    fn what_is_not_json_says_where() {
        for (text, line, column) in [("", 1, 0), ("{\"a\":}", 1, 6), ("[1,\n2", 2, 1), ("nul", 1, 3), ("1 2", 1, 3)] {
            let problem = Node::parse(text).expect_err(text);
            assert_eq!(problem.code(), ProblemCode::JsonSyntax);
            let params: Vec<_> = problem.params().map(|(_, value)| value.clone()).collect();
            assert_eq!(params, [count(line), count(column)], "{text}");
        }
    }
}
