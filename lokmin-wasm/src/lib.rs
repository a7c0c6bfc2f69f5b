//! lokmin for the browser: JSON text in, a call to the core, JSON text out.
//!
//! No rule lives here. One file for each room of the core; [`problem`] turns an outcome into the text that the
//! JavaScript layer (`js/`) hands on as a plain frozen value. Every function takes the language of the messages last.

#![expect(clippy::missing_errors_doc, reason = "every function throws for one thing only: an unknown language")]
#![expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands optional texts over as `Option<String>` only")]

pub mod accreditation;
pub mod assess;
pub mod cadence;
pub mod calendar;
pub mod document;
pub mod exchange;
pub mod forum;
pub mod indicator;
pub mod number;
pub mod problem;
pub mod recommendation;
pub mod region;
pub mod render;
pub mod review;
pub mod sector;
