//! JSON Schema 2020-12 of records and terms.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::members::SCHEMA_MEMBER;
use super::reader::Member;

/// The schema of a record while its members are added.
#[derive(Debug)]
pub(crate) struct ObjectSchema {
    description: String,
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl ObjectSchema {
    pub(crate) fn new(doc: &str) -> Self {
        Self { description: first_paragraph(doc), properties: Map::new(), required: Vec::new() }
    }

    /// Adds a member of a type.
    pub(crate) fn member<T: Member + JsonSchema>(&mut self, name: &str, doc: &str, generator: &mut SchemaGenerator) {
        let mut schema = generator.subschema_for::<T>();
        schema.insert("description".to_owned(), first_paragraph(doc).into());
        self.properties.insert(name.to_owned(), schema.to_value());
        if T::absent().is_none() {
            self.required.push(name.into());
        }
    }

    /// Adds the member that names the kind and version of a document.
    pub(crate) fn document(&mut self, schema: &str) {
        let member = json_schema!({ "description": "The kind and version of the document.", "const": schema });
        self.properties.insert(SCHEMA_MEMBER.to_owned(), member.to_value());
        self.required.push(SCHEMA_MEMBER.into());
    }

    pub(crate) fn finish(self) -> Schema {
        json_schema!({
            "description": self.description,
            "type": "object",
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false
        })
    }
}

/// The schema of terms, each with its code and what it means.
pub(crate) fn terms(doc: &str, terms: &[(&str, &str)]) -> Schema {
    let terms: Vec<Value> = terms
        .iter()
        .map(|(code, doc)| json_schema!({ "const": code, "description": first_paragraph(doc) }).to_value())
        .collect();
    json_schema!({ "description": first_paragraph(doc), "type": "string", "oneOf": terms })
}

/// Returns the first paragraph of a documentation comment as one line, without Markdown links.
fn first_paragraph(doc: &str) -> String {
    let lines: Vec<&str> = doc.lines().map(str::trim).skip_while(|line| line.is_empty()).collect();
    let paragraph: Vec<&str> = lines.into_iter().take_while(|line| !line.is_empty()).collect();
    paragraph.join(" ").replace("[`", "`").replace("`]", "`")
}
