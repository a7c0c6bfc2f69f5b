//! Findings about somebody's data: what is wrong, where, how bad, and what to do.
//!
//! A [`Problem`] is never a crash and never an exception of the library: it is an answer. Every operation on user data
//! returns an [`Outcome`]: a value, problems, or both (a value with warnings).
//!
//! | part | meaning |
//! | :-- | :-- |
//! | `code` | stable, dotted, e.g. `date.weekday_mismatch`; one of [`ProblemCode::ALL`] |
//! | `path` | JSON Pointer (RFC 6901) of the place, `""` for the whole |
//! | `severity` | `error`: there is no value; `warning`: there is one, look at it |
//! | `params` | typed values that the message is made of |
//! | `message` | rendered from code and params, in Indonesian or English |
//! | `suggestion` | what was probably meant, where something is near |

mod code;
mod outcome;
mod param;
mod path;
mod suggest;

use std::fmt;

pub use code::ProblemCode;
pub use outcome::{Outcome, Problems};
pub use param::Param;
pub(crate) use path::Location;
pub use path::{Path, PathSegment};
pub(crate) use suggest::{edit_distance, nearest};

use crate::language::Lang;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look; there is a value all the same.
    Warning,
    /// There is no value.
    Error,
}

/// One finding about somebody's data.
///
/// # Example
///
/// ```
/// use lokmin_core::{calendar::parse_date, Lang};
///
/// let outcome = parse_date("Kamis (5/12/2025)", None);
/// let problem = &outcome.problems().as_slice()[0];
/// assert_eq!(problem.code().as_str(), "date.weekday_mismatch");
/// assert_eq!(problem.message(Lang::En), "`Kamis` is written beside 5 December 2025, which is a Friday");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}", self.code(), self.message(Lang::En))]
pub struct Problem {
    // INVARIANT: boxed, so that a `Result` with a problem in it stays small.
    inner: Box<Inner>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    code: ProblemCode,
    path: Path,
    params: Vec<(&'static str, Param)>,
    suggestion: Option<String>,
}

impl Problem {
    /// Makes a problem that concerns the whole input.
    #[must_use]
    pub(crate) fn new(code: ProblemCode) -> Self {
        Self::at(code, Path::default())
    }

    /// Makes a problem at a place.
    #[must_use]
    pub(crate) fn at(code: ProblemCode, path: Path) -> Self {
        Self { inner: Box::new(Inner { code, path, params: Vec::new(), suggestion: None }) }
    }

    /// Adds a parameter that the message of this code names.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.inner.params.push((name, value.into()));
        self
    }

    /// Adds what was probably meant.
    #[must_use]
    pub(crate) fn suggesting(mut self, suggestion: impl Into<Option<String>>) -> Self {
        self.inner.suggestion = suggestion.into();
        self
    }

    /// Moves the problem to where its input stands in a larger document.
    #[must_use]
    pub(crate) fn below(mut self, location: &Location<'_>) -> Self {
        self.inner.path = location.to_path().join(self.inner.path);
        self
    }

    /// Moves the problem from the member `from` of the question that was asked to the member `to` of the one that it came from.
    #[must_use]
    pub(crate) fn moved(mut self, from: &str, to: &str) -> Self {
        self.inner.path = std::mem::take(&mut self.inner.path).with_first(from, to);
        self
    }

    /// Returns the problem with its place inside a member or an argument of that name.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::calendar::parse_iso_date;
    /// let problem = parse_iso_date("2025-02-30").unwrap_err().inside("on");
    /// assert_eq!(problem.path().to_string(), "/on");
    /// ```
    #[must_use]
    pub fn inside(self, name: &str) -> Self {
        self.below(&Location::ROOT.key(name))
    }

    /// Returns the stable code.
    #[must_use]
    pub fn code(&self) -> ProblemCode {
        self.inner.code
    }

    /// Returns the place.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// Returns how bad it is. A code has one severity, always.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.inner.code.severity()
    }

    /// Returns whether there is no value because of this problem.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }

    /// Returns the typed values that the message is made of, by name.
    pub fn params(&self) -> impl Iterator<Item = (&'static str, &Param)> {
        self.inner.params.iter().map(|(name, value)| (*name, value))
    }

    /// Returns what was probably meant, where something is near.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.inner.suggestion.as_deref()
    }

    /// Renders the message: one sentence, no final full stop, no line break.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let mut text = String::new();
        let mut rest = self.inner.code.template(lang);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((name, tail)) = after.split_once('}') else { break };
            match self.inner.params.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => value.render(lang, &mut text),
                // A parameter that was not given prints its name; the completeness test refuses such a problem.
                None => text.push_str(name),
            }
            rest = tail;
        }
        text.push_str(rest);
        text
    }

    /// Returns the problem as the faces hand it on, its message in one language.
    #[must_use]
    pub fn view(&self, lang: Lang) -> ProblemView<'_> {
        ProblemView { problem: self, lang }
    }
}

/// A problem with its message in one language, as JSON:
/// `{code, path, loc, severity, message, params, suggestion}`.
#[derive(Clone, Copy, Debug)]
pub struct ProblemView<'a> {
    problem: &'a Problem,
    lang: Lang,
}

impl serde::Serialize for ProblemView<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let problem = self.problem;
        let mut map = serializer.serialize_map(Some(7))?;
        map.serialize_entry("code", problem.code().as_str())?;
        map.serialize_entry("path", &problem.path().to_string())?;
        map.serialize_entry("loc", problem.path())?;
        map.serialize_entry("severity", &problem.severity())?;
        map.serialize_entry("message", &problem.message(self.lang))?;
        map.serialize_entry("params", &Params(&problem.inner.params))?;
        map.serialize_entry("suggestion", &problem.suggestion())?;
        map.end()
    }
}

struct Params<'a>(&'a [(&'static str, Param)]);

impl serde::Serialize for Params<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}
