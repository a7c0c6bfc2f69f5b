//! Pages for people: HTML, Markdown, short text and CSV, in Indonesian or English.
//!
//! | file | what it knows |
//! | :-- | :-- |
//! | `page`, `words` | the model: sheet, annex, sections, tables, charts, text with emphasis |
//! | `clean` | what a text has to be rid of: control characters, turns of direction, telephone numbers |
//! | `html`, `chart`, `style.css` | one self-contained page: screen, phone, paper, word processor |
//! | `markdown`, `text`, `csv` | the same page in the other formats |
//! | `pages` | the pages of a review: the review itself, *rapor desa*, *matriks RTL* |
//!
//! Text is text in every format: whatever it holds, it never becomes markup, a link, a formula or a direction of writing.

mod chart;
mod clean;
mod csv;
mod format;
mod html;
mod markdown;
mod page;
mod pages;
#[cfg(test)]
mod render_tests;
mod text;
mod words;

pub use clean::clean;
pub use format::{File, Format};
pub use page::{
    Block, Cell, Chart, ChartBar, Column, ColumnKind, KeyFigure, List, Orientation, Page, Publication, Row, Section,
    Table,
};
pub use pages::{render_follow_up_matrix, render_review, render_village_reports};
pub use text::TEXT_LIMIT;
pub use words::Words;
