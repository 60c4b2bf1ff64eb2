"""Outside evidence: what others measured, as they measured it.

None of it is a score of ours, and nothing here compares it with one.
"""

from collections.abc import Sequence
from enum import Enum
from statistics import correlation, median
from typing import Final

from dashboard.domain.text import Frozen, Text

TRACKER_SOURCE: Final = "WhoTracks.me"
POLICY_SOURCE: Final = "PrivacySpy"
DISCLOSURE_SOURCE: Final = "Ranking Digital Rights"
"""Names that are the same in every language."""


class Part(Enum):
    """Where a count lies in a group of which quartiles are known."""

    BELOW = "below the lower quartile"
    MIDDLE = "from the lower quartile to the upper"
    ABOVE = "above the upper quartile"


class SiteCategory(Frozen):
    """Sites of one kind, and how many trackers a quarter, half and three quarters have at most."""

    name: Text
    sites: int
    lower: float
    median: float
    upper: float
    total: bool = False
    """Whether it is all sites, of every category and of none."""

    def part(self, count: float) -> Part:
        """A count at a quartile lies in the middle half: no more is known of it."""
        if count < self.lower:
            return Part.BELOW
        return Part.ABOVE if count > self.upper else Part.MIDDLE


class Reply(Frozen):
    """One way to answer a question of the rubric; `credit` is what it earns, in percent."""

    key: str
    text: Text
    credit: int
    products: int


class PolicyQuestion(Frozen):
    key: str
    section: Text
    text: Text
    replies: tuple[Reply, ...]

    @property
    def products(self) -> int:
        return sum(reply.products for reply in self.replies)

    @property
    def most_given(self) -> Reply:
        return max(self.replies, key=lambda reply: reply.products)

    def reply(self, key: str) -> Reply:
        return next(reply for reply in self.replies if reply.key == key)


RATING_TOP: Final = 10
"""Ratings go from 0 to so many."""


class RatedProduct(Frozen):
    slug: str
    name: str
    rating: float
    replies: dict[str, str]
    """Question to reply, by their keys."""


def by_whole_rating(products: Sequence[RatedProduct]) -> tuple[int, ...]:
    """How many products rate from 0 to under 1, from 1 to under 2, …; the last has 10 as well."""
    counts = [0] * RATING_TOP
    for product in products:
        counts[min(int(product.rating), RATING_TOP - 1)] += 1
    return tuple(counts)


def median_rating(products: Sequence[RatedProduct]) -> float:
    return median(product.rating for product in products)


class Disclosure(Frozen):
    """What a company tells the public about its rules, in percent of what is asked for.

    The three pillars are our map of the publisher's indicators. `value_exchange` covers clarity,
    control and access alone, and no benefit to the customer.
    """

    year: int
    company: str
    sector: Text
    privacy: float
    """The publisher's own total for privacy."""
    value_exchange: float
    data_use: float
    stewardship: float

    @property
    def pillars(self) -> tuple[float, float, float]:
        return self.value_exchange, self.data_use, self.stewardship


def lowest_in(companies: Sequence[Disclosure], pillar: int) -> int:
    """How many disclose least in this pillar, at a position from 0; a tie counts for none."""
    return sum(
        all(one.pillars[pillar] < other for n, other in enumerate(one.pillars) if n != pillar)
        for one in companies
    )


class Bar(Frozen):
    name: Text
    value: float | None
    """None where the source says nothing."""


class Bars(Frozen):
    """Values of one column of a source, in its own unit and order."""

    unit: Text
    bars: tuple[Bar, ...]

    @property
    def known(self) -> tuple[tuple[Bar, float], ...]:
        return tuple((bar, bar.value) for bar in self.bars if bar.value is not None)

    @property
    def most_first(self) -> tuple[Bar, ...]:
        """By value; those without one last, and equals as the source has them."""
        return tuple(sorted(self.bars, key=lambda bar: (bar.value is None, -(bar.value or 0))))


class Match(Frozen):
    """A company that two sources speak of."""

    company: str
    product: str
    rating: float
    disclosed: float


class Correlation(Frozen):
    rho: float
    n: int


def rank_correlation(pairs: Sequence[tuple[float, float]]) -> Correlation | None:
    """Spearman's rho, from -1 to 1: Pearson's r of the ranks, ties at the mean of their ranks.

    None for fewer than three pairs, and where one side is the same throughout.
    Spearman 1904, The American Journal of Psychology 15(1), 72-101.

    >>> rank_correlation([(1, 10), (2, 30), (3, 20)]).rho  # 1 - 6 (0 + 1 + 1) / (3 (9 - 1))
    0.5
    """
    sides = tuple(zip(*pairs, strict=True))
    if len(pairs) < 3 or any(len(set(side)) == 1 for side in sides):
        return None
    first, second = map(_ranks, sides)
    return Correlation(rho=correlation(first, second), n=len(pairs))


def _ranks(values: Sequence[float]) -> list[float]:
    return [
        sum(other < value for other in values) + (values.count(value) + 1) / 2 for value in values
    ]
