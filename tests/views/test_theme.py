from collections.abc import Iterator
from importlib.util import find_spec, module_from_spec

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig

from dashboard.views.theme import Fill, remembered

COLOUR = "theme.light.primaryColor"


@pytest.fixture
def fill() -> Iterator[Fill]:
    """Streamlit's own way, from a fresh copy of its module; the settings are as before after it."""
    spec = find_spec("streamlit.runtime.app_session")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    before = config.get_option(COLOUR)
    yield module._populate_theme_msg
    config.set_option(COLOUR, before)


def whole_theme(fill: Fill) -> CustomThemeConfig:
    theme = CustomThemeConfig()
    fill(theme)
    fill(theme.light, "theme.light")
    fill(theme.dark, "theme.dark")
    fill(theme.sidebar, "theme.sidebar")
    fill(theme.light.sidebar, "theme.light.sidebar")
    fill(theme.dark.sidebar, "theme.dark.sidebar")
    return theme


def test_every_message_carries_the_theme_as_streamlit_would_put_it_together(fill: Fill) -> None:
    config.get_config_options(force_reparse=True)
    from_memory = remembered(fill)

    first, second = whole_theme(from_memory), whole_theme(from_memory)

    assert first.light.primary_color == "#1F4E79"
    assert len(first.dark.chart_sequential_colors) == 10
    assert first == second == whole_theme(fill)


def test_settings_that_are_read_again_count_from_then_on(fill: Fill) -> None:
    from_memory = remembered(fill)
    whole_theme(from_memory)

    config.get_config_options(force_reparse=True, options_from_flags={COLOUR: "#000000"})

    assert whole_theme(from_memory).light.primary_color == "#000000"
