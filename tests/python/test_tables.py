"""Tables of figures: every kind of table in, every kind of table out."""

from __future__ import annotations

import datetime
import inspect
import pickle
import subprocess
import sys
import textwrap
from collections.abc import Callable
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lokmin

COLUMNS: dict[str, list[Any]] = {
    "area": ["15.04.02.2003"] * 3 + ["15.04.02.2005"] * 3,
    "indicator": ["K6"] * 6,
    "month": ["2025-01", "2025-02", "2025-03"] * 2,
    "numerator": [4, 5, 6, 3, None, 2],
    "denominator": [60, 60, 60, 40, 40, 40],
}

# By hand, against 80 % x 1/12, 2/12 and 3/12: of 60 people 4, 8 and 12; of 40 people 2.67 (3), 5.33 (6) and 8. The second
# village has no February: 3 of 40 stay, two months of the way are missing in February and the trend of March.
EXPECTED = [
    ("15.04.02.2003", 1, 4, 0, True, None, None, 2, 1),
    ("15.04.02.2003", 2, 9, 0, True, 1, "baik", 1, 2),
    ("15.04.02.2003", 3, 15, 0, True, 1, "baik", 1, 3),
    ("15.04.02.2005", 1, 3, 0, True, None, None, 1, 1),
    ("15.04.02.2005", 2, 3, 3, False, None, None, 2, 1),
    ("15.04.02.2005", 3, 5, 3, False, None, None, 2, 2),
]


def dates() -> list[datetime.date]:
    return [datetime.date.fromisoformat(f"{month}-17") for month in COLUMNS["month"]]


def floats(name: str) -> list[float]:
    return [float("nan") if figure is None else float(figure) for figure in COLUMNS[name]]


TABLES: dict[str, Callable[[], Any]] = {
    "lists": lambda: COLUMNS,
    "tuples, with columns that are not needed": lambda: {**{k: tuple(v) for k, v in COLUMNS.items()}, "x": [1]},
    "lists of dates": lambda: {**COLUMNS, "month": dates()},
    "lists of moments": lambda: {**COLUMNS, "month": [datetime.datetime(day.year, day.month, 2, 23) for day in dates()]},
    "lists with what pandas says for nothing": lambda: {**COLUMNS, "numerator": [4, 5, 6, 3, pandas.NA, 2]},
    "lists of months": lambda: {**COLUMNS, "month": [lokmin.Month(month) for month in COLUMNS["month"]]},
    "lists of region codes": lambda: {**COLUMNS, "area": [lokmin.RegionCode(area) for area in COLUMNS["area"]]},
    "lists of whole numbers as floats": lambda: {**COLUMNS, "numerator": floats("numerator")},
    "pyarrow": lambda: pyarrow.table(COLUMNS),
    "pyarrow dictionaries": lambda: pyarrow.table({
        **{name: pyarrow.array(COLUMNS[name]).dictionary_encode() for name in ("area", "indicator")},
        "month": pyarrow.array(dates()),
        **{name: pyarrow.array(COLUMNS[name], pyarrow.int32()) for name in ("numerator", "denominator")},
    }),
    "a reader of batches": lambda: pyarrow.table(COLUMNS).to_reader(max_chunksize=2),
    "one record batch": lambda: pyarrow.table(COLUMNS).to_batches()[0],
    "polars": lambda: polars.DataFrame(COLUMNS),
    "polars categories": lambda: polars.DataFrame(COLUMNS).with_columns(
        polars.col("area", "indicator").cast(polars.Categorical), month=polars.Series(dates())
    ),
    "pandas": lambda: pandas.DataFrame(COLUMNS),
    "pandas periods": lambda: pandas.DataFrame(COLUMNS).assign(month=pandas.PeriodIndex(COLUMNS["month"], freq="M")),
    "a list of pandas periods": lambda: {**COLUMNS, "month": list(pandas.PeriodIndex(COLUMNS["month"], freq="M"))},
    "pandas categories and moments": lambda: pandas.DataFrame(COLUMNS).assign(
        area=lambda frame: frame["area"].astype("category"), month=pandas.to_datetime(dates())
    ),
    "duckdb": lambda: duckdb.from_arrow(pyarrow.table(COLUMNS)),
}


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)
def test_every_kind_of_table_says_the_same(make: Callable[[], Any]) -> None:
    answer = lokmin.assess(make(), targets={"K6": 80})
    rows = [
        (
            row["area"], row["month"].month, row["numerator_to_date"], row["shortfall"], row["met"], row["trend"],
            row["status"], row["rank"], row["months_reported"],
        )
        for row in answer.to_dicts()
    ]
    assert rows == EXPECTED
    assert answer.totals == {}


