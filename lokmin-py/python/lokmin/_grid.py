"""Files and frames as grids of cells, read with the readers of their libraries."""

import csv
import io
import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from ._errors import LokminError

__all__ = ["rows_of"]

_Cell = str | int | float | bool | None

_READERS = {
    ".csv": "text",
    ".tsv": "text",
    ".txt": "text",
    ".xlsx": "openpyxl",
    ".xlsm": "openpyxl",
}


def rows_of(source: Any, sheet: str | int | None) -> list[list[_Cell]]:
    """Return the rows of a file or a frame; see ``read_report``."""
    if isinstance(source, (str, PathLike)):
        path = Path(fspath(source))
        reader = _READERS.get(path.suffix.lower())
        if reader is None:
            kinds = ", ".join(sorted(_READERS))
            found = path.suffix or "a file without an ending"
            raise LokminError(f"{found} is not read; it must be one of {kinds}", "unknown_file")
        try:
            if reader == "openpyxl":
                return _of_workbook(path, sheet)
            return _of_text(path.read_bytes(), path.suffix)
        except OSError as error:
            raise LokminError(f"{path.name}: {error.strerror or error}", "unreadable_file") from error
    if sheet is not None:
        raise LokminError("`sheet` is for workbooks only", "unexpected_sheet")
    if callable(getattr(source, "iter_rows", None)) and hasattr(source, "columns"):
        return _of_frame(list(source.columns), source.iter_rows())
    if callable(getattr(source, "itertuples", None)) and hasattr(source, "columns"):
        return _of_frame(list(source.columns), source.itertuples(index=False, name=None))
    raise TypeError(f"a path or a frame of pandas or polars is needed, not {type(source).__name__}")


def _of_text(data: bytes, suffix: str) -> list[list[_Cell]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    # A longer cell is no cell, but it is for the core to say so.
    limit = csv.field_size_limit(max(len(text), 1))
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, suffix))]
    except csv.Error as error:
        raise LokminError(f"the text is no table: {error}", "unreadable_file") from error
    finally:
        csv.field_size_limit(limit)


def _delimiter(text: str, suffix: str) -> str:
    """Return the mark that most of the first lines have most often outside quotes."""
    if suffix.lower() == ".tsv":
        return "\t"
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    counts = {mark: sum("".join(line.split('"')[::2]).count(mark) for line in lines) for mark in ";\t"}
    mark = max(counts, key=lambda mark: counts[mark])
    # Commas also stand inside numbers and sentences; a semicolon or a tab on most lines is none of those.
    return mark if sum(mark in line for line in lines) * 2 > len(lines) else ","


def _of_workbook(path: Path, sheet: str | int | None) -> list[list[_Cell]]:
    try:
        openpyxl: Any = import_module("openpyxl")
    except ImportError as error:
        raise LokminError("reading .xlsx needs openpyxl: pip install openpyxl", "missing_reader") from error
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except OSError:
        raise
    except Exception as error:  # what a broken file raises is openpyxl's own affair
        raise LokminError(f"{path.name} is no workbook: {error}", "unreadable_file") from error
    try:
        names = book.sheetnames
        if isinstance(sheet, int) and not isinstance(sheet, bool):
            if not -len(names) <= sheet < len(names):
                raise LokminError(f"there is no sheet {sheet}; the workbook has {len(names)}", "unknown_sheet")
            return _plain_rows(book[names[sheet]].iter_rows(values_only=True))
        if sheet is not None:
            if sheet not in names:
                raise LokminError(f"there is no sheet `{sheet}`; the workbook has {', '.join(names)}", "unknown_sheet")
            return _plain_rows(book[sheet].iter_rows(values_only=True))
        sheets = {name: _plain_rows(book[name].iter_rows(values_only=True)) for name in names}
        filled = {name: rows for name, rows in sheets.items() if rows}
        if len(filled) > 1:
            several = ", ".join(filled)
            raise LokminError(f"several sheets have cells: {several}; say which with `sheet`", "several_sheets")
        return next(iter(filled.values()), [])
    finally:
        book.close()


def _of_frame(columns: list[Any], rows: Iterable[Sequence[Any]]) -> list[list[_Cell]]:
    # The levels of a header of several rows become rows of the header.
    levels = max((len(name) for name in columns if isinstance(name, tuple)), default=1)
    header: list[list[_Cell]] = [[_text(_level(name, level)) for name in columns] for level in range(levels)]
    return [*header, *_plain_rows(rows)]


def _level(name: Any, level: int) -> Any:
    if isinstance(name, tuple):
        return name[level]
    return name if level == 0 else None


def _text(name: Any) -> str | None:
    text = "" if name is None else str(name)
    # What pandas calls a column without a name.
    return None if text.startswith("Unnamed: ") else text


def _plain_rows(rows: Iterable[Sequence[Any]]) -> list[list[_Cell]]:
    plain = [[_plain(cell) for cell in row] for row in rows]
    while plain and all(cell is None for cell in plain[-1]):
        plain.pop()
    return plain


def _plain(cell: Any) -> _Cell:
    """Return a cell as JSON has it; what is not there is None in every library."""
    kind = type(cell)
    if kind is str or kind is int or cell is None or kind is bool:
        return cell  # type: ignore[no-any-return]
    if isinstance(cell, float):
        return float(cell) if math.isfinite(cell) else None
    if isinstance(cell, Decimal):
        return str(cell) if cell.is_finite() else None
    if cell != cell or type(cell).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(cell, datetime):
        # A date that a spreadsheet keeps as midnight.
        is_day = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if is_day else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    item: Callable[[], Any] | None = getattr(cell, "item", None)
    if callable(item):
        return _plain(item())
    return str(cell)
