"""Runs every conformance case through the public functions of the Python package."""

import json
from pathlib import Path
from typing import Any

from lokmin import ValidationError, collect_warnings
import pytest

from operations import OPERATIONS, plain

PROJECT = Path(__file__).parent.parent.parent
CASES = PROJECT / "tests" / "cases"


def cases() -> list[Any]:
    """Return one parameter set a case: the operation's name, and the case."""
    found = []
    for file in sorted(CASES.rglob("*.json")):
        suite = json.loads(file.read_text(encoding="utf-8"))
        for case in suite["cases"]:
            case["input"] = {name: loaded(value) for name, value in case["input"].items()}
            name = f"{file.relative_to(CASES).as_posix()} > {case['name']}"
            found.append(pytest.param(suite["operation"], case, id=name))
    assert found, "there are no cases"
    return found


def loaded(value: Any) -> Any:
    """Return a JSON file of the project in the place of ``{"file": "path from the top of the project"}``."""
    match value:
        case {"file": str(path), **others} if not others:
            return json.loads((PROJECT / path).read_text(encoding="utf-8"))
    return value


def as_text(value: Any) -> str:
    """Return a value as JSON text, so that `1`, `1.0` and `True` differ."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def pick(value: Any, pointer: str) -> Any:
    """Return the part of a value that a JSON Pointer names."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


@pytest.mark.parametrize(("operation", "case"), cases())
def test_case(operation: str, case: dict[str, Any]) -> None:
    assert operation in OPERATIONS, f"the operation `{operation}` is not in python/operations.py"
    with collect_warnings() as problems:
        try:
            value = plain(OPERATIONS[operation](**case["input"]))
        except ValidationError as error:
            problems += error.problems
            assert not case.keys() & {"value", "at"}, f"expected a value, got {error}"
        else:
            assert case.keys() & {"value", "at"}, f"expected no value, got {value!r}"
            if "value" in case:
                assert as_text(value) == as_text(case["value"])
            for pointer, expected in case.get("at", {}).items():
                assert as_text(pick(value, pointer)) == as_text(expected), f"at {pointer}"
    found = [{"code": problem["type"], "path": problem["path"]} for problem in problems]
    if "problem_tail" in case:
        assert found[-len(case["problem_tail"]) :] == case["problem_tail"]
    else:
        assert found == case.get("problems", [])
