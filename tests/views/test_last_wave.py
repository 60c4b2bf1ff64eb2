"""Last wave's answers, shown and used again only when asked for."""

import pytest

from tests.builders import all_at, data_trust
from tests.views.material import NOW, THEN, begin, stored
from tests.views.visiting import assess


@pytest.fixture
def second_wave() -> str:
    begin(all_at(4, VE1_2=1, VE1_3="DK"), wave=THEN, complete=True)
    return begin(wave=NOW)


def test_a_new_wave_is_empty_and_shows_last_waves_answers_on_demand(second_wave: str) -> None:
    tab = assess(second_wave)
    then = data_trust().items_by_id["VE1.1"].option(4).text.en
    assert tab.chosen("VE1.1", "VE1.2", "VE1.3") == [None] * 3
    assert tab.text.count(then) == 1

    tab.press("last-VE1.1-en")

    assert tab.text.count(then) == 2
    assert "Level 4 · **Managed**" in tab.text
    assert stored(second_wave, "VE1.1") == [None]


def test_last_waves_answer_is_used_again_one_by_one(second_wave: str) -> None:
    tab = assess(second_wave).press("last-VE1.1-en")

    tab.press("again-VE1.1-en")

    assert stored(second_wave, "VE1.1", "VE1.2") == [4, None]
    assert tab.chosen("VE1.1", "VE1.2") == [4, None]
    assert "1 of 36 done" in tab.text


def test_last_waves_answers_are_used_for_all_open_questions_of_the_dimension(
    second_wave: str,
) -> None:
    tab = assess(second_wave).answer("VE1.1", 2).run()

    tab.press_label("Use the answers of 2026-Q2 for 2 open questions")

    assert stored(second_wave, "VE1.1", "VE1.2", "VE1.3") == [2, 1, "dont_know"]
    assert tab.chosen("VE1.1", "VE1.2", "VE1.3") == [2, 1, "dont_know"]
    assert not tab.keys("adopt")
    assert stored(second_wave, "VE2.1") == [None]


def test_without_a_wave_before_nothing_of_it_is_offered() -> None:
    tab = assess(begin())

    assert not tab.keys("last-")
    assert not tab.keys("adopt-")
