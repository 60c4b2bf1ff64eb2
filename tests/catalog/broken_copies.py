"""Copies of the real files with faults planted in them, each with what is to be said about it."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.catalog import DATA, QUESTIONNAIRES, survey
from dashboard.domain.problem import Problem
from tests.builders import FERRY_LINES

DATA_TRUST = "questionnaires/data-trust/1.0.0"
FERRY_LINE = "questionnaires/ferry-line/1.0.0"


@dataclass(frozen=True)
class Fault:
    """`old` becomes `new` in `file`; the message is about the line that ends with `at`."""

    name: str
    file: str
    old: str
    new: str
    path: str
    says: str
    at: str = ""
    """The end of a line of `new`, if not of its last line."""
    above: int = 0
    """How many lines above it the message points, where it is about all of a list."""
    warning: bool = False


class Copy:
    """The shipped files and the questionnaire of another shape, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(QUESTIONNAIRES, folder / "questionnaires")
        (folder / "questionnaires" / "published.sha256").unlink(missing_ok=True)
        shutil.copytree(FERRY_LINES / "ferry-line", folder / "questionnaires" / "ferry-line")
        shutil.copytree(DATA, folder / "data", ignore=shutil.ignore_patterns("*.db*", "uploads"))

    def __truediv__(self, file: str) -> Path:
        return self.folder / file

    def plant(self, fault: Fault) -> None:
        text = (self / fault.file).read_text("utf-8")
        assert fault.old in text, f"{fault.old!r} is not in {fault.file} any more"
        (self / fault.file).write_text(text.replace(fault.old, fault.new, 1), "utf-8")

    def problems(self) -> Sequence[Problem]:
        return survey([self / "questionnaires"], self / "data")[1]

    def line_of(self, fault: Fault) -> int:
        """Where the planted text, or the part of it that the message is about, stands now."""
        text = (self / fault.file).read_text("utf-8")
        assert text.count(fault.new) == 1, f"{fault.name}: {fault.new!r} must be there once"
        end = len(fault.new.rstrip("\n"))
        if fault.at:
            end = fault.new.index(fault.at) + len(fault.at)
        return text.count("\n", 0, text.index(fault.new) + end) + 1 - fault.above

    def is_told(self, fault: Fault, problems: Iterable[Problem]) -> bool:
        return any(
            problem.said().startswith(fault.says)
            and (problem.file, problem.line) == (self / fault.file, self.line_of(fault))
            and (problem.path, problem.warning) == (fault.path, fault.warning)
            for problem in problems
        )
