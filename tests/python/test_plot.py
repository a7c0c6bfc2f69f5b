"""Charts: what is in them and how it is shown. The words stand beside every colour, in both languages."""

from __future__ import annotations

import doctest
from pathlib import Path
import subprocess
import sys
from types import ModuleType
from typing import Any

import pandas
import polars
import pyarrow
import pytest

import lokmin
from lokmin import plot
from lokmin.plot import _figures, _forum

# By hand, against 80 % x 3/12 = 20 %: 15 of 60 are 25 %, and the 6 of March more than the 5 of February; 5 of 40 are 12.5 %,
# without a February and so without a status; the third village has no figure at all.
COLUMNS: dict[str, list[Any]] = {
    "area": ["15.04.02.2003"] * 3 + ["15.04.02.2005"] * 3 + ["15.04.02.2007"],
    "indicator": ["K6"] * 7,
    "month": ["2025-01", "2025-02", "2025-03"] * 2 + ["2025-01"],
    "numerator": [4, 5, 6, 3, None, 2, None],
    "denominator": [60, 60, 60, 40, 40, 40, 1234],
}
NAMES = {"15.04.02.2003": "Rambutan Masam", "15.04.02.2005": "Jebak", "15.04.02.2007": "Jebak"}


def answer() -> lokmin.Table:
    return lokmin.assess(COLUMNS, targets={"K6": 80})


def data_of(chart: Any) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = chart.to_dict()["data"]["values"]
    return values


def first_data(chart: Any) -> list[dict[str, Any]]:
    """The rows of the first layer, where another layer has rows of its own."""
    spec = chart.to_dict()
    values: list[dict[str, Any]] = (spec.get("data") or spec["layer"][0]["data"])["values"]
    return values


def test_the_villages_by_rank() -> None:
    chart = plot.pws_chart(answer(), names=NAMES)
    rows = first_data(chart)
    shown = [(row["name"], row["rank"], row["label"], row["status"], row["reached"], row["shortfall"]) for row in rows]
    assert shown == [
        ("Rambutan Masam", 1, "25,0 %  ▲ Baik", "Baik", "15 dari 60", "0"),
        ("Jebak (15.04.02.2005)", 2, "12,5 %  belum tercapai", "tanpa status", "5 dari 40", "3"),
        ("Jebak (15.04.02.2007)", None, "belum lapor", "tanpa status", "", ""),
    ]
    spec = chart.to_dict()
    bars, line, words = spec["layer"][0], spec["layer"][2], spec["layer"][3]
    assert bars["encoding"]["y"]["sort"] == [row["name"] for row in rows]
    assert bars["encoding"]["color"]["scale"] == {"domain": ["Baik", "tanpa status"], "range": ["#009E73", "#8C8C8C"]}
    assert "datum.label" in bars["encoding"]["x"]["axis"]["labelExpr"]
    assert line["mark"]["type"] == "rule"
    assert words["data"]["values"] == [{"target": 20.0, "label": "target 20,0 %"}]
    assert spec["title"]["text"] == "K6: ibu hamil periksa minimal 6 kali"
    assert spec["title"]["subtitle"] == "periode Mar 2025"


def test_english_and_another_period() -> None:
    chart = plot.pws_chart(answer(), lang="en", period="2025-02", names=NAMES, title="Our villages")
    rows = first_data(chart)
    # By February 80 % x 2/12 are due: 9 of 60 are 15 %; the second has 3 of 40, 7.5 %, and no February.
    assert [row["label"] for row in rows[:2]] == ["15.0 %  ▲ Good", "7.5 %  not met"]
    spec = chart.to_dict()
    assert (spec["title"]["text"], spec["title"]["subtitle"]) == ("Our villages", "period Feb 2025")
    assert [one["title"] for one in spec["layer"][0]["encoding"]["tooltip"]][:3] == ["Village", "Code", "Rank"]
    assert "labelExpr" not in spec["layer"][0]["encoding"]["x"]["axis"]


