//! The quarters of one Puskesmas, one by one.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::answer::{Cadence, CadenceRow, Streak, Uncounted};
use super::label::read_label;
use super::meeting::Meeting;
use super::monthly;
use super::place::{ambiguous, before_quarter, undated};
use super::policy::CadencePolicy;
use super::settle::{Entry, drop_recorded_twice, of_quarter, sort_by_quarter};
use super::terms::{MeetingKind, Status, Uncounting};
use super::window::{DueWindow, Window};
use crate::calendar::Quarter;
use crate::json::Text;
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode, Problems, nearest};

/// Judges every quarter of one Puskesmas on a day.
///
/// A joint forum counts for each of its Puskesmas; a monthly one never counts as quarterly, one without a date nowhere.
/// In each quarter the earliest forum counts. Forums of other Puskesmas are passed over; when all are of others, that is
/// reported (`cadence.puskesmas_unknown`). `from` is the first quarter to judge; without it, the first
/// with a forum. Problems are placed at `/meetings/<place in the input>`.
///
/// # Example
///
/// ```
/// use chrono::NaiveDate;
/// use lokmin_core::cadence::{evaluate, CadencePolicy, Meeting, Status};
/// use lokmin_core::Lang;
/// let text = r#"{"id": "lumbir", "kind": "quarterly", "puskesmas": ["1031429"],
///     "held_on": "2024-08-29", "label": "Tribulan III"}"#;
/// let meetings = [Meeting::from_json(text).into_result()?];
/// let as_of = NaiveDate::from_ymd_opt(2024, 9, 30).unwrap();
/// let cadence = evaluate(&meetings, "1031429", &CadencePolicy::default(), None, as_of).into_result()?;
/// assert_eq!(cadence.rows[0].status, Status::OnSchedule);
/// assert_eq!(cadence.next_due.unwrap().from.to_string(), "2024-11-01");
/// assert_eq!(
///     cadence.rows[0].explain(Lang::Id),
///     "triwulan III 2024: sesuai jadwal, dilaksanakan 29 Agustus 2024 (jadwal Agustus 2024)"
/// );
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
pub fn evaluate(
    meetings: &[Meeting],
    puskesmas: &str,
    policy: &CadencePolicy,
    from: Option<Quarter>,
    as_of: NaiveDate,
) -> Outcome<Cadence> {
    let Some(current) = Quarter::containing(as_of) else {
        let problem = Problem::new(ProblemCode::DateImpossible).with("found", as_of.to_string());
        return Outcome::new(None, problem.below(&Location::ROOT.key("as_of")).into());
    };
    let mut run =
        Run { meetings, policy, as_of, findings: Vec::new(), uncounted: Vec::new(), recorded_twice: Vec::new() };
    let (entries, monthly) = run.collect(puskesmas);
    let rows = run.rows(&entries, from, current);
    let months = match (policy.is_monthly_expected(), rows.first().map(|row| row.quarter)) {
        (true, first) => {
            let first = first.and_then(|quarter| policy.held_in(quarter)).unwrap_or(current);
            monthly::rows(&monthly, first.first_month(), policy, as_of)
        }
        (false, _) => Vec::new(),
    };
    let streak = streak(&rows);
    let next_due = next_due(&entries, policy, current, as_of);
    let Run { mut findings, mut uncounted, recorded_twice, .. } = run;
    findings.sort_by_key(|(row, _)| *row);
    uncounted.sort_by_key(|uncounted| uncounted.meeting);
    let list = Location::ROOT.key("meetings");
    let found = findings.into_iter().map(|(row, problem)| problem.below(&list.index(row)));
    let problems: Problems = found.chain(unknown(meetings, puskesmas)).collect();
    let cadence = Cadence {
        puskesmas: puskesmas.to_owned(),
        as_of,
        rows,
        monthly: months,
        streak,
        next_due,
        uncounted,
        recorded_twice,
    };
    Outcome::new(Some(cadence), problems)
}

/// One evaluation while it runs.
struct Run<'a> {
    meetings: &'a [Meeting],
    policy: &'a CadencePolicy,
    as_of: NaiveDate,
    /// What was found, by the place of the forum.
    findings: Vec<(usize, Problem)>,
    uncounted: Vec<Uncounted>,
    /// Records of a forum that another record tells of, each with that one.
    recorded_twice: Vec<(usize, usize)>,
}

