"""`read_report`: what it reads the cells of, and what it refuses. What cells mean, the conformance cases say."""

from datetime import date, datetime
from pathlib import Path
import sys
from typing import Any

import openpyxl
import pandas as pd
import pytest

from lokmin import LokminError, ValidationError, WorkingArea, collect_warnings, read_report

AREA = {
    "schema": "lokmin.working_area/1",
    "puskesmas": {"name": "Muara Tembesi"},
    "year": 2025,
    "villages": [{"code": "15.04.02.2003", "name": "Jebak"}],
}


def figures(answer: dict[str, Any]) -> list[tuple[Any, ...]]:
    names = ("area_name", "indicator", "month", "numerator", "denominator")
    return list(zip(*(answer["figures"][name] for name in names), strict=True))


EXPECTED = [("Jebak", "K1", "2025-07", 4, 57), ("Ampelu", "K1", "2025-07", 2254, 3000)]
COMMAS = 'Desa,Bulan,K1,Sasaran K1,% K1\nJebak,Juli,4,57,"7,02"\nAmpelu,Juli,2.254,3000,"75,13"\n'
SEMICOLONS = "Desa;Bulan;K1;Sasaran K1;% K1\nJebak;Juli;4;57;7,02\nAmpelu;Juli;2.254;3000;75,13\n"


TABS = SEMICOLONS.replace(";", "\t")


@pytest.mark.parametrize("text", [COMMAS, SEMICOLONS, TABS], ids=["commas", "semicolons", "tabs"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_csv(tmp_path: Path, text: str, encoding: str, ending: str) -> None:
    path = tmp_path / "laporan.CSV"
    path.write_bytes(text.replace("\n", ending).encode(encoding))
    assert figures(read_report(str(path), year=2025)) == EXPECTED


def test_a_name_in_windows_letters(tmp_path: Path) -> None:
    path = tmp_path / "laporan.csv"
    path.write_bytes("Desa;K1\nMa’rang;4\nDesa é;5\n".encode("cp1252"))
    assert read_report(path, period="2025-07")["figures"]["area_name"] == ["Ma’rang", "Desa é"]


def test_titles_above_do_not_decide_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "laporan.csv"
    path.write_text('"REKAP K1, K4, DAN LAINNYA"\n\nDesa;Bulan;K1;Sasaran K1\nJebak;Juli;4;57\nAmpelu;Juli;2;30\n')
    assert figures(read_report(path, year=2025)) == [EXPECTED[0], ("Ampelu", "K1", "2025-07", 2, 30)]


def workbook(path: Path, **sheets: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


ROWS: list[list[Any]] = [["REKAP"], ["Desa", "Bulan", "K1", "Sasaran K1"], ["Jebak", datetime(2025, 7, 1), 4, 57.0]]


def test_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", kosong=[], KIA=ROWS)
    assert figures(read_report(path)) == EXPECTED[:1]
    assert figures(read_report(path, sheet="KIA")) == figures(read_report(path, sheet=1)) == EXPECTED[:1]
    with pytest.raises(ValidationError) as caught:
        read_report(path, sheet=0)
    assert caught.value.code == "table.empty"


def test_which_sheet_of_several(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", KIA=ROWS, Gizi=ROWS)
    for sheet, code in ((None, "several_sheets"), ("KB", "unknown_sheet"), (2, "unknown_sheet")):
        with pytest.raises(LokminError) as caught:
            read_report(path, sheet=sheet)
        assert caught.value.code == code


def test_frames() -> None:
    names = ["Desa", "Bulan", "K1", "Sasaran K1"]
    frame = pd.DataFrame([["Jebak", pd.Timestamp(2025, 7, 1), 4, 57], ["Ampelu", pd.NaT, None, 30]], columns=names)
    with collect_warnings() as problems:
        answer = read_report(frame)
    assert figures(answer) == [EXPECTED[0], ("Ampelu", "K1", None, None, 30)]
    assert [problem["type"] for problem in problems] == ["table.period_missing"]
    # K1 is a float column here: 4.0 is 4.
    levels = pd.MultiIndex.from_tuples([("Desa", ""), ("K1", "ABS"), ("K1", "%")])
    frame = pd.DataFrame([["Jebak", 4, 7.02]], columns=levels)
    assert read_report(frame, period="2025-07")["figures"]["published"] == ["7.02"]


def test_a_frame_of_polars() -> None:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"Desa": ["Jebak"], "Bulan": [date(2025, 7, 1)], "K1": [4], "Sasaran K1": [57]})
    assert figures(read_report(frame)) == EXPECTED[:1]


def test_the_request_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x\nNama,L,P\nJebak,-1,3\n")
    with collect_warnings() as problems:
        answer = read_report(
            path,
            working_area=WorkingArea(AREA),
            period="2025",
            columns={"A": {"role": "village"}, "B": {"indicator": "IDL"}, "C": {"indicator": "IDL"}},
            header_rows=(2, 2),
            missing=["-1"],
            by_sex=True,
            lang="en",
        )
    assert answer["figures"]["area"] == ["15.04.02.2003"] * 3
    assert answer["figures"]["sex"] == ["L", "P", None]
    assert answer["figures"]["numerator"] == [None, 3, None]
    assert [problem["msg"] for problem in problems] == ["1 cells have `-1` and are taken as missing, the first is B3"]


def test_people_are_refused_without_a_word_of_theirs(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Desa,Kode,K1\nJebak,3302014107900001,1\n")
    with pytest.raises(ValidationError) as caught:
        read_report(path)
    assert caught.value.code == "table.personal_data"
    assert "3302014107900001" not in repr(caught.value.problems) + str(caught.value)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a.xls", "unknown_file"),
        ("a", "unknown_file"),
        ("tidak_ada.csv", "unreadable_file"),
        ("tidak_ada.xlsx", "unreadable_file"),
    ],
)
def test_a_path_that_is_none_is_misuse(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(LokminError) as caught:
        read_report(tmp_path / name)
    assert (caught.value.code, type(caught.value)) == (code, LokminError)


def test_a_broken_workbook(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK no workbook")
    with pytest.raises(LokminError) as caught:
        read_report(tmp_path / "a.xlsx")
    assert caught.value.code == "unreadable_file"


def test_what_is_neither_path_nor_frame() -> None:
    with pytest.raises(TypeError):
        read_report(42)
    with pytest.raises(LokminError):
        read_report(pd.DataFrame({"Desa": ["a"]}), sheet=0)


def test_a_missing_reader_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx", KIA=ROWS)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(LokminError, match="pip install openpyxl") as caught:
        read_report(path)
    assert caught.value.code == "missing_reader"
