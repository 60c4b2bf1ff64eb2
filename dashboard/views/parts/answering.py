"""What happens when somebody answers: the one place where a widget's value becomes an answer.

What is stored is kept in the session beside the version that was read. Widgets are written from
the store and read in their callbacks alone; an empty widget never means a withdrawn answer.
"""

from dataclasses import dataclass

import streamlit as st
from pydantic import ValidationError

from dashboard.domain.answer import Answer, AnswerChanged, State, StoredAnswer
from dashboard.domain.questionnaire import Item
from dashboard.services import answers
from dashboard.services.assessments import Sheet
from dashboard.store.errors import StoreError
from dashboard.views.parts.refused import REFUSALS
from dashboard.views.session import current_acting, current_lang

DONT_KNOW = "dont_know"
NOT_APPLICABLE = "not_applicable"
NOT_STATED = "not_stated"
"""Among the evidence grades: none is stated. An empty widget would say nothing at all."""

Choice = int | str
"""A level, or one of the two special answers."""


@dataclass(frozen=True)
class Slot:
    """Where one item of one assessment lives in the session."""

    assessment_id: str
    item: Item

    @property
    def widget(self) -> str:
        """Tests and assistive scripts find the answer by this key."""
        return f"answer-{self.item.id}-{current_lang()}"

    def field(self, name: str) -> str:
        return f"{name}-{self.item.id}-{current_lang()}"

    def _key(self, name: str) -> str:
        return f"{name}-{self.assessment_id}-{self.item.id}"

    @property
    def links_typed(self) -> str | None:
        """What was typed as links and could not be saved; its field may be closed by now."""
        found: str | None = st.session_state.get(self._key("links-typed"))
        return found

    def keep_links_typed(self, typed: str | None) -> None:
        """Have it at hand for the field that is opened again, or no longer."""
        st.session_state[self._key("links-typed")] = typed

    @property
    def _shown(self) -> str:
        return f"shown-{self.item.id}"

    @property
    def _untold(self) -> str:
        return f"untold-{self.item.id}"

    @property
    def stored(self) -> StoredAnswer | None:
        found: StoredAnswer | None = st.session_state.get(self._key("stored"))
        return found

    @property
    def answer(self) -> Answer | None:
        stored = self.stored
        return stored.answer if stored else None

    @property
    def conflict(self) -> AnswerChanged | None:
        found: AnswerChanged | None = st.session_state.get(self._key("conflict"))
        return found

    @property
    def trouble(self) -> Exception | None:
        found: Exception | None = st.session_state.get(self._key("trouble"))
        return found

    @property
    def can_be_sent_again(self) -> bool:
        """Whether the store did not take an answer, which is still at hand."""
        return isinstance(self.trouble, StoreError)

    @property
    def unsaved(self) -> Answer | None:
        """What the store did not take; None is a withdrawal."""
        found: tuple[Answer | None, int] = st.session_state[self._key("unsaved")]
        return found[0]

    @property
    def saved(self) -> bool:
        """Whether the store holds what the page shows."""
        answer = self.answer
        if answer is None or self.conflict or self.trouble:
            return False
        return st.session_state.get(self.widget) == choice_of(answer)

    @property
    def awaits_reason(self) -> bool:
        """Whether "does not apply" is chosen and not saved: its reason is missing."""
        answer = self.answer
        stands = answer is not None and answer.state is State.NOT_APPLICABLE
        return not stands and st.session_state.get(self.widget) == NOT_APPLICABLE

    def newest(self, sheet: Sheet) -> Answer | None:
        """The answer as the session knows it, or as the sheet does, whichever is later."""
        there, here = sheet.stored.get(self.item.id), self.stored
        if here and (there is None or here.version > there.version):
            return here.answer
        return sheet.answers.get(self.item.id)

    def read_from(self, sheet: Sheet) -> None:
        """Take over what the store says, once at every run of the whole page."""
        self._take(sheet.stored.get(self.item.id))
        if st.session_state.get(self._shown) != self.assessment_id:
            st.session_state[self._shown] = self.assessment_id
            st.session_state[self._untold] = True
        if self.widget not in st.session_state and not self.can_be_sent_again:
            st.session_state.pop(self._key("trouble"), None)

    def catch_up(self, sheet: Sheet) -> None:
        """Take over what the sheet says if it is newer; what a callback holds may be older."""
        there, here = sheet.stored.get(self.item.id), self.stored
        if there and (here is None or there.version > here.version):
            self._take(there)

    def save(
        self, answer: Answer | None, *, over: int | None = None, new_entry: bool = False
    ) -> None:
        """Store an answer over the version that was read, or over the one named."""
        here = self.stored
        version = here.version if here else 0
        try:
            stored = answers.record(
                current_acting(),
                self.assessment_id,
                self.item.id,
                answer,
                read_version=version if over is None else over,
                new_entry=new_entry,
            )
        except AnswerChanged as changed:
            st.session_state[self._key("conflict")] = changed
            st.session_state.pop(self._key("trouble"), None)
            self._take(changed.current)
        except REFUSALS as trouble:
            st.session_state[self._key("trouble")] = trouble
            st.session_state[self._key("unsaved")] = answer, version if over is None else over
        else:
            st.session_state.pop(self._key("conflict"), None)
            st.session_state.pop(self._key("trouble"), None)
            st.session_state[self._key("stored")] = stored

    def save_again(self) -> None:
        """Try once more what the store did not take."""
        answer, version = st.session_state[self._key("unsaved")]
        self.save(answer, over=version)
        if self.trouble is None:
            st.session_state[self._untold] = True

    def discard(self) -> None:
        """Let go of what the store did not take; the fields show what it holds."""
        if st.session_state.pop(self._key("trouble"), None) is not None:
            st.session_state[self._untold] = True

    def settle(self, *, mine: bool) -> None:
        """Choose between the two values of a conflict."""
        conflict = self.conflict
        if conflict is None:
            return
        if mine:
            self.save(conflict.yours, over=conflict.current.version)
        else:
            st.session_state.pop(self._key("conflict"), None)
        st.session_state[self._untold] = True

    def choose(self) -> None:
        """The radio was used. "Does not apply" waits for its reason."""
        choice: Choice | None = st.session_state.get(self.widget)
        if choice is None or choice == NOT_APPLICABLE:
            return
        self.save(_chosen(choice, self.answer))

    def say_not_applicable(self, reason: str, *, new_entry: bool = False) -> None:
        fields = {"state": State.NOT_APPLICABLE, "reason": reason}
        self._save_typed(fields | _kept(self.answer), new_entry=new_entry)

    def change(self, **fields: object) -> None:
        """Change the note, the links or the evidence of the answer that is there."""
        if self.answer is not None:
            self._save_typed(self.answer.model_dump() | fields)

    def _save_typed(self, fields: dict[str, object], *, new_entry: bool = False) -> None:
        """Save an answer with typed text, unless it holds what cannot be stored."""
        try:
            answer = Answer.model_validate(fields)
        except ValidationError as trouble:
            st.session_state[self._key("trouble")] = trouble
        else:
            self.save(answer, new_entry=new_entry)

    def put_back(self, answer: Answer | None) -> None:
        """Give the item an earlier value, or last wave's; the fields follow.

        The value that it had until now can be put back in turn, however short it stood.
        """
        self.save(answer, new_entry=True)
        st.session_state[self._untold] = True

    @property
    def choice(self) -> Choice | None:
        """What the radio shows for the answer in the store."""
        return choice_of(self.answer)

    def _take(self, stored: StoredAnswer | None) -> None:
        """Hold what the store says; where it is another answer, the fields follow."""
        shown = self.answer
        st.session_state[self._key("stored")] = stored
        if self.answer != shown:
            st.session_state[self._untold] = True

    def tell_choice(self) -> None:
        """Let the radio show what the store holds, where it shows nothing yet."""
        if self.widget not in st.session_state and (choice := self.choice) is not None:
            st.session_state[self.widget] = choice

    def tell_fields(self) -> None:
        """Before they are shown: tell them of another answer, for a browser keeps what it has.

        Not in the callback that brings it: what is told there is lost on the way to a rerun.
        """
        if not st.session_state.pop(self._untold, False):
            return
        self.keep_links_typed(None)
        values = _fields_of(self.answer)
        for name in FIELDS:
            key = self.field(name)
            if key not in st.session_state:
                continue
            if name not in values:
                del st.session_state[key]
            elif st.session_state[key] != values[name]:
                st.session_state[key] = values[name]


