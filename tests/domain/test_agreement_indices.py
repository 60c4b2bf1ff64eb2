"""The indices of agreement against published figures, vectors, and fractions worked by hand."""

from collections import Counter
from fractions import Fraction
from itertools import combinations_with_replacement
from math import factorial, floor, log2

import pytest

from dashboard.domain.agreement import CHANCE_R_WG, chance_r_wg
from dashboard.domain.agreement_indices import (
    SLIGHT_SKEW_OF_FIVE,
    a_wg,
    ad_m,
    consensus,
    r_wg,
    r_wg_j,
    r_wg_j_star,
    slight_skew_variance,
    uniform_variance,
    variance,
)
from tests.domain.rater_vectors import AGREEMENT, ITEMS, R_WG_J, SIX_DECIMALS, AgreementVector
from tests.domain.raters_second_opinion import SLIGHT_SKEW, variance_of

UNIFORM, SKEWED = uniform_variance(5), SLIGHT_SKEW_OF_FIVE


@pytest.mark.parametrize("vector", AGREEMENT.values(), ids=AGREEMENT)
def test_every_index_has_the_value_of_its_vector(vector: AgreementVector):
    levels = vector["ratings"]

    found = {
        "var": variance(levels, 5),
        "rwg_uniform": r_wg(levels, 5, UNIFORM),
        "rwg_slight_skew": r_wg(levels, 5, SKEWED),
        "awg": a_wg(levels, 5),
        "AD_M": ad_m(levels, 5),
        "Cns": consensus(levels, 5),
    }

    assert found == pytest.approx(
        {key: value for key, value in vector.items() if key in found}, abs=SIX_DECIMALS
    )


def test_consensus_has_the_published_value_on_seven_options():
    counts = [30, 40, 210, 130, 530, 50, 10]
    levels = [level for level, count in enumerate(counts, start=1) for _ in range(count)]

    assert consensus(levels, 7) == pytest.approx(0.7256876, abs=5e-8)


def test_chance_with_a_slight_skew_has_the_variance_of_its_distribution():
    assert variance_of(SLIGHT_SKEW) == Fraction("1.34")
    assert slight_skew_variance(5) == 1.34
    assert [slight_skew_variance(options) for options in (2, 3, 4, 6, 7)] == [None] * 5


@pytest.mark.parametrize(("options", "expected"), [(2, 0.25), (3, 2 / 3), (4, 1.25), (7, 4.0)])
def test_chance_without_a_skew_follows_from_the_number_of_options(options, expected):
    assert uniform_variance(options) == expected


def test_three_neighbours_agree_half_as_well_as_possible():
    # mean 3, deviations -1, 0, 1: s² = 2/2; widest at that mean: (18 - 9 - 5) * 3/2 = 6
    levels = [2, 3, 4]

    assert variance(levels, 5) == 1
    assert r_wg(levels, 5, UNIFORM) == Fraction(1, 2)
    assert r_wg(levels, 5, SKEWED) == pytest.approx(1 - 100 / 134)
    assert a_wg(levels, 5) == pytest.approx(1 - 2 / 6)
    assert ad_m(levels, 5) == pytest.approx(2 / 3)
    assert consensus(levels, 5) == pytest.approx(1 + 2 / 3 * log2(3 / 4))


def test_two_camps_at_the_ends_have_no_agreement_at_all():
    # mean 3, s² = 16/3, four thirds of 4; that is the widest variance there is
    levels = [1, 1, 5, 5]

    assert r_wg(levels, 5, UNIFORM) == 0
    assert a_wg(levels, 5) == -1
    assert ad_m(levels, 5) == 2
    assert consensus(levels, 5) == 0


def test_yes_and_no_in_equal_parts_have_no_agreement_at_all():
    levels = [1, 2, 1, 2]  # s² = 1/3 where blind answers give 1/4

    assert r_wg(levels, 2, uniform_variance(2)) == 0
    assert a_wg(levels, 2) == -1
    assert consensus(levels, 2) == 0


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_raters_who_all_say_the_same_agree_fully(level):
    levels = [level] * 4

    assert variance(levels, 5) == 0
    assert r_wg(levels, 5, UNIFORM) == r_wg(levels, 5, SKEWED) == 1
    assert a_wg(levels, 5) == 1
    assert ad_m(levels, 5) == 0
    assert consensus(levels, 5) == 1


def test_nobody_has_no_index():
    assert variance([], 5) is None
    assert r_wg([], 5, UNIFORM) is None
    assert a_wg([], 5) is None
    assert ad_m([], 5) is None
    assert consensus([], 5) is None


def test_one_rater_has_no_variance_and_agrees_with_nobody():
    assert variance([5], 5) is None
    assert r_wg([5], 5, UNIFORM) is None
    assert a_wg([5], 5) is None


