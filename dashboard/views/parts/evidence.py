"""How well an answer is supported: grade, links and a note, behind one button."""

import streamlit as st

from dashboard.domain.answer import MAX_LINK, MAX_LINKS, MAX_PROSE, State, web_address
from dashboard.domain.questionnaire import Questionnaire
from dashboard.plain import plain
from dashboard.views.parts.answering import Slot
from dashboard.views.session import current_lang, current_words


def show_evidence(slot: Slot, questionnaire: Questionnaire, *, closed: bool) -> None:
    if slot.answer is None:
        t = current_words()
        st.markdown(t("Answer the question first; then say what supports the answer."))
        _show_prompts(slot)
        return
    if slot.answer.state is State.LEVEL:
        _show_grades(slot, questionnaire, closed=closed)
    _show_prompts(slot)
    _show_links(slot, closed=closed)
    _show_note(slot, closed=closed)


def _show_grades(slot: Slot, questionnaire: Questionnaire, *, closed: bool) -> None:
    t, lang = current_words(), current_lang()
    grades = questionnaire.evidence_grades
    st.radio(
        t("How well is this supported?"),
        range(len(grades)),
        index=slot.answer.evidence if slot.answer else None,
        format_func=lambda grade: plain(grades[grade].text.get(lang)),
        key=slot.field("evidence"),
        on_change=_save_grade,
        args=(slot,),
        disabled=closed,
    )


def _save_grade(slot: Slot) -> None:
    grade = st.session_state.get(slot.field("evidence"))
    if grade is not None:
        slot.change(evidence=grade)


def _show_prompts(slot: Slot) -> None:
    t, lang = current_words(), current_lang()
    if slot.item.evidence_to_look_for:
        prompts = "\n".join(f"- {plain(text.get(lang))}" for text in slot.item.evidence_to_look_for)
        st.caption(f"{t('Worth looking for:')}\n\n{prompts}")


def _show_links(slot: Slot, *, closed: bool) -> None:
    t = current_words()
    links = slot.answer.links if slot.answer else None
    st.text_area(
        t("Links, one a line"),
        value="\n".join(links or ()),
        key=slot.field("links"),
        on_change=_save_links,
        args=(slot,),
        placeholder="https://",
        max_chars=MAX_LINKS * (MAX_LINK + 1),
        height="content",
        disabled=closed,
    )
    for line in _lines(slot):
        problem = _problem_with(line)
        if problem:
            found = t("{name}: {text}", name=plain(line[:40]), text=problem)
            st.markdown(f":red-badge[{found}]")
    if len(_lines(slot)) > MAX_LINKS:
        st.markdown(f":red-badge[{t('At most {n} links', n=MAX_LINKS)}]")


def _lines(slot: Slot) -> list[str]:
    typed = str(st.session_state.get(slot.field("links")) or "")
    return [line.strip() for line in typed.splitlines() if line.strip()]


def _problem_with(line: str) -> str | None:
    t = current_words()
    try:
        web_address(line)
    except ValueError:
        return t("not an http or https address; not saved")
    return t("longer than {n} characters; not saved", n=MAX_LINK) if len(line) > MAX_LINK else None


def _save_links(slot: Slot) -> None:
    """Save the list if every line of it is an address; else it stays in the field, marked."""
    lines = _lines(slot)
    if len(lines) <= MAX_LINKS and not any(_problem_with(line) for line in lines):
        slot.change(links=tuple(lines) or None)


def _show_note(slot: Slot, *, closed: bool) -> None:
    t = current_words()
    st.text_area(
        t("Note"),
        value=(slot.answer.note if slot.answer else None) or "",
        key=slot.field("note"),
        on_change=_save_note,
        args=(slot,),
        max_chars=MAX_PROSE,
        height="content",
        disabled=closed,
    )


def _save_note(slot: Slot) -> None:
    note = str(st.session_state.get(slot.field("note")) or "").strip()
    slot.change(note=note or None)