impl Run<'_> {
    fn set_aside(&mut self, row: usize, reason: Uncounting) {
        if let Some(meeting) = self.meetings.get(row) {
            self.uncounted.push(Uncounted { meeting: row, meeting_id: meeting.id.clone(), reason });
        }
    }

    /// Collects the quarterly forums of a Puskesmas, sorted by quarter, and the dated monthly ones, sorted by date.
    fn collect(&mut self, puskesmas: &str) -> (Vec<Entry>, Vec<(NaiveDate, usize)>) {
        let (mut entries, mut monthly) = (Vec::new(), Vec::new());
        for (row, meeting) in self.meetings.iter().enumerate().filter(|(_, meeting)| meeting.is_of(puskesmas)) {
            if meeting.kind != MeetingKind::Quarterly {
                match meeting.held_on {
                    Some(date) => monthly.push((date, row)),
                    None => self.findings.push((row, undated())),
                }
                self.set_aside(row, Uncounting::Monthly);
                continue;
            }
            let findings = &mut self.findings;
            let label = read_label(meeting, |problem| findings.push((row, problem))).map(|reading| reading.quarter());
            if let Some(entry) = Entry::new(row, meeting.held_on, meeting.counts_for, label, self.policy) {
                entries.push(entry);
            } else {
                self.findings.push((row, undated()));
                self.set_aside(row, Uncounting::Undated);
            }
        }
        let mut dropped = Vec::new();
        let left = drop_recorded_twice(&mut entries, |entry, kept| dropped.push((entry, kept)));
        entries.truncate(left);
        for (entry, kept) in dropped {
            let contradiction = entry.stated().filter(|quarter| *quarter != kept.quarter).zip(kept.stated());
            self.report_twice(entry.row, kept.row, entry.date, contradiction);
            self.set_aside(entry.row, Uncounting::RecordedTwice);
        }
        sort_by_quarter(&mut entries, self.as_of);
        monthly.sort_unstable();
        let mut twice = Vec::new();
        monthly.dedup_by(|again, kept| {
            let is_same = again.0 == kept.0;
            if is_same {
                twice.push((again.1, kept.1, again.0));
            }
            is_same
        });
        for (row, kept, date) in twice {
            self.report_twice(row, kept, date, None);
        }
        (entries, monthly)
    }

    /// Reports a record of a forum that another record tells of; `contradiction` is the quarter that it states and that
    /// of the other record, where they differ.
    fn report_twice(&mut self, row: usize, kept: usize, date: NaiveDate, contradiction: Option<(Quarter, Quarter)>) {
        self.recorded_twice.push((row, kept));
        let problem = match contradiction {
            None => Problem::new(ProblemCode::CadenceRecordedTwice),
            Some((dropped, kept)) => {
                Problem::new(ProblemCode::CadenceQuartersDiffer).with("quarter", kept).with("other", dropped)
            }
        };
        let problem = problem.with("date", date).with("kept", self.id_of(kept)).with("kept_row", row_number(kept));
        self.findings.push((row, problem));
    }

    fn id_of(&self, row: usize) -> &str {
        self.meetings.get(row).map_or("", |meeting| meeting.id.as_str())
    }

    /// Makes the rows; reports what is found on the way.
    fn rows(&mut self, entries: &[Entry], from: Option<Quarter>, current: Quarter) -> Vec<CadenceRow> {
        let Some(due_now) = self.policy.quarter_of(current) else { return Vec::new() };
        let first = from.or(entries.first().map(|entry| entry.quarter)).unwrap_or(due_now);
        let last = entries.last().map_or(due_now, |entry| entry.quarter.max(due_now));
        for entry in entries.iter().take_while(|entry| entry.quarter < first) {
            self.set_aside(entry.row, Uncounting::OutOfRange);
        }
        let mut rows = Vec::new();
        let mut year = (0, 0);
        // Forums of the first year before the first quarter asked about have their place in that year, too.
        let before = entries.partition_point(|entry| entry.quarter < first);
        for entry in entries.get(..before).unwrap_or_default() {
            year = if year.0 == entry.quarter.year() { (year.0, year.1 + 1) } else { (entry.quarter.year(), 1) };
        }
        for quarter in first.through(last) {
            if year.0 != quarter.year() {
                year = (quarter.year(), 0);
            }
            let Some(window) = self.policy.window(quarter) else { continue };
            let group = of_quarter(entries, quarter);
            rows.push(self.row(window, group, entries, year.1 + 1));
            year.1 += group.len();
        }
        rows
    }

    /// Makes the row of one quarter from the forums for it, the one that counts first.
    fn row(&mut self, window: Window, group: &[Entry], entries: &[Entry], place: usize) -> CadenceRow {
        let quarter = window.due.quarter;
        let (counted, duplicates) = match group.split_first() {
            Some((counted, duplicates)) => (Some(counted), duplicates),
            None => (None, duplicates_of_none()),
        };
        let verdict = window.judge(counted, self.policy, self.as_of);
        let mut row = CadenceRow {
            quarter,
            status: verdict.status,
            timing: verdict.timing,
            months_off: verdict.months_off,
            days: verdict.days,
            due: window.due,
            grace_to: window.grace_to,
            meeting: None,
            meeting_id: None,
            held_on: None,
            planned_on: None,
            basis: None,
            other_reading: None,
            ordinal: None,
            place_in_year: None,
            duplicates: duplicates.iter().map(|entry| entry.row).collect(),
        };
        for entry in group {
            let other = entry.other_reading(self.policy, |before| !of_quarter(entries, before).is_empty());
            if let Some(other) = other {
                self.findings.push((entry.row, ambiguous(entry, other)));
            }
            if let Some(held_in) = entry.before_quarter(self.policy) {
                self.findings.push((entry.row, before_quarter(entry, held_in)));
            }
            if counted == Some(entry) {
                row.other_reading = other;
            }
        }
        if let Some((entry, meeting)) = counted.and_then(|entry| Some((entry, self.meetings.get(entry.row)?))) {
            row.meeting = Some(entry.row);
            row.meeting_id = Some(meeting.id.clone());
            row.basis = Some(entry.basis);
            row.ordinal = meeting.ordinal;
            row.place_in_year = Some(place);
            if verdict.status.is_held() {
                row.held_on = Some(entry.date);
            } else {
                row.planned_on = Some(entry.date);
            }
            self.compare_ordinal(entry.row, place);
        }
        for entry in duplicates {
            let problem = Problem::new(ProblemCode::CadenceDuplicate)
                .with("quarter", quarter)
                .with("counted", counted.map_or("", |counted| self.id_of(counted.row)))
                .with("counted_row", row_number(counted.map_or(0, |counted| counted.row)));
            self.findings.push((entry.row, problem));
            self.set_aside(entry.row, Uncounting::Duplicate);
        }
        row
    }

    /// Compares the place in the year that a forum states with the forums on record.
    ///
    /// Records may lack forums, so that a higher number is a contradiction only when they are complete.
    fn compare_ordinal(&mut self, row: usize, place: usize) {
        let Some(stated) = self.meetings.get(row).and_then(|meeting| meeting.ordinal) else { return };
        let number = usize::from(stated.get());
        if number < place || (number > place && self.policy.are_records_complete()) {
            let problem = Problem::new(ProblemCode::CadenceOrdinal)
                .with("stated", Param::Number(i64::from(stated.get())))
                .with("place", row_number(place))
                .below(&Location::ROOT.key("ordinal"));
            self.findings.push((row, problem));
        }
    }
}

