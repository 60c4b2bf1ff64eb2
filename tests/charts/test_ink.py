from streamlit.elements.lib import streamlit_plotly_theme as theme

from dashboard.charts import ink


def test_the_roles_are_the_colours_that_streamlit_replaces():
    categorical = [getattr(theme, f"CATEGORY_{n}") for n in range(10)]
    sequential = [getattr(theme, f"SEQUENTIAL_{n}") for n in range(10)]

    roles = [*ink.PILLARS, ink.INK, ink.MUTED, ink.LINE, ink.NEUTRAL, ink.ACCENT]

    assert [*roles, ink.EDGE, ink.PAPER] == categorical
    assert [*ink.BAND_FILLS, *ink.BAND_INKS] == sequential


def test_five_bands_take_the_five_fills():
    assert [ink.band_fill(n, 5) for n in range(5)] == list(ink.BAND_FILLS)
    assert [ink.band_ink(n, 5) for n in range(5)] == list(ink.BAND_INKS)


def test_any_number_of_bands_spreads_over_the_ramp_from_end_to_end():
    for of in range(2, 12):
        places = [ink.BAND_FILLS.index(ink.band_fill(n, of)) for n in range(of)]
        assert places == sorted(places)
        assert (places[0], places[-1]) == (0, 4)
    assert ink.band_fill(0, 1) == ink.BAND_FILLS[2]


def test_further_pillars_take_neutral_and_accent_and_then_begin_again():
    inks = [ink.pillar_ink(n) for n in range(6)]

    assert inks == [*ink.PILLARS, ink.NEUTRAL, ink.ACCENT, ink.PILLARS[0]]
