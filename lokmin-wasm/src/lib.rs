//! lokmin for the browser: JSON text in, a call to the core, JSON text out.
//!
//! No rule lives here. The JavaScript layer (`js/`) calls one function, [`ask`], with the name of an operation; each room
//! of the core has a file that lists its operations. Without the feature `full` the rooms of `lokmin/full` are left out.

#![expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands optional texts over as `Option<String>` only")]

mod answer;
mod assess;
mod cadence;
mod calendar;
mod document;
mod forum;
mod held;
mod number;
mod recommendation;
mod region;
mod sector;

#[cfg(feature = "full")]
mod accreditation;
#[cfg(feature = "full")]
mod exchange;
#[cfg(feature = "full")]
mod indicator;
#[cfg(feature = "full")]
mod region_list;
#[cfg(feature = "full")]
mod render;
#[cfg(feature = "full")]
mod review;

use answer::{Asked, Operation};
use wasm_bindgen::prelude::*;

/// The operations of every room in this build.
const ROOMS: &[&[(&str, Operation)]] = &[
    answer::OPERATIONS,
    assess::OPERATIONS,
    cadence::OPERATIONS,
    calendar::OPERATIONS,
    document::OPERATIONS,
    forum::OPERATIONS,
    number::OPERATIONS,
    recommendation::OPERATIONS,
    region::OPERATIONS,
    sector::OPERATIONS,
    #[cfg(feature = "full")]
    accreditation::OPERATIONS,
    #[cfg(feature = "full")]
    exchange::OPERATIONS,
    #[cfg(feature = "full")]
    indicator::OPERATIONS,
    #[cfg(feature = "full")]
    region_list::OPERATIONS,
    #[cfg(feature = "full")]
    render::OPERATIONS,
    #[cfg(feature = "full")]
    review::OPERATIONS,
];

/// Runs an operation: the JSON text of its answer.
///
/// # Errors
///
/// Throws for an unknown language, and for an operation that this build does not have.
#[wasm_bindgen(skip_typescript)]
pub fn ask(
    operation: &str,
    lang: &str,
    first: Option<String>,
    second: Option<String>,
    third: Option<String>,
    fourth: Option<String>,
    fifth: Option<String>,
) -> Result<String, JsError> {
    let asked = Asked::new(lang, [first, second, third, fourth, fifth])?;
    let known = ROOMS.iter().copied().flatten().find(|(name, _)| *name == operation);
    let (_, run) = known.ok_or_else(|| not_here(operation))?;
    Ok(run(&asked))
}

/// Something that is read once and asked often.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct Held(Box<dyn held::Ask>);

#[wasm_bindgen]
impl Held {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// Throws for a kind that this build does not have. What cannot be read answers with why.
    #[wasm_bindgen(constructor)]
    pub fn new(kind: &str, first: &str, second: Option<String>) -> Result<Self, JsError> {
        held::read(kind, first, second.as_deref()).map(Self).ok_or_else(|| not_here(kind))
    }

    /// Asks it: the JSON text of the answer.
    ///
    /// # Errors
    ///
    /// Throws for an unknown language, and for an operation that it does not have.
    pub fn ask(
        &mut self,
        operation: &str,
        lang: &str,
        first: Option<String>,
        second: Option<String>,
        third: Option<String>,
    ) -> Result<String, JsError> {
        let asked = Asked::new(lang, [first, second, third, None, None])?;
        self.0.ask(operation, &asked).ok_or_else(|| not_here(operation))
    }

    /// Returns its own text, and an empty one where nothing could be read.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.text()
    }
}

fn not_here(operation: &str) -> JsError {
    JsError::new(&["`", operation, "` needs the rules of `lokmin/full`"].concat())
}
