"""What an analyst writes without lokmin: peers.py FILE TOOL, prints one JSON line.

Coverage to date, target to date, trend against the month before, status; then the rank in the subdistrict. Ties and the
first month are treated more simply than by the rules of lokmin: it is the amount of work that compares. `floor` divides
the two columns and writes a number and a byte a row, which nobody can avoid.
"""

import json
import resource
import sys
import time

import numpy as np
import pyarrow as pa

from figures import INDICATORS, target

TARGETS = [target(number) / 100 for number in range(INDICATORS)]


def floor(table):
    a, b = table["numerator"].to_numpy(), table["denominator"].to_numpy()
    yield
    value = a / b
    (value > 0.5).astype(np.int8)
    yield


def numpy_(table):
    area, indicator = (table[name].combine_chunks().indices.to_numpy() for name in ("area", "indicator"))
    days = table["month"].combine_chunks().cast(pa.int32()).to_numpy()
    month = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    numerator, denominator = table["numerator"].to_numpy(), table["denominator"].to_numpy()
    targets = np.array(TARGETS)
    yield
    key = (area.astype(np.int64) * len(targets) + indicator) * 12 + month
    if not (key[1:] > key[:-1]).all():
        order = np.argsort(key, kind="stable")
        indicator, month = indicator[order], month[order]
        numerator, denominator = numerator[order], denominator[order]
    own = numerator.reshape(-1, 12)
    value = own.cumsum(axis=1) / denominator.reshape(-1, 12)
    is_up = np.ones(own.shape, bool)
    is_up[:, 1:] = own[:, 1:] >= own[:, :-1]
    is_met = value >= (targets[indicator] * (month + 1) / 12).reshape(-1, 12)
    np.where(is_met & is_up, 0, np.where(is_met, 2, np.where(is_up, 1, 3))).astype(np.int8)
    yield


def polars_(table):
    import polars as pl

    frame = pl.from_arrow(table)
    names = table["indicator"].combine_chunks().dictionary.to_pylist()
    targets = pl.DataFrame({"indicator": names, "target": TARGETS})
    targets = targets.with_columns(pl.col("indicator").cast(frame.schema["indicator"]))
    yield
    series = ["area", "indicator"]
    judged = (
        frame.lazy()
        .join(targets.lazy(), on="indicator")
        .sort("area", "indicator", "month")
        .with_columns(
            to_date=pl.col("numerator").cum_sum().over(series),
            before=pl.col("numerator").shift(1).over(series).fill_null(0),
        )
        .with_columns(
            value=pl.col("to_date") / pl.col("denominator"),
            due=pl.col("target") * pl.col("month").dt.month() / 12,
        )
        .with_columns(is_met=pl.col("value") >= pl.col("due"), is_up=pl.col("numerator") >= pl.col("before"))
        .with_columns(
            status=pl.when(pl.col("is_met") & pl.col("is_up")).then(0).when("is_met").then(2).when("is_up").then(1)
            .otherwise(3).cast(pl.Int8)
        )
        .collect()
    )
    yield
    judged.with_columns(parent=pl.col("area").cast(pl.String).str.slice(0, 8)).with_columns(
        rank=pl.col("value").rank("min", descending=True).over("parent", "indicator", "month")
    )
    yield


