//! The sheet: what must be known in the room, on one A4 page whatever the quarter holds.

use super::figures::{Written, pws_chart, sheet_table};
use super::follow_up::{short, urgent};
use super::names::Names;
use crate::Lang;
use crate::forum::CoverageStatus;
use crate::language::{format_count, join_words};
use crate::render::chart::shortened;
use crate::render::page::{Block, KeyFigure, List, Page, Section};
use crate::render::words::Words;
use crate::review::{ObstacleReview, RecommendationReview, RedVillage, Review};
use std::fmt::Write as _;

/// The most indicators, villages, and items of a list; and letters of an item in half and in the whole width.
const INDICATORS: usize = 5;
const VILLAGES: usize = 8;
const ITEMS: usize = 5;
const HALF_ITEMS: usize = 4;
const HALF: usize = 72;
const WHOLE: usize = 92;

/// The most letters of a title and of the lines below it.
const TITLE: usize = 90;
const LINES: usize = 240;

/// Puts the sheet together.
pub(super) fn page(review: &Review, names: &Names<'_>) -> Page {
    let mut page = Page::new("", shortened(&names.title(""), TITLE));
    page.kind = String::from(
        names.say("Lokakarya mini lintas sektor triwulanan: tinjauan", "Quarterly cross-sector workshop: review"),
    );
    page.subtitle = subtitle(review, names);
    let mut first = vec![Block::KeyFigures(key_figures(review, names))];
    first.extend(cadence(review, names).map(Block::Paragraph));
    page.sheet.push(Section::new("", first));
    indicators(review, names, &mut page.sheet);
    page.sheet.push(obstacles(review, names));
    page.sheet.push(previous(review, names));
    page.sheet.push(agenda(review, names));
    page.sheet.extend(evidence(review, names));
    page
}

fn subtitle(review: &Review, names: &Names<'_>) -> Words {
    let head = &review.head;
    let mut parts = Vec::new();
    match &head.forum {
        Some(forum) => {
            parts.push(names.forum(forum));
            parts.extend(forum.theme.iter().map(|theme| format!("{} “{theme}”", names.say("tema", "theme"))));
            if let Some(span) = &forum.reviewed {
                parts.push(format!("{} {}", names.say("membahas", "about"), names.span(span)));
            }
        }
        None => parts.push(names.say("belum ada forum untuk triwulan ini", "no forum for this quarter yet").to_owned()),
    }
    for area in [&head.subdistrict, &head.district].into_iter().flatten() {
        parts.push(area.name.to_string());
    }
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join("; ");
    if let Some(first) = text.chars().next() {
        text = format!("{}{}", first.to_uppercase(), text.get(first.len_utf8()..).unwrap_or_default());
    }
    Words::new(shortened(&text, LINES))
}

fn key_figures(review: &Review, names: &Names<'_>) -> Vec<KeyFigure> {
    let of = |some: usize, all: usize| format!("{some} {} {all}", names.say("dari", "of"));
    let unknown = || names.say("tidak diketahui", "not known").to_owned();
    let mut figures = Vec::new();
    let row = review.cadence.row.as_ref();
    figures.push(KeyFigure::new(
        names.say("Pelaksanaan forum", "Forum"),
        row.map_or_else(unknown, |row| row.status.label(names.lang).to_owned()),
        row.map_or_else(String::new, |row| {
            let due = crate::calendar::Month::containing(row.due.from).map(|month| names.month(month));
            format!("{} {}", names.say("jadwal", "due in"), due.unwrap_or_default())
        }),
    ));
    match &review.attendance {
        Some(attendance) => {
            let with = |status: CoverageStatus| attendance.sectors.iter().filter(|one| one.status == status).count();
            let (own, stand_in) = (with(CoverageStatus::Present), with(CoverageStatus::StandIn));
            let unmentioned = with(CoverageStatus::NotMentioned);
            let mut notes = Vec::new();
            if stand_in > 0 {
                notes.push(format!("{stand_in} {}", names.say("diwakili", "represented")));
            }
            if unmentioned > 0 {
                notes.push(format!("{unmentioned} {}", names.say("tidak disebut", "not mentioned")));
            }
            figures.push(KeyFigure::new(
                names.say("Sektor hadir", "Sectors present"),
                of(own + stand_in, attendance.sectors.len()),
                notes.join(", "),
            ));
            let villages = &attendance.villages;
            let present = villages.present.len();
            let value = villages.of.map_or_else(|| present.to_string(), |all| of(present, all));
            let note = if villages.unspecified_rows > 0 {
                names.say("ada desa yang tidak disebut namanya", "some villages not named").to_owned()
            } else if attendance.list_complete {
                String::new()
            } else {
                names.say("daftar hadir tidak lengkap", "the list is not complete").to_owned()
            };
            figures.push(KeyFigure::new(names.say("Desa diketahui hadir", "Villages known present"), value, note));
        }
        None => figures.push(KeyFigure::new(names.say("Sektor hadir", "Sectors present"), unknown(), String::new())),
    }
    let row = &review.recommendations.previous_figures;
    let mut note = Vec::new();
    if row.overdue > 0 {
        note.push(format!("{} {}", row.overdue, names.say("lewat tenggat", "overdue")));
    }
    if row.escalated_without_reply > 0 {
        note.push(format!("{} {}", row.escalated_without_reply, names.say("menunggu jawaban", "without a reply")));
    }
    figures.push(KeyFigure::new(
        names.say("Rekomendasi lalu selesai", "Done from last forum"),
        if row.total == 0 { names.say("tidak ada", "none").to_owned() } else { of(row.done, row.total) },
        note.join(", "),
    ));
    let missing: usize = review.evidence.iter().take(1).map(|forum| forum.missing.len()).sum();
    figures.push(KeyFigure::new(
        names.say("Bukti yang kurang", "Evidence missing"),
        if review.evidence.is_empty() { unknown() } else { missing.to_string() },
        if review.evidence.is_empty() { "" } else { names.say("dokumen", "documents") },
    ));
    figures
}

