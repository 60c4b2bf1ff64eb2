"""A threshold that next to every choice just misses."""

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.walk import Answers
from tests.builders import dimension, item, pillar, small


def at_two_thirds() -> tuple[Questionnaire, Answers]:
    """Thirty-six items two thirds up make 66.66 recurring, a third of a millionth too little."""
    thirds = (0, 100 / 3, 200 / 3, 100)
    pillars = [
        pillar(
            p,
            *(dimension(f"{p}{d}", *(item(f"{p}{d}.{n}", thirds) for n in "123")) for d in "1234"),
        )
        for p in "ABC"
    ]
    bands = [{"key": "low", "from": 0}, {"key": "high", "from": 66.666667}]
    questionnaire = small(*pillars, bands=bands)
    return questionnaire, {item.id: Answer.at(2) for item in questionnaire.items}
