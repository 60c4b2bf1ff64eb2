"""What the pages of a workshop say in several places: stages, counts, levels."""

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.workshop import Progress, Setup, Stage, Workshop
from dashboard.plain import plain
from dashboard.services.workshops import Room
from dashboard.views.parts.answering import choice_of
from dashboard.views.parts.statement import statement
from dashboard.views.session import current_lang, current_words

NEW, SET_UP = "new", "set-up"
"""In the place of a workshop's id: the steps on the way to a new one."""


def stage_in_words(stage: Stage) -> str:
    t = current_words()
    words = {
        Stage.DRAFT: t("being prepared"),
        Stage.COLLECTING: t("collecting ratings"),
        Stage.LOCKED: t("locked"),
        Stage.REVEALED: t("revealed"),
        Stage.CLOSED: t("closed"),
    }
    return words[stage]


def eyebrow_of(room: Room) -> str:
    """Whose workshop this is, and where it stands."""
    t = current_words()
    return " · ".join(
        [
            t("Workshop"),
            plain(room.brand.name),
            plain(room.assessment.wave),
            stage_in_words(room.workshop.stage),
        ]
    )


def joined_in_words(workshop: Workshop, found: Progress) -> str:
    t, expected = current_words(), workshop.setup.expected
    if found.joined > expected:
        return t(
            "{joined} joined, {finished} finished", joined=found.joined, finished=found.finished
        )
    return t(
        "{joined} of {expected} joined, {finished} finished",
        joined=found.joined,
        expected=expected,
        finished=found.finished,
    )


def who_in_words(setup: Setup) -> str:
    """Anonymous, or which roles are asked for."""
    t = current_words()
    if not setup.roles:
        return t("anonymous")
    return t("by role: {roles}", roles=t.listed([plain(role) for role in setup.roles]))


def level_label(questionnaire: Questionnaire, item: Item, level: int) -> str:
    """ "4 · Managed"; the number alone where levels have no names."""
    name = questionnaire.level_name(item, level)
    return f"{level} · {plain(name.get(current_lang()))}" if name else str(level)


def level_word(questionnaire: Questionnaire, item: Item, level: int) -> str:
    """ "Managed" in a sentence; "level 4" where levels have no names."""
    name = questionnaire.level_name(item, level)
    return plain(name.get(current_lang())) if name else current_words()("level {n}", n=level)


def outcome_word(questionnaire: Questionnaire, item: Item, answer: Answer) -> str:
    """A level by its name, or the special answer as it is given."""
    if answer.level is not None:
        return level_word(questionnaire, item, answer.level)
    return statement(item, questionnaire, current_lang(), choice_of(answer) or "")
