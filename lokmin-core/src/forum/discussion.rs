//! What was said: minutes, figures, obstacles, proposals, support.

use crate::calendar::StatedSpan;
use crate::json::{Count, Reader, Text, record, terms};
use crate::number::Decimal;
use crate::problem::{Location, Param, Problem, ProblemCode};
use crate::region::{Level, RegionCode};
use crate::sector::Sector;

terms! {
    /// The part of the forum that an item of the minutes belongs to.
    pub enum MinutesKind {
        /// Opening or other speech.
        Sambutan = "sambutan", "sambutan", "speech";
        /// Presentation.
        Paparan = "paparan", "paparan", "presentation";
        /// Questions and answers, discussion.
        TanyaJawab = "tanya_jawab", "tanya jawab", "questions and answers";
        /// News of policies.
        InformasiKebijakan = "informasi_kebijakan", "informasi kebijakan", "policy information";
        /// Closing.
        Penutup = "penutup", "penutup", "closing";
    }
}

terms! {
    /// The kind of thing that stands in the way.
    ///
    /// Source: proposed from the three seed articles and the cause categories of fishbone sheets; no official list is known.
    pub enum ObstacleCategory {
        /// Roads, distance, transport.
        Access = "access", "akses/geografis", "access";
        /// Staff and cadres.
        Workforce = "workforce", "SDM/kader", "workforce";
        /// Buildings, equipment, supplies.
        Supplies = "supplies", "sarana/logistik", "supplies";
        /// Money.
        Budget = "budget", "anggaran", "budget";
        /// Data and recording.
        Records = "records", "data/pencatatan", "records";
        /// Awareness and behaviour.
        Awareness = "awareness", "kesadaran/perilaku", "awareness";
        /// Coordination between sectors.
        Coordination = "coordination", "koordinasi", "coordination";
        /// Policy and rules.
        Policy = "policy", "kebijakan", "policy";
        /// The health problem itself, where no cause is named.
        HealthProblem = "health_problem", "masalah kesehatan", "health problem";
        /// Something else.
        Other = "other", "lainnya", "other";
    }
}

terms! {
    /// What became of a proposal at the forum.
    pub enum Disposition {
        /// It was noted.
        Noted = "noted", "dicatat", "noted";
        /// It was agreed.
        Agreed = "agreed", "disepakati", "agreed";
        /// It is to be passed on to another level.
        ToBeForwarded = "to_be_forwarded", "akan diteruskan", "to be forwarded";
    }
}

record! {
    /// Somebody who speaks, asks or promises: an attendance row, or a group that has none.
    pub struct Party {
        /// The id of an attendance row.
        pub attendee: Option<Text>,
        /// The sector, where it is stated.
        pub sector: Option<Sector>,
        /// The party as written, such as "beberapa kepala desa".
        pub text: Option<Text>,
    }
    check = check_party;
    schema_rule = some_of(&["attendee", "sector", "text"]);
}

record! {
    /// Villages meant: some by code, a number of them, or nobody said which (all members absent).
    pub struct Villages {
        /// The villages that are known by code.
        pub codes: Vec<RegionCode>,
        /// How many villages there are, those listed included.
        pub count: Option<Count>,
        /// The villages as written, such as "desa yang jauh dari pusat kecamatan".
        pub text: Option<Text>,
    }
    check = check_villages;
    schema_rule = villages("codes");
}

record! {
    /// One item of the minutes.
    pub struct MinutesItem {
        /// The part of the forum.
        pub kind: MinutesKind,
        /// Who spoke.
        pub speaker: Option<Party>,
        /// What was said, in one's own words.
        pub summary: Text,
        /// What it was about, one topic each.
        pub topics: Vec<Text>,
    }
}

