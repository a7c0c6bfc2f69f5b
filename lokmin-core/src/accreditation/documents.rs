//! The documents that a surveyor asks of every forum, and which of them are not held.
//!
//! Source: accreditation criterion 1.6.2, element a (KMK HK.01.07/MENKES/165/2023, confirmed): invitation, attendance
//! list, minutes and photos of every forum.

use crate::forum::{EvidenceKind, EvidenceState, Forum};

/// The documents that are asked of every forum, in the order in which they are shown.
pub const DOCUMENTS: [EvidenceKind; 4] =
    [EvidenceKind::Invitation, EvidenceKind::AttendanceList, EvidenceKind::Minutes, EvidenceKind::Photos];

/// A document that is asked of a forum and is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct MissingDocument {
    /// Which document.
    pub kind: EvidenceKind,
    /// What is known of it: `mentioned`, `absent` or `unknown`. Only what is held counts.
    pub state: EvidenceState,
}

/// Returns the documents that a forum still lacks for accreditation, in the order of [`DOCUMENTS`].
///
/// A document is held when its state is `held` and it has a reference. A forum that is known only from an article lacks
/// all four.
///
/// # Example
///
/// ```
/// use lokmin_core::accreditation::missing_documents;
/// use lokmin_core::forum::{EvidenceKind, EvidenceState};
/// use lokmin_core::Forum;
///
/// let text = r#"{"schema": "lokmin.forum/1", "id": "f", "kind": "quarterly", "held_on": "2025-08-05",
///     "puskesmas": [{"name": "Pelangiran"}], "evidence": {
///       "invitation": {"state": "held", "reference": "arsip 12"}, "minutes": {"state": "held", "reference": "arsip 13"},
///       "attendance_list": {"state": "held", "reference": "arsip 14"}, "photos": {"state": "mentioned"}}}"#;
/// let forum = Forum::from_json(text).into_result()?;
/// let missing = missing_documents(&forum);
/// assert_eq!(missing.len(), 1);
/// assert_eq!((missing[0].kind, missing[0].state), (EvidenceKind::Photos, EvidenceState::Mentioned));
/// # Ok::<(), lokmin_core::Problems>(())
/// ```
#[must_use]
pub fn missing_documents(forum: &Forum) -> Vec<MissingDocument> {
    let documents = DOCUMENTS.into_iter().map(|kind| MissingDocument { kind, state: forum.evidence_state(kind) });
    documents.filter(|document| document.state != EvidenceState::Held).collect()
}
