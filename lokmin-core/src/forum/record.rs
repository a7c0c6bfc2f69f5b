//! The record of one forum.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::attendance::{Apology, Attendee, Invitee, Roles};
use super::discussion::{
    MinutesItem, Obstacle, Party, PresentedFigure, Proposal, StatedFigure, SupportRequest, SupportStatement, Villages,
};
use super::evidence::{Evidence, EvidenceKind, EvidenceState, Source};
use super::working_area::Puskesmas;
use crate::cadence::{LabelConvention, Meeting, MeetingKind, doubtful_year};
use crate::calendar::{ClockTime, Month, Quarter, Span, StatedSpan, Zone, parse_date, parse_quarter};
use crate::json::{Ordinal, Reader, Text, record, terms};
use crate::problem::{Location, Problem, ProblemCode};
use crate::region::RegionCode;
use crate::sector::Sector;

terms! {
    /// Which of the two kinds of forum it is, where the organisers say so. The word "rutin" in prose does not say it.
    ///
    /// Source: Permenkes 44/2016, read in copies; the regulation has probably been replaced (Permenkes 19/2024).
    pub enum Series {
        /// The first of the year: building the team, commitment.
        First = "first", "pertama", "first";
        /// A later one: results, obstacles, plan.
        Routine = "routine", "rutin", "routine";
    }
}

record! {
    /// The time of day, as written and as understood.
    pub struct ForumTime {
        /// When it began or is to begin.
        pub start: Option<ClockTime>,
        /// When it ended or is to end.
        pub end: Option<ClockTime>,
        /// Whether it is said to last until it is finished (*s.d. selesai*).
        pub until_finished: bool,
        /// The time zone.
        pub zone: Option<Zone>,
        /// The time as written, such as `pukul 10.00 WIB s.d. selesai`.
        pub text: Option<Text>,
    }
    check = check_time;
}

record! {
    /// An area as a record names it.
    pub struct AreaRef {
        /// Its Kemendagri code.
        pub code: Option<RegionCode>,
        /// Its name.
        pub name: Text,
    }
}

record! {
    /// Something that a sector commits itself to.
    pub struct Commitment {
        /// The sector; absent where all present commit themselves.
        pub sector: Option<Sector>,
        /// What is promised.
        pub text: Text,
        /// Who promised.
        pub made_by: Option<Party>,
    }
}

record! {
    /// One activity of the plan for the time to come.
    pub struct PlanItem {
        /// What will be done.
        pub activity: Text,
        /// The sector that does it.
        pub sector: Option<Sector>,
        /// In which villages.
        pub villages: Option<Villages>,
        /// In which month.
        pub month: Option<Month>,
        /// Where.
        pub place: Option<Text>,
        /// Who is in charge.
        pub person: Option<Text>,
    }
}

