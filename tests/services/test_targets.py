"""Setting and removing what is good enough."""

import pytest

from dashboard.domain.assessment import DAYS_TO_UNDO, Brand
from dashboard.domain.target import TargetChanged
from dashboard.services import brands, housekeeping, targets
from dashboard.services.acting import Acting
from dashboard.services.targets import NoSuchDimension
from tests.domain.aims import target
from tests.services.office import Clock
from tests.store.tallies import content

AIM = target()
HIGHER = target(at=88)


def test_a_target_is_set_changed_and_removed(ann: Acting, bob: Acting, brand: Brand) -> None:
    targets.put(ann, brand.id, AIM, read=None)
    assert targets.of_brand(bob, brand.id) == (AIM,)

    targets.put(bob, brand.id, HIGHER, read=AIM)
    assert targets.of_brand(ann, brand.id) == (HIGHER,)

    targets.remove(ann, brand.id, HIGHER)
    assert targets.of_brand(ann, brand.id) == ()


def test_what_somebody_else_has_set_meanwhile_is_left_as_it_is(
    ann: Acting, bob: Acting, brand: Brand
) -> None:
    targets.put(bob, brand.id, HIGHER, read=None)

    with pytest.raises(TargetChanged) as refused:
        targets.put(ann, brand.id, AIM, read=None)
    assert refused.value.current == HIGHER
    with pytest.raises(TargetChanged):
        targets.remove(ann, brand.id, AIM)

    assert targets.of_brand(ann, brand.id) == (HIGHER,)


def test_doing_the_same_twice_is_no_quarrel(ann: Acting, bob: Acting, brand: Brand) -> None:
    for who in (ann, bob):
        targets.put(who, brand.id, AIM, read=None)
    for who in (ann, bob):
        targets.remove(who, brand.id, AIM)

    assert targets.of_brand(ann, brand.id) == ()


@pytest.mark.parametrize(
    "wrong", [target("GONE"), target(questionnaire="nobodys")], ids=["dimension", "questionnaire"]
)
def test_a_target_for_nothing_is_refused(ann: Acting, brand: Brand, wrong) -> None:
    with pytest.raises(NoSuchDimension, match="has no dimension"):
        targets.put(ann, brand.id, wrong, read=None)


def test_targets_come_back_with_a_deleted_brand_and_are_gone_when_it_is(
    ann: Acting, brand: Brand, clock: Clock
) -> None:
    targets.put(ann, brand.id, AIM, read=None)

    brands.delete(ann, brand.id)
    brands.undelete(ann, brand.id)
    assert targets.of_brand(ann, brand.id) == (AIM,)

    brands.delete(ann, brand.id)
    clock.go_on(days=DAYS_TO_UNDO, seconds=1)
    housekeeping.purge(ann.store, clock())
    assert content(ann.store)["targets"].rows == 0
