"""The benchmark file that is shown in the documents is one that is taken, once it is whole."""

import json

import pytest

from dashboard.catalog import Catalog
from dashboard.domain.pack import FORMAT, read_pack
from dashboard.domain.percentile import Precision
from tests.documents import PROJECT
from tests.test_docs import COMMANDS, json_examples


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load()


def test_the_file_shown_is_sound_with_the_pillars_that_were_left_out(catalog: Catalog) -> None:
    page = PROJECT / COMMANDS
    (shown,) = [one for one in map(json.loads, json_examples(page)) if one["format"] == FORMAT]
    for cohort in shown["cohorts"]:
        told = cohort["scores"]["overall"]
        cohort["scores"] |= dict.fromkeys(("VE", "DU", "ST"), told)

    read = read_pack(
        json.dumps(shown).encode(), page, find=catalog.find, vocabulary=catalog.vocabulary
    )

    told = [cohort.scores["overall"] for cohort in read.cohorts]
    assert [one.precision for one in told] == [Precision.PERCENTILE, Precision.THIRDS]