@pytest.mark.parametrize("convert", [
    lambda table: table.to_polars(), lambda table: table.to_pandas(), lambda table: pyarrow.table(table),
    lambda table: table.to_dicts(), lambda table: table.to_dict(),
], ids=["polars", "pandas", "pyarrow", "rows", "columns"])
def test_every_kind_of_table(convert: Any) -> None:
    table = convert(answer())
    assert first_data(plot.pws_chart(table, names=NAMES)) == first_data(plot.pws_chart(answer(), names=NAMES))
    trend = plot.trend_chart(table, area="15.04.02.2003")
    assert first_data(trend) == first_data(plot.trend_chart(answer(), area="15.04.02.2003"))


def test_a_roll_up_is_printed_as_it_says() -> None:
    series = [{"month": "2025-12", "numerator": 59988, "denominator": 100000}]
    roll_up = lokmin.roll_up({"definition": "K6", "target": {"rate": 60}, "view": {"year_to_date": "2025-12"},
        "children": [{"area": "A", "series": series}]})
    # 59.988 % is below 60 %, and 60.0 would say that it is not.
    [row] = first_data(plot.pws_chart(roll_up))
    assert (row["label"], row["printed_target"], row["verdict"]) == ("59,99 %  belum tercapai", "60,0 %", "belum tercapai")
    figures: dict[str, list[Any]] = {"area": ["A"], "indicator": ["K6"], "month": ["2025-12"], "numerator": [59988],
        "denominator": [100000]}
    [row] = first_data(plot.pws_chart(lokmin.assess(figures, targets={"K6": 60})))
    assert (row["label"], row["printed_target"]) == ("59,99 %  belum tercapai", "60,0 %")


def test_villages_with_targets_of_their_own_have_ticks() -> None:
    targets = {"schema": "lokmin.targets/1", "targets": [
        {"indicator": "K6", "rate": "80"}, {"indicator": "K6", "area": "15.04.02.2005", "rate": "40"}]}
    spec = plot.pws_chart(lokmin.assess(COLUMNS, targets=targets)).to_dict()
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["bar", "text", "tick"]


def test_fewer_can_be_better() -> None:
    table = {name: list(column) for name, column in COLUMNS.items()} | {"indicator": ["STUNT"] * 7}
    spec = plot.pws_chart(lokmin.assess(table, targets={"STUNT": 14})).to_dict()
    titles = {one["field"]: one["title"] for one in spec["layer"][0]["encoding"]["tooltip"]}
    assert titles["shortfall"] == "Lebih (orang)"


def test_one_village_over_time() -> None:
    chart = plot.trend_chart(answer(), area="15.04.02.2003", names=NAMES)
    rows = data_of(chart)
    assert [(row["period"], round(row["value"], 2), row["printed"], row["printed_target"], row["status"]) for row in rows] == [
        ("Jan 2025", 6.67, "6,7 %", "6,7 %", "tanpa status"),
        ("Feb 2025", 15.0, "15,0 %", "13,3 %", "Baik"),
        ("Mar 2025", 25.0, "25,0 %", "20,0 %", "Baik"),
    ]
    points = chart.to_dict()["layer"][2]["encoding"]
    assert points["shape"]["scale"] == {"domain": ["Baik", "tanpa status"], "range": ["triangle-up", "diamond"]}
    assert chart.to_dict()["title"]["text"] == "Rambutan Masam"
    silent = plot.trend_chart(answer(), area="15.04.02.2007", lang="en")
    assert [row["printed"] for row in data_of(silent)] == ["not reported"] * 3
    assert silent.to_dict()["title"]["subtitle"].endswith("× not reported")


def test_months_have_indonesian_names_and_years_lines_of_their_own() -> None:
    months = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
    table: dict[str, list[Any]] = {"area": ["A"] * 24, "indicator": ["K6"] * 24, "month": months, "numerator": [1] * 24, "denominator": [60] * 24}
    chart = plot.trend_chart(lokmin.assess(table))
    rows = data_of(chart)
    assert [row["period"] for row in rows[4:12:3]] == ["Mei 2024", "Agu 2024", "Nov 2024"]
    assert {row["year"] for row in rows} == {"2024", "2025"}
    assert all(layer["encoding"]["detail"]["field"] == "year" for layer in chart.to_dict()["layer"][:2])
    quarters = plot.trend_chart(lokmin.assess(table, view="quarter"), lang="en")
    assert [(row["period"], row["year"]) for row in data_of(quarters)][:2] == [("Q1 2024", ""), ("Q2 2024", "")]
    assert {row["year"] for row in data_of(plot.trend_chart(lokmin.assess(table), yearly=False))} == {""}