record! {
    /// The record of one forum: what was written of it, and what was understood.
    pub struct Forum {
        /// The record's id, given by its owner.
        pub id: Text,
        /// Quarterly across sectors, or monthly inside the Puskesmas.
        pub kind: MeetingKind,
        /// First of the year or routine, where the organisers say so.
        pub series: Option<Series>,
        /// The quarter's label as written on the invitation, such as `Tribulan III`.
        pub label: Option<Text>,
        /// Which forum of the year it is said to be: 3 for "the third time".
        pub ordinal: Option<Ordinal>,
        /// The quarter that it counts for, where the owner decides so.
        pub counts_for: Option<Quarter>,
        /// The day on which it was held.
        pub held_on: Option<NaiveDate>,
        /// The day as written, such as `Kamis (3/7/2025)`.
        pub held_on_text: Option<Text>,
        /// The time of day.
        pub time: Option<ForumTime>,
        /// Where it was held.
        pub venue: Option<Text>,
        /// The Puskesmas that held it: one, or several together.
        pub puskesmas: Vec<Puskesmas>,
        /// The subdistrict (*kecamatan*).
        pub subdistrict: Option<AreaRef>,
        /// The district (*kabupaten/kota*).
        pub district: Option<AreaRef>,
        /// What it was for.
        pub purpose: Option<Text>,
        /// Its theme.
        pub theme: Option<Text>,
        /// Who opened, chaired, presented, kept the minutes, closed.
        pub roles: Option<Roles>,
        /// Who was invited.
        pub invited: Vec<Invitee>,
        /// Who took part.
        pub attendance: Vec<Attendee>,
        /// Whether the attendance list is complete: only then is somebody who is not on it absent.
        pub list_complete: bool,
        /// Who sent an apology.
        pub apologies: Vec<Apology>,
        /// What was said.
        pub minutes: Vec<MinutesItem>,
        /// Figures that somebody stated; never mixed with assessed figures.
        pub stated_figures: Vec<StatedFigure>,
        /// Figures that were shown, as they were shown.
        pub figures_presented: Vec<PresentedFigure>,
        /// What stands in the way.
        pub obstacles: Vec<Obstacle>,
        /// What was proposed or asked for.
        pub proposals: Vec<Proposal>,
        /// Support that is asked of sectors.
        pub support_requests: Vec<SupportRequest>,
        /// Support that was declared.
        pub statements_of_support: Vec<SupportStatement>,
        /// What sectors commit themselves to.
        pub commitments: Vec<Commitment>,
        /// The plan for the time to come.
        pub plan: Vec<PlanItem>,
        /// The ids of the recommendations of this forum.
        pub recommendations: Vec<Text>,
        /// Results that are mentioned without saying what they are, such as "a number of recommendations".
        pub outcomes_not_itemised: Vec<Text>,
        /// What proves that it was held.
        pub evidence: Option<Evidence>,
        /// The time whose results were discussed, where it is stated.
        pub reviewed: Option<StatedSpan>,
        /// The time that was planned for, where it is stated.
        pub planned: Option<StatedSpan>,
        /// Where the record comes from.
        pub source: Option<Source>,
        /// Anything else to know.
        pub notes: Vec<Text>,
    }
    schema = "lokmin.forum/1";
    check = check_forum;
    schema_rule = not_empty("puskesmas");
    schema_rule = distinct("recommendations");
}

impl Forum {
    /// Reads the record from JSON text.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::Forum;
    ///
    /// let text = r#"{"schema": "lokmin.forum/1", "id": "lumbir-2024-3", "kind": "quarterly",
    ///     "label": "Tribulan III", "held_on": "2024-08-29", "puskesmas": [{"name": "Puskesmas Lumbir"}]}"#;
    /// let forum = Forum::from_json(text).into_result()?;
    /// assert_eq!(forum.label.unwrap().as_str(), "Tribulan III");
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn from_json(text: &str) -> crate::problem::Outcome<Self> {
        crate::json::read_document(text)
    }

    /// Returns what the cadence rules need to know of the forum.
    #[must_use]
    pub fn meeting(&self) -> Meeting {
        Meeting {
            id: self.id.clone(),
            kind: self.kind,
            puskesmas: self.puskesmas.iter().map(|puskesmas| puskesmas.key().clone()).collect(),
            held_on: self.held_on,
            label: self.label.clone(),
            counts_for: self.counts_for,
            ordinal: self.ordinal,
        }
    }

    /// Returns the time whose results were discussed: as stated, else derived from the quarter that the forum counts for.
    ///
    /// Derived, it is the quarter before; where labels name the quarter reviewed, it is that quarter itself. `None` when
    /// nothing is stated and the quarter is not known.
    #[must_use]
    pub fn reviewed_span(&self, quarter: Option<Quarter>, convention: LabelConvention) -> Option<StatedSpan> {
        if self.reviewed.is_some() {
            return self.reviewed.clone();
        }
        match convention {
            LabelConvention::Reviewed => Some(StatedSpan::derived(Span::of_quarter(quarter?))),
            LabelConvention::Held => StatedSpan::reviewed_by_default(quarter?),
        }
    }

