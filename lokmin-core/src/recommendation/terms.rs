//! The words of the follow-up: states, steps, outcomes, addressees, causes.

use crate::json::terms;

terms! {
    /// Where a recommendation stands.
    pub enum State {
        /// Somebody asked for it; nobody has agreed yet.
        Proposed = "proposed", "diusulkan", "proposed";
        /// The forum agreed, and a sector owns it.
        Agreed = "agreed", "disepakati", "agreed";
        /// Work has begun.
        InProgress = "in_progress", "berjalan", "in progress";
        /// The owner says that it is done, and shows evidence.
        Done = "done", "selesai", "done";
        /// A sector that does not own it has seen that it is done.
        Verified = "verified", "terverifikasi", "verified";
        /// Put off until a day.
        Deferred = "deferred", "ditunda", "deferred";
        /// Passed on to a higher or another level, which has not decided yet.
        Escalated = "escalated", "diteruskan", "escalated";
        /// The forum said no.
        Rejected = "rejected", "ditolak", "rejected";
        /// Given up, or replaced by another recommendation.
        Cancelled = "cancelled", "dibatalkan", "cancelled";
    }
}

terms! {
    /// What people outside see of a state.
    pub enum PublicStatus {
        /// Not begun: proposed, agreed, deferred.
        NotBegun = "not_begun", "Belum", "Not begun";
        /// Under way: in progress, escalated.
        UnderWay = "under_way", "Proses", "Under way";
        /// Finished: done, verified.
        Finished = "finished", "Selesai", "Finished";
    }
}

terms! {
    /// One thing that can happen to a recommendation.
    pub enum Step {
        /// It is put forward.
        Propose = "propose", "usulkan", "propose";
        /// The forum agrees; a sector takes it.
        Agree = "agree", "sepakati", "agree";
        /// The forum says no.
        Reject = "reject", "tolak", "reject";
        /// Work begins.
        Start = "start", "mulai", "start";
        /// Something was done, but not all.
        Progress = "progress", "laporkan kemajuan", "report progress";
        /// The owner says that it is done.
        Complete = "complete", "selesaikan", "complete";
        /// Another sector confirms that it is done.
        Verify = "verify", "verifikasi", "verify";
        /// It is taken up again.
        Reopen = "reopen", "buka kembali", "reopen";
        /// It is put off until a day.
        Defer = "defer", "tunda", "defer";
        /// What was put off goes on.
        Resume = "resume", "lanjutkan", "resume";
        /// It is passed on to another level.
        Escalate = "escalate", "teruskan", "escalate";
        /// The other level answers.
        Reply = "reply", "balas", "reply";
        /// It is given up.
        Cancel = "cancel", "batalkan", "cancel";
        /// Owner, due date, wording or measure change.
        Amend = "amend", "ubah", "amend";
        /// Something is written beside it.
        Note = "note", "catat", "note";
        /// A forum takes it over from an earlier one.
        CarryOver = "carry_over", "bawa ke forum berikut", "carry over";
        /// Another recommendation takes its place.
        Supersede = "supersede", "gantikan", "supersede";
    }
}

terms! {
    /// What the level that a recommendation was passed on to answers.
    pub enum ReplyOutcome {
        /// It will help; the forum's owner goes on.
        Supported = "supported", "didukung", "supported";
        /// It does the work itself.
        TakenOver = "taken_over", "diambil alih", "taken over";
        /// It says no.
        Refused = "refused", "ditolak", "refused";
        /// It has read the letter, and decides nothing.
        Noted = "noted", "dicatat", "noted";
    }
}

terms! {
    /// To whom a recommendation is passed on.
    ///
    /// Source: the routes of DOMAIN 6.3 (INSTR d.7 to d.10, AKRED 1.6.3 and 1.7.1, stunting meetings); no official list
    /// is known, so `other` has a name.
    pub enum Addressee {
        /// The district health office.
        Dinkes = "dinkes", "Dinas Kesehatan", "district health office";
        /// The district team that coaches the Puskesmas (tim pembina cluster binaan).
        Tpcb = "tpcb", "TPCB", "district coaching team (TPCB)";
        /// The subdistrict's yearly planning meeting.
        MusrenbangKecamatan = "musrenbang_kecamatan", "Musrenbang kecamatan", "subdistrict planning meeting (Musrenbang)";
        /// The village's yearly planning meeting.
        MusrenbangDesa = "musrenbang_desa", "Musrenbang desa", "village planning meeting (Musrenbang)";
        /// The village government, for its budget.
        Desa = "desa", "pemerintah desa", "village government";
        /// The subdistrict office.
        Kecamatan = "kecamatan", "kecamatan", "subdistrict office";
        /// Another office of the district.
        DistrictOffice = "district_office", "perangkat daerah lain", "another district office";
        /// Somebody else; named beside the code.
        Other = "other", "lainnya", "other";
    }
}

terms! {
    /// The kind of cause, as fishbone sheets of Puskesmas have them (DOMAIN 6.1).
    pub enum Cause {
        /// Man.
        Man = "man", "manusia", "man";
        /// Money.
        Money = "money", "dana", "money";
        /// Method.
        Method = "method", "metode", "method";
        /// Material.
        Material = "material", "sarana/bahan", "material";
        /// Machine.
        Machine = "machine", "alat", "machine";
        /// Environment.
        Environment = "environment", "lingkungan", "environment";
    }
}

