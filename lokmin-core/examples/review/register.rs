//! The register (*buku RTL*): what became of the recommendations, and what the next forum has to look at.

use std::io::{self, Write};

use chrono::NaiveDate;
use lokmin_core::Lang;
use lokmin_core::language::{format_date, join_words};
use lokmin_core::recommendation::{Act, AgendaReason, FigureKey, FollowUp, Register};

/// The recommendations that the three articles report. Who wrote the follow-up is `contoh buatan`: it is made up.
pub(crate) const SHIPPED: &str = include_str!("samples/register.jsonl");

/// Who wrote the events that are made up.
const MADE_UP: &str = "contoh buatan";

/// Prints the register of one Puskesmas on a day; without one, on the day of its last event.
pub(crate) fn print(
    register: &Register,
    puskesmas: &str,
    as_of: Option<NaiveDate>,
    lang: Lang,
    out: &mut impl Write,
) -> io::Result<()> {
    let say = |id: &'static str, en: &'static str| if lang == Lang::Id { id } else { en };
    let Some(as_of) = as_of.or_else(|| last_day(register, puskesmas)) else { return Ok(()) };
    let snapshot = register.as_of(as_of);
    let list = snapshot.follow_up(Some(puskesmas));
    if list.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n  {}, {}", say("Buku RTL", "Register of recommendations"), format_date(as_of, lang))?;
    let events = || list.iter().flat_map(|one| register.events_of(one.recommendation));
    if events().any(|event| event.by.as_ref().is_some_and(|by| by.as_str() == MADE_UP)) {
        let note = say(
            "USULAN DARI BERITA; TINDAK LANJUTNYA CONTOH BUATAN, bukan data nyata",
            "RECOMMENDATIONS FROM THE ARTICLE; THE FOLLOW-UP IS MADE UP, not real data",
        );
        writeln!(out, "  ** {note} **")?;
    }
    for one in &list {
        writeln!(out, "  {:<14} {:<14} {}", one.state.label(lang), outside(one, lang), one.action)?;
        let facts = facts(one, lang);
        if !facts.is_empty() {
            writeln!(out, "  {:<29} {}", "", facts.join("; "))?;
        }
    }
    let agenda = snapshot.agenda(Some(puskesmas));
    writeln!(out, "  {}", say("Agenda forum berikut", "Agenda of the next forum"))?;
    for (number, item) in agenda.iter().enumerate() {
        let reasons: Vec<&str> = item.reasons.iter().map(|reason: &AgendaReason| reason.label(lang)).collect();
        writeln!(out, "    {}. {} [{}]", number + 1, item.follow_up.action, reasons.join(", "))?;
    }
    let header = match lang {
        Lang::Id => ["disepakati", "selesai", "terverifikasi", "lewat tenggat", "tanpa balasan"],
        Lang::En => ["agreed", "done", "verified", "overdue", "no reply"],
    };
    let columns = |cells: [String; 5]| cells.map(|cell| format!("{cell:>13}")).join("  ");
    writeln!(out, "  {:<14}{}", say("Per sektor", "By sector"), columns(header.map(str::to_owned)))?;
    let figures = snapshot.figures(FigureKey::Sector, Some(puskesmas));
    for row in &figures.rows {
        let name = row.key.as_deref().unwrap_or(say("belum ada", "nobody yet"));
        let numbers = [row.agreed, row.done, row.verified, row.overdue, row.escalated_without_reply];
        writeln!(out, "    {name:<12}{}", columns(numbers.map(|number| number.to_string())))?;
    }
    Ok(())
}

/// What people outside see.
fn outside(one: &FollowUp<'_>, lang: Lang) -> String {
    one.public_status.map_or_else(String::new, |status| format!("({})", status.label(lang)))
}

/// What follows from the events, in words.
fn facts(one: &FollowUp<'_>, lang: Lang) -> Vec<String> {
    let say = |id: String, en: String| if lang == Lang::Id { id } else { en };
    let mut facts = Vec::new();
    let owners: Vec<&str> = one.owners.iter().map(|owner| owner.sector.as_str()).collect();
    if !owners.is_empty() {
        facts.push(owners.join(", "));
    }
    if let Some(due) = one.due {
        let day = format_date(due, lang);
        facts.push(say(format!("tenggat {day}"), format!("due {day}")));
    }
    if let Some(until) = one.deferred_until {
        let day = format_date(until, lang);
        facts.push(say(format!("ditunda sampai {day}"), format!("put off until {day}")));
    }
    if let Some(days) = one.overdue_days {
        facts.push(say(format!("lewat tenggat {days} hari"), format!("{days} days overdue")));
    }
    if let (Some(days), Some(to)) = (one.waiting_days, one.waiting_for) {
        let to = to.label(lang);
        facts.push(say(format!("menunggu jawaban {to} {days} hari"), format!("has waited {days} days for the {to}")));
    }
    if let Some(days) = one.late_days.filter(|days| *days > 0 && one.overdue_days.is_none()) {
        facts
            .push(say(format!("{days} hari setelah tenggat pertama"), format!("{days} days after the first due date")));
    }
    if one.times_carried > 0 {
        facts.push(say(
            format!("dilanjutkan {} kali", one.times_carried),
            format!("carried over {} times", one.times_carried),
        ));
    }
    if !one.missing.is_empty() {
        let missing = join_words(&one.missing.iter().map(|missing| missing.label(lang)).collect::<Vec<_>>(), lang);
        facts.push(say(format!("belum ada {missing}"), format!("lacks {missing}")));
    }
    facts
}

/// The day of the last event of a Puskesmas.
fn last_day(register: &Register, puskesmas: &str) -> Option<NaiveDate> {
    let binds = |id: &&lokmin_core::recommendation::Id| {
        register.events_of(id).any(|event| match &event.act {
            Act::Propose(proposing) => {
                proposing.content.puskesmas.as_slice().iter().any(|one| one.as_str() == puskesmas)
            }
            _ => false,
        })
    };
    register.ids().filter(binds).flat_map(|id| register.events_of(id)).map(|event| event.on).max()
}
