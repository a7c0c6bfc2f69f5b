//! Targets and catalogues as sheets: CSV with one row an entry.
//!
//! A row becomes the JSON object that the document would have, and is then read as that document is: the same rules, the
//! same problems, with the path of the row.

use super::catalogue::{Catalogue, CatalogueDocument, check_words};
use super::definition::Definition;
use super::entry::{TargetEntry, contradiction};
use super::target::{Place, Targets};
use crate::json::{Member, Node, Reader};
use crate::problem::{Location, Outcome, Problem, ProblemCode};
use crate::table::read_rows;

const TARGET_COLUMNS: [&str; 11] = [
    "area",
    "year",
    "rate",
    "count",
    "none",
    "basis",
    "source",
    "certainty",
    "baseline_rate",
    "baseline_count",
    "baseline_year",
];

impl Targets {
    /// Reads targets from CSV, separated by commas or semicolons.
    ///
    /// | column | what |
    /// | :-- | :-- |
    /// | `indicator` | the code; needed |
    /// | `area` | a region code or `puskesmas:` and its code; empty: everywhere |
    /// | `year` | empty: every year |
    /// | `rate` | with a decimal comma or point: `92,5` |
    /// | `count` | a whole number |
    /// | `baseline_rate`, `baseline_count`, `baseline_year` | for "no increase" |
    /// | `none` | why there is deliberately no target |
    /// | `basis` | `routine` or `survey` |
    /// | `source`, `certainty` | as in the document |
    ///
    /// Other columns are passed over. A rate such as `2.254` is refused, because it may be thousands.
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Targets;
    /// let outcome = Targets::from_csv("indicator;area;year;rate\nK6;15.04;2025;92,5\nAKI;15.04;2025;\n");
    /// assert_eq!(outcome.problems().as_slice()[0].path().to_string(), "/rows/1");
    /// ```
    pub fn from_csv(text: &str) -> Outcome<Self> {
        let mut reader = Reader::default();
        let mut targets = Self::default();
        read_rows(text, ["indicator"], TARGET_COLUMNS, &mut reader, |row, [indicator], cells, at, reader| {
            let mut members = Vec::new();
            if !indicator.is_empty() {
                members.push(("indicator".into(), text_node(indicator)));
            }
            let mut baseline = Vec::new();
            let mut is_sound = true;
            for (name, cell) in TARGET_COLUMNS.into_iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                let (list, member) = match name.strip_prefix("baseline_") {
                    Some(member) => (&mut baseline, member),
                    None => (&mut members, name),
                };
                let node = match member {
                    "rate" => rate_node(cell),
                    "count" | "year" => whole_node(cell),
                    _ => Ok(text_node(cell)),
                };
                match node {
                    Ok(node) => list.push((member.into(), node)),
                    Err(problem) => {
                        reader.report(&at.key(name), problem);
                        is_sound = false;
                    }
                }
            }
            if !baseline.is_empty() {
                members.push(("no_increase".into(), Node::Object(baseline)));
            }
            let Some(entry) = is_sound.then(|| TargetEntry::read(&Node::Object(members), at, reader)).flatten() else {
                return;
            };
            let indicator = entry.indicator;
            if !targets.put(entry, Place::Row(row)) {
                reader.report(at, contradiction(indicator));
            }
        });
        Outcome::new(Some(targets), reader.finish())
    }
}

const NEEDED_COLUMNS: [&str; 16] = [
    "code",
    "name_id",
    "name_en",
    "lay_name",
    "cluster",
    "numerator_text",
    "denominator_text",
    "multiplier",
    "direction",
    "numerator",
    "denominator",
    "target_profile",
    "level",
    "reason",
    "source",
    "certainty",
];

const OPTIONAL_COLUMNS: [&str; 11] = [
    "numerator_text_en",
    "denominator_text_en",
    "unit_id",
    "unit_en",
    "months",
    "is_count",
    "signed",
    "sensitive",
    "aliases",
    "not_to_be_mixed_with",
    "replaces",
];

