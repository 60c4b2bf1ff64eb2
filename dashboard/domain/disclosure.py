"""What somebody can work out of the hidden cohorts who knows everything that a release says.

Numbers by industry and size are not all that is told: where the scores of an industry lie low and
those of a size lie high, few organisations can be in both. So the attack is made on numbers and
scores at once: a linear program whose unknowns are, for each measure, the organisations by
industry, size and five-point bin. One program holds all measures, the share of answers with
evidence among them: each alone may leave a number open that two of them narrow. It is stronger than
any reader: it takes the numbers of all that is shown as exact, where a release rounds them to five,
and knows which cohorts are empty.
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
World = Mapping[Cohort, float]
"""Numbers of hidden cohorts that fit all that is known."""
Row = dict[int, float]
ENOUGH = LEAST - 1e-6
AS_FAR_AS_CAN_BE = float("inf")
HALF = 0.5
EVERY_BIN = (1.0,) * BINS


def protects(pattern: Pattern, measures: Sequence[Told]) -> bool:
    """Whether every hidden number stays as uncertain as the least cohort is large.

    Every solution of the program is one possible world, for all cohorts at once: two that differ by
    enough are proof, and most cohorts need no program of their own.
    """
    hidden = _targets(pattern)
    if not hidden:
        return True
    known = _knowledge(pattern, measures)
    worlds: list[World] = [{cohort: float(len(pattern.members[cohort])) for cohort in hidden}]
    waiting = list(hidden)
    at_once = max(int(sum(worlds[0].values())) // (2 * LEAST), 1)
    while waiting:
        few = waiting[:: -(-len(waiting) // at_once)]
        for sign in (1, -1):
            world = known.world(sign, _enough(sign, few, worlds), hidden)
            if world is None:
                return False
            worlds.append(world)
            few = [cohort for cohort in few if _width(worlds, cohort) < ENOUGH]
            if not few:
                break
        still = [cohort for cohort in waiting if _width(worlds, cohort) < ENOUGH]
        if len(still) == len(waiting):
            # One that gets nowhere by itself is narrow; several may only be in each other's way.
            if at_once == 1:
                return False
            at_once //= 2
        waiting = still
    return True


def _enough(sign: int, waiting: Sequence[Cohort], worlds: Sequence[World]) -> dict[Cohort, float]:
    """How far each has to go to be far enough from the world that has it farthest the other way."""
    return {one: LEAST + min(sign * world[one] for world in worlds) for one in waiting}


def _width(worlds: Sequence[World], cohort: Cohort) -> float:
    seen = [world[cohort] for world in worlds]
    return max(seen) - min(seen)


def attacked(pattern: Pattern, measures: Sequence[Told]) -> Iterator[tuple[Cohort, Span]]:
    """For each hidden cohort the least and the greatest number that fits all that is known.

    Regions are in no table with anything else: a hidden one can be as large as all hidden regions
    together, whatever their scores, and `suppression` has seen to it that this is enough.
    """
    known = _knowledge(pattern, measures)
    for cohort in _targets(pattern):
        yield cohort, _span(known, cohort)


def _span(known: "_Knowledge", cohort: Cohort) -> Span:
    high, low = (known.world(sign, {cohort: AS_FAR_AS_CAN_BE}, [cohort]) for sign in (1, -1))
    unsafe = Span(low=0, high=0)
    return Span(low=low[cohort], high=high[cohort]) if low and high else unsafe


def _targets(pattern: Pattern) -> list[Cohort]:
    hidden = [c for c in pattern.hidden if c.kind is not Kind.REGION and pattern.members[c]]
    return sorted(hidden, key=lambda cohort: (cohort.industry, cohort.size))


@dataclass
class _Knowledge:
    """Equations and inequalities about the organisations by cohort, measure and bin.

    Every cohort has columns of its own, and those of a sum are tied to those of its cells: rules
    about a sum then stay short, which makes the program several times faster.
    """

    cells: tuple[Cohort, ...]
    measures: int
    first: dict[Cohort, int] = field(default_factory=dict)
    """The column of a cohort's lowest bin of the first measure; the others follow."""
    goal: dict[tuple[Cohort, int], int] = field(default_factory=dict)
    """The column that a number, or its negative, is pushed up by."""
    equal: list[tuple[Row, float]] = field(default_factory=list)
    at_most: list[tuple[Row, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for cell in self.cells:
            self._add(cell)
            for measure in range(1, self.measures):
                # Whoever is in a cell has a score of every measure.
                row = self.weighed(cell, [-1.0] * BINS)
                self.equal.append((row | self.weighed(cell, EVERY_BIN, measure), 0.0))

    def _add(self, cohort: Cohort) -> None:
        self.first[cohort] = self._each * len(self.first)

    @property
    def _each(self) -> int:
        """Columns of a cohort."""
        return BINS * self.measures

    def add_sum(self, cohort: Cohort) -> None:
        own = [cell for cell in self.cells if _within(cell, cohort)]
        self._add(cohort)
        for n in range(self._each):
            row = dict.fromkeys((self.first[cell] + n for cell in own), -1.0)
            self.equal.append((row | {self.first[cohort] + n: 1.0}, 0.0))

    def weighed(self, cohort: Cohort, weights: Sequence[float], measure: int = 0) -> Row:
        """The sum over a cohort's bins, each with its weight."""
        start = self.first[cohort] + BINS * measure
        return {start + n: weight for n, weight in enumerate(weights) if weight}

    def number(self, cohort: Cohort, exactly: int) -> None:
        self.equal.append((self.weighed(cohort, EVERY_BIN), float(exactly)))

    def aim_at(self, cohort: Cohort) -> None:
        """Two columns: one at most the number, one at most its negative."""
        for sign in (1, -1):
            column = self._each * len(self.first) + len(self.goal)
            self.goal[cohort, sign] = column
            self.at_most.append((self.weighed(cohort, [-sign] * BINS) | {column: 1}, 0))

    @cached_property
    def rules(self) -> dict[str, object]:
        """All of it as `linprog` takes it, made once: the attack asks again and again."""
        return {
            "A_eq": _matrix(self.equal, self._width),
            "b_eq": [value for _, value in self.equal],
            "A_ub": _matrix(self.at_most, self._width),
            "b_ub": [value for _, value in self.at_most],
        }

    @property
    def _width(self) -> int:
        return self._each * len(self.first) + len(self.goal)

    def world(
        self, sign: int, enough: Mapping[Cohort, float], of: Sequence[Cohort]
    ) -> World | None:
        """Numbers that fit all that is known, as large or, with a minus, as small as they can be.

        What goes beyond `enough` gains nothing, so that many get there at once. None where the
        program has no answer: then nothing is called safe.
        """
        from scipy.optimize import linprog  # noqa: PLC0415 - as long to load as all the rest

        counts = self._width - len(self.goal)
        costs = [0.0] * self._width
        bounds = [(0.0, AS_FAR_AS_CAN_BE)] * counts + [(-AS_FAR_AS_CAN_BE, 0.0)] * len(self.goal)
        for cohort, most in enough.items():
            column = self.goal[cohort, sign]
            costs[column], bounds[column] = -1.0, (-AS_FAR_AS_CAN_BE, most)
        solved = linprog(costs, bounds=bounds, method="highs-ipm", **self.rules)
        if not solved.success:
            return None
        numbers = solved.x[:counts].reshape(-1, self.measures, BINS)[:, 0].sum(axis=1)
        return {cohort: float(numbers[self.first[cohort] // self._each]) for cohort in of}


def _within(cell: Cohort, cohort: Cohort) -> bool:
    return cohort.industry in ((), cell.industry) and cohort.size in ((), cell.size)


def _knowledge(pattern: Pattern, measures: Sequence[Told]) -> _Knowledge:
    """Numbers of all that is not hidden, and whatever is told of the scores of what is shown."""
    there = {cohort: own for cohort, own in pattern.members.items() if own}
    cells = tuple(cohort for cohort in there if cohort.kind is Kind.INDUSTRY_SIZE)
    known = _Knowledge(cells, len(measures))
    for cohort, own in there.items():
        if cohort.kind is Kind.REGION:
            continue
        if cohort.kind is not Kind.INDUSTRY_SIZE:
            known.add_sum(cohort)
        if cohort not in pattern.hidden | pattern.untold:
            known.number(cohort, len(own))
        for measure, told in enumerate(measures):
            if cohort in told:
                _tell(_Told(known, cohort, measure, len(own)), told[cohort])
    for cohort in _targets(pattern):
        known.aim_at(cohort)
    return known


@dataclass(frozen=True)
class _Told:
    """Of whom, and of which measure, something is told."""

    known: _Knowledge
    cohort: Cohort
    measure: int
    n: int

    def below(self, weights: Sequence[float], most: float) -> None:
        row = self.known.weighed(self.cohort, weights, self.measure)
        self.known.at_most.append((row, most))

    def above(self, weights: Sequence[float], least: float) -> None:
        self.below([-weight for weight in weights], -least)

    def mean(self, mean: int, *, off: float) -> None:
        self.below([BIN * one for one in range(BINS)], (mean + off) * self.n)
        self.above([BIN * (one + 1) for one in range(BINS)], (mean - off) * self.n)


def _tell(about: _Told, told: Distribution | Share) -> None:
    """What is told of a cohort says of its counts by bin."""
    if isinstance(told, Share):
        about.mean(told.percent, off=EVIDENCE_STEP / 2)
        return
    about.mean(told.mean, off=HALF)
    if told.counts is not None:
        running = 0
        for n_bins, count in enumerate(told.counts, start=1):
            running += count
            weights = [1.0] * n_bins + [0.0] * (BINS - n_bins)
            about.below(weights, running + STEP / 2)
            about.above(weights, running - STEP / 2)
    for limits, left_out in ((told.limits, 0), (told.limits_of_members, 1)):
        parts = len(limits or ()) + 1
        for part, limit in enumerate(limits or (), start=1):
            reached = part / parts * (about.n - left_out) + left_out / 2
            if limit < BINS:
                about.above(_up_to_the_middle_of(limit), reached)
            if limit > 0:
                about.below(_up_to_the_middle_of(limit - 1), reached)


def _up_to_the_middle_of(bin_: int) -> list[float]:
    return [1.0] * bin_ + [HALF] + [0.0] * (BINS - bin_ - 1)


def _matrix(rows: Sequence[tuple[Row, float]], width: int) -> "csr_array":
    from scipy.sparse import csr_array  # noqa: PLC0415

    places = [(n, column) for n, (row, _) in enumerate(rows) for column in row]
    values = [value for row, _ in rows for value in row.values()]
    across, down = [column for _, column in places], [row for row, _ in places]
    return csr_array((values, (down, across)), shape=(len(rows), width))
