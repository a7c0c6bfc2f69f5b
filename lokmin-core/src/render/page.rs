//! The page: what is published, before it is written in a format.
//!
//! Every text in it is text and nothing else: the writers escape it, and [`clean`](super::clean) it first.

use chrono::NaiveDate;

use super::words::Words;
use crate::Lang;
use crate::assess::{Status, Trend};

/// Pages that belong together: one file, one printed booklet.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Publication {
    /// The stem of the file names, of `a-z`, `0-9` and `-`.
    pub name: String,
    /// What it is, for the title of a window.
    pub title: String,
    /// The language that it is in.
    pub lang: Lang,
    /// How the paper lies.
    pub orientation: Orientation,
    /// The pages.
    pub pages: Vec<Page>,
}

/// How the paper lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// On its side, for wide tables.
    Landscape,
}

/// One sheet of paper that says what must be known, and an annex with everything else.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// What tells it from the others of the publication, for file names.
    pub name: String,
    /// The line above the title: what kind of page it is.
    pub kind: String,
    /// The title.
    pub title: String,
    /// Below the title.
    pub subtitle: Words,
    /// What must be known, the most important first.
    pub sheet: Vec<Section>,
    /// Everything else.
    pub annex: Vec<Section>,
    /// The last lines: where the facts come from.
    pub footer: Vec<Words>,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Section {
    /// The heading; empty: none.
    pub heading: String,
    /// Whether it stands beside its neighbour where the page is wide enough.
    pub half: bool,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Makes a section as wide as the page.
    #[must_use]
    pub fn new(heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { heading: heading.into(), half: false, blocks }
    }

    /// Makes a section that stands beside its neighbour.
    #[must_use]
    pub fn half(heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { heading: heading.into(), half: true, blocks }
    }
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Block {
    /// A heading inside a section.
    Heading(String),
    /// A paragraph.
    Paragraph(Words),
    /// Something that must not be overlooked, such as that figures are made up.
    Notice(Words),
    /// A list.
    List(List),
    /// Figures to be seen first.
    KeyFigures(Vec<KeyFigure>),
    /// A table.
    Table(Table),
    /// A PWS chart.
    Chart(Chart),
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct List {
    /// Whether the items are numbered.
    pub ordered: bool,
    /// The items.
    pub items: Vec<Words>,
    /// How many more there are, which the annex has.
    pub left_out: usize,
}

impl List {
    /// Makes a list of all items.
    #[must_use]
    pub fn new(items: Vec<Words>) -> Self {
        Self { ordered: false, items, left_out: 0 }
    }

    /// Makes a list of the first items, and says how many more there are.
    #[must_use]
    pub fn first(mut items: Vec<Words>, most: usize) -> Self {
        let left_out = items.len().saturating_sub(most);
        items.truncate(most);
        Self { ordered: false, items, left_out }
    }

    /// Numbers the items.
    #[must_use]
    pub const fn ordered(mut self) -> Self {
        self.ordered = true;
        self
    }
}

/// A figure to be seen first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeyFigure {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: String,
    /// What it is out of, or why.
    pub note: String,
}

impl KeyFigure {
    /// Makes one.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<String>, note: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), note: note.into() }
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Table {
    /// What tells it from the others, for file names, of `a-z`, `0-9` and `-`.
    pub name: String,
    /// What it shows.
    pub caption: Words,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with one cell a column.
    pub rows: Vec<Row>,
    /// What has to be known to read it.
    pub notes: Vec<Words>,
    /// How many more rows there are, which the annex has.
    pub left_out: usize,
    /// Whether another table of the publication has all of it: it gets no file of its own.
    pub is_excerpt: bool,
}

impl Table {
    /// Makes a table without rows.
    #[must_use]
    pub fn new(name: impl Into<String>, caption: impl Into<Words>, columns: Vec<Column>) -> Self {
        Self { name: name.into(), caption: caption.into(), columns, ..Self::default() }
    }
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
    /// Whether it sums the others up.
    pub is_total: bool,
}

impl Row {
    /// Makes a row.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells, is_total: false }
    }

    /// Makes a row that sums the others up.
    #[must_use]
    pub fn total(cells: Vec<Cell>) -> Self {
        Self { cells, is_total: true }
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What stands in it.
    pub kind: ColumnKind,
    /// Whether the short text leaves it out.
    pub is_aside: bool,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Names that the rows are called by.
    Name,
    /// Numbers, to the right.
    Number,
    /// Words.
    Words,
    /// Pictures of what another column says: only where pictures can be shown.
    Picture,
}

impl Column {
    /// Makes the column that rows are called by.
    #[must_use]
    pub fn name(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), kind: ColumnKind::Name, is_aside: false }
    }

    /// Makes a column of numbers.
    #[must_use]
    pub fn number(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), kind: ColumnKind::Number, is_aside: false }
    }

    /// Makes a column of words.
    #[must_use]
    pub fn words(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), kind: ColumnKind::Words, is_aside: false }
    }

    /// Makes a column of pictures.
    #[must_use]
    pub fn picture(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), kind: ColumnKind::Picture, is_aside: false }
    }

    /// Leaves the column out of the short text.
    #[must_use]
    pub const fn aside(mut self) -> Self {
        self.is_aside = true;
        self
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Cell {
    /// Nothing to be said.
    Empty,
    /// Words.
    Words(Words),
    /// Several texts, one below the other.
    Lines(Vec<Words>),
    /// A whole number.
    Count(i64),
    /// A number with decimals, written in the publication's language.
    Number(String),
    /// A day.
    Date(NaiveDate),
    /// A bar up to `value`, with a line at `target`, each a share of the whole width.
    Meter {
        /// How long the bar is, from 0.
        value: Option<f64>,
        /// Where the target is.
        target: Option<f64>,
    },
}

impl Cell {
    /// Makes a cell of words.
    #[must_use]
    pub fn words(words: impl Into<Words>) -> Self {
        Self::Words(words.into())
    }

    /// Makes a cell of a number that may be unknown.
    #[must_use]
    pub fn count(count: Option<i64>) -> Self {
        count.map_or(Self::Empty, Self::Count)
    }

    /// Makes a cell of a written number that may be unknown.
    #[must_use]
    pub fn number(number: Option<String>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// Makes a cell of a day that may be unknown.
    #[must_use]
    pub fn date(date: Option<NaiveDate>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }

    /// Makes a cell of a status that may be unknown.
    #[must_use]
    pub fn status(status: Option<Status>) -> Self {
        status.map_or(Self::Empty, |status| Self::Words(Words::default().status(status)))
    }

    /// Makes a cell of a trend that may be unknown.
    #[must_use]
    pub fn trend(trend: Option<Trend>) -> Self {
        trend.map_or(Self::Empty, |trend| Self::Words(Words::default().trend(trend)))
    }
}

/// A PWS chart: a bar a village, the best first, and a line at the target.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The target, and how it is written.
    pub target: Option<(f64, String)>,
    /// What stands behind a number, such as ` %`.
    pub unit: String,
    /// The bars.
    pub bars: Vec<ChartBar>,
    /// How many more villages there are, which the annex has.
    pub left_out: usize,
    /// Whether a table on the same page shows the same: formats without pictures leave it out.
    pub is_in_table: bool,
}

/// A bar of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChartBar {
    /// The village.
    pub label: String,
    /// How long it is; absent: nothing was reported.
    pub value: Option<f64>,
    /// The number as it is written, or why there is none.
    pub written: String,
    /// The trend.
    pub trend: Option<Trend>,
    /// The status.
    pub status: Option<Status>,
}

impl Page {
    /// Makes an empty page.
    #[must_use]
    pub fn new(name: impl Into<String>, title: impl Into<String>) -> Self {
        Self { name: name.into(), title: title.into(), ..Self::default() }
    }
}

impl Publication {
    /// Puts pages together, upright.
    #[must_use]
    pub fn new(name: impl Into<String>, title: impl Into<String>, lang: Lang, pages: Vec<Page>) -> Self {
        Self { name: name.into(), title: title.into(), lang, orientation: Orientation::default(), pages }
    }
}
