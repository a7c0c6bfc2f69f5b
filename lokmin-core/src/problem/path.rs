//! Places inside a document: JSON Pointers (RFC 6901).

use std::fmt;

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(untagged)]
pub enum PathSegment {
    /// A member of an object, by name.
    Key(String),
    /// An item of a list, from 0.
    Index(usize),
}

/// A place inside a document; empty for the document itself.
///
/// Printed as a JSON Pointer, serialised as a list of names and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Path(Vec<PathSegment>);

impl Path {
    /// Returns the steps from the document to the place.
    #[must_use]
    pub fn segments(&self) -> &[PathSegment] {
        &self.0
    }

    /// Returns whether the first step is the member of that name.
    #[must_use]
    pub(crate) fn is_below(&self, name: &str) -> bool {
        matches!(self.0.first(), Some(PathSegment::Key(first)) if first == name)
    }

    /// Returns this place with its first step called `to` where it is called `from`.
    #[must_use]
    pub(crate) fn with_first(mut self, from: &str, to: &str) -> Self {
        if let Some(PathSegment::Key(first)) = self.0.first_mut()
            && first == from
        {
            to.clone_into(first);
        }
        self
    }

    /// Returns this place with the steps of `deeper` after it.
    #[must_use]
    pub(crate) fn join(mut self, deeper: Self) -> Self {
        self.0.extend(deeper.0);
        self
    }
}

impl FromIterator<PathSegment> for Path {
    fn from_iter<I: IntoIterator<Item = PathSegment>>(segments: I) -> Self {
        Self(segments.into_iter().collect())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in &self.0 {
            match segment {
                PathSegment::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1"))?,
                PathSegment::Index(index) => write!(f, "/{index}")?,
            }
        }
        Ok(())
    }
}

/// A place while a document is walked: borrowed, so that it costs nothing until something is wrong.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Location<'a> {
    step: Option<(&'a Location<'a>, Step<'a>)>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> Location<'a> {
    /// The document itself.
    pub(crate) const ROOT: Location<'static> = Location { step: None };

    /// The member of this place with a name.
    pub(crate) const fn key(&'a self, key: &'a str) -> Self {
        Self { step: Some((self, Step::Key(key))) }
    }

    /// The item of this place with a number.
    pub(crate) const fn index(&'a self, index: usize) -> Self {
        Self { step: Some((self, Step::Index(index))) }
    }

    /// Makes the place last longer than the walk.
    pub(crate) fn to_path(self) -> Path {
        let mut segments = Vec::new();
        let mut here = &self;
        while let Some((parent, step)) = &here.step {
            segments.push(match step {
                Step::Key(key) => PathSegment::Key((*key).to_owned()),
                Step::Index(index) => PathSegment::Index(*index),
            });
            here = parent;
        }
        segments.reverse();
        Path(segments)
    }
}

#[cfg(test)]
mod tests {
    use super::Location;

    #[test]
    fn a_pointer_escapes_tilde_and_slash() {
        let root = Location::ROOT;
        let rows = root.key("a/b~c");
        let row = rows.index(17);
        assert_eq!(row.key("denominator").to_path().to_string(), "/a~1b~0c/17/denominator");
        assert_eq!(root.to_path().to_string(), "");
    }
}
