"""What a room gave on one item, in the words of its levels: one row a level, one ● a person."""

from collections.abc import Iterator, Sequence

import streamlit as st

from dashboard.domain.questionnaire import Item
from dashboard.domain.reveal import Counts, ItemReveal
from dashboard.domain.workshop import Stage
from dashboard.plain import plain
from dashboard.services.workshops import Room
from dashboard.views.cached import show_table
from dashboard.views.parts.blank import BLANK
from dashboard.views.parts.workshop_words import level_label, level_word, outcome_word
from dashboard.views.session import current_lang, current_words

WIDTHS = (2.6, 8, 3)
"""Level, statement, people."""
MOST_DOTS = 20
"""In one row; beyond, each ● stands for several people."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


def show_rows(room: Room, one: ItemReveal, counts: Counts, *, big: bool = False) -> None:
    """From the highest level down. What nobody chose stays, small and grey."""
    item = room.questionnaire.items_by_id[one.item_id]
    each = _people_a_dot(counts)
    with st.container(border=big, gap="xsmall"):
        for level in reversed(item.levels):
            _show_row(room, item, level, counts.levels[level - 1], each=each, big=big)
    if each > 1:
        st.caption(current_words()("Each ● stands for {n} people.", n=each))


def _people_a_dot(counts: Counts) -> int:
    most = max(counts.levels)
    return next(step for step in STEPS if most <= step * MOST_DOTS or step == STEPS[-1])


def _show_row(room: Room, item: Item, level: int, count: int, *, each: int, big: bool) -> None:
    label = level_label(room.questionnaire, item, level)
    text = plain(item.option(level).text.get(current_lang()))
    name, statement, people = st.columns(WIDTHS, gap="small", vertical_alignment="center")
    name.markdown(_name(label, chosen=count > 0, big=big), anchors=False)
    statement.markdown(_statement(text, chosen=count > 0, big=big), anchors=False)
    people.markdown(_people(count, each=each, big=big), anchors=False)


def _name(label: str, *, chosen: bool, big: bool) -> str:
    if not chosen:
        return f"### :gray[{label}]" if big else f":gray[{label}]"
    return f"## {label}" if big else f"**{label}**"


def _statement(text: str, *, chosen: bool, big: bool) -> str:
    if chosen:
        return f"### {text}" if big else text
    return f":gray[{text}]" if big else f":small[:gray[{text}]]"


def _people(count: int, *, each: int, big: bool) -> str:
    if not count:
        return "## :gray[–]" if big else ":gray[–]"
    dots = f":primary[{'●' * -(-count // each)}]"
    return f"## {dots} {count}" if big else f"{dots} **{count}**"


def spread_in_words(room: Room, one: ItemReveal, counts: Counts) -> str:
    """Who differs how far, in a line."""
    t, item = current_words(), room.questionnaire.items_by_id[one.item_id]
    chosen = [level for level, n in enumerate(counts.levels, start=1) if n]
    if not chosen:
        return t.plural(
            "{n} person rated, and none named a level",
            "{n} people rated, and none named a level",
            counts.raters,
        )
    low, high = (level_word(room.questionnaire, item, chosen[end]) for end in (0, -1))
    if len(chosen) == 1:
        return t.plural(
            "{n} person, one answer: {level}",
            "{n} people, one answer: {level}",
            counts.k,
            level=low,
        )
    return t.plural(
        "{n} person, {m} different answers: from {low} to {high}",
        "{n} people, {m} different answers: from {low} to {high}",
        counts.k,
        m=len(chosen),
        low=low,
        high=high,
    )


def middle_in_words(room: Room, one: ItemReveal, counts: Counts) -> str:
    """The lower median by its name, and those who named no level."""
    return current_words().sentences(*_middle(room, one, counts))


def _middle(room: Room, one: ItemReveal, counts: Counts) -> Iterator[str]:
    t, item = current_words(), room.questionnaire.items_by_id[one.item_id]
    if one.lower_median is not None:
        level = level_word(room.questionnaire, item, one.lower_median)
        yield t("The middle answer is **{level}** (lower median).", level=level)
    if counts.dont_know:
        yield t.plural("{n} person does not know.", "{n} people do not know.", counts.dont_know)
    if counts.not_applicable:
        yield t.plural(
            "{n} person says that it does not apply.",
            "{n} people say that it does not apply.",
            counts.not_applicable,
        )


def outcome_in_words(room: Room, one: ItemReveal) -> str:
    """What the item closes with, or closed with: as agreed, or what it comes to undiscussed."""
    t, item = current_words(), room.questionnaire.items_by_id[one.item_id]
    if one.agreed:
        answer = outcome_word(room.questionnaire, item, one.agreed.answer)
        because = t("Reason: {reason}", reason=plain(one.agreed.reason or ""))
        said = t("Agreed on **{answer}**.", answer=answer)
        return t.sentences(said, because) if one.agreed.reason else said
    if one.proposed is None:
        return t("Undiscussed, the assessment keeps what it holds.")
    answer = outcome_word(room.questionnaire, item, one.proposed)
    if room.workshop.stage is Stage.CLOSED:
        return t("Undiscussed, it closed with **{answer}**.", answer=answer)
    return t("Undiscussed, it closes with **{answer}**.", answer=answer)


def show_too_few(one: ItemReveal) -> None:
    """Nothing of the item, and why."""
    t = current_words()
    st.markdown(
        t.plural(
            "{n} person rated this. Below three nothing is shown, so that nobody is.",
            "{n} people rated this. Below three nothing is shown, so that nobody is.",
            one.raters,
        )
        if one.raters
        else t("Nobody rated this.")
    )


def show_roles(room: Room, one: ItemReveal) -> None:
    """Roles of five people and more side by side, as they were named; all others together."""
    if not one.roles:
        return
    t, item = current_words(), room.questionnaire.items_by_id[one.item_id]
    named = room.workshop.setup.roles
    groups = sorted(one.roles, key=lambda g: named.index(g.role) if g.role else len(named))
    by_level = [
        (level_label(room.questionnaire, item, level), [g.counts.levels[level - 1] for g in groups])
        for level in reversed(item.levels)
    ]
    special = [
        (t("Don't know"), [g.counts.dont_know for g in groups]),
        (t("Does not apply"), [g.counts.not_applicable for g in groups]),
    ]
    names = [plain(g.role) if g.role else t("everyone else") for g in groups]
    heads = _told_apart([t("Level"), *names])
    rows = [
        dict(zip(heads, (label, *(str(n or "–") for n in counts)), strict=True))
        for label, counts in [*by_level, *special]
    ]
    show_table(rows, alt=t("Ratings by role, for roles of five people and more"))


def _told_apart(heads: Sequence[str]) -> list[str]:
    """A role may be called like another column: the later one gets a sign that nobody sees."""
    told: list[str] = []
    for head in heads:
        name = head
        while name in told:
            name += BLANK
        told.append(name)
    return told
