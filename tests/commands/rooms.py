"""Rooms of people who rate by their phones, for the commands that lead them."""

import json
from collections.abc import Sequence
from typing import Any

from dashboard import bootstrap
from dashboard.services.workshops import by_code
from tests.commands.conftest import Candour
from tests.domain.rooms import rating
from tests.services.rooms import Phone

Shown = dict[str, Any]


def opened(run: Candour, assessment_id: str, *options: object) -> str:
    """The code of a workshop on an assessment, as it is spoken."""
    result = run("workshop", "open", assessment_id, *options)
    assert (result.exit_code, result.stderr) == (0, ""), result.stderr
    return str(result.stdout.splitlines()[0])


def done(run: Candour, *words: object) -> str:
    result = run("workshop", *words)
    assert (result.exit_code, result.stderr) == (0, ""), result.stderr
    return str(result.stdout)


def status(run: Candour, code: str) -> Shown:
    found: Shown = json.loads(done(run, "status", code, "--json"))
    return found


def rated(code: str, rows: Sequence[str], roles: Sequence[str | None] = ()) -> list[Phone]:
    """People who each give a row of signs on the items of the workshop: see `domain.rooms`."""
    me = bootstrap.get_acting()
    room = by_code(me, code)
    phones = [Phone(me, room.workshop.code) for _ in rows]
    for phone, row, role in zip(phones, rows, roles or [None] * len(rows), strict=True):
        phone.join(role)
        signs = zip(room.items, row, strict=True)
        phone.give({item.id: answer for item, sign in signs if (answer := rating(sign))})
        phone.finish()
    return phones


def revealed(
    run: Candour,
    assessment_id: str,
    rows: Sequence[str],
    roles: Sequence[str | None] = (),
    *options: object,
) -> str:
    """The code of a workshop in which these rows were given, led to its reveal."""
    code = opened(run, assessment_id, *options)
    rated(code, rows, roles)
    done(run, "lock", code)
    done(run, "reveal", code)
    return code
