"""What somebody can work out of the hidden cohorts who knows everything that a release says.

Numbers by industry and size are not all that is told: where the scores of an industry lie low and
those of a size lie high, few organisations can be in both. So the attack is made on numbers and
scores at once: for each measure a linear program whose unknowns are the organisations by industry,
size and five-point bin. The share of answers with evidence is one of the measures. It is stronger
than any reader: it takes the numbers of all that is shown as exact, where a release rounds them to
five, and knows which cohorts are empty.
Fischetti and Salazar 2000, Journal of the American Statistical Association 95(451), 916-928, attack
tables of counts so; that scores of the sums are known as well is added here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.domain.cohort import LEAST, Cohort, Kind
from dashboard.domain.distribution import EVIDENCE_STEP, STEP, Distribution
from dashboard.domain.pattern import Pattern
from dashboard.domain.percentile import BIN, BINS
from dashboard.domain.suppression import Span
from dashboard.domain.text import Frozen

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class Share(Frozen):
    """How much of a cohort's answers rests on evidence: a mean as any other, told less finely."""

    percent: int


Told = Mapping[Cohort, Distribution | Share]
"""Of one measure, what is told of each cohort that is shown."""
Row = dict[int, float]
Aims = Mapping[Cohort, int]
"""Whose number is to be small (1) or large (-1)."""
ENOUGH = LEAST - 1e-6
HALF = 0.5
EVERY_BIN = (1.0,) * BINS


def protects(pattern: Pattern, measures: Sequence[Told]) -> bool:
    """Whether every hidden number stays as uncertain as the least cohort is large.

    Every solution of a program is one possible world, for all cohorts at once: two that differ by
    enough are proof, and most cohorts need no program of their own.
    """
    return all(_protects(pattern, told) for told in measures)


def _protects(pattern: Pattern, told: Told) -> bool:
    hidden = _targets(pattern)
    if not hidden:
        return True
    known = _knowledge(pattern, told)
    worlds = [{cohort: float(len(pattern.members[cohort])) for cohort in hidden}]
    waiting = list(hidden)
    while waiting:
        for aims in _at_once(waiting):
            world = known.world(aims, hidden)
            if world is None:
                return False
            worlds.append(world)
        still = [cohort for cohort in waiting if _width(worlds, cohort) < ENOUGH]
        if len(waiting) == 1 and still:
            return False
        # Without progress together, one by one: what then stays narrow is narrow.
        waiting = still if len(still) < len(waiting) else still[:1]
        if not waiting:
            waiting = [cohort for cohort in hidden if _width(worlds, cohort) < ENOUGH]
    return True


def _at_once(waiting: Sequence[Cohort]) -> Iterator[Aims]:
    """All down and all up, then every other one."""
    signs = [1 if n % 2 else -1 for n in range(len(waiting))]
    together = dict.fromkeys(waiting, 1)
    each = [together] if len(waiting) == 1 else [together, dict(zip(waiting, signs, strict=True))]
    for aims in each:
        yield aims
        yield {cohort: -sign for cohort, sign in aims.items()}


def _width(worlds: Sequence[Mapping[Cohort, float]], cohort: Cohort) -> float:
    seen = [world[cohort] for world in worlds]
    return max(seen) - min(seen)


def attacked(pattern: Pattern, told: Told) -> Iterator[tuple[Cohort, Span]]:
    """For each hidden cohort the least and the greatest number that fits all that is known.

    Regions are in no table with anything else: a hidden one can be as large as all hidden regions
    together, whatever their scores, and `suppression` has seen to it that this is enough.
    """
    known = _knowledge(pattern, told)
    for cohort in _targets(pattern):
        low, high = (known.world({cohort: sign}, [cohort]) for sign in (1, -1))
        unsafe = Span(low=0, high=0)
        yield cohort, Span(low=low[cohort], high=high[cohort]) if low and high else unsafe


def _targets(pattern: Pattern) -> list[Cohort]:
    hidden = [c for c in pattern.hidden if c.kind is not Kind.REGION and pattern.members[c]]
    return sorted(hidden, key=lambda cohort: (cohort.industry, cohort.size))


