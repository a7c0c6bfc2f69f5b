"""`lokmin.assess` from an Arrow table, conversion included, beside polars, DuckDB and pandas: table.py FOLDER [VILLAGES]

Each tool runs in a process of its own and does the work once; the figures and the other tools are those of
`lokmin-core/benches/national`. 83,762 villages are 24 million rows: 12 GB of memory, some minutes.
"""

import json
from pathlib import Path
import resource
import subprocess
import sys
import time

NATIONAL = Path(__file__).parent.parent.parent / "lokmin-core" / "benches" / "national"
TOOLS = ("polars", "duckdb", "pandas")


def assess(path: str) -> dict[str, float]:
    """Assess the table of a file with ranks, and make a table of pyarrow of the answer."""
    import pyarrow as pa

    import lokmin

    with pa.OSFile(path) as file:
        table = pa.ipc.open_file(file).read_all().combine_chunks()
    targets = {f"IND{number:02}": 90 + number % 5 for number in range(24)}
    began = time.perf_counter()
    answer = pa.table(lokmin.assess(table, targets=targets))
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"rows": answer.num_rows, "seconds_with_rank": seconds, "peak_mb": peak}


def run(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def main() -> None:
    folder, villages = Path(sys.argv[1]), int((*sys.argv[2:], "8376")[0])
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / f"shuffled-{villages}.arrow").exists():
        sys.path.insert(0, str(NATIONAL))
        from figures import make  # type: ignore[import-not-found]

        make(folder, villages)
    print("| order | tool | seconds with rank | peak MB | lokmin is faster |")
    print("| :-- | :-- | --: | --: | --: |")
    for order in ("sorted", "shuffled"):
        path = str(folder / f"{order}-{villages}.arrow")
        own = run([sys.executable, __file__, "--assess", path])
        for tool in ("lokmin", *TOOLS):
            found = own if tool == "lokmin" else run([sys.executable, str(NATIONAL / "peers.py"), path, tool])
            seconds = found["seconds_with_rank"]
            ratio = seconds / own["seconds_with_rank"]
            print(f"| {order} | {tool} | {seconds:.2f} | {found['peak_mb']:,} | {ratio:.1f} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--assess":
        print(json.dumps(assess(sys.argv[2])))
    else:
        main()
