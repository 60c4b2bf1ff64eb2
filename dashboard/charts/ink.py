"""The colours of figures, by role: a figure is built once and is right in every theme.

The values are reserved by Streamlit, which replaces them in the browser by the lists of
`.streamlit/config.toml`: 01 to 10 by `chartCategoricalColors`, 11 to 20 by
`chartSequentialColors`. No other colour may stand in a figure, and none may be made translucent
but by `opacity`.
"""

from typing import Final

PILLARS: Final = ("#000001", "#000002", "#000003")
INK: Final = "#000004"
MUTED: Final = "#000005"
LINE: Final = "#000006"
"""For decoration alone: too faint to carry a meaning."""
NEUTRAL: Final = "#000007"
ACCENT: Final = "#000008"
EDGE: Final = "#000009"
PAPER: Final = "#000010"
BAND_FILLS: Final = ("#000011", "#000012", "#000013", "#000014", "#000015")
BAND_INKS: Final = ("#000016", "#000017", "#000018", "#000019", "#000020")
CLEAR: Final = "rgba(0,0,0,0)"

CONFIG: Final[dict[str, object]] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}
"""How every figure behaves in the browser: `st.plotly_chart(…, config=CONFIG)`."""


def pillar_ink(position: int) -> str:
    """The colour of the pillar at a position from 0; after the fifth they begin again."""
    inks = (*PILLARS, NEUTRAL, ACCENT)
    return inks[position % len(inks)]


def band_fill(position: int, of: int) -> str:
    """The fill of the band at a position from 0, `of` so many: higher is stronger."""
    return BAND_FILLS[_on_ramp(position, of)]


def band_ink(position: int, of: int) -> str:
    """The colour of text on `band_fill`."""
    return BAND_INKS[_on_ramp(position, of)]


def _on_ramp(position: int, of: int) -> int:
    """Spread any number of bands over the ramp; a single one stands in its middle."""
    last = len(BAND_FILLS) - 1
    return round(position * last / (of - 1)) if of > 1 else last // 2
