"""Compare: two to six assessments side by side, and each brand over its waves."""

from dashboard.views.parts.compare_answers import show_changed_answers
from dashboard.views.parts.compare_choice import chosen_here, show_choice, show_nothing_to_compare
from dashboard.views.parts.compare_figures import show_pictures
from dashboard.views.parts.compare_finding import show_comparison_head, show_levels
from dashboard.views.parts.compare_firm import show_firmness
from dashboard.views.parts.compare_limits import show_limits
from dashboard.views.parts.compare_table import show_differences
from dashboard.views.parts.compare_trend import show_trends

chosen = chosen_here()
if not chosen.enough_to_choose:
    show_nothing_to_compare(chosen)
else:
    show_comparison_head(chosen)
    show_choice(chosen)
    if chosen.sides:
        show_limits(chosen)
        show_levels(chosen)
        show_pictures(chosen)
        show_differences(chosen)
        show_changed_answers(chosen)
        show_firmness(chosen)
    show_trends(chosen)
