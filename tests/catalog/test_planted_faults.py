"""Every fault of a file is named with its line and its path, in words that say what to do."""

import pytest

from tests.catalog.broken_copies import Copy, Fault
from tests.catalog.faults_of_numbers import BANDS, SCORES_AND_WEIGHTS
from tests.catalog.faults_of_references import IDS, KEYS_AND_CODES
from tests.catalog.faults_of_tables import CELLS
from tests.catalog.faults_of_texts import TEXTS, YAML_WORDS

ALL = [*TEXTS, *YAML_WORDS, *IDS, *SCORES_AND_WEIGHTS, *BANDS, *KEYS_AND_CODES, *CELLS]


@pytest.mark.slow
@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.name)
def test_a_fault_is_named_with_its_line_and_path_and_nothing_else_is(copy: Copy, fault: Fault):
    copy.plant(fault)

    problems = copy.problems()

    assert copy.is_told(fault, problems), "\n".join(map(str, problems))
    assert len(problems) == 1, "\n".join(map(str, problems))


def test_all_faults_are_named_at_once(copy: Copy):
    for fault in ALL:
        copy.plant(fault)

    problems = copy.problems()

    untold = [fault.name for fault in ALL if not copy.is_told(fault, problems)]
    assert untold == [], "\n".join(map(str, problems))


def test_the_unbroken_copy_has_no_problem(copy: Copy):
    assert copy.problems() == ()
