"""The report as JSON: the result document, and the answers to compute it again."""

import json
import sys
from subprocess import run

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.assessment import BrandProfile
from dashboard.domain.result_document import as_json as result_as_json
from dashboard.reports.document import as_json
from tests.reports.material import BRAND, report

pytestmark = pytest.mark.slow


def test_it_is_the_result_document_with_brand_wave_and_answers() -> None:
    one = report({"VE1.1": Answer.at(4, evidence=0), "VE1.2": Answer.dont_know()}, demo=True)

    told = json.loads(as_json(one))

    more = {key: told.pop(key) for key in ("brand", "wave", "demo", "made_on", "answers")}
    beside = ("plan", "targets", "peers", "scoring_choices")
    assert [told.pop(key) for key in beside] == [None, [], None, None]
    assert told == result_as_json(one.result)
    assert more == {
        "brand": {"name": BRAND},
        "wave": "2026-Q4",
        "demo": True,
        "made_on": "2026-11-28",
        "answers": {"VE1.1": {"level": 4, "evidence": 0}, "VE1.2": {"state": "dont_know"}},
    }


def test_the_brand_stands_as_in_an_assessment_file() -> None:
    profile = BrandProfile(name=BRAND, industry="retail", region="europe", size="250-999")

    told = json.loads(as_json(report(profile=profile)))

    assert told["brand"] == {
        "name": BRAND,
        "industry": "retail",
        "region": "europe",
        "size": "250-999",
    }


def test_what_is_not_published_is_null() -> None:
    told = json.loads(as_json(report({})))

    assert told["overall"]["score"] is None
    assert {part["score"] for part in told["dimensions"].values()} == {None}


@pytest.mark.parametrize(
    ("kind", "foreign"),
    [("pdf", {"pptx", "xlsxwriter"}), ("slides", {"typst"}), ("workbook", {"typst", "pptx"})],
)
def test_each_kind_of_file_is_made_without_what_the_others_need(
    kind: str, foreign: set[str]
) -> None:
    """A process that makes one kind alone, as the command line does, loads that one first."""
    code = f"import sys, dashboard.reports.{kind}; print(*sys.modules)"

    loaded = run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert not foreign & set(loaded.split())
