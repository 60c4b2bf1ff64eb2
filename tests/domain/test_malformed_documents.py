"""Whatever an assessment file holds, it is read or refused with a reason. There is no third way."""

import json
from pathlib import Path
from random import Random

import pytest

from dashboard.catalog import Catalog
from dashboard.domain.document import Document, read_document, write_document
from dashboard.domain.problem import Refused
from dashboard.domain.scoring import score
from tests.domain.mutations import BYTE_DAMAGES, CASES, change_values

FILE = Path("assessment.json")
GOOD = {
    "format": "candour.assessment/1",
    "questionnaire": "data-trust@1.0.0",
    "brand": {
        "name": "Northwind 北风",
        "industry": "retail",
        "region": "europe",
        "size": "250-999",
        "parent": None,
    },
    "wave": "2026-Q4",
    "date": "2026-11-24",
    "answers": {
        "VE1.1": {"level": 4, "evidence": 2, "note": "a note", "links": ["https://example.com/a"]},
        "VE3.3": {"state": "not_applicable", "reason": "We hold no such data.", "links": []},
        "DU4.2": {"state": "dont_know", "note": ""},
        "ST1.1": {"level": 1},
    },
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


def malformed(random: Random) -> bytes:
    """Wrong values, then perhaps damaged bytes."""
    value = json.loads(json.dumps(GOOD))
    if random.random() < 0.6:
        change_values(random, value)
        raw = json.dumps(value, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
        return raw if random.random() < 0.8 else random.choice(BYTE_DAMAGES)(random, raw)
    raw = json.dumps(value, ensure_ascii=False, indent=random.choice([None, 2])).encode()
    for _ in range(random.choice([1, 1, 2])):
        raw = random.choice(BYTE_DAMAGES)(random, raw or b" ")
    return raw


def test_the_unharmed_document_is_read(catalog):
    assert read(json.dumps(GOOD).encode(), catalog)


def test_malformed_documents_are_refused_with_a_reason_or_read_rightly(catalog):
    refused = 0
    for number in range(CASES):
        raw = malformed(Random(number))
        try:
            document = read(raw, catalog)
        except Refused as reasons:
            assert_reasons_can_be_shown(reasons)
            refused += 1
        except Exception as error:
            raise AssertionError(f"case {number}: {raw[:3000]!r}") from error
        else:
            assert_read_rightly(document, raw, catalog)

    assert CASES / 2 < refused < CASES


def read(raw: bytes, catalog: Catalog) -> Document:
    return read_document(raw, FILE, find=catalog.find, vocabulary=catalog.vocabulary)


def assert_reasons_can_be_shown(refused: Refused) -> None:
    assert refused.problems
    for problem in refused.problems:
        shown = str(problem)
        assert shown.encode("utf-8").decode().isprintable(), shown
        assert len(problem.said()) < 1000
        assert problem.said()
        assert not isinstance(problem.message, str), "no other language can say it"


def assert_read_rightly(document: Document, raw: bytes, catalog: Catalog) -> None:
    """Written again, it is the same JSON value; and it can be scored."""
    assert json.loads(write_document(document)) == json.loads(raw.decode("utf-8-sig"))
    assert score(catalog.find(document.questionnaire), document.answers)
