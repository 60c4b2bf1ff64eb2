"""What was archived or deleted, and the way back."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import streamlit as st

from dashboard.domain.assessment import DAYS_TO_UNDO, AlreadyExists, Assessment, Brand
from dashboard.i18n import Words
from dashboard.plain import plain
from dashboard.services import assessments, brands
from dashboard.services.acting import Acting
from dashboard.services.portfolio import Portfolio
from dashboard.store.errors import AlreadyTaken
from dashboard.views.parts.done import Say, WayBack, can_go_back, forget_done, tell_done
from dashboard.views.parts.refused import told_at_top
from dashboard.views.session import (
    brand_here,
    current_acting,
    current_lang,
    current_timezone,
    current_words,
)

Back = Callable[[Acting, str], object]
"""A use case that brings one thing back, by its id."""


def offer_undo(say: Say, back: Back, thing_id: str) -> None:
    """Say at the next run what was done, with a button that takes it back."""
    take = partial(_bring_back, back, thing_id)
    tell_done(say, WayBack(lambda t: t("Undo"), ":material/undo:", take))


def show_named_but_away(here: Portfolio) -> None:
    """A brand that the address names and that was put away: why it is not here, and the way back.

    Nothing right after it was put away, for then that is offered to be undone.
    """
    if can_go_back():
        return
    t = current_words()
    for brand in (*here.archived_brands, *here.deleted_brands):
        if brand.id == brand_here():
            back = brands.undelete if brand.deleted_at else brands.unarchive
            state = _until(brand) or t("archived")
            _show(plain(brand.name), state, back, brand.id, key="bring-back-named")


def _bring_back(back: Back, thing_id: str) -> None:
    forget_done()
    with told_at_top():
        try:
            back(current_acting(), thing_id)
        except (AlreadyExists, AlreadyTaken):
            take = partial(_bring_back, back, thing_id)
            tell_done(_in_the_way, WayBack(lambda t: t("Bring back"), ":material/undo:", take))


def _in_the_way(t: Words) -> str:
    return t("Not brought back: something of this name is there by now. Rename that first.")


def show_put_away(here: Portfolio) -> None:
    t = current_words()
    archived = len(here.archived_brands) + len(here.archived_assessments)
    deleted = len(here.deleted_brands) + len(here.deleted_assessments)
    if not archived + deleted:
        return
    label = t("Archived and deleted · {n}", n=archived + deleted)
    with st.expander(label, icon=":material/inventory_2:", key=f"put-away-{current_lang()}"):
        for brand in here.archived_brands:
            _show(plain(brand.name), t("archived"), brands.unarchive, brand.id)
        for brand, one in here.archived_assessments:
            _show(_both(brand, one), t("archived"), assessments.unarchive, one.id)
        for brand in here.deleted_brands:
            _show(plain(brand.name), _until(brand), brands.undelete, brand.id)
        for brand, one in here.deleted_assessments:
            _show(_both(brand, one), _until(one), assessments.undelete, one.id)


def _both(brand: Brand, assessment: Assessment) -> str:
    return f"{plain(brand.name)} · {plain(assessment.wave)}"


def _until(thing: Brand | Assessment) -> str:
    t = current_words()
    if thing.deleted_at is None:
        return ""
    last = thing.deleted_at + timedelta(days=DAYS_TO_UNDO)
    return t("deleted; gone for good after {when}", when=t.moment(last, current_timezone()))


def _show(name: str, state: str, back: Back, thing_id: str, *, key: str | None = None) -> None:
    t = current_words()
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.markdown(f"**{name}** · {state}", width="content")
        st.button(
            t("Bring back"),
            icon=":material/undo:",
            type="tertiary",
            key=key or f"bring-back-{thing_id}",
            on_click=_bring_back,
            args=(back, thing_id),
        )
