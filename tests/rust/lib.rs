//! The conformance cases of lokmin: what they are, and how they are read.
//!
//! Every file under `cases/` is `{"operation": ..., "cases": [...]}`. The Rust runner is `conformance.rs`, with its
//! operation table in `operations.rs`; Python and JavaScript have the same two files.

mod cases;
mod input;

pub use cases::{Answer, Case, ExpectedProblem, Suite, suites};
pub use input::Input;

/// The Rust examples of the first page.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct FirstPage;
