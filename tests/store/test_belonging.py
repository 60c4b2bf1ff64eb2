"""What belongs together: names within their workspace, parts that go with the whole."""

from datetime import timedelta

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment, BrandProfile
from dashboard.store.errors import AlreadyTaken, Gone
from dashboard.store.store import Store
from tests.store.rows import DEMO, NOW, WORKSPACE, assessment, brand, save


@pytest.mark.parametrize(
    "wrong",
    [assessment("x", wave="x", workspace_id="demo"), assessment("x", brand_id="none")],
    ids=["a workspace that is not its brand's", "a brand that is not there"],
)
def test_an_assessment_stays_in_the_workspace_of_its_brand(
    filled: Store, wrong: Assessment
) -> None:
    with filled.begin() as tx:
        tx.workspaces.add(DEMO, NOW)

    with pytest.raises(Gone, match="read again"), filled.begin() as tx:
        tx.assessments.add(wrong, by="ann")


def test_names_are_taken_among_what_is_not_deleted(filled: Store) -> None:
    twin = brand("twin", profile=brand().profile)
    with pytest.raises(AlreadyTaken), filled.begin() as tx:
        tx.brands.add(twin, by="ann", now=NOW)

    with filled.begin() as tx:
        tx.workspaces.add(DEMO, NOW)
        tx.brands.add(
            twin.model_copy(update={"id": "demo-twin", "workspace_id": "demo"}), by="ann", now=NOW
        )
        tx.brands.update(brand(deleted_at=NOW))
        tx.brands.add(twin, by="ann", now=NOW)

    with pytest.raises(AlreadyTaken), filled.begin() as tx:
        tx.brands.update(brand())


def test_waves_of_a_brand_are_taken_among_what_is_not_deleted(filled: Store) -> None:
    with pytest.raises(AlreadyTaken), filled.begin() as tx:
        tx.assessments.add(assessment("twin"), by="ann")

    with filled.begin() as tx:
        tx.assessments.update(assessment(deleted_at=NOW))
        tx.assessments.add(assessment("twin"), by="ann")

    with pytest.raises(AlreadyTaken), filled.begin() as tx:
        tx.assessments.update(assessment())


def test_names_that_differ_in_case_or_accents_are_different(filled: Store) -> None:
    with filled.begin() as tx:
        for number, name in enumerate(["acme", "ACME", "Acmé", "Acme "]):
            other = brand(f"b{number}", profile=BrandProfile(name=name))
            tx.brands.add(other, by="ann", now=NOW)

    with filled.read() as tx:
        found = [one.name for one in tx.brands.of_workspace("ws")]
        assert found == ["ACME", "Acme", "acme", "Acme ", "Acmé"]


def test_deleted_brands_and_assessments_go_once_their_time_is_over(filled: Store) -> None:
    with filled.begin() as tx:
        for days in (40, 20, 30):
            gone = NOW - timedelta(days=days)
            tx.brands.add(brand(f"b{days}", deleted_at=gone), by="ann", now=NOW)
            tx.assessments.add(assessment(f"a{days}", deleted_at=gone), by="ann")

    limit = NOW - timedelta(days=30)
    with filled.begin() as tx:
        assert tx.assessments.remove_expired(limit) == 1
        assert tx.brands.remove_expired(limit) == 1

    with filled.read() as tx:
        left = {one.id for one in tx.brands.of_workspace("ws")}
        left |= {one.id for one in tx.assessments.of_workspace("ws")}
    assert left >= {"a20", "a30", "b20", "b30"}
    assert left.isdisjoint({"a40", "b40"})


def test_what_is_removed_takes_along_what_belongs_to_it(filled: Store) -> None:
    save(filled, Answer.at(3))
    with filled.begin() as tx:
        tx.assessments.add(assessment("second", wave="2"), by="ann")
        tx.assessments.remove("first")

    with filled.read() as tx:
        assert tx.answers.of("first") == {}
        assert tx.history.of("first", "VE1.1") == []
        assert [one.id for one in tx.assessments.of_workspace("ws")] == ["second"]

    with filled.begin() as tx:
        tx.brands.remove("acme")
    with filled.read() as tx:
        assert tx.assessments.of_workspace("ws") == []


def test_a_workspace_goes_with_everything_in_it_and_nothing_else(filled: Store) -> None:
    save(filled, Answer.at(3))
    with filled.begin() as tx:
        tx.workspaces.add(DEMO, NOW)
        tx.users.join("ann", "demo", "owner", NOW)
        tx.brands.add(brand("made-up", workspace_id="demo"), by="ann", now=NOW)
        tx.assessments.add(assessment("tale", workspace_id="demo", brand_id="made-up"), by="ann")

    with filled.begin() as tx:
        tx.workspaces.delete("demo")

    with filled.read() as tx:
        assert tx.workspaces.of_user("ann") == [WORKSPACE]
        assert tx.brands.get("made-up") is None
        assert tx.assessments.get("tale") is None
        assert tx.brands.get("acme") == brand()
        assert tx.answers.of("first").keys() == {"VE1.1"}
