//! The columnar engine: the rules of one series for the whole country, columns in and columns out.
//!
//! | file | what it does |
//! | :-- | :-- |
//! | `input` | the columns that go in: keys, periods, figures |
//! | `keys` | texts of all batches as numbers in the order of the texts |
//! | `periods` | days, months and quarters as places in a row of months; the spans that come out |
//! | `parents` | which areas belong together, and the blocks of areas that are worked on at once |
//! | `plan` | for each indicator, target and year what a verdict needs, made once |
//! | `place` | rows of any order brought to their block |
//! | `share` | the rows of each share put together, area by area and indicator by indicator |
//! | `cells` | the months of one area and one indicator |
//! | `kernel`, `quick` | from months to rows of the answer |
//! | `ranks`, `across` | competition ranks within each parent, also where it lies in several shares |
//! | `roll_up`, `rolled_up` | areas added up to their parents, and the columns of that |
//! | `output`, `column` | the columns that come out, and which of them are asked for |
//! | `quality`, `completeness` | pairs, outliers, and how much of what is due is there |
//! | `findings` | what is wrong with the figures |
//! | `threads` | work shared out |
//! | `arrow` | record batches in and out |
//! | `question` | what is asked, as JSON |
//! | `engine` | the whole, from batches to the answer |
//!
//! Every verdict is that of [`judge`](super::judge): months that are complete and small take a shorter way to the same
//! numbers, everything else goes through `judge` itself.

mod across;
#[cfg(feature = "arrow")]
mod arrow;
mod cells;
mod column;
mod completeness;
mod engine;
mod error;
mod findings;
mod input;
mod kernel;
mod keys;
mod output;
mod parents;
mod periods;
mod place;
mod plan;
mod quality;
mod question;
mod quick;
mod ranks;
mod roll_up;
mod rolled_up;
mod share;
mod threads;

#[cfg(feature = "arrow")]
pub use arrow::ColumnNames;
pub use column::Column;
pub use completeness::CompletenessColumns;
pub use engine::Engine;
pub use error::ColumnsError;
pub use findings::Findings;
pub use input::{FigureColumns, Keys, MISSING, Periods};
pub use output::{AssessedChunk, AssessedColumns, AssessedRow, NO_ROW, NO_TERM};
pub use parents::Parents;
pub use periods::{Span, SpanKind};
pub use question::{ParentOf, ParentRegion, TableQuestion};
pub use rolled_up::{RolledUpChunk, RolledUpColumns, RolledUpRow};
