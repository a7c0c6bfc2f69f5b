"""From tables and answers to the rows of a chart: shapes, names and numbers as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction
import math
from typing import TYPE_CHECKING, Any, TypeAlias

from .. import _lokmin
from .._errors import LokminError
from .._table import Table
from ._words import MONTHS

if TYPE_CHECKING:
    import altair

    from ._words import _Lang

Row: TypeAlias = dict[str, Any]
Names: TypeAlias = Mapping[str, str] | _lokmin.WorkingArea | _lokmin.RegionIndex | None

_ROMAN = ("I", "II", "III", "IV")
_WHOLE = {"numerator_to_date", "denominator_to_date", "shortfall", "rank", "trend"}


def altair_library() -> Any:
    """Return Altair, or say how to get it."""
    try:
        import altair
    except ImportError as error:
        raise LokminError("charts need Altair: pip install 'lokmin[plot]'", "missing_library") from error
    return altair


def rows_of(table: Any) -> list[Row]:
    """Return the rows of a table, or of the answer of ``roll_up``, as dictionaries; what is not a number is None."""
    if isinstance(table, Table):
        return table.to_dicts()
    if isinstance(table, Mapping):
        if isinstance(table.get("areas"), list) and "view" in table:
            return _rows_of_roll_up(table)
        return [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]
    library = type(table).__module__.partition(".")[0]
    if library == "pandas":
        records = table.astype(object).where(table.notna(), None).to_dict("records")
        # Whole numbers with holes are floats in pandas.
        return [{name: _whole(value) if name in _WHOLE else value for name, value in row.items()} for row in records]
    if library == "polars":
        frame = table.collect() if hasattr(table, "collect") else table
        return [dict(row) for row in frame.to_dicts()]
    if hasattr(table, "__arrow_c_stream__"):
        try:
            import pyarrow
        except ImportError as error:
            raise LokminError("this table needs pyarrow: pip install pyarrow", "missing_library") from error
        return [dict(row) for row in pyarrow.table(table).to_pylist()]
    if isinstance(table, Iterable):
        rows = list(table)
        if all(isinstance(row, Mapping) for row in rows):
            return [dict(row) for row in rows]
    raise TypeError(f"expected a table, found {type(table).__name__}")


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _rows_of_roll_up(answer: Mapping[str, Any]) -> list[Row]:
    """The areas under the answer of ``roll_up``, with the columns of a table."""
    rows = []
    for area in answer["areas"]:
        [period] = area["view"].values()
        row = {name: area[name] for name in ("area", "indicator", "met", "shortfall", "status", "rank", "trend")}
        row |= {"value": number(area["value"]), "target_to_date": number(area["target_to_date"]), "month": period}
        row |= {"numerator_to_date": area["numerator"], "denominator_to_date": area["denominator"]}
        rows.append(row | {"printed": area["printed"]})
    return rows


def number(text: str | float | None) -> float | None:
    """Return an exact number of an answer, such as ``'3500/57'``, as a float."""
    if text is None:
        return None
    value = float(Fraction(text)) if isinstance(text, str) else float(text)
    return None if math.isnan(value) else value


def columns_needed(rows: list[Row], *names: str) -> None:
    """Say which columns are absent from rows."""
    absent = [name for name in names if rows and name not in rows[0]]
    if absent:
        raise LokminError(f"the table has no column {', '.join(f'`{name}`' for name in absent)}", "columns.absent")


def one_of(rows: list[Row], column: str, wanted: str | None, argument: str) -> tuple[list[Row], str | None]:
    """Return the rows of one value of a column: the one that is wanted, else the only one."""
    found = sorted({str(row[column]) for row in rows})
    if wanted is not None:
        return [row for row in rows if str(row[column]) == wanted], wanted
    if len(found) > 1:
        shown = ", ".join(found[:5]) + (", ..." if len(found) > 5 else "")
        raise LokminError(f"say which {argument} to show, of {shown}", "ambiguous")
    return rows, found[0] if found else None


def period_of(row: Row) -> str:
    """Return the period of a row as ``2025-07`` or ``2025Q3``."""
    if "quarter" in row:
        found = row["quarter"]
        return str(_lokmin.Quarter.containing(found)) if isinstance(found, date) else str(found)
    found = row["month"]
    if isinstance(found, datetime | date):
        return f"{found.year:04}-{found.month:02}"
    return str(found)


def period_label(period: str, lang: _Lang) -> str:
    """Write a period: ``Jul 2025``, ``TW III 2025``, ``Q3 2025``."""
    year, _, quarter = period.partition("Q")
    if quarter:
        return f"TW {_ROMAN[int(quarter) - 1]} {year}" if lang == "id" else f"Q{quarter} {year}"
    year, _, month = period.partition("-")
    return f"{MONTHS[lang][int(month) - 1]} {year}" if month else period


def names_of(names: Names, areas: Iterable[str]) -> dict[str, str]:
    """Return how each area is called, once each: the code is added where two are called the same."""
    areas = list(dict.fromkeys(areas))
    if isinstance(names, _lokmin.WorkingArea):
        known = {village["code"]: village["name"] for village in names.to_dict()["villages"]}
    elif isinstance(names, _lokmin.RegionIndex):
        known = {area: _name_in(names, area) for area in areas}
    else:
        known = dict(names or {})
    called = {area: known.get(area) or area for area in areas}
    often = [name for name in called.values()]
    return {area: name if often.count(name) == 1 else f"{name} ({area})" for area, name in called.items()}


def _name_in(index: _lokmin.RegionIndex, area: str) -> str | None:
    try:
        return index.name(_lokmin.RegionCode(area))
    except LokminError:
        return None


def is_percentage(indicator: str | None) -> bool:
    """Whether the values of an indicator are per cent."""
    return indicator is not None and multiplier(indicator) == 100


def is_lower_better(indicator: str | None) -> bool:
    """Whether fewer is better; an indicator that the catalogue does not know is assessed as one of which more is."""
    try:
        return indicator is not None and _lokmin.indicator(indicator)["direction"] == "lower"
    except LokminError:
        return False


def indicator_name(indicator: str | None, lang: _Lang) -> str:
    """Return the code of an indicator and what people call it, where the catalogue knows it."""
    try:
        found = _lokmin.indicator(indicator or "")
    except LokminError:
        return indicator or ""
    name = found["name_en"] if lang == "en" else found["lay_name"] or found["name_id"]
    return f"{indicator}: {name}"


def printed(row: Row, lang: _Lang) -> tuple[str, str]:
    """Write the value and the target of a row as the answer prints them; they never contradict the verdict."""
    given = row.get("printed")
    if given:
        return given[lang]["value"] or "", given[lang]["target_to_date"] or ""
    value, target = _lokmin._printed(
        number(row.get("value")),
        number(row.get("target_to_date")),
        met=row.get("met"),
        is_count=row.get("denominator_to_date", 0) is None,
        multiplier=multiplier(row.get("indicator")),
        lang=lang,
    )
    return value or "", target or ""


def multiplier(indicator: str | None) -> int:
    """What the ratio of an indicator is multiplied with; one that the catalogue does not know is assessed in per cent."""
    try:
        found: int = _lokmin.indicator(indicator)["multiplier"] if indicator is not None else 100
    except LokminError:
        return 100
    return found


def whole(value: int | None, lang: _Lang) -> str:
    """Write a whole number: ``1.234`` or ``1,234``."""
    return "" if value is None else f"{value:,}".replace(",", "." if lang == "id" else ",")


def axis_labels(lang: _Lang) -> Any:
    """How numbers on an axis are written: Vega's own way, with the comma of Indonesian."""
    swap = "replace(replace(replace(datum.label, /,/g, '_'), '.', ','), /_/g, '.')"
    return swap if lang == "id" else altair_library().Undefined


def chart_data(rows: list[Row]) -> altair.Data:
    """Return rows as the data inside a chart."""
    data: altair.Data = altair_library().Data(values=rows)
    return data


def heading(title: str, subtitle: str = "") -> Any:
    """Return a title at the left, with a line below it."""
    own = {"subtitle": subtitle} if subtitle else {}
    return altair_library().TitleParams(title, anchor="start", fontSize=15, subtitleFontSize=12, offset=10, **own)
