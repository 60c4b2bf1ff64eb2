"""One door to all formats. What only one of them needs is loaded when that one is asked for."""

from dataclasses import dataclass

from dashboard.domain.message import Message
from dashboard.domain.text import Lang
from dashboard.reports.formats import CannotRender, Form, Format, Paper
from dashboard.reports.report import Report

__all__ = ["CannotRender", "Choice", "check_template", "missing_font", "render"]


@dataclass(frozen=True)
class Choice:
    """Which file: its format, and what there is to choose for it."""

    format: Format
    form: Form = Form.BOARD
    """Of a PDF."""
    paper: Paper = Paper.A4
    """Of a PDF."""
    template: bytes | None = None
    """Of slides: one's own .pptx."""


def render(report: Report, choice: Choice) -> bytes:
    """The file; `CannotRender` where the font or the template for it is missing."""
    match choice.format:
        case Format.PDF:
            from dashboard.reports.pdf import as_pdf  # noqa: PLC0415

            return as_pdf(report, choice.form, choice.paper)
        case Format.PPTX:
            from dashboard.reports.slides import as_pptx  # noqa: PLC0415

            return as_pptx(report, choice.template)
        case Format.XLSX:
            from dashboard.reports.workbook import as_xlsx  # noqa: PLC0415

            return as_xlsx(report)
        case Format.JSON:
            from dashboard.reports.document import as_json  # noqa: PLC0415

            return as_json(report)


def check_template(template: bytes) -> None:
    """`CannotRender`, with all that a template for slides lacks, if it lacks something."""
    from dashboard.reports.slides.template import own_template  # noqa: PLC0415

    own_template(template)


def missing_font(lang: Lang, *names: str) -> Message | None:
    """What to say before a PDF in this language about these, if no font here can set it."""
    from dashboard.reports.pdf.setting import MACHINE, NoChineseFont, needs_chinese  # noqa: PLC0415

    wanted = needs_chinese(lang, *names) and not MACHINE.chinese
    return NoChineseFont().messages[0] if wanted else None
