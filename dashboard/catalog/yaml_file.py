"""One YAML file as plain data, with the line of every value.

YAML turns some unquoted words into other things (`No` into false, `7.10` into 7.1) and drops what
follows a `#`; nothing here is guessed back: the models refuse what is not text, and say why.
"""

import re
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

import yaml

from dashboard.catalog.yaml_tree import Path_, YamlTree
from dashboard.domain.problem import Problem, dotted
from dashboard.domain.text import LANGS

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
PROSE = frozenset({*LANGS, "ladder", "perception_item"})
WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9_]*)")

UNMAKEABLE = (yaml.YAMLError, ValueError, OverflowError, LookupError, AttributeError, TypeError)
"""What the YAML reader raises for a value that is not what its form or its tag says."""

HINTS = {
    "mapping values are not allowed": 'a text with ": " in it needs quotes',
    "did not find expected key": "a text that begins with a quote must end with one",
    "did not find expected ',' or": "a text with a comma in braces needs quotes",
    "found character that cannot start": "a text that begins with @, % or ` needs quotes",
    "found a tab character": "indent with spaces",
}
"""What most often lies behind an error of the YAML reader."""


def read_yaml(file: Path) -> YamlTree:
    tree = YamlTree(file)
    try:
        with file.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)  # and no more of a file that may never end
        if len(raw) > MAX_BYTES:
            raise ValueError(f"is larger than {MAX_BYTES // 1_000_000} MB")
        text = raw.decode("utf-8-sig")
        tagged = _note_what_is_not_plain(text, tree)
        root = yaml.compose(text, Loader=Loader)
    except OSError as error:
        tree.problems.append(tree.problem((), f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start}): save it in that encoding"
        tree.problems.append(tree.problem((), message))
    except yaml.reader.ReaderError as error:
        tree.problems.append(_unreadable(tree, error))
    except yaml.MarkedYAMLError as error:
        tree.problems.append(_syntax_problem(tree, error))
    except NotPlain as error:
        tree.problems.append(Problem(file=file, line=error.line, message=str(error)))
    except (yaml.YAMLError, ValueError) as error:
        tree.problems.append(tree.problem((), " ".join(str(error).split())))
    else:
        tree.data = _Reader(tree, text.splitlines(), tagged).value(root, ()) if root else None
        if tree.data is None:
            tree.fault((), "is empty")
    return tree


def _syntax_problem(tree: YamlTree, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    found = f"{error.problem or error.context}"
    return Problem(
        file=tree.file,
        line=mark.line + 1 if mark else None,
        message=f"is not YAML: {found}{_hint(found)}",
    )


def _hint(found: str) -> str:
    return next((f" ({words})" for start, words in HINTS.items() if found.startswith(start)), "")


def _unreadable(tree: YamlTree, error: yaml.reader.ReaderError) -> Problem:
    character = f"U+{error.character:04X}" if isinstance(error.character, int) else "a character"
    return tree.problem((), f"has {character}, which no YAML file may hold: {error.reason}")


class NotPlain(ValueError):
    """Valid YAML of a kind that no questionnaire needs and few authors mean."""

    def __init__(self, message: str, *, line: int) -> None:
        super().__init__(message)
        self.line = line


def _note_what_is_not_plain(text: str, tree: YamlTree) -> Set[tuple[int, int]]:
    """Note anchors and tags, and return where the tags stand, by line and column.

    Raises `NotPlain` at an alias or too deep a nesting, before anything is built from them.
    """
    depth, tagged = 0, set()
    for event in yaml.parse(text, Loader=Loader):
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        found = None
        at = event.start_mark
        line = at.line + 1 if at else 1
        if isinstance(event, yaml.AliasEvent):
            raise NotPlain(f"uses the alias *{anchor}: write the value out instead", line=line)
        if depth > MAX_DEPTH:
            raise NotPlain(f"is nested more than {MAX_DEPTH} deep", line=line)
        if anchor is not None:
            found = f"uses the anchor &{anchor}: put a text that begins with & in quotes"
        elif tag is not None:
            found = f"uses the tag {tag}: put a text that begins with ! in quotes"
            tagged.add((line - 1, at.column if at else 0))
        if found:
            tree.problems.append(Problem(file=tree.file, line=line, message=found))
    return tagged


def _is_prose(path: Path_) -> bool:
    """Whether a text stands there that people have written, and not a word for the product."""
    if not path or not isinstance(path[-1], str):
        return False
    return path[-1] in PROSE or path[-2:-1] == ("sources",)


def _reads_as_another_number(written: str, value: object) -> bool:
    """Whether a number stands there in a way that few authors mean: 010 is 8, and 1:30 is 90."""
    if isinstance(value, int) and not isinstance(value, bool):
        return not WHOLE_NUMBER.fullmatch(written)
    return isinstance(value, float) and ":" in written


class _Reader:
    """Turns nodes into data and notes where each stood."""

    def __init__(self, tree: YamlTree, lines: Sequence[str], tagged: Set[tuple[int, int]]) -> None:
        self.tree = tree
        self.lines = lines
        self.tagged = tagged
        self.scalars = yaml.constructor.SafeConstructor()

    def value(self, node: yaml.Node, path: Path_) -> object:
        self.tree.lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, i)) for i, child in enumerate(node.value)]
        return self._scalar(node, path)

    def _pairs(self, node: yaml.MappingNode, path: Path_) -> Iterator[tuple[str, object]]:
        seen: dict[str, int] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                self._note(path, line, "has a list or a mapping as a key")
                continue
            if not key_node.tag.endswith(":str"):
                kind = key_node.tag.rsplit(":", 1)[-1]
                self._note(path, line, f"the key {key} reads as {kind} in YAML: put it in quotes")
            if key in seen:
                self._note((*path, key), line, f"is given twice (first on line {seen[key]})")
            seen[key] = line
            yield key, self.value(value_node, (*path, key))
            self.tree.lines[(*path, key)] = line

    def _scalar(self, node: yaml.Node, path: Path_) -> object:
        is_text = _is_prose(path)
        if is_text and self._is_cut_off(node):
            message = "is cut off by a # after a space: put all of it in quotes"
            self._note(path, node.start_mark.line + 1, message)
        if (node.start_mark.line, node.start_mark.column) in self.tagged:
            return node.value  # what the tag makes of it is of no interest
        try:
            value: object = self.scalars.construct_object(node)
        except UNMAKEABLE:
            self._note(path, node.start_mark.line + 1, f"cannot be read: {node.value!r:.60}")
            return node.value
        if not is_text and _reads_as_another_number(node.value, value):
            message = f"{node.value} reads as {value} in YAML: write the number out in full"
            self._note(path, node.start_mark.line + 1, message)
        return value

    def _is_cut_off(self, node: yaml.Node) -> bool:
        """Whether a comment follows on the line of an unquoted text."""
        end = node.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        plain = not getattr(node, "style", None)
        return plain and bool(node.value) and rest.lstrip().startswith("#")

    def _note(self, path: Path_, line: int, message: str) -> None:
        self.tree.problems.append(
            Problem(file=self.tree.file, line=line, path=dotted(path), message=message)
        )
