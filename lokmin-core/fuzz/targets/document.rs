//! Documents of every kind: a line with the kind, and the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lokmin_core::document::read;
use lokmin_core::{Kind, validate};
use lokmin_fuzz::{check, split};

fuzz_target!(|input: &str| {
    let Some((kind, _, text)) = split(input) else { return };
    let Ok(kind) = kind.parse::<Kind>() else { return };
    if let Some(document) = check(validate(kind, text)) {
        let written = serde_json::to_string(&document).expect("a document is JSON");
        let again = check(validate(kind, &written)).expect("what was written can be read");
        assert_eq!(again, document);
    }
    check(read(text));
});
