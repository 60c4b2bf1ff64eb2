"""JSON read without mercy: a key given twice, NaN and null are found, with their place."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.domain.problem import Step

Place = tuple[Step, ...]

MAX_DEPTH = 50


@dataclass(frozen=True)
class StrictJson:
    value: object
    oddities: tuple[tuple[Place, str], ...]
    """What is not JSON or says two things, with the words for it."""
    nulls: tuple[Place, ...]


class _Object(dict[str, object]):
    """A JSON object that remembers which keys it was given twice."""

    twice: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Constant:
    """NaN or an infinity: no JSON value, though Python's reader knows it."""

    name: str


def parse(raw: bytes) -> StrictJson:
    """Parse UTF-8 JSON; ValueError, with words for its author, if it is none."""
    try:
        value = json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_Constant
        )
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 text (byte {error.start})") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ValueError(
            f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]} ({place})"
        ) from error
    except RecursionError as error:
        raise ValueError("is nested too deep") from error
    except ValueError as error:
        raise ValueError("has a number with too many digits") from error
    found = tuple(_walk(value, ()))
    return StrictJson(
        value=value,
        oddities=tuple((place, words) for place, words in found if words),
        nulls=tuple(place for place, words in found if not words),
    )


def _object(pairs: list[tuple[str, object]]) -> _Object:
    read = _Object(pairs)
    if len(read) < len(pairs):
        keys = [key for key, _ in pairs]
        read.twice = tuple(key for key in read if keys.count(key) > 1)
    return read


def _walk(value: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Every oddity with its words; a null without."""
    if len(place) > MAX_DEPTH:
        yield place[:3], "is nested too deep"
    elif value is None:
        yield place, ""
    elif isinstance(value, _Constant):
        yield place, f"{value.name} is not a JSON number"
    elif isinstance(value, _Object):
        for key in value.twice:
            yield (*place, key), "is given twice"
        for key, member in value.items():
            yield from _walk(member, (*place, key))
    elif isinstance(value, list):
        for position, member in enumerate(value):
            yield from _walk(member, (*place, position))
