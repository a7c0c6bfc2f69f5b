//! The pages from JSON text, for callers that have JSON.
