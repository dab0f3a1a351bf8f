"""How a command reaches the queue: through the process that owns it, else through the store."""

import contextlib
import json
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, Protocol

import msgspec

from rendermanager.config.paths import Paths
from rendermanager.core.errors import (
    BadInput,
    NotPossibleNow,
    QueueBusy,
    RenderManagerError,
    UserError,
)
from rendermanager.core.problem import Problem
from rendermanager.log import masked
from rendermanager.media.trouble import plain

Tell = Callable[[str], None]

ANSWER_TIMEOUT_S: Final = 20.0
"""A live owner answers in milliseconds; a large submission takes a while."""


def silently(_sentence: str) -> None:
    """For those who have nobody to tell."""


class Link(Protocol):
    """Somebody who performs requests."""

    def perform(self, verb: str, **values: Any) -> Any:
        """Answer one request; see `Desk`.

        Raises:
            RenderManagerError: It cannot be done.
        """
        ...

    def close(self) -> None:
        """Let go of the queue."""
        ...


class RemoteLink:
    """Sends requests to the owner of the queue through its local socket."""

    def __init__(self, address: str) -> None:
        """Connect.

        Raises:
            OSError: Nobody listens there.
        """
        self._stream = _connect(address)

    def perform(self, verb: str, **values: Any) -> Any:
        """See `Link`."""
        try:
            request = msgspec.json.encode({"verb": verb, "values": values})
        except UnicodeEncodeError as error:
            text = f"“{plain(error.object)}” is not valid text (UTF-8)."
            hint = "Rename the file or its folder, or choose another name."
            raise BadInput([Problem("", text, hint)]) from error
        try:
            self._stream.write(request + b"\n")
            self._stream.flush()
            line = self._stream.readline()
        except OSError as error:
            raise QueueBusy(_silent(), _wait()) from error
        if not line.endswith(b"\n"):
            raise QueueBusy("Render Manager was closed before it answered.", _wait())
        answer = json.loads(line)
        if "error" in answer:
            raise _error(answer["error"])
        return answer["ok"]

    def close(self) -> None:
        """Hang up."""
        with contextlib.suppress(OSError):
            self._stream.close()


@contextlib.contextmanager
def open_link(paths: Paths, tell: Tell = silently) -> Iterator[Link]:
    """The way to the queue at this moment.

    Args:
        paths: Where it is.
        tell: Told what is not as it should be with it.

    Raises:
        QueueBusy: Another process owns it and does not answer.
        StoreUnusable: The store cannot be opened.
    """
    link = find_owner(paths) or _local(paths, tell)
    try:
        yield link
    finally:
        link.close()


def _local(paths: Paths, tell: Tell) -> Link:
    # Imported only here: whoever finds an owner needs no store.
    from rendermanager.services.local_link import LocalLink  # noqa: PLC0415

    return LocalLink(paths, tell)


def find_owner(paths: Paths) -> RemoteLink | None:
    """A link to the process that owns the queue, or None when nobody does.

    Raises:
        QueueBusy: It lives but does not answer.
    """
    try:
        owner = json.loads(paths.owner.read_bytes())
        address, identity = str(owner["address"]), str(owner["identity"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    try:
        return RemoteLink(address)
    except OSError as error:
        # Imported only here: most commands never need to know.
        from rendermanager.machine.processes import is_alive  # noqa: PLC0415

        if is_alive(identity):
            raise QueueBusy(_silent(), _wait()) from error
        return None


def _connect(address: str) -> Any:
    if sys.platform == "win32":
        return Path(address).open("r+b", buffering=0)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(ANSWER_TIMEOUT_S)
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    stream = connection.makefile("rwb")
    # The file object keeps the connection open; ours may go.
    connection.close()
    return stream


def error_view(error: RenderManagerError) -> dict[str, Any]:
    """An error as JSON, the way it crosses the socket."""
    from rendermanager.services.views import problem_view  # noqa: PLC0415 - rarely needed

    problems = error.problems if isinstance(error, BadInput) else ()
    return {
        "kind": type(error).__name__,
        "message": masked(error.message),
        "hint": masked(error.hint),
        "exit_code": error.exit_code,
        "problems": [problem_view(problem) for problem in problems],
    }


def _error(view: dict[str, Any]) -> RenderManagerError:
    problems = [msgspec.convert(each, Problem) for each in view["problems"]]
    if problems:
        return BadInput(problems)
    kinds = {2: UserError, 3: NotPossibleNow}
    return kinds.get(view["exit_code"], RenderManagerError)(view["message"], view["hint"])


def _silent() -> str:
    return "Another Render Manager owns this queue and does not answer."


def _wait() -> str:
    return "Try again in a moment, or close the other one."
