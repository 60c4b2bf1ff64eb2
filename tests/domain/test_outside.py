"""What is worked out of published tables: parts of a group, counts, and rank correlation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.outside import (
    Bar,
    Bars,
    Disclosure,
    Part,
    RatedProduct,
    SiteCategory,
    by_whole_rating,
    lowest_in,
    median_rating,
    rank_correlation,
)
from dashboard.domain.text import Text

NAME = Text(en="Shops", zh="商店")


@pytest.mark.parametrize(
    ("count", "part"),
    [
        (0, Part.BELOW),
        (6, Part.BELOW),
        (7, Part.MIDDLE),
        (13, Part.MIDDLE),
        (24, Part.MIDDLE),
        (25, Part.ABOVE),
    ],
)
def test_a_count_at_a_quartile_lies_in_the_middle_half(count: int, part: Part) -> None:
    shops = SiteCategory(name=NAME, sites=421, lower=7, median=13, upper=24)

    assert shops.part(count) is part


def rated(*ratings: float) -> list[RatedProduct]:
    return [
        RatedProduct(slug=str(n), name=str(n), rating=rating, replies={})
        for n, rating in enumerate(ratings)
    ]


def test_a_whole_rating_counts_upwards_and_ten_with_nine() -> None:
    assert by_whole_rating(rated(0, 0.99, 1, 9, 10)) == (2, 1, 0, 0, 0, 0, 0, 0, 0, 2)
    assert median_rating(rated(1, 2, 10)) == 2


def test_bars_stand_most_first_equals_as_they_were_and_those_without_a_value_last() -> None:
    values = {"a": 0.0, "b": None, "c": 7.0, "d": 9.0, "e": 7.0}
    bars = Bars(
        unit=NAME, bars=tuple(Bar(name=Text(en=n, zh=n), value=v) for n, v in values.items())
    )

    assert "".join(bar.name.en for bar in bars.most_first) == "dceab"


def disclosing(*pillars: float) -> Disclosure:
    names = ("value_exchange", "data_use", "stewardship")
    values = dict(zip(names, pillars, strict=True))
    return Disclosure(year=2020, company="A", sector=NAME, privacy=0, **values)


def test_whoever_is_equally_low_on_two_pillars_is_lowest_on_none() -> None:
    companies = [disclosing(50, 10, 20), disclosing(50, 10, 10), disclosing(0, 10, 10)]

    assert [lowest_in(companies, pillar) for pillar in range(3)] == [1, 1, 0]


def test_equal_values_share_the_mean_of_their_ranks() -> None:
    # Ranks 1.5 1.5 3 against 1 2 3: covariance 1.5, deviations 1.5 and 2, r = 1.5 / sqrt(3).
    found = rank_correlation([(5, 10), (5, 20), (6, 30)])

    assert found
    assert found.rho == pytest.approx(0.8660254)
    assert found.n == 3


@pytest.mark.parametrize("pairs", [[], [(1, 2), (2, 1)], [(1, 1), (1, 2), (1, 3)]])
def test_without_three_pairs_or_without_any_difference_there_is_no_correlation(
    pairs: list[tuple[float, float]],
) -> None:
    assert rank_correlation(pairs) is None


VALUES = st.integers(-5, 5).map(float)


@given(st.lists(st.tuples(VALUES, VALUES), max_size=12))
def test_rank_correlation_is_that_of_scipy(pairs: list[tuple[float, float]]) -> None:
    from scipy.stats import spearmanr

    found = rank_correlation(pairs)

    if found is not None:
        assert found.rho == pytest.approx(spearmanr(pairs).statistic)
