"""Charts of forums: when they were held, who came, and what became of the recommendations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import _lokmin
from .._errors import LokminError
from . import _rows, _words
from ._rows import Row, altair_library

if TYPE_CHECKING:
    import altair

_CLOSED = ("done", "verified", "rejected", "cancelled")
_BANDS = ((30, "0–30"), (90, "31–90"), (180, "91–180"), (365, "181–365"), (None, "> 365"))


def cadence_calendar(
    cadence: Mapping[str, Any] | Iterable[Mapping[str, Any]],
    /,
    *,
    names: Mapping[str, str] | None = None,
    lang: str = "id",
    title: str | None = None,
) -> altair.LayerChart:
    """Draw the calendar of a district: a row for each Puskesmas, a column for each quarter, the verdict in the cell.

    ``cadence`` is the answer of ``evaluate_cadence``, a list of such answers, or the answer of ``evaluate_cadence_columns``.
    ``names`` says how a Puskesmas is called.

    >>> from lokmin import evaluate_cadence_columns
    >>> answer = evaluate_cadence_columns(["1031429"], ["2024-08-29"], from_="2024Q3", as_of="2024-09-30")
    >>> calendar = cadence_calendar(answer, names={"1031429": "Lumbir"})
    >>> [(row["puskesmas"], row["quarter"], row["word"]) for row in calendar.to_dict()["data"]["values"]]
    [('Lumbir', 'TW III 2024', 'sesuai jadwal')]
    """
    alt, lang = altair_library(), _words.language(lang)
    cells = list(_cells_of_columns(cadence) if isinstance(cadence, Mapping) and "names" in cadence else _cells(cadence))
    called = _rows.names_of(names, (puskesmas for puskesmas, _, _, _ in cells))
    quarters = sorted({quarter for _, quarter, _, _ in cells})
    data = [
        {
            "puskesmas": called[puskesmas],
            "quarter": _rows.period_label(quarter, lang),
            "status": status,
            "word": _words.CADENCE[status].word(lang),
            "ink": _words.CADENCE[status].ink,
            "held_on": held_on or "–",
        }
        for puskesmas, quarter, status, held_on in cells
    ]
    held = {"id": "Dilaksanakan pada", "en": "Held on"}[lang]
    tooltip = {"puskesmas": "Puskesmas", "quarter": "Triwulan" if lang == "id" else "Quarter", "word": "Status", "held_on": held}
    labels = [_rows.period_label(quarter, lang) for quarter in quarters]
    drawn = _grid(alt, data, ("quarter", labels), ("puskesmas", sorted(called.values())), (_words.CADENCE, lang), tooltip)
    head = title or ("Lokmin triwulanan per Puskesmas" if lang == "id" else "Quarterly forums by Puskesmas")
    return _finished(drawn, head, "" if data else _nothing(lang))


def _cells(cadence: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str, str, str | None]]:
    answers = [cadence] if isinstance(cadence, Mapping) else list(cadence)
    for answer in answers:
        for row in answer["rows"]:
            yield answer["puskesmas"], row["quarter"], row["status"], row.get("held_on")


def _cells_of_columns(cadence: Mapping[str, Any]) -> Iterable[tuple[str, str, str, str | None]]:
    for key, quarter, status in zip(cadence["puskesmas"], cadence["quarter"], cadence["status"], strict=True):
        yield cadence["names"][key], str(quarter), _lokmin.CADENCE_STATUSES[status], None


def attendance_chart(
    coverage: Mapping[Any, Mapping[str, Any]] | Iterable[tuple[Any, Mapping[str, Any]]],
    /,
    *,
    lang: str = "id",
    title: str | None = None,
) -> altair.LayerChart:
    """Draw who came: a row for each required sector, a column for each quarter, what is known in the cell.

    ``coverage`` has the answer of ``sector_coverage`` for each quarter (or ``review(...)["attendance"]``): a dictionary, or
    pairs. A sector that a list does not
    mention is shown as that, not as absent.

    >>> from lokmin import sector_coverage
    >>> forum = {"id": "f", "kind": "quarterly", "held_on": "2024-08-29", "puskesmas": [{"name": "Lumbir"}],
    ...     "attendance": [{"mention": "institution", "institution": "Polsek"}]}
    >>> chart = attendance_chart({"2024Q3": sector_coverage(forum)}, lang="en")
    >>> [row["word"] for row in chart.to_dict()["data"]["values"] if row["sector"] == "Police"]
    ['present']
    """
    alt, lang = altair_library(), _words.language(lang)
    pairs = list(coverage.items() if isinstance(coverage, Mapping) else coverage)
    pairs = sorted(((str(quarter), answer) for quarter, answer in pairs), key=lambda pair: pair[0])
    data: list[Row] = []
    for quarter, answer in pairs:
        for requirement in answer.get("requirements") or answer["sectors"]:
            term = _words.COVERAGE[requirement["status"]]
            data.append(
                {
                    "sector": requirement.get("name") or " / ".join(sector_name(code, lang) for code in requirement["any_of"]),
                    "quarter": _rows.period_label(quarter, lang),
                    "status": requirement["status"],
                    "word": term.word(lang),
                    "ink": term.ink,
                    "by": len(requirement["by"]),
                }
            )
    quarters = list(dict.fromkeys(_rows.period_label(quarter, lang) for quarter, _ in pairs))
    sectors = list(dict.fromkeys(row["sector"] for row in data))
    titles = ("Sektor", "Triwulan", "Yang hadir (baris)") if lang == "id" else ("Sector", "Quarter", "Rows that count")
    tooltip = {"sector": titles[0], "quarter": titles[1], "word": "Status", "by": titles[2]}
    drawn = _grid(alt, data, ("quarter", quarters), ("sector", sectors), (_words.COVERAGE, lang), tooltip)
    head = title or ("Kehadiran lintas sektor" if lang == "id" else "Attendance of sectors")
    return _finished(drawn, head, "" if data else _nothing(lang))


def sector_name(code: str, lang: _words._Lang) -> str:
    """Return the name of a sector."""
    return _words.SECTORS.get(code, (code, code))[lang == "en"]


def ageing_chart(
    follow_up: Sequence[Mapping[str, Any]],
    /,
    *,
    grouped: bool = False,
    limit: int = 30,
    lang: str = "id",
    title: str | None = None,
    width: int = 420,
) -> altair.LayerChart:
    """Draw how old open recommendations are, the oldest on top, and which are overdue or wait for an answer.

    ``follow_up`` is the answer of ``Register.follow_up`` or ``Register.agenda``. ``limit`` says how many are shown; the line
    below the title says how many there are. ``grouped=True`` counts them by their age in days instead.

    >>> from lokmin import Register
    >>> event = {"schema": "lokmin.event/1", "id": "a", "recommendation": "r1", "on": "2025-07-30", "seq": 0, "kind": "propose",
    ...     "content": {"action": "Latih kader", "puskesmas": ["Pelangiran"]}}
    >>> chart = ageing_chart(Register.of([event]).follow_up(as_of="2025-10-03"))
    >>> [(row["action"], row["age"], row["word"]) for row in chart.to_dict()["data"]["values"]]
    [('Latih kader', 65, 'diusulkan')]
    """
    alt, lang = altair_library(), _words.language(lang)
    items = [item for item in follow_up if item["state"] not in _CLOSED and item["age_days"] is not None]
    items.sort(key=lambda item: (-item["age_days"], item["recommendation"]))
    if not isinstance(limit, int) or limit < 1:
        raise LokminError("limit is 1 or more", "limit")
    drawn = _ages_grouped(alt, items, lang) if grouped else _ages(alt, items[:limit], lang)
    head = title or ("Umur rekomendasi yang masih terbuka" if lang == "id" else "Age of open recommendations")
    shown = len(items) if grouped else min(limit, len(items))
    counted = f"{shown} dari {len(items)} rekomendasi" if lang == "id" else f"{shown} of {len(items)} recommendations"
    finished = _finished(drawn, head, counted if items else _nothing(lang))
    return finished.properties(width=width)


def _ages(alt: Any, items: list[Mapping[str, Any]], lang: _words._Lang) -> Any:
    """A bar for each recommendation."""
    data = []
    for item in items:
        term = _words.STATES[item["state"]]
        data.append(
            {
                "recommendation": item["recommendation"],
                "action": item["action"],
                "age": item["age_days"],
                "status": item["state"],
                "word": term.word(lang),
                "label": "; ".join([term.word(lang), *_remarks(item, lang)]),
                "is_overdue": item["overdue_days"] is not None,
                "due": item["due"] or "–",
                "owners": ", ".join(sector_name(owner["sector"], lang) for owner in item["owners"]) or "–",
            }
        )
    chart = alt.Chart(_rows.chart_data(data))
    days = alt.X("age:Q", title="umur (hari)" if lang == "id" else "age (days)", axis=alt.Axis(labelExpr=_rows.axis_labels(lang), tickMinStep=1))
    # The id keeps two recommendations with the same words apart; what is read is the action.
    actions = "{" + ", ".join(f"{_quoted(row['recommendation'])}: {_quoted(row['action'])}" for row in data) + "}[datum.value]"
    axis = alt.Axis(labelExpr=actions, labelLimit=330, ticks=False)
    rows = alt.Y("recommendation:N", sort=[row["recommendation"] for row in data], title=None, axis=axis)
    titles = ("Kegiatan", "Status", "Umur (hari)", "Tenggat", "Penanggung jawab")
    if lang == "en":
        titles = ("Action", "State", "Age (days)", "Due", "Owners")
    tooltip = [alt.Tooltip(f"{name}:N", title=words) for name, words in zip(("action", "label", "age", "due", "owners"), titles, strict=True)]
    bars = chart.mark_bar(height={"band": 0.72}, strokeWidth=2).encode(
        x=days,
        y=rows,
        color=_colour(alt, data, _words.STATES, lang),
        stroke=alt.condition("datum.is_overdue", alt.value(_words.RED), alt.value("transparent")),
        tooltip=tooltip,
    )
    words = chart.mark_text(align="left", dx=6, color=_words.INK).encode(x=days, y=rows, text="label:N")
    return alt.layer(bars, words).properties(height=alt.Step(24))


def _quoted(text: str) -> str:
    """Write a text as one of Vega's expressions."""
    kept = "".join(letter if letter.isprintable() else " " for letter in text)
    return "'" + kept.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _remarks(item: Mapping[str, Any], lang: _words._Lang) -> list[str]:
    remarks = []
    if item["overdue_days"] is not None:
        days = _rows.whole(item["overdue_days"], lang)
        remarks.append(f"lewat tenggat {days} hari" if lang == "id" else f"{days} days overdue")
    if item["waiting_days"] is not None:
        days = _rows.whole(item["waiting_days"], lang)
        remarks.append(f"menunggu jawaban {days} hari" if lang == "id" else f"waiting for {days} days")
    if item["times_carried"]:
        remarks.append(f"dilanjutkan {item['times_carried']}×" if lang == "id" else f"carried over {item['times_carried']}×")
    return remarks


