"""Plain pages: templates compiled once, one style within, and a policy that allows no more.

Nothing is loaded from anywhere, no script runs, and nothing is kept by anything on the way.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from dashboard.domain.text import Lang
from dashboard.i18n import HTML_LANG, OWN_NAME, Words, words
from dashboard.web import headers
from dashboard.web.headers import NOTHING, digest
from dashboard.web.visit import NOT_KEPT

TEMPLATES: Final = "templates/join"
STYLE: Final = (files("dashboard.web") / TEMPLATES / "join.css").read_text(encoding="utf-8").strip()
POLICY: Final = "; ".join(
    (
        NOTHING,
        f"style-src {digest(STYLE)}",
        "img-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Final = {**NOT_KEPT, headers.POLICY: POLICY}


@dataclass(frozen=True)
class Switch:
    """A way to the same page in another language: a link, or a button that saves the page too."""

    lang: Lang
    address: str | None = None

    @property
    def tag(self) -> str:
        return HTML_LANG[self.lang]

    @property
    def name(self) -> str:
        return OWN_NAME[self.lang]


@dataclass(frozen=True)
class Paper:
    """What a page is written on: its language, and the ways to the others."""

    lang: Lang
    switches: tuple[Switch, ...] = ()

    @property
    def t(self) -> Words:
        return words(self.lang)

    @property
    def switches_label(self) -> str:
        return self.t("Language")

    @property
    def tag(self) -> str:
        return HTML_LANG[self.lang]

    def page(self, template: str, status: int = 200, **parts: object) -> HTMLResponse:
        """Fill in a template; what it needs and does not get is an error."""
        whole = (
            _environment().get_template(f"{template}.jinja").render(parts, paper=self, style=STYLE)
        )
        return HTMLResponse(whole, status_code=status, headers=HEADERS)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dashboard.web", TEMPLATES),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
