"""Agreement and correlations equal a second writing of the papers, on random ratings with gaps."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.agreement import agreement, summary
from dashboard.domain.agreement_indices import a_wg, ad_m, consensus, variance
from dashboard.domain.intraclass import Coefficient, intraclass
from dashboard.domain.mean_squares import one_way
from dashboard.domain.raters import lower_median
from tests.domain import raters_second_opinion as second
from tests.domain.raters_second_opinion import Matrix, Number
from tests.examples import scaled

Scale = tuple[list[int], int]


@st.composite
def items(draw: st.DrawFn) -> Scale:
    options = draw(st.integers(2, 10))
    return draw(st.lists(st.integers(1, options), max_size=12)), options


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """Up to 7 raters by 7 items; one in two is complete, the others have gaps."""
    level = st.integers(1, draw(st.integers(2, 7)))
    cell = draw(st.sampled_from([level, st.none() | level]))
    width = draw(st.integers(1, 7))
    return draw(st.lists(st.lists(cell, min_size=width, max_size=width), max_size=7))


def alike(number: Number | float) -> object:
    return None if number is None else pytest.approx(float(number), abs=1e-9)


@given(items())
def test_every_index_of_an_item(item: Scale):
    levels, options = item
    found, expected = agreement(levels, options), second.chance(options)

    assert found.r_wg_uniform == alike(second.r_wg(levels, expected))
    if options == 5:
        skewed = second.variance_of(second.SLIGHT_SKEW)
        assert found.r_wg_slight_skew == alike(second.r_wg(levels, skewed))
    else:
        assert found.r_wg_slight_skew is None
    assert a_wg(levels, options) == alike(second.a_wg(levels, options))
    assert ad_m(levels, options) == alike(second.ad_m(levels))
    assert consensus(levels, options) == alike(second.consensus(levels, options))
    assert lower_median(levels) == second.lower_median(levels)


@given(items())
def test_the_verdict_on_an_item(item: Scale):
    levels, options = item
    chance = second.variance_of(second.SLIGHT_SKEW) if options == 5 else second.chance(options)
    r_wg, a_wg_found = second.r_wg(levels, chance), second.a_wg(levels, options)

    low = r_wg is not None and r_wg < Fraction(1, 2)
    low |= a_wg_found is not None and a_wg_found < Fraction(3, 5)

    assert agreement(levels, options).contested == low


@given(st.lists(items(), max_size=8))
def test_the_agreement_over_items(several: list[Scale]):
    judged = [(levels, options) for levels, options in several if len(levels) >= 3]
    variances = [second.pairwise_variance(levels) for levels, _ in judged]
    expected = [second.chance(options) for _, options in judged]

    found = summary([agreement(levels, options) for levels, options in several])

    assert found.judged == len(judged)
    assert found.r_wg_j_uniform == alike(second.r_wg_j(variances, expected))


@given(items(), st.randoms())
def test_neither_the_order_of_raters_nor_the_direction_of_the_scale_matters(item, random):
    levels, options = item
    shuffled = random.sample(levels, len(levels))
    reversed_ = [options + 1 - level for level in levels]

    assert agreement(shuffled, options).model_dump() == close(agreement(levels, options))
    assert agreement(reversed_, options).model_dump() == close(agreement(levels, options))


def close(found: object) -> object:
    return pytest.approx(found.model_dump(), abs=1e-12)  # type: ignore[attr-defined]


@given(items())
def test_every_index_stays_within_its_range(item: Scale):
    levels, options = item
    found = agreement(levels, options)

    for value, low, high in (
        (found.r_wg_uniform, 0, 1),
        (found.r_wg_slight_skew, 0, 1),
        (found.a_wg, -1, 1),
        (found.ad_m, 0, (options - 1) / 2),
        (found.consensus, 0, 1),
    ):
        assert value is None or low - 1e-12 <= value <= high + 1e-12
    assert found.variance is None or variance(levels, options) == found.variance


def quotient(shared: Fraction, whole: Fraction) -> Number:
    return shared / whole if whole > 0 else None


def raw(coefficient: Coefficient | None) -> float | None:
    return coefficient.raw if coefficient else None


@pytest.mark.slow
@settings(max_examples=scaled(300))
@given(matrices())
def test_the_one_way_members(matrix: Matrix):
    found, expected = intraclass(matrix), second.one_way(matrix)
    if expected is None or not any(expected[:2]):
        assert (found.icc_1, found.icc_k) == (None, None)
        return
    between, within, k = expected

    assert raw(found.icc_1) == alike(quotient(between - within, between + (k - 1) * within))
    assert raw(found.icc_k) == alike(quotient(between - within, between))
    for member in (found.icc_1, found.icc_k):
        assert member
        assert member.low
        assert member.high
        assert 0 <= member.low.value <= member.value <= member.high.value <= 1


@pytest.mark.slow
@settings(max_examples=scaled(300))
@given(matrices())
def test_the_two_way_members(matrix: Matrix):
    found, expected = intraclass(matrix), second.two_way(matrix)
    members = [found.icc_a_1, found.icc_a_k, found.icc_c_1, found.icc_c_k]
    if expected is None or not any(expected):
        assert members == [None] * 4
        return
    rows, columns, error = expected
    kept, _ = second.answered(matrix)
    n, k = len(kept), len(kept[0])

    wholes = [
        rows + (k - 1) * error + Fraction(k, n) * (columns - error),
        rows + Fraction(1, n) * (columns - error),
        rows + (k - 1) * error,
        rows,
    ]

    assert [raw(member) for member in members] == [
        alike(quotient(rows - error, whole)) for whole in wholes
    ]
    assert all(0 <= member.value <= 1 for member in members if member)


@settings(max_examples=scaled(25))
@given(matrices())
def test_the_ends_of_an_interval_leave_one_case_in_forty(matrix: Matrix):
    squares, found = one_way(matrix), intraclass(matrix)
    if squares is None or not squares.between or not squares.within:
        return
    ratio, k = float(squares.between / squares.within), float(squares.k)
    above, below = squares.items - 1, squares.ratings - squares.items
    assert found.icc_1
    for end, share in ((found.icc_1.low, 0.025), (found.icc_1.high, 0.975)):
        assert end
        assert end.raw is not None
        supposed = ratio * (1 - end.raw) / (1 + (k - 1) * end.raw)
        assert second.f_tail(supposed, above, below, steps=600) == pytest.approx(share, abs=1e-6)
