"""Sheets from files and frames: the cells are read by `_grid`, what they mean the core says."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from ._lokmin import WorkingArea, read_table

__all__ = ["read_report"]


def read_report(
    path_or_frame: Any,
    /,
    *,
    working_area: WorkingArea | Mapping[str, Any] | None = None,
    year: int | None = None,
    period: str | None = None,
    indicator: str | Sequence[str] | None = None,
    columns: Mapping[str, Mapping[str, Any]] | None = None,
    sheet: str | int | None = None,
    header_rows: tuple[int, int] | None = None,
    numbers: Literal["id", "en"] | None = None,
    missing: Sequence[str] | None = None,
    by_sex: bool = False,
    catalogue: Mapping[str, Any] | None = None,
    lang: Literal["id", "en"] = "id",
) -> dict[str, Any]:
    """Read a report from a file or a frame: its cells are given to ``read_table``, whose answer is returned.

    ``path_or_frame`` is the path of a CSV file (commas, semicolons or tabs; UTF-8 with or without a mark, or
    Windows-1252), the path of an ``.xlsx`` file (needs openpyxl), or a frame of pandas or polars, whose column names are
    the header. ``sheet`` is the name or the number, from 0, of the sheet of a workbook; without it there must be only one that has
    cells. ``header_rows`` is the first and the last row of the header, as a spreadsheet numbers them.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "juli.csv"
    >>> _ = path.write_text("Desa;K1;Sasaran K1\\nJebak;4;57\\n")
    >>> read_report(path, period="2025-07")["figures"]["numerator"]
    [4]
    """
    # What reads files and frames is loaded when there is one to read.
    from ._grid import rows_of

    rows = rows_of(path_or_frame, sheet)
    request: dict[str, Any] = {"rows": rows}
    if header_rows is not None:
        request["header_rows"] = {"first": header_rows[0], "last": header_rows[1]}
    given = {
        "working_area": working_area,
        "year": year,
        "period": period,
        "indicator": indicator,
        "columns": columns,
        "numbers": numbers,
        "missing": missing,
        "by_sex": by_sex or None,
        "catalogue": catalogue,
    }
    request |= {name: value for name, value in given.items() if value is not None}
    return read_table(request, lang=lang)
