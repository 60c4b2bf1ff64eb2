"""What lies beside the questionnaires in `data/`: the words for brands, and cases from practice."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from dashboard.catalog.instrument import Outline
from dashboard.catalog.refusals import validated
from dashboard.catalog.yaml_file import read_yaml
from dashboard.catalog.yaml_tree import YamlTree, mapping, sequence
from dashboard.domain.text import Frozen, StatedText, Text
from dashboard.domain.vocabulary import Vocabulary

CASES = "cases.yaml"
VOCABULARY = "vocabulary.yaml"


class Case(Frozen):
    """A real example from practice, with the dimensions that it illustrates."""

    id: StatedText
    company: Text | None = None
    dimensions: tuple[StatedText, ...] = Field(min_length=1)
    text: Text
    note: Text | None = None
    sources: tuple[StatedText, ...] = Field(min_length=1)


class Cases(Frozen):
    questionnaire: StatedText
    cases: tuple[Case, ...] = Field(min_length=1)


def read_vocabulary(file: Path) -> tuple[Vocabulary | None, YamlTree]:
    tree = read_yaml(file)
    return (validated(Vocabulary, tree) if tree.data is not None else None), tree


def read_cases(file: Path, outlines: Mapping[str, Outline]) -> tuple[Cases | None, YamlTree]:
    """Read the cases, and check that what they refer to is there."""
    tree = read_yaml(file)
    cases = validated(Cases, tree) if tree.data is not None else None
    reference = mapping(tree.data).get("questionnaire")
    outline = outlines.get(reference) if isinstance(reference, str) else None
    if isinstance(reference, str) and outline is None:
        tree.fault(("questionnaire",), f"there is no questionnaire {reference}")
    _check_references(tree, outline)
    return cases, tree


def _check_references(tree: YamlTree, outline: Outline | None) -> None:
    seen: set[object] = set()
    for i, case in enumerate(sequence(mapping(tree.data).get("cases"))):
        path = ("cases", i)
        identifier = mapping(case).get("id")
        if isinstance(identifier, str) and identifier in seen:
            tree.fault((*path, "id"), f"{identifier} is used twice")
        seen.add(identifier if isinstance(identifier, str) else None)
        if outline is None:
            continue
        known = {"dimensions": outline.dimensions, "sources": outline.sources}
        for field, names in known.items():
            for j, name in enumerate(sequence(mapping(case).get(field))):
                if isinstance(name, str) and names is not None and name not in names:
                    message = f"{name} is not among the {field} of {outline.reference}"
                    tree.fault((*path, field, j), message)
