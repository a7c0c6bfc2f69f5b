"""What goes wrong, as Python knows it: exceptions and warnings."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal, TypedDict
import warnings

__all__ = ["LokminError", "LokminWarning", "Problem", "ValidationError", "collect_warnings"]


class Problem(TypedDict):
    """One finding about somebody's data, shaped like pydantic's."""

    type: str
    """The stable code, such as ``date.impossible``."""
    loc: tuple[str | int, ...]
    """The place: names of members and numbers of items."""
    path: str
    """The place as a JSON Pointer."""
    msg: str
    """One sentence, in the language that the call asked for."""
    severity: Literal["error", "warning"]
    """``error``: there is no value; ``warning``: there is one, look at it."""
    input: Any
    """The text that was found, or None."""
    ctx: dict[str, Any]
    """The values that the message is made of."""
    suggestion: str | None
    """What was probably meant."""


class LokminError(ValueError):
    """A call that asks for what there is not: an unknown language, a year 10000."""

    code: str
    """The stable name of what is wrong."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message, code)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])


class ValidationError(LokminError):
    """Somebody's data is wrong, and there is no value; ``problems`` says what, where and why."""

    problems: list[Problem]
    """Every problem, in the order of the data."""

    def __init__(self, views: list[dict[str, Any]]) -> None:
        self.problems = [problem_of(view) for view in views]
        super().__init__("\n".join(_line(problem) for problem in self.problems), self.problems[0]["type"])
        self.args = (views,)

    def __str__(self) -> str:
        return "\n".join(_line(problem) for problem in self.problems)


class LokminWarning(UserWarning):
    """Somebody's data has a value, but needs a look; ``problem`` says why."""

    problem: Problem
    """The problem; its severity is ``warning``."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return _line(self.problem)


_collected: ContextVar[list[Problem] | None] = ContextVar("lokmin_collected", default=None)


@contextmanager
def collect_warnings() -> Iterator[list[Problem]]:
    """Collect the warnings of every call inside the ``with`` block in a list, instead of issuing them.

    >>> with collect_warnings() as problems:
    ...     pass
    >>> problems
    []
    """
    problems: list[Problem] = []
    token = _collected.set(problems)
    try:
        yield problems
    finally:
        _collected.reset(token)


def warn(views: list[dict[str, Any]]) -> None:
    """Hand the warnings of one call to the caller; called by the compiled module."""
    problems = [problem_of(view) for view in views]
    collected = _collected.get()
    if collected is not None:
        collected.extend(problems)
        return
    for problem in problems:
        warnings.warn(LokminWarning(problem), stacklevel=2)


def problem_of(view: dict[str, Any]) -> Problem:
    """Return a problem of the compiled half as Python has it."""
    return {
        "type": view["code"],
        "loc": tuple(view["loc"]),
        "path": view["path"],
        "msg": view["message"],
        "severity": view["severity"],
        "input": view["params"].get("found"),
        "ctx": view["params"],
        "suggestion": view["suggestion"],
    }


def _line(problem: Problem) -> str:
    place = f"{problem['path']}: " if problem["path"] else ""
    return f"{place}{problem['msg']} [{problem['type']}]"
