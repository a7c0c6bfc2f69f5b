//! One event of a register: who did what to which recommendation, and when.
//!
//! Events are only ever added. What each kind of event carries stands in one declaration here, of which the reader, the
//! writer, the JSON Schema and the table of [`transitions`](super::transitions) are made.

use chrono::NaiveDate;

use super::content::{Content, Owner, VillageProgress};
use super::id::{Id, OneOrMore, Seq};
use super::terms::{Addressee, ReplyOutcome, Step};
use crate::calendar::parse_iso_date;
use crate::json::{Document, Member, NamedMembers, Node, Reader, Text, read_document, report_wrong_type};
use crate::problem::{Location, Outcome, Problem, ProblemCode};
use crate::sector::Sector;

/// Declares what each step carries.
macro_rules! acts {
    (
        $(
            $(#[doc = $doc:literal])+
            $name:ident = $payload:ident { $( $(#[doc = $field_doc:literal])+ $field:ident : $type:ty, )* }
        )+
    ) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Debug, PartialEq)]
            pub struct $payload {
                $( $(#[doc = $field_doc])+ pub $field: $type, )*
            }
        )+

        /// What an event does, with what that needs.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Act {
            $( $(#[doc = $doc])+ $name(Box<$payload>), )+
        }

        impl Act {
            /// Returns which step it is.
            #[must_use]
            pub const fn step(&self) -> Step {
                match self { $( Self::$name(_) => Step::$name, )+ }
            }

            fn read(step: Step, object: NamedMembers<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
                match step {
                    $(
                        Step::$name => {
                            $( let $field: Option<$type> = object.read(stringify!($field), at, reader); )*
                            let assemble = move || Some(Self::$name(Box::new($payload { $($field: $field?,)* })));
                            assemble()
                        }
                    )+
                }
            }

            fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                match self {
                    $(
                        Self::$name(payload) => {
                            let _ = payload;
                            $(
                                if !Member::is_absent(&payload.$field) {
                                    map.serialize_entry(stringify!($field), &payload.$field)?;
                                }
                            )*
                        }
                    )+
                }
                Ok(())
            }
        }

        impl Step {
            /// Returns the members that an event of this step must have, beside those of every event.
            ///
            /// # Example
            ///
            /// ```
            /// use lokmin_core::recommendation::Step;
            /// assert_eq!(Step::Defer.needs(), ["until", "reason"]);
            /// assert!(Step::Start.needs().is_empty());
            /// ```
            #[must_use]
            pub fn needs(self) -> Vec<&'static str> {
                self.members().into_iter().filter(|(_, is_needed)| *is_needed).map(|(name, _)| name).collect()
            }

            /// Returns the members that an event of this step may have, beside those of every event and those it needs.
            #[must_use]
            pub fn takes(self) -> Vec<&'static str> {
                self.members().into_iter().filter(|(_, is_needed)| !is_needed).map(|(name, _)| name).collect()
            }

            /// The members of an event of this step, and whether each is needed.
            fn members(self) -> Vec<(&'static str, bool)> {
                match self {
                    $( Self::$name => vec![$( (stringify!($field), <$type as Member>::absent().is_none()) ),*], )+
                }
            }
        }

        /// Adds the members of every kind of event to its schema.
        #[cfg(feature = "schema")]
        fn add_members(object: &mut crate::json::schema::ObjectSchema, generator: &mut schemars::SchemaGenerator) {
            $( $(
                object.optional_member::<$type>(stringify!($field), concat!($($field_doc, "\n"),+), generator);
            )* )+
        }
    };
}

