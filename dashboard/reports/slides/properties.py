"""What a file manager says of the deck: its own facts, and nothing of the file it was made from."""

from datetime import datetime, time

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation

from dashboard.reports.facts import Facts
from dashboard.reports.lines import in_one_line

OF_ANOTHER_FILE = (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES)
"""A picture of its first slide, its company and counts, and whatever somebody added."""


def state_properties(deck: Presentation, facts: Facts) -> None:
    report, known = facts.report, deck.core_properties
    made = datetime.combine(report.made_on, time())
    known.title = in_one_line(f"{report.brand} · {report.wave}")
    known.subject = facts.title
    known.author = known.last_modified_by = report.look.name
    known.keywords = ", ".join(facts.marks)
    known.language = report.lang
    known.created = known.modified = known.last_printed = made
    known.revision = 1
    for name in ("category", "comments", "content_status", "identifier", "version"):
        setattr(known, name, "")
    relations = deck.part.package._rels
    for key in [one.rId for one in relations.values() if one.reltype in OF_ANOTHER_FILE]:
        relations.pop(key)