    /// Returns the state of one piece of evidence; `unknown` where nobody said.
    #[must_use]
    pub fn evidence_state(&self, kind: EvidenceKind) -> EvidenceState {
        self.evidence.as_ref().map_or(EvidenceState::Unknown, |evidence| evidence.state(kind))
    }

    /// Returns the row of the attendance list with an id.
    #[must_use]
    pub fn attendee(&self, id: &str) -> Option<&Attendee> {
        self.attendance.iter().find(|row| row.id.as_deref() == Some(id))
    }
}

fn check_forum(forum: &Forum, at: &Location<'_>, reader: &mut Reader) {
    if forum.puskesmas.is_empty() {
        reader.report(&at.key("puskesmas"), Problem::new(ProblemCode::PuskesmasMissing));
    }
    check_label(forum, at, reader);
    check_date(forum, at, reader);
    let ids = check_ids(forum, at, reader);
    check_references(forum, &ids, at, reader);
    super::doubles::check_doubles(forum, at, reader);
}

/// Compares the day with the day as written: the weekday is a checksum.
fn check_date(forum: &Forum, at: &Location<'_>, reader: &mut Reader) {
    use chrono::Datelike as _;
    if forum.held_on.is_none() {
        reader.report(&at.key("held_on"), Problem::new(ProblemCode::ForumDateMissing));
    }
    let Some(text) = &forum.held_on_text else { return };
    let here = at.key("held_on_text");
    let (reading, problems) = parse_date(text, forum.held_on.map(|date| date.year())).into_parts();
    match (reading, forum.held_on) {
        (Some(reading), Some(held_on)) if reading.date() != held_on => {
            let problem = Problem::new(ProblemCode::ForumDateContradiction)
                .with("text", text.as_str())
                .with("read", reading.date())
                .with("held_on", held_on);
            reader.report(&here, problem);
        }
        (None, _) => {
            reader.report(&here, Problem::new(ProblemCode::ForumDateUnreadable).with("text", text.as_str()));
        }
        _ => {}
    }
    for problem in problems {
        if !problem.is_error() {
            reader.report(&here, problem);
        }
    }
}

/// Reads the label, so that one that says nothing, or hardly the year meant, is seen while the form is filled in.
///
/// A label that lacks only its year is in order: the date will tell it, and a missing date is reported itself.
fn check_label(forum: &Forum, at: &Location<'_>, reader: &mut Reader) {
    let Some(label) = &forum.label else { return };
    let (reading, problems) = parse_quarter(label, None, forum.held_on).into_parts();
    if let Some(reading) = reading {
        let is_needed = forum.kind == MeetingKind::Quarterly && forum.counts_for.is_none();
        if let Some(problem) = doubtful_year(&reading, forum.held_on).filter(|_| is_needed) {
            reader.report(at, problem);
        }
    } else if !problems.iter().any(|problem| problem.code() == ProblemCode::QuarterYearMissing) {
        let problem = Problem::new(ProblemCode::ForumLabelUnreadable).with("text", label.as_str());
        reader.report(&at.key("label"), problem);
    }
}

fn check_time(time: &ForumTime, at: &Location<'_>, reader: &mut Reader) {
    if let (Some(start), Some(end)) = (time.start, time.end)
        && end <= start
    {
        let problem = Problem::new(ProblemCode::TimeOrder).with("found", format!("{start}-{end}"));
        reader.report(&at.key("end"), problem);
    }
}

/// The ids of the attendance rows.
type RowIds<'a> = BTreeMap<&'a str, usize>;

