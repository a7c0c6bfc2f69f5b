//! Recommendations in words and as table rows.

use super::names::Names;
use crate::language::join_words;
use crate::recommendation::Owner;
use crate::render::chart::shortened;
use crate::render::page::{Cell, Column, Row, Table};
use crate::render::words::Words;
use crate::review::RecommendationReview;

/// Says a recommendation on the sheet: what, and the one thing to know about it.
pub(super) fn short(one: &RecommendationReview, letters: usize, names: &Names<'_>) -> Words {
    let mut facts = vec![one.state.label(names.lang).to_owned()];
    facts.extend(urgent(one, names));
    let who = first_owner(one, names).map_or_else(String::new, |who| format!("{who}; "));
    Words::new(shortened(&one.action, letters)).quiet(format!(" ({who}{})", facts.join(", ")))
}

/// What is pressing about it: overdue, waiting, put off.
pub(super) fn urgent(one: &RecommendationReview, names: &Names<'_>) -> Option<String> {
    if let Some(days) = one.overdue_days {
        return Some(match names.lang {
            crate::Lang::Id => format!("lewat tenggat {days} hari"),
            crate::Lang::En => format!("{days} days overdue"),
        });
    }
    if let (Some(days), Some(to)) = (one.waiting_days, one.waiting_for) {
        let to = to.label(names.lang);
        return Some(match names.lang {
            crate::Lang::Id => format!("ke {to}, menunggu jawaban {days} hari"),
            crate::Lang::En => format!("to the {to}, {days} days without a decision"),
        });
    }
    if let Some(until) = one.deferred_until {
        return Some(format!("{} {}", names.say("sampai", "until"), names.date(until)));
    }
    None
}

/// Everything else that follows from the events.
pub(super) fn facts(one: &RecommendationReview, names: &Names<'_>) -> Vec<Words> {
    let mut facts: Vec<String> = urgent(one, names).into_iter().collect();
    if let Some(progress) = &one.progress {
        let count = match (progress.done, progress.of) {
            (Some(done), Some(of)) => match names.lang {
                crate::Lang::Id => format!("{} dari {} desa", done.get(), of.get()),
                crate::Lang::En => format!("{} of {} villages", done.get(), of.get()),
            },
            _ => String::new(),
        };
        let text = progress.text.as_deref().unwrap_or_default();
        let comma = if count.is_empty() || text.is_empty() { "" } else { ", " };
        facts.push(format!("{}: {count}{comma}{text}", names.date(progress.on)));
    }
    if let Some(days) = one.late_days.filter(|days| *days > 0 && one.overdue_days.is_none()) {
        facts.push(match names.lang {
            crate::Lang::Id => format!("{days} hari setelah tenggat pertama"),
            crate::Lang::En => format!("{days} days after the first due date"),
        });
    }
    for (day, id, en) in [(one.verified_on, "terverifikasi", "verified"), (one.done_on, "selesai", "done")] {
        if let Some(day) = day {
            facts.push(format!("{} {}", names.say(id, en), names.date(day)));
            break;
        }
    }
    if let Some(reply) = one.reply {
        facts.push(format!("{}: {}", names.say("jawaban", "reply"), reply.label(names.lang)));
    }
    if one.times_carried > 0 {
        facts.push(match names.lang {
            crate::Lang::Id => format!("dilanjutkan {} kali", one.times_carried),
            crate::Lang::En => format!("carried over {} times", one.times_carried),
        });
    }
    if !one.missing.is_empty() {
        let missing: Vec<&str> = one.missing.iter().map(|missing| missing.label(names.lang)).collect();
        facts.push(format!("{} {}", names.say("belum ada", "lacks"), join_words(&missing, names.lang)));
    }
    facts.into_iter().map(Words::new).collect()
}

/// Names the first sector that owns it, and how many more do.
pub(super) fn first_owner(one: &RecommendationReview, names: &Names<'_>) -> Option<String> {
    let first = shortened(&sector(one.owners.first()?, names), 28);
    Some(match one.owners.len() {
        1 => first,
        more => format!("{first} +{}", more - 1),
    })
}

/// Names the sector of an owner: short, as the field does.
pub(super) fn sector(owner: &Owner, names: &Names<'_>) -> String {
    owner.name.as_ref().map_or_else(|| owner.sector.label(names.lang).to_owned(), ToString::to_string)
}

/// Names an owner with who is in charge.
fn owner(owner: &Owner, names: &Names<'_>) -> Words {
    let who = owner.office.as_ref().or(owner.person.as_ref());
    let words = Words::default().strong(sector(owner, names));
    match who {
        Some(who) => words.then(format!(", {who}")),
        None => words,
    }
}

