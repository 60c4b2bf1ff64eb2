"""Peers: the place in words first, nothing where it would give somebody away, consent by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.domain.access import Workspace
from dashboard.domain.pack import write_pack
from dashboard.domain.release import due_on
from dashboard.services import assessments, benchmarks, brands, consents, demo, packs, people
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID
from dashboard.store.releases import StoredRelease
from tests.builders import all_at
from tests.domain.organisations import made, several
from tests.services.cohorts import completed, consented, taking_part
from tests.services.office import QUESTIONNAIRE
from tests.views.material import acting, begin, brand_lines, read_settings_again, sheet
from tests.views.visiting import Tab


def before_it_was_due() -> Acting:
    """The local user, a month before the last day on which a release was due."""
    here = acting()
    then = datetime.combine(due_on(here.now().date()), time(), UTC) - timedelta(days=30)
    return replace(here, now=lambda: then)


def whose() -> tuple[Acting, Workspace]:
    (workspace,) = people.workspaces(acting())
    return acting(), workspace


def release() -> None:
    assert isinstance(benchmarks.release(acting(), QUESTIONNAIRE), StoredRelease)


def peers(assessment: str) -> Tab:
    return Tab("peers", assessment=assessment, lang="en")


@pytest.mark.slow
def test_nine_show_nothing_twelve_show_a_third_and_a_withdrawal_ends_it_at_once() -> None:
    nine = taking_part(before_it_was_due(), 9)
    tab = peers(nine[2])
    assert tab.title == "No benchmark yet (9 of 10 organisations)"
    assert "none is invented" in tab.text
    assert "third" not in tab.text

    taking_part(before_it_was_due(), 3, start=9)
    release()
    tab = peers(nine[2])
    assert tab.title == "Middle third among participating brands"
    assert "About 10 brands. Mean of the overall score 44." in tab.text
    assert (
        "Middle third among participating brands; about 10 brands, release of"
        in Tab("results", assessment=nine[2], lang="en").text
    )

    tab.press("withdraw-consent")
    assert tab.title == "No benchmark yet"
    assert "has withdrawn" in tab.text
    assert "Withdrawn by Local user" in tab.text
    assert "third" not in tab.text
    assert peers(nine[0]).title == "No benchmark yet"


@pytest.mark.slow
def test_what_is_sent_is_the_same_whatever_the_hidden_numbers_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one world 7 brands are in Asia, in the other 5: no word and no figure may differ."""
    sent = []
    for asia in (7, 5):
        monkeypatch.setenv("CANDOUR_DATA_DIR", str(tmp_path / str(asia)))
        read_settings_again()
        then = before_it_was_due()
        europe = taking_part(then, 15, region="europe")
        taking_part(then, asia, start=15, region="asia")
        taking_part(then, 12 - asia, start=15 + asia, region="africa")
        release()
        tab = peers(europe[0])
        shown, _, _ = tab.source.partition("Register of consents")
        sent.append((shown, figures(tab.messages)))

    assert sent[0] == sent[1]
    assert "Europe about 15" in sent[0][0]
    assert len(sent[0][1]) == 2


def figures(messages: Sequence[ForwardMsg]) -> list[str]:
    elements = [message.delta.new_element for message in messages if message.HasField("delta")]
    return [one.plotly_chart.spec for one in elements if one.HasField("plotly_chart")]


def test_the_demo_is_compared_with_made_up_numbers_on_every_picture() -> None:
    demo.load(acting())
    kestrel = brand_lines(demo=True)["Kestrel Mobile"].waves[0].assessment.id

    tab = peers(kestrel)

    assert tab.title.endswith("% of participating brands")
    assert "Bars: brands, in fives. Blue: your bin." in tab.text
    assert ":material/science: Demo data" in tab.text
    drawn = figures(tab.messages)
    assert len(drawn) == 4
    assert all("Demo data" in spec for spec in drawn)
    assert tab.text.count("Demo data: these numbers are made up.") == 4
    assert "never count in a benchmark" in tab.text


def test_consent_is_asked_at_completion_never_ticked_before_and_kept_with_its_words() -> None:
    assessment = begin(all_at(3))
    tab = Tab("assess", assessment=assessment, dimension="review", lang="en")
    (box,) = tab.app.checkbox
    assert box.value is False
    assert consents.consent_words("en") in tab.text

    tab.run(box.check())
    tab.press("complete")

    standing = consented(acting(), assessment)
    assert standing
    assert standing.words == consents.consent_words("en")
    assert "This assessment counts in the benchmark. Withdraw on the page “Peers”." in tab.text
    assert tab.press("to-peers").path == "peers"
    assert tab.has("withdraw-consent")


def test_whoever_leaves_the_box_alone_consents_to_nothing_and_can_say_yes_later() -> None:
    assessment = begin(all_at(3))
    Tab("assess", assessment=assessment, dimension="review", lang="en").press("complete")
    assert consented(acting(), assessment) is None

    tab = peers(assessment).press("give-consent")

    assert consented(acting(), assessment)
    assert "No benchmark yet (1 of 10 organisations)" in tab.title
    assert "Consent by Local user" in tab.text


def test_what_cannot_be_compared_is_told_why_and_not_asked() -> None:
    assessment = begin(all_at(3, VE1_1="DK"))
    tab = Tab("assess", assessment=assessment, dimension="review", lang="en")

    assert len(tab.app.checkbox) == 0
    assert "only fully answered assessments are compared" in tab.text
    tab.press("complete")
    assert not tab.has("to-peers")
    assert not peers(assessment).has("give-consent")


