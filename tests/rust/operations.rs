//! The operation table of the Rust face: each operation by its name in the case files.

use chrono::NaiveDate;
use lokmin_core::calendar::parse_iso_date;
use lokmin_core::{Month, Outcome, Quarter, assess};
use lokmin_tests::{Answer, ExpectedProblem, Input};
use serde_json::{Value, json};

/// Runs one operation; `Err` when the case's input does not fit it.
pub(crate) type Operation = fn(&Input<'_>) -> Result<Answer, String>;

/// Returns the operation with a name.
pub(crate) fn operation(name: &str) -> Option<Operation> {
    Some(match name {
        // --- assess ---
        "assess_defaults" => |_| answer(Ok::<_, lokmin_core::Problem>(assess::DEFAULTS)),
        "assess_series" => |input| answer(assess::assess_series(&input.document("request")?)),
        "drop_out" => |input| answer(assess::drop_out(&input.document("request")?)),
        "explain_series" => |input| answer(assess::explain_series(&input.document("request")?)),
        "iks" => |input| answer(assess::iks(&input.document("request")?)),
        "pkp" => |input| answer(assess::pkp(&input.document("request")?)),
        "published_percentage" => |input| answer(assess::published_percentage(&input.document("request")?)),
        "quality" => |input| answer(assess::quality(&input.document("request")?)),
        "rank" => |input| answer(assess::rank_areas(&input.document("request")?)),
        "roll_up" => |input| answer(assess::roll_up(&input.document("request")?)),
        "skdn" => |input| answer(assess::skdn(&input.document("request")?)),
        "suppress" => |input| answer(assess::suppress(&input.document("request")?)),
        "uci" => |input| answer(assess::uci(&input.document("request")?)),
        // --- calendar ---
        "add_months" => |input| {
            let (month, months) = (outcome(input.text("month")?.parse::<Month>()), input.integer("months")?);
            answer(month.map(|month| month.checked_add(months)))
        },
        "add_quarters" => |input| {
            let (quarter, quarters) = (outcome(input.text("quarter")?.parse::<Quarter>()), input.integer("quarters")?);
            answer(quarter.map(|quarter| quarter.checked_add(quarters)))
        },
        "month_containing" => |input| answer(outcome(parse_iso_date(input.text("date")?)).map(Month::containing)),
        "month_facts" => |input| answer(outcome(input.text("month")?.parse()).map(month_facts)),
        "month_from_dhis2" => |input| answer(Month::from_dhis2(input.text("text")?)),
        "parse_iso_date" => |input| answer(outcome(parse_iso_date(input.text("text")?)).map(iso)),
        "quarter_containing" => |input| answer(outcome(parse_iso_date(input.text("date")?)).map(Quarter::containing)),
        "quarter_facts" => |input| answer(outcome(input.text("quarter")?.parse()).map(quarter_facts)),
        _ => return None,
    })
}

/// Turns what the core returns into what cases compare.
fn answer<T: serde::Serialize>(outcome: impl Into<Outcome<T>>) -> Result<Answer, String> {
    let (value, problems) = outcome.into().into_parts();
    let value = value.map(serde_json::to_value).transpose().map_err(|error| error.to_string())?;
    let problems = problems
        .iter()
        .map(|problem| ExpectedProblem { code: problem.code().to_string(), path: problem.path().to_string() })
        .collect();
    Ok(Answer { value, problems })
}

fn outcome<T>(result: impl Into<Outcome<T>>) -> Outcome<T> {
    result.into()
}

fn iso(date: NaiveDate) -> String {
    date.to_string()
}

fn quarter_facts(quarter: Quarter) -> Value {
    json!({
        "quarter": quarter,
        "year": quarter.year(),
        "number": quarter.number(),
        "first_day": iso(quarter.first_day()),
        "last_day": iso(quarter.last_day()),
        "months": quarter.months(),
        "next": quarter.next(),
        "previous": quarter.previous(),
    })
}

fn month_facts(month: Month) -> Value {
    json!({
        "month": month,
        "year": month.year(),
        "number": month.number(),
        "first_day": iso(month.first_day()),
        "last_day": iso(month.last_day()),
        "quarter": month.quarter(),
        "next": month.next(),
        "previous": month.previous(),
        "dhis2": month.to_dhis2(),
    })
}
