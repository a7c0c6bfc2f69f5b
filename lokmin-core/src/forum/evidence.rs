//! What proves that the forum was held, and where the record comes from.

use chrono::NaiveDate;

use crate::json::{Count, Reader, Text, record, terms};
use crate::problem::{Location, Problem, ProblemCode};

terms! {
    /// How sure a piece of evidence is. Only `held` counts.
    pub enum EvidenceState {
        /// It is at hand and has a reference.
        Held = "held", "ada", "held";
        /// Somebody says that it exists.
        Mentioned = "mentioned", "disebut", "mentioned";
        /// It does not exist.
        Absent = "absent", "tidak ada", "absent";
        /// Nobody said.
        Unknown = "unknown", "tidak diketahui", "unknown";
    }
}

terms! {
    /// The kind of document that a record was made from.
    pub enum SourceKind {
        /// Minutes of the forum (*notulen*).
        Notulen = "notulen", "notulen", "minutes";
        /// A report of the Puskesmas.
        Report = "report", "laporan", "report";
        /// A newspaper or web article.
        Article = "article", "berita", "article";
        /// An invitation.
        Invitation = "invitation", "undangan", "invitation";
        /// A form that was filled in directly.
        Form = "form", "formulir", "form";
        /// Something else.
        Other = "other", "lainnya", "other";
    }
}

record! {
    /// One piece of evidence.
    pub struct EvidenceItem {
        /// How sure it is.
        pub state: EvidenceState,
        /// Where it can be found; needed when it is held.
        pub reference: Option<Text>,
        /// How many there are, such as photos.
        pub count: Option<Count>,
        /// What was said of it.
        pub note: Option<Text>,
    }
    check = check_item;
}

record! {
    /// The evidence of one forum; an absent member is `unknown`.
    ///
    /// Source: accreditation criterion 1.6.2 (KMK 165/2023, confirmed) asks for invitation, attendance list, minutes and
    /// photos of every forum.
    pub struct Evidence {
        /// The invitation (*undangan*).
        pub invitation: Option<EvidenceItem>,
        /// The signed attendance list (*daftar hadir*).
        pub attendance_list: Option<EvidenceItem>,
        /// The minutes (*notulen*).
        pub minutes: Option<EvidenceItem>,
        /// Photos (*foto*).
        pub photos: Option<EvidenceItem>,
        /// What was presented (*materi*).
        pub materials: Option<EvidenceItem>,
        /// The signed agreement (*kesepakatan bersama*).
        pub agreement: Option<EvidenceItem>,
        /// Proof of follow-up (*bukti tindak lanjut*).
        pub follow_up: Option<EvidenceItem>,
    }
}

record! {
    /// Where the record comes from.
    pub struct Source {
        /// The kind of document.
        pub kind: SourceKind,
        /// Its title.
        pub title: Option<Text>,
        /// Who published or signed it.
        pub publisher: Option<Text>,
        /// When it was published or signed.
        pub dated: Option<NaiveDate>,
        /// Where it can be found.
        pub reference: Option<Text>,
    }
}

terms! {
    /// The pieces of evidence that a forum can have.
    pub enum EvidenceKind {
        /// The invitation.
        Invitation = "invitation", "undangan", "invitation";
        /// The signed attendance list.
        AttendanceList = "attendance_list", "daftar hadir", "attendance list";
        /// The minutes.
        Minutes = "minutes", "notulen", "minutes";
        /// Photos.
        Photos = "photos", "foto", "photos";
        /// What was presented.
        Materials = "materials", "materi", "materials";
        /// The signed agreement.
        Agreement = "agreement", "kesepakatan bersama", "signed agreement";
        /// Proof of follow-up.
        FollowUp = "follow_up", "bukti tindak lanjut", "proof of follow-up";
    }
}

impl EvidenceItem {
    /// Returns the state that counts: `mentioned` where it is called held without a reference.
    #[must_use]
    pub fn counted_state(&self) -> EvidenceState {
        match self.state {
            EvidenceState::Held if self.reference.is_none() => EvidenceState::Mentioned,
            state => state,
        }
    }
}

impl Evidence {
    /// Returns the state of one piece: `unknown` where nobody said, and `mentioned` where it is called held without a
    /// reference, because it cannot be shown.
    #[must_use]
    pub fn state(&self, kind: EvidenceKind) -> EvidenceState {
        self.item(kind).map_or(EvidenceState::Unknown, EvidenceItem::counted_state)
    }

    /// Returns one piece, where something is known of it.
    #[must_use]
    pub const fn item(&self, kind: EvidenceKind) -> Option<&EvidenceItem> {
        match kind {
            EvidenceKind::Invitation => self.invitation.as_ref(),
            EvidenceKind::AttendanceList => self.attendance_list.as_ref(),
            EvidenceKind::Minutes => self.minutes.as_ref(),
            EvidenceKind::Photos => self.photos.as_ref(),
            EvidenceKind::Materials => self.materials.as_ref(),
            EvidenceKind::Agreement => self.agreement.as_ref(),
            EvidenceKind::FollowUp => self.follow_up.as_ref(),
        }
    }
}

fn check_item(item: &EvidenceItem, at: &Location<'_>, reader: &mut Reader) {
    if item.state == EvidenceState::Held && item.reference.is_none() {
        reader.report(&at.key("reference"), Problem::new(ProblemCode::EvidenceReferenceMissing));
    }
}
