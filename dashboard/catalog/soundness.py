"""What must hold between the parts of a questionnaire, beyond the shape of each.

It reads plain data and passes over whatever has not even the right shape (the models report that),
so that all faults of a folder are found in one go.
"""

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.catalog.yaml_tree import Node, Path_, YamlTree, mapping, sequence
from dashboard.domain.questionnaire import MAX_SCORE, MAX_WEIGHT
from dashboard.domain.text import LANGS

CODE_OF_ANY_FORM = re.compile(".*", re.DOTALL)

MAX_WEIGHT_RATIO = 4
"""Above it, the choice of weights decides more than the answers do."""


@dataclass(frozen=True)
class Folder:
    instrument: YamlTree
    pillars: tuple[YamlTree, ...]


def check_scales(instrument: YamlTree) -> None:
    """Note every fault of the shared scales where they stand, rather than in every item."""
    for name, options in mapping(mapping(instrument.data).get("scales")).items():
        _check_options(instrument, ("scales", name), sequence(options))


def check_soundness(folder: Folder) -> None:
    """Note every fault in the tree where it stands."""
    _check_ids(folder)
    _check_weights(folder)
    _check_bands(folder.instrument)
    head = mapping(folder.instrument.data)
    sources = mapping(head.get("sources"))
    patterns = dict(_code_patterns(folder.instrument))
    for tree in folder.pillars:
        for path, item in tree.items():
            _check_options(tree, (*path, "options"), sequence(item.get("options")))
            _check_actions(tree, path, item)
            _check_sources(tree, path, item, sources)
            _check_controls(tree, path, item, patterns)


def _check_ids(folder: Folder) -> None:
    first: dict[str, str] = {}
    for tree in folder.pillars:
        for path, node in tree.parts():
            identifier = node.get("id")
            if not isinstance(identifier, str):
                continue
            place = f"{tree.file.name}:{tree.line((*path, 'id'))}"
            if identifier in first:
                tree.fault((*path, "id"), f"{identifier} is used twice (also {first[identifier]})")
            first.setdefault(identifier, place)


def _check_weights(folder: Folder) -> None:
    pillars = [(tree, (), mapping(tree.data)) for tree in folder.pillars]
    _check_group("pillars", pillars)
    for tree in folder.pillars:
        dimensions = list(tree.dimensions())
        _check_group("dimensions", [(tree, path, node) for path, node in dimensions])
        for path, dimension in dimensions:
            items = sequence(dimension.get("items"))
            group = [(tree, (*path, "items", i), mapping(item)) for i, item in enumerate(items)]
            _check_group("items", group)


def _check_group(name: str, group: Sequence[tuple[YamlTree, Path_, Node]]) -> None:
    weights = _numbers([node.get("weight", 1) for _, _, node in group], MAX_WEIGHT)
    if not weights:
        return
    tree, path, _ = group[0]
    positive = [weight for weight in weights if weight > 0]
    if not positive:
        tree.fault((*path, "weight"), f"none of these {name} has a weight above 0")
    elif max(positive) > MAX_WEIGHT_RATIO * min(positive):
        ratio = f"{max(positive):g}:{min(positive):g}"
        message = f"the weights of these {name} differ by more than {MAX_WEIGHT_RATIO}:1 ({ratio})"
        tree.fault((*path, "weight"), message, warning=True)


def _check_options(tree: YamlTree, path: Path_, options: Sequence[object]) -> None:
    _check_direction(tree, path, options)
    _check_wording(tree, path, options)


def _check_direction(tree: YamlTree, path: Path_, options: Sequence[object]) -> None:
    steps = max(len(options) - 1, 1)
    given = [mapping(o).get("score", MAX_SCORE * i / steps) for i, o in enumerate(options)]
    scores = _numbers(given, MAX_SCORE)
    if not scores or len(scores) < 2:
        return
    changes = [after - before for before, after in pairwise(scores)]
    shown = ", ".join(f"{score:g}" for score in scores)
    if any(change > 0 for change in changes) and any(change < 0 for change in changes):
        tree.fault(path, f"the scores change direction: {shown}")
    elif not any(changes):
        tree.fault(path, f"all options have the same score: {shown}")


