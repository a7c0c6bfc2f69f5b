"""Whatever the caller hands over, a public function answers, or raises what is documented; never anything else."""

from collections.abc import Callable
from datetime import date
import inspect
import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
import lokmin
import pandas as pd
from lokmin import LokminError, RegionCode, collect_warnings
import pytest

texts = st.text(st.characters(codec=None, categories=None)) | st.from_regex(r"[0-9TWIVQq /.\-]{0,20}", fullmatch=True)
words = st.sampled_from(
    ["id", "kind", "quarterly", "puskesmas", "P1", "held_on", "2025-07-03", "meetings", "policy", "2025Q3", "name"]
    + ["schema", "lokmin.forum/1", "lokmin.working_area/1", "due_months", "villages", "requirements", "any_of", "TNI"]
    + ["forum", "working_area", "cadence_policy", "coverage_policy", "village", "bps", "en", "33.02.01", "attendance"]
    + ["definition", "K6", "IBL", "AKI", "series", "view", "month", "quarter", "year_to_date", "2025-09", "target"]
    + ["rate", "numerator", "denominator", "areas", "area", "children", "cells", "value", "catalogue", "targets"]
)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | words | texts | st.dates() | st.binary(max_size=5)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words | texts | st.integers(), inner, max_size=4),
    max_leaves=12,
)

CSV = "kode,nama\n33.02.01,Lumbir\n33.02.01.2007,Lumbir\n"
AREA = {
    "schema": "lokmin.working_area/1",
    "puskesmas": {"name": "Lumbir"},
    "year": 2025,
    "villages": [{"code": "33.02.01.2007", "name": "Lumbir"}],
}
FORUM = {
    "schema": "lokmin.forum/1",
    "id": "f",
    "kind": "quarterly",
    "held_on": "2025-07-03",
    "puskesmas": [{"name": "P"}],
}
EVENT = {
    "schema": "lokmin.event/1",
    "id": "e1",
    "recommendation": "r1",
    "seq": 0,
    "on": "2025-07-30",
    "kind": "propose",
    "content": {"action": "Latih kader", "puskesmas": ["P"]},
}
OBJECTS: list[Any] = [
    lokmin.Quarter("2025Q3"),
    lokmin.Month("2025-07"),
    RegionCode("33.02.01"),
    lokmin.RegionIndex.from_csv(CSV),
    lokmin.CodeChanges.from_csv("dari,ke,perubahan,kode,nama_lama,nama_baru\n2022,2023,hilang,73.10.05.1003,Tonasa,\n"),
    lokmin.Holidays.built_in(),
    lokmin.SectorAliases.built_in(),
    lokmin.recognise_sector("Camat"),
    lokmin.Forum(FORUM),
    lokmin.WorkingArea(AREA),
    lokmin.CadencePolicy.national(),
    lokmin.CoveragePolicy.national(),
    lokmin.Register.of([EVENT]),
    lokmin.Catalogue.built_in(),
    lokmin.Targets({"schema": "lokmin.targets/1", "rates": {"K6": "80"}}),
    lokmin.Review({"quarter": "2025Q3", "as_of": "2025-08-20"}),
    pd.Period("2025Q3", freq="Q"),
    pd.Period("2025Q3", freq="Q-MAR"),
    pd.Period("2025-07", freq="M"),
]


def public() -> list[Any]:
    """Return everything that can be called: functions, constructors, and methods."""
    found: dict[str, Callable[..., Any]] = {}
    for name in lokmin.__all__:
        value = getattr(lokmin, name)
        if callable(value) and name not in ("Problem", "LokminError", "LokminWarning", "ValidationError"):
            if name != "collect_warnings":
                found[name] = value
    for value in OBJECTS:
        if not type(value).__module__.startswith("lokmin"):
            continue
        for name in dir(value):
            if not name.startswith("_") and callable(getattr(value, name)):
                found[f"{type(value).__name__}.{name}"] = getattr(value, name)
        for name in ("__contains__", "__add__", "__radd__", "__sub__", "__eq__", "__lt__"):
            if hasattr(value, name):
                found[f"{type(value).__name__}.{name}"] = getattr(value, name)
    return [pytest.param(function, id=name) for name, function in found.items()]


def check(function: Callable[..., Any], arguments: list[Any], named: dict[str, Any]) -> None:
    with collect_warnings():
        try:
            function(*arguments, **named)
        except LokminError as error:
            assert error.code and str(error)
        except TypeError:
            pass
        except UnicodeEncodeError:
            # Half a surrogate pair as the name of a language: told by PyO3, before anything of lokmin runs.
            assert not str(named["lang"]).isprintable()


