"""Windows that are used again: a new one first has to compile Streamlit's scripts, for seconds."""

from collections import defaultdict
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from tests.browser.watching import REPORT_BREACHES

FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


@dataclass(frozen=True)
class Kind:
    """What a window is from its beginning: the browser's language, and whether fingers touch it."""

    locale: str
    touched: bool = False


@dataclass
class Windows:
    """Of one browser; each has cookies and storage of its own, and is empty when it is lent."""

    browser: Browser
    _free: dict[Kind, list[Page]] = field(default_factory=lambda: defaultdict(list))

    def lend(self, kind: Kind, *, dark: bool = False, size: tuple[int, int]) -> Page:
        page = self._free[kind].pop() if self._free[kind] else self._new(kind)
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.set_viewport_size({"width": size[0], "height": size[1]})
        return page

    def _new(self, kind: Kind) -> Page:
        context = self.browser.new_context(
            locale=kind.locale, is_mobile=kind.touched, has_touch=kind.touched
        )
        context.add_init_script(REPORT_BREACHES)
        return context.new_page()

    def take_back(self, page: Page, kind: Kind) -> None:
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
        self._free[kind].append(page)
