"""What a file is called that is taken along: whose it is, which wave, and whether it is made up."""

from typing import Final

from dashboard.services.assessments import Sheet

LONGEST: Final = 80


def file_name(sheet: Sheet) -> str:
    """Without an ending; only letters, digits, spaces and signs that every system takes."""
    demo = "demo " if sheet.workspace.is_demo else ""
    name = f"{demo}{sheet.brand.name} {sheet.assessment.wave}"
    plain = "".join(sign if sign.isalnum() or sign in "-_ " else "-" for sign in name)
    return plain[:LONGEST].strip()
