"""The schema for editors is fresh, and says of real files what the models say."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from dashboard.catalog import PROJECT, QUESTIONNAIRES
from dashboard.catalog.schema import SCHEMA, file_schema, schema_text
from tests.builders import FERRY_LINES

EXAMPLES = PROJECT / "docs" / "examples"
FILES = [
    file
    for root in (QUESTIONNAIRES, FERRY_LINES, EXAMPLES)
    for file in sorted(root.rglob("*.yaml"))
]

FAULTS = {
    "a misspelt key": ("id: BK\n", "id: BK\nwieght: 2\n"),
    "a missing translation": ("  zh: 订票\n", ""),
    "a word that became false": ('"No"', "No"),
    "a negative weight": ("weight: 2", "weight: -2"),
    "a score above 100": ("score: 100", "score: 101"),
    "neither options nor scale": ("        scale: agreement\n", ""),
    "an id with a space": ("id: BK1\n", "id: BK 1\n"),
}


def errors(text: str) -> list[str]:
    return [
        error.message
        for error in Draft202012Validator(file_schema()).iter_errors(yaml.safe_load(text))
    ]


def test_the_schema_file_is_fresh():
    how_to = "the models have changed: call python -m dashboard.catalog.schema"

    assert SCHEMA.read_text("utf-8") == schema_text(), how_to


def test_it_is_a_schema():
    Draft202012Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-3]}/{file.name}")
def test_real_files_are_valid(file):
    assert errors(file.read_text("utf-8")) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_an_editor_is_told_of(fault):
    old, new = FAULTS[fault]
    booking = (FERRY_LINES / "ferry-line" / "1.0.0" / "booking.yaml").read_text("utf-8")
    assert old in booking

    assert errors(booking.replace(old, new, 1))


def test_shipped_files_name_the_schema_in_their_first_line():
    for file in sorted(QUESTIONNAIRES.rglob("*.yaml")):
        first = file.read_text("utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../../schema.json", file
