"""Consents, releases and packs come back from a backup, on either database."""

from datetime import date, timedelta
from pathlib import Path

from dashboard.domain.assessment import Status
from dashboard.domain.cohort import Organisation
from dashboard.domain.consent import Consent
from dashboard.store.archive import backup, restore
from dashboard.store.releases import Pack, StoredRelease
from dashboard.store.schema import ADDED
from dashboard.store.store import Store
from tests.domain.organisations import made, several
from tests.store.rows import NOW
from tests.store.tallies import content

CONSENT = Consent(
    id="yes",
    workspace_id="ws",
    assessment_id="first",
    completed_at=NOW,
    scores={"overall": 40.625, "VE": 55.2},
    evidence=0.25,
    words="We agree. 我们同意。",
    lang="zh",
    given_at=NOW,
    given_by="ann",
)
RELEASE = made(several(12)).release


def furnish(store: Store) -> None:
    """A consent given twice and withdrawn once, a release with it, and a pack."""
    member = several(1, assessment_id="first", brand_id="acme", workspace_id="ws")
    with store.begin() as tx:
        tx.consents.add(CONSENT)
        tx.consents.withdraw("yes", by="bob", now=NOW + timedelta(hours=1))
        tx.consents.add(CONSENT.model_copy(update={"id": "yes again"}))
        tx.releases.add(stored(), member, by="ann")
        tx.releases.add_pack(pack())


def stored(**changes: object) -> StoredRelease:
    fields = {"id": "r", "due": date(2026, 7, 1), "release": RELEASE, "made_at": NOW}
    return StoredRelease.model_validate(fields | {"ended_at": None} | changes)


def pack() -> Pack:
    return Pack(id="p", workspace_id="ws", release=RELEASE, imported_at=NOW, imported_by="ann")


def test_the_tables_of_peers_are_the_ones_that_came_with_0004() -> None:
    names = [table.name for table in ADDED["0004"]]

    assert names == ["consents", "releases", "release_members", "packs"]


def test_what_was_agreed_and_released_comes_back_on_any_database(
    filled: Store, target: Store, tmp_path: Path
) -> None:
    furnish(filled)
    backup(filled, tmp_path / "backup.zip", now=NOW)

    restore(target, tmp_path / "backup.zip")

    assert content(target) == content(filled)
    with target.read() as tx:
        assert tx.consents.standing("first") == CONSENT.model_copy(update={"id": "yes again"})
        assert [one.stands for one in tx.consents.of_workspace("ws")] == [False, True]
        assert tx.releases.latest("data-trust@1.0.0") == stored()
        assert tx.releases.packs("ws") == [pack()]
        assert tx.releases.particulars("r", "first")


def test_a_release_ends_with_whoever_is_in_it_and_once(filled: Store) -> None:
    furnish(filled)
    later = NOW + timedelta(days=1)

    with filled.begin() as tx:
        assert tx.releases.end_with_assessment("second", NOW) == 0
        assert tx.releases.end_with_brand("acme", NOW) == 1
        assert tx.releases.end_with_assessment("first", later) == 0
        latest = tx.releases.latest("data-trust@1.0.0")

    assert latest == stored(ended_at=NOW)


def test_what_is_deleted_for_good_takes_its_consents_along(filled: Store) -> None:
    furnish(filled)

    with filled.begin() as tx:
        tx.brands.remove("acme")

    with filled.read() as tx:
        assert tx.consents.of_workspace("ws") == []
        assert tx.releases.fingerprints("r") == {}


def test_only_who_is_as_they_were_when_they_consented_is_counted(filled: Store) -> None:
    def found() -> list[Organisation]:
        with filled.begin() as tx:
            return tx.consents.organisations("data-trust@1.0.0", before=NOW + timedelta(days=1))

    with filled.begin() as tx:
        tx.consents.add(CONSENT)
    assert found() == []
    with filled.begin() as tx:
        one = tx.assessments.get("first")
        assert one
        done = one.model_copy(update={"status": Status.COMPLETE, "completed_at": NOW})
        tx.assessments.update(done)
    (counted,) = found()
    assert (counted.brand_id, counted.scores) == ("acme", CONSENT.scores)
    with filled.begin() as tx:
        assert tx.consents.few("data-trust@1.0.0") == 1
        again = done.model_copy(update={"completed_at": NOW + timedelta(hours=1)})
        tx.assessments.update(again)
    assert found() == []
