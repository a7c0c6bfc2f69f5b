"""What can be asked of a table of figures: the arguments, said once for the local call and for a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar

if TYPE_CHECKING:
    from . import _lokmin

__all__ = ["AssessOptions", "AssessQuestion", "CallOptions", "Question", "RollUpOptions", "RollUpQuestion"]

_F = TypeVar("_F", bound=Callable[..., Any])


class Question(TypedDict, total=False):
    """What is asked, and which column has which role."""

    targets: Mapping[str, Any] | _lokmin.Targets | None
    view: Literal["year_to_date", "quarter", "month"]
    parents: str | Mapping[str, str] | Sequence[Any] | None
    catalogue: Mapping[str, Any] | _lokmin.Catalogue | None
    level: Literal["village", "puskesmas", "district"] | None
    reported_as: Literal["monthly", "to_date"] | None
    policy: Mapping[str, Any] | None
    area: str
    indicator: str
    period: str
    numerator: str
    denominator: str
    quarters: bool


class AssessQuestion(Question, total=False):
    """What is asked of an assessment."""

    columns: Sequence[str] | None
    quality: bool


class RollUpQuestion(Question, total=False):
    """What is asked when areas are added up."""

    parent_level: Literal["village", "puskesmas", "district"] | None


class CallOptions(TypedDict, total=False):
    """How a local call behaves."""

    strict: bool
    threads: int | None
    lang: Literal["id", "en"]


class AssessOptions(AssessQuestion, CallOptions, total=False):
    """The arguments of ``lokmin.assess``."""


class RollUpOptions(RollUpQuestion, CallOptions, total=False):
    """The arguments of ``lokmin.roll_up_table``."""


# What an argument is where it is left out.
_DEFAULTS: dict[str, Any] = {
    "targets": None, "view": "year_to_date", "parents": "subdistrict", "catalogue": None, "level": None, "parent_level": None,
    "reported_as": None, "policy": None, "columns": None, "quality": False, "area": "area", "indicator": "indicator",
    "period": "month", "numerator": "numerator", "denominator": "denominator", "quarters": False, "strict": False,
    "threads": None, "lang": "id", "partitions": None,
}  # fmt: skip
_ROLES = ("area", "indicator", "period", "numerator", "denominator")


def taking(table: str, options: type[Any]) -> Callable[[_F], _F]:
    """Show a function with every argument that it takes, as ``help`` and notebooks read it."""

    def sign(function: _F) -> _F:
        named = ", ".join(f"{name}={_DEFAULTS[name]!r}" for name in options.__annotations__)
        # What `inspect` looks at; to import it would cost more than the whole package.
        function.__wrapped__ = eval(f"lambda {table}, /, *, {named}: None")  # type: ignore[attr-defined]
        return function

    return sign


def filled(options: Mapping[str, Any], kind: type[Any], function: str) -> dict[str, Any]:
    """Return the arguments of a call with those that were left out; one that there is not is a ``TypeError``."""
    known = kind.__annotations__
    for name in options:
        if name not in known:
            raise TypeError(f"{function}() got an unexpected keyword argument '{name}'")
    return {name: _DEFAULTS[name] for name in known} | dict(options)


def question_of(options: Mapping[str, Any]) -> dict[str, Any]:
    """The question as the compiled half reads it; what is None is left to the core."""
    members = {
        name: options.get(name)
        for name in ("view", "catalogue", "level", "parent_level", "reported_as", "policy", "threads", "quality")
    }
    columns = options.get("columns")
    members |= {
        "targets": targets_of(options["targets"]),
        "columns": None if columns is None else list(columns),
        **parents_of(options["parents"]),
    }
    return {name: value for name, value in members.items() if value is not None}


def targets_of(targets: Any) -> Any:
    """A document of targets as it is; a plain dictionary as rates."""
    if isinstance(targets, Mapping) and not {"schema", "targets", "rates"} & targets.keys():
        rates = {str(code): rate if isinstance(rate, int) else str(rate) for code, rate in targets.items()}
        return {"rates": rates}
    return targets


def parents_of(parents: Any) -> dict[str, Any]:
    """What areas belong to, as members of the question."""
    if parents is None or (isinstance(parents, Iterable) and not isinstance(parents, str) and not parents):
        return {"parents": "none"}
    if isinstance(parents, str):
        return {"parents": parents}
    if isinstance(parents, Mapping):
        return {"parent_of": [{"area": area, "parent": parent} for area, parent in parents.items()]}
    return {"working_areas": list(parents)}


def names_of(options: Mapping[str, Any]) -> dict[str, Any]:
    """Which column has which role."""
    return {role: options[role] for role in (*_ROLES, "quarters")}