fn cadence(review: &Review, names: &Names<'_>) -> Option<Words> {
    let row = review.cadence.row.as_ref()?;
    let mut sentence = row.explain(names.lang);
    if let Some(first) = sentence.chars().next() {
        sentence = format!("{}{}", first.to_uppercase(), sentence.get(first.len_utf8()..).unwrap_or_default());
    }
    let mut words = Words::new(format!("{}.", shortened(&sentence, LINES)));
    if let Some(next) = review.cadence.next_due {
        let (from, to) = (names.date(next.from), names.date(next.to));
        words = words
            .then(format!(" {} ", names.say("Forum berikut:", "Next forum:")))
            .strong(format!("{from} {} {to}", names.say("sampai", "to")))
            .then(format!(" ({}).", names.quarter(next.quarter)));
    }
    Some(words)
}

fn indicators(review: &Review, names: &Names<'_>, sheet: &mut Vec<Section>) {
    let Some(worst) = review.first.first() else {
        let count = review.others.len();
        let text = match (count, names.lang) {
            (0, Lang::Id) => "Belum ada angka yang diserahkan.".to_owned(),
            (0, Lang::En) => "No figures were handed in.".to_owned(),
            (_, Lang::Id) => {
                "Tidak ada indikator yang kurang dari targetnya; semua indikator ada di lampiran.".to_owned()
            }
            (_, Lang::En) => "No indicator lacks a part of its target; all are in the annex.".to_owned(),
        };
        sheet.push(Section::new(names.say("Indikator", "Indicators"), vec![Block::Paragraph(Words::new(text))]));
        return;
    };
    let shown = review.first.get(..INDICATORS).unwrap_or(&review.first);
    let mut table = sheet_table(shown, names);
    table.left_out = review.first.len() + review.others.len() - shown.len();
    sheet.push(Section::new(
        names.say("Indikator yang paling tertinggal", "The indicators furthest behind"),
        vec![Block::Table(table)],
    ));
    let chart = pws_chart(worst, &Written::of(worst, names), true, names);
    let has_chart = chart.is_some();
    if let Some(chart) = chart {
        let heading = names.say("PWS indikator pertama", "PWS of the first indicator");
        sheet.push(Section::half(heading, vec![chart]));
    }
    let items = review.red_villages.iter().map(|village| red_village(village, names)).collect();
    let block = if review.red_villages.is_empty() {
        Block::Paragraph(Words::new(names.say("Tidak ada.", "None.")))
    } else {
        Block::List(List::first(items, VILLAGES))
    };
    let heading = names.say("Desa merah: paling banyak belum tercapai", "Red villages: most targets not met");
    let section = if has_chart { Section::half(heading, vec![block]) } else { Section::new(heading, vec![block]) };
    sheet.push(section);
}

