"""Overview: the brands of a workspace with their waves, and everything one does with them."""

from collections.abc import Callable

from dashboard.services import people
from dashboard.services.portfolio import portfolio
from dashboard.views.parts.board import has_something_to_see, show_board, show_list
from dashboard.views.parts.brand_list import show_without_questionnaire
from dashboard.views.parts.done import show_done
from dashboard.views.parts.put_away import show_named_but_away, show_put_away
from dashboard.views.parts.workspace import (
    show_empty,
    show_lost_brand,
    show_overview_head,
    workspace_here,
)
from dashboard.views.session import current_acting

acting = current_acting()
portfolios = [portfolio(acting, workspace) for workspace in people.workspaces(acting)]
here = workspace_here(portfolios)
show_overview_head(here, portfolios)
show_done()
show_named_but_away(here)
show_lost_brand(portfolios)
show_map: Callable[[], None] | None = None
if here.lines:
    if has_something_to_see(here):
        show_map = show_board(here)
    show_list(here, below_card=show_map is not None)
else:
    show_empty(portfolios, here)
show_without_questionnaire(here)
show_put_away(here)
if show_map:
    show_map()
