//! The annex: everything that the sheet has no room for.

use super::figures::{Written, pws_chart, pws_table, summary_table};
use super::follow_up::{sector, table};
use super::names::{Names, indicators};
use super::sheet::obstacle;
use crate::assess::{Ratio, print_ratio};
use crate::forum::Participation;
use crate::language::{format_count, join_words};
use crate::recommendation::FigureRow;
use crate::render::page::{Block, Cell, Column, List, Row, Section, Table};
use crate::render::words::Words;
use crate::review::{AttendanceReview, RecommendationReview, Review, VillageRef};

/// Puts the annex together.
pub(super) fn sections<'a>(review: &'a Review, names: &Names<'a>) -> Vec<Section> {
    let mut annex = Vec::new();
    if indicators(review).next().is_some() {
        let mut blocks = vec![Block::Table(summary_table(indicators(review), names))];
        if !review.red_villages.is_empty() {
            blocks.push(Block::Table(red_villages(review, names)));
        }
        annex.push(Section::new(names.say("Indikator", "Indicators"), blocks));
    }
    for one in indicators(review) {
        let code = one.assessment.indicator();
        let mut blocks = vec![Block::Paragraph(Words::new(format!("{}.", one.assessment.explain(names.lang))))];
        let written = Written::of(one, names);
        if let Some(chart) = pws_chart(one, &written, false, names) {
            blocks.push(chart);
        }
        if !one.villages.is_empty() {
            blocks.push(Block::Table(pws_table(one, &written, names)));
        }
        annex.push(Section::new(format!("{code}: {}", names.indicator(one)), blocks));
    }
    if let Some(attendance) = &review.attendance {
        annex.push(Section::new(names.say("Kehadiran", "Attendance"), attended(attendance, names)));
    }
    annex.extend(obstacles(review, names));
    annex.extend(recommendations(review, names));
    if !review.recommendations.agenda.is_empty() {
        let table = Block::Table(agenda(review, names));
        annex.push(Section::new(names.say("Agenda forum berikut", "Agenda of the next forum"), vec![table]));
    }
    if !review.figures_presented.is_empty() {
        let table = Block::Table(presented(review, names));
        annex.push(Section::new(
            names.say("Angka di forum dan angka sekarang", "Figures shown and figures of today"),
            vec![table],
        ));
    }
    if !review.outcomes_not_itemised.is_empty() {
        let items = review.outcomes_not_itemised.iter().map(|text| Words::new(text.as_str())).collect();
        let heading = names.say("Hasil yang tidak dirinci", "Outcomes that nobody itemised");
        annex.push(Section::new(heading, vec![Block::List(List::new(items))]));
    }
    if review.evidence.iter().any(|forum| !forum.missing.is_empty()) {
        let table = Block::Table(evidence(review, names));
        annex.push(Section::new(names.say("Bukti yang belum ada", "Documents still missing"), vec![table]));
    }
    annex
}

fn red_villages(review: &Review, names: &Names<'_>) -> Table {
    let columns = vec![
        Column::name(names.say("Desa", "Village")),
        Column::number(names.say("Belum tercapai", "Not met")),
        Column::number(names.say("Dinilai", "Judged")),
        Column::number(names.say("Jelek", "Bad")),
        Column::words(names.say("Indikator yang belum tercapai (orang)", "Indicators not met (people)")),
        Column::words(names.say("Catatan", "Remarks")),
    ];
    let caption = names.say("Desa menurut banyaknya indikator yang belum tercapai", "Villages by indicators not met");
    let mut table = Table::new(names.say("desa-merah", "red-villages"), caption, columns);
    table.rows = review
        .red_villages
        .iter()
        .map(|village| {
            let count = |count: usize| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
            let lacking: Vec<String> = village
                .indicators
                .iter()
                .map(|one| match one.shortfall {
                    Some(people) => {
                        let people = format_count(people, names.lang);
                        format!("{} ({} {people})", one.indicator, names.lacking(one.indicator))
                    }
                    None => one.indicator.to_string(),
                })
                .collect();
            let attributes: Vec<&str> = village.attributes.iter().map(|one| one.label(names.lang)).collect();
            Row::new(vec![
                Cell::words(village.name.as_str()),
                count(village.not_met),
                count(village.judged),
                count(village.jelek),
                Cell::words(lacking.join(", ")),
                if attributes.is_empty() { Cell::Empty } else { Cell::words(join_words(&attributes, names.lang)) },
            ])
        })
        .collect();
    table
}

