"""A person's tab on the pages: what it shows in words, and everything one can do in it.

AppTest runs the whole script at every click. A browser runs only the fragment that was clicked and
keeps the rest of the page as it was sent, so that what the rest shows may be out of date. `Tab`
does as the browser does: each click runs the fragment that its widget came with, and a field holds
what was put into it until the page says otherwise.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Self, cast
from unittest.mock import patch

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner import RerunData
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.testing.v1 import AppTest, app_test
from streamlit.testing.v1.element_tree import (
    ButtonGroup,
    InitialValue,
    Node,
    Radio,
    Selectbox,
    Table,
    TextArea,
    TextInput,
    Widget,
)
from streamlit.testing.v1.local_script_runner import LocalScriptRunner
from streamlit.util import calc_hash

from dashboard.domain.text import Lang
from dashboard.views.failure import show_failure
from dashboard.views.pages import HERE

ESCAPED = re.compile(r"\\([^\w\s])|\u2060")
SECONDS = 30
FIELDS = (ButtonGroup, Radio, Selectbox, TextArea, TextInput)
WORDS = ("body", "label", "help", "placeholder", "alt", "title", "delta")
"""What elements call the words that they show or have read out."""
READ_AS_MARKDOWN = tuple(word for word in WORDS if word != "alt")


class Tab:
    """One browser tab with a session of its own; the store is the process's."""

    def __init__(self, page: str = "", *, locale: str = "en-GB", **address: str) -> None:
        self.app = AppTest.from_file(HERE / "main.py", default_timeout=SECONDS)
        self.app.context = {"locale": locale, "timezone": "Europe/Berlin", "theme": "light"}
        # Else every tab would search all installed packages for components; the pages use none.
        self.app._bidi_component_manager = BidiComponentManager()
        self.messages: list[ForwardMsg] = []
        self.media: list[MediaFileManager] = []
        self.fragment: str | None = None
        self.failures: list[Exception] = []
        self._text: str | None = None
        self.go(page, **address)

    @property
    def address(self) -> dict[str, str]:
        return dict(self.app.query_params)

    @property
    def lang(self) -> Lang:
        return cast("Lang", self.address["lang"])

    @property
    def path(self) -> str:
        """The page of the address: empty for Overview."""
        pages = self.app._registered_pages.values()
        here = self.app._finished_page_script_hash
        return next(str(p["url_pathname"]) for p in pages if p["page_script_hash"] == here)

    def go(self, page: str, **address: str) -> Self:
        """Follow a link: of the navigation, which says nothing but the page, or any other."""
        self.app.query_params = dict(address)
        self.app._page_hash = calc_hash(page)
        return self.run()

    def again(self) -> "Tab":
        """The same address in a new session, as after a reload or on another device."""
        return Tab(self.path, **self.address)

    def run(self, widget: Widget | None = None) -> Self:
        """Run the fragment that the widget came with, or everything; no page may fail."""
        self.fragment = self._fragment_of(widget) if widget else None
        held, before = self._held(), {id(message) for message in self.messages}
        with _runs_of(self):
            self.app.run()
        self.app._page_hash = ""
        self._text = None
        self._hold(held, [message for message in self.messages if id(message) not in before])
        assert not self.app.exception
        for failure in self.failures:
            raise failure
        return self

    def failed(self, failure: Exception) -> bool:
        """The handler of the app, which the pages are served with."""
        self.failures.append(failure)
        return show_failure(failure)

    def _fields(self) -> Iterator[Any]:
        return (node for node in self.app._tree if isinstance(node, FIELDS))

    def _held(self) -> dict[str, object]:
        """What people put into the fields, which a browser keeps and sends with every click."""
        return {f.id: f._value for f in self._fields() if not isinstance(f._value, InitialValue)}

    def _hold(self, held: dict[str, object], news: Iterable[ForwardMsg]) -> None:
        """Fields that are still there hold on to it, unless the page just told them otherwise."""
        told = {_of_element(m, "id") for m in news if _of_element(m, "set_value")}
        for field in self._fields():
            if field.id in held and field.id not in told:
                field._value = held[field.id]

    def _fragment_of(self, widget: Widget) -> str | None:
        found = [m.delta for m in self.messages if _of_element(m, "id") == widget.id]
        return found[-1].fragment_id or None

    # What one can do

    def press(self, key: str) -> Self:
        return self.run(self.app.button(key=key).click())

    def press_label(self, label: str) -> Self:
        """Press the one button that says this, such as the one that sends a form."""
        (button,) = (b for b in self.app.button if unescaped(b.label) == label)
        return self.run(button.click())

    def pick(self, key: str, option: str) -> Self:
        """Choose from the menu that a button opens."""
        menu = self.app.menu_button(key=key)
        return self.run(menu.click(option))

    def select(self, key: str, value: object) -> Self:
        return self.run(self.app.radio(key=key).set_value(value))

    def write(self, key: str, text: str) -> Self:
        return self.run(self.app.text_area(key=key).set_value(text))

    def open(self, key: str) -> Self:
        """Open an expander that makes what is inside when it is opened."""
        self.app.session_state[key] = True
        return self.run()

    def fill(self, **fields: str) -> Self:
        """Type into the fields of a form, each named by the begin of its label."""
        for name, text in fields.items():
            start = name.replace("_", " ")
            (field,) = (f for f in self.app.text_input if f.label.startswith(start))
            field.set_value(text)
        return self

    def upload(self, **contents: str | bytes) -> Self:
        for name, content in contents.items():
            raw = content if isinstance(content, bytes) else content.encode()
            self.app.file_uploader[0].upload(f"{name}.json", raw, "application/json")
        return self

    def answer(self, item: str, choice: int | str) -> Self:
        return self.select(f"answer-{item}-{self.lang}", choice)

    def look(self, panel: str, item: str) -> Self:
        """Open what lies behind a question, or close it again."""
        pills = self.app.pills(key=f"panel-{item}-{self.lang}")
        return self.run(pills.set_value(None if pills.value == panel else panel))

    def speak(self, lang: Lang) -> Self:
        return self.pick("language", lang)

    # What it shows

    def radio(self, item: str) -> "Radio[object]":
        return self.app.radio(key=f"answer-{item}-{self.lang}")

    def chosen(self, *items: str) -> list[object]:
        return [self.radio(item).value for item in items]

    def note(self, key: str) -> str | None:
        return self.app.text_area(key=key).value

    @property
    def title(self) -> str:
        return unescaped(self.app.title[0].value)

    @property
    def text(self) -> str:
        """Every word on the page, one element a line, without the signs of markdown's escapes."""
        if self._text is None:
            found = (unescaped(text) for node in self.app._tree for text in _texts(node))
            self._text = "\n".join(found)
        return self._text

    @property
    def source(self) -> str:
        """What is read as markdown, as it is sent; not what figures and lists say plainly."""
        return "\n".join(text for node in self.app._tree for text in _texts(node, READ_AS_MARKDOWN))

    @property
    def errors(self) -> list[str]:
        return [unescaped(error.value) for error in self.app.error]

    @property
    def labels(self) -> list[str]:
        return [unescaped(button.label) for button in self.app.button]

    def has(self, key: str) -> bool:
        return any(getattr(node, "key", None) == key for node in self.app._tree)

    def keys(self, start: str) -> list[str]:
        return [b.key for b in self.app.button if b.key and b.key.startswith(start)]

    def download(self, key: str) -> str:
        """What the browser gets when a download button is pressed."""
        return cast("str", self._offered(key)["callable"]())

    def file_name(self, key: str) -> str:
        """What a download button calls its file."""
        return cast("str", self._offered(key)["filename"])

    def _offered(self, key: str) -> Mapping[str, Any]:
        file = self.app.download_button(key=key).proto.deferred_file_id
        (makers,) = (m._deferred_callables for m in self.media if file in m._deferred_callables)
        return cast("Mapping[str, Any]", makers[file])

    @property
    def sent(self) -> str:
        """Everything that the browser was given for the page, to the last byte."""
        return "\n".join(str(message) for message in self.messages)


