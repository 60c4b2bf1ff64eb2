"""Comparisons and trends to draw."""

from collections.abc import Mapping

from dashboard.domain.answer import Answer
from dashboard.domain.comparison import Comparison, Side
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.scoring import score
from dashboard.domain.trend import Trend, TrendWave
from tests.builders import data_trust

NAMES = ("2026-Q2", "2026-Q4", "2027-Q2", "2027-Q4", "2028-Q2", "2028-Q4")


def sides(
    *given: dict[str, Answer], questionnaire: Questionnaire | None = None, **sem: float
) -> Comparison:
    """Assessments side by side, each with these standard errors of the named dimensions."""
    asked = questionnaire or data_trust()
    named = zip(NAMES, given, strict=False)
    return Comparison(
        sides=tuple(Side(name=name, result=score(asked, one), sem=sem) for name, one in named)
    )


def waves(
    *scores: float | None,
    versions: str = "",
    provisional: tuple[int, ...] = (),
    bands: Mapping[int, str] | None = None,
    sem: Mapping[int, Mapping[str, float]] | None = None,
    **pillars: float,
) -> Trend:
    """Waves with these overall scores and, throughout, these of pillars.

    Provisional ones lie between six points less and eight more. Standard errors are by wave.
    """
    return Trend(
        waves=tuple(
            TrendWave(
                name=f"wave {n}",
                questionnaire=version,
                overall=score,
                pillars=pillars,
                bounds=(score - 6, score + 8) if n in provisional and score is not None else None,
                band=(bands or {}).get(n),
                sem=(sem or {}).get(n, {}),
            )
            for n, (score, version) in enumerate(
                zip(scores, versions or "a" * len(scores), strict=True)
            )
        )
    )
