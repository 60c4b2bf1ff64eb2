"""How far the scores rest on choices of the method: the same answers, scored in many other ways.

Weights, the pull of the weakest pillar, the steps between levels and the missing answers are drawn
at random within what is reasonable. What comes out is a range over scoring choices; it says nothing
of who answered, and is no confidence interval. Saisana, Saltelli and Tarantola 2005, Journal of the
Royal Statistical Society A 168(2), 307-323.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.answer import Answer, State
from dashboard.domain.precision import TOLERANCE, reaches
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.scoring import score
from dashboard.domain.text import Frozen

DRAWS: Final = 4096
"""A power of two, as Sobol points want it."""
SEED: Final = 20_050_227
WEIGHTS: Final = (0.5, 1.5)
"""What the weight of every pillar and every dimension is multiplied by."""
IMBALANCE: Final = 0.25
"""How far alpha goes to either side, within 0 and 1."""
CURVE: Final = (0.75, 1 / 0.75)
"""The exponents of 100 (s / 100)^g; 1 leaves the steps between levels equal."""
TAILS: Final = (0.05, 0.95)
HOLDS: Final = 0.9
"""The share of draws from which a claim may be made."""

Floats = NDArray[np.float64]


class Choice(StrEnum):
    """The groups of scoring choices that are varied together."""

    CURVE = "curve"
    IMBALANCE = "imbalance"
    DIMENSION_WEIGHTS = "dimension_weights"
    PILLAR_WEIGHTS = "pillar_weights"
    MISSING = "missing"


class Range(Frozen):
    """From the 5th to the 95th of a hundred draws; 0 to 100."""

    low: float
    high: float


class Influence(Frozen):
    """Which share of the variance a group of choices brings: alone, and with all interactions."""

    first: float
    total: float


class Robustness(Frozen):
    """What holds of one assessment under all reasonable scoring choices.

    weakest: pillar to the share of draws in which every other is higher. ahead: pillar and other
    pillar to the share in which the first has the higher score.
    """

    seed: int
    draws: int
    overall: Range
    pillars: Mapping[str, Range]
    weakest: Mapping[str, float]
    ahead: Mapping[tuple[str, str], float]
    influence: Mapping[Choice, Influence]


@dataclass(frozen=True)
class Scores:
    """Of one assessment, draw by draw: `overall` (draws,) and `pillars` (draws, pillars)."""

    overall: Floats
    pillars: Floats


def robustness(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Robustness | None:
    """Vary the scoring of an assessment; None where it has no overall score.

    The influences are grouped Sobol indices: first order as V_i = mean(f_B (f_ABi - f_A)) (Saltelli
    and others 2010, Computer Physics Communications 181(2), 259-270), total after Jansen 1999,
    mean((f_A - f_ABi)^2) / 2, both over the variance of the overall score. All 0 if it has none.
    """
    model = _model(questionnaire, answers)
    if model is None:
        return None
    points = _points(2 * model.inputs)
    here, other = points[:, : model.inputs], points[:, model.inputs :]
    scores = model.scores(here)
    ids = [pillar.id for pillar in questionnaire.pillars if pillar.weight > 0]
    return Robustness(
        seed=SEED,
        draws=DRAWS,
        overall=_range(scores.overall),
        pillars={id_: _range(scores.pillars[:, n]) for n, id_ in enumerate(ids)},
        weakest=_weakest(ids, scores.pillars),
        ahead=_ahead(ids, scores.pillars),
        influence=_influence(model, here, other, scores.overall),
    )


def share_ahead(
    questionnaire: Questionnaire, one: Mapping[str, Answer], other: Mapping[str, Answer]
) -> float | None:
    """The share of draws in which one overall score is higher, with the same choices for both.

    None unless both have an overall score. Both read the same columns of the same points, for
    points drawn for fewer inputs are others altogether; only what is missing has columns of its
    own. An answer that nobody knows may be any, whatever the other one's missing answer is.
    """
    first, second = _model(questionnaire, one), _model(questionnaire, other)
    if first is None or second is None:
        return None
    points = _points(first.inputs + len(second.missing))
    apart = np.hstack([points[:, : second.choices], points[:, first.inputs :]])
    higher = first.scores(points[:, : first.inputs]).overall
    lower = second.scores(apart).overall
    return float(np.mean(higher > lower + TOLERANCE))


@dataclass(frozen=True)
class _Model:
    """The scoring of one assessment as arrays; `known` and `missing` stand for its answers.

    Inputs of a draw, each 0 to 1, in this order: curve, imbalance, pillars, dimensions, missing.
    """

    values: Floats
    """Every score that an option of the questionnaire has, (values,)."""
    known: Floats
    """Weight of the answered items of a dimension by their score, (values, dimensions)."""
    missing: tuple[tuple[int, float, Floats], ...]
    """Of each missing item: the dimension, the weight, the positions of its options' scores."""
    applies: Floats
    """Weight of a dimension's items that apply, (dimensions,)."""
    belongs: Floats
    """Weight of a dimension in its pillar, 0 where nothing applies, (dimensions, pillars)."""
    weights: Floats
    """Weight of the pillars, (pillars,)."""
    imbalance: float

    @property
    def groups(self) -> Mapping[Choice, slice]:
        pillars, dimensions = len(self.weights), len(self.applies)
        ends = np.cumsum([1, 1, pillars, dimensions, len(self.missing)])
        order = (
            *(Choice.CURVE, Choice.IMBALANCE, Choice.PILLAR_WEIGHTS),
            *(Choice.DIMENSION_WEIGHTS, Choice.MISSING),
        )
        starts = [0, *ends[:-1]]
        return {
            choice: slice(int(start), int(end))
            for choice, start, end in zip(order, starts, ends, strict=True)
        }

    @property
    def choices(self) -> int:
        """How many inputs there are besides the missing answers."""
        return int(self.groups[Choice.MISSING].start)

    @property
    def inputs(self) -> int:
        return int(self.groups[Choice.MISSING].stop)

    def scores(self, points: Floats) -> Scores:
        drawn = {choice: points[:, place] for choice, place in self.groups.items()}
        curve = np.exp(_between(drawn[Choice.CURVE], log(CURVE[0]), log(CURVE[1])))
        curved = 100 * (self.values / 100) ** curve
        sums = curved @ self.known
        for (dimension, weight, options), draw in zip(
            self.missing, drawn[Choice.MISSING].T, strict=True
        ):
            chosen = options[(draw * len(options)).astype(int)].astype(int)
            sums[:, dimension] += weight * curved[np.arange(len(curved)), chosen]
        means = np.divide(sums, self.applies, out=np.zeros_like(sums), where=self.applies > 0)
        shares = _between(drawn[Choice.DIMENSION_WEIGHTS], *WEIGHTS)
        pillars = ((means * shares) @ self.belongs) / (shares @ self.belongs)
        weights = self.weights * _between(drawn[Choice.PILLAR_WEIGHTS], *WEIGHTS)
        average = (pillars * weights).sum(axis=1) / weights.sum(axis=1)
        low, high = max(0.0, self.imbalance - IMBALANCE), min(1.0, self.imbalance + IMBALANCE)
        alpha = _between(drawn[Choice.IMBALANCE][:, 0], low, high)
        return Scores(average - alpha * (average - pillars.min(axis=1)), pillars)


