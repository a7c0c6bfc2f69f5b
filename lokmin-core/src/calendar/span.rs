//! Spans: which months, or which day, a forum looks at or plans for.
//!
//! Four notions are never mixed: the label of a forum, the quarter of its date, the span it *reviewed* and the span it
//! *planned*. The last two are spans.

use chrono::NaiveDate;

use super::{Month, Quarter};
use crate::json::{Member, Node, Reader, Text, read_text, record, terms};
use crate::problem::{Location, Outcome, Problem, ProblemCode};

terms! {
    /// Whether a span stands in the source or was worked out.
    pub enum Basis {
        /// The source says it.
        Stated = "stated", "tertulis", "stated";
        /// It was worked out from something else.
        Derived = "derived", "diturunkan", "derived";
    }
}

/// Months from one to another, or the state on a day.
///
/// # Example
///
/// ```
/// use lokmin_core::calendar::Span;
/// use lokmin_core::{Month, Quarter};
///
/// let span = Span::of_quarter("2025Q3".parse()?);
/// assert_eq!(span.months(), Some((Month::new(2025, 7).unwrap(), Month::new(2025, 9).unwrap())));
/// assert_eq!(span.quarter(), Quarter::new(2025, 3));
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span(Extent);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Extent {
    // INVARIANT: `from` is not after `to`.
    Months { from: Month, to: Month },
    AsOf(NaiveDate),
}

impl Span {
    /// Returns the months from one to another, both included; `None` when `to` lies before `from`.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{calendar::Span, Month};
    /// let (july, september) = (Month::new(2025, 7).unwrap(), Month::new(2025, 9).unwrap());
    /// assert!(Span::of_months(july, september).is_some());
    /// assert!(Span::of_months(september, july).is_none());
    /// ```
    #[must_use]
    pub fn of_months(from: Month, to: Month) -> Option<Self> {
        (from <= to).then_some(Self(Extent::Months { from, to }))
    }

    /// Returns the three months of a quarter.
    #[must_use]
    pub const fn of_quarter(quarter: Quarter) -> Self {
        Self(Extent::Months { from: quarter.first_month(), to: quarter.last_month() })
    }

    /// Returns the state on a day.
    #[must_use]
    pub const fn on_day(date: NaiveDate) -> Self {
        Self(Extent::AsOf(date))
    }

    /// Returns the first and the last month; `None` for the state on a day.
    #[must_use]
    pub const fn months(self) -> Option<(Month, Month)> {
        match self.0 {
            Extent::Months { from, to } => Some((from, to)),
            Extent::AsOf(_) => None,
        }
    }

    /// Returns the day of a state; `None` for months.
    #[must_use]
    pub const fn as_of(self) -> Option<NaiveDate> {
        match self.0 {
            Extent::Months { .. } => None,
            Extent::AsOf(date) => Some(date),
        }
    }

    /// Returns the quarter that the span is, when its months are exactly those of one.
    #[must_use]
    pub fn quarter(self) -> Option<Quarter> {
        let (from, to) = self.months()?;
        let quarter = from.quarter();
        (quarter.first_month() == from && quarter.last_month() == to).then_some(quarter)
    }
}

record! {
    /// A span as a document writes it: months from and to, or the day of a state, or only the words.
    pub struct SpanMembers {
        /// The first month.
        pub from: Option<Month>,
        /// The last month, included.
        pub to: Option<Month>,
        /// The day of a state.
        pub as_of: Option<NaiveDate>,
        /// The words of the source.
        pub text: Option<Text>,
        /// Whether the source says it (the default) or it was worked out.
        pub basis: Option<Basis>,
    }
    check = check_shape;
}

impl SpanMembers {
    /// Returns the span that the members make: `Err` with its problem when they make none, `None` for words alone.
    fn span(&self) -> Result<Option<Span>, Problem> {
        match (self.from, self.to, self.as_of) {
            (Some(from), Some(to), None) => Span::of_months(from, to)
                .map(Some)
                .ok_or_else(|| Problem::new(ProblemCode::SpanOrder).with("from", from).with("to", to)),
            (None, None, Some(date)) => Ok(Some(Span::on_day(date))),
            (None, None, None) if self.text.is_some() => Ok(None),
            _ => Err(Problem::new(ProblemCode::SpanShape)),
        }
    }
}

