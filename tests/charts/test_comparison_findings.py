"""Titles of comparisons and trends: what moved, in a sentence."""

import pytest

from dashboard.charts.comparison_findings import levels_finding, moves_finding, trend_finding
from dashboard.domain.comparison import Change
from tests.charts.sides import waves


def changes(*points: int | None, noise: float | None = None) -> list[Change]:
    return [
        Change(id=f"D{n}", before=50, now=None if one is None else 50 + one, noise=noise)
        for n, one in enumerate(points)
    ]


@pytest.mark.parametrize(
    ("points", "english", "chinese"),
    [
        (
            (17, 13, 8, 8, 8, 8, 5, 0, 1, 2, -2, -8),
            "Seven dimensions rose, one slipped, four are about the same",
            "七个维度上升，一个下降，四个基本持平",
        ),
        ((8, 0), "One dimension rose, one is about the same", "一个维度上升，一个基本持平"),
        ((-8, -9), "Two dimensions slipped", "两个维度下降"),
        ((-8, 0), "One dimension slipped, one is about the same", "一个维度下降，一个基本持平"),
        ((0, 1, 2), "All three dimensions are about the same", "三个维度基本持平"),
        (
            (8, None, None),
            "One dimension rose, two cannot be compared",
            "一个维度上升，两个无法比较",
        ),
        ((None, None), "Too few answers to compare", "答案太少，无法比较"),
    ],
)
def test_a_title_counts_what_moved(points: tuple[int | None, ...], english: str, chinese: str):
    assert moves_finding(changes(*points), "en") == english
    assert moves_finding(changes(*points), "zh") == chinese


def test_what_is_within_noise_counts_as_the_same():
    assert moves_finding(changes(8, 12, noise=9.1), "en") == (
        "One dimension rose, one is about the same"
    )


@pytest.mark.parametrize(
    ("points", "english", "chinese"),
    [
        (
            (8, 9, -5, 0),
            "Kestrel is higher on two dimensions, lower on one, about the same on one",
            "Kestrel：两个维度更高，一个更低，一个基本持平",
        ),
        ((-5, -6), "Kestrel is lower on two dimensions", "Kestrel：两个维度更低"),
        ((1, 0), "All two dimensions are about the same", "两个维度基本持平"),
        ((None,), "Too few answers to compare", "答案太少，无法比较"),
    ],
)
def test_of_two_brands_none_rises(points: tuple[int | None, ...], english: str, chinese: str):
    assert levels_finding(changes(*points), "en", last="Kestrel") == english
    assert levels_finding(changes(*points), "zh", last="Kestrel") == chinese


@pytest.mark.parametrize(
    ("scores", "versions", "said"),
    [
        ((40, 43, 46, 49, 52), "aaaaa", "Rising by about 3 points a wave"),
        ((52, 51, 50, 49, 48), "aaaaa", "Falling by about 1 point a wave"),
        ((50, 50.2, 50.4, 50.6, 50.8), "aaaaa", "No clear direction over 5 waves"),
        ((50, 50.4, 50.8, 51.2, 53), "aaaaa", "Rising by less than a point a wave"),
        ((40, 46, 41, 45, 42), "aaaaa", "No clear direction over 5 waves"),
        ((40, 43, 46, 49), "aaaa", "From 40 to 49 since wave 0"),
        ((40, 43, 41), "aaa", "About the same since wave 0: 41"),
        ((40, 43, 60), "aab", "A line begins at wave 2"),
        ((40, None), "ab", "No overall score yet"),
    ],
)
def test_a_trend_says_no_more_than_its_waves_bear(scores, versions, said):
    assert trend_finding(waves(*scores, versions=versions), "en") == said


@pytest.mark.parametrize(
    ("scores", "provisional", "said"),
    [
        ((49, 55, 43), (2,), "Provisional in wave 2: between 37 and 51"),
        ((49, 55, 43), (0,), "Provisional in wave 0: between 43 and 57"),
        ((49, 55, 43), (0, 2), "Provisional in wave 2: between 37 and 51"),
        ((49, 55, 43), (1,), "From 49 to 43 since wave 0"),
        ((40, 43, 46, 49, 52), (4,), "Provisional in wave 4: between 46 and 60"),
        ((40, 43, 46, 49, 52, 30), (5,), "Rising by about 3 points a wave"),
    ],
)
def test_to_and_from_a_provisional_score_no_change_is_claimed(scores, provisional, said):
    assert trend_finding(waves(*scores, provisional=provisional), "en") == said


def test_a_provisional_score_in_chinese():
    said = trend_finding(waves(49, 43, provisional=(1,)), "zh")

    assert said == "wave 1 为暂定：介于 37 与 51 之间"


@pytest.mark.parametrize(
    ("scores", "english", "chinese"),
    [
        (
            (40, 60, 49),
            "From 40 to 49 since wave 0: no more than rater noise",
            "自 wave 0 起，从 40 分到 49 分：未超出评分者噪声",
        ),
        ((40, 60, 50), "From 40 to 50 since wave 0", "自 wave 0 起，从 40 分到 50 分"),
        ((40, 60, 42), "About the same since wave 0: 42", "自 wave 0 起基本持平：42 分"),
        (
            (40, 42, 44, 46, 48),
            "No clear direction over 5 waves",
            "5 个期次中没有明确方向",
        ),
    ],
)
def test_no_direction_is_claimed_within_noise(scores, english, chinese):
    """With an error of 3.29 it takes 9.1 points from the first wave to the last."""
    trend = waves(*scores, sem={n: {"overall": 3.29} for n in range(len(scores))})

    assert trend_finding(trend, "en") == english
    assert trend_finding(trend, "zh") == chinese