def _numbers(values: Sequence[object], most: float) -> list[float] | None:
    """The values if all are numbers from 0 to `most`; the models report any other one."""
    known = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    within = [float(number) for number in known if 0 <= number <= most]
    return within if len(within) == len(values) else None


def _check_wording(tree: YamlTree, path: Path_, options: Sequence[object]) -> None:
    """Options are told apart by their words alone, in every language."""
    for lang in LANGS:
        texts = [mapping(mapping(o).get("text")).get(lang) for o in options]
        for i, text in enumerate(texts):
            if isinstance(text, str) and text in texts[:i]:
                tree.fault((*path, i, "text", lang), "reads the same as another option")


def _check_actions(tree: YamlTree, path: Path_, item: Node) -> None:
    levels = range(1, len(sequence(item.get("options"))) + 1)
    seen: set[object] = set()
    for i, action in enumerate(sequence(item.get("next_actions"))):
        here = (*path, "next_actions", i)
        start, end = mapping(action).get("from"), mapping(action).get("to")
        if not isinstance(start, int) or not isinstance(end, int):
            continue
        if start not in levels or end not in levels or start == end:
            message = f"must lead from one level to another of 1..{len(levels)}"
            tree.fault(here, f"{message}, not from {start} to {end}")
        if start in seen:
            tree.fault(here, f"is the second action from level {start}")
        seen.add(start)


def _check_sources(tree: YamlTree, path: Path_, item: Node, sources: Node) -> None:
    for i, source in enumerate(sequence(item.get("sources"))):
        if isinstance(source, str) and source not in sources:
            tree.fault((*path, "sources", i), f"{source} is not among the instrument's sources")


def _check_controls(
    tree: YamlTree, path: Path_, item: Node, patterns: Mapping[str, re.Pattern[str]]
) -> None:
    for framework, codes in mapping(item.get("mapped_controls")).items():
        here = (*path, "mapped_controls", framework)
        if framework not in patterns:
            tree.fault(here, f"{framework} is not among the instrument's frameworks")
            continue
        for i, code in enumerate(sequence(codes)):
            if isinstance(code, str) and not patterns[framework].fullmatch(code):
                tree.fault((*here, i), f"{code} is not a code of {framework}")


def _code_patterns(instrument: YamlTree) -> Iterator[tuple[str, re.Pattern[str]]]:
    frameworks = mapping(mapping(instrument.data).get("frameworks"))
    for key, framework in frameworks.items():
        form = mapping(framework).get("code")
        pattern = CODE_OF_ANY_FORM
        try:
            if isinstance(form, str):
                with warnings.catch_warnings(action="error", category=FutureWarning):
                    pattern = re.compile(form)
        except (re.error, OverflowError, RecursionError, FutureWarning) as error:
            instrument.fault(("frameworks", key, "code"), f"is not a regular expression: {error}")
        yield key, pattern


def _check_bands(instrument: YamlTree) -> None:
    head = mapping(instrument.data)
    rules = sequence(mapping(head.get("scoring")).get("bands"))
    if not rules:
        return
    path: Path_ = ("scoring", "bands")
    names = [mapping(band).get("key") for band in sequence(head.get("bands"))]
    keys = [mapping(rule).get("key") for rule in rules]
    if keys != names:
        instrument.fault(path, f"must name the bands in their order: {', '.join(map(str, names))}")
    if len(set(map(str, keys))) < len(keys):
        instrument.fault(path, "names a band twice")
    starts = _numbers([mapping(rule).get("from") for rule in rules], MAX_SCORE)
    if starts:
        if starts[0] != 0:
            instrument.fault((*path, 0, "from"), "the first band must start at 0")
        for i, (before, after) in enumerate(pairwise(starts), start=1):
            if after <= before:
                instrument.fault((*path, i, "from"), f"must be above {before:g}")
    for gate in ("pillar", "dimension", "critical"):
        if mapping(rules[0]).get(gate) is not None:
            instrument.fault((*path, 0, gate), "the first band is open to all and has no gates")
