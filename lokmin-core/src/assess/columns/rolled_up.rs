//! The columns of a roll-up: one row for each parent, indicator and span, in the order of the keys.

use crate::assess::{Flags, Status, Trend};

use super::findings::Findings;
use super::input::MISSING;
use super::periods::{Span, SpanKind};

/// Parents with the sums of their areas, assessed. Rows are in the order of the texts of parents, then of indicators, then
/// of spans.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct RolledUpColumns {
    /// The parents, in order.
    pub parents: Vec<String>,
    /// The indicators, in order: their codes where the catalogue knows them.
    pub indicators: Vec<String>,
    /// What the spans are; known where there is none, too.
    pub span_kind: SpanKind,
    /// The spans, in order.
    pub spans: Vec<Span>,
    /// The rows.
    pub columns: RolledUpChunk,
    /// The areas that have no parent and are in no row, in order.
    pub without_parent: Vec<String>,
    /// The rows that belong nowhere. What is wrong with the figures is told when they are assessed.
    pub findings: Findings,
}

/// Declares the columns: what each is called in the rows, and what it is made of.
macro_rules! columns {
    ($( $(#[doc = $doc:literal])+ $column:ident: $type:ty = $member:ident; )+) => {
        /// The rows of a roll-up. All columns have the same length; a text is its place in [`RolledUpColumns`]. What stands
        /// where there is nothing is as in [`AssessedChunk`](super::AssessedChunk).
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct RolledUpChunk {
            $( $(#[doc = $doc])+ pub $column: Vec<$type>, )+
        }

        /// One row as numbers.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub(super) struct RawRow {
            $( pub(super) $member: $type, )+
        }

        impl RolledUpChunk {
            /// Makes columns of rows.
            pub(super) fn of(rows: &[RawRow]) -> Self {
                Self { $( $column: rows.iter().map(|row| row.$member).collect(), )+ }
            }

            fn row(&self, row: usize) -> Option<RawRow> {
                Some(RawRow { $( $member: *self.$column.get(row)?, )+ })
            }
        }
    };
}

columns! {
    /// The parents.
    parents: u32 = parent;
    /// The indicators.
    indicators: u32 = indicator;
    /// The spans.
    spans: u32 = span;
    /// The sums of the numerators.
    numerators: i64 = numerator;
    /// The sums of the denominators; an area without a numerator is in where its denominator is one of the year.
    denominators: i64 = denominator;
    /// The values in the unit of the indicator, or counts.
    values: f64 = value;
    /// The values of the areas that reported, alone.
    values_reporting: f64 = value_reporting;
    /// What is due by the end of the spans, in the unit of the indicator or as a count.
    targets: f64 = target;
    /// Whether what is due is reached: 1 or 0.
    met: i8 = met;
    /// People lacking of what is due, or too many where lower is better.
    shortfalls: i64 = shortfall;
    /// The sums of the areas' own shortfalls; absent where none was judged.
    shortfalls_of_children: i64 = shortfall_of_children;
    /// 1 better, 0 steady, -1 worse.
    trends: i8 = trend;
    /// How many areas the trends rest on.
    trend_children: u32 = compared;
    /// The place in [`Status::ALL`].
    statuses: i8 = status;
    /// How many areas have rows of the indicator, in any span.
    areas: u32 = areas;
    /// How many of them reported a numerator that counts.
    reporting: u32 = reporting;
    /// How many have not reported.
    silent: u32 = silent;
    /// How many have figures up to their months that say nothing of the span.
    unclear: u32 = unclear;
    /// How many have no denominator: neither part of theirs counts.
    left_out: u32 = left_out;
    /// How many have a denominator of zero.
    zero_denominators: u32 = zero_denominator;
    /// How many of the months due have a figure, added over areas.
    months_reported: u32 = months_reported;
    /// How many months are due, added over areas.
    months_due: u32 = months_due;
    /// Remarks: the bits of [`Flags`].
    flags: u32 = flags;
}

/// One row of a roll-up.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct RolledUpRow<'a> {
    /// The parent.
    pub parent: &'a str,
    /// The indicator.
    pub indicator: &'a str,
    /// The span.
    pub span: Span,
    /// The sum of the numerators.
    pub numerator: Option<i64>,
    /// The sum of the denominators.
    pub denominator: Option<i64>,
    /// The value in the unit of the indicator, or a count.
    pub value: Option<f64>,
    /// The value of the areas that reported, alone.
    pub value_reporting: Option<f64>,
    /// What is due by the end of the span.
    pub target_to_date: Option<f64>,
    /// Whether what is due is reached.
    pub met: Option<bool>,
    /// People lacking of what is due, or too many where lower is better.
    pub shortfall: Option<i64>,
    /// The sum of the areas' own shortfalls.
    pub shortfall_of_children: Option<i64>,
    /// This span's own figure against that of the span before.
    pub trend: Option<Trend>,
    /// How many areas the trend rests on.
    pub trend_children: u32,
    /// The PWS status.
    pub status: Option<Status>,
    /// How many areas have rows of the indicator.
    pub areas: u32,
    /// How many of them reported a numerator that counts.
    pub reporting: u32,
    /// How many have not reported.
    pub silent: u32,
    /// How many have figures up to their months that say nothing of the span.
    pub unclear: u32,
    /// How many have no denominator.
    pub left_out: u32,
    /// How many have a denominator of zero.
    pub zero_denominator: u32,
    /// How many of the months due have a figure, added over areas.
    pub months_reported: u32,
    /// How many months are due, added over areas.
    pub months_due: u32,
    /// Remarks.
    pub flags: Flags,
}

impl RolledUpChunk {
    /// Returns how many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.flags.len()
    }

    /// Returns whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }
}

impl RolledUpColumns {
    /// Returns the rows one by one, in the order of the keys.
    pub fn rows(&self) -> impl Iterator<Item = RolledUpRow<'_>> {
        (0..self.columns.len()).filter_map(|row| self.row(row))
    }

    fn row(&self, row: usize) -> Option<RolledUpRow<'_>> {
        let raw = self.columns.row(row)?;
        let count = |figure: i64| Some(figure).filter(|figure| *figure != MISSING);
        let number = |number: f64| Some(number).filter(|number| !number.is_nan());
        Some(RolledUpRow {
            parent: self.parents.get(raw.parent as usize)?,
            indicator: self.indicators.get(raw.indicator as usize)?,
            span: *self.spans.get(raw.span as usize)?,
            numerator: count(raw.numerator),
            denominator: count(raw.denominator),
            value: number(raw.value),
            value_reporting: number(raw.value_reporting),
            target_to_date: number(raw.target),
            met: match raw.met {
                0 => Some(false),
                1 => Some(true),
                _ => None,
            },
            shortfall: count(raw.shortfall),
            shortfall_of_children: count(raw.shortfall_of_children),
            trend: match raw.trend {
                1 => Some(Trend::Better),
                0 => Some(Trend::Steady),
                -1 => Some(Trend::Worse),
                _ => None,
            },
            trend_children: raw.compared,
            status: usize::try_from(raw.status).ok().and_then(|place| Status::ALL.get(place).copied()),
            areas: raw.areas,
            reporting: raw.reporting,
            silent: raw.silent,
            unclear: raw.unclear,
            left_out: raw.left_out,
            zero_denominator: raw.zero_denominator,
            months_reported: raw.months_reported,
            months_due: raw.months_due,
            flags: Flags::from_bits(raw.flags),
        })
    }
}
