//! JSON Schema 2020-12 of records and terms.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::members::SCHEMA_MEMBER;
use super::reader::Member;

/// Gives a value type its name and its schema, which no other type has a part in.
macro_rules! plain {
    ($type:ty, $name:literal, $schema:tt) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}

pub(crate) use plain;

/// The schema of a record while its members are added.
#[derive(Debug)]
pub(crate) struct ObjectSchema {
    description: String,
    properties: Map<String, Value>,
    required: Vec<Value>,
    rules: Vec<Value>,
}

impl ObjectSchema {
    pub(crate) fn new(doc: &str) -> Self {
        Self { description: first_paragraph(doc), properties: Map::new(), required: Vec::new(), rules: Vec::new() }
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

    /// Adds a member that some records of the kind need and others must not have; the rules say which.
    pub(crate) fn optional_member<T: JsonSchema>(&mut self, name: &str, doc: &str, generator: &mut SchemaGenerator) {
        if self.properties.contains_key(name) {
            return;
        }
        let mut schema = generator.subschema_for::<Option<T>>();
        schema.insert("description".to_owned(), first_paragraph(doc).into());
        self.properties.insert(name.to_owned(), schema.to_value());
    }

    /// Adds the member that names the kind and version of a document.
    pub(crate) fn document(&mut self, schema: &str) {
        let member = json_schema!({ "description": "The kind and version of the document.", "const": schema });
        self.properties.insert(SCHEMA_MEMBER.to_owned(), member.to_value());
        self.required.push(SCHEMA_MEMBER.into());
    }

    /// Adds what members need or exclude each other.
    pub(crate) fn rule(&mut self, rule: Value) {
        self.rules.push(rule);
    }

    pub(crate) fn finish(self) -> Schema {
        let mut schema = json_schema!({
            "description": self.description,
            "type": "object",
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false
        });
        if !self.rules.is_empty() {
            schema.insert("allOf".to_owned(), self.rules.into());
        }
        schema
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

/// The words in which a record says what its members need of each other.
///
/// A member that is null is as good as absent, so "given" is: there, and not null.
pub(crate) mod rules {
    use serde_json::{Value, json};

    /// A member is given.
    pub(crate) fn given(name: &str) -> Value {
        json!({ "required": [name], "properties": { name: { "not": { "type": "null" } } } })
    }

    /// At least one of several members is given.
    pub(crate) fn some_of(names: &[&str]) -> Value {
        json!({ "anyOf": names.iter().map(|name| given(name)).collect::<Vec<_>>() })
    }

    /// Exactly one of several members is given.
    pub(crate) fn one_of(names: &[&str]) -> Value {
        json!({ "oneOf": names.iter().map(|name| given(name)).collect::<Vec<_>>() })
    }

    /// A list has an item.
    pub(crate) fn not_empty(name: &str) -> Value {
        json!({ "required": [name], "properties": { name: { "minItems": 1 } } })
    }

    /// A list has no item twice.
    pub(crate) fn distinct(name: &str) -> Value {
        member(name, &json!({ "uniqueItems": true }))
    }

    /// A member is a term.
    pub(crate) fn is(name: &str, term: &str) -> Value {
        json!({ "required": [name], "properties": { name: { "const": term } } })
    }

    /// Some members are given, and no others than these.
    pub(crate) fn carries(needs: &[&str], takes: &[&str], also: &[&str]) -> Value {
        let names: Vec<&&str> = takes.iter().chain(also).collect();
        let mut rules: Vec<Value> = needs.iter().map(|name| given(name)).collect();
        rules.push(json!({ "propertyNames": { "enum": names } }));
        json!({ "allOf": rules })
    }

    /// A member is a term, where it is given.
    pub(crate) fn only(name: &str, term: &str) -> Value {
        member(name, &json!({ "enum": [term, null] }))
    }

    /// Where one rule holds, another does.
    #[expect(clippy::needless_pass_by_value, reason = "rules are written inside each other")]
    pub(crate) fn when(condition: Value, rule: Value) -> Value {
        json!({ "if": condition, "then": rule })
    }

    /// A region code is that of a village.
    pub(crate) fn village(name: &str) -> Value {
        member(name, &code_of_length(13))
    }

    /// Every region code of a list is that of a village.
    pub(crate) fn villages(name: &str) -> Value {
        member(name, &json!({ "items": code_of_length(13) }))
    }

    /// Every region code of a list is that of a subdistrict.
    pub(crate) fn subdistricts(name: &str) -> Value {
        member(name, &json!({ "items": code_of_length(8) }))
    }

    /// A list is empty, or has exactly one month of each quarter of the year.
    pub(crate) fn month_of_each_quarter(name: &str) -> Value {
        let in_quarter = |first: u8| json!({ "contains": { "enum": [first, first + 1, first + 2] } });
        let months = json!({ "maxItems": 4, "allOf": [in_quarter(1), in_quarter(4), in_quarter(7), in_quarter(10)] });
        member(name, &json!({ "anyOf": [{ "maxItems": 0 }, months] }))
    }

    fn member(name: &str, schema: &Value) -> Value {
        json!({ "properties": { name: schema } })
    }

    /// The length says the level: 2, 5, 8 or 13 characters.
    fn code_of_length(length: usize) -> Value {
        json!({ "minLength": length, "maxLength": length })
    }
}