def test_every_kind_of_table_comes_out() -> None:
    answer = lokmin.assess(COLUMNS, targets={"K6": 80})
    wanted = [row[2] for row in EXPECTED]
    assert answer.to_polars()["numerator_to_date"].to_list() == wanted
    assert polars.DataFrame(answer).equals(answer.to_polars())
    assert pyarrow.table(answer)["numerator_to_date"].to_pylist() == wanted
    assert answer.to_pandas()["numerator_to_date"].tolist() == wanted
    assert str(answer.to_pandas()["month"].dtype).startswith("datetime64")
    queried = duckdb.sql("select numerator_to_date from answer order by area, month")
    assert queried is not None
    assert [row[0] for row in queried.fetchall()] == wanted
    assert answer.to_dict()["numerator_to_date"] == wanted
    assert len(answer) == 6


def test_what_is_asked_for() -> None:
    answer = lokmin.assess(COLUMNS, targets={"K6": 80}, columns=["status", "value"], view="quarter")
    assert answer.columns == ["area", "indicator", "quarter", "value", "status", "months_reported", "flags"]
    # 15 of 60 and, with two of three months, 5 of 40.
    assert answer.to_dict()["value"] == [25.0, 12.5]


def quarterly(frequency: str) -> pandas.DataFrame:
    table = {name: column[::3] for name, column in COLUMNS.items()}
    return pandas.DataFrame(table).assign(month=pandas.PeriodIndex(["2025Q1", "2025Q1"], freq=frequency))


def test_quarters_of_pandas() -> None:
    frame = quarterly("Q-DEC")
    both: list[Any] = [frame, {name: frame[name].tolist() for name in frame}]
    for table in both:
        answer = lokmin.assess(table, view="quarter").to_dict()
        assert answer["quarter"] == [datetime.date(2025, 1, 1)] * 2
        assert answer["numerator_to_date"] == [4, 3]
    fiscal: list[Any] = [quarterly("Q-MAR"), quarterly("Q-MAR").to_dict("list")]
    for table in fiscal:
        with pytest.raises(lokmin.LokminError, match="Q-MAR") as caught:
            lokmin.assess(table)
        assert caught.value.code == "columns.type"


def test_an_empty_table_has_the_columns_of_its_view() -> None:
    empty: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    for view, period in (("year_to_date", "month"), ("month", "month"), ("quarter", "quarter")):
        assert lokmin.assess(empty, view=view).columns[2] == period  # type: ignore[arg-type]
        assert lokmin.roll_up_table(empty, view=view).columns[2] == period  # type: ignore[arg-type]
        assert pyarrow.table(lokmin.assess(empty, view=view)).schema.names[2] == period  # type: ignore[arg-type]


def test_days_before_1970() -> None:
    answer = lokmin.assess({**COLUMNS, "month": ["1969-11", "1969-12", "1970-01"] * 2}, view="month")
    months = [datetime.date(1969, 11, 1), datetime.date(1969, 12, 1), datetime.date(1970, 1, 1)]
    assert answer.to_dict()["month"] == months * 2 == pyarrow.table(answer)["month"].to_pylist()


def test_targets_that_no_row_is_of_are_told() -> None:
    answer = lokmin.assess(COLUMNS, targets={"K6": 80, "KN1": 90, "K-6": 70})
    assert answer.unused_targets == ["K-6", "KN1"]
    assert "no figures for the targets of K-6, KN1" in repr(answer)
    own = {"schema": "lokmin.targets/1", "targets": [{"indicator": "IDL", "area": "15.04", "rate": "90"}]}
    assert lokmin.roll_up_table(COLUMNS, targets=own).unused_targets == ["IDL"]
    assert lokmin.assess(COLUMNS).unused_targets == []


