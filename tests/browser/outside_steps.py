"""How a person gets to what the page of outside evidence shows only when asked."""

from playwright.sync_api import expect

from tests.browser.respondent import Respondent


def enter_a_scan(someone: Respondent) -> None:
    field = someone.page.get_by_label(someone.t("Trackers that the scan found"))
    field.fill("15")
    field.press("Enter")
    expect(someone.title).to_contain_text("10,000")


def pick_a_product(someone: Respondent) -> None:
    _pick(someone, someone.t("Product"), "Amazon US")
    expect(someone.title).to_contain_text("Amazon US")


def pick_a_company(someone: Respondent) -> None:
    _pick(someone, someone.t("Company"), "Apple")
    expect(someone.page.get_by_text("◆")).to_be_visible()


def _pick(someone: Respondent, label: str, name: str) -> None:
    field = someone.page.get_by_role("combobox", name=label)
    field.click()
    field.press_sequentially(name)
    someone.page.get_by_role("option", name=name, exact=True).click()