def parameters(function: Callable[..., Any]) -> tuple[int, list[str]]:
    """Return how many arguments are needed by position, and the names of the others."""
    try:
        signature = inspect.signature(function).parameters.values()
    except ValueError:
        return 1, []
    by_position = [one for one in signature if one.kind is not one.KEYWORD_ONLY]
    return len(by_position), [one.name for one in signature if one.kind is one.KEYWORD_ONLY]


@pytest.mark.parametrize("function", public())
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_an_answer_or_what_is_documented(function: Callable[..., Any], data: st.DataObject) -> None:
    count, names = parameters(function)
    someone = st.sampled_from(OBJECTS) | texts | values
    arguments = [data.draw(someone) for _ in range(count)]
    named = {name: data.draw(someone) for name in names if data.draw(st.booleans())}
    check(function, arguments, named)
    named.pop("lang", None)
    check(function, [data.draw(texts) for _ in range(count)], named)


@settings(max_examples=100, deadline=None)
@given(value=values, policy=values, puskesmas=values, when=values)
@example(value=[FORUM], policy={"schema": "lokmin.cadence_policy/9"}, puskesmas="P1", when=date(1, 1, 1))
def test_questions_of_documents(value: Any, policy: Any, puskesmas: Any, when: Any) -> None:
    meeting = {"id": "f", "kind": "quarterly", "puskesmas": ["P1"], "held_on": when, "label": value}
    for meetings in (value, [value], [meeting, value], [lokmin.Forum(FORUM), meeting]):
        named = {"policy": policy, "from_": value, "as_of": when}
        check(lokmin.evaluate_cadence, [meetings, puskesmas], named)
        check(lokmin.explain_cadence, [meetings, "P1"], {"as_of": date(2025, 8, 1), "from_": when})
        check(lokmin.place_meeting, [meeting], {"policy": policy, "others": meetings})
        check(lokmin.sector_coverage, [{**FORUM, "attendance": meetings}], {"policy": policy})
        check(lokmin.evaluate_cadence_columns, [[puskesmas, "P1"], [when, None]], {"from_": "2025Q1", "as_of": when})
    for kind in ("forum", "working_area", "cadence_policy", "coverage_policy"):
        for document in (value, {**FORUM, "reviewed": value}, {**AREA, "villages": value}):
            check(lokmin.validate, [kind, document], {})


MONTH = {"month": "2025-09", "numerator": 4, "denominator": 57}
SERIES = {"definition": "K6", "view": {"year_to_date": "2025-09"}, "series": [MONTH], "target": {"rate": "80"}}
AREAS = [{"area": "A", "numerator": 4, "denominator": 57}]
REQUESTS: dict[str, dict[str, Any]] = {
    "accreditation": {
        "puskesmas": "P",
        "window": {"from": "2025-01", "to": "2025-12"},
        "as_of": "2025-12-31",
        "forums": [FORUM],
        "events": [EVENT],
    },
    "assess_series": SERIES,
    "explain_series": SERIES,
    "roll_up": {"definition": "K6", "view": {"month": "2025-09"}, "children": [{"area": "A", "series": [MONTH]}]},
    "explain_roll_up": {"definition": "K6", "view": {"month": "2025-09"}, "children": [{"area": "A", "series": [MONTH]}]},
    "rank": {"definition": "K6", "areas": AREAS},
    "quality": {
        "view": {"month": "2025-09"},
        "indicators": [{"definition": "K6", "areas": [{"area": "A", "series": [MONTH]}]}],
    },
    "read_table": {
        "year": 2025,
        "rows": [["Desa", "Bulan", "K1", "Sasaran K1"], ["Jebak", "Jan", "4", 57], ["Ampelu", "Jan", -99, "1.234"]],
        "columns": {"K1": {"indicator": "K1", "role": "numerator"}},
        "numbers": "id",
    },
    "published_percentage": {"numerator": 864, "denominator": 981, "published": "53.30"},
    "pkp": {"programmes": [{"name": "KIA", "variables": []}], "management": "8.4"},
    "iks": {"jkn": "Y", "tidak_merokok": "T", "tb_berobat": "N"},
    "iks_area": {"healthy": 80, "families": 100},
    "uci": {"month": 9, "villages": AREAS},
    "skdn": {"s": 200, "k": 190, "d": 150, "n": 90},
    "drop_out": {"first": 120, "last": 114, "target": "5"},
    "review": {
        "quarter": "2025Q3",
        "as_of": "2025-08-20",
        "forums": [FORUM],
        "figures": [{"definition": "K6", "children": [{"area": "A", "series": [MONTH]}]}],
    },
    "render_follow_up_matrix": {"quarter": "2025Q3", "as_of": "2025-08-20", "events": [EVENT]},
    "render_review": {
        "quarter": "2025Q3",
        "as_of": "2025-08-20",
        "forums": [FORUM],
        "figures": [{"definition": "K6", "children": [{"area": "A", "series": [MONTH]}]}],
    },
    "render_village_reports": {
        "quarter": "2025Q3",
        "as_of": "2025-08-20",
        "figures": [{"definition": "K6", "children": [{"area": "A", "series": [MONTH]}]}],
    },
    "suppress": {"cells": [{"area": "A", "value": 2}, {"area": "B", "value": 3}]},
}