def test_an_argument_that_there_is_not() -> None:
    for ask in (lokmin.assess, lokmin.roll_up_table):
        with pytest.raises(TypeError, match="'target'"):
            ask(COLUMNS, target={"K6": 80})  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="parent_level"):
        lokmin.assess(COLUMNS, parent_level="puskesmas")  # type: ignore[call-arg]
    named = inspect.signature(lokmin.assess).parameters
    assert named["view"].default == "year_to_date" and "parent_level" not in named


def test_parents_of_every_kind() -> None:
    def ranks(parents: Any) -> list[Any]:
        return lokmin.assess(COLUMNS, parents=parents).to_dict()["rank"][2::3]

    assert ranks("district") == [1, 2]
    assert ranks(None) == ranks({}) == ranks([]) == [None, None]
    assert ranks({"15.04.02.2003": "A", "15.04.02.2005": "B"}) == [1, 1]
    area = {
        "schema": "lokmin.working_area/1", "puskesmas": {"code": "1011443", "name": "Pasar Muara Tembesi"}, "year": 2025,
        "villages": [{"code": "15.04.02.2003", "name": "Rambutan Masam"}, {"code": "15.04.02.2005", "name": "Jebak"}],
    }
    assert ranks([area]) == ranks([lokmin.WorkingArea(area)]) == [1, 2]


def test_quality_and_what_is_wrong() -> None:
    table = {**COLUMNS, "numerator": [4, 5, 6, 3, 4, 90], "month": [*COLUMNS["month"][:5], "soon"]}
    answer = lokmin.assess(table, targets={"K6": 80}, quality=True, lang="en")
    assert answer.unplaced == [5]
    [problem] = answer.problems
    assert (problem["type"], problem["path"]) == ("document.missing", "/rows/5/period")
    assert answer.completeness is not None
    # Two villages and three months are due by March; the last row of the second has no period.
    assert answer.completeness.to_dicts()[-1] | {"month": None} == {
        "parent": "15.04.02", "indicator": "K6", "month": None, "reported": 5, "due": 6,
        "percent": pytest.approx(500 / 6), "band": "sedang",
    }
    with pytest.raises(lokmin.ValidationError) as caught:
        lokmin.assess(table, strict=True)
    assert caught.value.problems[0]["path"] == "/rows/5/period"


def test_flags_have_names() -> None:
    answer = lokmin.assess({**COLUMNS, "numerator": [4, 5, 66, 3, 4, 2], "indicator": ["OURS"] * 6}, targets={"OURS": 80})
    flags = answer.to_dict()["flags"]
    assert "over_denominator" in lokmin.flag_names(flags[2])
    assert all("unknown_indicator" in lokmin.flag_names(own) for own in flags)


def test_sums_of_parents() -> None:
    rows = lokmin.roll_up_table(COLUMNS, targets={"K6": 80}).to_dicts()
    # 15 and 5 of 60 and 40: 20 %, exactly what is due by March; one village without February.
    last = rows[-1]
    assert (last["parent"], last["numerator_to_date"], last["denominator_to_date"], last["value"]) == ("15.04.02", 20, 100, 20.0)
    assert (last["met"], last["areas"], last["months_reported"], last["months_due"]) == (True, 2, 5, 6)
    assert lokmin.roll_up_table(COLUMNS, parents={"15.04.02.2003": "A"}).without_parent == ["15.04.02.2005"]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ({"area": ["a"]}, "columns.absent"),
        ({}, "columns.absent"),
        ({**COLUMNS, "area": ["15"]}, "columns.length"),
        ({**COLUMNS, "numerator": [1.5] * 6}, "columns.fraction"),
        ({**COLUMNS, "numerator": ["many"] * 6}, "columns.type"),
        ({**COLUMNS, "numerator": [True] * 6}, "columns.type"),
        (polars.DataFrame({**COLUMNS, "numerator": ["4"] * 6}), "columns.type"),
    ],
)
def test_misuse(table: Any, code: str) -> None:
    with pytest.raises(lokmin.LokminError) as caught:
        lokmin.assess(table)
    assert caught.value.code == code
    assert not isinstance(caught.value, lokmin.ValidationError)


