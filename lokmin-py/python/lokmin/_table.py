"""Tables of figures: anything that speaks Arrow in, a table that speaks Arrow out. The rules are in the compiled half."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, Unpack

from . import _lokmin
from ._errors import LokminError, Problem, problem_of
from ._question import AssessOptions, RollUpOptions, filled, names_of, question_of, taking

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["ArrowStream", "Table", "TableLike", "assess", "roll_up_table"]

_SHOWN = 10
_NAMED = 3


class ArrowStream(Protocol):
    """A table of pyarrow, polars, pandas, DuckDB, or of this package."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


TableLike: TypeAlias = ArrowStream | Mapping[str, Iterable[Any]]
"""What a table can be: anything with ``__arrow_c_stream__``, or a dictionary of lists."""


class Table:
    """What was said about a table of figures: rows in the order of the keys, and what was found on the way.

    It speaks Arrow (``__arrow_c_stream__``), so ``polars.DataFrame(table)``, ``pyarrow.table(table)`` and a query of DuckDB
    take it as it is.

    >>> table = assess({"area": ["15.04.02.2003"], "indicator": ["K6"], "month": ["2025-01"], "numerator": [4],
    ...     "denominator": [57]}, targets={"K6": 80})
    >>> table
    <lokmin.Table: 1 row, 15 columns, 0 findings>
    >>> row = table.to_dicts()[0]  # 80 % x 1/12 of 57 are 3.8 people
    >>> row["month"], row["met"], row["shortfall"], row["rank"]
    (datetime.date(2025, 1, 1), True, 0, 1)
    """

    __slots__ = ("_batches", "_completeness", "_found")

    def __init__(self, batches: Any, found: dict[str, Any], completeness: Any = None) -> None:
        self._batches = batches
        self._completeness = completeness
        self._found = found

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._batches.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self._batches)

    def __repr__(self) -> str:
        count = len(self)
        rows = "1 row" if count == 1 else f"{count:,} rows"
        total = sum(self.totals.values())
        findings = "1 finding" if total == 1 else f"{total:,} findings"
        unused = ", no figures for the targets of " + ", ".join(self.unused_targets[:_NAMED]) if self.unused_targets else ""
        unused += ", ..." if len(self.unused_targets) > _NAMED else ""
        return f"<lokmin.Table: {rows}, {len(self.columns)} columns, {findings}{unused}>"

    def _repr_html_(self) -> str:
        from html import escape

        columns = {name: self._batches.column(name, _SHOWN) for name in self.columns}
        head = "".join(f"<th>{escape(name)}</th>" for name in columns)
        rows = zip(*columns.values(), strict=True)
        cells = ("".join(f"<td>{escape(_cell(value))}</td>" for value in row) for row in rows)
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        return f"<table><caption>{escape(repr(self)[1:-1])}</caption><tr>{head}</tr>{body}</table>"

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        names: list[str] = self._batches.names()
        return names

    @property
    def problems(self) -> list[Problem]:
        """The first 1,000 problems in full; ``path`` names the input row, such as ``/rows/17``."""
        return [problem_of(view) for view in self._found["problems"]]

    @property
    def totals(self) -> dict[str, int]:
        """How many problems there are of each code."""
        totals: dict[str, int] = self._found["totals"]
        return totals

    @property
    def unplaced(self) -> list[int]:
        """The input rows without an area, an indicator or a period: no row of the answer is of them."""
        unplaced: list[int] = self._found["unplaced"]
        return unplaced

    @property
    def unused_targets(self) -> list[str]:
        """The indicators that targets were handed in for and no row is of: often one that is written in another way.

        >>> table = {"area": ["15.04.02.2003"], "indicator": ["K6"], "month": ["2025-01"], "numerator": [4], "denominator": [57]}
        >>> assess(table, targets={"K6": 80, "K-6": 90}).unused_targets
        ['K-6']
        """
        unused: list[str] = self._found.get("unused_targets", [])
        return unused

    @property
    def without_parent(self) -> list[str]:
        """The areas that were not added up, because they belong to nothing; empty for an assessment."""
        lone: list[str] = self._found.get("without_parent", [])
        return lone

    @property
    def completeness(self) -> Table | None:
        """How complete the reports of each parent, indicator and span are, where ``quality=True`` was asked."""
        if self._completeness is None or len(self._completeness) == 0:
            return None
        return Table(self._completeness, {"problems": [], "totals": {}, "unplaced": []})

    def to_dict(self) -> dict[str, list[Any]]:
        """Return the columns as lists."""
        return {name: self._batches.column(name) for name in self.columns}

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries."""
        columns = self.to_dict()
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def to_pandas(self) -> pandas.DataFrame:
        """Return a DataFrame: by Arrow where pyarrow is installed, else column by column. Keys are categories."""
        pandas = _library("pandas", "to_pandas")
        try:
            import pyarrow
        except ImportError:
            frame = pandas.DataFrame(self.to_dict())
            for name in frame.columns.intersection(["area", "indicator", "parent", "status"]):
                frame[name] = frame[name].astype("category")
            for name in frame.columns.intersection(["month", "quarter"]):
                frame[name] = pandas.to_datetime(frame[name])
            return frame
        return pyarrow.table(self).to_pandas(date_as_object=False)

    def to_polars(self) -> polars.DataFrame:
        """Return a polars DataFrame; nothing is copied but the keys."""
        return _library("polars", "to_polars").DataFrame(self)


@taking("table", AssessOptions)
def assess(table: TableLike, /, **options: Unpack[AssessOptions]) -> Table:
    """Assess figures by area, indicator and month or quarter: one row of the answer for each, in the order of the keys.

    ``table`` is anything with ``__arrow_c_stream__`` (pyarrow, polars, pandas with pyarrow, DuckDB), or a dictionary of lists.
    ``area``, ``indicator``, ``period``, ``numerator`` and ``denominator`` say what its columns are called.

    A period is a date, a period of pandas (months or calendar quarters), or a text such as ``2025-07``, ``202507`` or
    ``2025Q3``; ``quarters=True`` takes a date for its quarter.
    A figure that is null is missing, and missing is not zero.

    ``targets`` is a plain dictionary of indicators and per cent of the year, or a document ``lokmin.targets/1``; without one,
    the targets of the catalogue that are sure enough to judge. An indicator that the catalogue does not know is assessed as a
    sum of the months against the people of the year, and flagged; ``Table.unused_targets`` are those that no row is of.

    ``parents`` says what areas are ranked in: ``"subdistrict"``, ``"district"`` or ``"province"`` of their codes, ``None``, a
    dictionary of areas and parents, or working areas. ``catalogue`` is a catalogue of one's own, ``level`` that of the areas
    (``"village"``, ``"puskesmas"``, ``"district"``), ``reported_as`` how figures are reported (``"monthly"``, ``"to_date"``) where
    it is not as the indicators say, ``policy`` what the district decides otherwise, ``threads`` how many may work. ``columns`` are the columns that are needed besides the keys: fewer cost
    less. ``quality`` looks for outliers, for pairs that contradict each other, and at completeness.

    Unsound rows are flagged (``flag_names``) and told in ``Table.problems``; with ``strict=True`` they are raised as
    ``ValidationError``. ``LokminError`` is a column that is absent or of a type that cannot be read.

    >>> table = {"desa": ["15.04.02.2003", "15.04.02.2005"], "indicator": ["K6", "K6"], "month": ["2025-01", "2025-01"],
    ...     "numerator": [4, 2], "denominator": [57, 44]}
    >>> answer = assess(table, targets={"K6": 80}, area="desa", columns=["value", "shortfall", "rank"])
    >>> [(row["area"], round(row["value"], 1), row["shortfall"], row["rank"]) for row in answer.to_dicts()]
    [('15.04.02.2003', 7.0, 0, 1), ('15.04.02.2005', 4.5, 1, 2)]
    """
    given = filled(options, AssessOptions, "assess")
    batches, completeness, found = _lokmin._assess_table(
        _source(table), question_of(given), names_of(given), strict=given["strict"], lang=given["lang"]
    )
    return Table(batches, found, completeness)


@taking("table", RollUpOptions)
def roll_up_table(table: TableLike, /, **options: Unpack[RollUpOptions]) -> Table:
    """Add the areas of a table up to their parents and assess the sums: one row for each parent, indicator and span.

    Arguments are those of ``assess``; ``parent_level`` is the level of the parents where their codes do not say it. A village
    without a report stays in the denominator of the year, and ``value_reporting`` is the value of those that reported.

    >>> table = {"area": ["15.04.02.2003", "15.04.02.2005"], "indicator": ["K6", "K6"], "month": ["2025-09", "2025-09"],
    ...     "numerator": [60, None], "denominator": [100, 50]}
    >>> row = roll_up_table(table, targets={"K6": 80}).to_dicts()[-1]
    >>> row["parent"], row["value"], row["value_reporting"], row["silent"], row["shortfall"]
    ('15.04.02', 40.0, 60.0, 1, 30)
    """
    given = filled(options, RollUpOptions, "roll_up_table")
    batches, found = _lokmin._roll_up_table(
        _source(table), question_of(given), names_of(given), strict=given["strict"], lang=given["lang"]
    )
    return Table(batches, found)


def _source(table: Any) -> Any:
    """A table as the compiled half takes it; pandas without pyarrow hands over its columns."""
    if isinstance(table, Mapping):
        return dict(table)
    if type(table).__module__.partition(".")[0] == "pandas":
        try:
            import pyarrow  # noqa: F401
        except ImportError:
            return {name: table[name].tolist() for name in table}
    return table


def _library(name: str, method: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise LokminError(f"{method} needs {name}: pip install {name}", "missing_library") from error


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)
