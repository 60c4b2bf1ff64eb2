"""What cannot be compared, in words: other versions, other weights, other questionnaires."""

from collections.abc import Iterator, Sequence

import streamlit as st

from dashboard.domain.continuity import Continuity, continuity
from dashboard.domain.questionnaire import Questionnaire
from dashboard.plain import plain
from dashboard.services.assessments import Sheet
from dashboard.views.parts.compare_choice import Chosen
from dashboard.views.session import current_lang, current_words


def show_limits(chosen: Chosen) -> None:
    """Nothing where all stand on one scale."""
    groups: dict[str, list[Sheet]] = {}
    for sheet in chosen.apart:
        groups.setdefault(sheet.questionnaire.reference, []).append(sheet)
    others = _names(chosen, chosen.alike)
    for group in groups.values():
        own = group[0].questionnaire
        with st.container(border=True):
            st.markdown(_broken_in_words(_names(chosen, group), others, own, chosen.questionnaire))


def _names(chosen: Chosen, sheets: Sequence[Sheet]) -> str:
    return current_words().listed([plain(chosen.name(sheet)) for sheet in sheets])


def _broken_in_words(name: str, others: str, own: Questionnaire, other: Questionnaire) -> str:
    """Why scores of one questionnaire are not joined to those of the other, and what can be."""
    t, found = current_words(), continuity(*sorted((own, other), key=_age))
    if not found.same_subject:
        return t(
            "**{name}** answered another questionnaire ({title}): nothing of it is compared.",
            name=name,
            title=plain(own.title.get(current_lang())),
        )
    said = [
        t(
            "**{name}** answered version {own} of the questionnaire, {others} version {other}: "
            "these scores stand on different scales and are not joined.",
            name=name,
            others=others,
            own=own.version,
            other=other.version,
        ),
        *_changes(found),
        _followed(found),
    ]
    return t.sentences(*said)


def _age(questionnaire: Questionnaire) -> list[int]:
    """By which an older version comes first: what is new and what is gone hangs on it."""
    return [int(part) for part in questionnaire.version.split(".")]


def changes_in_words(old: Questionnaire, new: Questionnaire) -> str:
    """What another version of a questionnaire changed, in whole sentences."""
    return current_words().sentences(*_changes(continuity(old, new)))


def _changes(found: Continuity) -> Iterator[str]:
    t = current_words()
    if n := len(found.reworded):
        yield t.plural("{n} question was reworded.", "{n} questions were reworded.", n)
    if n := len(found.added):
        yield t.plural("{n} question is new.", "{n} questions are new.", n)
    if n := len(found.removed):
        yield t.plural("{n} question is gone.", "{n} questions are gone.", n)
    if found.weights_changed:
        yield t("The weights differ.")
    if found.method_changed:
        yield t("Bands, gates or other rules of scoring differ.")


def _followed(found: Continuity) -> str:
    t, n = current_words(), len(found.items)
    if not n:
        return t("No question reads the same.")
    return t.plural(
        "{n} question reads the same and is compared by itself.",
        "{n} questions read the same and are compared one by one.",
        n,
    )
