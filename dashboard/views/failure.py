"""What a person sees when a page fails: what happened and what to do, never how it broke.

Streamlit writes the traceback to the server's log; the line added here ties it to the reference
that the page shows.
"""

import logging
import secrets
from typing import Final

import streamlit as st

from dashboard.i18n import Words
from dashboard.views import session

logger: Final = logging.getLogger(__name__)


def show_failure(problem: Exception) -> bool:
    """Show the failure in the page's language; True keeps Streamlit from showing its own."""
    reference = secrets.token_hex(3).upper()
    logger.error("the page showed reference %s for %r", reference, problem)
    st.error(_message(session.current_words(), reference), icon=":material/error:")
    return True


def _message(t: Words, reference: str) -> str:
    return t(
        "**Something went wrong on this page.** Everything that was saved before is still there. "
        "Reload the page and try again. If it happens again, tell whoever runs Candour the "
        "reference {reference}.",
        reference=reference,
    )
