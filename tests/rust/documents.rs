//! The JSON Schemas: committed as generated, and of the same mind as the reader.

#![expect(clippy::expect_used, clippy::panic, reason = "a file of the project that cannot be read is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

use lokmin_core::document::{Kind, json_schema, validate};
use lokmin_core::recommendation::{State, TransitionRow, state_diagram, transitions};
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read_json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// `LOKMIN_BLESS=1 cargo test -p lokmin-tests` writes the files anew; read the diff.
#[test]
fn committed_schemas_are_as_generated() {
    for kind in Kind::ALL {
        let path = root().join(format!("lokmin-core/schema/{kind}.schema.json"));
        let generated = format!("{:#}\n", json_schema(*kind));
        if std::env::var_os("LOKMIN_BLESS").is_some() {
            fs::write(&path, &generated).expect("the schema folder can be written");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == generated, "{} is out of date: LOKMIN_BLESS=1 writes it anew", path.display());
    }
}

#[test]
fn schemas_are_sound_2020_12() {
    for kind in Kind::ALL {
        let schema = json_schema(*kind);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{kind}: {error}"));
    }
}

/// In Python `$` also stands before a final line break, which no canonical text has.
#[test]
fn no_pattern_lets_a_final_line_break_pass() {
    fn patterns<'a>(schema: &'a Value, found: &mut Vec<&'a str>) {
        match schema {
            Value::Object(members) => {
                found.extend(members.get("pattern").and_then(Value::as_str));
                members.values().for_each(|member| patterns(member, found));
            }
            Value::Array(items) => items.iter().for_each(|item| patterns(item, found)),
            _ => {}
        }
    }
    for kind in Kind::ALL {
        let schema = json_schema(*kind);
        let mut found = Vec::new();
        patterns(&schema, &mut found);
        assert!(!found.is_empty(), "{kind}");
        for pattern in found {
            assert!(!pattern.ends_with('$'), "{kind}: {pattern}");
        }
    }
}

/// Every case of `structure.json` files: the reader and the schema agree whether the document has a sound structure.
#[test]
fn reader_and_schema_give_the_same_verdict_on_structure() {
    let mut compared = 0;
    for file in structure_files(&root().join("tests/cases")) {
        for case in read_json(&file)["cases"].as_array().expect("cases") {
            let input = &case["input"];
            let kind: Kind = input["kind"].as_str().expect("kind").parse().expect("a known kind");
            let validator = jsonschema::draft202012::options()
                .should_validate_formats(true)
                .build(&json_schema(kind))
                .expect("a sound schema");
            let read = validate(kind, &input["document"].to_string());
            let by_schema = validator.is_valid(&input["document"]);
            assert_eq!(
                read.is_ok(),
                by_schema,
                "{} `{}`: the reader says {:?}, the schema says {by_schema}",
                file.display(),
                case["name"],
                read.problems().as_slice()
            );
            compared += 1;
        }
    }
    assert!(compared >= 90, "only {compared} structural cases were found");
}

fn structure_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the case folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(structure_files(&path));
        } else if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with("structure.json")) {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn the_shipped_documents_are_sound() {
    let folder = root().join("lokmin-core/examples/data");
    let mut read = 0;
    for entry in fs::read_dir(folder).expect("the example data") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a readable file");
        let outcome = lokmin_core::document::read(&text);
        assert!(outcome.is_ok(), "{}: {:?}", path.display(), outcome.problems());
        assert!(outcome.problems().is_empty(), "{}: {:?}", path.display(), outcome.problems());
        read += 1;
    }
    assert!(read >= 6, "three forums and three working areas");
}

/// `LOKMIN_BLESS=1 cargo test -p lokmin-tests --test documents` writes the part anew; read the diff.
#[test]
fn the_lifecycle_in_the_documentation_is_that_of_the_table() {
    let (begin, end) = ("<!-- lifecycle: begin -->\n", "<!-- lifecycle: end -->");
    let path = root().join("lokmin-core/docs/RECOMMENDATIONS.md");
    let text = fs::read_to_string(&path).expect("the documentation");
    let (before, rest) = text.split_once(begin).expect("the beginning of the lifecycle");
    let (_, after) = rest.split_once(end).expect("the end of the lifecycle");
    let expected = format!("{before}{begin}{}{end}{after}", lifecycle());
    if std::env::var_os("LOKMIN_BLESS").is_some() {
        fs::write(&path, &expected).expect("the documentation can be written");
        return;
    }
    assert!(text == expected, "{} is out of date: LOKMIN_BLESS=1 writes it anew", path.display());
}

/// The lifecycle as Markdown: the diagram, the table, and what each step carries.
fn lifecycle() -> String {
    let table = transitions();
    let mut lines = vec![String::new(), "```mermaid".to_owned(), format!("{}```", state_diagram()), String::new()];
    lines.extend(["| in | step | leads to |", "| :-- | :-- | :-- |"].map(str::to_owned));
    let name = |state: Option<State>, other: &'static str| state.map_or(other, State::as_str);
    lines.extend(table.transitions.iter().map(|TransitionRow { from, step, outcome, to }| {
        let outcome = outcome.map_or_else(String::new, |outcome| format!(", `{outcome}`"));
        format!("| `{}` | `{step}`{outcome} | `{}` |", name(*from, "nothing yet"), name(*to, "the state before"))
    }));
    lines.extend(["", "| step | needs | may have |", "| :-- | :-- | :-- |"].map(str::to_owned));
    let code = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    lines.extend(
        table
            .steps
            .iter()
            .map(|row| format!("| `{}` (*{}*) | {} | {} |", row.step, row.id, code(&row.needs), code(&row.takes))),
    );
    lines.join("\n") + "\n\n"
}
