"""The workshop document that is shown in the documents is what the code computes."""

import json
from datetime import UTC, datetime

from dashboard.domain import reveal_document
from dashboard.domain.answer import Answer
from dashboard.domain.workshop import Agreed, Progress, Setup, Stage, Workshop
from tests.builders import data_trust
from tests.documents import PROJECT
from tests.domain.rater_vectors import MATRIX
from tests.domain.rooms import shown
from tests.test_docs import COMMANDS, is_part_of, json_examples

NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
REVEALED = Workshop(
    id="w",
    workspace_id="own",
    assessment_id="a",
    code="ACDEFGHJ",
    stage=Stage.REVEALED,
    setup=Setup(dimensions=("ST1", "ST2", "ST3", "ST4"), langs=("en",), expected=8),
    created_at=NOON,
    expires_at=NOON,
)
AGREED = Agreed(
    item_id="ST4.1",
    answer=Answer.at(2),
    reason="The plan is written, but nobody has tried it.",
    agreed_at=NOON,
    agreed_by="ann",
)


def workshop_of_six() -> dict[str, object]:
    """The document of a workshop in which the six raters of the method rated Stewardship."""
    items = REVEALED.items_of(data_trust())
    rows = ["".join(map(str, row)) for row in MATRIX]
    found = shown(items, rows, agreed={AGREED.item_id: AGREED})
    progress = Progress(joined=7, finished=6, by_dimension={"ST1": 6, "ST4": 6})
    link = f"https://candour.example.org/join/{REVEALED.code}"
    return reveal_document.as_json(REVEALED, link, progress, found)


def test_the_workshop_shown_is_a_part_of_the_one_that_is_computed() -> None:
    *_, example = json_examples(PROJECT / COMMANDS)

    told, computed = json.loads(example), workshop_of_six()

    assert told.keys() == computed.keys()
    assert {key for key, value in told.items() if not is_part_of(value, computed[key])} == set()