/// Says which villages it concerns.
pub(super) fn place(one: &RecommendationReview, names: &Names<'_>) -> Cell {
    let text = one.villages.as_ref().map(|villages| names.all_villages(villages)).unwrap_or_default();
    if text.is_empty() { Cell::Empty } else { Cell::words(text) }
}

/// Writes recommendations as a matrix, one a row.
pub(super) fn matrix(name: &str, caption: &str, list: &[&RecommendationReview], names: &Names<'_>) -> Table {
    let columns = vec![
        Column::number(names.say("No.", "No.")).aside(),
        Column::words(names.say("Masalah", "Problem")).aside(),
        Column::words(names.say("Penyebab", "Cause")).aside(),
        Column::name(names.say("Rencana tindak lanjut", "Recommendation")),
        Column::words(names.say("Lokasi (desa)", "Where (villages)")).aside(),
        Column::words(names.say("Penanggung jawab", "Owner")),
        Column::words(names.say("Dukungan yang diminta", "Support asked")).aside(),
        Column::words(names.say("Tenggat", "Due")),
        Column::words(names.say("Sumber dana", "Budget")).aside(),
        Column::words(names.say("Ukuran keberhasilan", "Measure of success")).aside(),
        Column::words("Status"),
        Column::words(names.say("Bukti", "Proof")).aside(),
        Column::words(names.say("Keterangan", "Remarks")),
    ];
    let mut table = Table::new(name, caption, columns);
    table.rows = list
        .iter()
        .enumerate()
        .map(|(index, one)| {
            let text =
                |text: &Option<crate::Text>| text.as_ref().map_or(Cell::Empty, |text| Cell::words(text.as_str()));
            let indicators: Vec<String> =
                one.indicators.iter().map(|indicator| indicator.as_str().to_owned()).collect();
            let action = if indicators.is_empty() {
                Words::new(one.action.as_str())
            } else {
                Words::new(one.action.as_str()).quiet(format!(" [{}]", indicators.join(", ")))
            };
            Row::new(vec![
                Cell::Count(i64::try_from(index + 1).unwrap_or(i64::MAX)),
                text(&one.problem),
                listed(one.causes.iter().map(|cause| cause.label(names.lang)), names),
                Cell::Words(action),
                place(one, names),
                lines(one.owners.iter().map(|one| owner(one, names)).collect()),
                lines(
                    one.support
                        .iter()
                        .map(|support| {
                            Words::default()
                                .strong(support.sector.label(names.lang))
                                .then(format!(": {}", support.text))
                        })
                        .collect(),
                ),
                Cell::date(one.due),
                listed(one.budget.iter().map(|source| source.label(names.lang)), names),
                text(&one.measure),
                Cell::words(one.state.label(names.lang)),
                lines(one.evidence.iter().map(|proof| Words::new(proof.as_str())).collect()),
                lines(facts(one, names)),
            ])
        })
        .collect();
    table
}

/// Writes words after each other.
fn listed<'w>(words: impl Iterator<Item = &'w str>, names: &Names<'_>) -> Cell {
    let words: Vec<&str> = words.collect();
    if words.is_empty() { Cell::Empty } else { Cell::words(join_words(&words, names.lang)) }
}

fn lines(lines: Vec<Words>) -> Cell {
    if lines.is_empty() { Cell::Empty } else { Cell::Lines(lines) }
}

/// Writes recommendations as a narrow table: what, who, until when, where it stands.
pub(super) fn table(name: &str, caption: &str, list: &[RecommendationReview], names: &Names<'_>) -> Table {
    let columns = vec![
        Column::number(names.say("No.", "No.")),
        Column::name(names.say("Rekomendasi", "Recommendation")),
        Column::words(names.say("Desa", "Villages")),
        Column::words(names.say("Penanggung jawab", "Owner")),
        Column::words(names.say("Tenggat", "Due")),
        Column::words("Status"),
        Column::words(names.say("Keterangan", "Remarks")),
    ];
    let mut table = Table::new(name, caption, columns);
    table.rows = list
        .iter()
        .enumerate()
        .map(|(index, one)| {
            Row::new(vec![
                Cell::Count(i64::try_from(index + 1).unwrap_or(i64::MAX)),
                Cell::words(one.action.as_str()),
                place(one, names),
                lines(one.owners.iter().map(|one| owner(one, names)).collect()),
                Cell::date(one.due),
                Cell::words(one.state.label(names.lang)),
                lines(facts(one, names)),
            ])
        })
        .collect();
    table
}
