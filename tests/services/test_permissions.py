"""Nobody reaches what is not theirs, and nobody reaches what was deleted.

Every public function of the services is named here: a new one fails the first test until it is.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module

import pytest

from dashboard import services
from dashboard.domain.access import NotAllowed, User, Workspace, WorkspaceKind
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment, Brand, BrandProfile
from dashboard.domain.workshop import Stage, Workshop
from dashboard.i18n import words
from dashboard.services import (
    answers,
    assessments,
    brands,
    demo,
    files,
    people,
    versions,
    votes,
    workshops,
)
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet
from dashboard.services.demo import DEMO_WORKSPACE_ID
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.services.portfolio import portfolio
from dashboard.store.store import Store
from tests.services.office import QUESTIONNAIRE
from tests.services.rooms import SETUP, led_to, opened, rated
from tests.store.rows import DEMO
from tests.store.rows import brand as brand_row
from tests.store.tallies import content

OWN = Workspace(id=OWN_WORKSPACE_ID, name="My workspace", kind=WorkspaceKind.OWN)
OTHER = BrandProfile(name="Birch Coffee")


@dataclass(frozen=True)
class Theirs:
    """Somebody's workspace, brand, assessment, and a workshop on it."""

    workspace: Workspace
    brand: str
    assessment: str
    sheet: Sheet
    workshop: Workshop


NOTHING = "neverwas22"

Attempt = Callable[[Acting, Theirs], object]

ON_ASSESSMENTS: Mapping[str, Attempt] = {
    "answers.adopt": lambda me, their: answers.adopt(
        me, their.assessment, [("VE1.1", Answer.at(3))]
    ),
    "answers.history": lambda me, their: answers.history(me, their.assessment, "VE1.1"),
    "answers.record": lambda me, their: answers.record(
        me, their.assessment, "VE1.1", Answer.at(3), read_version=0
    ),
    "assessments.archive": lambda me, their: assessments.archive(me, their.assessment),
    "assessments.complete": lambda me, their: assessments.complete(me, their.assessment),
    "assessments.delete": lambda me, their: assessments.delete(me, their.assessment),
    "assessments.open_sheet": lambda me, their: assessments.open_sheet(me, their.assessment),
    "assessments.rename": lambda me, their: assessments.rename(me, their.assessment, wave="2027"),
    "assessments.reopen": lambda me, their: assessments.reopen(me, their.assessment),
    "assessments.unarchive": lambda me, their: assessments.unarchive(me, their.assessment),
    "versions.move": lambda me, their: versions.move(me, their.sheet, QUESTIONNAIRE),
    "workshops.begin": lambda me, their: workshops.begin(me, their.assessment, SETUP),
}
ON_WORKSHOPS: Mapping[str, Attempt] = {
    "workshops.agree": lambda me, their: workshops.agree(
        me, their.workshop.id, "ST4.1", Answer.at(3), reason=None
    ),
    "workshops.by_code": lambda me, their: workshops.by_code(me, their.workshop.code),
    "workshops.close": lambda me, their: workshops.close(me, their.workshop, words("en")),
    "workshops.delete_votes": lambda me, their: workshops.delete_votes(me, their.workshop.id),
    "workshops.look": lambda me, their: workshops.look(me, their.workshop.id),
    "workshops.move": lambda me, their: workshops.move(
        me, their.workshop.model_copy(update={"stage": Stage.LOCKED}), Stage.REVEALED
    ),
    "workshops.open_room": lambda me, their: workshops.open_room(me, their.workshop.id),
    "workshops.progress": lambda me, their: workshops.progress(me, their.workshop.id),
    "workshops.follow": lambda me, their: workshops.follow(me, their.workshop.id),
    "workshops.remove": lambda me, their: workshops.remove(me, their.workshop.id),
    "workshops.set_up": lambda me, their: workshops.set_up(me, their.workshop, SETUP),
    "votes.of_workshop": lambda me, their: votes.of_workshop(me, their.workshop.id),
}
ON_BRANDS: Mapping[str, Attempt] = {
    "assessments.begin": lambda me, their: assessments.begin(
        me, their.brand, wave="2027", questionnaire=QUESTIONNAIRE
    ),
    "brands.archive": lambda me, their: brands.archive(me, their.brand),
    "brands.change": lambda me, their: brands.change(
        me, their.brand, OTHER, read=their.sheet.brand.profile
    ),
    "brands.delete": lambda me, their: brands.delete(me, their.brand),
    "brands.unarchive": lambda me, their: brands.unarchive(me, their.brand),
}
ON_DELETED: Mapping[str, Attempt] = {
    "assessments.undelete": lambda me, their: assessments.undelete(me, their.assessment),
    "brands.undelete": lambda me, their: brands.undelete(me, their.brand),
}
ON_WORKSPACES: Mapping[str, Attempt] = {
    "assessments.begin_brand": lambda me, their: assessments.begin_brand(
        me, their.workspace.id, OTHER, wave="2027", questionnaire=QUESTIONNAIRE
    ),
    "brands.create": lambda me, their: brands.create(me, their.workspace.id, OTHER),
    "demo.remove": lambda me, _: demo.remove(me),
    "files.import_documents": lambda me, their: files.import_documents(
        me, their.workspace.id, [files.export_document(their.sheet)]
    ),
    "portfolio.portfolio": lambda me, their: portfolio(me, their.workspace),
    "workshops.of_workspace": lambda me, their: workshops.of_workspace(me, their.workspace.id),
}
ATTEMPTS = {**ON_ASSESSMENTS, **ON_WORKSHOPS, **ON_BRANDS, **ON_DELETED, **ON_WORKSPACES}

