"""Who is here, in which language, looking at what: the only reader of query string and session.

Links of the navigation drop the query string, so the choices are kept in the session and written
back into the address at every run; a link then leads anyone back to the same place. An address that
names a language has been completed so: what it does not say was not chosen when one was there.
"""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import cast

import streamlit as st

from dashboard import bootstrap
from dashboard.catalog import NoSuchQuestionnaire
from dashboard.domain.access import NotAllowed
from dashboard.domain.text import LANGS, Lang
from dashboard.i18n import Words, words
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet, open_sheet
from dashboard.services.plans import Desk, open_desk
from dashboard.services.workshops import Room, open_room

ADDRESS = (
    "lang",
    "assessment",
    "dimension",
    "section",
    "source",
    "workshop",
    "present",
    "brand",
    "with",
)
"""What the address holds; everything else of importance is in the store."""
TOPIC = ("assessment", "dimension", "workshop", "present")
"""What of it a page is about."""
NOTHING = "none"
"""What the address says of a list that somebody emptied."""

_lang: ContextVar[Lang | None] = ContextVar("lang", default=None)
"""The language of this run, which asks for it some fifty times: the session takes its time."""


def arrive() -> None:
    """Take over what the address says and complete it; once at the start of every run."""
    there = st.query_params.to_dict()
    for name in ADDRESS:
        if name in there:
            st.session_state[f"at-{name}"] = there[name]
        elif "lang" in there:
            st.session_state.pop(f"at-{name}", None)
    _lang.set(None)
    st.session_state["at-lang"] = current_lang()
    st.session_state["acting"] = bootstrap.get_acting()
    write_address()


def write_address() -> None:
    """All at once: no part of it, but the whole, is what the way back of the browser leads to."""
    there = st.query_params.to_dict()
    here = {name: str(value) for name in ADDRESS if (value := st.session_state.get(f"at-{name}"))}
    if here.items() - there.items():
        st.query_params.update(here)


def current_acting() -> Acting:
    acting: Acting = st.session_state["acting"]
    return acting


def current_lang() -> Lang:
    """The language of the address, else the one chosen before, else the browser's."""
    lang = _lang.get()
    if lang is None:
        lang = _wanted_lang()
        _lang.set(lang)
    return lang


def _wanted_lang() -> Lang:
    wanted = st.session_state.get("at-lang")
    if wanted in LANGS:
        return cast("Lang", wanted)
    return "zh" if (st.context.locale or "").lower().startswith("zh") else "en"


def current_words() -> Words:
    return words(current_lang())


def current_timezone() -> str | None:
    return st.context.timezone


def current_sheet() -> Sheet | None:
    """The assessment that the address names, if the user may see it and it can be read."""
    chosen = st.session_state.get("at-assessment")
    if not isinstance(chosen, str):
        return None
    try:
        return open_sheet(current_acting(), chosen)
    except (NotAllowed, NoSuchQuestionnaire):
        return None


def current_desk() -> Desk | None:
    """The same assessment with all that is needed to plan it."""
    chosen = st.session_state.get("at-assessment")
    if not isinstance(chosen, str):
        return None
    try:
        return open_desk(current_acting(), chosen)
    except (NotAllowed, NoSuchQuestionnaire):
        return None


def names_an_assessment() -> bool:
    return bool(assessment_here())


def current_room() -> Room | None:
    """The workshop that the address names, if the user may lead it and it can be read."""
    chosen = workshop_here()
    try:
        return open_room(current_acting(), chosen) if chosen else None
    except (NotAllowed, NoSuchQuestionnaire):
        return None


def workshop_here() -> str:
    """What the address says after `workshop=`: an id, or a step on the way to a new one."""
    return str(st.session_state.get("at-workshop") or "")


def item_presented() -> str:
    """The item that is shown to the room by itself; empty for the whole list."""
    return str(st.session_state.get("at-present") or "")


def choose_workshop(workshop: str | None, *, assessment: str | None = None) -> None:
    """Look at another workshop from the next run on, or at the list of them; for callbacks."""
    choose(assessment=assessment)
    _put("workshop", workshop)
    _put("present", None)


def present(item: str | None) -> None:
    """Show one item to the room from the next run on, or all in a list; for callbacks."""
    _put("present", item)


