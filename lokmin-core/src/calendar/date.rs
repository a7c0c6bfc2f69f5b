//! Dates: the canonical form, and the forms that Indonesian documents write.

use chrono::NaiveDate;

use super::month::digits;
use crate::json::{Member, Node, Reader, read_canonical};
use crate::problem::{Location, Problem, ProblemCode};

/// Reads an ISO date, `YYYY-MM-DD`, of the years 1 to 9999: ten ASCII characters and nothing else.
///
/// # Errors
///
/// `date.iso_format` when it is written otherwise, `date.impossible` when the calendar has no such day.
///
/// # Example
///
/// ```
/// use lokmin_core::calendar::parse_iso_date;
/// assert_eq!(parse_iso_date("2025-07-03")?.to_string(), "2025-07-03");
/// assert_eq!(parse_iso_date("2025-02-30").unwrap_err().code().as_str(), "date.impossible");
/// assert_eq!(parse_iso_date("3/7/2025").unwrap_err().code().as_str(), "date.iso_format");
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
pub fn parse_iso_date(text: &str) -> Result<NaiveDate, Problem> {
    let parts = <&[u8; 10]>::try_from(text.as_bytes()).ok().and_then(|&[a, b, c, d, x, e, f, y, g, h]| {
        let dashes = x == b'-' && y == b'-';
        let (year, month, day) = (digits(&[a, b, c, d])?, digits(&[e, f])?, digits(&[g, h])?);
        (dashes && year > 0).then_some((year, month, day))
    });
    let Some((year, month, day)) = parts else {
        return Err(Problem::new(ProblemCode::DateIsoFormat).with("found", text));
    };
    NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
        .ok_or_else(|| Problem::new(ProblemCode::DateImpossible).with("found", text))
}

impl Member for NaiveDate {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        read_canonical(node, at, reader, parse_iso_date)
    }
}
