"""Validates plain data against a model, and says in words what a file's author has to mend."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dashboard.catalog.yaml_tree import Path_, YamlTree
from dashboard.domain.problem import Step
from dashboard.domain.wording import words_of

Model = TypeVar("Model", bound=BaseModel)


def validated(model: type[Model], tree: YamlTree, at: Path_ = ()) -> Model | None:
    """The model of the data at a path; None, with every problem noted, if it does not fit."""
    data: object = tree.data
    for step in at:
        data = data[step]  # type: ignore[index]  # the path was walked before
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors():
            path = (*at, *_steps(detail["loc"]))
            if not _follows_from_another(detail, error):
                tree.fault(path, _words(detail))
        return None


def _steps(loc: Sequence[Step]) -> Path_:
    return tuple(step for step in loc if step != "[key]")


def _follows_from_another(detail: ErrorDetails, error: ValidationError) -> bool:
    """A list whose element failed is also called too short by pydantic; that is no news."""
    return detail["type"] == "too_short" and any(
        other["loc"][: len(detail["loc"])] == detail["loc"]
        and other is not detail
        and len(other["loc"]) > len(detail["loc"])
        for other in error.errors()
    )


def _words(detail: ErrorDetails) -> str:
    return _not_text(detail["input"]) if detail["type"] == "string_type" else str(words_of(detail))


def _not_text(given: object) -> str:
    match given:
        case None:
            return "is empty: text that begins with # or is null needs quotes"
        case bool():
            return f"reads as {str(given).lower()} in YAML: a word such as No or Yes needs quotes"
        case int() | float():
            return f"reads as the number {given} in YAML: put it in quotes"
        case Mapping() | list():
            return "must be a text"
        case _:
            return "reads as a date in YAML: put it in quotes"
