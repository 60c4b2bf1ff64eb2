"""Beginning, completing, reopening, renaming, putting away and bringing back assessments."""

from datetime import date

import pytest
from pydantic import ValidationError

from dashboard.catalog import NoSuchQuestionnaire
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import AlreadyExists, Assessment, Brand, BrandProfile, Status
from dashboard.domain.scoring import METHOD_VERSION
from dashboard.services import answers, assessments
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.store.assessments import Outcome
from tests.builders import all_at, worked_brand
from tests.services.office import FERRY, QUESTIONNAIRE, Clock, say, say_all


def outcome(ann: Acting, assessment: Assessment) -> Outcome | None:
    with ann.store.read() as tx:
        return tx.assessments.outcomes(OWN_WORKSPACE_ID).get(assessment.id)


def test_an_assessment_begins_empty_dated_today_and_as_a_draft(
    ann: Acting, brand: Brand, clock: Clock
) -> None:
    begun = assessments.begin(ann, brand.id, wave="2026-Q4", questionnaire=QUESTIONNAIRE)

    sheet = assessments.open_sheet(ann, begun.id)
    assert sheet.assessment == begun
    assert (begun.status, begun.day) == (Status.DRAFT, clock().date())
    assert (sheet.answers, sheet.before, sheet.comparable) == ({}, None, None)
    assert sheet.result.coverage.unanswered == 36


def test_a_brand_has_each_wave_once(ann: Acting, draft: Assessment) -> None:
    with pytest.raises(AlreadyExists, match=f"Alder Teas has .* 2026-Q4 .*{draft.id}") as refused:
        assessments.begin(ann, draft.brand_id, wave="2026-Q4", questionnaire=FERRY)

    assert refused.value.id == draft.id


def test_a_brand_and_its_first_wave_begin_together(ann: Acting) -> None:
    profile = BrandProfile(name="Rowan Books")

    begun = assessments.begin_brand(
        ann, OWN_WORKSPACE_ID, profile, wave="2027", questionnaire=QUESTIONNAIRE
    )

    sheet = assessments.open_sheet(ann, begun.id)
    assert (sheet.brand.profile, sheet.assessment.wave) == (profile, "2027")


def test_a_brand_whose_first_wave_cannot_begin_is_not_added(ann: Acting) -> None:
    profile = BrandProfile(name="Rowan Books")

    for wave, reference in (("w" * 41, QUESTIONNAIRE), ("2027", "nothing@1.0.0")):
        with pytest.raises((ValidationError, NoSuchQuestionnaire)):
            assessments.begin_brand(
                ann, OWN_WORKSPACE_ID, profile, wave=wave, questionnaire=reference
            )

    with ann.store.read() as tx:
        assert tx.brands.named(OWN_WORKSPACE_ID, "Rowan Books") is None


@pytest.mark.parametrize("reference", ["data-trust@9.9.9", "data-trust", "", "nothing@1.0.0"])
def test_a_questionnaire_that_is_not_there_cannot_be_used(
    ann: Acting, brand: Brand, reference: str
) -> None:
    with pytest.raises(NoSuchQuestionnaire):
        assessments.begin(ann, brand.id, wave="2027", questionnaire=reference)


@pytest.mark.parametrize("wave", ["", "  ", "w" * 41, "a\x00b"])
def test_a_wave_is_a_label_of_one_to_forty_characters(
    ann: Acting, draft: Assessment, wave: str
) -> None:
    with pytest.raises(ValidationError):
        assessments.begin(ann, draft.brand_id, wave=wave, questionnaire=QUESTIONNAIRE)
    with pytest.raises(ValidationError):
        assessments.rename(ann, draft.id, wave=wave)

    assert assessments.open_sheet(ann, draft.id).assessment == draft


def test_a_wave_is_renamed_unless_another_one_has_the_name(ann: Acting, draft: Assessment) -> None:
    other = assessments.begin(ann, draft.brand_id, wave="2027", questionnaire=QUESTIONNAIRE)

    assert assessments.rename(ann, draft.id, wave="Autumn").wave == "Autumn"
    assert assessments.rename(ann, draft.id, wave="Autumn").wave == "Autumn"
    with pytest.raises(AlreadyExists) as refused:
        assessments.rename(ann, other.id, wave="Autumn")

    assert refused.value.id == draft.id
    assert assessments.open_sheet(ann, other.id).assessment.wave == "2027"