def test_the_calendar_of_a_district() -> None:
    columns = lokmin.evaluate_cadence_columns(
        ["1031429", "1031430"], ["2024-02-12", "2024-03-05"], from_="2024Q1", as_of="2024-09-01",
        policy={"schema": "lokmin.cadence_policy/1", "records_complete": True},
    )
    chart = plot.cadence_calendar(columns, names={"1031429": "Lumbir"})
    shown = [(row["puskesmas"], row["quarter"], row["word"]) for row in data_of(chart)]
    # February, May and August are due; 1 September is after August and before the end of the quarter.
    assert shown == [
        ("Lumbir", "TW I 2024", "sesuai jadwal"), ("Lumbir", "TW II 2024", "tidak dilaksanakan"),
        ("Lumbir", "TW III 2024", "lewat tenggat"), ("1031430", "TW I 2024", "di luar jadwal"),
        ("1031430", "TW II 2024", "tidak dilaksanakan"), ("1031430", "TW III 2024", "lewat tenggat"),
    ]
    cells, words = chart.to_dict()["layer"]
    assert cells["encoding"]["x"]["sort"] == ["TW I 2024", "TW II 2024", "TW III 2024"]
    assert (words["mark"]["type"], words["encoding"]["text"]["field"]) == ("text", "word")
    forum = lokmin.Forum({"schema": "lokmin.forum/1", "id": "f", "kind": "quarterly", "held_on": "2024-08-29",
        "puskesmas": [{"name": "Lumbir"}]})
    one = lokmin.evaluate_cadence([forum], "Lumbir", as_of="2024-09-30")
    for given in (one, [one]):
        [row] = data_of(plot.cadence_calendar(given, lang="en"))
        assert (row["quarter"], row["word"], row["held_on"]) == ("Q3 2024", "on schedule", "2024-08-29")


def test_every_verdict_and_state_has_a_word() -> None:
    from lokmin.plot import _words

    assert tuple(_words.CADENCE) == lokmin.CADENCE_STATUSES
    assert set(_words.STATES) == {state["state"] for state in lokmin.transitions()["states"]}
    labels = {state["state"]: (state["id"], state["en"]) for state in lokmin.transitions()["states"]}
    assert labels == {state: (term.id, term.en) for state, term in _words.STATES.items()}


def test_who_came() -> None:
    forum = {"id": "f", "kind": "quarterly", "held_on": "2024-08-29", "puskesmas": [{"name": "Lumbir"}], "attendance": [
        {"mention": "institution", "institution": "Polsek"},
        {"mention": "person", "office": "Sekcam", "represents": [{"office": "Camat"}]}]}
    coverage = lokmin.sector_coverage(forum)
    chart = plot.attendance_chart([("2024Q4", coverage), (lokmin.Quarter("2024Q3"), coverage)])
    rows = data_of(chart)
    words = {row["sector"]: row["word"] for row in rows if row["quarter"] == "TW III 2024"}
    assert (words["Polri"], words["Kecamatan"], words["TP PKK"]) == ("hadir", "diwakili", "tidak disebut")
    assert chart.to_dict()["layer"][0]["encoding"]["x"]["sort"] == ["TW III 2024", "TW IV 2024"]
    assert len(rows) == 20
    english = {row["sector"]: row["word"] for row in data_of(plot.attendance_chart({"2024Q3": coverage}, lang="en"))}
    assert english["Subdistrict office"] == "represented"


def register() -> lokmin.Register:
    head = {"schema": "lokmin.event/1", "on": "2025-07-30"}
    asked = {"puskesmas": ["Pelangiran"]}
    owners = [{"sector": "DESA", "office": "Kepala Desa"}]
    return lokmin.Register.of([
        {**head, "id": "a", "recommendation": "r1", "seq": 0, "kind": "propose", "content": {**asked, "action": "Tambah 'kader'\n\\"}},
        {**head, "id": "b", "recommendation": "r2", "seq": 0, "kind": "propose", "on": "2025-07-01", "content": {**asked, "action": "Jamban"}},
        {**head, "id": "c", "recommendation": "r2", "seq": 1, "kind": "agree", "owners": owners, "due": "2025-09-30", "measure": "5 jamban"},
        {**head, "id": "d", "recommendation": "r3", "seq": 0, "kind": "propose", "content": {**asked, "action": "Rapat"}},
        {**head, "id": "e", "recommendation": "r3", "seq": 1, "kind": "reject", "reason": "sudah ada"},
    ])


