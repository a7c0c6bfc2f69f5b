//! The operation table of the Rust face: each operation by its name in the case files.

use std::str::FromStr;

use chrono::NaiveDate;
use lokmin_core::calendar::{
    ClockTime, Holidays, StatedSpan, parse_date, parse_iso_date, parse_quarter, parse_span, parse_time,
};
use lokmin_core::document::validate_at;
use lokmin_core::exchange::table::read_table;
use lokmin_core::forum::coverage_json;
use lokmin_core::indicator::{self, Catalogue, Targets};
use lokmin_core::number::parse_number;
use lokmin_core::recommendation::{self, Register};
use lokmin_core::region::{CodeChanges, Level, RegionIndex, parse_region};
use lokmin_core::sector::{SectorAliases, expand_place, recognise_sector};
use lokmin_core::{
    Kind, Lang, Month, Outcome, Problem, Quarter, WorkingArea, Year, accreditation, assess, cadence, render, review,
    validate,
};
use lokmin_tests::{Answer, ExpectedProblem, Input};
use serde_json::{Value, json};

/// Runs one operation; `Err` when the case's input does not fit it.
pub(crate) type Operation = fn(&Input<'_>) -> Result<Answer, String>;

/// Returns the operation with a name.
pub(crate) fn operation(name: &str) -> Option<Operation> {
    Some(match name {
        // --- calendar ---
        "add_months" => |input| {
            let (month, months) = (outcome(input.text("month")?.parse::<Month>()), input.integer("months")?);
            answer(month.map(|month| month.checked_add(months)))
        },
        "add_quarters" => |input| {
            let (quarter, quarters) = (outcome(input.text("quarter")?.parse::<Quarter>()), input.integer("quarters")?);
            answer(quarter.map(|quarter| quarter.checked_add(quarters)))
        },
        "clock_time" => |input| answer(input.text("text")?.parse::<ClockTime>()),
        "holidays" => |input| answer(Holidays::from_csv(input.text("csv")?)),
        "holidays_of_year" => |input| {
            let year = i32::try_from(input.integer("year")?).map_err(|error| error.to_string())?;
            answer(match input.optional_text("csv")? {
                Some(csv) => Holidays::from_csv(csv).and_then(|holidays| holidays.of_year(year)),
                None => Holidays::indonesia_2024_2026().of_year(year),
            })
        },
        "month" => |input| answer(input.text("text")?.parse::<Month>()),
        "month_containing" => |input| answer(outcome(parse_iso_date(input.text("date")?)).map(Month::containing)),
        "month_facts" => |input| answer(outcome(input.text("month")?.parse()).map(month_facts)),
        "month_from_dhis2" => |input| answer(Month::from_dhis2(input.text("text")?)),
        "parse_date" => |input| answer(parse_date(input.text("text")?, year(input)?)),
        "parse_iso_date" => |input| answer(outcome(parse_iso_date(input.text("text")?)).map(iso)),
        "parse_quarter" => |input| answer(parse_quarter(input.text("text")?, year(input)?, date(input, "on")?)),
        "parse_span" => |input| {
            let on = date(input, "on")?.ok_or("the input lacks `on`")?;
            answer(parse_span(input.text("text")?, on, canonical(input, "reviewed")?))
        },
        "parse_time" => |input| answer(parse_time(input.text("text")?)),
        "quarter" => |input| answer(input.text("text")?.parse::<Quarter>()),
        "quarter_containing" => |input| answer(outcome(parse_iso_date(input.text("date")?)).map(Quarter::containing)),
        "quarter_facts" => |input| answer(outcome(input.text("quarter")?.parse()).map(quarter_facts)),
        "quarter_from_dhis2" => |input| answer(Quarter::from_dhis2(input.text("text")?)),
        "reviewed_by_default" => |input| {
            let quarter = outcome(input.text("quarter")?.parse::<Quarter>());
            answer(quarter.map(StatedSpan::reviewed_by_default))
        },
        "stated_span" => |input| answer(StatedSpan::from_json(input.text("json")?)),
        _ => return room_operation(name).or_else(|| assess_operation(name)),
    })
}

/// Returns the operation of the rooms above the calendar with a name.
fn room_operation(name: &str) -> Option<Operation> {
    Some(match name {
        // --- region ---
        "check_region" => |input| {
            let code = outcome(input.text("code")?.parse());
            answer(RegionIndex::from_csv(input.text("csv")?).and_then(|index| code.and_then(|code| index.check(code))))
        },
        "find_region" => |input| {
            let (within, level) = (canonical(input, "within")?, canonical::<Level>(input, "level")?);
            let name = input.text("name")?;
            answer(RegionIndex::from_csv(input.text("csv")?).and_then(|index| index.find(name, within, level)))
        },
        "map_region_code" => |input| {
            let changes = CodeChanges::from_csv(input.text("changes_csv")?);
            let changes = match input.optional_text("mapping")? {
                Some(mapping) => changes.and_then(|changes| changes.with_mapping(mapping)),
                None => changes,
            };
            let code = canonical(input, "code")?.ok_or("the input lacks `code`")?;
            let (from, to) = (edition(input, "from")?, edition(input, "to")?);
            answer(changes.and_then(|changes| changes.map(code, from, to)))
        },
        "parse_region" => |input| answer(parse_region(input.text("text")?, canonical(input, "system")?)),
        // --- sector ---
        "expand_place" => {
            |input| Ok(Answer { value: Some(expand_place(input.text("text")?).into()), problems: vec![] })
        }
        "recognise_sector" => |input| {
            let text = input.text("text")?;
            answer(match input.optional_text("aliases_csv")? {
                Some(csv) => SectorAliases::built_in().with_csv(csv).and_then(|aliases| aliases.recognise(text)),
                None => recognise_sector(text),
            })
        },
        // --- forum ---
        "find_village" => |input| {
            let area = WorkingArea::from_json(&input.document("working_area")?).into_result();
            let area = area.map_err(|problems| problems.to_string())?;
            answer(area.find_village(input.text("name")?))
        },
        "sector_coverage" => |input| answer(coverage_json(&input.all())),
        // --- cadence ---
        "evaluate_cadence" => |input| answer(cadence::evaluate_json(&input.all())),
        "evaluate_cadence_columns" => |input| answer(cadence::evaluate_columns_json(&input.all())),
        "explain_cadence" => |input| {
            let lang = input.text("lang")?.parse().map_err(|error| format!("{error}"))?;
            answer(cadence::explain_json(&input.without("lang"), lang))
        },
        "place_meeting" => |input| answer(cadence::place_json(&input.all())),
        "schedule" => |input| answer(cadence::schedule_json(&input.all())),
        // --- render ---
        "render_follow_up_matrix" => |input| rendered(input, render::render_follow_up_matrix),
        "render_review" => |input| rendered(input, render::render_review),
        "render_village_reports" => |input| rendered(input, render::render_village_reports),
        // --- review ---
        "review" => |input| answer(review::review(&input.document("request")?)),
        // --- indicator ---
        "indicator" => |input| answer(indicator::indicator_json(&input.all())),
        "lookup_target" => |input| answer(indicator::lookup_target_json(&input.all())),
        "read_catalogue_csv" => {
            |input| answer(Catalogue::from_csv(input.text("text")?).map(|catalogue| catalogue.document()))
        }
        "read_targets_csv" => |input| answer(Targets::from_csv(input.text("text")?).map(|targets| targets.document())),
        "resolve_indicator" => |input| answer(indicator::resolve_indicator_json(&input.all())),
        "target_sources" => |input| answer(indicator::target_sources_json(&input.all())),
        // --- document ---
        "validate" => |input| {
            let kind: Kind = canonical(input, "kind")?.ok_or("the input lacks `kind`")?;
            answer(match input.optional_text("text")? {
                Some(text) => validate(kind, text),
                None => validate(kind, &input.document("document")?),
            })
        },
        "validate_at" => |input| {
            let kind: Kind = canonical(input, "kind")?.ok_or("the input lacks `kind`")?;
            answer(validate_at(kind, &input.document("document")?, input.text("at")?))
        },
        // --- number ---
        "parse_number" => |input| answer(parse_number(input.text("text")?)),
        _ => return register_operation(name),
    })
}

/// Returns the operation of recommendations and their register with a name.
fn register_operation(name: &str) -> Option<Operation> {
    Some(match name {
        "transitions" => |_| answer(Ok::<_, Problem>(recommendation::transitions())),
        "next_state" => |input| answer(recommendation::next_state_json(&input.all())),
        "read_register" => |input| {
            answer(
                register(input)?
                    .map(|register| json!({ "events": register.len(), "recommendations": register.recommendations() })),
            )
        },
        "register_lines" => |input| answer(register(input)?.map(|register| register.lines().collect::<Vec<_>>())),
        "register_conflicts" => {
            |input| answer(register(input)?.map(|register| serde_json::to_value(register.conflicts()).ok()))
        }
        "register_events" => |input| {
            let id = input.text("recommendation")?;
            answer(register(input)?.map(|register| {
                register.events_of(id).map(serde_json::to_value).filter_map(Result::ok).collect::<Vec<_>>()
            }))
        },
        "apply_event" => |input| {
            let event = input.document("event")?;
            answer(register(input)?.and_then(|mut register| register.apply_json(&event)))
        },
        "carry_over" => |input| {
            let question = input.document("question")?;
            answer(register(input)?.and_then(|mut register| register.carry_over_json(&question)))
        },
        "follow_up" => |input| asked(input, |register, question| owned(register.follow_up_json(question))),
        "agenda" => |input| asked(input, |register, question| owned(register.agenda_json(question))),
        "figures" => |input| asked(input, |register, question| owned(register.figures_json(question))),
        _ => return None,
    })
}

/// Makes the register of a case: of `lines` or `events`, merged with further copies, which must come to the same in any
/// order.
fn register(input: &Input<'_>) -> Result<Outcome<Register>, String> {
    let policy = input.optional("policy");
    let of = |events: &Value| Register::from_events_json(&json!({ "events": events, "policy": policy }).to_string());
    let mut register = match input.optional_text("lines")? {
        Some(lines) => Register::read_with(lines.as_bytes(), policy.map(Value::to_string).as_deref()),
        None => of(input.value("events")?),
    };
    for copy in input.optional("merge").and_then(Value::as_array).into_iter().flatten() {
        register = register.and_then(|mut register| {
            of(copy).and_then(|mut copy| {
                let other = register.clone();
                let problems = register.merge(&copy);
                assert_eq!(copy.merge(&other), problems, "the other way round something else is told");
                assert_eq!(copy.to_text(), register.to_text(), "the other way round it is another register");
                Outcome::with_warnings(register, problems)
            })
        });
    }
    Ok(register)
}

/// Asks the register of a case its `question`.
fn asked(input: &Input<'_>, ask: impl FnOnce(&Register, &str) -> Outcome<Option<Value>>) -> Result<Answer, String> {
    let question = input.document("question")?;
    answer(register(input)?.and_then(|register| ask(&register, &question)))
}

/// Copies what an answer borrows from the register.
fn owned<T: serde::Serialize>(outcome: Outcome<T>) -> Outcome<Option<Value>> {
    outcome.map(|value| serde_json::to_value(value).ok())
}

/// Writes pages: a request, a format and a language.
fn rendered(
    input: &Input<'_>,
    write: impl Fn(&str, &str, Lang) -> Outcome<Vec<render::File>>,
) -> Result<Answer, String> {
    let lang = input.text("lang")?.parse().map_err(|error| format!("{error}"))?;
    answer(write(&input.document("request")?, input.text("format")?, lang))
}

/// Returns the operation of accreditation or assessment with a name; each takes one request.
fn assess_operation(name: &str) -> Option<Operation> {
    Some(match name {
        "accreditation" => |input| answer(accreditation::accreditation_json(&input.document("request")?)),
        "explain_accreditation" => |input| {
            let lang = input.text("lang")?.parse().map_err(|error| format!("{error}"))?;
            answer(accreditation::explain_json(&input.document("request")?, lang))
        },
        "assess_defaults" => |_| answer(Ok::<_, Problem>(assess::DEFAULTS)),
        "assess_series" => |input| answer(assess::assess_series(&input.document("request")?)),
        "drop_out" => |input| answer(assess::drop_out(&input.document("request")?)),
        "explain_roll_up" => |input| answer(assess::explain_roll_up(&input.document("request")?)),
        "explain_series" => |input| answer(assess::explain_series(&input.document("request")?)),
        "iks" => |input| answer(assess::iks(&input.document("request")?)),
        "iks_area" => |input| answer(assess::iks_area(&input.document("request")?)),
        "pkp" => |input| answer(assess::pkp(&input.document("request")?)),
        "published_percentage" => |input| answer(assess::published_percentage(&input.document("request")?)),
        "quality" => |input| answer(assess::quality(&input.document("request")?)),
        "rank" => |input| answer(assess::rank_areas(&input.document("request")?)),
        "roll_up" => |input| answer(assess::roll_up(&input.document("request")?)),
        "skdn" => |input| answer(assess::skdn(&input.document("request")?)),
        "suppress" => |input| answer(assess::suppress(&input.document("request")?)),
        "read_table" => |input| answer(read_table(&input.document("request")?)),
        "uci" => |input| answer(assess::uci(&input.document("request")?)),
        _ => return None,
    })
}

fn year(input: &Input<'_>) -> Result<Option<i32>, String> {
    let year = input.optional("year").map(|_| input.integer("year")).transpose()?;
    year.map(i32::try_from).transpose().map_err(|error| error.to_string())
}

fn date(input: &Input<'_>, name: &'static str) -> Result<Option<NaiveDate>, String> {
    let text = input.optional_text(name)?;
    text.map(parse_iso_date).transpose().map_err(|problem| problem.to_string())
}

/// Returns an argument that has to be in its canonical form.
fn canonical<T: FromStr<Err = Problem>>(input: &Input<'_>, name: &'static str) -> Result<Option<T>, String> {
    input.optional_text(name)?.map(str::parse).transpose().map_err(|problem: Problem| problem.to_string())
}

fn edition(input: &Input<'_>, name: &'static str) -> Result<Year, String> {
    let year = i32::try_from(input.integer(name)?).map_err(|error| error.to_string())?;
    Year::new(year).ok_or_else(|| format!("`{name}` is no year"))
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
