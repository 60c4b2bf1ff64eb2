"""A file with thousands of faults is refused at once, and with a list that somebody can read."""

import json
from pathlib import Path

import pytest

from dashboard.catalog import Catalog
from dashboard.domain.document import MAX_PROBLEMS, read_document
from dashboard.domain.problem import Refused

FAULTS = 20_000


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


def refused(raw: bytes, catalog: Catalog) -> Refused:
    with pytest.raises(Refused) as caught:
        read_document(raw, Path("bad.json"), find=catalog.find, vocabulary=catalog.vocabulary)
    return caught.value


def document(answers: str) -> bytes:
    head = {"format": "candour.assessment/1", "questionnaire": "data-trust@1.0.0"}
    rest = {"brand": {"name": "Alder Teas"}, "wave": "2026-Q4"}
    return (json.dumps(head | rest)[:-1] + f', "answers": {{{answers}}}}}').encode()


@pytest.mark.slow
@pytest.mark.timeout(20)
@pytest.mark.parametrize("times", [1, 2], ids=["unknown items", "keys given twice"])
def test_thousands_of_faults_are_told_up_to_a_limit(catalog: Catalog, times: int) -> None:
    answers = ", ".join(f'"X{n}": {{"level": 1}}' for n in range(FAULTS) for _ in range(times))

    problems = refused(document(answers), catalog).problems

    assert len(problems) == MAX_PROBLEMS + 1
    assert str(problems[-1]).endswith(f"has more than {MAX_PROBLEMS} problems")


def test_a_name_of_signs_without_width_is_no_name(catalog: Catalog) -> None:
    raw = document("").replace(b"Alder Teas", "\u200b\u2060".encode())

    assert "brand.name: is empty" in str(refused(raw, catalog))
