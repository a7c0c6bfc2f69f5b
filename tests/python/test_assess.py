"""What is Python's own in the assessments and indicators: languages, values inside requests, ways to give a request."""

import json

from lokmin import Month, RegionCode, assess_series, explain_series, lookup_target

UNSCHEDULED = {"definition": "VITA", "view": {"month": "2025-07"}}


def test_the_language_of_an_explanation() -> None:
    words = {"id": "bukan bulannya", "en": "not scheduled in this span"}
    assert explain_series(UNSCHEDULED) == words["id"]
    assert explain_series(UNSCHEDULED, lang="en") == words["en"]
    assert explain_series({**UNSCHEDULED, "lang": "id"}, lang="en") == words["id"]
    assert explain_series({**UNSCHEDULED, "lang": "en"}) == words["en"]


def test_a_request_is_json_text_or_a_dictionary() -> None:
    text = json.dumps(UNSCHEDULED)
    own = {"definition": "VITA", "view": {"month": Month("2025-07")}}
    assert assess_series(text) == assess_series(text.encode()) == assess_series(UNSCHEDULED) == assess_series(own)


def test_areas_are_codes_or_their_texts() -> None:
    targets = {"schema": "lokmin.targets/1", "targets": [{"indicator": "K6", "area": "15.04", "rate": "92.5"}]}
    for areas in ([RegionCode("15.04.02")], ["15.04.02"], ("15.04",)):
        assert lookup_target("K6", 2025, areas=areas, targets=targets)["target"] == {"rate": "92.5"}
