"""One questionnaire folder: `instrument.yaml` and its pillar files become a `Questionnaire`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from dashboard.catalog.refusals import validated
from dashboard.catalog.soundness import Folder, check_soundness
from dashboard.catalog.yaml_tree import YamlTree, mapping, read_yaml, sequence
from dashboard.domain.problem import Problem
from dashboard.domain.questionnaire import (
    Options,
    Pillar,
    Questionnaire,
    QuestionnaireHead,
    in_equal_steps,
)
from dashboard.domain.text import StatedText

INSTRUMENT = "instrument.yaml"

FileName = Annotated[StatedText, Field(pattern=r"^[A-Za-z0-9_-]+\.yaml$")]


class Instrument(QuestionnaireHead):
    """`instrument.yaml`: the head of a questionnaire, with the names of its pillar files."""

    pillars: tuple[FileName, ...] = Field(min_length=1)
    scales: dict[str, Options] = {}
    """Options that several items share: an item names its scale, and may say `reversed: true`."""


@dataclass(frozen=True)
class Reading:
    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]


def read_instrument(folder: Path) -> Reading:
    """Read one questionnaire; None, with every problem of every file, if it is not sound."""
    instrument = read_yaml(folder / INSTRUMENT)
    head = validated(Instrument, instrument) if instrument.data is not None else None
    pillars = [read_yaml(folder / name) for name in _pillar_files(instrument.data)]
    scales = mapping(mapping(instrument.data).get("scales"))
    models = []
    for tree in pillars:
        if tree.data is not None:
            _put_scales_in_place(tree, scales)
            models.append(validated(Pillar, tree))
    check_soundness(Folder(instrument=instrument, pillars=tuple(pillars)))
    problems = tuple(p for tree in (instrument, *pillars) for p in tree.problems)
    sound = head is not None and None not in models and all(p.warning for p in problems)
    return Reading(_put_together(head, models) if sound and head else None, problems)


def _put_together(head: Instrument, pillars: list[Pillar | None]) -> Questionnaire:
    fields = {name: getattr(head, name) for name in QuestionnaireHead.model_fields}
    return Questionnaire(**fields, pillars=tuple(pillar for pillar in pillars if pillar))


def _pillar_files(data: object) -> list[str]:
    names = mapping(data).get("pillars")
    listed = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
    return [name for name in dict.fromkeys(listed) if Path(name).name == name]


def _put_scales_in_place(tree: YamlTree, scales: Mapping[str, object]) -> None:
    """Give every item that names a shared scale its options; a reversed one turns the scores."""
    for path, item in tree.items():
        if "scale" not in item and "reversed" not in item:
            continue
        name, turned = item.pop("scale", None), item.pop("reversed", False)
        options = scales.get(name) if isinstance(name, str) else None
        if "options" in item or not isinstance(options, list) or not isinstance(turned, bool):
            message = "must name a scale of the instrument, and no options beside it"
            tree.problems.append(tree.problem((*path, "scale"), message))
        else:
            item["options"] = _turned(options) if turned else options


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
