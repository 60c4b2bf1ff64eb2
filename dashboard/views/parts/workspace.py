"""The workspace one looks at: its finding, what can be done in it, and what an empty one says."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from dashboard.plain import plain
from dashboard.scores_in_words import overall_standing
from dashboard.services import demo, people
from dashboard.services.assessments import Sheet
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.services.portfolio import BrandLine, Portfolio, portfolio
from dashboard.verdict import decisive_blocker, shortfall
from dashboard.views.parts.brand_dialogs import ask_for_brand
from dashboard.views.parts.done import WayBack, forget_done, tell_done
from dashboard.views.parts.frame import show_head, show_top_row
from dashboard.views.parts.import_dialog import ask_for_files
from dashboard.views.parts.refused import told_at_top
from dashboard.views.session import (
    brand_here,
    choose_brand,
    current_acting,
    current_lang,
    current_words,
)

CHOSEN = "workspace"
Kind = Literal["primary", "secondary"]


def workspace_here(portfolios: Sequence[Portfolio]) -> Portfolio:
    """The chosen workspace, else the first that holds anything; work and demo never mix.

    Once shown it stays chosen, so that one's own does not vanish when its last brand does.
    """
    shown = {p.workspace.id: p for p in _reachable(portfolios)}
    first_filled = next((id_ for id_, p in shown.items() if p.lines), OWN_WORKSPACE_ID)
    named = next((id_ for id_, p in shown.items() if _is_named(p)), first_filled)
    chosen = st.session_state.get(CHOSEN)
    here = chosen if chosen in shown else named
    st.session_state[CHOSEN] = here
    return shown[here]


def show_lost_brand(portfolios: Sequence[Portfolio]) -> None:
    """An address that names a brand of no workspace leads to nothing: say so."""
    if brand_here() and not any(map(_is_named, portfolios)):
        st.caption(
            current_words()("The brand that the address names is not here; it may be deleted.")
        )


def _is_named(here: Portfolio) -> bool:
    """Whether the brand that the address names is here, be it put away."""
    shown = [line.brand for line in here.lines]
    known = (*shown, *here.archived_brands, *here.deleted_brands)
    return any(brand.id == brand_here() for brand in known)


def _reachable(portfolios: Sequence[Portfolio]) -> list[Portfolio]:
    """All but a demo that was never loaded, or was removed."""
    return [p for p in portfolios if p.has_brands or not p.workspace.is_demo]


def show_overview_head(here: Portfolio, portfolios: Sequence[Portfolio]) -> None:
    t = current_words()
    show_top_row(demo=here.workspace.is_demo)
    brands = t.plural("{n} brand", "{n} brands", len(here.lines))
    show_head(f"{workspace_name(here)} · {brands}", _finding(here))
    show_switch(here, portfolios)


def workspace_name(portfolio: Portfolio) -> str:
    t = current_words()
    return t("Demo workspace") if portfolio.workspace.is_demo else t("My workspace")


def show_switch(
    here: Portfolio,
    portfolios: Sequence[Portfolio],
    *,
    then: Callable[[], None] = lambda: None,
) -> None:
    """Nothing where there is only one to go to; `then` is done on going to another."""
    t = current_words()
    names = {p.workspace.id: workspace_name(p) for p in _reachable(portfolios)}
    if len(names) < 2:
        return
    key = f"workspace-{current_lang()}"
    st.session_state[key] = here.workspace.id
    st.radio(
        t("Workspace"),
        list(names),
        format_func=lambda workspace_id: names[workspace_id],
        horizontal=True,
        label_visibility="collapsed",
        key=key,
        on_change=_switch,
        args=(key, then),
    )


def _switch(key: str, then: Callable[[], None]) -> None:
    st.session_state[CHOSEN] = st.session_state[key]
    then()


def _finding(here: Portfolio) -> str:
    """What the newest results say together: the title of the page."""
    t, lang = current_words(), current_lang()
    scored = [sheet for line in here.lines if (sheet := _newest_with_a_score(line))]
    if not here.lines:
        return t("How far can people trust your brand with data?")
    if not scored:
        return t("No result yet")
    if len(scored) > 1:
        return _together(scored, total=len(here.lines))
    one = scored[0]
    name = plain(one.brand.name)
    band = plain(overall_standing(one.questionnaire, one.result, lang))
    if one.result.band.provisional or not one.result.band.blocked_by:
        return t("{name} is at {band}", name=name, band=band)
    held = shortfall(one.questionnaire, decisive_blocker(one.result), lang)
    return t("{name} is at {band}: {held}", name=name, band=band, held=plain(held))


def _newest_with_a_score(line: BrandLine) -> Sheet | None:
    return next((sheet for sheet in line.waves if sheet.result.overall.score is not None), None)


def _together(scored: Sequence[Sheet], *, total: int) -> str:
    """Bands, not ranks: a point more in one way of scoring does not put a brand first.

    Bands of several questionnaires have no highest, and a band that is not firm is none yet.
    """
    t = current_words()
    highest = _highest_awarded(scored)
    if len(scored) == total:
        if not highest:
            return t("Every brand has a result")
        return t("Every brand has a result; the highest band is {band}", band=plain(highest))
    if not highest:
        return t("{n} of {total} brands have a result", n=len(scored), total=total)
    return t(
        "{n} of {total} brands have a result; the highest band is {band}",
        n=len(scored),
        total=total,
        band=plain(highest),
    )


def _highest_awarded(sheets: Sequence[Sheet]) -> str:
    questionnaires = {sheet.questionnaire.reference: sheet.questionnaire for sheet in sheets}
    awarded = {sheet.result.band.awarded for sheet in sheets}
    if len(questionnaires) > 1 or awarded <= {None}:
        return ""
    (questionnaire,) = questionnaires.values()
    rules = reversed(questionnaire.scoring.bands)
    highest = next(rule.key for rule in rules if rule.key in awarded)
    return questionnaire.band(highest).name.get(current_lang())


def show_actions(here: Portfolio, *, first: bool) -> None:
    """`first` where nothing else of the page asks to be pressed before."""
    with st.container(horizontal=True):
        _show_buttons(here, first=first)


def _show_buttons(here: Portfolio, *, first: bool) -> None:
    kind: Kind = "primary" if first else "secondary"
    if here.workspace.is_demo:
        _show_ways_out_of_the_demo(kind)
    else:
        _show_ways_to_begin(here.workspace.id, kind)


def _show_ways_to_begin(workspace_id: str, kind: Kind) -> None:
    t = current_words()
    if st.button(t("New brand"), type=kind, icon=":material/add:", key="new-brand"):
        ask_for_brand(t("New brand"), workspace_id)
    if st.button(t("Import files"), icon=":material/upload:", key="import"):
        ask_for_files(t("Import files"), workspace_id)


def _show_ways_out_of_the_demo(kind: Kind) -> None:
    t = current_words()
    if st.button(t("Assess your own brand"), type=kind, icon=":material/add:", key="new-brand"):
        ask_for_brand(t("New brand"), OWN_WORKSPACE_ID)
    st.button(
        t("Remove the demo data"),
        icon=":material/delete_sweep:",
        key="remove-demo",
        on_click=_remove_demo,
    )


def _remove_demo() -> None:
    with told_at_top():
        demo.remove(current_acting())
        st.session_state.pop(CHOSEN, None)
        st.session_state.pop("at-assessment", None)
        choose_brand("")
        if "assessment" in st.query_params:
            del st.query_params["assessment"]
        tell_done(lambda t: t("The demo data is removed."), _way_back_to_the_demo())


def _way_back_to_the_demo() -> WayBack | None:
    """None where the page is empty now, for an empty one offers the demo by itself."""
    acting = current_acting()
    if not any(portfolio(acting, one).lines for one in people.workspaces(acting)):
        return None
    return WayBack(lambda t: t("Load the demo"), ":material/science:", _load_demo)


def show_empty(portfolios: Sequence[Portfolio], here: Portfolio) -> None:
    """What will be here, and the one button that brings it."""
    t = current_words()
    questionnaire = current_acting().catalog.newest[0]
    minutes = sum(pillar.estimated_minutes or 0 for pillar in questionnaire.pillars)
    st.markdown(
        t(
            "Brands earn trust with data in three ways: they give real worth for the little they "
            "ask, they use data to be more than a seller, and they guard what they were given. "
            "Answer {n} questions about a brand, in about {minutes} minutes, and see how far it "
            "is, what holds it back and why.",
            n=len(questionnaire.items),
            minutes=minutes or len(questionnaire.items),
        )
    )
    with st.container(horizontal=True):
        _show_buttons(here, first=True)
        if not any(p.workspace.is_demo and p.has_brands for p in portfolios):
            st.button(
                t("Load the demo"), icon=":material/science:", key="load-demo", on_click=_load_demo
            )
    st.caption(
        t("Everything stays on this installation. Nothing is sent anywhere, and nobody is tracked.")
    )


def _load_demo() -> None:
    forget_done()
    with told_at_top():
        demo.load(current_acting())
        st.session_state[CHOSEN] = demo.DEMO_WORKSPACE_ID
