"""On a cluster the same answers: Spark on this machine against the local call, on made-up figures."""

from __future__ import annotations

from collections.abc import Iterator
import datetime
import os
from pathlib import Path
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import numpy
import pyarrow
import pyarrow.compute
import pyarrow.parquet
import pytest

import lokmin
import lokmin.spark

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ROWS = 2_000_000
INDICATORS = ["K1", "K4", "K6", "KF1", "IDL", "PN", "STUNT", "VITA", "OURS", "SBS"]
TARGETS = {"K1": 95, "K6": 80, "IDL": "92.5", "STUNT": 14, "OURS": 50}


def missing() -> str | None:
    """What Spark needs and this machine does not have."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        return "PySpark is not installed"
    java = shutil.which(os.path.join(os.environ.get("JAVA_HOME", ""), "bin", "java") if os.environ.get("JAVA_HOME") else "java")
    if java is None:
        return "there is no Java"
    version = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', version)
    return None if found and int(found[1]) >= 17 else "Java is older than 17"


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    reason = missing()
    if reason and os.environ.get("LOKMIN_REQUIRE_ALL") == "1":
        pytest.fail(f"LOKMIN_REQUIRE_ALL=1, and {reason}")
    if reason:
        pytest.skip(reason)
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    local: dict[str, bool | float | int | str | None] = {
        "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false",
        "spark.driver.memory": "2g", "spark.sql.shuffle.partitions": "4", "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
    }
    builder = SparkSession.builder.master("local[2]").appName("lokmin").config(map=local)
    session: SparkSession = builder.getOrCreate()
    yield session
    session.stop()


def made_up(rows: int) -> pyarrow.Table:
    """Figures of villages with all kinds of holes and faults, in an order that has nothing to do with the keys."""
    months, random = 18, numpy.random.default_rng(15)
    series = rows // months
    villages = series // len(INDICATORS)
    places = range(villages)
    codes = [f"{11 + p // 25_000:02}.{p // 1_250 % 20 + 1:02}.{p // 25 % 50 + 1:02}.{2001 + p % 25}" for p in places]
    series = villages * len(INDICATORS)
    of_series, of_month = numpy.repeat(numpy.arange(series), months), numpy.tile(numpy.arange(months), series)
    # A seventh of the series begins later than the others, another seventh stops earlier.
    kind = numpy.repeat(random.integers(0, 7, series), months)
    kept = ~((kind == 0) & (of_month < 5)) & ~((kind == 1) & (of_month > 10))
    dice = random.integers(0, 1_000_000, len(of_series))
    numerators = numpy.where(dice % 997 == 0, -1, dice % 9)
    denominators = numpy.repeat(random.integers(20, 100, series), months) + (dice % 211 == 0)
    days = [datetime.date(2024 + place // 12, place % 12 + 1, 1) for place in range(months)]
    table = pyarrow.table({
        "area": pyarrow.array(codes).take(pyarrow.array(of_series // len(INDICATORS))),
        "indicator": pyarrow.array(INDICATORS).take(pyarrow.array(of_series % len(INDICATORS))),
        "month": pyarrow.array(days).take(pyarrow.array(of_month)),
        "numerator": pyarrow.array(numerators, mask=dice % 19 == 0),
        "denominator": pyarrow.array(denominators, mask=dice % 53 == 0),
    }).filter(pyarrow.array(kept))
    table = table.take(pyarrow.array(random.permutation(len(table))))
    return pyarrow.concat_tables([table, table.slice(100, 50)])


def same(spark: pyarrow.Table, local: lokmin.Table, first: str, period: str = "month") -> None:
    """Both have the same rows, value by value, in whatever order."""
    wanted = pyarrow.table(local)
    found = spark.sort_by([(first, "ascending"), ("indicator", "ascending"), (period, "ascending")])
    assert found.num_rows == wanted.num_rows
    assert found.schema.names == [name for name in wanted.schema.names if name != "input_row"]
    for name in found.schema.names:
        own = found[name].combine_chunks()
        assert own.equals(wanted[name].cast(own.type).combine_chunks()), name


@pytest.fixture(scope="session")
def figures(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> tuple[pyarrow.Table, DataFrame]:
    table = made_up(ROWS * 10 // 9)
    assert len(table) > ROWS
    path: Path = tmp_path_factory.mktemp("figures") / "figures.parquet"
    pyarrow.parquet.write_table(table, path, row_group_size=250_000)
    return table, spark.read.parquet(str(path))


def test_two_million_rows(figures: tuple[pyarrow.Table, DataFrame]) -> None:
    table, frame = figures
    same(lokmin.spark.assess(frame, targets=TARGETS).toArrow(), lokmin.assess(table, targets=TARGETS), "area")


def test_sums_of_districts(figures: tuple[pyarrow.Table, DataFrame]) -> None:
    table, frame = figures
    # A tenth of the villages will do.
    table, frame = table.filter(pyarrow.compute.less(table["area"], "11.01.40")), frame.where("area < '11.01.40'")
    assert len(table) > ROWS // 20
    found = lokmin.spark.roll_up_table(frame, targets=TARGETS, parents="district", view="quarter", partitions=3)
    same(found.toArrow(), lokmin.roll_up_table(table, targets=TARGETS, parents="district", view="quarter"), "parent", "quarter")


SMALL = {
    "desa": ["15.04.02.2003", "15.04.02.2005", "15.04.02.2003", "x", None],
    "indicator": ["K6", "K6", "K6", "K6", "K6"],
    "bulan": ["2025-01", "2025-01", "2025-03", "2025-06", "2025-01"],
    "numerator": [4, 2, 7, 1, 1],
    "denominator": [57, 44, 57, 9, 9],
}
NAMES: dict[str, Any] = {"area": "desa", "period": "bulan"}
AREA = {
    "schema": "lokmin.working_area/1", "puskesmas": {"name": "Pasar Muara Tembesi"}, "year": 2025,
    "villages": [{"code": "15.04.02.2003", "name": "Rambutan Masam"}, {"code": "15.04.02.2005", "name": "Jebak"}],
}


@pytest.mark.parametrize(
    "parents",
    [None, "province", {"15.04.02.2003": "A", "x": "A"}, [AREA], [lokmin.WorkingArea(AREA)]],
    ids=["none", "province", "mapping", "document", "working area"],
)
def test_parents_names_and_spans(spark: SparkSession, parents: Any) -> None:
    """Every partition answers for January to June, also where its own rows end in January."""
    table = pyarrow.table(SMALL)
    found = lokmin.spark.assess(spark.createDataFrame(table), targets={"K6": 80}, parents=parents, partitions=4, **NAMES)
    with lokmin.collect_warnings():
        same(found.toArrow(), lokmin.assess(table, targets={"K6": 80}, parents=parents, **NAMES), "area")


def test_misuse(spark: SparkSession) -> None:
    frame = spark.createDataFrame(pyarrow.table(SMALL))
    misuses: list[tuple[dict[str, Any], str]] = [
        ({}, "columns.absent"), ({**NAMES, "columns": ["input_row"]}, "columns.input_row"),
        ({**NAMES, "quality": True, "parents": None}, "parents.absent"),
    ]
    for options, code in misuses:
        with pytest.raises(lokmin.LokminError) as caught:
            lokmin.spark.assess(frame, **options)
        assert caught.value.code == code
    with pytest.raises(lokmin.ValidationError) as wrong:
        lokmin.spark.assess(frame, view="week", **NAMES)  # type: ignore[arg-type]
    assert wrong.value.problems[0]["path"] == "/view"
    empty = lokmin.spark.assess(frame.limit(0), **NAMES)
    assert empty.toArrow().num_rows == 0


def test_without_spark() -> None:
    code = """
import sys
sys.modules["pyspark"] = None
import lokmin.spark
try:
    lokmin.spark.assess(None)
except lokmin.LokminError as error:
    print(error.code, error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "missing_library lokmin.spark needs PySpark: pip install 'lokmin[spark]'\n", done.stderr
