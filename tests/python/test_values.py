"""Values and documents as Python has them: equality, hashing, order, pickling, repr, and pandas' periods."""

import copy
from datetime import date
import doctest
import json
from pathlib import Path
import pickle
from threading import Thread
from typing import Any
import warnings

from hypothesis import given
from hypothesis import strategies as st
import lokmin
from lokmin import (
    CadencePolicy,
    Catalogue,
    CodeChanges,
    CoveragePolicy,
    Forum,
    Holidays,
    LokminWarning,
    Month,
    Quarter,
    RegionCode,
    RegionIndex,
    Register,
    Review,
    SectorAliases,
    Targets,
    ValidationError,
    WorkingArea,
    collect_warnings,
)
import pandas as pd
import pytest

DATA = Path(__file__).parent.parent.parent / "lokmin-core" / "examples" / "data"
LUMBIR = (DATA / "forum_lumbir.json").read_bytes()
AREA = (DATA / "working_area_lumbir.json").read_bytes()

quarters = st.builds(Quarter.new, st.integers(1, 9999), st.integers(1, 4))
months = st.builds(Month.new, st.integers(1, 9999), st.integers(1, 12))
parts = st.tuples(st.integers(1, 99), st.integers(1, 99), st.integers(1, 99), st.integers(1000, 3999))


@st.composite
def codes(draw: st.DrawFn) -> RegionCode:
    province, district, subdistrict, village = draw(parts)
    text = [f"{province:02}", f"{district:02}", f"{subdistrict:02}", f"{village}"]
    return RegionCode(".".join(text[: draw(st.integers(1, 4))]))


@given(quarters | months | codes())
def test_a_value_survives_every_journey(value: Quarter | Month | RegionCode) -> None:
    journeys: list[Any] = [pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value), eval(repr(value))]
    for same in [*journeys, type(value)(str(value))]:
        assert (type(same), same, hash(same), str(same)) == (type(value), value, hash(value), str(value))


@given(st.lists(quarters) | st.lists(months) | st.lists(codes()))
def test_values_sort_as_their_texts(values: list[Any]) -> None:
    assert [str(value) for value in sorted(values)] == sorted(str(value) for value in values)
    assert len(set(values)) == len({str(value) for value in values})


def test_the_parts_of_a_code() -> None:
    jebak = RegionCode("15.04.02.2003")
    assert (jebak.level, jebak.village_kind, jebak.undotted()) == ("village", "desa", "1504022003")
    assert (jebak.parent, jebak.ancestor("province")) == (RegionCode("15.04.02"), RegionCode("15"))
    assert (RegionCode("15").parent, RegionCode("15").ancestor("village"), RegionCode("15").village_kind) == (None,) * 3
    assert jebak in RegionCode("15.04") and RegionCode("15.04") not in jebak and jebak in jebak
    with pytest.raises(ValidationError) as caught:
        jebak.ancestor("kota")  # type: ignore[arg-type]
    assert caught.value.code == "document.unknown_term"
    with pytest.raises(TypeError):
        jebak < Quarter("2025Q3")  # type: ignore[operator]


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)), st.integers(-200, 200), st.integers(-200, 200))
def test_quarters_and_months_agree_with_pandas(day: date, steps: int, others: int) -> None:
    quarter, period = Quarter.containing(day) + steps, pd.Period(day, freq="Q") + steps
    assert str(quarter) == str(period)
    assert (quarter.year, quarter.number) == (period.year, period.quarter)
    assert quarter.first_day == period.start_time.date() and quarter.last_day == period.end_time.date()
    assert quarter - (quarter + others) == (period - (period + others)).n
    assert (quarter < Quarter.containing(day)) == (period < pd.Period(day, freq="Q"))
    month, period = Month.containing(day) + steps, pd.Period(day, freq="M") + steps
    assert (str(month), month.year, month.number) == (str(period), period.year, period.month)
    assert month.first_day == period.start_time.date() and month.last_day == period.end_time.date()
    assert month - (month + others) == (period - (period + others)).n
    assert str(month.quarter) == str(period.asfreq("Q"))


@given(quarters | months)
def test_periods_of_pandas_there_and_back(value: Quarter | Month) -> None:
    period = value.to_period()
    assert (period.freqstr, str(period.year)) == ("Q-DEC" if isinstance(value, Quarter) else "M", str(value.year))
    assert type(value)(period) == value


