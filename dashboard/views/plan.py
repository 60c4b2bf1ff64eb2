"""Plan: what to do next, what it would bring, and the plan that the team works on."""

from dashboard.verdict import support_in_words
from dashboard.views.parts.choosing import show_choice_of_assessment
from dashboard.views.parts.frame import show_top_row
from dashboard.views.parts.plan_best import show_best_plan
from dashboard.views.parts.plan_followed import show_what_became
from dashboard.views.parts.plan_head import show_plan_head
from dashboard.views.parts.plan_saved import show_saved_plan
from dashboard.views.parts.plan_trial import show_trial
from dashboard.views.session import current_desk, current_lang

desk = current_desk()
if desk is None:
    show_choice_of_assessment()
else:
    show_top_row(
        demo=desk.sheet.workspace.is_demo,
        support=support_in_words(desk.sheet.result, current_lang()),
    )
    show_plan_head(desk)
    show_saved_plan(desk)
    show_what_became(desk)
    if desk.steps:
        show_trial(desk)
        show_best_plan(desk)
