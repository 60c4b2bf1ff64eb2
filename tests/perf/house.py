"""An installation with one open workshop, and whether it kept all that it acknowledged."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.perf.assessments import empty_sheet, imported
from tests.perf.candour import candour, run
from tests.perf.servers import Server
from tests.raters_by_phone import Rater, tallied

_numbers = count(5_000)


class RatingLostError(Exception):
    """The workshop shows something else than what was acknowledged."""


@dataclass(frozen=True)
class House:
    """A running server, and the workshop that it has open."""

    folder: Path
    database: str | None
    server: Server
    code: str
    workshop: str

    def command(self, *arguments: str) -> str:
        return run(self.folder, *arguments, database=self.database)

    def compare(self, raters: Sequence[Rater]) -> None:
        """End the round; refuse unless every acknowledged level is there, and no others."""
        self.command("workshop", "lock", self.code)
        self.command("workshop", "reveal", self.code)
        shown = json.loads(self.command("workshop", "status", self.code, "--json"))["items"]
        found = {item: one["counts"] for item, one in shown.items() if one["counts"]}
        if found != tallied(raters):
            raise RatingLostError(f"{self.code}: {found} instead of {tallied(raters)}")


@contextmanager
def house(folder: Path, *, people: int, database: str | None = None) -> Iterator[House]:
    """Open a workshop for so many on a new assessment, and serve it."""
    folder.mkdir(parents=True, exist_ok=True)
    (assessment,) = imported(folder, [empty_sheet(next(_numbers))], database=database)
    words = ("workshop", "open", assessment, "--expected", str(people), "--json")
    opened = json.loads(run(folder, *words, database=database))
    with candour(folder, database=database) as server:
        yield House(folder, database, server, opened["code"], opened["id"])
