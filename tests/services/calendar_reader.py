"""A strict reader of iCalendar files, written from RFC 5545 and not from what writes ours.

It refuses what the standard forbids; real calendars forgive more.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final

LIMIT: Final = 75
"""Octets of a line without its line end (3.1)."""
PROPERTY: Final = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)", re.DOTALL)
ESCAPES: Final = {"\\": "\\", ";": ";", ",": ",", "n": "\n", "N": "\n"}
ONCE: Final = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE")


@dataclass(frozen=True)
class Event:
    properties: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Name to parameters and value, as they stand in the file."""

    def text(self, name: str) -> str:
        """A value of type TEXT (3.3.11)."""
        value, found = self.properties[name][1], ""
        signs = iter(value)
        for sign in signs:
            assert sign not in ";,", f"{name} has a {sign} that is not escaped"
            found += ESCAPES[next(signs)] if sign == "\\" else sign
        return found

    def moment(self, name: str) -> datetime:
        return datetime.strptime(self.properties[name][1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)

    @property
    def day(self) -> date:
        parameters, value = self.properties["DTSTART"]
        assert parameters == ";VALUE=DATE"
        assert re.fullmatch(r"\d{8}", value)
        return date(int(value[:4]), int(value[4:6]), int(value[6:]))


def read_calendar(content: bytes) -> list[Event]:
    """The events of one calendar."""
    lines = [_property(line) for line in _unfolded(content)]
    assert lines[0] == ("BEGIN", "", "VCALENDAR")
    assert lines[-1] == ("END", "", "VCALENDAR")
    events: list[Event] = []
    open_: Event | None = None
    head: dict[str, str] = {}
    for name, parameters, value in lines[1:-1]:
        if name in ("BEGIN", "END"):
            assert value == "VEVENT"
            assert (open_ is None) == (name == "BEGIN")
            open_ = Event() if name == "BEGIN" else None
            events += [open_] if open_ else []
        elif open_ is None:
            head[name] = value
        else:
            assert name not in open_.properties, f"{name} stands there twice"
            open_.properties[name] = parameters, value
    assert head["VERSION"] == "2.0"
    assert head["PRODID"]
    assert all(name in event.properties for event in events for name in ONCE)
    uids = [event.properties["UID"][1] for event in events]
    assert len(set(uids)) == len(uids)
    return events


def _unfolded(content: bytes) -> list[str]:
    """Lines end in CR LF; one that begins with a space goes on with the one before."""
    assert content.endswith(b"\r\n")
    pieces = content[:-2].split(b"\r\n")
    assert not any(b"\r" in piece or b"\n" in piece for piece in pieces)
    assert all(len(piece) <= LIMIT for piece in pieces)
    lines: list[bytes] = []
    for piece in pieces:
        piece.decode()  # no character is broken in two, which the standard allows and few can read
        if piece.startswith(b" "):
            lines[-1] += piece[1:]
        else:
            lines.append(piece)
    return [line.decode() for line in lines]


def _property(line: str) -> tuple[str, str, str]:
    found = PROPERTY.fullmatch(line)
    assert found, line
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line), "a control character"
    return found[1], found[2], found[3]