fn check_ids<'a>(forum: &'a Forum, at: &Location<'_>, reader: &mut Reader) -> RowIds<'a> {
    let rows = forum.attendance.iter().map(|row| row.id.as_deref());
    let ids = unique_ids(rows, "attendance", Some("id"), at, reader);
    unique_ids(forum.obstacles.iter().map(|item| Some(item.id.as_str())), "obstacles", Some("id"), at, reader);
    unique_ids(forum.recommendations.iter().map(|id| Some(id.as_str())), "recommendations", None, at, reader);
    unique_ids(forum.puskesmas.iter().map(|item| Some(item.key().as_str())), "puskesmas", None, at, reader);
    ids
}

fn unique_ids<'a>(
    ids: impl Iterator<Item = Option<&'a str>>,
    list: &str,
    member: Option<&str>,
    at: &Location<'_>,
    reader: &mut Reader,
) -> RowIds<'a> {
    let list = at.key(list);
    let mut seen = RowIds::new();
    for (index, id) in ids.enumerate() {
        let Some(id) = id else { continue };
        if seen.insert(id, index).is_some() {
            let item = list.index(index);
            let here = member.map_or(item, |member| item.key(member));
            reader.report(&here, Problem::new(ProblemCode::DuplicateId).with("id", id));
        }
    }
    seen
}

/// Checks that everything that refers to an attendance row refers to one that is there.
fn check_references(forum: &Forum, ids: &RowIds<'_>, at: &Location<'_>, reader: &mut Reader) {
    let mut check = |id: Option<&Text>, here: &Location<'_>| {
        if let Some(id) = id
            && !ids.contains_key(id.as_str())
        {
            let near = crate::problem::nearest(id, ids.keys().copied()).map(str::to_owned);
            reader.report(here, Problem::new(ProblemCode::UnknownReference).with("id", id.as_str()).suggesting(near));
        }
    };
    if let Some(roles) = &forum.roles {
        let here = at.key("roles");
        check(roles.opener.as_ref(), &here.key("opener"));
        check(roles.chair.as_ref(), &here.key("chair"));
        let presenters = here.key("presenters");
        for (index, presenter) in roles.presenters.iter().enumerate() {
            check(Some(presenter), &presenters.index(index));
        }
        check(roles.notulis.as_ref(), &here.key("notulis"));
        check(roles.closer.as_ref(), &here.key("closer"));
    }
    for (index, apology) in forum.apologies.iter().enumerate() {
        check(apology.conveyed_by.as_ref(), &at.key("apologies").index(index).key("conveyed_by"));
    }
    let mut check_party = |party: Option<&Party>, here: &Location<'_>| {
        check(party.and_then(|party| party.attendee.as_ref()), &here.key("attendee"));
    };
    for (index, item) in forum.minutes.iter().enumerate() {
        check_party(item.speaker.as_ref(), &at.key("minutes").index(index).key("speaker"));
    }
    for (index, item) in forum.stated_figures.iter().enumerate() {
        check_party(item.said_by.as_ref(), &at.key("stated_figures").index(index).key("said_by"));
    }
    for (index, item) in forum.obstacles.iter().enumerate() {
        for (who, party) in item.raised_by.iter().enumerate() {
            check_party(Some(party), &at.key("obstacles").index(index).key("raised_by").index(who));
        }
    }
    for (index, item) in forum.proposals.iter().enumerate() {
        for (who, party) in item.askers.iter().enumerate() {
            check_party(Some(party), &at.key("proposals").index(index).key("askers").index(who));
        }
    }
    for (index, item) in forum.support_requests.iter().enumerate() {
        check_party(item.asked_by.as_ref(), &at.key("support_requests").index(index).key("asked_by"));
    }
    for (index, item) in forum.statements_of_support.iter().enumerate() {
        check_party(item.said_by.as_ref(), &at.key("statements_of_support").index(index).key("said_by"));
    }
    for (index, item) in forum.commitments.iter().enumerate() {
        check_party(item.made_by.as_ref(), &at.key("commitments").index(index).key("made_by"));
    }
}
