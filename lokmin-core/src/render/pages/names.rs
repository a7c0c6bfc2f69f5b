//! How a review names things: villages, quarters, days, indicators, sources.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use crate::Lang;
use crate::assess::View;
use crate::calendar::{Basis, Month, Quarter, StatedSpan};
use crate::forum::Villages;
use crate::indicator::{Direction, IndicatorCode};
use crate::language::{format_date, join_words, month_name, weekday_name};
use crate::render::Words;
use crate::render::format::file_stem;
use crate::review::{IndicatorReview, Review, ReviewForum, VillageRef};

/// The most villages that a text names before it counts the rest.
const MOST_NAMED: usize = 4;

/// How one review names things in one language.
pub(super) struct Names<'a> {
    pub(super) lang: Lang,
    review: &'a Review,
    villages: BTreeMap<String, &'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn new(review: &'a Review, lang: Lang) -> Self {
        let mut villages = BTreeMap::new();
        for one in village_refs(review) {
            if let Some(name) = &one.name {
                villages.insert(one.code.to_string(), name.as_str());
            }
        }
        for one in &review.red_villages {
            if let Some(code) = one.code {
                villages.insert(code.to_string(), one.name.as_str());
            }
        }
        for one in indicators(review).flat_map(|indicator| &indicator.villages) {
            villages.insert(one.area.to_string(), one.name.as_str());
        }
        Self { lang, review, villages }
    }

    pub(super) const fn say<T: Copy>(&self, id: T, en: T) -> T {
        self.lang.pick(id, en)
    }

    /// Returns the name of a village by its code, or the code.
    pub(super) fn village(&self, code: &str) -> String {
        self.villages.get(code).map_or_else(|| code.to_owned(), |name| (*name).to_owned())
    }

    /// Names the first villages that a text means, and counts the others; nothing where it does not say.
    pub(super) fn villages(&self, villages: &Villages) -> String {
        self.named_villages(villages, MOST_NAMED)
    }

    /// Names all villages that a text means; nothing where it does not say.
    pub(super) fn all_villages(&self, villages: &Villages) -> String {
        self.named_villages(villages, usize::MAX)
    }

    fn named_villages(&self, villages: &Villages, most: usize) -> String {
        let mut named: Vec<String> = villages.codes.iter().map(|code| self.village(&code.to_string())).collect();
        let number = villages.number().and_then(|number| usize::try_from(number).ok()).unwrap_or(named.len());
        let rest = number.saturating_sub(named.len().min(most));
        named.truncate(most);
        if named.is_empty() {
            return match (&villages.text, number) {
                (Some(text), _) => text.to_string(),
                (None, 0) => String::new(),
                (None, number) => format!("{number} {}", self.say("desa", "villages")),
            };
        }
        if rest > 0 {
            named.push(format!("{rest} {}", self.say("desa lain", "other villages")));
        }
        join_words(&named, self.lang)
    }

    /// Returns the name of an indicator: the one that a villager understands, or the English one.
    pub(super) fn indicator(&self, indicator: &'a IndicatorReview) -> &'a str {
        self.say(&indicator.lay_name, &indicator.name_en)
    }

    /// Returns the name of an indicator by its code, or the code.
    pub(super) fn indicator_of(&self, code: &str) -> String {
        let found = indicators(self.review).find(|one| one.assessment.indicator().as_str() == code);
        found.map_or_else(|| code.to_owned(), |one| self.indicator(one).to_owned())
    }

    /// Returns the word for people lacking, or too many, of an indicator.
    pub(super) fn lacking(&self, code: IndicatorCode) -> &'static str {
        let found = indicators(self.review).find(|one| one.assessment.indicator() == code);
        match found.map(|one| one.assessment.direction()) {
            Some(Direction::Lower) => self.say("lebih", "over by"),
            _ => self.say("kurang", "short by"),
        }
    }

    /// Writes a quarter as it stands within a sentence.
    pub(super) fn quarter(&self, quarter: Quarter) -> String {
        View::Quarter(quarter).label(self.lang).replacen("Triwulan", "triwulan", 1)
    }

    /// Names the page: what it is, of whom, when.
    pub(super) fn title(&self, kind: &str) -> String {
        let colon = if kind.is_empty() { "" } else { ": " };
        format!("{kind}{colon}{}, {}", self.puskesmas(), self.quarter(self.review.head.quarter))
    }

    /// Names the Puskesmas.
    pub(super) fn puskesmas(&self) -> &str {
        let none = self.say("Puskesmas (tidak disebut)", "Puskesmas (not stated)");
        self.review.head.puskesmas.as_ref().map_or(none, |puskesmas| &puskesmas.name)
    }

    /// Returns the stem of the file names.
    pub(super) fn file_name(&self, id: &str, en: &str) -> String {
        let puskesmas = self.review.head.puskesmas.as_ref().map_or("", |puskesmas| &puskesmas.name);
        file_stem(&[self.say(id, en), puskesmas, &self.review.head.quarter.to_string()])
    }

    pub(super) fn date(&self, date: NaiveDate) -> String {
        format_date(date, self.lang)
    }

    pub(super) fn weekday(&self, date: NaiveDate) -> String {
        format!("{}, {}", weekday_name(date.weekday(), self.lang), self.date(date))
    }

    pub(super) fn month(&self, month: Month) -> String {
        format!("{} {}", month_name(month.number(), self.lang), month.year())
    }

    /// Writes a time that a forum looks at.
    pub(super) fn span(&self, span: &StatedSpan) -> String {
        let mut text = match span.span().map(|span| (span.months(), span.as_of())) {
            Some((Some((from, to)), _)) if from == to => self.month(from),
            Some((Some((from, to)), _)) if from.year() == to.year() => {
                format!("{}–{}", month_name(from.number(), self.lang), self.month(to))
            }
            Some((Some((from, to)), _)) => format!("{}–{}", self.month(from), self.month(to)),
            Some((None, Some(day))) => format!("{} {}", self.say("per", "as of"), self.date(day)),
            _ => span.text().map_or_else(String::new, ToString::to_string),
        };
        if span.basis() == Basis::Derived {
            text.push_str(self.say(" (diturunkan)", " (derived)"));
        }
        text
    }

    /// Says when and where a forum was held.
    pub(super) fn forum(&self, forum: &ReviewForum) -> String {
        let mut parts = Vec::new();
        if let Some(date) = forum.date {
            let word =
                if forum.planned { self.say("direncanakan", "planned for") } else { self.say("forum", "held on") };
            parts.push(format!("{word} {}", self.weekday(date)));
        }
        parts.extend(forum.venue.iter().map(ToString::to_string));
        if !forum.joint_with.is_empty() {
            let others: Vec<&str> = forum.joint_with.iter().map(|one| one.name.as_str()).collect();
            parts.push(format!("{} {}", self.say("bersama", "together with"), join_words(&others, self.lang)));
        }
        parts.join(", ")
    }

    /// Says where the facts come from, and what is assumed.
    pub(super) fn sources(&self) -> Vec<Words> {
        let head = &self.review.head;
        let mut lines = Vec::new();
        for forum in [&head.forum, &head.previous_forum].into_iter().flatten() {
            let Some(source) = &forum.source else { continue };
            let mut text = format!(
                "{} {}: {}",
                self.say("Sumber forum", "Source of the forum of"),
                self.quarter(forum.quarter),
                source.kind.label(self.lang)
            );
            for part in [&source.title, &source.publisher].into_iter().flatten() {
                let _ = write!(text, ", {part}");
            }
            if let Some(dated) = source.dated {
                let _ = write!(text, ", {}", self.date(dated));
            }
            lines.push(Words::new(text));
        }
        if let Some(source) = &head.area_source {
            lines.push(Words::new(format!("{}: {source}", self.say("Wilayah kerja", "Working area"))));
        }
        if let Some(assumption) = &head.assumption {
            lines.push(Words::new(format!("{}: {assumption}", self.say("Anggapan", "Assumed"))));
        }
        let made = self.say(
            "Nomor telepon dan nama warga tidak dimuat.",
            "Telephone numbers and names of residents are left out.",
        );
        lines.push(Words::new(format!("{} {}. {made}", self.say("Keadaan per", "As seen on"), self.date(head.as_of))));
        lines
    }
}

/// All indicators, the first ones first.
pub(super) fn indicators(review: &Review) -> impl Iterator<Item = &IndicatorReview> {
    review.first.iter().chain(&review.others)
}

/// Every village of the working area that the attendance knows.
pub(super) fn village_refs(review: &Review) -> impl Iterator<Item = &VillageRef> {
    let attendance = review.attendance.iter().map(|attendance| &attendance.villages);
    let of_forum =
        attendance.flat_map(|villages| villages.present.iter().chain(&villages.absent).chain(&villages.not_mentioned));
    of_forum.chain(review.first.iter().chain(&review.others).flat_map(|indicator| &indicator.not_handed_in))
}
