"""The one script a page may bring along: it names the page's language for screen readers and fonts.

Streamlit's page says `lang="en"` for good. The pages insert `LANG_SCRIPT[language]`, the security
policy allows exactly these scripts by their digest; both take them from here and nowhere else.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dashboard.domain.text import Lang
from dashboard.i18n import HTML_LANG

SCRIPTS: Final[Mapping[Lang, str]] = MappingProxyType(
    {lang: f"document.documentElement.lang = '{tag}';" for lang, tag in HTML_LANG.items()}
)
"""What stands between the script tags, to the letter."""

LANG_SCRIPT: Final[Mapping[Lang, str]] = MappingProxyType(
    {lang: f"<script>{script}</script>" for lang, script in SCRIPTS.items()}
)
"""The element for `st.html(…, unsafe_allow_javascript=True)`."""
