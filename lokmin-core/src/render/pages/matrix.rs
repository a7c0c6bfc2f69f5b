//! *Matriks RTL*: every recommendation in one wide table; and *tagihan RTL*: for each sector what is asked of it.

use std::collections::BTreeMap;

use super::follow_up::{matrix, sector};
use super::names::Names;
use crate::render::page::{Block, Orientation, Page, Publication, Section};
use crate::render::words::Words;
use crate::review::{RecommendationReview, Review};

/// Puts the matrix together.
pub(super) fn publication(review: &Review, names: &Names<'_>) -> Publication {
    let all = &review.recommendations;
    let list: Vec<&RecommendationReview> = all.previous.iter().chain(&all.this).chain(&all.other_open).collect();
    let title = names.title(names.say("Matriks RTL", "Follow-up matrix"));
    let mut page = Page::new("", title.clone());
    page.kind =
        String::from(names.say("Rencana tindak lanjut (RTL) lintas sektor", "Follow-up of the cross-sector workshop"));
    page.subtitle = Words::new(match names.lang {
        crate::Lang::Id => format!(
            "{} rekomendasi: {} selesai, {} lewat tenggat; keadaan per {}",
            list.len(),
            list.iter().filter(|one| !one.state.is_open() && one.done_on.is_some()).count(),
            list.iter().filter(|one| one.overdue_days.is_some()).count(),
            names.date(review.head.as_of)
        ),
        crate::Lang::En => format!(
            "{} recommendations: {} done, {} overdue; as seen on {}",
            list.len(),
            list.iter().filter(|one| !one.state.is_open() && one.done_on.is_some()).count(),
            list.iter().filter(|one| one.overdue_days.is_some()).count(),
            names.date(review.head.as_of)
        ),
    });
    let blocks = if list.is_empty() {
        vec![Block::Paragraph(Words::new(names.say("Belum ada rekomendasi.", "There is no recommendation yet.")))]
    } else {
        let caption = names.say("Semua rekomendasi", "All recommendations");
        vec![Block::Table(matrix(names.say("matriks-rtl", "matrix"), caption, &list, names))]
    };
    page.sheet.push(Section::new("", blocks));
    page.annex = claims(&list, names);
    page.footer = names.sources();
    let name = names.file_name("matriks-rtl", "follow-up-matrix");
    let mut publication = Publication::new(name, title, names.lang, vec![page]);
    publication.orientation = Orientation::Landscape;
    publication
}

/// Lists for each sector what it owns and is still to be done, and what support it is asked for.
fn claims(list: &[&RecommendationReview], names: &Names<'_>) -> Vec<Section> {
    let mut by_sector: BTreeMap<(Option<crate::Sector>, String), Vec<&RecommendationReview>> = BTreeMap::new();
    for one in list.iter().filter(|one| one.state.is_open()) {
        for owner in &one.owners {
            let listed = by_sector.entry((Some(owner.sector), sector(owner, names))).or_default();
            if !listed.iter().any(|other| std::ptr::eq(*other, *one)) {
                listed.push(one);
            }
        }
        if one.owners.is_empty() {
            by_sector.entry((None, names.say("belum ada", "nobody yet").to_owned())).or_default().push(one);
        }
    }
    by_sector
        .into_iter()
        .map(|((_, name), mut owned)| {
            owned.sort_by_key(|one| (one.overdue_days.is_none(), one.due.is_none(), one.due));
            let heading = format!("{}: {name}", names.say("Tagihan RTL", "Asked of"));
            let file = format!("{}-{name}", names.say("tagihan", "asked-of"));
            let caption =
                format!("{} {name}", names.say("Yang belum selesai, penanggung jawab", "Not finished, owned by"));
            Section::new(heading, vec![Block::Table(matrix(&file, &caption, &owned, names))])
        })
        .collect()
}
