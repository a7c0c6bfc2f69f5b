//! Short forms of place names: "Ma. Tembesi" is Muara Tembesi.

use std::sync::LazyLock;

use crate::json::Reader;
use crate::table::read_rows;

/// Short form in small letters, and the word it stands for.
static SHORT_FORMS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut forms = Vec::new();
    let mut reader = Reader::default();
    let text = include_str!("../../data/place_abbreviations.csv");
    read_rows(text, ["abbreviation", "full"], [], &mut reader, |_, [short, full], [], _, _| {
        forms.push((short.to_lowercase(), full.to_owned()));
    });
    let problems = reader.finish();
    debug_assert!(problems.is_empty(), "the built-in short forms: {problems}");
    forms
});

/// Writes the short forms of a place name in full.
///
/// Only forms written with a full stop and another word after them are changed, and only those that stand for one word
/// (general usage, fairly certain); `Pd.` (Padang, Pondok) and `Bt.` (Batu, Bukit, Batang) are left as they are. White
/// space becomes single spaces.
///
/// # Example
///
/// ```
/// use lokmin_core::sector::expand_place;
/// assert_eq!(expand_place("Puskesmas Pasar Ma. Tembesi"), "Puskesmas Pasar Muara Tembesi");
/// assert_eq!(expand_place("Kec.Lumbir"), "Kecamatan Lumbir");
/// assert_eq!(expand_place("Budi, MA."), "Budi, MA.");
/// ```
#[must_use]
pub fn expand_place(text: &str) -> String {
    let mut expanded = String::with_capacity(text.len());
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let mut rest = word;
        while let Some((short, after)) = rest.split_once('.') {
            let lower = short.to_lowercase();
            let full = SHORT_FORMS.iter().find(|(known, _)| *known == lower).map(|(_, full)| full.as_str());
            let Some(full) = full.filter(|_| !after.is_empty() || words.peek().is_some()) else { break };
            expanded.push_str(full);
            if !after.is_empty() {
                expanded.push(' ');
            }
            rest = after;
        }
        expanded.push_str(rest);
        if words.peek().is_some() {
            expanded.push(' ');
        }
    }
    expanded
}
