"""The report as slides: native charts and tables that whoever presents it can edit."""

from io import BytesIO

from dashboard.reports.facts import Facts
from dashboard.reports.report import Report
from dashboard.reports.slides.deck import Deck
from dashboard.reports.slides.house import house_template
from dashboard.reports.slides.properties import state_properties
from dashboard.reports.slides.story import tell
from dashboard.reports.slides.template import own_template


def as_pptx(report: Report, template: bytes | None = None) -> bytes:
    """The deck on one's own template, or on the house's; `TemplateLacks` if it cannot stand there.

    On one's own template its colours, fonts and logo are used, and no other.
    """
    ground = house_template(report.look) if template is None else own_template(template)
    deck = Deck(ground, Facts(report))
    tell(deck)
    state_properties(ground.presentation, deck.facts)
    file = BytesIO()
    ground.presentation.save(file)
    return file.getvalue()
