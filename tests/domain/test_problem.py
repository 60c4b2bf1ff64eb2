"""A problem says file, line, path and what is wrong, safely on any screen."""

from pathlib import Path

from dashboard.domain.problem import Problem, Refused, dotted


def test_a_path_reads_as_one_writes_it():
    assert dotted(("dimensions", 0, "items", 2, "weight")) == "dimensions[0].items[2].weight"
    assert dotted(()) == ""


def test_a_problem_reads_from_the_file_inwards():
    problem = Problem(file=Path("a.yaml"), line=7, path="id", message="is missing")

    assert str(problem) == "a.yaml:7: id: is missing"


def test_a_warning_says_so():
    assert str(Problem(file=Path("a.yaml"), message="odd", warning=True)) == "a.yaml: warning: odd"


def test_what_cannot_be_printed_is_escaped():
    problem = Problem(file=Path("a.json"), path="\x1b[2J", message="has \ud800\n信任")

    assert str(problem) == "a.json: \\x1b[2J: has \\ud800\\n信任"


def test_a_refusal_holds_every_problem():
    problems = [Problem(file=Path("a.json"), message=message) for message in ("one", "two")]

    refused = Refused(problems)

    assert refused.problems == tuple(problems)
    assert str(refused) == "a.json: one\na.json: two"
