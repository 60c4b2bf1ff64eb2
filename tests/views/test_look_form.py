"""The look of a workspace is set where its reports are made; what cannot be seen is refused."""

from io import BytesIO
from typing import Any, cast

import pytest
from pypdf import PdfReader

from dashboard.domain.text import Lang
from tests.builders import worked_brand
from tests.reports.test_look import logo
from tests.views.material import begin
from tests.views.visiting import Tab

pytestmark = pytest.mark.slow


def opened(assessment: str, lang: Lang = "en") -> Tab:
    return Tab("results", assessment=assessment, lang=lang).press("report")


def first_words(tab: Tab) -> str:
    page = PdfReader(BytesIO(cast("Any", tab.download("report-pdf-board")))).pages[0]
    return page.extract_text()


def field(fields: Any, key: str) -> Any:
    return next(one for one in fields if one.key.startswith(key))


def test_name_logo_and_colours_are_saved_and_the_next_report_has_them() -> None:
    assessment = begin(worked_brand())
    tab = opened(assessment)
    field(tab.app.text_input, "look-name").set_value("Alder Partners")
    field(tab.app.color_picker, "look-accent").set_value("#7A0019")
    field(tab.app.file_uploader, "look-logo").upload("logo.png", logo(), "image/png")

    tab.press("save-look")

    assert not tab.app.error
    again = opened(assessment)
    assert field(again.app.text_input, "look-name").value == "Alder Partners"
    assert field(again.app.color_picker, "look-accent").value == "#7A0019"
    assert "Alder Partners · data-trust@1.0.0" in first_words(again)

    again.press("remove-look")
    assert "Candour · data-trust@1.0.0" in first_words(opened(assessment))


def test_a_colour_that_cannot_be_seen_is_refused_in_words() -> None:
    assessment = begin(worked_brand())
    tab = opened(assessment, "zh")
    field(tab.app.color_picker, "look-accent").set_value("#FFEE00")
    field(tab.app.color_picker, "look-pillar-0").set_value("#FFFFFF")

    tab.press("save-look")

    said = tab.app.error[0].value.replace("\\", "")
    assert "#FFEE00 在白底上的对比度为 1.2，至少需要 4.5" in said
    assert "#FFFFFF 在白底上的对比度为 1.0，至少需要 3" in said
    assert "Candour" in first_words(opened(assessment, "zh"))
