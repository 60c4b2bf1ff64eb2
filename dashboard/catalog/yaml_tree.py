"""One YAML file as plain data, with the line of every value and every problem found in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.domain.problem import Problem, Step, dotted

Path_ = tuple[Step, ...]
Node = dict[str, object]


def mapping(data: object) -> Node:
    """The data if it is a mapping, else an empty one."""
    return data if isinstance(data, dict) else {}


def sequence(data: object) -> Sequence[object]:
    """The data if it is a list, else an empty one."""
    return data if isinstance(data, list) else []


@dataclass
class YamlTree:
    """`data` is None where the file could not be read at all; `problems` says why."""

    file: Path
    data: object = None
    lines: dict[Path_, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    borrowed: set[Path_] = field(default_factory=set)
    """Paths whose values stand in another file, where their faults are noted already."""

    def problem(self, path: Path_, message: str, *, warning: bool = False) -> Problem:
        return Problem(
            file=self.file,
            line=self.line(path),
            path=dotted(path),
            message=message,
            warning=warning,
        )

    def fault(self, path: Path_, message: str, *, warning: bool = False) -> None:
        if any(path[: len(place)] == place for place in self.borrowed):
            return
        self.problems.append(self.problem(path, message, warning=warning))

    def dimensions(self) -> Iterator[tuple[Path_, Node]]:
        """Every dimension of a pillar file, with its path."""
        for i, dimension in enumerate(sequence(mapping(self.data).get("dimensions"))):
            yield ("dimensions", i), mapping(dimension)

    def items(self) -> Iterator[tuple[Path_, Node]]:
        """Every item of a pillar file, with its path."""
        for path, dimension in self.dimensions():
            for i, item in enumerate(sequence(dimension.get("items"))):
                yield (*path, "items", i), mapping(item)

    def parts(self) -> Iterator[tuple[Path_, Node]]:
        """Everything of a pillar file that has an id: the pillar, its dimensions, their items."""
        yield (), mapping(self.data)
        yield from self.dimensions()
        yield from self.items()

    def line(self, path: Path_) -> int | None:
        """The line of the value, or of the nearest thing around it that exists."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None
