//! The pages of one forum: a review is put together, and written in every format.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;
use lokmin_core::cadence::place;
use lokmin_core::recommendation::{Act, Id, Register};
use lokmin_core::render::{Block, Format, Publication, Section, Words};
use lokmin_core::review::ReviewRequest;
use lokmin_core::{Forum, Lang};

use crate::figures::Sample;
use crate::sources::Library;

/// Who wrote the events that are made up.
const MADE_UP: &str = "contoh buatan";

/// Writes the pages of a forum for each Puskesmas that held it, and says where they are.
pub(crate) fn write(
    name: &str,
    forum: &Forum,
    library: &Library,
    as_of: Option<NaiveDate>,
    lang: Lang,
    folder: &Path,
    out: &mut impl Write,
) -> io::Result<()> {
    let say = |id: &'static str, en: &'static str| if lang == Lang::Id { id } else { en };
    let (placement, problems) = place(&forum.meeting(), library.cadence(), &library.meetings()).into_parts();
    let Some(quarter) = placement.and_then(|placement| placement.quarter) else {
        writeln!(out, "{name}: {}", say("triwulannya tidak diketahui", "its quarter is not known"))?;
        return crate::print_problems(name, &problems, lang, out);
    };
    for puskesmas in &forum.puskesmas {
        let register = library.register();
        let last = || last_day(register, puskesmas.key()).or(forum.held_on);
        let Some(as_of) = as_of.or_else(last) else {
            writeln!(out, "{name}: {}", say("tanpa tanggal; beri --as-of", "no date; give --as-of"))?;
            continue;
        };
        let sample = Sample::of(puskesmas.key()).filter(|_| library.is_shipped());
        let mut request = ReviewRequest::new(quarter, as_of);
        if let Some(sample) = &sample {
            sample.add_to(&mut request);
        }
        request.puskesmas = puskesmas.key().parse().ok();
        request.working_area = library.area_of(forum).cloned();
        request.forums = library.forums().map(|(_, forum)| forum.clone()).collect();
        request.cadence_policy = Some(library.cadence().clone());
        request.coverage_policy = Some(library.coverage().clone());
        let (review, problems) = request.run_with(register).into_parts();
        writeln!(out, "{}", puskesmas.name)?;
        if let Some(review) = review {
            let mut notice = String::new();
            if sample.is_some() {
                notice.push_str(say(
                    "ANGKA CONTOH BUATAN, bukan data nyata; target lokal juga dikarang. ",
                    "MADE-UP SAMPLE FIGURES, not real data; the local targets are made up, too. ",
                ));
            }
            if is_made_up(register, puskesmas.key()) {
                notice.push_str(say(
                    "Usulan dari berita; TINDAK LANJUTNYA CONTOH BUATAN.",
                    "Recommendations from the article; THE FOLLOW-UP IS MADE UP.",
                ));
            }
            for mut pages in [review.page(lang), review.village_reports(lang), review.follow_up_matrix(lang)] {
                warn(&mut pages, &notice);
                write_files(&pages, folder, out)?;
            }
        }
        crate::print_problems(name, &problems, lang, out)?;
    }
    Ok(())
}

/// Puts a notice on top of every page.
fn warn(publication: &mut Publication, notice: &str) {
    if notice.is_empty() {
        return;
    }
    for page in &mut publication.pages {
        page.sheet.insert(0, Section::new("", vec![Block::Notice(Words::default().strong(notice.trim()))]));
    }
}

/// Writes every format; pages beside each other, short texts and tables in folders of their own.
fn write_files(publication: &Publication, folder: &Path, out: &mut impl Write) -> io::Result<()> {
    for format in Format::ALL {
        let folder = match format {
            Format::Html | Format::Markdown => folder.to_owned(),
            _ => folder.join(format.as_str()),
        };
        fs::create_dir_all(&folder)?;
        for file in publication.files(*format) {
            let path = folder.join(&file.name);
            fs::write(&path, &file.text)?;
            if *format == Format::Html {
                writeln!(out, "  {}", path.display())?;
            }
        }
    }
    Ok(())
}

/// Returns the recommendations that bind a Puskesmas.
fn binding<'a>(register: &'a Register, puskesmas: &'a str) -> impl Iterator<Item = &'a Id> {
    let binds = move |id: &&Id| {
        register.events_of(id).any(|event| match &event.act {
            Act::Propose(proposing) => {
                proposing.content.puskesmas.as_slice().iter().any(|one| one.as_str() == puskesmas)
            }
            _ => false,
        })
    };
    register.ids().filter(binds)
}

/// The day of the last event of a Puskesmas.
fn last_day(register: &Register, puskesmas: &str) -> Option<NaiveDate> {
    binding(register, puskesmas).flat_map(|id| register.events_of(id)).map(|event| event.on).max()
}

/// Whether some of its events are made up.
fn is_made_up(register: &Register, puskesmas: &str) -> bool {
    let mut events = binding(register, puskesmas).flat_map(|id| register.events_of(id));
    events.any(|event| event.by.as_ref().is_some_and(|by| by.as_str() == MADE_UP))
}
