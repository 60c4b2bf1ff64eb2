"""English on a Chinese page."""

import re

from playwright.sync_api import Page

from tests.browser.furnished import LONG_NAME, NOTE, WHY
from tests.browser.respondent import REASON

SENTENCE = re.compile(r"[A-Za-z’']{2,}(?: [A-Za-z’'“”]+){2,}")
"""Three Latin words in a row: no name, no unit, no abbreviation."""
OURS = "[data-testid=stMain], [data-testid=stSidebarUserContent], [role=dialog], [role=menu]"
"""All but Streamlit's own words: the link that skips to the content speaks English alone."""
ICON = re.compile(r"\b(?:science|check|lock)\b")
"""Icons are words of a font: of a badge, the name of its picture is among what it says."""
TYPED = (LONG_NAME, REASON["en"], NOTE, WHY)
"""What people wrote stays in their language."""


def english_sentences(page: Page) -> list[str]:
    """What a Chinese page says in English, but for names and what people typed."""
    shown = "\n".join(page.locator(OURS).all_inner_texts())
    return [
        f"English: {line}"
        for line in shown.splitlines()
        if SENTENCE.search(ICON.sub("", line)) and not any(text in line for text in TYPED)
    ]