def _ages_grouped(alt: Any, items: list[Mapping[str, Any]], lang: _words._Lang) -> Any:
    """How many there are of each age and state."""
    counts: dict[tuple[str, str], int] = {}
    for item in items:
        band = next(name for most, name in _BANDS if most is None or item["age_days"] <= most)
        counts[band, item["state"]] = counts.get((band, item["state"]), 0) + 1
    order = {name: place for place, (_, name) in enumerate(_BANDS)}
    data = [
        {"band": band, "status": state, "word": _words.STATES[state].word(lang), "ink": _words.STATES[state].ink, "count": count}
        for (band, state), count in sorted(counts.items(), key=lambda one: (order[one[0][0]], list(_words.STATES).index(one[0][1])))
    ]
    chart = alt.Chart(_rows.chart_data(data))
    titles = ("umur (hari)", "rekomendasi") if lang == "id" else ("age (days)", "recommendations")
    bands = alt.Y("band:N", sort=[name for _, name in _BANDS], scale=alt.Scale(domain=[name for _, name in _BANDS]), title=titles[0])
    stack = alt.X("count:Q", stack="zero", title=titles[1], axis=alt.Axis(tickMinStep=1, format="d"))
    tooltip = [alt.Tooltip("band:N", title=titles[0]), alt.Tooltip("word:N", title="Status"), alt.Tooltip("count:Q", title=titles[1])]
    order_of = alt.Order("status:N")
    bars = chart.mark_bar().encode(x=stack, y=bands, color=_colour(alt, data, _words.STATES, lang), order=order_of, tooltip=tooltip)
    middle = alt.X("count:Q", stack="zero", bandPosition=0.5)
    words = chart.mark_text(baseline="middle").encode(
        x=middle, y=bands, text="count:Q", order=order_of, detail="status:N", color=alt.Color("ink:N", scale=None)
    )
    return alt.layer(bars, words).properties(height=alt.Step(34))


