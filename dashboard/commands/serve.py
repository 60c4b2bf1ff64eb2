"""`serve`: starts the app on this machine and says where.

Speed settings and theme come from the project's own `.streamlit/config.toml`, whatever folder the
command is called from; only address and port are this command's.
"""

import gc
import signal
import socket
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import Final

import click

from dashboard import bootstrap
from dashboard.commands.garbage import nothing_thrown_away
from dashboard.commands.refusing import Stopped, says_why
from dashboard.services import demo as demo_workspace
from dashboard.services.addresses import LOOPBACK, is_loopback, own_address, url_of
from dashboard.settings import PROJECT
from dashboard.web import standby
from dashboard.web.balance import Balance
from dashboard.web.relay import Neighbour
from dashboard.web.standby import beside, bound, port_of

CONFIG: Final = PROJECT / ".streamlit" / "config.toml"
EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 -- with --room alone, and guarded request by request
DEFAULT_PORT: Final = 8501
BACKLOG: Final = 2048
COMPANY: Final = 2
"""With so many pages open a second process begins to answer."""

NOT_HERE: Final = (
    "Nobody signs in, so Candour listens on this machine alone (127.0.0.1, ::1 or localhost), "
    "not on {host}. To let the participants of a workshop in, and nobody further, add --room."
)


@click.command()
@click.option("--host", metavar="H", help=f"Address to listen on.  [default: {LOOPBACK}]")
@click.option(
    "--port",
    metavar="P",
    type=click.IntRange(0, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--demo/--no-demo",
    default=None,
    help="Load the demo workspace.  [default: at the first start, until it is removed]",
)
@click.option(
    "--room", is_flag=True, help="Listen on all addresses, for the participants' doors alone."
)
def serve(*, host: str | None, port: int, demo: bool | None, room: bool) -> None:
    """Start the app and print its address."""
    if host is not None and not room and not is_loopback(host):
        raise click.UsageError(NOT_HERE.format(host=host))
    address = host or (EVERYWHERE if room else LOOPBACK)
    public = _listening(address, port)
    port = port_of(public)

    with nothing_thrown_away():
        from dashboard import app

        says_why(bootstrap.get_catalog)()
    gc.freeze()  # what is there now stays, and two processes may share it
    options = dict(flattened(tomllib.loads(CONFIG.read_text(encoding="utf-8"))))
    options |= {
        "server.address": address,
        "server.port": port,
        "logger.hideWelcomeMessage": True,
    }
    announce = partial(_announce, address, port, room=room)
    with suppress(KeyboardInterrupt), _company(public, options) as (own, neighbour):
        _prepare(demo=demo)
        app.run(options, [public, *own], neighbour=neighbour, ready=announce)


@contextmanager
def _company(
    public: socket.socket, options: Mapping[str, object]
) -> Iterator[tuple[list[socket.socket], Neighbour | None]]:
    """Who else serves at this address, if anybody, and the sockets at which they ask here."""
    if not standby.possible():
        yield [], None
        return

    from dashboard import app

    own, theirs = bound(LOOPBACK, 0), bound(LOOPBACK, 0)
    here, there = port_of(own), port_of(theirs)
    their_public = beside(public)
    balance = Balance()

    def serve_too() -> None:
        first = Neighbour(here, keeps_agents=True, told=partial(balance.count, 1, their_public))
        app.run_second(options, [their_public, theirs], first)

    waiting = standby.stand_by(serve_too, without=(public, own))
    their_public.close()
    theirs.close()

    def end_both(_number: int, _frame: object) -> None:
        """The server has stopped, and raises the signal anew: it ends this process, as it would."""
        waiting.stop()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTERM)

    signal.signal(signal.SIGTERM, end_both)

    def told(pages: int) -> None:
        if pages == COMPANY:
            waiting.wake()
        balance.count(0, public, pages)

    try:
        yield [own], Neighbour(there, keeps_agents=False, told=told)
    finally:
        waiting.stop()


def flattened(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """The settings of a TOML table with their dotted names.

    >>> dict(flattened({"theme": {"font": "serif", "dark": {"textColor": "#fff"}}}))
    {'theme.font': 'serif', 'theme.dark.textColor': '#fff'}
    """
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flattened(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


@says_why
def _prepare(*, demo: bool | None) -> None:
    """Everything that can go wrong goes wrong here, in one sentence, before anybody is answered.

    Without being told, the demo comes at the first start and stays away once it was removed.
    """
    acting = bootstrap.get_acting()
    if demo or (demo is None and not demo_workspace.offered(acting)):
        demo_workspace.load(acting)


def _announce(address: str, port: int, *, room: bool) -> None:
    here = LOOPBACK if address == EVERYWHERE else address
    click.echo(f"Candour: {url_of(here, port)}")
    if room:
        public = bootstrap.get_settings().public_url or url_of(own_address(), port)
        click.echo(f"Participants: {public}/join (set CANDOUR_PUBLIC_URL if that is not right)")


def _listening(address: str, port: int) -> socket.socket:
    """A socket that listens there, and nobody else's does. Whoever comes early waits."""
    try:
        public = bound(address, port)
        public.listen(BACKLOG)
    except OSError as problem:
        raise Stopped(
            f"cannot listen on {url_of(address, port)}: {problem.strerror}. Is Candour running "
            "already? Stop it, or choose another port with --port."
        ) from problem
    return public