@dataclass
class _Knowledge:
    """Equations and inequalities about the organisations by cohort and bin.

    Every cohort has columns of its own, and those of a sum are tied to those of its cells: rules
    about a sum then stay short, which makes the programs several times faster.
    """

    cells: tuple[Cohort, ...]
    first: dict[Cohort, int] = field(default_factory=dict)
    """The column of a cohort's lowest bin."""
    equal: list[tuple[Row, float]] = field(default_factory=list)
    at_most: list[tuple[Row, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for cell in self.cells:
            self.first[cell] = BINS * len(self.first)

    def add_sum(self, cohort: Cohort) -> None:
        own = [cell for cell in self.cells if _within(cell, cohort)]
        self.first[cohort] = BINS * len(self.first)
        for n in range(BINS):
            row = dict.fromkeys((self.first[cell] + n for cell in own), -1.0)
            self.equal.append((row | {self.first[cohort] + n: 1.0}, 0.0))

    def weighed(self, cohort: Cohort, weights: Sequence[float]) -> Row:
        """The sum over a cohort's bins, each with its weight."""
        start = self.first[cohort]
        return {start + n: weight for n, weight in enumerate(weights) if weight}

    def number(self, cohort: Cohort, exactly: int) -> None:
        self.equal.append((self.weighed(cohort, EVERY_BIN), float(exactly)))

    def below(self, cohort: Cohort, weights: Sequence[float], most: float) -> None:
        self.at_most.append((self.weighed(cohort, weights), most))

    def above(self, cohort: Cohort, weights: Sequence[float], least: float) -> None:
        self.below(cohort, [-weight for weight in weights], -least)

    @cached_property
    def rules(self) -> dict[str, object]:
        """All of it as `linprog` takes it, made once: the attack asks again and again."""
        width = BINS * len(self.first)
        return {
            "A_eq": _matrix(self.equal, width),
            "b_eq": [value for _, value in self.equal],
            "A_ub": _matrix(self.at_most, width) if self.at_most else None,
            "b_ub": [value for _, value in self.at_most] or None,
        }

    def world(self, aims: Aims, of: Sequence[Cohort]) -> dict[Cohort, float] | None:
        """Numbers that fit all that is known and go as far as they can where they are aimed.

        None where the program has no answer: then nothing is called safe.
        """
        from scipy.optimize import linprog  # noqa: PLC0415 - as long to load as all the rest

        costs = [0.0] * (BINS * len(self.first))
        for aim, sign in aims.items():
            for column in self.weighed(aim, EVERY_BIN):
                costs[column] += sign
        solved = linprog(costs, method="highs-ipm", **self.rules)
        if not solved.success:
            return None
        numbers = solved.x.reshape(-1, BINS).sum(axis=1)
        return {cohort: float(numbers[self.first[cohort] // BINS]) for cohort in of}


def _within(cell: Cohort, cohort: Cohort) -> bool:
    return cohort.industry in ((), cell.industry) and cohort.size in ((), cell.size)


def _knowledge(pattern: Pattern, told: Told) -> _Knowledge:
    """Numbers of all that is not hidden, and whatever is told of the scores of what is shown."""
    there = {cohort: own for cohort, own in pattern.members.items() if own}
    known = _Knowledge(tuple(c for c in there if c.kind is Kind.INDUSTRY_SIZE))
    for cohort, own in there.items():
        if cohort.kind is Kind.REGION:
            continue
        if cohort.kind is not Kind.INDUSTRY_SIZE:
            known.add_sum(cohort)
        if cohort not in pattern.hidden | pattern.untold:
            known.number(cohort, len(own))
        if cohort in told:
            _tell(known, cohort, told[cohort], len(own))
    return known


def _tell_mean(known: _Knowledge, cohort: Cohort, mean: int, *, off: float, n: int) -> None:
    known.below(cohort, [BIN * one for one in range(BINS)], (mean + off) * n)
    known.above(cohort, [BIN * (one + 1) for one in range(BINS)], (mean - off) * n)


def _tell(known: _Knowledge, cohort: Cohort, told: Distribution | Share, n: int) -> None:
    """What is told of a cohort of n says of its counts by bin."""
    if isinstance(told, Share):
        _tell_mean(known, cohort, told.percent, off=EVIDENCE_STEP / 2, n=n)
        return
    _tell_mean(known, cohort, told.mean, off=HALF, n=n)
    if told.counts is not None:
        running = 0
        for n_bins, count in enumerate(told.counts, start=1):
            running += count
            weights = [1.0] * n_bins + [0.0] * (BINS - n_bins)
            known.below(cohort, weights, running + STEP / 2)
            known.above(cohort, weights, running - STEP / 2)
    for limits, left_out in ((told.limits, 0), (told.limits_of_members, 1)):
        parts = len(limits or ()) + 1
        for part, limit in enumerate(limits or (), start=1):
            reached = part / parts * (n - left_out) + left_out / 2
            if limit < BINS:
                known.above(cohort, _up_to_the_middle_of(limit), reached)
            if limit > 0:
                known.below(cohort, _up_to_the_middle_of(limit - 1), reached)


def _up_to_the_middle_of(bin_: int) -> list[float]:
    return [1.0] * bin_ + [HALF] + [0.0] * (BINS - bin_ - 1)


def _matrix(rows: Sequence[tuple[Row, float]], width: int) -> "csr_array":
    from scipy.sparse import csr_array  # noqa: PLC0415

    places = [(n, column) for n, (row, _) in enumerate(rows) for column in row]
    values = [value for row, _ in rows for value in row.values()]
    across, down = [column for _, column in places], [row for row, _ in places]
    return csr_array((values, (down, across)), shape=(len(rows), width))
