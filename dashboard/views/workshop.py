"""Workshop: everyone rates alone, the room sees where it differs, and agrees on levels."""

from dashboard.views.parts.workshop_choosing import show_choice_for_workshop
from dashboard.views.parts.workshop_list import show_workshops
from dashboard.views.parts.workshop_setup import sheet_to_set_up, show_new_setup
from dashboard.views.parts.workshop_stages import show_stage
from dashboard.views.parts.workshop_words import NEW, SET_UP
from dashboard.views.session import current_room, workshop_here

room = current_room()
sheet = sheet_to_set_up() if workshop_here() == SET_UP else None
if room is not None:
    show_stage(room)
elif sheet is not None:
    show_new_setup(sheet)
elif workshop_here() in (NEW, SET_UP):
    show_choice_for_workshop()
else:
    show_workshops()
