"""One state of a page: its address, and what a person does there to see it."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard.domain.text import Lang
from tests.browser.furnished import Furnished
from tests.browser.respondent import Respondent, settled
from tests.browser.waiting import wait_until

ASIDE = (2, 2)
"""Where the pointer touches nothing."""

DRAWN = """() => !document.querySelector('[data-testid=stSkeleton]') &&
  [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(
    (chart) => chart.querySelector('.main-svg'))"""
"""Charts come after the words, and late."""

Step = Callable[[Respondent], None]


def stay(someone: Respondent) -> None:
    """The page shows the state as soon as it is opened."""


@dataclass(frozen=True)
class State:
    name: str
    path: str
    of: str = ""
    """Which of the furnished assessments."""
    dimension: str = ""
    workshop: str = ""
    """The stage that it is at."""
    beside: tuple[str, ...] = ()
    """Which of the furnished assessments stand side by side."""
    then: Step = stay
    without_data: bool = False
    variant: bool = False
    """Made of the same parts as another state."""

    @property
    def sort(self) -> tuple[object, ...]:
        """The same for states whose addresses differ only in which assessment they name.

        Of pages without data there is one sort: nothing can be picked on them.
        """
        names = bool(self.of), bool(self.dimension), bool(self.workshop)
        page = self.without_data or self.path
        return self.without_data, page, self.beside, *names, self.variant

    def address(self, furnished: Furnished, lang: Lang) -> str:
        server = furnished.empty if self.without_data else furnished.server
        place = {
            "lang": lang,
            "assessment": furnished.ids.get(self.of),
            "dimension": self.dimension,
            "workshop": furnished.workshops.get(self.workshop),
            "with": ",".join(furnished.ids[one] for one in self.beside),
        }
        path, _, more = self.path.partition("?")
        asked = "&".join(filter(None, (more, urlencode({k: v for k, v in place.items() if v}))))
        return f"{server.url}{path}?{asked}"

    def reach(self, someone: Respondent) -> None:
        settled(someone.page)
        self.then(someone)
        settled(someone.page)
        wait_until(someone.page, DRAWN)
        someone.page.mouse.move(*ASIDE)
