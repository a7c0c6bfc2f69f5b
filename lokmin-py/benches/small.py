"""Small things beside what others do, in one process and in turns: small.py [WHEEL]

| what | beside | goal |
| :-- | :-- | :-- |
| `lokmin.validate` of a forum of 20 KB, from bytes | a pydantic model of the same shape, which checks types only | not slower |
| the same as `lokmin.Forum` | the same | not slower |
| `Quarter("2025Q3")` | `pandas.Period("2025Q3")` | 10 times |
| `import lokmin`, CPU time of a fresh process without that of an empty one | | below 50 ms |
| the wheel, where its path is given | | below 6 MB |

Needs `pip install -r requirements.txt`, and lokmin itself. Times are the best of several turns: the machine may be busy.
"""

from collections.abc import Callable
import json
from pathlib import Path
import resource
import subprocess
import sys
import time
from typing import Any, Literal

import pandas
from pydantic import BaseModel, ConfigDict

import lokmin

TURNS = 15


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Puskesmas(Strict):
    code: str | None = None
    name: str


class Represented(Strict):
    office: str | None = None
    institution: str | None = None


class Attendee(Strict):
    id: str | None = None
    mention: Literal["person", "institution", "group"]
    name: str | None = None
    office: str | None = None
    institution: str | None = None
    village: str | None = None
    signed: bool | None = None
    represents: list[Represented] = []


class By(Strict):
    attendee: str | None = None
    sector: str | None = None
    text: str | None = None


class Minute(Strict):
    kind: str
    speaker: By | None = None
    summary: str
    topics: list[str] = []


class Villages(Strict):
    codes: list[str] = []
    count: int | None = None


class Obstacle(Strict):
    id: str
    category: str
    text: str
    villages: Villages | None = None
    raised_by: list[By] = []


class ForumModel(Strict):
    """What of a forum the record below has; pydantic is given the dates as texts, which is less work for it."""

    schema_: str
    id: str
    kind: Literal["quarterly", "monthly"]
    label: str | None = None
    held_on: str
    held_on_text: str | None = None
    puskesmas: list[Puskesmas]
    list_complete: bool = False
    attendance: list[Attendee] = []
    minutes: list[Minute] = []
    obstacles: list[Obstacle] = []

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_"))


OFFICES = ("Camat", "Danramil", "Kapolsek", "Kepala KUA", "Kepala Desa", "Kader Posyandu", "Ketua TP PKK", "Bidan Desa")


def record() -> bytes:
    """Make a sound record of about 20 KB."""
    attendance: list[dict[str, Any]] = [
        {"id": f"baris-{n}", "mention": "person", "name": f"Hj. Nama Peserta {n}, S.Tr.Keb", "office": OFFICES[n % 8], "signed": True}
        for n in range(60)
    ]
    attendance.append(
        {"id": "wakil", "mention": "person", "name": "Serma Sugianto", "represents": [{"office": "Danramil 15/Lumbir"}]}
    )
    minutes = [
        {"kind": "tanya_jawab", "speaker": {"attendee": f"baris-{n}"}, "topics": ["kader", "posyandu", "penimbangan"],
         "summary": "Kader kesehatan di tingkat RT/RW masih kurang dan perlu bimtek sebelum penimbangan"}
        for n in range(30)
    ]
    obstacles = [
        {"id": f"hambatan-{n}", "category": "access", "text": "Jalan ke dusun terputus",
         "villages": {"codes": ["33.02.01.2001", "33.02.01.2002"]}, "raised_by": [{"attendee": f"baris-{n}"}]}
        for n in range(20)
    ]
    forum = {
        "schema": "lokmin.forum/1", "id": "lumbir-2024-3", "kind": "quarterly", "label": "Tribulan III", "held_on": "2024-08-29",
        "held_on_text": "Kamis, (29/8/2024)", "puskesmas": [{"code": "1031429", "name": "Puskesmas Lumbir"}],
        "list_complete": True, "attendance": attendance, "minutes": minutes, "obstacles": obstacles,
    }
    return json.dumps(forum).encode()


def best(calls: dict[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Return the seconds of one call of each, taken in turns."""
    seconds = dict.fromkeys(calls, float("inf"))
    for _ in range(TURNS):
        for name, call in calls.items():
            began = time.process_time()
            for _ in range(times):
                call()
            seconds[name] = min(seconds[name], (time.process_time() - began) / times)
    return seconds


def cpu_of(code: str) -> float:
    """Return the least CPU seconds of a fresh process that runs some code."""
    least = float("inf")
    for _ in range(TURNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def main() -> None:
    text = record()
    with lokmin.collect_warnings():
        read = best(
            {
                "lokmin.validate": lambda: lokmin.validate("forum", text),
                "lokmin.Forum": lambda: lokmin.Forum(text),
                "pydantic": lambda: ForumModel.model_validate_json(text),
                "pydantic, and its dictionary": lambda: ForumModel.model_validate_json(text).model_dump(exclude_unset=True),
            },
            50,
        )
    print(f"a forum of {len(text):,} bytes:")
    for name, seconds in read.items():
        print(f"  {name}: {seconds * 1e6:.0f} us, {seconds / read['pydantic']:.2f} x pydantic")
    spans = best({"Quarter": lambda: lokmin.Quarter("2025Q3"), "pandas.Period": lambda: pandas.Period("2025Q3")}, 2000)
    ratio = spans["pandas.Period"] / spans["Quarter"]
    print(f"Quarter: {spans['Quarter'] * 1e9:.0f} ns, pandas.Period: {spans['pandas.Period'] * 1e9:.0f} ns: {ratio:.1f} times")
    print(f"import lokmin: {(cpu_of('import lokmin') - cpu_of('pass')) * 1e3:.1f} ms of CPU")
    for wheel in sys.argv[1:]:
        print(f"wheel: {Path(wheel).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
