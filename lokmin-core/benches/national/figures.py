"""Made-up figures of a whole country: villages x 24 indicators x the twelve months of 2025, as Arrow files."""

import pathlib

import numpy as np
import pyarrow as pa

INDICATORS = 24


def target(indicator: int) -> int:
    """Per cent of the year's target, by the number of an indicator."""
    return 90 + indicator % 5


def code(village: int) -> str:
    """A region code: ten villages a subdistrict, 25 subdistricts a district, ten districts a province."""
    subdistrict, own = divmod(village, 10)
    district, subdistrict = divmod(subdistrict, 25)
    province, district = divmod(district, 10)
    return f"{11 + province:02}.{1 + district:02}.{1 + subdistrict:02}.{2001 + own}"


def make(folder: pathlib.Path, villages: int) -> None:
    """Writes the figures in the order of the keys, and in no order."""
    random = np.random.default_rng(2025)
    pairs = villages * INDICATORS
    denominators = np.repeat(random.integers(10, 400, pairs), 12)
    numerators = random.binomial(denominators, 1 / 13)
    first_days = np.arange("2025-01", "2026-01", dtype="datetime64[M]").astype("datetime64[D]").astype(np.int32)
    in_order = pa.table({
        "area": pa.DictionaryArray.from_arrays(
            pa.array(np.repeat(np.arange(villages, dtype=np.int32), INDICATORS * 12)), pa.array(map(code, range(villages)))
        ),
        "indicator": pa.DictionaryArray.from_arrays(
            pa.array(np.tile(np.repeat(np.arange(INDICATORS, dtype=np.int32), 12), villages)),
            pa.array([f"IND{number:02}" for number in range(INDICATORS)]),
        ),
        "month": pa.array(np.tile(first_days, pairs), pa.date32()),
        "numerator": pa.array(numerators.astype(np.int64)),
        "denominator": pa.array(denominators.astype(np.int64)),
    })
    for name, table in [("sorted", in_order), ("shuffled", in_order.take(pa.array(random.permutation(pairs * 12))))]:
        table = table.combine_chunks()
        with pa.OSFile(str(folder / f"{name}-{villages}.arrow"), "wb") as file:
            with pa.ipc.new_file(file, table.schema) as writer:
                writer.write_table(table)
