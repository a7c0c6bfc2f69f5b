//! What comes from elsewhere and goes elsewhere: tables from sheets.
//!
//! [`table`] reads a grid of cells, as a spreadsheet or a CSV file has it, into figures for
//! [`assess`](crate::assess).

pub mod table;
