"""What a browser would hold of one session: elements by place, and the state of each widget.

It follows the rules of Streamlit's own page: an element stays until a run that owns its place ends
without writing it again, a widget reports its default from the moment it is shown, and a message
sent once may come back as a reference to its hash.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.Exception_pb2 import Exception as ExceptionElement
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Radio_pb2 import Radio
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

Place = tuple[int, ...]


class AppRaisedError(Exception):
    """The page shows an exception or an error where an answer was expected."""


class WidgetMissingError(Exception):
    """No widget with this key is on the page."""


@dataclass(frozen=True)
class Shown:
    """An element on the page, the fragment that owns it and the run that wrote it last."""

    element: Element
    fragment_id: str
    run_id: str


@dataclass(frozen=True)
class Remembered:
    """A message that the server may send again by its hash alone."""

    message: ForwardMsg
    last_used: int


def user_key(element_id: str) -> str:
    """Return the key the app gave a widget: the part after the second hyphen of its id."""
    return element_id.split("-", maxsplit=2)[-1]


def describe(raised: ExceptionElement) -> str:
    """Return the exception as a few lines that can be read in a terminal."""
    return "\n".join([f"{raised.type}: {raised.message}", *raised.stack_trace])


@dataclass
class Screen:
    """Grows with every message of a run and forgets what the run no longer shows."""

    shown: dict[Place, Shown] = field(default_factory=dict)
    states: dict[str, WidgetState] = field(default_factory=dict)
    remembered: dict[str, Remembered] = field(default_factory=dict)
    run_id: str = ""
    runs: int = 0

    def begin_run(self, run_id: str) -> None:
        """Everything written from here on belongs to this run."""
        self.run_id = run_id

    def resolve(self, message: ForwardMsg) -> ForwardMsg:
        """Return the message itself, or the remembered one it refers to at its new place."""
        if message.WhichOneof("type") != "ref_hash":
            if message.metadata.cacheable:
                self.remembered[message.hash] = Remembered(message, self.runs)
            return message
        earlier = ForwardMsg()
        earlier.CopyFrom(self.remembered[message.ref_hash].message)
        self.remembered[message.ref_hash] = Remembered(earlier, self.runs)
        earlier.metadata.CopyFrom(message.metadata)
        return earlier

    def write(self, path: Place, delta: Delta) -> None:
        """Put an element or a block in its place; a failure shown on the page is raised here."""
        if delta.WhichOneof("type") == "add_block":
            self.shown.pop(path, None)
            return
        if delta.WhichOneof("type") != "new_element":
            return
        element = delta.new_element
        _refuse_failure(element)
        self.shown[path] = Shown(element, delta.fragment_id, self.run_id)
        self._mount(element)

    def end_run(self, fragment_ids: tuple[str, ...], oldest_message: int) -> None:
        """Drop what the finished run owned and did not write again, and expired messages."""
        self.shown = {
            path: shown
            for path, shown in self.shown.items()
            if shown.run_id == self.run_id
            or (fragment_ids and shown.fragment_id not in fragment_ids)
        }
        alive = {identity for identity, _ in self._identified()}
        self.states = {key: state for key, state in self.states.items() if key in alive}
        self.runs += 1
        self.remembered = {
            key: kept
            for key, kept in self.remembered.items()
            if not _expires(kept, fragment_ids, self.runs - oldest_message)
        }

    def radio(self, key: str) -> tuple[Radio, str]:
        """Return the radio of this key and the fragment it belongs to."""
        for identity, shown in self._identified():
            if user_key(identity) == key and shown.element.WhichOneof("type") == "radio":
                return shown.element.radio, shown.fragment_id
        raise WidgetMissingError(f"no radio {key} among {sorted(self.keys())}")

    def tick(self, key: str) -> str:
        """Click the checkbox of this key and return the fragment it belongs to."""
        for identity, shown in self._identified():
            if user_key(identity) == key and shown.element.WhichOneof("type") == "checkbox":
                on = self.states[identity].bool_value
                self.states[identity] = WidgetState(id=identity, bool_value=not on)
                return shown.fragment_id
        raise WidgetMissingError(f"no checkbox {key} among {sorted(self.keys())}")

    def keys(self) -> set[str]:
        """Return the keys of all widgets shown."""
        return {user_key(identity) for identity, _ in self._identified()}

    def count(self, kind: str) -> int:
        """Return how many elements of a kind are shown."""
        return sum(shown.element.WhichOneof("type") == kind for shown in self.shown.values())

    def choose(self, radio: Radio, option: int) -> None:
        """Select an option as a click does."""
        self.states[radio.id] = WidgetState(id=radio.id, string_value=radio.options[option])

    def widget_states(self) -> WidgetStates:
        """Return the state of every widget shown, as each rerun sends it."""
        return WidgetStates(widgets=self.states.values())

    def _identified(self) -> Iterator[tuple[str, Shown]]:
        for shown in self.shown.values():
            kind = shown.element.WhichOneof("type")
            identity = getattr(getattr(shown.element, kind), "id", "") if kind else ""
            if isinstance(identity, str) and identity.startswith("$$ID-"):
                yield identity, shown

    def _mount(self, element: Element) -> None:
        state = _reported(element)
        if state is not None and (state[1] or state[0].id not in self.states):
            self.states[state[0].id] = state[0]


def _refuse_failure(element: Element) -> None:
    match element.WhichOneof("type"):
        case "exception" if not element.exception.is_warning:
            raise AppRaisedError(describe(element.exception))
        case "alert" if element.alert.format == Alert.ERROR:
            raise AppRaisedError(element.alert.body)


def _expires(kept: Remembered, fragment_ids: tuple[str, ...], oldest_use: int) -> bool:
    owned = not fragment_ids or kept.message.delta.fragment_id in fragment_ids
    return owned and kept.last_used < oldest_use


def _reported(element: Element) -> tuple[WidgetState, bool] | None:
    """Return what a widget reports when shown, and whether the server set it just now."""
    match element.WhichOneof("type"):
        case "radio":
            return _chosen(element.radio), element.radio.set_value
        case "checkbox":
            box = element.checkbox
            on = box.value if box.set_value else box.default
            return WidgetState(id=box.id, bool_value=on), box.set_value
        case "text_area":
            area = element.text_area
            text = area.value if area.set_value else area.default
            return WidgetState(id=area.id, string_value=text), area.set_value
        case "text_input":
            line = element.text_input
            text = line.value if line.set_value else line.default
            return WidgetState(id=line.id, string_value=text), line.set_value
    return None


def _chosen(radio: Radio) -> WidgetState:
    if radio.set_value and radio.HasField("raw_value"):
        return WidgetState(id=radio.id, string_value=radio.raw_value)
    if radio.HasField("default") and not radio.set_value:
        return WidgetState(id=radio.id, string_value=radio.options[radio.default])
    return WidgetState(id=radio.id)
