"""The trend by its data and its words."""

from dashboard.charts.ink import NEUTRAL
from dashboard.charts.trend import describe_trend_lines, trend_lines
from tests.builders import data_trust
from tests.charts.drawing import drawn, lettering, traces
from tests.charts.sides import waves


def line(figure: object, number: int = -1) -> list[tuple[float, float | None]]:
    """One line's points; the last is the overall score's."""
    trace = traces(figure, "scatter")[number]
    return list(zip(trace["x"], trace["y"], strict=True))


def test_the_line_runs_through_every_wave() -> None:
    figure = trend_lines(data_trust(), waves(38, 41, 45, VE=55), "en")

    assert line(figure)[:3] == [(0, 38), (1, 41), (2, 45)]
    assert line(figure, 0)[:3] == [(0, 55), (1, 55), (2, 55)]


def test_a_wave_without_a_score_interrupts_the_line() -> None:
    figure = trend_lines(data_trust(), waves(38, None, 45), "en")

    assert line(figure)[1] == (1, None)
    assert traces(figure, "scatter")[-1]["connectgaps"] is False


def test_another_version_breaks_every_line_and_says_so() -> None:
    figure = trend_lines(data_trust(), waves(38, 41, 45, versions="aab", VE=50), "en")

    for number in (0, -1):
        assert (1.5, None) in line(figure, number)
    (mark,) = (s for s in drawn(figure)["layout"]["shapes"] if s["line"].get("dash") == "dot")
    assert (mark["x0"], mark["x1"]) == (1.5, 1.5)
    assert "not comparable" in lettering(figure)


def test_a_provisional_score_has_an_open_mark() -> None:
    figure = trend_lines(data_trust(), waves(38, 41, provisional=(1,)), "en")

    assert traces(figure, "scatter")[-1]["marker"]["symbol"][:2] == ["circle", "circle-open"]
    assert "<b>38</b>" in lettering(figure)
    assert "<b>35–49</b>" in lettering(figure)


def test_many_waves_are_not_all_named_and_the_newest_always_is() -> None:
    ticks = drawn(trend_lines(data_trust(), waves(*range(30, 50)), "en"))["layout"]["xaxis"]

    assert len(ticks["tickvals"]) <= 7
    assert ticks["tickvals"][-1] == 19


def test_the_words_give_every_value_and_every_break() -> None:
    trend = waves(38, None, 45, versions="aab", provisional=(2,), VE=55)

    told = describe_trend_lines(data_trust(), trend, "en")

    assert "The lines break before wave 2." in told
    assert "Overall: wave 0, 38; wave 1, no score; wave 2, between 39 and 53 (provisional)." in told
    assert "Value exchange: wave 0, 55;" in told
    assert "Stewardship: wave 0, no score;" in told
    assert "折线在 wave 2 之前断开。" in describe_trend_lines(data_trust(), trend, "zh")


ROOM = {"overall": 3.29, "VE": 3.29}
"""It takes 9.1 points."""


def test_a_step_within_noise_is_grey_and_dashed_and_no_part_of_the_line() -> None:
    trend = waves(40, 49, 60, sem={0: ROOM, 1: ROOM, 2: ROOM}, DU=50)

    figure = trend_lines(data_trust(), trend, "en")

    dashes = traces(figure, "scatter")[0]
    assert list(zip(dashes["x"], dashes["y"], strict=True)) == [(0, 40), (1, 49), (1, None)]
    assert (dashes["line"]["color"], dashes["mode"]) == (NEUTRAL, "lines")
    assert dashes["line"]["dash"]
    assert line(figure)[:4] == [(0, 40), (0.5, None), (1, 49), (2, 60)]
    assert line(figure, 2)[:3] == [(0, 50), (1, 50), (2, 50)]  # of data use no error is known


def test_a_pillar_within_noise_is_dashed_by_itself() -> None:
    figure = trend_lines(data_trust(), waves(40, 60, sem={0: ROOM, 1: ROOM}, VE=50), "en")

    assert traces(figure, "scatter")[0]["y"][:2] == [50, 50]
    assert line(figure)[:2] == [(0, 40), (1, 60)]


def test_without_raters_no_line_is_dashed() -> None:
    found = traces(trend_lines(data_trust(), waves(40, 49, VE=50), "en"), "scatter")

    assert len(found) == 4
    assert all("dash" not in trace["line"] for trace in found)


def test_the_words_name_the_steps_within_noise() -> None:
    trend = waves(40, 49, 60, 59, sem=dict.fromkeys(range(4), ROOM))

    told = describe_trend_lines(data_trust(), trend, "en")

    assert (
        "Overall: wave 0, Defined 40; wave 1, Defined 49, up 9, within rater noise; "
        "wave 2, Defined 60; wave 3, Defined 59, about the same." in told
    )
    assert "wave 1，规范 49，上升 9 分，在评分者噪声之内；" in describe_trend_lines(
        data_trust(), trend, "zh"
    )


def number_at(figure: object) -> list[int]:
    """Whether each wave's number stands above its mark (1) or below it (-1)."""
    notes = drawn(figure)["layout"]["annotations"]
    return [1 if note["yanchor"] == "bottom" else -1 for note in notes]


def test_a_number_stands_where_it_hides_the_fewer_marks() -> None:
    """Eleven points are hidden; pillars right on the mark, or further off, do not count."""
    assert number_at(trend_lines(data_trust(), waves(50, VE=55, DU=58, ST=44), "en")) == [-1]
    assert number_at(trend_lines(data_trust(), waves(50, VE=55, DU=50, ST=44), "en")) == [1]
    assert number_at(trend_lines(data_trust(), waves(50, VE=62, DU=50, ST=70), "en")) == [1]
    assert number_at(trend_lines(data_trust(), waves(8, VE=12), "en")) == [1]


def test_a_band_that_is_held_is_named_and_not_the_one_of_the_score() -> None:
    trend = waves(96, 97, bands={0: "defined", 1: "leading"}, VE=98)

    told = describe_trend_lines(data_trust(), trend, "en")

    assert "Overall: wave 0, Defined 96 (held); wave 1, Leading 97." in told
    assert "Value exchange: wave 0, Leading 98;" in told
    assert traces(trend_lines(data_trust(), trend, "en"), "scatter")[-1]["customdata"][0] == [
        "Overall · wave 0",
        "Defined 96 (held)",
    ]


def test_on_another_version_no_band_of_the_newest_one_is_named() -> None:
    told = describe_trend_lines(data_trust(), waves(38, 41, versions="ab", VE=55), "en")

    assert "Overall: wave 0, 38; wave 1, Defined 41." in told
    assert "Value exchange: wave 0, 55; wave 1, Defined 55." in told
