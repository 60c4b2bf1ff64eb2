"""One questionnaire folder: `instrument.yaml` and its pillar files become a `Questionnaire`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from dashboard.catalog.refusals import validated
from dashboard.catalog.soundness import Folder, check_scales, check_soundness
from dashboard.catalog.yaml_file import read_yaml
from dashboard.catalog.yaml_tree import Node, YamlTree, mapping, sequence
from dashboard.domain.problem import Problem, dotted
from dashboard.domain.questionnaire import (
    Options,
    Pillar,
    Questionnaire,
    QuestionnaireHead,
    in_equal_steps,
)
from dashboard.domain.text import StatedText

INSTRUMENT = "instrument.yaml"
FILE_FORM = r"^[A-Za-z0-9_-]{1,80}\.yaml$"


def _file_beside(value: str) -> str:
    if not re.fullmatch(FILE_FORM, value):
        raise ValueError(f"must be the name of a file in this folder, such as care.yaml: {value!r}")
    return value


FileName = Annotated[
    StatedText, AfterValidator(_file_beside), Field(json_schema_extra={"pattern": FILE_FORM})
]


class Instrument(QuestionnaireHead):
    """`instrument.yaml`: the head of a questionnaire, with the names of its pillar files."""

    pillars: tuple[FileName, ...] = Field(min_length=1)
    scales: dict[str, Options] = {}
    """Options that several items share: an item names its scale, and may say `reversed: true`."""


@dataclass(frozen=True)
class Outline:
    """What other files may refer to; known even of a questionnaire that has faults."""

    reference: str
    dimensions: frozenset[str] | None
    """None if a pillar file could not be read, or has none."""
    sources: frozenset[str]
    line: int | None
    """Where its version stands."""


@dataclass(frozen=True)
class Reading:
    questionnaire: Questionnaire | None
    outline: Outline
    problems: tuple[Problem, ...]


def read_instrument(folder: Path) -> Reading:
    """Read one questionnaire; None, with every problem of every file, if it is not sound."""
    instrument = read_yaml(folder / INSTRUMENT)
    if not isinstance(instrument.data, dict):
        return _without_head(instrument)
    head = validated(Instrument, instrument) if instrument.data is not None else None
    check_scales(instrument)
    pillars = [read_yaml(folder / name) for name in _pillar_files(instrument)]
    models = []
    for tree in pillars:
        if tree.data is not None:
            _put_scales_in_place(tree, instrument)
            models.append(validated(Pillar, tree))
    check_soundness(Folder(instrument=instrument, pillars=tuple(pillars)))
    problems = tuple(p for tree in (instrument, *pillars) for p in tree.problems)
    sound = head is not None and None not in models and all(p.warning for p in problems)
    return Reading(
        questionnaire=_put_together(head, models) if sound and head else None,
        outline=_outline(instrument, pillars),
        problems=problems,
    )


def _without_head(instrument: YamlTree) -> Reading:
    """What can be said of the other files where the head of the questionnaire cannot be read."""
    if instrument.data is not None:
        validated(Instrument, instrument)
    others = sorted(instrument.file.parent.glob("*.yaml"))
    read = [read_yaml(file) for file in others if file.name != INSTRUMENT and file.is_file()]
    trees = [tree for tree in read if tree.data is None or list(tree.dimensions())]
    for tree in trees:
        for path, item in tree.items():
            if "scale" in item or "reversed" in item:  # of scales that are not known
                tree.borrowed.add((*path, "options"))
                item.pop("scale", None)
                item.pop("reversed", None)
        if tree.data is not None:
            validated(Pillar, tree)
    problems = tuple(p for tree in (instrument, *trees) for p in tree.problems)
    return Reading(questionnaire=None, outline=_outline(instrument, trees), problems=problems)


def _put_together(head: Instrument, pillars: list[Pillar | None]) -> Questionnaire:
    fields = {name: getattr(head, name) for name in QuestionnaireHead.model_fields}
    return Questionnaire(**fields, pillars=tuple(pillar for pillar in pillars if pillar))


def _outline(instrument: YamlTree, pillars: Sequence[YamlTree]) -> Outline:
    head = mapping(instrument.data)
    identifiers = [node.get("id") for tree in pillars for _, node in tree.dimensions()]
    known = frozenset(id_ for id_ in identifiers if isinstance(id_, str))
    read = [tree for tree in pillars if list(tree.dimensions())]
    return Outline(
        reference=f"{head.get('id')}@{head.get('version')}",
        dimensions=known if len(read) == len(sequence(head.get("pillars"))) else None,
        sources=frozenset(mapping(head.get("sources"))),
        line=instrument.line(("version",)),
    )


def _pillar_files(instrument: YamlTree) -> list[str]:
    """The pillar files that can be read; what is wrong with a name is noted at that name."""
    found: list[str] = []
    for i, name in enumerate(sequence(mapping(instrument.data).get("pillars"))):
        if not isinstance(name, str) or not re.fullmatch(FILE_FORM, name):
            continue
        if name == INSTRUMENT:
            instrument.fault(("pillars", i), "is this file: name the file of a pillar")
        elif name in found:
            instrument.fault(("pillars", i), f"{name} is named twice")
        elif not (instrument.file.parent / name).exists():
            instrument.fault(("pillars", i), f"there is no file {name} beside this one")
        else:
            found.append(name)
    return found


def _put_scales_in_place(tree: YamlTree, instrument: YamlTree) -> None:
    """Give every item that names a shared scale its options; a reversed one turns the scores."""
    scales = mapping(mapping(instrument.data).get("scales"))
    for path, item in tree.items():
        if "scale" not in item and "reversed" not in item:
            continue
        name, turned = item.pop("scale", None), item.pop("reversed", False)
        wrong = _wrong_use_of_a_scale(item, scales, name=name, turned=turned)
        if wrong:
            field, message = wrong
            tree.fault((*path, field), message)
            tree.borrowed.add((*path, "options"))
        else:
            options = sequence(scales[str(name)])
            item["options"] = _turned(list(options)) if turned else list(options)
            if any(p.path.startswith(dotted(("scales", str(name)))) for p in instrument.problems):
                tree.borrowed.add((*path, "options"))


def _wrong_use_of_a_scale(
    item: Node, scales: Node, *, name: object, turned: object
) -> tuple[str, str] | None:
    """The field and what is wrong with it."""
    if "options" in item:
        return "options", "must be left out where the item names a scale"
    if name is None:
        return "reversed", "is for an item that names a scale"
    if not isinstance(name, str) or name not in scales:
        known = ", ".join(scales) or "none"
        return "scale", f"must be the name of a scale of the instrument ({known})"
    if not isinstance(turned, bool):
        return "reversed", "must be true or false"
    return None


def _turned(options: list[object]) -> list[object]:
    """The options with their scores mirrored: 0 becomes 100."""
    return [_mirrored(option) for option in sequence(in_equal_steps(options))]


def _mirrored(option: object) -> object:
    match mapping(option).get("score"):
        case bool():
            return option
        case int() | float() as score:
            return mapping(option) | {"score": 100 - score}
        case _:
            return option
