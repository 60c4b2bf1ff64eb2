"""A person with a keyboard alone: Tab to get there, arrows to choose, Space and Enter to press."""

from playwright.sync_api import Locator

from dashboard.domain.text import Lang
from dashboard.i18n import OWN_NAME
from tests.browser.respondent import Respondent, settled
from tests.browser.waiting import wait_until
from tests.builders import Short

HAS_FOCUS = "element => element.contains(document.activeElement)"
PATIENCE = 120
"""Stops of the Tab key in which anything on a page has to be reached."""


class Typist(Respondent):
    """Never touches the pointer, and never has a script set the focus."""

    def tab_to(self, target: Locator) -> None:
        """Press Tab until the focus is on the target or inside it."""
        target.wait_for()
        for _ in range(PATIENCE):
            if target.evaluate(HAS_FOCUS):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")

    def press(self, label: str) -> None:
        self._press(self.button(label))

    def press_in_dialog(self, label: str) -> None:
        self._press(self.page.get_by_role("dialog").get_by_role("button", name=label, exact=True))

    def press_panel(self, item_id: str, label: str) -> None:
        """Tab leads to the row of what lies behind a question, the arrows along it."""
        panel = self.panel(item_id, label)
        row = self.card(item_id).get_by_role("radiogroup", name=self.t("More about this question"))
        settled(self.page)
        self.tab_to(row)
        for _ in range(row.get_by_role("radio").count()):
            if panel.evaluate(HAS_FOCUS):
                break
            self.page.keyboard.press("ArrowRight")
        self.page.keyboard.press("Enter")

    def press_back(self) -> None:
        self._press(self.page.locator(".st-key-back").get_by_role("button"))

    def press_next(self) -> None:
        self._press(self.page.locator(".st-key-next").get_by_role("button"))

    def _press(self, button: Locator) -> None:
        # While the app runs, buttons that it showed before may still stand beside the new ones.
        settled(self.page)
        self.tab_to(button)
        self.page.keyboard.press("Enter")

    def type_into(self, label: str, text: str) -> None:
        self.tab_to(self.page.get_by_role("textbox", name=label))
        self.page.keyboard.type(text)

    def choose(self, item_id: str, short: Short) -> None:
        """Each arrow chooses; an empty group begins at its first option."""
        self.tab_to(self.options(item_id))
        position = self.position(item_id, short)
        if position == 0:
            self.page.keyboard.press("Space")
        for _ in range(position):
            self.page.keyboard.press("ArrowDown")

    def give_reason(self, item_id: str, reason: str) -> None:
        self.type_into(self.t("Why does it not apply?"), reason)
        self.page.keyboard.press("Tab")

    def pick_language(self, lang: Lang) -> None:
        self.press(OWN_NAME[self.lang])
        menu = self.page.get_by_role("menu")
        wait_until(self.page, HAS_FOCUS, menu.element_handle())
        wanted = menu.get_by_role("menuitem", name=OWN_NAME[lang])
        while not wanted.evaluate(HAS_FOCUS):
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
