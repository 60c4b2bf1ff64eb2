"""What is wrong with a file, and where. Problems are collected: all of them, not the first."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, InstanceOf

from dashboard.domain.message import Message
from dashboard.domain.text import Frozen

Step = str | int
"""A key of a mapping or a position in a list."""

MAX_SHOWN = 600
"""Characters of a message or a path: what is wrong may itself be of any length."""


def printable(text: str) -> str:
    """The text for a terminal or a page: what cannot be printed is escaped, and it ends."""
    return on_one_line(text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…")


def on_one_line(text: str) -> str:
    """The whole text on one line, with what cannot be printed as Python writes it."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


Printable = Annotated[str, AfterValidator(printable)]


def dotted(path: Iterable[Step]) -> str:
    """`("items", 0, "title")` as `items[0].title`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


class Problem(Frozen):
    file: Path
    message: InstanceOf[Message] | Printable
    """A plain text is in English only: for authors of questionnaires, on the command line."""
    path: Printable = ""
    """The field, such as `dimensions[0].items[2].weight`."""
    line: int | None = None
    warning: bool = False

    @property
    def place(self) -> str:
        """File, line and field, as far as they are known."""
        file = on_one_line(str(self.file))
        if self.line is not None:
            file += f":{self.line}"
        return f"{file}: {self.path}" if self.path else file

    def said(self, speak: Callable[[Message | str], str] = str) -> str:
        """What is wrong, in English or as `speak` speaks it."""
        return printable(speak(self.message))

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return f"{self.place}: {kind}{self.said()}"


class Refused(ValueError):
    """Files were refused, with every problem of all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