impl Catalogue {
    /// Reads a catalogue from CSV, separated by commas or semicolons: one row an indicator, one column a member.
    ///
    /// Needed: `code`, `name_id`, `name_en`, `lay_name`, `cluster`, `numerator_text`, `denominator_text`, `multiplier`,
    /// `direction`, `numerator`, `denominator`, `target_profile`, `level`, `reason`, `source`, `certainty`. Optional:
    /// `numerator_text_en`, `denominator_text_en`, `unit_id`, `unit_en`, `months`, `is_count`, `signed`, `sensitive` (`true`
    /// or `false`), `aliases`, `not_to_be_mixed_with`, `replaces`. Several months, aliases or codes in a cell are separated
    /// by `|`. Targets are a sheet of their own, see [`Targets::from_csv`].
    ///
    /// # Example
    ///
    /// ```
    /// use lokmin_core::indicator::Catalogue;
    /// let outcome = Catalogue::from_csv("code,name_id\nX1,Indikator sendiri\n");
    /// assert_eq!(outcome.problems().as_slice()[0].code().as_str(), "csv.missing_column");
    /// ```
    pub fn from_csv(text: &str) -> Outcome<Self> {
        let mut reader = Reader::default();
        let mut rows = Vec::new();
        let mut indicators = Vec::new();
        read_rows(text, NEEDED_COLUMNS, OPTIONAL_COLUMNS, &mut reader, |row, needed, optional, at, reader| {
            let cells = NEEDED_COLUMNS.into_iter().zip(needed).chain(OPTIONAL_COLUMNS.into_iter().zip(optional));
            let filled = cells.filter(|(_, cell)| !cell.is_empty());
            let node = Node::Object(filled.map(|(name, cell)| (name.into(), definition_node(name, cell))).collect());
            if let Some(definition) = Definition::read(&node, at, reader) {
                rows.push(row);
                indicators.push(definition);
            }
        });
        let list = Location::ROOT.key("rows");
        check_words(&indicators, &mut reader, |index| list.index(rows.get(index).copied().unwrap_or(index)));
        let document = CatalogueDocument { indicators, pairs: Vec::new() };
        Outcome::new(Some(Self::of(document)), reader.finish())
    }
}

/// Makes the JSON value that a cell of a definition stands for.
fn definition_node<'a>(name: &str, cell: &'a str) -> Node<'a> {
    let number = |cell: &'a str| whole_node(cell).unwrap_or_else(|_| text_node(cell));
    let list = |node: fn(&'a str) -> Node<'a>| Node::List(cell.split('|').map(|part| node(part.trim())).collect());
    match (name, cell) {
        ("cluster" | "multiplier", _) => number(cell),
        ("is_count" | "signed" | "sensitive", "true") => Node::Bool(true),
        ("is_count" | "signed" | "sensitive", "false") => Node::Bool(false),
        ("months", _) => list(|part| whole_node(part).unwrap_or_else(|_| text_node(part))),
        ("aliases" | "not_to_be_mixed_with" | "replaces", _) => list(text_node),
        _ => text_node(cell),
    }
}

fn text_node(cell: &str) -> Node<'_> {
    Node::String(cell.into())
}

/// Reads a whole number of a cell.
fn whole_node(cell: &str) -> Result<Node<'_>, Problem> {
    let format = || Problem::new(ProblemCode::NumberFormat).with("found", cell);
    let is_plain = cell.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| cell.parse().ok()).flatten().map(Node::Integer).ok_or_else(format)
}

/// Reads a rate of a cell, with a decimal comma or point; refuses what may be thousands.
fn rate_node(cell: &str) -> Result<Node<'_>, Problem> {
    if let Some((whole, part)) = cell.split_once('.') {
        let is_group = matches!(whole.len(), 1..=3) && !whole.starts_with('0') && part.len() == 3;
        if is_group && [whole, part].iter().all(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(Problem::new(ProblemCode::NumberAmbiguous).with("found", cell));
        }
        return Ok(text_node(cell));
    }
    match cell.split_once(',') {
        Some((whole, part)) if !part.contains(',') => Ok(Node::String(format!("{whole}.{part}").into())),
        _ => Ok(text_node(cell)),
    }
}
