//! One forum as a Puskesmas head wants to see it.

use std::io::{self, Write};

use chrono::{Datelike, NaiveDate};
use lokmin_core::cadence::{DueWindow, Placement, evaluate, place};
use lokmin_core::calendar::{Basis, StatedSpan};
use lokmin_core::forum::{
    Coverage, CoverageStatus, EvidenceKind, EvidenceState, Participation, SourceKind, Way, sector_coverage,
};
use lokmin_core::language::{format_date, join_words, month_name, weekday_name};
use lokmin_core::{Forum, Lang, Problems, Quarter, RegionCode, WorkingArea};

use crate::figures::Sample;
use crate::sources::Library;

/// Everything that one page shows.
pub(crate) struct Page<'a> {
    name: &'a str,
    forum: &'a Forum,
    library: &'a Library,
    as_of: Option<NaiveDate>,
    lang: Lang,
}

impl<'a> Page<'a> {
    pub(crate) const fn new(
        name: &'a str,
        forum: &'a Forum,
        library: &'a Library,
        as_of: Option<NaiveDate>,
        lang: Lang,
    ) -> Self {
        Self { name, forum, library, as_of, lang }
    }

    pub(crate) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let forum = self.forum;
        let names: Vec<&str> = forum.puskesmas.iter().map(|puskesmas| puskesmas.name.as_str()).collect();
        let title = join_words(&names, self.lang);
        writeln!(out, "{title}\n{}", "─".repeat(title.chars().count()))?;
        self.line(out, "Sumber", "Source", &self.source())?;
        self.line(out, "Tempat", "Venue", &forum.venue.as_deref().map_or_else(|| self.unknown(), str::to_owned))?;
        let meetings = self.library.meetings();
        let (placement, problems) = place(&forum.meeting(), self.library.cadence(), &meetings).into_parts();
        if let Some(placement) = &placement {
            self.print_placement(placement, out)?;
        }
        let area = self.library.area_of(forum);
        let coverage = sector_coverage(forum, self.library.coverage(), area);
        self.print_sectors(&coverage, out)?;
        self.print_villages(&coverage, area, out)?;
        self.print_discussion(out)?;
        self.print_evidence(out)?;
        let other = placement.as_ref().and_then(|placement| placement.other_reading);
        self.print_next(other.map(|other| other.quarter), out)?;
        self.print_notes(&problems, out)?;
        for puskesmas in &forum.puskesmas {
            crate::register::print(self.library.register(), puskesmas.key(), self.as_of, self.lang, out)?;
        }
        for sample in forum.puskesmas.iter().filter_map(|puskesmas| Sample::of(puskesmas.key())) {
            if self.library.is_shipped() {
                sample.print(area, self.lang, out)?;
            }
        }
        writeln!(out)
    }

    /// Picks the text of the page's language.
    fn say<'t>(&self, id: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    fn unknown(&self) -> String {
        self.say("tidak disebut", "not stated").to_owned()
    }

    fn line(&self, out: &mut impl Write, id: &str, en: &str, text: &str) -> io::Result<()> {
        writeln!(out, "  {:<18} {text}", self.say(id, en))
    }

    fn item(out: &mut impl Write, text: &str) -> io::Result<()> {
        writeln!(out, "  {:<18} {text}", "")
    }

    fn source(&self) -> String {
        let Some(source) = &self.forum.source else { return self.name.to_owned() };
        let kind = source.kind.label(self.lang);
        let warning = match source.kind {
            SourceKind::Article => self.say(" (bukan dokumen forum)", " (not a document of the forum)"),
            _ => "",
        };
        format!("{} — {kind}{warning}", self.name)
    }

    fn print_placement(&self, placement: &Placement, out: &mut impl Write) -> io::Result<()> {
        let quarter = placement.quarter.map_or_else(|| self.unknown(), |quarter| self.quarter(quarter));
        let basis = placement.basis.map_or("", |basis| basis.label(self.lang));
        self.line(out, "Dihitung untuk", "Counts for", &format!("{quarter}, {basis}"))?;
        if let Some(other) = placement.other_reading {
            let days = other.days_late;
            let text = match self.lang {
                Lang::Id => format!("{}, terlambat {days} hari", self.quarter(other.quarter)),
                Lang::En => format!("{}, {days} days late", self.quarter(other.quarter)),
            };
            self.line(out, "Bacaan lain", "Other reading", &text)?;
        }
        self.line(out, "Label", "Label", &self.label(placement))?;
        self.line(out, "Hari", "Day", &self.day())?;
        self.line(out, "Jadwal", "Schedule", &self.schedule(placement))?;
        let convention = self.library.cadence().label_convention();
        let reviewed = self.forum.reviewed_span(placement.quarter, convention);
        self.line(out, "Ditinjau", "Reviewed", &self.span(reviewed.as_ref()))?;
        self.line(out, "Direncanakan", "Planned", &self.span(self.forum.planned.as_ref()))
    }

    fn quarter(&self, quarter: Quarter) -> String {
        let roman = ["I", "II", "III", "IV"].get(quarter.number() as usize - 1).copied().unwrap_or_default();
        match self.lang {
            Lang::Id => format!("triwulan {roman} {}", quarter.year()),
            Lang::En => format!("Q{} {}", quarter.number(), quarter.year()),
        }
    }

    fn label(&self, placement: &Placement) -> String {
        let Some(label) = &self.forum.label else {
            return self.say("tidak ada; yang berlaku tanggalnya", "none; the date decides").to_owned();
        };
        match (placement.label_quarter, placement.date_quarter) {
            (Some(by_label), Some(by_date)) if by_label == by_date => {
                format!(
                    "{label} = {}, {}",
                    self.quarter(by_label),
                    self.say("sama dengan tanggalnya", "as the date says")
                )
            }
            (Some(by_label), Some(by_date)) => format!(
                "{label} = {}; {} {}",
                self.quarter(by_label),
                self.say("tanggalnya", "the date is in"),
                self.quarter(by_date)
            ),
            (Some(by_label), None) => format!("{label} = {}", self.quarter(by_label)),
            (None, _) => format!("{label} {}", self.say("(tidak terbaca)", "(cannot be read)")),
        }
    }

    fn day(&self) -> String {
        let Some(date) = self.forum.held_on else { return self.unknown() };
        let day = format!("{}, {}", weekday_name(date.weekday(), self.lang), format_date(date, self.lang));
        let Some(text) = &self.forum.held_on_text else { return day };
        let reading = lokmin_core::calendar::parse_date(text, Some(date.year()));
        let fits = reading.problems().is_empty() && reading.value().is_some_and(|reading| reading.date() == date);
        let verdict = if fits { self.say("cocok", "they agree") } else { self.say("TIDAK cocok", "they do NOT agree") };
        format!("{day}; {} `{text}`: {verdict}", self.say("tertulis", "written"))
    }

    fn schedule(&self, placement: &Placement) -> String {
        let Some(status) = placement.status else { return self.unknown() };
        let due = placement
            .due
            .map_or_else(String::new, |due| format!("; {} {}", self.say("jadwal", "due in"), self.month(due.from)));
        let detail = match (placement.months_off, placement.days_late) {
            (_, Some(days)) => format!(" {days} {}", self.say("hari", "days")),
            (Some(months), None) if months != 0 => {
                let count = months.abs();
                let timing = placement.timing.map_or("", |timing| timing.label(self.lang));
                format!(" ({count} {} {timing})", self.say("bulan", if count == 1 { "month" } else { "months" }))
            }
            _ => String::new(),
        };
        format!("{}{detail}{due}", status.label(self.lang))
    }

    fn month(&self, date: NaiveDate) -> String {
        format!("{} {}", month_name(date.month(), self.lang), date.year())
    }

    fn span(&self, span: Option<&StatedSpan>) -> String {
        let Some(span) = span else { return self.unknown() };
        let mut text = match span.span().map(|span| (span.months(), span.as_of())) {
            Some((Some((from, to)), _)) => {
                format!("{} – {}", self.month(from.first_day()), self.month(to.first_day()))
            }
            Some((None, Some(day))) => format!("{} {}", self.say("per", "as of"), format_date(day, self.lang)),
            _ => String::new(),
        };
        if let Some(words) = span.text() {
            let separator = if text.is_empty() { "" } else { " " };
            text = format!("{text}{separator}(`{words}`)");
        }
        match span.basis() {
            Basis::Derived => format!("{text}, {}", self.say("diturunkan, tidak dinyatakan", "derived, not stated")),
            _ => text,
        }
    }

    fn print_sectors(&self, coverage: &Coverage, out: &mut impl Write) -> io::Result<()> {
        let list = if self.forum.list_complete {
            self.say("daftar hadir lengkap", "the attendance list is complete")
        } else {
            self.say("daftar hadir tidak lengkap", "the attendance list is not complete")
        };
        self.line(out, "Sektor", "Sectors", list)?;
        for status in CoverageStatus::ALL {
            let (mut named, mut bare) = (Vec::new(), Vec::new());
            for one in coverage.requirements.iter().filter(|one| one.status == *status) {
                let sectors: Vec<&str> = one.any_of.iter().map(|sector| sector.label(self.lang)).collect();
                let sector = one.name.as_deref().map_or_else(|| sectors.join("/"), str::to_owned);
                let apology = if one.apology { self.say(" [ada permohonan maaf]", " [apology recorded]") } else { "" };
                if one.by.is_empty() {
                    bare.push(format!("{sector}{apology}"));
                } else {
                    let by: Vec<String> = one.by.iter().map(|by| self.participation(by)).collect();
                    named.push(format!("{sector}: {}{apology}", by.join("; ")));
                }
            }
            let label = status.label(self.lang);
            for line in named {
                Self::item(out, &format!("{label:<14} {line}"))?;
            }
            if !bare.is_empty() {
                Self::item(out, &format!("{label:<14} {}", bare.join(", ")))?;
            }
        }
        if !coverage.others.is_empty() {
            let others: Vec<String> = coverage
                .others
                .iter()
                .map(|one| format!("{}: {}", one.sector.label(self.lang), self.participation(one)))
                .collect();
            Self::item(out, &format!("{:<14} {}", self.say("juga hadir", "also there"), others.join("; ")))?;
        }
        if !coverage.unrecognised.is_empty() {
            let rows: Vec<&str> = coverage
                .unrecognised
                .iter()
                .filter_map(|index| self.forum.attendance.get(*index))
                .filter_map(|row| row.text.as_deref().or(row.office.as_deref()).or(row.institution.as_deref()))
                .collect();
            Self::item(out, &format!("{:<14} {}", self.say("tidak dikenal", "not recognised"), rows.join(", ")))?;
        }
        let text = match self.lang {
            Lang::Id => {
                format!("{} orang diketahui; {} baris tanpa jumlah", coverage.heads, coverage.rows_without_count)
            }
            Lang::En => {
                format!("{} people known; {} rows without a number", coverage.heads, coverage.rows_without_count)
            }
        };
        self.line(out, "Kehadiran", "Attendance", &text)
    }

    fn participation(&self, one: &Participation) -> String {
        match (&one.stands_in_for, one.way) {
            (Some(principal), _) => format!("{} {} {principal}", one.who, self.say("mewakili", "for")),
            (None, Way::Official) => one.who.clone(),
            (None, way) => {
                let office = one.office.as_ref().map_or_else(String::new, |office| format!(": {office}"));
                format!("{} ({}{office})", one.who, way.label(self.lang))
            }
        }
    }

    fn print_villages(&self, coverage: &Coverage, area: Option<&WorkingArea>, out: &mut impl Write) -> io::Result<()> {
        let villages = &coverage.villages;
        let present = villages.present.len();
        let mut text = match (villages.of, self.lang) {
            (Some(of), Lang::Id) => format!("{present} dari {of} diketahui hadir"),
            (Some(of), Lang::En) => format!("{present} of {of} known to be present"),
            (None, Lang::Id) => format!("{present} diketahui hadir; wilayah kerja tidak diketahui"),
            (None, Lang::En) => format!("{present} known to be present; the working area is not known"),
        };
        if !villages.unspecified_rows.is_empty() {
            text.push_str(
                self.say("; desa hadir tanpa disebut yang mana", "; villages were there, without saying which"),
            );
        }
        self.line(out, "Desa", "Villages", &text)?;
        let named = |codes: &[RegionCode]| -> String {
            let name = |code: &RegionCode| {
                let village = area.and_then(|area| area.villages.iter().find(|village| village.code == *code));
                village.map_or_else(|| code.to_string(), |village| village.name.to_string())
            };
            codes.iter().map(name).collect::<Vec<_>>().join(", ")
        };
        if !villages.absent.is_empty() {
            Self::item(out, &format!("{}: {}", self.say("tidak hadir", "absent"), named(&villages.absent)))?;
        }
        if let Some(assumption) = area.and_then(|area| area.assumption.as_deref()) {
            Self::item(out, &format!("{}: {assumption}", self.say("anggapan", "assumption")))?;
        }
        Ok(())
    }

    fn print_discussion(&self, out: &mut impl Write) -> io::Result<()> {
        let forum = self.forum;
        for (index, obstacle) in forum.obstacles.iter().enumerate() {
            let villages = obstacle.villages.as_ref().map_or_else(String::new, |villages| match villages.number() {
                Some(number) => format!(" [{number} {}]", self.say("desa", "villages")),
                None => self.say(" [desa tidak disebut yang mana]", " [villages not named]").to_owned(),
            });
            let label = if index == 0 { self.say("Hambatan", "Obstacles") } else { "" };
            writeln!(out, "  {label:<18} {}: {}{villages}", obstacle.category.label(self.lang), obstacle.text)?;
        }
        for (index, figure) in forum.stated_figures.iter().enumerate() {
            let label = if index == 0 { self.say("Angka disebut", "Figures stated") } else { "" };
            let area = figure.area_text.as_deref().unwrap_or_default();
            let ambiguous = if figure.ambiguous { self.say("; AMBIGU", "; AMBIGUOUS") } else { "" };
            writeln!(out, "  {label:<18} `{}` — {area}{ambiguous}", figure.quote)?;
        }
        for outcome in &forum.outcomes_not_itemised {
            self.line(out, "Hasil tak dirinci", "Not itemised", outcome)?;
        }
        Ok(())
    }

    fn print_evidence(&self, out: &mut impl Write) -> io::Result<()> {
        for (index, state) in EvidenceState::ALL.iter().enumerate() {
            let pieces: Vec<&str> = EvidenceKind::ALL
                .iter()
                .filter(|kind| self.forum.evidence_state(**kind) == *state)
                .map(|kind| kind.label(self.lang))
                .collect();
            let pieces = if pieces.is_empty() { "–".to_owned() } else { pieces.join(", ") };
            let label = if index == 0 { self.say("Bukti", "Evidence") } else { "" };
            writeln!(out, "  {label:<18} {}: {pieces}", state.label(self.lang))?;
        }
        Ok(())
    }

    /// Prints when the next forum is due, and when it would be if the forum counted for its other quarter.
    fn print_next(&self, other: Option<Quarter>, out: &mut impl Write) -> io::Result<()> {
        let Some(as_of) = self.as_of.or(self.forum.held_on) else { return Ok(()) };
        for puskesmas in &self.forum.puskesmas {
            let cadence = evaluate(&self.library.meetings(), puskesmas.key(), self.library.cadence(), None, as_of);
            let Some(due) = cadence.value().and_then(|cadence| cadence.next_due) else { continue };
            let seen = self.say("dilihat per", "as seen on");
            let text = format!("{}; {seen} {}", self.window(due), format_date(as_of, self.lang));
            self.line(out, "Tenggat berikut", "Next due", &text)?;
        }
        let policy = self.library.cadence();
        if let Some(other) = other
            && let Some(due) = other.next().and_then(|next| policy.due_window(next))
        {
            let text = match self.lang {
                Lang::Id => format!("bila dihitung untuk {}: {}", self.quarter(other), self.window(due)),
                Lang::En => format!("if it counts for {}: {}", self.quarter(other), self.window(due)),
            };
            Self::item(out, &text)?;
        }
        Ok(())
    }

    fn window(&self, due: DueWindow) -> String {
        let (from, to) = (format_date(due.from, self.lang), format_date(due.to, self.lang));
        format!("{from} {} {to} ({})", self.say("sampai", "to"), self.quarter(due.quarter))
    }

    fn print_notes(&self, problems: &Problems, out: &mut impl Write) -> io::Result<()> {
        for (index, problem) in problems.iter().enumerate() {
            let label = if index == 0 { self.say("Perlu dilihat", "To look at") } else { "" };
            writeln!(out, "  {label:<18} {}  {}  {}", problem.path(), problem.code(), problem.message(self.lang))?;
        }
        Ok(())
    }
}
