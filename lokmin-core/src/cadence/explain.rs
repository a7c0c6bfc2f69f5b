//! Verdicts in words: one sentence for one quarter, in Indonesian or English.

use chrono::{Datelike, NaiveDate};

use super::answer::{Cadence, CadenceRow, MonthRow};
use super::place::Placement;
use super::settle::OtherReading;
use super::terms::{MeetingKind, Status, Timing};
use super::window::days_between;
use crate::calendar::{Month, Quarter};
use crate::language::{Lang, format_count, format_date, month_name};

impl CadenceRow {
    /// Says the verdict and its reason in one sentence, without a full stop.
    ///
    /// # Example
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use lokmin_core::cadence::{evaluate, CadencePolicy};
    /// use lokmin_core::Lang;
    /// let as_of = NaiveDate::from_ymd_opt(2025, 9, 10).unwrap();
    /// let cadence = evaluate(&[], "1011443", &CadencePolicy::default(), None, as_of).into_result()?;
    /// assert_eq!(
    ///     cadence.rows[0].explain(Lang::En),
    ///     "Q3 2025: overdue by 10 days, due August 2025; waited for until 31 October 2025"
    /// );
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        let quarter = quarter_words(self.quarter, lang);
        let verdict = self.verdict(lang);
        let other = self.other_reading.map_or_else(String::new, |other| other_words(other, lang));
        format!("{quarter}: {verdict}{other}")
    }

    fn verdict(&self, lang: Lang) -> String {
        let label = self.status.label(lang);
        let due = month_words(self.due.from, lang);
        let days = self.days.unwrap_or_default();
        let held = self.held_on.map(|date| format_date(date, lang)).unwrap_or_default();
        let grace = format_date(self.grace_to, lang);
        match (self.status, lang) {
            (Status::OnSchedule, Lang::Id) => format!("{label}, dilaksanakan {held} (jadwal {due})"),
            (Status::OnSchedule, Lang::En) => format!("{label}, held on {held} (due {due})"),
            (Status::OffMonth, _) => {
                let months = self.months_off.unwrap_or_default().abs();
                let timing = self.timing.unwrap_or(Timing::Late).label(lang);
                match lang {
                    Lang::Id => format!("{label}, dilaksanakan {held}, {months} bulan {timing} dari jadwal {due}"),
                    Lang::En => {
                        let unit = if months == 1 { "month" } else { "months" };
                        match self.timing {
                            Some(Timing::Early) => format!("{label}, held on {held}, {months} {unit} before {due}"),
                            _ => format!("{label}, held on {held}, {months} {unit} after {due}"),
                        }
                    }
                }
            }
            (Status::Late, Lang::Id) => {
                format!("{label} {}, dilaksanakan {held} (jadwal {due})", self.after_end(days, lang))
            }
            (Status::Late, Lang::En) => format!("{label}, held on {held}, {} (due {due})", self.after_end(days, lang)),
            (Status::Overdue, Lang::Id) => {
                format!("{label} {}, jadwal {due}; ditunggu sampai {grace}", days_words(days, lang))
            }
            (Status::Overdue, Lang::En) => {
                format!("{label} by {}, due {due}; waited for until {grace}", days_words(days, lang))
            }
            (Status::Missed | Status::NoRecord, Lang::Id) => format!("{label}, jadwal {due}, ditunggu sampai {grace}"),
            (Status::Missed | Status::NoRecord, Lang::En) => format!("{label}, due {due}, waited for until {grace}"),
            (Status::Due, Lang::Id) => format!("{label}, sampai {}", format_date(self.due.to, lang)),
            (Status::Due, Lang::En) => format!("{label} until {}", format_date(self.due.to, lang)),
            (Status::Upcoming, Lang::Id) => format!("{label}, jadwal {due}"),
            (Status::Upcoming, Lang::En) => format!("{label}, due {due}"),
            (Status::Planned, _) => {
                let planned = self.planned_on.map(|date| format_date(date, lang)).unwrap_or_default();
                let late = self.planned_late().map(|days| self.after_end(days, lang));
                match (late, lang) {
                    (None, Lang::Id) => format!("{label} {planned} (jadwal {due})"),
                    (Some(late), Lang::Id) => format!("{label} {planned}, akan terlambat {late} (jadwal {due})"),
                    (None, Lang::En) => format!("{label} for {planned} (due {due})"),
                    (Some(late), Lang::En) => format!("{label} for {planned}, will be late, {late} (due {due})"),
                }
            }
        }
    }

    /// Returns the calendar quarter in which the forum should be held: the due month lies in it.
    fn held_in(&self) -> Option<Quarter> {
        Quarter::containing(self.due.from)
    }

    /// Returns how many days after the end of its time the forum is planned.
    fn planned_late(&self) -> Option<i64> {
        let days = days_between(self.held_in()?.last_day(), self.planned_on?);
        (days > 0).then_some(days)
    }

    /// Says that something comes some days after the end of the quarter. Where labels name the quarter reviewed, the
    /// forum should be held in another one, which is then named.
    fn after_end(&self, days: i64, lang: Lang) -> String {
        let other = self.held_in().filter(|held_in| *held_in != self.quarter);
        let ended = match (other, lang) {
            (None, Lang::Id) => "triwulan".to_owned(),
            (None, Lang::En) => "the quarter".to_owned(),
            (Some(held_in), _) => quarter_words(held_in, lang),
        };
        let days = days_words(days, lang);
        match lang {
            Lang::Id => format!("{days} sesudah {ended} berakhir"),
            Lang::En => format!("{days} after {ended} ended"),
        }
    }
}

