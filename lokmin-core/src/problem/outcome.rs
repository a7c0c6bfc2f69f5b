//! Lists of problems, and values that come with them.

use std::fmt;

use super::{Problem, Severity};

/// Problems in the order in which the input has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Returns an empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one problem at the end.
    pub(crate) fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Adds all of another list at the end.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// Returns the problems as a slice.
    #[must_use]
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }

    /// Returns the problems one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// Returns how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(Problem::is_error)
    }

    /// Returns how many have a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|problem| problem.severity() == severity).count()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            write!(f, "{} {problem}", problem.path())?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl FromIterator<Problem> for Problems {
    fn from_iter<I: IntoIterator<Item = Problem>>(problems: I) -> Self {
        Self(problems.into_iter().collect())
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// What an operation on somebody's data gives: a value, problems, or a value with warnings.
///
/// # Example
///
/// ```
/// use lokmin_core::calendar::parse_date;
///
/// let outcome = parse_date("Kamis (3/7/2025)", None);
/// assert!(outcome.problems().is_empty());
/// assert_eq!(outcome.into_result()?.date().to_string(), "2025-07-03");
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Outcome<T> {
    // INVARIANT: `value` is `Some` exactly when no problem is an error.
    value: Option<T>,
    problems: Problems,
}

impl<T> Outcome<T> {
    /// Makes an outcome; the value is dropped where a problem is an error.
    pub(crate) fn new(value: Option<T>, problems: Problems) -> Self {
        debug_assert!(value.is_some() || problems.has_errors(), "no value needs a reason");
        let value = if problems.has_errors() { None } else { value };
        Self { value, problems }
    }

    /// Makes an outcome of a value that exists whatever was found, as a merge does. An error among the problems drops it.
    pub fn with_warnings(value: T, problems: Problems) -> Self {
        Self::new(Some(value), problems)
    }

    /// Returns the value, unless a problem is an error.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Returns all problems: errors where there is no value, else warnings.
    #[must_use]
    pub fn problems(&self) -> &Problems {
        &self.problems
    }

    /// Returns whether there is a value.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.value.is_some()
    }

    /// Returns the value without its warnings.
    ///
    /// # Errors
    ///
    /// All problems, where one of them is an error.
    pub fn into_result(self) -> Result<T, Problems> {
        self.value.ok_or(self.problems)
    }

    /// Returns both parts.
    #[must_use]
    pub fn into_parts(self) -> (Option<T>, Problems) {
        (self.value, self.problems)
    }

    /// Turns the value into another one.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome { value: self.value.map(change), problems: self.problems }
    }

    /// Goes on with the value; the problems of both steps are kept, in order.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::calendar::parse_date;
    /// use lokmin_core::{Outcome, Quarter};
    ///
    /// let quarter = parse_date("Kamis (5/12/2025)", None)
    ///     .and_then(|reading| Quarter::containing(reading.date()).unwrap().to_string().parse::<Quarter>().into());
    /// assert_eq!(quarter.value().unwrap().to_string(), "2025Q4");
    /// assert_eq!(quarter.problems().len(), 1);
    /// ```
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Outcome<U>) -> Outcome<U> {
        let mut problems = self.problems;
        let Some(value) = self.value else { return Outcome { value: None, problems } };
        let (value, more) = next(value).into_parts();
        problems.append(more);
        Outcome::new(value, problems)
    }
}

impl<T> From<Result<T, Problem>> for Outcome<T> {
    fn from(result: Result<T, Problem>) -> Self {
        match result {
            Ok(value) => Self { value: Some(value), problems: Problems::new() },
            Err(problem) => Self::new(None, problem.into()),
        }
    }
}
