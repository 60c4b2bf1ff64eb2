"""One workshop at the stage at which it stands."""

from collections.abc import Callable

from dashboard.domain.workshop import Stage
from dashboard.services.people import workspaces
from dashboard.services.workshops import Room
from dashboard.views.parts.frame import show_top_row
from dashboard.views.parts.workshop_closed import show_closed
from dashboard.views.parts.workshop_collecting import show_collecting
from dashboard.views.parts.workshop_draft import show_draft
from dashboard.views.parts.workshop_locked import show_locked
from dashboard.views.parts.workshop_moving import show_told, show_way_out
from dashboard.views.parts.workshop_present import show_presented
from dashboard.views.parts.workshop_revealed import show_revealed
from dashboard.views.session import current_acting, item_presented

SHOWN: dict[Stage, Callable[[Room], None]] = {
    Stage.DRAFT: show_draft,
    Stage.COLLECTING: show_collecting,
    Stage.LOCKED: show_locked,
    Stage.REVEALED: show_revealed,
    Stage.CLOSED: show_closed,
}


def show_stage(room: Room) -> None:
    show_top_row(demo=is_demo(room))
    show_told()
    presents = room.workshop.stage is Stage.REVEALED and any(
        item.id == item_presented() for item in room.items
    )
    if presents:
        show_presented(room)
    else:
        SHOWN[room.workshop.stage](room)
        show_way_out()


def is_demo(room: Room) -> bool:
    spaces = workspaces(current_acting())
    return any(s.is_demo and s.id == room.workshop.workspace_id for s in spaces)
