"""The result document is what the contract shows, for every state of an assessment."""

import json

import pytest

from dashboard.domain.result_document import as_json, as_words
from dashboard.domain.scoring import score
from tests.builders import NA, all_at, answers, data_trust, ferry_line, worked_brand


def test_the_worked_brand_as_a_document():
    shown = as_json(score(data_trust(), worked_brand()))

    assert list(shown) == [
        *("format", "questionnaire", "overall", "band", "pillars", "dimensions", "coverage")
    ]
    assert shown["format"] == "candour.result/1"
    assert shown["questionnaire"] == "data-trust@1.0.0"
    assert shown["overall"] == pytest.approx(
        {
            "score": 40.625,
            "low": 40.1041666667,
            "high": 41.4930555556,
            "average": 45.8333333333,
            "evidenced": None,
        }
    )
    assert shown["band"] == {
        "raw": "defined",
        "secured": "developing",
        "possible": "developing",
        "awarded": "developing",
        "provisional": False,
        "blocked_by": [
            {"band": "defined", "gate": "critical_item", "id": "ST4.1", "needs": 25.0, "has": 0.0}
        ],
    }
    assert shown["coverage"] == {
        "items": 36,
        "applicable": 35,
        "answered": 34,
        "dont_know": 1,
        "not_applicable": 1,
        "unanswered": 0,
    }


def test_pillars_and_dimensions_have_their_keys_in_the_order_of_the_questionnaire():
    shown = as_json(score(data_trust(), all_at(3)))

    estimate = {"score": 50, "low": 50, "high": 50, "evidenced": None, "published": True}
    assert shown["pillars"] == {"VE": estimate, "DU": estimate, "ST": estimate}
    dimensions = shown["dimensions"]
    assert isinstance(dimensions, dict)
    assert dimensions["VE1"] == estimate | {"applicable": True}
    assert list(dimensions) == [dimension.id for dimension in data_trust().dimensions]


def test_what_is_not_published_is_null():
    shown = as_json(score(data_trust(), {}))

    assert shown["overall"] == {
        "score": None,
        "low": 0,
        "high": 100,
        "average": None,
        "evidenced": None,
    }
    assert shown["band"] == {
        "raw": None,
        "secured": None,
        "possible": None,
        "awarded": None,
        "provisional": None,
        "blocked_by": [],
    }


def test_a_missing_critical_item_blocks_with_null():
    band = as_json(score(data_trust(), all_at(3, ST4_1=None)))["band"]

    assert isinstance(band, dict)
    assert band["blocked_by"][0]["has"] is None
    assert (band["awarded"], band["provisional"]) == (None, True)


@pytest.mark.parametrize(
    "given",
    [{}, worked_brand(), all_at(5), answers({i.id: NA for i in data_trust().items})],
    ids=["empty", "worked", "best", "nothing applies"],
)
def test_a_document_is_strict_json(given):
    shown = as_json(score(data_trust(), given))

    assert json.loads(json.dumps(shown, allow_nan=False)) == shown


def test_the_words_say_score_band_and_what_holds_it():
    words = as_words(data_trust(), score(data_trust(), all_at(5, ST4_1=2)))

    assert "36 of 36 applicable questions answered" in words
    assert "96  Defined (Leading by the score alone; held by ST4.1)" in words


def test_the_words_of_an_empty_assessment_show_no_score():
    words = as_words(ferry_line(), score(ferry_line(), {}))

    assert "0 of 9 applicable questions answered" in words
    assert "not enough answers for a score" in words


def test_the_words_of_an_open_band_name_both_ends():
    words = as_words(data_trust(), score(data_trust(), all_at(4, ST4_1=None)))

    assert "provisional: between Developing and Managed" in words


def test_a_title_cannot_break_the_lines():
    ferry = ferry_line()
    first, *others = ferry.pillars
    title = first.title.model_copy(update={"en": "Boo\nking"})
    pillars = (first.model_copy(update={"title": title}), *others)

    words = as_words(ferry.model_copy(update={"pillars": pillars}), score(ferry, {}))

    assert "  Boo\\nking " in words
    assert len(words.splitlines()) == len(as_words(ferry, score(ferry, {})).splitlines())
