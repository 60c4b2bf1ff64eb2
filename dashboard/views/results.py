"""Results: the finding in words, the profile, and why the number is what it is."""

from dashboard.domain.target import gaps, scores
from dashboard.verdict import support_in_words
from dashboard.views.parts.choosing import show_choice_of_assessment
from dashboard.views.parts.figures import show_evidence_chart, show_profile
from dashboard.views.parts.finding import show_figures, show_finding
from dashboard.views.parts.frame import show_top_row
from dashboard.views.parts.items import show_items
from dashboard.views.parts.open_questions import show_open_questions
from dashboard.views.parts.peers_line import show_peers_line
from dashboard.views.parts.robust import show_robustness
from dashboard.views.parts.targets import show_targets, targets_of
from dashboard.views.parts.why import show_why
from dashboard.views.session import current_lang, current_sheet

sheet = current_sheet()
if sheet is None:
    show_choice_of_assessment()
else:
    show_top_row(
        demo=sheet.workspace.is_demo, support=support_in_words(sheet.result, current_lang())
    )
    show_finding(sheet)
    show_figures(sheet)
    show_peers_line(sheet)
    targets = targets_of(sheet)
    found = gaps(targets, sheet.questionnaire, sheet.result)
    show_profile(sheet, scores(found))
    show_targets(sheet, targets, found)
    show_why(sheet)
    show_robustness(sheet)
    show_open_questions(sheet)
    show_evidence_chart(sheet)
    show_items(sheet)
