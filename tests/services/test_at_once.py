"""Several people at the same moment, in threads of their own, on the real databases."""

from functools import partial

from dashboard.domain.answer import Answer, AnswerChanged, StoredAnswer
from dashboard.domain.assessment import (
    AlreadyExists,
    Assessment,
    AssessmentIsComplete,
    Brand,
    BrandProfile,
    Status,
)
from dashboard.domain.document import Document
from dashboard.services import answers, assessments, brands, demo, files, people
from dashboard.services.acting import Acting
from dashboard.services.brands import BrandChanged
from dashboard.services.demo import DEMO_WORKSPACE_ID
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.services.portfolio import portfolio
from dashboard.store.errors import AlreadyTaken
from dashboard.store.store import Store
from tests.builders import data_trust
from tests.services.office import QUESTIONNAIRE, Clock, at_once, say, standing

ITEMS = [item.id for item in data_trust().items]


def document(given: dict[str, Answer], *, brand: str) -> Document:
    """A file that states of its brand the name alone."""
    return Document(
        questionnaire=QUESTIONNAIRE,
        brand=BrandProfile(name=brand),
        brand_keys=("name",),
        wave="2026-Q4",
        dated=None,
        answers=given,
    )


def test_of_two_who_save_at_once_one_is_stored_and_the_other_sees_both_values(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    for item_id in ITEMS[:8]:
        outcomes = at_once(
            partial(say, ann, draft.id, item_id, Answer.at(2)),
            partial(say, bob, draft.id, item_id, Answer.at(4)),
        )

        (kept,) = (found for found in outcomes if isinstance(found, StoredAnswer))
        (refused,) = (found for found in outcomes if isinstance(found, AnswerChanged))
        assert refused.current == kept
        assert standing(ann, draft.id)[item_id] == kept.answer != refused.yours
        by_whom = {entry.set_aside: entry for entry in answers.history(ann, draft.id, item_id)}
        assert by_whom[False].answer == kept.answer
        assert by_whom[True].answer == refused.yours


def test_of_many_who_change_one_answer_at_once_no_value_is_lost(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    say(ann, draft.id, "VE1.1", Answer.dont_know())
    notes = [f"note {number}" for number in range(12)]
    meant = [Answer(state=Answer.at(3).state, level=3, note=note) for note in notes]

    outcomes = at_once(
        *(
            partial(say, who, draft.id, "VE1.1", value, over=1)
            for who, value in zip([ann, bob] * 6, meant, strict=True)
        )
    )

    assert sum(isinstance(found, StoredAnswer) for found in outcomes) == 1
    assert sum(isinstance(found, AnswerChanged) for found in outcomes) == 11
    kept = [entry.answer for entry in answers.history(ann, draft.id, "VE1.1")]
    assert all(value in kept for value in meant)


def test_two_who_give_the_same_answer_at_once_do_not_hear_of_each_other(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    outcomes = at_once(
        partial(say, ann, draft.id, "VE1.1", Answer.at(3)),
        partial(say, bob, draft.id, "VE1.1", Answer.at(3)),
    )

    assert outcomes[0] == outcomes[1]
    assert len(answers.history(ann, draft.id, "VE1.1")) == 1


def test_people_who_answer_different_items_at_once_lose_nothing(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    at_once(
        *(
            partial(say, who, draft.id, item, Answer.at(3))
            for who, item in zip([ann, bob] * 18, ITEMS, strict=True)
        )
    )

    assert standing(ann, draft.id) == dict.fromkeys(ITEMS, Answer.at(3))


def test_what_a_completed_assessment_came_to_counts_every_answer_that_was_taken(
    ann: Acting, bob: Acting, draft: Assessment, store: Store
) -> None:
    for item_id in ITEMS:
        say(ann, draft.id, item_id, Answer.at(2))

    for _ in range(4):
        before = assessments.open_sheet(ann, draft.id).stored
        outcomes = at_once(
            *(
                partial(say, bob, draft.id, item, Answer.at(5), over=before[item].version)
                for item in ITEMS[:6]
            ),
            partial(assessments.complete, ann, draft.id),
        )

        sheet = assessments.open_sheet(ann, draft.id)
        taken = [found for found in outcomes if isinstance(found, StoredAnswer)]
        late = [found for found in outcomes if isinstance(found, AssessmentIsComplete)]
        assert len(taken) + len(late) == 6
        assert all(sheet.answers[found.item_id] == found.answer for found in taken)
        with store.read() as tx:
            outcome = tx.assessments.outcomes(OWN_WORKSPACE_ID)[draft.id]
        assert outcome.overall == sheet.result.overall.score
        assessments.reopen(ann, draft.id)


def test_of_many_brands_of_one_name_made_at_once_there_is_one(ann: Acting, bob: Acting) -> None:
    outcomes = at_once(
        *(
            partial(brands.create, who, OWN_WORKSPACE_ID, BrandProfile(name="Twin"))
            for who in [ann, bob] * 3
        )
    )

    refusals = [found for found in outcomes if isinstance(found, AlreadyExists | AlreadyTaken)]
    assert len(refusals) == 5
    (mine,) = people.workspaces(ann)
    assert [line.brand.name for line in portfolio(ann, mine).lines] == ["Twin"]


def test_of_many_assessments_of_one_wave_begun_at_once_there_is_one(
    ann: Acting, bob: Acting, draft: Assessment
) -> None:
    outcomes = at_once(
        *(
            partial(
                assessments.begin, who, draft.brand_id, wave="2027", questionnaire=QUESTIONNAIRE
            )
            for who in [ann, bob] * 3
        )
    )

    assert sum(isinstance(found, Assessment) for found in outcomes) == 1
    refusals = [found for found in outcomes if isinstance(found, AlreadyExists | AlreadyTaken)]
    assert len(refusals) == 5


def test_a_demo_that_two_load_at_once_is_there_once(ann: Acting, bob: Acting) -> None:
    outcomes = at_once(partial(demo.load, ann), partial(demo.load, bob))

    for loaded in outcomes:
        assert isinstance(loaded, Acting)
        (_, workspace) = people.workspaces(loaded)
        assert workspace.id == DEMO_WORKSPACE_ID
        assert sum(len(line.waves) for line in portfolio(loaded, workspace).lines) == 13


def test_the_local_user_is_made_once_however_many_ask_first(store: Store, clock: Clock) -> None:
    users = at_once(*[partial(people.local_user, store, clock())] * 6)

    assert len(set(map(str, users))) == 1


def test_a_brand_is_changed_while_its_assessments_are_completed(
    ann: Acting, bob: Acting, store: Store
) -> None:
    names = [f"Brand {number}" for number in range(8)]
    sheets = [document({item: Answer.at(3) for item in ITEMS}, brand=name) for name in names]
    imported = files.import_documents(ann, OWN_WORKSPACE_ID, sheets)

    for one in imported:
        before = assessments.open_sheet(ann, one.id).brand
        after = before.profile.model_copy(update={"industry": "retail"})
        outcomes = at_once(
            partial(brands.change, bob, before.id, after, read=before.profile),
            partial(assessments.complete, ann, one.id),
        )

        assert not any(isinstance(found, Exception) for found in outcomes)
        sheet = assessments.open_sheet(ann, one.id)
        assert sheet.assessment.status is Status.COMPLETE
        assert sheet.assessment.brand_keys is None
        assert sheet.brand.profile == after


def test_a_brand_is_renamed_while_it_is_archived(ann: Acting, bob: Acting) -> None:
    for number in range(8):
        brand = brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name=f"Old {number}"))
        named = BrandProfile(name=f"New {number}")
        outcomes = at_once(
            partial(brands.change, bob, brand.id, named, read=brand.profile),
            partial(brands.archive, ann, brand.id),
        )

        assert not any(isinstance(found, Exception) for found in outcomes)
        with ann.store.read() as tx:
            kept = tx.brands.get(brand.id)
        assert kept
        assert kept.profile == named
        assert kept.archived_at


def test_of_two_who_change_a_brand_at_once_one_hears_of_the_other(
    ann: Acting, bob: Acting, brand: Brand
) -> None:
    outcomes = at_once(
        *(
            partial(brands.change, who, brand.id, BrandProfile(name=name), read=brand.profile)
            for who, name in ((ann, "Hers"), (bob, "His"))
        )
    )

    (kept,) = (found for found in outcomes if isinstance(found, Brand))
    (refused,) = (found for found in outcomes if isinstance(found, BrandChanged))
    assert refused.current == kept


def test_a_file_replaces_answers_while_its_brand_is_changed(ann: Acting, bob: Acting) -> None:
    (one,) = files.import_documents(
        ann, OWN_WORKSPACE_ID, [document({"VE1.1": Answer.at(1)}, brand="Both")]
    )
    for level in (2, 3, 4, 5, 2, 3, 4, 5):
        brand = assessments.open_sheet(ann, one.id).brand
        size = "10-49" if brand.profile.size != "10-49" else "50-249"
        newer = document({"VE1.1": Answer.at(level)}, brand="Both")
        changed = brand.profile.model_copy(update={"size": size})
        outcomes = at_once(
            partial(files.import_documents, ann, OWN_WORKSPACE_ID, [newer], replace=one.id),
            partial(brands.change, bob, brand.id, changed, read=brand.profile),
        )

        assert not any(isinstance(found, Exception) for found in outcomes)
        sheet = assessments.open_sheet(ann, one.id)
        assert sheet.answers["VE1.1"] == Answer.at(level)
        assert sheet.brand.profile == changed
