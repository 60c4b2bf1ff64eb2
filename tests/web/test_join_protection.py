"""What the participants' door lets in, gives out and keeps: as little as it can."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from dashboard.services.participation import token_hash
from tests.phone import Answered
from tests.running_server import PROJECT, free_port, running
from tests.web.browser import Browser, form_of
from tests.web.host import Host
from tests.web.raw_http import ask, open_websocket

SIGNATURE = "csrf"


def test_the_cookie_is_for_this_workshop_alone_and_for_no_script(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()

    phone.get(f"/join/{workshop.code}")

    parts = {part.strip().lower() for part in phone.set_cookie.split(";")[1:]}
    assert parts == {
        "httponly",
        "samesite=lax",
        "max-age=2592000",
        f"path=/join/{workshop.code}".lower(),
    }
    assert len(phone.token) == 32


def test_over_https_the_cookie_is_secure(host: Host) -> None:
    phone = host.phone(**{"X-Forwarded-Proto": "https"})

    phone.get(f"/join/{host.workshop().code}")

    assert "; Secure" in phone.set_cookie


def test_only_one_cookie_is_set_and_it_stays_the_same(host: Host) -> None:
    phone = host.phone()
    page = phone.joins(host.workshop().code)
    token = phone.token

    phone.follow(phone.press(page, {"ST3.1": "1"}))

    assert phone.token == token
    assert phone.set_cookie.count("candour-place=") == 1
    assert phone.set_cookie.count("=") == 4


def test_the_store_has_neither_token_nor_address_nor_browser(
    host: Host, page: tuple[Browser, Answered]
) -> None:
    phone, shown = page
    phone.press(shown, {"ST3.1": "1"})

    kept = host.everything_stored()

    assert token_hash(phone.token) in kept
    for secret in (phone.token, form_of(shown).fields[SIGNATURE], "127.0.0.1", "Peculiar"):
        assert secret not in kept


@pytest.mark.parametrize("wrong", ["", "0" * 32, "é", None])
def test_a_form_without_its_signature_is_refused_with_what_to_do(
    host: Host, page: tuple[Browser, Answered], wrong: str | None
) -> None:
    phone, shown = page
    rest = {name: value for name, value in form_of(shown).fields.items() if name != SIGNATURE}
    fields = rest | {"ST3.1": "1"} | ({} if wrong is None else {SIGNATURE: wrong})

    refused = phone.post(shown.address, fields)

    assert refused.status == 403
    assert "Allow cookies" in refused.text
    assert not host.has_ratings(phone)


def test_a_form_without_its_cookie_or_with_another_phone_s_is_refused(
    host: Host, page: tuple[Browser, Answered]
) -> None:
    phone, shown = page
    fields = form_of(shown).fields | {"ST3.1": "1"}
    other = host.phone()
    other.joins(shown.address.split("/")[2])

    without = host.phone().post(shown.address, fields)
    crossed = other.post(shown.address, fields)

    assert (without.status, crossed.status) == (403, 403)
    assert not host.has_ratings(phone)
    assert not host.has_ratings(other)


@pytest.mark.parametrize("step", ["", "/review"])
def test_joining_and_finishing_need_the_signature_too(host: Host, step: str) -> None:
    workshop, phone = host.workshop(), host.phone()
    phone.get(f"/join/{workshop.code}")

    refused = phone.post(f"/join/{workshop.code}{step}", {"role": ""})

    assert refused.status == 403
    assert host.joined(workshop) == 0


@pytest.mark.parametrize(
    "cookie", ["", "short", "x" * 33, "x" * 31 + "é", "x" * 32 + ".zz", "../" * 11, "x" * 4000]
)
def test_a_cookie_that_was_not_given_out_here_counts_for_nothing(host: Host, cookie: str) -> None:
    workshop, phone = host.workshop(), host.phone()
    phone.cookie = f"candour-place={cookie}".encode().decode("latin-1")

    shown = phone.joins(workshop.code)

    assert shown.address == f"/join/{workshop.code}/d/ST3"
    assert len(phone.token) == 32


def test_looking_at_an_invitation_takes_no_place(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()

    head = phone.ask("HEAD", f"/join/{workshop.code}", headers={})
    phone.get(f"/join/{workshop.code}")

    assert (head.status, head.body) == (200, b"")
    assert host.joined(workshop) == 0


def test_every_page_has_the_strict_policy_of_plain_pages(
    host: Host, page: tuple[Browser, Answered]
) -> None:
    phone, first = page
    pages = [first, phone.get("/join"), phone.get("/join/x"), phone.post("/join/x", {})]
    pages.append(phone.post(first.address, {}))

    for shown in pages:
        headers = shown.headers
        style = re.search(r"<style>(.*?)</style>", shown.text, re.S)
        assert style
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert headers["content-security-policy"].split("; ") == [
            "default-src 'none'",
            f"style-src 'sha256-{digest}'",
            "img-src data:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ]
        assert not re.search(r"\sstyle=", shown.text)
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_every_redirect_stays_here_and_is_not_kept(host: Host) -> None:
    workshop, phone = host.workshop(), host.phone()
    phone.joins(workshop.code)

    for path in (f"/join/{workshop.code}", f"/join/{workshop.code.lower()}?lang=zh"):
        led = phone.get(path)
        assert led.headers["location"].startswith(f"/join/{workshop.code}")
        assert led.headers["cache-control"] == "no-store"


def test_a_hostile_host_does_not_get_into_the_pages(host: Host) -> None:
    workshop = host.workshop()

    shown = ask(host.server.port, f"/join/{workshop.code}", host="evil.example")

    assert shown.status == 200
    assert "evil" not in shown.body + str(shown.headers)


@pytest.mark.slow
def test_the_access_log_has_every_request_and_no_address(tmp_path: Path) -> None:
    port = free_port()
    command = ("-m", "uvicorn", "dashboard.app:app", "--port", str(port))
    with running(tmp_path, command, url=f"http://127.0.0.1:{port}", inside=PROJECT) as server:
        ask(port, "/join/ACDEFGHJ")
        ask(port, "/", host="evil.example")
        open_websocket(port)
        open_websocket(port, host="evil.example")
        lines = server.log.splitlines()

    asked = [line for line in lines if '"GET /' in line or '"WebSocket /' in line]
    assert any('- - "GET /join/ACDEFGHJ' in line for line in asked)
    assert sum('"WebSocket /_stcore/stream' in line for line in asked) == 2
    assert [line for line in asked if "127.0.0.1" in line] == []