def test_what_is_not_compared_says_why_once_and_leads_to_the_open_questions() -> None:
    taking_part(before_it_was_due(), 10)
    release()
    assessment = begin(all_at(3, VE1_1="DK", VE1_2="DK"))
    not_compared = "Not compared: 2 questions are open or “I don't know”"
    assert not_compared in Tab("results", assessment=assessment, lang="en").text

    tab = peers(assessment)
    assert tab.title == not_compared
    assert tab.text.count("only fully answered assessments are compared") == 1
    assert tab.press("to-open-questions").path == "assess"
    assert "“I don't know” · 2" in tab.text
    tab.press("complete")
    assert peers(assessment).press("to-open-questions").path == "results"


def test_a_consent_from_before_the_reopening_counts_no_more_and_still_ends_its_release() -> None:
    some = taking_part(before_it_was_due(), 10)
    release()
    assessments.reopen(acting(), some[0])
    assessments.complete(acting(), some[0])
    (entry,) = [one for one in consents.register(*whose()) if one.outdated]

    tab = peers(some[0])

    assert "counts this assessment as it was when you agreed" in tab.text
    assert "It was reopened since. It counts in the next one too, if you agree again:" in tab.text
    assert tab.has("give-consent")
    assert tab.has("withdraw-consent")
    assert "does not count" not in tab.text
    assert tab.text.count("Reopened after this: it counts in the release that is shown") == 1
    key = f"withdraw-{entry.consent.id}"
    assert tab.app.button(key=key).label == "Withdraw from the release it is in"
    tab.press(key)
    assert "Reopened after this" not in tab.text
    assert "This assessment does not count in the benchmark. It can" in tab.text
    assert peers(some[1]).title == "No benchmark yet"


def test_a_wave_whose_place_a_later_one_took_does_not_count_and_can_be_withdrawn() -> None:
    (first,) = taking_part(before_it_was_due(), 1)
    completed(acting(), "Brand 0", 4, wave="2027-Q1")

    tab = peers(first)

    assert "that this assessment may count." in tab.text
    assert "does not count in the benchmark, because:" in tab.text
    assert "A later wave of this brand is complete; a brand counts once." in tab.text
    assert "This assessment counts" not in tab.text
    tab.press("withdraw-consent")
    assert consented(acting(), first) is None


def test_a_pack_comes_in_by_page_is_shown_under_its_name_and_goes() -> None:
    pack = made([*several(20, 20), *several(20, 70)]).release
    named = pack.model_copy(update={"publisher": "Alder & Birch *Consulting*"})
    assessment = completed(acting(), "Brand", 3)
    tab = peers(assessment).press("import-pack").upload(pack=write_pack(named))
    tab.press_label("Import")

    assert "Alder & Birch *Consulting*" in tab.text
    assert "Second-highest quarter among participating brands" in tab.text
    assert tab.title == "No benchmark yet (0 of 10 organisations)"

    (remove,) = [b.key for b in tab.app.button if (b.key or "").startswith("remove-pack-")]
    assert remove
    assert "Alder & Birch" not in tab.press(remove).text


@pytest.mark.parametrize(
    ("change", "finding", "reason"),
    [
        ({"method": "9.9"}, "of another version of the method", "method 9.9, yours by method 1.0"),
        ({"questionnaire": "old@1.0.0"}, "of another questionnaire", "It is about old@1.0.0."),
    ],
)
def test_a_pack_of_other_questions_or_another_method_says_that_it_is_not_compared(
    change: dict[str, object], finding: str, reason: str
) -> None:
    pack = made(several(12)).release.model_copy(update=change)
    packs.add(acting(), OWN_WORKSPACE_ID, pack)

    tab = peers(completed(acting(), "Brand", 3))

    assert f"Test · 1 July 2026 · Not compared: {finding}" in tab.text
    assert reason in tab.text
    assert tab.text.count("No benchmark yet") == 1
    assert "your own brand may be one of the others" in tab.text


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"synthetic": True}, "is made up: it is shown with the demo brands and nowhere else"),
        ({"licence": " "}, "licence: is empty"),
    ],
)
def test_a_pack_with_no_place_here_is_refused_in_words(
    change: dict[str, object], says: str
) -> None:
    pack = made(several(12)).release.model_copy(update=change)
    tab = peers(completed(acting(), "Brand", 3)).press("import-pack")

    tab.upload(pack=write_pack(pack)).press_label("Import")

    assert any(says in error for error in tab.errors)


def test_where_it_was_not_counted_picture_and_words_leave_nothing_out() -> None:
    """A retailer turned bank is in the middle of 13 banks; as one of them it would be higher."""
    retail = taking_part(before_it_was_due(), 12, industry="retail")
    taking_part(before_it_was_due(), 13, start=12, industry="banking")
    release()
    profile = sheet(retail[3]).brand.profile
    banker = profile.model_copy(update={"industry": "banking"})
    brands.change(acting(), sheet(retail[3]).brand.id, banker, read=profile)

    lines = peers(retail[3]).text.splitlines()

    at = lines.index("Banking and payments")
    assert lines[at + 1] == "**Middle third**"
    assert "Your place: middle third." in lines[at + 2]


def test_without_an_assessment_the_page_offers_those_there_are() -> None:
    begin(all_at(3))

    assert Tab("peers", lang="en").title == "Which assessment?"
