"""What a form sends, read no further than a form of ours can be long, and each field once."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qs

from starlette.requests import Request

MOST_BYTES: Final = 64 * 1024
MOST_FIELDS: Final = 1_000
FORM_TYPE: Final = "application/x-www-form-urlencoded"

Fields = Mapping[str, str]


class FormRefused(Exception):
    """The form is none of ours; `status` says in which way."""

    def __init__(self, why: str, status: int = 400) -> None:
        super().__init__(why)
        self.status = status


async def read_form(request: Request) -> Fields:
    """The fields by name; `FormRefused` for what no page of ours sends."""
    sent_as = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if sent_as != FORM_TYPE:
        raise FormRefused(f"expected {FORM_TYPE}", 415)
    return fields(await _body(request))


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise FormRefused(f"more than {MOST_BYTES} bytes", 413)
    return bytes(body)


def fields(body: bytes) -> Fields:
    """Decode a body, strictly.

    >>> fields(b"VE1.1=3&VE1.1%3Areason=")
    {'VE1.1': '3', 'VE1.1:reason': ''}
    """
    try:
        found = parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as problem:
        raise FormRefused(str(problem)) from problem
    twice = [name for name, values in found.items() if len(values) > 1]
    if twice:
        raise FormRefused(f"{twice[0]} twice")
    return {name: values[0] for name, values in found.items()}
