"""An assessment as a file, `candour.assessment/1`: read strictly, with every problem at once.

Reading and writing are inverse: what was read is written again as an equal JSON value.
"""

import json
import re
from collections.abc import Callable, Mapping, Set
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import SkipValidation, ValidationError

from dashboard.domain.answer import Answer, State, misfits
from dashboard.domain.assessment import BrandProfile, Name, WaveLabel
from dashboard.domain.message import Message, message_of, worded
from dashboard.domain.problem import Problem, Refused, Step, dotted
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result_document import FORMAT as RESULT_FORMAT
from dashboard.domain.strict_json import StrictJson, parse
from dashboard.domain.text import CleanText, Frozen
from dashboard.domain.vocabulary import Vocabulary
from dashboard.domain.wording import words_of

FORMAT = "candour.assessment/1"
MAX_BYTES = 5_000_000
MAX_PROBLEMS = 500
NULLABLE = ("brand", "parent")
"""The one field that may be null."""
REQUIRED = frozenset(
    {("format",), ("questionnaire",), ("brand",), ("brand", "name"), ("wave",), ("answers",)}
)

FIELDS: Mapping[State, frozenset[str]] = {
    State.LEVEL: frozenset({"level", "evidence", "note", "links"}),
    State.DONT_KNOW: frozenset({"state", "note", "links"}),
    State.NOT_APPLICABLE: frozenset({"state", "reason", "note", "links"}),
}
ALL_FIELDS = frozenset[str]().union(*FIELDS.values())
LOOKED_AT = frozenset({"state", "level", "evidence"})
"""What an item allows or does not."""

DAY_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BrandBlock(Frozen):
    name: Name
    industry: CleanText | None = None
    region: CleanText | None = None
    size: CleanText | None = None
    parent: Name | None = None


class Document(Frozen):
    """One assessment, as its file says it."""

    questionnaire: str
    brand: BrandProfile
    brand_keys: tuple[str, ...]
    """The keys that the brand block had: a parent of null and none at all are different."""
    wave: WaveLabel
    dated: date | None
    answers: SkipValidation[Mapping[str, Answer]]
    """Each was looked at when it was made; here nothing can be wrong with it."""


class _Outline(Frozen):
    format: Literal["candour.assessment/1"]
    questionnaire: CleanText
    brand: BrandBlock
    wave: WaveLabel
    date: CleanText | None = None
    answers: dict[CleanText, dict[str, object]]


Find = Callable[[str], Questionnaire]
"""Reference to questionnaire; LookupError, with words for the user, if there is none."""


def read_document(raw: bytes, file: Path, *, find: Find, vocabulary: Vocabulary) -> Document:
    """Read one assessment file; `Refused`, with every problem and its field, if it is not right."""
    reading = _Reading(file)
    parsed = reading.parse(raw)
    outline = reading.outline(parsed)
    questionnaire = reading.questionnaire(parsed, find)
    reading.check_brand(parsed, vocabulary)
    answers = reading.answers(parsed, questionnaire)
    day = reading.day(parsed)
    if reading.problems or outline is None:
        raise Refused(reading.problems)
    return Document(
        questionnaire=outline.questionnaire,
        brand=BrandProfile(**outline.brand.model_dump()),
        brand_keys=tuple(sorted(outline.brand.model_fields_set)),
        wave=outline.wave,
        dated=day,
        answers=answers,
    )


def write_document(document: Document) -> str:
    """The document as JSON text; what is absent is left out."""
    shown = {
        "format": FORMAT,
        "questionnaire": document.questionnaire,
        "brand": _brand_block(document),
        "wave": document.wave,
        **({"date": document.dated.isoformat()} if document.dated else {}),
        "answers": {item_id: answer_block(a) for item_id, a in document.answers.items()},
    }
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _brand_block(document: Document) -> dict[str, object]:
    block = document.brand.model_dump(exclude_none=True)
    if "parent" in document.brand_keys:
        block.setdefault("parent", None)
    return block


def answer_block(answer: Answer) -> dict[str, object]:
    """One answer as it stands in a file."""
    block = answer.model_dump(mode="json", exclude_none=True)
    if answer.state is State.LEVEL:
        del block["state"]
    return block


