"""The demo: made-up data that says so, never mixed with work, gone at one click."""

import pytest

from dashboard.domain.text import Lang
from dashboard.i18n import words
from dashboard.services import brands, demo, people
from tests.builders import all_at
from tests.views.material import (
    NOW,
    acting,
    begin,
    brand_lines,
    names,
)
from tests.views.visiting import Tab


def test_the_demo_is_loaded_shown_apart_and_removed_by_one_click() -> None:
    tab = Tab().press("load-demo")
    assert tab.app.caption[0].value.startswith("Demo workspace")
    assert len(brand_lines(demo=True)) >= 5
    assert brand_lines() == {}

    tab.press("remove-demo")

    assert brand_lines(demo=True) == {}
    assert tab.title == "How far can people trust your brand with data?"
    assert tab.labels == ["New brand", "Import files", "Load the demo"]
    assert "The demo data is removed." in tab.text


@pytest.mark.slow
def test_who_has_brands_of_their_own_can_load_the_demo_again() -> None:
    demo.load(acting())
    begin(all_at(3), brand="Acme")
    tab = Tab().select("workspace-en", "demo").press("remove-demo")
    assert brand_lines(demo=True) == {}
    assert "The demo data is removed." in tab.text

    tab.press("undo-last")

    assert len(brand_lines(demo=True)) >= 5
    assert "The demo data is removed." not in tab.text


@pytest.mark.slow
def test_a_demo_whose_brands_are_all_archived_can_be_reached_removed_and_brought_back() -> None:
    tab = Tab().press("load-demo")
    for line in brand_lines(demo=True).values():
        brands.archive(acting(), line.brand.id)
    tab = Tab().select("workspace-en", "demo")

    assert tab.labels[:2] == ["Assess your own brand", "Remove the demo data"]
    assert "New brand" not in tab.labels
    assert "Load the demo" not in tab.labels
    tab.press("remove-demo")
    assert tab.labels == ["New brand", "Import files", "Load the demo"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page_that_shows_demo_data_says_so(lang: Lang) -> None:
    badge = f":material/science: {words(lang)('Demo data')}"
    Tab(lang=lang).press("load-demo")
    made_up = next(iter(brand_lines(demo=True).values())).waves[0].assessment.id

    for page in ("", "assess", "results"):
        assert badge in Tab(page, lang=lang, assessment=made_up).text
    assert words(lang)("Demo data") in Tab("results", lang=lang).text
    assert badge not in Tab("library", lang=lang).text
    own = begin(all_at(3))
    for page in ("", "assess", "results"):
        assert badge not in Tab(page, lang=lang, assessment=own).text
    assert badge in Tab(lang=lang).select(f"workspace-{lang}", "demo").text


@pytest.mark.slow
def test_work_and_demo_never_share_a_page() -> None:
    begin(all_at(3), brand="Mine")
    Tab().run()
    begin(all_at(3), brand="Mine too")
    people_before = {w.id for w in people.workspaces(acting())}
    demo.load(acting())
    tab = Tab()
    demo_names = set(brand_lines(demo=True))
    assert {w.id for w in people.workspaces(acting())} > people_before

    assert "Mine" in tab.text
    assert not any(name in tab.text for name in demo_names)
    tab.select("workspace-en", "demo")
    assert "Mine" not in tab.text
    assert all(name in tab.text for name in demo_names)
    tab.press("remove-demo")
    assert sorted(names()) == ["Mine", "Mine too"]


def test_a_brand_begun_from_the_demo_is_the_users_own() -> None:
    tab = Tab().press("load-demo").press("new-brand").fill(Name="Mine", Wave=NOW)

    tab.press_label("Create and begin")

    assert names() == ["Mine"]
    assert "Mine" not in brand_lines(demo=True)
    assert "Demo data" not in tab.text