def _model(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> _Model | None:
    if score(questionnaire, answers).overall.score is None:
        return None
    dimensions = questionnaire.dimensions
    pillars = [pillar for pillar in questionnaire.pillars if pillar.weight > 0]
    values = sorted({option.score for item in questionnaire.items for option in item.options})
    place = {value: n for n, value in enumerate(values)}
    known = np.zeros((len(values), len(dimensions)))
    missing: list[tuple[int, float, Floats]] = []
    for n, dimension in enumerate(dimensions):
        for item in dimension.items:
            answer = answers.get(item.id)
            if answer is not None and answer.state is State.NOT_APPLICABLE:
                continue
            if answer is None or answer.level is None:
                missing.append((n, item.weight, _options(item, place)))
            else:
                known[place[item.score(answer.level)], n] += item.weight
    applies = known.sum(axis=0)
    for n, weight, _ in missing:
        applies[n] += weight
    belongs = np.array(
        [
            [d.weight * (d in pillar.dimensions) * (applies[n] > 0) for pillar in pillars]
            for n, d in enumerate(dimensions)
        ]
    )
    return _Model(
        values=np.array(values),
        known=known,
        missing=tuple(missing),
        applies=applies,
        belongs=belongs,
        weights=np.array([pillar.weight for pillar in pillars]),
        imbalance=questionnaire.scoring.imbalance,
    )


def _options(item: Item, place: Mapping[float, int]) -> Floats:
    return np.array([place[option.score] for option in item.options], dtype=np.float64)


@lru_cache(maxsize=8)
def _points(inputs: int) -> Floats:
    """Scrambled Sobol points, (draws, inputs), each 0 to below 1; the same ones every time."""
    from scipy.stats import qmc  # noqa: PLC0415 - it takes as long to load as all the rest

    return qmc.Sobol(inputs, scramble=True, seed=SEED).random(DRAWS)  # type: ignore[no-any-return]


def _between(share: Floats, low: float, high: float) -> Floats:
    return low + (high - low) * share


def _range(values: Floats) -> Range:
    low, high = np.quantile(values, TAILS)
    return Range(low=float(low), high=float(high))


def _weakest(ids: list[str], pillars: Floats) -> dict[str, float]:
    """Pillars that share the lowest score are none of them the weakest."""
    lowest = pillars <= pillars.min(axis=1, keepdims=True) + 1e-9
    alone = lowest & (lowest.sum(axis=1, keepdims=True) == 1)
    return {id_: float(np.mean(alone[:, n])) for n, id_ in enumerate(ids)}


def _ahead(ids: list[str], pillars: Floats) -> dict[tuple[str, str], float]:
    return {
        (one, other): float(np.mean(pillars[:, n] > pillars[:, m] + 1e-9))
        for n, one in enumerate(ids)
        for m, other in enumerate(ids)
        if n != m
    }


def _influence(
    model: _Model, here: Floats, other: Floats, overall: Floats
) -> dict[Choice, Influence]:
    elsewhere = model.scores(other).overall
    variance = float(np.var(np.concatenate([overall, elsewhere])))
    found = {}
    for choice, place in model.groups.items():
        mixed = here.copy()
        mixed[:, place] = other[:, place]
        changed = model.scores(mixed).overall
        if not reaches(variance, 1e-6):
            found[choice] = Influence(first=0.0, total=0.0)
            continue
        first = float(np.mean(elsewhere * (changed - overall))) / variance
        total = float(np.mean((overall - changed) ** 2)) / 2 / variance
        found[choice] = Influence(first=first, total=total)
    return found