/// Says of a village how much is not met, and what lacks most.
pub(super) fn red_village(village: &RedVillage, names: &Names<'_>) -> Words {
    let (not_met, judged) = (village.not_met, village.judged);
    let mut words = Words::default().strong(shortened(&village.name, 30)).then(match names.lang {
        Lang::Id => format!(": {not_met} dari {judged} belum tercapai"),
        Lang::En => format!(": {not_met} of {judged} not met"),
    });
    if village.jelek > 0 {
        words = words.then(format!(", {} ", village.jelek)).status(crate::assess::Status::Jelek);
    }
    let worst: Vec<String> = village
        .indicators
        .iter()
        .take(2)
        .map(|one| {
            let name = one.indicator.as_str();
            match one.shortfall {
                Some(people) => {
                    format!("{name} {} {}", names.lacking(one.indicator), format_count(people, names.lang))
                }
                None => name.to_owned(),
            }
        })
        .collect();
    words.quiet(format!("; {}", worst.join(", ")))
}

fn obstacles(review: &Review, names: &Names<'_>) -> Section {
    let list = &review.obstacles;
    let earlier = list.previous.iter().filter(|one| one.continued_by.is_none());
    let items: Vec<Words> = list.this.iter().chain(earlier).map(|one| obstacle(one, HALF, names)).collect();
    let heading = names.say("Hambatan dan tindak lanjutnya", "Obstacles and what became of them");
    let none = names.say("Tidak ada yang tercatat.", "None recorded.");
    Section::half(heading, vec![list_or(items, HALF_ITEMS, none)])
}

/// Says an obstacle and what became of it.
pub(super) fn obstacle(one: &ObstacleReview, letters: usize, names: &Names<'_>) -> Words {
    let mut text = one.outcome.label(names.lang).to_owned();
    if let Some(since) = one.continues.as_ref().and_then(|continued| continued.since) {
        let _ = write!(text, ", {} {}", names.say("sejak", "since"), names.quarter(since));
    }
    // The annex, which shortens nothing, has room for the villages.
    let villages = one.villages.as_ref().filter(|_| letters == usize::MAX).map(|villages| names.villages(villages));
    let place = villages.filter(|text| !text.is_empty()).map_or_else(String::new, |villages| format!("{villages}; "));
    Words::new(shortened(&one.text, letters)).quiet(format!(" ({place}{text})"))
}

fn list_or(items: Vec<Words>, most: usize, none: &str) -> Block {
    if items.is_empty() { Block::Paragraph(Words::new(none)) } else { Block::List(List::first(items, most)) }
}

fn previous(review: &Review, names: &Names<'_>) -> Section {
    let mut list: Vec<&RecommendationReview> = review.recommendations.previous.iter().collect();
    // What is late and what waits comes first, then what is open, then what is done.
    list.sort_by_key(|one| {
        (one.overdue_days.is_none(), one.waiting_days.is_none(), !one.state.is_open(), urgent(one, names).is_none())
    });
    let items: Vec<Words> = list.iter().map(|one| short(one, HALF, names)).collect();
    let heading = names.say("Rekomendasi forum lalu", "Recommendations of the last forum");
    Section::half(heading, vec![list_or(items, HALF_ITEMS, names.say("Tidak ada yang tercatat.", "None recorded."))])
}

fn agenda(review: &Review, names: &Names<'_>) -> Section {
    let items = review
        .recommendations
        .agenda
        .iter()
        .map(|item| {
            let reasons: Vec<&str> = item.reasons.iter().map(|reason| reason.label(names.lang)).collect();
            Words::new(shortened(&item.recommendation.action, WHOLE))
                .quiet(format!(" ({})", join_words(&reasons, names.lang)))
        })
        .collect();
    let none = names.say("Tidak ada rekomendasi yang harus dibahas.", "No recommendation has to be looked at.");
    let block = match list_or(items, ITEMS, none) {
        Block::List(list) => Block::List(list.ordered()),
        other => other,
    };
    Section::new(names.say("Agenda forum berikut", "Agenda of the next forum"), vec![block])
}

fn evidence(review: &Review, names: &Names<'_>) -> Option<Section> {
    let parts: Vec<String> = review
        .evidence
        .iter()
        .filter(|forum| !forum.missing.is_empty())
        .map(|forum| {
            let kinds: Vec<&str> = forum.missing.iter().map(|one| one.kind.label(names.lang)).collect();
            format!("{}: {}", names.quarter(forum.quarter), join_words(&kinds, names.lang))
        })
        .collect();
    if parts.is_empty() {
        return None;
    }
    let text = Words::default()
        .strong(names.say("Bukti yang belum ada", "Documents still missing"))
        .then(format!(", {}.", parts.join("; ")));
    Some(Section::new("", vec![Block::Paragraph(text)]))
}
