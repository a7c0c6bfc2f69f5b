//! When a forum is due: the national grid, or a district's and a Puskesmas' own.
//!
//! | value | built in | source | certainty |
//! | :-- | :-- | :-- | :-- |
//! | due months | 2, 5, 8, 11 | "setiap 3 bulan, dimulai pada bulan Februari", KMK HK.01.07/MENKES/2015/2023, table 2 | confirmed |
//! | monthly forum | each month, when `monthly_expected` | "setiap awal bulan", the same table | confirmed |
//! | notice of invitation | 2 days | SOP of Puskesmas Sungai Sembilan, 2016 | secondary |
//! | grace after the quarter | 31 days | none: see [`CadencePolicy::grace_days`] | chosen |
//! | earliest day, weekdays | the 10th, Monday to Friday | none | chosen, recalled |
//!
//! Where labels name the quarter reviewed ([`LabelConvention::Reviewed`]) the forum of a quarter is held in the quarter
//! after it, and is due in the first month there: 1, 4, 7, 10.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days as ChronoDays, NaiveDate};

use super::document::{PolicyDocument, ScheduleEntry};
use super::numbers::{DayNumber, Days};
use super::terms::{Certainty, Day, LabelConvention};
use super::window::{DueWindow, Window};
use crate::calendar::{Month, Quarter};
use crate::json::{Document, Member, Node, Reader};
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode};

const HELD_MONTHS: [u8; 4] = [2, 5, 8, 11];
const REVIEWED_MONTHS: [u8; 4] = [1, 4, 7, 10];
const GRACE_DAYS: u16 = 31;
const NOTICE_DAYS: u16 = 2;
const EARLIEST_DAY: u8 = 10;
const WEEKDAYS: [Day; 5] = [Day::Monday, Day::Tuesday, Day::Wednesday, Day::Thursday, Day::Friday];

/// When forums are due, what lateness means, and how a schedule is made. It cannot hold a wrong value.
///
/// `Default` is the national policy.
///
/// # Example
///
/// ```
/// use lokmin_core::{cadence::CadencePolicy, Quarter};
/// let policy = CadencePolicy::default();
/// let window = policy.due_window("2025Q3".parse()?).unwrap();
/// assert_eq!((window.from.to_string(), window.to.to_string()), ("2025-08-01".to_owned(), "2025-08-31".to_owned()));
/// # Ok::<(), lokmin_core::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct CadencePolicy {
    // INVARIANT: the n-th month lies in the n-th quarter of the year in which forums are held.
    due_months: [u8; 4],
    // INVARIANT: each month lies in the quarter in which the forum of its key is held.
    yearly_schedule: BTreeMap<Quarter, OwnDue>,
    grace_days: u16,
    monthly_expected: bool,
    notice_days: u16,
    records_complete: bool,
    label_convention: LabelConvention,
    // INVARIANT: not empty, in the order of the week.
    weekdays: Vec<Day>,
    earliest_day: u8,
    busy_dates: BTreeSet<NaiveDate>,
}

/// What a Puskesmas' own schedule says of one quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct OwnDue {
    month: Month,
    date: Option<NaiveDate>,
}

impl Default for CadencePolicy {
    fn default() -> Self {
        Self {
            due_months: HELD_MONTHS,
            yearly_schedule: BTreeMap::new(),
            grace_days: GRACE_DAYS,
            monthly_expected: false,
            notice_days: NOTICE_DAYS,
            records_complete: false,
            label_convention: LabelConvention::Held,
            weekdays: WEEKDAYS.to_vec(),
            earliest_day: EARLIEST_DAY,
            busy_dates: BTreeSet::new(),
        }
    }
}

/// A value that the library brings, with where it comes from and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct BuiltInValue {
    /// The member of the policy.
    pub name: &'static str,
    /// The value, as people write it.
    pub value: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
}

impl CadencePolicy {
    /// Checks a policy document; what it leaves out is the national value.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::cadence::{CadencePolicy, Days, PolicyDocument};
    /// let mut document = PolicyDocument::default();
    /// document.grace_days = Days::new(14);
    /// let policy = CadencePolicy::new(&document).into_result()?;
    /// assert_eq!(policy.grace_days(), 14);
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    pub fn new(document: &PolicyDocument) -> Outcome<Self> {
        let mut reader = Reader::default();
        let policy = Self::checked(document, &Location::ROOT, &mut reader);
        Outcome::new(Some(policy), reader.finish())
    }

    /// Reads a policy from JSON text.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::cadence::CadencePolicy;
    /// let policy = CadencePolicy::from_json(r#"{"due_months": [3, 6, 9, 12]}"#);
    /// assert!(policy.is_ok());
    /// let wrong = CadencePolicy::from_json(r#"{"due_months": [2, 3, 8, 11]}"#);
    /// assert_eq!(wrong.problems().as_slice()[0].code().as_str(), "cadence.due_months");
    /// ```
    pub fn from_json(text: &str) -> Outcome<Self> {
        crate::json::read_text(text)
    }

