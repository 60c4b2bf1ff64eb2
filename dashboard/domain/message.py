"""What is wrong, said so that every language can say it: a text with gaps, and what fills them.

`str()` gives the English; `Words.say` speaks the language of a page. Write the text out in the call
of `worded`, where the catalogues find it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

Value = Union[str, int, "Message"]


@dataclass(frozen=True)
class Message:
    text: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values)

    def filled(self, values: Mapping[str, Value]) -> "Message":
        """The same text about other values."""
        return Message(self.text, values)


def worded(text: str, /, **values: Value) -> Message:
    return Message(text, values)


def message_of(error: Exception) -> Message | str:
    """What an error was raised with; a plain text is in English only."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Message) else str(error)
