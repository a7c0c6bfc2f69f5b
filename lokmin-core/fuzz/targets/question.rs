//! Questions as JSON, of accreditation, assessment, cadence, coverage, indicators and reviews: a line with the operation, and the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lokmin_core::exchange::table;
use lokmin_core::{Lang, accreditation, assess, cadence, forum, indicator, review};
use lokmin_fuzz::{check, split};

fuzz_target!(|input: &str| {
    let Some((operation, _, text)) = split(input) else { return };
    match operation {
        "accreditation" => drop(check(accreditation::accreditation_json(text))),
        "explain_accreditation" => drop(check(accreditation::explain_json(text, Lang::En))),
        "review" => drop(check(review::review(text))),
        "assess_series" => drop(check(assess::assess_series(text))),
        "drop_out" => drop(check(assess::drop_out(text))),
        "explain_roll_up" => drop(check(assess::explain_roll_up(text))),
        "explain_series" => drop(check(assess::explain_series(text))),
        "iks" => drop(check(assess::iks(text))),
        "iks_area" => drop(check(assess::iks_area(text))),
        "pkp" => drop(check(assess::pkp(text))),
        "published_percentage" => drop(check(assess::published_percentage(text))),
        "quality" => drop(check(assess::quality(text))),
        "rank" => drop(check(assess::rank_areas(text))),
        "roll_up" => drop(check(assess::roll_up(text))),
        "skdn" => drop(check(assess::skdn(text))),
        "suppress" => drop(check(assess::suppress(text))),
        "read_table" => drop(check(table::read_table(text))),
        "uci" => drop(check(assess::uci(text))),
        "evaluate_cadence" => drop(check(cadence::evaluate_json(text))),
        "evaluate_cadence_columns" => drop(check(cadence::evaluate_columns_json(text))),
        "explain_cadence" => drop(check(cadence::explain_json(text, Lang::Id))),
        "place_meeting" => drop(check(cadence::place_json(text))),
        "schedule" => drop(check(cadence::schedule_json(text))),
        "sector_coverage" => drop(check(forum::coverage_json(text))),
        "indicator" => drop(check(indicator::indicator_json(text))),
        "lookup_target" => drop(check(indicator::lookup_target_json(text))),
        "resolve_indicator" => drop(check(indicator::resolve_indicator_json(text))),
        "target_sources" => drop(check(indicator::target_sources_json(text))),
        _ => {}
    }
});
