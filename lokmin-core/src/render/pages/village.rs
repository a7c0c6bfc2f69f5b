//! *Rapor desa*: one A4 page a village.

use super::figures::shortfall;
use super::follow_up::urgent;
use super::names::{Names, indicators, village_refs};
use crate::assess::Status;
use crate::language::{format_count, join_words};
use crate::render::chart::{legend, shortened};
use crate::render::page::{Block, Cell, Column, KeyFigure, List, Page, Row, Section, Table};
use crate::render::words::Words;
use crate::review::{IndicatorReview, RecommendationReview, Review, VillageReview};
use crate::sector::Sector;

/// The most rows, items, and letters of an item.
const ROWS: usize = 24;
const ITEMS: usize = 5;
const LETTERS: usize = 110;

/// A village as the figures and the attendance know it.
struct Village {
    /// Its code, or its name as it was handed in.
    area: String,
    name: String,
}

/// Makes the pages, one a village, in the order of codes; then those known by name only.
pub(super) fn pages(review: &Review, names: &Names<'_>) -> Vec<Page> {
    let pages: Vec<Page> = villages(review, names).iter().map(|village| page(village, review, names)).collect();
    if !pages.is_empty() {
        return pages;
    }
    let mut page = Page::new("", names.title(names.say("Rapor desa", "Village reports")));
    let none = names.say("Belum ada desa yang diketahui.", "No village is known yet.");
    page.sheet.push(Section::new("", vec![Block::Paragraph(Words::new(none))]));
    vec![page]
}

fn villages(review: &Review, names: &Names<'_>) -> Vec<Village> {
    let mut list: Vec<Village> = Vec::new();
    let mut add = |area: String, name: String| {
        if !list.iter().any(|one| one.area == area || one.name == name) {
            list.push(Village { area, name });
        }
    };
    for one in village_refs(review) {
        add(one.code.to_string(), names.village(&one.code.to_string()));
    }
    for one in &review.red_villages {
        add(one.code.map_or_else(|| one.area.to_string(), |code| code.to_string()), one.name.to_string());
    }
    for one in indicators(review).flat_map(|indicator| &indicator.villages) {
        add(one.area.to_string(), one.name.to_string());
    }
    list.sort_by(|a, b| a.area.cmp(&b.area));
    list
}

fn page(village: &Village, review: &Review, names: &Names<'_>) -> Page {
    let mut page = Page::new(format!("{} {}", village.area, village.name), shortened(&village.name, 60));
    let head = &review.head;
    page.kind = format!("{}, {}", names.say("Rapor desa", "Village report"), names.quarter(head.quarter));
    let figures = format!("{} {}", names.say("angka", "figures"), head.view.label(names.lang));
    page.subtitle = Words::new(shortened(&format!("{}; {figures}", names.puskesmas()), 120));
    let own: Vec<(&IndicatorReview, &VillageReview)> = indicators(review)
        .filter_map(|indicator| {
            let found = indicator.villages.iter().find(|one| *one.area == *village.area || *one.name == *village.name);
            found.map(|found| (indicator, found))
        })
        .collect();
    page.sheet.push(Section::new("", vec![Block::KeyFigures(key_figures(village, &own, review, names))]));
    page.sheet.push(Section::new(
        names.say("Capaian desa", "How the village is doing"),
        if own.is_empty() {
            vec![Block::Paragraph(Words::new(names.say("Belum ada angka.", "There are no figures yet.")))]
        } else {
            vec![Block::Table(table(village, &own, names))]
        },
    ));
    let concerned = concerned(village, review);
    let agreed: Vec<Words> = concerned.iter().map(|one| agreed(one, names)).collect();
    page.sheet.push(list(
        names.say("Yang disepakati untuk desa ini", "What was agreed for this village"),
        agreed,
        names,
    ));
    page.sheet.push(list(
        names.say("Yang diminta dari desa", "What is asked of the village"),
        asked(&concerned, &own, names),
        names,
    ));
    page.footer = vec![Words::new(format!(
        "{} {}. {}",
        names.say("Keadaan per", "As seen on"),
        names.date(head.as_of),
        names.say(
            "Peringkat 1 adalah yang terbaik di wilayah kerja Puskesmas.",
            "Rank 1 is the best in the working area of the Puskesmas."
        )
    ))];
    page
}

