from dashboard.charts.keys import evidence_key, level_bars_key, rose_key
from dashboard.domain.scoring import score
from tests.builders import all_at, data_trust, worked_brand
from tests.charts.drawing import BOTH, partly_answered, scored


def test_the_key_of_the_rose_explains_the_marks_that_are_drawn():
    result = score(data_trust(), all_at(3))

    plain = rose_key(data_trust(), result, "en")
    full = rose_key(data_trust(), result, "en", wave_before="2026-Q2", targets=True)

    assert plain == "Rings: where Developing, Defined, Managed and Leading begin"
    assert full == f"Dotted line: target · Thin outline: 2026-Q2 · {plain}"


def test_the_key_of_the_rose_explains_dashes_and_numbers_where_there_are_any():
    assert rose_key(*partly_answered(), "en").endswith("–: no score")
    assert rose_key(*scored(*[60] * 13), "en").endswith("Numbers: as in the bars")


def test_the_key_of_the_bars_is_empty_where_no_bounds_are_drawn():
    assert level_bars_key(score(data_trust(), all_at(3)), "en") == ""
    assert level_bars_key(score(data_trust(), worked_brand()), "en").startswith("Line with ends")


def test_every_entry_of_a_key_begins_with_a_capital():
    questionnaire, result = scored(*[60] * 13)
    keys = (
        rose_key(questionnaire, result, "en", wave_before="2026-Q2", targets=True),
        level_bars_key(score(data_trust(), worked_brand()), "en"),
        evidence_key("en"),
    )

    assert all(entry[0].isupper() for key in keys for entry in key.split(" · "))


def test_keys_speak_both_languages():
    result = score(data_trust(), worked_brand())

    for key in (
        lambda lang: rose_key(data_trust(), result, lang, wave_before="Q2", targets=True),
        lambda lang: level_bars_key(result, lang),
        evidence_key,
    ):
        assert len({key(lang) for lang in BOTH}) == 2


def test_the_key_of_the_bars_explains_targets_before_bounds():
    assert level_bars_key(score(data_trust(), all_at(3)), "en", targets=True) == (
        "Dotted line: target"
    )
    both = level_bars_key(score(data_trust(), worked_brand()), "en", targets=True)
    assert both.startswith("Dotted line: target · Line with ends")
