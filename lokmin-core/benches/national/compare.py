"""Runs lokmin and the others, each in a process of its own, and writes a table: compare.py FOLDER VILLAGES."""

import json
import pathlib
import subprocess
import sys

from figures import make

HERE = pathlib.Path(__file__).parent
TOOLS = ["floor", "numpy", "polars", "polars tuned", "duckdb", "pandas"]


def run(command: list[str]) -> dict:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    lines = done.stdout.splitlines()
    return json.loads(lines[-1]) if done.returncode == 0 and lines else {}


def main() -> None:
    folder, villages = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    if not (folder / f"shuffled-{villages}.arrow").exists():
        make(folder, villages)
    print("| order | tool | rows | seconds | with rank | peak MB | lokmin is faster | with rank |")
    print("| :-- | :-- | --: | --: | --: | --: | --: | --: |")
    for order in ("sorted", "shuffled"):
        path = str(folder / f"{order}-{villages}.arrow")
        lokmin = ["target/release/examples/national", path]
        plain, ranked = run([*lokmin, "plain"]), run([*lokmin, "rank"])
        peak = max(plain["peak_mb"], ranked["peak_mb"])
        row("lokmin", order, plain["rows"], plain["seconds"], ranked["seconds"], peak, plain, ranked)
        few = run([*lokmin, "few"])
        row("lokmin, value and status only", order, few["rows"], few["seconds"], None, few["peak_mb"], plain, ranked)
        for tool in TOOLS:
            own = run([sys.executable, str(HERE / "peers.py"), path, tool])
            if own:
                row(tool, order, own["rows"], own["seconds"], own.get("seconds_with_rank"), own["peak_mb"], plain, ranked)
            else:
                print(f"| {order} | {tool} | did not finish |")


def row(tool, order, rows, seconds, with_rank, peak, plain, ranked) -> None:
    number = lambda value: "" if value is None else f"{value:.2f}"
    ratio = lambda value, own: "" if value is None else f"{value / own['seconds']:.1f}"
    print(
        f"| {order} | {tool} | {rows:,} | {number(seconds)} | {number(with_rank)} | {peak:,}"
        f" | {ratio(seconds, plain)} | {ratio(with_rank, ranked)} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
