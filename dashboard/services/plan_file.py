"""A saved plan as the content of a file: CSV for a table, iCalendar for a calendar.

iCalendar is RFC 5545: lines end in CR LF and are folded at 75 octets, never inside a character.
Of a step with a date it makes an event of that day, as calendars that know tasks are rare.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from dashboard.domain.saved_plan import SavedStep, StepStatus
from dashboard.domain.text import Lang
from dashboard.i18n import Words, words
from dashboard.reports.step_words import action_in_words
from dashboard.services.plans import Desk
from dashboard.services.votes_file import as_csv

LINE_OCTETS: Final = 75
COLUMNS: Final = (
    *("position", "item", "title", "action", "from_level", "to_level", "effort"),
    *("owner", "due", "status", "note"),
)


def plan_as_csv(desk: Desk, lang: Lang) -> bytes:
    """One row a step, in the plan's order, under names of columns that are the same everywhere."""
    rows = [
        [
            position,
            step.item_id,
            _title(desk, step, lang),
            action_in_words(desk.questionnaire, step, words(lang)),
            step.level,
            step.to_level,
            f"{step.effort:g}",
            step.work.owner or "",
            step.work.due.isoformat() if step.work.due else "",
            step.work.status.value,
            step.work.note or "",
        ]
        for position, step in enumerate(_steps(desk), start=1)
    ]
    return as_csv([COLUMNS, *rows])


def plan_as_calendar(desk: Desk, lang: Lang, now: datetime) -> bytes:
    """The steps that have a date; the same step has the same UID in every export."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Candour//Plan//EN",
        "CALSCALE:GREGORIAN",
        *(
            line
            for step in _steps(desk)
            if step.work.due is not None
            for line in _event(desk, step, words(lang), now)
        ),
        "END:VCALENDAR",
    ]
    return "".join(_folded(line) for line in lines).encode()


def _event(desk: Desk, step: SavedStep, t: Words, now: datetime) -> Iterator[str]:
    lang = t.lang
    title = t("{item} to level {level}", item=_title(desk, step, lang), level=step.to_level)
    told = [
        desk.sheet.brand.name,
        t("Demo data") if desk.sheet.workspace.is_demo else "",
        action_in_words(desk.questionnaire, step, t),
        t("Owner: {name}", name=step.work.owner) if step.work.owner else "",
        step.work.note or "",
    ]
    done = step.work.status is StepStatus.DONE
    yield "BEGIN:VEVENT"
    yield f"UID:{desk.sheet.assessment.id}-{step.item_id}-{step.level}@candour"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"LAST-MODIFIED:{_moment(step.changed_at)}"
    yield f"SEQUENCE:{step.version}"
    yield f"DTSTART;VALUE=DATE:{step.work.due:%Y%m%d}"
    yield f"SUMMARY:{_text(t('Done: {title}', title=title) if done else title)}"
    yield f"DESCRIPTION:{_text(chr(10).join(part for part in told if part))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _steps(desk: Desk) -> tuple[SavedStep, ...]:
    return desk.saved.steps if desk.saved else ()


def _title(desk: Desk, step: SavedStep, lang: Lang) -> str:
    item = desk.questionnaire.items_by_id.get(step.item_id)
    return item.title.get(lang) if item else step.item_id


def _moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    r"""A value of type TEXT.

    >>> _text("a, b; c\\d\ne")
    'a\\, b\\; c\\\\d\\ne'
    """
    lines = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").splitlines()
    return "\\n".join(lines)


def _folded(line: str) -> str:
    """The line, broken so that no piece with its leading space is longer than the limit."""
    pieces: list[str] = []
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > LINE_OCTETS - bool(pieces):
            pieces.append(piece)
            piece = ""
        piece += sign
    return "\r\n ".join([*pieces, piece]) + "\r\n"
