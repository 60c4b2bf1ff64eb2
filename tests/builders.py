"""Questionnaires and answers for tests, written as briefly as they are read.

Answers are told apart by shape: `4` is level 4, `(4, 2)` is level 4 with evidence grade 2, `DK` is
"I don't know", `NA` is "does not apply", and an item that is left out is unanswered.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from dashboard.catalog import QUESTIONNAIRES
from dashboard.catalog.instrument import read_instrument
from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire

TESTS = Path(__file__).parent
DATA_TRUST = QUESTIONNAIRES / "data-trust" / "1.0.0"
FERRY_LINES = TESTS / "questionnaires"
"""A root that `serve`, `score` and `import` can be pointed at."""
FERRY_LINE = FERRY_LINES / "ferry-line" / "1.0.0"
VECTORS = TESTS / "vectors" / "method.json"

DK: Literal["DK"] = "DK"
NA: Literal["NA"] = "NA"

Plain = dict[str, object]
Short = int | tuple[int, int] | Literal["DK", "NA"]


@cache
def data_trust() -> Questionnaire:
    """The shipped questionnaire: three pillars, twelve dimensions, 36 items of five options."""
    return questionnaire_in(DATA_TRUST)


@cache
def ferry_line() -> Questionnaire:
    """A fictional one of another shape: see its instrument.yaml."""
    return questionnaire_in(FERRY_LINE)


def questionnaire_in(folder: Path) -> Questionnaire:
    reading = read_instrument(folder)
    assert reading.questionnaire, reading.problems
    return reading.questionnaire


@cache
def vectors() -> Mapping[str, dict[str, object]]:
    """Inputs and results of the method that were worked out independently of this code."""
    found: Mapping[str, dict[str, object]] = json.loads(VECTORS.read_text("utf-8"))
    return found


def answer(short: Short) -> Answer:
    match short:
        case "DK":
            return Answer.dont_know()
        case "NA":
            return Answer.not_applicable("There is nothing here to which this could apply.")
        case (level, grade):
            return Answer.at(level, evidence=grade)
        case int():
            return Answer.at(short)


def answers(shorts: Mapping[str, Short]) -> dict[str, Answer]:
    return {item_id: answer(short) for item_id, short in shorts.items()}


def all_at(
    level: int, *, questionnaire: Questionnaire | None = None, **others: Short | None
) -> dict[str, Answer]:
    """Every item at one level but the named ones (`ST4_1=2`); None leaves an item unanswered."""
    items = (questionnaire or data_trust()).items
    named = {name.replace("_", "."): short for name, short in others.items()}
    shorts = {item.id: named.get(item.id, level) for item in items}
    return answers({item_id: short for item_id, short in shorts.items() if short is not None})


def worked_brand(**others: Short | None) -> dict[str, Answer]:
    """The worked brand of the method: 34 levels, one "don't know", one "does not apply"."""
    shorts: dict[str, Short | None] = dict(vectors()["worked_brand"]["answers"])  # type: ignore[call-overload]
    shorts |= {name.replace("_", "."): short for name, short in others.items()}
    return answers({item_id: short for item_id, short in shorts.items() if short is not None})


def changed(
    questionnaire: Questionnaire,
    *,
    parts: Mapping[str, Mapping[str, object]] | None = None,
    **scoring: object,
) -> Questionnaire:
    """A variant: `parts` maps an id to new fields, the rest are keys of the scoring block."""
    plain = questionnaire.model_dump(by_alias=True)
    plain["scoring"] |= scoring
    if bands := scoring.get("bands"):
        assert isinstance(bands, Sequence)
        plain["bands"] = [{"key": band["key"], "name": words(band["key"])} for band in bands]
    for part in _parts_of(plain):
        part.update((parts or {}).get(str(part["id"]), {}))
    return Questionnaire.model_validate(plain)


def _parts_of(plain: Plain) -> Iterator[Plain]:
    """Every pillar, dimension and item."""
    for field in ("pillars", "dimensions", "items"):
        for part in plain.get(field) or ():  # type: ignore[attr-defined]  # plain data
            yield from (part, *_parts_of(part))


def words(text: str) -> dict[str, str]:
    return {"en": text, "zh": text}


def item(id_: str, scores: Iterable[float] = (0, 25, 50, 75, 100), **fields: object) -> Plain:
    options = [{"text": words(f"option {n}"), "score": s} for n, s in enumerate(scores, start=1)]
    return {"id": id_, "title": words(id_), "question": words(id_), "options": options} | fields


def dimension(id_: str, *items: Plain, **fields: object) -> Plain:
    return {"id": id_, "title": words(id_), "items": list(items)} | fields


def pillar(id_: str, *dimensions: Plain, **fields: object) -> Plain:
    return {"id": id_, "title": words(id_), "dimensions": list(dimensions)} | fields


def small(*pillars: Plain, **scoring: object) -> Questionnaire:
    """A questionnaire of few parts, with the head and the method of the shipped one."""
    return changed(
        Questionnaire.model_validate(
            data_trust().model_dump(by_alias=True) | {"id": "small", "pillars": list(pillars)}
        ),
        parts=None,
        **scoring,
    )
