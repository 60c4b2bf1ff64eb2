"""Frontiers of effort on few choices, with numbers to check by hand."""

from itertools import product
from random import Random

import numpy as np
import pytest

from dashboard.domain import frontier
from dashboard.domain.frontier import Frontier, all_joined, joined
from dashboard.domain.rise import Rise


def ladder(id_: str, *steps: tuple[int, float]) -> Frontier:
    """An item by what each of its steps takes and brings."""
    rises = [
        Rise(item_id=id_, level=n, to_level=n + 1, effort=units, points=points)
        for n, (units, points) in enumerate(steps, start=1)
    ]
    return Frontier.of_item(rises, [units for units, _ in steps])


def told(one: Frontier) -> list[tuple[int, float]]:
    return [(int(at), float(gain)) for at, gain in zip(one.units, one.gains, strict=True)]


def test_of_two_items_only_choices_that_gain_more_than_cheaper_ones_are_kept() -> None:
    """A: 10 for 2, then 30 for 1 more. B: 20 for 3, so that B alone is never worth its effort."""
    both = joined(ladder("A", (2, 10), (1, 30)), ladder("B", (3, 20)), 9)

    assert told(both) == [(0, 0), (2, 10), (3, 40), (6, 60)]
    assert [(rise.item_id, rise.level) for rise in both.taken(2)] == [("A", 1), ("A", 2)]
    assert {rise.item_id for rise in both.taken(3)} == {"A", "B"}


def test_of_equal_choices_the_one_further_from_its_best_is_taken() -> None:
    """The second step of A and the first of B bring the same for the same."""
    a, b = ladder("A", (1, 20), (2, 10)), ladder("B", (2, 10), (9, 90))

    for both in (joined(a, b, 3), joined(b, a, 3)):
        assert told(both) == [(0, 0), (1, 20), (3, 30)]
        assert {(rise.item_id, rise.level) for rise in both.taken(2)} == {("A", 1), ("B", 1)}


def test_what_takes_more_than_there_is_is_no_choice() -> None:
    assert told(joined(ladder("A", (2, 10)), ladder("B", (3, 20)), 3)) == [(0, 0), (2, 10), (3, 20)]
    assert told(joined(ladder("A", (4, 10)), Frontier.nothing(), 3)) == [(0, 0)]


def test_gates_and_what_is_forced_shorten_a_frontier() -> None:
    item = ladder("A", (2, 10), (1, 30), (5, 60))

    assert told(item.reaching(40)) == [(3, 40), (8, 100)]
    assert told(item.from_height(1)) == [(2, 10), (3, 40), (8, 100)]
    assert told(item.above(50).reaching(60 + 1e-10)) == [(2, 60), (3, 90), (8, 150)]
    assert len(item.reaching(101)) == len(joined(item.reaching(101), item, 9)) == 0


def test_what_counts_for_nothing_is_as_cheap_as_it_can_be() -> None:
    item = ladder("A", (2, 10), (1, 30))

    assert told(item.times(0.5)) == [(0, 0), (2, 5), (3, 20)]
    assert told(item.from_height(1).times(0)) == [(2, 0)]
    assert told(item.reaching(99).times(0)) == []


def test_the_weaker_of_two_rises_with_both() -> None:
    weaker = joined(ladder("A", (1, 10)), ladder("B", (2, 20)), 9, np.minimum)

    assert told(weaker) == [(0, 0), (3, 10)]


def test_the_most_for_an_effort_is_that_of_the_choices_it_buys() -> None:
    item = ladder("A", (2, 10), (1, 30)).reaching(10)

    assert item.at_most(np.array([1, 2, 9])).tolist() == [-np.inf, 10, 40]


@pytest.mark.parametrize("units_at_most", [frontier.MOST_UNITS, 0])
@pytest.mark.parametrize("seed", range(20))
def test_joining_by_units_and_by_pairs_finds_what_trying_everything_finds(
    seed: int, units_at_most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(seed)
    steps = [
        [
            (random.randint(1, 4), random.choice([5.0, 7.5, 25.0]))
            for _ in range(random.randint(0, 3))
        ]
        for _ in range(5)
    ]
    most = random.randint(0, 20)
    tried = [
        tuple(
            sum(part)
            for part in zip(
                (0, 0.0), *(s for n, h in enumerate(heights) for s in steps[n][:h]), strict=True
            )
        )
        for heights in product(*(range(len(one) + 1) for one in steps))
    ]

    monkeypatch.setattr(frontier, "MOST_UNITS", units_at_most)
    whole = all_joined([ladder(str(n), *one) for n, one in enumerate(steps)], most)

    bought = sorted({units for units, _ in tried if units <= most})
    best = [(units, max(gain for at, gain in tried if at <= units)) for units in bought]
    climbing = [one for n, one in enumerate(best) if n == 0 or one[1] > best[n - 1][1]]
    assert told(whole) == climbing
    for n, (units, gain) in enumerate(climbing):
        taken = whole.taken(n)
        assert sum(rise.effort for rise in taken) == units
        assert sum(rise.points for rise in taken) == pytest.approx(gain)
