"""Reading assessment files, for the tests of what they may say."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.catalog import Catalog
from dashboard.domain.document import Document, read_document
from dashboard.domain.problem import Refused

FILE = Path("northwind.json")
GOOD = {
    "format": "candour.assessment/1",
    "questionnaire": "data-trust@1.0.0",
    "brand": {"name": "Northwind Outfitters"},
    "wave": "2026-Q4",
    "answers": {},
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


@pytest.fixture
def read(catalog: Catalog) -> Callable[..., Document]:
    """Reads the good document with other values for some of its keys; raw bytes as they are."""

    def read_changed(raw: bytes | None = None, **changes: object) -> Document:
        content = json.dumps(GOOD | changes).encode() if raw is None else raw
        return read_document(content, FILE, find=catalog.find, vocabulary=catalog.vocabulary)

    return read_changed


@pytest.fixture
def problems(read: Callable[..., Document]) -> Callable[..., list[str]]:
    """The problems of the changed document, without the name of the file."""

    def problems_of(raw: bytes | None = None, **changes: object) -> list[str]:
        with pytest.raises(Refused) as refused:
            read(raw, **changes)
        return [str(problem).removeprefix(f"{FILE}: ") for problem in refused.value.problems]

    return problems_of
