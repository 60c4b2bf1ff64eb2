"""The scripts that a page may bring along, and no others.

One names the page's language for screen readers and fonts, which Streamlit leaves at `en` for
good. One leads to the top of a page that was newly reached: Streamlit keeps the old scroll
position and leaves the focus nowhere. The security policy allows exactly these by their digests.
"""

from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from typing import Final

from dashboard.domain.text import Lang
from dashboard.i18n import HTML_LANG

ARRIVAL: Final = "arrival"

SCRIPTS: Final[Mapping[str, str]] = MappingProxyType(
    {lang: f"document.documentElement.lang = '{tag}';" for lang, tag in HTML_LANG.items()}
    | {
        ARRIVAL: """
{
const place = document.querySelector('[data-place]')?.dataset.place;
if (window.candourPlace !== undefined && window.candourPlace !== place) {
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  const title = document.querySelector('h1');
  if (title) {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
}
window.candourPlace = place;
}
"""
    }
)
"""What stands between the script tags, to the letter."""

LANG_SCRIPT: Final[Mapping[Lang, str]] = MappingProxyType(
    {lang: f"<script>{SCRIPTS[lang]}</script>" for lang in HTML_LANG}
)
"""The element for `st.html(…, unsafe_allow_javascript=True)`."""


def arrival(place: str) -> str:
    """The element that says which page this is; a new one is shown from its top."""
    return f'<span data-place="{escape(place)}"></span><script>{SCRIPTS[ARRIVAL]}</script>'
