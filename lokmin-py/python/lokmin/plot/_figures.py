"""Charts of figures: the villages beside their target, and one village over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _rows, _words
from ._rows import Names, Row, altair_library

if TYPE_CHECKING:
    import altair

def pws_chart(
    table: Any,
    /,
    *,
    indicator: str | None = None,
    period: str | None = None,
    names: Names = None,
    lang: str = "id",
    title: str | None = None,
    width: int = 420,
) -> altair.LayerChart:
    """Draw the PWS chart: a bar for each village, the best rank on top, and the line of the target to date.

    ``table`` is a ``lokmin.Table`` of ``assess``, the same as polars, pandas or Arrow, or the answer of ``roll_up``.
    ``indicator`` is needed where the table has several, ``period`` (``"2025-09"``, ``"2025Q3"``) is the last one unless said
    otherwise. ``names`` says how villages are called: a dictionary, a ``WorkingArea`` or a ``RegionIndex``. The status stands
    in the colour and as a word with the sign of the trend; a village without one says whether the target is met.

    >>> from lokmin import assess
    >>> table = assess({"area": ["15.04.02.2003"], "indicator": ["K6"], "month": ["2025-01"], "numerator": [4],
    ...     "denominator": [57]}, targets={"K6": 80})
    >>> chart = pws_chart(table, names={"15.04.02.2003": "Rambutan Masam"})
    >>> chart.to_dict()["layer"][0]["mark"]["type"]
    'bar'
    """
    alt, lang = altair_library(), _words.language(lang)
    rows = _rows.rows_of(table)
    _rows.columns_needed(rows, "area", "indicator", "value", "target_to_date", "status", "rank", "met")
    rows, indicator = _rows.one_of(rows, "indicator", indicator, "indicator")
    period = period or max(map(_rows.period_of, rows), default=None)
    rows = sorted((row for row in rows if _rows.period_of(row) == period), key=_best_first)
    called = _rows.names_of(names, (row["area"] for row in rows))
    unit = "%" if _rows.is_percentage(indicator) else ""
    data = [_bar(row, called[row["area"]], unit, lang) for row in rows]
    chart = alt.Chart(_rows.chart_data(data))
    value = alt.X("value:Q", axis=alt.Axis(title=unit or None, labelExpr=_rows.axis_labels(lang), tickCount=6, grid=True))
    village = alt.Y("name:N", sort=[row["name"] for row in data], title=None, axis=alt.Axis(labelLimit=260, ticks=False))
    shown = [term for key, term in _words.PWS.items() if any(row["status"] == term.word(lang) for row in data)]
    scale = alt.Scale(domain=[term.word(lang) for term in shown], range=[term.colour for term in shown])
    legend = alt.Legend(title="Status", orient="top") if shown else None
    tooltip = [alt.Tooltip(f"{name}:N", title=words) for name, words in _tooltips(indicator, lang).items()]
    bars = chart.mark_bar(height={"band": 0.72}).encode(
        x=value, y=village, color=alt.Color("status:N", scale=scale, legend=legend), tooltip=tooltip
    )
    # Beside the plot, so that no word lies on the line of the target.
    words = chart.mark_text(align="left", dx=8, color=_words.INK).encode(x=alt.XValue("width"), y=village, text="label:N")
    layers = [bars, words]
    targets = {row["target"] for row in data if row["target"] is not None}
    if len(targets) == 1:
        layers += _target_line(alt, next(row for row in data if row["target"] is not None))
    elif targets:
        tick = chart.mark_tick(color=_words.INK, thickness=2.5, height={"band": 1}).encode(x="target:Q", y=village)
        layers.append(tick)
    head = title or _rows.indicator_name(indicator, lang) or "PWS"
    drawn: altair.LayerChart = alt.layer(*layers).properties(
        title=_rows.heading(head, _subtitle(period, rows, lang, len(targets))), width=width, height=alt.Step(24)
    )
    return drawn


def _best_first(row: Row) -> tuple[bool, int, str]:
    return row["rank"] is None, row["rank"] or 0, row["area"]


def _bar(row: Row, name: str, unit: str, lang: _words._Lang) -> Row:
    """One village as the chart has it."""
    value, target = _rows.printed(row, lang)
    term = _words.PWS[row["status"]]
    reached = {True: ("tercapai", "met"), False: ("belum tercapai", "not met")}.get(row["met"], ("", ""))
    verdict = f"{_words.TRENDS.get(row.get('trend'), '')} {term.word(lang)}".lstrip() if row["status"] else reached[lang == "en"]
    percent = f" {unit}" if unit else ""
    label = f"{value}{percent}  {verdict}".rstrip() if value else ("belum lapor" if lang == "id" else "not reported")
    return {
        "area": row["area"],
        "name": name,
        "value": row["value"],
        "printed": f"{value}{percent}" if value else label,
        "target": row["target_to_date"],
        "printed_target": f"{target}{percent}" if target else "–",
        "status": term.word(lang),
        "label": label,
        "rank": row["rank"],
        "verdict": reached[lang == "en"],
        "reached": _counts(row, lang),
        "shortfall": _rows.whole(row.get("shortfall"), lang),
    }


def _counts(row: Row, lang: _words._Lang) -> str:
    reached, of = row.get("numerator_to_date"), row.get("denominator_to_date")
    joined = f"{_rows.whole(reached, lang)} {'dari' if lang == 'id' else 'of'} {_rows.whole(of, lang)}"
    return joined if reached is not None and of is not None else _rows.whole(reached, lang)


def _tooltips(indicator: str | None, lang: _words._Lang) -> dict[str, str]:
    is_lower = _rows.is_lower_better(indicator)
    if lang == "id":
        return {
            "name": "Desa", "area": "Kode", "rank": "Peringkat", "printed": "Nilai", "reached": "Capaian (orang)",
            "printed_target": "Target s.d. bulan ini", "verdict": "Target",
            "shortfall": "Lebih (orang)" if is_lower else "Kurang (orang)",
            "status": "Status",
        }
    return {
        "name": "Village", "area": "Code", "rank": "Rank", "printed": "Value", "reached": "Reached (people)",
        "printed_target": "Target to date", "verdict": "Target",
        "shortfall": "Over by (people)" if is_lower else "Short by (people)",
        "status": "Status",
    }


def _target_line(alt: Any, row: Row) -> list[Any]:
    """The line of a target that all villages share, with its words above it."""
    chart = alt.Chart(_rows.chart_data([{"target": row["target"], "label": f"target {row['printed_target']}"}]))
    line = chart.mark_rule(color=_words.INK, strokeDash=[6, 3], size=2).encode(x="target:Q")
    return [line, chart.mark_text(align="center", baseline="bottom", dy=-4, color=_words.INK, fontWeight="bold").encode(
        x="target:Q", y=alt.YValue(0), text="label:N"
    )]


def _subtitle(period: str | None, rows: list[Row], lang: _words._Lang, targets: int) -> str:
    if not rows or period is None:
        return "belum ada data" if lang == "id" else "no data"
    when = _rows.period_label(period, lang)
    subtitle = f"{'periode' if lang == 'id' else 'period'} {when}"
    if targets > 1:
        subtitle += "; garis tegak: target desa" if lang == "id" else "; upright line: target of the village"
    return subtitle


def trend_chart(
    table: Any,
    /,
    *,
    area: str | None = None,
    indicator: str | None = None,
    names: Names = None,
    yearly: bool | None = None,
    lang: str = "id",
    title: str | None = None,
    width: int = 520,
    height: int = 240,
) -> altair.LayerChart:
    """Draw one village over time: its value and, dashed, the target to date; a gap is a span without a figure.

    ``table`` is as in ``pws_chart``; ``area`` and ``indicator`` are needed where it has several. Points have the shape and the
    colour of their status. ``yearly`` says whether the lines begin anew each January, as years to date do; left out, they do by
    month and do not by quarter.

    >>> from lokmin import assess
    >>> table = assess({"area": ["A", "A"], "indicator": ["K6", "K6"], "month": ["2025-01", "2025-02"],
    ...     "numerator": [4, 5], "denominator": [57, 57]}, targets={"K6": 80})
    >>> [row["period"] for row in trend_chart(table, lang="en").to_dict()["data"]["values"]]
    ['Jan 2025', 'Feb 2025']
    """
    alt, lang = altair_library(), _words.language(lang)
    rows = _rows.rows_of(table)
    _rows.columns_needed(rows, "area", "indicator", "value", "target_to_date", "status", "met")
    rows, indicator = _rows.one_of(rows, "indicator", indicator, "indicator")
    rows, area = _rows.one_of(rows, "area", area, "area")
    rows = sorted(rows, key=_rows.period_of)
    unit = "%" if _rows.is_percentage(indicator) else ""
    data = [_point(row, unit, lang) for row in rows]
    if yearly is False or (yearly is None and any("quarter" in row for row in rows)):
        data = [row | {"year": ""} for row in data]
    chart = alt.Chart(_rows.chart_data(data))
    spans = alt.X("period:N", sort=[row["period"] for row in data], title=None, axis=alt.Axis(labelAngle=-45, labelOverlap=True))
    axis = alt.Axis(title=unit or None, labelExpr=_rows.axis_labels(lang), tickCount=6)
    value = alt.Y("value:Q", axis=axis, scale=alt.Scale(zero=True))
    terms = [term for term in _words.PWS.values() if any(row["status"] == term.word(lang) for row in data)]
    domain = [term.word(lang) for term in terms]
    scales = {name: alt.Scale(domain=domain, range=[getattr(term, name) for term in terms]) for name in ("colour", "shape")}
    legend = alt.Legend(title="Status", orient="top")
    titles = {"period": "Periode", "printed": "Nilai", "printed_target": "Target s.d. bulan ini", "status": "Status"}
    if lang == "en":
        titles = {"period": "Period", "printed": "Value", "printed_target": "Target to date", "status": "Status"}
    drawn: altair.LayerChart = alt.layer(
        chart.mark_line(color=_words.INK, strokeDash=[6, 3]).encode(x=spans, y="target:Q", detail="year:N"),
        chart.mark_line(color=_words.BLUE, size=2.5).encode(x=spans, y=value, detail="year:N"),
        chart.mark_point(filled=True, size=110, opacity=1).encode(
            x=spans,
            y=value,
            color=alt.Color("status:N", scale=scales["colour"], legend=legend),
            shape=alt.Shape("status:N", scale=scales["shape"], legend=legend),
            tooltip=[alt.Tooltip(f"{name}:N", title=words) for name, words in titles.items()],
        ),
        chart.transform_filter("datum.is_last").mark_text(align="left", dx=9, color=_words.INK).encode(
            x=spans, y=value, text="printed:N"
        ),
        chart.transform_filter("datum.is_last_target")
        .mark_text(align="left", dx=9, color=_words.INK, fontStyle="italic", dy=-1)
        .encode(x=spans, y="target:Q", text="target_label:N"),
        chart.transform_filter("!isValid(datum.value)").mark_text(color=_words.GREY, text="×", fontSize=14, dy=-6).encode(
            x=spans, y=alt.YDatum(0)
        ),
    ).properties(title=_rows.heading(title or _called(area, names), _trend_subtitle(indicator, data, lang)), width=width, height=height)
    return drawn


def _called(area: str | None, names: Names) -> str:
    return "" if area is None else _rows.names_of(names, [area])[area]


def _point(row: Row, unit: str, lang: _words._Lang) -> Row:
    """One span of a village as the chart has it."""
    period, (value, target) = _rows.period_of(row), _rows.printed(row, lang)
    percent = f" {unit}" if unit else ""
    return {
        "period": _rows.period_label(period, lang),
        "year": period[:4],
        "value": row["value"],
        "printed": f"{value}{percent}" if value else ("belum lapor" if lang == "id" else "not reported"),
        "target": row["target_to_date"],
        "printed_target": f"{target}{percent}" if target else "–",
        "status": _words.PWS[row["status"]].word(lang),
    }


def _trend_subtitle(indicator: str | None, data: list[Row], lang: _words._Lang) -> str:
    """What is shown; marks the last value and the last target, which have their number beside them."""
    for name, mark in (("value", "is_last"), ("target", "is_last_target")):
        last = max((place for place, row in enumerate(data) if row[name] is not None), default=None)
        for place, row in enumerate(data):
            row[mark] = place == last
    for row in data:
        row["target_label"] = f"target {row['printed_target']}"
    if not data:
        return "belum ada data" if lang == "id" else "no data"
    silent = any(row["value"] is None for row in data)
    note = ("; × belum lapor" if lang == "id" else "; × not reported") if silent else ""
    return f"{_rows.indicator_name(indicator, lang)}{note}"
