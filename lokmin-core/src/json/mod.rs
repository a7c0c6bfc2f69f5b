//! How a JSON text becomes typed values, with every problem on the way.
//!
//! A document is read once: the text becomes a tree, and the tree becomes a record. A record is declared once,
//! with `record!`; the declaration makes the Rust type, its reader, its writer and its JSON Schema, so that the four
//! cannot differ.
//!
//! Problems come in the order of the declaration, then by index; unknown members come last, by name.

mod foreign;
mod members;
mod reader;
mod record;
mod tree;
mod values;

#[cfg(feature = "schema")]
pub(crate) mod schema;

pub use foreign::unwritable;
pub(crate) use members::{Members, SCHEMA_MEMBER, all_names, schema_member, unknown_term};
pub(crate) use reader::{
    Document, Member, Reader, Record, canonical_text, read_canonical, read_document, read_document_node, read_text,
    report_wrong_type, wrong_type,
};
pub(crate) use record::{base_names, record, terms};
pub(crate) use tree::Node;
pub(crate) use values::read_whole;
pub use values::{Count, Ordinal, Text, Year};
