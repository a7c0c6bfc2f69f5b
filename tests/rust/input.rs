//! The input of a case, with every member accounted for.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// The arguments of one case. A member that no operation asks for is a mistake in the case, and is told.
#[derive(Debug)]
pub struct Input<'a> {
    members: &'a BTreeMap<String, Value>,
    asked: RefCell<BTreeSet<&'static str>>,
    is_whole: Cell<bool>,
}

impl<'a> Input<'a> {
    /// Wraps the arguments of a case.
    #[must_use]
    pub fn new(members: &'a BTreeMap<String, Value>) -> Self {
        Self { members, asked: RefCell::default(), is_whole: Cell::new(false) }
    }

    /// Returns an argument as it stands, when it is there.
    #[must_use]
    pub fn optional(&self, name: &'static str) -> Option<&'a Value> {
        self.asked.borrow_mut().insert(name);
        self.members.get(name).filter(|value| !value.is_null())
    }

    /// Returns an argument as it stands.
    ///
    /// # Errors
    ///
    /// The argument is absent or null.
    pub fn value(&self, name: &'static str) -> Result<&'a Value, String> {
        self.optional(name).ok_or_else(|| format!("the input lacks `{name}`"))
    }

    /// Returns an argument that is a text.
    ///
    /// # Errors
    ///
    /// It is not.
    pub fn text(&self, name: &'static str) -> Result<&'a str, String> {
        self.value(name)?.as_str().ok_or_else(|| format!("`{name}` is not a string"))
    }

    /// Returns an argument that is a text, when it is there.
    ///
    /// # Errors
    ///
    /// It is there and not a text.
    pub fn optional_text(&self, name: &'static str) -> Result<Option<&'a str>, String> {
        self.optional(name).map(|_| self.text(name)).transpose()
    }

    /// Returns an argument that is a whole number.
    ///
    /// # Errors
    ///
    /// It is not.
    pub fn integer(&self, name: &'static str) -> Result<i64, String> {
        self.value(name)?.as_i64().ok_or_else(|| format!("`{name}` is not a whole number"))
    }

    /// Returns an argument as the text of a JSON document: a string is one already, anything else is written as JSON.
    ///
    /// # Errors
    ///
    /// The argument is absent.
    pub fn document(&self, name: &'static str) -> Result<String, String> {
        self.asked.borrow_mut().insert(name);
        let value = self.members.get(name).ok_or_else(|| format!("the input lacks `{name}`"))?;
        Ok(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    }

    /// Returns all arguments as the text of one JSON object, as a question to an operation that takes JSON.
    #[must_use]
    pub fn all(&self) -> String {
        self.without("")
    }

    /// Returns all arguments but one as the text of one JSON object.
    #[must_use]
    pub fn without(&self, name: &str) -> String {
        let members: serde_json::Map<String, Value> = self
            .members
            .iter()
            .filter(|(key, _)| key.as_str() != name)
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        self.is_whole.set(true);
        Value::Object(members).to_string()
    }

    /// Returns the members that were never asked for.
    #[must_use]
    pub fn unread(&self) -> Vec<&'a str> {
        if self.is_whole.get() {
            return Vec::new();
        }
        let asked = self.asked.borrow();
        self.members.keys().map(String::as_str).filter(|name| !asked.contains(name)).collect()
    }
}
