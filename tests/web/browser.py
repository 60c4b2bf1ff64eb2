"""A browser without scripts that shows each step: no redirect is followed unless it is told to."""

import http.client
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import urlencode

from tests.phone import Answered, Form

FORM = "application/x-www-form-urlencoded"
SEE_OTHER = 303


@dataclass
class Browser:
    port: int
    headers: dict[str, str] = field(default_factory=dict)
    cookie: str = ""
    """`name=value`, as the last answer that set one left it."""
    set_cookie: str = ""
    """All of that answer's header."""

    @property
    def token(self) -> str:
        return self.cookie.partition("=")[2].partition(".")[0]

    def get(self, path: str, **headers: str) -> Answered:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answered:
        return self.send(path, urlencode(fields).encode(), **headers)

    def send(self, path: str, body: bytes | Iterable[bytes], **headers: str) -> Answered:
        return self.ask("POST", path, body=body, headers={"Content-Type": FORM} | headers)

    def ask(
        self,
        method: str,
        path: str,
        *,
        body: bytes | Iterable[bytes] | None = None,
        headers: Mapping[str, str],
    ) -> Answered:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = self.headers | {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookie:
            sent["Cookie"] = self.cookie
        started = perf_counter()
        try:
            connection.request(method, path, body=body, headers=sent)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        given = {name.lower(): value for name, value in response.getheaders()}
        if "set-cookie" in given:
            self.set_cookie = given["set-cookie"]
            self.cookie = self.set_cookie.partition(";")[0]
        return Answered(response.status, given, content, path, perf_counter() - started)

    def follow(self, answered: Answered) -> Answered:
        while answered.status == SEE_OTHER:
            answered = self.get(answered.headers["location"])
        return answered

    def press(
        self, shown: Answered, values: Mapping[str, str] | None = None, **more: str
    ) -> Answered:
        """Fill in the page's form and send it; not followed."""
        form = form_of(shown)
        return self.post(form.action, form.fields | dict(values or {}) | more)

    def joins(self, code: str, **values: str) -> Answered:
        """From the invitation to the first page of questions."""
        return self.follow(self.press(self.follow(self.get(f"/join/{code}")), values))


def form_of(shown: Answered) -> Form:
    return next(form for form in shown.forms if form.method == "post")