class _Reading:
    """One file being read; every step notes its problems and lets the next one go on."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._noted: dict[tuple[str, str], Problem] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._noted.values())

    def note(self, path: tuple[Step, ...], message: Message | str) -> None:
        """Note a problem once; past the limit one line says that there is more."""
        place = dotted(path)
        if len(self._noted) >= MAX_PROBLEMS:
            place, message = "", worded("has more than {n} problems", n=MAX_PROBLEMS)
        problem = Problem(file=self.file, path=place, message=message)
        self._noted.setdefault((place, str(message)), problem)

    def parse(self, raw: bytes) -> object:
        if len(raw) > MAX_BYTES:
            self.note((), worded("is larger than {size} MB", size=MAX_BYTES // 1_000_000))
            raise Refused(self.problems)
        try:
            parsed = parse(raw)
        except ValueError as error:
            self.note((), message_of(error))
            raise Refused(self.problems) from error
        if isinstance(parsed.value, dict) and parsed.value.get("format") == RESULT_FORMAT:
            self.note(("format",), worded("is a result: only assessments are read"))
            raise Refused(self.problems)
        self._note_oddities(parsed)
        return parsed.value

    def _note_oddities(self, parsed: StrictJson) -> None:
        for path, message in parsed.oddities:
            self.note(path, message)
        for path in parsed.nulls:
            if not path:
                self.note(path, worded("must be a mapping of keys"))
            elif path in REQUIRED:
                self.note(path, worded("must not be null"))
            elif path != NULLABLE:
                self.note(path, worded("must not be null: leave the key out"))

    def outline(self, parsed: object) -> _Outline | None:
        try:
            return _Outline.model_validate(parsed)
        except ValidationError as error:
            self._note_errors((), error)
            return None

    def _note_errors(
        self, at: tuple[Step, ...], error: ValidationError, *, fields_alone: bool = False
    ) -> None:
        for detail in error.errors():
            if fields_alone and not detail["loc"]:
                continue
            path = (*at, *(step for step in detail["loc"] if step != "[key]"))
            if detail["input"] is not None or detail["type"] == "missing":
                self.note(path, words_of(detail))

    def questionnaire(self, parsed: object, find: Find) -> Questionnaire | None:
        reference = _member(parsed, "questionnaire")
        if not isinstance(reference, str):
            return None
        try:
            return find(reference)
        except LookupError as error:
            self.note(("questionnaire",), message_of(error))
            return None

    def check_brand(self, parsed: object, vocabulary: Vocabulary) -> None:
        brand = _member(parsed, "brand")
        for field in ("industry", "region", "size"):
            key, known = _member(brand, field), getattr(vocabulary, field)
            if isinstance(key, str) and key not in known:
                given, keys = repr(key[:60]), ", ".join(known)
                message = worded("{given} is not one of {keys}", given=given, keys=keys)
                self.note(("brand", field), message)

    def day(self, parsed: object) -> date | None:
        value = _member(parsed, "date")
        if not isinstance(value, str):
            return None
        try:
            if DAY_FORM.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        message = worded("{given} is not a day of the form 2026-11-24", given=repr(value[:60]))
        self.note(("date",), message)
        return None

    def answers(self, parsed: object, questionnaire: Questionnaire | None) -> dict[str, Answer]:
        blocks = _member(parsed, "answers")
        read: dict[str, Answer] = {}
        for item_id, block in blocks.items() if isinstance(blocks, dict) else ():
            path = ("answers", item_id)
            item = questionnaire.items_by_id.get(item_id) if questionnaire else None
            if questionnaire and item is None:
                known = questionnaire.reference
                self.note(path, worded("is not an item of {questionnaire}", questionnaire=known))
            if not isinstance(block, dict):
                continue
            answer, whole = self._answer(path, block)
            if questionnaire and item:
                for field, reason in misfits(answer, item, questionnaire):
                    self.note((*path, field), reason)
            if whole:
                read[item_id] = answer
        return read

    def _answer(self, path: tuple[Step, ...], block: dict[str, object]) -> tuple[Answer, bool]:
        """The answer as far as it can be read, and whether that is all of it."""
        state = self._state(path, block)
        foreign = block.keys() - (FIELDS[state] if state else ALL_FIELDS)
        for key in sorted(foreign):
            self.note((*path, key), _foreign_to(state))
        lacks_reason = state is State.NOT_APPLICABLE and "reason" not in block
        if lacks_reason:
            message = worded("is missing: say why the item does not apply")
            self.note((*path, "reason"), message)
        fields = {**_without(foreign, block), "state": state or State.LEVEL}
        try:
            return Answer.model_validate(fields), state is not None
        except ValidationError as error:
            told = state is None or lacks_reason
            self._note_errors(path, error, fields_alone=told)
            wrong = {detail["loc"][0] for detail in error.errors() if detail["loc"]}
            right: dict[str, Any] = {
                name: fields[name] for name in LOOKED_AT & fields.keys() - wrong
            }
            return Answer.model_construct(**right), False

    def _state(self, path: tuple[Step, ...], block: dict[str, object]) -> State | None:
        if "state" not in block:
            if "level" not in block:
                message = worded(
                    'must have a "{level}", or a "{state}"', level="level", state="state"
                )
                self.note(path, message)
                return None
            return State.LEVEL
        stated = block["state"]
        if stated not in (State.DONT_KNOW, State.NOT_APPLICABLE):
            message = worded(
                'must be "{one}" or "{other}"', one=State.DONT_KNOW, other=State.NOT_APPLICABLE
            )
            self.note((*path, "state"), message)
            return None
        return State(str(stated))


def _without(keys: Set[str], block: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in block.items() if key not in keys} if keys else block


def _foreign_to(state: State | None) -> Message:
    if state is None:
        return worded("is not a key of an answer")
    if state is State.LEVEL:
        return worded("is not a key of a level answer")
    return worded('is not a key of a "{state}" answer', state=state)


def _member(parsed: object, key: str) -> object:
    return parsed.get(key) if isinstance(parsed, dict) else None
