"""Who is let in: every way to look as if one came from here, tried against the real server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.guard import authority, is_door, is_from_here, is_loopback
from tests.running_server import RunningServer
from tests.web.raw_http import ask, open_websocket

EVERYWHERE = (
    "/",
    "/results?assessment=1",
    "/_stcore/host-config",
    "/_stcore/health",
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/media/anything.png",
    "/component/anything/index.html",
    "/static/index.html",
    "/favicon.png",
)
BAD_HOSTS = (
    "evil.example",
    "evil.example:8501",
    "localhost.evil.example",
    "evil-localhost",
    "localhost@evil.example",
    "evil.example@localhost",
    "localhost:8501@evil.example",
    "localhost:8501:80",
    "localhost:",
    "localhost:99999",
    "localhost.",
    "127.0.0.1.",
    "127.0.0.1.evil.example",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0.0.0.0",
    "[::]",
    "::1",
    "[::1",
    "[::1]x",
    "[::1%25lo]",
    "10.0.0.1",
    "localhost, evil.example",
    "localhost/",
    "local host",
    "１２７.0.0.1".encode().decode("latin-1"),
    "",
)
GOOD_HOSTS = (
    "localhost",
    "LOCALHOST:8501",
    "localhost:80",
    "127.0.0.1:8501",
    "127.9.9.9",
    "[::1]:8501",
    "[0:0:0:0:0:0:0:1]",
)
GO_BETWEENS = (
    "X-Forwarded-For: 127.0.0.1",
    "X-Forwarded-For:",
    "X-Forwarded-Host: localhost",
    "X-Forwarded-Proto: http",
    "X_Forwarded_For: 127.0.0.1",
    "Forwarded: for=127.0.0.1",
    "Via: 1.1 proxy",
    "X-Real-IP: 127.0.0.1",
    "CF-Connecting-IP: 127.0.0.1",
    "True-Client-IP: 127.0.0.1",
    "X-Client-IP: 127.0.0.1",
    "X-Original-Host: localhost",
    "Tailscale-User-Login: ann@example.org",
    "x-envoy-external-address: 127.0.0.1",
)
NOT_DOORS = (
    "/join/..",
    "/join/../",
    "/join/../results",
    "/join/./x",
    "/join//x",
    "//join/x",
    "//evil.example/join",
    "/join/%2e%2e/results",
    "/join%2F..%2Fresults",
    "/join/..%2fresults",
    "/%6aoin/x",
    "/JOIN",
    "/Join/x",
    "/joined",
    "/join;/x",
    "/join/\\..\\x",
    "/join/%00",
    "/join/x%0d%0a",
    "/health/",
    "/health/x",
    "/healthy",
    "/_stcore/health",
    "/x/join/y",
    "/x/../join",
)


@pytest.mark.parametrize("target", EVERYWHERE)
def test_no_address_of_the_app_answers_under_a_foreign_name(
    server: RunningServer, target: str
) -> None:
    answer = ask(server.port, target, host="evil.example")

    assert answer.status == 403
    assert "machine it runs on" in answer.body


@pytest.mark.parametrize("host", BAD_HOSTS)
def test_a_host_that_is_not_plainly_this_machine_is_refused(
    server: RunningServer, host: str
) -> None:
    assert ask(server.port, "/", host=host).status in {400, 403}
    assert open_websocket(server.port, host=host).status in {400, 403}


@pytest.mark.parametrize("host", GOOD_HOSTS)
def test_every_plain_name_of_this_machine_is_let_in(server: RunningServer, host: str) -> None:
    assert ask(server.port, "/", host=host).status == 200


def test_a_request_without_or_with_two_hosts_is_refused(server: RunningServer) -> None:
    assert ask(server.port, "/", host=None).status in {400, 403}
    assert ask(server.port, "/", host=None, version="1.0").status == 403
    assert ask(server.port, "/", "Host: localhost").status in {400, 403}
    assert ask(server.port, "/", "Host: evil.example").status in {400, 403}


@pytest.mark.parametrize("header", GO_BETWEENS)
def test_whatever_came_through_a_go_between_is_refused(server: RunningServer, header: str) -> None:
    assert ask(server.port, "/", header).status in {400, 403}
    assert open_websocket(server.port, header).status in {400, 403}


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://localhost.evil.example",
        "null",
        "file://",
        "http://localhost:3000",
        "http://localhost:8501/x",
        "http://user@localhost",
        "chrome-extension://abc",
        "",
    ],
)
def test_a_page_from_elsewhere_opens_no_websocket(server: RunningServer, origin: str) -> None:
    host = f"localhost:{server.port}"

    assert open_websocket(server.port, f"Origin: {origin}", host=host).status == 403
    assert ask(server.port, "/", f"Origin: {origin}", host=host).status == 403


def test_our_own_page_opens_the_websocket(server: RunningServer) -> None:
    for host in (f"localhost:{server.port}", f"127.0.0.1:{server.port}", f"[::1]:{server.port}"):
        assert open_websocket(server.port, f"Origin: http://{host}", host=host).status == 101


def test_two_origins_are_none(server: RunningServer) -> None:
    host = f"localhost:{server.port}"
    origin = f"Origin: http://{host}"

    assert open_websocket(server.port, origin, origin, host=host).status in {400, 403}


def test_a_refused_websocket_carries_the_page_and_the_headers(server: RunningServer) -> None:
    refused = open_websocket(server.port, "Origin: https://evil.example")

    assert refused.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "target",
    ["/health", "/join", "/join/", "/join/ABCD-1234", "/join/static/a.css"],
)
def test_the_participants_doors_are_open_to_any_name(server: RunningServer, target: str) -> None:
    through_a_proxy = ask(
        server.port, target, "X-Forwarded-For: 203.0.113.9", host="candour.example"
    )

    assert through_a_proxy.status == (200 if target in {"/health", "/join", "/join/"} else 404)
    assert "Streamlit" not in through_a_proxy.body


@pytest.mark.parametrize("target", NOT_DOORS)
def test_what_only_looks_like_a_door_is_closed(server: RunningServer, target: str) -> None:
    assert ask(server.port, target, host="evil.example").status in {400, 403}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "HEAD"])
def test_no_method_reaches_the_app_through_a_door(server: RunningServer, method: str) -> None:
    found = ask(server.port, "/join/x", method=method, host="evil.example")

    assert found.status in {404, 405, 415}
    assert "Streamlit" not in found.body
    assert ask(server.port, "/", method=method, host="evil.example").status == 403


def test_no_websocket_is_behind_a_door(server: RunningServer) -> None:
    for target in ("/join", "/join/_stcore/stream", "/health"):
        assert open_websocket(server.port, target=target, host="evil.example").status == 403


def test_the_target_may_name_another_server_but_the_host_decides(server: RunningServer) -> None:
    assert ask(server.port, "http://localhost/", host="evil.example").status == 403


def scope(
    path: str = "/",
    *,
    client: tuple[str, int] | None = ("127.0.0.1", 1),
    host: str = "localhost",
    root: str = "",
    raw_path: bytes | None = None,
) -> dict[str, object]:
    return {
        "type": "http",
        "path": path,
        "raw_path": path.encode() if raw_path is None else raw_path,
        "root_path": root,
        "client": client,
        "headers": [(b"host", host.encode())],
    }


@pytest.mark.parametrize("address", ["127.0.0.1", "127.255.0.9", "::1", "::ffff:127.0.0.1"])
def test_a_client_of_this_machine_is_let_in(address: str) -> None:
    assert is_from_here(scope(client=(address, 5)))


@pytest.mark.parametrize(
    "address",
    ["192.168.1.5", "10.0.0.1", "fe80::1", "::", "0.0.0.0", "::ffff:10.0.0.1", "testclient", ""],
)
def test_a_client_of_another_machine_is_refused_whatever_it_says(address: str) -> None:
    assert not is_from_here(scope(client=(address, 5)))


def test_a_client_nobody_knows_is_refused() -> None:
    assert not is_from_here(scope(client=None))


def test_below_a_mounted_path_the_doors_are_where_the_routes_are() -> None:
    assert is_door(scope("/app/join/x", root="/app"))
    assert is_door(scope("/app/health", root="/app"))
    assert not is_door(scope("/app/results", root="/app"))
    assert not is_door(scope("/join/results", root="/join"))
    assert not is_door(scope("/join", root="/join"))
    assert not is_door(scope("/join/x", root="/join/x"))


def test_a_path_that_reads_differently_decoded_is_no_door() -> None:
    assert not is_door(scope("/join/x", raw_path=b"/join%2Fx"))
    assert not is_door(scope("/join/x", raw_path=b"/results"))


@given(st.text())
def test_any_text_is_a_host_or_none_and_a_loopback_host_is_plain(text: str) -> None:
    found = authority(text)

    if found is not None and found.is_loopback:
        assert found.name == "localhost" or is_loopback(found.name)
        assert text.isascii()
        assert not set(text) & set("@/\\?# \t,%")


@given(st.text(alphabet="/join.%2eFhelt\\~-_;A", max_size=24).map(lambda text: f"/{text}"))
def test_whatever_passes_as_a_door_stays_below_it(path: str) -> None:
    if is_door(scope(path)):
        assert path == "/health" or path.split("/")[1] == "join"
        assert not any(part.startswith(".") for part in path.split("/"))
