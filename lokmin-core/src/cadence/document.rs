//! What a policy looks like as a document: every member may be absent, and then the national value holds.

use super::numbers::{DayNumber, Days, MonthNumber};
use super::policy::CadencePolicy;
use super::terms::{Day, LabelConvention};
use crate::calendar::{Month, Quarter};
use crate::json::record;
use chrono::NaiveDate;

record! {
    /// A cadence policy as it is written.
    ///
    /// It becomes a [`CadencePolicy`] by [`CadencePolicy::new`], which checks what single members cannot say.
    pub struct PolicyDocument {
        /// The months in which forums are due, one in each quarter of the year; absent: 2, 5, 8, 11, or 1, 4, 7, 10
        /// where labels name the quarter reviewed.
        pub due_months: Vec<MonthNumber>,
        /// The Puskesmas' own schedule; a quarter that it leaves out is due in the due month.
        pub yearly_schedule: Vec<ScheduleEntry>,
        /// How many days after its quarter a forum is still waited for; absent: 31.
        pub grace_days: Option<Days>,
        /// Whether a monthly forum is looked for in each month.
        pub monthly_expected: bool,
        /// How many days before the forum the invitation goes out; absent: 2.
        pub notice_days: Option<Days>,
        /// Whether every forum that was held is on record; only then can a quarter be called missed.
        pub records_complete: bool,
        /// What the quarter on a label means; absent: `held`.
        pub label_convention: Option<LabelConvention>,
        /// How a schedule is made.
        pub schedule: Option<ScheduleRules>,
    }
    schema = "lokmin.cadence_policy/1";
    schema_rule = month_of_each_quarter("due_months");
}

record! {
    /// When the forum of one quarter is due by the Puskesmas' own schedule: a month, or a date.
    ///
    /// A date stands for its month where a forum is judged: held on another day of that month, it is on schedule.
    pub struct ScheduleEntry {
        /// The quarter that the forum counts for.
        pub quarter: Quarter,
        /// The month in which it is due.
        pub month: Option<Month>,
        /// The day on which it is due.
        pub date: Option<NaiveDate>,
    }
    schema_rule = one_of(&["month", "date"]);
}

record! {
    /// How a schedule is made.
    pub struct ScheduleRules {
        /// The weekdays on which forums are held; absent: Monday to Friday.
        pub weekdays: Vec<Day>,
        /// The earliest day of the due month; absent: the 10th.
        pub earliest_day: Option<DayNumber>,
        /// Days on which no forum can be held.
        pub busy_dates: Vec<NaiveDate>,
    }
}

impl Default for PolicyDocument {
    /// Returns the document that leaves everything to the national policy.
    fn default() -> Self {
        Self {
            due_months: Vec::new(),
            yearly_schedule: Vec::new(),
            grace_days: None,
            monthly_expected: false,
            notice_days: None,
            records_complete: false,
            label_convention: None,
            schedule: None,
        }
    }
}

impl PolicyDocument {
    /// Returns the document with every value of a policy written out.
    pub(super) fn written_out(policy: &CadencePolicy, yearly_schedule: Vec<ScheduleEntry>) -> Self {
        Self {
            due_months: policy.due_months().map(MonthNumber).to_vec(),
            yearly_schedule,
            grace_days: Some(Days(policy.grace_days())),
            monthly_expected: policy.is_monthly_expected(),
            notice_days: Some(Days(policy.notice_days())),
            records_complete: policy.are_records_complete(),
            label_convention: Some(policy.label_convention()),
            schedule: Some(ScheduleRules {
                weekdays: policy.weekdays().to_vec(),
                earliest_day: Some(DayNumber(policy.earliest_day())),
                busy_dates: policy.busy_dates().iter().copied().collect(),
            }),
        }
    }
}

impl ScheduleEntry {
    /// Makes a line that names a month.
    #[must_use]
    pub const fn in_month(quarter: Quarter, month: Month) -> Self {
        Self { quarter, month: Some(month), date: None }
    }

    /// Makes a line that names a day.
    #[must_use]
    pub const fn on_date(quarter: Quarter, date: NaiveDate) -> Self {
        Self { quarter, month: None, date: Some(date) }
    }
}

impl Default for ScheduleRules {
    /// Returns the rules that leave everything to the built-in values.
    fn default() -> Self {
        Self { weekdays: Vec::new(), earliest_day: None, busy_dates: Vec::new() }
    }
}
