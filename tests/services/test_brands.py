"""Creating, changing, putting away and bringing back brands."""

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.assessment import AlreadyExists, Assessment, Brand, BrandProfile
from dashboard.services import assessments, brands, files
from dashboard.services.acting import Acting
from dashboard.services.brands import BrandChanged, NotInVocabulary
from dashboard.services.people import OWN_WORKSPACE_ID
from tests.services.cohorts import answered
from tests.services.office import Clock, say

FULL = BrandProfile(
    name="榛树咖啡", industry="food", region="greater_china", size="10-49", parent="Hazel"
)


def held(ann: Acting, brand_id: str) -> Brand | None:
    with ann.store.read() as tx:
        return tx.brands.get(brand_id)


def test_a_brand_is_stored_as_it_is_described(ann: Acting) -> None:
    made = brands.create(ann, OWN_WORKSPACE_ID, FULL)

    assert made.profile == FULL
    assert held(ann, made.id) == made


def test_a_workspace_has_each_name_once(ann: Acting, brand: Brand) -> None:
    with pytest.raises(AlreadyExists, match=f"Alder Teas already .{brand.id}") as refused:
        brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name="Alder Teas"))

    assert refused.value.id == brand.id


def test_two_workspaces_may_have_brands_of_one_name(stranger: Acting, brand: Brand) -> None:
    made = brands.create(stranger, "ws", BrandProfile(name=brand.name))

    assert made.workspace_id != brand.workspace_id


@pytest.mark.parametrize("field", ["industry", "region", "size"])
def test_particulars_come_from_the_vocabulary(ann: Acting, brand: Brand, field: str) -> None:
    unknown = BrandProfile.model_validate({"name": "New", field: "underwater"})

    with pytest.raises(NotInVocabulary, match=f"{field}: underwater is not one of "):
        brands.create(ann, OWN_WORKSPACE_ID, unknown)
    with pytest.raises(NotInVocabulary):
        brands.change(ann, brand.id, unknown, read=brand.profile)

    assert held(ann, brand.id) == brand


def test_a_brand_changes_its_name_and_its_particulars(ann: Acting, brand: Brand) -> None:
    assert brands.change(ann, brand.id, FULL, read=brand.profile).profile == FULL
    assert brands.change(ann, brand.id, FULL, read=brand.profile).profile == FULL
    assert brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name="Alder Teas")).id != brand.id


def test_what_somebody_else_has_changed_meanwhile_stays(
    ann: Acting, bob: Acting, brand: Brand
) -> None:
    brands.change(bob, brand.id, FULL, read=brand.profile)

    with pytest.raises(BrandChanged, match="was changed meanwhile") as refused:
        brands.change(ann, brand.id, BrandProfile(name="Mine"), read=brand.profile)

    assert refused.value.current.profile == FULL
    assert held(ann, brand.id) == refused.value.current


def test_a_brand_does_not_take_anothers_name(ann: Acting, brand: Brand) -> None:
    other = brands.create(ann, OWN_WORKSPACE_ID, FULL)

    with pytest.raises(AlreadyExists) as refused:
        brands.change(ann, other.id, BrandProfile(name=brand.name), read=FULL)

    assert refused.value.id == brand.id
    assert held(ann, other.id) == other


def test_an_archived_brand_comes_back_with_a_file_that_is_imported(
    ann: Acting, brand: Brand
) -> None:
    brands.archive(ann, brand.id)

    (imported,) = files.import_documents(ann, OWN_WORKSPACE_ID, [answered(brand.name, 3)])

    assert imported.brand_id == brand.id
    assert held(ann, brand.id) == brand


def test_an_archived_brand_keeps_its_name_and_comes_back(
    ann: Acting, brand: Brand, clock: Clock
) -> None:
    assert brands.archive(ann, brand.id).archived_at == clock()
    with pytest.raises(AlreadyExists):
        brands.create(ann, OWN_WORKSPACE_ID, brand.profile)

    assert brands.unarchive(ann, brand.id) == brand


def test_a_deleted_brand_comes_back_with_its_assessments(
    ann: Acting, brand: Brand, draft: Assessment
) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(4))
    brands.delete(ann, brand.id)

    assert brands.undelete(ann, brand.id) == brand
    assert assessments.open_sheet(ann, draft.id).answers == {"VE1.1": Answer.at(4)}


def test_a_deleted_brand_makes_room_for_another_and_then_stays_deleted(
    ann: Acting, brand: Brand
) -> None:
    brands.delete(ann, brand.id)
    second = brands.create(ann, OWN_WORKSPACE_ID, brand.profile)

    with pytest.raises(AlreadyExists) as refused:
        brands.undelete(ann, brand.id)

    assert refused.value.id == second.id


def test_an_assessment_does_not_come_back_without_its_brand(
    ann: Acting, brand: Brand, draft: Assessment
) -> None:
    assessments.delete(ann, draft.id)
    brands.delete(ann, brand.id)
    brands.undelete(ann, brand.id)

    assert assessments.undelete(ann, draft.id) == draft