fn attended(attendance: &AttendanceReview, names: &Names<'_>) -> Vec<Block> {
    let columns = vec![
        Column::name(names.say("Sektor", "Sector")),
        Column::words(names.say("Kehadiran", "Attendance")),
        Column::words(names.say("Oleh", "By")),
        Column::words(names.say("Diundang", "Invited")),
    ];
    let mut table = Table::new(
        names.say("kehadiran-sektor", "sectors-present"),
        names.say("Sektor yang seharusnya hadir", "Sectors that should be there"),
        columns,
    );
    table.rows = attendance
        .sectors
        .iter()
        .map(|one| {
            let sectors: Vec<&str> = one.any_of.iter().map(|sector| sector.label(names.lang)).collect();
            let name = one.name.as_ref().map_or_else(|| sectors.join(" / "), ToString::to_string);
            let apology = if one.apology { names.say(", minta maaf", ", apologised") } else { "" };
            Row::new(vec![
                Cell::words(name),
                Cell::words(format!("{}{apology}", one.status.label(names.lang))),
                participations(&one.by, names),
                one.invited.map_or(Cell::Empty, |invited| {
                    Cell::words(if invited { names.say("ya", "yes") } else { names.say("tidak", "no") })
                }),
            ])
        })
        .collect();
    let heads = format_count(i64::try_from(attendance.heads).unwrap_or(i64::MAX), names.lang);
    let mut note = match names.lang {
        crate::Lang::Id => {
            format!("{heads} orang diketahui hadir; {} baris tanpa jumlah", attendance.rows_without_count)
        }
        crate::Lang::En => {
            format!("{heads} people known to be there; {} rows without a number", attendance.rows_without_count)
        }
    };
    note.push_str(if attendance.list_complete {
        names.say("; daftar hadir lengkap.", "; the list is complete.")
    } else {
        names.say(
            "; daftar hadir tidak lengkap: yang tidak disebut belum tentu tidak hadir.",
            "; the list is not complete: who is not mentioned may have been there.",
        )
    });
    table.notes.push(Words::new(note));
    let mut blocks = vec![Block::Table(table)];
    if !attendance.others.is_empty() {
        let others: Vec<String> = attendance.others.iter().map(|one| participation(one, names)).collect();
        let heading = names.say("Juga hadir: ", "Also there: ");
        blocks.push(Block::Paragraph(Words::default().strong(heading.trim()).then(format!(" {}.", others.join("; ")))));
    }
    let villages = &attendance.villages;
    let mut items = Vec::new();
    let mut item = |label: &str, list: &[VillageRef]| {
        if !list.is_empty() {
            let list_of_names: Vec<String> = list.iter().map(village).collect();
            items.push(
                Words::default()
                    .strong(format!("{label} ({})", list.len()))
                    .then(format!(": {}", list_of_names.join(", "))),
            );
        }
    };
    item(names.say("Hadir", "Present"), &villages.present);
    item(names.say("Tidak hadir", "Absent"), &villages.absent);
    item(names.say("Tidak disebut", "Not mentioned"), &villages.not_mentioned);
    item(names.say("Dari luar wilayah kerja", "From outside the working area"), &villages.outside);
    if !items.is_empty() {
        blocks.push(Block::Heading(names.say("Desa", "Villages").to_owned()));
        blocks.push(Block::List(List::new(items)));
    }
    blocks
}

fn village(one: &VillageRef) -> String {
    one.name.as_ref().map_or_else(|| one.code.to_string(), ToString::to_string)
}

fn participations(list: &[Participation], names: &Names<'_>) -> Cell {
    if list.is_empty() {
        return Cell::Empty;
    }
    Cell::Lines(list.iter().map(|one| Words::new(participation(one, names))).collect())
}

fn participation(one: &Participation, names: &Names<'_>) -> String {
    use crate::forum::Way;
    match (&one.stands_in_for, one.way) {
        (Some(principal), _) => format!("{} {} {principal}", one.who, names.say("mewakili", "for")),
        (None, Way::Official | Way::Institution) => one.who.clone(),
        (None, way) => {
            let office = one.office.as_ref().map_or_else(String::new, |office| format!(": {office}"));
            format!("{} ({}{office})", one.who, way.label(names.lang))
        }
    }
}

