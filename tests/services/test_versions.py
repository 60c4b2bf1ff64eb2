"""Moving a draft to a newer version of its questionnaire: some items the same, some not."""

import shutil
from collections.abc import Mapping
from dataclasses import replace

import pytest
import yaml

from dashboard.catalog import Catalog
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment, AssessmentIsComplete, Brand
from dashboard.domain.workshop import Setup
from dashboard.services import answers, assessments, versions, workshops
from dashboard.services.acting import Acting
from dashboard.services.versions import HasWorkshop, OtherQuestionnaire
from tests.builders import FERRY_LINE
from tests.services.office import FERRY, QUESTIONNAIRE, Clock, past, say_all, shelves, standing

NEWER = "ferry-line@1.10.0"
GIVEN: Mapping[str, Answer] = {
    "BK1.1": Answer.at(1),
    "BK1.2": Answer.at(7),
    "CR1.1": Answer.at(2, evidence=1),
    "CR1.2": Answer.dont_know(),
    "CR2.1": Answer.at(1, evidence=0),
    "CR3.1": Answer.not_applicable("No ferry of ours has one."),
}
LOST = ("BK1.1", "CR1.1", "CR1.2")
KEPT = {id_: answer for id_, answer in GIVEN.items() if id_ not in LOST}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """1.10.0 words BK1.1 anew, drops CR1.2, and knows one evidence grade less."""
    root = tmp_path_factory.mktemp("versions")
    shutil.copytree(FERRY_LINE, root / "ferry-line" / "1.0.0")
    newer = shutil.copytree(FERRY_LINE, root / "ferry-line" / "1.10.0")
    instrument, booking, crossing = (
        yaml.safe_load((newer / name).read_text("utf-8"))
        for name in ("instrument.yaml", "booking.yaml", "crossing.yaml")
    )
    instrument["version"] = "1.10.0"
    instrument["evidence_grades"].pop()
    booking["dimensions"][0]["items"][0]["question"]["en"] = (
        "Does the form ask only for what it needs?"
    )
    del crossing["dimensions"][0]["items"][1]
    for name, data in {
        "instrument.yaml": instrument,
        "booking.yaml": booking,
        "crossing.yaml": crossing,
    }.items():
        (newer / name).write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return shelves(root)


@pytest.fixture
def catalog(both: Catalog) -> Catalog:
    return both


@pytest.fixture
def ferry(ann: Acting, brand: Brand) -> Assessment:
    begun = assessments.begin(ann, brand.id, wave="2026-Q4", questionnaire=FERRY)
    say_all(ann, begun.id, GIVEN)
    return begun


def test_a_draft_stays_on_its_version_until_somebody_moves_it(
    ann: Acting, ferry: Assessment
) -> None:
    sheet = assessments.open_sheet(ann, ferry.id)

    assert sheet.questionnaire.reference == FERRY
    assert sheet.answers == GIVEN


def test_before_moving_one_sees_what_goes_along(ann: Acting, ferry: Assessment) -> None:
    move = versions.possible_move(ann, assessments.open_sheet(ann, ferry.id))

    assert move
    assert move.to.reference == NEWER
    assert set(move.kept) == KEPT.keys()
    assert set(move.lost) == set(LOST)


def test_moving_keeps_what_asks_the_same_and_withdraws_the_rest(
    ann: Acting, ferry: Assessment
) -> None:
    moved = versions.move(ann, assessments.open_sheet(ann, ferry.id), NEWER)

    sheet = assessments.open_sheet(ann, ferry.id)
    assert moved.questionnaire == sheet.questionnaire.reference == NEWER
    assert sheet.answers == KEPT
    assert sheet.result.coverage.items == 8
    assert versions.possible_move(ann, sheet) is None


def test_what_was_withdrawn_stays_in_the_history(
    ann: Acting, ferry: Assessment, clock: Clock
) -> None:
    versions.move(ann, assessments.open_sheet(ann, ferry.id), NEWER)

    for item_id in LOST:
        assert past(ann, ferry.id, item_id) == [None, GIVEN[item_id]]
    assert past(ann, ferry.id, "BK1.2") == [GIVEN["BK1.2"]]


def test_a_complete_assessment_stays_where_it_is(ann: Acting, ferry: Assessment) -> None:
    draft = assessments.open_sheet(ann, ferry.id)
    assessments.complete(ann, ferry.id)

    assert versions.possible_move(ann, assessments.open_sheet(ann, ferry.id)) is None
    with pytest.raises(AssessmentIsComplete):
        versions.move(ann, draft, NEWER)
    assert standing(ann, ferry.id) == GIVEN


def test_a_draft_with_a_workshop_stays_where_it_is(ann: Acting, ferry: Assessment) -> None:
    """Moved, its ratings would stand beside words that nobody rated."""
    seen = assessments.open_sheet(ann, ferry.id)
    assert versions.possible_move(ann, seen) is not None
    drafted = workshops.begin(ann, ferry.id, Setup(dimensions=("CR1",), langs=("en",)))

    assert versions.possible_move(ann, seen) is None
    with pytest.raises(HasWorkshop, match=f"{ferry.id} has a workshop"):
        versions.move(ann, seen, NEWER)
    assert standing(ann, ferry.id) == GIVEN

    workshops.remove(ann, drafted.id)
    versions.move(ann, seen, NEWER)

    assert standing(ann, ferry.id) == KEPT


def test_a_draft_does_not_move_to_another_questionnaire(ann: Acting, ferry: Assessment) -> None:
    with pytest.raises(OtherQuestionnaire, match=f"{QUESTIONNAIRE} is not a version of ferry-line"):
        versions.move(ann, assessments.open_sheet(ann, ferry.id), QUESTIONNAIRE)

    assert standing(ann, ferry.id) == GIVEN


def test_a_move_that_somebody_else_made_meanwhile_is_no_mishap(
    ann: Acting, bob: Acting, ferry: Assessment
) -> None:
    seen = assessments.open_sheet(bob, ferry.id)
    versions.move(ann, assessments.open_sheet(ann, ferry.id), NEWER)

    versions.move(bob, seen, NEWER)

    assert standing(ann, ferry.id) == KEPT


def test_a_new_wave_on_the_newer_version_is_offered_only_what_asks_the_same(
    ann: Acting, ferry: Assessment, clock: Clock
) -> None:
    clock.go_on(days=180)
    next_ = assessments.begin(ann, ferry.brand_id, wave="2027-Q2", questionnaire=NEWER)

    sheet = assessments.open_sheet(ann, next_.id)
    offered = [(item.id, sheet.last_answer(item)) for item in sheet.questionnaire.items]
    given = [(id_, answer) for id_, answer in offered if answer]

    assert dict(given) == KEPT
    assert answers.adopt(ann, next_.id, given) == len(KEPT)
    assert sheet.comparable is None


def test_a_wave_whose_questionnaire_is_gone_is_no_wave_before(
    ann: Acting, ferry: Assessment, clock: Clock
) -> None:
    clock.go_on(days=180)
    next_ = assessments.begin(ann, ferry.brand_id, wave="2027", questionnaire=QUESTIONNAIRE)
    shipped_alone = replace(ann, catalog=Catalog.load())

    assert assessments.open_sheet(shipped_alone, next_.id).before is None
    with pytest.raises(LookupError, match=FERRY):
        assessments.open_sheet(shipped_alone, ferry.id)
