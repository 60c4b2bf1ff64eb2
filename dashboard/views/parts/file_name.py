"""What a file is called that is taken along: whose it is, which wave, and whether it is made up."""

import re
from typing import Final

from dashboard.services.assessments import Sheet

LONGEST: Final = 80


def file_name(sheet: Sheet) -> str:
    """Without an ending; only letters, digits, spaces and signs that every system takes.

    A long brand is cut and not the wave: two waves of it are two files.
    """
    demo = "demo " if sheet.workspace.is_demo else ""
    brand, wave = _plain(f"{demo}{sheet.brand.name}"), _plain(sheet.assessment.wave)
    return f"{brand[: LONGEST - len(wave) - 1].strip()} {wave}".strip()


def _plain(name: str) -> str:
    signs = "".join(sign if sign.isalnum() or sign in "-_ " else "-" for sign in name)
    return re.sub(r"-[- ]*-", "-", signs).strip("- ") or "-"
