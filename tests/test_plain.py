"""People's text in markdown: what pages would make a link of, beside what stands for itself."""

import re

import pytest

from dashboard.plain import PARTED, escaped, plain

MADE_LINKS = (r"(https?://|www(?=\.))[-.\w]+", r"[-.\w+]+@[-\w]+(\.[-\w]+)+")
"""What GitHub Flavored Markdown links by itself (its section 6.9), escaped or not."""


def read(markdown: str) -> str:
    return re.sub(r"\\([\W_])", r"\1", markdown)


@pytest.mark.parametrize(
    "typed",
    [
        "http://example.com",
        "see HTTPS://Example.com/a?b=c, too",
        "www.example.com",
        "WWW.example.com and www.example.org",
        "ann.b+c@example.co.uk",
        "xhttp://www.example.com@example.com",
    ],
)
def test_an_address_stays_as_it_was_typed_and_becomes_no_link(typed: str) -> None:
    shown = read(plain(typed))

    assert shown.replace(PARTED, "") == typed
    assert any(re.search(link, typed, re.IGNORECASE) for link in MADE_LINKS)
    assert not any(re.search(link, shown, re.IGNORECASE) for link in MADE_LINKS)


def test_what_is_no_address_is_not_parted() -> None:
    for typed in ("a: b // c", "www", "http:", "1.2.3", "R&D"):
        assert read(plain(typed)) == typed


def test_the_words_of_a_link_are_its_address_sign_for_sign() -> None:
    assert read(escaped("https://www.example.com/a_b")) == "https://www.example.com/a_b"
