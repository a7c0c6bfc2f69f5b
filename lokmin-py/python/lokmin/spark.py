"""The same assessments on a cluster, for tables that one machine does not hold: ``pip install 'lokmin[spark]'``.

Rows are brought together by what their areas are ranked in, so that every parent lies whole in one partition; each partition
is handed to the core as Arrow batches, and what comes out is what ``lokmin.assess`` says of the whole table.

One machine assesses 24 million rows in seconds: this is worth it where the figures lie on a cluster already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from . import _lokmin, _table
from ._errors import LokminError
from ._question import AssessQuestion, RollUpQuestion, filled, parents_of, taking

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

__all__ = ["assess", "roll_up_table"]

# The arguments that say what columns are called; on the workers they have their own names.
_ROLES = ("area", "indicator", "period", "numerator", "denominator")

# The area of rows that only say which periods the whole table has. It belongs to nothing, and is in no answer.
_CALENDAR = "\x1alokmin.periods"

_MOST_PERIODS = 20_000


class ClusterOptions(TypedDict, total=False):
    """How the rows are shared out."""

    partitions: int | None


class AssessOptions(AssessQuestion, ClusterOptions, total=False):
    """The arguments of ``lokmin.spark.assess``."""


class RollUpOptions(RollUpQuestion, ClusterOptions, total=False):
    """The arguments of ``lokmin.spark.roll_up_table``."""


@taking("df", AssessOptions)
def assess(df: DataFrame, /, **options: Unpack[AssessOptions]) -> DataFrame:
    """Assess a Spark DataFrame: the rows of ``lokmin.assess``, in no order.

    Arguments are those of ``lokmin.assess``. The answer has no ``input_row``, for rows of a cluster have no number: join it to
    the figures by area, indicator and period. Problems are told by ``flags`` alone (``lokmin.flag_names``); rows without an
    area, an indicator or a period are in no row of the answer. ``flags`` and ``rank`` are ``long``, the status is a text.

    With ``quality``, areas that belong to nothing are compared with those of their partition, if at all.

    ``partitions`` says into how many parts the rows are shared out; each has to fit the memory of one worker. Left out, Spark
    decides. The distinct periods are collected at once, when this is called, so that every partition answers for the spans of
    the whole table; everything else runs when the answer is used.
    """
    given = filled(options, AssessOptions, "assess")
    if given["columns"] is not None and "input_row" in given["columns"]:
        raise LokminError("rows of a cluster have no number: `input_row` cannot be asked for", "columns.input_row")
    if given["quality"] and given["parents"] is None:
        raise LokminError("without parents the quality is that of the whole table: name the parents", "parents.absent")
    return _run(df, _table.assess, given, AssessQuestion, "area")


@taking("df", RollUpOptions)
def roll_up_table(df: DataFrame, /, **options: Unpack[RollUpOptions]) -> DataFrame:
    """Add the areas of a Spark DataFrame up to their parents: the rows of ``lokmin.roll_up_table``, in no order.

    Arguments are those of ``lokmin.roll_up_table``, and ``partitions`` is as in ``assess``. Areas that belong to nothing are in
    no row of the answer.
    """
    return _run(df, _table.roll_up_table, filled(options, RollUpOptions, "roll_up_table"), RollUpQuestion, "parent")


def _run(df: DataFrame, ask: Callable[..., _table.Table], given: dict[str, Any], kind: type[Any], key: str) -> DataFrame:
    """Share the rows out by their parents, and ask of each partition."""
    try:
        import pyarrow
        from pyspark.sql import functions
    except ImportError as error:
        raise LokminError("lokmin.spark needs PySpark: pip install 'lokmin[spark]'", "missing_library") from error

    names = _names(df, given)
    options = {name: _plain(given[name]) for name in kind.__annotations__ if name not in _ROLES}
    # Of no row: whether the question is sound, and which columns come out.
    schema = _spark_schema(pyarrow.table(ask({name: [] for name in names}, **options)).schema)
    rows = df.select(*(functions.col(_quoted(name)).alias(role) for role, name in names.items()))
    periods = [row[0] for row in rows.select("month").distinct().limit(_MOST_PERIODS + 1).collect()]
    if len(periods) > _MOST_PERIODS:
        raise LokminError(f"more than {_MOST_PERIODS} different periods", "columns.periods")
    rows, by = _by_parent(rows, options["parents"])
    partitions = given["partitions"]
    shared = (rows.repartition(by) if partitions is None else rows.repartition(partitions, by)).select(*names)
    return shared.mapInArrow(_asker(ask, options, [found for found in periods if found is not None], key), ", ".join(schema))


def _asker(
    ask: Callable[..., _table.Table], options: dict[str, Any], periods: list[Any], key: str
) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """Return what one worker does with its partition."""

    def answer(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow

        own = [batch for batch in batches if batch.num_rows]
        if not own:
            return
        rows = pyarrow.Table.from_batches(own)
        known = rows["indicator"].drop_null()
        if len(known) == 0:
            return
        calendar = {
            "area": pyarrow.array([_CALENDAR] * len(periods), rows.schema.field("area").type),
            "indicator": pyarrow.array([known[0].as_py()] * len(periods), rows.schema.field("indicator").type),
            "month": pyarrow.array(periods, rows.schema.field("month").type),
            "numerator": pyarrow.nulls(len(periods), rows.schema.field("numerator").type),
            "denominator": pyarrow.nulls(len(periods), rows.schema.field("denominator").type),
        }
        table = pyarrow.concat_tables([rows, pyarrow.table(calendar, schema=rows.schema)])
        for batch in pyarrow.table(ask(table, threads=1, **options)).to_batches():
            yield _spark_batch(batch, key)

    return answer


def _spark_batch(batch: Any, key: str) -> Any:
    """Return a batch as Spark takes it: without what is of this module alone, and of types that Spark has."""
    import pyarrow
    import pyarrow.compute

    names = [name for name in batch.schema.names if name != "input_row"]
    columns = [batch[name].cast(_spark_type(batch.schema.field(name).type)) for name in names]
    plain = pyarrow.record_batch(columns, names)
    return plain.filter(pyarrow.compute.not_equal(plain[key], _CALENDAR))


def _spark_type(kind: Any) -> Any:
    """Return the type without a sign where there is one, and texts as they are."""
    import pyarrow

    if pyarrow.types.is_dictionary(kind):
        return pyarrow.string()
    if pyarrow.types.is_uint8(kind):
        return pyarrow.int16()
    return pyarrow.int64() if pyarrow.types.is_unsigned_integer(kind) else kind


def _spark_schema(schema: Any) -> list[str]:
    """Return the columns that come out, in the words of Spark."""
    words = {
        "string": "string", "date32[day]": "date", "int64": "bigint", "double": "double", "bool": "boolean",
        "int8": "tinyint", "int16": "smallint",
    }
    kept = [field for field in schema if field.name != "input_row"]
    return [f"`{field.name}` {words[str(_spark_type(field.type))]}" for field in kept]


def _names(df: DataFrame, given: Mapping[str, Any]) -> dict[str, str]:
    """Return which column has which role, or say which is absent."""
    names = {"month" if role == "period" else role: given[role] for role in _ROLES}
    for name in names.values():
        if name not in df.columns:
            raise LokminError(f"the table has no column `{name}`", "columns.absent")
    return names


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _plain(value: Any) -> Any:
    """Return documents as dictionaries, which travel to the workers."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _by_parent(rows: DataFrame, parents: Any) -> tuple[DataFrame, Column]:
    """Return the rows, and what brings the areas of one parent together; where an area has none, its own text will do."""
    from pyspark.sql import functions

    own = functions.col("area")
    question = parents_of(parents)

    def answer(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow

        for batch in batches:
            areas = [str(area) for area in batch["area"].drop_null().to_pylist()]
            found = _lokmin._parents_of(question, areas)
            yield pyarrow.record_batch({"area": pyarrow.array(areas, "string"), "parent": pyarrow.array(found, "string")})

    if question == {"parents": "none"}:
        return rows, own
    pairs = rows.select(own.cast("string").alias("area")).distinct().mapInArrow(answer, "area string, parent string")
    joined = rows.join(functions.broadcast(pairs), "area", "left")
    return joined, functions.coalesce(functions.col("parent"), own)
