//! What a request says about the indicator: a word or a definition, and the catalogue that words are looked up in.

use std::borrow::Cow;

use crate::indicator::{Catalogue, CatalogueDocument, Definition};
use crate::json::{Member, Node, Reader, report_wrong_type};
use crate::problem::Location;

/// An indicator of a request: a word that the catalogue of the request knows, or a definition of one's own.
#[derive(Clone, Debug, PartialEq)]
pub enum GivenDefinition {
    /// A code, an alias or a name.
    Word(String),
    /// A definition, whatever a catalogue says.
    Own(Box<Definition>),
}

impl GivenDefinition {
    /// Returns the definition, or reports at `at` that nobody knows the word.
    pub(super) fn resolve<'a>(
        &'a self,
        catalogue: &'a Catalogue,
        at: &Location<'_>,
        reader: &mut Reader,
    ) -> Option<&'a Definition> {
        let word = match self {
            Self::Word(word) => word,
            Self::Own(definition) => return Some(definition),
        };
        let (found, problems) = catalogue.resolve(word).into_parts();
        for problem in problems {
            reader.report(at, problem);
        }
        found
    }
}

impl From<Definition> for GivenDefinition {
    fn from(definition: Definition) -> Self {
        Self::Own(Box::new(definition))
    }
}

impl Member for GivenDefinition {
    fn read(node: &Node<'_>, at: &Location<'_>, reader: &mut Reader) -> Option<Self> {
        match node {
            Node::String(word) => Some(Self::Word(word.to_string())),
            Node::Object(_) => Definition::read(node, at, reader).map(Self::from),
            _ => {
                report_wrong_type("string", node, at, reader);
                None
            }
        }
    }
}

impl serde::Serialize for GivenDefinition {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Word(word) => serializer.serialize_str(word),
            Self::Own(definition) => definition.serialize(serializer),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for GivenDefinition {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "GivenDefinition".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let definition = generator.subschema_for::<Definition>();
        schemars::json_schema!({
            "description": "A code, alias or name of the catalogue, or a definition.",
            "anyOf": [{ "type": "string" }, definition]
        })
    }
}

/// Returns the catalogue of a request: its own one laid on top of the built-in one, or the built-in one.
///
/// What is worth a look about the own one is told at `/catalogue`; `None` where it is refused.
pub(super) fn catalogue_of(
    document: Option<&CatalogueDocument>,
    reader: &mut Reader,
) -> Option<Cow<'static, Catalogue>> {
    let built_in = Catalogue::built_in();
    let Some(document) = document else { return Some(Cow::Borrowed(built_in)) };
    let (catalogue, problems) = built_in.with(&Catalogue::of(document.clone())).into_parts();
    let root = Location::ROOT;
    let at = root.key("catalogue");
    for problem in problems {
        reader.report(&at, problem);
    }
    catalogue.map(Cow::Owned)
}
