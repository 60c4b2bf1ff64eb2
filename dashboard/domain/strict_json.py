"""JSON read without mercy: a key given twice, NaN and null are found, with their place."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.domain.message import Message, worded
from dashboard.domain.problem import Step

Place = tuple[Step, ...]

MAX_DEPTH = 50
PLAIN = frozenset({str, int, float, bool})

REASONS = {
    "Expecting value": worded("expecting value"),
    "Expecting property name enclosed in double quotes": worded(
        "expecting property name enclosed in double quotes"
    ),
    "Expecting ':' delimiter": worded("expecting ':' delimiter"),
    "Expecting ',' delimiter": worded("expecting ',' delimiter"),
    "Illegal trailing comma before end of object": worded(
        "illegal trailing comma before end of object"
    ),
    "Illegal trailing comma before end of array": worded(
        "illegal trailing comma before end of array"
    ),
    "Extra data": worded("extra data"),
    "Unterminated string starting at": worded("unterminated string starting at"),
    "Invalid control character at": worded("invalid control character at"),
    "Invalid \\escape": worded("invalid \\escape"),
    "Invalid \\uXXXX escape": worded("invalid \\uXXXX escape"),
    "Unexpected UTF-8 BOM (decode using utf-8-sig)": worded(
        "unexpected UTF-8 BOM (decode using utf-8-sig)"
    ),
}
"""What Python's reader says, and what we say of it."""


@dataclass(frozen=True)
class StrictJson:
    value: object
    oddities: tuple[tuple[Place, Message], ...]
    """What is not JSON or says two things, with the words for it."""
    nulls: tuple[Place, ...]


class _Object(dict[str, object]):
    """A JSON object that remembers which keys it was given twice."""

    twice: tuple[str, ...] = ()


@dataclass(frozen=True)
class _NoNumber:
    """NaN, an infinity, or so many digits that Python refuses them; with the words for it."""

    words: Message


def _constant(name: str) -> _NoNumber:
    return _NoNumber(worded("{name} is not a JSON number", name=name))


def _whole(digits: str) -> int | _NoNumber:
    try:
        return int(digits)
    except ValueError:
        return _NoNumber(worded("has a number with too many digits"))


def parse(raw: bytes) -> StrictJson:
    """Parse UTF-8 JSON; ValueError, with words for its author, if it is none."""
    try:
        value = json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=_whole,
        )
    except UnicodeDecodeError as error:
        raise ValueError(worded("is not UTF-8 text (byte {byte})", byte=error.start)) from error
    except json.JSONDecodeError as error:
        raise ValueError(_not_json(error)) from error
    except RecursionError as error:
        raise ValueError(worded("is nested too deep")) from error
    found = tuple(_walk(value, ()))
    return StrictJson(
        value=value,
        oddities=tuple((place, words) for place, words in found if words),
        nulls=tuple(place for place, words in found if not words),
    )


def _not_json(error: json.JSONDecodeError) -> Message:
    line, column, reason = error.lineno, error.colno, REASONS.get(error.msg)
    if reason is None:
        return worded("is not JSON (line {line}, column {column})", line=line, column=column)
    return worded(
        "is not JSON: {reason} (line {line}, column {column})",
        reason=reason,
        line=line,
        column=column,
    )


def _object(pairs: list[tuple[str, object]]) -> _Object:
    read = _Object(pairs)
    if len(read) < len(pairs):
        times = Counter(key for key, _ in pairs)
        read.twice = tuple(key for key in read if times[key] > 1)
    return read


def _walk(value: object, place: Place) -> Iterator[tuple[Place, Message | None]]:
    """Every oddity with its words; a null without."""
    if len(place) > MAX_DEPTH:
        yield place[:3], worded("is nested too deep")
    elif value is None:
        yield place, None
    elif isinstance(value, _NoNumber):
        yield place, value.words
    elif isinstance(value, _Object):
        for key in value.twice:
            yield (*place, key), worded("is given twice")
        yield from _walk_members(value.items(), place)
    elif isinstance(value, list):
        yield from _walk_members(enumerate(value), place)


def _walk_members(
    members: Iterable[tuple[Step, object]], place: Place
) -> Iterator[tuple[Place, Message | None]]:
    """Most members are plain values, and are passed over here."""
    for step, member in members:
        if type(member) not in PLAIN:
            yield from _walk(member, (*place, step))