fn obstacles(review: &Review, names: &Names<'_>) -> Option<Section> {
    let mut blocks = Vec::new();
    for (heading, list) in [
        (names.say("Forum triwulan ini", "The forum of this quarter"), &review.obstacles.this),
        (names.say("Forum sebelumnya", "The forum before"), &review.obstacles.previous),
    ] {
        if list.is_empty() {
            continue;
        }
        let items = list
            .iter()
            .map(|one| {
                let category = format!("{}: ", one.category.label(names.lang));
                let mut words = Words::default().quiet(category).and(obstacle(one, usize::MAX, names));
                for linked in &one.recommendations {
                    words = words.then(format!(" → {} [{}]", linked.action, linked.state.label(names.lang)));
                }
                words
            })
            .collect();
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.push(Block::List(List::new(items)));
    }
    (!blocks.is_empty()).then(|| Section::new(names.say("Hambatan", "Obstacles"), blocks))
}

fn recommendations(review: &Review, names: &Names<'_>) -> Option<Section> {
    let all = &review.recommendations;
    let mut blocks = Vec::new();
    let lists: [(&str, &str, &[RecommendationReview]); 3] = [
        (
            names.say("rekomendasi-forum-lalu", "recommendations-last-forum"),
            names.say("Rekomendasi forum lalu", "Recommendations of the last forum"),
            &all.previous,
        ),
        (
            names.say("rekomendasi-forum-ini", "recommendations-this-forum"),
            names.say("Rekomendasi forum triwulan ini", "Recommendations of the forum of this quarter"),
            &all.this,
        ),
        (
            names.say("rekomendasi-lain", "recommendations-other"),
            names.say("Rekomendasi lain yang masih terbuka", "Other recommendations still open"),
            &all.other_open,
        ),
    ];
    for (name, caption, list) in lists {
        if !list.is_empty() {
            blocks.push(Block::Table(table(name, caption, list, names)));
        }
    }
    if blocks.is_empty() {
        return None;
    }
    blocks.push(Block::Table(figures(review, names)));
    Some(Section::new(names.say("Rekomendasi", "Recommendations"), blocks))
}

fn agenda(review: &Review, names: &Names<'_>) -> Table {
    let columns = vec![
        Column::number(names.say("No.", "No.")),
        Column::name(names.say("Yang dibahas", "What to look at")),
        Column::words(names.say("Mengapa", "Why")),
        Column::words(names.say("Penanggung jawab", "Owner")),
        Column::words(names.say("Tenggat", "Due")),
    ];
    let caption = names.say("Yang harus dibahas di forum berikut", "What the next forum has to look at");
    let mut table = Table::new("agenda", caption, columns);
    let list = review.recommendations.agenda.iter().zip(1..);
    table.rows = list
        .map(|(item, number)| {
            let one = &item.recommendation;
            let reasons: Vec<&str> = item.reasons.iter().map(|reason| reason.label(names.lang)).collect();
            let owners: Vec<Words> = one.owners.iter().map(|owner| Words::new(sector(owner, names))).collect();
            Row::new(vec![
                Cell::Count(number),
                Cell::words(one.action.as_str()),
                Cell::words(join_words(&reasons, names.lang)),
                if owners.is_empty() { Cell::Empty } else { Cell::Lines(owners) },
                Cell::date(one.due),
            ])
        })
        .collect();
    table
}

fn figures(review: &Review, names: &Names<'_>) -> Table {
    let columns = vec![
        Column::name(names.say("Sektor", "Sector")),
        Column::number(names.say("Semua", "All")),
        Column::number(names.say("Terbuka", "Open")),
        Column::number(names.say("Selesai", "Done")),
        Column::number(names.say("Terverifikasi", "Verified")),
        Column::number(names.say("Lewat tenggat", "Overdue")),
        Column::number(names.say("Menunggu jawaban", "Without a reply")),
        Column::number(names.say("Dilanjutkan", "Carried over")),
    ];
    let mut table = Table::new(
        names.say("rekomendasi-per-sektor", "recommendations-by-sector"),
        names.say(
            "Semua rekomendasi menurut sektor penanggung jawab",
            "All recommendations by the sector that owns them",
        ),
        columns,
    );
    let row = |name: String, row: &FigureRow| {
        let numbers =
            [row.total, row.open, row.done, row.verified, row.overdue, row.escalated_without_reply, row.carried_over];
        let numbers = numbers.map(|number| Cell::Count(i64::try_from(number).unwrap_or(i64::MAX)));
        std::iter::once(Cell::words(name)).chain(numbers).collect::<Vec<_>>()
    };
    let figures = &review.recommendations.figures;
    table.rows = figures
        .rows
        .iter()
        .map(|one| {
            let name = match &one.key {
                Some(key) => {
                    key.parse::<crate::Sector>().map_or_else(|_| key.clone(), |one| one.label(names.lang).to_owned())
                }
                None => names.say("belum ada", "nobody yet").to_owned(),
            };
            Row::new(row(name, one))
        })
        .collect();
    table.rows.push(Row::total(row(names.say("Semua", "All").to_owned(), &figures.all)));
    table.notes.push(Words::new(names.say(
        "Rekomendasi dengan beberapa penanggung jawab dihitung di setiap sektornya, dan sekali dalam jumlah semua.",
        "A recommendation with several owners counts for each of them, and once in the sum.",
    )));
    table
}