terms! {
    /// Where the money comes from.
    ///
    /// Source: DOMAIN 1.5 (APBN, APBD, kapitasi, other) and 6.3 (village fund); local names go into the remark.
    pub enum BudgetSource {
        /// The national budget.
        Apbn = "apbn", "APBN", "national budget (APBN)";
        /// The district or provincial budget.
        Apbd = "apbd", "APBD", "regional budget (APBD)";
        /// The capitation of the national health insurance.
        Kapitasi = "kapitasi", "dana kapitasi", "capitation";
        /// The village fund and budget.
        DanaDesa = "dana_desa", "dana desa/APBDes", "village fund";
        /// Another source.
        Other = "other", "lainnya", "other";
    }
}

terms! {
    /// A plan or planning meeting that a recommendation goes into (DOMAIN 1.5).
    pub enum PlanningKind {
        /// The proposed plan of activities of the next year.
        Ruk = "ruk", "RUK", "proposed plan (RUK)";
        /// The plan of activities of the year.
        Rpk = "rpk", "RPK", "plan of activities (RPK)";
        /// The village planning meeting.
        MusrenbangDesa = "musrenbang_desa", "Musrenbang desa", "village planning meeting (Musrenbang)";
        /// The subdistrict planning meeting.
        MusrenbangKecamatan = "musrenbang_kecamatan", "Musrenbang kecamatan", "subdistrict planning meeting (Musrenbang)";
    }
}

terms! {
    /// Why a recommendation is on the agenda of the next forum.
    pub enum AgendaReason {
        /// Past its due date, or put off until a day that has passed.
        Overdue = "overdue", "lewat tenggat", "overdue";
        /// Passed on, and not decided.
        AwaitingReply = "awaiting_reply", "menunggu jawaban", "awaiting a reply";
        /// Due in the quarter of the forum.
        DueThisQuarter = "due_this_quarter", "jatuh tempo triwulan ini", "due this quarter";
        /// Put off until now.
        DeferredUntilNow = "deferred_until_now", "penundaan berakhir", "deferred until now";
        /// Taken over from an earlier forum.
        CarriedOver = "carried_over", "dilanjutkan dari TW lalu", "carried over";
    }
}

terms! {
    /// What a recommendation lacks before anybody can act on it.
    pub enum Lacking {
        /// A sector that owns it.
        Owners = "owners", "penanggung jawab", "an owner";
        /// A day until which it should be done.
        Due = "due", "tenggat", "a due date";
        /// A person or an office in charge.
        Person = "person", "orang atau jabatan yang bertugas", "somebody in charge";
        /// A measure of success.
        Measure = "measure", "ukuran keberhasilan", "a measure of success";
    }
}

terms! {
    /// What the figures of a register are counted by.
    pub enum FigureKey {
        /// By owning sector; one that several own counts for each.
        Sector = "sector", "sektor", "sector";
        /// By the quarter that the forum counts for.
        Quarter = "quarter", "triwulan", "quarter";
        /// By village; one for several villages counts for each.
        Village = "village", "desa", "village";
        /// By indicator; one for several indicators counts for each.
        Indicator = "indicator", "indikator", "indicator";
        /// By Puskesmas; one for several Puskesmas counts for each.
        Puskesmas = "puskesmas", "Puskesmas", "Puskesmas";
    }
}

terms! {
    /// How copies of a register, or the events in one, contradict each other.
    pub enum ConflictKind {
        /// An event is not possible where it stands in the order; it is kept, and changes nothing.
        NotApplied = "not_applied", "tidak diterapkan", "not applied";
        /// Two writers had seen the same events, and each wrote one.
        Concurrent = "concurrent", "bersamaan", "concurrent";
        /// Events of different content have the same id.
        IdConflict = "id_conflict", "id sama, isi berbeda", "same id, different content";
        /// The writer of an event had seen more events than there are.
        Gap = "gap", "ada yang hilang", "events lost";
    }
}

impl State {
    /// Returns whether something is still to be done: not done, verified, rejected or cancelled.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::recommendation::State;
    /// assert!(State::Escalated.is_open());
    /// assert!(!State::Done.is_open());
    /// ```
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Agreed | Self::InProgress | Self::Deferred | Self::Escalated)
    }

    /// Returns what people outside see, or `None` where the recommendation was rejected or cancelled.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::{Lang, recommendation::State};
    /// assert_eq!(State::Verified.public_status().unwrap().label(Lang::Id), "Selesai");
    /// assert_eq!(State::Rejected.public_status(), None);
    /// ```
    #[must_use]
    pub const fn public_status(self) -> Option<PublicStatus> {
        match self {
            Self::Proposed | Self::Agreed | Self::Deferred => Some(PublicStatus::NotBegun),
            Self::InProgress | Self::Escalated => Some(PublicStatus::UnderWay),
            Self::Done | Self::Verified => Some(PublicStatus::Finished),
            Self::Rejected | Self::Cancelled => None,
        }
    }
}
