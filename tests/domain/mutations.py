"""Seeded damage to files: what transfers, editors, programs and enemies do to them.

`CANDOUR_FUZZ=10000` runs as many cases as that instead of the few hundred of an ordinary run.
"""

import json
import os
from collections.abc import Callable, Iterator
from random import Random

CASES = int(os.environ.get("CANDOUR_FUZZ", "300"))

Damage = Callable[[Random, bytes], bytes]

ENCODINGS = ("utf-16", "utf-32", "utf-8-sig", "utf-7", "gb18030", "latin-1", "utf-16-le")
LUMPS = (
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",  # half a surrogate pair
    b"\xc0\x80",
    b"\x1b[2J",
    b"\x7f",
    b"\r",
    b"\xe2\x80\xa8",
    b"\xef\xbb\xbf",
    b"\t",
    b"'",
    b'"',
    b"#",
    b": ",
    b"- ",
    b"{",
    b"}",
    b"[" * 200,
    b'{"a":' * 200,
    b"9" * 5000,
    b"1e400",
    b"&a ",
    b"*a",
    b"!!python/object:os.system ",
    b"---\n",
    b"%",
    b"@",
    b"`",
    b"? ",
    b"|-\n",
    "信任".encode(),
)


def flip_bytes(random: Random, raw: bytes) -> bytes:
    damaged = bytearray(raw)
    for _ in range(random.choice([1, 1, 3, 30])):
        damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
    return bytes(damaged)


def truncate(random: Random, raw: bytes) -> bytes:
    return raw[: random.randrange(len(raw))]


def drop_a_piece(random: Random, raw: bytes) -> bytes:
    start = random.randrange(len(raw))
    return raw[:start] + raw[start + random.choice([1, 2, 10, 200]) :]


def repeat_a_piece(random: Random, raw: bytes) -> bytes:
    start = random.randrange(len(raw))
    end = start + random.choice([1, 10, 200])
    return raw[:end] + raw[start:]


def insert_a_lump(random: Random, raw: bytes) -> bytes:
    place = random.randrange(len(raw))
    return raw[:place] + random.choice(LUMPS) + raw[place:]


def mix_lines(random: Random, raw: bytes) -> bytes:
    """Delete, double or swap lines, or shift their indentation."""
    lines = raw.split(b"\n")
    here, there = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            del lines[here]
        case 1:
            lines.insert(there, lines[here])
        case 2:
            lines[here], lines[there] = lines[there], lines[here]
        case _:
            lines[here] = random.choice([b"  ", b" ", b"\t", b"- "]) + lines[here]
    return b"\n".join(lines)


def encode_otherwise(random: Random, raw: bytes) -> bytes:
    return raw.decode("utf-8", "replace").encode(random.choice(ENCODINGS), "replace")


BYTE_DAMAGES: tuple[Damage, ...] = (
    flip_bytes,
    truncate,
    drop_a_piece,
    repeat_a_piece,
    insert_a_lump,
    mix_lines,
    encode_otherwise,
)

WRONG_VALUES: tuple[object, ...] = (
    None,
    True,
    False,
    0,
    -1,
    7,
    1.5,
    3.0,
    -0.0,
    1e308,
    10**30,
    10**400,
    float("nan"),
    float("inf"),
    "",
    "   ",
    "No",
    "\x00",
    "\x1b[31m",
    "\ud800",
    "\u202e",
    "x" * 6000,
    "信任",
    "2026-02-30",
    "http://[",
    "javascript:alert(1)",
    [],
    [None],
    [[[]]],
    {},
    {"en": "a"},
    {"": None},
    {"level": 3},
    {"state": ["dont_know"]},
    {"\ud800": {"level": 1}},
)


def places_in(value: object) -> Iterator[tuple[object, object]]:
    """Every (container, key) pair of plain data."""
    members: list[tuple[object, object]] = []
    if isinstance(value, dict):
        members = list(value.items())
    elif isinstance(value, list):
        members = list(enumerate(value))
    for key, member in members:
        yield value, key
        yield from places_in(member)


def change_values(random: Random, value: object) -> None:
    """Swap, delete or rename members of plain data, in place."""
    for _ in range(random.choice([1, 1, 2, 5])):
        places = list(places_in(value))
        if not places:
            return
        container, key = random.choice(places)
        if isinstance(container, dict):
            change_mapping(random, container, key)
        elif isinstance(container, list) and isinstance(key, int):
            container[key] = wrong_value(random)


def change_mapping(random: Random, container: dict[object, object], key: object) -> None:
    match random.randrange(5):
        case 0:
            del container[key]
        case 1:
            container[random.choice(["", "x", "en", "level", "state", "\ud800"])] = container[key]
        case _:
            container[key] = wrong_value(random)


def wrong_value(random: Random) -> object:
    """A copy: what is put in one place must not change with another."""
    value = random.choice(WRONG_VALUES)
    if random.random() < 0.02:
        for _ in range(random.choice([30, 60, 300])):
            value = [value] if random.random() < 0.5 else {"a": value}
    return json.loads(json.dumps(value))
