"""Which language a page speaks: its title, what the browser is told, and what must not be there."""

import re

from playwright.sync_api import Page, expect

from dashboard.domain.text import Lang
from dashboard.i18n import HTML_LANG
from tests.browser.furnished import LONG_NAME, NOTE, WHY
from tests.browser.respondent import REASON

TITLES: dict[Lang, dict[str, str]] = {
    "en": {
        "/": "Overview",
        "/assess": "Assess",
        "/results": "Results",
        "/plan": "Plan",
        "/workshop": "Workshop",
        "/compare": "Compare",
        "/peers": "Peers",
        "/outside": "Outside evidence",
        "/library": "Library",
    },
    "zh": {
        "/": "总览",
        "/assess": "评估",
        "/results": "结果",
        "/plan": "计划",
        "/workshop": "研讨会",
        "/compare": "比较",
        "/peers": "同行",
        "/outside": "外部证据",
        "/library": "资料库",
    },
}
"""By language and address."""
SENTENCE = re.compile(r"[A-Za-z’']{2,}(?: [A-Za-z’'“”]+){2,}")
"""Three Latin words in a row: no name, no unit, no abbreviation."""
OURS = "[data-testid=stMain], [data-testid=stSidebarUserContent], [role=dialog], [role=menu]"
"""All but Streamlit's own words: the link that skips to the content speaks English alone."""
ICON = re.compile(r"\b(?:science|check|lock)\b")
"""Icons are words of a font: of a badge, the name of its picture is among what it says."""
QUOTED = ("来源：", "备注：", " per file • ")
"""Titles of works and notes stay in their language; the rule of the uploader is Streamlit's."""
TYPED = (LONG_NAME, REASON["en"], NOTE, WHY)
"""What people wrote stays in their language."""


def expect_language(page: Page, path: str, lang: Lang) -> None:
    """The page says its name and its language."""
    title = TITLES[lang][path.partition("?")[0]]
    expect(page).to_have_title(f"{title} · Candour", timeout=20_000)
    expect(page.locator("html")).to_have_attribute("lang", HTML_LANG[lang])


def english_sentences(page: Page) -> list[str]:
    """What a Chinese page says in English, but for names and what people typed."""
    shown = "\n".join(page.locator(OURS).all_inner_texts())
    return [
        f"English: {line}"
        for line in shown.splitlines()
        if SENTENCE.search(ICON.sub("", line)) and not any(text in line for text in QUOTED + TYPED)
    ]
