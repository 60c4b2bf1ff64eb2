"""The demo workspace: fictional, lively, apart, and gone when it is removed."""

import json
import re
from collections.abc import Sequence
from typing import Final

import pytest

from dashboard.domain.access import NotAllowed, WorkspaceKind
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment, Brand, BrandProfile, Status
from dashboard.domain.document import Document, read_document, write_document
from dashboard.domain.precision import about_the_same, change, whole
from dashboard.services import assessments, brands, demo, people
from dashboard.services.acting import Acting
from dashboard.services.assessments import Sheet
from dashboard.services.demo import DEMO_WORKSPACE_ID
from dashboard.services.people import OWN_WORKSPACE_ID, local_user
from dashboard.services.portfolio import Portfolio, portfolio
from dashboard.store.store import Store
from tests.builders import vectors
from tests.services.conftest import KINDS
from tests.services.office import Clock, say, shelves
from tests.store.tallies import content
from tests.stores import emptied

CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
LINK: Final = re.compile(r"https://example\.(com|org)/[a-z0-9/-]+")
FILE_NAMES: Final = [path.name for path in demo.documents()]


def read(name: str) -> Document:
    catalog = shelves()
    path = demo.FOLDER / name
    return read_document(path.read_bytes(), path, find=catalog.find, vocabulary=catalog.vocabulary)


@pytest.fixture(scope="module")
def files() -> Sequence[Document]:
    return [read(name) for name in FILE_NAMES]


@pytest.mark.parametrize("name", FILE_NAMES)
def test_every_file_is_right_and_as_tidy_as_an_export(name: str) -> None:
    assert (demo.FOLDER / name).read_text("utf-8") == write_document(read(name))


@pytest.mark.parametrize("name", FILE_NAMES)
def test_every_text_is_short_in_the_brands_language_and_links_lead_nowhere(name: str) -> None:
    document = read(name)
    texts = [t for a in document.answers.values() for t in (a.note, a.reason) if t]
    found = [link for answer in document.answers.values() for link in answer.links or ()]

    assert len(texts) >= 3
    assert all(len(text) <= 100 for text in texts)
    assert {bool(CHINESE.search(text)) for text in texts} == {is_chinese(document)}
    assert all(LINK.fullmatch(link) for link in found)


def is_chinese(document: Document) -> bool:
    return bool(CHINESE.search(document.brand.name))


def test_every_file_says_what_the_brand_is_and_when_it_was_asked(files: Sequence[Document]) -> None:
    for document in files:
        brand = document.brand
        assert brand.industry
        assert brand.region
        assert brand.size
        assert document.dated
        assert document.wave == f"2026-Q{(document.dated.month + 2) // 3}"


def test_brands_are_of_both_languages_and_many_trades(files: Sequence[Document]) -> None:
    profiles = {document.brand.name: document.brand for document in files}

    assert len(profiles) == 7
    assert sum(bool(CHINESE.search(name)) for name in profiles) == 2
    assert len({profile.industry for profile in profiles.values()}) >= 5
    assert len({profile.region for profile in profiles.values()}) >= 4


@pytest.fixture
def loaded(ann: Acting) -> Portfolio:
    return of_the_demo(demo.load(ann))


@pytest.fixture(scope="module", params=KINDS)
def shown(request: pytest.FixtureRequest) -> Portfolio:
    """What was read of the demo once, for those who only look at it."""
    store, clock = emptied(request.getfixturevalue(f"one_on_{request.param}")), Clock()
    return of_the_demo(demo.load(Acting(store, shelves(), local_user(store, clock()), clock)))


def of_the_demo(acting: Acting) -> Portfolio:
    (workspace,) = (one for one in people.workspaces(acting) if one.is_demo)
    return portfolio(acting, workspace)


def latest(shown: Portfolio) -> dict[str, Sheet]:
    return {line.brand.name: line.waves[0] for line in shown.lines}


def test_loaded_it_shows_every_state_an_assessment_can_be_in(shown: Portfolio) -> None:
    now = latest(shown)
    bands = {sheet.result.band.awarded for line in shown.lines for sheet in line.waves}

    assert {"initial", "developing", "defined", "managed"} <= bands
    assert sum(len(line.waves) == 2 for line in shown.lines) == 6
    drafts = [name for name, s in now.items() if s.assessment.status is Status.DRAFT]
    assert drafts == ["Tangent Care"]
    assert now["Tangent Care"].result.overall.score is None
    assert now["Tangent Care"].result.pillar["VE"].published
    assert now["子虚书坊"].result.band.raw == "managed"
    assert now["子虚书坊"].result.band.awarded == "defined"
    assert [b.id for b in now["子虚书坊"].result.band.blocked_by] == ["DU4.1"]
    assert now["蜃楼旅行"].result.band.provisional
    assert not now["Lumen Banking"].result.dimension["DU3"].applicable


def test_one_brand_is_graded_and_less_is_evidenced_than_claimed(shown: Portfolio) -> None:
    graded = {name: s.result.overall for name, s in latest(shown).items() if s.result.graded}

    (overall,) = graded.values()
    assert list(graded) == ["Harbour & Pine"]
    assert overall.score is not None
    assert overall.evidenced is not None
    assert change(overall.score, overall.evidenced) >= 5


