//! Indicators and targets: each operation takes its question as JSON text, or a sheet as CSV.

use lokmin_core::indicator::{self, Catalogue, Targets};

use crate::answer::Operation;

/// The operations of the room.
pub(crate) const OPERATIONS: &[(&str, Operation)] = &[
    ("resolveIndicator", |asked| asked.answer(indicator::resolve_indicator_json(asked.text(0)))),
    ("indicator", |asked| asked.answer(indicator::indicator_json(asked.text(0)))),
    ("lookupTarget", |asked| asked.answer(indicator::lookup_target_json(asked.text(0)))),
    ("targetSources", |asked| asked.answer(indicator::target_sources_json(asked.text(0)))),
    ("readTargetsCsv", |asked| asked.answer(Targets::from_csv(asked.text(0)).map(|targets| targets.document()))),
    ("readCatalogueCsv", |asked| {
        asked.answer(Catalogue::from_csv(asked.text(0)).map(|catalogue| catalogue.document()))
    }),
];
