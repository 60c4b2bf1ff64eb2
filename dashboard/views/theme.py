"""The theme, which Streamlit would put together anew for every run.

The first message of a run, also of a part of a page, carries the whole theme. Streamlit reads all
its settings and spells every colour again for it, which was an eighth of what an answer costs the
server. The settings stay as they are while it serves, so each section is put together once (ADR
0015).
"""

from collections.abc import Callable

from streamlit.config import on_config_parsed
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

Fill = Callable[..., None]


def remember() -> None:
    """Let Streamlit fill the theme into its messages from memory.

    Raises AttributeError if this Streamlit does not fill it in where others do.
    """
    app_session._populate_theme_msg = remembered(app_session._populate_theme_msg)


def remembered(fill: Fill) -> Fill:
    """The same `fill`, asked once for each section until Streamlit reads its settings again."""
    sections: dict[str, CustomThemeConfig] = {}

    def fill_from_memory(message: CustomThemeConfig, section: str = "theme") -> None:
        if section not in sections:
            first = CustomThemeConfig()
            fill(first, section)
            sections[section] = first
        if sections[section].ByteSize():  # a part that holds nothing is not to be sent either
            message.MergeFrom(sections[section])

    on_config_parsed(sections.clear, force_connect=True)
    return fill_from_memory
