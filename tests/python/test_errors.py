"""How problems reach the caller: exceptions, warnings, and the shape that pydantic users know."""

import copy
import pickle
from typing import Any
import warnings

import lokmin
from lokmin import LokminError, LokminWarning, Quarter, ValidationError, _errors, collect_warnings, parse_iso_date
import pytest

VIEW: dict[str, Any] = {
    "code": "a.b",
    "path": "/rows/0",
    "loc": ["rows", 0],
    "severity": "warning",
    "message": "look at `x`",
    "params": {"found": "x"},
    "suggestion": "y",
}
PROBLEM = {
    "type": "a.b",
    "loc": ("rows", 0),
    "path": "/rows/0",
    "msg": "look at `x`",
    "severity": "warning",
    "input": "x",
    "ctx": {"found": "x"},
    "suggestion": "y",
}


def test_a_problem_is_shaped_like_pydantics() -> None:
    with pytest.raises(ValidationError) as caught:
        parse_iso_date("2025-02-30", lang="en")
    assert caught.value.code == "date.impossible"
    assert caught.value.problems == [
        {
            "type": "date.impossible",
            "loc": (),
            "path": "",
            "msg": "there is no `2025-02-30` in the calendar",
            "severity": "error",
            "input": "2025-02-30",
            "ctx": {"found": "2025-02-30"},
            "suggestion": None,
        }
    ]
    assert str(caught.value) == "there is no `2025-02-30` in the calendar [date.impossible]"


def test_messages_are_indonesian_unless_asked_otherwise() -> None:
    for lang in ({}, {"lang": "id"}):
        with pytest.raises(ValidationError, match="tidak ada di kalender"):
            parse_iso_date("2025-02-30", **lang)  # type: ignore[arg-type]


def test_an_unknown_language_is_misuse() -> None:
    with pytest.raises(LokminError, match="`fr` is not a language") as caught:
        parse_iso_date("2025-02-30", lang="fr")  # type: ignore[arg-type]
    assert (type(caught.value), caught.value.code) == (LokminError, "unknown_language")


def test_a_wrong_type_is_misuse() -> None:
    for value in (None, 3, b"2025-07-03"):
        with pytest.raises(TypeError):
            parse_iso_date(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "\0", "😀" * 1000, "\ud800", "x" * 1_000_000, "٢٠٢٥Q٣", "\u202e2025Q3"])
def test_any_text_gives_a_problem(text: str) -> None:
    for operation in (Quarter, lokmin.Month, parse_iso_date):
        with pytest.raises(ValidationError) as caught:
            operation(text)
        assert len(caught.value.problems) == 1


def test_errors_travel() -> None:
    original = ValidationError([VIEW])
    for error in (pickle.loads(pickle.dumps(original)), copy.copy(original)):
        assert (type(error), error.problems, error.code) == (ValidationError, [PROBLEM], "a.b")
        assert str(error) == "/rows/0: look at `x` [a.b]"
    misuse = pickle.loads(pickle.dumps(LokminError("no", "some_code")))
    assert (str(misuse), misuse.code) == ("no", "some_code")


def test_a_warning_is_issued() -> None:
    with pytest.warns(LokminWarning, match="look at `x`") as caught:
        _errors.warn([VIEW, VIEW])
    assert [getattr(entry.message, "problem") for entry in caught] == [PROBLEM, PROBLEM]


def test_warnings_are_collected_instead() -> None:
    with warnings.catch_warnings(), collect_warnings() as outer:
        warnings.simplefilter("error")
        with collect_warnings() as inner:
            _errors.warn([VIEW])
        assert (inner, outer) == ([PROBLEM], [])
    with pytest.warns(LokminWarning):
        _errors.warn([VIEW])
