//! Sheets: a grid of cells in, figures and problems out.
//!
//! | in the sheet | what becomes of it |
//! | :-- | :-- |
//! | titles above, notes below, repeated headers | skipped and listed; a month, quarter, year or Puskesmas in a title counts |
//! | one to five header rows, joined cells empty but for the first | joined to one header a column |
//! | a row of column numbers below the header | skipped |
//! | a totals row (`Jumlah`, `TOTAL`, `PUSKESMAS`) | left out, and compared with the sum of the rows |
//! | columns L, P, L+P | L+P counts, or L + P where it is not there; a difference is told |
//! | `2.254`, `76,80` | by the style that the sheet shows elsewhere; where it shows none, `1.234` is no figure but a problem |
//! | `9`, `9.0`, ` 09 `, `JANUARI 2024`, `202401`, `2024-01`, `Agt` | a month; where the sheet has no year, the caller's |
//! | `-99`, `*`, `-`, `NULL`, `#DIV/0!` | missing, told once for each mark |
//! | names of villages | the code, where a working area has the name; a near name is only a suggestion |
//! | percentages | kept, recomputed and compared; never used as figures |
//! | NIK, names, birth dates, addresses, telephone numbers of people | the whole table is refused |
//!
//! What a column is says, in this order: the request ([`TableRequest::columns`]), a known layout ([`layouts`]), the words
//! for places and months, the catalogue's codes, names and aliases. Nothing is guessed: what can be read in two ways is a
//! problem, and the column is left out.
//!
//! Sources: real sheets and exports of SIGIZI, e-PPGBM, posyandu and district health profiles; each layout in
//! `data/sheet_layouts.json` names its own, with how sure it is.

mod answer;
mod body;
mod cell;
mod check;
mod counts;
mod header;
mod layout;
mod meaning;
mod number;
mod parts;
mod period;
mod personal;
mod place;
mod plan;
mod read;
mod request;
mod seen;
#[cfg(test)]
mod tests;
mod titles;
mod villages;
mod words;

pub use answer::{
    ColumnUse, Figure, Figures, MarkedMissing, Recognised, RecognisedBy, RecognisedColumn, SkipReason, SkippedRow,
    Table,
};
pub use cell::{Cell, Grid, column_letters};
pub use layout::{Layout, LayoutColumn, LayoutUse, LayoutsDocument, layouts};
pub use number::NumberStyle;
pub use request::{
    ColumnMapping, ColumnRole, HeaderRows, Indicators, MISSING, Mappings, Sex, TablePeriod, TableRequest, read_table,
};