def polars_tuned(table):
    """Whole-number keys, one sort, and shifts instead of windows; ranks by one more sort."""
    import polars as pl

    frame = pl.from_arrow(table)
    names = pl.from_arrow(table["area"].combine_chunks().dictionary)
    parents = names.str.slice(0, 8).rank("dense").cast(pl.UInt32) - 1
    keys = pl.Series(table["area"].combine_chunks().indices.to_numpy()), pl.Series(table["indicator"].combine_chunks().indices.to_numpy())
    targets = pl.Series(TARGETS)
    yield
    month = pl.col("month").dt.month().cast(pl.UInt32) - 1
    area, indicator = (pl.lit(keys).cast(pl.UInt32) for keys in keys)
    key = (area * INDICATORS + indicator) * 12 + month
    frame = frame.lazy().select(key.alias("key"), "numerator", "denominator").sort("key").collect()
    is_first = pl.col("key") % 12 == 0
    total = pl.col("numerator").cum_sum()
    judged = (
        frame.lazy()
        .with_columns(total=total, month=pl.col("key") % 12, indicator=pl.col("key") // 12 % INDICATORS)
        .with_columns(
            to_date=pl.col("total")
            - pl.when(is_first).then(pl.col("total") - pl.col("numerator")).otherwise(None).forward_fill(),
            before=pl.when(is_first).then(0).otherwise(pl.col("numerator").shift(1)),
        )
        .with_columns(value=pl.col("to_date") / pl.col("denominator"))
        .with_columns(
            is_met=pl.col("value") >= pl.lit(targets).gather(pl.col("indicator")) * (pl.col("month") + 1) / 12,
            is_up=pl.col("numerator") >= pl.col("before"),
        )
        .with_columns(
            status=(pl.lit(3, pl.Int8) - 2 * pl.col("is_up").cast(pl.Int8) - pl.col("is_met").cast(pl.Int8))
        )
        .collect()
    )
    yield
    group = pl.lit(parents).gather(pl.col("key") // (12 * INDICATORS)) * (12 * INDICATORS) + pl.col("key") % (
        12 * INDICATORS
    )
    ranked = (
        judged.lazy()
        .select(group.alias("group"), "value", pl.int_range(pl.len(), dtype=pl.UInt32).alias("row"))
        .sort("group", "value", descending=[False, True])
        .with_columns(place=pl.int_range(pl.len(), dtype=pl.UInt32))
        .with_columns(
            is_first=pl.col("group") != pl.col("group").shift(1, fill_value=2**32 - 1),
            is_new=(pl.col("group") != pl.col("group").shift(1, fill_value=2**32 - 1))
            | (pl.col("value") != pl.col("value").shift(1)),
        )
        .with_columns(
            begin=pl.when("is_first").then(pl.col("place")).forward_fill(),
            shared=pl.when("is_new").then(pl.col("place")).forward_fill(),
        )
        .select("row", rank=pl.col("shared") - pl.col("begin") + 1)
        .sort("row")
        .collect()
    )
    judged.with_columns(ranked["rank"])
    yield


def duckdb_(table):
    import duckdb

    names = table["indicator"].combine_chunks().dictionary.to_pylist()
    database = duckdb.connect()
    database.register("figures", table)
    database.register("targets", pa.table({"indicator": names, "target": TARGETS}))
    yield
    database.execute("""
        create table judged as
        with series as (
            select figures.*, targets.target, sum(numerator) over own as to_date, lag(numerator, 1, 0) over own as before
            from figures join targets on figures.indicator = targets.indicator
            window own as (partition by area, figures.indicator order by month)
        ), measured as (
            select *, to_date / denominator as value, target * month(month) / 12 as due from series
        )
        select *, case when value >= due and numerator >= before then 0 when value >= due then 2
            when numerator >= before then 1 else 3 end as status
        from measured""")
    yield
    database.execute("""
        create table ranked as
        select *, rank() over (partition by left(area::varchar, 8), indicator, month order by value desc) as rank
        from judged""")
    yield


def pandas_(table):
    import pandas as pd

    frame = table.to_pandas()
    yield
    frame = frame.sort_values(["area", "indicator", "month"])
    own = frame.groupby(["area", "indicator"], observed=True, sort=False)["numerator"]
    value, before = own.cumsum() / frame["denominator"], own.shift(1).fillna(0)
    due = np.array(TARGETS)[frame["indicator"].cat.codes] * pd.to_datetime(frame["month"]).dt.month.to_numpy() / 12
    is_met, is_up = value >= due, frame["numerator"] >= before
    np.select([is_met & is_up, is_met, is_up], [0, 2, 1], 3).astype(np.int8)
    yield
    frame["value"], frame["parent"] = value, frame["area"].astype(str).str[:8]
    frame.groupby(["parent", "indicator", "month"], observed=True)["value"].rank(method="min", ascending=False)
    yield


TOOLS = {
    "floor": floor,
    "numpy": numpy_,
    "polars": polars_,
    "polars tuned": polars_tuned,
    "duckdb": duckdb_,
    "pandas": pandas_,
}

if __name__ == "__main__":
    path, name = sys.argv[1:]
    with pa.OSFile(path) as file:
        table = pa.ipc.open_file(file).read_all().combine_chunks()
    steps = TOOLS[name](table)
    next(steps)  # everything is read and prepared
    began = time.perf_counter()
    seconds = [time.perf_counter() - began for _ in steps]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    answer = {"tool": name, "rows": table.num_rows, "seconds": seconds[0], "peak_mb": peak}
    print(json.dumps(answer | ({"seconds_with_rank": seconds[1]} if len(seconds) > 1 else {})))