@pytest.mark.parametrize("levels", [[3, 3], [1, 5], [5, 5]])
def test_two_raters_are_too_few_for_r_wg_and_a_wg(levels):
    assert r_wg(levels, 5, UNIFORM) is None
    assert a_wg(levels, 5) is None


@pytest.mark.parametrize(
    ("levels", "has_value"),
    [
        ([1, 1, 1, 5], True),  # M = 2, just the lowest mean: (1 * 3 + 5) / 4
        ([1, 1, 2, 3], False),
        ([1, 5, 5, 5], True),  # M = 4, just the highest: (5 * 3 + 1) / 4
        ([3, 4, 5, 5], False),
        ([5, 5, 5, 5], True),
    ],
)
def test_a_wg_has_no_value_where_the_mean_is_too_near_an_end(levels, has_value):
    assert (a_wg(levels, 5) is not None) == has_value


def test_a_wg_is_as_bad_as_possible_at_the_last_mean_that_it_can_judge():
    assert a_wg([1, 1, 1, 5], 5) == -1  # one against all is the widest at a mean of 2


def test_r_wg_of_many_items_is_that_of_one_if_there_is_one():
    assert r_wg_j([0.25]) == r_wg_j_star([0.25]) == 0.75


def test_r_wg_of_many_items_rises_with_their_number_alone():
    # q = 1/2: J/2 over J/2 + 1/2
    assert [r_wg_j([0.5] * j) for j in (1, 2, 3, 9)] == [1 / 2, 2 / 3, 3 / 4, 9 / 10]
    assert [r_wg_j_star([0.5] * j) for j in (1, 2, 3, 9)] == [1 / 2] * 4


def test_r_wg_of_many_items_is_zero_where_raters_differ_as_by_chance_or_more():
    assert r_wg_j([1.0, 1.0]) == r_wg_j([0.5, 2.0]) == 0
    assert r_wg_j_star([0.5, 2.0]) == -0.25


def test_no_item_has_no_agreement_over_items():
    assert r_wg_j([]) is None
    assert r_wg_j_star([]) is None


def test_the_worked_matrix_has_the_agreement_over_items_of_the_vector():
    variances = [spread for levels in ITEMS if (spread := variance(levels, 5)) is not None]
    uniform, skewed = ([spread / chance for spread in variances] for chance in (UNIFORM, SKEWED))

    assert r_wg_j(uniform) == pytest.approx(R_WG_J["rwgj_uniform"], abs=SIX_DECIMALS)
    assert r_wg_j(skewed) == pytest.approx(R_WG_J["rwgj_slight"], abs=SIX_DECIMALS)
    assert r_wg_j_star(uniform) == pytest.approx(0.838, abs=5e-4)
    assert r_wg_j_star(skewed) == pytest.approx(0.757, abs=5e-4)


@pytest.mark.slow
@pytest.mark.parametrize("k", CHANCE_R_WG)
def test_what_chance_alone_reaches_is_what_all_possible_answers_say(k):
    draws: Counter[Fraction] = Counter()
    for levels in combinations_with_replacement(range(1, 6), k):
        spread = Fraction(k * sum(x * x for x in levels) - sum(levels) ** 2, k * (k - 1))
        draws[max(Fraction(0), 1 - spread / 2)] += orders(levels)
    assert draws.total() == 5**k

    percentile = next(
        value
        for value in sorted(draws)
        if 20 * sum(draws[x] for x in draws if x <= value) >= 19 * draws.total()
    )

    assert floor(100 * percentile + Fraction(1, 2)) / 100 == CHANCE_R_WG[k]
    assert chance_r_wg(k) == CHANCE_R_WG[k]


def orders(levels: tuple[int, ...]) -> int:
    """In how many orders these levels can be given."""
    count = factorial(len(levels))
    for repeated in Counter(levels).values():
        count //= factorial(repeated)
    return count


@pytest.mark.parametrize(
    ("k", "entry"), [(0, None), (2, None), (14, 12), (29, 20), (31, 30), (300, 30)]
)
def test_between_its_entries_the_table_of_chance_takes_the_one_below(k, entry):
    assert chance_r_wg(k) == (None if entry is None else CHANCE_R_WG[entry])


@pytest.mark.parametrize("index", [variance, a_wg, ad_m, consensus])
def test_a_level_that_the_item_does_not_have_is_refused(index):
    with pytest.raises(ValueError, match=r"level 6 is outside 1\.\.5"):
        index([3, 6, 3], 5)
    with pytest.raises(ValueError, match=r"level 0 is outside 1\.\.5"):
        index([3, 0, 3], 5)


def test_an_item_with_one_option_is_refused():
    with pytest.raises(ValueError, match="1 options"):
        variance([1, 1, 1], 1)
