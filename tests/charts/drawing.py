"""What a figure draws, read back from it; and results to draw, from the worked brand to random."""

import json
from random import Random
from typing import Any, cast

from hypothesis import strategies as st

from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Result
from dashboard.domain.scoring import score
from dashboard.domain.text import Lang
from tests.builders import DK, NA, Plain, answers, data_trust, dimension, item, pillar, small
from tests.domain.random_material import random_answers, random_questionnaire

Drawn = dict[str, Any]
BOTH: tuple[Lang, ...] = ("en", "zh")


def drawn(figure: object) -> Drawn:
    """The figure as the browser gets it."""
    return cast("Drawn", json.loads(cast("Any", figure).to_json()))


def traces(figure: object, kind: str) -> list[Drawn]:
    return [trace for trace in drawn(figure)["data"] if trace["type"] == kind]


def lettering(figure: object) -> str:
    """Every text that stands in the figure without being pointed at."""
    layout = drawn(figure)["layout"]
    ticks = layout.get("yaxis", {}).get("ticktext", [])
    around = layout.get("polar", {}).get("angularaxis", {}).get("ticktext", [])
    return "\n".join([*ticks, *around, *(note["text"] for note in layout.get("annotations", []))])


def column(figure: object) -> list[str]:
    """The numbers and words at the right end of the rows, in their order."""
    notes = drawn(figure)["layout"]["annotations"]
    return [note["text"] for note in notes if note.get("xref") == "paper"]


POINTS = (0, 20, 40, 41, 42, 43, 60, 80, 100)
"""What the items of `scored` and `scored_pillars` can score; bands begin at 13, 38, 63 and 88."""


def scored(*scores: int | None) -> tuple[Questionnaire, Result]:
    """One pillar with a dimension for each score (D1, D2, …); None is without an answer."""
    dimensions = [_dimension(n) for n, _ in enumerate(scores, start=1)]
    return _at(small(pillar("P", *dimensions)), scores)


def scored_pillars(*scores: int | None) -> tuple[Questionnaire, Result]:
    """A pillar for each score (P1, P2, …), of one dimension each; None is without an answer."""
    pillars = [pillar(f"P{n}", _dimension(n)) for n, _ in enumerate(scores, start=1)]
    return _at(small(*pillars), scores)


def _dimension(number: int) -> Plain:
    return dimension(f"D{number}", item(f"D{number}.1", POINTS))


def _at(
    questionnaire: Questionnaire, scores: tuple[int | None, ...]
) -> tuple[Questionnaire, Result]:
    given = {
        asked.id: POINTS.index(value) + 1
        for asked, value in zip(questionnaire.items, scores, strict=True)
        if value is not None
    }
    return questionnaire, score(questionnaire, answers(given))


def evidenced(*pairs: tuple[float, float]) -> tuple[Questionnaire, Result]:
    """A dimension (D1, D2, …) for each pair of a claimed score and what evidence supports of it."""
    questionnaire, result = scored(*[60] * len(pairs))
    dimensions = [
        dimension.model_copy(update={"score": claimed, "evidenced": supported})
        for dimension, (claimed, supported) in zip(result.dimensions, pairs, strict=True)
    ]
    return questionnaire, result.model_copy(update={"dimensions": dimensions, "graded": True})


def partly_answered() -> tuple[Questionnaire, Result]:
    """VE1 without enough answers, DU3 not applicable, ST4.1 unknown, all else at level 4."""
    questionnaire = data_trust()
    given = {
        asked.id: NA if asked.id.startswith("DU3") else DK if asked.id == "ST4.1" else 4
        for asked in questionnaire.items
        if asked.id not in {"VE1.1", "VE1.2"}
    }
    return questionnaire, score(questionnaire, answers(given))


SEEDS = st.integers(0, 2**32)


def anything(seed: int) -> tuple[Questionnaire, Result, Result]:
    """A questionnaire of any shape with two results of it."""
    random = Random(seed)
    questionnaire = data_trust() if random.random() < 0.3 else random_questionnaire(random)
    now, before = (score(questionnaire, random_answers(random, questionnaire)) for _ in range(2))
    return questionnaire, now, before
