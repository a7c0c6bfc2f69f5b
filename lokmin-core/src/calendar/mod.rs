//! Quarters, months, spans, and the dates and labels that Indonesian documents write.

mod date;
mod month;
mod quarter;

pub use date::parse_iso_date;
pub use month::{Month, Months};
pub use quarter::{Quarter, Quarters};