def test_completing_stores_what_the_assessment_came_to(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    say_all(ann, draft.id, worked_brand())
    clock.go_on(hours=1)

    done = assessments.complete(ann, draft.id)

    assert (done.status, done.completed_at) == (Status.COMPLETE, clock())
    assert outcome(ann, draft) == Outcome(40.625, "developing", METHOD_VERSION)
    assert assessments.open_sheet(ann, draft.id).assessment == done


def test_completing_twice_changes_nothing(ann: Acting, draft: Assessment, clock: Clock) -> None:
    done = assessments.complete(ann, draft.id)
    clock.go_on(hours=1)

    assert assessments.complete(ann, draft.id) == done


def test_a_provisional_band_and_an_unpublished_overall_are_stored_as_nothing(
    ann: Acting, brand: Brand
) -> None:
    provisional = assessments.begin(ann, brand.id, wave="1", questionnaire=QUESTIONNAIRE)
    say_all(ann, provisional.id, all_at(4, ST4_1="DK"))
    empty = assessments.begin(ann, brand.id, wave="2", questionnaire=QUESTIONNAIRE)

    for one in (provisional, empty):
        assessments.complete(ann, one.id)

    assert outcome(ann, provisional) == Outcome(75, None, METHOD_VERSION)
    assert outcome(ann, empty) == Outcome(None, None, METHOD_VERSION)


def test_reopening_takes_the_outcome_back_and_completing_again_stores_the_new_one(
    ann: Acting, draft: Assessment
) -> None:
    say_all(ann, draft.id, worked_brand())
    assessments.complete(ann, draft.id)

    reopened = assessments.reopen(ann, draft.id)
    assert (reopened.status, reopened.completed_at) == (Status.REOPENED, None)
    assert reopened.open_for_answers
    assert outcome(ann, draft) is None
    assert assessments.reopen(ann, draft.id) == reopened

    say(ann, draft.id, "ST4.1", Answer.at(2), over=1)
    assessments.complete(ann, draft.id)
    found = outcome(ann, draft)
    assert found
    assert (round(found.overall or 0, 2), found.band) == (42.01, "defined")


def test_a_draft_cannot_be_reopened(ann: Acting, draft: Assessment) -> None:
    assert assessments.reopen(ann, draft.id) == draft


def test_an_archived_assessment_opens_by_its_id_and_comes_back(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    assert assessments.archive(ann, draft.id).archived_at == clock()
    assert assessments.open_sheet(ann, draft.id).assessment.archived_at

    assert assessments.unarchive(ann, draft.id) == draft


def test_a_deleted_assessment_comes_back_with_its_answers(ann: Acting, draft: Assessment) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(4))
    assessments.delete(ann, draft.id)

    assert assessments.undelete(ann, draft.id) == draft
    assert assessments.open_sheet(ann, draft.id).answers == {"VE1.1": Answer.at(4)}


def test_a_deleted_wave_makes_room_for_another_and_then_stays_deleted(
    ann: Acting, draft: Assessment
) -> None:
    assessments.delete(ann, draft.id)
    second = assessments.begin(ann, draft.brand_id, wave=draft.wave, questionnaire=QUESTIONNAIRE)

    with pytest.raises(AlreadyExists) as refused:
        assessments.undelete(ann, draft.id)

    assert refused.value.id == second.id


@pytest.fixture
def three(ann: Acting, brand: Brand, clock: Clock) -> list[Assessment]:
    """Three waves, half a year apart."""
    begun = []
    for wave in ("first", "second", "third"):
        begun.append(assessments.begin(ann, brand.id, wave=wave, questionnaire=QUESTIONNAIRE))
        clock.go_on(days=180)
    return begun


def before(ann: Acting, assessment: Assessment) -> str | None:
    sheet = assessments.open_sheet(ann, assessment.id).before
    return sheet.assessment.wave if sheet else None


def test_a_sheet_knows_the_wave_before_it(ann: Acting, three: list[Assessment]) -> None:
    assert [before(ann, one) for one in three] == [None, "first", "second"]


def test_the_wave_before_is_the_latest_one_that_is_neither_archived_nor_deleted(
    ann: Acting, three: list[Assessment]
) -> None:
    assessments.archive(ann, three[1].id)
    assert before(ann, three[2]) == "first"
    assert before(ann, three[1]) == "first"

    assessments.delete(ann, three[0].id)
    assert before(ann, three[2]) is None


def test_dates_order_waves_not_the_moment_they_were_entered(
    ann: Acting, three: list[Assessment]
) -> None:
    with ann.store.begin() as tx:
        early = three[2].model_copy(update={"dated": date(2020, 1, 1)})
        tx.assessments.update(early)

    assert [before(ann, one) for one in three] == ["third", "first", None]


def test_waves_of_different_questionnaires_are_not_compared(
    ann: Acting, draft: Assessment, clock: Clock
) -> None:
    clock.go_on(days=1)
    ferry = assessments.begin(ann, draft.brand_id, wave="Boats", questionnaire=FERRY)

    sheet = assessments.open_sheet(ann, ferry.id)
    assert sheet.before
    assert sheet.before.assessment == draft
    assert sheet.comparable is None


def test_history_shows_people_by_name(ann: Acting, bob: Acting, draft: Assessment) -> None:
    say(bob, draft.id, "VE1.1", Answer.at(4))

    (entry,) = answers.history(ann, draft.id, "VE1.1")
    assert entry.changed_by_name == "Bob"


def test_a_critical_question_is_the_first_of_those_still_open(
    ann: Acting, draft: Assessment
) -> None:
    say_all(ann, draft.id, all_at(3, VE1_1=None, ST4_1="DK", ST1_2="DK"))

    assert assessments.open_sheet(ann, draft.id).still_open == ("ST4.1", "VE1.1", "ST1.2")