acts! {
    /// It is put forward.
    Propose = Proposing {
        /// What the recommendation says.
        content: Content,
    }
    /// The forum agrees; a sector takes it.
    Agree = Agreement {
        /// Who owns it.
        owners: OneOrMore<Owner>,
        /// Until when it should be done.
        due: Option<NaiveDate>,
        /// By what one will see that it worked; absent: as proposed.
        measure: Option<Text>,
    }
    /// The forum says no.
    Reject = Rejection {
        /// Why.
        reason: Text,
    }
    /// Work begins.
    Start = Beginning {}
    /// Something was done, but not all: in words (`text`), or in how many villages.
    Progress = Advance {
        /// In how many villages it is done.
        villages: Option<VillageProgress>,
    }
    /// The owner says that it is done.
    Complete = Completion {
        /// What shows it: the reference of a report, a photo, a list.
        evidence: OneOrMore<Text>,
    }
    /// Another sector confirms that it is done.
    Verify = Verification {
        /// Which sector; not one of the owners.
        sector: Sector,
    }
    /// It is taken up again.
    Reopen = Reopening {
        /// Why.
        reason: Text,
    }
    /// It is put off until a day.
    Defer = Deferral {
        /// Until when.
        until: NaiveDate,
        /// Why.
        reason: Text,
    }
    /// What was put off goes on.
    Resume = Resumption {}
    /// It is passed on to another level.
    Escalate = Escalation {
        /// To whom.
        to: Addressee,
        /// The addressee as written.
        to_name: Option<Text>,
        /// Why.
        reason: Text,
    }
    /// The other level answers.
    Reply = Replying {
        /// What it answers.
        outcome: ReplyOutcome,
        /// The letter, minutes or number that the answer stands in.
        reference: Text,
        /// Who owns the recommendation from now on; absent: as before.
        owners: Option<OneOrMore<Owner>>,
        /// Until when it should be done; absent: as before.
        due: Option<NaiveDate>,
    }
    /// It is given up.
    Cancel = Cancellation {
        /// Why.
        reason: Text,
    }
    /// Owner, due date, wording or measure change: at least one of them.
    Amend = Amendment {
        /// Who owns it from now on.
        owners: Option<OneOrMore<Owner>>,
        /// Until when it should be done.
        due: Option<NaiveDate>,
        /// What is to be done.
        action: Option<Text>,
        /// By what one will see that it worked.
        measure: Option<Text>,
        /// Why.
        reason: Text,
    }
    /// Something is written beside it, in `text`.
    Note = Noting {}
    /// A forum takes it over from an earlier one.
    CarryOver = CarryingOver {
        /// The id of the forum that takes it over.
        forum: Id,
    }
    /// Another recommendation takes its place.
    Supersede = Superseding {
        /// The id of that recommendation.
        by_recommendation: Id,
    }
}

/// The members that every event may have, in the order of the document.
const HEAD: [&str; 8] = ["schema", "id", "recommendation", "seq", "on", "recorded", "by", "kind"];

/// One event of a register.
///
/// # Example
///
/// ```
/// use lokmin_core::recommendation::{Event, Step};
///
/// let event = Event::from_json(r#"{"schema": "lokmin.event/1", "id": "e2", "recommendation": "r1", "seq": 1,
///     "on": "2025-07-03", "kind": "agree", "owners": [{"sector": "DESA"}], "due": "2025-09-30"}"#).into_result()?;
/// assert_eq!(event.act.step(), Step::Agree);
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// The event's id, given by its writer; unique in all copies of the register.
    pub id: Id,
    /// The recommendation.
    pub recommendation: Id,
    /// How many events of the recommendation the writer had seen.
    pub seq: Seq,
    /// The day on which it happened.
    pub on: NaiveDate,
    /// The day on which it was written down; absent: the same day.
    pub recorded: Option<NaiveDate>,
    /// Who wrote it.
    pub by: Option<Id>,
    /// What happened.
    pub act: Act,
    /// A remark.
    pub text: Option<Text>,
}

impl Event {
    /// Makes an event; the members that may be absent can be set afterwards.
    #[must_use]
    pub const fn new(id: Id, recommendation: Id, seq: Seq, on: NaiveDate, act: Act) -> Self {
        Self { id, recommendation, seq, on, recorded: None, by: None, act, text: None }
    }

