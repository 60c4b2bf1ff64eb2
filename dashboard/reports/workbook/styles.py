"""How cells of the spreadsheet look, by what they hold."""

from collections.abc import Mapping
from typing import Any, Final

INK, MUTED, LINE, PANEL, PAPER = "#10151E", "#5A5F6B", "#DDD8CC", "#F3F0E9", "#FFFFFF"
INPUT: Final = "#F8F0D2"
"""The ground of cells that are meant to be changed."""

Plain = Mapping[str, Any]

RIGHT: Final[Plain] = {"align": "right", "indent": 1}
"""Of numbers and their heads; the room keeps them from a text to their right."""

STYLES: Final[Mapping[str, Plain]] = {
    "text": {"text_wrap": True},
    "small": {"text_wrap": True, "font_color": MUTED, "font_size": 9},
    "strong": {"bold": True, "text_wrap": True},
    "outcome": {"bold": True},
    "title": {"bold": True, "font_size": 14},
    "long_title": {"bold": True, "font_size": 14, "text_wrap": True},
    "headline": {"bold": True, "font_size": 18},
    "head": {"bold": True, "text_wrap": True, "bottom": 1, "bottom_color": INK, "bg_color": PANEL},
    "right_head": {
        "bold": True,
        "text_wrap": True,
        "bottom": 1,
        "bottom_color": INK,
        "bg_color": PANEL,
        **RIGHT,
    },
    "right_section": {"bold": True, "text_wrap": True, "top": 1, "top_color": LINE, **RIGHT},
    "helper": {"text_wrap": True, "font_color": MUTED, "font_size": 9, **RIGHT},
    "aside": {"font_color": MUTED, "font_size": 9},
    "section": {"bold": True, "font_size": 12, "top": 1, "top_color": LINE},
    "marks": {"bold": True, "font_color": "#6B5300"},
    "score": {"num_format": "0", **RIGHT},
    "exact": {"num_format": "0.00", **RIGHT},
    "strong_score": {"num_format": "0", "bold": True, **RIGHT},
    "number": {"num_format": "General", **RIGHT},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "share": {"num_format": "0%", **RIGHT},
    "input": {"bg_color": INPUT, "align": "center", "border": 1, "border_color": LINE},
    "input_number": {"bg_color": INPUT, "border": 1, "border_color": LINE, **RIGHT},
}
