"""A message is one text with gaps; every language fills them in its own sentence."""

import pytest

from dashboard.domain.message import Message, message_of, worded
from dashboard.i18n import words

EN, ZH = words("en"), words("zh")


def test_a_message_reads_as_english_with_its_values() -> None:
    message = worded("is larger than {size} MB", size=5)

    assert str(message) == EN.say(message) == "is larger than 5 MB"
    assert ZH.say(message) == "大于 5 MB"


def test_a_message_within_a_message_is_spoken_too() -> None:
    message = worded("{what}, not {given}", what=worded("must be a list"), given="'x'")

    assert str(message) == EN.say(message) == "must be a list, not 'x'"
    assert ZH.say(message) == "必须是列表，现为 'x'"


@pytest.mark.parametrize("text", ["{n}", "{}", "{0}", "{", "信任"])
def test_a_value_is_never_read_as_a_message(text: str) -> None:
    message = worded("is not an item of {questionnaire}", questionnaire=text)

    assert str(message) == f"is not an item of {text}"
    assert text in ZH.say(message)


def test_a_text_is_filled_with_other_values() -> None:
    assert worded("must be {ge} or more").filled({"ge": 1}) == Message(
        "must be {ge} or more", {"ge": 1}
    )


def test_an_error_keeps_the_message_that_it_was_raised_with() -> None:
    message = worded("is empty")

    assert message_of(ValueError(message)) == message
    assert str(ValueError(message)) == "is empty"


def test_an_error_of_a_plain_text_is_in_english_only() -> None:
    for error, text in ((ValueError("odd {n}"), "odd {n}"), (ValueError(), "")):
        assert message_of(error) == EN.say(text) == ZH.say(text) == text