impl MonthRow {
    /// Says the verdict on the month in one sentence, without a full stop.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        let month = month_words(self.month.first_day(), lang);
        match self.date {
            Some(date) if self.status.is_held() => {
                let held = format_date(date, lang);
                match lang {
                    Lang::Id => format!("{month}: lokmin bulanan dilaksanakan {held}"),
                    Lang::En => format!("{month}: monthly forum held on {held}"),
                }
            }
            _ => format!("{month}: {}", self.status.label(lang)),
        }
    }
}

impl Cadence {
    /// Says every verdict, the months after the quarters.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> Vec<String> {
        let quarters = self.rows.iter().map(|row| row.explain(lang));
        quarters.chain(self.monthly.iter().map(|row| row.explain(lang))).collect()
    }
}

impl Placement {
    /// Says which quarter the forum counts for and why, in one sentence without a full stop.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::cadence::{place, CadencePolicy, Meeting};
    /// use lokmin_core::Lang;
    /// let text = r#"{"id": "pasar", "kind": "quarterly", "puskesmas": ["1011443"], "held_on": "2025-07-03"}"#;
    /// let meeting = Meeting::from_json(text).into_result()?;
    /// let placement = place(&meeting, &CadencePolicy::default(), &[]).into_result()?;
    /// assert_eq!(
    ///     placement.explain(Lang::Id),
    ///     "dihitung untuk triwulan III 2025 menurut tanggal; bacaan lain: triwulan II 2025, terlambat 3 hari"
    /// );
    /// # Ok::<(), lokmin_core::Problems>(())
    /// ```
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        let (Some(quarter), Some(basis)) = (self.quarter, self.basis) else {
            return match (self.kind, lang) {
                (MeetingKind::Monthly, Lang::Id) => "lokmin bulanan, tidak dihitung untuk triwulan mana pun",
                (MeetingKind::Monthly, Lang::En) => "a monthly forum, which counts for no quarter",
                (_, Lang::Id) => "tidak bertanggal dan tidak menyebut triwulan, sehingga tidak dihitung",
                (_, Lang::En) => "has neither a date nor a quarter, so it counts nowhere",
            }
            .to_owned();
        };
        let quarter = quarter_words(quarter, lang);
        let basis = basis.label(lang);
        let other = self.other_reading.map_or_else(String::new, |other| other_words(other, lang));
        match (self.date_quarter, lang) {
            (Some(_), Lang::Id) => format!("dihitung untuk {quarter} {basis}{other}"),
            (Some(_), Lang::En) => format!("counts for {quarter}, {basis}{other}"),
            (None, Lang::Id) => format!("untuk {quarter} {basis}, tetapi tidak bertanggal, sehingga tidak dihitung"),
            (None, Lang::En) => format!("for {quarter}, {basis}, but without a date, so it counts nowhere"),
        }
    }
}

/// Writes a quarter as messages do.
fn quarter_words(quarter: Quarter, lang: Lang) -> String {
    let roman = match quarter.number() {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    };
    match lang {
        Lang::Id => format!("triwulan {roman} {}", quarter.year()),
        Lang::En => format!("Q{} {}", quarter.number(), quarter.year()),
    }
}

/// Writes the month of a date.
fn month_words(date: NaiveDate, lang: Lang) -> String {
    let month = Month::containing(date).map_or(date.month(), Month::number);
    format!("{} {}", month_name(month, lang), date.year())
}

fn days_words(days: i64, lang: Lang) -> String {
    let unit = if days == 1 { lang.pick("hari", "day") } else { lang.pick("hari", "days") };
    format!("{} {unit}", format_count(days, lang))
}

fn other_words(other: OtherReading, lang: Lang) -> String {
    let quarter = quarter_words(other.quarter, lang);
    match lang {
        Lang::Id => format!("; bacaan lain: {quarter}, terlambat {}", days_words(other.days_late, lang)),
        Lang::En => format!("; other reading: {quarter}, {} late", days_words(other.days_late, lang)),
    }
}
