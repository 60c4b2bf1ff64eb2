"""What the overview holds: the card of one brand beside the map of all, and below them the list."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.services.portfolio import BrandLine, Portfolio
from dashboard.views.parts.brand_card import show_card
from dashboard.views.parts.brand_list import show_brands
from dashboard.views.parts.portfolio_map import show_portfolio
from dashboard.views.parts.workspace import show_actions
from dashboard.views.session import (
    assessment_here,
    brand_here,
    choose_brand,
    current_lang,
    current_words,
    on_a_phone,
)

CARD_TO_MAP = (5, 6)


def has_something_to_see(here: Portfolio) -> bool:
    return any(sheet.answers for line in here.lines for sheet in line.waves)


def show_board(here: Portfolio) -> Callable[[], None]:
    """Show the card, and return what shows the map beside it.

    The map is for the end of the page's run: what draws it is by far the largest thing that the
    browser has to fetch. On a phone the card comes alone, and the map is fetched when asked for.
    """
    lines = [line for line in here.lines if line.waves]
    chosen = _on_card(lines)
    if on_a_phone():
        _show_card(st.container(border=True, gap="small"), lines, chosen)
        place = closed_at_first(current_words()("All brands"), key="all-brands")
    else:
        left, right = st.columns(CARD_TO_MAP, gap="small")
        _show_card(left.container(border=True, gap="small", height="stretch"), lines, chosen)
        place = right.container(border=True, gap="small", height="stretch")

    def show_map() -> None:
        if place:
            with place:
                show_portfolio(lines, chosen)

    return show_map


def _show_card(place: DeltaGenerator, lines: list[BrandLine], chosen: BrandLine) -> None:
    with place:
        if len(lines) > 1:
            _show_choice(lines, chosen)
        show_card(chosen, named=len(lines) == 1)


def closed_at_first(label: str, *, key: str) -> DeltaGenerator | None:
    """An expander, and None while it is closed: what is in it is then not even made."""
    box = st.expander(label, key=f"{key}-{current_lang()}", on_change="rerun")
    return box if box.open else None


def _on_card(lines: list[BrandLine]) -> BrandLine:
    """The brand that the address names, else the one whose assessment one was at, else the newest.

    The newest is the one with the latest wave that has a score.
    """
    named = (line for line in lines if line.brand.id == brand_here())
    seen = (
        line
        for line in lines
        if any(sheet.assessment.id == assessment_here() for sheet in line.waves)
    )
    return next(named, None) or next(seen, None) or max(lines, key=_how_new)


def _how_new(line: BrandLine) -> tuple[bool, str]:
    sheet = line.shown
    if sheet is None:
        return False, ""
    return sheet.result.overall.published, sheet.assessment.day.isoformat()


def _show_choice(lines: list[BrandLine], chosen: BrandLine) -> None:
    """The way to every brand by keyboard; the map is the way by pointer."""
    names = {line.brand.id: line.brand.name for line in lines}
    key = f"card-brand-{current_lang()}"
    st.session_state[key] = chosen.brand.id
    st.selectbox(
        current_words()("Brand on this card"),
        list(names),
        format_func=lambda brand_id: names[brand_id],
        label_visibility="collapsed",
        key=key,
        on_change=_choose,
        args=(key,),
    )


def _choose(key: str) -> None:
    choose_brand(st.session_state[key])


def show_list(here: Portfolio, *, below_card: bool) -> None:
    """The ways to begin and every brand; on a phone the card stands alone before them."""
    title = current_words()("Brands and their waves")
    if below_card and on_a_phone():
        if place := closed_at_first(title, key="all-waves"):
            with place:
                show_brands(here)
        show_actions(here, first=False)
        return
    if below_card:
        st.header(title, anchor=False)
    show_actions(here, first=not below_card)
    show_brands(here)
