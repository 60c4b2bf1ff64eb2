"""What is wrong with one part of a questionnaire hides nothing of what is wrong with another."""

import pytest

from tests.catalog.broken_copies import FERRY_LINE, Copy

HEAD = f"{FERRY_LINE}/instrument.yaml"
CROSSING = f"{FERRY_LINE}/crossing.yaml"


def told(copy: Copy) -> list[str]:
    return [str(problem).replace(f"{copy.folder}/", "") for problem in copy.problems()]


@pytest.fixture
def copy(copy: Copy) -> Copy:
    """With a fault in one pillar file."""
    text = (copy / CROSSING).read_text("utf-8")
    assert "weight: 2\n" in text
    (copy / CROSSING).write_text(text.replace("weight: 2\n", "weight: -2\n", 1), "utf-8")
    return copy


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"- a\n", "must be a mapping of keys"),
        (b"id: @x\n", "is not YAML"),
        ("id: x".encode("utf-16"), "is not UTF-8 text"),
    ],
    ids=["empty", "a list", "no YAML", "UTF-16"],
)
def test_a_head_that_cannot_be_read_hides_no_pillar(copy: Copy, content: bytes, says: str) -> None:
    (copy / HEAD).write_bytes(content)

    (copy / HEAD).with_name("notes.yaml").write_text("what: else\n", "utf-8")

    problems = told(copy)

    assert any(says in problem for problem in problems)
    (of_pillars,) = [one for one in problems if not one.startswith(HEAD) and FERRY_LINE in one]
    assert of_pillars.startswith(f"{CROSSING}:6: weight: ")


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("&a Camera signs", "uses the anchor &a"),
        ("!important Camera signs", "uses the tag !important"),
        ("!!int Camera signs", "uses the tag tag:yaml.org,2002:int"),
    ],
)
def test_an_anchor_or_a_tag_hides_nothing_else_in_its_file(
    copy: Copy, word: str, says: str
) -> None:
    text = (copy / CROSSING).read_text("utf-8")
    assert "en: Camera signs\n" in text
    (copy / CROSSING).write_text(text.replace("en: Camera signs", f"en: {word}"), "utf-8")

    problems = told(copy)

    assert sum(says in problem for problem in problems) == 1
    assert any(problem.startswith(f"{CROSSING}:6: weight: ") for problem in problems)
    assert len(problems) == 2
