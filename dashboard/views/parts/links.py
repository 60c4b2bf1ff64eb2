"""The links of an answer: one field, one address per line, saved as a whole or not at all."""

from urllib.parse import urlsplit

import streamlit as st

from dashboard.domain.answer import MAX_LINK, MAX_LINKS, web_address
from dashboard.plain import escaped, plain
from dashboard.views.parts.answering import Slot
from dashboard.views.session import choice_key, current_words

NAMED = 40
"""Characters by which a line is named."""


def show_links(slot: Slot) -> None:
    t = current_words()
    links = slot.answer.links if slot.answer else None
    came_along = _bring_along(slot)
    st.text_area(
        t("Links, one per line"),
        value="" if came_along else slot.links_typed or "\n".join(links or ()),
        key=slot.field("links"),
        on_change=_save_links,
        args=(slot,),
        placeholder="https://",
        max_chars=MAX_LINKS * (MAX_LINK + 1),
        height="content",
    )
    if problems := _problems(slot):
        said = t.sentences(*problems)
        told = (
            t("Not saved, the earlier links stay: {problem}", problem=said)
            if links
            else t("No link is saved yet: {problem}", problem=said)
        )
        st.markdown(f":red[:material/error: {told}]")
    elif links and tuple(_lines(slot)) == links:
        st.markdown(f":small[:green[:material/check: {t('Links saved')}]]")


def links_wait(slot: Slot) -> bool:
    """Whether the field holds what is not saved, or held it when it was closed."""
    return bool(_problems(slot))


def link_in_markdown(address: str) -> str:
    """A way to the address; every sign of it stays the sign that was typed."""
    return f"[{escaped(address)}](<{address.translate(TARGET)}>)"


TARGET = str.maketrans({"<": "%3C", ">": "%3E", "\\": "%5C", "&": "&amp;"})
"""What would end the target of a link, or be read as something else."""


def _bring_along(slot: Slot) -> bool:
    """Right after a change of language the field holds what it held, saved or not."""
    field = slot.field("links")
    is_new = field not in st.session_state
    choice_key(f"links-{slot.item.id}")
    return is_new and field in st.session_state


def _lines(slot: Slot) -> list[str]:
    typed = str(st.session_state.get(slot.field("links"), slot.links_typed) or "")
    return [line.strip() for line in typed.splitlines() if line.strip()]


def _problems(slot: Slot) -> list[str]:
    lines = _lines(slot)
    if len(lines) > MAX_LINKS:
        return [current_words()("there are more than {n}.", n=MAX_LINKS)]
    return [problem for line in lines if (problem := _problem_with(line))]


def _problem_with(line: str) -> str | None:
    t = current_words()
    name = plain(line if len(line) <= NAMED else f"{line[:NAMED]}…")
    if len(line) > MAX_LINK:
        return t("“{line}” is longer than {n} characters.", line=name, n=MAX_LINK)
    if not line.lower().startswith(("http://", "https://")):
        return t("“{line}” does not begin with http:// or https://.", line=name)
    try:
        _ = urlsplit(web_address(line)).port  # which raises if it is none
    except ValueError:
        return t("“{line}” is not a whole web address.", line=name)
    return None


def _save_links(slot: Slot) -> None:
    """Save the list if every line of it is an address; else it stays in the field, marked."""
    if _problems(slot):
        slot.keep_links_typed(str(st.session_state[slot.field("links")]))
    else:
        slot.keep_links_typed(None)
        slot.change(links=tuple(_lines(slot)) or None)