def test_how_old_recommendations_are() -> None:
    follow_up = register().follow_up(as_of="2025-10-03")
    chart = plot.ageing_chart(follow_up)
    # 1 July to 3 October are 94 days, 30 July 65; three after the 30 September. What was rejected is not open.
    assert [(row["recommendation"], row["age"], row["label"], row["owners"]) for row in data_of(chart)] == [
        ("r2", 94, "disepakati; lewat tenggat 3 hari", "Pemerintah desa/kelurahan"),
        ("r1", 65, "diusulkan", "–"),
    ]
    spec = chart.to_dict()
    assert spec["title"]["subtitle"] == "2 dari 2 rekomendasi"
    assert r"'r1': 'Tambah \'kader\' \\'" in spec["layer"][0]["encoding"]["y"]["axis"]["labelExpr"]
    few = plot.ageing_chart(follow_up, limit=1, lang="en")
    assert (len(data_of(few)), few.to_dict()["title"]["subtitle"]) == (1, "1 of 2 recommendations")
    assert data_of(few)[0]["label"] == "agreed; 3 days overdue"
    grouped = data_of(plot.ageing_chart(follow_up, grouped=True))
    assert [(row["band"], row["word"], row["count"]) for row in grouped] == [("31–90", "diusulkan", 1), ("91–180", "disepakati", 1)]
    agenda = plot.ageing_chart(register().agenda(as_of="2025-10-03"))
    assert [row["recommendation"] for row in data_of(agenda)] == ["r2"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_nothing_to_show(lang: str) -> None:
    table = lokmin.assess({name: [] for name in COLUMNS})
    columns = lokmin.evaluate_cadence_columns([], [], from_="2024Q1", as_of="2024-09-01")
    charts = [
        plot.pws_chart(table, lang=lang), plot.trend_chart(table, lang=lang), plot.cadence_calendar([], lang=lang),
        plot.cadence_calendar(columns, lang=lang), plot.attendance_chart({}, lang=lang), plot.ageing_chart([], lang=lang),
        plot.ageing_chart([], grouped=True, lang=lang), plot.pws_chart(polars.DataFrame(), lang=lang),
        plot.trend_chart(pandas.DataFrame(), lang=lang),
    ]
    for chart in charts:
        assert chart.to_dict()["title"]["subtitle"] == {"id": "belum ada data", "en": "no data"}[lang]


def test_charts_stand_beside_each_other() -> None:
    both = plot.pws_chart(answer()) & plot.trend_chart(answer(), area="15.04.02.2003")
    assert len(both.to_dict()["vconcat"]) == 2


def test_a_chart_is_drawn(tmp_path: Path) -> None:
    plot.pws_chart(answer(), names=NAMES).save(str(tmp_path / "pws.svg"))
    drawn = (tmp_path / "pws.svg").read_text(encoding="utf-8")
    assert "Rambutan Masam" in drawn
    assert "25,0 %" in drawn


@pytest.mark.parametrize("module", [_figures, _forum], ids=["figures", "forum"])
def test_the_examples_run(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(("call", "code"), [
    (lambda: plot.pws_chart({"area": ["A"]}), "columns.absent"),
    (lambda: plot.pws_chart(answer(), lang="fr"), "unknown_language"),
    (lambda: plot.trend_chart(answer()), "ambiguous"),
    (lambda: plot.ageing_chart([], limit=0), "limit"),
])
def test_misuse(call: Any, code: str) -> None:
    with pytest.raises(lokmin.LokminError) as caught:
        call()
    assert caught.value.code == code


def test_what_is_no_table() -> None:
    with pytest.raises(TypeError):
        plot.pws_chart(12)


def test_without_altair() -> None:
    code = """
import sys
sys.modules["altair"] = None
from lokmin import LokminError, plot
try:
    plot.ageing_chart([])
except LokminError as error:
    print(error.code, error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "missing_library charts need Altair: pip install 'lokmin[plot]'\n", done.stderr