@pytest.mark.parametrize(
    ("kind", "period"),
    [
        (Quarter, pd.Period("2025Q3", freq="Q-MAR")),
        (Quarter, pd.Period("2025-07", freq="M")),
        (Quarter, pd.Period("2025-07-03", freq="D")),
        (Month, pd.Period("2025Q3", freq="Q")),
        (Month, pd.Period("2025", freq="Y")),
    ],
    ids=str,
)
def test_periods_of_another_frequency_are_refused(kind: Any, period: Any) -> None:
    with pytest.raises(lokmin.LokminError) as caught:
        kind(period)
    assert caught.value.code == "period.frequency" and period.freqstr in str(caught.value)


def test_periods_of_pandas_stand_in_documents() -> None:
    request = {"quarter": pd.Period("2025Q3", freq="Q"), "as_of": "2025-08-20"}
    assert lokmin.review(request) == lokmin.review({**request, "quarter": Quarter("2025Q3")})
    with pytest.raises(ValidationError, match="Q-MAR"):
        lokmin.review({**request, "quarter": pd.Period("2025Q3", freq="Q-MAR")})
    with pytest.raises(lokmin.LokminError):
        Quarter.new(9999, 4) + 1
    with pytest.raises(lokmin.LokminError) as caught:
        Quarter(pd.Period(year=10_000, quarter=1, freq="Q"))
    assert caught.value.code == "out_of_range"


@pytest.mark.parametrize(
    "document",
    [
        Forum(LUMBIR),
        WorkingArea(AREA),
        CadencePolicy({"grace_days": 14}),
        CoveragePolicy.national(),
        Catalogue.built_in(),
        Targets({"schema": "lokmin.targets/1", "targets": [{"indicator": "K6", "rate": "80"}]}),
        Targets({"schema": "lokmin.targets/1", "rates": {"IDL": 95}}),
    ],
    ids=lambda document: type(document).__name__,
)
def test_documents_are_values(document: Any) -> None:
    kind = type(document)
    same = [
        kind(document),
        kind(document.to_dict()),
        kind(document.to_json()),
        kind(document.to_json().encode()),
        pickle.loads(pickle.dumps(document)),
        copy.deepcopy(document),
        eval(repr(document)),
    ]
    for other in same:
        assert other == document and hash(other) == hash(document)
    assert json.loads(document.to_json()) == document.to_dict()
    assert document != document.to_dict()
    name = document.to_dict()["schema"].removeprefix("lokmin.").removesuffix("/1")
    assert lokmin.validate(name, document) == document.to_dict()


HOLIDAYS = "tanggal,hari,jenis,nama\n2025-08-17,Minggu,libur_nasional,Hari Kemerdekaan\n"
CHANGES = "dari,ke,perubahan,kode,nama_lama,nama_baru\n2022,2023,hilang,73.10.05.1003,Tonasa,\n"
REGIONS = RegionIndex.from_csv("kode,nama\n33.02.01,Lumbir\n")
ALIASES = SectorAliases.built_in().with_csv("Kelihan Banjar,DESA,Kelihan Banjar,office")
REFERENCES = {
    "built-in holidays": Holidays.built_in(),
    "holidays": Holidays.from_csv(HOLIDAYS),
    "regions": REGIONS.merge(RegionIndex.from_csv("kode,nama\n33,Jawa Tengah\n")),
    "changes": CodeChanges.from_csv(CHANGES),
    "mapped changes": CodeChanges.from_csv(CHANGES).with_mapping("edisi,lama,baru\n2023,73.10.05.1003,73.10.05.1004\n"),
    "aliases": ALIASES,
    "recognition": lokmin.recognise_sector("Camat"),
    "recognition by own aliases": lokmin.recognise_sector("Kelihan Banjar", aliases=ALIASES),
}


@pytest.mark.parametrize("value", REFERENCES.values(), ids=REFERENCES)
def test_reference_data_and_answers_travel(value: Any) -> None:
    for same in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert type(same) is type(value) and same == value and hash(same) == hash(value) and repr(same) == repr(value)
    for other in REFERENCES.values():
        assert (other == value) == (other is value)
    assert value != "something else"
    with pytest.raises((AttributeError, TypeError)):
        value.own = 1
    if not repr(value).startswith("<"):
        assert eval(repr(value)) == value


