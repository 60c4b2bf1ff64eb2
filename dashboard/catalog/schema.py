"""The JSON schema by which editors complete and check questionnaire files as they are written.

It is made from the models, never by hand: `python -m dashboard.catalog.schema` writes it anew.
It knows the shape of one file alone; what must hold between files only `check` can say.
"""

import json
from collections.abc import MutableMapping

from pydantic import TypeAdapter

from dashboard.catalog import QUESTIONNAIRES
from dashboard.catalog.instrument import Instrument
from dashboard.domain.questionnaire import Pillar

SCHEMA = QUESTIONNAIRES / "schema.json"

Json = dict[str, object]


def file_schema() -> Json:
    """One schema for both kinds of file; only the instrument has a version."""
    models: Json = TypeAdapter(Instrument | Pillar).json_schema()
    definitions = _part(models, "$defs")
    _make_scores_optional(_part(definitions, "Option"))
    _allow_scales(_part(definitions, "Item"))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a questionnaire",
        "description": "See docs/questionnaire-format.md.",
        "type": "object",
        "if": {"required": ["version"]},
        "then": {"$ref": "#/$defs/Instrument"},
        "else": {"$ref": "#/$defs/Pillar"},
        "$defs": definitions,
    }


def schema_text() -> str:
    return json.dumps(file_schema(), indent=2, ensure_ascii=False) + "\n"


def _make_scores_optional(option: Json) -> None:
    """In a file, an option without a score has its equal step."""
    option["required"] = ["text"]


def _allow_scales(item: Json) -> None:
    """In a file, an item has options or names a shared scale."""
    fields = _part(item, "properties")
    fields["scale"] = {"type": "string", "title": "Scale", "description": "A scale's name."}
    fields["reversed"] = {"type": "boolean", "title": "Reversed", "default": False}
    item["required"] = ["id", "title", "question"]
    item["oneOf"] = [{"required": ["options"]}, {"required": ["scale"]}]


def _part(of: MutableMapping[str, object], key: str) -> Json:
    part = of[key]
    if not isinstance(part, dict):
        raise TypeError(f"{key} of the schema is not a mapping")
    return part


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), "utf-8")
