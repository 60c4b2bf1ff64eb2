"""The scripts that a page may bring along, and no others.

One names the page's language for screen readers and fonts, which Streamlit leaves at `en` for
good. One leads to the top of a page that was newly reached: Streamlit keeps the old scroll
position, leaves the focus nowhere, and on a phone leaves the drawer open over the page and even
remembers it so; what the script closes, a wide screen shall not remember as closed. And it lets
what was typed be sent before the press on a page of the navigation that ended the typing: at once,
Streamlit sends the press first, and what was typed then leads back. The security policy allows
exactly these by their digests.
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
const came = window.candourPlace;
window.candourPlace = place;
if (came === undefined) {
  const field = 'textarea, input:not([type="radio"], [type="checkbox"])';
  const way = '[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"]';
  let left = -Infinity;
  addEventListener('focusout', (event) => {
    if (event.target.matches(field)) left = event.timeStamp;
  });
  addEventListener('click', (event) => {
    const link = event.target.closest(way);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.timeStamp - left > 200) return;
    event.preventDefault();
    event.stopPropagation();
    setTimeout(() => link.click(), 250);
  }, true);
}
if (came !== place && window.innerWidth < 768) {
  document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  localStorage.removeItem('stSidebarCollapsed-');
}
if (came !== place && came !== undefined) {
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  const title = document.querySelector('h1');
  if (title) {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
}
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
