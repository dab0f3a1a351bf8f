"""Fetches a file by its address, from the machine that it names and from no other."""

import http.client
import ipaddress
import socket
import time
from collections.abc import Callable
from typing import BinaryIO, Final
from urllib.parse import SplitResult, urljoin, urlsplit

MAX_BYTES: Final = 4 * 1024**3
MAX_S: Final = 1_800.0
STILL_S: Final = 60.0
MAX_REDIRECTS: Final = 5
_BLOCK: Final = 1 << 18
_MOVED: Final = frozenset({301, 302, 303, 307, 308})

Tell = Callable[[int, int], None]
"""Hears how many bytes are there, and how many there will be; 0 when nobody knows."""


class Refused(Exception):
    """What the other machine answers is not taken; the message says why."""


class Unreachable(Exception):
    """Nothing came, or not all of it; another attempt may help."""


def fetch(address: str, to: BinaryIO, tell: Tell, limit: int = MAX_BYTES) -> None:
    """Write what an address gives into a file.

    Args:
        address: ``http://`` or ``https://`` …
        to: The file.
        tell: Hears how far it is.
        limit: Bytes that are taken at most.

    Raises:
        Refused: It leads elsewhere, or gives something that is not taken.
        Unreachable: The other machine does not answer, or breaks off.
    """
    until = time.monotonic() + MAX_S
    here = urlsplit(address)
    for _ in range(MAX_REDIRECTS + 1):
        connection = _connection(here)
        try:
            answer = _asked(connection, here)
            if answer.status not in _MOVED:
                _receive(answer, to, tell, limit, until)
                return
            here = _next(here, answer.getheader("Location", ""))
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(f"{here.hostname} does not answer: {_words(error)}") from error
        finally:
            connection.close()
    raise Refused("it is passed on again and again")


def _connection(address: SplitResult) -> http.client.HTTPConnection:
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    try:
        return kind(address.hostname or "", address.port, timeout=STILL_S)
    except ValueError as error:
        raise Refused("it is no address") from error


def _asked(
    connection: http.client.HTTPConnection, address: SplitResult
) -> http.client.HTTPResponse:
    connection.connect()
    _check_peer(address.hostname or "", connection.sock)
    path = address.path or "/"
    target = f"{path}?{address.query}" if address.query else path
    headers = {"User-Agent": "RenderManager", "Accept-Encoding": "identity"}
    connection.request("GET", target, headers=headers)
    return connection.getresponse()


def _check_peer(host: str, sock: socket.socket) -> None:
    """Refuse a name that stands for this very machine: a person has approved another one."""
    if host == "localhost" or _number(host) is not None:
        return
    peer = _number(sock.getpeername()[0])
    if peer is not None and (peer.is_loopback or peer.is_link_local or peer.is_unspecified):
        raise Refused(f"{host} is no other machine, but {peer}")


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _next(here: SplitResult, location: str) -> SplitResult:
    """Where a redirect leads: to the same machine, by the same way or a safer one."""
    there = urlsplit(urljoin(here.geturl(), location))
    is_safer = (here.scheme, there.scheme) == ("http", "https")
    same_port = here.port == there.port or (is_safer and here.port is None and there.port is None)
    if (
        there.hostname != here.hostname
        or not same_port
        or not (there.scheme == here.scheme or is_safer)
    ):
        where = f"{there.scheme}://{there.netloc.rpartition('@')[2]}"
        raise Refused(f"it leads to another place, {where}")
    return there


def _receive(
    answer: http.client.HTTPResponse, to: BinaryIO, tell: Tell, limit: int, until: float
) -> None:
    if answer.status >= 500 or answer.status in (408, 429):
        raise Unreachable(f"the answer is {answer.status} {answer.reason}")
    if answer.status != 200:
        raise Refused(f"the answer is {answer.status} {answer.reason}")
    whole = answer.length or 0
    if whole > limit:
        raise Refused(f"it has {whole:,} bytes, more than the {limit:,} that are taken")
    there = 0
    while block := answer.read1(_BLOCK):
        there += len(block)
        if there > limit:
            raise Refused(f"it has more than the {limit:,} bytes that are taken")
        if time.monotonic() > until:
            raise Unreachable(f"it takes longer than {MAX_S / 60:.0f} minutes")
        to.write(block)
        tell(there, whole)
    if there < whole:
        raise Unreachable(f"{there:,} of {whole:,} bytes came")
    if not there:
        raise Refused("it is empty")


def _words(error: Exception) -> str:
    return str(getattr(error, "strerror", "") or str(error) or type(error).__name__)
