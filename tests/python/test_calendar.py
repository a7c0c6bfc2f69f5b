"""What Python adds to quarters and months: operators, hashing, pickling, repr."""

from collections.abc import Callable
import copy
from datetime import date, datetime
import pickle
from typing import Any

from lokmin import LokminError, Month, Quarter, ValidationError, parse_iso_date
import pytest


def test_the_repr_evaluates() -> None:
    for period in (Quarter("2025Q3"), Month("2025-07")):
        assert eval(repr(period)) == period
    assert (str(Quarter("2025Q3")), f"{Month('2025-07')}") == ("2025Q3", "2025-07")


def test_periods_are_values() -> None:
    assert Quarter.new(2025, 3) == Quarter("2025Q3") == Quarter.containing(date(2025, 7, 3))
    assert {Quarter("2025Q3"): 1}[Quarter.new(2025, 3)] == 1
    assert Quarter("2025Q3") != "2025Q3"
    assert sorted([Month("2025-01"), Month("2024-12")]) == [Month("2024-12"), Month("2025-01")]
    with pytest.raises(AttributeError):
        Quarter("2025Q3").year = 2026  # type: ignore[misc]
    with pytest.raises(TypeError):
        Quarter("2025Q3") < Month("2025-07")  # type: ignore[operator]


@pytest.mark.parametrize("period", [Quarter("2025Q3"), Month("2025-07")])
def test_periods_travel(period: Any) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(period, protocol)) == period
    assert copy.deepcopy(period) == copy.copy(period) == period


def test_arithmetic() -> None:
    quarter, month = Quarter("2025Q3"), Month("2025-07")
    assert (2 + quarter, quarter - 3, quarter - Quarter("2024Q3")) == (Quarter("2026Q1"), Quarter("2024Q4"), 4)
    assert (month + 6, month - 7, month - Month("2025-08")) == (Month("2026-01"), Month("2024-12"), -1)
    assert quarter.through(Quarter("2026Q1")) == [quarter, quarter + 1, quarter + 2]
    assert month.through(month - 1) == []
    assert quarter.months == (quarter.first_month, month + 1, quarter.last_month)
    with pytest.raises(TypeError):
        quarter + "1"  # type: ignore[operator]


def test_a_date_lies_in_a_period() -> None:
    assert date(2025, 9, 30) in Quarter("2025Q3")
    assert datetime(2025, 7, 31, 23, 59) in Month("2025-07")
    assert date(2025, 10, 1) not in Quarter("2025Q3")
    with pytest.raises(TypeError):
        "2025-07-03" in Quarter("2025Q3")  # type: ignore[operator]


def test_outside_the_years_is_misuse() -> None:
    steps: list[Callable[[], object]] = [
        lambda: Quarter("9999Q4") + 1,
        lambda: Month("0001-01") - 1,
        lambda: Quarter.new(2025, 5),
    ]
    for step in steps:
        with pytest.raises(LokminError) as caught:
            step()
        assert caught.value.code == "out_of_range"
        assert not isinstance(caught.value, ValidationError)
    assert Quarter("9999Q4").next() is None
    assert Month("0001-01").previous() is None


def test_agrees_with_datetime_on_every_day() -> None:
    day = date(1990, 1, 1)
    while day.year < 2051:
        month, quarter = Month.containing(day), Quarter.containing(day)
        assert (month.year, month.number) == (day.year, day.month)
        assert (quarter.year, quarter.number) == (day.year, (day.month - 1) // 3 + 1)
        assert parse_iso_date(day.isoformat()) == day
        day = date.fromordinal(day.toordinal() + 1)
