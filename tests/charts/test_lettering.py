import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.lettering import OVERHANG, broken, narrowest, shown, width, wrapped

TITLES = st.text(st.sampled_from("abc de-/<&#>“（）”。，维度数据1"), max_size=80)


def test_latin_breaks_between_words_into_lines_of_about_equal_width():
    assert broken("Leak response and accountability", 19) == ["Leak response and", "accountability"]
    assert broken("Two-way listening", 11) == ["Two-way", "listening"]


def test_chinese_breaks_into_equal_lines():
    assert broken("会员与品牌文化", 10) == ["会员与品", "牌文化"]
    assert broken("保管与合作方", 10) == ["保管与", "合作方"]


def test_a_chinese_line_neither_begins_with_a_closing_nor_ends_with_an_opening_mark():
    assert broken("数据，分享（合作）方", 6) == ["数据，", "分享", "（合", "作）方"]


def test_a_text_that_just_exceeds_the_limit_stays_on_one_line():
    assert broken("Safekeeping", 10) == ["Safekeeping"]


def test_a_word_that_no_line_holds_is_broken_into_equal_parts():
    assert broken("Internationalisation", 11) == ["Internatio-", "nalisation"]


def test_what_takes_too_many_lines_ends_in_an_ellipsis():
    assert broken("One two three four five six", 9, most=2) == ["One two", "three…"]


def test_mark_up_entities_and_reserved_colours_are_shown_as_they_were_written():
    assert shown("<b>R&D</b>") == "&lt;b&gt;R&amp;D&lt;/b&gt;"
    assert shown("&lt;") == "&amp;lt;"
    assert shown("#000004") == "&#35;000004"


def test_only_the_breaks_between_lines_are_mark_up():
    assert wrapped("<i>one</i> <br> two", 10) == "&lt;i&gt;one&lt;/i&gt;<br>&lt;br&gt; two"


@pytest.mark.parametrize(
    ("text", "most", "letters"),
    [
        ("Two-way listening", 2, 9),
        ("Two-way listening", 1, 17),
        ("Safekeeping", 2, 11),
        ("双向倾听", 2, 4),
        ("不止于销售", 2, 6),
        ("", 2, 0),
    ],
)
def test_how_narrow_a_text_can_be_without_a_broken_word(text, most, letters):
    assert narrowest(text, most) == letters


@given(TITLES, st.integers(1, 3))
def test_a_text_breaks_into_no_more_lines_at_its_narrowest(text, most):
    assert len(broken(text, narrowest(text, most))) <= most


@given(TITLES, st.integers(4, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text, limit):
    lines = broken(text, limit)

    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == "".join(text.split()).replace("-", "")
    marks = sum(width(letter) for letter in text if letter in "“”（）。，")
    assert all(width(line) <= limit + OVERHANG + marks for line in lines)


@given(TITLES, st.integers(4, 30), st.integers(1, 3))
def test_there_are_never_more_lines_than_allowed(text, limit, most):
    assert len(broken(text, limit, most=most)) <= most


@pytest.mark.parametrize("text", ["", " ", "（（", "-", "…", "\u200d"])
def test_odd_texts_are_no_error(text):
    assert broken(text, 5) == [" ".join(text.split())]
