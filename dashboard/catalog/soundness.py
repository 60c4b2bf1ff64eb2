"""What must hold between the parts of a questionnaire, beyond the shape of each.

It reads plain data and passes over whatever has not even the right shape (the models report that),
so that all faults of a folder are found in one go.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.catalog.yaml_tree import Node, Path_, YamlTree, mapping, sequence

MAX_WEIGHT_RATIO = 4
"""Above it, the choice of weights decides more than the answers do."""


@dataclass(frozen=True)
class Folder:
    instrument: YamlTree
    pillars: tuple[YamlTree, ...]


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
            _check_direction(tree, path, item)
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
    weights = [node.get("weight", 1) for _, _, node in group]
    known = [w for w in weights if isinstance(w, int | float) and not isinstance(w, bool)]
    if not group or len(known) < len(weights):
        return
    tree, path, _ = group[0]
    positive = [weight for weight in known if weight > 0]
    if not positive:
        tree.fault((*path, "weight"), f"none of these {name} has a weight above 0")
    elif max(positive) > MAX_WEIGHT_RATIO * min(positive):
        ratio = f"{max(positive):g}:{min(positive):g}"
        message = f"the weights of these {name} differ by more than {MAX_WEIGHT_RATIO}:1 ({ratio})"
        tree.fault((*path, "weight"), message, warning=True)


def _check_direction(tree: YamlTree, path: Path_, item: Node) -> None:
    options = sequence(item.get("options"))
    steps = max(len(options) - 1, 1)
    scores = [mapping(o).get("score", 100 * i / steps) for i, o in enumerate(options)]
    known = [s for s in scores if isinstance(s, int | float) and not isinstance(s, bool)]
    if len(known) < len(scores) or len(scores) < 2:
        return
    changes = [after - before for before, after in pairwise(known)]
    shown = ", ".join(f"{score:g}" for score in known)
    if any(change > 0 for change in changes) and any(change < 0 for change in changes):
        tree.fault((*path, "options"), f"the scores change direction: {shown}")
    elif not any(changes):
        tree.fault((*path, "options"), f"all options have the same score: {shown}")


def _check_actions(tree: YamlTree, path: Path_, item: Node) -> None:
    levels = range(1, len(sequence(item.get("options"))) + 1)
    seen: set[object] = set()
    for i, action in enumerate(sequence(item.get("next_actions"))):
        here = (*path, "next_actions", i)
        start, end = mapping(action).get("from"), mapping(action).get("to")
        if not isinstance(start, int) or not isinstance(end, int):
            continue
        if start not in levels or end not in levels or start == end:
            tree.fault(here, f"leads from {start} to {end}, outside the levels 1..{len(levels)}")
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
        try:
            yield key, re.compile(form if isinstance(form, str) else ".*")
        except (re.error, OverflowError) as error:
            instrument.fault(("frameworks", key, "code"), f"is not a regular expression: {error}")


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
    starts = [mapping(rule).get("from") for rule in rules]
    known = [s for s in starts if isinstance(s, int | float) and not isinstance(s, bool)]
    if len(known) == len(starts):
        if known[0] != 0:
            instrument.fault((*path, 0, "from"), "the first band must start at 0")
        for i, (before, after) in enumerate(pairwise(known), start=1):
            if after <= before:
                instrument.fault((*path, i, "from"), f"must be above {before:g}")
    for gate in ("pillar", "dimension", "critical"):
        if mapping(rules[0]).get(gate) is not None:
            instrument.fault((*path, 0, gate), "the first band is open to all and has no gates")
