"""What a page says when the store did not take something: in words, with the page still there."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from pydantic import ValidationError

from dashboard.domain.access import NotAllowed
from dashboard.domain.answer import AnswerRefused
from dashboard.domain.assessment import AssessmentIsComplete
from dashboard.domain.look import LookChanged
from dashboard.domain.target import TargetChanged
from dashboard.services.answers import NoSuchItem
from dashboard.services.brands import BrandChanged
from dashboard.services.consents import NotComparable
from dashboard.services.targets import NoSuchDimension
from dashboard.services.versions import HasWorkshop
from dashboard.store.errors import AlreadyTaken, Gone, StoreError
from dashboard.views.session import current_words

MOVED = (NoSuchItem, NoSuchDimension, AnswerRefused)
"""What an answer or a target meets whose assessment has another questionnaire by now."""
CHANGED = (BrandChanged, LookChanged, TargetChanged, AlreadyTaken)
KINDS = (HasWorkshop, NotComparable, StoreError, *MOVED)
REFUSALS = (AssessmentIsComplete, *CHANGED, NotAllowed, *KINDS)
REFUSED = "refused"


@contextmanager
def told_in_place() -> Iterator[None]:
    """Do something in a dialog; what is refused is said below its form, which stays as it is."""
    try:
        yield
    except REFUSALS as refused:
        st.error(refusal_in_words(refused), icon=":material/error:")


@contextmanager
def told_at_top() -> Iterator[None]:
    """Do something before the page is shown; what is refused is said at its top."""
    try:
        yield
    except REFUSALS as refused:
        st.session_state[REFUSED] = refused


def show_refusal() -> None:
    refused: Exception | None = st.session_state.pop(REFUSED, None)
    if refused is not None:
        st.error(refusal_in_words(refused), icon=":material/error:")


def refusal_in_words(refused: Exception) -> str:
    t = current_words()
    if isinstance(refused, AssessmentIsComplete):
        return t("Not saved: the assessment was completed meanwhile. Reload the page.")
    if isinstance(refused, CHANGED):
        return t("Not saved: somebody has changed this meanwhile. Reload the page.")
    if isinstance(refused, NotAllowed | Gone):
        return t("Not saved: this is no longer there. Somebody may have deleted it.")
    return _refused_for_its_kind(refused)


def _refused_for_its_kind(refused: Exception) -> str:
    """What is said of an assessment that has moved on, of a text, and of the database."""
    t = current_words()
    if isinstance(refused, NotComparable):
        return t("Consent was not saved: this assessment cannot be compared as it is.")
    if isinstance(refused, HasWorkshop):
        return t("Not moved: a workshop was begun on it, so it stays on its version.")
    if isinstance(refused, MOVED):
        return t(
            "Not saved: the assessment was moved to another version of its questionnaire. Reload "
            "the page."
        )
    if isinstance(refused, ValidationError):
        return t("Not saved: the text is too long, or holds a character that cannot be stored.")
    return t("Not saved: the database does not answer. Try again in a moment.")
