"""Archived and deleted: nothing goes without a way back."""

import pytest

from dashboard.services import brands
from tests.builders import all_at
from tests.views.material import (
    NOW,
    acting,
    begin,
    brand_lines,
    names,
    stored,
    waves,
)
from tests.views.visiting import Tab


@pytest.mark.parametrize("action", ["archive", "delete"])
def test_a_brand_is_put_away_and_brought_back(action: str) -> None:
    begin(all_at(3), brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab().pick(f"brand-menu-{brand.id}-en", action)
    assert names() == []
    assert f"Acme is {action}d." in tab.text
    assert "Archived and deleted · 1" in tab.text

    said = {"archive": "Acme已归档。", "delete": "Acme已删除。"}[action]
    assert said in tab.speak("zh").text.replace(" ", "")
    tab.speak("en").press("undo-last")
    assert names() == ["Acme"]
    assert not tab.has("undo-last")

    tab.pick(f"brand-menu-{brand.id}-en", action)
    again = tab.again().press(f"bring-back-{brand.id}")
    assert names() == ["Acme"]
    assert waves("Acme") == [NOW]
    assert "Archived and deleted" not in again.text


@pytest.mark.parametrize("action", ["archive", "delete"])
def test_a_wave_is_put_away_and_brought_back(action: str) -> None:
    assessment = begin(all_at(3))
    tab = Tab().pick(f"wave-menu-{assessment}-en", action)
    assert waves() == []
    assert "No wave yet." in tab.text

    tab.press("undo-last")
    assert waves() == [NOW]

    tab.pick(f"wave-menu-{assessment}-en", action)
    tab.again().press(f"bring-back-{assessment}")
    assert waves() == [NOW]
    assert stored(assessment, "VE1.1") == [3]


def test_what_was_deleted_says_how_long_it_can_be_brought_back() -> None:
    assessment = begin(all_at(3))

    tab = Tab().pick(f"wave-menu-{assessment}-en", "delete")

    assert "deleted; gone for good after" in tab.text


def test_a_namesake_made_meanwhile_keeps_a_deleted_brand_away_in_words() -> None:
    begin(brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab().pick(f"brand-menu-{brand.id}-en", "delete")
    begin(brand="Acme")

    tab.press("undo-last")

    assert "Not brought back: something of this name is there by now." in tab.text
    assert len(brand_lines()) == 1


def test_what_somebody_else_brought_back_already_is_no_failure() -> None:
    begin(brand="Acme")
    brand = brand_lines()["Acme"].brand
    tab = Tab().pick(f"brand-menu-{brand.id}-en", "delete")
    brands.undelete(acting(), brand.id)

    tab.press("undo-last")

    assert names() == ["Acme"]
    assert "Acme" in tab.text
