"""A brand that was put away: what an address says that still names it."""

import pytest

from dashboard.services import brands, demo
from tests.builders import all_at
from tests.views.material import acting, begin, brand_lines
from tests.views.visiting import Tab

BACK = "bring-back-named"


@pytest.fixture
def gone() -> str:
    """The id of a brand beside another one."""
    begin(all_at(4), brand="Gone")
    begin(all_at(2), brand="Here")
    return brand_lines()["Gone"].brand.id


def test_a_link_to_an_archived_brand_says_so_and_brings_it_back(gone: str) -> None:
    brands.archive(acting(), gone)
    tab = Tab(brand=gone)
    assert "**Gone** · archived" in tab.text
    assert tab.app.header[0].value == "Developing"

    tab.press(BACK)

    assert not tab.has(BACK)
    assert tab.app.header[0].value == "Managed"


def test_a_link_to_a_deleted_brand_says_until_when_it_can_be_brought_back(gone: str) -> None:
    brands.delete(acting(), gone)

    tab = Tab(brand=gone)

    assert "**Gone** · deleted; gone for good after" in tab.text
    assert tab.has(BACK)


def test_a_link_to_an_archived_brand_of_the_demo_opens_the_demo(gone: str) -> None:
    demo.load(acting())
    name, line = next(iter(brand_lines(demo=True).items()))
    brands.archive(acting(), line.brand.id)

    tab = Tab(brand=line.brand.id)

    assert "Demo data" in tab.text
    assert f"**{name}** · archived" in tab.text


@pytest.mark.parametrize("how", ["archive", "delete"])
def test_who_puts_the_brand_on_the_card_away_is_offered_to_undo_it_once(
    gone: str, how: str
) -> None:
    tab = Tab(brand=gone).pick(f"brand-menu-{gone}-en", how)

    assert tab.has("undo-last")
    assert not tab.has(BACK)
    assert "brand" not in tab.address
    assert not tab.again().has(BACK)


def test_a_link_to_a_brand_that_there_is_not_says_so(gone: str) -> None:
    lost = "The brand that the address names is not here"

    assert lost in Tab(brand="nobody", lang="en").text
    assert lost not in Tab(brand=gone, lang="en").text