def test_some_brands_rise_some_fall_and_one_stays_about_the_same(shown: Portfolio) -> None:
    moves = []
    for sheet in latest(shown).values():
        then = sheet.comparable.result.overall.score if sheet.comparable else None
        now = sheet.result.overall.score
        if now is not None and then is not None:
            same = about_the_same(now, then)
            moves.append("same" if same else "up" if now > then else "down")

    assert {way: moves.count(way) for way in moves} == {"up": 3, "down": 2, "same": 1}


def test_northwind_is_the_worked_brand_of_the_method(shown: Portfolio) -> None:
    worked = vectors()["worked_brand"]
    sheet = latest(shown)["Northwind Outfitters"]
    result = sheet.result

    assert sheet.assessment.wave == "2026-Q4"
    assert {i: a.level or a.state for i, a in sheet.answers.items()} == {
        i: {"NA": "not_applicable", "DK": "dont_know"}.get(str(level), level)
        for i, level in dict(worked["answers"]).items()  # type: ignore[call-overload]
    }
    assert {d.id: round(d.score or 0, 6) for d in result.dimensions} == worked["dims"]
    assert {p.id: round(p.score or 0, 6) for p in result.pillars} == worked["pillars"]
    assert result.overall.score == worked["overall"]
    assert (result.band.raw, result.band.awarded) == ("defined", "developing")
    assert sheet.comparable
    assert whole(sheet.comparable.result.overall.score or 0) == 38


def test_answered_assessments_are_complete_and_their_outcome_is_stored(
    ann: Acting, loaded: Portfolio, store: Store
) -> None:
    with store.read() as tx:
        outcomes = tx.assessments.outcomes(DEMO_WORKSPACE_ID)

    for line in loaded.lines:
        for sheet in line.waves:
            complete = sheet.assessment.status is Status.COMPLETE
            assert complete == (sheet.result.coverage.unanswered == 0)
            if complete:
                assert outcomes[sheet.assessment.id].overall == sheet.result.overall.score


def test_loading_twice_is_loading_once(ann: Acting, loaded: Portfolio, store: Store) -> None:
    before = content(store)

    again = demo.load(ann)

    assert content(store) == before
    assert of_the_demo(again) == loaded


def test_what_is_loaded_is_marked_as_demo_and_seen_only_by_who_loaded_it(
    ann: Acting, stranger: Acting, loaded: Portfolio
) -> None:
    assert loaded.workspace.kind is WorkspaceKind.DEMO
    assert all(s.workspace.is_demo for line in loaded.lines for s in line.waves)
    assert [one.id for one in people.workspaces(stranger)] == ["ws"]


def test_removing_takes_all_of_it_and_nothing_else(
    ann: Acting, brand: Brand, draft: Assessment, store: Store
) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(4))
    member = demo.load(ann)
    demo.remove(member)
    before = content(store)
    member = demo.load(ann)
    added = brands.create(member, DEMO_WORKSPACE_ID, BrandProfile(name="Tried out"))
    assessments.begin(member, added.id, wave="1", questionnaire=draft.questionnaire)
    brands.archive(member, of_the_demo(member).lines[0].brand.id)
    brands.delete(member, of_the_demo(member).lines[0].brand.id)

    assert demo.remove(member) == 8

    assert content(store) == before
    assert of_the_demo(member).lines == ()
    assert assessments.open_sheet(ann, draft.id).answers == {"VE1.1": Answer.at(4)}
    assert demo.remove(member) == 0


def test_the_demo_never_touches_ones_own_workspace(
    ann: Acting, draft: Assessment, store: Store
) -> None:
    mine = brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name="Northwind Outfitters"))
    before = own_rows(store)

    member = demo.load(ann)
    assert own_rows(store) == before
    demo.remove(member)

    assert own_rows(store) == before
    assert mine.name in json.dumps(before)


def own_rows(store: Store) -> list[str]:
    with store.read() as tx:
        found = [
            *tx.brands.of_workspace(OWN_WORKSPACE_ID),
            *tx.assessments.of_workspace(OWN_WORKSPACE_ID),
        ]
    return [one.model_dump_json() for one in found]


def test_what_another_program_of_the_user_has_just_loaded_can_be_removed(
    ann: Acting, stranger: Acting
) -> None:
    demo.load(ann)

    with pytest.raises(NotAllowed):
        demo.remove(stranger)
    assert demo.remove(ann) == 7


def test_once_removed_it_does_not_come_back_by_itself(ann: Acting) -> None:
    assert not demo.offered(ann)
    demo.remove(demo.load(ann))

    assert demo.offered(ann)


@pytest.mark.slow
def test_a_demo_whose_brands_were_all_deleted_can_be_loaded_again(ann: Acting) -> None:
    member = demo.load(ann)
    for line in of_the_demo(member).lines:
        brands.delete(member, line.brand.id)

    assert len(of_the_demo(demo.load(member)).lines) == 7
