"""Questionnaires of many items: as many as one likes, with efforts, weights and critical items."""

from random import Random
from typing import Final, NamedTuple

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.rise import Efforts
from dashboard.domain.walk import Answers
from tests.builders import dimension, item, pillar, small

POINTS: Final = (1.0, 2.0, 3.0, 5.0, 8.0)
WEIGHTS: Final = (1, 1, 1, 2, 0.5)
CRITICAL: Final = 0.1


class Large(NamedTuple):
    questionnaire: Questionnaire
    answers: Answers
    efforts: Efforts


def large(items: int, seed: int, *, weighted: bool = False, pillars: str = "ABC") -> Large:
    """Pillars of four dimensions, with the bands of the shipped questionnaire."""
    random = Random(seed)

    def weight() -> float:
        return random.choice(WEIGHTS) if weighted else 1

    parts = [
        pillar(
            p,
            *(
                dimension(
                    f"{p}{d}",
                    *(
                        item(f"{p}{d}.{n}", critical=random.random() < CRITICAL, weight=weight())
                        for n in range(items // len(pillars) // 4)
                    ),
                    weight=weight(),
                )
                for d in "1234"
            ),
        )
        for p in pillars
    ]
    questionnaire = small(*parts)
    return Large(
        questionnaire,
        {one.id: Answer.at(random.choice((1, 1, 2, 2, 3, 3, 4))) for one in questionnaire.items},
        {(one.id, n): random.choice(POINTS) for one in questionnaire.items for n in one.levels},
    )
