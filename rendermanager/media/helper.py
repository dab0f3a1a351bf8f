"""The program that opens media files in place of the app, so that none can hang or crash it.

It reads one JSON object a line from standard input (``{"id": 1, "verb": "probe", "path": …}``) and
answers each with ``{"id": 1, "result": {…}}`` or ``{"id": 1, "trouble": word, "detail": text}``;
``{"id": 1, "alive": true}`` says that a long reading goes on. It first says ``{"ready": true}``. It
ends at once, whatever it is doing, when its standard input ends.
"""

import dataclasses
import json
import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

import av

from rendermanager.media.aep.describing import look_inside
from rendermanager.media.looking import survey
from rendermanager.media.measuring import measure
from rendermanager.media.opening import Refused, words_of
from rendermanager.media.pictures import write_thumbnail
from rendermanager.media.probing import probe
from rendermanager.media.trouble import Trouble

MEMORY_LIMIT_BYTES: Final = 4 * 1024**3
NICENESS: Final = 5
"""Behind the window."""
OOM_SCORE: Final = 800
"""When memory runs out, the system ends this before the app."""
ALIVE_INTERVAL_S: Final = 0.5


class _Replies:
    """Writes answers, each as one line."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._alive_at = 0.0

    def send(self, reply: Mapping[str, object]) -> None:
        # Names that are no UTF-8 travel as escaped lone surrogates.
        self._file.write(json.dumps(reply).encode("ascii") + b"\n")

    def begin(self) -> None:
        self._alive_at = time.monotonic()

    def alive(self, number: object) -> None:
        now = time.monotonic()
        if now - self._alive_at >= ALIVE_INTERVAL_S:
            self._alive_at = now
            self.send({"id": number, "alive": True})


def main() -> int:
    """Answer until standard input ends."""
    replies = _Replies(_private_stdout())
    limit_self()
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    replies.send({"ready": True})
    while True:
        try:
            replies.send(_answer(requests.get(), replies))
        except BrokenPipeError:
            return 0


def limit_self() -> None:
    """Give this process little memory, a low priority and no core dumps, where the system can."""
    if sys.platform == "win32":
        # The priority was set when it was started, and there is no limit that a process can set.
        return
    import resource  # noqa: PLC0415 - Windows has none

    os.nice(NICENESS)
    for kind, limit in ((resource.RLIMIT_AS, MEMORY_LIMIT_BYTES), (resource.RLIMIT_CORE, 0)):
        try:
            _, hard = resource.getrlimit(kind)
            lower = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(kind, (lower, lower))
        except (OSError, ValueError):
            # macOS refuses some; the time limit of the asking side stays.
            continue
    try:
        Path("/proc/self/oom_score_adj").write_text(str(OOM_SCORE), encoding="ascii")
    except OSError:
        # Linux alone has it.
        pass


def _private_stdout() -> BinaryIO:
    """Standard output for answers alone: what a library prints goes to standard error."""
    sys.stdout.flush()
    private = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(private, "wb", buffering=0)


def _listen(requests: "queue.SimpleQueue[bytes]") -> None:
    for line in sys.stdin.buffer:
        requests.put(line)
    # The app has gone or wants no more: a decoder that hangs must not keep the process alive.
    os._exit(0)


def _answer(line: bytes, replies: _Replies) -> dict[str, object]:
    number: object = None
    try:
        request = json.loads(line)
        number = request["id"]
        replies.begin()
        result = _VERBS[request["verb"]](request, lambda: replies.alive(number))
        return {"id": number, "result": result}
    except Refused as refusal:
        return _no(number, refusal.trouble, refusal.detail)
    except av.FFmpegError as error:
        trouble = Trouble.TOO_BIG if isinstance(error, MemoryError) else Trouble.DAMAGED
        return _no(number, trouble, words_of(error))
    except MemoryError:
        return _no(number, Trouble.TOO_BIG, "it needs more memory than is allowed")
    except OSError as error:
        return _no(number, Trouble.UNREADABLE, os.strerror(error.errno or 0))
    except Exception as error:  # noqa: BLE001 - whatever a hostile file brings about is its damage
        return _no(number, Trouble.DAMAGED, f"{type(error).__name__}: {error}")


def _no(number: object, trouble: Trouble, detail: str) -> dict[str, object]:
    return {"id": number, "trouble": trouble.value, "detail": detail}


def _probe(request: Mapping[str, Any], _: Callable[[], None]) -> dict[str, object]:
    return dataclasses.asdict(probe(Path(request["path"])))


def _project(request: Mapping[str, Any], _: Callable[[], None]) -> dict[str, object]:
    return dataclasses.asdict(look_inside(Path(request["path"])))


def _measure(request: Mapping[str, Any], still_alive: Callable[[], None]) -> dict[str, object]:
    return dataclasses.asdict(measure(Path(request["path"]), request["full"], still_alive))


def _thumbnail(request: Mapping[str, Any], _: Callable[[], None]) -> dict[str, object]:
    width, height = request["size"]
    source, target = Path(request["path"]), Path(request["target"])
    write_thumbnail(source, target, (width, height), request["fraction"], request["exact"])
    return {}


def _survey(request: Mapping[str, Any], still_alive: Callable[[], None]) -> dict[str, object]:
    found = survey(
        Path(request["path"]),
        [(start_s, end_s) for start_s, end_s in request["spans"]],
        snap=request["snap"],
        rate=request["rate"],
        aspect=request["aspect"],
        limit_s=request["limit_s"],
        still_alive=still_alive,
    )
    return dataclasses.asdict(found)


_VERBS: Final = {
    "probe": _probe,
    "project": _project,
    "measure": _measure,
    "survey": _survey,
    "thumbnail": _thumbnail,
}


if __name__ == "__main__":
    sys.exit(main())