const fn duplicates_of_none() -> &'static [Entry] {
    &[]
}

fn row_number(row: usize) -> Param {
    Param::Number(i64::try_from(row).unwrap_or(i64::MAX))
}

/// Returns the problem of a Puskesmas of which none of the forums is, such as a code where the records have names.
fn unknown(meetings: &[Meeting], puskesmas: &str) -> Option<Problem> {
    if meetings.is_empty() || meetings.iter().any(|meeting| meeting.is_of(puskesmas)) {
        return None;
    }
    let known: BTreeSet<&str> = meetings.iter().flat_map(|meeting| &meeting.puskesmas).map(Text::as_str).collect();
    let near = nearest(puskesmas, known).map(str::to_owned);
    let problem = Problem::new(ProblemCode::CadencePuskesmasUnknown).with("puskesmas", puskesmas).suggesting(near);
    Some(problem.below(&Location::ROOT.key("puskesmas")))
}

/// Counts the quarters in a row that had a forum.
fn streak(rows: &[CadenceRow]) -> Streak {
    let mut streak = Streak::default();
    for row in rows {
        if row.status.is_held() {
            streak.current += 1;
            streak.longest = streak.longest.max(streak.current);
        } else if matches!(row.status, Status::Missed | Status::NoRecord) {
            streak.current = 0;
        }
    }
    streak
}

/// Finds the first due month that is not over and whose quarter has no forum held for it yet.
fn next_due(entries: &[Entry], policy: &CadencePolicy, current: Quarter, as_of: NaiveDate) -> Option<DueWindow> {
    let mut quarter = policy.quarter_of(current).or(Some(current));
    while let Some(candidate) = quarter {
        let due = policy.due_window(candidate)?;
        let is_held = of_quarter(entries, candidate).first().is_some_and(|entry| !entry.is_planned(as_of));
        if due.to >= as_of && !is_held {
            return Some(due);
        }
        quarter = candidate.next();
    }
    None
}
