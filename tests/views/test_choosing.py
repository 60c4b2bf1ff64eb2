"""While no assessment is chosen: the ones there are, by brand, one's own before the demo's."""

import pytest

from dashboard.services import demo
from tests.builders import all_at
from tests.views.material import NOW, THEN, acting, begin, brand_lines
from tests.views.visiting import Tab

PAGES = ("assess", "results")


@pytest.mark.parametrize("page", PAGES)
def test_each_wave_stands_below_its_brand_with_status_and_band(page: str) -> None:
    begin(all_at(4), brand="Acme", wave=THEN, complete=True)
    newest = begin(all_at(2), brand="Acme", wave=NOW)
    begin(brand="Ember")

    tab = Tab(page, lang="en")

    assert tab.text.count("**Acme**") == 1
    assert "2026-Q2 · complete · Managed" in tab.labels
    assert "2026-Q4 · in progress · Developing" in tab.labels
    assert "2026-Q4 · in progress · No score" in tab.labels
    chosen = tab.press(f"choose-{newest}")
    assert (chosen.path, chosen.address["assessment"]) == (page, newest)


def test_ones_own_brands_come_before_the_demos_which_are_marked() -> None:
    demo.load(acting())
    begin(all_at(3), brand="Zebra")

    tab = Tab("assess", lang="en")

    made_up = next(iter(brand_lines(demo=True)))
    assert tab.text.index("**Zebra**") < tab.text.index(f"**{made_up}**")
    assert f"**{made_up}** :yellow-badge[:material/science: Demo data]" in tab.text
    assert "**Zebra** :yellow-badge" not in tab.text


def test_the_way_to_the_overview_comes_first() -> None:
    begin(brand="Acme")

    tab = Tab("assess", lang="en")

    assert tab.keys("")[0] == "to-overview"
    assert tab.press("to-overview").path == ""


def test_beyond_thirty_brands_the_overview_is_the_place_to_look() -> None:
    for number in range(32):
        begin(brand=f"Brand {number}")

    tab = Tab("assess", lang="en")

    assert len(tab.keys("choose-")) == 30
    assert "2 more brands are on the overview." in tab.text