@st.composite
def changed(draw: st.DrawFn, value: Any) -> Any:
    """Return a value with anything in the place of one part of it."""
    deeper = draw(st.booleans())
    match value:
        case dict() if value and deeper:
            name = draw(st.sampled_from(sorted(value)))
            return {**value, name: draw(changed(value[name]))}
        case [first, *others] if deeper:
            return [draw(changed(first)), *others]
    return draw(values | st.integers(-3, 10**19) | texts)


REQUESTS["Review"] = REQUESTS["render_review"]


@pytest.mark.parametrize("name", REQUESTS)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_requests(name: str, data: st.DataObject) -> None:
    function, request = getattr(lokmin, name), REQUESTS[name]
    with collect_warnings():
        assert name == "iks" or function(request)
    one = data.draw(changed(request))
    lang = data.draw(st.sampled_from(["id", "en"]))
    check(function, [one], {"lang": lang})
    check(function, [{**request, data.draw(words | texts): data.draw(values)}], {"lang": lang})
    check(function, [json.dumps(one, default=str)], {"lang": lang})
    check(function, [data.draw(st.binary(max_size=50))], {})


TARGET = {"indicator": "K6", "area": "15.04", "year": 2025, "rate": "92.5", "certainty": "confirmed"}
TARGETS = {"schema": "lokmin.targets/1", "targets": [TARGET]}


@settings(max_examples=100, deadline=None)
@given(targets=changed(TARGETS), value=values, text=texts)
def test_questions_of_indicators(targets: Any, value: Any, text: str) -> None:
    with collect_warnings():
        assert lokmin.lookup_target("K6", 2025, areas=[RegionCode("15.04.02")], targets=TARGETS)["judges"]
    check(lokmin.lookup_target, ["K6", 2025], {"areas": ["15.04.02"], "targets": targets, "policy": value})
    check(lokmin.lookup_target, [text, value], {"areas": [value, text], "catalogue": value})
    catalogue = {"schema": "lokmin.catalogue/1", "indicators": [value], "pairs": [value]}
    for function, arguments in (
        (lokmin.indicator, ["K6"]),
        (lokmin.resolve_indicator, [text]),
        (lokmin.target_sources, []),
    ):
        check(function, arguments, {"catalogue": catalogue})
    check(lokmin.parse_number, [text], {})
    for kind in ("catalogue", "targets"):
        check(lokmin.validate_at, [kind, targets, text], {})
        check(lokmin.validate, [kind, targets], {})
        check(lokmin.validate, [kind, catalogue], {})
    check(lokmin.read_targets_csv, [f"indicator,area,year,rate\n{text},15.04,2025,{text}\n"], {})
    check(lokmin.read_catalogue_csv, [f"code,name_id\n{text},{text}\n"], {})


@pytest.mark.parametrize("number", [10**30, -(10**30), 2**31, 0, 10_000])
def test_any_number_is_a_value_or_told(number: int) -> None:
    check(lokmin.Quarter.new, [number, 1], {})
    check(lokmin.Month.new, [2025, number], {})
    check(lokmin.parse_date, ["3 Juli"], {"year": number})
    check(lokmin.parse_quarter, ["TW III"], {"year": number})
    check(lokmin.schedule, [number], {})
    check(lokmin.lookup_target, ["K6", number], {})
    check(lokmin.Holidays.built_in().of_year, [number], {})
    with pytest.raises(LokminError) as caught:
        lokmin.Quarter.new(number, 5)
    assert caught.value.code == "out_of_range"
