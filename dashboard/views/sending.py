"""When Streamlit sends what a page says.

It sends at once what it has, and then rests for five milliseconds. A run that takes less than that,
as an answer does, would have sent its first word and kept the browser waiting for the others.
"""

import asyncio
from typing import Final

import streamlit as st

STEPS: Final = 3
"""Steps of the event loop: something is to be sent, one waits for that, and looks for it."""


async def rest_now() -> None:
    """Begin the rest now, with nothing sent: what is said within it goes out at its end.

    While it goes on already, it does not begin anew (ADR 0018).
    """
    st.runtime.get_instance()._get_async_objs().need_send_data.set()
    for _ in range(STEPS):
        await asyncio.sleep(0)