fn key_figures(
    village: &Village,
    own: &[(&IndicatorReview, &VillageReview)],
    review: &Review,
    names: &Names<'_>,
) -> Vec<KeyFigure> {
    let met = |wanted: bool| own.iter().filter(|(_, one)| one.assessment.verdict().met == Some(wanted)).count();
    let with = |status: Status| own.iter().filter(|(_, one)| one.assessment.verdict().status == Some(status)).count();
    let (yes, no) = (met(true), met(false));
    let mut figures = vec![
        KeyFigure::new(
            names.say("Indikator tercapai", "Targets met"),
            format!("{yes} {} {}", names.say("dari", "of"), yes + no),
            "",
        ),
        KeyFigure::new(
            names.say("Status PWS", "PWS status"),
            format!("{} {}", with(Status::Baik), Status::Baik.label(names.lang)),
            [Status::Cukup, Status::Kurang, Status::Jelek]
                .map(|status| format!("{} {}", with(status), status.label(names.lang)))
                .join(", "),
        ),
    ];
    if let Some(attendance) = &review.attendance {
        let villages = &attendance.villages;
        let has = |list: &[crate::review::VillageRef]| list.iter().any(|one| one.code.to_string() == village.area);
        let word = if has(&villages.present) {
            Some(names.say("hadir", "present"))
        } else if has(&villages.absent) {
            Some(names.say("tidak hadir", "absent"))
        } else if has(&villages.not_mentioned) {
            Some(names.say("tidak disebut", "not mentioned"))
        } else {
            None
        };
        if let Some(word) = word {
            figures.push(KeyFigure::new(
                names.say("Pemerintah desa di forum", "Village government at the forum"),
                word,
                "",
            ));
        }
    }
    let attributes: Vec<&str> = review
        .red_villages
        .iter()
        .filter(|one| *one.name == *village.name)
        .flat_map(|one| &one.attributes)
        .map(|one| one.label(names.lang))
        .collect();
    if !attributes.is_empty() {
        figures.push(KeyFigure::new(
            names.say("Perhatian khusus", "Special attention"),
            join_words(&attributes, names.lang),
            "",
        ));
    }
    figures
}

fn table(village: &Village, own: &[(&IndicatorReview, &VillageReview)], names: &Names<'_>) -> Table {
    let columns = vec![
        Column::name(names.say("Indikator", "Indicator")),
        Column::number(names.say("Capaian (orang)", "Reached")).aside(),
        Column::number(names.say("Sasaran", "Out of")).aside(),
        Column::number(names.say("Nilai", "Value")),
        Column::number(names.say("Target", "Target")).aside(),
        Column::number(names.say("Kurang", "Short by")),
        Column::number(names.say("Peringkat", "Rank")),
        Column::words(names.say("Tren", "Trend")).aside(),
        Column::words("Status"),
    ];
    let caption = format!("{} {}", names.say("Indikator Desa", "Indicators of"), village.name);
    let mut table = Table::new(names.say("indikator", "indicators"), shortened(&caption, 80), columns);
    let shown = own.get(..ROWS).unwrap_or(own);
    table.left_out = own.len() - shown.len();
    table.notes = vec![legend(names.lang)];
    table.rows = shown
        .iter()
        .map(|(indicator, one)| {
            let assessment = &one.assessment;
            let verdict = assessment.verdict();
            let (value, target) = assessment.printed(names.lang);
            let unit = match assessment.printed_unit(names.lang).as_str() {
                "%" => " %",
                _ => "",
            };
            let with_unit = |printed: Option<String>| Cell::number(printed.map(|printed| format!("{printed}{unit}")));
            let ranked = indicator.villages.iter().filter(|one| one.rank.is_some()).count();
            Row::new(vec![
                Cell::words(names.indicator(indicator)),
                verdict.numerator.map_or_else(|| Cell::words(names.say("belum lapor", "not reported")), Cell::Count),
                Cell::count(verdict.denominator),
                with_unit(value),
                with_unit(target),
                shortfall(assessment, names),
                one.rank
                    .map_or(Cell::Empty, |rank| Cell::words(format!("{rank} {} {ranked}", names.say("dari", "of")))),
                Cell::trend(verdict.trend),
                Cell::status(verdict.status),
            ])
        })
        .collect();
    table
}

