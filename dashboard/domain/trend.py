"""A brand over its waves: where its line breaks, and whether it goes anywhere.

A line joins waves of one questionnaire version alone. Nothing is said of a direction before five
waves: with fewer, even a rise at every wave could be chance.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, groupby
from statistics import median

from dashboard.domain.comparison import Change, Move
from dashboard.domain.detectable import OVERALL, noise_of
from dashboard.domain.text import Frozen

FEWEST_WAVES = 5
"""From which direction is judged. The smallest two-sided p is 2/5! = .017; of four waves .083."""
DECIMALS = 2
"""To which scores are compared: closer ones are tied."""
CHANCE = 0.05


class TrendWave(Frozen):
    """One wave; a score that is not published is None."""

    name: str
    questionnaire: str
    """`id@version`"""
    overall: float | None
    pillars: Mapping[str, float | None]
    bounds: tuple[float, float] | None = None
    """Between which the overall score lies while missing answers decide its band; else None."""
    band: str | None = None
    """The key of the band that was awarded, gates included; None without one."""
    sem: Mapping[str, float] = {}
    """By pillar and `OVERALL`: the standard error in points, where raters are known."""

    @property
    def provisional(self) -> bool:
        return self.bounds is not None

    @property
    def settled(self) -> float | None:
        """The overall score, unless it is provisional: then there is none to compare."""
        return None if self.provisional else self.overall

    def compared(self, part: str) -> float | None:
        """The score of a pillar, or the overall one, as far as there is one to compare."""
        return self.settled if part == OVERALL else self.pillars.get(part)


class Course(Frozen):
    """Where a line goes.

    slope: points a wave, Theil and Sen's. tau_s: Kendall's S. p: of Mann and Kendall, two-sided and
    exact.
    """

    waves: int
    slope: float
    tau_s: int
    p: float
    level: bool = False
    """Whether the last score is about the same as the first, or within its raters' noise.

    Whatever lies between.
    """

    @property
    def rises(self) -> bool:
        return self.slope > 0 and self.p < CHANCE and not self.level

    @property
    def falls(self) -> bool:
        return self.slope < 0 and self.p < CHANCE and not self.level


class Trend(Frozen):
    """A brand's waves, the earliest first."""

    waves: tuple[TrendWave, ...]

    @property
    def segments(self) -> tuple[range, ...]:
        """Positions of neighbouring waves that one line may join."""
        positions = groupby(range(len(self.waves)), key=lambda n: self.waves[n].questionnaire)
        found = [list(group) for _, group in positions]
        return tuple(range(group[0], group[-1] + 1) for group in found)

    @property
    def breaks(self) -> tuple[int, ...]:
        """The positions at which a new line begins."""
        return tuple(segment.start for segment in self.segments[1:])

    def steps(self, part: str) -> dict[int, Change]:
        """From each wave to the next on one line, by the position of the later one."""
        return {n: self.between(part, n - 1, n) for line in self.segments for n in line[1:]}

    def between(self, part: str, one: int, other: int) -> Change:
        """What became of a score from one position to another."""
        before, now = self.waves[one], self.waves[other]
        return Change(
            id=part,
            before=before.compared(part),
            now=now.compared(part),
            noise=noise_of(before.sem.get(part), now.sem.get(part)),
        )

    @property
    def ends(self) -> Change | None:
        """From the first settled score since the last break to the last; None if there is none."""
        placed = [n for n in self.segments[-1] if self.waves[n].settled is not None]
        return self.between(OVERALL, placed[0], placed[-1]) if placed else None

    @property
    def course(self) -> Course | None:
        """Of the settled scores since the last break; None with fewer than five of them."""
        scores = (self.waves[n].settled for n in self.segments[-1])
        placed = [(n, value) for n, value in enumerate(scores) if value is not None]
        return course(placed, noise=self.ends.noise if self.ends else None)


def course(placed: Sequence[tuple[int, float]], *, noise: float | None = None) -> Course | None:
    """The course of scores that stand at these waves, counted through; None below five.

    noise: the minimum detectable change between the first and the last of them.
    """
    if len(placed) < FEWEST_WAVES:
        return None
    s, p = mann_kendall([value for _, value in placed])
    ends = Change(id=OVERALL, before=placed[0][1], now=placed[-1][1], noise=noise)
    level = ends.move in {Move.SAME, Move.NOISE}
    return Course(waves=len(placed), slope=theil_sen(placed), tau_s=s, p=p, level=level)


def theil_sen(placed: Sequence[tuple[int, float]]) -> float:
    """The median of the slopes between all pairs: one wild value in five cannot turn it.

    Sen 1968, Journal of the American Statistical Association 63(324), 1379-1389.

    >>> theil_sen([(0, 40.0), (1, 43.0), (2, 46.0), (3, 100.0), (4, 52.0)])
    3.0
    """
    return median(
        (later[1] - one[1]) / (later[0] - one[0]) for one, later in combinations(placed, 2)
    )


def mann_kendall(values: Sequence[float]) -> tuple[int, float]:
    """Kendall's S of values in time, and the exact two-sided p of an |S| as large by chance.

    S counts the pairs that rise less those that fall. Every order of the values, ties among them,
    is as likely as any other if there is no trend; how many have which S is counted, not
    approximated. Kendall 1975, Rank Correlation Methods, 4th edition; Mann 1945, Econometrica
    13(3), 245-259.

    >>> s, p = mann_kendall([40, 41, 45, 50, 52])  # one order of 120 rises throughout, one falls
    >>> s, round(p, 4)
    (10, 0.0167)
    """
    rounded = [round(value, DECIMALS) for value in values]
    s = sum((later > one) - (later < one) for one, later in combinations(rounded, 2))
    ties = list(Counter(rounded).values())
    inversions = _inversions(ties)
    untied = len(inversions) - 1
    extreme = sum(n for falls, n in enumerate(inversions) if abs(untied - 2 * falls) >= abs(s))
    return s, extreme / sum(inversions)


def _inversions(groups: Sequence[int]) -> list[int]:
    """How many orders of tied groups of these sizes have 0, 1, 2 … pairs that fall.

    The Gaussian multinomial coefficient [n]! / ([t_1]! [t_2]! …): MacMahon 1913.
    """
    found = [1]
    for size in range(1, sum(groups) + 1):
        found = _times(found, size)
    for group in groups:
        for size in range(1, group + 1):
            found = _by(found, size)
    return found


def _times(polynomial: Sequence[int], size: int) -> list[int]:
    """Times 1 + q + … + q^(size - 1)."""
    product = [0] * (len(polynomial) + size - 1)
    for power, n in enumerate(polynomial):
        for step in range(size):
            product[power + step] += n
    return product


def _by(polynomial: Sequence[int], size: int) -> list[int]:
    """The exact quotient by 1 + q + … + q^(size - 1)."""
    quotient: list[int] = []
    for power in range(len(polynomial) - size + 1):
        taken = sum(quotient[max(0, power - size + 1) :])
        quotient.append(polynomial[power] - taken)
    return quotient