fn check_shape(members: &SpanMembers, at: &Location<'_>, reader: &mut Reader) {
    if let Err(problem) = members.span() {
        reader.report(at, problem);
    }
}

/// A span with the words of the source and where it comes from.
///
/// As JSON: `{"from": "2024-04", "to": "2024-06", "text": "triwulan II", "basis": "stated"}`,
/// `{"as_of": "2024-08-29", "text": "per hari ini", "basis": "derived"}`, or only `{"text": "..."}` when the words were
/// not understood. A basis that is not mentioned is `stated`.
///
/// # Example
///
/// ```
/// use lokmin_core::calendar::{Basis, Span, StatedSpan};
///
/// let reviewed = StatedSpan::reviewed_by_default("2024Q3".parse()?).unwrap();
/// assert_eq!(reviewed.span(), Some(Span::of_quarter("2024Q2".parse()?)));
/// assert_eq!(reviewed.basis(), Basis::Derived);
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StatedSpan {
    // INVARIANT: one of the two is there at least.
    span: Option<Span>,
    text: Option<Text>,
    basis: Basis,
}

impl StatedSpan {
    /// Returns a span that was worked out.
    #[must_use]
    pub const fn derived(span: Span) -> Self {
        Self { span: Some(span), text: None, basis: Basis::Derived }
    }

    /// Returns a span that the source says.
    #[must_use]
    pub const fn stated(span: Span, text: Option<Text>) -> Self {
        Self { span: Some(span), text, basis: Basis::Stated }
    }

    /// Returns a span that was read from words of a source.
    pub(super) const fn read_from(text: Text, span: Span, basis: Basis) -> Self {
        Self { span: Some(span), text: Some(text), basis }
    }

    /// Returns the words of a source that say a span which is not understood.
    #[must_use]
    pub const fn words(text: Text) -> Self {
        Self { span: None, text: Some(text), basis: Basis::Stated }
    }

    /// Returns what a forum reviewed when nothing is stated: the quarter before its own, derived; `None` when that lies
    /// before year 1.
    ///
    /// There is no such default for what a forum planned: when nothing is said, nothing is known.
    #[must_use]
    pub fn reviewed_by_default(forum_quarter: Quarter) -> Option<Self> {
        forum_quarter.previous().map(|quarter| Self::derived(Span::of_quarter(quarter)))
    }

    /// Reads a span from its JSON, such as `{"from": "2024-04", "to": "2024-06"}`.
    ///
    /// # Errors
    ///
    /// `span.shape`, `span.order`, and those of any document.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::calendar::StatedSpan;
    /// let span = StatedSpan::from_json(r#"{"as_of": "2024-08-29"}"#).into_result()?;
    /// assert_eq!(span.span().unwrap().as_of().unwrap().to_string(), "2024-08-29");
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_text(text)
    }

    /// Returns the span; `None` when the words were not understood.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        self.span
    }

    /// Returns the words of the source.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Returns where the span comes from.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    fn members(&self) -> SpanMembers {
        let months = self.span.and_then(Span::months);
        SpanMembers {
            from: months.map(|(from, _)| from),
            to: months.map(|(_, to)| to),
            as_of: self.span.and_then(Span::as_of),
            text: self.text.clone(),
            basis: Some(self.basis),
        }
    }
}

impl Member for StatedSpan {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let members = SpanMembers::read(node, at, reader)?;
        // What is wrong with the members was told when they were read.
        let span = members.span().ok()?;
        Some(Self { span, text: members.text, basis: members.basis.unwrap_or(Basis::Stated) })
    }
}

impl serde::Serialize for StatedSpan {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members().serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for StatedSpan {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "StatedSpan".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = SpanMembers::json_schema(generator);
        // A member that is null is as good as absent, so each shape says what is text.
        let shapes = serde_json::json!([
            { "required": ["from", "to"], "properties": {
                "from": { "type": "string" }, "to": { "type": "string" }, "as_of": { "type": "null" } } },
            { "required": ["as_of"], "properties": {
                "from": { "type": "null" }, "to": { "type": "null" }, "as_of": { "type": "string" } } },
            { "required": ["text"], "properties": {
                "from": { "type": "null" }, "to": { "type": "null" }, "as_of": { "type": "null" },
                "text": { "type": "string" } } }
        ]);
        schema.insert("anyOf".to_owned(), shapes);
        schema
    }
}
