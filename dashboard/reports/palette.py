"""The colours of paper: ink, lines and the ramp of the bands, as on a light screen."""

from typing import Final

INK: Final = "#10151E"
MUTED: Final = "#5A5F6B"
LINE: Final = "#DDD8CC"
PANEL: Final = "#F3F0E9"
EDGE: Final = "#8A8578"
BAND_FILLS: Final = ("#F1E7EB", "#DDC5D0", "#BC90A7", "#8A5375", "#572749")
BAND_INKS: Final = ("#10151E", "#10151E", "#10151E", "#FBFAF7", "#FBFAF7")
"""Text on a band's fill, 5.6:1 at least."""


def on_ramp(position: int, of: int) -> int:
    """Spread any number of bands over the ramp; a single one stands in its middle."""
    last = len(BAND_FILLS) - 1
    return round(position * last / (of - 1)) if of > 1 else last // 2
