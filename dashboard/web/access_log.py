"""No log holds the address of who came: what uvicorn is about to write is blanked first."""

import logging
from typing import Final

LOGGERS: Final = ("uvicorn.access", "uvicorn.error")
"""Requests are written by the first; websockets, opened or refused, by the second."""
BEGINS_WITH_ADDRESS: Final = '%s - "'
BLANK: Final = "-"


def hide_addresses(record: logging.LogRecord) -> bool:
    """A filter that lets every record pass, without its address."""
    if str(record.msg).startswith(BEGINS_WITH_ADDRESS) and isinstance(record.args, tuple):
        record.args = (BLANK, *record.args[1:])
    return True


def without_addresses() -> None:
    """From now on. Loggers keep one filter, however often it is added."""
    for name in LOGGERS:
        logging.getLogger(name).addFilter(hide_addresses)
