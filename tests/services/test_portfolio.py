"""What the overview shows of a workspace, and what it keeps apart."""

from dataclasses import replace

from dashboard.catalog import Catalog
from dashboard.domain.answer import Answer
from dashboard.domain.assessment import Assessment, Brand, BrandProfile
from dashboard.services import assessments, brands, people
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.services.portfolio import Portfolio, portfolio
from tests.builders import all_at
from tests.services.office import FERRY, QUESTIONNAIRE, Clock, say, say_all


def own(acting: Acting) -> Portfolio:
    (mine,) = people.workspaces(acting)
    return portfolio(acting, mine)


def shown(found: Portfolio) -> dict[str, list[str]]:
    return {line.brand.name: [s.assessment.wave for s in line.waves] for line in found.lines}


def begin(ann: Acting, brand: Brand, wave: str, clock: Clock) -> Assessment:
    clock.go_on(days=30)
    return assessments.begin(ann, brand.id, wave=wave, questionnaire=QUESTIONNAIRE)


def test_an_empty_workspace_is_an_empty_portfolio(ann: Acting) -> None:
    assert shown(own(ann)) == {}


def test_brands_stand_by_name_and_their_waves_newest_first(
    ann: Acting, draft: Assessment, brand: Brand, clock: Clock
) -> None:
    for name in ("birch", "Ash", "桦树"):
        brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name=name))
    begin(ann, brand, "2027-Q1", clock)

    assert shown(own(ann)) == {
        "Alder Teas": ["2027-Q1", "2026-Q4"],
        "Ash": [],
        "birch": [],
        "桦树": [],
    }
    assert list(shown(own(ann))) == ["Alder Teas", "Ash", "birch", "桦树"]


def test_every_wave_is_the_sheet_that_opens_by_its_id(
    ann: Acting, draft: Assessment, brand: Brand, clock: Clock
) -> None:
    say(ann, draft.id, "VE1.1", Answer.at(4))
    second = begin(ann, brand, "2027-Q1", clock)
    third = begin(ann, brand, "2027-Q2", clock)
    assessments.archive(ann, second.id)

    (line,) = own(ann).lines
    assert list(line.waves) == [assessments.open_sheet(ann, one.id) for one in (third, draft)]


def test_the_wave_with_a_score_speaks_for_the_brand_then_the_complete_one_then_the_begun_one(
    ann: Acting, draft: Assessment, brand: Brand, clock: Clock
) -> None:
    def speaks() -> str:
        (line,) = own(ann).lines
        assert line.shown
        return line.shown.assessment.wave

    later = begin(ann, brand, "2027-Q1", clock)
    assert speaks() == "2027-Q1"
    say(ann, draft.id, "VE1.1", Answer.at(4))
    assert speaks() == "2026-Q4"
    say(ann, later.id, "VE1.1", Answer.at(4))
    assert speaks() == "2027-Q1"
    assessments.complete(ann, draft.id)
    assert speaks() == "2026-Q4"
    say_all(ann, later.id, {id_: answer for id_, answer in all_at(3).items() if id_ != "VE1.1"})
    assert speaks() == "2027-Q1"


def test_archived_and_deleted_things_are_kept_apart(
    ann: Acting, draft: Assessment, brand: Brand, clock: Clock
) -> None:
    archived = assessments.archive(ann, begin(ann, brand, "archived", clock).id)
    deleted = assessments.delete(ann, begin(ann, brand, "deleted", clock).id)
    both = begin(ann, brand, "both", clock)
    assessments.archive(ann, both.id)
    both = assessments.delete(ann, both.id)
    attic = brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name="Attic"))
    attic_wave = begin(ann, attic, "kept", clock)
    attic = brands.archive(ann, attic.id)
    bin_ = brands.create(ann, OWN_WORKSPACE_ID, BrandProfile(name="Bin"))
    begin(ann, bin_, "gone along", clock)
    bin_ = brands.delete(ann, bin_.id)

    found = own(ann)

    assert shown(found) == {"Alder Teas": ["2026-Q4"]}
    assert found.archived_brands == (attic,)
    assert found.deleted_brands == (bin_,)
    assert found.archived_assessments == ((brand, archived),)
    assert {one.wave for _, one in found.deleted_assessments} == {deleted.wave, both.wave}
    assert attic_wave.archived_at is None


def test_an_assessment_without_its_questionnaire_is_named_and_spoils_nothing(
    ann: Acting, draft: Assessment, brand: Brand
) -> None:
    ferry = assessments.begin(ann, brand.id, wave="Boats", questionnaire=FERRY)

    found = own(replace(ann, catalog=Catalog.load()))

    assert shown(found) == {"Alder Teas": ["2026-Q4"]}
    assert found.without_questionnaire == ((brand, ferry),)
    assert own(ann).without_questionnaire == ()
