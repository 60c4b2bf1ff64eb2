"""Windows that are used again: a new one first has to compile Streamlit's scripts, for seconds."""

from collections import defaultdict
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from tests.browser.watching import REPORT_BREACHES

FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


@dataclass
class Windows:
    """Of one browser; each has cookies and storage of its own, and is empty when it is lent."""

    browser: Browser
    _free: dict[str, list[Page]] = field(default_factory=lambda: defaultdict(list))

    def lend(self, locale: str, *, dark: bool, size: tuple[int, int]) -> Page:
        page = self._free[locale].pop() if self._free[locale] else self._new(locale)
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.set_viewport_size({"width": size[0], "height": size[1]})
        return page

    def _new(self, locale: str) -> Page:
        page = self.browser.new_context(locale=locale).new_page()
        page.add_init_script(REPORT_BREACHES)
        return page

    def take_back(self, page: Page, locale: str) -> None:
        """Make it as if it were new; what was closed or never got anywhere is not lent again."""
        for other in page.context.pages:
            if other is not page:
                other.close()
        if page.is_closed() or not page.url.startswith("http"):
            page.context.close()
            return
        page.evaluate(FORGET)
        page.context.clear_cookies()
        page.goto("about:blank")
        page.mouse.move(0, 0)
        self._free[locale].append(page)
