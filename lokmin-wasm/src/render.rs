//! Pages for people: each operation takes the request of a review as JSON text, and the format.

use lokmin_core::render;

use crate::answer::Operation;

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[
    ("renderReview", |asked| asked.answer(render::render_review(asked.text(0), asked.text(1), asked.lang))),
    ("renderVillageReports", |asked| {
        asked.answer(render::render_village_reports(asked.text(0), asked.text(1), asked.lang))
    }),
    ("renderFollowUpMatrix", |asked| {
        asked.answer(render::render_follow_up_matrix(asked.text(0), asked.text(1), asked.lang))
    }),
];
