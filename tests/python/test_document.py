"""Documents: JSON text, and Python values that JSON can say."""

from datetime import date, datetime
from decimal import Decimal
import json
from typing import Any

from lokmin import Month, Quarter, ValidationError
from lokmin._lokmin import _json_text
import pytest


def problems_of(document: object) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        _json_text(document, lang="en")
    found = "expected JSON, found "
    return [(problem["path"], problem["msg"].removeprefix(found)) for problem in caught.value.problems]


def test_a_document_is_json_text_or_a_value() -> None:
    value = {"a": [1, None, 'é"\n\\', {"b": False}], "c": -0.5, "d": (), "e": {}, "f": 10**30, "g": [1e300, 5e-324]}
    assert json.loads(_json_text(value)) == {**value, "d": []}
    assert _json_text(" {} ") == " {} "
    assert _json_text("é".encode()) == "é"
    assert _json_text([date(2025, 7, 3), Quarter("2025Q3"), Month("2025-07")]) == '["2025-07-03","2025Q3","2025-07"]'
    part = {"a": 1}
    assert json.loads(_json_text([part, part])) == [part, part]


def test_what_json_cannot_say_has_a_problem_at_each_place() -> None:
    circular: dict[str, Any] = {"held_at": datetime(2025, 7, 3)}
    circular["self"] = [circular]
    assert problems_of(circular) == [("/held_at", "datetime"), ("/self/0", "circular reference")]
    values = [float("nan"), float("-inf"), {1}, Decimal(1), b"", "\udc00", 10**5000, object()]
    names = ["NaN", "-Infinity", "set", "Decimal", "bytes", "half a surrogate pair", "int of more than 127 bits"]
    names.append("object")
    assert problems_of({"a/b": values}) == [(f"/a~1b/{index}", name) for index, name in enumerate(names)]
    assert problems_of({"a": {1: 2}}) == [("/a", "int as a name")]
    assert problems_of(Decimal(1)) == [("", "Decimal")]


def test_nesting_is_bounded() -> None:
    def nested(depth: int) -> object:
        value: object = 1
        for _ in range(depth):
            value = [value]
        return value

    assert _json_text(nested(100)) == "[" * 100 + "1" + "]" * 100
    for depth in (101, 100_000):
        with pytest.raises(ValidationError) as caught:
            _json_text(nested(depth))
        assert caught.value.code == "json.too_deep"


def test_a_document_that_unfolds_without_end_is_refused() -> None:
    shared: object = []
    for _ in range(90):
        shared = [shared, shared]
    assert problems_of(shared)[0][1] == "more than 5000000 values"
