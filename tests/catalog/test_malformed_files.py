"""Whatever stands in a file of the catalogue, it is read or refused with a reason."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest
import yaml

from dashboard.catalog.context import CASES as CASES_FILE
from dashboard.catalog.context import VOCABULARY, read_cases, read_vocabulary
from dashboard.catalog.evidence import PROVENANCE
from dashboard.catalog.instrument import Outline, read_instrument
from dashboard.catalog.outside import read_outside
from dashboard.domain.problem import Problem
from dashboard.domain.scoring import score
from tests.catalog.broken_copies import DATA_TRUST, FERRY_LINE, Copy
from tests.domain.mutations import BYTE_DAMAGES, CASES, LUMPS, change_values
from tests.domain.random_material import random_answers

Outcome = tuple[object, Sequence[Problem]]
"""What was read, or None, and the problems."""

WORDS = (
    *("No", "yes", "~", "#", "-1", "1e3", ".nan", ".inf", "1" + "0" * 400, "9" * 5000, "12:30:45"),
    *("2026-01-01", "2026-13-45", "0x_", "0b", "=", "<<", "[]", "{}", "[a, b]", "{a: b}", "''"),
    *('"\\ud800"', '"\\x07"', "!!bool maybe", "!!int ''", "&a b", "*a", "|", ">-", "a: b", "? a"),
    *(
        "- - - a",
        "'",
        '"',
        "%",
        "@a",
        "`",
        "\\",
        "x" * 3000,
        "None",
        "true",
        "0",
        "1.5",
        "agreement",
    ),
)
"""What may stand after a key, by mistake or on purpose."""


def damaged(random: Random, raw: bytes) -> bytes:
    match random.randrange(3):
        case 0:
            return random.choice(BYTE_DAMAGES)(random, raw)
        case 1:
            return with_other_words(random, raw)
        case _:
            value = yaml.safe_load(raw)
            change_values(random, value)
            text = yaml.safe_dump(value, allow_unicode=random.random() < 0.5, sort_keys=False)
            return text.encode("utf-8", "surrogatepass")


def with_other_words(random: Random, raw: bytes) -> bytes:
    lines = raw.decode().split("\n")
    for _ in range(random.choice([1, 1, 3])):
        here = random.randrange(len(lines))
        key, colon, _ = lines[here].partition(":")
        if colon:
            lines[here] = f"{key}: {random.choice(WORDS)}"
    return "\n".join(lines).encode()


@pytest.fixture
def readers(tmp_path: Path) -> dict[Path, Callable[[], Outcome]]:
    """Each file that is damaged, and what reads it."""
    copy = Copy(tmp_path)
    ferry, data = copy / FERRY_LINE, copy / "data"
    outlines = outlines_of(copy)
    ferry_files = [ferry / f"{name}.yaml" for name in ("instrument", "booking", "crossing")]
    return dict.fromkeys(ferry_files, lambda: questionnaire_of(ferry)) | {
        data / VOCABULARY: lambda: from_tree(*read_vocabulary(data / VOCABULARY)),
        data / CASES_FILE: lambda: from_tree(*read_cases(data / CASES_FILE, outlines)),
        data / PROVENANCE: lambda: from_tree(*read_outside(data / PROVENANCE)),
    }


def outlines_of(copy: Copy) -> dict[str, Outline]:
    outline = read_instrument(copy / DATA_TRUST).outline
    return {outline.reference: outline}


def questionnaire_of(folder: Path) -> Outcome:
    reading = read_instrument(folder)
    return reading.questionnaire, reading.problems


def from_tree(model: object, tree: object) -> Outcome:
    problems: Sequence[Problem] = getattr(tree, "problems", ())
    return (None if errors_of(problems) else model), problems


def errors_of(problems: Sequence[Problem]) -> list[Problem]:
    return [problem for problem in problems if not problem.warning]


@pytest.mark.slow
def test_malformed_files_are_refused_with_a_reason_or_read(readers):
    originals = {file: file.read_bytes() for file in readers}
    refused = 0
    for number in range(CASES):
        random = Random(number)
        file = random.choice(list(readers))
        raw = damaged(random, originals[file])
        file.write_bytes(raw)
        try:
            model, problems = readers[file]()
            shown = [str(problem) for problem in problems]
            scored(model, random)
        except Exception as error:
            raise AssertionError(f"case {number}, {file.name}: {raw[:3000]!r}") from error
        assert (model is None) == bool(errors_of(problems)), f"case {number}: {shown}"
        assert all(text.encode().decode().isprintable() for text in shown), f"case {number}"
        assert all(len(problem.message) < 1000 for problem in problems), f"case {number}"
        refused += model is None
        file.write_bytes(originals[file])

    assert CASES / 3 < refused < CASES


def scored(model: object, random: Random) -> None:
    """A questionnaire that is accepted can be answered and scored."""
    if hasattr(model, "pillars"):
        score(model, random_answers(random, model))  # type: ignore[arg-type]  # has pillars


@pytest.mark.parametrize("lump", LUMPS, ids=repr)
def test_a_file_of_one_lump_is_refused(tmp_path, lump):
    (tmp_path / "instrument.yaml").write_bytes(lump)

    reading = read_instrument(tmp_path)

    assert reading.questionnaire is None
    assert reading.problems
