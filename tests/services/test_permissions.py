"""Nobody reaches what is not theirs, and nobody reaches what was deleted.

Every public function of the services is named here: a new one fails the first test until it is.
"""

import inspect
import pkgutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

import pytest

from dashboard import services
from dashboard.domain.access import NotAllowed, User, Workspace, WorkspaceKind
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import BrandProfile
from dashboard.domain.workshop import Stage
from dashboard.services import (
    answers,
    assessments,
    brands,
    consents,
    files,
    packs,
    people,
    workshops,
)
from dashboard.services.acting import Acting
from dashboard.services.demo import DEMO_WORKSPACE_ID
from dashboard.services.people import OWN_WORKSPACE_ID, local_user
from dashboard.store.store import Store
from tests.services.attempts import (
    ATTEMPTS,
    NOTHING,
    ON_ASSESSMENTS,
    ON_BRANDS,
    ON_DELETED,
    ON_WORKSHOPS,
    PACK,
    Theirs,
)
from tests.services.cohorts import completed
from tests.services.office import QUESTIONNAIRE, Clock, shelves
from tests.services.rooms import led_to, opened, rated
from tests.store.rows import DEMO
from tests.store.rows import brand as brand_row
from tests.store.tallies import content

OWN = Workspace(id=OWN_WORKSPACE_ID, name="My workspace", kind=WorkspaceKind.OWN)
READS = (
    "answers.history",
    "assessments.open_sheet",
    "benchmarks.place_of",
    "consents.obstacles_of",
    "consents.register",
    "consents.participation",
    "looks.of_workspace",
    "packs.of_workspace",
    "packs.place_in",
    "plans.desk_of",
    "plans.efforts_of",
    "plans.open_desk",
    "portfolio.portfolio",
    "rater_errors.rater_errors",
    "reports.report_of",
    "targets.of_brand",
)
"""What leaves everything as it is and shows nobody's vote: enough for whoever may only look."""

OPEN_TO_ALL: Mapping[str, str] = {
    "acting.random_id": "touches nothing",
    "acting.utc_now": "touches nothing",
    "addresses.is_loopback": "touches nothing",
    "addresses.own_address": "tells this machine its own address",
    "addresses.reach": "touches nothing",
    "addresses.url_of": "touches nothing",
    "benchmarks.fits": "compares what the caller has",
    "benchmarks.demo_release": "reads a made-up file that is shipped",
    "benchmarks.published": "gives what everybody is shown: nobody's data",
    "benchmarks.release": "makes what the calendar and the consents decide, whoever asks",
    "benchmarks.standing_in": "compares a sheet that the caller was let open",
    "brands.check_profile": "looks into the vocabulary alone",
    "consents.consent_words": "touches nothing",
    "consents.evidence_of": "counts what the caller has",
    "demo.documents": "names files that are shipped",
    "demo.load": "gives the caller a workspace",
    "demo.offered": "tells that the demo exists, nothing of it",
    "files.export_document": "writes a sheet that the caller was let open",
    "housekeeping.purge": "acts for nobody: the clock decides",
    "participation.find": "tells who knows a code what its poster tells",
    "participation.finish": "acts for who holds the token",
    "participation.hand_in": "acts for who holds the token",
    "participation.invitation": "tells who knows a code what its poster tells",
    "participation.join": "lets in who knows a code",
    "participation.new_token": "touches nothing",
    "participation.sheet": "shows who holds the token what they gave",
    "participation.token_hash": "touches nothing",
    "people.local_user": "makes the one user there is without sign-in",
    "people.workspaces": "lists the caller's own, see below",
    "plan_file.plan_as_calendar": "writes a plan that the caller was let open",
    "plan_file.plan_as_csv": "writes a plan that the caller was let open",
    "provenance.provenance": "words what the caller was let see",
    "reports.gather": "words a sheet that the caller was let open",
    "versions.possible_move": "looks at a sheet that the caller was let open",
    "votes_file.as_csv": "writes votes that the caller was let see",
    "votes_file.as_json": "writes votes that the caller was let see",
    "votes_file.as_xlsx": "writes votes that the caller was let see",
}


def public_functions() -> Iterator[str]:
    """All but those that take a transaction: a use case that has asked passes it on to them."""
    for found in pkgutil.iter_modules(services.__path__):
        module = import_module(f"dashboard.services.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            public = function.__module__ == module.__name__ and not name.startswith("_")
            if public and next(iter(inspect.signature(function).parameters), "") != "tx":
                yield f"{found.name}.{name}"


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Theirs]:
    """A file with what is Ann's, for every test to copy, and what she has there."""
    file, clock = tmp_path_factory.mktemp("furnished") / "candour.db", Clock()
    with closing(Store.open(f"sqlite:///{file}")) as opened:
        return file, hers(Acting(opened, shelves(), local_user(opened, clock()), clock))


@pytest.fixture
def store(furnished: tuple[Path, Theirs], one_on_sqlite: Store) -> Store:
    """SQLite alone: what is refused is refused in the same words whatever keeps the rows."""
    with closing(sqlite3.connect(furnished[0])) as full:
        into = one_on_sqlite.database.writing.raw_connection()
        full.backup(cast("sqlite3.Connection", into.driver_connection))
        into.close()
    return one_on_sqlite


@pytest.fixture
def theirs(furnished: tuple[Path, Theirs]) -> Theirs:
    return furnished[1]


