"""The operation table of the Python face: each operation by its name in the case files.

An operation takes the members of a case's input by name and returns what the public function returns; `plain` turns
that into what cases compare. A member that an operation does not take fails the case.
"""

from collections.abc import Callable
from datetime import date, time
from typing import Any, TypeVar

import lokmin
from lokmin import LokminError, Month, Quarter

_T = TypeVar("_T")

OPERATIONS: dict[str, Callable[..., Any]] = {}


def operation(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add a function to the table under its own name."""
    OPERATIONS[function.__name__] = function
    return function


def plain(value: Any) -> Any:
    """Return a Python value as JSON has it."""
    match value:
        case Quarter() | Month():
            return str(value)
        case date() | time():
            return value.isoformat()
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case _:
            return value


# --- calendar ---


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
def parse_iso_date(*, text: str) -> date:
    return lokmin.parse_iso_date(text)
