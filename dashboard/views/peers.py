"""Peers: the place among others in words first, or why there is none, and who takes part."""

from dashboard.plain import plain
from dashboard.services.benchmarks import place_of
from dashboard.verdict import support_in_words
from dashboard.views.parts.choosing import show_choice_of_assessment
from dashboard.views.parts.consent import show_consent, show_register
from dashboard.views.parts.frame import show_head, show_top_row
from dashboard.views.parts.peers_packs import show_packs
from dashboard.views.parts.peers_places import show_make_up, show_places
from dashboard.views.parts.peers_words import finding_in_words, reason_in_words
from dashboard.views.session import current_acting, current_lang, current_sheet, current_words

sheet = current_sheet()
if sheet is None:
    show_choice_of_assessment()
else:
    t = current_words()
    standing = place_of(current_acting(), sheet)
    show_top_row(
        demo=sheet.workspace.is_demo, support=support_in_words(sheet.result, current_lang())
    )
    release = standing.release
    show_head(
        f"{plain(sheet.brand.name)} · {plain(sheet.assessment.wave)}",
        plain(finding_in_words(standing)),
        t(
            "Release of {day}; the next one is due on {next}.",
            day=t.day(release.released),
            next=t.day(standing.next_due),
        )
        if release
        else reason_in_words(standing),
    )
    show_places(sheet, standing)
    if release:
        show_make_up(release)
    show_consent(sheet)
    show_packs(sheet)
    show_register(sheet)