def test_a_review_is_a_value() -> None:
    month = {"month": "2024-06", "numerator": 14, "denominator": 57}
    request = {
        "quarter": "2024Q3",
        "as_of": date(2024, 9, 30),
        "forums": [Forum(LUMBIR)],
        "figures": [{"definition": "K6", "target": {"rate": 80}, "children": [{"area": "Cirahab", "series": [month]}]}],
    }
    with collect_warnings():
        one, answer = Review(request), lokmin.review(request)
        pages = {format: lokmin.render_review(request, format=format) for format in ("html", "markdown", "text", "csv")}
        reports = lokmin.render_village_reports(request, lang="en")
        matrix = lokmin.render_follow_up_matrix(request, format="markdown")
    assert one.to_dict() == answer == json.loads(one.to_json())
    assert [one.to_html(), one.to_markdown(), one.to_text()] == [pages[name][0]["text"] for name in ("html", "markdown", "text")]
    assert one.to_csv() == pages["csv"]
    assert one.village_reports(lang="en") == reports and one.follow_up_matrix(format="markdown") == matrix
    assert "Q3 2024" in one.to_text(lang="en")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        copies = [pickle.loads(pickle.dumps(one)), copy.copy(one)]
    with collect_warnings():
        copies.append(eval(repr(one)))
    assert all(same == one and hash(same) == hash(one) for same in copies)
    assert one._repr_html_().startswith('<iframe srcdoc="<!DOCTYPE html>') and one._repr_html_().count('"') == 4
    assert one != Review({"quarter": "2024Q3", "as_of": "2024-09-30"})
    with pytest.raises(ValidationError) as caught:
        one.village_reports(format="pdf")  # type: ignore[arg-type]
    assert caught.value.problems[0]["path"] == "/format"
    with pytest.raises(AttributeError):
        one.quarter = 1  # type: ignore[attr-defined]


def test_documents_are_arguments() -> None:
    forum, area = Forum(LUMBIR), WorkingArea(AREA)
    by_value = lokmin.sector_coverage(forum, working_area=area, policy=CoveragePolicy.national())
    assert by_value == lokmin.sector_coverage(forum.to_dict(), working_area=area.to_dict())
    puskesmas = forum.meeting()["puskesmas"][0]
    policy = CadencePolicy.national()
    asked = {"as_of": date(2024, 8, 29), "from_": Quarter("2024Q3")}
    cadence = lokmin.evaluate_cadence([forum], puskesmas, policy=policy, **asked)  # type: ignore[arg-type]
    assert cadence == lokmin.evaluate_cadence((forum.meeting(),), puskesmas, as_of="2024-08-29", from_="2024Q3")
    assert [row["status"] for row in cadence["rows"]] == ["on_schedule"]
    assert lokmin.place_meeting(forum, others=[forum])["quarter"] == "2024Q3"
    columns = lokmin.evaluate_cadence_columns(
        ["P1"], [date(2024, 8, 29)], from_=Quarter("2024Q3"), to=Quarter("2024Q3"), as_of=date(2024, 9, 1)
    )
    assert [lokmin.CADENCE_STATUSES[status] for status in columns["status"]] == ["on_schedule"]


def test_a_problem_of_an_argument_has_its_name() -> None:
    with pytest.raises(ValidationError) as caught:
        lokmin.evaluate_cadence([{}], "P1", policy={"grace_days": -1}, as_of=date(2025, 8, 1))
    assert [problem["loc"] for problem in caught.value.problems][-1] == ("policy", "grace_days")
    with pytest.raises(TypeError):
        lokmin.evaluate_cadence([], "P1", as_of="2025-08-20", until="2026Q1")  # type: ignore[call-arg]