def _colour(alt: Any, data: list[Row], terms: Mapping[str, _words.Term], lang: _words._Lang) -> Any:
    """The colours of the words that are there, in the order of the words."""
    shown = [term for key, term in terms.items() if any(row["status"] == key for row in data)]
    scale = alt.Scale(domain=[term.word(lang) for term in shown], range=[term.colour for term in shown])
    return alt.Color("word:N", scale=scale, legend=alt.Legend(title=None, orient="top", columns=5, symbolLimit=0) if shown else None)


def _grid(
    alt: Any,
    data: list[Row],
    across: tuple[str, list[str]],
    down: tuple[str, list[str]],
    words: tuple[Mapping[str, _words.Term], _words._Lang],
    titles: Mapping[str, str],
) -> Any:
    """Cells with a colour and a word in each."""
    chart = alt.Chart(_rows.chart_data(data))
    x = alt.X(f"{across[0]}:N", sort=across[1], title=None, axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False))
    y = alt.Y(f"{down[0]}:N", sort=down[1], title=None, axis=alt.Axis(labelLimit=260, ticks=False, domain=False))
    tooltip = [alt.Tooltip(f"{name}:N", title=title) for name, title in titles.items()]
    cells = chart.mark_rect(stroke="white", strokeWidth=2).encode(x=x, y=y, color=_colour(alt, data, *words), tooltip=tooltip)
    letters = chart.mark_text(fontSize=10.5).encode(x=x, y=y, text="word:N", color=alt.Color("ink:N", scale=None))
    return alt.layer(cells, letters).properties(width=alt.Step(108), height=alt.Step(24))


def _finished(drawn: Any, title: str, subtitle: str) -> altair.LayerChart:
    chart: altair.LayerChart = drawn.properties(title=_rows.heading(title, subtitle))
    return chart


def _nothing(lang: _words._Lang) -> str:
    return "belum ada data" if lang == "id" else "no data"
