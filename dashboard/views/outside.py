"""Outside evidence: what others measured, one source in view at a time, each on its own scale."""

from collections.abc import Callable

from dashboard.views.parts.frame import show_top_row
from dashboard.views.parts.outside_agreement import show_agreement
from dashboard.views.parts.outside_disclosure import show_disclosure
from dashboard.views.parts.outside_figures import show_single_figures
from dashboard.views.parts.outside_further import show_further
from dashboard.views.parts.outside_place import (
    AGREEMENT,
    DISCLOSURE,
    FIGURES,
    FURTHER,
    POLICIES,
    TRACKERS,
    TRUST,
    choose_source,
)
from dashboard.views.parts.outside_policies import show_policies
from dashboard.views.parts.outside_trackers import show_trackers
from dashboard.views.parts.outside_trust import show_trust
from dashboard.views.session import current_words

SHOW: dict[str, Callable[[], None]] = {
    TRACKERS: show_trackers,
    POLICIES: show_policies,
    DISCLOSURE: show_disclosure,
    TRUST: show_trust,
    FIGURES: show_single_figures,
    AGREEMENT: show_agreement,
    FURTHER: show_further,
}

show_top_row(support=current_words()("Outside evidence"))
SHOW[choose_source()]()