    /// Returns every built-in value with its source and how sure it is.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::cadence::{CadencePolicy, Certainty};
    /// let due = CadencePolicy::sources()[0];
    /// assert_eq!((due.name, due.value, due.certainty), ("due_months", "2, 5, 8, 11", Certainty::Confirmed));
    /// ```
    #[must_use]
    pub const fn sources() -> &'static [BuiltInValue] {
        const TABLE_2: &str = "KMK HK.01.07/MENKES/2015/2023, table 2";
        const NONE: &str = "no source has a rule";
        const VALUES: &[BuiltInValue] = &[
            BuiltInValue { name: "due_months", value: "2, 5, 8, 11", source: TABLE_2, certainty: Certainty::Confirmed },
            BuiltInValue {
                name: "monthly_expected",
                value: "each month",
                source: TABLE_2,
                certainty: Certainty::Confirmed,
            },
            BuiltInValue { name: "grace_days", value: "31", source: NONE, certainty: Certainty::Chosen },
            BuiltInValue {
                name: "notice_days",
                value: "2",
                source: "SOP of Puskesmas Sungai Sembilan, 2016",
                certainty: Certainty::Secondary,
            },
            BuiltInValue {
                name: "label_convention",
                value: "held",
                source: "13 of 17 forums that name their quarter",
                certainty: Certainty::Secondary,
            },
            BuiltInValue { name: "schedule.earliest_day", value: "10", source: NONE, certainty: Certainty::Chosen },
            BuiltInValue {
                name: "schedule.weekdays",
                value: "monday to friday",
                source: "working days of most offices",
                certainty: Certainty::Recalled,
            },
        ];
        VALUES
    }

    /// Checks what the types of the document do not.
    fn checked(document: &PolicyDocument, at: &Location<'_>, reader: &mut Reader) -> Self {
        let label_convention = document.label_convention.unwrap_or(LabelConvention::Held);
        let mut policy = Self { label_convention, ..Self::default() };
        if label_convention == LabelConvention::Reviewed {
            policy.due_months = REVIEWED_MONTHS;
        }
        if !document.due_months.is_empty() {
            let months: Vec<u8> = document.due_months.iter().map(|month| month.get()).collect();
            if let Some(due_months) = one_per_quarter(&months) {
                policy.due_months = due_months;
            } else {
                let found: Vec<String> = months.iter().map(u8::to_string).collect();
                let problem = Problem::new(ProblemCode::CadenceDueMonths).with("found", found);
                reader.report(&at.key("due_months"), problem);
            }
        }
        for (index, entry) in document.yearly_schedule.iter().enumerate() {
            let list = at.key("yearly_schedule");
            match policy.own_due(entry) {
                Ok(due) => {
                    policy.yearly_schedule.insert(entry.quarter, due);
                }
                Err(problem) => reader.report(&list.index(index), problem),
            }
        }
        policy.grace_days = document.grace_days.map_or(GRACE_DAYS, Days::get);
        policy.notice_days = document.notice_days.map_or(NOTICE_DAYS, Days::get);
        policy.monthly_expected = document.monthly_expected;
        policy.records_complete = document.records_complete;
        if let Some(rules) = &document.schedule {
            policy.earliest_day = rules.earliest_day.map_or(EARLIEST_DAY, DayNumber::get);
            policy.busy_dates = rules.busy_dates.iter().copied().collect();
            let weekdays: BTreeSet<Day> = rules.weekdays.iter().copied().collect();
            if !weekdays.is_empty() {
                policy.weekdays = weekdays.into_iter().collect();
            }
        }
        policy
    }

    /// Checks one line of a Puskesmas' own schedule.
    fn own_due(&self, entry: &ScheduleEntry) -> Result<OwnDue, Problem> {
        let quarter = entry.quarter;
        let due = match (entry.month, entry.date) {
            (Some(month), None) => Some(OwnDue { month, date: None }),
            (None, Some(date)) => Month::containing(date).map(|month| OwnDue { month, date: Some(date) }),
            _ => None,
        };
        let Some(due) = due else {
            return Err(Problem::new(ProblemCode::CadenceScheduleEntry).with("quarter", quarter));
        };
        if self.yearly_schedule.contains_key(&quarter) {
            return Err(Problem::new(ProblemCode::CadenceScheduleRepeated).with("quarter", quarter));
        }
        match self.held_in(quarter) {
            Some(held_in) if due.month.quarter() == held_in => Ok(due),
            held_in => Err(Problem::new(ProblemCode::CadenceScheduleOutside)
                .with("month", due.month)
                .with("quarter", quarter)
                .with("held_in", held_in.unwrap_or(quarter))),
        }
    }

    /// Returns the document that says the same, every value written out.
    #[must_use]
    pub fn to_document(&self) -> PolicyDocument {
        let entry = |(quarter, own): (&Quarter, &OwnDue)| ScheduleEntry {
            quarter: *quarter,
            month: own.date.is_none().then_some(own.month),
            date: own.date,
        };
        PolicyDocument::written_out(self, self.yearly_schedule.iter().map(entry).collect())
    }

    /// Returns the four months in which forums are due, 1 to 12, in order.
    #[must_use]
    pub const fn due_months(&self) -> [u8; 4] {
        self.due_months
    }

    /// Returns how many days after its quarter a forum is still waited for, 0 to 366.
    ///
    /// Built in: 31, the longest month. No source has a rule. Real forums of a third quarter were held on 3 October
    /// (inside the grace) and 13 November 2025 (outside); it is also the span in which the date alone does not say
    /// which of two quarters a forum belongs to.
    #[must_use]
    pub const fn grace_days(&self) -> u16 {
        self.grace_days
    }

    /// Returns whether a monthly forum is looked for in each month.
    ///
    /// That one is held is confirmed (KMK HK.01.07/MENKES/2015/2023, table 2); built in is `false`, because records of
    /// quarterly forums alone say nothing about the monthly ones.
    #[must_use]
    pub const fn is_monthly_expected(&self) -> bool {
        self.monthly_expected
    }

    /// Returns the policy with a monthly forum looked for in each month, or not.
    pub(crate) fn expecting_monthly(&self, is_expected: bool) -> Self {
        Self { monthly_expected: is_expected, ..self.clone() }
    }

    /// Returns how many days before the forum the invitation goes out, 0 to 366.
    #[must_use]
    pub const fn notice_days(&self) -> u16 {
        self.notice_days
    }

    /// Returns whether every forum that was held is on record, so that none on record means none held.
    #[must_use]
    pub const fn are_records_complete(&self) -> bool {
        self.records_complete
    }

    /// Returns what the quarter on a label means.
    #[must_use]
    pub const fn label_convention(&self) -> LabelConvention {
        self.label_convention
    }

    /// Returns the weekdays on which forums are held, in the order of the week.
    #[must_use]
    pub fn weekdays(&self) -> &[Day] {
        &self.weekdays
    }

    /// Returns the earliest day of the due month, 1 to 31.
    #[must_use]
    pub const fn earliest_day(&self) -> u8 {
        self.earliest_day
    }

    /// Returns the days on which no forum can be held, in order.
    #[must_use]
    pub const fn busy_dates(&self) -> &BTreeSet<NaiveDate> {
        &self.busy_dates
    }

    /// Returns the calendar quarter in which the forum of a quarter is held: the same, or the one after it where labels
    /// name the quarter reviewed. `None` after the year 9999.
    #[must_use]
    pub const fn held_in(&self, quarter: Quarter) -> Option<Quarter> {
        match self.label_convention {
            LabelConvention::Held => Some(quarter),
            LabelConvention::Reviewed => quarter.next(),
        }
    }

    /// Returns the quarter whose forum is held in a calendar quarter. `None` before the year 1.
    #[must_use]
    pub const fn quarter_of(&self, held_in: Quarter) -> Option<Quarter> {
        match self.label_convention {
            LabelConvention::Held => Some(held_in),
            LabelConvention::Reviewed => held_in.previous(),
        }
    }

    /// Returns the days in which the forum of a quarter is due: the due month. `None` after the year 9999.
    #[must_use]
    pub fn due_window(&self, quarter: Quarter) -> Option<DueWindow> {
        self.window(quarter).map(|window| window.due)
    }

    /// Returns the date that the Puskesmas' own schedule names for a quarter.
    #[must_use]
    pub fn scheduled_date(&self, quarter: Quarter) -> Option<NaiveDate> {
        self.yearly_schedule.get(&quarter).and_then(|own| own.date)
    }

    /// Returns everything that lateness is measured against.
    pub(super) fn window(&self, quarter: Quarter) -> Option<Window> {
        let held_in = self.held_in(quarter)?;
        let number = (held_in.number() as usize).checked_sub(1)?;
        let month = match self.yearly_schedule.get(&quarter) {
            Some(own) => own.month,
            None => Month::new(held_in.year(), u32::from(*self.due_months.get(number)?))?,
        };
        let end = held_in.last_day();
        let grace_to = end.checked_add_days(ChronoDays::new(u64::from(self.grace_days))).unwrap_or(NaiveDate::MAX);
        let due = DueWindow { quarter, from: month.first_day(), to: month.last_day() };
        Some(Window { due, month, end, grace_to })
    }
}

/// Returns the months in order when there is exactly one in each quarter.
fn one_per_quarter(months: &[u8]) -> Option<[u8; 4]> {
    let mut sorted = <[u8; 4]>::try_from(months).ok()?;
    sorted.sort_unstable();
    let in_place = |(index, month): (usize, &u8)| usize::from(month.saturating_sub(1) / 3) == index;
    sorted.iter().enumerate().all(in_place).then_some(sorted)
}

impl Document for CadencePolicy {
    const SCHEMA: &'static str = PolicyDocument::SCHEMA;
}

impl Member for CadencePolicy {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        let document = PolicyDocument::read(node, at, reader)?;
        Some(Self::checked(&document, at, reader))
    }
}

impl serde::Serialize for CadencePolicy {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_document().serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for CadencePolicy {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CadencePolicy".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        PolicyDocument::json_schema(generator)
    }
}

impl From<Day> for Param {
    fn from(day: Day) -> Self {
        Self::from(day.as_str())
    }
}
