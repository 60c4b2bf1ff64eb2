"""One dimension a page: its questions with their statements, as they stand and as they were typed.

A page is stored whole or not at all, whichever way it is left.
"""

from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from dashboard import bootstrap
from dashboard.domain.answer import State
from dashboard.domain.questionnaire import Dimension, Item
from dashboard.i18n import Words
from dashboard.services import participation
from dashboard.services.acting import utc_now
from dashboard.services.participation import NotJoined, Sheet
from dashboard.web import rating_form
from dashboard.web.form import Fields, FormRefused
from dashboard.web.guest import DIMENSION, Guest
from dashboard.web.rating_form import BLANK, MAX_REASON, Entries, Entry, Problem

GO: Final = "go"
NEXT, BACK = "next", "back"
UNFIT: Final = 422


@dataclass(frozen=True)
class Choice:
    """One row of a question."""

    value: str
    text: str
    hint: str = ""


@dataclass(frozen=True)
class Question:
    item: Item
    text: str
    choices: tuple[Choice, ...]
    entry: Entry
    problem: str

    @property
    def reason_field(self) -> str:
        return rating_form.reason_field(self.item)


def show_questions(guest: Guest, dimension: Dimension) -> Response:
    """The page with what this phone gave so far; without a place, the invitation."""
    sheet = guest.sheet()
    if sheet is None:
        return guest.visit.go_to(guest.code)
    return _page(guest, dimension, _entries(sheet, dimension))


def take_ratings(guest: Guest, dimension: Dimension, fields: Fields) -> Response:
    """Store the page and lead on, or show it again with what is wrong."""
    ticket, given = guest.signed(fields)
    way = given.pop(GO, NEXT)
    langs = guest.invited.workshop.setup.langs
    if way not in {NEXT, BACK, *langs}:
        raise FormRefused(f"no way {way!r}")
    entries = rating_form.read(dimension, given)
    if any(entry.problem for entry in entries.values()):
        if guest.sheet() is None:
            raise NotJoined
        return _page(guest, dimension, entries, status=UNFIT)
    store, answers = bootstrap.get_store(), rating_form.answers(entries)
    participation.hand_in(store, guest.invited, ticket.token, answers, now=utc_now())
    here = guest.invited.dimensions.index(dimension)
    new_lang = next((lang for lang in langs if lang == way), None)
    if new_lang:
        return guest.visit.go_to(*guest.step(here), lang=new_lang)
    return guest.visit.go_to(*guest.step(here - 1 if way == BACK else here + 1))


def _entries(sheet: Sheet, dimension: Dimension) -> Entries:
    return {item.id: rating_form.entry_of(sheet.answers.get(item.id)) for item in dimension.items}


def _page(guest: Guest, dimension: Dimension, entries: Entries, *, status: int = 200) -> Response:
    t, lang = guest.paper.t, guest.paper.lang
    questionnaire, dimensions = guest.invited.questionnaire, guest.invited.dimensions
    here = dimensions.index(dimension)
    last = here + 1 == len(dimensions)
    title = dimension.title.get(lang)
    return guest.page(
        "questions",
        status,
        saving_switches=True,
        title=title,
        head=t("Not stored yet: {title}", title=title) if status == UNFIT else title,
        action=guest.visit.path(guest.code, DIMENSION, dimension.id),
        eyebrow=t("Page {n} of {total}", n=here + 1, total=len(dimensions)),
        pillar=questionnaire.pillar_of[dimension.id].title.get(lang),
        definition=dimension.definition.get(lang) if dimension.definition else "",
        rule=questionnaire.texts.answering_rule.get(lang),
        questions=[_question(guest, item, entries[item.id]) for item in dimension.items],
        wrong=t("This page is not stored yet. Please look at this again:"),
        is_wrong=status == UNFIT,
        reason_label=t("Why does it not apply?"),
        reason_hint=t("One sentence that a colleague would understand"),
        max_reason=MAX_REASON,
        not_applicable=State.NOT_APPLICABLE,
        go=GO,
        next=NEXT,
        back=BACK if here else "",
        next_label=t("Review") if last else t("Next: {name}", name=_name(guest, here + 1)),
        back_label=t("Back"),
        stored_when=t(
            "Each button stores this page. You can change it until the workshop is locked."
        ),
    )


def _name(guest: Guest, position: int) -> str:
    return guest.invited.dimensions[position].name.get(guest.paper.lang)


def _question(guest: Guest, item: Item, entry: Entry) -> Question:
    t, lang = guest.paper.t, guest.paper.lang
    rows = [_choice(guest, item, value) for value in rating_form.choices(item)]
    if entry.choice != BLANK:
        rows.append(Choice(BLANK, t("No answer"), t("Takes your answer back.")))
    problem = _in_words(entry.problem, t) if entry.problem else ""
    return Question(item, item.question.get(lang), tuple(rows), entry, problem)


def _choice(guest: Guest, item: Item, value: str) -> Choice:
    t, lang = guest.paper.t, guest.paper.lang
    special = guest.invited.questionnaire.special_answers
    if value == State.DONT_KNOW:
        return Choice(value, special.dont_know.text.get(lang), special.dont_know.help.get(lang))
    if value == State.NOT_APPLICABLE and item.not_applicable:
        condition = t("Only if: {condition}", condition=item.not_applicable.get(lang))
        return Choice(value, special.not_applicable.text.get(lang), condition)
    return Choice(value, item.option(int(value)).text.get(lang))


def _in_words(problem: Problem, t: Words) -> str:
    match problem:
        case Problem.NO_REASON:
            return t("Say in a sentence why it does not apply, or choose another answer.")
        case Problem.TOO_LONG:
            return t("The reason is too long: at most {n} characters fit.", n=MAX_REASON)
        case Problem.UNREADABLE:
            return t("The reason has a sign that cannot be stored. Please type it anew.")
