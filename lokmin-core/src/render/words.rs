//! Text with emphasis, as blocks and cells carry it.

use crate::assess::{Status, Trend};

/// Text of one line, some of it emphasised.
///
/// # Example
///
/// ```
/// use lokmin_core::render::Words;
/// let words = Words::new("target ").strong("60,0 %");
/// assert_eq!(words.plain(), "target 60,0 %");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<Run>);

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    Plain(String),
    Strong(String),
    /// Smaller and quieter than the rest.
    Quiet(String),
    /// A PWS status: its shape and its word.
    Status(Status),
    /// A trend: its arrow and its word.
    Trend(Trend),
}

impl Words {
    /// Makes a text without emphasis.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(vec![Run::Plain(text.into())])
    }

    /// Adds text without emphasis.
    #[must_use]
    pub fn then(self, text: impl Into<String>) -> Self {
        self.with(Run::Plain(text.into()))
    }

    /// Adds text that stands out.
    #[must_use]
    pub fn strong(self, text: impl Into<String>) -> Self {
        self.with(Run::Strong(text.into()))
    }

    /// Adds text that is smaller than the rest.
    #[must_use]
    pub fn quiet(self, text: impl Into<String>) -> Self {
        self.with(Run::Quiet(text.into()))
    }

    /// Adds a PWS status.
    #[must_use]
    pub fn status(self, status: Status) -> Self {
        self.with(Run::Status(status))
    }

    /// Adds a trend.
    #[must_use]
    pub fn trend(self, trend: Trend) -> Self {
        self.with(Run::Trend(trend))
    }

    fn with(mut self, run: Run) -> Self {
        self.0.push(run);
        self
    }

    /// Adds all of another text.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    pub(crate) fn runs(&self) -> &[Run] {
        &self.0
    }

    /// Returns whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| match run {
            Run::Plain(text) | Run::Strong(text) | Run::Quiet(text) => text.trim().is_empty(),
            Run::Status(_) | Run::Trend(_) => false,
        })
    }

    /// Returns the text without its emphasis; a status or trend is its Indonesian word.
    #[must_use]
    pub fn plain(&self) -> String {
        self.plain_in(crate::Lang::Id)
    }

    /// Returns the text without its emphasis.
    pub(crate) fn plain_in(&self, lang: crate::Lang) -> String {
        let mut text = String::new();
        for run in &self.0 {
            match run {
                Run::Plain(part) | Run::Strong(part) | Run::Quiet(part) => text.push_str(part),
                Run::Status(status) => text.push_str(status.label(lang)),
                Run::Trend(trend) => text.push_str(trend.label(lang)),
            }
        }
        text
    }
}

impl<T: Into<String>> From<T> for Words {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// Returns the shape that stands for a status where there is no picture.
pub(crate) const fn status_shape(status: Status) -> char {
    match status {
        Status::Baik => '●',
        Status::Cukup => '◐',
        Status::Kurang => '◇',
        Status::Jelek => '■',
    }
}

/// Returns the arrow of a trend: up is better, whichever direction the indicator has.
pub(crate) const fn trend_arrow(trend: Trend) -> char {
    match trend {
        Trend::Better => '▲',
        Trend::Steady => '=',
        Trend::Worse => '▼',
    }
}
