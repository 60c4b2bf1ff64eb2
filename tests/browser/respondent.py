"""A person at the pages: answers by pointer, in one language, and reads what the pages say.

What is looked for is what a person looks for: roles and visible words, taken from the questionnaire
and from the product's own messages.
"""

import re
from collections.abc import Mapping
from typing import Final

from playwright.sync_api import Locator, Page, expect

from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.text import Lang
from dashboard.i18n import HTML_LANG, OWN_NAME, Words, words
from tests.builders import Short, data_trust, vectors

WORKED_BRAND: Final[Mapping[str, Short]] = vectors()["worked_brand"]["answers"]  # type: ignore[assignment]
"""The answers of the method's worked brand."""
DIMENSIONS: Final = tuple(dimension.id for dimension in data_trust().dimensions)
HEADLINE: Final[Mapping[Lang, str]] = {
    "en": "No plan for a data leak holds you at Developing",
    "zh": "没有数据泄露预案，停留在“发展”级",
}
BANDS: Final[Mapping[Lang, tuple[str, ...]]] = {
    "en": ("Developing", "Defined", "Defined", "Developing"),
    "zh": ("发展", "规范", "规范", "发展"),
}
SCORES: Final = ("41", "55", "47", "35")
"""What the method works out for the worked brand: overall, then pillar by pillar."""
ARRIVAL_MS: Final = 20_000
"""The first page of a fresh browser loads all scripts."""
REASON: Final[Mapping[Lang, str]] = {
    "en": "We hold no data about individual customers.",
    "zh": "我们不保存任何可识别到个人的客户数据。",
}


def settled(page: Page) -> Page:
    """The page, once its title stands and nothing runs any more."""
    expect(page.locator("h1").first).to_be_visible(timeout=ARRIVAL_MS)
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=ARRIVAL_MS
    )
    return page


def expect_the_worked_brand(someone: "Respondent") -> None:
    """Its finding in words, and its four figures."""
    expect(someone.title).to_have_text(HEADLINE[someone.lang], timeout=ARRIVAL_MS)
    figures = someone.page.get_by_test_id("stMetric")
    expect(figures.get_by_test_id("stMetricValue")).to_have_text(
        list(BANDS[someone.lang]), timeout=ARRIVAL_MS
    )
    expect(figures.get_by_test_id("stMetricDelta")).to_have_text(
        [re.compile(rf"(?<!\d){score}(?!\d)") for score in SCORES]
    )


COUNT: Final = re.compile(r"(\d+)\D+36|36\D+(\d+)")


