"""From answers to scores and bands.

Missing is never zero: an unanswered item leaves the mean and widens the bounds; an item that does
not apply leaves both. The method, with its references, stands in docs/method.md.
"""

from collections.abc import Callable, Mapping

from dashboard.domain.answer import Answer, State
from dashboard.domain.bands import Profile, Standing, stand
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.result import (
    BandResult,
    Coverage,
    DimensionResult,
    OverallResult,
    PillarResult,
    Result,
)
from dashboard.domain.tally import NO_MINIMA, Minima, Points, Tally, tally

METHOD_VERSION = "1.0"

Answers = Mapping[str, Answer]
"""Item id to answer; an item that is absent is unanswered."""

NOTHING = Tally(dimensions={}, pillars={}, average=None, overall=None)


def score(questionnaire: Questionnaire, answers: Answers) -> Result:
    """Score one assessment; ValueError for an item, level or grade that is not there."""
    if unknown := answers.keys() - questionnaire.items_by_id.keys():
        raise ValueError(f"{questionnaire.reference} has no item {', '.join(sorted(unknown))}")
    lowest = highest = points = _points(questionnaire, answers)
    nothing_missing = None not in points.values()
    if not nothing_missing:
        lowest = _filled(questionnaire, points, lambda item: item.lowest)
        highest = _filled(questionnaire, points, lambda item: item.highest)
    graded = any(answer.evidence is not None for answer in answers.values())
    minima = Minima.of(questionnaire.scoring)
    low = tally(questionnaire, lowest, NO_MINIMA)
    ways = {
        "score": tally(questionnaire, points, minima),
        "low": low,
        "high": low if nothing_missing else tally(questionnaire, highest, NO_MINIMA),
        "evidenced": tally(questionnaire, _capped(questionnaire, answers, points), minima)
        if graded
        else NOTHING,
    }
    given = secured = possible = _standing(questionnaire, points, ways["score"])
    if not nothing_missing:
        secured = _standing(questionnaire, lowest, tally(questionnaire, lowest, minima))
        possible = _standing(questionnaire, highest, tally(questionnaire, highest, minima))
    in_state = _by_state(questionnaire, answers)
    return Result(
        questionnaire=questionnaire.reference,
        overall=OverallResult(
            **{way: means.overall for way, means in ways.items()}, average=ways["score"].average
        ),
        band=_band(given, secured=secured, possible=possible),
        pillars=tuple(
            PillarResult(
                id=pillar.id,
                counts=pillar.weight > 0,
                **{way: means.pillars.get(pillar.id) for way, means in ways.items()},
            )
            for pillar in questionnaire.pillars
        ),
        dimensions=tuple(
            DimensionResult(
                id=dimension.id,
                applicable=ways["low"].dimensions[dimension.id] is not None,
                **{way: means.dimensions.get(dimension.id) for way, means in ways.items()},
            )
            for dimension in questionnaire.dimensions
        ),
        coverage=_coverage(in_state),
        knowledge_gaps=in_state[State.DONT_KNOW],
        to_dos=in_state[None],
        graded=graded,
    )


def _points(questionnaire: Questionnaire, answers: Answers) -> Points:
    points: dict[str, float | None] = {}
    for item in questionnaire.items:
        answer = answers.get(item.id)
        if answer is None or answer.state is not State.NOT_APPLICABLE:
            level = answer.level if answer else None
            points[item.id] = None if level is None else item.score(level)
    return points


def _filled(questionnaire: Questionnaire, points: Points, fill: Callable[[Item], float]) -> Points:
    """The points, with the `fill` of its item for every missing one."""
    items = questionnaire.items_by_id
    return {id_: fill(items[id_]) if has is None else has for id_, has in points.items()}


def _capped(questionnaire: Questionnaire, answers: Answers, points: Points) -> Points:
    """The points, none above what its evidence supports; an answer without a grade has grade 0."""
    return dict(points) | {
        item_id: questionnaire.items_by_id[item_id].capped(
            answer.level, questionnaire.cap(answer.evidence or 0)
        )
        for item_id, answer in answers.items()
        if answer.level is not None
    }


def _band(
    given: Standing | None, *, secured: Standing | None, possible: Standing | None
) -> BandResult:
    if given is None or secured is None or possible is None:
        return BandResult()
    return BandResult(
        raw=given.raw,
        secured=secured.held,
        possible=possible.held,
        awarded=secured.held if secured.held == possible.held else None,
        provisional=secured.held != possible.held,
        blocked_by=given.blocked_by,
    )


def _standing(questionnaire: Questionnaire, points: Points, means: Tally) -> Standing | None:
    """What unpublished or not applicable blocks nothing; a critical item without points does."""
    if means.overall is None:
        return None
    profile = Profile(
        pillars={id_: mean for id_, mean in means.pillars.items() if mean is not None},
        dimensions={id_: mean for id_, mean in means.dimensions.items() if mean is not None},
        critical_items={
            item.id: points[item.id]
            for item in questionnaire.items
            if item.critical and item.id in points
        },
    )
    return stand(means.overall, profile, questionnaire.scoring)


def _by_state(
    questionnaire: Questionnaire, answers: Answers
) -> dict[State | None, tuple[str, ...]]:
    """The items in each state of an answer, in their order; None has those without one."""
    found: dict[State | None, list[str]] = {state: [] for state in (*State, None)}
    for item in questionnaire.items:
        answer = answers.get(item.id)
        found[answer.state if answer else None].append(item.id)
    return {state: tuple(items) for state, items in found.items()}


def _coverage(in_state: Mapping[State | None, tuple[str, ...]]) -> Coverage:
    count = {state: len(items) for state, items in in_state.items()}
    items = sum(count.values())
    return Coverage(
        items=items,
        applicable=items - count[State.NOT_APPLICABLE],
        answered=count[State.LEVEL],
        dont_know=count[State.DONT_KNOW],
        not_applicable=count[State.NOT_APPLICABLE],
        unanswered=count[None],
    )
