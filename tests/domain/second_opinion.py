"""The method once more, written from its description alone, in exact fractions.

It shares nothing with `dashboard.domain.scoring` but the questionnaire and the answers, takes the
plainest way to every number, and computes the secured and the possible band by filling in the
missing answers and scoring everything again. Tests compare the two on random assessments.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Item, Questionnaire

SLACK = Fraction(1, 10**9)

Points = Fraction | None
Given = Mapping[str, Points]
"""Applicable items by id with their points, None where there is no answer."""


@dataclass(frozen=True)
class Block:
    band: str
    gate: str
    id: str
    needs: Fraction
    has: Points


@dataclass
class Opinion:
    overall: dict[str, Points] = field(default_factory=dict)
    pillars: dict[str, dict[str, Points]] = field(default_factory=dict)
    dimensions: dict[str, dict[str, Points]] = field(default_factory=dict)
    raw: str | None = None
    secured: str | None = None
    possible: str | None = None
    awarded: str | None = None
    provisional: bool | None = None
    blocked_by: set[Block] = field(default_factory=set)


@dataclass
class Scored:
    """One pass over the questionnaire by the publish rules."""

    dimensions: dict[str, Points]
    pillars: dict[str, Points]
    average: Points
    overall: Points


def points_of(item: Item) -> list[Fraction]:
    return [Fraction(option.score) for option in item.options]


def mean(pairs: list[tuple[Fraction, Fraction]]) -> Points:
    """The mean of (weight, value) pairs; None where nothing weighs anything."""
    total = sum((weight for weight, _ in pairs), Fraction(0))
    if total == 0:
        return None
    return sum((weight * value for weight, value in pairs), Fraction(0)) / total


def enough(part: Fraction, whole: Fraction, minimum: float) -> bool:
    return whole > 0 and part > 0 and part / whole >= Fraction(minimum) - SLACK


def score_once(questionnaire: Questionnaire, given: Given) -> Scored:
    rules = questionnaire.scoring
    dimensions: dict[str, Points] = {}
    pillars: dict[str, Points] = {}
    for pillar in questionnaire.pillars:
        every = applicable = published = Fraction(0)
        parts = []
        for dimension in pillar.dimensions:
            asked = [item for item in dimension.items if item.id in given]
            answered = [
                (Fraction(item.weight), points)
                for item in asked
                if (points := given[item.id]) is not None
            ]
            asked_weight = sum((Fraction(item.weight) for item in asked), Fraction(0))
            answered_weight = sum((weight for weight, _ in answered), Fraction(0))
            score = None
            if enough(answered_weight, asked_weight, rules.dimension_minimum):
                score = mean(answered)
            dimensions[dimension.id] = score
            weight = Fraction(dimension.weight)
            every += weight
            if asked_weight > 0:
                applicable += weight
            if score is not None:
                published += weight
                parts.append((weight, score))
        pillars[pillar.id] = None
        if enough(applicable, every, rules.applicable_minimum) and enough(
            published, applicable, rules.pillar_minimum
        ):
            pillars[pillar.id] = mean(parts)
    average, overall = mean_and_weakest(questionnaire, pillars)
    return Scored(dimensions, pillars, average, overall)


def mean_and_weakest(
    questionnaire: Questionnaire, pillars: Mapping[str, Points]
) -> tuple[Points, Points]:
    """Half the mean and half the weakest pillar where alpha is a half; None unless all count."""
    counting = []
    for pillar in questionnaire.pillars:
        if pillar.weight > 0:
            value = pillars[pillar.id]
            if value is None:
                return None, None
            counting.append((Fraction(pillar.weight), value))
    average = mean(counting)
    assert average is not None
    alpha = Fraction(questionnaire.scoring.imbalance)
    return average, (1 - alpha) * average + alpha * min(value for _, value in counting)


def bounds(
    questionnaire: Questionnaire, filled: Given
) -> tuple[dict[str, Points], dict[str, Points], Points]:
    """Dimensions, pillars and the overall of a complete assessment, without publish rules."""
    dimensions: dict[str, Points] = {}
    pillars: dict[str, Points] = {}
    for pillar in questionnaire.pillars:
        parts = []
        for dimension in pillar.dimensions:
            value = mean(
                [
                    (Fraction(item.weight), points)
                    for item in dimension.items
                    if (points := filled.get(item.id)) is not None
                ]
            )
            dimensions[dimension.id] = value
            if value is not None:
                parts.append((Fraction(dimension.weight), value))
        pillars[pillar.id] = mean(parts)
    return dimensions, pillars, mean_and_weakest(questionnaire, pillars)[1]


def descend(questionnaire: Questionnaire, scored: Scored, given: Given) -> tuple[str, set[Block]]:
    """The band after all gates, and every gate that failed on the way down."""
    assert scored.overall is not None
    rules = questionnaire.scoring.bands
    place = max(
        number
        for number, rule in enumerate(rules)
        if scored.overall >= Fraction(rule.from_score) - SLACK
    )
    blocks: set[Block] = set()
    while True:
        failed = failures(questionnaire, rules[place].key, scored, given)
        if not failed:
            return rules[place].key, blocks
        blocks |= failed
        place -= 1


def failures(questionnaire: Questionnaire, band: str, scored: Scored, given: Given) -> set[Block]:
    """The gates of one band that do not hold, each looked at on its own."""
    rule = next(rule for rule in questionnaire.scoring.bands if rule.key == band)
    failed: set[Block] = set()
    for gate, limit, scores in (
        ("pillar", rule.pillar, scored.pillars),
        ("dimension", rule.dimension, scored.dimensions),
    ):
        for name, has in scores.items():
            if limit is not None and has is not None and has < Fraction(limit) - SLACK:
                failed.add(Block(band, gate, name, Fraction(limit), has))
    for item in questionnaire.items:
        if rule.critical is not None and item.critical and item.id in given:
            has = given[item.id]
            if has is None or has < Fraction(rule.critical) - SLACK:
                failed.add(Block(band, "critical_item", item.id, Fraction(rule.critical), has))
    return failed


def raw_band(questionnaire: Questionnaire, overall: Fraction) -> str:
    reached = [
        rule.key
        for rule in questionnaire.scoring.bands
        if overall >= Fraction(rule.from_score) - SLACK
    ]
    return reached[-1]


def given_points(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, Points]:
    given: dict[str, Points] = {}
    for item in questionnaire.items:
        answer = answers.get(item.id)
        if answer is not None and answer.state == "not_applicable":
            continue
        level = answer.level if answer is not None else None
        given[item.id] = None if level is None else points_of(item)[level - 1]
    return given


def evidenced_points(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> dict[str, Points]:
    """Points that count under the caps; an answer without a grade has grade 0."""
    given = given_points(questionnaire, answers)
    for item in questionnaire.items:
        claimed = given.get(item.id)
        if claimed is not None:
            grade = answers[item.id].evidence or 0
            cap = Fraction(questionnaire.evidence_grades[grade].cap)
            under = [points for points in points_of(item) if points <= min(claimed, cap) + SLACK]
            given[item.id] = max(under) if under else min(points_of(item))
    return given


def second_opinion(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Opinion:
    given = given_points(questionnaire, answers)
    worst, best = dict(given), dict(given)
    for item in questionnaire.items:
        if item.id in given and given[item.id] is None:
            worst[item.id], best[item.id] = min(points_of(item)), max(points_of(item))
    scored = score_once(questionnaire, given)
    low, high = bounds(questionnaire, worst), bounds(questionnaire, best)
    graded = any(answer.evidence is not None for answer in answers.values())
    evidenced = score_once(questionnaire, evidenced_points(questionnaire, answers))
    opinion = Opinion()
    for place, claimed_of, evidenced_of, target in (
        (0, scored.dimensions, evidenced.dimensions, opinion.dimensions),
        (1, scored.pillars, evidenced.pillars, opinion.pillars),
    ):
        for name, score in claimed_of.items():
            low_of, high_of = low[place], high[place]
            assert isinstance(low_of, dict)
            assert isinstance(high_of, dict)
            target[name] = {
                "score": score,
                "low": low_of[name],
                "high": high_of[name],
                "evidenced": evidenced_of[name] if graded else None,
            }
    opinion.overall = {
        "score": scored.overall,
        "low": low[2],
        "high": high[2],
        "evidenced": evidenced.overall if graded else None,
        "average": scored.average,
    }
    if scored.overall is not None:
        opinion.raw = raw_band(questionnaire, scored.overall)
        opinion.blocked_by = descend(questionnaire, scored, given)[1]
        opinion.secured = descend(questionnaire, score_once(questionnaire, worst), worst)[0]
        opinion.possible = descend(questionnaire, score_once(questionnaire, best), best)[0]
        opinion.provisional = opinion.secured != opinion.possible
        opinion.awarded = None if opinion.provisional else opinion.secured
    return opinion