FIELDS = ("answer", "evidence", "note", "links", "reason")


def _fields_of(answer: Answer | None) -> dict[str, object]:
    """What each field holds that is shown beside an answer."""
    if answer is None:
        return {"answer": None}
    return {
        "answer": choice_of(answer),
        "note": answer.note or "",
        "links": "\n".join(answer.links or ()),
        **({"evidence": grade_of(answer)} if answer.state is State.LEVEL else {}),
        **({"reason": answer.reason} if answer.reason else {}),
    }


def choice_of(answer: Answer | None) -> Choice | None:
    if answer is None:
        return None
    return answer.level if answer.level is not None else answer.state.value


def grade_of(answer: Answer | None) -> Choice:
    """What the evidence grades show for the answer in the store."""
    return NOT_STATED if answer is None or answer.evidence is None else answer.evidence


def _chosen(choice: Choice, before: Answer | None) -> Answer:
    """The answer of a choice; note and links stay, and evidence as long as there is a level."""
    kept = _kept(before)
    if isinstance(choice, int):
        evidence = before.evidence if before else None
        return Answer(state=State.LEVEL, level=choice, evidence=evidence, **kept)
    return Answer(state=State.DONT_KNOW, **kept)


def _kept(before: Answer | None) -> dict[str, object]:
    return {"note": before.note, "links": before.links} if before else {}