    /// Reads one event from JSON text.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::Event;
    /// let text = r#"{"schema": "lokmin.event/1", "id": "e", "recommendation": "r", "seq": 1, "on": "2025-07-03", "kind": "agree"}"#;
    /// let outcome = Event::from_json(text);
    /// assert_eq!(outcome.problems().as_slice()[0].path().to_string(), "/owners");
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        read_document(text)
    }

    /// Reads the line of an event as this library writes it, its last `tail` bytes not being part of the event.
    ///
    /// The members of every event are taken from where they stand, which is what makes reading many lines fast; the rest is
    /// read as any JSON. `None` where anything is unusual: then the line has to be read as any JSON from the beginning.
    /// `buffer` is only there to be used again.
    pub(super) fn from_canonical(line: &str, tail: usize, buffer: &mut String) -> Option<Self> {
        let line = line.get(..line.len().checked_sub(tail)?)?;
        let rest = line.strip_prefix("{\"schema\":\"lokmin.event/1\",\"id\":\"")?;
        let (id, rest) = plain_text(rest)?;
        let (recommendation, rest) = plain_text(rest.strip_prefix(",\"recommendation\":\"")?)?;
        let rest = rest.strip_prefix(",\"seq\":")?;
        let (seq, rest) = rest.split_at_checked(rest.find(',')?)?;
        let is_plain = seq == "0" || seq.bytes().all(|byte| byte.is_ascii_digit()) && !seq.starts_with('0');
        let (on, rest) = plain_text(rest.strip_prefix(",\"on\":\"")?)?;
        let (recorded, rest) = optional_text(rest, ",\"recorded\":\"")?;
        let (by, rest) = optional_text(rest, ",\"by\":\"")?;
        let rest = rest.strip_prefix(',').filter(|rest| is_plain && rest.starts_with("\"kind\":"))?;
        buffer.clear();
        buffer.push('{');
        buffer.push_str(rest);
        buffer.push('}');
        let node = Node::parse(buffer).ok()?;
        let Node::Object(members) = &node else { return None };
        let object = NamedMembers(members);
        let mut reader = Reader::default();
        let step: Step = object.read("kind", &Location::ROOT, &mut reader)?;
        let act = Act::read(step, object, &Location::ROOT, &mut reader)?;
        let text: Option<Text> = object.read("text", &Location::ROOT, &mut reader)?;
        let event = Self {
            id: id.parse().ok()?,
            recommendation: recommendation.parse().ok()?,
            seq: Seq(seq.parse().ok()?),
            on: parse_iso_date(on).ok()?,
            recorded: recorded.map(parse_iso_date).transpose().ok()?,
            by: by.map(str::parse).transpose().ok()?,
            act,
            text,
        };
        check_event(&event, &Location::ROOT, &mut reader);
        let own = step.members();
        let is_known = |name: &str| name == "kind" || name == "text" || own.iter().any(|(known, _)| *known == name);
        let is_all_known = members.iter().all(|(name, _)| is_known(name));
        // A warning here is one of the event, which the register does not repeat.
        (is_all_known && !reader.finish().has_errors()).then_some(event)
    }

    /// Returns the day from which the event is known: that on which it was written down.
    #[must_use]
    pub fn known_on(&self) -> NaiveDate {
        self.recorded.unwrap_or(self.on)
    }
}

impl Document for Event {
    const SCHEMA: &'static str = "lokmin.event/1";
}

impl Member for Event {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let Node::Object(members) = node else {
            report_wrong_type("object", node, at, reader);
            return None;
        };
        let object = NamedMembers(members);
        if !object.is_of_schema(Self::SCHEMA, at, reader) {
            return None;
        }
        let id = object.read("id", at, reader);
        let recommendation = object.read("recommendation", at, reader);
        let seq = object.read("seq", at, reader);
        let on: Option<NaiveDate> = object.read("on", at, reader);
        let recorded: Option<Option<NaiveDate>> = object.read("recorded", at, reader);
        let by = object.read("by", at, reader);
        // Without a kind nobody can say which of the other members belong.
        let step: Step = object.read("kind", at, reader)?;
        let act = Act::read(step, object, at, reader);
        let text: Option<Option<Text>> = object.read("text", at, reader);
        let assemble = move || {
            Some(Self {
                id: id?,
                recommendation: recommendation?,
                seq: seq?,
                on: on?,
                recorded: recorded?,
                by: by?,
                act: act?,
                text: text?,
            })
        };
        let event = assemble();
        if let Some(event) = event.as_ref().filter(|_| reader.checks_records()) {
            check_event(event, at, reader);
        }
        let own = step.members();
        let known: Vec<&str> = HEAD.into_iter().chain(own.into_iter().map(|(name, _)| name)).chain(["text"]).collect();
        object.report_unknown(&known, at, reader);
        event
    }
}

