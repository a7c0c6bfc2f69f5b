//! Values of a calling language that JSON cannot say: a date object, not-a-number, a list that contains itself.
//!
//! A face that takes values instead of JSON text finds them while it writes the text, and tells them with these problems.

use super::reader::Reader;
use super::tree::{DEPTH_LIMIT, count};
use crate::problem::{Location, Path, Problem, ProblemCode, Problems};

/// Returns the problems of values that JSON cannot say: where each is, and what it is.
///
/// `None` in the place of a name stands for lists and objects nested deeper than a document may be.
///
/// # Example
///
/// ```
/// use lokmin_core::json::unwritable;
/// use lokmin_core::problem::{Path, PathSegment};
/// use lokmin_core::Lang;
///
/// let path: Path = [PathSegment::Key("held_on".to_owned())].into_iter().collect();
/// let problems = unwritable([(path, Some("Date"))]);
/// let problem = &problems.as_slice()[0];
/// assert_eq!(problem.path().to_string(), "/held_on");
/// assert_eq!(problem.message(Lang::En), "expected JSON, found Date");
/// ```
#[must_use]
pub fn unwritable<'a>(found: impl IntoIterator<Item = (Path, Option<&'a str>)>) -> Problems {
    let mut reader = Reader::default();
    for (path, name) in found {
        reader.report(
            &Location::ROOT,
            match name {
                Some(name) => Problem::at(ProblemCode::WrongType, path).with("expected", "JSON").with("found", name),
                None => too_deep(path),
            },
        );
    }
    reader.finish()
}

/// Returns the problem of lists and objects nested deeper than a document may be.
pub(super) fn too_deep(path: Path) -> Problem {
    Problem::at(ProblemCode::JsonTooDeep, path).with("limit", count(DEPTH_LIMIT))
}