def compared_here() -> tuple[str, ...] | None:
    """What the address puts side by side; None if it does not say, empty if nothing is wanted."""
    named = st.session_state.get("at-with")
    if not named:
        return None
    return tuple(id_ for id_ in str(named).split(",") if id_ not in {"", NOTHING})


def compare(assessments: Sequence[str]) -> None:
    """Put these side by side from the next run on; for callbacks."""
    _put("with", ",".join(assessments) or NOTHING)


def leave_assessment() -> None:
    """Look at no brand and no assessment from the next run on; for callbacks."""
    for name in ("assessment", "dimension", "brand", "with"):
        _put(name, None)


def assessment_here() -> str:
    """The id that the address names, whether or not there is such an assessment."""
    return str(st.session_state.get("at-assessment") or "")


def _put(name: str, value: str | None) -> None:
    st.session_state[f"at-{name}"] = value
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def choose(*, assessment: str | None = None, dimension: str | None = None) -> None:
    """Look at another assessment or dimension from the next run on; for callbacks."""
    if assessment is not None:
        _put("brand", None)
        _put("with", None)
        st.session_state["at-assessment"] = assessment
        st.session_state.pop("at-dimension", None)
        if "dimension" in st.query_params:
            del st.query_params["dimension"]
        st.query_params["assessment"] = assessment
    if dimension is not None:
        st.session_state["at-dimension"] = dimension
        st.query_params["dimension"] = dimension


def choose_brand(brand: str) -> None:
    """Put another brand on the card of the overview from the next run on, or none in particular."""
    _put("brand", brand)


def leave_brand(brand: str) -> None:
    """Name this brand no longer, if the address does."""
    if brand_here() == brand:
        _put("brand", None)


def brand_here() -> str:
    """The brand that the address names, or none."""
    return str(st.session_state.get("at-brand") or "")


def on_a_phone() -> bool:
    """Whether the browser says so of itself; not every one does."""
    return told_of_a_phone(st.context.headers)


def first_look() -> bool:
    """Whether a browser asks this for the first time in its visit."""
    seen = st.session_state.get("seen", False)
    st.session_state["seen"] = True
    return not seen and "User-Agent" in st.context.headers


def told_of_a_phone(headers: Mapping[str, str]) -> bool:
    return headers.get("Sec-CH-UA-Mobile") == "?1" or "Mobile" in headers.get("User-Agent", "")


def choose_section(section: str) -> None:
    """Look at another section of the library from the next run on; for callbacks."""
    st.session_state["at-section"] = section
    st.query_params["section"] = section


def choose_source(source: str) -> None:
    """Look at another source of outside evidence from the next run on; for callbacks."""
    _put("source", source)


def choose_language(lang: Lang) -> None:
    _lang.set(None)
    st.session_state["at-lang"] = lang
    st.query_params["lang"] = lang


def choice_key(name: str) -> str:
    """The key of a choice whose words change with the language; for what is chosen by its value.

    Each language has a widget of its own, and what was chosen in the other one goes along.
    """
    key = f"{name}-{current_lang()}"
    others = (f"{name}-{lang}" for lang in LANGS)
    if key not in st.session_state:
        for other in others:
            if other in st.session_state:
                st.session_state[key] = st.session_state[other]
    return key


def place() -> str:
    """What the page shows, in short: another one is read from its top.

    Language, section and source are chosen on the page itself, where the focus has to stay: in a
    group of radio buttons each arrow key is a choice.
    """
    return "/".join(str(st.session_state.get(f"at-{name}", "")) for name in TOPIC)


def lead_to_top() -> None:
    """Have the page read from its top, also where it goes on to show what it showed."""
    st.session_state["ways-taken"] = ways_taken() + 1


def ways_taken() -> int:
    """How often somebody was led to the top of a page."""
    taken: int = st.session_state.get("ways-taken", 0)
    return taken


def step_here(steps: Sequence[str]) -> str:
    """The step that the address names, else the first; the address then names it."""
    wanted = st.session_state.get("at-dimension")
    here = wanted if isinstance(wanted, str) and wanted in steps else steps[0]
    st.session_state["at-dimension"] = here
    write_address()
    return here


def current_theme() -> str:
    return st.context.theme.type or "light"