/// Returns a text of JSON that has no escapes, up to its closing quotation mark, and what follows that.
fn plain_text(rest: &str) -> Option<(&str, &str)> {
    let end = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\') || byte < 0x20)?;
    let (text, rest) = rest.split_at_checked(end)?;
    Some((text, rest.strip_prefix('"')?))
}

/// Returns a text that may be absent, after what introduces it.
fn optional_text<'a>(rest: &'a str, mark: &str) -> Option<(Option<&'a str>, &'a str)> {
    match rest.strip_prefix(mark) {
        Some(rest) => plain_text(rest).map(|(text, rest)| (Some(text), rest)),
        None => Some((None, rest)),
    }
}

/// Checks what single members cannot say.
fn check_event(event: &Event, at: &Location<'_>, reader: &mut Reader) {
    let mut is_before = |name: &'static str, date: Option<NaiveDate>| {
        if let Some(date) = date.filter(|date| *date < event.on) {
            let problem =
                Problem::new(ProblemCode::StepDateBefore).with("name", name).with("date", date).with("on", event.on);
            reader.report(&at.key(name), problem);
        }
    };
    is_before("recorded", event.recorded);
    match &event.act {
        Act::Agree(agreement) => is_before("due", agreement.due),
        Act::Defer(deferral) => is_before("until", Some(deferral.until)),
        Act::Amend(amendment) => is_before("due", amendment.due),
        Act::Reply(reply) => is_before("due", reply.due),
        _ => {}
    }
    let missing: Option<&[&str]> = match &event.act {
        Act::Progress(progress) if progress.villages.is_none() && event.text.is_none() => Some(&["text", "villages"]),
        Act::Note(_) if event.text.is_none() => Some(&["text"]),
        Act::Amend(change)
            if change.owners.is_none()
                && change.due.is_none()
                && change.action.is_none()
                && change.measure.is_none() =>
        {
            Some(&["owners", "due", "action", "measure"])
        }
        _ => None,
    };
    if let Some(names) = missing {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let problem =
            Problem::new(ProblemCode::StepSaysNothing).with("step", event.act.step().as_str()).with("names", names);
        reader.report(at, problem);
    }
}

impl serde::Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", Self::SCHEMA)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("recommendation", &self.recommendation)?;
        map.serialize_entry("seq", &self.seq)?;
        map.serialize_entry("on", &self.on)?;
        if let Some(recorded) = &self.recorded {
            map.serialize_entry("recorded", recorded)?;
        }
        if let Some(by) = &self.by {
            map.serialize_entry("by", by)?;
        }
        map.serialize_entry("kind", &self.act.step())?;
        self.act.write(&mut map)?;
        if let Some(text) = &self.text {
            map.serialize_entry("text", text)?;
        }
        map.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Event {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Event".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        use crate::json::schema::{ObjectSchema, rules};
        let mut object =
            ObjectSchema::new("One event of a register of recommendations; `kind` says what else it carries.");
        object.document(Self::SCHEMA);
        object.member::<Id>("id", "The event's id, given by its writer.", generator);
        object.member::<Id>("recommendation", "The recommendation.", generator);
        object.member::<Seq>("seq", "How many events of the recommendation the writer had seen.", generator);
        object.member::<NaiveDate>("on", "The day on which it happened.", generator);
        object.member::<Option<NaiveDate>>("recorded", "The day on which it was written down.", generator);
        object.member::<Option<Id>>("by", "Who wrote it.", generator);
        object.member::<Step>("kind", "What happened.", generator);
        add_members(&mut object, generator);
        object.member::<Option<Text>>("text", "A remark.", generator);
        for step in Step::ALL {
            let needs = step.needs();
            let takes: Vec<&str> = HEAD.into_iter().chain(step.members().into_iter().map(|(name, _)| name)).collect();
            object.rule(rules::when(rules::is("kind", step.as_str()), rules::carries(&needs, &takes, &["text"])));
        }
        object.rule(rules::when(rules::is("kind", Step::Progress.as_str()), rules::some_of(&["text", "villages"])));
        object.rule(rules::when(rules::is("kind", Step::Note.as_str()), rules::given("text")));
        let changes = ["owners", "due", "action", "measure"];
        object.rule(rules::when(rules::is("kind", Step::Amend.as_str()), rules::some_of(&changes)));
        object.finish()
    }
}
