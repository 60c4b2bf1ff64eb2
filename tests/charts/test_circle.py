import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.circle import LARGEST, NARROWEST, SMALLEST, Circle, Name, circle


def around(*texts: str, mark: str = "") -> list[Name]:
    return [Name(text, 360 * n / len(texts), mark) for n, text in enumerate(texts)]


def radius(drawn: Circle) -> float:
    return NARROWEST / 2 - drawn.margin["l"]


def test_short_names_leave_a_larger_circle():
    short = circle(around("双向倾听", "个性化", "会员", "客户掌控"))
    long = circle(around("Two-way listening", "Personalising", "Membership", "Customer control"))

    assert radius(short) > radius(long) >= SMALLEST


def test_a_mark_behind_a_name_needs_room_too():
    names = ("Worth", "Listening", "Fair", "Customer")

    assert radius(circle(around(*names, mark=" –"))) < radius(circle(around(*names)))


def test_a_mark_needs_room_on_the_last_line_alone():
    long = "Content and insight"
    drawn = circle([Name(text, 30 * n, "\u00a0–") for n, text in enumerate([*["Offer"] * 2, long])])

    assert drawn.labels[-1] == "Content and<br>insight\u00a0–"


def test_margins_above_and_below_are_as_high_as_the_names_there():
    drawn = circle(around("Worth of the offer", "Fair", "Membership", "Fair"))

    assert drawn.labels == ("Worth of<br>the offer", "Fair", "Membership", "Fair")
    assert drawn.margin["t"] > drawn.margin["b"] > 15


def test_below_a_circle_whose_names_all_stand_higher_little_is_left_free():
    three = circle(around("A", "A", "A"))

    assert three.margin["b"] < three.margin["t"]


@pytest.mark.parametrize("names", [("A", "A"), ("Internationalisation", "Accountability") * 6])
def test_the_circle_stays_between_its_bounds(names):
    assert SMALLEST <= radius(circle(around(*names))) <= LARGEST


@given(
    st.lists(st.text(st.sampled_from("abc de-（）维度数据1"), max_size=40), min_size=1, max_size=30)
)
def test_any_names_have_a_circle_and_two_lines_at_most(texts):
    drawn = circle(around(*texts))

    assert len(drawn.labels) == len(texts)
    assert all(label.count("<br>") < 2 for label in drawn.labels)
    assert all(side >= 0 for side in drawn.margin.values())
