"""A questionnaire small enough to work out every number by hand."""

from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Estimate
from tests.builders import dimension, item, pillar, small

GATED_BANDS = [
    {"key": "open", "from": 0},
    {"key": "good", "from": 50, "pillar": 40, "dimension": 30, "critical": 20},
]


def three_pillars(**weights: float) -> Questionnaire:
    """Pillars A, B and C of one dimension of one item each: A1 holds A1.1."""
    return small(
        *(
            pillar(p, dimension(f"{p}1", item(f"{p}1.1")), weight=weights.get(p, 1))
            for p in ("A", "B", "C")
        ),
        bands=GATED_BANDS,
    )


def numbers(estimate: Estimate) -> tuple[float | None, ...]:
    return estimate.score, estimate.low, estimate.high, estimate.evidenced
