//! Assessment: each operation takes its request as JSON text.

use lokmin_core::assess::{self, ExplainLang, ExplainRequest, ExplainRollUpRequest};
use lokmin_core::{Lang, Problem};

use crate::answer::{Asked, Operation};

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[
    ("assessDefaults", |asked| asked.answer(Ok::<_, Problem>(assess::DEFAULTS))),
    ("assessSeries", |asked| asked.answer(assess::assess_series(asked.text(0)))),
    ("explainSeries", explain_series),
    ("rollUp", |asked| asked.answer(assess::roll_up(asked.text(0)))),
    ("explainRollUp", explain_roll_up),
    ("rank", |asked| asked.answer(assess::rank_areas(asked.text(0)))),
    ("quality", |asked| asked.answer(assess::quality(asked.text(0)))),
    ("publishedPercentage", |asked| asked.answer(assess::published_percentage(asked.text(0)))),
    ("pkp", |asked| asked.answer(assess::pkp(asked.text(0)))),
    ("iks", |asked| asked.answer(assess::iks(asked.text(0)))),
    ("iksArea", |asked| asked.answer(assess::iks_area(asked.text(0)))),
    ("uci", |asked| asked.answer(assess::uci(asked.text(0)))),
    ("skdn", |asked| asked.answer(assess::skdn(asked.text(0)))),
    ("dropOut", |asked| asked.answer(assess::drop_out(asked.text(0)))),
    ("suppress", |asked| asked.answer(assess::suppress(asked.text(0)))),
];

/// Assesses one series in words: in the language of the request, else in that of the messages.
fn explain_series(asked: &Asked) -> String {
    let explain = |mut request: ExplainRequest| {
        request.lang.get_or_insert(words(asked.lang));
        request.run()
    };
    asked.answer(ExplainRequest::from_json(asked.text(0)).and_then(explain))
}

/// Adds areas up to their parent in words: in the language of the request, else in that of the messages.
fn explain_roll_up(asked: &Asked) -> String {
    let explain = |mut request: ExplainRollUpRequest| {
        request.lang.get_or_insert(words(asked.lang));
        request.run()
    };
    asked.answer(ExplainRollUpRequest::from_json(asked.text(0)).and_then(explain))
}

/// The language of an explanation that names none.
const fn words(lang: Lang) -> ExplainLang {
    match lang {
        Lang::Id => ExplainLang::Id,
        Lang::En => ExplainLang::En,
    }
}
