//! The conformance cases of lokmin, and the Rust runner.
