//! The question put to typed records, and the arithmetic of its answer.

use chrono::{Datelike, NaiveDate};

use super::answer::{Accreditation, Frequency, ScheduleEvidence};
use super::element::{Assessed, ElementCode, ElementScore, RULES};
use super::forums::{expected_forums, with_recommendations};
use super::register::follow_up;
use super::request::{Scope, Window, YearlySchedule};
use super::scale::FrequencyScale;
use crate::cadence::{CadencePolicy, MeetingKind};
use crate::forum::{EvidenceState, Forum};
use crate::json::{Text, Year};
use crate::problem::{Location, Outcome, Problem, ProblemCode, Problems};
use crate::recommendation::Register;

/// What is asked, with the records that answer it.
///
/// The window says what is looked at, `as_of` how it stands.
#[derive(Clone, Copy, Debug)]
pub struct AccreditationQuestion<'a> {
    /// The Puskesmas, by the code or name that the forum records carry.
    pub puskesmas: &'a Text,
    /// The months that are looked at.
    pub window: &'a Window,
    /// The day on which the documents are looked at.
    pub as_of: NaiveDate,
    /// Which forums are asked for.
    pub scope: Scope,
    /// The forums, in any order.
    pub forums: &'a [Forum],
    /// The yearly schedules.
    pub schedules: &'a [YearlySchedule],
    /// What became of the recommendations.
    pub register: &'a Register,
    /// When forums are due. Whether monthly ones are asked for, the scope says.
    pub policy: &'a CadencePolicy,
    /// The points for how often lokmin was held.
    pub scale: &'a FrequencyScale,
}

impl AccreditationQuestion<'_> {
    /// Answers the question.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::accreditation::{AccreditationQuestion, FrequencyScale, Scope, Window};
    /// use lokmin_core::calendar::parse_iso_date;
    /// use lokmin_core::{cadence::CadencePolicy, recommendation::Register};
    ///
    /// let question = AccreditationQuestion {
    ///     puskesmas: &"P1".parse()?,
    ///     window: &Window::new("2025-01".parse()?, "2025-12".parse()?)?,
    ///     as_of: parse_iso_date("2025-12-31")?,
    ///     scope: Scope::Quarterly,
    ///     forums: &[],
    ///     schedules: &[],
    ///     register: &Register::default(),
    ///     policy: &CadencePolicy::default(),
    ///     scale: &FrequencyScale::default(),
    /// };
    /// let answer = question.answer().into_result().unwrap();
    /// assert_eq!((answer.elements[0].shown, answer.elements[0].expected), (0, 17));
    /// assert_eq!(answer.elements[2].score, None); // nothing was due
    /// # Ok::<(), lokmin_core::Problem>(())
    /// ```
    pub fn answer(&self) -> Outcome<Accreditation> {
        let (schedules, mut problems) = self.schedules();
        let recommended = with_recommendations(self.register, self.as_of);
        let (forums, found) = expected_forums(self, &recommended).into_parts();
        problems.append(found);
        let Some(forums) = forums else { return Outcome::new(None, problems) };
        let follow_up = follow_up(self);
        let held_schedules = schedules.iter().filter(|one| one.state == EvidenceState::Held).count();
        let documents: usize = forums.iter().map(|forum| forum.held).sum();
        let missing: usize = forums.iter().map(|forum| forum.missing.len()).sum();
        let held = forums.iter().filter_map(|forum| forum.discussion_lacks.as_ref());
        let discussed = held.clone().filter(|lacks| lacks.is_empty()).count();
        let followed_up = follow_up.recommendations.iter().filter(|one| !one.evidence.is_empty()).count();
        let answered = follow_up.escalations.iter().filter(|one| !one.replies.is_empty()).count();
        let elements = vec![
            ElementScore::new(
                ElementCode::ForumsHeld,
                held_schedules + documents,
                schedules.len() + documents + missing,
            ),
            ElementScore::new(ElementCode::ProblemsDiscussed, discussed, held.count()),
            ElementScore::new(ElementCode::FollowedUp, followed_up, follow_up.recommendations.len()),
            ElementScore::new(ElementCode::DistrictFollowedUp, answered, follow_up.escalations.len()),
        ];
        let mut answer = Accreditation {
            puskesmas: self.puskesmas.clone(),
            scope: self.scope,
            window: self.window.clone(),
            as_of: self.as_of,
            interviews: Assessed::NotAssessed,
            elements,
            schedules,
            forums,
            recommendations: follow_up.recommendations,
            not_due: follow_up.not_due,
            escalations: follow_up.escalations,
            frequency: Vec::new(),
            scale: self.scale.clone(),
            rules: RULES,
        };
        answer.frequency = self.frequency(&answer);
        Outcome::new(Some(answer), problems)
    }

    /// Returns the last day of the window that has come.
    pub(super) fn last_day(&self) -> NaiveDate {
        self.window.last_day().min(self.as_of)
    }

    /// Returns the years of the window that have begun.
    fn years(&self) -> impl Iterator<Item = Year> {
        (self.window.from.year()..=self.last_day().year()).filter_map(Year::new)
    }

    /// Finds the schedule of each year; of several, the one that is best shown.
    fn schedules(&self) -> (Vec<ScheduleEvidence>, Problems) {
        let years = self.window.from.year()..=self.window.to.year();
        let outside = self.schedules.iter().enumerate().filter_map(|(index, schedule)| {
            let is_inside = years.contains(&schedule.year.get());
            let problem = || Problem::new(ProblemCode::AccreditationScheduleOutside).with("year", schedule.year);
            let list = Location::ROOT.key("schedules");
            (!is_inside).then(|| problem().below(&list.index(index).key("year")))
        });
        let state = |year: Year| {
            let of_year = self.schedules.iter().filter(|schedule| schedule.year == year);
            // The states are in the order of what they show.
            of_year.map(|schedule| schedule.evidence.counted_state()).min().unwrap_or(EvidenceState::Unknown)
        };
        (self.years().map(|year| ScheduleEvidence { year, state: state(year) }).collect(), outside.collect())
    }

    /// Counts how often lokmin was held.
    fn frequency(&self, answer: &Accreditation) -> Vec<Frequency> {
        let kinds: &[MeetingKind] = match self.scope {
            Scope::MonthlyAndQuarterly => &[MeetingKind::Quarterly, MeetingKind::Monthly],
            Scope::Quarterly => &[MeetingKind::Quarterly],
        };
        let row = |kind: MeetingKind, year: Year| {
            let of_year = answer.forums.iter().filter(|one| one.kind == kind && one.month.year() == year.get());
            let held = of_year.filter(|one| one.held_on.is_some()).count();
            let day = |month, day| NaiveDate::from_ymd_opt(year.get(), month, day).unwrap_or(NaiveDate::MAX);
            let is_whole_year = self.window.contains(day(1, 1)) && self.window.contains(day(12, 31));
            Frequency {
                kind,
                year,
                held,
                is_whole_year,
                is_provisional: self.as_of < day(12, 31),
                points: self.scale.points(kind, held).filter(|_| is_whole_year),
            }
        };
        kinds.iter().flat_map(|kind| self.years().map(move |year| row(*kind, year))).collect()
    }
}
