//! What people write of regions and in lines of attendance lists.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lokmin_core::region::{System, parse_region};
use lokmin_core::sector::{expand_place, recognise_sector};
use lokmin_core::{Decimal, IndicatorCode, RegionCode};
use lokmin_fuzz::check;

fuzz_target!(|text: &str| {
    if let Some(recognition) = check(recognise_sector(text)) {
        for found in &recognition.sectors {
            assert!(text.contains(&found.written), "{:?}", found.written);
        }
        if let Some(name) = &recognition.name {
            assert!(text.contains(name.as_str()), "{name:?}");
        }
    }
    for system in [None, Some(System::Kemendagri), Some(System::Bps)] {
        if let Some(code) = check(parse_region(text, system)) {
            assert_eq!(code.to_string().parse(), Ok(code));
        }
    }
    check(text.parse::<RegionCode>());
    check(text.parse::<IndicatorCode>());
    if let Some(number) = check(text.parse::<Decimal>()) {
        assert_eq!(number.to_string().parse(), Ok(number));
    }
    assert!(expand_place(text).len() <= 16 * (text.len() + 1));
});
