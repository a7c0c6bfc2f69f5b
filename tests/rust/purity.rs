//! Proves that the core stays pure: no binding crate and no clock among its dependencies.

use std::process::Command;

/// Crates that the core never depends on, and then features that it never switches on.
const FORBIDDEN: [&str; 6] =
    ["pyo3", "wasm-bindgen", "js-sys", "web-sys", "iana-time-zone", "chrono feature \"clock\""];

/// How many of them are forbidden with the feature `arrow` too: its crates switch the clock of chrono on, which the lint on
/// `Utc::now` and its like keeps the core from asking.
const FORBIDDEN_WITH_ARROW: usize = 4;

/// The dependencies of the core for a target, one a line, with the features that are on.
fn tree(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--package", "lokmin-core", "--edges", "normal,features", "--prefix", "none"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output();
    output.map_or_else(|error| error.to_string(), |output| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn assert_pure(arguments: &[&str], forbidden: &[&str]) {
    let tree = tree(arguments);
    assert!(tree.starts_with("lokmin-core v"), "cargo tree {arguments:?} gave {tree}");
    let impure: Vec<&str> =
        tree.lines().filter(|line| forbidden.iter().any(|forbidden| line.starts_with(forbidden))).collect();
    assert!(impure.is_empty(), "cargo tree {arguments:?} has {impure:?}");
}

#[test]
fn the_core_is_pure_on_this_machine() {
    assert_pure(&[], &FORBIDDEN);
    assert_pure(&["--features", "parallel,schema"], &FORBIDDEN);
    assert_pure(&["--all-features"], &FORBIDDEN[..FORBIDDEN_WITH_ARROW]);
}

#[test]
fn the_core_is_pure_in_the_browser() {
    assert_pure(&["--target", "wasm32-unknown-unknown"], &FORBIDDEN);
    assert_pure(&["--target", "wasm32-unknown-unknown", "--features", "parallel,schema"], &FORBIDDEN);
}

#[test]
fn a_forbidden_crate_would_be_found() {
    let tree = tree(&["--package", "lokmin-wasm"]);
    assert!(tree.lines().any(|line| line.starts_with("wasm-bindgen")), "{tree}");
}
