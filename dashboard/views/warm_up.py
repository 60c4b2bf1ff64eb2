"""What the first page would load while somebody waits for it, loaded while their browser begins."""

import gc
import inspect


def warm_up() -> None:
    """Take half a second of the processor; for a thread of its own, once the app answers."""
    import scipy.special  # noqa: F401, PLC0415

    from dashboard.views.parts import board, frame  # noqa: F401, PLC0415

    # Streamlit asks once in this way whether it runs in a shell, and the answer takes long to find.
    inspect.stack()
    # What is there now stays: to look through it again and again would keep everybody waiting.
    gc.freeze()
