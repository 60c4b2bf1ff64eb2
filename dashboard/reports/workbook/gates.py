"""What gates look at and which bands they let through, as the formulas will find it too.

Three ways of looking: the answers as given, and what is missing at its lowest and its highest.
"""

from collections.abc import Mapping
from enum import StrEnum
from math import fsum

from dashboard.domain.answer import State
from dashboard.domain.bands import Profile, failed_gates
from dashboard.domain.precision import reaches
from dashboard.domain.questionnaire import BandRule, Item, Pillar
from dashboard.domain.result import Estimate
from dashboard.reports.report import Report


class Way(StrEnum):
    """The value is the name of an estimate's score."""

    GIVEN = "score"
    LOWEST = "low"
    HIGHEST = "high"


def score_by(estimate: Estimate, way: Way) -> float | None:
    return {Way.GIVEN: estimate.score, Way.LOWEST: estimate.low, Way.HIGHEST: estimate.high}[way]


def holds(report: Report, rule: BandRule, way: Way) -> bool:
    """Whether the band is reached and its own gates hold, whatever those below it do."""
    overall = score_by(report.result.overall, way)
    if overall is None:
        return False
    if rule == report.questionnaire.scoring.bands[0]:
        return True
    return reaches(overall, rule.from_score) and not any(failed_gates(rule, seen(report, way)))


def seen(report: Report, way: Way) -> Profile:
    """The scores that gates look at; what is not there blocks nothing."""
    pillars = {p.id: pillar_seen(report, p, way) for p in report.questionnaire.pillars}
    dimensions = {d.id: score_by(d, way) for d in report.result.dimensions}
    return Profile(
        pillars=_known(pillars),
        dimensions=_known(dimensions),
        critical_items=critical_seen(report, way),
    )


def _known(scores: Mapping[str, float | None]) -> dict[str, float]:
    return {id_: score for id_, score in scores.items() if score is not None}


def pillar_seen(report: Report, pillar: Pillar, way: Way) -> float | None:
    """None where too little of the pillar applies, also for its bounds."""
    total = fsum(dimension.weight for dimension in pillar.dimensions)
    results = report.result.dimension
    applies = fsum(d.weight for d in pillar.dimensions if results[d.id].applicable)
    enough = reaches(applies / total, report.questionnaire.scoring.applicable_minimum)
    return score_by(report.result.pillar[pillar.id], way) if enough else None


def critical_seen(report: Report, way: Way) -> dict[str, float | None]:
    """The score of every critical question that applies; None where it has no answer."""
    return {
        item.id: _answered(report, item, way)
        for item in report.questionnaire.items
        if item.critical and not _is_away(report, item)
    }


def _is_away(report: Report, item: Item) -> bool:
    answer = report.answers.get(item.id)
    return answer is not None and answer.state is State.NOT_APPLICABLE


def _answered(report: Report, item: Item, way: Way) -> float | None:
    answer = report.answers.get(item.id)
    if answer is not None and answer.level is not None:
        return item.score(answer.level)
    return {Way.GIVEN: None, Way.LOWEST: item.lowest, Way.HIGHEST: item.highest}[way]
