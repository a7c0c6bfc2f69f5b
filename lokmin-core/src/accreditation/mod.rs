//! What accreditation asks of the forums, as far as documents show it.

mod documents;

pub use documents::{DOCUMENTS, MissingDocument, missing_documents};
