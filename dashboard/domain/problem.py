"""What is wrong with a file, and where. Problems are collected: all of them, not the first."""

from collections.abc import Iterable
from pathlib import Path

from dashboard.domain.text import Frozen

Step = str | int
"""A key of a mapping or a position in a list."""


def dotted(path: Iterable[Step]) -> str:
    """`("items", 0, "title")` as `items[0].title`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


class Problem(Frozen):
    file: Path
    message: str
    path: str = ""
    """The field, such as `dimensions[0].items[2].weight`."""
    line: int | None = None
    warning: bool = False

    def __str__(self) -> str:
        place = str(self.file) if self.line is None else f"{self.file}:{self.line}"
        kind = "warning: " if self.warning else ""
        return ": ".join(part for part in (place, self.path, kind + self.message) if part)


class Refused(ValueError):
    """Files were refused, with every problem of all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
