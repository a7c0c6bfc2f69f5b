//! The arithmetic in words, in Indonesian or English.

use super::answer::{Accreditation, Frequency};
use super::element::{ElementCode, ElementScore};
use crate::cadence::MeetingKind;
use crate::calendar::Month;
use crate::language::{Lang, format_count, format_date, month_name};

impl Accreditation {
    /// Says what was looked at, then the arithmetic of each element, then how often lokmin was held; one sentence each,
    /// without a full stop.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> Vec<String> {
        let elements = self.elements.iter().map(|element| element.explain(lang));
        let frequency = self.frequency.iter().map(|row| row.explain(lang));
        std::iter::once(self.explain_question(lang)).chain(elements).chain(frequency).collect()
    }

    /// Says what was looked at: the Puskesmas, the window, the scope, the day, and that interviews are not assessed.
    #[must_use]
    pub fn explain_question(&self, lang: Lang) -> String {
        let (puskesmas, scope) = (&self.puskesmas, self.scope.label(lang));
        let (from, to) = (month_words(self.window.from, lang), month_words(self.window.to, lang));
        let day = format_date(self.as_of, lang);
        match lang {
            Lang::Id => {
                format!("{puskesmas}, {from} s.d. {to}, {scope}, per {day}: hanya dokumen, wawancara tidak dinilai")
            }
            Lang::En => format!(
                "{puskesmas}, {from} to {to}, {scope}, as of {day}: documents only, interviews are not assessed"
            ),
        }
    }
}

impl ElementScore {
    /// Says the arithmetic in one sentence: "1.6.2.a: 19 dari 27 dokumen = 70,4 %: skor 10".
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        let (code, counted) = (self.element, counted(self.element, lang));
        let (Some(score), Some(percent)) = (self.score, self.percent(lang)) else {
            let nothing = nothing(self.element, lang);
            return match lang {
                Lang::Id => format!("{code}: {nothing}: tidak ada yang dinilai (TDD)"),
                Lang::En => format!("{code}: {nothing}: nothing to assess (TDD)"),
            };
        };
        let (shown, expected) = (number(self.shown, lang), number(self.expected, lang));
        match lang {
            Lang::Id => format!("{code}: {shown} dari {expected} {counted} = {percent} %: skor {score}"),
            Lang::En => format!("{code}: {shown} of {expected} {counted} = {percent} %: score {score}"),
        }
    }
}

impl Frequency {
    /// Says how often lokmin was held in the year, and the points for it.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        let (year, held) = (self.year, number(self.held, lang));
        let kind = match self.kind {
            MeetingKind::Quarterly => lang.pick("lokmin triwulanan", "quarterly forums"),
            MeetingKind::Monthly => lang.pick("lokmin bulanan", "monthly forums"),
        };
        let points = match (self.points, self.is_whole_year, self.is_provisional) {
            (Some(points), _, false) => format!("{} {points}", lang.pick("nilai PKP", "PKP points")),
            (Some(points), _, true) => {
                format!(
                    "{} {points}{}",
                    lang.pick("nilai PKP", "PKP points"),
                    lang.pick(" (sementara)", " (provisional)")
                )
            }
            (None, false, _) => {
                let reason = ("hanya sebagian tahun, tanpa nilai PKP", "only a part of the year, no PKP points");
                lang.pick(reason.0, reason.1).to_owned()
            }
            (None, true, _) => lang.pick("tanpa skala PKP", "no PKP scale").to_owned(),
        };
        match lang {
            Lang::Id => format!("{kind} {year}: {held} kali; {points}"),
            Lang::En => format!("{kind} {year}: {held}; {points}"),
        }
    }
}

/// What is counted for an element.
const fn counted(element: ElementCode, lang: Lang) -> &'static str {
    let (id, en) = match element {
        ElementCode::ForumsHeld => ("dokumen", "documents"),
        ElementCode::ProblemsDiscussed => (
            "lokmin punya notulen yang memuat masalah dan rekomendasi",
            "forums have minutes with a problem and a recommendation",
        ),
        ElementCode::FollowedUp => {
            ("rekomendasi jatuh tempo punya bukti tindak lanjut", "recommendations due have proof of follow-up")
        }
        ElementCode::DistrictFollowedUp => (
            "hal yang diteruskan ke Dinkes/TPCB dijawab resmi",
            "matters passed on to Dinkes/TPCB have an official answer",
        ),
    };
    lang.pick(id, en)
}

/// Why there is nothing to count.
const fn nothing(element: ElementCode, lang: Lang) -> &'static str {
    let (id, en) = match element {
        ElementCode::ForumsHeld => ("belum ada dokumen yang diharapkan", "no document is expected yet"),
        ElementCode::ProblemsDiscussed => ("tidak ada lokmin yang terlaksana", "no forum was held"),
        ElementCode::FollowedUp => ("tidak ada rekomendasi yang jatuh tempo", "no recommendation was due"),
        ElementCode::DistrictFollowedUp => {
            ("tidak ada yang diteruskan ke Dinkes/TPCB", "nothing was passed on to Dinkes/TPCB")
        }
    };
    lang.pick(id, en)
}

fn month_words(month: Month, lang: Lang) -> String {
    format!("{} {}", month_name(month.number(), lang), month.year())
}

fn number(number: usize, lang: Lang) -> String {
    format_count(i64::try_from(number).unwrap_or(i64::MAX), lang)
}