def hers(ann: Acting) -> Theirs:
    brand = brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name="Alder Teas", industry="food"))
    draft = assessments.begin(ann, brand.id, wave="2026-Q4", questionnaire=QUESTIONNAIRE)
    answers.record(ann, draft.id, "VE1.1", Answer.at(2), read_version=0)
    with ann.store.begin() as tx:
        tx.workspaces.add(DEMO, ann.now())
        demo_brand = brand_row("demo-brand", workspace_id=DEMO_WORKSPACE_ID)
        tx.brands.add(demo_brand, by=ann.user.id, now=ann.now())
    workshop = opened(ann, draft.id)
    rated(ann, workshop, "123", "123", "123")
    revealed = led_to(ann, workshop, Stage.REVEALED)
    room = workshops.open_room(ann, revealed.id)
    pack = packs.add(ann, OWN_WORKSPACE_ID, PACK)
    sheet = assessments.open_sheet(ann, draft.id)
    consent = consents.give(ann, completed(ann, "Cedar Juices"), "en")
    return Theirs(OWN, brand.id, draft.id, sheet, room, pack, consent.id)


def test_every_public_function_is_tried_below_or_open_to_all() -> None:
    assert set(public_functions()) == ATTEMPTS.keys() | OPEN_TO_ALL.keys()


@pytest.mark.parametrize("name", ATTEMPTS)
def test_a_stranger_is_refused_and_changes_nothing(
    name: str, stranger: Acting, theirs: Theirs, store: Store
) -> None:
    before = content(store)

    with pytest.raises(NotAllowed, match=r"^there is no .* for you$"):
        ATTEMPTS[name](stranger, theirs)

    assert content(store) == before


class Onlooker(User):
    """A member who may see everything and change nothing."""

    def may_change(self, workspace_id: str) -> bool:
        return False


@pytest.mark.parametrize("name", ATTEMPTS)
def test_whoever_may_only_look_reads_and_changes_nothing(
    name: str, ann: Acting, theirs: Theirs, store: Store
) -> None:
    before = content(store)
    onlooker = replace(ann, user=Onlooker(**ann.user.model_dump()))

    if name in READS:
        ATTEMPTS[name](onlooker, theirs)
    else:
        with pytest.raises(NotAllowed, match=r"^there is no .* for you$"):
            ATTEMPTS[name](onlooker, theirs)

    assert content(store) == before


@pytest.mark.parametrize("name", [*ON_ASSESSMENTS, *ON_WORKSHOPS, *ON_BRANDS, *ON_DELETED])
def test_a_stranger_cannot_tell_what_exists_from_what_never_did(
    name: str, stranger: Acting, theirs: Theirs
) -> None:
    gone = theirs.sheet.assessment.model_copy(update={"id": NOTHING})
    shut = theirs.workshop.model_copy(update={"id": NOTHING, "code": NOTHING})
    nothing = replace(
        theirs,
        brand=NOTHING,
        assessment=NOTHING,
        sheet=replace(theirs.sheet, assessment=gone),
        room=replace(theirs.room, workshop=shut),
    )

    with pytest.raises(NotAllowed) as there:
        ATTEMPTS[name](stranger, theirs)
    with pytest.raises(NotAllowed) as nowhere:
        ATTEMPTS[name](stranger, nothing)

    said = str(there.value)
    for id_ in (theirs.brand, theirs.assessment, theirs.workshop.id, theirs.workshop.code):
        said = said.replace(id_, NOTHING)
    assert said == str(nowhere.value)


def test_a_stranger_replaces_nothing_by_an_import_into_their_own_workspace(
    stranger: Acting, theirs: Theirs, store: Store
) -> None:
    before = content(store)

    with pytest.raises(NotAllowed):
        files.import_documents(
            stranger,
            next(iter(stranger.user.workspace_ids)),
            [files.export_document(theirs.sheet)],
            replace=theirs.assessment,
        )

    assert content(store) == before


@pytest.mark.parametrize("name", [*ON_ASSESSMENTS, *ON_WORKSHOPS])
def test_a_deleted_assessment_is_out_of_reach(name: str, ann: Acting, theirs: Theirs) -> None:
    assessments.delete(ann, theirs.assessment)

    with pytest.raises(NotAllowed, match=f"assessment {theirs.assessment} is deleted|no workshop"):
        ATTEMPTS[name](ann, theirs)


@pytest.mark.parametrize("name", [*ON_ASSESSMENTS, *ON_WORKSHOPS, *ON_BRANDS])
def test_a_deleted_brand_is_out_of_reach_and_its_assessments_with_it(
    name: str, ann: Acting, theirs: Theirs
) -> None:
    brands.delete(ann, theirs.brand)

    with pytest.raises(NotAllowed, match=f"brand {theirs.brand} is deleted|no workshop"):
        ATTEMPTS[name](ann, theirs)


@pytest.mark.parametrize("name", ON_DELETED)
def test_only_what_is_deleted_can_be_brought_back(name: str, ann: Acting, theirs: Theirs) -> None:
    with pytest.raises(NotAllowed, match="is not deleted"):
        ATTEMPTS[name](ann, theirs)


@pytest.mark.parametrize(
    "name", ["answers.history", "assessments.complete", "brands.change", *ON_WORKSHOPS]
)
def test_a_colleague_may_do_what_the_owner_may(name: str, bob: Acting, theirs: Theirs) -> None:
    ATTEMPTS[name](bob, theirs)


def test_everybody_sees_their_own_workspaces_alone(
    ann: Acting, bob: Acting, stranger: Acting
) -> None:
    assert people.workspaces(ann) == people.workspaces(bob) == [OWN]
    assert [workspace.id for workspace in people.workspaces(stranger)] == ["ws"]