class Respondent:
    """Somebody in front of a page."""

    def __init__(self, page: Page, lang: Lang = "en") -> None:
        self.page = page
        self.lang: Lang = lang
        self.t: Words = words(lang)
        self.questionnaire: Questionnaire = data_trust()

    # What the page shows

    @property
    def title(self) -> Locator:
        return self.page.locator("h1").first

    def button(self, label: str) -> Locator:
        return self.page.get_by_role("main").get_by_role("button", name=label, exact=True)

    def options(self, item_id: str) -> Locator:
        """The radio group of an item, named by its question."""
        question = self.questionnaire.items_by_id[item_id].question.get(self.lang)
        return self.page.get_by_role("radiogroup", name=question, exact=True)

    def card(self, item_id: str) -> Locator:
        """Everything that belongs to one question."""
        blocks = self.page.get_by_test_id("stVerticalBlock")
        return blocks.filter(has=self.options(item_id)).last

    def panel(self, item_id: str, label: str) -> Locator:
        """What opens one of the things behind a question."""
        return self.card(item_id).get_by_role("radio", name=label, exact=True)

    def text_of(self, item_id: str, level: int) -> str:
        return self.questionnaire.items_by_id[item_id].option(level).text.get(self.lang)

    def status(self, item_id: str) -> Locator:
        """The line below the options that says what is saved."""
        return self.card(item_id).get_by_test_id("stMarkdown").filter(has_text=self.t("Saved"))

    def badge(self, item_id: str, text: str) -> Locator:
        return self.card(item_id).locator(".stMarkdownBadge", has_text=text)

    def option(self, item_id: str, short: Short) -> Locator:
        return self.options(item_id).get_by_role("radio").nth(self.position(item_id, short))

    def position(self, item_id: str, short: Short) -> int:
        """Where an answer stands among the options, from 0."""
        count = len(self.questionnaire.items_by_id[item_id].options)
        return short - 1 if isinstance(short, int) else count + ["DK", "NA"].index(str(short))

    def expect_saved(self, item_id: str, short: Short) -> None:
        """The badge stands, and what is chosen is what the store holds."""
        if isinstance(short, int):
            level = self.questionnaire.level_name(self.questionnaire.items_by_id[item_id], short)
            assert level is not None
            expect(self.status(item_id)).to_contain_text(level.get(self.lang))
        expect(self.badge(item_id, self.t("Saved"))).to_be_visible()
        expect(self.option(item_id, short)).to_be_checked()

    def expect_dimension(self, dimension_id: str) -> None:
        dimension = next(d for d in self.questionnaire.dimensions if d.id == dimension_id)
        expect(self.title).to_have_text(dimension.title.get(self.lang), timeout=ARRIVAL_MS)

    def answered(self) -> int:
        """What the list of dimensions counts, in either language."""
        sidebar = self.page.get_by_test_id("stSidebar")
        expect(sidebar).to_contain_text(COUNT, use_inner_text=True)  # it may come after the title
        found = COUNT.search(sidebar.inner_text())
        assert found
        return int(found[1] or found[2])

    # What a person does

    def begin(self, brand: str) -> None:
        """Create a brand with its first wave on the overview; Assess opens."""
        self.press(self.t("New brand"))
        self.type_into(self.t("Name of the brand"), brand)
        self.press_in_dialog(self.t("Create and begin"))
        self.expect_dimension(self.questionnaire.dimensions[0].id)

    def walk(self, shorts: Mapping[str, Short], *dimension_ids: str) -> None:
        """Answer dimension by dimension, each seen saved, and go on by the button below."""
        for dimension in self.questionnaire.dimensions:
            if dimension.id in dimension_ids:
                self.expect_dimension(dimension.id)
                for item in dimension.items:
                    self.answer(item.id, shorts[item.id])
                self.go_on()

    def answer(self, item_id: str, short: Short) -> None:
        self.choose(item_id, short)
        if short == "NA":
            self.give_reason(item_id, REASON[self.lang])
        self.expect_saved(item_id, short)

    def go_on(self) -> None:
        """Press the primary button at the end, and wait for the next title."""
        before = self.title.inner_text()
        self.press_next()
        expect(self.title).not_to_have_text(before)

    def go_back(self) -> None:
        before = self.title.inner_text()
        self.press_back()
        expect(self.title).not_to_have_text(before)

    # By which means: the pointer

    def press_back(self) -> None:
        self.page.locator(".st-key-back").get_by_role("button").click()

    def pick_language(self, lang: Lang) -> None:
        self.button(OWN_NAME[self.lang]).click()
        self.page.get_by_role("menuitem", name=OWN_NAME[lang]).click()

    def press(self, label: str) -> None:
        self.button(label).click()

    def press_in_dialog(self, label: str) -> None:
        self.page.get_by_role("dialog").get_by_role("button", name=label, exact=True).click()

    def press_next(self) -> None:
        self.page.locator(".st-key-next").get_by_role("button").click()

    def type_into(self, label: str, text: str) -> None:
        self.page.get_by_role("textbox", name=label).fill(text)

    def choose(self, item_id: str, short: Short) -> None:
        self.options(item_id).get_by_test_id("stRadioOption").nth(
            self.position(item_id, short)
        ).click()

    def give_reason(self, item_id: str, reason: str) -> None:
        field = self.card(item_id).get_by_role("textbox", name=self.t("Why does it not apply?"))
        field.fill(reason)
        field.press("Control+Enter")

    def speak(self, lang: Lang) -> None:
        """Switch the language by the menu at the top."""
        self.pick_language(lang)
        self.lang, self.t = lang, words(lang)
        expect(self.page.locator("html")).to_have_attribute("lang", HTML_LANG[lang])
        settled(self.page)
