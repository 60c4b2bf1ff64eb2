"""Courses and their chance, against counting every order; and where a line breaks."""

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.comparison import Move
from dashboard.domain.detectable import OVERALL
from dashboard.domain.trend import Trend, TrendWave, course, mann_kendall, theil_sen
from tests.examples import scaled


def waves(*scores: float | None, versions: str = "") -> Trend:
    """Waves with these overall scores, each on the version that a letter names."""
    return Trend(
        waves=tuple(
            TrendWave(name=f"w{n}", questionnaire=version, overall=score, pillars={})
            for n, (score, version) in enumerate(
                zip(scores, versions or "a" * len(scores), strict=True)
            )
        )
    )


@pytest.mark.parametrize(("n", "p"), [(4, 1 / 12), (5, 1 / 60), (6, 1 / 360)])
def test_the_smallest_chance_is_what_the_method_says(n: int, p: float) -> None:
    """2 / n!: .083 for four waves, .017 for five (method, section on trends)."""
    s, found = mann_kendall(list(range(n)))

    assert s == n * (n - 1) // 2
    assert found == pytest.approx(p)


def test_one_pair_out_of_order_in_five() -> None:
    """S = 8. Of 120 orders one has no inversion and four have one, on either side: 10 / 120."""
    s, p = mann_kendall([1, 2, 4, 3, 5])

    assert s == 8
    assert p == pytest.approx(10 / 120)


@settings(max_examples=scaled(40))
@given(st.lists(st.integers(0, 4), min_size=2, max_size=6))
def test_the_chance_is_that_of_counting_every_order(values: list[int]) -> None:
    def s_of(order: tuple[int, ...]) -> int:
        return sum((later > one) - (later < one) for one, later in combinations(order, 2))

    s = s_of(tuple(values))
    orders = [abs(s_of(order)) >= abs(s) for order in permutations(values)]

    found, p = mann_kendall(values)
    assert found == s
    assert p == pytest.approx(sum(orders) / len(orders))


def test_many_waves_are_counted_and_not_approximated() -> None:
    """50, 51, 52, thirteen times, and 50: each has three rises, and two falls to the last."""
    s, p = mann_kendall([50 + (n % 3) for n in range(40)])

    assert s == 13 * 3 - 13 * 2
    assert 0.8 < p < 1


def test_scores_that_are_alike_to_two_decimals_are_tied() -> None:
    assert mann_kendall([50.001, 50.002, 50.003])[0] == 0


def test_the_slope_is_the_median_over_all_pairs() -> None:
    """Slopes 4, 3, 20/3, 2, 8, 14: between 4 and 20/3 lies 5 1/3."""
    assert theil_sen([(0, 40), (1, 44), (2, 46), (3, 60)]) == pytest.approx(16 / 3)


def test_a_missing_wave_keeps_its_place() -> None:
    """Four points over two waves are two points a wave."""
    assert theil_sen([(0, 40), (2, 44)]) == 2


def test_no_course_is_said_of_fewer_than_five_waves() -> None:
    assert course([(n, 40.0 + n) for n in range(4)]) is None
    assert waves(40, 42, None, 44, 46).course is None


def test_five_waves_that_rise_throughout_rise() -> None:
    found = waves(40, 43, 46, 49, 52).course

    assert found
    assert (found.waves, found.slope, found.tau_s) == (5, 3.0, 10)
    assert found.rises
    assert not found.falls


def test_five_waves_to_and_fro_go_nowhere() -> None:
    found = waves(40, 46, 41, 45, 42).course

    assert found
    assert (found.rises, found.falls) == (False, False)


def test_waves_that_are_provisional_have_no_say() -> None:
    rising = waves(40, 43, 46, 49, 52)
    open_ = [wave.model_copy(update={"bounds": (38.0, 42.0)}) for wave in rising.waves[:1]]

    assert Trend(waves=(*open_, *rising.waves[1:])).course is None


def test_five_waves_that_end_about_where_they_began_go_nowhere() -> None:
    """Every wave is higher than the one before, by a fiftieth of a point or by less than one."""
    for step in (0.02, 0.5):
        found = waves(*(40 + n * step for n in range(5))).course
        assert found
        assert found.p < 0.05
        assert not found.rises


def test_another_version_breaks_the_line_and_the_course_begins_anew() -> None:
    trend = waves(10, 20, 30, 40, 50, 60, versions="aaabbb")

    assert trend.segments == (range(3), range(3, 6))
    assert trend.breaks == (3,)
    assert trend.course is None


def test_going_back_to_an_older_version_breaks_the_line_again() -> None:
    assert waves(10, 20, 30, versions="aba").breaks == (1, 2)


def test_a_provisional_score_is_none_that_a_course_may_count() -> None:
    trend = waves(40, 43, 46, 49, 52)
    last = trend.waves[-1].model_copy(update={"bounds": (46.0, 60.0)})

    assert trend.course is not None
    assert Trend(waves=(*trend.waves[:-1], last)).course is None


def rated(*scores: float | None, sem: float, versions: str = "") -> Trend:
    """Waves whose raters are all as exact."""
    found = waves(*scores, versions=versions)
    error = {"sem": {OVERALL: sem, "VE": sem}}
    return Trend(waves=tuple(wave.model_copy(update=error) for wave in found.waves))


def test_a_step_is_within_noise_or_not() -> None:
    """With an error of 3.29 it takes 9.12 points."""
    steps = rated(40, 49, 59, 58, sem=3.29).steps(OVERALL)

    assert {n: step.move for n, step in steps.items()} == {
        1: Move.NOISE,
        2: Move.UP,
        3: Move.SAME,
    }
    assert [steps[n].within_noise for n in (1, 2, 3)] == [True, False, True]


def test_no_step_leads_over_a_break_or_from_a_missing_wave() -> None:
    steps = rated(40, None, 42, 44, sem=3.29, versions="aaab").steps(OVERALL)

    assert steps.keys() == {1, 2}
    assert {step.move for step in steps.values()} == {Move.UNKNOWN}
    assert not any(step.within_noise for step in steps.values())


def test_a_pillar_is_judged_by_its_own_error_and_a_provisional_score_is_not() -> None:
    trend = rated(40, 44, sem=3.29)
    last = trend.waves[-1].model_copy(update={"bounds": (38.0, 50.0), "pillars": {"VE": 60.0}})
    first = trend.waves[0].model_copy(update={"pillars": {"VE": 52.0}})
    found = Trend(waves=(first, last))

    assert found.steps(OVERALL)[1].move is Move.UNKNOWN
    assert found.steps("VE")[1].move is Move.NOISE
    assert found.steps("DU")[1].move is Move.UNKNOWN


def test_where_raters_are_unknown_no_step_is_within_noise() -> None:
    assert waves(40, 41, 49).steps(OVERALL)[2].move is Move.UP
    assert not waves(40, 41, 49).steps(OVERALL)[1].within_noise


def test_five_waves_that_end_within_noise_of_where_they_began_go_nowhere() -> None:
    """They rise by 8 in all; with an error of 2.8 it takes 7.76, with 3.29 it takes 9.12."""
    for sem, rises in ((2.8, True), (3.29, False)):
        found = rated(40, 42, 44, 46, 48, sem=sem).course
        assert found
        assert found.rises is rises


def test_the_ends_are_the_first_and_the_last_settled_score_of_the_line() -> None:
    ends = rated(10, 40, None, 49, sem=3.29, versions="abbb").ends

    assert ends
    assert (ends.before, ends.now, ends.move) == (40, 49, Move.NOISE)
    assert waves(None).ends is None