READS = ("answers.history", "assessments.open_sheet", "portfolio.portfolio")
"""What leaves everything as it is and shows nobody's vote: enough for whoever may only look."""

OPEN_TO_ALL: Mapping[str, str] = {
    "acting.random_id": "touches nothing",
    "acting.utc_now": "touches nothing",
    "addresses.is_loopback": "touches nothing",
    "addresses.own_address": "tells this machine its own address",
    "addresses.reach": "touches nothing",
    "addresses.url_of": "touches nothing",
    "assessments.goes_along": "compares what the caller has",
    "assessments.same_words": "compares what the caller has",
    "brands.check_profile": "looks into the vocabulary alone",
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
    "provenance.provenance": "words what the caller was let see",
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


@pytest.fixture
def theirs(ann: Acting, brand: Brand, draft: Assessment) -> Theirs:
    answers.record(ann, draft.id, "VE1.1", Answer.at(2), read_version=0)
    with ann.store.begin() as tx:
        tx.workspaces.add(DEMO, ann.now())
        demo_brand = brand_row("demo-brand", workspace_id=DEMO_WORKSPACE_ID)
        tx.brands.add(demo_brand, by=ann.user.id, now=ann.now())
    workshop = opened(ann, draft.id)
    rated(ann, workshop, "123", "123", "123")
    revealed = led_to(ann, workshop, Stage.REVEALED)
    return Theirs(OWN, brand.id, draft.id, assessments.open_sheet(ann, draft.id), revealed)


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
    nothing = replace(
        theirs,
        brand=NOTHING,
        assessment=NOTHING,
        sheet=replace(theirs.sheet, assessment=gone),
        workshop=theirs.workshop.model_copy(update={"id": NOTHING, "code": NOTHING}),
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

    with pytest.raises(NotAllowed, match=f"assessment {theirs.assessment} is deleted"):
        ATTEMPTS[name](ann, theirs)


@pytest.mark.parametrize("name", [*ON_ASSESSMENTS, *ON_WORKSHOPS, *ON_BRANDS])
def test_a_deleted_brand_is_out_of_reach_and_its_assessments_with_it(
    name: str, ann: Acting, theirs: Theirs
) -> None:
    brands.delete(ann, theirs.brand)

    with pytest.raises(NotAllowed, match=f"brand {theirs.brand} is deleted"):
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