record! {
    /// A figure that somebody stated. It is never mixed with assessed figures.
    pub struct StatedFigure {
        /// The words in which the figure was given.
        pub quote: Text,
        /// The number.
        pub value: Option<Decimal>,
        /// What is counted, such as `kasus`.
        pub unit: Option<Text>,
        /// The indicator, where it is clear which one.
        pub indicator: Option<Text>,
        /// The area that the figure is about, by code.
        pub area: Option<RegionCode>,
        /// The area as written.
        pub area_text: Option<Text>,
        /// The time that the figure is about.
        pub span: Option<StatedSpan>,
        /// Who said it.
        pub said_by: Option<Party>,
        /// Whether the words can be understood in more than one way.
        pub ambiguous: bool,
        /// What is ambiguous, or anything else to know.
        pub note: Option<Text>,
    }
}

record! {
    /// A figure that was shown at the forum, as it was shown.
    pub struct PresentedFigure {
        /// The indicator.
        pub indicator: Text,
        /// The area that the figure is about.
        pub area: Option<RegionCode>,
        /// The time that the figure is about.
        pub span: Option<StatedSpan>,
        /// The numerator shown (*capaian*, people).
        pub numerator: Option<Count>,
        /// The denominator shown (*sasaran*, people).
        pub denominator: Option<Count>,
        /// The value shown, in the unit of the indicator (per cent for most).
        pub value: Option<Decimal>,
        /// What was said of it where no number is known.
        pub text: Option<Text>,
    }
}

record! {
    /// Something that stands in the way (*hambatan*).
    pub struct Obstacle {
        /// The obstacle's id, unique in the record.
        pub id: Text,
        /// Its kind.
        pub category: ObstacleCategory,
        /// What it is.
        pub text: Text,
        /// The villages that it concerns; absent where it concerns none in particular.
        pub villages: Option<Villages>,
        /// Who raised it.
        pub raised_by: Vec<Party>,
        /// The id of the earlier obstacle that it continues.
        pub continues: Option<Text>,
    }
}

record! {
    /// Something that was proposed or asked for (*usulan*).
    pub struct Proposal {
        /// Who asks: one or more people or groups.
        pub askers: Vec<Party>,
        /// What is asked.
        pub text: Text,
        /// What became of it.
        pub disposition: Option<Disposition>,
    }
}

record! {
    /// Support that is asked of a sector.
    pub struct SupportRequest {
        /// The sector asked.
        pub sector: Option<Sector>,
        /// What is asked.
        pub text: Text,
        /// Who asks.
        pub asked_by: Option<Party>,
    }
}

record! {
    /// Support that somebody declared.
    pub struct SupportStatement {
        /// The sector that speaks.
        pub sector: Option<Sector>,
        /// What it supports.
        pub text: Text,
        /// Who said so.
        pub said_by: Option<Party>,
    }
}

impl Villages {
    /// Returns how many villages are meant, or `None` when nobody said.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        match self.count {
            Some(count) => Some(count.get()),
            None if self.codes.is_empty() => None,
            None => Some(self.codes.len() as u64),
        }
    }
}

fn check_party(party: &Party, at: &Location<'_>, reader: &mut Reader) {
    if party.attendee.is_none() && party.sector.is_none() && party.text.is_none() {
        reader.report(at, Problem::new(ProblemCode::PartyEmpty));
    }
}

fn check_villages(villages: &Villages, at: &Location<'_>, reader: &mut Reader) {
    let listed = villages.codes.len() as u64;
    if let Some(count) = villages.count.map(Count::get).filter(|count| *count < listed) {
        let problem = Problem::new(ProblemCode::VillageCount)
            .with("listed", Param::Count(listed.cast_signed()))
            .with("count", Param::Count(count.cast_signed()));
        reader.report(&at.key("count"), problem);
    }
    for (index, code) in villages.codes.iter().enumerate() {
        if code.level() != Level::Village {
            let codes = at.key("codes");
            let problem = Problem::new(ProblemCode::NotAVillage).with("code", code.to_string());
            reader.report(&codes.index(index), problem);
        }
    }
}
