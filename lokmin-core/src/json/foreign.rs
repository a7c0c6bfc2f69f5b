//! Values of a calling language that JSON cannot say: a date object, not-a-number, a list that contains itself.
//!
//! A face that takes values instead of JSON text finds them while it writes the text, and tells them with these problems.

use super::tree::{DEPTH_LIMIT, count};
use crate::problem::{Path, Problem, ProblemCode};

/// Returns the problem of a value that JSON cannot say; `found` names what it is.
///
/// # Example
///
/// ```
/// use lokmin_core::json::not_json;
/// use lokmin_core::problem::PathSegment;
/// use lokmin_core::Lang;
///
/// let problem = not_json("Date", [PathSegment::Key("held_on".to_owned())].into_iter().collect());
/// assert_eq!(problem.path().to_string(), "/held_on");
/// assert_eq!(problem.message(Lang::En), "expected JSON, found Date");
/// ```
#[must_use]
pub fn not_json(found: &str, path: Path) -> Problem {
    Problem::at(ProblemCode::WrongType, path).with("expected", "JSON").with("found", found)
}

/// Returns the problem of a value that is nested deeper than a document may be.
///
/// # Example
///
/// ```
/// use lokmin_core::json::too_deep;
/// assert_eq!(too_deep().code().as_str(), "json.too_deep");
/// ```
#[must_use]
pub fn too_deep() -> Problem {
    Problem::new(ProblemCode::JsonTooDeep).with("limit", count(DEPTH_LIMIT))
}