def test_misuse_of_a_type() -> None:
    with pytest.raises(TypeError, match="__arrow_c_stream__"):
        lokmin.assess(12)  # type: ignore[arg-type]


def test_wrong_questions_are_problems() -> None:
    with pytest.raises(lokmin.ValidationError) as caught:
        lokmin.assess(COLUMNS, targets={"K6": "many"}, view="week")  # type: ignore[arg-type]
    assert {problem["path"] for problem in caught.value.problems} == {"/view", "/targets/rates/K6"}


def test_a_number_beyond_all_bounds_is_kept_as_too_large() -> None:
    answer = lokmin.assess({**COLUMNS, "numerator": [10**30, 5, 6, 3, 4, 2]})
    assert "too_large" in lokmin.flag_names(answer.to_dict()["flags"][0])


def test_a_notebook_shows_a_table() -> None:
    table = {**COLUMNS, "area": ["<script>alert(1)</script>"] * 6, "month": [f"2025-{month:02}" for month in range(1, 7)]}
    html = lokmin.assess(table)._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_without_any_library() -> None:
    """No library is needed for lists in and lists out; what needs one says so."""
    code = """
        import sys
        for name in ("pyarrow", "polars", "pandas", "numpy"):
            sys.modules[name] = None
        import lokmin
        answer = lokmin.assess({"area": ["15.04.02.2003"], "indicator": ["K6"], "month": ["2025-01"], "numerator": [4],
            "denominator": [57]})
        assert answer.to_dicts()[0]["numerator_to_date"] == 4
        try:
            answer.to_polars()
        except lokmin.LokminError as error:
            print(error.code, error)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("missing_library to_polars needs polars: pip install polars\n", "")


def test_pandas_without_pyarrow() -> None:
    code = """
        import sys
        sys.modules["pyarrow"] = None
        import pandas, lokmin
        frame = pandas.DataFrame({"area": ["15.04.02.2003"] * 2, "indicator": ["K6"] * 2, "numerator": [4, None],
            "month": pandas.to_datetime(["2025-01-31", "2025-02-28"]), "denominator": [57, 57]})
        answer = lokmin.assess(frame).to_pandas()
        print(answer["numerator_to_date"].tolist(), answer["month"].dt.month.tolist(), answer["area"].dtype)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[4, 4] [1, 2] category\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")
def test_ctrl_c_ends_a_long_call() -> None:
    code = """
        import signal, threading, lokmin
        rows = 3_000_000
        areas = [f"11.01.01.{2001 + row % 900}" for row in range(rows)]
        import pyarrow as pa, datetime
        month = [datetime.date(2025, 1 + row // 900 % 12, 1) for row in range(rows)]
        table = pa.table({"area": areas, "indicator": [f"I{row // 10800}" for row in range(rows)], "month": month,
            "numerator": pa.repeat(1, rows), "denominator": pa.repeat(9, rows)})
        threading.Timer(0.05, signal.raise_signal, [signal.SIGINT]).start()
        try:
            while True:
                lokmin.assess(table, threads=1)
        except KeyboardInterrupt:
            print("interrupted")
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout == "interrupted\n", done.stderr


JUNK = st.one_of(st.none(), st.text(max_size=9), st.integers(), st.floats(), st.booleans(), st.dates(), st.binary(max_size=3))


@given(
    st.dictionaries(st.sampled_from(["area", "indicator", "month", "numerator", "denominator"]), st.lists(JUNK, max_size=4)),
    st.one_of(st.none(), st.dictionaries(st.text(max_size=5), JUNK, max_size=3), JUNK),
    st.sampled_from([lokmin.assess, lokmin.roll_up_table]),
)
def test_no_junk_ends_in_anything_else(table: Any, targets: Any, ask: Any) -> None:
    try:
        answer = ask(table, targets=targets)
    except (lokmin.LokminError, TypeError):
        return
    assert len(answer.to_dicts()) == len(answer)


def test_tables_are_not_pickled_by_accident() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(lokmin.assess(COLUMNS))
