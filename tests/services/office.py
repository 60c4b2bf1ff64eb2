"""What the tests of the use cases do again and again, said in one word."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from threading import Barrier
from typing import TypeVar

from dashboard.catalog import DATA, QUESTIONNAIRES, Catalog
from dashboard.domain.answer import Answer, StoredAnswer
from dashboard.services import answers, assessments
from dashboard.services.acting import Acting
from tests.builders import FERRY_LINES

QUESTIONNAIRE = "data-trust@1.0.0"
FERRY = "ferry-line@1.0.0"

R = TypeVar("R")


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.shows = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.shows

    def go_on(self, **by: float) -> None:
        self.shows += timedelta(**by)


@cache
def shelves(*more: Path) -> Catalog:
    """The shipped questionnaires and the ferry line's."""
    return Catalog.load((QUESTIONNAIRES, *(more or (FERRY_LINES,))), DATA)


def say(
    acting: Acting, assessment_id: str, item_id: str, answer: Answer | None, *, over: int = 0
) -> StoredAnswer:
    return answers.record(acting, assessment_id, item_id, answer, read_version=over)


def say_all(acting: Acting, assessment_id: str, given: Mapping[str, Answer]) -> None:
    """Answer items that had no answer, all in one transaction."""
    assert answers.adopt(acting, assessment_id, given.items()) == len(given)


def standing(acting: Acting, assessment_id: str) -> dict[str, Answer]:
    return assessments.open_sheet(acting, assessment_id).answers


def past(acting: Acting, assessment_id: str, item_id: str) -> list[Answer | None]:
    """The values in the history, newest first."""
    return [entry.answer for entry in answers.history(acting, assessment_id, item_id)]


def at_once(*actions: Callable[[], R]) -> Sequence[R | Exception]:
    """What every action returned or raised, each in a thread of its own, all let go together."""
    ready = Barrier(len(actions))

    def run(action: Callable[[], R]) -> R | Exception:
        ready.wait()
        try:
            return action()
        except Exception as refusal:  # noqa: BLE001  (the caller looks at it)
            return refusal

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))
