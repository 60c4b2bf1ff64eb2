"""A wave that was provisional: no change is claimed from it, on any page or in a report."""

from collections.abc import Mapping

import pytest

from dashboard.domain.answer import Answer
from dashboard.domain.text import Lang
from dashboard.plain import plain
from dashboard.reports.facts import Facts
from tests.builders import DK, all_at
from tests.reports.material import report
from tests.views.material import NOW, THEN, begin
from tests.views.visiting import Tab


def provisional() -> Mapping[str, Answer]:
    """Developing to Defined: three critical questions have no answer."""
    return all_at(3, VE1_1=DK, ST1_1=DK, VE2_2=DK)


@pytest.mark.parametrize(
    ("lang", "since", "was"),
    [
        ("en", "75; 2026-Q2 was provisional", "2026-Q2: provisional, between 44 and 52"),
        ("zh", "75 分；2026-Q2 为暂定", "2026-Q2：暂定，介于 44 与 52 之间"),
    ],
)
def test_no_change_is_claimed_from_a_provisional_wave(lang: Lang, since: str, was: str) -> None:
    begin(provisional(), wave=THEN, complete=True)
    now = begin(all_at(4), wave=NOW, complete=True)

    overview = Tab("", lang=lang)
    results = Tab("results", assessment=now, lang=lang)

    assert since in overview.text
    overall = next(one for one in results.app.metric if one.delta == plain(since))
    assert overall.proto.color == overall.proto.MetricColor.GRAY
    assert was in results.text
    card = next(one.value for one in overview.app.table if one.value.shape[1] == 4)
    assert str(card.iloc[0, 3]) == "–"
    assert Facts(report(all_at(4), before=provisional(), lang=lang)).overall.count(since) == 1


def test_a_change_from_a_settled_wave_is_still_told() -> None:
    begin(all_at(3), wave=THEN, complete=True)
    now = begin(all_at(4), wave=NOW, complete=True)

    assert "75, up 25" in Tab("").text
    assert "2026-Q2: 50 of 100" in Tab("results", assessment=now).text