/// Returns the open recommendations that name the village, or that name no village and ask villages for something.
fn concerned<'a>(village: &Village, review: &'a Review) -> Vec<&'a RecommendationReview> {
    let all = &review.recommendations;
    let mut list: Vec<&RecommendationReview> = all
        .this
        .iter()
        .chain(&all.previous)
        .chain(&all.other_open)
        .filter(|one| one.state.is_open())
        .filter(|one| match &one.villages {
            Some(villages) if !villages.codes.is_empty() => {
                villages.codes.iter().any(|code| code.to_string() == village.area)
            }
            _ => is_of_villages(one),
        })
        .collect();
    list.sort_by_key(|one| (one.overdue_days.is_none(), one.due.is_none(), one.due));
    list
}

fn is_of_villages(one: &RecommendationReview) -> bool {
    one.owners.iter().any(|owner| owner.sector == Sector::Desa)
        || one.support.iter().any(|support| support.sector == Sector::Desa)
}

fn agreed(one: &RecommendationReview, names: &Names<'_>) -> Words {
    let mut facts = vec![one.state.label(names.lang).to_owned()];
    facts.extend(one.due.map(|due| format!("{} {}", names.say("tenggat", "due"), names.date(due))));
    facts.extend(urgent(one, names));
    facts.splice(0..0, super::follow_up::first_owner(one, names));
    if let Some(villages) = one.villages.as_ref().filter(|villages| villages.codes.is_empty()) {
        // It may be meant for other villages.
        facts.extend(Some(names.villages(villages)).filter(|text| !text.is_empty()));
    }
    Words::new(shortened(&one.action, LETTERS)).quiet(format!(" ({})", facts.join(", ")))
}

/// Lists what the village government is asked for: what it owns, the support asked of it, and the people still to reach.
fn asked(
    concerned: &[&RecommendationReview],
    own: &[(&IndicatorReview, &VillageReview)],
    names: &Names<'_>,
) -> Vec<Words> {
    let mut texts: Vec<String> = Vec::new();
    // Where only a number of villages is known, nobody knows whether this one is meant.
    let is_known = |one: &&&RecommendationReview| match &one.villages {
        Some(villages) => !villages.codes.is_empty(),
        None => true,
    };
    for one in concerned.iter().filter(is_known) {
        let support = one.support.iter().filter(|support| support.sector == Sector::Desa).map(|support| &support.text);
        let own = one.owners.iter().any(|owner| owner.sector == Sector::Desa).then_some(&one.action);
        for text in support.chain(own).map(|text| shortened(text, LETTERS)) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
    let mut lacking: Vec<(i64, &IndicatorReview)> = own
        .iter()
        .filter(|(indicator, _)| !indicator.sensitive)
        .filter_map(|(indicator, one)| {
            let short = one.assessment.verdict().shortfall.filter(|people| *people > 0)?;
            (one.assessment.direction() == crate::indicator::Direction::Higher).then_some((short, *indicator))
        })
        .collect();
    lacking.sort_by_key(|(short, _)| -short);
    let mut items = Vec::new();
    for (short, indicator) in lacking.iter().take(3) {
        let people = format!("{} {}", format_count(*short, names.lang), indicator.assessment.unit().word(names.lang));
        let words = Words::new(names.say("Ajak dan antar ", "Help to reach ")).strong(people);
        items.push(words.then(format!(" {}: {}", names.say("lagi", "more"), names.indicator(indicator))));
    }
    items.extend(texts.into_iter().map(Words::new));
    items
}

fn list(heading: &str, items: Vec<Words>, names: &Names<'_>) -> Section {
    let block = if items.is_empty() {
        Block::Paragraph(Words::new(names.say("Tidak ada yang tercatat.", "None recorded.")))
    } else {
        Block::List(List::first(items, ITEMS))
    };
    Section::new(heading, vec![block])
}
