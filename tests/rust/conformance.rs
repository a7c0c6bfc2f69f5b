//! Runs every conformance case through the public functions of `lokmin-core`.

mod operations;

use std::collections::BTreeSet;
use std::panic::catch_unwind;

use lokmin_core::ProblemCode;
use lokmin_tests::{Answer, Case, Input, Suite, suites};

#[test]
fn every_case_gives_the_expected_answer() {
    let suites = suites().unwrap_or_else(|error| panic!("{error}"));
    let mut failures = Vec::new();
    let mut count = 0;
    for suite in &suites {
        for case in &suite.cases {
            count += 1;
            let fault = match run(suite, case) {
                Ok(answer) => case.difference(&answer),
                Err(fault) => Some(fault),
            };
            failures.extend(fault.map(|fault| format!("{} > {}\n    {fault}", suite.file, case.name)));
        }
    }
    assert!(count > 0, "there are no cases");
    assert!(failures.is_empty(), "{} of {count} cases failed:\n\n{}\n", failures.len(), failures.join("\n\n"));
}

#[test]
fn every_problem_code_is_produced_by_a_case() {
    let suites = suites().unwrap_or_else(|error| panic!("{error}"));
    let cases = suites.iter().flat_map(|suite| suite.cases.iter().map(move |case| (suite, case)));
    let seen: BTreeSet<String> = cases
        .filter_map(|(suite, case)| run(suite, case).ok())
        .flat_map(|answer| answer.problems)
        .map(|problem| problem.code)
        .collect();
    let missing: Vec<&str> =
        ProblemCode::ALL.iter().map(|code| code.as_str()).filter(|code| !seen.contains(*code)).collect();
    assert!(missing.is_empty(), "no case produces these codes: {}", missing.join(", "));
}

fn run(suite: &Suite, case: &Case) -> Result<Answer, String> {
    let operation = operations::operation(&suite.operation)
        .ok_or_else(|| format!("the operation `{}` is not in rust/operations.rs", suite.operation))?;
    let (answer, unread) = catch_unwind(|| {
        let input = Input::new(&case.input);
        (operation(&input), input.unread())
    })
    .map_err(|_| "the core panicked".to_owned())?;
    let answer = answer?;
    if unread.is_empty() { Ok(answer) } else { Err(format!("the operation takes no `{}`", unread.join("`, `"))) }
}
