"""English and Chinese: the same place, the same answers, and no word of the other language."""

from tests.browser.conftest import OpenPage
from tests.browser.furnished import WORKED, Furnished
from tests.browser.respondent import Respondent, expect_the_worked_brand, settled
from tests.builders import Short
from tests.running_server import RunningServer


def test_answers_stand_across_languages_and_a_reload(
    open_page: OpenPage, server: RunningServer
) -> None:
    someone = Respondent(settled(open_page(server.url)))
    someone.begin("Brand in two languages")
    shorts: dict[str, Short] = {"VE1.1": 4, "VE1.2": "DK", "VE1.3": 2}
    for item_id, short in shorts.items():
        someone.answer(item_id, short)

    someone.speak("zh")
    someone.answer("VE1.2", 3)
    someone.go_on()
    someone.answer("VE2.1", 3)
    someone.speak("en")
    someone.page.reload()

    someone.expect_dimension("VE2")
    someone.expect_saved("VE2.1", 3)
    someone.go_back()
    for item_id, short in (shorts | {"VE1.2": 3}).items():
        someone.expect_saved(item_id, short)
    assert someone.answered() == 4


def test_the_switch_and_the_navigation_keep_the_place_and_the_address_says_the_language(
    open_page: OpenPage, furnished: Furnished
) -> None:
    address = f"{furnished.server.url}/results?assessment={furnished.ids[WORKED]}&lang=en"
    someone = Respondent(settled(open_page(address)))
    expect_the_worked_brand(someone)

    someone.speak("zh")
    expect_the_worked_brand(someone)
    expect_address(someone, furnished)

    someone.page.get_by_role("navigation").get_by_role("link", name="评估").click()
    someone.expect_dimension("VE1")
    expect_address(someone, furnished)


def expect_address(someone: Respondent, furnished: Furnished) -> None:
    assert f"lang={someone.lang}" in someone.page.url
    assert f"assessment={furnished.ids[WORKED]}" in someone.page.url
