"""A text is in both languages, and holds nothing that cannot be stored or shown."""

import pytest
from pydantic import ValidationError

from dashboard.domain.text import Text


def test_a_text_is_in_both_languages():
    text = Text(en="Trust", zh="信任")

    assert (text.get("en"), text.get("zh")) == ("Trust", "信任")


@pytest.mark.parametrize(
    "fields", [{"en": "a"}, {"zh": "a"}, {}, {"en": "a", "zh": "b", "fr": "c"}]
)
def test_no_language_is_missing_and_none_is_too_many(fields):
    with pytest.raises(ValidationError):
        Text(**fields)


@pytest.mark.parametrize("value", ["", "  ", "\n\t", "\u3000"])
def test_a_blank_is_no_text(value):
    with pytest.raises(ValidationError, match="is empty"):
        Text(en=value, zh="信任")


@pytest.mark.parametrize("value", ["a\x00", "a\x1b", "a\x7f", "a\x85", "\ud800", "a\udfff"])
def test_control_characters_and_half_characters_are_refused(value):
    with pytest.raises(ValidationError, match=r"has .* U\+"):
        Text(en=value, zh="信任")


@pytest.mark.parametrize("sign", "\u202a\u202e\u2066\u2069\ufffe\uffff")
def test_signs_that_turn_other_words_or_that_no_slide_can_hold_are_refused(sign):
    with pytest.raises(ValidationError, match=f"U\\+{ord(sign):04X}"):
        Text(en=f"a{sign}", zh="信任")


@pytest.mark.parametrize("value", ["a\nb", "a\tb", "👩‍👩‍👧", "नमस्ते", "e\u0301"])
def test_every_script_and_line_break_is_text(value):
    assert Text(en=value, zh="信任").en == value


@pytest.mark.parametrize("value", [False, 7, 7.1, None, ["a"]])
def test_what_is_not_text_is_not_made_into_text(value):
    with pytest.raises(ValidationError):
        Text(en=value, zh="信任")