def assess(assessment: str, dimension: str = "VE1", lang: Lang = "en") -> Tab:
    """A tab on one dimension of an assessment."""
    return Tab("assess", assessment=assessment, dimension=dimension, lang=lang)


def unescaped(markdown: str) -> str:
    """What a reader sees of text that was made plain."""
    return ESCAPED.sub(r"\1", markdown)


def _texts(node: Node, words: Iterable[str] = WORDS) -> Iterator[str]:
    proto: Any = getattr(node, "proto", None)
    if node.type == "html":
        return
    for part in (proto, getattr(proto, "expandable", None)):
        texts = (getattr(part, name, None) for name in words)
        yield from (text for text in texts if isinstance(text, str) and text)
    plain_options = words is READ_AS_MARKDOWN and isinstance(node, Selectbox)
    for name in () if plain_options else ("options", "captions"):
        found = getattr(proto, name, None) or ()
        yield from (str(getattr(one, "content", one)) for one in found)
    if isinstance(node, Table):
        yield from map(str, node.value.columns)
        yield from (str(cell) for row in node.value.itertuples(index=False) for cell in row)


def _of_element(message: ForwardMsg, name: str) -> object:
    """One property of the element that a message brings."""
    if message.delta.WhichOneof("type") != "new_element":
        return None
    element = message.delta.new_element
    return getattr(getattr(element, element.WhichOneof("type") or ""), name, None)


@contextmanager
def _runs_of(tab: Tab) -> Iterator[None]:
    """Let AppTest start its runs as a browser does, with what the tab shows already."""

    class Runner(LocalScriptRunner):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._on_script_error = tab.failed
            self.forward_msg_queue._queue = list(tab.messages)
            if tab.app._registered_pages:
                self._pages_manager._set_pages(tab.app._registered_pages)
            tab.media.append(Runtime.instance().media_file_mgr)
            runners.append(self)

        def start(self) -> None:
            # AppTest would look a thousand times a second whether the run has come to its end.
            super().start()
            assert self._script_thread
            self._script_thread.join(SECONDS)

        def request_rerun(self, rerun_data: RerunData) -> bool:
            # The runner begins with a request for everything, which would swallow this one.
            self._requests = ScriptRequests()
            return super().request_rerun(replace(rerun_data, fragment_id=tab.fragment))

    runners: list[Runner] = []
    with patch.object(app_test, "LocalScriptRunner", Runner):
        yield
    tab.messages = runners[-1].forward_msgs()
