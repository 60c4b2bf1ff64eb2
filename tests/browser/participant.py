"""Somebody in the room with a phone: what they are shown, and what they tap."""

import re
from collections.abc import Mapping
from typing import Final

from playwright.sync_api import Page, expect

from dashboard.domain.answer import State
from dashboard.domain.questionnaire import Dimension
from dashboard.domain.text import Lang
from dashboard.i18n import HTML_LANG, words
from tests.builders import DK, Short, data_trust

CHOOSE: Final = """chosen => {
  for (const [name, value] of Object.entries(chosen))
    document.querySelector(`input[name="${name}"][value="${value}"]`).checked = true;
  document.querySelector('button.main').click();
}"""


class Participant:
    """At the participants' pages, by pointer, in the language of the phone."""

    def __init__(self, page: Page, lang: Lang) -> None:
        self.page = page
        self.lang: Lang = lang
        self.t = words(lang)

    def join(self, origin: str, code: str, *, role: str) -> None:
        """Type the code as it is spoken, say the role, and begin."""
        self.page.goto(f"{origin}/join")
        self.page.get_by_role("textbox").fill(code)
        self.page.get_by_role("textbox").press("Enter")
        expect(self.page.locator("html")).to_have_attribute("lang", HTML_LANG[self.lang])
        self.page.get_by_text(role, exact=True).click()
        self.page.get_by_role("button", name=self.t("Begin")).click()

    def rate(self, dimension_id: str, ratings: Mapping[str, Short]) -> None:
        """Answer the page of this dimension, which has to be the one that is shown."""
        for item in self._asked(dimension_id).items:
            short = ratings[item.id]
            question = self.page.get_by_role("group", name=item.question.get(self.lang))
            text = (
                item.option(short).text
                if isinstance(short, int)
                else data_trust().special_answers.dont_know.text
            )
            begins = re.compile(rf"^\s*{re.escape(text.get(self.lang))}")
            question.locator("label", has_text=begins).click()
        with self.page.expect_navigation():
            self.page.locator("button.main").click()

    def rate_at_once(self, dimension_id: str, ratings: Mapping[str, Short]) -> None:
        """The same, but the browser is told what is chosen instead of where the finger goes."""
        chosen = {
            item.id: State.DONT_KNOW.value if ratings[item.id] == DK else str(ratings[item.id])
            for item in self._asked(dimension_id).items
        }
        with self.page.expect_navigation():
            self.page.evaluate(CHOOSE, chosen)

    def _asked(self, dimension_id: str) -> Dimension:
        dimension = next(d for d in data_trust().dimensions if d.id == dimension_id)
        expect(self.page.locator("h1")).to_have_text(dimension.title.get(self.lang))
        return dimension

    def finish(self) -> None:
        self.page.get_by_role("button", name=self.t("I am done")).click()
