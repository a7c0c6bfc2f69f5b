//! Quarters, months, spans, and the dates and labels that Indonesian documents write.

mod date;
mod holiday;
mod label;
mod lexer;
mod mention;
mod month;
#[cfg(test)]
mod properties;
mod quarter;
mod span;
mod span_text;
mod term;
mod time;
mod years;

pub use date::{DateReading, parse_date, parse_iso_date};
pub use holiday::{Holiday, HolidayKind, Holidays};
pub use label::{QuarterReading, YearBasis, parse_quarter};
pub use month::{Month, Months};
pub use quarter::{Quarter, Quarters};
pub use span::{Basis, Span, SpanMembers, StatedSpan};
pub use span_text::parse_span;
pub(crate) use term::{is_quarter_word, month_of_word};
pub use time::{ClockTime, TimeReading, Zone, parse_time};