def test_a_register_is_kept_and_merged() -> None:
    def event(id: str, seq: int, kind: str, **more: Any) -> dict[str, Any]:
        on = date(2025, 7, 30)
        return {"schema": "lokmin.event/1", "id": id, "recommendation": "r1", "seq": seq, "on": on, "kind": kind, **more}

    register = Register()
    lines = [register.apply(event("e1", 0, "propose", content={"action": "Latih kader", "puskesmas": ["P"]}))["line"]]
    for same in (pickle.loads(pickle.dumps(register)), copy.copy(register), copy.deepcopy(register)):
        assert type(same) is Register and same == register and same is not register
    assert Register(lines[0] + "\n") == Register((lines[0] + "\n").encode()) == register != Register()
    assert Register(policy={"owner_may_verify": True}) != Register()
    assert (len(register), register.recommendations(), register.next_seq("r1")) == (1, ["r1"], 1)
    assert repr(register) == "<Register: 1 events of 1 recommendations>"
    with pytest.raises(TypeError):
        hash(register)
    here, there = copy.copy(register), copy.copy(register)
    here.apply(event("here", 1, "reject", reason="x"))
    there.apply(event("there", 1, "cancel", reason="y"))
    for one, other in ((copy.copy(here), there), (copy.copy(there), here)):
        with collect_warnings() as problems:
            one.merge(other)
        assert [problem["type"] for problem in problems] == ["merge.concurrent", "merge.not_applied"]
        with collect_warnings():
            one.merge(one)
        assert [side["id"] for side in one.conflicts()[1]["events"]] == ["there", "here"]
        assert one.follow_up(as_of=date(2025, 8, 1))[0]["state"] == "rejected"
        with collect_warnings():
            assert one == Register.of(one.events("r1"))
    with pytest.raises(ValidationError) as caught:
        here.apply(event("e1", 2, "reopen", reason="z"))
    assert caught.value.code == "register.id_taken"


def test_threads_write_to_one_register() -> None:
    register = Register()

    def write(name: int) -> None:
        for number in range(50):
            content = {"action": "x", "puskesmas": ["P"]}
            event = {"schema": "lokmin.event/1", "id": f"{name}-{number}", "recommendation": f"{name}-{number}"}
            register.apply({**event, "seq": 0, "on": "2025-07-30", "kind": "propose", "content": content})
            register.agenda(as_of="2025-08-01")
            register.merge(register)

    threads = [Thread(target=write, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(register) == 200


def test_the_warnings_of_a_document_are_told_once() -> None:
    text = '{"schema": "lokmin.working_area/1", "puskesmas": {"name": "P"}, "year": 2025, "villages": ['
    text += '{"code": "33.02.01.2001", "name": "Jaya"}, {"code": "33.02.01.2002", "name": "Jaya"}]}'
    with pytest.warns(LokminWarning, match="Jaya"):
        area = WorkingArea(text)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert pickle.loads(pickle.dumps(area)) == area
    with pytest.raises(ValidationError) as caught:
        area.find_village("jaya")
    assert caught.value.code == "region.name_ambiguous"


def test_a_list_of_regions() -> None:
    index = RegionIndex.from_csv("kode,nama\n33.02.01,Lumbir\n33.02.01.2001,Cirahab\n33.02.01.2007,Lumbir\n")
    lumbir, village = RegionCode("33.02.01"), RegionCode("33.02.01.2007")
    assert (len(index), village in index, RegionCode("33") in index) == (3, True, False)
    assert (index.name(village), index.name(RegionCode("33"))) == ("Lumbir", None)
    assert index.children(lumbir) == [(RegionCode("33.02.01.2001"), "Cirahab"), (village, "Lumbir")]
    assert index.items()[0] == (lumbir, "Lumbir")
    assert index.merge(RegionIndex.from_csv("kode,nama\n33,Jawa Tengah\n")).name(RegionCode("33")) == "Jawa Tengah"
    with collect_warnings() as problems:
        assert index.check(RegionCode("33")) == RegionCode("33")
    assert [problem["type"] for problem in problems] == ["region.unknown_code"]


def test_every_docstring_is_there_and_its_examples_hold() -> None:
    public = {name: getattr(lokmin, name) for name in lokmin.__all__ if callable(getattr(lokmin, name))}
    members = {
        f"{name}.{member}": getattr(value, member)
        for name, value in public.items()
        if isinstance(value, type) and value.__module__ == "lokmin"
        for member in vars(value)
        if not member.startswith("_")
    }
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for name, value in (public | members).items():
        assert value.__doc__, name
        runner.run(doctest.DocTestParser().get_doctest(value.__doc__, dict(vars(lokmin)), name, None, 0))
    assert runner.summarize(verbose=False).failed == 0 < runner.tries
