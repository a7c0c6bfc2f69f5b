"""The operation table of the Python face: each operation by its name in the case files.

An operation takes the members of a case's input by name and returns what the public function returns; `plain` turns
that into what cases compare. A member that an operation does not take fails the case.
"""

from collections.abc import Callable
from datetime import date, time
from typing import Any, TypeVar

import lokmin
from lokmin import (
    CodeChanges,
    Holidays,
    LokminError,
    Month,
    Quarter,
    Recognition,
    RegionCode,
    RegionIndex,
    Register,
    SectorAliases,
    WorkingArea,
)

_T = TypeVar("_T")

OPERATIONS: dict[str, Callable[..., Any]] = {}


def operation(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add a function to the table under its own name."""
    OPERATIONS[function.__name__] = function
    return function


def plain(value: Any) -> Any:
    """Return a Python value as JSON has it."""
    match value:
        case Quarter() | Month() | RegionCode():
            return str(value)
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case Recognition():
            return {name: getattr(value, name) for name in ("code", "sectors", "capacity", "principal", "name")}
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case _:
            return value


# --- calendar ---


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def renamed(arguments: dict[str, Any]) -> dict[str, Any]:
    """Return named arguments with `from`, which Python keeps for itself, as `from_`."""
    return {"from_" if name == "from" else name: value for name, value in arguments.items()}


def or_none(step: Callable[[], _T]) -> _T | None:
    """Return None where the operators raise because the answer lies outside the years 1 to 9999."""
    try:
        return step()
    except LokminError as error:
        if error.code != "out_of_range":
            raise
        return None


@operation
def add_months(*, month: str, months: int) -> Month | None:
    return or_none(lambda: Month(month) + months)


@operation
def add_quarters(*, quarter: str, quarters: int) -> Quarter | None:
    return or_none(lambda: Quarter(quarter) + quarters)


@operation
def month_containing(*, date: str) -> Month:
    return Month.containing(lokmin.parse_iso_date(date))


@operation
def month_facts(*, month: str) -> dict[str, Any]:
    found = Month(month)
    return {
        "month": found,
        "year": found.year,
        "number": found.number,
        "first_day": found.first_day,
        "last_day": found.last_day,
        "quarter": found.quarter,
        "next": found.next(),
        "previous": found.previous(),
        "dhis2": found.to_dhis2(),
    }


@operation
def month_from_dhis2(*, text: str) -> Month:
    return Month.from_dhis2(text)


@operation
def quarter_containing(*, date: str) -> Quarter:
    return Quarter.containing(lokmin.parse_iso_date(date))


@operation
def quarter_facts(*, quarter: str) -> dict[str, Any]:
    found = Quarter(quarter)
    return {
        "quarter": found,
        "year": found.year,
        "number": found.number,
        "first_day": found.first_day,
        "last_day": found.last_day,
        "months": found.months,
        "next": found.next(),
        "previous": found.previous(),
    }


@operation
def clock_time(*, text: str) -> time:
    return lokmin.parse_clock_time(text)


@operation
def holidays(*, csv: str) -> list[dict[str, Any]]:
    return Holidays.from_csv(csv).to_list()


@operation
def holidays_of_year(*, year: int, csv: str | None = None) -> list[dict[str, Any]]:
    return (Holidays.built_in() if csv is None else Holidays.from_csv(csv)).of_year(year)


@operation
def month(*, text: str) -> Month:
    return Month(text)


@operation
def parse_date(*, text: str, year: int | None = None) -> dict[str, Any]:
    reading = lokmin.read_date(text, year=year)
    with lokmin.collect_warnings():
        assert lokmin.parse_date(text, year=year).isoformat() == reading["date"]
    return reading


@operation
def parse_iso_date(*, text: str) -> date:
    return lokmin.parse_iso_date(text)


@operation
def parse_quarter(*, text: str, year: int | None = None, on: str | None = None) -> dict[str, Any]:
    reading = lokmin.read_quarter(text, year=year, on=day(on))
    with lokmin.collect_warnings():
        assert lokmin.parse_quarter(text, year=year, on=day(on)) == Quarter(reading["quarter"])
    return reading


@operation
def parse_span(*, text: str, on: str, reviewed: str | None = None) -> dict[str, Any]:
    quarter = None if reviewed is None else Quarter(reviewed)
    return lokmin.parse_span(text, on=date.fromisoformat(on), reviewed=quarter)


@operation
def parse_time(*, text: str) -> dict[str, Any]:
    return lokmin.parse_time(text)


@operation
def quarter(*, text: str) -> Quarter:
    return Quarter(text)


@operation
def quarter_from_dhis2(*, text: str) -> Quarter:
    return Quarter.from_dhis2(text)


@operation
def reviewed_by_default(*, quarter: str) -> dict[str, Any] | None:
    return lokmin.reviewed_by_default(Quarter(quarter))


@operation
def stated_span(*, json: str) -> dict[str, Any]:
    return lokmin.stated_span(json)


# --- region ---


@operation
def check_region(*, csv: str, code: str) -> RegionCode:
    return RegionIndex.from_csv(csv).check(RegionCode(code))


@operation
def find_region(*, csv: str, name: str, within: str | None = None, level: Any = None) -> RegionCode:
    region = None if within is None else RegionCode(within)
    return RegionIndex.from_csv(csv).find(name, within=region, level=level)


@operation
def map_region_code(
    *, changes_csv: str, code: str, to: int, mapping: str | None = None, **more: int
) -> dict[str, Any]:
    changes = CodeChanges.from_csv(changes_csv)
    if mapping is not None:
        changes = changes.with_mapping(mapping)
    return changes.map(RegionCode(code), to=to, **renamed(more))


@operation
def parse_region(*, text: str, system: Any = None) -> RegionCode:
    return lokmin.parse_region(text, system=system)


# --- sector ---


@operation
def expand_place(*, text: str) -> str:
    return lokmin.expand_place(text)


@operation
def recognise_sector(*, text: str, aliases_csv: str | None = None) -> Recognition:
    aliases = None if aliases_csv is None else SectorAliases.built_in().with_csv(aliases_csv)
    return lokmin.recognise_sector(text, aliases=aliases)


# --- forum ---


@operation
def find_village(*, working_area: dict[str, Any], name: str) -> RegionCode:
    with lokmin.collect_warnings():
        area = WorkingArea(working_area)
    return area.find_village(name)


@operation
def sector_coverage(*, forum: Any = None, **more: Any) -> dict[str, Any]:
    return lokmin.sector_coverage(forum, **more)


# --- cadence ---


@operation
def evaluate_cadence(*, meetings: Any = None, puskesmas: Any = None, as_of: Any = None, **more: Any) -> dict[str, Any]:
    return lokmin.evaluate_cadence(meetings, puskesmas, as_of=as_of, **renamed(more))


@operation
def evaluate_cadence_columns(*, puskesmas: Any = None, held_on: Any = None, **more: Any) -> dict[str, Any]:
    more = {"from": None, "as_of": None} | more
    return lokmin.evaluate_cadence_columns(puskesmas, held_on, **renamed(more))


@operation
def explain_cadence(*, meetings: Any = None, puskesmas: Any = None, as_of: Any = None, **more: Any) -> list[str]:
    return lokmin.explain_cadence(meetings, puskesmas, as_of=as_of, **renamed(more))


@operation
def place_meeting(*, meeting: Any = None, **more: Any) -> dict[str, Any]:
    return lokmin.place_meeting(meeting, **more)


@operation
def schedule(*, year: Any = None, **more: Any) -> list[dict[str, Any]]:
    return lokmin.schedule(year, **more)


# --- indicator ---


@operation
def indicator(*, code: Any = None, **more: Any) -> dict[str, Any]:
    return lokmin.indicator(code, **more)


@operation
def lookup_target(*, indicator: Any = None, year: Any = None, **more: Any) -> dict[str, Any]:
    return lokmin.lookup_target(indicator, year, **more)


@operation
def read_catalogue_csv(*, text: str) -> dict[str, Any]:
    return lokmin.read_catalogue_csv(text)


@operation
def read_targets_csv(*, text: str) -> dict[str, Any]:
    return lokmin.read_targets_csv(text)


@operation
def resolve_indicator(*, text: Any = None, **more: Any) -> dict[str, Any]:
    return lokmin.resolve_indicator(text, **more)


@operation
def target_sources(**more: Any) -> list[dict[str, Any]]:
    return lokmin.target_sources(**more)


# --- recommendation ---


@operation
def transitions() -> dict[str, Any]:
    return lokmin.transitions()


@operation
def next_state(*, state: Any = None, step: Any = None, **more: Any) -> dict[str, str]:
    return lokmin.next_state(state, step, **more)


def register(
    *, lines: str | None = None, events: Any = None, policy: Any = None, merge: list[Any] | None = None
) -> Register:
    """Make the register of a case; further copies must come to the same in any order."""
    made = Register.of(events, policy=policy) if lines is None else Register(lines, policy=policy)
    for events_of_copy in merge or []:
        copy = Register.of(events_of_copy, policy=policy)
        with lokmin.collect_warnings():
            other = Register.of([], policy=policy)
            other.merge(copy)
            other.merge(made)
        made.merge(copy)
        assert made == other
    return made


@operation
def read_register(**made_of: Any) -> dict[str, int]:
    made = register(**made_of)
    with lokmin.collect_warnings():
        assert Register(made.to_text().encode(), policy=made_of.get("policy")) == made
    return {"events": len(made), "recommendations": len(made.recommendations())}


@operation
def register_lines(**made_of: Any) -> list[str]:
    return register(**made_of).to_text().splitlines()


@operation
def register_conflicts(**made_of: Any) -> list[dict[str, Any]]:
    return register(**made_of).conflicts()


@operation
def register_events(*, recommendation: str, **made_of: Any) -> list[dict[str, Any]]:
    return register(**made_of).events(recommendation)


@operation
def apply_event(*, event: Any, **made_of: Any) -> dict[str, Any]:
    return register(**made_of).apply(event)


@operation
def carry_over(*, question: Any, **made_of: Any) -> dict[str, Any]:
    question = {"forum": None, "on": None, "id_prefix": None} | question
    return register(**made_of).carry_over(question.pop("forum"), **question)


@operation
def follow_up(*, question: Any, **made_of: Any) -> list[dict[str, Any]]:
    return register(**made_of).follow_up(**{"as_of": None, **question})


@operation
def agenda(*, question: Any, **made_of: Any) -> list[dict[str, Any]]:
    return register(**made_of).agenda(**{"as_of": None, **question})


@operation
def figures(*, question: Any, **made_of: Any) -> dict[str, Any]:
    question = {"by": None, "as_of": None} | question
    return register(**made_of).figures(question.pop("by"), **question)


# --- assess ---


@operation
def assess_defaults() -> list[dict[str, str]]:
    return lokmin.assess_defaults()


def of_request(function: Callable[[Any], Any]) -> None:
    """Add a public function that takes one request to the table."""
    OPERATIONS[function.__name__] = lambda *, request: function(request)


for function in (
    lokmin.accreditation,
    lokmin.assess_series,
    lokmin.drop_out,
    lokmin.explain_roll_up,
    lokmin.explain_series,
    lokmin.iks,
    lokmin.iks_area,
    lokmin.pkp,
    lokmin.published_percentage,
    lokmin.quality,
    lokmin.rank,
    lokmin.read_table,
    lokmin.roll_up,
    lokmin.skdn,
    lokmin.suppress,
    lokmin.uci,
):
    of_request(function)


@operation
def explain_accreditation(*, request: Any, lang: Any) -> list[str]:
    return lokmin.explain_accreditation(request, lang=lang)


# --- render ---


@operation
def render_follow_up_matrix(*, request: Any, format: Any, lang: Any) -> list[dict[str, str]]:
    return lokmin.render_follow_up_matrix(request, format=format, lang=lang)


@operation
def render_review(*, request: Any, format: Any, lang: Any) -> list[dict[str, str]]:
    return lokmin.render_review(request, format=format, lang=lang)


@operation
def render_village_reports(*, request: Any, format: Any, lang: Any) -> list[dict[str, str]]:
    return lokmin.render_village_reports(request, format=format, lang=lang)


# --- review ---

of_request(lokmin.review)


# --- number ---


@operation
def parse_number(*, text: str) -> str:
    return str(lokmin.parse_number(text))


# --- document ---


@operation
def validate_at(*, kind: Any, document: Any, at: str) -> None:
    lokmin.validate_at(kind, document, at)


@operation
def validate(*, kind: Any, **given: Any) -> dict[str, Any]:
    (document,) = given.values()
    assert given.keys() <= {"document", "text"}
    return lokmin.validate(kind, document)