fn presented(review: &Review, names: &Names<'_>) -> Table {
    let columns = vec![
        Column::name(names.say("Indikator", "Indicator")),
        Column::words(names.say("Wilayah", "Area")),
        Column::words(names.say("Periode", "Time")),
        Column::words(names.say("Ditampilkan di forum", "Shown at the forum")),
        Column::words(names.say("Sekarang", "Today")),
        Column::words(names.say("Perbandingan", "Comparison")),
    ];
    let mut table = Table::new(
        names.say("angka-di-forum", "figures-shown"),
        names.say(
            "Angka yang ditampilkan di forum, di samping angka sekarang",
            "Figures shown at the forum beside those of today",
        ),
        columns,
    );
    table.rows = review
        .figures_presented
        .iter()
        .map(|one| {
            let name = one.code.map_or_else(|| one.indicator.to_string(), |code| names.indicator_of(code.as_str()));
            let area = match (&one.area_name, one.area) {
                (Some(name), _) => name.to_string(),
                (None, Some(code)) => names.village(&code.to_string()),
                (None, None) => names.say("wilayah kerja", "working area").to_owned(),
            };
            let shown =
                figure(one.shown.numerator, one.shown.denominator, one.shown.value.map(Ratio::of_decimal), names);
            let shown = shown.or_else(|| one.text.as_ref().map(ToString::to_string));
            let now = one.now.and_then(|now| figure(now.numerator, now.denominator, now.value, names));
            let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::words);
            let words = Words::default();
            let verdict = one.comparison.label(names.lang);
            Row::new(vec![
                Cell::words(name),
                Cell::words(area),
                text(one.span.as_ref().map(|span| names.span(span))),
                text(shown),
                text(now),
                Cell::Words(match one.comparison {
                    crate::review::FigureComparison::Differs => words.strong(verdict),
                    _ => words.then(verdict),
                }),
            ])
        })
        .collect();
    table
}

/// Writes a figure: `35 / 57 = 61,4`.
fn figure(numerator: Option<i64>, denominator: Option<i64>, value: Option<Ratio>, names: &Names<'_>) -> Option<String> {
    let count = |count: i64| format_count(count, names.lang);
    let mut text = match (numerator, denominator) {
        (Some(numerator), Some(denominator)) => format!("{} / {}", count(numerator), count(denominator)),
        (Some(one), None) | (None, Some(one)) => count(one),
        (None, None) => String::new(),
    };
    if let Some(value) = value {
        let printed = print_ratio(value, 1, names.lang);
        text = if text.is_empty() { printed } else { format!("{text} = {printed}") };
    }
    (!text.is_empty()).then_some(text)
}

fn evidence(review: &Review, names: &Names<'_>) -> Table {
    let columns = vec![
        Column::name(names.say("Forum", "Forum")),
        Column::words(names.say("Dokumen", "Document")),
        Column::words(names.say("Keadaan", "What is known")),
    ];
    let mut table = Table::new(
        names.say("bukti-belum-ada", "documents-missing"),
        names.say(
            "Dokumen yang diminta akreditasi dan belum ada",
            "Documents that accreditation asks for and nobody has",
        ),
        columns,
    );
    for forum in &review.evidence {
        for one in &forum.missing {
            table.rows.push(Row::new(vec![
                Cell::words(names.quarter(forum.quarter)),
                Cell::words(one.kind.label(names.lang)),
                Cell::words(one.state.label(names.lang)),
            ]));
        }
    }
    table
}
