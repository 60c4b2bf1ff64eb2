"""A workspace's look: in all of its reports, changed over what was read, and no broken picture."""

import pytest

from dashboard.domain.assessment import Assessment
from dashboard.domain.look import HOUSE, Look, LookChanged
from dashboard.reports.look import BrokenPicture
from dashboard.services import looks, reports
from dashboard.services.acting import Acting
from dashboard.services.people import OWN_WORKSPACE_ID as WS

ALDER = Look(name="Alder Partners", accent="#7A0019")
BIRCH = Look(name="Birch Studio")


def test_reports_have_the_look_of_their_workspace(ann: Acting, draft: Assessment) -> None:
    assert reports.report_of(ann, draft.id, lang="en").look == HOUSE

    looks.put(ann, WS, ALDER, read=None)

    assert reports.report_of(ann, draft.id, lang="en").look == ALDER
    assert reports.report_of(ann, draft.id, lang="en", look=BIRCH).look == BIRCH


def test_nobody_s_change_is_overwritten_unseen(ann: Acting) -> None:
    looks.put(ann, WS, ALDER, read=None)

    with pytest.raises(LookChanged):
        looks.put(ann, WS, BIRCH, read=None)
    with pytest.raises(LookChanged):
        looks.put(ann, WS, None, read=BIRCH)
    assert looks.of_workspace(ann, WS) == ALDER

    looks.put(ann, WS, ALDER, read=BIRCH)
    looks.put(ann, WS, None, read=ALDER)
    assert looks.of_workspace(ann, WS) is None


def test_a_logo_that_cannot_be_drawn_is_refused(ann: Acting) -> None:
    broken = Look(logo=b"\x89PNG\r\n\x1a\nbroken")

    with pytest.raises(BrokenPicture):
        looks.put(ann, WS, broken, read=None)
    assert looks.of_workspace(ann, WS) is None
