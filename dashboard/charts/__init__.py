"""Pictures. A chart is a pure function to a `Figure`; its `describe_` twin says it in words.

Does: draws results. Tested by the figures' data and the twins' words.
May not know: pages, sessions, themes, the database.
"""

from plotly.graph_objects import Figure

__all__ = ["Figure"]
