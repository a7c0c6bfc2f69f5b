//! JSON Schema 2020-12 of every kind of document.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};

use super::Kind;
use crate::cadence::CadencePolicy;
use crate::forum::{CoveragePolicy, Forum, WorkingArea};
use crate::indicator::{CatalogueDocument, TargetsDocument};
use crate::recommendation::Event;

/// Returns the JSON Schema (draft 2020-12) of a kind of document.
///
/// The schema decides the structure: types, terms, ranges, required and unknown members, and which members of one record
/// need or exclude each other. Ids, references, sums, and dates beside words are [`validate`](super::validate)'s alone.
///
/// # Example
///
/// ```
/// use lokmin_core::document::{Kind, json_schema};
/// assert_eq!(json_schema(Kind::Forum)["properties"]["schema"]["const"], "lokmin.forum/1");
/// ```
#[must_use]
pub fn json_schema(kind: Kind) -> serde_json::Value {
    match kind {
        Kind::Forum => generate::<Forum>(kind),
        Kind::WorkingArea => generate::<WorkingArea>(kind),
        Kind::CadencePolicy => generate::<CadencePolicy>(kind),
        Kind::CoveragePolicy => generate::<CoveragePolicy>(kind),
        Kind::Catalogue => generate::<CatalogueDocument>(kind),
        Kind::Targets => generate::<TargetsDocument>(kind),
        Kind::Event => generate::<Event>(kind),
    }
}

fn generate<T: JsonSchema>(kind: Kind) -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().with_transform(DatesFromYearOne).into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), format!("urn:{}", kind.schema().replace(['.', '/'], ":")).into());
    schema.to_value()
}

/// Spells dates out: RFC 3339 allows the year 0, which the calendar does not have, and not every validator checks formats.
#[derive(Clone, Debug)]
struct DatesFromYearOne;

impl Transform for DatesFromYearOne {
    fn transform(&mut self, schema: &mut Schema) {
        if schema.get("format").is_some_and(|format| format == "date") {
            schema.insert("pattern".to_owned(), "^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$(?!\\n)".into());
        }
        transform_subschemas(self, schema);
    }
}
