"""Last wave's answers, shown and used again only when asked for."""

import pytest

from dashboard.domain.answer import Answer
from tests.builders import all_at, data_trust
from tests.views.material import FIRST, NOW, THEN, begin, stored
from tests.views.visiting import Tab, assess


@pytest.fixture
def second_wave() -> str:
    begin(all_at(4, VE1_2=1, VE1_3="DK"), wave=THEN, complete=True)
    return begin(wave=NOW)


def test_a_new_wave_is_empty_and_shows_last_waves_answers_on_demand(second_wave: str) -> None:
    tab = assess(second_wave)
    then = data_trust().items_by_id["VE1.1"].option(4).text.en
    assert tab.chosen("VE1.1", "VE1.2", "VE1.3") == [None] * 3
    assert tab.text.count(then) == 1

    tab.look("last", "VE1.1")

    assert tab.text.count(then) == 2
    assert "Level 4 · **Managed**" in tab.text
    assert stored(second_wave, "VE1.1") == [None]


def test_last_waves_answer_is_used_again_one_by_one(second_wave: str) -> None:
    tab = assess(second_wave).look("last", "VE1.1")

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

    assert "Last time" not in tab.text
    assert not tab.keys("adopt-")


def test_a_change_is_measured_from_the_last_wave_that_has_a_score() -> None:
    begin(all_at(3), wave=FIRST)
    begin({"VE1.1": Answer.at(5)}, wave=THEN)
    now = begin(all_at(4), wave=NOW)

    card, results = Tab(), Tab("results", assessment=now)

    assert f"Since {FIRST}" in card.text
    assert card.text.count("↑ up 25") == 4
    assert f"Thin outline: {FIRST}" in results.text
    assert f"Compare with {FIRST}" in results.labels


def test_without_any_score_before_it_is_the_wave_before() -> None:
    begin({"VE1.1": Answer.at(5), "VE1.2": Answer.at(3)}, wave=THEN)
    begin(all_at(4), wave=NOW)

    assert f"Since {THEN}" in Tab().text
